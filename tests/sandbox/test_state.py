"""What is created, changed and deleted stays so: of a spec nobody wrote code for, and of the published one."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import httpx
import pytest

from beyondwords.testing import Sandbox
from tests.sandbox.conftest import MADE_UP, opened

RAIN = {
    "id": 7,
    "title": "Rain",
    "slug": "calm",
    "size": 3,
    "active": True,
    "kinds": ["calm", "wet"],
    "language": {"code": "en_US"},
    "day": "2024-02-29",
}


@pytest.fixture
def api() -> Iterator[httpx.Client]:
    """The made-up spec, fresh for each test."""
    with Sandbox(spec=MADE_UP) as sandbox, opened(sandbox) as client:
        yield client


@pytest.fixture(scope="module")
def account() -> Iterator[Sandbox]:
    with Sandbox() as sandbox:
        yield sandbox


@pytest.fixture
def bw(account: Sandbox) -> Iterator[httpx.Client]:
    """The published spec, as a new account is."""
    account.reset()
    with opened(account) as client:
        yield client


def titles(client: httpx.Client) -> list[str]:
    return [row["title"] for row in client.get("/things").json()]


def test_what_is_created_is_shown_and_listed_under_an_id_of_its_own(api: httpx.Client) -> None:
    created = api.post("/things", json={"id": 1, "title": "Hail", "parent": {"id": 2, "title": "y"}})
    assert (created.status_code, created.json()["id"], created.json()["title"]) == (201, 10, "Hail")
    assert api.get("/things/10").json() == created.json()
    assert titles(api) == ["Rain", "Storm 2", "Hail"]


def test_what_is_listed_is_shown(api: httpx.Client) -> None:
    assert api.get("/things/7").json() == RAIN


def test_what_is_deleted_is_gone(api: httpx.Client) -> None:
    response = api.delete("/things/7")
    assert (response.status_code, response.content) == (204, b"")
    assert [api.get("/things/7").status_code, api.delete("/things/7").status_code] == [404, 404]
    assert titles(api) == ["Storm 2"]


def test_an_encoded_slash_stays_inside_its_segment(api: httpx.Client) -> None:
    assert api.get("/things/7%2F").json() == {"code": 404, "message": "Not Found"}


def test_an_account_starts_with_a_project_voices_languages_and_tracks(bw: httpx.Client) -> None:
    assert bw.get("/projects/1").json()["name"] == "Harbour News"
    assert {"en_US", "de_DE"} <= {row["code"] for row in bw.get("/organization/languages").json()}
    assert len(bw.get("/background_tracks").json()) > 0
    voices = bw.get("/organization/voices").json()
    assert bw.get("/projects/1/voices").json() == voices
    assert [row["slug"] for row in bw.get("/projects/1/player_settings/access_tiers").json()] == [
        "anonymous",
        "registered",
        "subscribed",
    ]


@pytest.mark.parametrize(
    ("path", "body", "changes"),
    [
        ("/background_tracks", {"name": "Piano", "volume": 60}, {"name": "Organ"}),
        ("/projects/1/playlists", {"title": "Best", "type": "manual"}, {"title": "Best of all"}),
        ("/projects/1/webhooks", {"url": "http://127.0.0.1:9/"}, {"enabled": False}),
        ("/rules", {"type": "substitute", "key": "NHS", "value": "N H S"}, {"value": "the NHS"}),
        ("/html_filters", {"element_class": "ad"}, {"include": False}),
        ("/roles", {"name": "Editor"}, {"name": "Author"}),
        ("/projects/1/ads", {"type": "vast", "title": "Spring"}, {"type": "vast", "title": "Summer"}),
    ],
)
def test_a_row_from_create_to_delete(bw: httpx.Client, path: str, body: Any, changes: Any) -> None:
    before = bw.get(path).json()
    created = bw.post(path, json=body)
    assert created.status_code in (200, 201), created.text
    row = created.json()
    assert body.items() <= row.items()
    place = f"{path}/{row['id']}"
    assert bw.get(place).json() == row
    updated = bw.put(place, json=changes).json()
    # What is not sent stays.
    assert {**row, **changes, "updated": ""} == {**updated, "updated": ""}
    assert bw.get(path).json() == [*before, updated]
    if path != "/roles":  # The API has no way to delete one.
        assert bw.delete(place).status_code == 204
        assert (bw.get(place).status_code, bw.get(path).json()) == (404, before)


def test_a_new_project_has_settings_and_rows_of_its_own_and_takes_them_along(bw: httpx.Client) -> None:
    project = bw.post("/projects", json={"name": "Second", "language": {"code": "de_DE"}}).json()
    assert project["language"] == "de_DE"
    own = f"/projects/{project['id']}"
    assert bw.put(f"{own}/player_settings", json={"player_title": "Ours"}).json()["player_title"] == "Ours"
    assert bw.get(f"{own}/player_settings").json()["player_title"] == "Ours"
    assert bw.get("/projects/1/player_settings").json().get("player_title") != "Ours"
    bw.post(f"{own}/webhooks", json={"url": "http://127.0.0.1:9/"})
    assert bw.get("/projects/1/webhooks").json() == []
    assert bw.delete(own).status_code == 204
    assert bw.get(f"{own}/webhooks").status_code == 404


@pytest.mark.parametrize("path", ["/content", "/webhooks", "/player_settings", "/analytics", "/content/x/analytics"])
def test_a_project_that_does_not_exist_is_not_found(bw: httpx.Client, path: str) -> None:
    assert bw.get(f"/projects/99{path}").json() == {"code": 404, "message": "Not Found"}


def test_an_action_on_an_item_gives_the_item(bw: httpx.Client) -> None:
    rule = bw.post("/rules", json={"type": "substitute", "key": "NHS", "value": "N H S"}).json()
    assert bw.post(f"/rules/{rule['id']}/regenerate_preview").json() == rule
    assert bw.post("/rules/99/regenerate_preview").status_code == 404


def test_a_voice_is_found_by_its_language_whatever_its_form(bw: httpx.Client) -> None:
    found = bw.get("/organization/voices", params={"filter[language.code]": "en_US"}).json()
    assert [row["name"] for row in found] == ["Ava", "Noah"]


def test_filters_and_orders_of_content(bw: httpx.Client) -> None:
    for title in ("Storm", "Calm", "Rain"):
        body = {"title": title, "body": "x", "source_id": f"id-{title}", "published": title != "Rain"}
        bw.post("/projects/1/content", json=body)

    def found(**query: Any) -> list[str]:
        return [row["title"] for row in bw.get("/projects/1/content", params=query).json()]

    assert found(**{"filter[title]": "RA"}) == ["Rain"]
    assert found(**{"filter[source_id]": "id-Storm"}) == ["Storm"]
    # A source id is the whole one.
    assert found(**{"filter[source_id]": "id-"}) == []
    assert found(**{"filter[published]": "false"}) == ["Rain"]
    assert found(**{"filter[statuses][]": ["queued", "processing", "processed"]}) == ["Storm", "Calm", "Rain"]
    assert found(**{"filter[statuses][]": "error"}) == []
    assert found(**{"filter[created][from]": "2020-01-01"}) == ["Storm", "Calm", "Rain"]
    assert found(**{"filter[created][to]": "2020-01-01T00:00:00Z"}) == []
    assert found(**{"order[by]": "published", "order[dir]": "asc"})[0] == "Rain"
    assert found(**{"order[by]": "published", "order[dir]": "desc"})[-1] == "Rain"


def test_a_time_that_is_none_is_refused(bw: httpx.Client) -> None:
    response = bw.get("/projects/1/content", params={"filter[created][from]": "yesterday"})
    assert response.status_code == 400
    assert response.json()["errors"] == [
        {"location": "filter[created][from]", "message": "is neither a time nor a number"}
    ]


def test_what_means_nothing_for_the_rows_is_said(bw: httpx.Client, caplog: pytest.LogCaptureFixture) -> None:
    response = bw.get("/background_tracks?filter[custom]=true&filter[scopes][]=primary&filter[name]=track")
    assert response.headers["X-Sandbox-Not-Applied"] == "filter[custom], filter[scopes][]"
    assert "filter[custom], filter[scopes][] not applied" in caplog.text
    assert "X-Sandbox-Not-Applied" not in bw.get("/background_tracks?filter[name]=track").headers


def test_reset_forgets_what_was_done(account: Sandbox, bw: httpx.Client) -> None:
    before = bw.get("/background_tracks").json()
    bw.post("/background_tracks", json={"name": "Piano"})
    bw.delete("/projects/1")
    account.reset()
    assert bw.get("/background_tracks").json() == before
    assert bw.get("/projects/1").status_code == 200
    assert len(account.requests) == 2
