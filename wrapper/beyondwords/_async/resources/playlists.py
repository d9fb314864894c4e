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
from ..pager import AsyncPager
from . import AsyncResource, Id, filter_list

if TYPE_CHECKING:
    from beyondwords_api.models import NewPlaylist, Playlist, PlaylistUpdate


class AsyncPlaylists(AsyncResource):
    """`bw.playlists`. Each method is about the client's project, or that of `project_id`."""

    def list(
        self,
        *,
        title: str | None = None,
        enabled: bool | None = None,
        types: Sequence[str] | None = None,
        project_id: Id | None = None,
        **paging: Unpack[Paging],
    ) -> AsyncPager[Playlist]:
        """The playlists of a project (`GET /projects/{project_id}/playlists`)."""
        return self._client.paginate(
            playlists_index,
            project_id=self._project(project_id),
            filter_title=title,
            filter_enabled=enabled,
            filter_types=filter_list("types", types),
            **self._checked(self.list, paging),
        )

    async def get(self, playlist_id: Id, *, project_id: Id | None = None) -> Playlist:
        """One playlist (`GET .../playlists/{id}`)."""
        return await self._client.call(playlists_show, project_id=self._project(project_id), id=playlist_id)

    async def create(self, playlist: NewPlaylist, *, project_id: Id | None = None) -> Playlist:
        """Make a playlist (`POST .../playlists`)."""
        return await self._client.call(playlists_create, project_id=self._project(project_id), body=playlist)

    async def update(self, playlist_id: Id, changes: PlaylistUpdate, *, project_id: Id | None = None) -> Playlist:
        """Change a playlist (`PUT .../playlists/{id}`)."""
        project = self._project(project_id)
        return await self._client.call(playlists_update, project_id=project, id=playlist_id, body=changes)

    async def delete(self, playlist_id: Id, *, project_id: Id | None = None) -> None:
        """Delete a playlist (`DELETE .../playlists/{id}`)."""
        await self._client.call(playlists_delete, project_id=self._project(project_id), id=playlist_id)
