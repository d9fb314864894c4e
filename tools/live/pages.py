"""How a list really pages: what three small requests tell of limit and offset."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from tools.live.calls import SMALL_PAGE
from tools.live.report import Outcome


@dataclass(frozen=True)
class Page:
    """One page as it came."""

    rows: Any
    headers: Mapping[str, str]
    """Names without regard to case."""

    def number(self, name: str) -> int | None:
        """A header of paging, None where there is none or it is no number."""
        text = self.headers.get(f"x-pagination-{name}", "")
        return int(text) if text.isascii() and text.isdigit() and len(text) < 18 else None

    def identities(self) -> list[str]:
        """What tells the rows apart."""
        ids = [row.get("id") if isinstance(row, dict) else None for row in self.rows]
        return [
            json.dumps(row if id_ is None else id_, sort_keys=True) for row, id_ in zip(self.rows, ids, strict=True)
        ]


def compare_pages(first: Page, second: Page, unlimited: Page, outcome: Outcome) -> None:
    """Add what contradicts the document's words on paging, and the facts worth knowing.

    Args:
        first: Asked for with a limit of SMALL_PAGE and no offset.
        second: The same at the offset SMALL_PAGE.
        unlimited: Asked for without limit and offset.
        outcome: Where they go.
    """
    for page, offset in ((first, 0), (second, SMALL_PAGE)):
        if len(page.rows) > SMALL_PAGE:
            outcome.differs("paging", "pagination[limit]", f"{len(page.rows)} rows came, {SMALL_PAGE} were asked for")
        for name, wanted in (("limit", SMALL_PAGE), ("offset", offset)):
            told = page.number(name)
            if told not in (None, wanted):
                outcome.differs("paging", f"x-pagination-{name}", f"says {told}, {wanted} was asked for")
    before, after = first.identities(), second.identities()
    if not after and (second.number("total-count") or 0) <= SMALL_PAGE:
        outcome.not_tried.append(f"offset: there is nothing at {SMALL_PAGE}")
    elif not after:
        outcome.differs("paging", "pagination[offset]", f"no rows at offset {SMALL_PAGE}, below the total")
    elif before == after:
        outcome.differs("paging", "pagination[offset]", f"the rows at offset {SMALL_PAGE} are those at offset 0")
    elif repeated := set(before[:SMALL_PAGE]) & set(after):
        outcome.note("rows that came again on the next page (no stable order, or rows were added)", f"{len(repeated)}")
    outcome.note("rows without a limit", f"{len(unlimited.rows)}")
