"""Every status over the wire, redirects to elsewhere, and rate limits in all their spellings."""

from __future__ import annotations

import pytest

from beyondwords import (
    APIStatusError,
    APITimeoutError,
    BeyondWordsError,
    InternalServerError,
    RateLimitError,
    ResponseDecodeError,
)
from tests.fake_server import FakeServer, Peer, Reply, hangs, responds, response_bytes
from tests.network.cases import PREFETCH, ends, error_of
from tests.sides import Side, ids
from tests.wrapper.test_errors import OF_STATUS

# HTTP allows these no body: what follows would be taken for the next response.
_BODILESS = {204, 304}


def _echo(status: int) -> Reply:
    """A response that shows the key wherever it can."""

    def reply(peer: Peer) -> None:
        key = peer.request.headers["x-api-key"]
        said = f'{{"code": "{key}", "message": "key {key}", "errors": [{{"location": "{key}"}}]}}'.encode()
        head = {"X_Request_Id": key, "Location": f"https://elsewhere.test/?key={key}"}
        peer.send(response_bytes(status, b"" if status in _BODILESS else said, reason=b"Key " + key.encode(), **head))

    return reply


def _expected(status: int) -> type[BeyondWordsError]:
    if status < 300:
        return ResponseDecodeError
    return OF_STATUS.get(status, InternalServerError if status >= 500 else APIStatusError)


@pytest.mark.parametrize("first", [200, 300, 400, 500, 600])
def test_every_status_is_its_own_error_and_tells_no_key(side: Side, first: int) -> None:
    with FakeServer(rows=25) as server:
        pager = side.client(base_url=server.base_url).background_tracks.list()
        for status in [*range(first, first + 100)] if first < 600 else [600, 700, 999]:
            server.at[0] = [_echo(status)]
            error = error_of(side, side.iterate(pager), _expected(status))
            assert error.status_code == status
        assert ids(side.wait(pager.page()).items) == list(range(10))
        side.tidy()


# Rate limits


@pytest.mark.parametrize("prefetch", PREFETCH)
def test_rate_limits_on_every_page_lose_and_double_nothing(side: Side, prefetch: int) -> None:
    with FakeServer(rows=25, page_size=5) as server:
        for offset in range(0, 25, 5):
            server.at[offset] = [responds(429, Retry_After="0.02"), responds(429, Retry_After="0.02")]
        client = side.client(base_url=server.base_url, max_attempts=3)
        assert ids(side.all(client.background_tracks.list(prefetch=prefetch))) == list(range(25))
        side.tidy()


def test_a_rate_limit_for_ever_ends_within_the_deadline(side: Side) -> None:
    with FakeServer(rows=25, page_size=5) as server:
        server.at[10] = [responds(429, Retry_After="0.8")] * 500
        client = side.client(base_url=server.base_url, max_attempts=100, deadline=1.5)
        iterator = side.iterate(client.background_tracks.list())
        rows = ids(side.take(iterator, 10))
        with ends():
            assert error_of(side, iterator, RateLimitError).resume_offset == 10
        server.at.clear()
        assert rows + ids(side.all(iterator)) == list(range(25))
        side.tidy()


def test_a_rate_limit_and_then_silence_ends_within_the_deadline(side: Side) -> None:
    with FakeServer(rows=25, page_size=5) as server:
        server.at[10] = [responds(429, Retry_After="0.1"), *[hangs] * 9]
        client = side.client(base_url=server.base_url, max_attempts=2, deadline=0.4, timeout=30.0)
        iterator = side.iterate(client.background_tracks.list())
        rows = ids(side.take(iterator, 10))
        assert error_of(side, iterator, APITimeoutError).resume_offset == 10
        server.at.clear()
        assert rows + ids(side.all(iterator)) == list(range(25))
        side.tidy()
