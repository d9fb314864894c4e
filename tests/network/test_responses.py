"""Responses as servers really send them: hostile error pages, values that are not as declared; and none at all."""

from __future__ import annotations

import json
import re
import time

import httpx
import pytest

from beyondwords import errors
from tests.fake_server import FakeServer, refusing, responds
from tests.sides import Side, printed_by

# Hostile error pages

UNITS = rb'<title>|<title|<title |</title|<h1>|<|<!--|&lt;|&| |"|{|[|{"a":|{"message":|{"errors":[|9|\|a '.split(b"|")
UNITS += [b"\n", b"\t ", b"\xff", b"\xc3\xa9", b"\xe2\x80\xae"]


def work(side: Side, body: bytes, status: int) -> float:
    """Seconds of work that a response with this body makes, at best of two."""
    costs = []
    with FakeServer(responds(status, body)) as server:
        client = side.client(base_url=server.base_url)
        for _ in range(2):
            started = time.process_time()
            with pytest.raises((errors.APIStatusError, errors.ResponseDecodeError)) as caught:
                side.page(client)
            costs.append(time.process_time() - started)
            assert str(caught.value).isprintable()
            assert len(str(caught.value)) < 2000
    return min(costs)


@pytest.mark.parametrize("status", [500, 200])
def test_a_bad_page_costs_what_its_length_costs(side: Side, status: int) -> None:
    """64 KB of `<title>` took five seconds, and all other threads waited: the search was quadratic."""
    plain = work(side, b"no " * 21_000, status)
    for unit in UNITS:
        cost = work(side, unit * (64_000 // len(unit)), status)
        assert cost < 20 * plain + 0.3, f"{unit!r} repeated: {cost:.2f} s of work beside {plain:.3f} s"


# Connections


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


# Values that are not as declared


@pytest.mark.parametrize(
    ("body", "location"),
    [("{}", "$"), ("null", "$"), ('"x"', "$"), ("7", "$"), ('[{"id": 1}, null]', "$[1]"), ('[{}, {}, "x"]', "$[2]")],
)
def test_what_cannot_be_read_around_is_an_error_with_its_place(side: Side, body: str, location: str) -> None:
    with pytest.raises(errors.ResponseDecodeError, match=re.escape(location)) as caught:
        side.page(side.client(lambda _: httpx.Response(200, content=body)))
    assert caught.value.location == location
    assert caught.value.expected
    assert caught.value.received


WARNINGS = """
import asyncio, logging, sys
from beyondwords import AsyncBeyondWords, BeyondWords

logging.basicConfig(format="%(levelname)s %(message)s", stream=sys.stdout)

async def main():
    async with AsyncBeyondWords("key", base_url=sys.argv[1]) as bw:
        await bw.background_tracks.list().page()

with BeyondWords("key", base_url=sys.argv[1]) as bw:
    bw.background_tracks.list().page()
    bw.with_options(timeout=5).background_tracks.list().page()
asyncio.run(main())
asyncio.run(main())
"""


def test_one_warning_names_operation_and_property() -> None:
    rows = [{"id": 1, "project": None}, *[{"project": 5, "media": "soon"}] * 3, {"media": None}]
    with FakeServer(responds(200, json.dumps(rows).encode())) as server:
        one, other = sorted(printed_by(WARNINGS, server.base_url).splitlines())
    assert re.match(r"WARNING .*GET /background_tracks.*media", one)
    assert re.match(r"WARNING .*GET /background_tracks.*project", other)
