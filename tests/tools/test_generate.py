"""`make generate` as a command: what it leaves behind, and how it fails."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.tools.conftest import PUBLISHED, ROOT, Run, files, the_error
from tests.tools.documents import document, operation, written
from tools import spec
from tools.failure import Failure
from tools.generate.build import check_pins, generate, read_options
from tools.generate.check_operations import check_operations
from tools.generate.modules import endpoints

THING = {"type": "object", "properties": {"id": {"type": "integer"}}}


@pytest.fixture
def target(tmp_path: Path) -> Path:
    return tmp_path / "clients" / "things_api"


def parameter(name: str, place: str = "query", **more: Any) -> dict[str, Any]:
    return {"name": name, "in": place, "schema": {"type": "string"}} | more


def test_the_client_is_whole_and_depends_on_nothing_but_the_document(published_client: Path, target: Path) -> None:
    # Not on what was there before, nor on the environment.
    shutil.copytree(published_client, target)
    (target / "models" / "added.py").write_text("")
    (target / "client.py").write_text("")
    odd = {"PYTHONHASHSEED": "2", "LC_ALL": "tr_TR.UTF-8", "TZ": "Asia/Tokyo", "PATH": "/usr/bin:/bin"}
    command = [sys.executable, "-m", "tools.generate", "--spec", str(PUBLISHED), "--output", str(target)]
    done = subprocess.run(command, cwd=ROOT, env=os.environ | odd, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    made = files(target)
    assert made == files(published_client)
    assert (made["openapi.yaml"], made["py.typed"]) == (PUBLISHED.read_bytes(), b"")
    assert made.keys() >= {"models/background_track.py", "models/error.py"}
    (entry,) = endpoints(target)
    assert (entry.key, entry.shape) == ("background_tracks.background_tracks_index", ("GET", "/background_tracks"))
    assert entry.query["pagination[limit]"] == "pagination_limit"


BY_ID = parameter("id", "path", required=True)
SENT = {"requestBody": {"content": {"application/json": {"schema": THING}}}}
UPDATE = [BY_ID, parameter("a"), parameter("b"), parameter("X-Trace", "header"), parameter("session", "cookie")]
DEEP: Any = {"style": "deepObject", "schema": {"type": "object"}}
HARD_TO_SEE = [
    BY_ID,
    *(parameter(name) for name in ("id", "client", "foo_bar", "json_x")),
    *(parameter(name, **DEEP) for name in ("filter[scopes]", "url", "fooBar")),
    parameter("since", schema={"type": "string", "format": "date"}),
    parameter("ids", schema={"type": "array", "items": {"type": "integer"}}),
    *(parameter("X-Trace", "header"), parameter("session", "cookie")),
]
METHODS = ("get", "put", "patch", "delete", "head")
BUSY = document(
    {
        "/things/{id}": {"put": operation("things#update", UPDATE) | SENT},
        "/odd/{id}": {"get": operation("things#odd", HARD_TO_SEE)},
        "/every/{id}": {"parameters": [BY_ID], **{method: operation(f"every#{method}") for method in METHODS}},
        "/things": {"get": operation(None, tag="Other things")},
    }
)


@pytest.fixture(scope="module")
def busy(run_tool: Run, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("busy")
    result = run_tool("generate", "--spec", written(folder, BUSY), "--output", folder / "client")
    assert result.returncode == 0, result.stderr
    return folder / "client"


def test_every_operation_and_argument_is_found(busy: Path) -> None:
    found = {each.key: each for each in endpoints(busy)}
    assert {key: each.shape for key, each in found.items()} == {
        "other_things.get_things": ("GET", "/things"),
        "things.things_update": ("PUT", "/things/{}"),
        "things.things_odd": ("GET", "/odd/{}"),
        **{f"things.every_{method}": (method.upper(), "/every/{}") for method in METHODS},
    }
    assert found["things.things_odd"].query == {
        **{name: name for name in ("foo_bar", "json_x", "fooBar", "since", "ids")},
        "id": "id_query",
        "client": "client_query",
        "filter[scopes]": "filter_scopes",
        "url": "url_query",
    }


def text(old: str, new: str) -> Callable[[Path], None]:
    def change(module: Path) -> None:
        source = module.read_text()
        assert old in source
        module.write_text(source.replace(old, new))

    return change


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (text('headers["X-Trace"] =', "_ ="), "has the header parameter 'X-Trace', which the generator left out"),
        (text('cookies["session"] =', "_ ="), "has the cookie parameter 'session', which the generator left out"),
        (text('params["a"] =', "_ ="), "has the query parameter 'a', which the generator left out"),
        (text('params["b"] = b', 'params["b"] = a'), "has two query parameters that share one argument"),
        (text('id=_path_value("id", id),', ""), "declares other path parameters than things.things_update has"),
        (text("    body: ", "    payload: "), "has a request body without an argument in things.things_update"),
        (text('"method": "put"', '"method": "post"'), "PUT /things/{id} has no generated function"),
        (text('"method": ', '"verb": '), "has no `_get_kwargs` with method and url"),
        (Path.unlink, "PUT /things/{id} has no generated function"),
        (lambda module: shutil.copy(module, module.with_name("again.py")), "has 2 generated functions: things.again, "),
    ],
)
def test_what_an_operation_loses_is_named(
    busy: Path, tmp_path: Path, change: Callable[[Path], object], expected: str
) -> None:
    package = shutil.copytree(busy, tmp_path / "client")
    check_operations(BUSY, package)
    change(package / "api" / "things" / "things_update.py")
    with pytest.raises(Failure) as caught:
        check_operations(BUSY, package)
    assert expected in str(caught.value)


def test_a_function_for_no_operation_fails(busy: Path) -> None:
    with pytest.raises(Failure, match=r"other_things\.get_things is generated, but the document has no GET /things"):
        check_operations(document({}), busy)


DROPPED = {"name": "where", "in": "query", "content": {"application/json": {"schema": THING}}}
MANY = parameter("X-Many", "header", schema={"type": "array", "items": {"type": "string"}})
TWICE = {"/a": {"get": operation("things#list")}, "/b": {"post": operation("things_list")}}


@pytest.mark.parametrize(
    ("paths", "schemas", "named"),
    [
        (TWICE, {}, ["GET /a", "POST /b", "things.things_list"]),
        ({"/things": {"get": operation("list", [DROPPED])}}, {}, ["GET /things", "where is described by `content`"]),
        # The generator itself warns of this one.
        ({"/things": {"get": operation("list", [MANY])}}, {}, ["GET /things"]),
        (None, {"HttpError": THING, "HTTPError": THING}, ["'http_error'"]),
    ],
    ids=["two operations of one name", "a parameter by content", "an array in a header", "two models in one file"],
)
def test_what_would_be_lost_fails_is_named_and_leaves_the_old_client(
    run_tool: Run, tmp_path: Path, target: Path, busy: Path, paths: Any, schemas: Any, named: list[str]
) -> None:
    shutil.copytree(busy, target)
    before = files(target)
    line = the_error(run_tool("generate", "--spec", written(tmp_path, document(paths, schemas)), "--output", target))
    assert [each for each in named if each not in line] == []
    assert files(target) == before
    assert [path.name for path in target.parent.iterdir()] == [target.name]


def test_a_folder_that_is_no_client_is_not_replaced(run_tool: Run, target: Path) -> None:
    target.mkdir(parents=True)
    (target / "diary.txt").write_text("mine")
    assert "will not be replaced" in the_error(run_tool("generate", "--spec", PUBLISHED, "--output", target))
    assert (target / "diary.txt").read_text() == "mine"


def test_another_version_than_the_pinned_one_is_refused(
    tmp_path: Path, target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    check_pins(ROOT / "pyproject.toml")
    for name in ("openapi-python-client", "ruff"):
        (tmp_path / "pyproject.toml").write_text(text.replace(f'"{name}==', f'"{name}==99.'), encoding="utf-8")
        with pytest.raises(Failure, match=rf"pins {name}==99\..* is installed: run `make setup`"):
            check_pins(tmp_path / "pyproject.toml")
    monkeypatch.setattr("tools.generate.build.version", lambda name: "0.1")
    with pytest.raises(Failure, match=r"pyproject\.toml pins .*, but 0\.1 is installed"):
        generate(spec.SPEC_FILE, target)
    assert not target.exists()


@pytest.mark.parametrize(
    ("content", "expected"),
    [("class_overides: {}", "no option class_overides"), ("[]", "no options"), ("post_hooks: 1", "post_hooks")],
)
def test_a_mistake_in_the_options_is_named(tmp_path: Path, content: str, expected: str) -> None:
    file = tmp_path / "config.yml"
    file.write_text(content)
    with pytest.raises(Failure, match=expected) as caught:
        read_options(file)
    assert "\n" not in str(caught.value)
