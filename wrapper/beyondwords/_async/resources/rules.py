"""Rules: how words are pronounced."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Unpack

from beyondwords_api.api.rules import (
    rules_create,
    rules_delete,
    rules_index,
    rules_matches,
    rules_show,
    rules_update,
)
from beyondwords_api.models.rules_index_filter_scopes import RulesIndexFilterScopes

from ..._pages import Paging
from ..pager import AsyncPager
from . import AsyncResource, Id, Scopes, filter_list, scopes_filter

if TYPE_CHECKING:
    from beyondwords_api.models import OrderDirection, Rule, RuleInput, RuleMatch, RuleMatchRequest, RuleOrder

    Matches = list[RuleMatch]


class AsyncRules(AsyncResource):
    """`bw.rules`."""

    def list(
        self,
        *,
        key: str | None = None,
        type: str | None = None,
        languages: Sequence[str] | None = None,
        voices: Sequence[int] | None = None,
        scopes: Scopes | None = None,
        order_by: RuleOrder | str | None = None,
        order: OrderDirection | str | None = None,
        **paging: Unpack[Paging],
    ) -> AsyncPager[Rule]:
        """The rules of your organization (`GET /rules`).

        Args:
            key: Only rules for words that contain this.
            type: Only rules of this type.
            languages: Only rules for these languages, by their codes.
            voices: Only rules for these voices, by their ids.
            scopes: Only rules in these scopes. The allowed values are not documented.
            order_by: What they are sorted by.
            order: `asc` or `desc`.
            **paging: `limit`, `offset` and `max_items`, all in rows, and `prefetch`, in pages.
        """
        return self._client.paginate(
            rules_index,
            filter_key=key,
            filter_type=type,
            filter_languages=filter_list("languages", languages),
            filter_voices=filter_list("voices", voices),
            filter_scopes=scopes_filter(RulesIndexFilterScopes, scopes),
            order_by=order_by,
            order_dir=order,
            **self._checked(self.list, paging),
        )

    async def get(self, rule_id: Id) -> Rule:
        """One rule (`GET /rules/{id}`)."""
        return await self._client.call(rules_show, id=rule_id)

    async def create(self, rule: RuleInput) -> Rule:
        """Add a rule (`POST /rules`)."""
        return await self._client.call(rules_create, body=rule)

    async def update(self, rule_id: Id, rule: RuleInput) -> Rule:
        """Change a rule (`PUT /rules/{id}`)."""
        return await self._client.call(rules_update, id=rule_id, body=rule)

    async def delete(self, rule_id: Id) -> None:
        """Delete a rule (`DELETE /rules/{id}`)."""
        await self._client.call(rules_delete, id=rule_id)

    async def matches(self, request: RuleMatchRequest) -> Matches:
        """Which rules match a text (`POST /rules/matches`)."""
        return await self._client.call(rules_matches, body=request)
