"""The command line and the demo, end to end against the sandbox."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import threading
from collections import deque
from typing import Any

import pytest

from beyondwords import __version__, cli
from beyondwords.testing import RecordedRequest, Sandbox
from beyondwords_api.models import BackgroundTrack
from tests.served import runs_the_sandbox
from tools.spec import ROOT

COMMAND = [sys.executable, "-m", "beyondwords", "background-tracks"]
DEMO = [sys.executable, "-m", "tools.demo"]


def environment(sandbox: Sandbox | None) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith("BEYONDWORDS_")}
    kept.pop("PYTHONUNBUFFERED", None)
    kept |= {"NO_PROXY": "127.0.0.1", "COLUMNS": "80", "PYTHONIOENCODING": "utf-8"}
    if sandbox is not None:
        kept |= {"BEYONDWORDS_BASE_URL": sandbox.base_url, "BEYONDWORDS_API_KEY": sandbox.api_key}
    return kept


def run(command: list[str], sandbox: Sandbox | None, **changes: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command,
        cwd=ROOT,
        env=environment(sandbox) | changes,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=60,
    )


@pytest.fixture
def configured(sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch) -> Sandbox:
    """The sandbox as the environment's server, its record of requests empty."""
    for name, value in environment(sandbox).items():
        monkeypatch.setenv(name, value)
    sandbox.requests.clear()
    return sandbox


def asked(sandbox: Sandbox) -> dict[str, str]:
    return dict(sandbox.requests[0].query)


def test_a_table_of_every_page(configured: Sandbox, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["background-tracks", "--limit", "25"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].split() == ["ID", "NAME", "VOLUME", "PROJECT", "CREATED"]
    assert [line.split()[0] for line in lines[1:61]] == [str(number) for number in range(1, 61)]
    assert lines[1].split() == ["1", "Test", "track", "1", "100", "%", "2023-01-01", "00:00:00", "UTC"]
    assert lines[-1] == "60 tracks"
    assert len({line.index("Test track") for line in lines[1:61]}) == 1
    assert len(configured.requests) == 3


def test_every_option_reaches_the_server(configured: Sandbox, capsys: pytest.CaptureFixture[str]) -> None:
    options = ["--limit", "3", "--offset", "1", "--name", "track 5", "--no-custom", "--max-items", "4"]
    assert cli.main(["background-tracks", *options, "--scopes", "a, b", "--json"]) == 0
    rows = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [row["id"] for row in rows] == [50, 51, 52, 53]
    query = configured.requests[0].query
    assert [value for name, value in query if name == "filter[scopes][]"] == ["a", "b"]
    assert dict(query) | {"filter[scopes][]": ""} == {
        "pagination[limit]": "3",
        "pagination[offset]": "1",
        "filter[name]": "track 5",
        "filter[custom]": "false",
        "filter[scopes][]": "",
    }


def test_custom_tracks_only(configured: Sandbox, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["background-tracks", "--custom", "--max-items", "2"]) == 0
    assert asked(configured)["filter[custom]"] == "true"
    assert capsys.readouterr().out.splitlines()[-1] == "2 of 60 tracks"


def test_nothing_found(configured: Sandbox, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["background-tracks", "--name", "no such"]) == 0
    assert capsys.readouterr().out == "No background tracks.\n"


def test_json_lines_are_what_the_server_sent(configured: Sandbox, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["background-tracks", "--json", "--max-items", "1"]) == 0
    assert json.loads(capsys.readouterr().out) == {
        "id": 1,
        "name": "Test track 1",
        "volume": 100,
        "created": "2023-01-01 00:00:00 UTC",
        "updated": "2023-01-01 00:00:05 UTC",
    }


def test_another_server(sandbox: Sandbox, configured: Sandbox, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BEYONDWORDS_BASE_URL", "http://127.0.0.1:9/v1")
    assert cli.main(["background-tracks", "--base-url", sandbox.base_url, "--max-items", "1"]) == 0
    assert len(sandbox.requests) == 1


def test_an_error_is_one_line_and_exit_status_1(sandbox: Sandbox) -> None:
    done = run(COMMAND, sandbox, BEYONDWORDS_API_KEY="wrong-key-5417")
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (1, "", 1)
    assert "--offset" not in done.stderr
    assert done.stderr.startswith("beyondwords: 401 GET /background_tracks: Unauthorized")
    assert "wrong-key-5417" not in done.stderr


class KeyRevokedAfterFirstPage(deque[RecordedRequest]):
    """Stands in for a sandbox's record and changes its key when the second request arrives."""

    def __init__(self, sandbox: Sandbox) -> None:
        super().__init__()
        self._sandbox = sandbox

    def append(self, request: RecordedRequest) -> None:
        super().append(request)
        if len(self) == 2:
            self._sandbox.api_key = "another-key"


def test_an_error_after_some_pages_says_where_to_continue() -> None:
    sandbox = Sandbox(items=60)
    sandbox.requests = KeyRevokedAfterFirstPage(sandbox)
    with sandbox:
        done = run([*COMMAND, "--offset", "5"], sandbox)
    assert done.stdout.splitlines()[-1].split()[0] == "30"
    assert (done.returncode, done.stderr.count("\n")) == (1, 1)
    assert done.stderr.endswith(" Continue with --offset 30.\n")


def test_without_a_key_the_line_names_the_variable() -> None:
    done = run(COMMAND, None)
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (1, "", 1)
    assert "BEYONDWORDS_API_KEY" in done.stderr


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        ([], "required: COMMAND"),
        (["background-tracks", "--limit", "0"], "--limit: must be at least 1, not 0"),
        (["background-tracks", "--limit", "ten"], "--limit: 'ten' is not a whole number"),
        (["background-tracks", "--offset", "-1"], "--offset: must be at least 0, not -1"),
        (["background-tracks", "--max-items", "-1"], "--max-items: must be at least 0, not -1"),
        (["background-tracks", "--scopes", ","], "--scopes: names nothing"),
        (["background-tracks", "--api-key", "k"], "unrecognized arguments: --api-key k"),
    ],
)
def test_wrong_usage_is_exit_status_2(arguments: list[str], complaint: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        cli.main(arguments)
    assert stopped.value.code == 2
    assert complaint in capsys.readouterr().err


@pytest.mark.parametrize("arguments", [["--help"], ["background-tracks", "--help"]])
def test_help_says_where_the_key_comes_from(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        cli.main(arguments)
    assert stopped.value.code == 0
    text = " ".join(capsys.readouterr().out.split())
    assert "variable BEYONDWORDS_API_KEY. There is no option for it: other users" in text


def test_version(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        cli.main(["--version"])
    assert capsys.readouterr().out == f"beyondwords {__version__}\n"


def test_a_reader_that_has_seen_enough_is_no_error() -> None:
    # More than a pipe holds, so that the writer is still writing when the reader leaves.
    with (
        Sandbox(items=3000, default_limit=1000, max_limit=1000) as sandbox,
        subprocess.Popen(
            [*COMMAND, "--json"],
            cwd=ROOT,
            env=environment(sandbox),
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        ) as process,
    ):
        assert process.stdout is not None
        assert process.stderr is not None
        assert json.loads(process.stdout.readline())["id"] == 1
        process.stdout.close()
        errors = process.stderr.read()
        assert (process.wait(timeout=60), errors) == (0, b"")


class SecondRequestHeld(deque[RecordedRequest]):
    """Stands in for a sandbox's record and keeps the second request waiting until told otherwise."""

    def __init__(self) -> None:
        super().__init__()
        self.go_on = threading.Event()
        self.waited_in_vain = False

    def append(self, request: RecordedRequest) -> None:
        super().append(request)
        if len(self) == 2:
            self.waited_in_vain = not self.go_on.wait(timeout=20)


def test_json_lines_come_before_the_next_page_is_there() -> None:
    sandbox = Sandbox(items=2)
    held = sandbox.requests = SecondRequestHeld()
    command = [*COMMAND, "--json", "--limit", "1"]
    with (
        sandbox,
        subprocess.Popen(command, cwd=ROOT, env=environment(sandbox), stdout=subprocess.PIPE) as process,
    ):
        assert process.stdout is not None
        assert json.loads(process.stdout.readline())["id"] == 1
        held.go_on.set()
        assert json.loads(process.stdout.readline())["id"] == 2
        assert process.wait(timeout=60) == 0
    assert not held.waited_in_vain


def test_ctrl_c_is_quiet_and_exit_status_130() -> None:
    with (
        Sandbox(latency=600) as sandbox,
        subprocess.Popen(
            COMMAND, cwd=ROOT, env=environment(sandbox), stdout=subprocess.PIPE, stderr=subprocess.PIPE
        ) as process,
    ):
        while not sandbox.requests:
            assert process.poll() is None
        process.send_signal(signal.SIGINT)
        output, errors = process.communicate(timeout=60)
        assert (process.returncode, output, errors) == (130, b"", b"")


def test_without_rich_tables_are_refused_in_one_line_and_json_works(sandbox: Sandbox) -> None:
    code = (
        "import sys; sys.modules['rich'] = None; from beyondwords.cli import main; "
        "sys.exit(main(['background-tracks', '--max-items', '1'] + sys.argv[1:]))"
    )
    table = run([sys.executable, "-c", code], sandbox)
    expected = "beyondwords: tables need rich: pip install 'beyondwords[cli]' (--json works without)\n"
    assert (table.returncode, table.stdout, table.stderr) == (1, "", expected)
    lines = run([sys.executable, "-c", code, "--json"], sandbox)
    assert (lines.returncode, json.loads(lines.stdout)["id"]) == (0, 1)


@pytest.mark.parametrize(
    ("sent", "cells"),
    [
        ({}, ("", "", "", "", "")),
        ({"id": 0, "name": "a\x1b[31m\nb", "volume": 0, "project": None}, ("0", "a [31m b", "0 %", "", "")),
        ({"name": "[bold]", "project": {"id": 1, "name": "News"}, "created": "x"}, ("", "[bold]", "", "News", "x")),
    ],
)
def test_a_row_shows_what_was_sent_and_nothing_else(sent: dict[str, Any], cells: tuple[str, ...]) -> None:
    assert cli.track_cells(BackgroundTrack.from_dict(sent)) == cells


def test_a_table_prints_names_as_they_are(capsys: pytest.CaptureFixture[str]) -> None:
    tracks = [BackgroundTrack.from_dict({"id": 1, "name": "[bold]:smile: 雨"})]
    cli.console().print(cli.tracks_table(tracks))
    assert "[bold]:smile: 雨" in capsys.readouterr().out
    cli.console().print("http://[::1]/v1 [bold] :smile:")
    assert capsys.readouterr().out == "http://[::1]/v1 [bold] :smile:\n"


def test_where_letters_are_missing_the_output_is_still_whole() -> None:
    rows = [{"id": 1, "name": "Über 😀"}]
    with Sandbox(items={"/background_tracks": rows}) as sandbox:
        lines = run([*COMMAND, "--json"], sandbox, PYTHONIOENCODING="ascii")
        table = run(COMMAND, sandbox, PYTHONIOENCODING="ascii")
    assert (lines.returncode, json.loads(lines.stdout)) == (0, rows[0])
    assert (table.returncode, "?ber ?" in table.stdout) == (0, True)


@runs_the_sandbox
def test_the_demo_tells_a_publishers_day() -> None:
    # A proxy in the environment and no key: the demo needs neither.
    done = run(DEMO, None, HTTP_PROXY="http://127.0.0.1:9", ALL_PROXY="http://127.0.0.1:9", NO_PROXY="")
    assert (done.returncode, done.stderr) == (0, "")
    lines = done.stdout.splitlines()
    told = [
        "project 1: Harbour News",
        "voice 1: Ava",
        "created: 'Ferry returns'",
        "updated: 'Ferry returns on Monday'",
        " s  processed",
        " s of audio/mpeg",
        "ferry.mp3, ",
        "deleted; find('cms-1') gives None",
        "Worth trying next:",
    ]
    where = [next(number for number, line in enumerate(lines) if part in line) for part in told]
    assert where == sorted(where)
    assert [line.strip().startswith("make ") for line in lines[-3:]] == [True] * 3


def test_the_demo_is_plain_text_in_a_pipe_and_fits_80_columns() -> None:
    done = run(DEMO, None)
    assert "\x1b" not in done.stdout
    assert max(len(line) for line in done.stdout.splitlines()) <= 80


def test_the_live_demo_says_so_and_only_reads(sandbox: Sandbox) -> None:
    sandbox.requests.clear()
    done = run([*DEMO, "--live"], sandbox)
    assert (done.returncode, done.stderr) == (0, "")
    assert "Live" in done.stdout
    assert "sandbox" not in done.stdout
    assert "60 tracks on 6 pages" in done.stdout
    assert {request.method for request in sandbox.requests} == {"GET"}


def test_the_live_demo_without_a_key_is_one_line_and_exit_status_1() -> None:
    done = run([*DEMO, "--live"], None)
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (1, "", 1)
    assert "BEYONDWORDS_API_KEY" in done.stderr
