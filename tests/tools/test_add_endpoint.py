"""`make add-endpoint` as a command, on a scratch copy of the project."""

from __future__ import annotations

import difflib
import json
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.tools.conftest import PUBLISHED, files
from tests.tools.endpoint_pages import LIST_SPEAKERS, LIST_SPEAKERS_PAGE, SHOW_TRACK, SHOW_TRACK_PAGE, saved
from tests.tools.project import Project, bare
from tools import add_endpoint, check_generated, spec

Status = Callable[..., int]
CLIENT = Path("generated_client") / "beyondwords_api"
LOUDNESS = SHOW_TRACK_PAGE.replace("Percent volume of the track", "Loudness of the track")


@pytest.fixture
def project(tmp_path: Path, published_client: Path) -> Path:
    folder = bare(tmp_path / "project").folder
    shutil.copy(PUBLISHED, folder / "openapi.yaml")
    shutil.copytree(published_client, folder / CLIENT)
    return folder


@pytest.fixture
def quick(project: Path) -> Status:
    """The same inside this process: with the tools of this checkout, on the files of the copy."""

    def run(*arguments: str | Path) -> int:
        places = ["--spec", project / "openapi.yaml", "--output", project / CLIENT]
        return add_endpoint.main([str(argument) for argument in (*arguments, *places)])

    return run


def test_a_page_becomes_an_endpoint_and_a_second_time_nothing(
    project: Path, quick: Status, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = saved(tmp_path, SHOW_TRACK_PAGE)
    assert quick(file) == 0
    added = "added: GET /background_tracks/{id}\nadded: examples/backgroundTrackExample\n"
    assert capsys.readouterr() == (added, "")
    # All of it is there, and not a letter of the rest is another.
    text, page = (project / "openapi.yaml").read_text(), spec.parse(SHOW_TRACK)
    written = spec.parse(text)
    assert written["paths"]["/background_tracks/{id}"] == page["paths"]["/background_tracks/{id}"]
    assert written["components"]["examples"].items() >= page["components"]["examples"].items()
    changed = difflib.unified_diff(PUBLISHED.read_text().splitlines(), text.splitlines(), n=0)
    assert [line for line in changed if line.startswith("-")] == ["--- \n"]
    assert check_generated.main(["--spec", str(project / "openapi.yaml"), "--output", str(project / CLIENT)]) == 0
    capsys.readouterr()
    before = files(project)
    assert quick(file) == 0
    assert capsys.readouterr().out.startswith("nothing new")
    assert files(project) == before


def test_make_takes_several_pages_and_a_side_and_gives_programs_json_and_nothing_else(
    project: Path, tmp_path: Path
) -> None:
    (project / ".venv").symlink_to(sys.prefix)
    pages = f"{saved(tmp_path, LOUDNESS, 'show.md')} {saved(tmp_path, LIST_SPEAKERS, 'list.yaml')}"
    side = "TAKE=theirs schemas/backgroundTrackModel"
    for expected in (["taken over: schemas/backgroundTrackModel", "added: GET /speakers"], ["nothing new"]):
        taken = Project(project).make("add-endpoint", f"PAGE={pages}", side, "FORMAT=json")
        assert taken.returncode == 0, taken.stderr
        # What changes for callers.
        assert "breaking" in json.loads(taken.stdout)
        assert [each for each in expected if each not in taken.stderr] == []
    assert "Loudness of the track" in (project / CLIENT / "models" / "background_track.py").read_text()
    assert (project / CLIENT / "api" / "speakers" / "speakers_index.py").is_file()


def test_a_difference_stops_shows_itself_and_can_be_settled(
    project: Path, quick: Status, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = files(project)
    file = saved(tmp_path, LOUDNESS)
    assert quick(file) == 1
    output = capsys.readouterr()
    (line,) = output.err.splitlines()
    assert line.startswith("error: schemas/backgroundTrackModel would change")
    assert "TAKE=theirs" in line
    assert "-    description: Percent volume of the track\n+    description: Loudness of the track" in output.out
    assert files(project) == before

    assert quick(file, "--ours") == 0
    assert "kept as it was: schemas/backgroundTrackModel" in capsys.readouterr().out
    ours = (project / "openapi.yaml").read_text()
    assert "background_tracks#show" in ours
    assert "Percent volume" in ours

    assert quick(file, "--theirs") == 0
    theirs = (project / "openapi.yaml").read_text()
    assert theirs == ours.replace("Percent volume of the track", "Loudness of the track")


@pytest.mark.parametrize(
    ("second", "expected"),
    [
        (SHOW_TRACK_PAGE[:-4], "is never closed"),
        # Both are seen only after the documents are joined.
        (SHOW_TRACK_PAGE.replace("schemas/errorModel", "schemas/nowhere"), "nowhere' points at nothing"),
        (SHOW_TRACK_PAGE.replace("background_tracks#show", "background_tracks#index"), "perhaps another one became"),
        ("replace", "Permission denied"),
        ("", "name the vendor's page: make add-endpoint PAGE="),
        ("https://example.com/a.md", "https://example.com/a.md is an address"),
    ],
    ids=["cut off", "lost reference", "two of a name", "no permission", "no page", "address"],
)
def test_all_pages_come_in_or_nothing_changes(
    project: Path,
    quick: Status,
    tmp_path: Path,
    second: str,
    expected: str,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def refuse(source: Path, target: Path) -> None:
        raise PermissionError(13, "Permission denied")

    pages: list[str | Path] = [saved(tmp_path, LIST_SPEAKERS_PAGE, "good.md")]
    if second == "replace":
        monkeypatch.setattr("tools.add_endpoint.os.replace", refuse)
    elif len(second) < 30:
        pages = [second] if second else []
    else:
        pages.append(saved(tmp_path, second, "second.md"))
    before = files(project)
    assert quick(*pages) == 1
    (line,) = capsys.readouterr().err.splitlines()
    assert expected in line
    assert files(project) == before
    assert {path.name for path in project.iterdir() if path.name.startswith(".")} == set()


def test_one_side_alone_is_for_all(quick: Status, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        quick("page.md", "--theirs", "--ours")
    assert "one side only is for all" in capsys.readouterr().err
