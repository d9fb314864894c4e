"""Closing, sharing, several event loops, forked processes."""

from __future__ import annotations

import asyncio
import copy
import gc
import os
import pickle
import subprocess
import sys
import threading
import warnings
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import httpx
import pytest

from beyondwords import AsyncBeyondWords, BeyondWords, ConfigurationError
from beyondwords._core.lifetime import Lifetime
from beyondwords._core.secret import KeySource, Secret
from beyondwords.testing import Sandbox
from beyondwords_api.api.background_tracks import background_tracks_index
from tests.wrapper.network import TrackServer
from tests.wrapper.sides import KEY, Rows, Side, ids


def first_page(side: Side, client: Any) -> Any:
    return side.wait(client.background_tracks.list().page())


# Closing


@pytest.mark.parametrize("used", [True, False])
def test_closing_twice_does_no_harm(side: Side, track_server: TrackServer, used: bool) -> None:
    client = side.client(base_url=track_server.base_url)
    if used:
        first_page(side, client)
    for _ in range(3):
        side.close(client)


def test_a_transport_is_closed_once_however_often_its_client_is(side: Side) -> None:
    closed: list[str] = []

    class Watched(httpx.MockTransport):
        def close(self) -> None:
            closed.append("sync")

        async def aclose(self) -> None:
            closed.append("async")

    client = side.client_class(KEY, transport=Watched(Rows(1)))
    first_page(side, client)
    for _ in range(3):
        side.close(client)
    assert closed == [side.name]


def test_a_closed_client_says_so_and_sends_nothing(side: Side) -> None:
    server = Rows(1)
    client = side.client(server)
    pager = client.background_tracks.list()
    side.close(client)
    attempts: list[Callable[[], Any]] = [
        lambda: side.wait(pager.page()),
        lambda: side.all(pager),
        lambda: side.wait(client.call(background_tracks_index)),
        lambda: side.all(client.paginate(background_tracks_index)),
        lambda: side.wait(getattr(background_tracks_index, side.request_function)(client=client.api)),
    ]
    for attempt in attempts:
        with pytest.raises(ConfigurationError, match="the client is closed: make a new one"):
            attempt()
    assert server.requests == []


def test_the_with_statement_closes_also_on_an_error() -> None:
    with pytest.raises(ZeroDivisionError), BeyondWords(KEY, transport=httpx.MockTransport(Rows(1))) as bw:
        raise ZeroDivisionError
    with pytest.raises(ConfigurationError, match="closed"):
        bw.background_tracks.list().page()


def test_the_async_with_statement_closes_also_on_an_error() -> None:
    async def main() -> None:
        with pytest.raises(ZeroDivisionError):
            async with AsyncBeyondWords(KEY, transport=httpx.MockTransport(Rows(1))) as bw:
                raise ZeroDivisionError
        with pytest.raises(ConfigurationError, match="closed"):
            await bw.background_tracks.list().page()

    asyncio.run(main())


@pytest.mark.parametrize("which", ["client", "copy"])
def test_a_client_closed_while_it_waits_to_try_again_tries_no_more(
    side: Side, monkeypatch: pytest.MonkeyPatch, which: str
) -> None:
    requests: list[httpx.Request] = []

    def down(request: httpx.Request) -> httpx.Response:
        requests.append(request)
        return httpx.Response(503)

    client = side.client(down, max_attempts=3)
    client = client.with_options(timeout=3) if which == "copy" else client
    if side.name == "async":

        async def close_async(seconds: float) -> None:
            await client.aclose()

        monkeypatch.setattr("beyondwords._async.session.sleep", close_async)
    else:
        monkeypatch.setattr("beyondwords._sync.session.sleep", lambda seconds: client.close())
    with pytest.raises(ConfigurationError, match="closed"):
        first_page(side, client)
    assert len(requests) == 1


def test_a_client_closed_while_its_key_is_asked_for_sends_nothing(side: Side) -> None:
    server = Rows(1)
    closing: list[Any] = []

    def ask() -> str:
        closing[0].close()
        return KEY

    async def ask_async() -> str:
        await closing[0].aclose()
        return KEY

    client = side.client(server, api_key=ask_async if side.name == "async" else ask)
    closing.append(client)
    with pytest.raises(ConfigurationError, match="closed"):
        first_page(side, client)
    assert server.requests == []


def test_an_abandoned_walk_leaves_nothing_behind(side: Side, track_server: TrackServer) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        client = side.client(base_url=track_server.base_url)
        iterator = side.iterate(client.background_tracks.list())
        side.next(iterator)
        del iterator
        gc.collect()
        assert len(first_page(side, client).items) == 1
        side.close(client)
        del client
        gc.collect()


@pytest.mark.parametrize("attempt", [pickle.dumps, copy.copy, copy.deepcopy])
def test_a_client_is_neither_pickled_nor_copied(side: Side, attempt: Any) -> None:
    with pytest.raises(TypeError, match="use with_options"):
        attempt(side.client())


# Several event loops, one after another


def test_an_async_client_survives_several_event_loops(track_server: TrackServer) -> None:
    bw = AsyncBeyondWords(KEY, base_url=track_server.base_url, max_attempts=1)

    async def twice() -> list[int]:
        first, second = await bw.background_tracks.list().page(), await bw.background_tracks.list().page()
        return ids([*first.items, *second.items])

    # The number of a row is that of its connection: kept within a loop, never carried over into the next.
    assert [asyncio.run(twice()) for _ in range(3)] == [[1, 1], [2, 2], [3, 3]]
    asyncio.run(bw.aclose())


def test_an_async_client_is_made_outside_of_any_loop_and_closed_in_another(track_server: TrackServer) -> None:
    bw = AsyncBeyondWords(KEY, base_url=track_server.base_url, max_attempts=1)

    async def use() -> int:
        return len((await bw.background_tracks.list().page()).items)

    assert asyncio.run(use()) == 1
    asyncio.run(bw.aclose())
    asyncio.run(bw.aclose())
    with pytest.raises(ConfigurationError, match="closed"):
        asyncio.run(use())


def test_a_walk_goes_on_in_another_loop(sandbox: Sandbox) -> None:
    bw = AsyncBeyondWords(sandbox.api_key, base_url=sandbox.base_url)
    iterator = aiter(bw.background_tracks.list(limit=2))

    async def three() -> list[int]:
        return ids([await anext(iterator) for _ in range(3)])

    assert [asyncio.run(three()), asyncio.run(three())] == [[1, 2, 3], [4, 5, 6]]
    asyncio.run(bw.aclose())


def test_pools_of_loops_that_are_gone_are_dropped(track_server: TrackServer) -> None:
    bw = AsyncBeyondWords(KEY, base_url=track_server.base_url, max_attempts=1)

    async def use() -> int:
        await bw.background_tracks.list().page()
        return len(bw._connections._clients)

    assert [asyncio.run(use()) for _ in range(4)] == [1, 1, 1, 1]
    asyncio.run(bw.aclose())


# Sharing


def test_a_sync_client_is_shared_between_threads(sandbox: Sandbox) -> None:
    with BeyondWords(sandbox.api_key, base_url=sandbox.base_url) as bw:
        start = threading.Barrier(8)

        def walk(number: int) -> list[int]:
            start.wait()
            return ids(bw.background_tracks.list(limit=number + 5, offset=number))

        with ThreadPoolExecutor(8) as pool:
            found = list(pool.map(walk, range(8)))
    assert found == [list(range(number + 1, 61)) for number in range(8)]


def test_an_async_client_is_shared_between_tasks(sandbox: Sandbox) -> None:
    async def main() -> list[list[int]]:
        async with AsyncBeyondWords(sandbox.api_key, base_url=sandbox.base_url) as bw:

            async def walk(number: int) -> list[int]:
                pager = bw.background_tracks.list(limit=number + 5, offset=number)
                return ids([track async for track in pager])

            return await asyncio.gather(*map(walk, range(8)))

    assert asyncio.run(main()) == [list(range(number + 1, 61)) for number in range(8)]


@pytest.fixture
def _quick_switches() -> Iterator[None]:
    """Threads take turns as often as they can."""
    before = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    yield
    sys.setswitchinterval(before)


@pytest.mark.usefixtures("_quick_switches")
def test_rotating_keys_do_not_mix_between_threads() -> None:
    keys = threading.local()
    sent: list[tuple[str, str]] = []

    def answer(request: httpx.Request) -> httpx.Response:
        sent.append((request.url.params["filter[name]"], request.headers["X-Api-Key"]))
        return httpx.Response(200, json=[])

    with BeyondWords(lambda: keys.value, transport=httpx.MockTransport(answer)) as bw:

        def ask(number: int) -> None:
            for turn in range(300):
                keys.value = f"key-{number}-{turn}"
                bw.background_tracks.list(name=keys.value).page()

        with ThreadPoolExecutor(8) as pool:
            list(pool.map(ask, range(8)))
    assert len(sent) == 2400
    assert all(name == key for name, key in sent)


def test_a_thread_that_comes_between_does_not_change_the_key_of_another() -> None:
    class Interrupted(KeySource):
        """Another thread asks just when this one has its key."""

        __slots__ = ("kept",)
        kept: Secret | None

        @property
        def _last(self) -> Secret | None:
            return self.kept

        @_last.setter
        def _last(self, secret: Secret | None) -> None:
            self.kept = secret
            if secret is not None and secret.matches("mine"):
                self.secret_of("another")

    found = Interrupted(lambda: None).secret_of("mine")
    assert isinstance(found, Secret)
    assert found.matches("mine")


# Forked processes

FORK = """
import os, sys
from beyondwords import BeyondWords

bw = BeyondWords("key", base_url=sys.argv[1], max_attempts=1)
pager = bw.background_tracks.list()

def connection():
    return str(pager.page().items[0].id)

before = connection()
read, write = os.pipe()
child = os.fork()
if child == 0:
    answers = [connection(), connection()]
    bw.close()
    os.write(write, " ".join(answers).encode())
    os._exit(0)
os.waitpid(child, 0)
print(before, "|", os.read(read, 1000).decode(), "|", connection())
bw.close()
"""


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system does not fork")
def test_a_forked_process_has_connections_of_its_own(track_server: TrackServer) -> None:
    done = subprocess.run(
        [sys.executable, "-c", FORK, track_server.base_url], capture_output=True, text=True, timeout=60
    )
    # The parent keeps its connection, also when the child has closed its client.
    assert done.stdout.strip() == "1 | 2 2 | 1", done.stderr


# The book that a client keeps of its copies and walks


class _Walk:
    """Something to remember."""


def test_the_end_of_a_client_gives_its_walks_and_those_of_every_copy() -> None:
    own = Lifetime()
    one, other = Lifetime(parent=own), Lifetime(parent=own)
    walks = [_Walk(), _Walk(), _Walk()]
    for lifetime, walk in zip((own, one, other), walks, strict=True):
        lifetime.add(walk)
    assert set(own.end()) == set(walks)
    assert (own.ended, one.ended, other.ended) == (True, True, True)


def test_a_copy_of_a_closed_client_is_closed() -> None:
    own = Lifetime()
    own.end()
    assert Lifetime(parent=own).ended


def test_a_client_that_lives_long_forgets_the_walks_and_copies_that_do_not() -> None:
    own = Lifetime()
    for _ in range(100):
        own.add(_Walk())
        Lifetime(parent=own)
    gc.collect()
    assert (len(own._walks), len(own._children)) == (0, 0)
