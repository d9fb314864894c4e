# Derived from _async/prefetch.py by `make sync-twins`: change that file, not this one.
"""Pages fetched ahead of the one that is asked for."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from .._settings import MAX_CONCURRENT_REQUESTS
from . import runtime

if TYPE_CHECKING:
    from beyondwords_api.types import Response


class Prefetch:
    """Up to `size` pages on their way at once, given out in order.

    Whatever is not as expected ends it (a page that failed, a short page, another total): what is on its way is dropped
    and ends by itself, and the pager goes on page by page.
    """

    def __init__(self, size: int) -> None:
        self._size = min(size, MAX_CONCURRENT_REQUESTS)
        self._running: dict[int, Any] = {}
        self._page_size = 0
        self._list_end = 0
        self._stopped = size == 1

    def learn_from_page(self, *, received: int, next_offset: int, end: int | None) -> None:
        """Learn from the first page how far to fetch ahead, and stop after one that does not fit it.

        Args:
            received: How many rows it brought.
            next_offset: Where the next page begins, in rows.
            end: Where the list ends, in rows; None where that is not known.
        """
        if self._page_size == 0 and end is not None:
            self._page_size, self._list_end = received, end
        elif end != self._list_end or (received != self._page_size and next_offset < self._list_end):
            self.close()

    def page_at(
        self, offset: int, items_left: int | None, fetch: Callable[[int, int | None], Any]
    ) -> Response[Any] | None:
        """The page at an offset, while those after it are fetched; None where it has to be fetched alone.

        `fetch` is called with an offset, and with how many items are left to deliver from there on.
        """
        if self._stopped or not self._page_size:
            return None
        for ahead in range(offset, self._list_end, self._page_size)[: self._size]:
            if ahead not in self._running:
                running = runtime.start(fetch, ahead, None if items_left is None else items_left - (ahead - offset))
                if running is None:
                    self.close()
                    return None
                self._running[ahead] = running
        response = runtime.result_of(self._running[offset]) if offset in self._running else None
        if response is None:
            self.close()
        # Not before: a caller that is cancelled while it waits comes for the same page again.
        self._running.pop(offset, None)
        return response

    def close(self) -> None:
        """Fetch nothing ahead any more."""
        self._stopped = True
        self._running = {}
