"""How a list really pages: what three small requests tell of limit, offset and total."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from tools.live.calls import SMALL_PAGE
from tools.live.judge import Findings


@dataclass(frozen=True)
class Page:
    """One page as it came."""

    rows: list[Any]
    headers: Mapping[str, str]
    """Names without regard to case."""

    def number(self, name: str) -> int | None:
        """A header of paging, None where there is none or it is no number."""
        text = self.headers.get(f"x-pagination-{name}", "")
        return int(text) if text.isascii() and text.isdigit() and len(text) < 18 else None


def compare_pages(first: Page, second: Page, unlimited: Page, findings: Findings) -> Iterator[str]:
    """Add what contradicts the document's words on paging; the facts worth knowing.

    Args:
        first: Asked for with a limit of SMALL_PAGE and no offset.
        second: The same at the offset SMALL_PAGE.
        unlimited: Asked for without limit and offset.
        findings: Where differences go.
    """
    for page, offset in ((first, 0), (second, SMALL_PAGE)):
        if len(page.rows) > SMALL_PAGE:
            findings.add("paging", "pagination[limit]", f"{len(page.rows)} rows came, {SMALL_PAGE} were asked for")
        for name, wanted in (("limit", SMALL_PAGE), ("offset", offset)):
            told = page.number(name)
            if told is not None and told != wanted:
                findings.add("paging", f"x-pagination-{name}", f"says {told}, {wanted} was asked for")
    yield _offset(first, second, findings)
    totals = [page.number("total-count") for page in (first, second, unlimited)]
    yield f"total: {' then '.join('not told' if each is None else str(each) for each in dict.fromkeys(totals))}"
    told = unlimited.number("limit")
    header = "" if told is None else f", and x-pagination-limit says {told}"
    yield f"rows: {len(first.rows)} for a limit of {SMALL_PAGE}, {len(unlimited.rows)} without a limit{header}"


def _offset(first: Page, second: Page, findings: Findings) -> str:
    if not second.rows:
        if (second.number("total-count") or 0) <= SMALL_PAGE:
            return f"offset: cannot be told, there is nothing at offset {SMALL_PAGE}"
        findings.add("paging", "pagination[offset]", f"no rows at offset {SMALL_PAGE}, below the total")
        return "offset: ends the list too early"
    before, after = [[_identity(row) for row in page.rows] for page in (first, second)]
    if before == after:
        findings.add("paging", "pagination[offset]", f"the rows at offset {SMALL_PAGE} are those at offset 0")
        return "offset: ignored"
    if repeated := len(set(before[:SMALL_PAGE]) & set(after)):
        return f"offset: moves, but {repeated} of the first page came again (no stable order, or rows were added)"
    return f"offset: moves, other rows at offset {SMALL_PAGE}"


def _identity(row: Any) -> str:
    identity = row.get("id") if isinstance(row, dict) else None
    return json.dumps(row if identity is None else identity, sort_keys=True)
