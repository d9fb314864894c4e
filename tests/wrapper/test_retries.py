"""Which failures are tried again, after how long, how often, and what the logger `beyondwords` tells of it."""

from __future__ import annotations

import email.utils
import errno
import logging
import random
import ssl
import time
from collections.abc import AsyncIterator, Callable, Iterator
from datetime import UTC, datetime, timedelta
from itertools import product
from typing import Any

import httpx
import pytest

from beyondwords import errors
from tests.fake_server import FakeServer, refusing, resets, responds
from tests.sides import Handler, Responses, Side
from tests.wrapper.test_errors import OF_STATUS

RETRIED = [408, 429, 500, 502, 503, 504, 520, 521, 522, 523, 524]
READS = ["GET", "HEAD", "PUT", "DELETE"]
WRITES = ["POST", "PATCH"]

# Which


@pytest.mark.parametrize(
    ("method", "retry_writes", "retried"),
    [
        *((method, False, RETRIED) for method in READS),
        *((method, False, [429]) for method in [*WRITES, "LOCK"]),
        *((method, True, RETRIED) for method in WRITES),
    ],
)
def test_these_statuses_only_are_tried_again_and_each_is_its_own_error(
    side: Side, waits: list[float], method: str, retry_writes: bool, retried: list[int]
) -> None:
    client = side.client(lambda request: httpx.Response(int(request.url.path[-3:])), max_attempts=2)
    client, found = client.with_options(retry_writes=retry_writes), []
    for status in [*range(300, 310), *range(400, 433), *range(500, 530), 600, 999]:
        with pytest.raises(errors.APIStatusError) as caught:
            side.request(client, method, f"/{status}")
        assert caught.value.status_code == status
        kind = OF_STATUS.get(status, errors.InternalServerError if status >= 500 else errors.APIStatusError)
        assert type(caught.value) is kind
        found += [status] * (caught.value.attempts - 1)
    assert found == retried


NEVER_ARRIVED = [httpx.ConnectError("x"), httpx.ConnectTimeout("x"), httpx.PoolTimeout("x"), httpx.ProxyError("x")]
MAY_HAVE_ARRIVED = [
    *(httpx.ReadError("x"), httpx.ReadTimeout("x"), httpx.WriteError("x"), httpx.WriteTimeout("x")),
    *(httpx.RemoteProtocolError("x"), ConnectionResetError("x"), TimeoutError("x")),
]
HOPELESS = [httpx.LocalProtocolError("x"), httpx.UnsupportedProtocol("x"), ssl.SSLCertVerificationError(1, "not ours")]


@pytest.mark.parametrize(
    "failure", [*NEVER_ARRIVED, *MAY_HAVE_ARRIVED, *HOPELESS], ids=lambda each: type(each).__name__
)
def test_failed_connections(side: Side, waits: list[float], failure: Exception) -> None:
    for method, retry_writes in product(("GET", "POST"), (False, True)):
        server = Responses(failure, failure)
        client = side.client(server, max_attempts=2).with_options(retry_writes=retry_writes)
        with pytest.raises(errors.APIConnectionError) as caught:
            side.request(client, method, "/x")
        safe = failure in NEVER_ARRIVED or method == "GET" or retry_writes
        attempts = 2 if safe and failure not in HOPELESS else 1
        error = caught.value
        assert isinstance(error, errors.APITimeoutError) == isinstance(failure, httpx.TimeoutException | TimeoutError)
        assert (len(server.requests), error.attempts) == (attempts, attempts), f"{method}, {retry_writes=}"
        assert (error.method, error.path) == (method, "/x")
        assert str(error).startswith(f"{method} /x: ")
        assert f"(attempt {attempts} of 2)" in str(error)


def at_several_addresses() -> httpx.ConnectError:
    """What asyncio makes of several that refuse."""
    refused = ConnectionRefusedError(errno.ECONNREFUSED, "refused")
    failure = httpx.ConnectError("All connection attempts failed")
    failure.__cause__ = OSError("several")
    failure.__cause__.__cause__ = ExceptionGroup("several", [OSError("without a number"), refused])
    return failure


@pytest.mark.parametrize(
    ("failure", "said"),
    [
        (httpx.ReadTimeout("x"), r"https://api\.beyondwords\.io in time \(ReadTimeout\)"),
        (httpx.ReadError("x"), r"the connection to https://api\.beyondwords\.io broke: x \(ReadError\)"),
        (httpx.ConnectError(""), r"cannot connect to https://api\.beyondwords\.io: no reason given"),
        (at_several_addresses(), f"{errno.ECONNREFUSED}.*refused"),
    ],
)
def test_the_message_says_what_failed_where_and_why(side: Side, failure: Exception, said: str) -> None:
    with pytest.raises(errors.APIConnectionError, match=f"^GET /x: .*{said}"):
        side.request(side.client(Responses(failure)), "GET", "/x")


@pytest.mark.parametrize("what", ["127.0.0.1", "localhost", "proxy"])
def test_a_refused_connection_says_so(
    side: Side, monkeypatch: pytest.MonkeyPatch, waits: list[float], what: str
) -> None:
    with refusing() as base_url:
        if what == "proxy":
            monkeypatch.setenv("HTTPS_PROXY", base_url)
        where = "https://api.beyondwords.io/v1" if what == "proxy" else base_url.replace("127.0.0.1", what)
        with pytest.raises(errors.APIConnectionError, match="Connection refused") as caught:
            side.request(side.client(base_url=where, max_attempts=2), "POST", "/x", json={})
    # The server cannot have acted on it, so also a write is sent again.
    assert caught.value.attempts == 2


# A write that may have arrived is never sent twice: see tests/network/test_faults.py


def test_a_request_is_sent_whole_again_also_when_its_body_can_be_read_once(side: Side, waits: list[float]) -> None:
    async def pieces() -> AsyncIterator[bytes]:
        yield b"one "
        yield b"two"

    with FakeServer(responds(503), resets, responds(200)) as server:
        client = side.client(base_url=server.base_url, max_attempts=3)
        content = pieces() if side.name == "async" else iter([b"one ", b"two"])
        side.request(client, "PUT", "/x", params={"a": "b"}, headers={"Content-Length": "7"}, content=content)
    first, *others = server.requests
    assert (first.body, others) == (b"one two", [first, first])
    assert "x-api-key" in first.headers


# After how long, and how often


@pytest.mark.parametrize(("chance", "first"), [(0.0, 0.25), (0.5, 0.375), (1.0, 0.5)])
def test_waits_grow_up_to_a_bound_and_chance_takes_up_to_half(
    side: Side, waits: list[float], monkeypatch: pytest.MonkeyPatch, chance: float, first: float
) -> None:
    monkeypatch.setattr(random, "random", lambda: chance)
    client = side.client(lambda _: httpx.Response(503), max_attempts=9, deadline=1000)
    with pytest.raises(errors.InternalServerError, match="attempt 9 of 9") as caught:
        side.request(client, "GET", "/x")
    assert waits == [first * times for times in (1, 2, 4, 8, 16, 16, 16, 16)]
    assert (caught.value.attempts, caught.value.max_attempts) == (9, 9)


def test_the_last_failure_is_the_one_that_is_raised(side: Side, waits: list[float]) -> None:
    server = Responses(httpx.ReadError("x"), httpx.Response(503), httpx.Response(409))
    with pytest.raises(errors.APIStatusError, match=r"^409 .*attempt 3 of 5"):
        side.request(side.client(server, max_attempts=5), "GET", "/x")


def _limited(*retry_after: str, **headers: str) -> httpx.Response:
    return httpx.Response(429, headers=[*(("Retry-After", line) for line in retry_after), *headers.items()])


@pytest.mark.parametrize(
    ("retry_after", "seconds"),
    [
        ("7", 7.0),
        (" 7 ", 7.0),
        ("1.5", 1.5),
        ("0.01", 0.01),
        # Of several the longest counts, on one line or on two.
        ("7, 9", 9.0),
        ("9\n7", 9.0),
        ("7\n7\n7", 7.0),
        ("Wed, 21 Oct 2026 07:28:30 GMT", 30.0),
        ("Wed, 21 Oct 2026 07:28:30 GMT\nWed, 21 Oct 2026 07:28:30 GMT", 30.0),
        ("Wednesday, 21-Oct-26 07:28:30 GMT", 30.0),
        ("Wed, 21 Oct 2026 07:28:05 -0000", 5.0),
        # None of these names a wait.
        *((text, None) for text in ("0", "", "-5", "1e1", "soon", "nan", "inf", "Wed, 99 Oct 2026 07:28:30 GMT")),
        ("Wed, 21 Oct 2026 07:00:00 GMT", None),
    ],
)
def test_retry_after_is_kept_to_in_both_forms(
    side: Side, waits: list[float], retry_after: str, seconds: float | None
) -> None:
    # Counted from the server's clock, should ours be wrong.
    server = Responses(_limited(*retry_after.split("\n"), Date="Wed, 21 Oct 2026 07:28:00 GMT"), httpx.Response(200))
    side.request(side.client(server, max_attempts=2), "GET", "/x")
    (wait,) = waits
    assert wait == seconds if seconds is not None else 0.25 <= wait <= 0.5


def test_a_date_without_the_servers_clock_counts_from_ours(side: Side, waits: list[float]) -> None:
    then = email.utils.format_datetime(datetime.now(UTC) + timedelta(days=1), usegmt=True)
    with pytest.raises(errors.RateLimitError) as caught:
        side.request(side.client(Responses(_limited(then)), max_attempts=2), "GET", "/x")
    assert caught.value.retry_after is not None
    assert 86_000 < caught.value.retry_after <= 86_400


def test_no_step_gets_more_than_what_is_left_of_the_call(side: Side) -> None:
    steps: list[dict[str, float]] = []

    def respond(request: httpx.Request) -> httpx.Response:
        steps.append(request.extensions["timeout"])
        return httpx.Response(503, headers={"Retry-After": "0.3"})

    client = side.client(respond, timeout=10, deadline=0.5, max_attempts=2)
    with pytest.raises(errors.InternalServerError):
        side.request(client, "GET", "/x")
    with pytest.raises(errors.InternalServerError):
        side.request(client.with_options(max_attempts=1), "GET", "/x", timeout=None)
    for number, most in enumerate([0.5, 0.2, 0.5]):
        assert all(0 < seconds <= most for seconds in steps[number].values())


# What is logged: one DEBUG record an attempt, a WARNING before each wait, nothing else


Log = Callable[[int], list[Any]]


@pytest.fixture
def log(caplog: pytest.LogCaptureFixture, waits: list[float]) -> Log:
    """Our records of a level."""
    return lambda level: [each for each in caplog.records if (each.name, each.levelno) == ("beyondwords", level)]


def test_each_attempt_is_a_debug_record_of_one_line_and_each_wait_a_warning(side: Side, log: Log) -> None:
    evil = "a\r\nFAKE RECORD\x1b[2J\u2028b"

    def slow(_: httpx.Request) -> httpx.Response:
        time.sleep(0.05)
        return httpx.Response(200, json=[])

    late = httpx.Response(429, headers={"Retry-After": "7"})
    replies: Iterator[Handler] = iter([Responses(late), Responses(httpx.ReadError(evil)), slow])
    client = side.client(lambda request: next(replies)(request), max_attempts=3)
    side.request(client, "PUT", "/content/a%0D%0Ab%1B%E2%80%A8")
    attempts, warnings = log(logging.DEBUG), log(logging.WARNING)
    assert [(record.status, record.attempt) for record in attempts] == [(429, 1), (None, 2), (200, 3)]
    assert [(record.status, record.attempt) for record in warnings] == [(429, 1), (None, 2)]
    for record, said in zip([*attempts, *warnings], ("429", "FAKE RECORD", "200", "429", "FAKE RECORD"), strict=True):
        message = record.getMessage()
        assert said in message
        assert message.count(f"PUT {record.path}") == message.count(f"attempt {record.attempt}") == 1
        assert message.count("attempt") == 1
        assert (record.method, record.path[:9]) == ("PUT", "/content/")
        assert message.isprintable()
        assert record.path.isprintable()
    assert ": 429, trying again in 7.00 s" in warnings[0].getMessage()
    assert all(0 <= record.elapsed_ms < 20_000 for record in attempts)
    assert attempts[2].elapsed_ms >= 50


@pytest.mark.parametrize("response", [httpx.Response(404), httpx.Response(503), httpx.ConnectError("no")])
def test_without_another_attempt_nothing_is_warned_of(side: Side, log: Log, response: Any) -> None:
    with pytest.raises((errors.APIStatusError, errors.APIConnectionError)):
        side.request(side.client(Responses(response)), "GET", "/x")
    assert (len(log(logging.WARNING)), len(log(logging.DEBUG))) == (0, 1)


def test_a_success_that_cannot_be_used_is_logged_as_such(side: Side, log: Log) -> None:
    server = Responses(httpx.Response(200, content=b"x" * 99))
    with pytest.raises(errors.ResponseDecodeError):
        side.request(side.client(server, max_response_bytes=9), "GET", "/x")
    (record,) = log(logging.DEBUG)
    assert "max_response_bytes" in record.getMessage()
