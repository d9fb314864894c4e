"""Pages: what their headers say, where the next one starts, and when paging must stop."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from threading import Lock
from typing import Any, TypedDict, TypeVar, overload

from ._settings import check_count
from .errors import ConfigurationError

T = TypeVar("T")

# No list is longer; more digits than this are nonsense, and Python refuses to read very many. A gateway may send a
# header twice.
_NUMBER = re.compile(r"\s*(\d{1,18})\s*(?:,\s*\1\s*)*", re.ASCII)
_MOCK_HINT = "; where the server is a mock: send X-Pagination-Total-Count, or an empty list after the last row"


class Paging(TypedDict, total=False):
    """The arguments that every paginated list takes."""

    limit: int | None
    """Rows a page; the server may send fewer. Default: the server's."""
    offset: int | None
    """Position of the first row in the whole list, in rows. Default: 0."""
    max_items: int | None
    """Stop after this many rows. Default: all."""
    prefetch: int
    """Pages fetched side by side, at most 100, once the first has told the total; that many are held. Default: 1."""


@dataclass(frozen=True, slots=True, repr=False)
class Page(Sequence[T]):
    """One page of a list: a sequence of its rows, and what the response's headers say (None where they do not)."""

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

    @overload
    def __getitem__(self, index: int) -> T: ...

    @overload
    def __getitem__(self, index: slice) -> list[T]: ...

    def __getitem__(self, index: int | slice) -> T | list[T]:
        return self.items[index]

    def __len__(self) -> int:
        return len(self.items)

    def __iter__(self) -> Iterator[T]:
        return iter(self.items)

    def __repr__(self) -> str:
        values = (f"{name}={value!r}" for name in ("offset", "total") if (value := getattr(self, name)) is not None)
        kind = f" {type(self.items[0]).__name__}" if self.items else ""
        return f"<{', '.join([f'Page of {len(self.items)}{kind}', *values])}>"

    def _repr_html_(self) -> str:
        """A table, for notebooks."""
        from ._html import table  # needed in notebooks only

        return table(self.items)


def check_paging(limit: object, offset: object, max_items: object, prefetch: object) -> None:
    """Refuse, with a TypeError or ValueError, what cannot be a page."""
    for name, value, least in (("limit", limit, 1), ("offset", offset, 0), ("max_items", max_items, 0)):
        if value is not None:
            check_count(name, value, least)
    check_count("prefetch", prefetch)


def read_page(rows: list[T], headers: Mapping[str, str], *, start: int, at_most: int | None) -> Page[T]:
    """A page from the rows at `start`, of which `at_most` so many are kept, and from its headers."""
    total, offset = _number(headers, "X-Pagination-Total-Count"), _number(headers, "X-Pagination-OffSet")
    begin = start if offset is None else offset
    # A total that the rows contradict is ignored.
    usable_total = None if total is None or (rows and total < begin + len(rows)) else total
    items = rows[:at_most]
    # From the rows kept: those that `max_items` cuts off would come first on the next page.
    end = begin + len(items)
    has_next = None if usable_total is None else end < usable_total
    return Page(
        items=items,
        offset=offset,
        limit=_number(headers, "X-Pagination-Limit"),
        total=total,
        has_next=has_next,
        next_offset=end if has_next else None,
        applied_filter=headers.get("X-BeyondWords-Filter"),
    )


def _number(headers: Mapping[str, str], name: str) -> int | None:
    found = _NUMBER.fullmatch(headers.get(name, ""))
    return int(found[1]) if found else None


class OneReader:
    """Lets one reader in at a time and refuses others, since rows could be lost or doubled between them."""

    def __init__(self) -> None:
        self._lock = Lock()

    def __enter__(self) -> None:
        if not self._lock.acquire(blocking=False):
            raise ConfigurationError("another thread or task is reading this iterator: give each its own list()")

    def __exit__(self, *error: object) -> None:
        self._lock.release()


class SeenRows:
    """Which rows have been delivered, as far as it takes to notice a server that does not keep to the offset.

    It holds one number for each page, and the ids of the first page and of the last one.
    """

    def __init__(self) -> None:
        self._pages: set[int] = set()
        self._first: frozenset[int | str] = frozenset()
        self._last: frozenset[int | str] = frozenset()

    def add(
        self, page: Page[Any], rows: list[Any], content: bytes, *, start: int, previous_total: int | None
    ) -> str | None:
        """Add a page's rows to those seen; or say, in words, why it cannot be the page at `start`.

        `previous_total` is what the pages before it told.
        """
        newest_total = previous_total if page.total is None else page.total
        if not rows:
            ends_early = newest_total is not None and start < newest_total
            return f"the page at offset {start} is empty, below the total of {newest_total}" if ends_early else None
        if page.offset not in (None, start):
            return f"asked for offset {start}, the server sent the page at offset {page.offset}"
        ids = [row.id for row in rows if isinstance(getattr(row, "id", None), (int, str)) and row.id]
        # What makes two pages the same: the ids of their rows; without ids, the body.
        fingerprint = hash(tuple(ids)) if len(ids) == len(rows) else hash(content)
        hint = _MOCK_HINT if page.total is None and page.offset is None else ""
        # Rows that were added to the list meanwhile push others onto a later page: they come twice, the total has
        # changed, and that is logged.
        grown = 0 if previous_total is None else (newest_total or 0) - previous_total
        if fingerprint in self._pages and grown < len(rows):
            return f"the page at offset {start} repeats an earlier page: the server does not advance{hint}"
        repeated = self._first.intersection(ids) or self._last.intersection(ids)
        if repeated and not grown:
            id_ = next(id_ for id_ in ids if id_ in repeated)
            return f"the page at offset {start} has a row that came before (id {id_!r}): pages overlap{hint}"
        self._last = frozenset(ids)
        if not self._pages:
            self._first = self._last
        self._pages.add(fingerprint)
        return None
