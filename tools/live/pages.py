"""How a list really pages: what three small requests tell of limit, offset, total and default."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from tools.live.calls import SMALL_PAGE
from tools.live.differences import Findings


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


def compare_pages(first: Page, second: Page, unlimited: Page, findings: Findings) -> list[str]:
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
    return [
        _limit(first, unlimited),
        _offset(first, second, findings),
        _total(first, second, unlimited),
        _default(unlimited),
    ]


def _limit(first: Page, unlimited: Page) -> str:
    rows = len(first.rows)
    if rows > SMALL_PAGE:
        return f"limit: ignored or raised, {rows} rows instead of {SMALL_PAGE}"
    if rows == SMALL_PAGE:
        return f"limit: respected, {rows} rows for a limit of {SMALL_PAGE}"
    if len(unlimited.rows) > rows or (first.number("total-count") or 0) > rows:
        return f"limit: clamped, {_count(rows)} for a limit of {SMALL_PAGE} although there are more"
    return f"limit: cannot be told, the list has {_count(rows)}"


def _offset(first: Page, second: Page, findings: Findings) -> str:
    if not second.rows and (second.number("total-count") or 0) <= SMALL_PAGE:
        return f"offset: cannot be told, there is nothing at offset {SMALL_PAGE}"
    if not second.rows:
        findings.add("paging", "pagination[offset]", f"no rows at offset {SMALL_PAGE}, below the total")
        return "offset: ends the list too early"
    before, after = [[_identity(row) for row in page.rows] for page in (first, second)]
    if before == after:
        findings.add("paging", "pagination[offset]", f"the rows at offset {SMALL_PAGE} are those at offset 0")
        return "offset: ignored"
    repeated = len(set(before[:SMALL_PAGE]) & set(after))
    if repeated:
        return (
            f"offset: moves, but {_count(repeated)} of the first page came again (no stable order, or rows were added)"
        )
    return f"offset: moves, other rows at offset {SMALL_PAGE}"


def _total(*pages: Page) -> str:
    totals = [page.number("total-count") for page in pages]
    if None in totals:
        return "total: not told by every answer"
    if len(set(totals)) == 1:
        return f"total: {totals[0]} in every answer"
    return f"total: changed between the answers: {', '.join(map(str, totals))}"


def _default(unlimited: Page) -> str:
    rows, told, total = len(unlimited.rows), unlimited.number("limit"), unlimited.number("total-count")
    header = "" if told is None else f", and x-pagination-limit says {told}"
    if told is None and total == rows:
        return f"default limit: at least {rows}, the whole list came without a limit"
    return f"default limit: {_count(rows)} without a limit{header}"


def _identity(row: Any) -> str:
    identity = row.get("id") if isinstance(row, dict) else None
    return json.dumps(row if identity is None else identity, sort_keys=True)


def _count(rows: int) -> str:
    return f"{rows} row{'' if rows == 1 else 's'}"
