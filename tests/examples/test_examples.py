"""The examples do what they say, against the sandbox."""

from __future__ import annotations

import csv
import os
import runpy
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import pytest
import uvicorn

from beyondwords import AuthenticationError, BeyondWords
from beyondwords.testing import Sandbox
from beyondwords_api.models import HttpHeaders, NewContent, NewWebhook
from examples import export_content, publish_folder, webhook_receiver

SECRET = "hush"
Script = Callable[..., tuple[object, str, str]]


@pytest.fixture
def script(beyondwords_sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Script:
    """The status of an example that is run as a script, and the last lines that it writes."""

    def script(name: str, *arguments: Path) -> tuple[object, str, str]:
        monkeypatch.setattr("sys.argv", [name, *map(str, arguments)])
        with pytest.raises(SystemExit) as ended:
            runpy.run_path(str(Path(publish_folder.__file__).with_name(name)), run_name="__main__")
        out, err = capsys.readouterr()
        return ended.value.code, out, (err.splitlines() or [""])[-1]

    return script


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    (tmp_path / "sea").mkdir()
    (tmp_path / "sea" / "ferry.html").write_text("<h1>The <b>ferry</b> &amp; we</h1><p>It sails.</p>", "utf-8")
    (tmp_path / "note.html").write_text("<p>No heading.</p>", "utf-8")
    (tmp_path / "picture.png").write_bytes(b"\x89PNG")
    return tmp_path


def test_a_folder_is_published_and_the_second_time_updated(
    beyondwords_client: BeyondWords, articles: Path, script: Script
) -> None:
    for action in ("created", "updated"):
        assert script("publish_folder.py", articles)[:2] == (0, f"{action}: note.html\n{action}: sea/ferry.html\n")
    assert sorted((item.source_id, item.title, item.body) for item in beyondwords_client.content.list()) == [
        ("note.html", "note", "<p>No heading.</p>"),
        ("sea/ferry.html", "The ferry & we", "<p>It sails.</p>"),
    ]


def test_a_folder_that_cannot_be_published_says_why(
    beyondwords_sandbox: Sandbox,
    beyondwords_client: BeyondWords,
    articles: Path,
    script: Script,
    capsys: pytest.CaptureFixture[str],
) -> None:
    beyondwords_sandbox.end_content_as("error", source_id="note.html")
    assert publish_folder.publish_folder(beyondwords_client, articles, wait=True, poll=0.05) == 1
    assert "no audio: content note.html ended with the status 'error'" in capsys.readouterr().out
    status, _, error = script("publish_folder.py", articles / "nothing")
    assert (status, error.endswith("nothing is no folder")) == (2, True)
    beyondwords_sandbox.api_key = "another"
    assert publish_folder.publish_folder(beyondwords_client, articles) == 2


def test_an_export_goes_on_where_it_stood(
    beyondwords_sandbox: Sandbox, beyondwords_client: BeyondWords, tmp_path: Path
) -> None:
    titles = ["plain", "two\nlines", 'a "quote", and a comma', "Größe", "last"]
    for number, title in enumerate(titles):
        beyondwords_client.content.create(NewContent(title=title, body="x", source_id=f"cms-{number}"))
    beyondwords_client.content.wait("cms-4")
    keys = iter([beyondwords_sandbox.api_key, "wrong"])
    target = tmp_path / "content.csv"
    with BeyondWords(api_key=lambda: next(keys)) as breaks, pytest.raises(AuthenticationError):
        export_content.export(breaks, target, rows_per_page=2)
    assert not target.exists()
    # As if it had been killed in the middle of a row.
    with (tmp_path / "content.csv.part").open("a") as file:
        file.write("half a r")
    beyondwords_sandbox.requests.clear()
    assert export_content.export(beyondwords_client, target, rows_per_page=2) == 5
    assert [dict(each.query)["pagination[offset]"] for each in beyondwords_sandbox.requests] == ["2", "4", "5"]
    with target.open(newline="", encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    assert [row["title"] for row in rows] == titles
    assert {row["status"] for row in rows} == {"processed"}
    assert float(rows[0]["mp3_seconds"]) > 0
    assert os.listdir(tmp_path) == ["content.csv"]


def test_an_export_that_fails_says_how_to_go_on(beyondwords_sandbox: Sandbox, tmp_path: Path, script: Script) -> None:
    beyondwords_sandbox.content.add(title="x", body="x")
    target = tmp_path / "content.csv"
    assert script("export_content.py", target)[:2] == (0, f"1 items in {target}\n")
    failed = script("export_content.py", tmp_path / "nowhere" / "content.csv")
    assert failed == (1, "", "Run it again to go on where it stood.")


@contextmanager
def served() -> Iterator[str]:
    """The webhook receiver on a port of its own."""
    server = uvicorn.Server(uvicorn.Config(webhook_receiver.app, port=0, log_level="error"))
    thread = threading.Thread(target=server.run)
    thread.start()
    try:
        wait_until(lambda: server.started)
        yield f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
    finally:
        server.should_exit = True
        thread.join()


def wait_until(condition: Callable[[], object]) -> None:
    ends = time.monotonic() + 10
    while not condition():
        assert time.monotonic() < ends, "it did not come to that in 10 s"
        time.sleep(0.01)


def test_webhooks_are_received(
    beyondwords_sandbox: Sandbox, beyondwords_client: BeyondWords, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BEYONDWORDS_WEBHOOK_SECRET", SECRET)
    audio = "/articles/cms-1/audio"
    with served() as origin, httpx.Client(base_url=origin, trust_env=False) as page:
        headers = HttpHeaders.from_dict({"Authorization": f"Bearer {SECRET}"})
        beyondwords_client.webhooks.create(NewWebhook(url=f"{origin}/webhooks/beyondwords", headers=headers))
        assert page.get(audio).status_code == 404
        beyondwords_client.content.create(NewContent(title="Ferry", body="x", source_id="cms-1"))
        beyondwords_client.content.wait("cms-1")
        wait_until(lambda: beyondwords_sandbox.deliveries)
        assert page.get(audio).json()["url"].endswith(".mp3")
        beyondwords_client.content.delete("cms-1")
        wait_until(lambda: len(beyondwords_sandbox.deliveries) == 2)
        assert page.get(audio).status_code == 404
        forged = page.post("/webhooks/beyondwords", json={"action_type": "audio.updated"})
        assert forged.status_code == 401
    assert [each.status for each in beyondwords_sandbox.deliveries] == [204, 204]
