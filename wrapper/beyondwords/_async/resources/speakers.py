"""Speakers: the people behind custom voices."""

from __future__ import annotations

from typing import TYPE_CHECKING

from beyondwords_api.api.speakers import speakers_create, speakers_index, speakers_show

from . import AsyncResource, Id

if TYPE_CHECKING:
    from beyondwords_api.models import NewSpeaker, Speaker

    SpeakerList = list[Speaker]


class AsyncSpeakers(AsyncResource):
    """`bw.speakers`."""

    async def list(self) -> SpeakerList:
        """All speakers, in one response (`GET /speakers`)."""
        return await self._client.call(speakers_index)

    async def get(self, speaker_id: Id) -> Speaker:
        """One speaker (`GET /speakers/{id}`)."""
        found: Speaker = await self._client.call(speakers_show, id=speaker_id)
        return found

    async def create(self, speaker: NewSpeaker) -> Speaker:
        """Add a speaker (`POST /speakers`)."""
        return await self._client.call(speakers_create, body=speaker)
