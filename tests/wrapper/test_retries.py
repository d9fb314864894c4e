"""Trying again: the decision, the loop, the deadline and the bounds."""

from __future__ import annotations

import asyncio
import email.utils
import itertools
import json
import logging
import socket
import ssl
import threading
import time
import zlib
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import httpx
import pytest
from httpx._decoders import GZipDecoder
from hypothesis import given
from hypothesis import strategies as st

import beyondwords._async.session
import beyondwords._sync.session
from beyondwords import (
    APIConnectionError,
    APIStatusError,
    APITimeoutError,
    ConfigurationError,
    ConflictError,
    InternalServerError,
    RateLimitError,
    ResponseDecodeError,
)
from beyondwords._core.retry import Policy, Reach, parse_http_date, parse_retry_after, retry_delay
from tests.wrapper.faulty_servers import (
    FaultyServer,
    Peer,
    Script,
    answers,
    hangs,
    hangs_up,
    raw_answer,
    refusing,
    resets,
    sends,
)
from tests.wrapper.sides import Answers, Side

RETRIED = [408, 429, 500, 502, 503, 504, 520, 521, 522, 523, 524]
SAFE = ["GET", "HEAD", "PUT", "DELETE"]
WRITES = ["POST", "PATCH"]
# Far more than a call takes, and far less than the test would wait if nothing ended it.
ENDED = 6.0


@pytest.fixture
def waits(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """The waits between tries, which are not waited."""
    found: list[float] = []

    async def noted(seconds: float) -> None:
        found.append(seconds)

    monkeypatch.setattr(beyondwords._sync.session, "sleep", found.append)
    monkeypatch.setattr(beyondwords._async.session, "sleep", noted)
    return found


class Clock:
    """A clock of the calls that goes on only where a test says so."""

    def __init__(self) -> None:
        self.seconds = 1000.0

    def monotonic(self) -> float:
        return self.seconds


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    made = Clock()
    monkeypatch.setattr(beyondwords._sync.session, "time", made)
    monkeypatch.setattr(beyondwords._async.session, "time", made)
    return made


# The decision


def decided(**changes: Any) -> float | None:
    """The delay after a first GET that was answered with 503."""
    given_: dict[str, Any] = {
        "policy": Policy(max_attempts=3, retry_writes=False),
        "method": "GET",
        "attempt": 1,
        "outcome": 503,
        "retry_after": None,
        "remaining": 60.0,
        "jitter": 1.0,
    }
    return retry_delay(**{**given_, **changes})


@pytest.mark.parametrize("method", [*SAFE, "OPTIONS"])
def test_safe_methods_are_tried_again_after_these_statuses_only(method: str) -> None:
    assert [status for status in range(100, 1000) if decided(method=method, outcome=status) is not None] == RETRIED


@pytest.mark.parametrize("method", [*WRITES, "LOCK"])
def test_writes_are_tried_again_after_a_rate_limit_only(method: str) -> None:
    assert [status for status in range(100, 1000) if decided(method=method, outcome=status) is not None] == [429]


@pytest.mark.parametrize("method", WRITES)
def test_retry_writes_makes_writes_like_reads(method: str) -> None:
    policy = Policy(max_attempts=3, retry_writes=True)
    tried = [s for s in range(100, 1000) if decided(policy=policy, method=method, outcome=s) is not None]
    assert tried == RETRIED
    assert decided(policy=policy, method=method, outcome=Reach.MAYBE_SENT) is not None


def test_what_was_never_sent_may_be_sent_again() -> None:
    assert all(decided(method=method, outcome=Reach.NOT_SENT) is not None for method in SAFE + WRITES)
    assert all(decided(method=method, outcome=Reach.MAYBE_SENT) is not None for method in SAFE)
    assert all(decided(method=method, outcome=Reach.MAYBE_SENT) is None for method in WRITES)


def test_what_is_hopeless_is_not_tried_again() -> None:
    policy = Policy(max_attempts=3, retry_writes=True)
    assert all(decided(policy=policy, method=method, outcome=Reach.HOPELESS) is None for method in SAFE + WRITES)


def test_attempts_are_bounded() -> None:
    assert [decided(attempt=attempt) is not None for attempt in (1, 2, 3, 4)] == [True, True, False, False]
    assert decided(policy=Policy(max_attempts=1, retry_writes=False)) is None


def test_waits_grow_exponentially_up_to_a_bound() -> None:
    policy = Policy(max_attempts=100, retry_writes=False)
    longest = [decided(policy=policy, attempt=attempt) for attempt in (1, 2, 3, 4, 5, 6, 99)]
    assert longest == [0.5, 1.0, 2.0, 4.0, 8.0, 8.0, 8.0]


def test_jitter_spreads_the_waits() -> None:
    assert [decided(jitter=jitter) for jitter in (0.0, 0.5, 1.0)] == [0.25, 0.375, 0.5]


def test_retry_after_is_kept_to_the_letter() -> None:
    assert decided(retry_after=17.0, jitter=0.3) == 17.0
    assert decided(retry_after=0.01) == 0.01


def test_a_retry_after_of_nothing_is_no_licence_to_hammer() -> None:
    assert decided(retry_after=0.0) == 0.5


@pytest.mark.parametrize(("retry_after", "remaining"), [(61.0, 60.0), (60.0, 60.0), (None, 0.1), (None, -1.0)])
def test_a_wait_beyond_the_deadline_is_not_begun(retry_after: float | None, remaining: float) -> None:
    assert decided(retry_after=retry_after, remaining=remaining) is None


NOW = datetime(2026, 10, 21, 7, 28, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("value", "seconds"),
    [
        ("120", 120.0),
        (" 7 ", 7.0),
        ("0", 0.0),
        ("1.5", 1.5),
        ("Wed, 21 Oct 2026 07:28:30 GMT", 30.0),
        ("Wednesday, 21-Oct-26 07:28:30 GMT", 30.0),
        ("Wed, 21 Oct 2026 07:28:30 +0200", 0.0),
        ("Wed, 21 Oct 2026 07:00:00 GMT", 0.0),
        (None, None),
        ("", None),
        ("-5", None),
        ("1e9", None),
        ("soon", None),
        ("nan", None),
        ("inf", None),
        ("٣", None),
        ("Wed, 99 Oct 2026 07:28:30 GMT", None),
    ],
)
def test_retry_after_in_both_forms(value: str | None, seconds: float | None) -> None:
    assert parse_retry_after(value, now=NOW) == seconds


def test_a_date_without_a_time_zone_is_utc() -> None:
    now = datetime(2026, 10, 21, 7, 28, tzinfo=UTC)
    assert parse_retry_after("Wed, 21 Oct 2026 07:28:05 -0000", now=now) == 5.0


@given(st.text())
def test_any_retry_after_is_a_wait_or_nothing(value: str) -> None:
    found = parse_retry_after(value, now=NOW)
    assert found is None or found >= 0
    date = parse_http_date(value)
    assert date is None or date.tzinfo is not None


# The loop


@pytest.mark.parametrize("status", RETRIED)
@pytest.mark.parametrize("method", SAFE)
def test_a_failure_that_passes_is_not_seen(side: Side, waits: list[float], method: str, status: int) -> None:
    server = Answers(httpx.Response(status), httpx.Response(status), httpx.Response(200, json=[]))
    assert side.request(side.client(server, max_attempts=3), method, "/x").status_code == 200
    assert len(waits) == 2
    assert 0.25 <= waits[0] <= 0.5 <= waits[1] <= 1.0


@pytest.mark.parametrize(
    "failure",
    [
        httpx.ConnectError("x"),
        httpx.ConnectTimeout("x"),
        httpx.ReadError("x"),
        httpx.ReadTimeout("x"),
        httpx.WriteError("x"),
        httpx.WriteTimeout("x"),
        httpx.PoolTimeout("x"),
        httpx.RemoteProtocolError("x"),
        httpx.ProxyError("x"),
        ConnectionResetError("x"),
        TimeoutError("x"),
    ],
    ids=lambda failure: type(failure).__name__,
)
def test_connection_failures_of_every_kind_are_tried_again(side: Side, waits: list[float], failure: Exception) -> None:
    server = Answers(failure, httpx.Response(200, json=[]))
    assert side.request(side.client(server, max_attempts=3), "GET", "/x").status_code == 200
    with pytest.raises(APIConnectionError) as caught:
        side.request(side.client(Answers(failure, failure), max_attempts=2), "GET", "/x")
    timed_out = isinstance(failure, httpx.TimeoutException | TimeoutError)
    assert isinstance(caught.value, APITimeoutError) == timed_out
    assert (caught.value.method, caught.value.path, caught.value.attempts) == ("GET", "/x", 2)
    assert str(caught.value).endswith("(attempt 2 of 2)")


@pytest.mark.parametrize(
    ("failure", "said"),
    [
        (httpx.ReadTimeout("x"), r"no answer from https://api\.beyondwords\.io in time \(ReadTimeout\)"),
        (httpx.ReadError("x"), r"the connection to https://api\.beyondwords\.io broke: x \(ReadError\)"),
        (httpx.ConnectError(""), r"cannot connect to https://api\.beyondwords\.io: no reason given"),
    ],
)
def test_the_message_says_what_failed_where_and_why(side: Side, failure: Exception, said: str) -> None:
    with pytest.raises(APIConnectionError, match=f"^GET /x: {said} "):
        side.request(side.client(Answers(failure)), "GET", "/x")


def test_a_certificate_that_is_not_trusted_is_tried_once(side: Side, waits: list[float]) -> None:
    failure = httpx.ConnectError("x")
    untrusted = ssl.SSLCertVerificationError("self-signed")
    untrusted.verify_message = "self-signed certificate"
    failure.__cause__ = untrusted
    server = Answers(failure)
    with pytest.raises(APIConnectionError, match="is not trusted"):
        side.request(side.client(server, max_attempts=3), "GET", "/x")
    assert (len(server.requests), waits) == (1, [])


def test_a_certificate_error_that_openssl_did_not_make_is_told_too(side: Side, waits: list[float]) -> None:
    server = Answers(ssl.SSLCertVerificationError(1, "not our certificate"))
    with pytest.raises(APIConnectionError, match="is not trusted: not our certificate"):
        side.request(side.client(server, max_attempts=3), "GET", "/x")
    assert (len(server.requests), waits) == (1, [])


@pytest.mark.parametrize("failure", [httpx.LocalProtocolError("x"), httpx.UnsupportedProtocol("x")])
def test_a_request_that_cannot_be_sent_is_tried_once(side: Side, waits: list[float], failure: Exception) -> None:
    with pytest.raises(APIConnectionError):
        side.request(side.client(Answers(failure), max_attempts=3), "GET", "/x")
    assert waits == []


def test_a_success_that_cannot_be_read_tells_its_call(side: Side, waits: list[float]) -> None:
    strange = httpx.Response(200, headers={"Content-Encoding": "br"}, stream=httpx.ByteStream(b"x"))
    with pytest.raises(ResponseDecodeError, match="was not asked for") as caught:
        side.request(side.client(Answers(httpx.Response(503), strange), max_attempts=5), "GET", "/x")
    error = caught.value
    assert (error.method, error.path, error.status_code, error.attempts) == ("GET", "/x", 200, 2)
    assert len(waits) == 1


def test_attempts_are_on_the_error(side: Side, waits: list[float]) -> None:
    server = Answers(*[httpx.Response(503) for _ in range(4)])
    with pytest.raises(InternalServerError) as caught:
        side.request(side.client(server, max_attempts=4), "GET", "/x")
    assert (caught.value.attempts, caught.value.max_attempts) == (4, 4)
    assert "attempt 4 of 4" in str(caught.value)


def test_the_last_failure_is_the_one_that_is_raised(side: Side, waits: list[float]) -> None:
    server = Answers(httpx.ReadError("x"), httpx.Response(503), httpx.Response(409))
    with pytest.raises(ConflictError) as caught:
        side.request(side.client(server, max_attempts=5), "GET", "/x")
    assert caught.value.attempts == 3


def test_a_retried_request_is_sent_whole_again(side: Side, waits: list[float]) -> None:
    with FaultyServer(answers(503), resets, answers(200)) as server:
        client = side.client(base_url=server.base_url, max_attempts=3)
        side.request(client, "PUT", "/x", params={"a": "b"}, json={"title": "ü" * 1000})
    first, *others = server.requests
    assert len(first.body) > 2000
    assert others == [first, first]
    assert "x-api-key" in first.headers


def test_an_undeclared_body_is_not_tried_again(side: Side, waits: list[float]) -> None:
    server = Answers(httpx.Response(200, content=b"<html>"))
    with pytest.raises(ResponseDecodeError):
        side.wait(side.client(server, max_attempts=3).background_tracks.list().page())
    assert waits == []


# Writes are sent once

_SENT_AND_LOST: dict[str, Script] = {
    "reset": resets,
    "hung up": hangs_up,
    "cut off": sends(raw_answer(200, b"{", headers={b"Content-Length": b"50"}), then_close=True),
    "half a head": sends(b"HTTP/1.1 200 OK\r\nContent-", then_close=True),
    "no http": sends(b"SSH-2.0-OpenSSH\r\n", then_close=True),
    "timeout": hangs,
    **{str(status): answers(status) for status in RETRIED if status != 429},
    "503 with a time": answers(503, headers={b"Retry-After": b"0.01"}),
    "redirect": answers(307, b"", headers={b"Location": b"/v1/x"}),
}


@pytest.mark.parametrize("failure", _SENT_AND_LOST)
@pytest.mark.parametrize("method", WRITES)
def test_a_write_that_may_have_arrived_is_never_sent_twice(
    side: Side, waits: list[float], method: str, failure: str
) -> None:
    with FaultyServer(_SENT_AND_LOST[failure]) as server:
        client = side.client(base_url=server.base_url, max_attempts=3, timeout=0.3)
        with pytest.raises((APIStatusError, APIConnectionError)) as caught:
            side.request(client, method, "/x", json={"title": "t"})
        assert len(server.requests) == 1
    assert vars(caught.value)["attempts"] == 1
    assert waits == []


@pytest.mark.parametrize("method", WRITES)
def test_a_write_on_a_connection_that_went_stale_is_never_sent_twice(
    side: Side, waits: list[float], method: str
) -> None:
    with FaultyServer(answers(200), hangs_up, answers(200)) as server:
        client = side.client(base_url=server.base_url, max_attempts=3)
        side.request(client, "GET", "/x")
        with pytest.raises(APIConnectionError):
            side.request(client, method, "/x", json={})
        assert [request.method for request in server.requests] == ["GET", method]


@pytest.mark.parametrize("method", WRITES)
def test_a_write_is_sent_again_after_a_rate_limit(side: Side, waits: list[float], method: str) -> None:
    with FaultyServer(answers(429), answers(200)) as server:
        assert side.request(side.client(base_url=server.base_url, max_attempts=3), method, "/x", json={"a": 1})
        assert [json.loads(request.body) for request in server.requests] == [{"a": 1}] * 2


@pytest.mark.parametrize("method", WRITES)
def test_a_write_is_tried_again_when_no_connection_was_made(side: Side, waits: list[float], method: str) -> None:
    with refusing() as base_url, pytest.raises(APIConnectionError) as caught:
        side.request(side.client(base_url=base_url, max_attempts=3), method, "/x", json={})
    assert caught.value.attempts == 3
    assert "cannot connect to http://127.0.0.1" in str(caught.value)


@pytest.mark.parametrize("failure", ["reset", "hung up", "503"])
@pytest.mark.parametrize("method", WRITES)
def test_retry_writes_is_the_callers_word(side: Side, waits: list[float], method: str, failure: str) -> None:
    with FaultyServer(_SENT_AND_LOST[failure], answers(200)) as server:
        client = side.client(base_url=server.base_url, max_attempts=3).with_options(retry_writes=True)
        assert side.request(client, method, "/x", json={}).status_code == 200
        assert len(server.requests) == 2


# Retry-After


def test_retry_after_is_waited(side: Side, waits: list[float]) -> None:
    server = Answers(httpx.Response(429, headers={"Retry-After": "7"}), httpx.Response(200, json=[]))
    side.request(side.client(server, max_attempts=2), "GET", "/x")
    assert waits == [7.0]


def test_retry_after_as_a_date_counts_from_our_clock_where_the_server_shows_none(
    side: Side, waits: list[float]
) -> None:
    then = email.utils.format_datetime(datetime.now(UTC) + timedelta(days=1), usegmt=True)
    server = Answers(httpx.Response(503, headers={"Retry-After": then}))
    with pytest.raises(InternalServerError) as caught:
        side.request(side.client(server, max_attempts=2), "GET", "/x")
    assert caught.value.retry_after is not None
    assert 86_000 < caught.value.retry_after <= 86_400
    assert waits == []


def test_retry_after_as_a_date_counts_from_the_servers_clock(side: Side, waits: list[float]) -> None:
    # A server whose clock is a day off.
    then = datetime.now(UTC).replace(microsecond=0) - timedelta(days=1)
    headers = {
        "Date": email.utils.format_datetime(then, usegmt=True),
        "Retry-After": email.utils.format_datetime(then + timedelta(seconds=9), usegmt=True),
    }
    server = Answers(httpx.Response(503, headers=headers), httpx.Response(200, json=[]))
    side.request(side.client(server, max_attempts=2), "GET", "/x")
    assert waits == [9.0]


@pytest.mark.parametrize("form", ["seconds", "date"])
@pytest.mark.parametrize("status", [429, 503])
def test_a_retry_after_beyond_the_deadline_raises_at_once(
    side: Side, waits: list[float], status: int, form: str
) -> None:
    now = datetime.now(UTC).replace(microsecond=0)
    late = email.utils.format_datetime(now + timedelta(seconds=3600), usegmt=True)
    date = email.utils.format_datetime(now, usegmt=True)
    headers = {"Date": date, "Retry-After": "3600" if form == "seconds" else late}
    server = Answers(httpx.Response(status, headers=headers))
    with pytest.raises(APIStatusError) as caught:
        side.request(side.client(server, max_attempts=3), "GET", "/x")
    assert caught.value.retry_after == 3600.0
    assert caught.value.attempts == 1
    assert "Try again in 3600 s." in str(caught.value)
    assert waits == []


def test_retry_after_is_on_the_error_of_the_last_try(side: Side, waits: list[float]) -> None:
    server = Answers(httpx.Response(429), httpx.Response(429, headers={"Retry-After": "3"}))
    with pytest.raises(RateLimitError) as caught:
        side.request(side.client(server, max_attempts=2), "GET", "/x")
    assert caught.value.retry_after == 3.0


def test_waits_count_against_the_deadline(side: Side, monkeypatch: pytest.MonkeyPatch) -> None:
    client = side.client(lambda _: httpx.Response(503), max_attempts=100, deadline=1.2)
    started = time.monotonic()
    with pytest.raises(InternalServerError) as caught:
        side.request(client, "GET", "/x")
    assert time.monotonic() - started < ENDED
    # 0.5 s, and then at least 0.5 s more, is all that fits.
    assert 2 <= caught.value.attempts <= 4


# The deadline, over everything


def _drips_head(peer: Peer) -> None:
    peer.drip(b"HTTP/1.1 200 OK\r\n" + b"X-Header: y\r\n" * 2000)


def _drips_body(peer: Peer) -> None:
    peer.send(raw_answer(200, b"", headers={b"Content-Length": b"9999"}))
    peer.drip(b" " * 9999)


def _drips_chunks(peer: Peer) -> None:
    peer.send(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n")
    peer.drip(b"1;" + b"x" * 9999)


def _drips_empty_gzip(peer: Peer) -> None:
    peer.send(_gzip_head())
    peer.drip(_EMPTY_BLOCK * 2000)


def _floods_interim_answers(peer: Peer) -> None:
    peer.flood(b"HTTP/1.1 103 Early Hints\r\n\r\n" * 100)


def _floods_empty_gzip(peer: Peer) -> None:
    peer.send(_gzip_head())
    peer.flood(_EMPTY_BLOCK * 1000)


# A block of a gzip stream that unfolds to nothing.
_EMPTY_BLOCK = b"\x00\x00\x00\xff\xff"


def _gzip_head() -> bytes:
    packed = zlib.compressobj(wbits=31)
    start = packed.compress(b"") + packed.flush(zlib.Z_SYNC_FLUSH)
    return b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n" + start


_SLOW: list[Script] = [
    hangs,
    _drips_head,
    _drips_body,
    _drips_chunks,
    _drips_empty_gzip,
    _floods_interim_answers,
    _floods_empty_gzip,
]


@pytest.mark.parametrize(
    ("script", "own_transport"),
    [*((script, False) for script in _SLOW), (_drips_head, True), (_floods_interim_answers, True)],
    ids=lambda value: getattr(value, "__name__", "own" if value else "").strip("_"),
)
def test_the_deadline_ends_whatever_the_server_does(side: Side, script: Script, own_transport: bool) -> None:
    plain = httpx.HTTPTransport if side.name == "sync" else httpx.AsyncHTTPTransport
    options: dict[str, Any] = {"transport": plain()} if own_transport else {}
    with FaultyServer(script) as server:
        client = side.client(base_url=server.base_url, deadline=0.2, timeout=30, max_attempts=3, **options)
        started = time.monotonic()
        with pytest.raises(APITimeoutError, match=r"within the deadline of 0\.2 s \(attempt 1 of 3\)"):
            side.wait(client.background_tracks.list().page())
        assert time.monotonic() - started < ENDED


def test_a_slow_error_body_does_not_hide_the_error(side: Side) -> None:
    def script(peer: Peer) -> None:
        peer.send(raw_answer(404, b"", headers={b"Content-Length": b"9999"}))
        peer.drip(b"x" * 9999)

    with FaultyServer(script) as server:
        client = side.client(base_url=server.base_url, deadline=0.4, timeout=30)
        started = time.monotonic()
        with pytest.raises(APIStatusError, match="404 GET /x") as caught:
            side.request(client, "GET", "/x")
        assert time.monotonic() - started < ENDED
    # What came of it, or nothing.
    assert set(caught.value.body) <= {"x"}


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
        threading.Thread(target=reads_slowly, daemon=True).start()
        client = side.client(base_url=f"http://127.0.0.1:{listener.getsockname()[1]}", deadline=0.5, timeout=30)
        started = time.monotonic()
        with pytest.raises(APITimeoutError):
            side.request(client, "PUT", "/x", content=b"x" * 60_000_000)
        assert time.monotonic() - started < ENDED
        stopped.set()


def test_all_addresses_of_a_name_share_the_deadline(side: Side, monkeypatch: pytest.MonkeyPatch) -> None:
    """A name with many addresses that do not answer."""
    asked = socket.getaddrinfo
    sockets: list[socket.socket] = []
    addresses = [f"127.0.0.{number}" for number in range(2, 22)]
    port = 0
    for address in addresses:
        listener = socket.socket()
        listener.bind((address, port))
        port = listener.getsockname()[1]
        # A listener whose queue is full lets connecting clients wait.
        listener.listen(0)
        sockets.append(listener)
        for _ in range(2):
            waiting = socket.socket()
            waiting.setblocking(False)
            waiting.connect_ex((address, port))
            sockets.append(waiting)

    def many(host: Any, *arguments: Any, **named: Any) -> Any:
        if host not in ("localhost", b"localhost"):
            return asked(host, *arguments, **named)
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, port)) for address in addresses]

    monkeypatch.setattr(socket, "getaddrinfo", many)
    client = side.client(base_url=f"http://localhost:{port}", deadline=0.5, timeout=30, max_attempts=3)
    started = time.monotonic()
    try:
        with pytest.raises(APITimeoutError):
            side.request(client, "GET", "/x")
        assert time.monotonic() - started < ENDED
    finally:
        for held in sockets:
            held.close()


def test_the_deadline_holds_for_the_function_that_gives_the_key(side: Side) -> None:
    def slow() -> Any:
        if side.name == "async":
            return asyncio.sleep(30, "a-key")
        time.sleep(0.4)
        return "a-key"

    server = Answers()
    client = side.client(server, api_key=slow, deadline=0.3)
    started = time.monotonic()
    with pytest.raises(APITimeoutError, match=r"api_key function took longer than the deadline of 0\.3 s"):
        side.request(client, "POST", "/x", json={})
    assert time.monotonic() - started < ENDED
    assert server.requests == []


def test_a_key_that_comes_too_late_is_not_used_and_the_error_tells_its_call(
    side: Side, waits: list[float], clock: Clock
) -> None:
    def key() -> str:
        if server.requests:
            clock.seconds += 30
        return "a-key"

    server = Answers(httpx.Response(503))
    with pytest.raises(APITimeoutError) as caught:
        side.request(side.client(server, api_key=key, deadline=30, max_attempts=3), "PUT", "/x")
    late = "the api_key function took longer than the deadline of 30 s (attempt 2 of 3)"
    assert str(caught.value) == f"PUT /x: {late}"
    assert (caught.value.method, caught.value.path, caught.value.attempts) == ("PUT", "/x", 2)
    assert len(server.requests) == 1


class _BrokenBody(httpx.SyncByteStream, httpx.AsyncByteStream):
    """Breaks off when the time is over."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock

    def __iter__(self) -> Any:
        self._clock.seconds += 30
        yield b"["
        raise httpx.ReadError("broken")

    async def __aiter__(self) -> Any:
        for piece in self:
            yield piece


@pytest.mark.parametrize("begun", [False, True], ids=["no answer", "half an answer"])
def test_what_fails_once_the_deadline_has_passed_is_a_timeout(side: Side, clock: Clock, begun: bool) -> None:
    def handler(_: httpx.Request) -> httpx.Response:
        if begun:
            return httpx.Response(200, stream=_BrokenBody(clock))
        clock.seconds += 30
        raise httpx.ReadError("broken")

    with pytest.raises(APITimeoutError, match=r"within the deadline of 30 s \(attempt 1 of 3\)$"):
        side.request(side.client(handler, deadline=30, max_attempts=3), "GET", "/x")


@pytest.mark.usefixtures("waits")
def test_no_step_of_a_try_gets_more_than_what_is_left_of_the_call(side: Side, clock: Clock) -> None:
    steps: list[dict[str, float]] = []

    def handler(request: httpx.Request) -> httpx.Response:
        steps.append(request.extensions["timeout"])
        clock.seconds += 24
        return httpx.Response(503)

    client = side.client(handler, timeout=10, deadline=25, max_attempts=2)
    with pytest.raises(InternalServerError):
        side.request(client, "GET", "/x")
    with pytest.raises(InternalServerError):
        side.request(client.with_options(max_attempts=1), "GET", "/x", timeout=None)
    # A connection has 5 s at most, or what is left.
    assert steps == [
        {"connect": 5, "read": 10, "write": 10, "pool": 10},
        {"connect": 1, "read": 1, "write": 1, "pool": 1},
        {"connect": 25, "read": 25, "write": 25, "pool": 25},
    ]


def test_a_step_has_a_timeout_even_when_a_request_is_made_without(side: Side) -> None:
    with FaultyServer(hangs) as server:
        client = side.client(base_url=server.base_url, deadline=0.3)
        with pytest.raises(APITimeoutError):
            side.request(client, "GET", "/x", timeout=None)


def test_the_timeout_of_a_step_is_tried_again_within_the_deadline(side: Side, waits: list[float]) -> None:
    with FaultyServer(hangs, answers(200)) as server:
        client = side.client(base_url=server.base_url, timeout=0.3, max_attempts=3)
        assert side.request(client, "GET", "/x").status_code == 200
    assert len(server.requests) == 2


# The size of a body


def test_a_body_up_to_the_bound_is_read(side: Side) -> None:
    with FaultyServer(answers(200, b"[" + b" " * 998 + b"]")) as server:
        client = side.client(base_url=server.base_url, max_response_bytes=1000)
        assert side.wait(client.background_tracks.list().page()).items == []
        with pytest.raises(ResponseDecodeError, match=r"larger than max_response_bytes \(999\)") as caught:
            side.wait(client.with_options(max_response_bytes=999).background_tracks.list().page())
    assert caught.value.status_code == 200


def test_an_endless_body_ends_at_the_bound(side: Side) -> None:
    def script(peer: Peer) -> None:
        peer.send(b"HTTP/1.1 200 OK\r\n\r\n")
        peer.flood(b" " * 65536)

    with FaultyServer(script) as server:
        client = side.client(base_url=server.base_url, max_response_bytes=1_000_000, max_attempts=3)
        with pytest.raises(ResponseDecodeError, match="max_response_bytes"):
            side.wait(client.background_tracks.list().page())
        assert len(server.requests) == 1


def test_a_bomb_is_not_unfolded(side: Side, monkeypatch: pytest.MonkeyPatch) -> None:
    packed = zlib.compressobj(9, wbits=31)
    # 48 MB of spaces in less than 64 kB.
    bomb = b"".join(packed.compress(b" " * 4_000_000) for _ in range(12)) + packed.flush()
    assert len(bomb) < 64_000
    largest = 0
    plain = GZipDecoder.decode

    def decode(self: GZipDecoder, data: bytes) -> bytes:
        nonlocal largest
        unfolded = plain(self, data)
        largest = max(largest, len(unfolded))
        return unfolded

    monkeypatch.setattr(GZipDecoder, "decode", decode)
    with FaultyServer(answers(200, bomb, headers={b"Content-Encoding": b"gzip"})) as server:
        client = side.client(base_url=server.base_url, max_response_bytes=100_000)
        with pytest.raises(ResponseDecodeError, match="max_response_bytes"):
            side.wait(client.background_tracks.list().page())
    assert 0 < largest < 8_000_000


def test_a_bomb_as_an_error_is_an_error(side: Side) -> None:
    packed = zlib.compressobj(9, wbits=31)
    bomb = packed.compress(b" " * 50_000_000) + packed.flush()
    script = answers(500, bomb, headers={b"Content-Encoding": b"gzip"})
    with FaultyServer(script) as server, pytest.raises(InternalServerError) as caught:
        side.request(side.client(base_url=server.base_url), "GET", "/x")
    assert caught.value.message == "Internal Server Error"


class _Pieces(httpx.SyncByteStream, httpx.AsyncByteStream):
    """A body that comes in pieces, and counts those that were taken."""

    def __init__(self, *pieces: bytes) -> None:
        self._pieces = pieces
        self.taken = 0

    def __iter__(self) -> Any:
        for piece in self._pieces:
            self.taken += 1
            yield piece

    async def __aiter__(self) -> Any:
        for piece in self:
            yield piece


def test_a_body_is_never_cut_at_the_bound(side: Side) -> None:
    client = side.client(lambda _: httpx.Response(200, stream=_Pieces(b"[]", b"x")), max_response_bytes=2)
    with pytest.raises(ResponseDecodeError, match=r"larger than max_response_bytes \(2\)"):
        side.request(client, "GET", "/x")


def test_the_body_of_an_error_has_a_bound_of_its_own(side: Side) -> None:
    small = _Pieces(b'{"message": ', b'"no such track"}')
    with pytest.raises(APIStatusError, match="404 GET /x: no such track"):
        side.request(side.client(lambda _: httpx.Response(404, stream=small), max_response_bytes=2), "GET", "/x")
    large = _Pieces(*[b"x" * 65_536] * 9)
    with pytest.raises(APIStatusError, match="404 GET /x"):
        side.request(side.client(lambda _: httpx.Response(404, stream=large)), "GET", "/x")
    assert large.taken == 2


# Broken answers


def test_an_error_that_is_cut_off_says_what_arrived(side: Side) -> None:
    head = b"HTTP/1.1 404 Not Found\r\nTransfer-Encoding: chunked\r\n\r\n"
    script = sends(head + b'1c\r\n{"message": "no such track"}\r\n', then_close=True)
    with FaultyServer(script) as server, pytest.raises(APIStatusError, match="404 GET /x: no such track"):
        side.request(side.client(base_url=server.base_url), "GET", "/x")


_BROKEN: dict[str, Script] = {
    "truncated": sends(raw_answer(200, b"[]", headers={b"Content-Length": b"99"}), then_close=True),
    "truncated chunks": sends(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n9\r\n[", then_close=True),
    "bad chunks": sends(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nnonsense\r\n", then_close=True),
    "bad length": sends(b"HTTP/1.1 200 OK\r\nContent-Length: many\r\n\r\n[]", then_close=True),
    "two lengths": sends(b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\nContent-Length: 3\r\n\r\n[]", then_close=True),
    "no status": sends(b"HTTP/1.1 OK\r\n\r\n", then_close=True),
    "status 0": sends(b"HTTP/1.1 000 OK\r\n\r\n", then_close=True),
    "upgrade": sends(b"HTTP/1.1 101 Switching\r\n\r\n", then_close=True),
    "endless head": sends(b"HTTP/1.1 200 OK\r\n" + b"X: y\r\n" * 50_000, then_close=True),
    "not http": sends(b"\x16\x03\x01\x02\x00\x01\x00\x01", then_close=True),
    "nothing": hangs_up,
    "reset": resets,
}


@pytest.mark.parametrize("kind", _BROKEN)
def test_a_broken_answer_is_a_connection_error_after_every_try(side: Side, waits: list[float], kind: str) -> None:
    with FaultyServer(_BROKEN[kind]) as server:
        client = side.client(base_url=server.base_url, max_attempts=2)
        with pytest.raises(APIConnectionError, match=f"the connection to http://{server.address} broke: ") as caught:
            side.wait(client.background_tracks.list().page())
        assert server.connections == 2
    assert str(caught.value).isprintable()
    assert len(str(caught.value)) < 1000


def test_an_answer_longer_than_announced_is_read_as_announced(side: Side) -> None:
    with FaultyServer(sends(raw_answer(200, b"[] and more", headers={b"Content-Length": b"2"}))) as server:
        client = side.client(base_url=server.base_url)
        assert side.wait(client.background_tracks.list().page()).items == []


def test_a_refused_connection_says_where(side: Side) -> None:
    with refusing() as base_url, pytest.raises(APIConnectionError) as caught:
        side.request(side.client(base_url=base_url), "GET", "/x")
    origin = base_url.removesuffix("/v1")
    assert str(caught.value).startswith(f"GET /x: cannot connect to {origin}: ")
    assert str(caught.value).endswith("(attempt 1 of 1)")


def test_the_environments_proxy_that_cannot_be_used_is_named(side: Side, monkeypatch: pytest.MonkeyPatch) -> None:
    for proxy in ("nonsense://127.0.0.1", "socks9://127.0.0.1:1"):
        monkeypatch.setenv("HTTPS_PROXY", proxy)
        said = f"the proxy that the environment names cannot be used: .*{proxy.partition(':')[0]}"
        with pytest.raises(ConfigurationError, match=said):
            side.request(side.client(base_url="https://127.0.0.1:9"), "GET", "/x")


def test_certificates_that_cannot_be_read_are_named(side: Side, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", "/nowhere.pem")
    with pytest.raises(ConfigurationError, match="SSL_CERT_FILE"):
        side.request(side.client(base_url="https://127.0.0.1:9"), "GET", "/x")


def test_every_wait_is_announced(side: Side, waits: list[float], caplog: pytest.LogCaptureFixture) -> None:
    statuses = itertools.chain([503, 503], itertools.repeat(200))
    handler: Callable[[httpx.Request], httpx.Response] = lambda _: httpx.Response(next(statuses), json=[])  # noqa: E731
    with caplog.at_level(logging.WARNING, "beyondwords"):
        side.request(side.client(handler, max_attempts=3), "GET", "/x")
    assert [record.levelname for record in caplog.records] == ["WARNING", "WARNING"]
    assert [record.__dict__["attempt"] for record in caplog.records] == [1, 2]
