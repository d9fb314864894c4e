"""Success responses whose body is not the page it should be, and those that are odd and usable."""

from __future__ import annotations

import gzip
import json
import zlib
from typing import Any

import pytest

from beyondwords import ResponseDecodeError
from tests.fake_server import FakeServer, Reply, responds
from tests.network.cases import MEGABYTE, assert_retried, gzip_bomb, peak_memory, read_around
from tests.sides import Side, ids

_ROWS = [{"id": number, "name": f"café {number}"} for number in range(10, 15)]
_GOOD = json.dumps(_ROWS, ensure_ascii=False)
_DEPTH = 100_000


def body(content: bytes, **headers: Any) -> Reply:
    return responds(200, content, **headers)


UNUSABLE: dict[str, Reply] = {
    "empty": body(b""),
    "invalid JSON": body(b'[{"id": 1,}]'),
    "two JSONs": body(_GOOD.encode() * 2),
    "HTML": body(b"<!doctype html><title>Maintenance</title>", Content_Type="text/html"),
    "lists in lists": body(b"[" * _DEPTH + b"]" * _DEPTH),
    "objects in objects": body(b'[{"media":' * _DEPTH + b"1" + b"}]" * _DEPTH),
    "a number of 5,000 digits": body(b'[{"id": ' + b"9" * 5_000 + b"}]"),
    "not the charset it says": body(_GOOD.encode("latin-1"), Content_Type="application/json; charset=utf-8"),
    "bytes of nonsense": body(bytes(range(256)) * 4),
    "gzip twice": body(gzip.compress(gzip.compress(_GOOD.encode())), Content_Encoding="gzip, gzip"),
    "gzip that is none": body(_GOOD.encode(), Content_Encoding="gzip"),
    "gzip that is broken": body(gzip.compress(_GOOD.encode())[:-20] + b"x" * 12, Content_Encoding="gzip"),
}


@pytest.mark.parametrize("name", UNUSABLE)
def test_a_body_that_cannot_be_used(side: Side, waits: list[float], name: str) -> None:
    read_around(side, UNUSABLE[name], ResponseDecodeError)
    assert_retried(side, UNUSABLE[name], retried=False)


def test_a_gzip_bomb_takes_bounded_memory(side: Side) -> None:
    bomb = body(gzip_bomb(), Content_Encoding="gzip")
    before = peak_memory()
    read_around(side, bomb, ResponseDecodeError, max_response_bytes=4 * MEGABYTE)
    assert peak_memory() - before < 150 * MEGABYTE


USABLE: dict[str, Reply] = {
    "an unknown charset": body(_GOOD.encode(), Content_Type="application/json; charset=klingon"),
    "a Content-Type of HTML": body(_GOOD.encode(), Content_Type="text/html"),
    "UTF-16": body(_GOOD.encode("utf-16"), Content_Type="application/json; charset=utf-16"),
    "a byte order mark": body(_GOOD.encode("utf-8-sig")),
    "much white space": body(b" " * 10_000 + _GOOD.encode() + b"\n" * 10_000),
    "nulls": body(json.dumps([{**row, "media": None, "name": None} for row in _ROWS]).encode()),
    "half a surrogate": body(json.dumps([{**row, "name": "\ud800"} for row in _ROWS]).encode()),
    "gzip": body(gzip.compress(_GOOD.encode()), Content_Encoding="gzip"),
    "deflate": body(zlib.compress(_GOOD.encode()), Content_Encoding="deflate"),
}


@pytest.mark.parametrize("name", USABLE)
def test_a_body_that_is_odd_and_usable(side: Side, name: str) -> None:
    with FakeServer(rows=25, page_size=5) as server:
        server.at[10] = [USABLE[name]]
        client = side.client(base_url=server.base_url)
        assert ids(side.all(client.background_tracks.list())) == list(range(25))
        side.tidy()
