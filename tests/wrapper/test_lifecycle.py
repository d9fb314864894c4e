"""Closing, sharing, several event loops, forked processes."""

from __future__ import annotations

import asyncio
import gc
import os
import sys
import threading
import time
import weakref
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import httpx
import pytest

from beyondwords import AsyncBeyondWords, BeyondWords, errors
from beyondwords_api.api.background_tracks import background_tracks_index
from tests.fake_server import FakeServer, hangs
from tests.sides import KEY, Rows, Side, ids, printed_by

# Closing


def test_a_closed_client_and_its_copies_say_so_and_send_nothing(side: Side) -> None:
    server = Rows(1)
    client = side.client(server)
    pager, copy = client.background_tracks.list(), client.with_options(timeout=3)
    side.close(client)
    calls: list[Callable[[], Any]] = [
        lambda: side.wait(pager.page()),
        lambda: side.all(pager),
        lambda: side.wait(client.call(background_tracks_index)),
        lambda: side.all(client.paginate(background_tracks_index)),
        lambda: side.generated(background_tracks_index, client.api),
        lambda: side.page(copy),
        lambda: side.page(client.with_options(timeout=4)),
    ]
    for call in calls:
        with pytest.raises(errors.ConfigurationError, match="the client is closed: make a new one"):
            call()
    assert server.requests == []


def test_the_with_statement_closes_also_on_an_error(side: Side) -> None:
    async def broken_async() -> Any:
        async with client:
            raise ZeroDivisionError

    def broken() -> Any:
        with client:
            raise ZeroDivisionError

    client = side.client(Rows(1))
    with pytest.raises(ZeroDivisionError):
        side.wait(broken_async() if side.name == "async" else broken())
    with pytest.raises(errors.ConfigurationError, match="closed"):
        side.page(client)


@pytest.mark.parametrize("which", ["client", "copy"])
def test_a_client_closed_while_it_waits_makes_no_further_attempt_and_tells_the_last(side: Side, which: str) -> None:
    requests: list[httpx.Request] = []

    def down(request: httpx.Request) -> httpx.Response:
        requests.append(request)
        return httpx.Response(503, headers={"Retry-After": "0.1"})

    client = side.client(down, max_attempts=3)
    client = client.with_options(timeout=3) if which == "copy" else client
    call = side.start(client.background_tracks.list().page)
    side.until(lambda: requests)
    # Into the wait that follows.
    side.sleep(0.03)
    side.close(client)
    with pytest.raises(errors.InternalServerError, match="503 GET /background_tracks"):
        side.finish(call)
    assert len(requests) == 1


def test_a_client_closed_while_its_key_is_asked_for_sends_nothing(side: Side) -> None:
    server = Rows(1)

    def ask() -> str:
        client.close()
        return KEY

    async def ask_async() -> str:
        await client.aclose()
        return KEY

    client = side.client(server, api_key=ask_async if side.name == "async" else ask)
    with pytest.raises(errors.ConfigurationError, match="closed"):
        side.page(client)
    assert server.requests == []


def test_closing_is_told_to_calls_in_flight_and_those_that_wait_for_a_connection_are_not_sent(side: Side) -> None:
    with FakeServer(hangs) as server:
        client = side.client(base_url=server.base_url, deadline=20)
        # As many as there may be connections, and some more.
        calls = [side.start(client.background_tracks.delete, number) for number in range(105)]
        side.until(lambda: server.in_flight == 100)
        with pytest.raises(errors.APITimeoutError) as late:
            side.wait(client.with_options(deadline=1).background_tracks.delete(0))
        assert not late.value.may_have_arrived
        side.close(client)
        sent = 0
        for call in calls:
            with pytest.raises((errors.APIConnectionError, errors.ConfigurationError), match="closed") as caught:
                side.finish(call)
            # It may have been a write, so the caller has to know.
            sent += getattr(caught.value, "may_have_arrived", False)
            assert not getattr(caught.value, "is_transient", False)
        assert sent == 100
        assert len(server.requests) == 100
        assert server.wait_until(lambda: server.connections_open == 0)


def test_closing_ends_a_request_at_whatever_step_it_is() -> None:
    async def close_after(steps: int) -> None:
        client = AsyncBeyondWords(KEY, base_url=server.base_url)
        call = asyncio.create_task(client.background_tracks.list().page())
        # Connecting, and sending the request, takes about a dozen turns of the event loop.
        for _ in range(steps):
            await asyncio.sleep(0)
        await client.aclose()
        with pytest.raises((errors.APIConnectionError, errors.ConfigurationError), match="closed"):
            await asyncio.wait_for(call, 5)

    with FakeServer(hangs) as server:
        for steps in range(20):
            asyncio.run(close_after(steps))
        assert server.wait_until(lambda: server.connections_open == 0)


# Several event loops, one after another


def test_an_async_client_survives_several_event_loops() -> None:
    async def twice() -> list[int]:
        for _ in range(2):
            await bw.background_tracks.list().page()
        return [server.connections_made]

    with FakeServer(rows=3) as server:
        # Made outside of any loop, closed in another.
        bw = AsyncBeyondWords(KEY, base_url=server.base_url, max_attempts=1)
        # A connection is kept within a loop, never carried over into the next.
        assert [asyncio.run(twice()) for _ in range(3)] == [[1], [2], [3]]
        for _ in range(2):
            asyncio.run(bw.aclose())
        with pytest.raises(errors.ConfigurationError, match="closed"):
            asyncio.run(twice())


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


# Sharing


def test_keys_do_not_mix_between_threads() -> None:
    keys = threading.local()
    sent: list[tuple[str, str]] = []

    def respond(request: httpx.Request) -> httpx.Response:
        sent.append((request.url.params["filter[name]"], request.headers["X-Api-Key"]))
        return httpx.Response(200, json=[])

    def ask(number: int) -> None:
        for turn in range(20):
            keys.value = f"key-{number}-{turn}"
            bw.background_tracks.list(name=keys.value).page()

    transport = httpx.MockTransport(respond)
    with BeyondWords(lambda: keys.value, transport=transport) as bw, ThreadPoolExecutor(8) as threads:
        list(threads.map(ask, range(8)))
    assert len(sent) == 160
    assert all(name == key for name, key in sent)


# Many clients and many copies: nothing costs more the more there are, and what is not used any more goes


def fails(request: httpx.Request) -> httpx.Response:
    """An error page that shows the key at its end."""
    return httpx.Response(500, json={"message": "it broke", "page": f"{'no ' * 20_000} {request.headers['X-Api-Key']}"})


def steps(action: Callable[[], Any]) -> int:
    """How much work it is: calls of functions, Python's own too."""
    count = 0

    def note(frame: object, event: str, argument: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(note)
    try:
        action()
    finally:
        sys.setprofile(before)
    return count


def seconds(action: Callable[[], Any]) -> float:
    """The time it takes at best: what one function does at one go, such as a search, is not seen in the calls."""
    costs = []
    for _ in range(5):
        started = time.process_time()
        action()
        costs.append(time.process_time() - started)
    return min(costs)


def an_error(side: Side, client: Any) -> None:
    with pytest.raises(errors.InternalServerError) as caught:
        side.wait(client.background_tracks.list().page())
    assert "it broke" in str(caught.value)
    assert "key-of-client" not in f"{caught.value!r} {caught.value.body}"


def test_nothing_costs_more_the_more_clients_are_alive(side: Side) -> None:
    def client(number: int, handler: Any = fails) -> Any:
        return side.client(handler, api_key=f"key-of-client-{number:04}")

    measured = client(0)
    good = client(1, lambda _: httpx.Response(200, json=[]))
    actions: dict[str, Callable[[], Any]] = {
        "an error": lambda: an_error(side, measured),
        "a call": lambda: side.page(good),
        "a new client": lambda: client(2),
        "a copy": lambda: measured.with_options(timeout=3),
    }
    for action in actions.values():
        action()
    alone = {what: (steps(action), seconds(action)) for what, action in actions.items()}
    for one in [client(number) for number in range(10, 1010)][:50]:
        an_error(side, one)
    for what, action in actions.items():
        assert steps(action) < 1.5 * alone[what][0] + 100, what
        assert seconds(action) < 5 * alone[what][1] + 0.02, what


def test_with_options_may_be_nested_two_thousand_deep(side: Side) -> None:
    first = side.client(fails, api_key="key-of-client-0000")
    early = copy = first.with_options(timeout=3)
    early_reference = weakref.ref(early)
    an_error(side, copy)
    alone = steps(lambda: an_error(side, copy))
    for number in range(2000):
        copy = copy.with_options(timeout=1 + number % 7)
    an_error(side, copy)
    assert steps(lambda: an_error(side, copy)) < 1.5 * alone + 100
    del early
    gc.collect()
    assert early_reference() is None, "copies that nobody holds are freed"
    side.close(first)
    with pytest.raises(Exception, match="closed"):
        an_error(side, copy)


# Forked processes

FORK = """
import os, signal, ssl, sys, threading, warnings
import certifi
from beyondwords import BeyondWords

warnings.simplefilter("ignore", DeprecationWarning)
bw, ahead = (BeyondWords("key", base_url=url, max_attempts=1) for url in sys.argv[1:])
# Another thread loads certificates when it forks, and comes to no end.
os.environ["SSL_CERT_FILE"] = certifi.where()
loading, load = threading.Event(), ssl.SSLContext.load_verify_locations
maker = threading.Thread(target=BeyondWords, args=["key"], daemon=True)

def slow(*given, **named):
    if threading.current_thread() is maker:
        loading.set()
        threading.Event().wait()
    return load(*given, **named)

ssl.SSLContext.load_verify_locations = slow
maker.start()
assert loading.wait(10)
rows = lambda client: len(client.background_tracks.list().page().items)
rows(bw)
iterator = iter(ahead.background_tracks.list(prefetch=4))
first = [next(iterator).id for _ in range(11)]
read, write = os.pipe()
child = os.fork()
# Whoever hangs does not stay behind.
signal.alarm(20)
good = first + [track.id for track in iterator] == list(range(100))
if child == 0:
    with BeyondWords("key", base_url=sys.argv[1]) as new:
        found = [good, rows(bw), rows(bw), rows(new)]
    bw.close()
    os.write(write, str(found).encode())
    os._exit(0)
os.waitpid(child, 0)
print(os.read(read, 1000).decode(), good, rows(bw))
"""


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system does not fork")
def test_a_forked_process_has_connections_of_its_own_and_reads_on() -> None:
    with FakeServer(rows=3) as server, FakeServer(rows=100) as pages:
        # They are on their way when it forks: in the child nobody is left to take them in, and it asks anew.
        for offset in (20, 30, 40):
            pages.at[offset] = [pages.after(lambda: pages.offsets.count(20) > 1)]
        assert printed_by(FORK, server.base_url, pages.base_url) == "[True, 3, 3, 3] True 3\n"
        # The parent keeps its connection, also when the child has closed its clients.
        assert server.connections_made == 3
