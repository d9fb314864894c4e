# Derived from _async/resources/languages.py by `make sync-twins`: change that file, not this one.
"""Languages: what can be read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from beyondwords_api.api.languages import organization_languages_index

from . import Resource

if TYPE_CHECKING:
    from beyondwords_api.models import Language

    LanguageList = list[Language]


class Languages(Resource):
    """`bw.languages`."""

    def list(self) -> LanguageList:
        """All languages, with their default voices, in one response (`GET /organization/languages`)."""
        return self._client.call(organization_languages_index)
