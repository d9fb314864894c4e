"""Connections that are refused, broken, slow or not HTTP at all."""

from __future__ import annotations

from collections.abc import Callable

from beyondwords import APIConnectionError, APITimeoutError, ResponseDecodeError
from faults.cells import Cell, check
from faults.leftovers import peak_memory
from faults.misbehaviour import drips, floods, sends, walk_cell
from faults.scene import PREFETCHES, Scene, walk_around
from tests.wrapper.faulty_servers import refusing
from tests.wrapper.list_server import ListServer, Reply, page_bytes

_PAGE = page_bytes(range(10, 15), total=25, offset=10)
_HEAD = _PAGE[: _PAGE.index(b"\r\n\r\n") + 4]
_BODY = _PAGE[len(_HEAD) :]
_OK = b"HTTP/1.1 200 OK\r\n"
_CHUNKED = _OK + b"Transfer-Encoding: chunked\r\n\r\n"
_MEGABYTE = 1024 * 1024

# Broken in the same way each time: nothing that a client could make sense of.
_BROKEN: dict[str, Reply] = {
    "reset before the headers": sends(then="reset"),
    "reset in the headers": sends(_HEAD[:40], then="reset"),
    "reset after the headers": sends(_HEAD, then="reset"),
    "reset in the body": sends(_PAGE[:-20], then="reset"),
    "closed without an answer": sends(then="close"),
    "closed in the headers": sends(_HEAD[:40], then="close"),
    "truncated body": sends(_PAGE[:-20], then="close"),
    "truncated chunk": sends(_CHUNKED, b'9\r\n[{"id', then="close"),
    "no last chunk": sends(_CHUNKED, b"2\r\n[]\r\n", then="close"),
    "a chunk of nonsense": sends(_CHUNKED, b"zz\r\nnonsense\r\n"),
    "not HTTP": sends(b"SSH-2.0-OpenSSH_9.6\r\n\r\n"),
    "HTTP/2 without being asked": sends(b"\x00\x00\x12\x04\x00\x00\x00\x00\x00", then="close"),
    "a status line of nonsense": sends(b"HTTP/1.1 OK 200\r\n\r\n"),
    "a status of five digits": sends(b"HTTP/1.1 20000 OK\r\n\r\n"),
    "a header of nonsense": sends(_OK, b"X Y\x00: z\r\n\r\n"),
    "headers without end": floods(_OK, b"X: y\r\n" * 500),
    "Content-Length of nonsense": sends(_OK, b"Content-Length: many\r\n\r\n[]"),
    "negative Content-Length": sends(_OK, b"Content-Length: -5\r\n\r\n[]"),
    "contradictory Content-Length": sends(_OK, b"Content-Length: 2\r\nContent-Length: 9\r\n\r\n[]"),
}

# No single step takes long, or none would be given up: only the deadline ends these.
_ENDLESS: dict[str, Reply] = {
    "headers never come": sends(then="hold"),
    "headers stall half-way": sends(_HEAD[:40], then="hold"),
    "body never comes": sends(_HEAD, then="hold"),
    "body stalls half-way": sends(_PAGE[:-20], then="hold"),
    "headers drip": drips(b"", _HEAD * 5),
    "body drips": drips(_HEAD, _BODY),
    "chunks drip": drips(_CHUNKED, b"1\r\n[\r\n" * 20),
    "interim answers without end": floods(b"", b"HTTP/1.1 103 Early Hints\r\n\r\n" * 50),
}


def cells() -> list[Cell]:
    """All of this group."""
    group = "connection"
    return [
        Cell(group, "refused", "APIConnectionError, tried again", _refused),
        *(walk_cell(group, name, fault, APIConnectionError, again=True) for name, fault in _BROKEN.items()),
        *(
            walk_cell(group, name, fault, APITimeoutError, again=None, within=0.6, deadline=0.6, timeout=5.0)
            for name, fault in _ENDLESS.items()
        ),
        walk_cell(
            group, "one step takes too long", sends(_HEAD, then="hold"), APITimeoutError, again=True, timeout=0.3
        ),
        Cell(group, "a body of 100 MB", "ResponseDecodeError, in bounded memory", _large),
        Cell(group, "a body without end", "ResponseDecodeError, in bounded memory", _without_end),
        Cell(group, "more body than Content-Length", "every row once: the rest is no answer", _too_much),
        Cell(group, "a second answer behind the first", "every row once, none of its rows", _second_answer),
        Cell(group, "some interim answers", "every row once", _interim),
        Cell(group, "closed between two pages", "every row once", _closed_between),
    ]


def _refused(scene: Scene) -> str:
    with refusing() as base_url:
        client = scene.client(base_url, max_attempts=2)
        for prefetch in PREFETCHES:
            pager = client.background_tracks.list(prefetch=prefetch)
            error = scene.error(lambda: scene.rest(pager), APIConnectionError)  # noqa: B023
            check(error.attempts == 2, f"{error.attempts} attempts")
            check(error.resume_offset == 0, f"resume_offset is {error.resume_offset}")
    return "APIConnectionError after 2 tries"


def _large(scene: Scene) -> str:
    head = _OK + b"Content-Length: %d\r\n\r\n" % (100 * _MEGABYTE)
    return _bounded(scene, floods(head, b" " * _MEGABYTE, times=100))


def _without_end(scene: Scene) -> str:
    return _bounded(scene, floods(_CHUNKED, b"10000\r\n" + b" " * 0x10000 + b"\r\n"))


def _bounded(scene: Scene, fault: Reply) -> str:
    before = peak_memory()
    what = walk_around(scene, fault, ResponseDecodeError, max_response_bytes=4 * _MEGABYTE)
    grown = (peak_memory() - before) // _MEGABYTE
    check(grown < 40, f"memory grew by {grown} MB")
    return f"{what}; less than 40 MB of memory"


def _each_page(scene: Scene, change: Callable[[bytes], Reply], **options: int) -> str:
    """A walk over a server all of whose answers are changed in the same way."""
    for prefetch in PREFETCHES:
        server = scene.open(ListServer(25, default=5))
        for offset in range(0, 25, 5):
            server.replies[offset] = [change(page_bytes(range(offset, offset + 5), total=25, offset=offset))]
        client = scene.client(server.base_url, **options)
        scene.same(scene.rest(client.background_tracks.list(prefetch=prefetch)), range(25))
    return "25 rows once"


def _too_much(scene: Scene) -> str:
    return _each_page(scene, lambda page: sends(page + b', {"id": 900}]\r\n\r\n'))


def _second_answer(scene: Scene) -> str:
    return _each_page(scene, lambda page: sends(page + page_bytes(range(900, 905), total=25)))


def _interim(scene: Scene) -> str:
    return _each_page(scene, lambda page: sends(b"HTTP/1.1 103 Early Hints\r\nLink: x\r\n\r\n" * 3 + page))


def _closed_between(scene: Scene) -> str:
    # The next request may be on its way before the close is seen: that takes a second try, as every client makes it.
    return _each_page(scene, lambda page: sends(page, then="close"), max_attempts=2)
