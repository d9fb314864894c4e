"""Lists page by page: what is asked for, where paging ends, and how it goes on after an error."""

from __future__ import annotations

import logging
from typing import Any

import httpx
import pytest

from beyondwords import AuthenticationError, BeyondWordsError, PaginationError
from beyondwords_api.api.background_tracks import background_tracks_index
from tests.sides import Handler, Responses, Rows, Side, ids, page


def listed(side: Side, handler: Handler, **arguments: Any) -> Any:
    return side.client(handler).background_tracks.list(**arguments)


def until_error(side: Side, iterator: Any) -> tuple[list[Any], BeyondWordsError]:
    """What comes before an error, and the error."""
    found: list[Any] = []
    while True:
        try:
            found.append(side.next(iterator))
        except BeyondWordsError as error:
            return found, error


# Iterating


def test_each_page_is_requested_when_its_first_row_is_wanted_and_comes_once_in_order(side: Side) -> None:
    server = Rows(25)
    pager = listed(side, server)
    iterator = side.iterate(pager)
    side.iterate(pager.pages())
    for number in range(25):
        assert len(server.requests) == -(-number // 10)
        assert iterator.resume_offset == number
        assert side.next(iterator).id == number
    for _ in range(2):
        with pytest.raises(side.stop):
            side.next(iterator)
    # Without arguments the server decides where to begin and how much to send.
    assert server.asked == [(None, None), ("10", None), ("20", None)]


def test_after_closing_the_position_can_be_read_and_no_row_comes(side: Side) -> None:
    iterator = side.iterate(listed(side, Rows(25), offset=3, limit=4))
    assert ids(side.take(iterator, 5)) == [3, 4, 5, 6, 7]
    for _ in range(2):
        side.close(iterator)
        assert iterator.resume_offset == 8
    with pytest.raises(side.stop):
        side.next(iterator)


def test_repr_is_one_line_that_shows_what_is_listed(side: Side) -> None:
    pager = listed(side, Rows(1), limit=3, offset=6, name="pia\nno" * 50)
    for part in (pager, side.iterate(pager), pager.pages()):
        assert "Pager(/background_tracks, filter_name='pia" in repr(part)
        assert len(repr(part)) < 250
        assert repr(part).isprintable()
    assert "{'': ['primary']}, limit=3, offset=6" in repr(listed(side, Rows(1), limit=3, offset=6, scopes=["primary"]))


# A page, the first row, the total


def test_a_page_is_a_sequence_of_its_rows_and_cannot_be_changed(side: Side) -> None:
    page = side.wait(listed(side, Rows(25), limit=3, offset=6).page())
    assert ids(page) == ids(page.items) == [6, 7, 8]
    assert (len(page), page[0].id, page[-1].id, ids(page[1:])) == (3, 6, 8, [7, 8])
    assert page[1] in page
    assert ids(reversed(page)) == [8, 7, 6]
    assert repr(page) == "<Page of 3 BackgroundTrack, offset=6, total=25>"
    assert not side.wait(listed(side, Rows(0)).page())
    with pytest.raises(AttributeError):
        page.total = 3


def test_a_page_is_a_table_in_a_notebook(side: Side) -> None:
    rows = [{"id": 1}, {"id": 2, "name": "<script>", "extra": "x" * 1_000}]
    table = side.wait(listed(side, lambda _: httpx.Response(200, json=rows)).page())._repr_html_()
    head = "<table><tr><th>id</th><th>extra</th><th>name</th></tr>"
    assert table.startswith(f"{head}<tr><td>1</td><td></td><td></td></tr>")
    assert "<td>&lt;script&gt;</td>" in table
    assert len(table) < 500


@pytest.mark.parametrize(("rows", "first"), [(25, 6), (0, None)])
def test_the_first_row_and_the_total_take_one_request_for_one_row(side: Side, rows: int, first: int | None) -> None:
    server = Rows(rows)
    pager = listed(side, server, limit=10, offset=6, prefetch=4)
    row = side.wait(pager.first())
    assert (row.id if row else None) == first
    assert side.wait(pager.total()) == rows
    assert server.asked == [("6", "1")] * 2


def test_a_list_that_is_read_the_wrong_way_says_the_right_one(side: Side) -> None:
    pager = listed(side, Rows(3))
    if side.name == "async":
        for wrong in (iter, type(pager).__await__):
            with pytest.raises(TypeError, match=r"async for row in .*await .*page\(\)"):
                wrong(pager)
    else:
        with pytest.raises(TypeError, match=r"plain `for`.*AsyncBeyondWords"):
            aiter(pager)


# Pages that cannot be right


def named(*names: str, **id: int) -> httpx.Response:
    return httpx.Response(200, json=[{"name": name, **id} for name in names])


MOCK = "; where the server is a mock: send X-Pagination-Total-Count"
WRONG: list[tuple[list[httpx.Response], int, int, str]] = [
    ([page([0, 1], offset=0, total=4), page([9, 8], offset=0, total=4)], 0, 2, "asked for offset 2, .* 0$"),
    ([page([0, 1], offset=0, total=40)], 20, 0, "asked for offset 20, .* 0$"),
    ([page([0, 1], total=5), page([], total=5)], 0, 2, "offset 2 is empty, below the total of 5"),
    ([page([0, 1], total=5), page([])], 0, 2, "offset 2 is empty, below the total of 5"),
    ([page([], total=5)], 0, 0, "offset 0 is empty, below the total of 5"),
    ([page([0, 1], total=9), page([0, 1], total=8)], 0, 2, "the page at offset 2 repeats .* advance$"),
    ([named("a", id=1), named("b", id=1)], 0, 1, f"the page at offset 1 repeats .*{MOCK}"),
    ([named("rain"), named("rain")], 0, 1, f"the page at offset 1 repeats .*{MOCK}"),
    # A server that tells nothing may be a mock.
    ([page([0, 1]), page([0, 1])], 0, 2, f"the page at offset 2 repeats .*{MOCK}"),
    ([page([0, 1], offset=0), page([0, 1], offset=2)], 0, 2, "the page at offset 2 repeats .* advance$"),
    ([page([0, 1]), page([1, 2])], 0, 2, rf"the page at offset 2 has a row .* \(id 1\): pages overlap{MOCK}"),
    ([page([0, 1], total=9), page([1, 2], total=9)], 0, 2, "the page at offset 2 has a row .* overlap$"),
    ([page([0, 1], offset=0), page([1, 2], offset=2)], 0, 2, "the page at offset 2 has a row .* overlap$"),
]


@pytest.mark.parametrize(("responses", "offset", "rows", "said"), WRONG)
def test_a_page_that_cannot_be_right_is_an_error(
    side: Side, responses: list[httpx.Response], offset: int, rows: int, said: str
) -> None:
    found, error = until_error(side, side.iterate(listed(side, Responses(*responses), offset=offset)))
    assert (len(found), error.resume_offset) == (rows, offset + rows)
    with pytest.raises(PaginationError, match=f"^GET /background_tracks: .*{said}"):
        raise error


def test_what_only_looks_wrong_is_no_error(side: Side) -> None:
    # Others were added in front: the total tells it.
    moved_on = Responses(page([5, 6], total=4), page([6, 7], total=5), page([8], total=5))
    assert ids(side.all(listed(side, moved_on))) == [5, 6, 6, 7, 8]
    by_a_page = Responses(page([5, 6], total=4), page([5, 6], total=6), page([7, 8], total=6))
    assert ids(side.all(listed(side, by_a_page))) == [5, 6, 5, 6, 7, 8]
    without_ids = Responses(named("rain"), named("wind"), named())
    assert [track.name for track in side.all(listed(side, without_ids))] == ["rain", "wind"]


# Going on after an error; with the same iterator: see tests/network/test_faults.py


def test_going_on_with_resume_offset_in_a_new_iteration_gives_the_rest(side: Side) -> None:
    rows, error = until_error(side, side.iterate(listed(side, Responses(page([0, 1]), httpx.Response(500)))))
    rest = side.all(listed(side, Rows(9), limit=3, offset=error.resume_offset))
    assert ids(rows + rest) == list(range(9))


def test_page_tells_where_to_go_on_and_a_single_call_has_nothing_to_resume(side: Side) -> None:
    client = side.client(lambda _: httpx.Response(401))
    with pytest.raises(AuthenticationError) as caught:
        side.page(client, offset=30)
    assert caught.value.resume_offset == 30
    with pytest.raises(AuthenticationError) as caught:
        side.wait(client.call(background_tracks_index, pagination_offset=30))
    assert caught.value.resume_offset is None


# max_items; which pages are asked for: see tests/network/test_lists.py


def test_max_items_holds_for_pages_too(side: Side) -> None:
    pages = side.all(listed(side, Rows(25), offset=2, max_items=13).pages())
    assert [ids(page) for page in pages] == [list(range(2, 12)), [12, 13, 14]]


# A total that changes


def test_a_total_that_changes_on_the_way_is_a_warning(side: Side, caplog: pytest.LogCaptureFixture) -> None:
    pages = page([0, 1], total=6), page([2, 3]), page([4, 5], total=7), page([6], total=7)
    with caplog.at_level(logging.WARNING, logger="beyondwords"):
        side.all(listed(side, Rows(25)))
        side.all(listed(side, Rows(25, headers=False)))
        assert caplog.records == []
        assert ids(side.all(listed(side, Responses(*pages)))) == list(range(7))
    (record,) = caplog.records
    assert (record.name, record.levelname) == ("beyondwords", "WARNING")
    assert "/background_tracks: the total changed from 6 to 7 while paging (at offset 4)" in record.getMessage()


# One page


def test_a_page_tells_what_the_headers_say(side: Side) -> None:
    response = page([0, 1], limit=2, total=11)
    response.headers.update({"X-BeyondWords-Filter": "name, custom", "x-PAGINATION-offset": "8"})
    found = side.wait(listed(side, Responses(response), offset=8, limit=2).page())
    assert (found.offset, found.limit, found.total) == (8, 2, 11)
    assert (found.has_next, found.next_offset, found.applied_filter) == (True, 10, "name, custom")


@pytest.mark.parametrize("totals", [[], ["25", "7"], ["many"]], ids=["nothing", "two totals", "no number"])
def test_where_the_headers_say_nothing_a_page_says_none(side: Side, totals: list[str]) -> None:
    lines = [("X-Pagination-Total-Count", total) for total in totals]
    pager = listed(side, lambda _: httpx.Response(200, json=[{"id": 0}, {"id": 1}], headers=lines), offset=8, limit=2)
    found = side.wait(pager.page())
    assert side.wait(pager.total()) is None
    assert (found.offset, found.limit, found.total) == (None, None, None)
    assert (found.has_next, found.next_offset, found.applied_filter) == (None, None, None)


@pytest.mark.parametrize(
    ("arguments", "rows", "has_next", "next_offset"),
    [
        ({"offset": 20}, range(20, 25), False, None),
        # What `max_items` holds back comes next.
        ({"max_items": 3}, range(3), True, 3),
        ({"offset": 20, "max_items": 3}, range(20, 23), True, 23),
        ({"max_items": 0, "limit": 10}, range(0), True, 0),
    ],
    ids=str,
)
def test_next_offset_loses_no_row(
    side: Side, arguments: dict[str, int], rows: range, has_next: bool, next_offset: int | None
) -> None:
    found = side.wait(listed(side, Rows(25), **arguments).page())
    assert (ids(found.items), found.has_next, found.next_offset) == (list(rows), has_next, next_offset)


def test_the_first_page_comes_even_when_empty_and_a_last_one_that_is_empty_does_not(side: Side) -> None:
    none = side.all(listed(side, Rows(0)).pages())
    assert [(each.items, each.total) for each in none] == [([], 0)]
    silent = side.all(listed(side, Rows(12, headers=False)).pages())
    assert [len(each.items) for each in silent] == [10, 2]
