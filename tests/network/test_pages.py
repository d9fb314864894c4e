"""Pages with odd headers, of odd sizes, or that fail: every row comes once, in order."""

from __future__ import annotations

from collections.abc import Callable
from itertools import product

import httpx
import pytest

from beyondwords import BeyondWordsError
from tests.fake_server import FakeServer, responds, sends
from tests.network.cases import PREFETCH
from tests.sides import Handler, Side, ids, page

_TOTAL, _OFFSET, _LIMIT = "X-Pagination-Total-Count", "X-Pagination-OffSet", "X-Pagination-Limit"
Lines = Callable[[int], list[tuple[str, str]]]

# Whatever stands there, the rows alone tell the truth.
HEADERS: dict[str, Lines] = {
    "none": lambda offset: [],
    "only a total": lambda offset: [(_TOTAL, "25")],
    "a total now and then": lambda offset: [(_TOTAL, "25")] if offset % 10 else [],
    "repeated, the same": lambda offset: [(_TOTAL, "25"), (_OFFSET, str(offset))] * 2,
    "repeated, contradictory": lambda offset: [(_TOTAL, "25"), (_TOTAL, "7")],
    "not numbers": lambda offset: [(_TOTAL, "many"), (_OFFSET, "first"), (_LIMIT, "all")],
    "empty": lambda offset: [(_TOTAL, ""), (_OFFSET, ""), (_LIMIT, "")],
    "negative": lambda offset: [(_TOTAL, "-25"), (_OFFSET, "-5"), (_LIMIT, "-1")],
    "thousands of digits": lambda offset: [(_TOTAL, "9" * 4000), (_OFFSET, "9" * 4000), (_LIMIT, "9" * 4000)],
    "digits of other scripts": lambda offset: [(_TOTAL, "\xb2\xb5")],
    "a total below the rows": lambda offset: [(_TOTAL, "3")],
    "a total of zero": lambda offset: [(_TOTAL, "0")],
    "a limit of nonsense": lambda offset: [(_TOTAL, "25"), (_LIMIT, "1000000")],
    "in upper case": lambda offset: [(_TOTAL.upper(), "25"), (_OFFSET.upper(), str(offset))],
}

# How many rows come, of those that were asked for.
SIZES: dict[str, Callable[[int, int], int]] = {
    "as asked for": lambda offset, limit: limit,
    "at most four": lambda offset, limit: min(limit, 4),
    "one": lambda offset, limit: 1,
    "sometimes two": lambda offset, limit: 2 if offset >= limit else limit,
    "always seven": lambda offset, limit: 7,
}


def pages_of(headers: Lines, size: Callable[[int, int], int]) -> Handler:
    """A list of 25 rows."""

    def handler(request: httpx.Request) -> httpx.Response:
        asked = request.url.params
        offset, limit = int(asked.get("pagination[offset]", 0)), int(asked.get("pagination[limit]", 5))
        response = page(range(offset, min(offset + size(offset, limit), 25)))
        lines = [(name.encode(), value.encode("latin-1")) for name, value in headers(offset)]
        return httpx.Response(200, headers=lines, content=response.content)

    return handler


@pytest.mark.parametrize("prefetch", PREFETCH)
@pytest.mark.parametrize("name", HEADERS)
def test_headers_that_do_no_harm(side: Side, name: str, prefetch: int) -> None:
    client = side.client(pages_of(HEADERS[name], SIZES["as asked for"]))
    assert ids(side.all(client.background_tracks.list(prefetch=prefetch))) == list(range(25))


@pytest.mark.parametrize("headers", ["none", "repeated, the same", "a total now and then"])
@pytest.mark.parametrize("size", SIZES)
def test_sizes_of_pages_that_do_no_harm(side: Side, size: str, headers: str) -> None:
    client = side.client(pages_of(HEADERS[headers], SIZES[size]))
    for limit, prefetch in product((None, 3, 100), (1, 3)):
        rows = ids(side.all(client.background_tracks.list(limit=limit, prefetch=prefetch)))
        assert rows == list(range(25)), f"{limit=}, {prefetch=}"


@pytest.mark.parametrize("prefetch", PREFETCH)
def test_errors_on_every_page_lose_and_double_nothing(side: Side, prefetch: int) -> None:
    faults = [responds(500), sends(b"junk", then="close"), responds(200, b"{}"), responds(429), sends(then="reset")]
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
