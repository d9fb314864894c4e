"""Lists: seeding, paging, filters and headers, over real HTTP."""

from __future__ import annotations

from typing import Any

import httpx
import pytest

from beyondwords.testing import Sandbox
from tests.sandbox.conftest import MADE_UP, opened

PATH = "/background_tracks"


def get(client: httpx.Client, path: str = PATH, /, **query: Any) -> httpx.Response:
    response = client.get(path, params=query)
    assert response.status_code == 200, response.text
    return response


def ids(response: httpx.Response) -> list[int]:
    return [item["id"] for item in response.json()]


def test_pages_by_offset_join_into_the_whole_list(client: httpx.Client) -> None:
    pages = [get(client, **{"pagination[limit]": 20, "pagination[offset]": start}) for start in (0, 20, 40, 60)]
    assert [len(page.json()) for page in pages] == [20, 20, 20, 0]
    assert [number for page in pages for number in ids(page)] == list(range(1, 61))


def test_items_are_the_examples_and_then_counted_up(client: httpx.Client) -> None:
    rows = get(client, **{"pagination[limit]": 4}).json()
    assert rows[0] == {
        "id": 1,
        "name": "Test track 1",
        "volume": 100,
        "created": "2023-01-01 00:00:00 UTC",
        "updated": "2023-01-01 00:00:05 UTC",
    }
    assert [row["name"] for row in rows] == ["Test track 1", "Test track 2", "Test track 3", "Test track 4"]


@pytest.mark.parametrize(
    ("query", "rows", "told"),
    [({}, 25, "25"), ({"pagination[limit]": 1000}, 40, "1000")],
    ids=["the default", "fewer than asked for, which the header repeats"],
)
def test_how_many_rows_come(client: httpx.Client, query: dict[str, int], rows: int, told: str) -> None:
    response = get(client, **query)
    assert (ids(response), response.headers["x-pagination-limit"]) == (list(range(1, rows + 1)), told)


def test_the_headers_are_those_the_operation_declares(client: httpx.Client) -> None:
    raw = get(client, **{"pagination[limit]": 5, "pagination[offset]": 58, "filter[name]": "track"}).headers.raw
    assert {name: value for name, value in raw if name.lower().startswith(b"x-")} == {
        b"x-pagination-limit": b"5",
        b"x-pagination-offset": b"58",
        b"x-pagination-total-count": b"60",
        b"x-beyondwords-filter": b"name",
    }


def test_headers_that_are_not_declared_are_not_sent(made_up: httpx.Client) -> None:
    headers = get(made_up, "/things").headers
    assert headers["x-pagination-total-count"] == "2"
    assert "x-pagination-limit" not in headers


def test_a_text_filter_matches_parts_in_any_case_and_counts_in_the_total(client: httpx.Client) -> None:
    response = get(client, **{"filter[name]": "TRACK 5", "pagination[limit]": 3})
    assert ids(response) == [5, 50, 51]
    assert response.headers["x-pagination-total-count"] == "11"


def test_a_filter_on_a_field_no_item_has_matches_all_and_is_not_reported_as_applied(client: httpx.Client) -> None:
    response = get(client, **{"filter[custom]": "true"})
    assert response.headers["x-pagination-total-count"] == "60"
    assert "x-beyondwords-filter" not in response.headers


@pytest.mark.parametrize(
    "query", ["filter[scopes][]=primary&filter[scopes][]=secondary", "filter[scopes][kind]=primary"]
)
def test_free_form_filters_are_accepted_and_match_all(client: httpx.Client, query: str) -> None:
    response = client.get(f"{PATH}?{query}")
    assert response.status_code == 200
    assert "x-beyondwords-filter" not in response.headers
    assert response.headers["x-pagination-total-count"] == "60"


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ({"filter[active]": "true"}, [7]),
        ({"filter[active]": "FALSE"}, [9]),
        ({"filter[size]": "3"}, [7]),
        ({"filter[size]": "1"}, []),
        ({"filter[language.code]": "EN_"}, [7]),
        ({"filter[kinds][]": ["wet", "loud"]}, [7, 9]),
        ({"filter[kinds][]": "loud"}, [9]),
        ({"filter[title]": "r", "filter[active]": "true"}, [7]),
        ({"filter[title]": "r", "filter[size]": "99"}, []),
        ({"filter[owner]": "nobody"}, [7, 9]),
        ({"filter[scopes][title]": "nothing"}, [7, 9]),
        ({"order[by]": "title"}, [7, 9]),
    ],
)
def test_filters_of_a_list_nobody_wrote_code_for(
    made_up: httpx.Client, query: dict[str, Any], expected: list[int]
) -> None:
    assert ids(get(made_up, "/things", **query)) == expected


def test_an_example_item_that_contradicts_its_schema_is_left_out(made_up: httpx.Client) -> None:
    # A free-form filter matches all, though a field has its name.
    assert get(made_up, "/mixed", **{"filter[scopes][kind]": "secondary"}).json() == [{"id": 2, "scopes": "primary"}]


def test_a_field_only_some_items_have_leaves_the_others_out() -> None:
    rows = [{"id": 1, "custom": True}, {"id": 2, "custom": False}, {"id": 3}]
    with Sandbox(items={PATH: rows}) as sandbox, opened(sandbox) as client:
        assert ids(get(client, **{"filter[custom]": "true"})) == [1]
        assert ids(get(client)) == [1, 2, 3]


def test_examples_keep_the_text_a_spec_writes(made_up: httpx.Client) -> None:
    first, second = get(made_up, "/things").json()
    assert first["day"] == "2024-02-29"
    assert second["day"] == "16:9"
    assert second["language"] == {"code": "no"}


def test_a_list_without_examples_is_empty(made_up: httpx.Client) -> None:
    assert get(made_up, "/notes").json() == []


def test_a_number_of_items_per_list() -> None:
    with Sandbox(spec=MADE_UP, items={"/notes": 3, "/things": 4, "/mixed": 0}) as sandbox, opened(sandbox) as client:
        notes, things = get(client, "/notes").json(), get(client, "/things").json()
        assert get(client, "/mixed").json() == [], "fewer than there are examples"
    assert notes == [{"id": number, "text": "text"} for number in range(3)]
    titles = [(7, "Rain"), (9, "Storm 2"), (10, "Rain 3"), (11, "Storm 4")]
    assert [(thing["id"], thing["title"]) for thing in things] == titles


def test_a_list_that_declares_no_paging_is_answered_whole(made_up: httpx.Client) -> None:
    assert get(made_up, "/unpaged").json() == [1, 2, 3]
