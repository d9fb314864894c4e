# Derived from _async/pager.py by `make sync-twins`: change that file, not this one.
"""Walking a list, page by page and row by row."""

from __future__ import annotations

from typing import Generic, TypeVar

from .._core.paging import Page, Position, fingerprint, moved, next_limit, page_fault, read_page
from .._logs import log_total_changed
from ..errors import BeyondWordsError, PaginationError
from .io import Fetch

T = TypeVar("T")


class Pager(Generic[T]):
    """A list of the API, fetched as it is read.

    Iterating gives the rows of every page; each `for` starts anew at `offset`. Nothing is requested
    before the first row is asked for, and one page is held at a time.

    Example:
        >>> for track in bw.background_tracks.list(name="piano"):
        ...     print(track.id, track.name)
    """

    def __init__(
        self, fetch: Fetch[T], *, path: str, limit: int | None, offset: int | None, max_items: int | None
    ) -> None:
        self._fetch = fetch
        self._path = path
        self._limit = limit
        self._offset = offset
        self._max_items = max_items

    def __repr__(self) -> str:
        return (
            f"{type(self).__name__}({self._path}, limit={self._limit}, offset={self._offset}, "
            f"max_items={self._max_items})"
        )

    def __iter__(self) -> ItemIterator[T]:
        return ItemIterator(self.pages())

    def pages(self) -> PageIterator[T]:
        """Every page. The first comes even when it is empty, so that its headers can be read.

        Example:
            >>> for page in bw.background_tracks.list(limit=50).pages():
            ...     print(page.offset, len(page.items), page.total)
        """
        return PageIterator(
            self._fetch, path=self._path, limit=self._limit, offset=self._offset, max_items=self._max_items
        )

    def page(self) -> Page[T]:
        """One page, with one request: the rows from `offset` on, and what the headers say of the whole list.

        Raises:
            PaginationError: The page is not the one asked for, or is empty below the total.
            BeyondWordsError: The request failed.

        Example:
            >>> page = bw.background_tracks.list(limit=50).page()
            >>> page.total, page.has_next, page.next_offset
            (120, True, 50)
        """
        response = self._fetch(self._offset, next_limit(self._limit, self._max_items or None))
        items = response.parsed or []
        position = Position(offset=self._offset or 0, left=self._max_items)
        page = read_page(items, response.headers, requested_offset=position.offset, keep=position.left)
        # A loop of the caller's over `next_offset` must not run for ever either.
        if fault := page_fault(page, position, rows=len(items), seen_before=False):
            raise PaginationError(f"GET {self._path}: {fault}")
        return page


class PageIterator(Generic[T]):
    """One walk over the pages of a list.

    After an error, the next `next()` continues where the walk stood: nothing is lost or doubled.
    One walk is for one thread at a time; the client is for any number.
    """

    def __init__(
        self, fetch: Fetch[T], *, path: str, limit: int | None, offset: int | None, max_items: int | None
    ) -> None:
        self._fetch = fetch
        self._path = path
        self._limit = limit
        self._start = offset
        self._position = Position(offset=offset or 0, left=max_items, done=max_items == 0)
        self._first = True
        self._seen: set[int] = set()

    def __iter__(self) -> PageIterator[T]:
        return self

    @property
    def resume_offset(self) -> int:
        """The offset of the first row that was not delivered, in rows."""
        return self._position.offset

    def __next__(self) -> Page[T]:
        if self._position.done:
            raise StopIteration
        try:
            page, rows = self._next_page()
        except BeyondWordsError as error:
            error.resume_offset = self._position.offset
            raise
        first, self._first = self._first, False
        self._position = moved(self._position, page, rows=rows)
        if rows == 0 and not first:
            raise StopIteration
        return page

    def _next_page(self) -> tuple[Page[T], int]:
        """The page at the walk's position, and how many rows it brought."""
        position = self._position
        offset = self._start if self._first else position.offset
        response = self._fetch(offset, next_limit(self._limit, position.left))
        rows = response.parsed or []
        page = read_page(rows, response.headers, requested_offset=position.offset, keep=position.left)
        mark = fingerprint(rows, response.content)
        if fault := page_fault(page, position, rows=len(rows), seen_before=mark in self._seen):
            raise PaginationError(f"GET {self._path}: {fault}", resume_offset=position.offset)
        if position.total is not None and page.total is not None and page.total != position.total:
            log_total_changed(self._path, position.total, page.total, position.offset)
        self._seen.add(mark)
        return page, len(rows)


class ItemIterator(Generic[T]):
    """One walk over the rows of a list; see `PageIterator`."""

    def __init__(self, pages: PageIterator[T]) -> None:
        self._pages = pages
        self._items: list[T] = []
        self._index = 0

    def __iter__(self) -> ItemIterator[T]:
        return self

    @property
    def resume_offset(self) -> int:
        """The offset of the first row that was not delivered, in rows: pass it to `list(offset=...)` to go on later."""
        return self._pages.resume_offset - (len(self._items) - self._index)

    def __next__(self) -> T:
        while self._index >= len(self._items):
            page = next(self._pages)
            self._items, self._index = page.items, 0
        item = self._items[self._index]
        self._index += 1
        return item
