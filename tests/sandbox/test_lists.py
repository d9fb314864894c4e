"""Lists and examples over real HTTP: seeding, paging, filters and headers."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import httpx
import pytest

from beyondwords.testing import Sandbox
from tests.sandbox.conftest import MADE_UP, opened

RAIN = {"id": 7, "title": "Rain", "slug": "calm", "size": 3, "active": True, "kinds": ["calm", "wet"]}
STORM = {"id": 9, "title": "Storm 2", "size": 12, "active": False, "kinds": ["loud"]}
# The text of a spec stays, where YAML would have a date, a number or False.
RAIN |= {"language": {"code": "en_US"}, "day": "2024-02-29", "source_id": None}
STORM |= {"language": {"code": "no"}, "day": "16:9"}
# Where the operation has no example, or one that contradicts its schema.
MADE = {"id": 0, "title": "text", "who": "textxx", "mood": "glad", "more": [2], "yes": False}
MADE |= {"when": "2023-01-01T00:00:00Z", "uuid": "00000000-0000-4000-8000-000000000000"}


def test_responses_from_a_spec_nobody_wrote_code_for(made_up: httpx.Client, subtests: pytest.Subtests) -> None:
    expected: dict[str, Any] = {
        "/things": [RAIN, STORM],
        "/things/newest": {"from": "concrete"},
        "/things/7": RAIN,
        "/notes": [],
        "/unpaged": [1, 2, 3],
        "/no_example": MADE,
        "/wrong_example": {"id": 0},
        # A free-form filter matches all, though a field has its name.
        "/mixed?filter[scopes][]=secondary": [{"id": 2, "scopes": "primary"}],
        "/two_forms": {"form": "json"},
        "/numbered/7": "fine",
    }
    for path, body in expected.items():
        with subtests.test(path):
            assert made_up.get(path).json() == body
    # Headers are those that the operation declares.
    assert {name for name in made_up.get("/things").headers if name.startswith("x-")} == {"x-pagination-total-count"}
    assert made_up.get("/no_example").headers["x-needed"] == "5"
    assert made_up.get("/audio").headers["content-type"] == "audio/mpeg"


IGNORED = "filter[custom], filter[scopes][]"
# A query, the ids of the page, and its headers: limit, offset and total; what was filtered by, and what was not.
PAGES: list[tuple[str, Iterable[int], str, str | None, str | None]] = [
    ("", range(1, 26), "25 0 120", None, None),
    ("pagination[limit]=20&pagination[offset]=20", range(21, 41), "20 20 120", None, None),
    ("pagination[limit]=20&pagination[offset]=110", range(111, 121), "20 110 120", None, None),
    ("pagination[limit]=20&pagination[offset]=120", [], "20 120 120", None, None),
    # The header tells what was asked for, though fewer come.
    ("pagination[limit]=1000", range(1, 101), "1000 0 120", None, None),
    ("filter[name]=TRACK 5&pagination[limit]=3", [5, 50, 51], "3 0 11", "name", None),
    ("filter[custom]=true", range(1, 26), "25 0 120", None, "filter[custom]"),
    ("filter[scopes][kind]=a", range(1, 26), "25 0 120", None, "filter[scopes][kind]"),
    ("filter[custom]=true&filter[scopes][]=a&filter[name]=k 1&pagination[limit]=2", [1, 10], "2 0 32", "name", IGNORED),
]


def test_pages_and_their_headers(
    sandbox: Sandbox, api: httpx.Client, subtests: pytest.Subtests, caplog: pytest.LogCaptureFixture
) -> None:
    sandbox.background_tracks.fill(120)
    for query, ids, numbers, applied, not_applied in PAGES:
        with subtests.test(query):
            caplog.clear()
            response = api.get("/background_tracks", params=query)
            assert [row["id"] for row in response.json()] == [*ids]
            told = [response.headers[f"X-Pagination-{name}"] for name in ("Limit", "OffSet", "Total-Count")]
            assert told == numbers.split()
            assert response.headers.get("X-BeyondWords-Filter") == applied
            assert response.headers.get("X-Sandbox-Not-Applied") == not_applied
            warned = [record.getMessage().partition(" not applied")[0] for record in caplog.records]
            assert warned == ([f"GET /background_tracks: {not_applied}"] if not_applied else [])


LISTS = {
    "/projects": "Harbour News",
    "/organization/languages": "English, English, German, French",
    "/projects/1/voices": "Ava, Noah, Olivia, Lena, Hugo",
    "/projects/1/player_settings/access_tiers": "Anonymous, Registered, Subscribed",
    "/things?filter[active]=true": "Rain",
    "/things?filter[active]=FALSE": "Storm 2",
    "/things?filter[size]=3": "Rain",
    "/things?filter[size]=1": "",
    "/things?filter[size][from]=4": "Storm 2",
    "/things?filter[language.code]=EN_": "Rain",
    "/things?filter[kinds][]=wet&filter[kinds][]=loud": "Rain, Storm 2",
    "/things?filter[kinds][]=loud": "Storm 2",
    "/things?filter[title]=r&filter[active]=true": "Rain",
    "/things?filter[title]=r&filter[size]=99": "",
    "/things?filter[owner]=nobody": "Rain, Storm 2",
    "/things?filter[scopes][title]=nothing": "Rain, Storm 2",
    "/things?order[by]=title": "Rain, Storm 2",
    "/organization/voices?filter[language.code]=en_US": "Ava, Noah",
    "/projects/1/content?filter[title]=RA": "Rain",
    "/projects/1/content?filter[source_id]=id-Storm": "Storm",
    # A source id is the whole one.
    "/projects/1/content?filter[source_id]=id-": "",
    "/projects/1/content?filter[published]=false": "Rain",
    "/projects/1/content?filter[statuses][]=queued&filter[statuses][]=processed": "Storm, Calm, Rain",
    "/projects/1/content?filter[statuses][]=error": "",
    "/projects/1/content?filter[created][from]=2020-01-01": "Storm, Calm, Rain",
    "/projects/1/content?filter[created][to]=2020-01-01T00:00:00Z": "",
    "/projects/1/content?order[by]=published&order[dir]=asc": "Rain, Storm, Calm",
    "/projects/1/content?order[by]=published&order[dir]=desc": "Storm, Calm, Rain",
}


def test_lists_filtered_and_in_order(
    sandbox: Sandbox, api: httpx.Client, made_up: httpx.Client, subtests: pytest.Subtests
) -> None:
    for title in ("Storm", "Calm", "Rain"):
        # A field that a row does not have leaves it out.
        of_its_own = {} if title == "Calm" else {"source_id": f"id-{title}"}
        sandbox.content.add({"title": title, "body": "x", "published": title != "Rain", **of_its_own})
    for path, expected in LISTS.items():
        with subtests.test(path):
            rows = (made_up if path.startswith("/things") else api).get(path).json()
            assert ", ".join(row.get("name") or row["title"] for row in rows) == expected


def test_a_number_of_items_per_list_and_of_rows_a_page() -> None:
    items: dict[str, Any] = {"/notes": 3, "/things": 4, "/mixed": [{"id": 5}]}
    with Sandbox(spec=MADE_UP, items=items, default_limit=2, max_limit=3) as sandbox, opened(sandbox) as client:
        assert [*sandbox.notes] == [{"id": number, "text": "text"} for number in range(3)]
        titles = [(7, "Rain"), (9, "Storm 2"), (10, "Rain 3"), (11, "Storm 4")]
        assert [(thing["id"], thing["title"]) for thing in sandbox.things] == titles
        assert client.get("/mixed").json() == [{"id": 5}]
        sizes = [len(client.get("/things", params={"pagination[limit]": limit}).json()) for limit in (1, 100)]
        assert [len(client.get("/things").json()), *sizes] == [2, 1, 3]
