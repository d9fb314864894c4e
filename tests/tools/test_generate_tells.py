"""`make generate` ends with what changed for callers and what the wrapper needs; `make check-breaking` is the gate.

Both as commands on a small project in a git repository of its own.
"""

from __future__ import annotations

import contextlib
import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.tools.conftest import Run, the_error
from tests.tools.documents import Json
from tests.tools.documents import parameter as query
from tests.tools.project import Project, copied, made
from tools.changes.compare import Format, breaking
from tools.changes.last_generation import tell
from tools.check_breaking import changes_since, check
from tools.failure import Failure, exit_code
from tools.generate.build import generate

RESOURCE = "_async/resources/things.py"
GONE = "the argument `mood` of `things.things_index` is gone"


@pytest.fixture(scope="module")
def committed(tmp_path_factory: pytest.TempPathFactory) -> Project:
    return made(tmp_path_factory.mktemp("committed") / "project")


@pytest.fixture
def project(committed: Project, tmp_path: Path) -> Project:
    return copied(committed, tmp_path / "project")


def index(document: Json) -> Json:
    found: Json = document["paths"]["/things"]["get"]
    return found


def drop(document: Json, *names: str) -> None:
    index(document)["parameters"] = [each for each in index(document)["parameters"] if each["name"] not in names]


def without_mood(document: Json) -> None:
    drop(document, "mood")


def added(document: Json) -> None:
    index(document)["parameters"].append(query("size"))


def renamed(document: Json) -> None:
    added(document)
    index(document)["operationId"] = "things#list"


def no_list(document: Json) -> None:
    rows = index(document)["responses"]["200"]["content"]["application/json"]
    rows["schema"] = {"type": "object", "properties": {"rows": rows["schema"]}}


def much(document: Json) -> None:
    drop(document, "filter[name]", "pagination[offset]")
    index(document)["parameters"] += [query("filter[names]"), query("language") | {"required": True}]
    new, thing = (document["components"]["schemas"][name]["properties"] for name in ("newThing", "thingModel"))
    del new["size"], thing["colour"]
    new["maker"] = {"type": "string"}
    document["components"]["schemas"]["newThing"]["required"] = ["name", "maker"]
    document["paths"]["/things"]["post"]["responses"] = {"204": {"description": "Done."}}
    document["paths"]["/items"] = document["paths"].pop("/things")
    document["servers"] = [{"url": "https://example.test/v2"}]
    document["components"]["securitySchemes"] = {"key": {"type": "apiKey", "in": "header", "name": "X-Api-Key"}}
    document["security"] = [{"key": []}]


def ended(work: Callable[[], None]) -> tuple[int, str, str]:
    """Status, output and error."""
    output, error = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(output), contextlib.redirect_stderr(error):
        status = exit_code(work)
    return status, output.getvalue(), error.getvalue()


def generated(project: Project, form: Format = "text") -> tuple[int, str, str]:
    """`make generate`, in this process."""
    generate(project.folder / "openapi.yaml", project.package)
    return ended(lambda: tell(project.package, form, project.folder))


def wrapper_part(output: str) -> list[str]:
    return output.partition("What the wrapper needs (wrapper/beyondwords):\n\n")[2].splitlines()


LIST, CREATE = (f"- `{RESOURCE}`: `{name}`" for name in ("list", "create"))
# What is told of each, and below it what the wrapper needs.
TOLD: dict[Callable[[Json], None], str] = {
    renamed: f"""
        - **Breaking:** `things.things_index` (`GET /things`) is now called `things.things_list`.
        - Added: the argument `size` of `things.things_list` (`str`).

        - `{RESOURCE}`: it imports `things_index`, which is now `things_list` (in `beyondwords_api.api.things`).
    """,
    no_list: f"""
        - **Breaking:** `things.things_index` answers `ThingsIndexResponse200`, was `list[Thing]`.

        {LIST} pages through `things_index`, which answers `ThingsIndexResponse200` and no list.
    """,
    much: f"""
        - **Breaking:** `things.things_index` needs `apiKey header X-Api-Key`, was no key.
        - Note: `things.things_index` is now sent as `GET /items`, was `GET /things`.
        - Note: the API's address is `https://example.test/v2`, was `https://example.test/v1`.
        - **Breaking:** `Thing.colour` is gone.
        - **Breaking:** `NewThing.maker` (`str`) is new and required.
        - **Breaking:** `things.things_create` answers `Any`, was `Thing`.

        {CREATE} gets a value from `things_create`, which no longer answers with one.
        {CREATE} gives `NewThing` the field `size`, which it no longer has.
        {CREATE} makes `NewThing` without the field `maker`, which it requires.
        {LIST} does not pass `language`, which `things_index` requires.
        {LIST} pages through `things_index`, which no longer takes `pagination_offset`.
        {LIST} passes `filter_name` to `things_index`, which does not take it; perhaps it is now `filter_names`.
        - `_settings.py`: `DEFAULT_BASE_URL` is 'https://example.test/v1', but the API is now at `https://example.test/v2`.
        - `cli.py`: it reads `colour`, which `Thing` no longer has.
    """,
}


@pytest.mark.parametrize("change", TOLD)
def test_what_changed_is_told(project: Project, change: Callable[[Json], None]) -> None:
    project.change(change)
    status, output, problem = generated(project)
    head = project.git("rev-parse", "HEAD")[:10]
    assert output.startswith(f"What changes for callers since HEAD ({head}), for CHANGELOG.md:")
    told, needed = ([line.strip() for line in part.splitlines()] for part in TOLD[change].strip().split("\n\n"))
    assert [line for line in told if line not in output.splitlines()] == []
    assert sorted(wrapper_part(output)) == needed
    assert status == 1
    assert problem.startswith("error: the client is generated, but the wrapper would break")


def test_the_command_tells_programs_in_json_until_the_wrapper_is_right(project: Project) -> None:
    project.change(renamed)
    made = project.make("generate", "FORMAT=json")
    assert made.returncode != 0
    assert (project.package / "openapi.yaml").read_bytes() == (project.folder / "openapi.yaml").read_bytes()
    told = json.loads(made.stdout)
    assert (told["since"][:6], told["breaking"], len(told["wrapper"])) == ("HEAD (", 1, 1)
    assert [change["kind"] for change in told["changes"]] == ["operation-renamed", "argument-added"]
    checked = project.make("check-breaking", "BASE=HEAD", "FORMAT=json")
    assert (checked.returncode != 0, json.loads(checked.stdout)["breaking"]) == (True, 1)
    project.edit(f"wrapper/beyondwords/{RESOURCE}", ("things_index", "things_list"))
    status, output, _ = generated(project)
    assert (status, wrapper_part(output)) == (0, [])


def test_without_a_change_one_line_says_so(project: Project, capsys: pytest.CaptureFixture[str]) -> None:
    tell(project.package, "text", project.folder)
    head = project.git("rev-parse", "HEAD")[:10]
    assert capsys.readouterr().out == f"Nothing changes for callers since HEAD ({head}).\n"


def test_an_unknown_format_is_refused_before_anything_changes(project: Project, run_tool: Run) -> None:
    output = project.folder / "new"
    places = ["--spec", project.folder / "openapi.yaml", "--output", output]
    error = the_error(run_tool("generate", *places, environment={"FORMAT": "xml"}))
    assert "FORMAT is text or json, not 'xml'" in error
    assert not output.exists()


# --- the gate


def gate(project: Project, base: str) -> tuple[int, str, str]:
    """`make check-breaking`, in this process."""
    return ended(lambda: check(base, "text", project.folder))


def test_nothing_and_additions_break_nothing(project: Project) -> None:
    assert gate(project, "HEAD") == (0, "nothing breaks for callers since HEAD\n", "")
    project.change(added)
    generate(project.folder / "openapi.yaml", project.package)
    assert [change.severity for change in changes_since("HEAD", project.folder)] == ["addition"]
    assert gate(project, "HEAD")[0] == 0


def test_what_breaks_is_the_same_before_and_after_committing(project: Project) -> None:
    project.git("tag", "v1")
    project.change(without_mood)
    assert gate(project, "v1")[2] == "error: the client is not that of openapi.yaml: run `make generate` first\n"
    generate(project.folder / "openapi.yaml", project.package)
    expected = (1, f"- **Breaking:** {GONE}.\n", "error: 1 breaking change for callers since v1\n")
    assert gate(project, "v1") == expected
    project.commit()
    assert gate(project, "v1") == expected
    assert gate(project, "HEAD")[0] == 0


def test_what_breaks_in_the_wrapper_is_listed(project: Project) -> None:
    project.edit(f"wrapper/beyondwords/{RESOURCE}", ("mood: str | None = None", "tone: str"))
    project.edit(
        "wrapper/beyondwords/_async/client.py",
        ("def with_options(", "def with_other_options("),
        ("max_attempts: int = 3", "max_attempts: int = 4"),
    )
    found = changes_since("HEAD", project.folder)
    assert [change.text for change in breaking(found)] == [
        "`AsyncBeyondWords.with_options`: it is gone",
        "`AsyncThings.list`: the argument `mood` is gone",
        "`AsyncThings.list`: the new argument `tone` is required",
    ]
    assert found[-1].text == "`AsyncBeyondWords.__init__`: the default of `max_attempts` is `4`, was `3`"


@pytest.mark.parametrize("base", ["", "no-such-branch", "a b;c", "--all"])
def test_a_base_that_is_none_is_one_line(committed: Project, base: str) -> None:
    reason = f"git knows no revision {base!r}" if base else "make check-breaking BASE=origin/main"
    status, printed, problem = gate(committed, base)
    assert (status, printed, problem.count("\n"), reason in problem) == (1, "", 1, True)


@pytest.mark.parametrize(
    ("commands", "reason"),
    [
        ("rm -r .git", "is not a git checkout"),
        ("rm -r .git; git init --quiet", "git knows no revision 'HEAD'"),
        ("git rm -rq --cached generated_client; git commit -q -m without", "holds no generated client"),
    ],
)
def test_where_there_is_nothing_to_compare_with_the_client_is_generated_all_the_same(
    project: Project, commands: str, reason: str
) -> None:
    who = {f"GIT_{role}_{what}": "a@example.test" for role in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
    project.command("sh", "-c", commands, **who)
    assert reason in gate(project, "HEAD")[2]
    _, line, _ = ended(lambda: tell(project.package, "text", project.folder))
    assert line.startswith("What changes for callers is not known: ")
    assert reason in line
    told = json.loads(ended(lambda: tell(project.package, "json", project.folder))[1])
    assert (told["breaking"], reason in told["problem"]) == (None, True)


def test_a_machine_without_git_is_told_so(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "/nowhere")
    with pytest.raises(Failure, match="git is not installed"):
        check("HEAD", "text", project.folder)
