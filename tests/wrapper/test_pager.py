"""The pager's promises, for both clients."""

from __future__ import annotations

import inspect
import logging
from collections.abc import Callable
from typing import Any

import httpx
import pytest

import beyondwords
from beyondwords import (
    APIConnectionError,
    APITimeoutError,
    AuthenticationError,
    BeyondWordsError,
    ConfigurationError,
    InternalServerError,
    Page,
    PaginationError,
    ResponseDecodeError,
)
from tests.wrapper.sides import Answers, Handler, Rows, Side, ids, page

Asked = tuple[str | None, str | None]


def listed(side: Side, handler: Handler, **arguments: Any) -> Any:
    return side.client(handler).background_tracks.list(**arguments)


# Walking


def test_nothing_is_requested_before_the_first_row_is_wanted(side: Side) -> None:
    server = Rows(25)
    pager = listed(side, server)
    side.iterate(pager)
    side.iterate(pager.pages())
    assert server.requests == []


def test_every_row_of_every_page_comes_once_and_in_order(side: Side) -> None:
    assert ids(side.all(listed(side, Rows(25)))) == list(range(25))


def test_pages_are_fetched_one_by_one_as_they_are_read(side: Side) -> None:
    server = Rows(25)
    iterator = side.iterate(listed(side, server))
    side.take(iterator, 10)
    assert len(server.requests) == 1
    side.next(iterator)
    assert len(server.requests) == 2


def test_without_arguments_the_server_decides_where_and_how_much(side: Side) -> None:
    server = Rows(25)
    side.all(listed(side, server))
    assert server.asked == [(None, None), ("10", None), ("20", None)]


def test_a_pager_can_be_iterated_again_and_starts_anew_at_its_offset(side: Side) -> None:
    server = Rows(9)
    pager = listed(side, server, offset=4, limit=3)
    assert [ids(side.all(pager)) for _ in range(2)] == [[4, 5, 6, 7, 8]] * 2
    assert server.asked == [("4", "3"), ("7", "3")] * 2


def test_walks_of_one_pager_do_not_disturb_each_other(side: Side) -> None:
    pager = listed(side, Rows(6), limit=2)
    first, second = side.iterate(pager), side.iterate(pager)
    woven = [side.next(walk).id for walk in (first, first, first, second, first, second, second)]
    assert woven == [0, 1, 2, 0, 3, 1, 2]


def test_the_iterator_is_a_class_with_state_and_no_generator(side: Side) -> None:
    pager = listed(side, Rows(25))
    for iterator in (side.iterate(pager), side.iterate(pager.pages())):
        assert not inspect.isgenerator(iterator)
        assert not inspect.isasyncgen(iterator)
        assert side.iterate(iterator) is iterator
        assert iterator.resume_offset == 0


def test_the_iterators_are_of_the_public_classes(side: Side) -> None:
    prefix = "Async" if side.name == "async" else ""
    pager = listed(side, Rows(1))
    shown = [type(each) for each in (pager, side.iterate(pager), pager.pages())]
    assert shown == [getattr(beyondwords, prefix + name) for name in ("Pager", "ItemIterator", "PageIterator")]


def test_a_finished_iterator_stays_finished_and_asks_no_more(side: Side) -> None:
    server = Rows(3)
    iterator = side.iterate(listed(side, server))
    side.take(iterator, 3)
    for _ in range(2):
        with pytest.raises(side.stop):
            side.next(iterator)
    assert len(server.requests) == 1


def test_an_empty_list_is_one_request_and_no_rows(side: Side) -> None:
    server = Rows(0)
    assert side.all(listed(side, server)) == []
    assert len(server.requests) == 1


def test_an_offset_beyond_the_end_gives_nothing_and_is_no_fault(side: Side) -> None:
    assert side.all(listed(side, Rows(5), offset=50)) == []


def test_the_next_page_starts_after_the_rows_received_not_after_the_limit_asked(side: Side) -> None:
    server = Rows(25, most=4)
    assert ids(side.all(listed(side, server, limit=10))) == list(range(25))
    assert [offset for offset, _ in server.asked] == [None, "4", "8", "12", "16", "20", "24"]


def test_the_limit_is_asked_for_on_every_page(side: Side) -> None:
    server = Rows(7)
    side.all(listed(side, server, limit=3))
    assert [limit for _, limit in server.asked] == ["3", "3", "3"]


def test_the_filters_go_with_every_page(side: Side) -> None:
    server = Rows(7)
    side.all(listed(side, server, limit=3, name="piano", custom=False))
    sent = [(request.url.params["filter[name]"], request.url.params["filter[custom]"]) for request in server.requests]
    assert sent == [("piano", "false")] * 3


def test_repr_shows_what_is_listed(side: Side) -> None:
    shown = repr(listed(side, Rows(1), limit=3, offset=6))
    assert shown.endswith("Pager(/background_tracks, limit=3, offset=6, max_items=None)")


# The end of a walk


def test_the_total_ends_the_walk_without_a_further_request(side: Side) -> None:
    server = Rows(20)
    assert len(side.all(listed(side, server, limit=10))) == 20
    assert len(server.requests) == 2


@pytest.mark.parametrize("total", ["many", "-1", "1e3", "3.0", "٣", "9" * 5000, ""])
def test_without_a_usable_total_only_an_empty_page_ends_the_walk(side: Side, total: str) -> None:
    header = [(b"X-Pagination-Total-Count", total.encode())]
    pages: tuple[list[int], ...] = ([0, 1, 2], [3], [4, 5], [])
    server = Answers(*(httpx.Response(200, json=[{"id": row} for row in rows], headers=header) for rows in pages))
    assert ids(side.all(listed(side, server, limit=3))) == [0, 1, 2, 3, 4, 5]
    assert server.asked == [(None, "3"), ("3", "3"), ("4", "3"), ("6", "3")]


def test_a_server_that_clamps_and_sends_no_headers_loses_no_rows(side: Side) -> None:
    server = Rows(12, most=5, headers=False)
    assert ids(side.all(listed(side, server, limit=100))) == list(range(12))


@pytest.mark.parametrize("total", [0, 1, 3])
def test_a_total_that_the_rows_contradict_does_not_end_the_walk(side: Side, total: int) -> None:
    server = Answers(page([0, 1], total=total), page([2, 3], total=total), page([], total=total))
    assert ids(side.all(listed(side, server))) == [0, 1, 2, 3]


def test_nonsense_in_the_other_headers_does_not_matter(side: Side) -> None:
    server = Answers(page([0, 1], offset="first", limit="all", total=3), page([2], offset=" ", limit=-7, total=3))
    assert ids(side.all(listed(side, server))) == [0, 1, 2]


def test_the_limit_header_does_not_set_the_step(side: Side) -> None:
    server = Answers(page([0, 1], limit=50, total=3), page([2], limit=1, total=3))
    assert ids(side.all(listed(side, server))) == [0, 1, 2]
    assert server.asked == [(None, None), ("2", None)]


def test_a_total_that_shrinks_ends_the_walk_where_it_now_is(side: Side) -> None:
    server = Answers(page([0, 1], total=6), page([2], total=3))
    assert ids(side.all(listed(side, server))) == [0, 1, 2]


# Pages that cannot be right


def faulty(side: Side, *answers: httpx.Response, **arguments: Any) -> tuple[list[int], PaginationError, Answers]:
    """The rows that come before the fault, the fault, and what was asked."""
    server = Answers(*answers)
    iterator = side.iterate(listed(side, server, **arguments))
    rows, error = until_error(side, iterator)
    assert isinstance(error, PaginationError)
    return rows, error, server


def until_error(side: Side, iterator: Any) -> tuple[list[int], BeyondWordsError]:
    """The rows that come before an error, and the error."""
    rows: list[int] = []
    while True:
        try:
            rows.append(side.next(iterator).id)
        except BeyondWordsError as error:
            return rows, error


def test_a_page_that_repeats_is_an_error(side: Side) -> None:
    rows, error, server = faulty(side, page([0, 1]), page([0, 1]))
    assert rows == [0, 1]
    assert error.resume_offset == 2
    said = "the page at offset 2 repeats an earlier page: the server does not advance"
    assert str(error) == f"GET /background_tracks: {said}"
    assert len(server.requests) == 2


def test_a_repeated_page_is_found_also_when_its_other_fields_and_headers_change(side: Side) -> None:
    def answer(name: str, **numbers: object) -> httpx.Response:
        return httpx.Response(200, json=[{"id": 1, "name": name}], headers=page([], **numbers).headers)

    rows, _, _ = faulty(side, answer("a", total=9), answer("b", total=8))
    assert rows == [1]


def test_a_repeated_page_of_rows_without_ids_is_found(side: Side) -> None:
    answers = [httpx.Response(200, json=[{"name": "rain"}, {"name": "wind"}]) for _ in range(2)]
    server = Answers(*answers)
    iterator = side.iterate(listed(side, server).pages())
    side.next(iterator)
    with pytest.raises(PaginationError, match="repeats"):
        side.next(iterator)


def test_different_pages_of_rows_without_ids_are_no_repetition(side: Side) -> None:
    server = Answers(*(httpx.Response(200, json=rows) for rows in ([{"name": "rain"}], [{"name": "wind"}], [])))
    assert [track.name for track in side.all(listed(side, server))] == ["rain", "wind"]


@pytest.mark.parametrize("length", [2, 3, 7])
def test_pages_that_come_round_in_a_longer_cycle_are_found(side: Side, length: int) -> None:
    asked: list[httpx.Request] = []

    def wheel(request: httpx.Request) -> httpx.Response:
        asked.append(request)
        assert len(asked) < 100, "the walk does not end"
        return page([(len(asked) - 1) % length])

    iterator = side.iterate(listed(side, wheel))
    assert ids(side.take(iterator, length)) == list(range(length))
    with pytest.raises(PaginationError, match="repeats"):
        side.next(iterator)


def test_a_server_that_ignores_the_offset_and_says_so_is_found(side: Side) -> None:
    rows, error, _ = faulty(side, page([0, 1], offset=0, total=4), page([9, 8], offset=0, total=4))
    assert rows == [0, 1]
    assert "asked for offset 2, the server answered with the page at offset 0" in str(error)


def test_a_first_page_from_elsewhere_is_found(side: Side) -> None:
    rows, error, _ = faulty(side, page([0, 1], offset=0, total=40), offset=20)
    assert rows == []
    assert error.resume_offset == 20


def test_an_empty_page_below_the_total_is_an_error(side: Side) -> None:
    rows, error, _ = faulty(side, page([0, 1], total=5), page([], total=5))
    assert rows == [0, 1]
    assert error.resume_offset == 2
    assert str(error) == "GET /background_tracks: the page at offset 2 is empty, below the total of 5"


def test_an_empty_first_page_below_the_total_is_an_error(side: Side) -> None:
    assert faulty(side, page([], total=5))[0] == []


def test_an_empty_page_without_headers_below_the_total_told_before_is_an_error(side: Side) -> None:
    rows, error, _ = faulty(side, page([0, 1], total=5), page([]))
    assert rows == [0, 1]
    assert "empty, below the total of 5" in str(error)


def test_the_error_says_which_call_it_was_and_is_one_line(side: Side) -> None:
    error = faulty(side, page([], total=5))[1]
    assert str(error).startswith("GET /background_tracks: ")
    assert "\n" not in str(error)


# Going on after an error


def status_error() -> httpx.Response:
    return httpx.Response(500, json={"code": 500, "message": "down"})


def not_json() -> httpx.Response:
    return httpx.Response(200, text="<html>")


def wrong_form() -> httpx.Response:
    return httpx.Response(200, json={"code": 429, "message": "slow down"})


def repeated() -> httpx.Response:
    return page([0, 1], total=4)


def empty() -> httpx.Response:
    return page([], total=1000)


def cut() -> Exception:
    return httpx.ReadError("reset")


def late() -> Exception:
    return httpx.ReadTimeout("late")


FAULTS: list[tuple[Callable[[], httpx.Response | Exception], type[BeyondWordsError]]] = [
    (status_error, InternalServerError),
    (not_json, ResponseDecodeError),
    (wrong_form, ResponseDecodeError),
    (cut, APIConnectionError),
    (late, APITimeoutError),
    (repeated, PaginationError),
    (empty, PaginationError),
]
names = [fault.__name__ for fault, _ in FAULTS]
fault_in_the_middle = pytest.mark.parametrize(("fault", "expected"), FAULTS, ids=names)


@fault_in_the_middle
def test_after_an_error_the_same_iterator_goes_on_where_it_stood(
    side: Side, fault: Callable[[], httpx.Response | Exception], expected: type[BeyondWordsError]
) -> None:
    server = Answers(page([0, 1], total=4), fault(), fault(), page([2, 3], total=4))
    iterator = side.iterate(listed(side, server))
    assert ids(side.take(iterator, 2)) == [0, 1]
    for _ in range(2):
        with pytest.raises(expected):
            side.next(iterator)
    assert ids(side.take(iterator, 2)) == [2, 3]
    with pytest.raises(side.stop):
        side.next(iterator)
    assert [offset for offset, _ in server.asked] == [None, "2", "2", "2"]


@fault_in_the_middle
def test_the_error_tells_where_to_go_on(
    side: Side, fault: Callable[[], httpx.Response | Exception], expected: type[BeyondWordsError]
) -> None:
    server = Answers(page([100, 101], total=104), page([0, 1], total=104), fault())
    # The faults of paging speak of the first rows again.
    iterator = side.iterate(listed(side, server, offset=50))
    side.take(iterator, 4)
    with pytest.raises(expected) as caught:
        side.next(iterator)
    assert caught.value.resume_offset == 54
    assert iterator.resume_offset == 54


def test_an_error_on_the_first_page_resumes_at_the_beginning_and_can_be_repeated(side: Side) -> None:
    server = Answers(status_error(), page([0], total=1))
    iterator = side.iterate(listed(side, server))
    with pytest.raises(InternalServerError) as caught:
        side.next(iterator)
    assert caught.value.resume_offset == 0
    assert side.next(iterator).id == 0
    assert server.asked == [(None, None), (None, None)]


def test_walks_over_pages_go_on_as_well(side: Side) -> None:
    server = Answers(page([0, 1], total=4), status_error(), page([2, 3], total=4))
    iterator = side.iterate(listed(side, server).pages())
    side.next(iterator)
    with pytest.raises(InternalServerError) as caught:
        side.next(iterator)
    assert caught.value.resume_offset == 2
    assert iterator.resume_offset == 2
    assert ids(side.next(iterator).items) == [2, 3]


def test_going_on_with_resume_offset_in_a_new_walk_gives_the_rest(side: Side) -> None:
    first = Rows(9)

    def flaky(request: httpx.Request) -> httpx.Response:
        return first(request) if request.url.params.get("pagination[offset]") != "6" else status_error()

    rows, error = until_error(side, side.iterate(listed(side, flaky, limit=3)))
    rest = side.all(listed(side, Rows(9), limit=3, offset=error.resume_offset))
    assert rows + ids(rest) == list(range(9))


def test_an_error_of_the_client_itself_tells_where_to_go_on_too(side: Side) -> None:
    client = side.client(Rows(25))
    iterator = side.iterate(client.background_tracks.list())
    side.take(iterator, 10)
    side.close(client)
    with pytest.raises(ConfigurationError) as caught:
        side.next(iterator)
    assert caught.value.resume_offset == 10


def test_outside_a_walk_there_is_nothing_to_resume(side: Side) -> None:
    with pytest.raises(AuthenticationError) as caught:
        side.wait(listed(side, Answers(httpx.Response(401)), offset=30).page())
    assert caught.value.resume_offset is None


def test_every_error_class_has_resume_offset_which_is_none() -> None:
    classes = [value for value in vars(beyondwords).values() if inspect.isclass(value)]
    errors = [value for value in classes if issubclass(value, BeyondWordsError)]
    assert len(errors) == 15
    assert all(error.resume_offset is None for error in errors)
    assert PaginationError("x").resume_offset is None


def test_a_closed_walk_tells_the_first_row_that_was_not_delivered(side: Side) -> None:
    iterator = side.iterate(side.client(Rows(40)).background_tracks.list())
    side.take(iterator, 3)
    for _ in range(2):
        side.wait(iterator.aclose() if side.name == "async" else iterator.close())
        assert iterator.resume_offset == 3
    with pytest.raises(side.stop):
        side.next(iterator)


def test_the_position_can_be_read_between_rows(side: Side) -> None:
    iterator = side.iterate(listed(side, Rows(25), offset=3, limit=4))
    seen = [iterator.resume_offset]
    for _ in range(5):
        side.next(iterator)
        seen.append(iterator.resume_offset)
    assert seen == [3, 4, 5, 6, 7, 8]


# max_items


@pytest.mark.parametrize(
    ("max_items", "limit", "rows", "asked"),
    [
        (0, 10, 0, []),
        (0, None, 0, []),
        (7, 10, 7, [(None, "7")]),
        (10, 10, 10, [(None, "10")]),
        (20, 10, 20, [(None, "10"), ("10", "10")]),
        (23, 10, 23, [(None, "10"), ("10", "10"), ("20", "3")]),
        (1000, 10, 25, [(None, "10"), ("10", "10"), ("20", "10")]),
        (7, None, 7, [(None, None)]),
        (10, None, 10, [(None, None)]),
        (13, None, 13, [(None, None), ("10", None)]),
        (25, None, 25, [(None, None), ("10", None), ("20", None)]),
    ],
)
def test_max_items_is_kept_without_a_needless_request(
    side: Side, max_items: int, limit: int | None, rows: int, asked: list[Asked]
) -> None:
    server = Rows(25)
    assert ids(side.all(listed(side, server, max_items=max_items, limit=limit))) == list(range(rows))
    assert server.asked == asked


def test_max_items_counts_from_the_offset(side: Side) -> None:
    assert ids(side.all(listed(side, Rows(25), offset=8, max_items=5))) == [8, 9, 10, 11, 12]


def test_max_items_holds_for_pages_too(side: Side) -> None:
    pages = side.all(listed(side, Rows(25), max_items=13).pages())
    assert [ids(page.items) for page in pages] == [list(range(10)), [10, 11, 12]]


def test_max_items_holds_when_the_server_sends_more_than_asked(side: Side) -> None:
    server = Answers(page(range(8), total=20))
    assert ids(side.all(listed(side, server, limit=5, max_items=5))) == [0, 1, 2, 3, 4]


def test_after_max_items_the_position_is_that_of_the_rows_delivered(side: Side) -> None:
    iterator = side.iterate(listed(side, Rows(25), max_items=3))
    side.take(iterator, 3)
    with pytest.raises(side.stop):
        side.next(iterator)
    assert iterator.resume_offset == 3


def test_each_walk_has_its_own_max_items(side: Side) -> None:
    pager = listed(side, Rows(25), max_items=3)
    assert [len(side.all(pager)) for _ in range(2)] == [3, 3]


# A total that changes


def test_a_total_that_changes_under_way_is_logged(side: Side, caplog: pytest.LogCaptureFixture) -> None:
    server = Answers(page([0, 1], total=4), page([2, 3], total=6), page([4, 5], total=6))
    with caplog.at_level(logging.WARNING, logger="beyondwords"):
        assert ids(side.all(listed(side, server))) == [0, 1, 2, 3, 4, 5]
    assert [(record.name, record.levelname) for record in caplog.records] == [("beyondwords", "WARNING")]
    assert "/background_tracks: the total changed from 4 to 6 on the way (at offset 2)" in caplog.messages[0]


def test_a_total_that_changes_across_a_page_without_one_is_logged(side: Side, caplog: pytest.LogCaptureFixture) -> None:
    server = Answers(page([0, 1], total=6), page([2, 3]), page([4, 5], total=7), page([6], total=7))
    side.all(listed(side, server))
    assert ["from 6 to 7" in message for message in caplog.messages] == [True]


def test_a_total_that_stays_is_not_logged(side: Side, caplog: pytest.LogCaptureFixture) -> None:
    side.all(listed(side, Rows(25)))
    side.all(listed(side, Rows(25, headers=False)))
    assert caplog.messages == []


# One page


def test_page_is_exactly_one_request(side: Side) -> None:
    server = Rows(25)
    page = side.wait(listed(side, server, limit=4, offset=8).page())
    assert ids(page.items) == [8, 9, 10, 11]
    assert server.asked == [("8", "4")]


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        (page([0, 1], offset=0, total=9), "asked for offset 4, the server answered with the page at offset 0"),
        (page([], total=9), "the page at offset 4 is empty, below the total of 9"),
    ],
)
def test_next_offset_never_leads_a_loop_of_the_callers_astray(side: Side, answer: httpx.Response, said: str) -> None:
    # With such a page, `next_offset` would lead back to where the caller has been.
    with pytest.raises(PaginationError) as caught:
        side.wait(listed(side, Answers(answer), offset=4).page())
    assert str(caught.value) == f"GET /background_tracks: {said}"
    assert caught.value.resume_offset is None


def test_a_page_tells_what_the_headers_say(side: Side) -> None:
    answer = page([0, 1], offset=8, limit=2, total=11)
    answer.headers["X-BeyondWords-Filter"] = "name, custom"
    found: Page[Any] = side.wait(listed(side, Answers(answer), offset=8, limit=2).page())
    assert isinstance(found, Page)
    assert (found.offset, found.limit, found.total) == (8, 2, 11)
    assert (found.has_next, found.next_offset, found.applied_filter) == (True, 10, "name, custom")


def test_where_the_headers_say_nothing_a_page_says_none(side: Side) -> None:
    found = side.wait(listed(side, Answers(page([0, 1])), offset=8, limit=2).page())
    assert (found.offset, found.limit, found.total) == (None, None, None)
    assert (found.has_next, found.next_offset, found.applied_filter) == (None, None, None)


def test_the_last_page_has_no_next(side: Side) -> None:
    found = side.wait(listed(side, Rows(25), offset=20).page())
    assert (found.has_next, found.next_offset) == (False, None)


def test_next_offset_leads_through_the_whole_list(side: Side) -> None:
    bw = side.client(Rows(25, most=4))
    rows, offset = [], 0
    while offset is not None:
        found = side.wait(bw.background_tracks.list(limit=10, offset=offset).page())
        rows += ids(found.items)
        offset = found.next_offset
    assert rows == list(range(25))


def test_next_offset_is_usable_where_the_offset_header_is_missing(side: Side) -> None:
    found = side.wait(listed(side, Answers(page([0, 1], total=20)), offset=8).page())
    assert (found.has_next, found.next_offset) == (True, 10)


def test_next_offset_loses_no_row_that_max_items_held_back(side: Side) -> None:
    found = side.wait(listed(side, Rows(25), max_items=3).page())
    assert (ids(found.items), found.has_next, found.next_offset) == ([0, 1, 2], True, 3)


def test_a_last_page_that_max_items_cut_has_a_next(side: Side) -> None:
    found = side.wait(listed(side, Rows(25), offset=20, max_items=3).page())
    assert (ids(found.items), found.has_next, found.next_offset) == ([20, 21, 22], True, 23)


def test_a_page_asks_for_no_more_than_max_items(side: Side) -> None:
    server = Rows(25)
    side.wait(listed(side, server, limit=10, max_items=3).page())
    assert server.asked == [(None, "3")]


def test_a_page_of_nothing_still_has_its_headers(side: Side) -> None:
    server = Rows(25)
    found = side.wait(listed(side, server, max_items=0, limit=10).page())
    assert (found.items, found.total) == ([], 25)
    assert len(server.requests) == 1


def test_pages_carry_their_headers_and_the_first_comes_even_when_empty(side: Side) -> None:
    full = side.all(listed(side, Rows(25), limit=10).pages())
    assert [(len(each.items), each.offset, each.has_next, each.next_offset) for each in full] == [
        (10, 0, True, 10),
        (10, 10, True, 20),
        (5, 20, False, None),
    ]
    none = side.all(listed(side, Rows(0)).pages())
    assert [(each.items, each.total) for each in none] == [([], 0)]


def test_the_empty_page_that_ends_a_walk_without_headers_is_not_delivered(side: Side) -> None:
    pages = side.all(listed(side, Rows(12, headers=False)).pages())
    assert [len(each.items) for each in pages] == [10, 2]


def test_header_names_are_read_in_any_case(side: Side) -> None:
    headers = {"x-pagination-total-count": "1", "X-PAGINATION-OFFSET": "0"}
    answer = httpx.Response(200, json=[{"id": 0}], headers=headers)
    found = side.wait(listed(side, Answers(answer)).page())
    assert (found.total, found.offset) == (1, 0)


def test_a_rate_limit_in_a_walk_of_one_page_at_a_time_is_waited_out(side: Side, no_waits: list[float]) -> None:
    answers = Answers(
        page(range(2), offset=0, total=4),
        httpx.Response(429, headers={"Retry-After": "3"}),
        page(range(2, 4), offset=2, total=4),
    )
    client = side.client(answers, max_attempts=2)
    assert ids(side.all(client.background_tracks.list(limit=2))) == [0, 1, 2, 3]
    assert no_waits == [3.0]
