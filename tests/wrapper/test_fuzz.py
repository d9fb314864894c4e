"""Responses that nobody would think of: whatever a server sends, only values and our own errors come out.

A few hundred cases by default, the same each time; `FUZZ_CASES=12000` asks for so many, `FUZZ_NEW=1` for new ones.
"""

from __future__ import annotations

import gzip
import json
import logging
import os
import zlib
from typing import Any

import httpx
import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from beyondwords import BeyondWordsError
from tests.contract.exchanges import canned_responses, full_body, keyword_arguments, required_values
from tests.contract.generated import endpoint
from tests.contract.subject import OPERATIONS
from tests.sides import KEY, Handler, Responses, Side, assert_shown_well, page

pytestmark = pytest.mark.slow
_TESTS = 6
_ASKED = int(os.environ.get("FUZZ_CASES", "0"))
fuzzed = settings(
    max_examples=-(-_ASKED // _TESTS) if _ASKED else 60,
    derandomize="FUZZ_NEW" not in os.environ,
    database=None,
    deadline=None,
    suppress_health_check=list(HealthCheck),
    phases=[Phase.explicit, Phase.generate],
    print_blob=True,
)


# Anything a server can send

_NUMBERS_OF_JSON = st.integers() | st.floats(allow_nan=False, allow_infinity=False)
_JSON = st.recursive(
    st.none() | st.booleans() | _NUMBERS_OF_JSON | st.text() | st.just(KEY),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text() | st.just("id"), inner, max_size=4),
    max_leaves=15,
)
_NAMES = [
    *("X-Pagination-Total-Count", "X-Pagination-OffSet", "X-Pagination-Limit", "X-BeyondWords-Filter", "X-Request-Id"),
    *("Retry-After", "Date", "Content-Type", "Content-Encoding", "Location", "Set-Cookie"),
]
_VALUES = [
    *("", "0", "-0", "-5", "1e9", "9" * 30, "٣", "5, 5", "NaN", f"x {KEY} y"),
    *("soon", "Wed, 21 Oct 2026 07:28:00 GMT", "Wed, 99 Foo 2026"),
    *("application/json", "text/html; charset=utf-16", "application/json; charset=klingon", "/", ";"),
    *("gzip", "deflate", "br", "identity", "gzip, gzip", "x"),
]
_HEADERS = st.tuples(
    st.sampled_from(_NAMES) | st.from_regex(r"[A-Za-z-]{1,12}", fullmatch=True),
    st.sampled_from(_VALUES) | st.integers().map(str) | st.text(),
)
_STATUSES = st.one_of(
    st.just(200), st.sampled_from([201, 204, 206, 301, 304, 401, 404, 422, 429, 500, 503]), st.integers(100, 999)
)
_FAILURES = st.sampled_from(
    [
        *(httpx.ConnectError("no route"), httpx.ConnectTimeout("late"), httpx.ReadError(f"reset {KEY}")),
        *(httpx.ReadTimeout(""), httpx.RemoteProtocolError("a\nb"), httpx.DecodingError("zip")),
        *(httpx.UnsupportedProtocol("gopher"), httpx.InvalidURL("url"), OSError(5, "Input/output error")),
        *(TimeoutError(), UnicodeError("label too long")),
    ]
)


def _dumped(value: Any) -> bytes:
    return json.dumps(value).encode("utf-8", "surrogatepass")


def _bodies() -> st.SearchStrategy[bytes]:
    """Random bytes, random JSON, valid bodies of any operation, and valid ones with something changed."""
    valid = st.sampled_from(OPERATIONS).flatmap(
        lambda operation: st.sampled_from([canned.value for canned in canned_responses(operation)])
    )
    return st.one_of(
        st.binary(),
        _JSON.map(_dumped),
        # Python's JSON knows more numbers than others do.
        st.sampled_from([b"NaN", b"[1e999]", b'[{"id": -Infinity}]', b'[{"id": ' + b"1" * 5000 + b"}]"]),
        valid.map(_dumped),
        st.builds(_changed, valid, _JSON, st.integers(0, 50)).map(_dumped),
        st.builds(lambda whole, end: whole[: end % (len(whole) + 1)], valid.map(_dumped), st.integers(0, 500)),
        valid.map(_dumped).map(gzip.compress),
        valid.map(_dumped).map(zlib.compress),
        st.binary().map(gzip.compress),
    )


def _changed(value: Any, instead: Any, where: int) -> Any:
    """The value with one of its parts replaced."""
    if isinstance(value, list) and value and where % 5:
        position = where % len(value)
        return [*value[:position], _changed(value[position], instead, where // 2), *value[position + 1 :]]
    if isinstance(value, dict) and value and where % 5:
        key = sorted(value)[where % len(value)]
        return {**value, key: _changed(value[key], instead, where // 2)}
    return instead


def _answer(status: int, headers: list[tuple[str, str]], body: bytes) -> httpx.Response:
    lines = [(name.encode(), value.encode("utf-8", "surrogatepass")) for name, value in headers]
    # As a stream: so it is decoded where a real one is.
    return httpx.Response(status, headers=lines, stream=httpx.ByteStream(body))


_ANSWERS = st.builds(_answer, _STATUSES, st.lists(_HEADERS, max_size=6), _bodies())


def _check_log(log: pytest.LogCaptureFixture) -> None:
    """The key is in no record of this package or of the HTTP libraries; they are taken away."""
    assert not any(KEY in f"{record.getMessage()} {vars(record)!r}" for record in log.records)
    log.clear()


def _check(error: Exception) -> None:
    """An error of ours that is fit to be shown."""
    assert isinstance(error, BeyondWordsError), repr(error)
    assert len(str(error)) < 8_000
    assert_shown_well(error)


@pytest.mark.parametrize("way", ["page", "call"])
@fuzzed
@given(data=st.data())
def test_whatever_is_answered_comes_out_as_a_value_or_as_an_error_of_ours(
    side: Side, caplog: pytest.LogCaptureFixture, way: str, data: st.DataObject
) -> None:
    caplog.set_level(logging.DEBUG)
    client = side.client(Responses(data.draw(_ANSWERS | _FAILURES)))
    operation = data.draw(st.sampled_from(OPERATIONS))
    try:
        if way == "page":
            side.page(client, prefetch=data.draw(st.integers(1, 2)))
        else:
            arguments = keyword_arguments(operation, required_values(operation), full_body(operation))
            side.wait(client.call(endpoint(operation).module, **arguments))
    except Exception as error:
        _check(error)
    _check_log(caplog)


def _flaky_list(count: int, rows_a_page: int, tells: bool, faults: list[Any]) -> Handler:
    """A list whose answers are now and then something else, as drawn; a number is that of a short page."""

    def handler(request: httpx.Request) -> httpx.Response:
        fault = faults.pop() if faults else None
        if isinstance(fault, Exception):
            raise fault
        if isinstance(fault, httpx.Response):
            return fault
        offset = int(request.url.params.get("pagination[offset]", 0))
        # The server has a limit of its own.
        limit = int(request.url.params.get("pagination[limit]", 100))
        rows = range(offset, min(offset + (fault or min(rows_a_page, limit)), count))
        return page(rows, offset=offset, total=count) if tells else page(rows)

    return handler


_FAULTY_STATUSES = st.sampled_from([400, 401, 404, 408, 429, 500, 502, 503, 520, 301])
_FAULTS = st.one_of(
    st.none(),
    st.integers(1, 4),
    _FAILURES,
    _FAULTY_STATUSES.map(httpx.Response),
    st.sampled_from([b"", b"null", b"{}", b"[null]", b"<html>", b'[{"id": 1']).map(
        lambda body: httpx.Response(200, content=body)
    ),
    st.just(429).map(lambda status: httpx.Response(status, headers={"Retry-After": "100000"})),
)


_LISTS = {"count": st.integers(0, 40), "rows_a_page": st.integers(1, 12), "tells": st.booleans()}
_ARGUMENTS = {
    "prefetch": st.integers(1, 4),
    "limit": st.none() | st.integers(1, 15),
    "max_items": st.none() | st.integers(0, 50),
    "offset": st.none() | st.integers(0, 45),
}


@fuzzed
@given(
    server=st.fixed_dictionaries({**_LISTS, "faults": st.lists(_FAULTS, max_size=12)}),
    arguments=st.fixed_dictionaries(_ARGUMENTS),
    max_attempts=st.integers(1, 3),
)
def test_paging_over_whatever_faults_gives_every_row_once(
    side: Side, waits: list[float], caplog: pytest.LogCaptureFixture, server: Any, arguments: Any, max_attempts: int
) -> None:
    caplog.set_level(logging.DEBUG)
    first, rows = arguments["offset"] or 0, []
    client = side.client(_flaky_list(**server), max_attempts=max_attempts)
    iterator = side.iterate(client.background_tracks.list(**arguments))
    for _ in range(200):
        try:
            rows.append(side.next(iterator).id)
        except side.stop:
            break
        except Exception as error:
            _check(error)
            stands = [vars(error)["resume_offset"], iterator.resume_offset]
            assert stands == [first + len(rows)] * 2
    assert rows == list(range(first, server["count"]))[: arguments["max_items"]]
    _check_log(caplog)
