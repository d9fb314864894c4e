"""Pages on their way side by side."""

from __future__ import annotations

import random
import time
from collections.abc import Sequence
from typing import TYPE_CHECKING, Generic, TypeVar

from .._core.paging import Position, wanted_offsets
from .._core.retry import backoff
from .._logs import log_rate_limited
from ..errors import RateLimitError
from .io import AsyncPending, FetchPage, sleep

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

    async def take(self, position: Position, stride: int | None) -> Response[list[T]]:
        """The page at the walk's position, while the following ones are on their way.

        Raises:
            BeyondWordsError: The page failed; the following ones stay on their way.
        """
        deadline = time.monotonic() + self._deadline
        tries = 0
        while True:
            await self._fill(position, stride)
            pending = self._pending[position.offset]
            try:
                response = await pending.response()
            except RateLimitError as error:
                tries += 1
                delay = error.retry_after or backoff(tries, random.random())
                if delay >= deadline - time.monotonic():
                    raise
                limited = error
            except BaseException as error:
                if not isinstance(error, Exception):
                    await self.aclose()
                raise
            else:
                self._size = min(self._size + 1, self._most)
                return response
            finally:
                self._pending.pop(position.offset, None)
            self._size = max(self._size // 2, 1)
            # Others that were refused at the same time have not to wait a second time.
            self._forget([offset for offset, other in self._pending.items() if other.failed])
            log_rate_limited(limited.path, delay, self._size)
            await sleep(delay)

    async def _fill(self, position: Position, stride: int | None) -> None:
        """Let go of pages that the walk will not come to, and start those it will."""
        keep = wanted_offsets(position, stride, self._most)
        for offset in [offset for offset in self._pending if offset not in keep]:
            await self._pending.pop(offset).cancel()
        for offset in keep[: self._size]:
            if offset not in self._pending:
                self._pending[offset] = AsyncPending(self._fetch_page, position, offset)

    def _forget(self, offsets: Sequence[int]) -> None:
        for offset in offsets:
            del self._pending[offset]

    async def aclose(self) -> None:
        """Cancel what is on its way."""
        pending, self._pending = list(self._pending.values()), {}
        for page in pending:
            await page.cancel()
