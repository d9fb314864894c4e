"""What the commands do, and how they fail."""

from __future__ import annotations

import inspect
import json
import shlex
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

from .conftest import COMMAND, CTRL_D, Run, Shown

ARTICLE = {"title": "Ferry returns", "body": "<p>It sails.</p>", "source_id": "cms-1"}
PAGE = "<p>It sails.</p>"


def test_a_publishers_day(sandbox: Sandbox, run: Run) -> None:
    Path("ferry.html").write_text(f"<h1>Ferry &amp; we</h1>{PAGE}", "utf-8")
    Path("note.json").write_text(json.dumps(ARTICLE), "utf-8")
    actions = run("content publish ferry.html note.json").rows
    assert [(each["source_id"], each["action"]) for each in actions] == [("ferry", "created"), ("cms-1", "created")]
    assert run("content publish ferry.html --title Ferry").rows[0]["action"] == "updated"
    waited = run("content wait ferry --poll 0.05 --columns title,status")
    assert waited.rows == [{"title": "Ferry", "status": "processed"}]
    saved = run("content download ferry").rows
    assert saved == [{"path": "ferry.mp3", "bytes": Path("ferry.mp3").stat().st_size}]
    assert run("players by-source-id ferry").rows[0]["content"][0]["title"] == "Ferry"
    assert run("content delete ferry --yes") == (0, "", "")
    assert [row["source_id"] for row in sandbox.content] == ["cms-1"]


def test_what_fails_of_many_is_told_and_the_rest_is_done(sandbox: Sandbox, run: Run) -> None:
    for name in ("a.html", "b.html"):
        Path(name).write_text(PAGE, "utf-8")
    sandbox.fail_next(422, errors=[("title", "is too short")], operation="content#create")
    done = run("content publish a.html b.html --concurrency 1")
    assert [row["action"] for row in done.rows] == ["failed", "created"]
    assert (done.status, done.err.count("\n"), "beyondwords: a: 422 POST" in done.err) == (1, 1, True)


def test_a_file_that_is_no_text_is_named_and_nothing_is_sent(sandbox: Sandbox, run: Run) -> None:
    Path("a.html").write_text(PAGE, "utf-8")
    for name in ("b.html", "b.json"):
        Path(name).write_bytes(b"<p>Sm\xf8rrebr\xf8d</p>")
        assert run(f"content publish a.html {name}") == (2, "", f"beyondwords: {name} is not UTF-8 text\n")
    assert not sandbox.requests


# What is asked of each, which names what goes, and an answer that does not mean yes; each deletes a row that is there.
DELETES = {
    "projects delete 1": ("Delete a project with all its content: 1", "n"),
    "background-tracks delete 2": ("Delete a background track: 2", ""),
    "content delete a b": ("Delete items and their audio: a, b", "yess"),
    "content delete a": ("Delete items and their audio: a", CTRL_D),
    "call background_tracks#delete -p id=2": ("DELETE /background_tracks/2", "0"),
}


@pytest.mark.parametrize("command", DELETES)
def test_nothing_is_deleted_without_a_yes(sandbox: Sandbox, run: Run, shown: Shown, command: str) -> None:
    def deletions() -> int:
        return [each.method for each in sandbox.requests].count("DELETE")

    asked, answer = DELETES[command]
    for source_id in ("a", "b"):
        sandbox.content.add(source_id=source_id, title="Ferry")
    alone = run(command)
    assert (alone.status, alone.out, alone.err.count("\n"), "--yes" in alone.err) == (2, "", 1, True)
    told = shown(command, typed=answer)
    assert f"{asked}? [y/N]: " in told
    assert told.endswith("\nbeyondwords: nothing was deleted\n")
    assert deletions() == 0
    if command == "projects delete 1":
        assert "nothing was deleted" not in shown(command, typed="y")
    else:
        assert run(f"{command} -y")[::2] == (0, "")
    assert deletions() == (2 if command.endswith("b") else 1)


def test_what_is_not_there_to_be_deleted_is_status_4_alone_and_among_others(sandbox: Sandbox, run: Run) -> None:
    sandbox.content.add(source_id="a", title="Ferry")
    alone, among = run("content delete missing -y"), run("content delete a missing -y")
    assert [(done.status, done.err.count("\n")) for done in (alone, among)] == [(4, 1), (4, 1)]
    assert [row["action"] for row in among.rows] == ["deleted", "missing"]
    assert among.err == "beyondwords: missing: there is no such item\n"
    sandbox.fail_next(501, operation="content#delete")
    assert run("content delete a missing -y").status == 1


COVER = "https://media.example/cover.png"


@pytest.mark.parametrize(
    ("body", "row"),
    [({"url": COVER}, {"url": COVER}), (COVER, {"value": COVER}), (7, {"value": 7}), (None, {})],
    ids=str,
)
def test_what_an_upload_gives_comes_in_the_format_that_is_asked_for(
    run: Run, body: object, row: dict[str, object]
) -> None:
    Path("cover.png").write_bytes(b"\x89PNG")
    with FakeServer(responds(201, json.dumps(body).encode())) as server:
        upload = "uploads create cover.png -o"
        found, commas = (run(f"{upload} {kind}", BEYONDWORDS_BASE_URL=server.base_url) for kind in ("json", "csv"))
    assert [(done.status, done.err) for done in (found, commas)] == [(0, "")] * 2
    assert (json.loads(found.out) if row else {}) == row
    assert commas.out.splitlines() == [str(each) for pair in row.items() for each in pair]


def test_create_and_update_take_json(run: Run) -> None:
    operation = "call content#create -p project_id=1 --body -"
    for source_id, create in (("cms-1", "content create -"), ("cms-2", operation)):
        done = run(create, stdin=json.dumps({**ARTICLE, "source_id": source_id}))
        assert json.loads(done.out)["source_id"] == source_id, create
    changed = run("content update cms-1 - --columns title", stdin='{"title": "New"}')
    assert changed.rows == [{"title": "New"}]


def test_options_reach_the_server(sandbox: Sandbox, run: Run) -> None:
    options = "--name track --no-custom --scopes a,b --limit 3 --offset 1 --max-items 4"
    assert run(f"background-tracks list {options}").status == 0
    assert sorted(sandbox.requests[0].query) == [
        ("filter[custom]", "false"),
        ("filter[name]", "track"),
        ("filter[scopes][]", "a"),
        ("filter[scopes][]", "b"),
        ("pagination[limit]", "3"),
        ("pagination[offset]", "1"),
    ]


def test_any_operation_can_be_called(sandbox: Sandbox, run: Run, shown: Shown) -> None:
    sandbox.content.add(source_id="cms-1", title="Ferry")
    sandbox.background_tracks.fill(60)
    for arguments, found in (
        ("background_tracks#index -p pagination[limit]=1", 1),
        ("background_tracks_index --all -p 'filter_name=track 22'", 1),
        ("content#show -p id=cms-1 -p project_id=1", 1),
        # One page of many; on a terminal it says how to get the rest.
        ("background_tracks#index", 25),
    ):
        done = run(f"call {arguments}")
        assert (done.status, done.err, len(done.rows)) == (0, "", found), arguments
    told = shown("call background_tracks#index")
    assert told.endswith("\nThis is one page; --all gets the rest.\n25 of 60 rows\n")
    assert "--all" not in shown("call background_tracks#index -p pagination[limit]=60")
    assert {"content_index", "background_tracks_index", "projects_show"} <= {row["name"] for row in run("call").rows}


def test_each_method_of_each_resource_has_a_command(run: Run) -> None:
    client = BeyondWords("key-for-tests-51")
    own = {"find", "publish_many", "delete_many", "download_audio", "by_identifiers"}
    deleting = set()
    for group, there in commands().items():
        resource = getattr(client, group.replace("-", "_"))
        methods = {name for name, _ in inspect.getmembers(resource, inspect.ismethod) if not name.startswith("_")}
        names = {"get": "show", "update_settings": "set-settings"}
        assert {names.get(name, name.replace("_", "-")) for name in methods - own} <= set(there), group
        if "delete" in there:
            deleting.add(group)
            assert "--yes" in run(f"{group} delete --help").out, group
    assert {"projects", "content", "playlists", "rules", "webhooks", "background-tracks"} <= deleting


# What fails


FAILURES: dict[str, tuple[Callable[[Sandbox], object], int, str]] = {
    "401": (lambda sandbox: setattr(sandbox, "api_key", "another"), 3, "or --api-key-file"),
    "403": (lambda sandbox: sandbox.fail_next(403), 3, "403"),
    "404": (lambda sandbox: sandbox.fail_next(404), 4, "check --base-url"),
    "429": (lambda sandbox: sandbox.fail_next(429, retry_after=90), 5, "Try again in 90 s"),
    "501": (lambda sandbox: sandbox.fail_next(501), 6, "501"),
    "network": (lambda sandbox: sandbox.disconnect_next(times=3), 7, "disconnected"),
    "422": (lambda sandbox: sandbox.fail_next(422), 1, "422"),
    "garbage": (lambda sandbox: sandbox.garbage_next(), 1, "expected JSON"),
}


@pytest.mark.parametrize("name", FAILURES)
def test_each_failure_is_one_line_and_a_status_of_its_own(sandbox: Sandbox, run: Run, name: str) -> None:
    (fail, status, said), key = FAILURES[name], sandbox.api_key
    fail(sandbox)
    done = run("background-tracks list")
    assert (done.status, done.out, done.err.count("\n")) == (status, "", 1)
    assert done.err.startswith("beyondwords: ")
    assert said in done.err
    assert "api_key=" not in done.err
    assert key not in done.err


def test_an_error_in_the_middle_says_where_to_go_on(sandbox: Sandbox, run: Run) -> None:
    sandbox.background_tracks.fill(60)
    sandbox.fail_next(501, page=2)
    done = run("background-tracks list -o json")
    assert len(json.loads(done.out)) == 25
    assert (done.status, done.err.endswith(" Continue with --offset 25.\n")) == (6, True)


@pytest.mark.parametrize(
    ("command", "stdin", "said"),
    [
        ("content create -", '{"titel": "x"}', "standard input: no property 'titel' in NewContent; did"),
        ("content create -", '{"title"', "standard input is not JSON"),
        ("content create -", "[]", "standard input must hold a JSON object"),
        ("rules create -", '{"zzz": 1}', "no property 'zzz' in RuleInput; there is content, key, language, magic"),
        ("rules create -", '{"additional_properties": {}}', "no property 'additional_properties'"),
        ("call content#indx", "", "did you mean content_index"),
        ("call content#index -p project_id", "", "-p takes name=value"),
        ("call content#index -p projct_id=1", "", "did you mean 'project_id'?"),
        ("voices list --columns nme", "", "--columns: no property 'nme'; there is id, name"),
        ("background-tracks list --limit 0", "", "limit must be at least 1"),
    ],
)
def test_wrong_usage_is_one_line_and_status_2(run: Run, command: str, stdin: str, said: str) -> None:
    done = run(command, stdin=stdin)
    assert (done.status, done.out, done.err.count("\n")) == (2, "", 1)
    assert said in done.err


@pytest.mark.parametrize("wrong", ["voices lst", "voices list --nme", "voices list -o xml"])
def test_unknown_words_are_status_2(run: Run, wrong: str) -> None:
    done = run(wrong)
    assert (done.status, done.out) == (2, "")
    assert wrong.split()[-1] in done.err


def test_a_key_on_the_command_line_is_refused_and_not_shown(run: Run) -> None:
    Path("key").write_text("secret-key-5417\nanother\n", "utf-8")
    for given, status, said in (
        ("=secret-key-5417", 2, "No such option"),
        ("-file=secret-key-5417", 3, "the API key cannot be read from the file of --api-key-file: No such file"),
        ("-file=key", 3, "a key file holds the key alone, on one line"),
    ):
        done = run(f"voices list --api-key{given}")
        assert (done.status, done.out, said in done.err) == (status, "", True), given
        assert not [word for word in ("secret", "strip()", "api_key") if word in done.err], given
        assert status == 2 or done.err.count("\n") == 1, given


def test_the_key_comes_from_a_file_or_a_question(sandbox: Sandbox, run: Run, shown: Shown) -> None:
    Path("key").write_text(f"{sandbox.api_key}\n", "utf-8")
    assert run("voices list --api-key-file key", BEYONDWORDS_API_KEY="").status == 0
    asked = shown("voices list", typed=sandbox.api_key, BEYONDWORDS_API_KEY="")
    assert "API key" in asked
    assert "Ava" in asked
    assert sandbox.api_key not in asked
    nothing = shown("voices list", typed=CTRL_D, BEYONDWORDS_API_KEY="")
    assert nothing.splitlines()[1:] == ["beyondwords: no API key was given"]
    without = run("voices list", BEYONDWORDS_API_KEY="")
    assert (without.status, "give --api-key-file" in without.err) == (3, True)


WRITERS = ["--help", "--version", "sandbox", "sandbox --help", "content list --help"]
LISTS = [f"background-tracks list --limit 100 -o {kind}" for kind in ("ndjson", "json", "csv", "table")]


@pytest.mark.parametrize("command", WRITERS + LISTS)
def test_a_full_disk_and_a_reader_that_leaves_are_no_tracebacks(sandbox: Sandbox, shell: Run, command: str) -> None:
    sandbox.background_tracks.fill(2_000)
    full = shell(f"{COMMAND} {command} > /dev/full")
    assert (full.status, full.err) == (1, "beyondwords: the output: No space left on device\n")
    # `true` is gone before a word is written: Python takes longer to start.
    reader, lines = ("head -1", 1) if command in LISTS else ("true", 0)
    left = shell(f"{COMMAND} {command} | {reader}")
    assert (left.status, left.err, left.out.count("\n")) == (0, "", lines)


def test_an_output_that_is_closed_is_no_traceback(shell: Run) -> None:
    closed = shell(f"{COMMAND} voices list >&-")
    assert closed.err.count("\n") <= 1
    assert "Traceback" not in closed.err


def test_ctrl_c_is_quiet_and_status_130(sandbox: Sandbox) -> None:
    sandbox.latency = 600
    command = shlex.split(f"{COMMAND} voices list")
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        while not sandbox.requests:
            assert process.poll() is None
        process.send_signal(signal.SIGINT)
        assert (*process.communicate(timeout=60), process.returncode) == (b"", b"", 130)


def test_verbose_tells_retries_and_debug_the_traceback(sandbox: Sandbox, shell: Run) -> None:
    sandbox.fail_next(503)
    sandbox.fail_next(422)
    done = shell(f"{COMMAND} voices list --verbose --debug")
    assert done.status == 1
    assert "503, trying again in" in done.err
    assert "Traceback" in done.err


# About itself


def test_help_says_where_the_key_comes_from_and_what_a_status_means(run: Run) -> None:
    text = " ".join(run("--help").out.split())
    assert "BEYONDWORDS_API_KEY, --api-key-file or a question. There is no option for the key itself" in text
    assert "3 the key, 4 not found, 5 rate limit" in text
    assert "Only items whose title contains this." in run("content list --help").out
    assert "--processing-time" in run("sandbox --help").out
    lines = run("--version").out.splitlines()
    assert lines[0] == f"beyondwords {__version__}"
    assert [line.split()[0] for line in lines[1:3]] == ["spec", "generator"]


def test_completion(shell: Run) -> None:
    done = shell(str(Path(sys.executable).with_name("beyondwords")), _BEYONDWORDS_COMPLETE="source_bash")
    assert (done.status, "beyondwords" in done.out) == (0, True)


CHECKS = ("API key", "base URL", "proxy", "certificates", "connection", "project", "clock")
UNTRIED = dict.fromkeys(("connection", "project", "clock"), "-")
NO_URL = UNTRIED | {"base URL": "wrong", "proxy": "-"}
KEY, URL, PROJECT = "BEYONDWORDS_API_KEY", "BEYONDWORDS_BASE_URL", "BEYONDWORDS_PROJECT_ID"
# What is wrong, the status, each check that is not ok, and what is said.
DOCTOR: dict[str, tuple[dict[str, str], int, dict[str, str], str]] = {
    "nothing": ({}, 0, {}, "ok"),
    "another key": ({KEY: "another-key"}, 3, UNTRIED | {"connection": "wrong"}, "wrong connection: 401"),
    "no key": ({KEY: ""}, 3, UNTRIED | {"API key": "wrong"}, "wrong API key: "),
    "no server": ({URL: "http://127.0.0.1:9/v1"}, 7, UNTRIED | {"connection": "wrong"}, "Connection refused"),
    "no URL": ({URL: "foo"}, 2, NO_URL, "wrong base URL: "),
    "neither": ({KEY: "", URL: "foo"}, 3, NO_URL | {"API key": "wrong"}, "wrong base URL: "),
    "certificates": ({"SSL_CERT_FILE": "missing"}, 2, UNTRIED | {"certificates": "wrong"}, "missing"),
    "another project": ({PROJECT: "99"}, 4, {"project": "wrong"}, f"no project '99' for this key; check {PROJECT}"),
    "no project": ({PROJECT: ""}, 0, {"project": "note"}, f"note  project: none is set; {PROJECT}"),
    "no id": ({PROJECT: ".."}, 2, {"project": "wrong"}, "project"),
}


@pytest.mark.parametrize("name", DOCTOR)
def test_doctor_blames_what_is_wrong_and_goes_on(run: Run, name: str) -> None:
    changes, status, verdicts, said = DOCTOR[name]
    done = run("doctor", **changes)
    assert (done.status, done.err) == (status, "")
    found = [(line[6:].split(":")[0], line[:6].strip()) for line in done.out.splitlines()]
    assert found == [(check, verdicts.get(check, "ok")) for check in CHECKS]
    assert said in done.out


def test_without_the_extra_it_says_what_to_install(shell: Run) -> None:
    code = "import sys; sys.modules['typer'] = None; from beyondwords.cli import main; sys.exit(main())"
    done = shell(shlex.join([sys.executable, "-c", code]))
    assert (done.status, done.err.count("\n"), "pip install 'beyondwords[cli]'" in done.err) == (1, 1, True)
