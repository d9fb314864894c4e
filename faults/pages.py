"""Lists that change, contradict themselves, or do not advance."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from beyondwords import BeyondWordsError, PaginationError
from faults.cells import Cell, check
from faults.misbehaviour import sends
from faults.scene import PREFETCHES, Scene
from tests.wrapper.faulty_servers import Peer, raw_answer
from tests.wrapper.list_server import Asked, ListServer, Reply, page_bytes, refuse

_TOTAL = "X-Pagination-Total-Count"
_OFFSET = "X-Pagination-OffSet"
_LIMIT = "X-Pagination-Limit"
Lines = Callable[[Asked], list[tuple[str, str]]]

# Whatever stands there, the rows alone tell the truth.
_HARMLESS: dict[str, Lines] = {
    "no headers": lambda asked: [],
    "only a total": lambda asked: [(_TOTAL, "25")],
    "repeated, the same": lambda asked: [(_TOTAL, "25"), (_TOTAL, "25"), (_OFFSET, "0"), (_OFFSET, "0")],
    "repeated, contradictory": lambda asked: [(_TOTAL, "25"), (_TOTAL, "7")],
    "not numbers": lambda asked: [(_TOTAL, "many"), (_OFFSET, "first"), (_LIMIT, "all")],
    "empty": lambda asked: [(_TOTAL, ""), (_OFFSET, ""), (_LIMIT, "")],
    "negative": lambda asked: [(_TOTAL, "-25"), (_OFFSET, "-5"), (_LIMIT, "-1")],
    "fractions": lambda asked: [(_TOTAL, "25.0"), (_OFFSET, "5e0"), (_LIMIT, "5.5")],
    "thousands of digits": lambda asked: [(_TOTAL, "9" * 4000), (_OFFSET, "9" * 4000), (_LIMIT, "9" * 4000)],
    "digits of other scripts": lambda asked: [(_TOTAL, "\xb2\xb5")],
    "a total below the rows": lambda asked: [(_TOTAL, "3")],
    "a total of zero": lambda asked: [(_TOTAL, "0")],
    "a limit of nonsense": lambda asked: [(_TOTAL, "25"), (_LIMIT, "1000000")],
    "in upper case": lambda asked: [(_TOTAL.upper(), "25"), (_OFFSET.upper(), str(asked.offset))],
}


def cells() -> list[Cell]:
    """All of this group."""
    group, every = "paging", "every row once"
    return [
        *(Cell(group, f"headers: {name}", every, _harmless(lines)) for name, lines in _HARMLESS.items()),
        Cell(group, "headers: a huge total", "every row, then PaginationError", _huge_total),
        Cell(group, "headers: another offset", "PaginationError, no row of that page", _other_offset),
        Cell(group, "a total that shrinks", "the rows there are, once", _shrinks),
        Cell(group, "a total that grows", "the rows there are, once", _grows),
        Cell(group, "a total that comes and goes", every, _flickers),
        Cell(group, "a page that repeats", "PaginationError, then the rest", _repeats),
        Cell(group, "an offset that is ignored", "PaginationError, no row doubled", _ignores_offset),
        Cell(group, "pages that come round", "PaginationError, no row doubled", _comes_round),
        Cell(group, "an empty page below the total", "PaginationError, then the rest", _empty_page),
        Cell(group, "a limit that is clamped", every, _clamps),
        Cell(group, "a limit that is clamped, no headers", every, _clamps_silently),
        Cell(group, "short pages in the middle", every, _short_pages),
        Cell(group, "more rows than asked for", every, _generous),
        Cell(group, "pages of one row", every, _tiny),
        Cell(group, "an error on every page, once", "every row once, going on after each", _errors_everywhere),
    ]


def _walks(scene: Scene, count: int = 25, most: int = 100) -> list[tuple[ListServer, int]]:
    return [(scene.open(ListServer(count, default=5, most=most)), prefetch) for prefetch in PREFETCHES]


def _pager(scene: Scene, server: ListServer, prefetch: int, **arguments: int) -> object:
    return scene.client(server.base_url).background_tracks.list(prefetch=prefetch, **arguments)


def _harmless(lines: Lines) -> Callable[[Scene], str]:
    def run(scene: Scene) -> str:
        for server, prefetch in _walks(scene):

            def reply(peer: Peer, asked: Asked) -> None:
                page = page_bytes(range(asked.offset, min(asked.offset + 5, 25)))
                first, rest = page.split(b"\r\n", 1)
                added = b"".join(f"{name}: {value}\r\n".encode("latin-1") for name, value in lines(asked))
                peer.send(first + b"\r\n" + added + rest)

            for offset in range(0, 30, 5):
                server.replies[offset] = [reply]
            scene.same(scene.rest(_pager(scene, server, prefetch)), range(25))
        return "25 rows once"

    return run


def _huge_total(scene: Scene) -> str:
    for server, prefetch in _walks(scene):
        for offset in range(0, 60, 5):
            rows = range(offset, min(offset + 5, 25)) if offset < 25 else range(0)
            server.replies[offset] = [sends(page_bytes(rows, total=10**18 - 1, offset=offset))] * 2
        iterator = scene.side.iterate(_pager(scene, server, prefetch))
        scene.same(scene.take(iterator, 25), range(25))
        error = scene.error(lambda: scene.side.next(iterator), PaginationError)  # noqa: B023
        check(error.resume_offset == 25, f"resume_offset is {error.resume_offset}")
    return "25 rows once, then PaginationError"


def _other_offset(scene: Scene) -> str:
    for server, prefetch in _walks(scene):
        _faulty_page(scene, server, prefetch, sends(page_bytes(range(15, 20), total=25, offset=15)))
    return "PaginationError at that page, then the rest, 25 rows once"


def _faulty_page(scene: Scene, server: ListServer, prefetch: int, fault: Reply) -> None:
    """The third page is faulty, twice."""
    server.replies[10] = [fault, fault]
    iterator = scene.side.iterate(_pager(scene, server, prefetch))
    rows = scene.take(iterator, 10)
    for _ in range(2):
        error = scene.error(lambda: scene.side.next(iterator), PaginationError)
        check(error.resume_offset == 10, f"resume_offset is {error.resume_offset}")
    scene.same(rows + scene.rest(iterator), range(25))


def _changes(scene: Scene, before: int, after: int) -> str:
    for server, prefetch in _walks(scene, before):

        def change(peer: Peer, asked: Asked) -> None:
            server.wait_until(lambda: server.under_way == 1)  # noqa: B023
            server.count = after  # noqa: B023
            server.rows(peer, asked)  # noqa: B023

        server.replies[10] = [change]
        scene.same(scene.rest(_pager(scene, server, prefetch)), range(after))
    return f"{after} rows once"


def _shrinks(scene: Scene) -> str:
    return _changes(scene, 60, 13)


def _grows(scene: Scene) -> str:
    return _changes(scene, 17, 41)


def _flickers(scene: Scene) -> str:
    for server, prefetch in _walks(scene):
        for offset in (0, 10, 20):
            server.replies[offset] = [sends(page_bytes(range(offset, offset + 5)))]
        scene.same(scene.rest(_pager(scene, server, prefetch)), range(25))
    return "25 rows once"


def _repeats(scene: Scene) -> str:
    for server, prefetch in _walks(scene):
        server.replies[0] = [sends(page_bytes(range(5), total=25))]
        _faulty_page(scene, server, prefetch, sends(page_bytes(range(5), total=25)))
    return "PaginationError at that page, then the rest, 25 rows once"


def _without_end(scene: Scene, pages: Mapping[int, range], rows: int) -> str:
    """Pages that are the same again and again, with and without a total."""
    for total in (None, 1000):
        for server, prefetch in _walks(scene):

            def reply(peer: Peer, asked: Asked) -> None:
                peer.send(page_bytes(pages[asked.offset % (5 * len(pages))], total=total))  # noqa: B023

            for offset in range(0, 100, 5):
                server.replies[offset] = [reply] * 3
            iterator = scene.side.iterate(_pager(scene, server, prefetch))
            scene.same(scene.take(iterator, rows), range(rows))
            for _ in range(2):
                error = scene.error(lambda: scene.side.next(iterator), PaginationError)  # noqa: B023
                check(error.resume_offset == rows, f"resume_offset is {error.resume_offset}")
    return f"{rows} rows once, then PaginationError"


def _ignores_offset(scene: Scene) -> str:
    return _without_end(scene, {0: range(5)}, 5)


def _comes_round(scene: Scene) -> str:
    return _without_end(scene, {0: range(5), 5: range(5, 10), 10: range(10, 15)}, 15)


def _empty_page(scene: Scene) -> str:
    for server, prefetch in _walks(scene):
        _faulty_page(scene, server, prefetch, sends(page_bytes(range(0), total=25, offset=10)))
    return "PaginationError at that page, then the rest, 25 rows once"


def _clamps(scene: Scene) -> str:
    for server, prefetch in _walks(scene, most=4):
        scene.same(scene.rest(_pager(scene, server, prefetch, limit=100)), range(25))
    return "25 rows once"


def _clamps_silently(scene: Scene) -> str:
    for server, prefetch in _walks(scene, most=4):
        server.tell_total = False
        scene.same(scene.rest(_pager(scene, server, prefetch, limit=100)), range(25))
    return "25 rows once"


def _short_pages(scene: Scene) -> str:
    for server, prefetch in _walks(scene):
        for offset in range(5, 25, 2):
            server.replies[offset] = [server.some_rows(2)]
        scene.same(scene.rest(_pager(scene, server, prefetch)), range(25))
    return "25 rows once"


def _generous(scene: Scene) -> str:
    for server, prefetch in _walks(scene):
        for offset in range(25):
            server.replies[offset] = [server.some_rows(7)] * 2
        scene.same(scene.rest(_pager(scene, server, prefetch, limit=3)), range(25))
        scene.same(scene.rest(_pager(scene, server, prefetch, limit=3, max_items=9)), range(9))
    return "25 rows once"


def _tiny(scene: Scene) -> str:
    for server, prefetch in _walks(scene, most=1):
        scene.same(scene.rest(_pager(scene, server, prefetch)), range(25))
    return "25 rows once"


def _errors_everywhere(scene: Scene) -> str:
    faults = [
        refuse(500),
        sends(b"junk"),
        sends(raw_answer(200, b"{}")),
        sends(page_bytes(range(0), total=25)),
        refuse(403),
    ]
    for server, prefetch in _walks(scene):
        for number, fault in enumerate(faults):
            server.replies[number * 5] = [fault]
        iterator = scene.side.iterate(_pager(scene, server, prefetch))
        rows: list[object] = []
        errors = 0
        while len(rows) < 25:
            try:
                rows += scene.take(iterator, 1)
            except scene.side.stop:
                break
            except BeyondWordsError:
                errors += 1
        scene.same(rows, range(25))
        check(1 <= errors <= len(faults), f"{errors} errors")
    return "25 rows once"
