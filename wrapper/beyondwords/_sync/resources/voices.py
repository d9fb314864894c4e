# Derived from _async/resources/voices.py by `make sync-twins`: change that file, not this one.
"""Voices: who reads."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from beyondwords_api.api.projects import projects_voices
from beyondwords_api.api.voices import organization_voices_index, organization_voices_update

from . import Id, Resource, filter_list

if TYPE_CHECKING:
    from beyondwords_api.models import Voice, VoiceUpdate

    VoiceList = list[Voice]


class Voices(Resource):
    """`bw.voices`."""

    def list(self, *, language: str | None = None, scopes: Sequence[str] | None = None) -> VoiceList:
        """All voices of your organization, in one response (`GET /organization/voices`).

        Args:
            language: Only voices that speak it, by its code, for example `en_US`.
            scopes: `primary` and `secondary` are known; without any, multilingual voices are left out.
        """
        chosen = filter_list("scopes", scopes)
        return self._client.call(organization_voices_index, filter_language_code=language, filter_scopes=chosen)

    def of_project(self, project_id: Id | None = None) -> VoiceList:
        """The voices of a project (`GET /projects/{id}/voices`). Default: the client's."""
        return self._client.call(projects_voices, id=self._project(project_id))

    def update(self, voice_id: Id, changes: VoiceUpdate) -> Voice:
        """Change a voice (`PUT /organization/voices/{id}`)."""
        return self._client.call(organization_voices_update, id=voice_id, body=changes)
