"""What somebody raises into a call from outside comes out as it is: a signal handler, an alarm, another thread."""

from __future__ import annotations

import asyncio
import contextlib
import ctypes
import signal
import sys
import threading
import time
from collections.abc import Iterator

import pytest

from beyondwords import BeyondWords
from tests.fake_server import PATIENCE, FakeServer, Reply, drips, hangs, responds
from tests.sides import KEY, Side

pytestmark = pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="this system has no such alarms")


class Interrupted(Exception):
    """What Celery's soft time limit is: an ordinary exception, raised by a signal handler."""


@contextlib.contextmanager
def alarm(seconds: float = 0.15) -> Iterator[None]:
    """Raises `Interrupted` in the main thread once that much time has passed."""

    def handler(*_: object) -> None:
        raise Interrupted

    before = signal.signal(signal.SIGALRM, handler)
    signal.setitimer(signal.ITIMER_REAL, seconds)
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


def slow_key() -> str:
    time.sleep(PATIENCE)
    return KEY


@pytest.mark.parametrize("moment", [*MOMENTS, "while pages are fetched ahead", "in the function that gives the key"])
def test_what_a_signal_handler_raises_comes_out_as_it_is(side: Side, moment: str) -> None:
    keyless, ahead = "key" in moment, "ahead" in moment
    with FakeServer(rows=100) as server:
        server.at.update({offset: [MOMENTS.get(moment, hangs)] for offset in range(10 if ahead else 0, 100, 10)})
        client = side.client(
            base_url=server.base_url, api_key=slow_key if keyless else KEY, max_attempts=3, timeout=8, deadline=40
        )
        iterator = side.iterate(client.background_tracks.list(prefetch=8 if ahead else 1))
        with pytest.raises(Interrupted), alarm():
            side.take(iterator, 11)
        assert server.offsets.count(10 if ahead else 0) == (not keyless)


@pytest.mark.parametrize("script", [hangs, KEEPS_WAITING], ids=["in a request", "between attempts"])
def test_a_timeout_that_the_caller_put_around_a_call_is_the_callers(script: Reply) -> None:
    """`asyncio.timeout()` works by cancelling: its end is a TimeoutError, no error of ours."""
    from beyondwords import AsyncBeyondWords

    async def main(base_url: str) -> None:
        async with AsyncBeyondWords(KEY, base_url=base_url) as bw, asyncio.timeout(0.15):
            await bw.background_tracks.list().page()

    with FakeServer(script) as server, pytest.raises(TimeoutError) as caught:
        asyncio.run(main(server.base_url))
    assert type(caught.value) is TimeoutError


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
