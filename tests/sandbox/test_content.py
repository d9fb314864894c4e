"""The life of content in the sandbox, through the wrapper's own clients: publish, wait, play, download, delete."""

from __future__ import annotations

import time
from typing import Any

import httpx
import pytest

from beyondwords import BeyondWords, ContentFailedError, NotFoundError, UnprocessableEntityError
from beyondwords.testing import Sandbox
from beyondwords.webhooks import AudioDeleted, AudioError, AudioUpdated, parse
from beyondwords_api.models import ContentUpdate, HttpHeaders, NewContent, NewPlaylist, NewProject, NewWebhook
from tests.fake_server import FakeServer, responds

SECRET = "hush"
TAKEN = "source_id: has already been taken"


def created(bw: BeyondWords, source_id: str = "cms-1", project_id: int | None = None, **options: Any) -> Any:
    article = NewContent(title="Ferry returns", body="<p>It sails again.</p>", source_id=source_id, **options)
    return bw.content.create(article, project_id=project_id)


def urls(item: Any) -> list[str]:
    return [each.url for each in item.audio]


def ids(player: Any) -> list[str]:
    return [each.id for each in player.content]


def test_content_is_queued_then_processing_then_processed(sandbox: Sandbox, bw: BeyondWords) -> None:
    sandbox.processing_time = 0.01
    item = created(bw)
    time.sleep(0.03)
    assert bw.content.get(item.id).status == "queued", "the clock stands"
    with pytest.raises(NotFoundError):
        bw.players.get(item.id)
    sandbox.processing_time = 1
    # Steps that add up to what is due, though not to the last bit.
    statuses = []
    for _ in range(10):
        sandbox.advance(0.1)
        found = bw.content.get(item.id, segments="full")
        statuses.append(found.status)
        assert bool(found.segments) == (found.status == "processed")
    assert statuses == ["queued"] * 4 + ["processing"] * 5 + ["processed"]
    done = bw.content.get(item.id)
    assert (done.status, len(done.audio or ()), done.segments) == ("processed", 2, [])
    segments = bw.content.get(item.id, segments="full").segments or ()
    assert [each.text for each in segments] == ["Ferry returns", "It sails again."]
    assert bw.players.get(item.id).content[0].audio == done.audio  # type: ignore[index]


def test_content_ends_as_told_and_is_regenerated(sandbox: Sandbox, bw: BeyondWords) -> None:
    sandbox.end_content_as("error")
    sandbox.end_content_as("skipped", source_id="skipped")
    sandbox.end_content_as("processed", source_id="good")
    for source_id in ("error", "skipped", "good"):
        created(bw, source_id)
    sandbox.advance(60)
    for status in ("error", "skipped"):
        with pytest.raises(ContentFailedError, match=status):
            bw.content.wait(status)
        with pytest.raises(NotFoundError):
            bw.players.by_source_id(status)
    assert bw.content.get("good").status == "processed"
    sandbox.end_content_as("processed")
    assert bw.content.regenerate("error").status == "queued"
    sandbox.advance(60)
    assert bw.content.get("error").status == "processed"


def test_a_source_id_is_taken_once_in_a_project(bw: BeyondWords) -> None:
    created(bw)
    created(bw, "cms-2")
    with pytest.raises(UnprocessableEntityError, match=TAKEN):
        created(bw)
    with pytest.raises(UnprocessableEntityError, match=TAKEN):
        bw.content.update("cms-2", ContentUpdate(source_id="cms-1"))
    second: Any = bw.projects.create(NewProject.from_dict({"name": "Second", "language": {"code": "en_GB"}}))
    assert created(bw, project_id=second.id).source_id == "cms-1"
    item = created(bw, "a/b?c#d%20é", project_id=second.id)
    found = [bw.content.get(each, project_id=second.id) for each in (item.id, "a/b?c#d%20é", 2)]
    assert {each.id for each in found} == {item.id}, "an id is the API's, or one's own, or a number"


def test_an_update_changes_what_is_sent_and_makes_new_audio_where_the_text_changed(
    sandbox: Sandbox, bw: BeyondWords
) -> None:
    item = created(bw, author="Ann")
    sandbox.advance(60)
    unpublished = bw.content.update("cms-1", ContentUpdate(published=False))
    assert (unpublished.status, unpublished.published, unpublished.author) == ("processed", False, "Ann")
    with pytest.raises(NotFoundError):
        bw.players.get(item.id)
    assert bw.players.get(item.id, preview_token=item.preview_token).content
    changed = bw.content.update("cms-1", ContentUpdate(title="Ferry delayed", source_id="cms-1"))
    assert (changed.status, changed.title, changed.body) == ("queued", "Ferry delayed", "<p>It sails again.</p>")
    sandbox.advance(60)
    assert urls(bw.content.get("cms-1")) != urls(unpublished)


def test_audio_is_served_whole_and_in_parts_until_its_item_is_deleted(
    sandbox: Sandbox, bw: BeyondWords, api: httpx.Client
) -> None:
    for number in range(4):
        created(bw, f"cms-{number}")
    sandbox.advance(60)
    playlist, mp3 = urls(bw.content.get("cms-1"))
    audio = api.get(mp3).content
    assert audio[:2] == b"\xff\xfb"
    part = api.get(mp3, headers={"Range": "bytes=100-"})
    assert (part.status_code, part.content) == (206, audio[100:])
    assert part.headers["content-range"] == f"bytes 100-{len(audio) - 1}/{len(audio)}"
    assert api.get(mp3, headers={"Range": "bytes=3-5"}).content == audio[3:6]
    assert api.get(mp3, headers={"Range": f"bytes={len(audio)}-"}).status_code == 416
    assert api.head(mp3).headers["content-length"] == str(len(audio))
    (name,) = [line for line in api.get(playlist).text.splitlines() if line and not line.startswith("#")]
    assert api.get(str(httpx.URL(playlist).join(name))).content == audio
    bw.content.delete("cms-1")
    assert (bw.content.find("cms-1"), api.get(mp3).status_code) == (None, 404)
    with pytest.raises(NotFoundError):
        bw.content.delete("cms-1")
    assert api.post("/projects/1/content/batch_delete", json={"ids": ["cms-0", "cms-2"]}).status_code == 204
    assert [item.source_id for item in bw.content.list()] == ["cms-3"]


def test_players_of_playlists_and_of_several_items(sandbox: Sandbox, bw: BeyondWords) -> None:
    first, second = created(bw, "one"), created(bw, "two")
    sandbox.advance(60)
    manual = {"title": "x", "type": "manual", "content": [{"id": second.id}]}
    chosen: Any = bw.playlists.create(NewPlaylist.from_dict(manual))
    assert ids(bw.players.by_playlist_id(sandbox.playlists[0]["id"])) == [first.id, second.id]
    assert ids(bw.players.by_playlist_id(chosen.id)) == [second.id]
    assert ids(bw.players.by_identifiers([{"source_id": "two"}, {"source_id": "one"}])) == [second.id, first.id]
    with pytest.raises(NotFoundError):
        bw.players.by_identifiers([{"source_id": "three"}])


def test_webhooks_are_sent_until_they_are_taken(sandbox: Sandbox, bw: BeyondWords) -> None:
    sandbox.end_content_as("error", source_id="bad")
    headers = HttpHeaders.from_dict({"Authorization": f"Bearer {SECRET}"})
    with FakeServer(responds(500), responds(204)) as server:
        bw.webhooks.create(NewWebhook(url=server.base_url, headers=headers))
        item = created(bw)
        created(bw, "bad")
        sandbox.advance(60)
        bw.content.delete("cms-1")
        limit = time.monotonic() + 10
        while len(sandbox.deliveries) < 3:
            assert time.monotonic() < limit, sandbox.deliveries
            time.sleep(0.01)
        parsed = [parse(each.body, headers=each.headers, secret=SECRET) for each in server.requests]
    events = {type(each): each for each in parsed}
    assert {*events} == {AudioUpdated, AudioError, AudioDeleted}
    updated = events[AudioUpdated]
    assert (updated.content_id, updated.source_id, updated.project_id) == (item.id, "cms-1", "1")
    assert updated.mp3_url
    assert sorted((each.status, each.attempts) for each in sandbox.deliveries) == [(204, 1), (204, 1), (204, 2)]


def test_webhooks_to_other_machines_are_not_sent_and_that_is_said_once(
    sandbox: Sandbox, bw: BeyondWords, caplog: pytest.LogCaptureFixture
) -> None:
    for _ in range(2):
        sandbox.reset()
        caplog.clear()
        sandbox.list_at("/projects/{project_id}/webhooks").fill(120)
        bw.webhooks.create(NewWebhook(url="https://hooks.example.org/"))
        bw.webhooks.create(NewWebhook(url="https://disabled.example.org/", enabled=False))
        created(bw)
        sandbox.advance(60)
        told = [(each.status, each.attempts, each.problem[:9]) for each in sandbox.deliveries]
        assert told == [(None, 0, "not sent:")] * 121
        assert len([each for each in caplog.records if "not sent" in each.getMessage()]) == 1
