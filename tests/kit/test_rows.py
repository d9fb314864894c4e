"""The rows of the sandbox, as a test changes them."""

from __future__ import annotations

from pathlib import Path

from beyondwords import BeyondWords
from beyondwords.testing import Sandbox
from beyondwords_api.models import BackgroundTrack, NewContent


def test_rows_that_are_added_are_listed(beyondwords_sandbox: Sandbox, beyondwords_client: BeyondWords) -> None:
    values = ({"name": "Piano", "volume": 80}, BackgroundTrack(name="Piano", volume=80))
    made = [beyondwords_sandbox.background_tracks.add(each)["id"] for each in values]
    found = beyondwords_client.background_tracks.list(name="Piano")
    assert [(each.id, each.volume) for each in found] == [(number, 80) for number in made]


def test_content_may_be_added_at_any_point_of_its_life(
    beyondwords_sandbox: Sandbox, beyondwords_client: BeyondWords, tmp_path: Path
) -> None:
    beyondwords_sandbox.content.add(source_id="done", title="Ferry", status="processed")
    beyondwords_sandbox.content.add(NewContent(source_id="new", title="Ferry", body="It sails."))
    assert beyondwords_client.content.download_audio("done", tmp_path / "ferry.mp3").stat().st_size
    assert beyondwords_client.content.wait("new", poll=0.05).status == "processed"


def test_a_list_is_filled(beyondwords_sandbox: Sandbox, beyondwords_client: BeyondWords, tmp_path: Path) -> None:
    tracks = beyondwords_sandbox.background_tracks
    tracks.fill(10_000)
    assert (beyondwords_client.background_tracks.list().total(), len(tracks)) == (10_000, 10_000)
    assert tracks[-1]["id"] == 10_000
    tracks.fill(0)
    assert beyondwords_client.background_tracks.list().first() is None
    beyondwords_sandbox.content.fill(1)
    (item,) = beyondwords_client.content.list()
    assert beyondwords_client.content.download_audio(str(item.id), tmp_path / "ferry.mp3").stat().st_size


def test_a_list_of_another_project(beyondwords_sandbox: Sandbox, beyondwords_client: BeyondWords) -> None:
    other = beyondwords_sandbox.projects.add(name="Second")["id"]
    beyondwords_sandbox.list_at("/projects/{project_id}/content", project_id=other).add(source_id="a", title="b")
    assert beyondwords_client.content.find("a") is None
    assert beyondwords_client.content.find("a", project_id=other)
