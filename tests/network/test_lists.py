"""Lists over real sockets: pages side by side (`prefetch=`), and what fails: rate limits, ignored offsets, iterators
that are left, closed or short of threads."""

from __future__ import annotations

import asyncio
import gc
import itertools
import logging
import random
import sys
import threading
import time
from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from typing import Any

import httpx
import pytest

from beyondwords import AsyncBeyondWords, BeyondWords, errors
from tests.fake_server import PATIENCE, FakeServer, hangs, page_bytes, responds, response_bytes, sends
from tests.sides import KEY, Side, ends, error_of, ids, page, printed_by


def listed(side: Side, server: FakeServer, prefetch: int = 4, **arguments: Any) -> Any:
    return side.client(base_url=server.base_url).background_tracks.list(prefetch=prefetch, **arguments)


# Pages side by side: how many, in which order, and which


@pytest.mark.parametrize(
    ("prefetch", "tell_total", "at_once"), [(2, True, 2), (7, True, 7), (4, False, 1), (1, True, 1)]
)
def test_that_many_pages_are_in_flight_once_the_total_is_known(
    side: Side, server: FakeServer, prefetch: int, tell_total: bool, at_once: int
) -> None:
    server.tell_total, server.latency = tell_total, 0.005
    # None of the first ones is answered before all of them are there.
    for number in range(1, at_once + 1):
        server.at[number * 10] = [server.after(lambda: len(server.requests) >= 1 + at_once)]
    assert ids(side.all(listed(side, server, prefetch))) == list(range(100))
    assert server.most_in_flight == at_once
    assert len(server.requests) == 10 + (not tell_total)


def test_rows_come_in_order_whatever_is_answered_first(side: Side, server: FakeServer) -> None:
    server.at[10] = [server.after(lambda: {20, 30, 40} <= set(server.answered))]
    server.at[20] = [server.after(lambda: {30, 40} <= set(server.answered))]
    server.at[30] = [server.after(lambda: 40 in server.answered)]
    pages = side.all(listed(side, server).pages())
    assert [(found.offset, len(found.items), found.total) for found in pages] == [
        (offset, 10, 100) for offset in range(0, 100, 10)
    ]
    assert server.answered[:5] == [0, 40, 30, 20, 10]


@pytest.mark.parametrize("prefetch", [1, 4])
@pytest.mark.parametrize(
    ("arguments", "rows", "asked"),
    [
        ({}, range(100), dict.fromkeys(range(0, 100, 10))),
        ({"offset": 7}, range(7, 100), dict.fromkeys(range(7, 100, 10))),
        ({"offset": 95}, range(95, 100), {95: None}),
        # A step is the rows of the first page.
        ({"limit": 50}, range(100), dict.fromkeys(range(0, 100, 20), "50")),
        ({"max_items": 0}, range(0), {}),
        ({"max_items": 7}, range(7), {0: None}),
        ({"max_items": 10}, range(10), {0: None}),
        ({"max_items": 13}, range(13), {0: None, 10: None}),
        ({"max_items": 20}, range(20), {0: None, 10: None}),
        ({"max_items": 7, "limit": 10}, range(7), {0: "7"}),
        ({"max_items": 20, "limit": 10}, range(20), {0: "10", 10: "10"}),
        ({"max_items": 41, "offset": 3}, range(3, 44), dict.fromkeys(range(3, 44, 10))),
        ({"max_items": 43, "limit": 10}, range(43), {0: "10", 10: "10", 20: "10", 30: "10", 40: "3"}),
        ({"max_items": 1000}, range(100), dict.fromkeys(range(0, 100, 10))),
    ],
    ids=str,
)
def test_each_page_is_asked_for_once_and_none_in_vain(
    side: Side, server: FakeServer, prefetch: int, arguments: Any, rows: range, asked: dict[int, str | None]
) -> None:
    server.most = 20
    pager = listed(side, server, prefetch, **arguments)
    iterator = side.iterate(pager)
    assert ids(side.all(iterator)) == list(rows)
    assert iterator.resume_offset == rows.stop
    found = sorted((request.offset, request.query("pagination[limit]")) for request in server.requests)
    assert found == list(asked.items())
    # Each iteration has its own `max_items`.
    assert len(side.all(pager)) == len(rows)


# After anything unexpected


UNEXPECTED: dict[str, tuple[bytes, int]] = {
    "another total": (page_bytes(range(10, 20), total=60, offset=10), 20),
    "a short page": (page_bytes(range(10, 15), total=100, offset=10), 15),
    "a page that failed": (response_bytes(500), 20),
    "a page that repeats": (page_bytes(range(10), total=100, offset=10), 10),
}


@pytest.mark.parametrize("name", UNEXPECTED)
def test_after_anything_unexpected_each_page_is_asked_for_anew_and_alone(
    side: Side, server: FakeServer, name: str
) -> None:
    sent, following = UNEXPECTED[name]
    server.at[10] = [sends(sent)]
    iterator = side.iterate(listed(side, server))
    rows = ids(side.take(iterator, 10))
    # The first of the new page, or the error: meanwhile three more pages were asked for.
    try:
        rows.append(side.next(iterator).id)
    except errors.PaginationError:
        assert name == "a page that repeats"
    side.until(lambda: {20, 30, 40} <= set(server.answered) and not server.in_flight)
    if name == "another total":
        server.rows = 60
    asked, server.most_in_flight, server.latency = len(server.requests), 0, 0.01
    assert rows + ids(side.all(iterator)) == list(range(server.rows or 0))
    assert server.offsets[asked:] == list(range(following, server.rows or 0, 10))
    assert server.most_in_flight == 1


# When requests start, and what is left


def test_requests_start_only_when_a_row_is_wanted(side: Side, server: FakeServer) -> None:
    iterator = side.iterate(listed(side, server))
    assert server.requests == []
    side.take(iterator, 10)
    assert len(server.requests) <= 5
    side.next(iterator)
    # No more pages are fetched ahead than asked for, however long nobody wants a row.
    side.sleep(0.1)
    assert len(server.requests) <= 6


def test_no_more_than_a_hundred_pages_are_on_their_way() -> None:
    with FakeServer(rows=400, page_size=1) as server, BeyondWords(KEY, base_url=server.base_url) as client:
        server.latency = 0.3
        rows = iter(client.background_tracks.list(limit=1, prefetch=390))
        assert [next(rows).id, next(rows).id] == [0, 1]
        assert 2 < sum(thread.name == "beyondwords" for thread in threading.enumerate()) <= 100
        rows.close()


# Attempts


@pytest.mark.parametrize(("status", "max_attempts"), [(429, 2), (503, 1)])
@pytest.mark.parametrize("prefetch", [1, 8])
def test_max_attempts_bounds_every_request(
    side: Side, server: FakeServer, prefetch: int, max_attempts: int, status: int
) -> None:
    """A page that failed ahead is asked for again when its turn comes: twice as often, and never more."""
    refusal = responds(status, Retry_After="0.05")
    server.at.update({offset: [refusal] * 100 for offset in range(10, 100, 10)})
    client = side.client(base_url=server.base_url, max_attempts=max_attempts, deadline=8)
    iterator = side.iterate(client.background_tracks.list(prefetch=prefetch))
    rows = ids(side.take(iterator, 10))
    for times in range(4):
        assert (
            error_of(
                side, iterator, errors.RateLimitError if status == 429 else errors.InternalServerError
            ).resume_offset
            == 10
        )
        assert server.wait_until(lambda: server.in_flight == 0)
        assert times or max(Counter(server.offsets).values()) <= 2 * max_attempts
        assert len(server.requests) <= 1 + (prefetch + 1 + times) * max_attempts
    server.at.clear()
    assert rows + ids(side.take(iterator, 90)) == list(range(100))


# Rows that come twice


def rows_of(start: int, stop: int, **headers: int) -> httpx.Response:
    return page(range(max(start, 0), min(stop, 25)), **headers)


SERVERS: dict[str, Callable[[int, int], httpx.Response]] = {
    "ignores the offset": lambda offset, limit: rows_of(0, limit),
    "ignores it and tells a total": lambda offset, limit: rows_of(0, limit, total=25),
    "starts two rows early": lambda offset, limit: rows_of(offset - 2, max(offset - 2, 0) + limit, total=25),
    "counts from one": lambda offset, limit: rows_of(offset - 1, max(offset - 1, 0) + limit),
    "fills its last page": lambda offset, limit: rows_of(min(offset, 25 - limit), offset + limit, total=25),
    "rounds the offset": lambda offset, limit: rows_of(
        offset // limit * limit, (offset // limit + 1) * limit, total=25
    ),
    "comes round": lambda offset, limit: rows_of(offset % 20, offset % 20 + limit, total=1000),
    "tells a total that never comes": lambda offset, limit: rows_of(offset, offset + limit, total=10**18 - 1),
    "goes back at the end": lambda offset, limit: rows_of(offset % 20, 5 if offset >= 20 else offset + limit, total=25),
}


@pytest.mark.parametrize("name", SERVERS)
def test_rows_never_come_twice_in_silence(side: Side, name: str, caplog: pytest.LogCaptureFixture) -> None:
    def handler(request: httpx.Request) -> httpx.Response:
        asked = request.url.params
        return SERVERS[name](int(asked.get("pagination[offset]", 0)), int(asked.get("pagination[limit]", 10)))

    client = side.client(handler)
    # 15 and 23 rows make the last page shorter than the others.
    for max_items, prefetch in itertools.product((None, 15, 23), (1, 2, 8)):
        caplog.clear()
        iterator = side.iterate(client.background_tracks.list(limit=10, max_items=max_items, prefetch=prefetch))
        rows: list[int] = []
        noticed = False
        try:
            while len(rows) <= 25:
                rows.append(side.next(iterator).id)
        except side.stop:
            noticed = any(record.levelno >= logging.WARNING for record in caplog.records)
        except errors.PaginationError:
            noticed = True
        assert len(rows) <= 25, "it does not end"
        assert noticed or rows == list(range(25))[:max_items], f"{max_items=}, {prefetch=}: {rows}"


# Iterators that are closed or left


@pytest.mark.parametrize("prefetch", [1, 4])
@pytest.mark.parametrize("what", ["rows", "pages", "client"])
def test_what_is_closed_while_a_page_is_waited_for_stays_ended(
    side: Side, server: FakeServer, prefetch: int, what: str
) -> None:
    """What comes of the wait itself is free: the end, an error, or the page."""
    released = threading.Event()
    server.at.update({offset: [server.after(released.is_set)] for offset in range(10, 100, 10)})
    client = side.client(base_url=server.base_url)
    pager = client.background_tracks.list(limit=10, prefetch=prefetch)
    iterator = side.iterate(pager.pages() if what == "pages" else pager)
    side.take(iterator, 1 if what == "pages" else 10)
    waiting = side.start(side.next_of, iterator, None)
    side.until(lambda: server.in_flight == prefetch)
    with ends():
        side.close(client if what == "client" else iterator)
    released.set()
    with suppress(errors.BeyondWordsError, asyncio.CancelledError):
        side.finish(waiting)
    for _ in range(2):
        with pytest.raises(errors.BeyondWordsError if what == "client" else side.stop):
            side.next(iterator)
    assert server.wait_until(lambda: server.in_flight == 0)
    assert not server.wait_until(lambda: len(server.requests) > 1 + prefetch, patience=0.1), "no further page"


def test_iterators_left_early_cost_the_pool_no_place(server: FakeServer) -> None:
    """Some are closed, some only dropped, most are cancelled or run out of time, and always at another moment."""
    chance = random.Random(4)

    async def leave(bw: AsyncBeyondWords, number: int) -> None:
        soon, way = chance.random() * 0.1, number % 4
        client = bw.with_options(deadline=soon + 0.001) if way == 1 else bw
        iterator = aiter(client.background_tracks.list(limit=10, prefetch=8 if way == 0 else 1))
        with suppress(TimeoutError, errors.APITimeoutError):
            async with asyncio.timeout(soon if way > 1 else None):
                for _ in range(12):
                    await anext(iterator)
        if number % 8:
            await iterator.aclose()

    async def main() -> list[int]:
        async with AsyncBeyondWords(KEY, base_url=server.base_url, timeout=8, deadline=20, max_attempts=1) as bw:
            # More than there may be connections.
            await asyncio.gather(*(leave(bw, number) for number in range(150)))
            while server.in_flight:
                await asyncio.sleep(0.01)
            # Each is answered when all are there: as many as may be on their way at a time.
            server.most_in_flight = 0
            server.at[0] = [server.after(lambda: server.most_in_flight == 100)] * 100
            pages = await asyncio.gather(*(bw.background_tracks.list(limit=10).page() for _ in range(100)))
            return [len(page.items) for page in pages]

    assert asyncio.run(main()) == [10] * 100


# Threads


@pytest.mark.parametrize("first", [0, 1, 3], ids=["none starts", "one starts", "three start"])
def test_threads_that_cannot_be_started_mean_going_on_page_by_page(
    server: FakeServer, monkeypatch: pytest.MonkeyPatch, first: int
) -> None:
    start, refused, caller = threading.Thread.start, [], threading.current_thread()
    left = iter(range(first))

    def limited(thread: threading.Thread) -> None:
        # The server of this test needs its own.
        if threading.current_thread() is caller and next(left, None) is None:
            refused.append(thread.name)
            raise RuntimeError("can't start new thread")
        start(thread)

    with BeyondWords(KEY, base_url=server.base_url, max_attempts=1) as bw:
        iterator = iter(bw.background_tracks.list(limit=10, prefetch=4))
        monkeypatch.setattr(threading.Thread, "start", limited)
        assert ids(iterator) == list(range(100))
    assert refused


def test_a_client_that_is_closed_while_pages_are_fetched_ahead_leaves_no_connection(
    side: Side, request: pytest.FixtureRequest
) -> None:
    # Nothing is closed by being forgotten.
    gc.disable()
    request.addfinalizer(gc.enable)
    with FakeServer(rows=400) as server:
        for _ in range(8):
            client = side.client(base_url=server.base_url)
            side.take(side.iterate(client.background_tracks.list(prefetch=16)), 15)
            side.close(client)
        side.until(lambda: server.connections_open == 0)


def test_an_iterator_has_one_reader_at_a_time(side: Side, server: FakeServer) -> None:
    server.at[10] = [hangs]
    client = side.client(base_url=server.base_url)
    rows = side.iterate(client.background_tracks.list())
    side.take(rows, 10)
    reading = side.start(side.next_of, rows)
    side.until(lambda: server.in_flight)
    with pytest.raises(errors.ConfigurationError, match="another thread or task is reading this iterator"):
        side.next(rows)
    side.close(client)
    with pytest.raises(errors.APIConnectionError):
        side.finish(reading)


def test_threads_that_share_an_iterator_get_every_row_once_or_are_refused() -> None:
    found: list[Any] = []
    unexpected: list[Exception] = []

    def read() -> None:
        while True:
            try:
                found.append(next(rows).id)
            except StopIteration:
                return
            except errors.ConfigurationError:
                time.sleep(0.001)
            except Exception as error:
                unexpected.append(error)
                return

    # Threads take turns often, so that they meet.
    before = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    with FakeServer(rows=150, page_size=3) as server, BeyondWords(KEY, base_url=server.base_url) as client:
        rows = iter(client.background_tracks.list())
        readers = [threading.Thread(target=read) for _ in range(4)]
        for reader in readers:
            reader.start()
        for reader in readers:
            reader.join(30)
    sys.setswitchinterval(before)
    assert unexpected == []
    assert sorted(found) == list(range(150))


# The end of a program


LEFT = """
import asyncio, sys
from beyondwords import AsyncBeyondWords, BeyondWords

async def main():
    bw = AsyncBeyondWords("key", base_url=sys.argv[1])
    async for track in bw.background_tracks.list(prefetch=4):
        if track.id == 10:
            break

asyncio.run(main())
bw = BeyondWords("key", base_url=sys.argv[2])
for track in bw.background_tracks.list(prefetch=4):
    if track.id == 10:
        break
"""


def test_a_program_ends_at_once_and_silently_while_pages_are_in_flight(server: FakeServer) -> None:
    with FakeServer(rows=100) as other:
        for each in (server, other):
            each.at.update({20: [hangs], 30: [hangs], 40: [hangs]})
        with ends(PATIENCE):
            assert printed_by(LEFT, server.base_url, other.base_url) == ""
