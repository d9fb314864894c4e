"""What the package logs: one DEBUG record an attempt, a WARNING before each wait, nothing else, nowhere else."""

from __future__ import annotations

import logging

import httpx
import pytest

from beyondwords import APIConnectionError, APIStatusError, BeyondWordsError, ResponseDecodeError
from tests.sides import Responses, Side


@pytest.fixture
def log(caplog: pytest.LogCaptureFixture, waits: list[float]) -> pytest.LogCaptureFixture:
    caplog.set_level(logging.DEBUG)
    return caplog


def ours(log: pytest.LogCaptureFixture, level: int) -> list[logging.LogRecord]:
    return [record for record in log.records if record.name == "beyondwords" and record.levelno == level]


def test_each_attempt_is_one_debug_record(side: Side, log: pytest.LogCaptureFixture) -> None:
    server = Responses(httpx.Response(503), httpx.ReadError("broken"), httpx.Response(200, json=[]))
    side.page(side.client(server, max_attempts=3), name="piano")
    records = ours(log, logging.DEBUG)
    assert [(r.__dict__["status"], r.__dict__["attempt"]) for r in records] == [(503, 1), (None, 2), (200, 3)]
    for record, said in zip(records, ("503", "broken", "200"), strict=True):
        assert (record.__dict__["method"], record.__dict__["path"]) == ("GET", "/background_tracks")
        assert 0 <= record.__dict__["elapsed_ms"] < 60_000
        assert f"attempt {record.__dict__['attempt']}" in record.getMessage()
        assert said in record.getMessage()
        assert record.getMessage().count("GET /background_tracks") == 1
        assert record.getMessage().count("attempt") == 1


def test_the_time_of_an_attempt_is_in_milliseconds(side: Side, log: pytest.LogCaptureFixture) -> None:
    def slow(_: httpx.Request) -> httpx.Response:
        import time

        time.sleep(0.05)
        return httpx.Response(200, json=[])

    side.request(side.client(slow), "GET", "/x")
    (record,) = ours(log, logging.DEBUG)
    assert 50 <= record.__dict__["elapsed_ms"] < 20_000


def test_each_wait_is_one_warning(side: Side, log: pytest.LogCaptureFixture) -> None:
    server = Responses(httpx.Response(429, headers={"Retry-After": "7"}), httpx.Response(200, json=[]))
    side.request(side.client(server, max_attempts=3), "POST", "/content", json={})
    (record,) = ours(log, logging.WARNING)
    assert "POST /content: 429, trying again in 7.00 s" in record.getMessage()
    assert (record.__dict__["method"], record.__dict__["path"]) == ("POST", "/content")
    assert (record.__dict__["status"], record.__dict__["attempt"]) == (429, 1)


@pytest.mark.parametrize("response", [httpx.Response(404), httpx.Response(503), httpx.ConnectError("no")])
def test_without_another_attempt_nothing_is_warned_of(
    side: Side, log: pytest.LogCaptureFixture, response: httpx.Response | Exception
) -> None:
    with pytest.raises((APIStatusError, APIConnectionError)):
        side.request(side.client(Responses(response)), "GET", "/x")
    assert (len(ours(log, logging.WARNING)), len(ours(log, logging.DEBUG))) == (0, 1)


def test_a_success_that_cannot_be_used_is_logged_as_such(side: Side, log: pytest.LogCaptureFixture) -> None:
    server = Responses(httpx.Response(200, content=b"x" * 99))
    with pytest.raises(ResponseDecodeError):
        side.request(side.client(server, max_response_bytes=9), "GET", "/x")
    (record,) = ours(log, logging.DEBUG)
    assert "max_response_bytes" in record.getMessage()


def test_every_record_is_one_line(side: Side, log: pytest.LogCaptureFixture) -> None:
    evil = "a\r\nFAKE RECORD\x1b[2J\u2028b"
    server = Responses(httpx.Response(503, headers={"X-Request-Id": "x"}), httpx.ReadError(evil), httpx.Response(400))
    with pytest.raises(BeyondWordsError) as caught:
        side.request(side.client(server, max_attempts=3), "GET", "/content/a%0D%0Ab%1B%E2%80%A8")
    assert len(ours(log, logging.DEBUG)) == 3
    for record in log.records:
        if record.name == "beyondwords":
            assert record.getMessage().isprintable(), repr(record.getMessage())
            assert record.__dict__["path"].isprintable()
    assert str(caught.value).isprintable()


def test_the_package_leaves_the_callers_logging_alone() -> None:
    logger = logging.getLogger("beyondwords")
    assert [type(handler) for handler in logger.handlers] == [logging.NullHandler]
    assert logger.level == logging.NOTSET
    assert logger.propagate
