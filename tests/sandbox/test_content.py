"""The life of content in the sandbox, through the wrapper's own clients: publish, wait, play, download, delete."""

from __future__ import annotations

import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import httpx
import pytest

from beyondwords import BeyondWords, ContentFailedError, NotFoundError, UnprocessableEntityError
from beyondwords.testing import Sandbox
from beyondwords.webhooks import AudioDeleted, AudioError, AudioUpdated, WebhookEvent, parse
from beyondwords_api.models import (
    ContentUpdate,
    HttpHeaders,
    NewContent,
    NewPlaylist,
    NewProject,
    NewWebhook,
)
from tests.fake_server import FakeServer, Peer, responds

SECRET = "hush"


def id_of(item: Any) -> Any:
    return item.id


@pytest.fixture(scope="module")
def running() -> Iterator[Sandbox]:
    with Sandbox(processing_time=60, manual_clock=True) as sandbox:
        yield sandbox


@pytest.fixture
def sandbox(running: Sandbox) -> Sandbox:
    """As new, with a clock that only the test moves."""
    running.reset()
    return running


@pytest.fixture
def bw(sandbox: Sandbox) -> Iterator[BeyondWords]:
    with client_of(sandbox) as client:
        yield client


def client_of(sandbox: Sandbox) -> BeyondWords:
    return BeyondWords(api_key=sandbox.api_key, base_url=sandbox.base_url, project_id=1)


def article(source_id: str = "cms-1", **options: Any) -> NewContent:
    return NewContent(title="Ferry returns", body="<p>It sails again.</p>", source_id=source_id, **options)


def test_content_is_queued_then_processing_then_processed(sandbox: Sandbox, bw: BeyondWords) -> None:
    item = bw.content.create(article())
    assert (item.status, item.audio, item.segments) == ("queued", [], [])
    sandbox.advance(29)
    assert bw.content.get(id_of(item)).status == "queued"
    sandbox.advance(1)
    assert bw.content.get(id_of(item)).status == "processing"
    with pytest.raises(NotFoundError):
        bw.players.get(id_of(item))
    sandbox.advance(30)
    done = bw.content.get(id_of(item))
    assert (done.status, len(done.audio or ()), done.segments) == ("processed", 2, [])
    assert [each.text for each in bw.content.get(id_of(item), segments="full").segments or ()] == [
        "Ferry returns",
        "It sails again.",
    ]
    assert bw.players.get(id_of(item)).content[0].audio == done.audio  # type: ignore[index]


@pytest.mark.parametrize("status", ["error", "skipped"])
def test_content_ends_as_told(sandbox: Sandbox, bw: BeyondWords, status: str) -> None:
    sandbox.end_content_as(status, source_id="bad")
    bw.content.create(article("bad"))
    bw.content.create(article("good"))
    sandbox.advance(60)
    with pytest.raises(ContentFailedError, match=status):
        bw.content.wait("bad")
    assert bw.content.wait("good").status == "processed"
    with pytest.raises(NotFoundError):
        bw.players.by_source_id("bad")


def test_an_outcome_that_does_not_exist_is_refused(sandbox: Sandbox) -> None:
    with pytest.raises(ValueError, match="status must be one of processed, error, skipped, not 'failed'"):
        sandbox.end_content_as("failed")


def test_a_source_id_is_taken_once_in_a_project(bw: BeyondWords) -> None:
    bw.content.create(article())
    other = bw.content.create(article("cms-2"))
    with pytest.raises(UnprocessableEntityError, match="source_id: has already been taken"):
        bw.content.create(article())
    with pytest.raises(UnprocessableEntityError, match="source_id: has already been taken"):
        bw.content.update(id_of(other), ContentUpdate(source_id="cms-1"))
    second = bw.projects.create(NewProject.from_dict({"name": "Second", "language": {"code": "en_GB"}}))
    assert bw.content.create(article(), project_id=id_of(second)).source_id == "cms-1"


def test_an_id_is_the_apis_or_ones_own_or_a_number(sandbox: Sandbox, bw: BeyondWords) -> None:
    item = bw.content.create(article("a/b?c#d%20é"))
    assert {bw.content.get(each).id for each in (id_of(item), "a/b?c#d%20é", 1)} == {item.id}


def test_an_update_changes_what_is_sent_and_makes_new_audio_where_the_text_changed(
    sandbox: Sandbox, bw: BeyondWords
) -> None:
    item = bw.content.create(article(author="Ann"))
    sandbox.advance(60)
    unpublished = bw.content.update("cms-1", ContentUpdate(published=False))
    assert (unpublished.status, unpublished.published, unpublished.author) == ("processed", False, "Ann")
    with pytest.raises(NotFoundError):
        bw.players.get(id_of(item))
    assert bw.players.get(id_of(item), preview_token=item.preview_token).content
    changed = bw.content.update("cms-1", ContentUpdate(title="Ferry delayed"))
    assert (changed.status, changed.title, changed.body) == ("queued", "Ferry delayed", "<p>It sails again.</p>")
    sandbox.advance(60)
    assert urls(bw.content.get("cms-1")) != urls(unpublished)


def test_regenerate_puts_an_item_to_work_again(sandbox: Sandbox, bw: BeyondWords) -> None:
    sandbox.end_content_as("error")
    bw.content.create(article())
    sandbox.advance(60)
    sandbox.end_content_as("processed")
    assert bw.content.regenerate("cms-1").status == "queued"
    sandbox.advance(60)
    assert bw.content.get("cms-1").status == "processed"


def test_what_is_deleted_is_gone_with_its_audio(sandbox: Sandbox, bw: BeyondWords) -> None:
    bw.content.create(article())
    sandbox.advance(60)
    (_, mp3) = urls(bw.content.get("cms-1"))
    bw.content.delete("cms-1")
    assert bw.content.find("cms-1") is None
    assert httpx.get(mp3, trust_env=False).status_code == 404
    with pytest.raises(NotFoundError):
        bw.content.delete("cms-1")


def test_many_are_deleted_at_once(sandbox: Sandbox, bw: BeyondWords) -> None:
    for number in range(3):
        bw.content.create(article(f"cms-{number}"))
    url = f"{sandbox.base_url}/projects/1/content/batch_delete"
    response = httpx.post(
        url, json={"ids": ["cms-0", "cms-2"]}, headers={"X-Api-Key": sandbox.api_key}, trust_env=False
    )
    assert response.status_code == 204
    assert [item.source_id for item in bw.content.list()] == ["cms-1"]


def test_audio_is_downloaded_whole_and_without_the_key(sandbox: Sandbox, bw: BeyondWords, tmp_path: Path) -> None:
    bw.content.create(article())
    sandbox.advance(60)
    path = bw.content.download_audio("cms-1", tmp_path / "ferry.mp3")
    audio = path.read_bytes()
    assert audio[:2] == b"\xff\xfb"
    fetched = sandbox.requests[-1]
    assert fetched.path.endswith(".mp3")
    assert "x-api-key" not in fetched.headers
    playlist, mp3 = urls(bw.content.get("cms-1"))
    with httpx.Client(trust_env=False) as client:
        part = client.get(mp3, headers={"Range": "bytes=100-"})
        assert (part.status_code, part.content) == (206, audio[100:])
        assert part.headers["content-range"] == f"bytes 100-{len(audio) - 1}/{len(audio)}"
        assert client.get(mp3, headers={"Range": "bytes=3-5"}).content == audio[3:6]
        assert client.get(mp3, headers={"Range": f"bytes={len(audio)}-"}).status_code == 416
        assert client.head(mp3).headers["content-length"] == str(len(audio))
        (name,) = [line for line in client.get(playlist).text.splitlines() if line and not line.startswith("#")]
        assert client.get(httpx.URL(playlist).join(name)).content == audio


def urls(item: Any) -> list[str]:
    return [each.url for each in item.audio]


def test_items_that_a_list_starts_with_have_audio_too(tmp_path: Path) -> None:
    with Sandbox(items=3) as sandbox, client_of(sandbox) as bw:
        items = list(bw.content.list())
        assert len(items) == 3
        for item in items:
            assert bw.content.download_audio(id_of(item), tmp_path / "a.mp3").stat().st_size > 0


def test_players_of_playlists_and_of_several_items(sandbox: Sandbox, bw: BeyondWords) -> None:
    first, second = (bw.content.create(article(name)) for name in ("one", "two"))
    sandbox.advance(60)
    (everything,) = bw.playlists.list()
    chosen = bw.playlists.create(
        NewPlaylist.from_dict({"title": "x", "type": "manual", "content": [{"id": second.id}]})
    )

    def ids(player: Any) -> list[str]:
        return [each.id for each in player.content]

    assert ids(bw.players.by_playlist_id(id_of(everything))) == [first.id, second.id]
    assert ids(bw.players.by_playlist_id(id_of(chosen))) == [second.id]
    assert ids(bw.players.by_identifiers([{"source_id": "two"}, {"source_id": "one"}])) == [second.id, first.id]
    with pytest.raises(NotFoundError):
        bw.players.by_identifiers([{"source_id": "three"}])


def received(server: FakeServer) -> list[WebhookEvent]:
    return [parse(each.body, headers=each.headers, secret=SECRET) for each in server.requests]


def wait_for(sandbox: Sandbox, count: int) -> None:
    for _ in range(1000):
        if len(sandbox.deliveries) >= count:
            return
        time.sleep(0.01)
    raise AssertionError(f"only {len(sandbox.deliveries)} webhooks were delivered")


def webhook(url: str) -> NewWebhook:
    return NewWebhook(url=url, headers=HttpHeaders.from_dict({"Authorization": f"Bearer {SECRET}"}))


def test_webhooks_are_sent(sandbox: Sandbox, bw: BeyondWords) -> None:
    with FakeServer(responds(204)) as server:
        bw.webhooks.create(webhook(server.base_url))
        sandbox.end_content_as("error", source_id="bad")
        item = bw.content.create(article())
        sandbox.advance(60)
        wait_for(sandbox, 1)
        bw.content.create(article("bad"))
        sandbox.advance(60)
        wait_for(sandbox, 2)
        bw.content.delete(id_of(item))
        wait_for(sandbox, 3)
        updated, error, deleted = received(server)
    assert [type(each) for each in (updated, error, deleted)] == [AudioUpdated, AudioError, AudioDeleted]
    assert (updated.content_id, updated.source_id, updated.project_id) == (item.id, "cms-1", "1")
    assert updated.mp3_url
    assert [(each.status, each.attempts) for each in sandbox.deliveries] == [(204, 1)] * 3


def test_a_webhook_is_sent_again_until_it_is_taken(sandbox: Sandbox, bw: BeyondWords) -> None:
    def fails_once(peer: Peer) -> None:
        responds(500 if len(server.requests) < 2 else 200)(peer)

    with FakeServer(fails_once) as server:
        bw.webhooks.create(webhook(server.base_url))
        bw.content.create(article())
        sandbox.advance(60)
        wait_for(sandbox, 1)
    assert [(each.status, each.attempts) for each in sandbox.deliveries] == [(200, 2)]


def test_webhooks_to_other_machines_are_not_sent_and_that_is_said(sandbox: Sandbox, bw: BeyondWords) -> None:
    bw.webhooks.create(webhook("https://hooks.example.org/"))
    bw.webhooks.create(NewWebhook(url="https://other.example.org/", enabled=False))
    bw.content.create(article())
    sandbox.advance(60)
    (delivery,) = sandbox.deliveries
    assert (delivery.status, delivery.attempts) == (None, 0)
    assert delivery.problem.startswith("not sent: ")


def test_many_webhooks_that_are_not_sent_are_one_warning(caplog: pytest.LogCaptureFixture) -> None:
    with Sandbox(items=120) as sandbox, BeyondWords(sandbox.api_key, base_url=sandbox.base_url, project_id=1) as bw:
        for _ in range(2):
            caplog.clear()
            bw.content.create(article())
            sandbox.advance(60)
            assert len(sandbox.deliveries) >= 100
            assert len([each for each in caplog.records if "not sent" in each.getMessage()]) == 1
            sandbox.reset()


def test_fifty_threads_that_publish_five_articles_leave_five(sandbox: Sandbox, bw: BeyondWords) -> None:
    with ThreadPoolExecutor(50) as pool:
        done = list(pool.map(lambda number: bw.content.publish(article(f"cms-{number % 5}")), range(50)))
    assert sorted(each.action for each in done) == ["created"] * 5 + ["updated"] * 45
    assert sorted(item.source_id or "" for item in bw.content.list()) == [f"cms-{number}" for number in range(5)]
