"""Pages side by side: `prefetch=`, for both clients, over real sockets."""

from __future__ import annotations

import asyncio
import gc
import logging
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from typing import Any

import httpx
import pytest

import beyondwords_api.api.background_tracks.background_tracks_index as background_tracks_index
from beyondwords import (
    APITimeoutError,
    AsyncBeyondWords,
    BackgroundTrack,
    BeyondWords,
    BeyondWordsError,
    ConfigurationError,
    InternalServerError,
    PaginationError,
    RateLimitError,
)
from tests.wrapper.faulty_servers import Peer
from tests.wrapper.list_server import PATIENCE, Asked, ListServer, Reply, hold, page_bytes, refuse
from tests.wrapper.sides import KEY, Answers, Rows, Side, ids, page
from tests.wrapper.waits import noted_waits


@pytest.fixture
def server() -> Iterator[ListServer]:
    """100 rows, 10 a page."""
    with ListServer(100) as running:
        yield running


def client_of(side: Side, server: ListServer, **options: Any) -> Any:
    return side.client(base_url=server.base_url, **options)


def listed(side: Side, server: ListServer, prefetch: int = 4, **arguments: Any) -> Any:
    return client_of(side, server).background_tracks.list(prefetch=prefetch, **arguments)


def in_flight(side: Side) -> int:
    """Threads or tasks that fetch pages now."""
    if side.name == "sync":
        return sum(thread.name == "beyondwords page" for thread in threading.enumerate())

    async def tasks() -> int:
        return len(asyncio.all_tasks()) - 1

    found: int = side.wait(tasks())
    return found


def settled(side: Side, condition: Callable[[], bool]) -> bool:
    """Let what is under way go on until the condition holds; whether it came to that."""
    limit = time.monotonic() + PATIENCE
    while not condition():
        if time.monotonic() > limit:
            return False
        if side.name == "sync":
            time.sleep(0.005)
        else:
            side.wait(asyncio.sleep(0.005))
    return True


def nothing_left(side: Side, server: ListServer) -> bool:
    """No thread, no task, no connection."""
    return settled(side, lambda: in_flight(side) == 0 and server.connections == 0)


@pytest.fixture
def walk_waits(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """Waits of the walk end at once; the list tells how many seconds each would have lasted."""
    return noted_waits(monkeypatch, "window")


# How many at once


@pytest.mark.parametrize("prefetch", [2, 4, 7])
def test_that_many_pages_are_in_flight_once_the_total_is_known(side: Side, server: ListServer, prefetch: int) -> None:
    server.slowness = 0.01
    # None of the first ones is answered before all of them are there.
    for number in range(1, prefetch + 1):
        server.replies[number * 10] = [server.after(lambda: len(server.asked) >= 1 + prefetch)]
    assert ids(side.all(listed(side, server, prefetch))) == list(range(100))
    assert server.most_at_once == prefetch
    assert len(server.asked) == 10


def test_before_the_total_is_known_there_is_one(side: Side, server: ListServer) -> None:
    during: list[int] = []

    def slow(peer: Peer, asked: Asked) -> None:
        time.sleep(0.05)
        during.append(len(server.asked))
        server.rows(peer, asked)

    server.replies[0] = [slow]
    assert len(side.all(listed(side, server))) == 100
    assert during == [1]


def test_one_page_at_a_time_is_the_default_and_needs_no_thread_or_task(side: Side, server: ListServer) -> None:
    seen: list[int] = []

    def look(peer: Peer, asked: Asked) -> None:
        seen.append(sum(thread.name == "beyondwords page" for thread in threading.enumerate()))
        server.rows(peer, asked)

    server.replies[30] = [look]
    iterator = side.iterate(client_of(side, server).background_tracks.list())
    assert ids(side.take(iterator, 35)) == list(range(35))
    assert server.most_at_once == 1
    assert seen == [0]
    assert in_flight(side) == 0


def test_rows_come_in_order_whatever_is_answered_first(side: Side, server: ListServer) -> None:
    server.replies[10] = [server.after(lambda: {20, 30, 40} <= set(server.answered))]
    server.replies[20] = [server.after(lambda: {30, 40} <= set(server.answered))]
    server.replies[30] = [server.after(lambda: 40 in server.answered)]
    assert ids(side.all(listed(side, server))) == list(range(100))
    assert server.answered[:5] == [0, 40, 30, 20, 10]


def test_pages_come_in_order_with_their_headers(side: Side, server: ListServer) -> None:
    pages = side.all(listed(side, server).pages())
    assert [(found.offset, len(found.items), found.total) for found in pages] == [
        (offset, 10, 100) for offset in range(0, 100, 10)
    ]


def test_no_more_pages_than_that_are_held(side: Side, server: ListServer) -> None:
    # Other tests have no rows up there.
    server.count, start = 1_000_100, 1_000_000
    ours = range(start, server.count)

    def held() -> int:
        return sum(isinstance(each, BackgroundTrack) and each.id in ours for each in gc.get_objects())

    def count(peer: Peer, asked: Asked) -> None:
        # The following ones are there; what the caller has done with must be gone.
        server.wait_until(lambda: start + 50 in server.answered)
        time.sleep(0.05)
        while_waiting.append(held())
        server.rows(peer, asked)

    while_waiting: list[int] = []
    server.replies[start + 30] = [count]
    iterator = side.iterate(listed(side, server, 3, offset=start))
    for _ in range(31):
        side.next(iterator)
    assert settled(side, lambda: in_flight(side) == 0)
    assert while_waiting == [20]
    assert held() == 30


def test_paginate_fetches_side_by_side_too(side: Side, server: ListServer) -> None:
    for offset in (10, 20, 30, 40):
        server.replies[offset] = [server.after(lambda: len(server.asked) >= 5)]
    pager = client_of(side, server).paginate(background_tracks_index, prefetch=4)
    assert ids(side.all(pager)) == list(range(100))
    assert server.most_at_once == 4


@pytest.mark.parametrize("prefetch", [1, 4])
def test_where_no_offset_is_asked_for_the_first_request_has_none(side: Side, prefetch: int) -> None:
    server = Rows(15)
    client = side.client(server)
    side.all(client.background_tracks.list(prefetch=prefetch))
    side.all(client.background_tracks.list(prefetch=prefetch, offset=0))
    side.all(client.background_tracks.list(prefetch=prefetch, offset=10, limit=5))
    assert server.asked == [(None, None), ("10", None), ("0", None), ("10", None), ("10", "5")]


@pytest.mark.parametrize(
    ("value", "error"),
    [(0, ValueError), (-1, ValueError), (True, TypeError), (2.0, TypeError), ("4", TypeError), (None, TypeError)],
)
def test_another_prefetch_is_refused_before_any_request(side: Side, value: object, error: type[Exception]) -> None:
    server = Rows(1)
    client = side.client(server)
    for make in (client.background_tracks.list, lambda **given: client.paginate(background_tracks_index, **given)):
        with pytest.raises(error, match="prefetch must be"):
            make(prefetch=value)
    assert server.requests == []


# Where the next pages start


def test_the_stride_is_the_rows_of_the_first_page(side: Side, server: ListServer) -> None:
    server.most = 8
    assert ids(side.all(listed(side, server, limit=50))) == list(range(100))
    assert sorted(server.offsets) == list(range(0, 100, 8))


@pytest.mark.parametrize("offset", [0, 7, 95])
def test_a_walk_starts_at_its_offset(side: Side, server: ListServer, offset: int) -> None:
    assert ids(side.all(listed(side, server, offset=offset))) == list(range(offset, 100))
    assert sorted(server.offsets) == list(range(offset, 100, 10))


def test_a_short_page_discards_what_is_in_flight_and_goes_on_from_the_rows_received(
    side: Side, server: ListServer
) -> None:
    # What was asked for beyond it is never answered.
    server.replies[20] = [server.some_rows(7)]
    for offset in (30, 40, 50):
        server.replies[offset] = [hold]
    iterator = side.iterate(listed(side, server))
    rows = ids(side.take(iterator, 28))
    assert settled(side, lambda: in_flight(side) == 0)
    assert rows + ids(side.all(iterator)) == list(range(100))
    assert sorted(set(server.offsets) - {30, 40, 50}) == [0, 10, 20, 27, 37, 47, 57, 67, 77, 87, 97]


def test_pages_that_stay_short_lose_and_double_nothing(side: Side, server: ListServer) -> None:
    for offset in range(10, 100):
        server.replies[offset] = [server.some_rows(4)]
    assert ids(side.all(listed(side, server))) == list(range(100))


def test_a_page_larger_than_the_first_doubles_nothing(side: Side, server: ListServer) -> None:
    server.replies[0] = [server.some_rows(4)]
    assert ids(side.all(listed(side, server))) == list(range(100))


def test_without_a_total_it_is_one_page_at_a_time(side: Side, server: ListServer) -> None:
    server.tell_total = False
    server.slowness = 0.005
    assert ids(side.all(listed(side, server))) == list(range(100))
    assert server.most_at_once == 1
    assert server.offsets == list(range(0, 101, 10))


@pytest.mark.parametrize("total", [0, 3, 10])
def test_a_total_that_the_rows_contradict_is_as_good_as_none(side: Side, total: int) -> None:
    pages = [page(range(11), total=total), page(range(11, 22), total=total), page([], total=total)]
    server = Answers(*pages)
    assert ids(side.all(side.client(server).background_tracks.list(prefetch=4))) == list(range(22))
    assert [offset for offset, _ in server.asked] == [None, "11", "22"]


def test_a_total_that_grows_is_followed(side: Side, server: ListServer) -> None:
    server.count = 35

    def grow(peer: Peer, asked: Asked) -> None:
        server.wait_until(lambda: 20 in server.answered)
        server.count = 72
        server.rows(peer, asked)

    server.replies[30] = [grow]
    assert ids(side.all(listed(side, server))) == list(range(72))


def test_the_older_answer_of_a_later_page_is_no_end(side: Side, server: ListServer) -> None:
    """The last page is answered before the list grows, the one before it after that."""
    server.count = 35

    def grow(peer: Peer, asked: Asked) -> None:
        server.wait_until(lambda: 30 in server.answered)
        server.count = 72
        server.rows(peer, asked)

    server.replies[20] = [grow]
    assert ids(side.all(listed(side, server))) == list(range(72))


def test_a_total_that_shrinks_ends_the_walk_and_what_is_in_flight(side: Side, server: ListServer) -> None:
    def shrink(peer: Peer, asked: Asked) -> None:
        server.wait_until(lambda: {30, 40} <= set(server.offsets))
        server.count = 25
        server.rows(peer, asked)

    server.replies[20] = [shrink]
    for offset in (30, 40, 50):
        server.replies[offset] = [hold]
    iterator = side.iterate(listed(side, server))
    assert ids(side.take(iterator, 25)) == list(range(25))
    assert in_flight(side) == 0
    with pytest.raises(side.stop):
        side.next(iterator)


@pytest.mark.parametrize(
    ("max_items", "limit", "asked"),
    [
        (0, 10, []),
        (7, 10, [(0, 7)]),
        (10, 10, [(0, 10)]),
        (20, 10, [(0, 10), (10, 10)]),
        (43, 10, [(0, 10), (10, 10), (20, 10), (30, 10), (40, 3)]),
        (60, 10, [(offset, 10) for offset in range(0, 60, 10)]),
        (1000, 10, [(offset, 10) for offset in range(0, 100, 10)]),
    ],
)
def test_max_items_is_kept_without_a_needless_request_or_row(
    side: Side, server: ListServer, max_items: int, limit: int, asked: list[tuple[int, int]]
) -> None:
    rows = ids(side.all(listed(side, server, max_items=max_items, limit=limit)))
    assert rows == list(range(min(max_items, 100)))
    assert sorted((each.offset, each.limit) for each in server.asked) == asked


def test_without_a_limit_max_items_asks_for_no_page_beyond(side: Side, server: ListServer) -> None:
    assert ids(side.all(listed(side, server, max_items=41, offset=3))) == list(range(3, 44))
    assert sorted(server.offsets) == [3, 13, 23, 33, 43]


# Rate limits


def test_a_429_is_waited_out_and_the_walk_goes_on(
    side: Side, server: ListServer, walk_waits: list[float], caplog: pytest.LogCaptureFixture
) -> None:
    server.replies[30] = [refuse(429, Retry_After="7"), refuse(429)]
    with caplog.at_level(logging.WARNING, logger="beyondwords"):
        assert ids(side.all(listed(side, server))) == list(range(100))
    # The first as the server says, the second as tries of one page grow: twice 0.25 to 0.5 s.
    assert walk_waits[0] == 7
    assert 0.5 <= walk_waits[1] <= 1
    assert caplog.messages[0] == "GET /background_tracks: 429, going on in 7.00 s with at most 2 pages at once"


def test_pages_refused_together_are_waited_for_once(side: Side, server: ListServer, no_waits: list[float]) -> None:
    walk_waits: list[float] = []

    def refuse_all(peer: Peer, asked: Asked) -> None:
        server.wait_until(lambda: len(server.asked) >= 5)
        # Not at the same moment: the last come while the first is waited out.
        time.sleep(0.002 * asked.offset)
        refuse(429, Retry_After="3")(peer, asked)

    for offset in (10, 20, 30, 40):
        server.replies[offset] = [refuse_all]

    def wait(seconds: float) -> None:
        walk_waits.append(seconds)
        time.sleep(0.2)

    async def wait_async(seconds: float) -> None:
        walk_waits.append(seconds)
        await asyncio.sleep(0.2)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("beyondwords._sync.window.sleep", wait)
        patch.setattr("beyondwords._async.window.sleep", wait_async)
        client = client_of(side, server, max_attempts=3)
        assert ids(side.all(client.background_tracks.list(prefetch=4))) == list(range(100))
    assert walk_waits == [3]
    # No page waits for itself.
    assert no_waits == []


def test_a_429_narrows_the_window_and_good_pages_widen_it(
    side: Side, server: ListServer, walk_waits: list[float]
) -> None:
    server.count = 400
    # Half of eight, then one more for each good page, and at last eight again.
    last_of = {100: 130, 110: 150, 260: 330}
    seen: list[list[int]] = []

    def refuse_with_all_others(peer: Peer, asked: Asked) -> None:
        server.wait_until(lambda: 170 in server.offsets)
        if asked.offset == 100:
            server.wait_until(lambda: server.under_way == 1)
            time.sleep(0.05)
        refuse(429)(peer, asked)

    def look(peer: Peer, asked: Asked) -> None:
        # The page before it is there; all that the window allows comes, and time is left for more.
        server.wait_until(lambda: asked.offset - 10 in server.answered)
        server.wait_until(lambda: last_of[asked.offset] in server.offsets[18:])
        time.sleep(0.05)
        seen.append(sorted(server.offsets[18:]))
        server.rows(peer, asked)

    for offset in range(100, 180, 10):
        server.replies[offset] = [refuse_with_all_others]
    server.replies[100].append(look)
    server.replies[110].append(look)
    server.replies[260] = [look]
    assert ids(side.all(listed(side, server, 8))) == list(range(400))
    assert len(walk_waits) == 1
    assert seen[0] == [100, 110, 120, 130]
    assert seen[1] == list(range(100, 160, 10))
    assert seen[2][-1] == 330


@pytest.mark.usefixtures("walk_waits")
def test_a_window_of_one_page_always_remains(side: Side, server: ListServer, caplog: pytest.LogCaptureFixture) -> None:
    for offset in range(0, 100, 10):
        server.replies[offset] = [refuse(429) for _ in range(3)]
    with caplog.at_level(logging.WARNING, logger="beyondwords"):
        assert ids(side.all(listed(side, server))) == list(range(100))
    fields = [
        (record.__dict__["method"], record.__dict__["path"], record.__dict__["status"]) for record in caplog.records
    ]
    assert set(fields) == {("GET", "/background_tracks", 429)}
    narrowed = [message.partition(" with ")[2] for message in caplog.messages[:3]]
    assert narrowed == ["at most 2 pages at once", "at most 1 pages at once", "at most 1 pages at once"]


def test_a_wait_beyond_the_deadline_is_raised_at_once_and_tells_where_to_go_on(
    side: Side, server: ListServer, walk_waits: list[float]
) -> None:
    for offset in (20, 30, 40, 50):
        server.replies[offset] = [refuse(429, Retry_After="3600")]
    iterator = side.iterate(listed(side, server))
    assert ids(side.take(iterator, 20)) == list(range(20))
    with pytest.raises(RateLimitError) as caught:
        side.next(iterator)
    assert settled(side, lambda: in_flight(side) == 0)
    assert (caught.value.resume_offset, caught.value.retry_after) == (20, 3600)
    assert walk_waits == []
    # The others that were refused with it are not told again.
    assert ids(side.all(iterator)) == list(range(20, 100))


def test_waits_for_one_page_end_at_the_deadline(side: Side, server: ListServer) -> None:
    server.replies[20] = [refuse(429, Retry_After="0.2") for _ in range(50)]
    client = client_of(side, server, deadline=0.7)
    iterator = side.iterate(client.background_tracks.list(prefetch=2))
    side.take(iterator, 20)
    with pytest.raises(RateLimitError) as caught:
        side.next(iterator)
    assert caught.value.resume_offset == 20
    assert server.offsets.count(20) <= 4


def test_a_page_that_hangs_after_a_wait_has_no_second_deadline(side: Side, server: ListServer) -> None:
    server.replies[20] = [refuse(429, Retry_After="0.3"), hold]
    client = client_of(side, server, deadline=0.5)
    iterator = side.iterate(client.background_tracks.list(prefetch=2))
    side.take(iterator, 20)
    with pytest.raises(APITimeoutError) as caught:
        side.next(iterator)
    said = "no complete answer within the deadline of 0.5 s, waits after a 429 included (attempt 2)"
    assert str(caught.value) == f"GET /background_tracks: {said}"
    assert (caught.value.method, caught.value.path, caught.value.attempts) == ("GET", "/background_tracks", 2)
    assert caught.value.resume_offset == 20
    assert in_flight(side) == 0
    assert ids(side.all(iterator)) == list(range(20, 100))


def test_one_page_by_itself_waits_for_its_429_like_any_call(
    side: Side, server: ListServer, no_waits: list[float]
) -> None:
    server.replies[0] = [refuse(429, Retry_After="2")]
    client = client_of(side, server, max_attempts=2)
    assert len(side.wait(client.background_tracks.list(prefetch=4).page()).items) == 10
    assert no_waits == [2]


def test_other_failures_are_tried_again_by_the_page_itself(
    side: Side, server: ListServer, no_waits: list[float]
) -> None:
    server.replies[30] = [refuse(503, Retry_After="2"), refuse(503, Retry_After="3")]
    client = client_of(side, server, max_attempts=3)
    assert ids(side.all(client.background_tracks.list(prefetch=4))) == list(range(100))
    assert no_waits == [2, 3]


# Errors on the way


def test_after_an_error_the_same_iterator_goes_on_and_nothing_else_is_asked_again(
    side: Side, server: ListServer
) -> None:
    server.replies[20] = [refuse(500), refuse(500)]
    iterator = side.iterate(listed(side, server))
    assert ids(side.take(iterator, 20)) == list(range(20))
    for _ in range(2):
        with pytest.raises(InternalServerError) as caught:
            side.next(iterator)
        assert caught.value.resume_offset == 20
        assert iterator.resume_offset == 20
    assert ids(side.all(iterator)) == list(range(20, 100))
    assert server.repeated == {20: 3}


def test_pages_that_failed_together_are_one_error(side: Side, server: ListServer) -> None:
    for offset in (10, 20, 30, 40):
        server.replies[offset] = [refuse(500)]
    iterator = side.iterate(listed(side, server))
    side.take(iterator, 10)
    with pytest.raises(InternalServerError):
        side.next(iterator)
    assert settled(side, lambda: in_flight(side) == 0)
    assert ids(side.all(iterator)) == list(range(10, 100))


def test_a_page_that_failed_ahead_is_an_error_only_when_the_walk_comes_there(side: Side, server: ListServer) -> None:
    server.replies[30] = [refuse(500)]
    iterator = side.iterate(listed(side, server))
    side.take(iterator, 11)
    assert settled(side, lambda: in_flight(side) == 0)
    assert ids(side.take(iterator, 19)) == list(range(11, 30))
    with pytest.raises(InternalServerError) as caught:
        side.next(iterator)
    assert caught.value.resume_offset == 30
    assert server.offsets.count(30) == 1


def test_a_page_that_repeats_is_an_error(side: Side, server: ListServer) -> None:
    def first_again(peer: Peer, asked: Asked) -> None:
        peer.send(page_bytes(range(10), total=100))

    server.replies[0] = [first_again]
    server.replies[20] = [first_again]
    iterator = side.iterate(listed(side, server))
    assert ids(side.take(iterator, 20)) == list(range(20))
    with pytest.raises(PaginationError, match="the page at offset 20 repeats an earlier page") as caught:
        side.next(iterator)
    assert caught.value.resume_offset == 20
    assert ids(side.all(iterator)) == list(range(20, 100))


def test_a_server_that_ignores_the_offset_is_found(side: Side) -> None:
    def always_the_first(request: httpx.Request) -> httpx.Response:
        return page(range(10), total=100)

    iterator = side.iterate(side.client(always_the_first).background_tracks.list(prefetch=4))
    assert len(side.take(iterator, 10)) == 10
    for _ in range(3):
        with pytest.raises(PaginationError, match="repeats"):
            side.next(iterator)


def test_a_page_from_elsewhere_and_an_empty_one_below_the_total_are_errors(side: Side, server: ListServer) -> None:
    server.replies[20] = [
        lambda peer, asked: peer.send(page_bytes(range(60, 70), total=100, offset=60)),
        lambda peer, asked: peer.send(page_bytes(range(0), total=100)),
    ]
    iterator = side.iterate(listed(side, server))
    side.take(iterator, 20)
    for said in ("asked for offset 20, the server answered with the page at offset 60", "empty, below the total"):
        with pytest.raises(PaginationError, match=said) as caught:
            side.next(iterator)
        assert caught.value.resume_offset == 20
    assert ids(side.all(iterator)) == list(range(20, 100))


def test_the_position_can_be_read_between_rows(side: Side, server: ListServer) -> None:
    iterator = side.iterate(listed(side, server, offset=85))
    seen = [iterator.resume_offset]
    for _ in range(15):
        side.next(iterator)
        seen.append(iterator.resume_offset)
    assert seen == list(range(85, 101))


# When requests start, and what is left


def test_requests_start_only_when_a_row_is_wanted_that_is_not_there(side: Side, server: ListServer) -> None:
    iterator = side.iterate(listed(side, server))
    assert server.asked == []

    def quiet_at(count: int) -> bool:
        came = settled(side, lambda: len(server.asked) >= count and in_flight(side) == 0)
        return came and len(server.asked) == count

    side.take(iterator, 10)
    assert quiet_at(1)
    side.next(iterator)
    assert quiet_at(5)
    side.take(iterator, 9)
    assert quiet_at(5)
    side.next(iterator)
    assert quiet_at(6)


def test_after_a_break_the_pages_in_flight_finish_and_no_more_start(side: Side, server: ListServer) -> None:
    left = threading.Event()

    def after_the_break(peer: Peer, asked: Asked) -> None:
        left.wait(PATIENCE)
        server.rows(peer, asked)

    for offset in (20, 30, 40):
        server.replies[offset] = [after_the_break]
    iterator = side.iterate(listed(side, server))
    side.take(iterator, 11)
    del iterator
    left.set()
    assert settled(side, lambda: {20, 30, 40} <= set(server.answered) and in_flight(side) == 0)
    assert sorted(server.offsets) == [0, 10, 20, 30, 40]


def walk_under_way(side: Side, server: ListServer, client: Any, *, others: int = 0) -> Any:
    """A walk that has delivered its second page, while the three following ones hang."""
    for offset in (20, 30, 40):
        server.replies[offset] = [hold]
    iterator = side.iterate(client.background_tracks.list(prefetch=4))
    side.take(iterator, 11)
    assert settled(side, lambda: server.under_way == others + 3 == in_flight(side))
    return iterator


def end(side: Side, closable: Any) -> None:
    side.wait(closable.aclose() if side.name == "async" else closable.close())


def test_closing_a_walk_cancels_what_is_in_flight(
    side: Side, server: ListServer, caplog: pytest.LogCaptureFixture
) -> None:
    client = client_of(side, server, max_attempts=3)
    iterator = walk_under_way(side, server, client)
    with caplog.at_level(logging.INFO, logger="beyondwords"):
        end(side, iterator)
        assert in_flight(side) == 0
        assert settled(side, lambda: server.under_way == 0)
    # What is cancelled is not tried again, and no news.
    assert caplog.messages == []
    assert len(server.asked) == 5
    with pytest.raises(side.stop):
        side.next(iterator)
    assert len(side.all(client.background_tracks.list(prefetch=4, max_items=10))) == 10


def test_closing_a_walk_over_pages_cancels_too(side: Side, server: ListServer) -> None:
    server.replies[30] = [hold]
    pages = client_of(side, server).background_tracks.list(prefetch=4).pages()
    side.take(pages, 2)
    end(side, pages)
    assert in_flight(side) == 0
    with pytest.raises(side.stop):
        side.next(pages)


@pytest.mark.parametrize("kept", [True, False], ids=["walk kept", "walk dropped"])
def test_closing_the_client_cancels_what_is_in_flight(side: Side, server: ListServer, kept: bool) -> None:
    client = client_of(side, server)
    iterator = walk_under_way(side, server, client)
    if not kept:
        del iterator
        gc.collect()
    side.close(client)
    assert in_flight(side) == 0
    assert nothing_left(side, server)
    assert len(server.asked) == 5
    if kept:
        with pytest.raises(ConfigurationError, match="closed") as caught:
            side.take(iterator, 10)
        assert caught.value.resume_offset == 20


def test_the_end_of_the_with_block_cancels_what_is_in_flight(server: ListServer) -> None:
    for offset in (20, 30, 40):
        server.replies[offset] = [hold]
    with BeyondWords(KEY, base_url=server.base_url) as bw:
        for track in bw.background_tracks.list(prefetch=4):
            if track.id == 10:
                break
    assert [thread for thread in threading.enumerate() if thread.name == "beyondwords page"] == []
    assert server.wait_until(lambda: server.connections == 0)


def test_the_end_of_the_async_with_block_cancels_what_is_in_flight(server: ListServer) -> None:
    for offset in (20, 30, 40):
        server.replies[offset] = [hold]

    async def main() -> int:
        async with AsyncBeyondWords(KEY, base_url=server.base_url) as bw:
            async for track in bw.background_tracks.list(prefetch=4):
                if track.id == 10:
                    break
        return len(asyncio.all_tasks())

    assert asyncio.run(main()) == 1
    assert server.wait_until(lambda: server.connections == 0)


def test_closing_a_copy_cancels_its_walks_and_no_others(side: Side, server: ListServer) -> None:
    client = client_of(side, server)
    copy = client.with_options(timeout=20)
    walk_of_parent = walk_under_way(side, server, client)
    walk_under_way(side, server, copy, others=3)
    side.close(copy)
    assert in_flight(side) == 3
    side.close(client)
    assert nothing_left(side, server)
    del walk_of_parent


def test_closing_the_client_cancels_the_walks_of_copies_also_of_forgotten_ones(side: Side, server: ListServer) -> None:
    client = client_of(side, server)
    walk_under_way(side, server, client.with_options(timeout=20))
    gc.collect()
    assert in_flight(side) == 3
    side.close(client)
    assert nothing_left(side, server)


def test_a_walk_keeps_to_the_options_of_its_copy(side: Side, server: ListServer) -> None:
    server.replies[10] = [refuse(429, Retry_After="2")]
    client = client_of(side, server).with_options(deadline=1)
    iterator = side.iterate(client.background_tracks.list(prefetch=2))
    side.take(iterator, 10)
    with pytest.raises(RateLimitError):
        side.next(iterator)


def test_a_thread_that_waits_for_a_page_learns_that_the_client_was_closed(server: ListServer) -> None:
    server.replies[10] = [hold]
    found: list[BaseException] = []
    with BeyondWords(KEY, base_url=server.base_url) as bw:
        iterator = iter(bw.background_tracks.list(prefetch=4))
        next(iterator)

        def rest() -> None:
            try:
                list(iterator)
            except BaseException as error:
                found.append(error)

        thread = threading.Thread(target=rest)
        thread.start()
        server.wait_until(lambda: 10 in server.offsets)
    thread.join(PATIENCE)
    assert [type(error) for error in found] == [ConfigurationError]
    assert "closed while a page was on its way" in str(found[0])


def test_a_task_that_waits_for_a_page_learns_that_the_client_was_closed(server: ListServer) -> None:
    server.replies[10] = [hold]

    async def main() -> BeyondWordsError:
        async with AsyncBeyondWords(KEY, base_url=server.base_url) as bw:
            iterator = aiter(bw.background_tracks.list(prefetch=4))
            await anext(iterator)

            async def rest() -> list[Any]:
                return [track async for track in iterator]

            task = asyncio.create_task(rest())
            while 10 not in server.offsets:
                await asyncio.sleep(0.005)
        with pytest.raises(ConfigurationError, match="closed while a page was on its way") as caught:
            await task
        assert len(asyncio.all_tasks()) == 1
        return caught.value

    assert asyncio.run(main()).resume_offset == 10


def test_the_key_function_may_close_the_client_from_within_a_page(side: Side, server: ListServer) -> None:
    asked = closed = 0
    client: Any = None

    def key() -> str:
        nonlocal asked, closed
        asked += 1
        if asked == 3:
            client.close()
            closed += 1
        return KEY

    async def key_async() -> str:
        nonlocal asked, closed
        asked += 1
        if asked == 3:
            await client.aclose()
            closed += 1
        return KEY

    client = client_of(side, server, api_key=key_async if side.name == "async" else key)
    iterator = side.iterate(client.background_tracks.list(prefetch=4))
    with pytest.raises(ConfigurationError, match="closed"):
        side.take(iterator, 100)
    assert nothing_left(side, server)
    assert closed == 1


# Interrupted


def interrupted_when(condition: Callable[[], object]) -> threading.Thread:
    """Ctrl-C for the main thread, once that is so."""
    main = threading.main_thread().ident
    assert main is not None

    def interrupt() -> None:
        limit = time.monotonic() + PATIENCE
        while not condition() and time.monotonic() < limit:
            time.sleep(0.005)
        time.sleep(0.02)
        signal.pthread_kill(main, signal.SIGINT)

    thread = threading.Thread(target=interrupt)
    thread.start()
    return thread


@pytest.mark.skipif(not hasattr(signal, "pthread_kill"), reason="this system has no signals for threads")
@pytest.mark.parametrize("reply", [hold, refuse(429, Retry_After="30")], ids=["in a request", "in a wait"])
def test_ctrl_c_in_a_walk_leaves_nothing_and_the_walk_could_go_on(server: ListServer, reply: Reply) -> None:
    server.replies[20] = [reply]
    for offset in (30, 40, 50):
        server.replies[offset] = [hold]
    client = BeyondWords(KEY, base_url=server.base_url)
    iterator = iter(client.background_tracks.list(prefetch=4))
    rows = [next(iterator).id for _ in range(20)]
    thread = interrupted_when(lambda: {20, 30, 40, 50} <= set(server.offsets))
    with pytest.raises(KeyboardInterrupt):
        next(iterator)
    thread.join()
    assert [each for each in threading.enumerate() if each.name == "beyondwords page"] == []
    assert server.wait_until(lambda: server.under_way == 0)
    assert rows + [track.id for track in iterator] == list(range(100))
    client.close()
    assert server.wait_until(lambda: server.connections == 0)


def test_ctrl_c_while_a_page_is_started_leaves_nothing(server: ListServer, monkeypatch: pytest.MonkeyPatch) -> None:
    start = threading.Thread.start

    def interrupted(thread: threading.Thread) -> None:
        start(thread)
        if thread.name == "beyondwords page" and server.wait_until(lambda: 10 in server.offsets):
            raise KeyboardInterrupt

    server.replies[10] = [hold]
    with BeyondWords(KEY, base_url=server.base_url) as bw:
        iterator = iter(bw.background_tracks.list(prefetch=2))
        for _ in range(10):
            next(iterator)
        monkeypatch.setattr(threading.Thread, "start", interrupted)
        with pytest.raises(KeyboardInterrupt):
            next(iterator)
        assert [each for each in threading.enumerate() if each.name == "beyondwords page"] == []


@pytest.mark.parametrize("reply", [hold, refuse(429, Retry_After="30")], ids=["in a request", "in a wait"])
def test_cancelling_the_task_of_a_walk_leaves_nothing_and_the_walk_could_go_on(
    server: ListServer, reply: Reply
) -> None:
    server.replies[20] = [reply]
    for offset in (30, 40, 50):
        server.replies[offset] = [hold]

    async def main() -> list[int]:
        async with AsyncBeyondWords(KEY, base_url=server.base_url) as bw:
            iterator = aiter(bw.background_tracks.list(prefetch=4))
            rows = ids([await anext(iterator) for _ in range(20)])
            task = asyncio.ensure_future(anext(iterator))
            while not {20, 30, 40, 50} <= set(server.offsets):
                await asyncio.sleep(0.005)
            await asyncio.sleep(0.02)
            task.cancel()
            with pytest.raises(asyncio.CancelledError):
                await task
            assert len(asyncio.all_tasks()) == 1
            return rows + ids([track async for track in iterator])

    assert asyncio.run(main()) == list(range(100))
    assert server.wait_until(lambda: server.connections == 0)


def test_cancelled_twice_still_leaves_nothing(server: ListServer) -> None:
    for offset in (10, 20, 30, 40):
        server.replies[offset] = [hold]

    async def main() -> None:
        async with AsyncBeyondWords(KEY, base_url=server.base_url) as bw:
            iterator = aiter(bw.background_tracks.list(prefetch=4))
            await anext(iterator)
            for _ in range(9):
                await anext(iterator)
            task = asyncio.ensure_future(anext(iterator))
            while server.under_way < 4:
                await asyncio.sleep(0.005)
            task.cancel()
            await asyncio.sleep(0)
            task.cancel()
            with pytest.raises(asyncio.CancelledError):
                await task
            await asyncio.sleep(0.02)
            assert len(asyncio.all_tasks()) == 1

    asyncio.run(main())


@pytest.mark.parametrize("prefetch", [1, 3])
def test_a_walk_that_is_cancelled_anywhere_loses_and_doubles_nothing(prefetch: int) -> None:
    class Stepwise(httpx.AsyncBaseTransport):
        """Answers after some steps of the event loop. The list turns out shorter than it was said to be, and
        what was asked for beyond it never comes."""

        async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
            offset = int(request.url.params.get("pagination[offset]", 0))
            for _ in range(3):
                await asyncio.sleep(0)
            if offset > 18:
                await asyncio.sleep(PATIENCE)
            return page(range(offset, min(offset + 4, 18)), total=40 if offset < 16 else 18)

    async def cancelled_after(steps: int) -> tuple[bool, list[int]]:
        rows: list[Any] = []
        cancelled = False
        async with AsyncBeyondWords(KEY, transport=Stepwise()) as bw:
            iterator = aiter(bw.background_tracks.list(prefetch=prefetch))

            async def walk() -> None:
                async for track in iterator:
                    rows.append(track.id)

            task = asyncio.create_task(walk())
            for _ in range(steps):
                await asyncio.sleep(0)
            task.cancel()
            try:
                await task
            except asyncio.CancelledError:
                cancelled = True
                await walk()
            assert len(asyncio.all_tasks()) == 1
        return cancelled, rows

    steps = 0
    while True:
        cancelled, rows = asyncio.run(cancelled_after(steps))
        assert rows == list(range(18)), f"cancelled after {steps} steps"
        if not cancelled:
            break
        steps += 1
    assert steps > 10


# Several loops, processes


@pytest.mark.filterwarnings("ignore::ResourceWarning")
def test_a_walk_goes_on_in_another_loop(server: ListServer) -> None:
    for offset in (20, 30, 40):
        server.replies[offset] = [hold]
    bw = AsyncBeyondWords(KEY, base_url=server.base_url)
    iterator = aiter(bw.background_tracks.list(prefetch=4))

    async def take(count: int) -> list[int]:
        rows = ids([await anext(iterator) for _ in range(count)])
        while server.under_way < 3 and count == 11:
            await asyncio.sleep(0.005)
        return rows

    # At its end, the first loop cancels what is in flight.
    assert asyncio.run(take(11)) == list(range(11))
    assert asyncio.run(take(89)) == list(range(11, 100))
    asyncio.run(bw.aclose())
    # What is left of the first loop's pool goes here, and not in another test.
    gc.collect()


@pytest.mark.filterwarnings("ignore::ResourceWarning")
def test_a_walk_goes_on_after_a_loop_that_nobody_tidied(server: ListServer, caplog: pytest.LogCaptureFixture) -> None:
    for offset in (20, 30, 40):
        server.replies[offset] = [hold]
    bw = AsyncBeyondWords(KEY, base_url=server.base_url)
    iterator = aiter(bw.background_tracks.list(prefetch=4))

    async def take(count: int) -> list[int]:
        rows = ids([await anext(iterator) for _ in range(count)])
        while server.under_way < 3 and count == 11:
            await asyncio.sleep(0.005)
        return rows

    loop = asyncio.new_event_loop()
    assert loop.run_until_complete(take(11)) == list(range(11))
    loop.close()
    assert asyncio.run(take(89)) == list(range(11, 100))
    asyncio.run(bw.aclose())
    gc.collect()
    # Python's own words, about the loop's owner.
    assert {record.name for record in caplog.records} <= {"asyncio"}


@pytest.mark.filterwarnings("ignore::ResourceWarning")
def test_a_walk_goes_on_while_its_first_loop_is_only_at_rest(server: ListServer) -> None:
    bw = AsyncBeyondWords(KEY, base_url=server.base_url)
    iterator = aiter(bw.background_tracks.list(prefetch=4))

    async def take(count: int) -> list[int]:
        return ids([await anext(iterator) for _ in range(count)])

    with asyncio.Runner() as first:
        assert first.run(take(11)) == list(range(11))
        with asyncio.Runner() as second:
            assert second.run(take(60)) == list(range(11, 71))
            second.run(bw.background_tracks.list().page())
        first.run(asyncio.sleep(0.05))
        assert first.run(take(29)) == list(range(71, 100))
        assert len(asyncio.all_tasks(first.get_loop())) == 0
        first.run(bw.aclose())
    gc.collect()


@pytest.mark.filterwarnings("ignore::ResourceWarning")
def test_closing_in_another_loop_cancels_what_is_in_flight(server: ListServer) -> None:
    for offset in (20, 30, 40):
        server.replies[offset] = [hold]
    bw = AsyncBeyondWords(KEY, base_url=server.base_url)
    iterator = aiter(bw.background_tracks.list(prefetch=4))

    async def take_eleven() -> None:
        for _ in range(11):
            await anext(iterator)

    with asyncio.Runner() as first:
        first.run(take_eleven())
        with asyncio.Runner() as second:
            second.run(bw.aclose())
        first.run(asyncio.sleep(0.05))
        assert len(asyncio.all_tasks(first.get_loop())) == 0
    gc.collect()


def test_a_loop_that_ends_before_its_walk_leaves_nothing_and_says_nothing(server: ListServer) -> None:
    code = """
import asyncio, sys
from beyondwords import AsyncBeyondWords

async def main():
    bw = AsyncBeyondWords("key", base_url=sys.argv[1])
    async for track in bw.background_tracks.list(prefetch=4):
        if track.id == 10:
            break

asyncio.run(main())
"""
    for offset in (20, 30, 40):
        server.replies[offset] = [hold]
    done = subprocess.run([sys.executable, "-c", code, server.base_url], capture_output=True, text=True, timeout=60)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_the_program_ends_while_pages_are_in_flight(server: ListServer) -> None:
    code = """
import sys
from beyondwords import BeyondWords

bw = BeyondWords("key", base_url=sys.argv[1])
for track in bw.background_tracks.list(prefetch=4):
    if track.id == 10:
        break
print("end")
"""
    for offset in (20, 30, 40):
        server.replies[offset] = [hold]
    done = subprocess.run([sys.executable, "-c", code, server.base_url], capture_output=True, text=True, timeout=60)
    assert (done.returncode, done.stdout, done.stderr) == (0, "end\n", "")


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system does not fork")
def test_a_walk_goes_on_on_both_sides_of_a_fork(server: ListServer) -> None:
    code = """
import os, sys
from beyondwords import BeyondWords

bw = BeyondWords("key", base_url=sys.argv[1], max_attempts=1)
iterator = iter(bw.background_tracks.list(prefetch=4))
first = [next(iterator).id for _ in range(11)]
read, write = os.pipe()
child = os.fork()
rest = first + [track.id for track in iterator]
if child == 0:
    os.write(write, str(rest == list(range(100))).encode())
    os._exit(0)
os.waitpid(child, 0)
print(os.read(read, 1000).decode(), rest == list(range(100)))
bw.close()
"""

    def slow(peer: Peer, asked: Asked) -> None:
        time.sleep(0.2)
        server.rows(peer, asked)

    # In the child nobody is left to take these in.
    for offset in (20, 30, 40):
        server.replies[offset] = [slow]
    done = subprocess.run([sys.executable, "-c", code, server.base_url], capture_output=True, text=True, timeout=60)
    assert done.stdout == "True True\n", done.stderr
