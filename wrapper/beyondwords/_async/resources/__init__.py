"""The API's resources under good names, one module each."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from ..client import AsyncBeyondWords
    from .background_tracks import AsyncBackgroundTracks


class AsyncResource:
    """A part of the API, reached through its client."""

    def __init__(self, client: AsyncResources) -> None:
        self._client = cast("AsyncBeyondWords", client)

    def __repr__(self) -> str:
        return f"<{type(self).__name__} of {self._client!r}>"


class AsyncResources:
    """The part of a client that has its resources; each module is imported when it is first asked for."""

    @cached_property
    def background_tracks(self) -> AsyncBackgroundTracks:
        """Background tracks: music under the speech."""
        from .background_tracks import AsyncBackgroundTracks

        return AsyncBackgroundTracks(self)
