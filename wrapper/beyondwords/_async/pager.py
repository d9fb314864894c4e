"""Walking a list, page by page and row by row."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, NamedTuple, TypeVar

from .._core.lifetime import Lifetime
from .._core.paging import Page, Position, fingerprint, moved, next_limit, page_fault, read_page
from .._logs import log_total_changed
from ..errors import BeyondWordsError, PaginationError
from .io import Fetch
from .window import AsyncWindow

if TYPE_CHECKING:
    from beyondwords_api.types import Response

T = TypeVar("T")


class Walk(NamedTuple, Generic[T]):
    """What a walk over a list is about."""

    fetch: Fetch[T]
    fetch_in_walk: Fetch[T]
    """The same for walks. With pages side by side it leaves a 429 to the walk, which waits once for all of them."""
    path: str
    limit: int | None
    offset: int | None
    max_items: int | None
    prefetch: int
    deadline: float
    """Seconds for one page, waits included."""
    lifetime: Lifetime

    async def fetch_page(self, position: Position, offset: int) -> Response[list[T]]:
        """A page of a walk that stands at `position`."""
        left = None if position.left is None else position.left - (offset - position.offset)
        # Where no offset is asked for, the first request has none.
        return await self.fetch_in_walk(offset or self.offset, next_limit(self.limit, left))


class AsyncPager(Generic[T]):
    """A list of the API, fetched as it is read.

    Iterating gives the rows of every page; each `async for` starts anew at `offset`. Nothing is requested
    before the first row is asked for, and at most `prefetch` pages are held at a time.

    Example:
        >>> async for track in bw.background_tracks.list(name="piano"):
        ...     print(track.id, track.name)
    """

    def __init__(self, walk: Walk[T]) -> None:
        self._walk = walk

    def __repr__(self) -> str:
        walk = self._walk
        return (
            f"{type(self).__name__}({walk.path}, limit={walk.limit}, offset={walk.offset}, max_items={walk.max_items})"
        )

    def __aiter__(self) -> AsyncItemIterator[T]:
        return AsyncItemIterator(self.pages())

    def pages(self) -> AsyncPageIterator[T]:
        """Every page. The first comes even when it is empty, so that its headers can be read.

        Example:
            >>> async for page in bw.background_tracks.list(limit=50).pages():
            ...     print(page.offset, len(page.items), page.total)
        """
        return AsyncPageIterator(self._walk)

    async def page(self) -> Page[T]:
        """One page, with one request: the rows from `offset` on, and what the headers say of the whole list.

        Raises:
            PaginationError: The page is not the one asked for, or is empty below the total.
            BeyondWordsError: The request failed.

        Example:
            >>> page = await bw.background_tracks.list(limit=50).page()
            >>> page.total, page.has_next, page.next_offset
            (120, True, 50)
        """
        walk = self._walk
        response = await walk.fetch(walk.offset, next_limit(walk.limit, walk.max_items or None))
        items = response.parsed or []
        position = Position(offset=walk.offset or 0, left=walk.max_items)
        page = read_page(items, response.headers, requested_offset=position.offset, keep=position.left)
        # A loop of the caller's over `next_offset` must not run for ever either.
        if fault := page_fault(page, position, rows=len(items), seen_before=False):
            raise PaginationError(f"GET {walk.path}: {fault}")
        return page


class AsyncPageIterator(Generic[T]):
    """One walk over the pages of a list.

    After an error, the next `anext()` continues where the walk stood: nothing is lost or doubled.
    One walk is for one task at a time; the client is for any number.
    """

    def __init__(self, walk: Walk[T]) -> None:
        self._walk = walk
        self._position = Position(offset=walk.offset or 0, left=walk.max_items, done=walk.max_items == 0)
        self._stride: int | None = None
        self._seen: set[int] = set()
        self._window = AsyncWindow(walk.fetch_page, walk.prefetch, walk.deadline)
        walk.lifetime.add(self._window)

    def __aiter__(self) -> AsyncPageIterator[T]:
        return self

    @property
    def resume_offset(self) -> int:
        """The offset of the first row that was not delivered, in rows."""
        return self._position.offset

    async def __anext__(self) -> Page[T]:
        if self._position.done:
            raise StopAsyncIteration
        try:
            page, rows, mark, outdated = await self._next_page()
        except BeyondWordsError as error:
            error.resume_offset = self._position.offset
            raise
        position = moved(self._position, page, rows=rows, outdated=outdated)
        if position.done:
            await self._window.aclose()
        # Only here, where nothing is waited for any more: a walk that is cancelled goes on where it stood.
        self._position = position
        self._seen.add(mark)
        first = self._stride is None
        if self._stride is None:
            self._stride = rows
        if rows == 0 and not first:
            raise StopAsyncIteration
        return page

    async def aclose(self) -> None:
        """End the walk, and cancel what is still being fetched. Leaving a loop without it is fine: then at most
        `prefetch - 1` pages are fetched in vain."""
        self._position = self._position._replace(done=True)
        await self._window.aclose()

    async def _next_page(self) -> tuple[Page[T], int, int, bool]:
        """The page at the walk's position, how many rows it brought, what makes it the same as another, and
        whether the list is known to have grown since it was asked for."""
        position, walk = self._position, self._walk
        outdated = False
        if walk.prefetch == 1:
            response = await walk.fetch_page(position, position.offset)
        else:
            response, outdated = await self._window.take(position, self._stride)
        rows = response.parsed or []
        page = read_page(rows, response.headers, requested_offset=position.offset, keep=position.left)
        mark = fingerprint(rows, response.content)
        if fault := page_fault(page, position, rows=len(rows), seen_before=mark in self._seen):
            raise PaginationError(f"GET {walk.path}: {fault}")
        if position.total is not None and page.total is not None and page.total != position.total:
            log_total_changed(walk.path, position.total, page.total, position.offset)
        return page, len(rows), mark, outdated


class AsyncItemIterator(Generic[T]):
    """One walk over the rows of a list; see `AsyncPageIterator`."""

    def __init__(self, pages: AsyncPageIterator[T]) -> None:
        self._pages = pages
        self._items: list[T] = []
        self._index = 0
        self._dropped = 0

    def __aiter__(self) -> AsyncItemIterator[T]:
        return self

    @property
    def resume_offset(self) -> int:
        """The offset of the first row that was not delivered, in rows: pass it to `list(offset=...)` to go on later."""
        return self._pages.resume_offset - self._dropped - (len(self._items) - self._index)

    async def aclose(self) -> None:
        """End the walk; see `AsyncPageIterator.aclose`."""
        # The rows at hand are not delivered any more: the position stays before them.
        self._dropped += len(self._items) - self._index
        self._items, self._index = [], 0
        await self._pages.aclose()

    async def __anext__(self) -> T:
        while self._index >= len(self._items):
            # Let go of first, so that one page less is held while the next is waited for.
            self._items, self._index = [], 0
            self._items = (await anext(self._pages)).items
        item = self._items[self._index]
        self._index += 1
        return item
