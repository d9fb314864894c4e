"""`prefetch=`: pages side by side, over real sockets."""

from __future__ import annotations

import asyncio
import gc
import threading
from typing import Any

import pytest

from beyondwords import AsyncBeyondWords, BeyondWords, PaginationError
from tests.fake_server import PATIENCE, FakeServer, hangs, page_bytes, response_bytes, sends
from tests.sides import KEY, Side, ends, ids, printed_by


def listed(side: Side, server: FakeServer, prefetch: int = 4, **arguments: Any) -> Any:
    return side.client(base_url=server.base_url).background_tracks.list(prefetch=prefetch, **arguments)


# How many at once, and in which order


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


# Which pages


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
    except PaginationError:
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


# Several loops, the end of a program


@pytest.mark.filterwarnings("ignore::ResourceWarning")
@pytest.mark.parametrize("tidy", [True, False])
def test_paging_goes_on_in_another_loop(server: FakeServer, tidy: bool) -> None:
    server.at.update({20: [hangs], 30: [hangs], 40: [hangs]})
    bw = AsyncBeyondWords(KEY, base_url=server.base_url)
    iterator = aiter(bw.background_tracks.list(prefetch=4))

    async def take(count: int) -> list[int]:
        rows = ids([await anext(iterator) for _ in range(count)])
        while server.in_flight < 3 and count == 11:
            await asyncio.sleep(0.005)
        return rows

    if tidy:
        assert asyncio.run(take(11)) == list(range(11))
    else:
        loop = asyncio.new_event_loop()
        assert loop.run_until_complete(take(11)) == list(range(11))
        loop.close()
    assert asyncio.run(take(89)) == list(range(11, 100))
    asyncio.run(bw.aclose())
    # What is left of the first loop's pool goes here, and not in another test.
    gc.collect()


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
