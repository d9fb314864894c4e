# Derived from _async/resources/background_tracks.py by `make sync-twins`: change that file, not this one.
"""Background tracks: music under the speech."""

from __future__ import annotations

from typing import TYPE_CHECKING, Unpack

from beyondwords_api.api.background_tracks import (
    background_tracks_create,
    background_tracks_delete,
    background_tracks_index,
    background_tracks_show,
    background_tracks_update,
)
from beyondwords_api.models.background_tracks_index_filter_scopes import BackgroundTracksIndexFilterScopes

from ..._pages import Paging
from ..pager import Pager
from . import Id, Resource, Scopes, scopes_filter

if TYPE_CHECKING:
    from beyondwords_api.models import BackgroundTrack, BackgroundTrackInput


class BackgroundTracks(Resource):
    """`bw.background_tracks`."""

    def list(
        self,
        *,
        name: str | None = None,
        custom: bool | None = None,
        scopes: Scopes | None = None,
        **paging: Unpack[Paging],
    ) -> Pager[BackgroundTrack]:
        """The background tracks available to your organization (`GET /background_tracks`).

        Nothing is requested yet: iterate for the tracks of every page, or call `pages()` or `page()`.

        Args:
            name: Only tracks whose name contains this.
            custom: Only custom tracks (True), or only the vendor's (False).
            scopes: Only tracks in these scopes: a list of strings, or a mapping. The allowed values are
                not documented.
            **paging: `limit`, `offset` and `max_items`, all in rows, and `prefetch`, in pages.

        Raises:
            TypeError: An argument of the wrong type, before any request.
            ValueError: An argument out of range, before any request.

        Examples:
            >>> for track in bw.background_tracks.list(name="piano"):
            ...     print(track.id, track.name)
        """
        return self._client.paginate(
            background_tracks_index,
            filter_name=name,
            filter_custom=custom,
            filter_scopes=scopes_filter(BackgroundTracksIndexFilterScopes, scopes),
            **self._checked(self.list, paging),
        )

    def get(self, track_id: Id) -> BackgroundTrack:
        """One background track (`GET /background_tracks/{id}`)."""
        return self._client.call(background_tracks_show, id=track_id)

    def create(self, track: BackgroundTrackInput) -> BackgroundTrack:
        """Add a background track (`POST /background_tracks`)."""
        return self._client.call(background_tracks_create, body=track)

    def update(self, track_id: Id, track: BackgroundTrackInput) -> BackgroundTrack:
        """Change a background track (`PUT /background_tracks/{id}`)."""
        return self._client.call(background_tracks_update, id=track_id, body=track)

    def delete(self, track_id: Id) -> None:
        """Delete a background track (`DELETE /background_tracks/{id}`)."""
        self._client.call(background_tracks_delete, id=track_id)
