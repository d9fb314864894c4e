"""What somebody raises into a call from outside comes out as it is: a signal handler, an alarm, another thread."""

from __future__ import annotations

import asyncio
import contextlib
import ctypes
import itertools
import signal
import sys
import threading
import time
from collections.abc import Iterator

import pytest

from beyondwords import AsyncBeyondWords, BeyondWords
from tests.fake_server import PATIENCE, FakeServer, Reply, drips, hangs, responds
from tests.sides import KEY, Side, ids

pytestmark = pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="this system has no such alarms")


class Interrupted(Exception):
    """What Celery's soft time limit is: an ordinary exception, raised by a signal handler."""


@contextlib.contextmanager
def alarm(kind: type[BaseException]) -> Iterator[None]:
    """Raises it in the main thread a moment later."""

    def handler(*_: object) -> None:
        raise kind

    before = signal.signal(signal.SIGALRM, handler)
    signal.setitimer(signal.ITIMER_REAL, 0.15)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def body_drips(status: int) -> Reply:
    """A body that arrives byte by byte, for ever as far as a test can tell."""
    return drips(b"HTTP/1.1 %d Whatever\r\nContent-Length: 100000\r\n\r\n" % status, b" " * 100_000)


KEEPS_WAITING = responds(503, b"{}", Retry_After="30")
MOMENTS = {
    "waiting for headers": hangs,
    "while a body arrives": body_drips(200),
    "while the body of an error arrives": body_drips(422),
    "between attempts": KEEPS_WAITING,
}


AHEAD, IN_KEY = "while pages are fetched ahead", "in the function that gives the key"


@pytest.mark.parametrize(
    ("kind", "moment"),
    [
        *((Interrupted, moment) for moment in (*MOMENTS, AHEAD, IN_KEY)),
        # Ctrl-C; in asyncio that cancels the task: see below.
        *((KeyboardInterrupt, moment) for moment in ("waiting for headers", "between attempts", AHEAD)),
    ],
)
def test_what_a_signal_handler_raises_comes_out_as_it_is_and_paging_could_go_on(
    side: Side, kind: type[BaseException], moment: str
) -> None:
    asked = itertools.count(1)

    def key() -> str:
        if moment == IN_KEY and next(asked) == 3:
            time.sleep(PATIENCE)
        return KEY

    with FakeServer(rows=100) as server:
        server.at[20] = [MOMENTS.get(moment, hangs)]
        client = side.client(base_url=server.base_url, api_key=key, max_attempts=3, timeout=8, deadline=40)
        iterator = side.iterate(client.background_tracks.list(prefetch=8 if moment == AHEAD else 1))
        rows = ids(side.take(iterator, 20))
        with pytest.raises(kind), alarm(kind):
            side.next(iterator)
        assert server.offsets.count(20) == (moment != IN_KEY)
        # In asyncio, the task that was reading is still there.
        if side.name == "sync":
            server.at.clear()
            server.hang_up()
            assert rows + ids(iterator) == list(range(100))
        side.close(client)
        assert server.wait_until(lambda: server.connections_open == 0)


@pytest.mark.parametrize("prefetch", [1, 4])
@pytest.mark.parametrize(
    "reply", [hangs, responds(503, Retry_After="0.5"), None], ids=["in a request", "between attempts", "a late page"]
)
def test_a_timeout_that_the_caller_put_around_a_call_is_the_callers_and_paging_could_go_on(
    reply: Reply | None, prefetch: int
) -> None:
    """`asyncio.timeout()` works by cancelling: its end is a TimeoutError, no error of ours."""
    released = threading.Event()

    async def main() -> list[int]:
        async with AsyncBeyondWords(KEY, base_url=server.base_url) as bw:
            iterator = aiter(bw.background_tracks.list(prefetch=prefetch))
            rows = ids([await anext(iterator) for _ in range(20)])
            with pytest.raises(TimeoutError) as caught:
                async with asyncio.timeout(0.15):
                    await anext(iterator)
            assert type(caught.value) is TimeoutError
            server.at.clear()
            released.set()
            if reply is hangs:
                server.hang_up()
            return rows + ids([track async for track in iterator])

    with FakeServer(rows=100) as server:
        server.at[20] = [reply or server.after(released.is_set)]
        assert asyncio.run(main()) == list(range(100))
        # A page that is on its way is not asked for again.
        assert server.offsets.count(20) == (1 if prefetch > 1 and reply is None else 2)
        assert server.wait_until(lambda: server.connections_open == 0)


@pytest.mark.skipif(sys.implementation.name != "cpython", reason="CPython's own function")
@pytest.mark.parametrize("status", [200, 422])
def test_what_another_thread_raises_in_this_one_comes_out_as_it_is(status: int) -> None:
    came: list[BaseException | None] = []

    def call(base_url: str) -> None:
        try:
            with BeyondWords(KEY, base_url=base_url, timeout=8, deadline=20) as bw:
                bw.background_tracks.list().page()
            came.append(None)
        except BaseException as error:
            came.append(error)

    with FakeServer(body_drips(status)) as server:
        thread = threading.Thread(target=call, args=[server.base_url], daemon=True)
        thread.start()
        assert server.wait_until(lambda: server.in_flight == 1)
        time.sleep(0.2)
        assert thread.ident
        ctypes.pythonapi.PyThreadState_SetAsyncExc(ctypes.c_ulong(thread.ident), ctypes.py_object(Interrupted))
        thread.join(PATIENCE)
    assert [type(error) for error in came] == [Interrupted]
