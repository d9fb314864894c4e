"""The arithmetic of pages, without any client."""

from __future__ import annotations

from dataclasses import FrozenInstanceError, dataclass
from typing import Any

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from beyondwords import UNSET
from beyondwords._core.paging import (
    Page,
    Position,
    fingerprint,
    header_number,
    moved,
    next_limit,
    page_fault,
    read_page,
    trusted_total,
    wanted_offsets,
)


@dataclass
class Row:
    id: Any


def headers(**numbers: object) -> httpx.Headers:
    names = {"offset": "X-Pagination-OffSet", "limit": "X-Pagination-Limit", "total": "X-Pagination-Total-Count"}
    return httpx.Headers({names[name]: str(number) for name, number in numbers.items()})


def page_of(rows: int, *, at: int = 0, keep: int | None = None, **numbers: object) -> Page[int]:
    return read_page(list(range(at, at + rows)), headers(**numbers), requested_offset=at, keep=keep)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("0", 0),
        ("120", 120),
        (" 7 ", 7),
        ("007", 7),
        ("9" * 18, int("9" * 18)),
        ("9" * 19, None),
        ("", None),
        ("-1", None),
        ("+1", None),
        ("1.0", None),
        ("1_000", None),
        ("1,000", None),
        ("1, 1", None),
        ("0x10", None),
        ("NaN", None),
        ("١٢", None),
    ],
)
def test_a_count_is_digits_and_nothing_else(text: str, number: int | None) -> None:
    assert header_number({"X": text}, "X") == number


def test_a_header_that_is_missing_is_none() -> None:
    assert header_number({}, "X") is None


@pytest.mark.parametrize(
    ("total", "end", "rows", "trusted"),
    [(None, 5, 5, None), (5, 5, 5, 5), (9, 5, 5, 9), (4, 5, 5, None), (4, 50, 0, 4), (0, 0, 0, 0), (0, 1, 1, None)],
)
def test_a_total_holds_unless_the_rows_contradict_it(
    total: int | None, end: int, rows: int, trusted: int | None
) -> None:
    assert trusted_total(total, end, rows) == trusted


def test_a_page_takes_its_numbers_from_the_headers() -> None:
    page = page_of(3, at=6, offset=6, limit=3, total=20)
    assert (page.items, page.offset, page.limit, page.total) == ([6, 7, 8], 6, 3, 20)
    assert (page.has_next, page.next_offset, page.applied_filter) == (True, 9, None)


def test_a_page_without_headers_knows_nothing_but_its_rows() -> None:
    assert page_of(2) == Page([0, 1], None, None, None, None, None, None)


def test_a_page_whose_total_cannot_be_right_does_not_tell_what_follows() -> None:
    page = page_of(5, total=4)
    assert (page.total, page.has_next, page.next_offset) == (4, None, None)


def test_the_offset_of_the_header_counts_before_the_one_asked_for() -> None:
    assert page_of(5, at=10, offset=20, total=40).next_offset == 25


def test_rows_held_back_come_next() -> None:
    page = page_of(10, keep=4, total=10)
    assert (page.items, page.has_next, page.next_offset) == ([0, 1, 2, 3], True, 4)


def test_a_page_cannot_be_changed() -> None:
    with pytest.raises(FrozenInstanceError):
        page_of(1).total = 3  # type: ignore[misc]


@pytest.mark.parametrize(
    ("limit", "left", "asked"),
    [(None, None, None), (None, 5, None), (10, None, 10), (10, 5, 5), (10, 10, 10), (10, 50, 10)],
)
def test_no_more_is_asked_for_than_is_wanted(limit: int | None, left: int | None, asked: int | None) -> None:
    assert next_limit(limit, left) == asked


@pytest.mark.parametrize(
    ("position", "stride", "size", "offsets"),
    [
        (Position(20, None), None, 4, [20]),
        (Position(20, None), 10, 4, [20]),
        (Position(20, None, total=100), 10, 4, [20, 30, 40, 50]),
        (Position(20, None, total=45), 10, 4, [20, 30, 40]),
        (Position(20, 15, total=100), 10, 4, [20, 30]),
        (Position(20, None, total=20), 10, 4, [20]),
    ],
)
def test_pages_that_are_wanted_and_exist_are_fetched_ahead(
    position: Position, stride: int | None, size: int, offsets: list[int]
) -> None:
    assert list(wanted_offsets(position, stride, size)) == offsets


@pytest.mark.parametrize(
    ("page", "position", "seen", "fault"),
    [
        (page_of(2, at=4, offset=4, total=9), Position(4, None), False, None),
        (page_of(2, at=4), Position(4, None), False, None),
        (page_of(2, at=4, offset=0), Position(4, None), False, "asked for offset 4"),
        (page_of(2, at=4, offset=6), Position(4, None), False, "at offset 6"),
        (page_of(2, at=4), Position(4, None), True, "repeats"),
        (page_of(0, at=4), Position(4, None), False, None),
        (page_of(0, at=4, total=4), Position(4, None), False, None),
        (page_of(0, at=4, total=5), Position(4, None), False, "empty, below the total of 5"),
        (page_of(0, at=4), Position(4, None, total=5), False, "empty, below the total of 5"),
        (page_of(0, at=4, total=4), Position(4, None, total=5), False, None),
        # Every empty page looks like the others.
        (page_of(0, at=4), Position(4, None), True, None),
        # Servers differ in what they call the offset of nothing.
        (page_of(0, at=4, offset=0), Position(4, None), False, None),
    ],
)
def test_what_is_wrong_with_a_page(page: Page[int], position: Position, seen: bool, fault: str | None) -> None:
    found = page_fault(page, position, rows=len(page.items), seen_before=seen)
    assert found is None if fault is None else fault in str(found)


@pytest.mark.parametrize(
    ("page", "position", "after"),
    [
        (page_of(3, total=9), Position(0, None), Position(3, None, 9)),
        (page_of(3), Position(0, None), Position(3, None, None)),
        (page_of(3, at=6, total=9), Position(6, None), Position(9, None, 9, done=True)),
        (page_of(3, at=6, total=8), Position(6, None), Position(9, None, 8)),
        (page_of(0, at=6), Position(6, None, 9), Position(6, None, 9, done=True)),
        (page_of(3, total=9), Position(0, 5), Position(3, 2, 9)),
        (page_of(3, total=9), Position(0, 3), Position(3, 0, 9, done=True)),
        (page_of(3, keep=2, total=9), Position(0, 2), Position(2, 0, 9, done=True)),
        (page_of(3), Position(0, None, 9), Position(3, None, 9)),
        (page_of(3, limit=9, total=9), Position(0, None), Position(3, None, 9)),
    ],
)
def test_where_the_walk_stands_after_a_page(page: Page[int], position: Position, after: Position) -> None:
    rows = 3 if page.items else 0
    assert moved(position, page, rows=rows) == after


@given(
    count=st.integers(0, 60),
    most=st.integers(1, 20),
    limit=st.integers(1, 30),
    start=st.integers(0, 70),
    wanted=st.none() | st.integers(1, 70),
    told=st.booleans(),
)
def test_any_list_is_walked_once_from_start_to_end(
    count: int, most: int, limit: int, start: int, wanted: int | None, told: bool
) -> None:
    position, rows, requests = Position(start, wanted), list[int](), 0
    while not position.done:
        requests += 1
        assert requests <= count + 2
        asked = next_limit(limit, position.left) or 0
        received = list(range(position.offset, min(position.offset + min(asked, most), count)))
        said = headers(offset=position.offset, total=count) if told else headers()
        page = read_page(received, said, requested_offset=position.offset, keep=position.left)
        assert page_fault(page, position, rows=len(received), seen_before=False) is None
        rows += page.items
        position = moved(position, page, rows=len(received))
    assert rows == list(range(start, count))[:wanted]


def test_pages_are_the_same_by_the_ids_of_their_rows() -> None:
    assert fingerprint([Row(1), Row(2)], b"a") == fingerprint([Row(1), Row(2)], b"b")
    assert fingerprint([Row(1), Row(2)], b"a") != fingerprint([Row(2), Row(1)], b"a")
    assert fingerprint([Row("1")], b"a") != fingerprint([Row(1)], b"a")


@pytest.mark.parametrize("row", [Row(None), Row(UNSET), Row(0), Row([1]), Row({"a": 1}), "text", 5, None])
def test_rows_without_usable_ids_are_the_same_by_the_body(row: Any) -> None:
    assert fingerprint([row], b"a") == fingerprint([row], b"a")
    assert fingerprint([row], b"a") != fingerprint([row], b"b")


def test_one_row_without_an_id_is_enough_to_go_by_the_body() -> None:
    assert fingerprint([Row(1), Row(None)], b"a") != fingerprint([Row(1), Row(None)], b"b")
