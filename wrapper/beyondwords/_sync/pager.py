# Derived from _async/pager.py by `make sync-twins`: change that file, not this one.
"""Paging through a list, page by page and row by row."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from copy import copy
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from .._logs import logger
from .._pages import OneReader, Page, SeenRows, read_page
from .._text import clip, one_line
from ..errors import BeyondWordsError, PaginationError
from . import runtime
from .prefetch import Prefetch

if TYPE_CHECKING:
    from beyondwords_api.types import Response

    from .._endpoints import Endpoint
    from .client import BeyondWords

T = TypeVar("T")

_REPR_LIMIT = 150


class Pager(runtime.PagerMixin, Generic[T]):
    """A list of the API, fetched as it is read.

    Iterating gives the rows of every page; each `for` starts anew at `offset`. Nothing is requested
    before the first row is asked for, and at most `prefetch` pages are held at a time.

    Examples:
        >>> for track in bw.background_tracks.list(name="piano"):
        ...     print(track.id, track.name)
    """

    def __init__(
        self,
        client: BeyondWords,
        endpoint: Endpoint[list[T]],
        path: str,
        arguments: Mapping[str, Any],
        *,
        limit: int | None,
        offset: int | None,
        max_items: int | None,
        prefetch: int,
    ) -> None:
        self._client, self._endpoint, self._path, self._arguments = client, endpoint, path, arguments
        self._limit, self._offset, self._max_items, self._prefetch = limit, offset, max_items, prefetch

    def __repr__(self) -> str:
        own = {"limit": self._limit, "offset": self._offset, "max_items": self._max_items}
        arguments = {**self._arguments, **own}.items()
        # A filter that is a model is shown as it is sent.
        sent = {name: value.to_dict() if hasattr(value, "to_dict") else value for name, value in arguments}
        shown = "".join(f", {name}={value!r}" for name, value in sent.items() if value is not None)
        return clip(one_line(f"{type(self).__name__}({self._path}{shown})"), _REPR_LIMIT)

    def __iter__(self) -> ItemIterator[T]:
        return ItemIterator(self.pages())

    def pages(self) -> PageIterator[T]:
        """Every page. The first comes even when it is empty, so that its headers can be read.

        Examples:
            >>> for page in bw.background_tracks.list(limit=50).pages():
            ...     print(page.offset, len(page.items), page.total)
        """
        return PageIterator(self)

    def page(self) -> Page[T]:
        """One page, with one request: the rows from `offset` on, and what the headers say of the whole list.

        Raises:
            PaginationError: The page is not the one asked for, or is empty below the total.
            BeyondWordsError: The request failed.

        Examples:
            >>> page = bw.background_tracks.list(limit=50).page()
            >>> page.total, page.has_next, page.next_offset
            (120, True, 50)
        """
        # Not `next()`: for `max_items=0` there is a page too, with the headers only.
        return self.pages()._read()

    def first(self) -> T | None:
        """The first row, or None; one request, for one row.

        Raises:
            BeyondWordsError: The request failed.

        Examples:
            >>> track = bw.background_tracks.list(name="piano").first()
        """
        return next(iter(self._first_row()), None)

    def total(self) -> int | None:
        """How many rows the whole list has, or None where the server does not tell; one request, for one row.

        Raises:
            BeyondWordsError: The request failed.

        Examples:
            >>> bw.background_tracks.list(name="piano").total()
            7
        """
        return self._first_row().total

    def _first_row(self) -> Page[T]:
        pager = copy(self)
        pager._limit = 1
        return pager.page()

    def _fetch(self, start: int, items_left: int | None) -> Response[list[T]]:
        limit = self._limit if self._limit is None or not items_left else min(self._limit, items_left)
        # Where no offset is asked for, the first request has none.
        query = {"pagination_offset": start or self._offset, "pagination_limit": limit}
        return self._client.call_detailed(self._endpoint, **self._arguments, **query)


class PageIterator(Generic[T]):
    """The pages of a list, for one thread at a time.

    After an error, the next `next()` continues where it stood: nothing is lost or doubled.
    """

    def __init__(self, pager: Pager[T]) -> None:
        self._pager = pager
        # How many rows `max_items` leaves to deliver; None: all there are.
        self._items_left = pager._max_items
        self._total: int | None = None
        self._seen = SeenRows()
        self._one_reader = OneReader()
        self._is_first = True
        self._done = False
        self._prefetch = Prefetch(pager._prefetch)
        self.resume_offset: int = pager._offset or 0
        """The offset of the first row that was not delivered, in rows."""

    def __iter__(self) -> PageIterator[T]:
        return self

    def __repr__(self) -> str:
        return f"<{type(self).__name__} of {self._pager!r}, resume_offset={self.resume_offset}>"

    def __next__(self) -> Page[T]:
        with self._one_reader:
            if self._done or self._items_left == 0:
                raise StopIteration
            return self._read()

    def _read(self) -> Page[T]:
        try:
            page, received = self._next_page()
        except BeyondWordsError as error:
            self._prefetch.close()
            error.resume_offset = self.resume_offset
            raise
        # Somebody may have closed it while the page was on its way.
        if self._done:
            raise StopIteration
        is_first, self._is_first = self._is_first, False
        self._advance(page, received)
        if not received and not is_first:
            raise StopIteration
        return page

    def _next_page(self) -> tuple[Page[T], int]:
        """The next page, and how many rows came, more perhaps than `max_items` leaves."""
        start, path = self.resume_offset, self._pager._path
        response = self._prefetch.page_at(start, self._items_left, self._pager._fetch)
        if response is None:
            response = self._pager._fetch(start, self._items_left)
        rows: list[T] = response.parsed or []
        page = read_page(rows, response.headers, start=start, at_most=self._items_left)
        problem = self._seen.add(page, rows, response.content, start=start, previous_total=self._total)
        if problem:
            raise PaginationError(f"GET {path}: {problem}", method="GET", path=path)
        return page, len(rows)

    def _advance(self, page: Page[T], received: int) -> None:
        """Move past a good page by the rows that were kept, not by `limit`: a server may send fewer."""
        before = self._total
        if before is not None and page.total is not None and page.total != before:
            text = "GET %s: the total changed from %d to %d while paging (at offset %d); rows may be missing or doubled"
            logger.warning(text, self._pager._path, before, page.total, self.resume_offset)
        if self._items_left is not None:
            self._items_left -= len(page.items)
        self._done = received == 0 or page.has_next is False
        self._total = before if page.total is None else page.total
        self.resume_offset += len(page.items)
        end = None if page.has_next is None else page.total
        if end is not None and self._items_left is not None:
            end = min(end, self.resume_offset + self._items_left)
        self._prefetch.learn_from_page(received=received, next_offset=self.resume_offset, end=end)

    def close(self) -> None:
        """End here. What is fetched ahead is dropped."""
        self._done = True
        self._prefetch.close()


class ItemIterator(Generic[T]):
    """The rows of a list; see `PageIterator`."""

    def __init__(self, pages: PageIterator[T]) -> None:
        self._pages = pages
        # Reversed, so that `pop()` gives the next row.
        self._rows: list[T] = []
        self._one_reader = OneReader()

    def __iter__(self) -> ItemIterator[T]:
        return self

    def __repr__(self) -> str:
        return f"<{type(self).__name__} of {self._pages._pager!r}, resume_offset={self.resume_offset}>"

    @property
    def resume_offset(self) -> int:
        """The offset of the first row that was not delivered, in rows: pass it to `list(offset=...)` to go on later."""
        return self._pages.resume_offset - len(self._rows)

    def __next__(self) -> T:
        while True:
            # Tried rather than looked at first: another thread may take the last row in between.
            with suppress(IndexError):
                return self._rows.pop()
            with self._one_reader:
                if not self._rows:
                    self._rows = next(self._pages).items[::-1]

    def close(self) -> None:
        """End here; the rows at hand are not delivered any more."""
        self._pages.resume_offset -= len(self._rows)
        self._rows = []
        self._pages.close()
