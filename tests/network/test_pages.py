"""Lists that change, contradict themselves, or do not advance."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from beyondwords import BeyondWordsError, PaginationError
from tests.fake_server import FakeServer, Peer, Request, page_bytes, responds, sends
from tests.network.cases import PREFETCH, error_of
from tests.sides import Side, ids

_TOTAL, _OFFSET, _LIMIT = "X-Pagination-Total-Count", "X-Pagination-OffSet", "X-Pagination-Limit"
Lines = Callable[[Request], list[tuple[str, str]]]

# Whatever stands there, the rows alone tell the truth.
HEADERS: dict[str, Lines] = {
    "none": lambda request: [],
    "only a total": lambda request: [(_TOTAL, "25")],
    "repeated, the same": lambda request: [(_TOTAL, "25"), (_OFFSET, str(request.offset))] * 2,
    "repeated, contradictory": lambda request: [(_TOTAL, "25"), (_TOTAL, "7")],
    "not numbers": lambda request: [(_TOTAL, "many"), (_OFFSET, "first"), (_LIMIT, "all")],
    "empty": lambda request: [(_TOTAL, ""), (_OFFSET, ""), (_LIMIT, "")],
    "negative": lambda request: [(_TOTAL, "-25"), (_OFFSET, "-5"), (_LIMIT, "-1")],
    "thousands of digits": lambda request: [(_TOTAL, "9" * 4000), (_OFFSET, "9" * 4000), (_LIMIT, "9" * 4000)],
    "digits of other scripts": lambda request: [(_TOTAL, "\xb2\xb5")],
    "a total below the rows": lambda request: [(_TOTAL, "3")],
    "a total of zero": lambda request: [(_TOTAL, "0")],
    "a limit of nonsense": lambda request: [(_TOTAL, "25"), (_LIMIT, "1000000")],
    "in upper case": lambda request: [(_TOTAL.upper(), "25"), (_OFFSET.upper(), str(request.offset))],
}


def listed(side: Side, server: FakeServer, prefetch: int, **arguments: int) -> list[int]:
    """The ids of a list, as a `for` statement gets them."""
    client = side.client(base_url=server.base_url)
    rows = ids(side.all(client.background_tracks.list(prefetch=prefetch, **arguments)))
    side.tidy()
    return rows


@pytest.mark.parametrize("prefetch", PREFETCH)
@pytest.mark.parametrize("name", HEADERS)
def test_headers_that_do_no_harm(side: Side, name: str, prefetch: int) -> None:
    def reply(peer: Peer) -> None:
        offset = peer.request.offset
        first, rest = page_bytes(range(offset, min(offset + 5, 25))).split(b"\r\n", 1)
        lines = b"".join(f"{name}: {value}\r\n".encode("latin-1") for name, value in HEADERS[name](peer.request))
        peer.send(first + b"\r\n" + lines + rest)

    with FakeServer(reply) as server:
        assert listed(side, server, prefetch) == list(range(25))


@pytest.mark.parametrize("prefetch", PREFETCH)
def test_a_total_that_never_comes_is_an_error_after_the_rows(side: Side, prefetch: int) -> None:
    def reply(peer: Peer) -> None:
        offset = peer.request.offset
        peer.send(page_bytes(range(offset, min(offset + 5, 25)), total=10**18 - 1, offset=offset))

    with FakeServer(reply) as server:
        iterator = side.iterate(side.client(base_url=server.base_url).background_tracks.list(prefetch=prefetch))
        assert ids(side.take(iterator, 25)) == list(range(25))
        assert error_of(side, iterator, PaginationError).resume_offset == 25
        side.tidy()


@pytest.mark.parametrize("prefetch", PREFETCH)
@pytest.mark.parametrize("total", [None, 1000])
@pytest.mark.parametrize("pages", [1, 3], ids=["the first again and again", "three that come round"])
def test_a_server_that_does_not_advance(side: Side, pages: int, total: int | None, prefetch: int) -> None:
    def reply(peer: Peer) -> None:
        start = peer.request.offset % (5 * pages)
        peer.send(page_bytes(range(start, start + 5), total=total))

    with FakeServer(reply) as server:
        iterator = side.iterate(side.client(base_url=server.base_url).background_tracks.list(prefetch=prefetch))
        assert ids(side.take(iterator, 5 * pages)) == list(range(5 * pages))
        for _ in range(2):
            assert error_of(side, iterator, PaginationError).resume_offset == 5 * pages
        side.tidy()


@pytest.mark.parametrize("prefetch", PREFETCH)
@pytest.mark.parametrize(("before", "after"), [(60, 13), (17, 41)], ids=["shrinks", "grows"])
def test_a_list_that_changes_on_the_way(side: Side, before: int, after: int, prefetch: int) -> None:
    def change(peer: Peer) -> None:
        server.wait_until(lambda: server.in_flight == 1)
        server.rows = after
        server.page(peer)

    with FakeServer(rows=before, page_size=5) as server:
        server.at[10] = [change]
        assert listed(side, server, prefetch) == list(range(after))


def _clamps(server: FakeServer) -> None:
    server.most = 4


def _clamps_silently(server: FakeServer) -> None:
    server.most, server.tell_total = 4, False


def _total_comes_and_goes(server: FakeServer) -> None:
    for offset in (0, 10, 20):
        server.at[offset] = [sends(page_bytes(range(offset, offset + 5)))]


def _short_pages(server: FakeServer) -> None:
    for offset in range(5, 25, 2):
        server.at[offset] = [server.short_page(2)] * 2


def _generous(server: FakeServer) -> None:
    for offset in range(25):
        server.at[offset] = [server.short_page(7)] * 3


def _tiny(server: FakeServer) -> None:
    server.most = 1


@pytest.mark.parametrize("prefetch", PREFETCH)
@pytest.mark.parametrize("limit", [None, 3, 100])
@pytest.mark.parametrize(
    "kind", [_clamps, _clamps_silently, _total_comes_and_goes, _short_pages, _generous, _tiny], ids=lambda k: k.__name__
)
def test_sizes_of_pages_that_do_no_harm(
    side: Side, kind: Callable[[FakeServer], None], limit: int | None, prefetch: int
) -> None:
    with FakeServer(rows=25, page_size=5) as server:
        kind(server)
        assert listed(side, server, prefetch, **({} if limit is None else {"limit": limit})) == list(range(25))


@pytest.mark.parametrize("prefetch", PREFETCH)
def test_errors_on_every_page_lose_and_double_nothing(side: Side, prefetch: int) -> None:
    faults = [responds(500), sends(b"junk", then="close"), responds(200, b"{}"), responds(403), sends(then="reset")]
    with FakeServer(rows=25, page_size=5) as server:
        for number, fault in enumerate(faults):
            server.at[number * 5] = [fault]
        iterator = side.iterate(side.client(base_url=server.base_url).background_tracks.list(prefetch=prefetch))
        rows: list[int] = []
        for _ in range(100):
            try:
                rows.append(side.next(iterator).id)
            except side.stop:
                break
            except BeyondWordsError:
                continue
        assert rows == list(range(25))
        side.tidy()
