"""Connections that are refused, broken, slow or not HTTP at all."""

from __future__ import annotations

import contextlib
import socket
import threading
import zlib
from collections.abc import Callable
from typing import Any

import httpx
import pytest

from beyondwords import (
    APIConnectionError,
    APIStatusError,
    APITimeoutError,
    BeyondWords,
    BeyondWordsError,
    PermissionDeniedError,
    ResponseDecodeError,
)
from beyondwords._sync import deadline
from tests.fake_server import CHUNKED, OK, FakeServer, Reply, drips, floods, page_bytes, responds, sends
from tests.network.cases import MEGABYTE, assert_retried, ends, error_of, peak_memory, read_around
from tests.sides import KEY, Side, ids

_PAGE = page_bytes(range(10, 15), total=25, offset=10)
_HEAD = _PAGE[: _PAGE.index(b"\r\n\r\n") + 4]
_BODY = _PAGE[len(_HEAD) :]

# Broken in the same way each time: nothing that a client could make sense of.
BROKEN: dict[str, Reply] = {
    "reset before the headers": sends(then="reset"),
    "reset in the headers": sends(_HEAD[:40], then="reset"),
    "reset in the body": sends(_PAGE[:-20], then="reset"),
    "closed without a response": sends(then="close"),
    "closed in the headers": sends(_HEAD[:40], then="close"),
    "truncated body": sends(_PAGE[:-20], then="close"),
    "truncated chunk": sends(CHUNKED, b'9\r\n[{"id', then="close"),
    "no last chunk": sends(CHUNKED, b"2\r\n[]\r\n", then="close"),
    "a chunk of nonsense": sends(CHUNKED, b"zz\r\nnonsense\r\n", then="close"),
    "not HTTP": sends(b"SSH-2.0-OpenSSH_9.6\r\n\r\n", then="close"),
    "TLS": sends(b"\x16\x03\x01\x02\x00\x01\x00\x01", then="close"),
    "HTTP/2 without being asked": sends(b"\x00\x00\x12\x04\x00\x00\x00\x00\x00", then="close"),
    "an interim status and no more": sends(b"HTTP/1.1 103 Early Hints\r\n\r\n", then="close"),
    "a status line of nonsense": sends(b"HTTP/1.1 OK 200\r\n\r\n", then="close"),
    "a status of five digits": sends(b"HTTP/1.1 20000 OK\r\n\r\n", then="close"),
    "a header of nonsense": sends(OK, b"X Y\x00: z\r\n\r\n", then="close"),
    "headers without end": floods(OK, b"X: y\r\n" * 500),
    "Content-Length of nonsense": sends(OK, b"Content-Length: many\r\n\r\n[]", then="close"),
    "contradictory Content-Length": sends(OK, b"Content-Length: 2\r\nContent-Length: 9\r\n\r\n[]", then="close"),
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_connection(side: Side, waits: list[float], name: str) -> None:
    read_around(side, BROKEN[name], APIConnectionError)
    assert_retried(side, BROKEN[name], retried=True)


# Whatever comes, the deadline ends it: no single step takes long, or none would be given up.


def _gzip_head() -> bytes:
    packed = zlib.compressobj(wbits=31)
    return OK + b"Content-Encoding: gzip\r\n\r\n" + packed.compress(b"") + packed.flush(zlib.Z_SYNC_FLUSH)


# A block of a gzip stream that unfolds to nothing.
_EMPTY_BLOCK = b"\x00\x00\x00\xff\xff"
ENDLESS: dict[str, Reply] = {
    "headers never come": sends(then="hold"),
    "headers stall": sends(_HEAD[:40], then="hold"),
    "body never comes": sends(_HEAD, then="hold"),
    "body stalls": sends(_PAGE[:-20], then="hold"),
    "headers drip": drips(b"", _HEAD * 5),
    "body drips": drips(_HEAD, _BODY),
    "chunks drip": drips(CHUNKED, b"1\r\n[\r\n" * 20),
    "gzip of nothing drips": drips(_gzip_head(), _EMPTY_BLOCK * 200),
    "gzip of nothing floods": floods(_gzip_head(), _EMPTY_BLOCK * 1000),
    "interim responses without end": floods(b"", b"HTTP/1.1 103 Early Hints\r\n\r\n" * 50),
}


@pytest.mark.parametrize("name", ENDLESS)
def test_the_deadline_ends_whatever_the_server_does(side: Side, name: str) -> None:
    with FakeServer(ENDLESS[name]) as server:
        client = side.client(base_url=server.base_url, deadline=0.25, timeout=30, max_attempts=3)
        error = error_of(side, side.iterate(client.background_tracks.list()), APITimeoutError)
        side.tidy()
    assert "within the deadline of 0.25 s" in str(error)


FAILS_AHEAD: dict[str, tuple[Reply, type[BeyondWordsError]]] = {
    "reset": (sends(_PAGE[:-20], then="reset"), APIConnectionError),
    "never ends": (drips(_HEAD, _BODY), APITimeoutError),
    "no JSON": (responds(200, b"<html>"), ResponseDecodeError),
    "refused": (responds(403), PermissionDeniedError),
}


@pytest.mark.parametrize("name", FAILS_AHEAD)
def test_reading_goes_on_after_a_page_that_failed_ahead(side: Side, name: str) -> None:
    fault, kind = FAILS_AHEAD[name]
    read_around(side, fault, kind, prefetch=3, deadline=0.3, timeout=30.0)


def test_one_step_that_takes_too_long_is_tried_again(side: Side, waits: list[float]) -> None:
    read_around(side, sends(_HEAD, then="hold"), APITimeoutError, timeout=0.2)
    assert_retried(side, sends(_HEAD, then="hold"), retried=True, timeout=0.2)


def test_a_slow_error_body_does_not_hide_the_error(side: Side) -> None:
    head = b"HTTP/1.1 404 Not Found\r\nContent-Length: 9999\r\n\r\n"
    with FakeServer(drips(head, b"x" * 9999)) as server:
        with ends(), pytest.raises(APIStatusError, match="404 GET /background_tracks"):
            side.page(side.client(base_url=server.base_url, deadline=0.3, timeout=30))
        side.tidy()


def test_an_error_that_is_cut_off_says_what_arrived(side: Side) -> None:
    head = b"HTTP/1.1 404 Not Found\r\nTransfer-Encoding: chunked\r\n\r\n"
    with FakeServer(sends(head + b'1c\r\n{"message": "no such track"}\r\n', then="close")) as server:
        with pytest.raises(APIStatusError, match="404 GET /background_tracks: no such track"):
            side.page(side.client(base_url=server.base_url))
        side.tidy()


def test_without_the_private_names_the_deadline_still_ends_a_body(monkeypatch: pytest.MonkeyPatch) -> None:
    bound = deadline.limit_by_deadline
    monkeypatch.setattr(deadline, "limit_by_deadline", lambda _, closed: bound(object(), closed))  # type: ignore[arg-type]
    with FakeServer(drips(CHUNKED, b"1\r\n \r\n" * 2000)) as server, ends():
        client = BeyondWords(KEY, base_url=server.base_url, timeout=5, deadline=0.4, max_attempts=1)
        with client, pytest.raises(APITimeoutError, match="within the deadline"):
            client.background_tracks.list().page()


def test_a_deadline_that_passes_while_connecting_is_known_not_to_have_arrived(side: Side) -> None:
    with socket.socket() as listener, contextlib.ExitStack() as waiting:
        listener.bind(("127.0.0.1", 0))
        listener.listen(0)
        # Nobody accepts them, so no further one is let in.
        for _ in range(3):
            one = waiting.enter_context(socket.socket())
            one.setblocking(False)
            one.connect_ex(listener.getsockname())
        client = side.client(base_url=f"http://127.0.0.1:{listener.getsockname()[1]}", deadline=0.3)
        with ends(), pytest.raises(APITimeoutError) as caught:
            side.wait(client.background_tracks.delete(1))
        assert caught.value.may_have_arrived is False
        side.tidy()


def test_the_deadline_holds_while_a_body_is_sent(side: Side) -> None:
    stopped = threading.Event()

    def reads_slowly() -> None:
        connection, _ = listener.accept()
        with connection:
            while not stopped.wait(0.002) and connection.recv(8192):
                pass

    with socket.socket() as listener:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 8192)
        listener.bind(("127.0.0.1", 0))
        listener.listen()
        reader = threading.Thread(target=reads_slowly)
        reader.start()
        client = side.client(base_url=f"http://127.0.0.1:{listener.getsockname()[1]}", deadline=0.3, timeout=30)
        with ends(), pytest.raises(APITimeoutError):
            side.request(client, "PUT", "/x", content=b"x" * 60_000_000)
        stopped.set()
        reader.join()
        side.tidy()


def test_all_addresses_of_a_name_share_the_deadline(side: Side, monkeypatch: pytest.MonkeyPatch) -> None:
    """A name with many addresses that do not answer."""
    resolve = socket.getaddrinfo
    held: list[socket.socket] = []
    addresses = [f"127.0.0.{number}" for number in range(2, 22)]
    port = 0
    for address in addresses:
        listener = socket.socket()
        listener.bind((address, port))
        port = listener.getsockname()[1]
        # A listener whose queue is full lets connecting clients wait.
        listener.listen(0)
        held.append(listener)
        for _ in range(2):
            waiting = socket.socket()
            waiting.setblocking(False)
            waiting.connect_ex((address, port))
            held.append(waiting)

    def many(host: Any, *arguments: Any, **named: Any) -> Any:
        if host not in ("localhost", b"localhost"):
            return resolve(host, *arguments, **named)
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, port)) for address in addresses]

    monkeypatch.setattr(socket, "getaddrinfo", many)
    client = side.client(base_url=f"http://localhost:{port}", deadline=0.3, timeout=30, max_attempts=3)
    try:
        with ends(), pytest.raises(APITimeoutError):
            side.request(client, "GET", "/x")
    finally:
        side.tidy()
        for each in held:
            each.close()


@pytest.mark.parametrize("late", ["asynchronous", "plain"])
def test_the_deadline_holds_for_the_function_that_gives_the_key(side: Side, late: str) -> None:
    def slow() -> Any:
        import asyncio
        import time

        if late == "asynchronous":
            return asyncio.sleep(30, "a-key")
        time.sleep(0.3)
        return "a-key"

    if side.name == "sync" and late == "asynchronous":
        pytest.skip("the sync client takes no asynchronous function")
    requests: list[httpx.Request] = []

    def respond(request: httpx.Request) -> httpx.Response:
        requests.append(request)
        return httpx.Response(200)

    client = side.client(respond, api_key=slow, deadline=0.2)
    with ends(), pytest.raises(APITimeoutError, match=r"api_key function took longer than the deadline of 0\.2 s"):
        side.request(client, "POST", "/x", json={})
    assert requests == []


# Bodies without a bound


LARGE: dict[str, Reply] = {
    "100 MB": sends(OK + b"Content-Length: %d\r\n\r\n" % (100 * MEGABYTE), *[b" " * MEGABYTE] * 100),
    "without end": floods(CHUNKED, b"10000\r\n" + b" " * 0x10000 + b"\r\n"),
}


@pytest.mark.parametrize("name", LARGE)
def test_a_large_body_takes_bounded_memory(side: Side, name: str) -> None:
    before = peak_memory()
    error = read_around(side, LARGE[name], ResponseDecodeError, max_response_bytes=4 * MEGABYTE)
    assert f"max_response_bytes ({4 * MEGABYTE})" in str(error)
    assert peak_memory() - before < 40 * MEGABYTE
    assert_retried(side, LARGE[name], retried=False, max_response_bytes=4 * MEGABYTE)


# Odd, and right


def _interim(page: bytes) -> Reply:
    return sends(b"HTTP/1.1 103 Early Hints\r\nLink: x\r\n\r\n" * 3 + page)


def _closed_after(page: bytes) -> Reply:
    return sends(page, then="close")


@pytest.mark.parametrize("change", [_interim, _closed_after])
def test_connections_that_are_odd_and_usable(side: Side, waits: list[float], change: Callable[[bytes], Reply]) -> None:
    with FakeServer(rows=25, page_size=5) as server:
        for offset in range(0, 25, 5):
            server.at[offset] = [change(page_bytes(range(offset, offset + 5), total=25, offset=offset))]
        # The next request may be on its way before the close is seen: that takes a second attempt.
        client = side.client(base_url=server.base_url, max_attempts=2)
        assert ids(side.all(client.background_tracks.list())) == list(range(25))
        side.tidy()
