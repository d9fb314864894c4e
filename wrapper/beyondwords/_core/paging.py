"""Pages: what their headers say, where the next one starts, and when a walk must stop."""

from __future__ import annotations

import re
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Generic, NamedTuple, TypeVar

T = TypeVar("T")

LIMIT_HEADER = "X-Pagination-Limit"
OFFSET_HEADER = "X-Pagination-OffSet"
TOTAL_HEADER = "X-Pagination-Total-Count"
FILTER_HEADER = "X-BeyondWords-Filter"

# No list is longer; more digits than this are nonsense, and Python refuses to read very many.
_NUMBER = re.compile(r"\d{1,18}", re.ASCII)


@dataclass(frozen=True, slots=True)
class Page(Generic[T]):
    """One page of a list: its rows, and what the answer's headers say (None where they do not)."""

    items: list[T]
    """The rows."""
    offset: int | None
    """Position of the first row in the whole list, in rows (`X-Pagination-OffSet`)."""
    limit: int | None
    """Rows asked for, as the server understood it (`X-Pagination-Limit`); it may send fewer."""
    total: int | None
    """Rows in the whole list (`X-Pagination-Total-Count`)."""
    has_next: bool | None
    """Whether rows follow; None when the headers do not tell."""
    next_offset: int | None
    """Where they begin, in rows; None when none follow or the headers do not tell."""
    applied_filter: str | None
    """The filters that the server applied, in its words (`X-BeyondWords-Filter`)."""


def read_page(items: list[T], headers: Mapping[str, str], *, requested_offset: int, keep: int | None = None) -> Page[T]:
    """A page from its rows and headers.

    Args:
        items: All rows that were received.
        headers: The answer's headers; lookup ignores case.
        requested_offset: The position that was asked for.
        keep: How many of the rows the caller wants, None for all.
    """
    total = header_number(headers, TOTAL_HEADER)
    offset = header_number(headers, OFFSET_HEADER)
    start = requested_offset if offset is None else offset
    kept = items if keep is None else items[:keep]
    # By the rows kept: those held back come next.
    end = start + len(kept)
    known = trusted_total(total, start + len(items), len(items))
    has_next = None if known is None else end < known
    return Page(
        items=kept,
        offset=offset,
        limit=header_number(headers, LIMIT_HEADER),
        total=total,
        has_next=has_next,
        next_offset=end if has_next else None,
        applied_filter=headers.get(FILTER_HEADER),
    )


def header_number(headers: Mapping[str, str], name: str) -> int | None:
    """A count from a header; None when it is missing or nonsense."""
    text = headers.get(name, "").strip()
    return int(text) if _NUMBER.fullmatch(text) else None


def trusted_total(total: int | None, end: int, rows: int) -> int | None:
    """The total, unless the rows at hand contradict it: then it is as good as none."""
    return None if total is None or (rows and total < end) else total


class Position(NamedTuple):
    """Where a walk stands. It moves only when a page was good, so that an error loses nothing."""

    offset: int
    """The first row that was not delivered."""
    left: int | None
    """Rows that the caller still wants, None for all."""
    total: int | None = None
    """The total as it was told last."""
    done: bool = False

    def knew_less_than(self, later: Position) -> bool:
        """Whether the total has grown from here to there."""
        return self.total is not None and later.total is not None and self.total < later.total


def next_limit(limit: int | None, left: int | None) -> int | None:
    """The limit to ask for: no more rows than are wanted, where a limit is given at all."""
    return limit if limit is None or left is None else min(limit, left)


def wanted_offsets(position: Position, stride: int | None, size: int) -> range:
    """The offsets of the next pages, at most `size`: only the first, unless the total tells that more exist.

    Args:
        position: Where the walk stands.
        stride: Rows on the first page; None before it came.
        size: How many pages may be on their way.
    """
    first = range(position.offset, position.offset + 1)
    if stride is None or position.total is None:
        return first
    end = position.total if position.left is None else min(position.total, position.offset + position.left)
    return range(position.offset, end, stride)[:size] or first


def page_fault(page: Page[Any], position: Position, *, rows: int, seen_before: bool) -> str | None:
    """Why a page cannot be right, in words; None if it can.

    Args:
        page: The page as received.
        position: Where the walk stood when it asked.
        rows: How many rows came.
        seen_before: Whether a page of this walk had the same rows.
    """
    if rows == 0:
        # Without a total of its own, the one told before holds.
        total = position.total if page.total is None else page.total
        if total is not None and position.offset < total:
            return f"the page at offset {position.offset} is empty, below the total of {total}"
        return None
    if page.offset is not None and page.offset != position.offset:
        return f"asked for offset {position.offset}, the server answered with the page at offset {page.offset}"
    if seen_before:
        return f"the page at offset {position.offset} repeats an earlier page: the server does not advance"
    return None


def moved(position: Position, page: Page[Any], *, rows: int, outdated: bool = False) -> Position:
    """Where the walk stands after a good page. It steps by the rows received: a server may clamp the limit.

    Args:
        position: Where it stood.
        page: The page.
        rows: How many rows came.
        outdated: Whether the list is known to have grown since the page was asked for: then its total is no end.
    """
    end = position.offset + rows
    left = None if position.left is None else position.left - len(page.items)
    total = trusted_total(page.total, end, rows)
    reached = total is not None and end >= total and not outdated
    finished = rows == 0 or left == 0 or reached
    told = position.total if page.total is None else page.total
    # By the rows delivered: beyond `max_items` more may have come.
    return Position(offset=position.offset + len(page.items), left=left, total=told, done=finished)


def fingerprint(items: Sequence[Any], content: bytes) -> int:
    """What makes two pages the same: the ids of their rows; without ids, the body."""
    ids = [getattr(item, "id", None) for item in items]
    if all(isinstance(id_, Hashable) and id_ for id_ in ids):
        return hash(tuple(ids))
    return hash(content)
