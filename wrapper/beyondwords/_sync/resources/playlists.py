# Derived from _async/resources/playlists.py by `make sync-twins`: change that file, not this one.
"""Playlists: several content items in one player."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Unpack

from beyondwords_api.api.playlists import (
    playlists_create,
    playlists_delete,
    playlists_index,
    playlists_show,
    playlists_update,
)

from ..._pages import Paging
from ..pager import Pager
from . import Id, Resource, filter_list

if TYPE_CHECKING:
    from beyondwords_api.models import NewPlaylist, Playlist, PlaylistUpdate


class Playlists(Resource):
    """`bw.playlists`. Each method is about the client's project, or that of `project_id`."""

    def list(
        self,
        *,
        title: str | None = None,
        enabled: bool | None = None,
        types: Sequence[str] | None = None,
        project_id: Id | None = None,
        **paging: Unpack[Paging],
    ) -> Pager[Playlist]:
        """The playlists of a project (`GET /projects/{project_id}/playlists`)."""
        return self._client.paginate(
            playlists_index,
            project_id=self._project(project_id),
            filter_title=title,
            filter_enabled=enabled,
            filter_types=filter_list("types", types),
            **self._checked(self.list, paging),
        )

    def get(self, playlist_id: Id, *, project_id: Id | None = None) -> Playlist:
        """One playlist (`GET .../playlists/{id}`)."""
        return self._client.call(playlists_show, project_id=self._project(project_id), id=playlist_id)

    def create(self, playlist: NewPlaylist, *, project_id: Id | None = None) -> Playlist:
        """Make a playlist (`POST .../playlists`)."""
        return self._client.call(playlists_create, project_id=self._project(project_id), body=playlist)

    def update(self, playlist_id: Id, changes: PlaylistUpdate, *, project_id: Id | None = None) -> Playlist:
        """Change a playlist (`PUT .../playlists/{id}`)."""
        project = self._project(project_id)
        return self._client.call(playlists_update, project_id=project, id=playlist_id, body=changes)

    def delete(self, playlist_id: Id, *, project_id: Id | None = None) -> None:
        """Delete a playlist (`DELETE .../playlists/{id}`)."""
        self._client.call(playlists_delete, project_id=self._project(project_id), id=playlist_id)
