"""Languages: what can be read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from beyondwords_api.api.languages import organization_languages_index

from . import AsyncResource

if TYPE_CHECKING:
    from beyondwords_api.models import Language

    LanguageList = list[Language]


class AsyncLanguages(AsyncResource):
    """`bw.languages`."""

    async def list(self) -> LanguageList:
        """All languages, with their default voices, in one response (`GET /organization/languages`)."""
        return await self._client.call(organization_languages_index)
