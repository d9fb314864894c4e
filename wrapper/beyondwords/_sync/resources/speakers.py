# Derived from _async/resources/speakers.py by `make sync-twins`: change that file, not this one.
"""Speakers: the people behind custom voices."""

from __future__ import annotations

from typing import TYPE_CHECKING

from beyondwords_api.api.speakers import speakers_create, speakers_index, speakers_show

from . import Id, Resource

if TYPE_CHECKING:
    from beyondwords_api.models import NewSpeaker, Speaker

    SpeakerList = list[Speaker]


class Speakers(Resource):
    """`bw.speakers`."""

    def list(self) -> SpeakerList:
        """All speakers, in one response (`GET /speakers`)."""
        return self._client.call(speakers_index)

    def get(self, speaker_id: Id) -> Speaker:
        """One speaker (`GET /speakers/{id}`)."""
        found: Speaker = self._client.call(speakers_show, id=speaker_id)
        return found

    def create(self, speaker: NewSpeaker) -> Speaker:
        """Add a speaker (`POST /speakers`)."""
        return self._client.call(speakers_create, body=speaker)
