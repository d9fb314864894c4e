"""Pages on their way side by side."""

from __future__ import annotations

import random
import time
from typing import TYPE_CHECKING, Generic, TypeVar

from .._core.paging import Position, wanted_offsets
from .._core.retry import backoff
from .._core.tries import late_after_rate_limit
from .._logs import log_rate_limited
from ..errors import RateLimitError
from .io import AsyncPending, FetchPage, sleep, stop

if TYPE_CHECKING:
    from beyondwords_api.types import Response

T = TypeVar("T")


class AsyncWindow(Generic[T]):
    """The next pages of one walk, at most `most` of them, in flight or waiting to be taken.

    A 429 halves how many are started, and each good page lets one more; a window of one page always
    remains, so the walk goes on.
    """

    def __init__(self, fetch_page: FetchPage[T], most: int, deadline: float) -> None:
        self._fetch_page = fetch_page
        self._most = most
        self._size = most
        self._deadline = deadline
        self._pending: dict[int, AsyncPending[T]] = {}
        self._after_error = False

    async def take(self, position: Position, stride: int | None) -> tuple[Response[list[T]], bool]:
        """The page at the walk's position, while the following ones are on their way.

        Returns:
            The page, and whether the walk has learnt of a larger total since it was asked for.

        Raises:
            BeyondWordsError: The page failed; the following ones stay on their way.
        """
        # Those that failed beside it would only repeat an error that the caller has dealt with.
        if self._after_error:
            self._forget_failed()
        try:
            taken = await self._take(position, stride)
        except BaseException as error:
            self._after_error = True
            # After Ctrl-C, or where the caller's task is cancelled, nobody may come back for the others.
            if not isinstance(error, Exception):
                await self.aclose()
            raise
        self._after_error = False
        return taken

    async def _take(self, position: Position, stride: int | None) -> tuple[Response[list[T]], bool]:
        deadline = time.monotonic() + self._deadline
        tries = 0
        limited: RateLimitError | None = None
        while True:
            page = await self._started(position, stride)
            try:
                # The page keeps to a deadline of its own; after a wait, what is left of this one is shorter.
                response = await page.response(deadline - time.monotonic() if tries else None)
            except RateLimitError as error:
                limited = error
            else:
                break
            tries += 1
            self._size = max(self._size // 2, 1)
            delay = limited.retry_after or backoff(tries, random.random())
            if delay >= deadline - time.monotonic():
                raise limited
            log_rate_limited(limited.path, delay, self._size)
            await sleep(delay)
            # Others that were refused at the same time have not to wait a second time.
            self._forget_failed()
        self._pending.pop(position.offset, None)
        if response is None:
            assert limited is not None
            await stop([page])
            raise late_after_rate_limit(limited.path, self._deadline, tries + 1)
        self._size = min(self._size + 1, self._most)
        return response, page.asked_at.knew_less_than(position)

    async def _started(self, position: Position, stride: int | None) -> AsyncPending[T]:
        """The page at the walk's position. Those that the walk will come to are started, others let go of."""
        # Whoever closes the walk meanwhile takes these away.
        pending = self._pending
        keep = wanted_offsets(position, stride, self._most)
        gone = [offset for offset, page in pending.items() if offset not in keep or page.lost]
        await stop([pending.pop(offset) for offset in gone])
        for offset in keep[: self._size]:
            if offset not in pending:
                # Known before it runs, so that it is never out of reach of whoever closes or interrupts the walk.
                pending[offset] = AsyncPending(self._fetch, position, offset)
                pending[offset].start()
        return pending[position.offset]

    async def _fetch(self, position: Position, offset: int) -> Response[list[T]]:
        # Keeps this object, so that a walk whose consumer left can still be closed.
        return await self._fetch_page(position, offset)

    def _forget_failed(self) -> None:
        self._pending = {offset: page for offset, page in self._pending.items() if not page.failed}

    async def aclose(self) -> None:
        """Cancel what is on its way."""
        pages, self._pending = list(self._pending.values()), {}
        await stop(pages)
