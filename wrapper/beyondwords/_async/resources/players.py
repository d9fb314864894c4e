"""Players: what plays the audio on a page, and its settings."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from beyondwords_api.api.player import (
    player_by_content_id,
    player_by_identifiers,
    player_by_playlist_id,
    player_by_source_id,
    player_by_source_url,
)
from beyondwords_api.api.player_settings import player_settings_show, player_settings_update

from ..._text import short_repr
from . import AsyncResource, Id, list_of

if TYPE_CHECKING:
    from beyondwords_api.models import Player, PlayerSettings, PlayerSettingsUpdate


class AsyncPlayers(AsyncResource):
    """`bw.players`. A player needs no API key, and none is sent; a 404 is normal until there is audio.

    Each method is about the client's project, or that of `project_id`. Further `options` are those of the generated
    function, for example `preview_token="..."` for content that is not published, or `media_format="video"`.
    """

    async def get(self, content_id: Id, *, project_id: Id | None = None, **options: Any) -> Player:
        """The player of a content item (`GET .../player/by_content_id/{id}`)."""
        project = self._project(project_id)
        return await self._client.call(player_by_content_id, project_id=project, id=content_id, **options)

    async def by_source_id(self, source_id: Id, *, project_id: Id | None = None, **options: Any) -> Player:
        """The player of a content item by your own id for it (`GET .../player/by_source_id/{id}`)."""
        project = self._project(project_id)
        return await self._client.call(player_by_source_id, project_id=project, id=source_id, **options)

    async def by_source_url(self, url: str, *, project_id: Id | None = None, **options: Any) -> Player:
        """The player of the article at a URL (`GET .../player/by_source_url/{url}`)."""
        project = self._project(project_id)
        return await self._client.call(player_by_source_url, project_id=project, url_path=url, **options)

    async def by_playlist_id(self, playlist_id: Id, *, project_id: Id | None = None, **options: Any) -> Player:
        """The player of a playlist (`GET .../player/by_playlist_id/{id}`)."""
        project = self._project(project_id)
        return await self._client.call(player_by_playlist_id, project_id=project, id=playlist_id, **options)

    async def by_identifiers(
        self, identifiers: Sequence[Mapping[str, Any]], *, project_id: Id | None = None, **options: Any
    ) -> Player:
        """One player of several items (`GET .../player/by_identifiers/{array}`).

        Examples:
            >>> await bw.players.by_identifiers([{"source_id": "cms-1"}, {"source_id": "cms-2"}])
        """
        given = list_of("identifiers", identifiers)
        if not given or not all(isinstance(each, Mapping) for each in given):
            right = "one mapping or more such as {'source_id': 'cms-1'}"
            raise ValueError(f"identifiers must hold {right}, not {short_repr(given)}")
        array = json.dumps([dict(each) for each in given], separators=(",", ":"), ensure_ascii=False)
        project = self._project(project_id)
        return await self._client.call(player_by_identifiers, project_id=project, array=array, **options)

    async def settings(self, *, project_id: Id | None = None) -> PlayerSettings:
        """The settings of a project's players (`GET .../player_settings`)."""
        return await self._client.call(player_settings_show, project_id=self._project(project_id))

    async def update_settings(self, changes: PlayerSettingsUpdate, *, project_id: Id | None = None) -> PlayerSettings:
        """Change the settings of a project's players (`PUT .../player_settings`)."""
        return await self._client.call(player_settings_update, project_id=self._project(project_id), body=changes)
