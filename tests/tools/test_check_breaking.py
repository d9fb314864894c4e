"""`make generate` tells what changed since the last commit, `make check-breaking` fails on what breaks.

Both as commands, on a scratch copy of the project in a git repository of its own.
"""

from __future__ import annotations

import contextlib
import io
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.tools.conftest import PUBLISHED, ROOT, the_error
from tools.changes.compare import Format, breaking
from tools.changes.last_generation import PACKAGE, tell
from tools.check_breaking import changes_since, check
from tools.failure import Failure, exit_code
from tools.generate.build import generate
from tools.spec import SpecError

PARTS = ("tools", "wrapper", "generated_client", "generator-templates")
FILES = ("generator-config.yml", "pyproject.toml", "Makefile", ".gitignore")
IGNORED = shutil.ignore_patterns("__pycache__", "*.pyc", ".*")
# Neither a make above this one nor the user's own git may have a say.
ENVIRONMENT = {key: value for key, value in os.environ.items() if not key.startswith(("MAKE", "GIT_", "FORMAT"))} | {
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_NOSYSTEM": "1",
}
MODULE = "generated_client/beyondwords_api/api/background_tracks/background_tracks_index.py"
FORMATS: tuple[Format, ...] = ("text", "json")
PARAMETER = """\
        - name: filter[custom]
          in: query
          required: false
          schema:
            type: boolean
"""
SCOPES = "        - name: filter[scopes]\n"
NEW_PARAMETER = PARAMETER.replace("filter[custom]", "filter[mood]")

GONE = "`background_tracks.background_tracks_index` no longer takes the argument `filter_custom`"

Result = subprocess.CompletedProcess[str]


class Project:
    """A scratch copy."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def git(self, *arguments: str) -> str:
        who = ("-c", "user.name=Test", "-c", "user.email=test@example.test")
        command = ["git", *who, *arguments]
        return subprocess.run(
            command, cwd=self.folder, env=ENVIRONMENT, capture_output=True, text=True, check=True
        ).stdout

    def commit(self) -> None:
        self.git("add", "--all")
        self.git("commit", "--quiet", "--message", "state")

    def run(self, tool: str, *arguments: str, **environment: str) -> Result:
        return subprocess.run(
            [sys.executable, "-m", f"tools.{tool}", *arguments],
            cwd=self.folder,
            env=ENVIRONMENT | environment,
            capture_output=True,
            text=True,
            check=False,
            timeout=120,
        )

    def check(self, base: str, form: Format = "text") -> tuple[int, str, str]:
        """Status, output and error of `check_breaking`, in this process."""
        output, error = io.StringIO(), io.StringIO()
        with contextlib.redirect_stdout(output), contextlib.redirect_stderr(error):
            status = exit_code(lambda: check(base, form, self.folder))
        return status, output.getvalue(), error.getvalue()

    def breaks(self, base: str) -> list[str]:
        """What breaks since then."""
        return [change.text for change in breaking(changes_since(base, self.folder))]

    def edit(self, name: str, *pairs: tuple[str, str]) -> None:
        file = self.folder / name
        text = file.read_text()
        for old, new in pairs:
            assert old in text
            text = text.replace(old, new)
        file.write_text(text)


@pytest.fixture(scope="module")
def committed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("committed") / "project"
    for name in PARTS:
        shutil.copytree(ROOT / name, folder / name, ignore=IGNORED)
    for name in FILES:
        shutil.copy(ROOT / name, folder)
    shutil.copy(PUBLISHED, folder / "openapi.yaml")
    project = Project(folder)
    # The checkout may be in the middle of a change; this copy is in step.
    assert project.run("generate").returncode == 0
    project.git("init", "--quiet")
    project.commit()
    return folder


@pytest.fixture
def project(committed: Path, tmp_path: Path) -> Project:
    shutil.copytree(committed, tmp_path / "project", ignore=shutil.ignore_patterns("__pycache__", "hooks"))
    return Project(tmp_path / "project")


@pytest.fixture(scope="module")
def changed(committed: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The document without one parameter, and the client of it, as a folder to copy."""
    folder = tmp_path_factory.mktemp("changed")
    text = (committed / "openapi.yaml").read_text()
    assert PARAMETER in text
    (folder / "openapi.yaml").write_text(text.replace(PARAMETER, ""))
    generate(folder / "openapi.yaml", folder / PACKAGE)
    return folder


def take(project: Project, changed: Path) -> None:
    """What is left when the document was changed and `make generate` run."""
    shutil.rmtree(project.folder / PACKAGE)
    shutil.copytree(changed, project.folder, dirs_exist_ok=True)


# --- the report after generating


def test_generate_tells_what_changes_and_marks_what_breaks(project: Project) -> None:
    project.edit("openapi.yaml", (PARAMETER, ""), (SCOPES, NEW_PARAMETER + SCOPES))
    result = project.run("generate")
    assert (result.returncode, result.stderr) == (0, "")
    head = project.git("rev-parse", "HEAD")[:10]
    key = "background_tracks.background_tracks_index"
    assert result.stdout.splitlines() == [
        f"What changes for callers since HEAD ({head}), for CHANGELOG.md:",
        "",
        f"- **Breaking:** `{key}` no longer takes the argument `filter_custom`.",
        f"- Added: `{key}` takes the argument `filter_mood` (`bool`).",
    ]


def test_generate_without_a_change_says_so_in_a_line(project: Project, capsys: pytest.CaptureFixture[str]) -> None:
    tell(project.folder / PACKAGE, "text", project.folder)
    head = project.git("rev-parse", "HEAD")[:10]
    assert capsys.readouterr().out == f"Nothing changes for callers since HEAD ({head}).\n"


def test_generate_refuses_an_unknown_format_before_it_changes_anything(project: Project) -> None:
    project.edit("openapi.yaml", (PARAMETER, ""))
    assert "FORMAT is text or json, not 'xml'" in the_error(project.run("generate", FORMAT="xml"))
    assert project.git("status", "--short").split() == ["M", "openapi.yaml"]


def _no_checkout(project: Project) -> None:
    shutil.rmtree(project.folder / ".git")


def _no_commit(project: Project) -> None:
    _no_checkout(project)
    project.git("init", "--quiet")


def _no_committed_client(project: Project) -> None:
    project.git("rm", "-r", "--quiet", "--cached", "generated_client")
    project.git("commit", "--quiet", "--message", "without")


def _broken_committed_client(project: Project) -> None:
    project.edit(MODULE, ("def sync_detailed(", "def other("))
    project.commit()


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        (_no_checkout, "is not a git checkout"),
        (_no_commit, "git knows no revision 'HEAD'"),
        (_no_committed_client, "holds no generated client"),
        (_broken_committed_client, "has no api.background_tracks.background_tracks_index.sync_detailed"),
    ],
)
def test_generate_goes_on_where_there_is_nothing_to_compare_with(
    project: Project, capsys: pytest.CaptureFixture[str], change: Callable[[Project], None], reason: str
) -> None:
    change(project)
    for form in FORMATS:
        tell(project.folder / PACKAGE, form, project.folder)
    line, *rest = capsys.readouterr().out.splitlines()
    assert line.startswith("What changes for callers is not known: ")
    assert reason in line
    told = json.loads("".join(rest))
    assert told["breaking"] is None
    assert reason in told["problem"]


def test_generate_works_outside_a_checkout(project: Project) -> None:
    _no_checkout(project)
    project.edit("openapi.yaml", (PARAMETER, ""))
    result = project.run("generate")
    assert result.returncode == 0
    assert "is not a git checkout" in result.stdout
    assert "filter_custom" not in (project.folder / MODULE).read_text()


# --- the gate


def test_nothing_changed_is_one_line_and_zero(project: Project) -> None:
    assert project.check("HEAD") == (0, "nothing breaks for callers since HEAD\n", "")


def test_what_breaks_is_listed_and_fails(project: Project, changed: Path) -> None:
    project.git("tag", "v1")
    take(project, changed)
    result = project.run("check_breaking", "v1")
    assert the_error(result) == "error: 1 breaking change for callers since v1"
    assert result.stdout == f"- **Breaking:** {GONE}.\n"


def test_an_addition_breaks_nothing(project: Project) -> None:
    project.edit("openapi.yaml", (SCOPES, NEW_PARAMETER + SCOPES))
    assert [change.severity for change in changes_since("HEAD", project.folder)] == ["addition"]
    assert project.check("HEAD") == (0, "nothing breaks for callers since HEAD\n", "")


def test_the_client_counts_as_the_document_gives_it(project: Project, changed: Path) -> None:
    project.git("tag", "v1")
    project.edit("openapi.yaml", (PARAMETER, ""))
    # Not generated yet, then generated, then committed.
    assert project.breaks("v1") == [GONE]
    take(project, changed)
    assert project.breaks("v1") == [GONE]
    project.commit()
    assert project.breaks("v1") == [GONE]
    assert project.breaks("HEAD") == []


def test_a_base_without_a_generated_client_is_compared_by_its_document(project: Project, changed: Path) -> None:
    _no_committed_client(project)
    take(project, changed)
    assert project.breaks("HEAD") == [GONE]


def test_what_breaks_in_the_wrapper_is_listed(project: Project) -> None:
    for side in ("_sync", "_async"):
        project.edit(
            f"wrapper/beyondwords/{side}/resources/background_tracks.py",
            ("        name: str | None = None,\n", "        title: str | None = None,\n"),
            ("        self,\n        *,\n", "        self,\n        *,\n        mood: str,\n"),
        )
    project.edit("wrapper/beyondwords/_sync/client.py", ("def with_options(", "def with_other_options("))
    project.edit("wrapper/beyondwords/errors.py", ("class ConflictError(", "class OtherError("))
    project.edit(
        "wrapper/beyondwords/__init__.py",
        ('    "parse_timestamp",\n', ""),
        ("    ConflictError,\n", "    OtherError,\n"),
        ('    "ConflictError",\n', '    "OtherError",\n'),
        ("import parse_timestamp", "import parse_timestamp as _parse_timestamp"),
    )
    assert project.breaks("HEAD") == [
        "`AsyncBackgroundTracks.list`: the argument `name` is gone",
        "`AsyncBackgroundTracks.list`: the new argument `mood` is required",
        "`BackgroundTracks.list`: the argument `name` is gone",
        "`BackgroundTracks.list`: the new argument `mood` is required",
        "`BeyondWords.with_options`: it is gone",
        "`ConflictError`: it is gone",
        "`parse_timestamp`: it is gone",
    ]


def test_a_resource_that_is_gone_is_missed(project: Project) -> None:
    for side in ("_sync", "_async"):
        (project.folder / f"wrapper/beyondwords/{side}/resources/background_tracks.py").unlink()
        project.edit(f"wrapper/beyondwords/{side}/client.py", ("def background_tracks(", "def tracks("))
    assert project.breaks("HEAD") == [
        "`AsyncBeyondWords.background_tracks`: it is gone",
        "`BeyondWords.background_tracks`: it is gone",
    ]


def test_private_parts_and_defaults_of_the_wrapper_break_nothing(project: Project) -> None:
    project.edit("wrapper/beyondwords/_core/paging.py", ("def next_limit(", "def other_limit("))
    project.edit("wrapper/beyondwords/_sync/client.py", ("max_attempts: int = 3", "max_attempts: int = 4"))
    assert [(change.severity, change.text) for change in changes_since("HEAD", project.folder)] == [
        ("note", "`BeyondWords.__init__`: the default of `max_attempts` is `4`, was `3`"),
    ]


def test_a_wrapper_that_is_gone_breaks_everything(project: Project) -> None:
    shutil.rmtree(project.folder / "wrapper" / "beyondwords")
    assert project.breaks("HEAD") == ["the package `beyondwords` is gone"]


def test_a_wrapper_that_is_new_breaks_nothing(project: Project) -> None:
    project.git("rm", "-r", "--quiet", "--cached", "wrapper")
    project.git("commit", "--quiet", "--message", "without")
    assert project.breaks("HEAD") == []


def test_programs_get_json(project: Project, changed: Path) -> None:
    status, printed, _ = project.check("HEAD", "json")
    assert (status, json.loads(printed)) == (0, {"since": "HEAD", "breaking": 0, "changes": []})
    take(project, changed)
    status, printed, _ = project.check("HEAD", "json")
    (change,) = json.loads(printed)["changes"]
    assert (status, change["text"]) == (1, GONE)


def _no_document(project: Project) -> None:
    project.git("rm", "--quiet", "--cached", "openapi.yaml")
    project.git("commit", "--quiet", "--message", "without")


def _broken_document(project: Project) -> None:
    project.edit("openapi.yaml", ("openapi: 3.0.1", "openapi: ["))


def _nothing(project: Project) -> None:
    pass


@pytest.mark.parametrize(
    ("change", "base", "expected"),
    [
        (_nothing, "", "make check-breaking BASE=origin/main"),
        (_nothing, "no-such-branch", "git knows no revision 'no-such-branch'"),
        (_nothing, "0123456789012345678901234567890123456789", "git knows no revision '0123"),
        (_nothing, "HEAD:openapi.yaml", "git knows no revision 'HEAD:openapi.yaml'"),
        (_nothing, "a b;c", "git knows no revision 'a b;c'"),
        (_nothing, "--all", "git knows no revision '--all'"),
        (_no_checkout, "HEAD", "is not a git checkout"),
        (_no_document, "HEAD", "there is no openapi.yaml at HEAD"),
        (_broken_document, "HEAD", "is not YAML"),
    ],
)
def test_what_cannot_be_compared_is_one_line(
    project: Project, change: Callable[[Project], None], base: str, expected: str
) -> None:
    change(project)
    status, printed, problem = project.check(base)
    assert (status, printed, problem.count("\n")) == (1, "", 1)
    assert expected in problem


def test_a_machine_without_git_is_told_so(project: Project) -> None:
    assert "git is not installed" in the_error(project.run("check_breaking", "HEAD", PATH="/nowhere"))


def test_make_hands_base_and_format_on(project: Project) -> None:
    # Stands in for the environment that `make setup` makes.
    python = project.folder / ".venv" / "bin" / "python"
    python.parent.mkdir(parents=True)
    python.write_text(f'#!/bin/sh\nexec "{sys.executable}" "$@"\n')
    python.chmod(0o755)
    (project.folder / ".venv" / ".ready").touch()
    project.edit("openapi.yaml", (PARAMETER, ""))

    def make(*arguments: str) -> Result:
        return subprocess.run(
            ["make", *arguments], cwd=project.folder, env=ENVIRONMENT, capture_output=True, text=True, check=False
        )

    told = json.loads(make("generate", "FORMAT=json").stdout)
    assert told["since"].startswith("HEAD (")
    assert told["breaking"] == 1
    assert [change["kind"] for change in told["changes"]] == ["argument-removed"]
    result = make("check-breaking", "BASE=HEAD")
    assert result.returncode != 0
    assert GONE in result.stdout


@pytest.mark.parametrize(
    "spoil", [Path.unlink, lambda file: (file.unlink(), file.mkdir())], ids=["missing", "a directory"]
)
def test_a_document_that_is_not_there_is_one_line(project: Project, spoil: Callable[[Path], object]) -> None:
    spoil(project.folder / "openapi.yaml")
    with pytest.raises((Failure, SpecError), match=r"openapi\.yaml: (No such file|Is a directory)"):
        check("HEAD", "text", project.folder)
