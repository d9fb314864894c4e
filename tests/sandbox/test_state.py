"""What is created, changed and deleted stays so: of a spec nobody wrote code for, and of the published one."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import httpx
import pytest

from beyondwords import BeyondWords
from beyondwords.testing import Sandbox
from beyondwords_api.models import BackgroundTrack, NewContent

# A list, a row for it, and a change to that row.
ROWS: list[tuple[str, dict[str, Any], dict[str, Any]]] = [
    ("/background_tracks", {"name": "Piano", "volume": 60}, {"name": "Organ"}),
    ("/projects/1/playlists", {"title": "Best", "type": "manual"}, {"title": "Best of all"}),
    ("/projects/1/webhooks", {"url": "http://127.0.0.1:9/"}, {"enabled": False}),
    ("/rules", {"type": "substitute", "key": "NHS", "value": "N H S"}, {"value": "the NHS"}),
    ("/html_filters", {"element_class": "ad"}, {"include": False}),
    ("/roles", {"name": "Editor"}, {"name": "Author"}),
    ("/projects/1/ads", {"type": "vast", "title": "Spring"}, {"type": "vast", "title": "Summer"}),
]


def test_a_row_from_create_to_delete(api: httpx.Client, subtests: pytest.Subtests) -> None:
    for path, body, changes in ROWS:
        with subtests.test(path):
            before = api.get(path).json()
            created = api.post(path, json=body)
            assert created.status_code in (200, 201), created.text
            row = created.json()
            assert body.items() <= row.items()
            place = f"{path}/{row['id']}"
            assert api.get(place).json() == row
            updated = api.put(place, json=changes).json()
            # What is not sent stays.
            assert {**row, **changes, "updated": ""} == {**updated, "updated": ""}
            assert api.get(path).json() == [*before, updated]
            if path != "/roles":  # The API has no way to delete one.
                assert api.delete(place).status_code == 204
                assert (api.get(place).status_code, api.get(path).json()) == (404, before)


def test_a_row_of_a_spec_nobody_wrote_code_for(made_up: httpx.Client) -> None:
    created = made_up.post("/things", json={"id": 1, "title": "Hail", "parent": {"id": 2, "title": "y"}})
    assert (created.status_code, created.json()["id"], created.json()["title"]) == (201, 10, "Hail")
    assert made_up.get("/things/10").json() == created.json()
    deleted = made_up.delete("/things/7")
    assert (deleted.status_code, deleted.content) == (204, b"")
    assert [made_up.get("/things/7").status_code, made_up.delete("/things/7").status_code] == [404, 404]
    assert [row["title"] for row in made_up.get("/things").json()] == ["Storm 2", "Hail"]


def test_a_new_project_has_settings_and_rows_of_its_own_and_takes_them_along(
    sandbox: Sandbox, api: httpx.Client
) -> None:
    project = api.post("/projects", json={"name": "Second", "language": {"code": "de_DE"}}).json()
    assert project["language"] == "de_DE"
    own = f"/projects/{project['id']}"
    assert api.put(f"{own}/player_settings", json={"player_title": "Ours"}).json()["player_title"] == "Ours"
    assert api.get(f"{own}/player_settings").json()["player_title"] == "Ours"
    assert api.get("/projects/1/player_settings").json().get("player_title") != "Ours"
    api.post(f"{own}/webhooks", json={"url": "http://127.0.0.1:9/"})
    assert api.get("/projects/1/webhooks").json() == []
    assert api.delete(own).status_code == 204
    below = ("/webhooks", "/content", "/player_settings", "/analytics", "/content/x/analytics")
    assert [api.get(own + path).json() for path in below] == [{"code": 404, "message": "Not Found"}] * len(below)
    sandbox.projects.add(id=project["id"], name="Another of this id")
    assert api.get(f"{own}/webhooks").json() == []
    assert api.get(f"{own}/player_settings").json().get("player_title") != "Ours"


def test_an_action_on_an_item_gives_the_item(api: httpx.Client) -> None:
    rule = api.post("/rules", json={"type": "substitute", "key": "NHS", "value": "N H S"}).json()
    assert api.post(f"/rules/{rule['id']}/regenerate_preview").json() == rule
    assert api.post("/rules/99/regenerate_preview").status_code == 404


def test_rows_are_added_and_filled_by_a_test(sandbox: Sandbox, bw: BeyondWords) -> None:
    tracks = sandbox.background_tracks
    values = ({"name": "Piano", "volume": 80}, BackgroundTrack(name="Piano", volume=80))
    made = [tracks.add(each)["id"] for each in values]
    assert [(each.id, each.volume) for each in bw.background_tracks.list(name="Piano")] == [(id, 80) for id in made]
    tracks.fill(10_000)
    assert (bw.background_tracks.list().total(), len(tracks), tracks[-1]["id"]) == (10_000, 10_000, 10_000)
    tracks.fill(0)
    assert bw.background_tracks.list().first() is None
    other = sandbox.projects.add(name="Second")["id"]
    sandbox.list_at("/projects/{project_id}/content", project_id=other).add(source_id="a", title="b")
    assert bw.content.find("a") is None
    assert bw.content.find("a", project_id=other)


def test_content_is_added_at_any_point_of_its_life(sandbox: Sandbox, bw: BeyondWords, tmp_path: Path) -> None:
    sandbox.content.fill(3)
    first, *others = (row["id"] for row in sandbox.content)
    assert len({first, *others}) == 3
    sandbox.content.add(source_id="done", title="Ferry", status="processed")
    sandbox.content.add(NewContent(source_id="new", title="Ferry", body="It sails."))
    sandbox.advance(60)
    assert sandbox.content[-1]["status"] == "processed"
    for key in (first, "done", "new"):
        assert bw.content.download_audio(key, tmp_path / "ferry.mp3").stat().st_size


def test_reset_forgets_what_was_done(sandbox: Sandbox, api: httpx.Client) -> None:
    paths = ("/background_tracks", "/projects")
    before = [api.get(path).json() for path in paths]
    assert api.post("/background_tracks", json={"name": "Piano"}).status_code == 201
    assert api.put("/projects/1", json={"name": "Another"}).status_code == 200
    sandbox.fail_next(500, times=5)
    sandbox.latency = 20
    sandbox.reset()
    assert [api.get(path).json() for path in paths] == before
    assert len(sandbox.requests) == 2
