"""What comes out: a table on a terminal, a JSON object a line in a pipe, and the formats one asks for."""

from __future__ import annotations

import csv
import json
from contextlib import redirect_stdout
from io import BytesIO, TextIOWrapper
from typing import get_args

import pytest

from beyondwords.cli._output import show
from beyondwords.cli._run import Format, Options
from beyondwords.testing import Sandbox

from .conftest import Run, Shown


def test_a_pipe_gets_a_json_object_a_line_and_nothing_else(sandbox: Sandbox, run: Run) -> None:
    sandbox.background_tracks.fill(60)
    done = run("background-tracks list --limit 25")
    assert (done.status, done.err) == (0, "")
    assert [row["id"] for row in done.rows] == list(range(1, 61))
    assert len(sandbox.requests) == 3


def test_a_terminal_gets_a_table_of_its_width_and_the_count(shown: Shown) -> None:
    lines = shown("voices list", columns=200).splitlines()
    assert lines[0].split()[:4] == ["ID", "NAME", "STATUS", "LANGUAGE"]
    assert 80 < max(map(len, lines)) <= 200
    assert [line.split()[1] for line in lines[1:6]] == ["Ava", "Noah", "Olivia", "Lena", "Hugo"]
    assert lines[-1] == "5 rows"


# With a status or a name that is whole: no line has a single letter of one.
WORDS = {"content": "processed", "background-tracks": "track", "projects": "Harbour", "voices": "enabled"}


@pytest.mark.parametrize("columns", [40, 60, 120, 250])
@pytest.mark.parametrize("group", WORDS)
def test_a_table_fits_with_fewer_columns_and_no_name_of_one_letter(
    sandbox: Sandbox, run: Run, group: str, columns: int
) -> None:
    sandbox.content.add(source_id="cms-1", title="The ferry returns on Monday " * 3, status="processed")
    lines = run(f"{group} list -o table", COLUMNS=str(columns)).out.splitlines()
    assert max(map(len, lines)) <= columns
    header = lines[0].split()
    assert {"NAME", "TITLE"} & set(header)
    assert len(header) >= 3
    assert WORDS[group] in " ".join(lines)


@pytest.mark.parametrize(("changes", "coloured"), [({}, True), ({"NO_COLOR": "1"}, False), ({"TERM": "dumb"}, False)])
def test_colour_is_on_a_terminal_that_wants_it(shown: Shown, changes: dict[str, str], coloured: bool) -> None:
    assert ("\x1b[32m" in shown("voices list", plain=False, **changes)) is coloured


def test_each_format(run: Run) -> None:
    table, whole, lines, commas = (
        run(f"voices list -o {kind} --columns id,language,name", COLUMNS="80")
        for kind in ("table", "json", "ndjson", "csv")
    )
    first = {"id": 1, "language": "en_US", "name": "Ava"}
    assert table.out.splitlines()[0].split() == ["ID", "NAME", "LANGUAGE"]
    assert json.loads(whole.out)[0] == lines.rows[0] == first
    assert next(csv.DictReader(commas.out.splitlines())) == {**first, "id": "1"}


def test_one_thing(run: Run) -> None:
    assert json.loads(run("projects show 1 -o json").out)["name"] == "Harbour News"
    assert run("projects show 1 -o table").out.splitlines()[1].split() == ["name", "Harbour", "News"]
    assert run("projects show 1 --columns body.voice.name").rows == [{"body.voice.name": "Ava"}]


def test_an_empty_list(sandbox: Sandbox, run: Run, shown: Shown) -> None:
    sandbox.background_tracks.fill(0)
    assert run("background-tracks list").out == ""
    assert run("background-tracks list -o json").out == "[]\n"
    assert shown("background-tracks list") == "0 rows\n"


@pytest.mark.parametrize(
    ("name", "encoding", "said"),
    [
        ("Über 雨", "utf-8", "Über 雨"),
        ("Über 雨", "ascii", "\\u00dcber \\u96e8"),
        ("[bold]:smile:", "utf-8", "[bold]"),
        # It cannot steer the terminal.
        ("a\x1b[2Jb\nc", "utf-8", "\\u001b[2J"),
    ],
)
def test_a_name_is_shown_whatever_the_letters_and_the_locale(
    sandbox: Sandbox, run: Run, name: str, encoding: str, said: str
) -> None:
    sandbox.background_tracks.fill(0)
    sandbox.background_tracks.add(name=name)
    done = run("background-tracks list", charset=encoding)
    assert done.rows[0]["name"] == name
    assert said in done.out
    table = run("background-tracks list -o table", charset=encoding)
    assert (table.status, "\x1b" in table.out) == (0, False)


def test_half_a_letter_and_what_is_no_number() -> None:
    with redirect_stdout(TextIOWrapper(BytesIO(), "utf-8")) as out:
        for kind in get_args(Format):
            show([{"name": "\ud83d x", "volume": float("nan"), "media": None}], Options(output=kind))
    out.seek(0)
    first, *_ = [json.loads(line) for line in out if line.startswith("{")]
    assert (first["name"][-2:], first["volume"], first["media"]) == (" x", None, None)
    out.seek(0)
    assert "None" not in out.read()


def test_progress_is_on_a_terminal_only(sandbox: Sandbox, shown: Shown, run: Run) -> None:
    sandbox.content.add(source_id="cms-1", title="Ferry")
    assert "waiting" in shown("content wait cms-1 --poll 0.1", columns=100)
    assert "waiting" not in shown("content wait cms-1 --poll 0.1 --quiet")
    assert run("content wait cms-1").err == ""
