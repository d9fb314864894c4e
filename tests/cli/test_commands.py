"""What the commands do, and how they fail."""

from __future__ import annotations

import inspect
import json
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from beyondwords import BeyondWords, __version__
from beyondwords.cli._app import commands
from beyondwords.testing import Sandbox
from tests.fake_server import FakeServer, responds

from .conftest import COMMAND, CTRL_D, Run, environment

ARTICLE = {"title": "Ferry returns", "body": "<p>It sails.</p>", "source_id": "cms-1"}


def test_a_publishers_day(beyondwords_sandbox: Sandbox, run: Run, tmp_path: Path) -> None:
    (tmp_path / "ferry.html").write_text("<h1>Ferry &amp; we</h1><p>It sails.</p>", "utf-8")
    (tmp_path / "note.json").write_text(json.dumps(ARTICLE), "utf-8")
    actions = [json.loads(line) for line in run("content", "publish", "ferry.html", "note.json").out.splitlines()]
    assert [(each["source_id"], each["action"]) for each in actions] == [("ferry", "created"), ("cms-1", "created")]
    again = run("content", "publish", "ferry.html", "--title", "Ferry")
    assert json.loads(again.out)["action"] == "updated"
    waited = run("content", "wait", "ferry", "--poll", "0.05", "--columns", "title,status")
    assert json.loads(waited.out) == {"title": "Ferry", "status": "processed"}
    saved = json.loads(run("content", "download", "ferry").out)
    assert saved == {"path": "ferry.mp3", "bytes": (tmp_path / "ferry.mp3").stat().st_size}
    assert json.loads(run("players", "by-source-id", "ferry").out)["content"][0]["title"] == "Ferry"
    assert run("content", "delete", "ferry", "--yes") == (0, "", "")
    assert [row["source_id"] for row in beyondwords_sandbox.content] == ["cms-1"]


def test_what_fails_of_many_is_told_and_the_rest_is_done(
    beyondwords_sandbox: Sandbox, run: Run, tmp_path: Path
) -> None:
    for name in ("a", "b"):
        (tmp_path / f"{name}.html").write_text("<p>It sails.</p>", "utf-8")
    beyondwords_sandbox.fail_next(422, errors=[("title", "is too short")], operation="content#create")
    done = run("content", "publish", "a.html", "b.html", "--concurrency", "1")
    assert [json.loads(line)["action"] for line in done.out.splitlines()] == ["failed", "created"]
    assert (done.status, done.err.count("\n"), "beyondwords: a: 422 POST" in done.err) == (1, 1, True)


def test_a_file_that_is_no_text_is_named_and_nothing_is_sent(
    beyondwords_sandbox: Sandbox, run: Run, tmp_path: Path
) -> None:
    (tmp_path / "a.html").write_text("<p>It sails.</p>", "utf-8")
    for name in ("b.html", "b.json"):
        (tmp_path / name).write_bytes(b"<p>Sm\xf8rrebr\xf8d</p>")
        done = run("content", "publish", "a.html", name)
        assert done == (2, "", f"beyondwords: {name} is not UTF-8 text\n")
    assert not beyondwords_sandbox.requests


# Each names what goes, and deletes a row that is there.
DELETES = [
    (("projects", "delete", "1"), "Delete a project with all its content: 1"),
    (("background-tracks", "delete", "2"), "Delete a background track: 2"),
    (("content", "delete", "a", "b"), "Delete items and their audio: a, b"),
    (("content", "delete", "a"), "Delete items and their audio: a"),
    (("call", "background_tracks#delete", "-p", "id=2"), "DELETE /background_tracks/2"),
]


def test_every_command_that_deletes_knows_yes(run: Run) -> None:
    deleting = [group for group, there in commands().items() if "delete" in there]
    assert {"projects", "content", "playlists", "rules", "webhooks", "background-tracks"} <= set(deleting)
    for group in deleting:
        assert "--yes" in run(group, "delete", "--help").out, group


@pytest.mark.parametrize(("command", "asked"), DELETES, ids=[asked for _, asked in DELETES])
def test_nothing_is_deleted_without_a_yes(
    beyondwords_sandbox: Sandbox, run: Run, shown: Callable[..., str], command: tuple[str, ...], asked: str
) -> None:
    for source_id in ("a", "b"):
        beyondwords_sandbox.content.add(source_id=source_id, title="Ferry")
    alone = run(*command)
    assert (alone.status, alone.out, alone.err.count("\n"), "--yes" in alone.err) == (2, "", 1, True)
    told = shown(*command, typed="n")
    assert f"{asked}? [y/N]: " in told
    assert told.endswith("\nbeyondwords: nothing was deleted\n")
    assert not [each for each in beyondwords_sandbox.requests if each.method == "DELETE"]
    asked_nothing = run(*command, "-y")
    assert (asked_nothing.status, asked_nothing.err) == (0, "")
    assert [each.method for each in beyondwords_sandbox.requests] == ["DELETE"] * (2 if "b" in command else 1)


@pytest.mark.parametrize(("answer", "left"), [("y", 0), ("", 1), ("yess", 1), (CTRL_D, 1)], ids=ascii)
def test_only_yes_means_yes(beyondwords_sandbox: Sandbox, shown: Callable[..., str], answer: str, left: int) -> None:
    told = shown("projects", "delete", "1", typed=answer)
    assert told.endswith("\nbeyondwords: nothing was deleted\n") is bool(left)
    assert len(beyondwords_sandbox.projects) == left


def test_what_is_not_there_to_be_deleted_is_status_4_alone_and_among_others(
    beyondwords_sandbox: Sandbox, run: Run
) -> None:
    beyondwords_sandbox.content.add(source_id="a", title="Ferry")
    alone = run("content", "delete", "missing", "-y")
    among = run("content", "delete", "a", "missing", "-y")
    assert [(done.status, done.err.count("\n")) for done in (alone, among)] == [(4, 1), (4, 1)]
    assert [json.loads(line)["action"] for line in among.out.splitlines()] == ["deleted", "missing"]
    assert among.err == "beyondwords: missing: there is no such item\n"
    beyondwords_sandbox.fail_next(501, operation="content#delete")
    assert run("content", "delete", "a", "missing", "-y").status == 1


@pytest.mark.parametrize(
    ("body", "row"),
    [
        ('{"url": "https://media.example/cover.png"}', {"url": "https://media.example/cover.png"}),
        ('"https://media.example/cover.png"', {"value": "https://media.example/cover.png"}),
        ("7", {"value": 7}),
        ("null", None),
    ],
)
def test_what_an_upload_gives_comes_in_the_format_that_is_asked_for(
    run: Run, tmp_path: Path, body: str, row: dict[str, object] | None
) -> None:
    (tmp_path / "cover.png").write_bytes(b"\x89PNG")
    with FakeServer(responds(201, body.encode())) as server:
        formats = {
            kind: run("uploads", "create", "cover.png", "-o", kind, BEYONDWORDS_BASE_URL=server.base_url)
            for kind in ("json", "csv")
        }
    assert [(done.status, done.err) for done in formats.values()] == [(0, "")] * 2
    assert (json.loads(formats["json"].out) if row else None) == row
    assert formats["csv"].out.splitlines() == ([next(iter(row)), str(next(iter(row.values())))] if row else [])


def test_create_and_update_take_json(beyondwords_sandbox: Sandbox, run: Run) -> None:
    operation = ("call", "content#create", "-p", "project_id=1", "--body", "-")
    for source_id, create in (("cms-1", ("content", "create", "-")), ("cms-2", operation)):
        done = run(*create, stdin=json.dumps({**ARTICLE, "source_id": source_id}))
        assert json.loads(done.out)["source_id"] == source_id, create
    changed = run("content", "update", "cms-1", "-", "--columns", "title", stdin='{"title": "New"}')
    assert json.loads(changed.out) == {"title": "New"}


def test_options_reach_the_server(beyondwords_sandbox: Sandbox, run: Run) -> None:
    options = ["--name", "track", "--no-custom", "--scopes", "a,b", "--limit", "3", "--offset", "1", "--max-items", "4"]
    assert run("background-tracks", "list", *options).status == 0
    query = beyondwords_sandbox.requests[0].query
    assert [value for name, value in query if name == "filter[scopes][]"] == ["a", "b"]
    assert dict(query) | {"filter[scopes][]": ""} == {
        "pagination[limit]": "3",
        "pagination[offset]": "1",
        "filter[name]": "track",
        "filter[custom]": "false",
        "filter[scopes][]": "",
    }


@pytest.mark.parametrize(
    ("arguments", "found"),
    [
        (("background_tracks#index", "-p", "pagination[limit]=1"), 1),
        (("background_tracks_index", "--all", "-p", "filter_name=track 2"), 1),
        (("content#show", "-p", "id=cms-1", "-p", "project_id=1"), 1),
    ],
)
def test_any_operation_can_be_called(
    beyondwords_sandbox: Sandbox, run: Run, arguments: tuple[str, ...], found: int
) -> None:
    beyondwords_sandbox.content.add(source_id="cms-1", title="Ferry")
    done = run("call", *arguments)
    assert (done.status, len(done.out.splitlines())) == (0, found)


def test_one_page_of_many_says_on_a_terminal_how_to_get_the_rest(
    beyondwords_sandbox: Sandbox, run: Run, shown: Callable[..., str]
) -> None:
    beyondwords_sandbox.background_tracks.fill(60)
    told = shown("call", "background_tracks#index")
    assert told.endswith("\nThis is one page; --all gets the rest.\n25 of 60 rows\n")
    assert "--all" not in shown("call", "background_tracks#index", "-p", "pagination[limit]=60")
    done = run("call", "background_tracks#index")
    assert (done.err, len(done.out.splitlines())) == ("", 25)


def test_without_a_name_call_lists_every_operation(run: Run) -> None:
    names = [json.loads(line)["name"] for line in run("call").out.splitlines()]
    assert {"content_index", "background_tracks_index", "projects_show"} <= set(names)


def test_each_method_of_each_resource_has_a_command() -> None:
    known = commands()
    client = BeyondWords("key-for-tests-51")
    own = {"find", "publish_many", "delete_many", "download_audio", "by_identifiers"}
    for group, there in known.items():
        resource = getattr(client, group.replace("-", "_"))
        methods = {name for name, _ in inspect.getmembers(resource, inspect.ismethod) if not name.startswith("_")}
        names = {"get": "show", "update_settings": "set-settings"}
        assert {names.get(name, name.replace("_", "-")) for name in methods - own} <= set(there), group


# What fails


@pytest.mark.parametrize(
    ("fail", "status", "said"),
    [
        (lambda sandbox: setattr(sandbox, "api_key", "another"), 3, "or --api-key-file"),
        (lambda sandbox: sandbox.fail_next(403), 3, "403"),
        (lambda sandbox: sandbox.fail_next(404), 4, "check --base-url"),
        (lambda sandbox: sandbox.fail_next(429, retry_after=90), 5, "Try again in 90 s"),
        (lambda sandbox: sandbox.fail_next(501), 6, "501"),
        (lambda sandbox: sandbox.disconnect_next(times=3), 7, "disconnected"),
        (lambda sandbox: sandbox.fail_next(422), 1, "422"),
        (lambda sandbox: sandbox.garbage_next(), 1, "expected JSON"),
    ],
    ids=["401", "403", "404", "429", "501", "network", "422", "garbage"],
)
def test_each_failure_is_one_line_and_a_status_of_its_own(
    beyondwords_sandbox: Sandbox, run: Run, fail: Callable[[Sandbox], None], status: int, said: str
) -> None:
    key = beyondwords_sandbox.api_key
    fail(beyondwords_sandbox)
    done = run("background-tracks", "list", BEYONDWORDS_API_KEY=key)
    assert (done.status, done.out, done.err.count("\n")) == (status, "", 1)
    assert done.err.startswith("beyondwords: ")
    assert said in done.err
    assert "api_key=" not in done.err
    assert key not in done.err


def test_an_error_in_the_middle_says_where_to_go_on(beyondwords_sandbox: Sandbox, run: Run) -> None:
    beyondwords_sandbox.background_tracks.fill(60)
    beyondwords_sandbox.fail_next(501, page=2)
    done = run("background-tracks", "list", "-o", "json")
    assert len(json.loads(done.out)) == 25
    assert (done.status, done.err.endswith(" Continue with --offset 25.\n")) == (6, True)


@pytest.mark.parametrize(
    ("arguments", "stdin", "said"),
    [
        (
            ("content", "create", "-"),
            '{"titel": "x"}',
            "standard input: no property 'titel' in NewContent; did",
        ),
        (("content", "create", "-"), '{"title"', "standard input is not JSON"),
        (("content", "create", "-"), "[]", "standard input must hold a JSON object"),
        (
            ("rules", "create", "-"),
            '{"zzz": 1}',
            "no property 'zzz' in RuleInput; there is content, key, language, magic",
        ),
        (("rules", "create", "-"), '{"additional_properties": {}}', "no property 'additional_properties'"),
        (("call", "content#indx"), "", "did you mean content_index"),
        (("call", "content#index", "-p", "project_id"), "", "-p takes name=value"),
        (("call", "content#index", "-p", "projct_id=1"), "", "did you mean 'project_id'?"),
        (("voices", "list", "--columns", "nme"), "", "--columns: no property 'nme'; there is id, name"),
        (("background-tracks", "list", "--limit", "0"), "", "limit must be at least 1"),
    ],
)
def test_wrong_usage_is_one_line_and_status_2(run: Run, arguments: tuple[str, ...], stdin: str, said: str) -> None:
    done = run(*arguments, stdin=stdin)
    assert (done.status, done.out, done.err.count("\n")) == (2, "", 1)
    assert said in done.err


@pytest.mark.parametrize("wrong", [("voices", "lst"), ("voices", "list", "--nme"), ("voices", "list", "-o", "xml")])
def test_unknown_words_are_status_2(run: Run, wrong: tuple[str, ...]) -> None:
    done = run(*wrong)
    assert (done.status, done.out) == (2, "")
    assert wrong[-1] in done.err


def test_a_key_on_the_command_line_is_refused_and_not_shown(run: Run, tmp_path: Path) -> None:
    (tmp_path / "key").write_text("secret-key-5417\nanother\n", "utf-8")
    for given, status, said in (
        ("--api-key=secret-key-5417", 2, "No such option"),
        (
            "--api-key-file=secret-key-5417",
            3,
            "the API key cannot be read from the file of --api-key-file: No such file",
        ),
        ("--api-key-file=key", 3, "a key file holds the key alone, on one line"),
    ):
        done = run("voices", "list", given)
        assert (done.status, done.out, said in done.err) == (status, "", True), given
        assert not [word for word in ("secret", "strip()", "api_key") if word in done.err], given
        assert status == 2 or done.err.count("\n") == 1, given


def test_the_key_comes_from_a_file_or_a_question(
    beyondwords_sandbox: Sandbox, run: Run, shown: Callable[..., str], tmp_path: Path
) -> None:
    (tmp_path / "key").write_text(f"{beyondwords_sandbox.api_key}\n", "utf-8")
    assert run("voices", "list", "--api-key-file", "key", BEYONDWORDS_API_KEY="").status == 0
    asked = shown("voices", "list", typed=beyondwords_sandbox.api_key, BEYONDWORDS_API_KEY="")
    assert "API key" in asked
    assert "Ava" in asked
    assert beyondwords_sandbox.api_key not in asked
    nothing = shown("voices", "list", typed=CTRL_D, BEYONDWORDS_API_KEY="")
    assert nothing.splitlines()[1:] == ["beyondwords: no API key was given"]
    without = run("voices", "list", BEYONDWORDS_API_KEY="")
    assert (without.status, "give --api-key-file" in without.err) == (3, True)


@pytest.mark.parametrize("arguments", ["--help", "--version", "sandbox", "sandbox --help", "content list --help"])
def test_help_versions_and_the_greeting_of_the_sandbox_are_no_tracebacks_either(
    run_process: Run, arguments: str
) -> None:
    command = " ".join([*COMMAND, arguments])
    full = run_process("-c", f"{command} > /dev/full", wrapped=["bash"])
    assert (full.status, full.err) == (1, "beyondwords: the output: No space left on device\n")
    # The reader is gone before a word is written: Python takes longer to start.
    left = run_process("-c", f"set -o pipefail; {command} | true", wrapped=["bash"])
    assert (left.status, left.err) == (0, "")


@pytest.mark.parametrize("kind", ["ndjson", "json", "csv", "table"])
def test_a_full_disk_and_a_reader_that_leaves_are_no_tracebacks(
    beyondwords_sandbox: Sandbox, run_process: Run, kind: str
) -> None:
    beyondwords_sandbox.background_tracks.fill(2_000)
    command = " ".join([*COMMAND, "background-tracks", "list", "--limit", "100", "-o", kind])
    full = run_process("-c", f"{command} > /dev/full", wrapped=["bash"])
    assert (full.status, full.err) == (1, "beyondwords: the output: No space left on device\n")
    left = run_process("-c", f"set -o pipefail; {command} | head -1", wrapped=["bash"])
    assert (left.status, left.err, left.out.count("\n")) == (0, "", 1)


def test_an_output_that_is_closed_is_no_traceback(run_process: Run) -> None:
    closed = run_process("-c", " ".join([*COMMAND, "voices", "list", ">&-"]), wrapped=["bash"])
    assert closed.err.count("\n") <= 1
    assert "Traceback" not in closed.err


def test_ctrl_c_is_quiet_and_status_130(beyondwords_sandbox: Sandbox) -> None:
    beyondwords_sandbox.latency = 600
    with subprocess.Popen(
        [*COMMAND, "voices", "list"],
        env=environment(beyondwords_sandbox, {}),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        while not beyondwords_sandbox.requests:
            assert process.poll() is None
        process.send_signal(signal.SIGINT)
        assert (*process.communicate(timeout=60), process.returncode) == (b"", b"", 130)


def test_verbose_tells_retries_and_debug_the_traceback(beyondwords_sandbox: Sandbox, run_process: Run) -> None:
    beyondwords_sandbox.fail_next(503)
    beyondwords_sandbox.fail_next(422)
    done = run_process("voices", "list", "--verbose", "--debug")
    assert done.status == 1
    assert "503, trying again in" in done.err
    assert "Traceback" in done.err


# About itself


def test_help_says_where_the_key_comes_from_and_what_a_status_means(run: Run) -> None:
    text = " ".join(run("--help").out.split())
    assert "BEYONDWORDS_API_KEY, --api-key-file or a question. There is no option for the key itself" in text
    assert "3 the key, 4 not found, 5 rate limit" in text
    assert "Only items whose title contains this." in run("content", "list", "--help").out
    assert "--processing-time" in run("sandbox", "--help").out


def test_version_tells_package_spec_and_generator(run: Run) -> None:
    lines = run("--version").out.splitlines()
    assert lines[0] == f"beyondwords {__version__}"
    assert [line.split()[0] for line in lines[1:3]] == ["spec", "generator"]


def test_completion(run_process: Run) -> None:
    beside = str(Path(sys.executable).with_name("beyondwords"))
    done = run_process(wrapped=[beside], _BEYONDWORDS_COMPLETE="source_bash")
    assert (done.status, "beyondwords" in done.out) == (0, True)


def test_doctor_finds_what_is_wrong(beyondwords_sandbox: Sandbox, run: Run) -> None:
    well = run("doctor")
    assert well.status == 0
    assert [line.split(":")[0].split(maxsplit=1) for line in well.out.splitlines()] == [
        ["ok", name] for name in ("API key", "base URL", "proxy", "certificates", "connection", "project", "clock")
    ]
    wrong_key = run("doctor", BEYONDWORDS_API_KEY="another-key")
    assert (wrong_key.status, "wrong connection: 401" in wrong_key.out) == (3, True)
    no_key = run("doctor", BEYONDWORDS_API_KEY="")
    assert (no_key.status, no_key.out.startswith("wrong API key: ")) == (3, True)
    nobody = run("doctor", BEYONDWORDS_BASE_URL="http://127.0.0.1:9/v1")
    assert (nobody.status, "Connection refused" in nobody.out) == (7, True)
    no_project = run("doctor", BEYONDWORDS_PROJECT_ID="99")
    assert (no_project.status, "wrong project: there is no project '99'" in no_project.out) == (4, True)
    assert "BEYONDWORDS_PROJECT_ID" in no_project.out
    none_set = run("doctor", BEYONDWORDS_PROJECT_ID="")
    assert (none_set.status, "note  project: none is set; BEYONDWORDS_PROJECT_ID" in none_set.out) == (0, True)


def test_doctor_blames_what_is_wrong_and_goes_on(beyondwords_sandbox: Sandbox, run: Run, tmp_path: Path) -> None:
    def verdicts(**changes: str) -> dict[str, str]:
        done = run("doctor", **changes)
        assert done.err == ""
        return {line[6:].split(":")[0]: line[:6].strip() for line in done.out.splitlines()}

    rest = {"connection": "-", "project": "-", "clock": "-"}
    url = {"API key": "ok", "base URL": "wrong", "proxy": "-", "certificates": "ok", **rest}
    assert verdicts(BEYONDWORDS_BASE_URL="foo") == url
    key = {"API key": "wrong", "base URL": "ok", "proxy": "ok", "certificates": "ok", **rest}
    assert verdicts(BEYONDWORDS_API_KEY="") == key
    certificates = {"API key": "ok", "base URL": "ok", "proxy": "ok", "certificates": "wrong", **rest}
    assert verdicts(SSL_CERT_FILE=str(tmp_path / "missing")) == certificates
    project = {**dict.fromkeys(certificates, "ok"), "project": "wrong"}
    assert verdicts(BEYONDWORDS_PROJECT_ID="99") == project
    assert verdicts(BEYONDWORDS_PROJECT_ID="..") == project
    two = run("doctor", BEYONDWORDS_API_KEY="", BEYONDWORDS_BASE_URL="foo")
    assert (two.status, two.out.count("wrong ")) == (3, 2)


def test_without_the_extra_it_says_what_to_install(run_process: Run) -> None:
    code = "import sys; sys.modules['typer'] = None; from beyondwords.cli import main; sys.exit(main())"
    done = run_process(wrapped=[sys.executable, "-c", code])
    assert (done.status, done.err.count("\n"), "pip install 'beyondwords[cli]'" in done.err) == (1, 1, True)
