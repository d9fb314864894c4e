# Derived from _async/window.py by `make sync-twins`: change that file, not this one.
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
from .io import FetchPage, Pending, sleep

if TYPE_CHECKING:
    from beyondwords_api.types import Response

T = TypeVar("T")


class Window(Generic[T]):
    """The next pages of one walk, at most `most` of them, in flight or waiting to be taken.

    A 429 halves how many are started, and each good page lets one more; a window of one page always
    remains, so the walk goes on.
    """

    def __init__(self, fetch_page: FetchPage[T], most: int, deadline: float) -> None:
        self._fetch_page = fetch_page
        self._most = most
        self._size = most
        self._deadline = deadline
        self._pending: dict[int, Pending[T]] = {}

    def take(self, position: Position, stride: int | None) -> Response[list[T]]:
        """The page at the walk's position, while the following ones are on their way.

        Raises:
            BeyondWordsError: The page failed; the following ones stay on their way.
        """
        deadline = time.monotonic() + self._deadline
        tries = 0
        while True:
            self._fill(position, stride)
            pending = self._pending[position.offset]
            try:
                response = pending.response()
            except RateLimitError as error:
                tries += 1
                delay = error.retry_after or backoff(tries, random.random())
                if delay >= deadline - time.monotonic():
                    raise
                limited = error
            except BaseException as error:
                if not isinstance(error, Exception):
                    self.close()
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
            sleep(delay)

    def _fill(self, position: Position, stride: int | None) -> None:
        """Let go of pages that the walk will not come to, and start those it will."""
        keep = wanted_offsets(position, stride, self._most)
        for offset in [offset for offset in self._pending if offset not in keep]:
            self._pending.pop(offset).cancel()
        for offset in keep[: self._size]:
            if offset not in self._pending:
                self._pending[offset] = Pending(self._fetch_page, position, offset)

    def _forget(self, offsets: Sequence[int]) -> None:
        for offset in offsets:
            del self._pending[offset]

    def close(self) -> None:
        """Cancel what is on its way."""
        pending, self._pending = list(self._pending.values()), {}
        for page in pending:
            page.cancel()
