"""Connections: what is left of them when a client is closed, and what they must not bring."""

from __future__ import annotations

import asyncio
import gc
import socket
import threading
from collections.abc import Iterator

import pytest

from beyondwords import AsyncBeyondWords, BeyondWords, ConfigurationError
from tests.wrapper.faulty_servers import FaultyServer, raw_answer, sends
from tests.wrapper.list_server import PATIENCE, ListServer, hold, page_bytes
from tests.wrapper.sides import KEY, Side, ids


@pytest.fixture
def server() -> Iterator[ListServer]:
    with ListServer(100) as running:
        yield running


# What comes behind an answer


@pytest.mark.parametrize(
    "behind",
    [page_bytes(range(900, 905), total=5), b', {"id": 900}]', b"\r\n\r\n", b"HTTP/1.1 204 Fine\r\n\r\n"],
    ids=["another answer", "more of the body", "blank lines", "an answer without a body"],
)
@pytest.mark.parametrize("status", [200, 500])
def test_what_comes_behind_an_answer_is_not_the_next_one(side: Side, behind: bytes, status: int) -> None:
    first = raw_answer(status, b"[]")
    with FaultyServer(sends(first + behind), sends(page_bytes(range(3), total=3))) as server:
        client = side.client(base_url=server.base_url, max_attempts=2)
        pager = client.background_tracks.list()
        if status == 200:
            assert side.wait(pager.page()).items == []
        assert ids(side.wait(pager.page()).items) == [0, 1, 2]
        assert server.connections == 2
        assert len(server.requests) == 2


def test_a_connection_that_brought_nothing_more_is_kept(side: Side) -> None:
    with FaultyServer(sends(page_bytes(range(3), total=3))) as server:
        client = side.client(base_url=server.base_url)
        for _ in range(5):
            assert len(side.wait(client.background_tracks.list().page()).items) == 3
        assert server.connections == 1


# Closed while a call is under way


def test_a_thread_whose_call_is_under_way_learns_that_the_client_was_closed(server: ListServer) -> None:
    server.replies[0] = [hold]
    found: list[BaseException] = []
    bw = BeyondWords(KEY, base_url=server.base_url, max_attempts=1)

    def call() -> None:
        try:
            bw.background_tracks.list().page()
        except BaseException as error:
            found.append(error)

    thread = threading.Thread(target=call)
    thread.start()
    assert server.wait_until(lambda: server.under_way == 1)
    bw.close()
    thread.join(PATIENCE)
    assert [str(error) for error in found] == [
        "the client is closed: make a new one, or keep it open as long as it is used"
    ]
    assert type(found[0]) is ConfigurationError
    assert server.wait_until(lambda: server.connections == 0)


def test_a_task_whose_call_is_under_way_learns_that_the_client_was_closed(server: ListServer) -> None:
    server.replies[0] = [hold]

    async def main() -> None:
        bw = AsyncBeyondWords(KEY, base_url=server.base_url, max_attempts=1)
        task = asyncio.ensure_future(bw.background_tracks.list().page())
        while server.under_way < 1:
            await asyncio.sleep(0.005)
        await bw.aclose()
        with pytest.raises(ConfigurationError, match="the client is closed"):
            await task

    asyncio.run(main())
    assert server.wait_until(lambda: server.connections == 0)


def test_a_connection_that_is_made_while_the_client_is_closed_does_not_stay_open(server: ListServer) -> None:
    async def main(steps: int) -> None:
        bw = AsyncBeyondWords(KEY, base_url=server.base_url, max_attempts=1)
        iterator = aiter(bw.background_tracks.list())

        async def walk() -> None:
            async for _ in iterator:
                pass

        task = asyncio.ensure_future(walk())
        for _ in range(steps):
            await asyncio.sleep(0)
        await bw.aclose()
        await asyncio.wait([task])
        await asyncio.sleep(0.01)
        assert server.wait_until(lambda: server.connections == 0), f"closed after {steps} steps"

    server.slowness = 0.001
    gc.disable()
    try:
        for steps in range(12):
            asyncio.run(main(steps))
    finally:
        gc.enable()


def test_a_tls_handshake_that_is_cancelled_closes_its_connection() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:

        async def main() -> bytes:
            async with AsyncBeyondWords(KEY, base_url=f"https://127.0.0.1:{listener.getsockname()[1]}/v1") as bw:
                task = asyncio.ensure_future(bw.background_tracks.list().page())
                connection, _ = await asyncio.to_thread(listener.accept)
                with connection:
                    connection.settimeout(PATIENCE)
                    # The client's first words, and then its end.
                    assert await asyncio.to_thread(connection.recv, 65536)
                    task.cancel()
                    with pytest.raises(asyncio.CancelledError):
                        await task
                    return await asyncio.to_thread(connection.recv, 65536)

        gc.disable()
        try:
            assert asyncio.run(main()) == b""
        finally:
            gc.enable()
