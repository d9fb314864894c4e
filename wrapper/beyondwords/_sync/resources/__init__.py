# Derived from _async/resources/__init__.py by `make sync-twins`: change that file, not this one.
"""The API's resources under good names, one module each."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from ..client import BeyondWords
    from .background_tracks import BackgroundTracks


class Resource:
    """A part of the API, reached through its client."""

    def __init__(self, client: Resources) -> None:
        self._client = cast("BeyondWords", client)

    def __repr__(self) -> str:
        return f"<{type(self).__name__} of {self._client!r}>"


class Resources:
    """The part of a client that has its resources; each module is imported when it is first asked for."""

    @cached_property
    def background_tracks(self) -> BackgroundTracks:
        """Background tracks: music under the speech."""
        from .background_tracks import BackgroundTracks

        return BackgroundTracks(self)
