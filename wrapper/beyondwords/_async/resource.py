"""What all resources have in common."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .client import AsyncBeyondWords


class AsyncResource:
    """A part of the API, reached through its client."""

    def __init__(self, client: AsyncBeyondWords) -> None:
        self._client = client

    def __repr__(self) -> str:
        return f"<{type(self).__name__} of {self._client!r}>"
