"""The matrix of bad days runs, and takes nothing for right that is wrong."""

from __future__ import annotations

import asyncio
import json
import logging
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from beyondwords import APIConnectionError, APITimeoutError
from faults import __main__ as command
from faults.cells import Cell, check
from faults.scene import PREFETCHES, Scene, play
from faults.table import Outcome, summary, table
from tests.wrapper.faulty_servers import refusing
from tests.wrapper.sides import KEY

ROOT = Path(__file__).resolve().parent.parent
GROUPS = {"connection", "body", "paging", "status", "429", "TLS", "proxy", "name", "end"}


def refused(scene: Scene) -> str:
    with refusing() as base_url:
        scene.error(lambda: scene.page(scene.client(base_url)), APIConnectionError)
    return "APIConnectionError"


@pytest.mark.parametrize("side", ["sync", "async"])
def test_a_cell_that_is_as_it_must_be_holds(side: str) -> None:
    assert play(side, refused) == (True, "APIConnectionError")


def wrong_value(scene: Scene) -> str:
    check(False, "three rows are missing")
    return "all is well"


def other_error(scene: Scene) -> str:
    with refusing() as base_url:
        scene.error(lambda: scene.page(scene.client(base_url)), APITimeoutError)
    return "all is well"


def no_error(scene: Scene) -> str:
    scene.error(lambda: 17, APIConnectionError)
    return "all is well"


def foreign_error(scene: Scene) -> str:
    raise KeyError("id")


def row_twice(scene: Scene) -> str:
    scene.same([1, 2, 2], [1, 2])
    return "all is well"


def logged_key(scene: Scene) -> str:
    logging.getLogger("somebody.elses").debug("sending %s", {"X-Api-Key": KEY})
    return "all is well"


def shown_key(scene: Scene) -> str:
    scene.printed.append(f"<client {KEY}>")
    return "all is well"


@pytest.mark.parametrize(
    ("run", "said"),
    [
        (wrong_value, "three rows are missing"),
        (other_error, "APIConnectionError: GET /background_tracks"),
        (no_error, "no error, but 17"),
        (foreign_error, "KeyError came out: 'id'"),
        (row_twice, "the rows are [1, 2, 2], not [1, 2]"),
        (logged_key, "the key was printed"),
        (shown_key, "the key was printed"),
    ],
)
@pytest.mark.parametrize("side", ["sync", "async"])
def test_what_is_wrong_is_found(side: str, run: Callable[[Scene], str], said: str) -> None:
    holds, did = play(side, run)
    assert not holds
    assert said in did


def test_what_is_left_behind_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("faults.leftovers._PATIENCE", 0.1)
    end = threading.Event()
    kept: list[Any] = []

    def leave_thread(scene: Scene) -> str:
        threading.Thread(target=end.wait, name="left alone", daemon=True).start()
        return "all is well"

    def leave_socket(scene: Scene) -> str:
        kept.append(socket.socket())
        return "all is well"

    def leave_task(scene: Scene) -> str:
        async def sleep_on() -> None:
            kept.append(asyncio.create_task(asyncio.sleep(60), name="asleep"))

        scene.side.wait(sleep_on())
        return "all is well"

    try:
        assert play("sync", leave_thread) == (False, "all is well; left behind: thread left alone")
        assert play("sync", leave_socket) == (False, "all is well; left behind: 1 sockets")
        assert play("async", leave_task) == (False, "all is well; left behind: task asleep")
    finally:
        end.set()
        kept[0].close()


def test_an_error_that_comes_too_late_is_wrong(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("faults.scene.TOLERANCE", 0.0)

    def late(scene: Scene) -> str:
        with refusing() as base_url:
            client = scene.client(base_url)

            def wait_and_ask() -> object:
                time.sleep(0.05)
                return scene.page(client)

            scene.error(wait_and_ask, APIConnectionError, within=0.01)
        return "all is well"

    holds, did = play("sync", late)
    assert not holds
    assert "APIConnectionError came after 0." in did


def test_the_matrix_has_every_group_and_no_cell_twice() -> None:
    cells = command.all_cells()
    assert {cell.group for cell in cells} == GROUPS
    names = [(cell.group, cell.name) for cell in cells]
    assert len(names) == len(set(names))
    assert set(PREFETCHES) > {1}


def test_the_command_prints_a_table_and_writes_json(tmp_path: Path) -> None:
    file = tmp_path / "faults.json"
    done = subprocess.run(
        [sys.executable, "-m", "faults", "--only", "connection: refused", "--json", str(file)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert "APIConnectionError after 2 tries" in done.stdout
    assert "2 cells, 2 as they must be, 0 not" in done.stdout
    assert [(each["side"], each["holds"]) for each in json.loads(file.read_text())] == [("sync", True), ("async", True)]


def test_one_wrong_cell_fails_the_command(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    cell = Cell("body", "strange", "an error", refused)
    monkeypatch.setattr(
        command,
        "outcome",
        lambda cell, side: Outcome("body", "strange", side, "an error", "a hang", side == "sync", 1.0),
    )
    assert command.report([(cell, "sync")], 1, tmp_path / "faults.json") == 0
    assert command.report([(cell, "sync"), (cell, "async")], 1, tmp_path / "faults.json") == 1
    assert "WRONG" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("printed", "errors", "code", "said"),
    [
        ("", "", 139, "exit code 139"),
        ('{"holds": true, "did": "fine"}', "Task exception was never retrieved", 0, "on stderr: Task exception"),
        ('{"holds": true, "did": "fine"}', f"sent {KEY}", 0, "the key was printed"),
    ],
)
def test_a_process_that_crashes_or_complains_is_wrong(printed: str, errors: str, code: int, said: str) -> None:
    holds, did = command._read(printed, errors, code)
    assert not holds
    assert said in did


def test_both_sides_share_a_line_where_the_same_came_of_them() -> None:
    same = [Outcome("body", "null", side, "an error", "an error", True, 1.0) for side in ("sync", "async")]
    other = Outcome("body", "empty", "async", "an error", "rows", False, 1.0)
    lines = table([*same, other]).splitlines()
    assert [line.split()[:2] for line in lines[2:]] == [["ok", "both"], ["WRONG", "async"]]
    assert summary([*same, other]) == "3 cells, 2 as they must be, 1 not"
