"""The examples do what they say, against the sandbox."""

from __future__ import annotations

import csv
import os
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import pytest
import uvicorn

from beyondwords import AuthenticationError, BeyondWords
from beyondwords.testing import Sandbox
from beyondwords_api.models import HttpHeaders, NewContent, NewWebhook
from examples import export_content, publish_folder, webhook_receiver

EXAMPLES = Path(publish_folder.__file__).parent
SECRET = "hush"


@pytest.fixture(scope="module")
def running() -> Iterator[Sandbox]:
    with Sandbox(processing_time=0.1) as sandbox:
        yield sandbox


@pytest.fixture
def sandbox(running: Sandbox) -> Sandbox:
    running.reset()
    return running


@pytest.fixture
def bw(sandbox: Sandbox) -> Iterator[BeyondWords]:
    with BeyondWords(api_key=sandbox.api_key, base_url=sandbox.base_url, project_id=1) as client:
        yield client


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    (tmp_path / "sea").mkdir()
    (tmp_path / "sea" / "ferry.html").write_text("<h1>The <b>ferry</b> &amp; we</h1><p>It sails.</p>", "utf-8")
    (tmp_path / "note.html").write_text("<p>No heading.</p>", "utf-8")
    (tmp_path / "picture.png").write_bytes(b"\x89PNG")
    return tmp_path


def script(name: str, sandbox: Sandbox, *arguments: str | Path) -> subprocess.CompletedProcess[str]:
    access = {"BEYONDWORDS_API_KEY": sandbox.api_key, "BEYONDWORDS_BASE_URL": sandbox.base_url}
    environment = {**os.environ, **access, "BEYONDWORDS_PROJECT_ID": "1"}
    command = [sys.executable, EXAMPLES / name, *arguments]
    return subprocess.run(command, env=environment, capture_output=True, text=True, timeout=60)


def test_a_folder_is_published_and_the_second_time_updated(sandbox: Sandbox, bw: BeyondWords, articles: Path) -> None:
    first = script("publish_folder.py", sandbox, articles)
    assert (first.returncode, first.stdout) == (0, "created: note.html\ncreated: sea/ferry.html\n")
    second = script("publish_folder.py", sandbox, articles)
    assert (second.returncode, second.stdout) == (0, "updated: note.html\nupdated: sea/ferry.html\n")
    ferry, note = bw.content.get("sea/ferry.html"), bw.content.get("note.html")
    assert (ferry.title, ferry.body) == ("The ferry & we", "<p>It sails.</p>")
    assert (note.title, note.body) == ("note", "<p>No heading.</p>")
    assert len(list(bw.content.list())) == 2


def test_an_article_without_audio_counts_as_failed(
    sandbox: Sandbox, bw: BeyondWords, articles: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    sandbox.end_content_as("error", source_id="note.html")
    assert publish_folder.publish_folder(bw, articles, wait=True, poll=0.05) == 1
    assert "no audio: content note.html ended with the status 'error'" in capsys.readouterr().out


def test_a_folder_that_is_none_and_a_wrong_key(sandbox: Sandbox, articles: Path) -> None:
    none = script("publish_folder.py", sandbox, articles / "nothing")
    assert (none.returncode, none.stderr.splitlines()[-1].endswith("nothing is no folder")) == (2, True)
    sandbox.api_key = "another"
    try:
        with BeyondWords(api_key="wrong", base_url=sandbox.base_url, project_id=1) as wrong:
            assert publish_folder.publish_folder(wrong, articles) == 2
    finally:
        sandbox.api_key = "sandbox-key"


def test_an_export_goes_on_where_it_stood(sandbox: Sandbox, bw: BeyondWords, tmp_path: Path) -> None:
    titles = ["plain", "two\nlines", 'a "quote", and a comma', "Größe", "last"]
    for number, title in enumerate(titles):
        bw.content.create(NewContent(title=title, body="x", source_id=f"cms-{number}"))
    bw.content.wait("cms-4", poll=0.05)
    keys = iter([sandbox.api_key, "wrong"])
    target = tmp_path / "content.csv"
    breaks = BeyondWords(api_key=lambda: next(keys), base_url=sandbox.base_url, project_id=1)
    with breaks, pytest.raises(AuthenticationError):
        export_content.export(breaks, target, rows_per_page=2)
    assert not target.exists()
    # As if it had been killed in the middle of a row.
    with (tmp_path / "content.csv.part").open("a") as file:
        file.write("half a r")
    sandbox.requests.clear()
    assert export_content.export(bw, target, rows_per_page=2) == 5
    assert [dict(each.query)["pagination[offset]"] for each in sandbox.requests] == ["2", "4", "5"]
    with target.open(newline="", encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    assert [row["title"] for row in rows] == titles
    assert {row["status"] for row in rows} == {"processed"}
    assert float(rows[0]["mp3_seconds"]) > 0
    assert os.listdir(tmp_path) == ["content.csv"]


def test_an_export_that_fails_says_how_to_go_on(sandbox: Sandbox, bw: BeyondWords, tmp_path: Path) -> None:
    bw.content.create(NewContent(title="x", body="x"))
    done = script("export_content.py", sandbox, tmp_path / "content.csv")
    assert (done.returncode, done.stdout) == (0, f"1 items in {tmp_path / 'content.csv'}\n")
    failed = script("export_content.py", sandbox, tmp_path / "nowhere" / "content.csv")
    assert (failed.returncode, failed.stderr.splitlines()[-1]) == (1, "Run it again to go on where it stood.")


@contextmanager
def served() -> Iterator[str]:
    """The webhook receiver on a port of its own."""
    server = uvicorn.Server(uvicorn.Config(webhook_receiver.app, port=0, log_level="error"))
    thread = threading.Thread(target=server.run)
    thread.start()
    try:
        wait_until(lambda: server.started)
        port = server.servers[0].sockets[0].getsockname()[1]
        yield f"http://127.0.0.1:{port}"
    finally:
        server.should_exit = True
        thread.join()


def wait_until(condition: object) -> None:
    for _ in range(1000):
        if callable(condition) and condition():
            return
        time.sleep(0.01)
    raise AssertionError("it did not come to that in 10 s")


def test_webhooks_are_received(sandbox: Sandbox, bw: BeyondWords, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BEYONDWORDS_WEBHOOK_SECRET", SECRET)
    with served() as origin, httpx.Client(base_url=origin, trust_env=False) as page:
        url = f"{origin}/webhooks/beyondwords"
        headers = HttpHeaders.from_dict({"Authorization": f"Bearer {SECRET}"})
        bw.webhooks.create(NewWebhook(url=url, headers=headers))
        assert page.get("/articles/cms-1/audio").status_code == 404
        bw.content.create(NewContent(title="Ferry", body="x", source_id="cms-1"))
        wait_until(lambda: sandbox.deliveries)
        audio = page.get("/articles/cms-1/audio").json()
        assert audio["url"].endswith(".mp3")
        bw.content.delete("cms-1")
        wait_until(lambda: len(sandbox.deliveries) == 2)
        assert page.get("/articles/cms-1/audio").status_code == 404
        forged = page.post("/webhooks/beyondwords", json={"action_type": "audio.updated"})
        assert forged.status_code == 401
    assert [each.status for each in sandbox.deliveries] == [204, 204]
