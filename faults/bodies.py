"""Success answers whose body is not the page it should be."""

from __future__ import annotations

import gzip
import json
import zlib

from beyondwords import ResponseDecodeError
from faults.cells import Cell, check
from faults.leftovers import peak_memory
from faults.misbehaviour import answers, walk_cell
from faults.scene import PREFETCHES, Scene, walk_around
from tests.wrapper.list_server import ListServer, Reply

_ROWS = [{"id": number, "name": f"café {number}"} for number in range(10, 15)]
_GOOD = json.dumps(_ROWS, ensure_ascii=False)
_MEGABYTE = 1024 * 1024
_DEPTH = 100_000


def _bomb() -> bytes:
    """200 MB of spaces in some 200 KB."""
    packer = zlib.compressobj(9, zlib.DEFLATED, 31)
    return b"".join([*(packer.compress(b" " * _MEGABYTE) for _ in range(200)), packer.flush()])


_UNUSABLE: dict[str, Reply] = {
    "empty": answers(b""),
    "blank": answers(b" \r\n\t "),
    "invalid JSON": answers(b'[{"id": 1,}]'),
    "half a JSON": answers(_GOOD.encode()[:30]),
    "two JSONs": answers(_GOOD.encode() * 2),
    "HTML": answers(b"<!doctype html><title>Maintenance</title>", Content_Type="text/html"),
    "text": answers(b"OK", Content_Type="text/plain"),
    "null": answers(b"null"),
    "true": answers(b"true"),
    "a number": answers(b"17"),
    "a string": answers(b'"[]"'),
    "an empty string": answers(b'""'),
    "an object": answers(b'{"data": [], "total": 0}'),
    "an empty object": answers(b"{}"),
    "an error object": answers(b'{"code": 429, "message": "slow down"}'),
    "rows that are null": answers(b"[null, null]"),
    "rows that are strings": answers(b'["a", "b"]'),
    "rows that are lists": answers(b"[[], []]"),
    "a list where an object belongs": answers(b'[{"id": 10, "media": []}]'),
    "a string where an object belongs": answers(b'[{"id": 10, "project": "radio"}]'),
    "lists in lists": answers(b"[" * _DEPTH + b"]" * _DEPTH),
    "objects in objects": answers(b'[{"media":' * _DEPTH + b"1" + b"}]" * _DEPTH),
    "lists that never close": answers(b"[" * _DEPTH),
    "a number of 5,000 digits": answers(b'[{"id": ' + b"9" * 5_000 + b"}]"),
    "not the charset it says": answers(_GOOD.encode("latin-1"), Content_Type="application/json; charset=utf-8"),
    "bytes of nonsense": answers(bytes(range(256)) * 4),
    "gzip that is none": answers(_GOOD.encode(), Content_Encoding="gzip"),
    "gzip that is broken": answers(gzip.compress(_GOOD.encode())[:-20] + b"x" * 12, Content_Encoding="gzip"),
    "gzip that is cut": answers(gzip.compress(_GOOD.encode() * 5)[:40], Content_Encoding="gzip"),
    "an encoding nobody asked for": answers(_GOOD.encode(), Content_Encoding="br"),
    "an encoding nobody knows": answers(_GOOD.encode(), Content_Encoding="zebra"),
}

# Odd, and still the rows that were meant.
_USABLE: dict[str, Reply] = {
    "an unknown charset": answers(_GOOD.encode(), Content_Type="application/json; charset=klingon"),
    "no Content-Type": answers(_GOOD.encode()),
    "a Content-Type of HTML": answers(_GOOD.encode(), Content_Type="text/html"),
    "UTF-16": answers(_GOOD.encode("utf-16"), Content_Type="application/json; charset=utf-16"),
    "a byte order mark": answers(_GOOD.encode("utf-8-sig")),
    "much white space": answers(b" " * 10_000 + _GOOD.encode() + b"\n" * 10_000),
    "unknown fields": answers(json.dumps([{**row, "mood": ["calm"]} for row in _ROWS]).encode()),
    "null where nothing is allowed": answers(
        json.dumps([{**row, "media": None, "name": None} for row in _ROWS]).encode()
    ),
    "scalars of other types": answers(json.dumps([{**row, "name": 5, "volume": "loud"} for row in _ROWS]).encode()),
    "half a surrogate": answers(json.dumps([{**row, "name": "\ud800"} for row in _ROWS]).encode()),
    "gzip": answers(gzip.compress(_GOOD.encode()), Content_Encoding="gzip"),
    "deflate": answers(zlib.compress(_GOOD.encode()), Content_Encoding="deflate"),
}


def cells() -> list[Cell]:
    """All of this group."""
    group = "body"
    return [
        *(walk_cell(group, name, fault, ResponseDecodeError) for name, fault in _UNUSABLE.items()),
        Cell(group, "a gzip bomb of 200 MB", "ResponseDecodeError, in bounded memory", _gzip_bomb),
        *(_usable(group, name, odd) for name, odd in _USABLE.items()),
    ]


def _usable(group: str, name: str, odd: Reply) -> Cell:
    def run(scene: Scene) -> str:
        for prefetch in PREFETCHES:
            server = scene.open(ListServer(25, default=5))
            server.replies[10] = [odd]
            client = scene.client(server.base_url)
            scene.same(scene.rest(client.background_tracks.list(prefetch=prefetch)), range(25))
        return "25 rows once"

    return Cell(group, name, "every row once", run)


def _gzip_bomb(scene: Scene) -> str:
    bomb = answers(_bomb(), Content_Encoding="gzip")
    before = peak_memory()
    what = walk_around(scene, bomb, ResponseDecodeError, max_response_bytes=4 * _MEGABYTE)
    grown = (peak_memory() - before) // _MEGABYTE
    check(grown < 40, f"memory grew by {grown} MB")
    return f"{what}; less than 40 MB of memory"
