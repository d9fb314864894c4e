"""`make generate` as a command: what it leaves behind, and how it fails."""

from __future__ import annotations

import shutil
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
from tools.generate.modules import Endpoint, endpoints

THING = {"type": "object", "properties": {"id": {"type": "integer"}}}


@pytest.fixture
def target(tmp_path: Path) -> Path:
    return tmp_path / "clients" / "things_api"


def parameter(name: str, place: str = "query", **more: Any) -> dict[str, Any]:
    return {"name": name, "in": place, "schema": {"type": "string"}} | more


def generated(target: Path) -> dict[str, Endpoint]:
    return {each.key: each for each in endpoints(target)}


def test_the_published_document_gives_a_whole_client(run_tool: Run, target: Path) -> None:
    result = run_tool("generate", "--spec", PUBLISHED, "--output", target)
    assert result.returncode == 0, result.stderr
    assert result.stderr == ""
    assert (target / "openapi.yaml").read_bytes() == PUBLISHED.read_bytes()
    assert (target / "py.typed").read_bytes() == b""
    assert (target / "api" / "background_tracks" / "background_tracks_index.py").is_file()
    assert {file.stem for file in (target / "models").glob("*.py")} >= {"background_track", "error"}
    entry = generated(target)["background_tracks.background_tracks_index"]
    assert entry.shape == ("GET", "/background_tracks")
    assert entry.query["pagination[limit]"] == "pagination_limit"


def test_a_second_run_replaces_the_client_and_all_that_was_added_to_it(run_tool: Run, target: Path) -> None:
    assert run_tool("generate", "--spec", PUBLISHED, "--output", target).returncode == 0
    before = files(target)
    (target / "models" / "added.py").write_text("")
    (target / "client.py").write_text("")
    assert run_tool("generate", "--spec", PUBLISHED, "--output", target).returncode == 0
    assert files(target) == before


def test_the_output_depends_on_nothing_but_the_document(run_tool: Run, tmp_path: Path, published_client: Path) -> None:
    outputs = []
    for number, environment in enumerate(
        (
            {"PYTHONHASHSEED": "1", "LC_ALL": "C", "TZ": "UTC"},
            {"PYTHONHASHSEED": "2", "LC_ALL": "tr_TR.UTF-8", "TZ": "Asia/Tokyo", "PATH": "/usr/bin:/bin"},
        )
    ):
        target = tmp_path / str(number) / f"client_{number}"
        result = run_tool("generate", "--spec", PUBLISHED, "--output", target, environment=environment)
        assert result.returncode == 0, result.stderr
        outputs.append(files(target))
    assert outputs[0] == outputs[1]
    committed = files(published_client)
    assert outputs[0] == committed


def lose(module: Path) -> None:
    module.unlink()


def repeat(module: Path) -> None:
    shutil.copy(module, module.with_name("again.py"))


@pytest.mark.parametrize(
    ("change", "told"),
    [(lose, "has no generated function"), (repeat, r"has 2 generated functions: .*\.again, ")],
)
def test_an_operation_without_one_function_fails_and_is_named(
    tmp_path: Path, published_client: Path, change: Callable[[Path], None], told: str
) -> None:
    package = shutil.copytree(published_client, tmp_path / "client")
    change(package / "api" / "background_tracks" / "background_tracks_index.py")
    with pytest.raises(Failure, match=f"GET /background_tracks {told}"):
        check_operations(spec.load(PUBLISHED), package)


@pytest.fixture(scope="module")
def busy(run_tool: Run, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A client of one operation that sends something everywhere."""
    folder = tmp_path_factory.mktemp("busy")
    run_tool("generate", "--spec", written(folder, BUSY), "--output", folder / "client")
    return folder / "client"


BUSY = document(
    {
        "/things/{id}": {
            "put": operation(
                "things#update",
                [
                    parameter("id", "path", required=True),
                    parameter("a"),
                    parameter("b"),
                    parameter("X-Trace", "header"),
                    parameter("session", "cookie"),
                ],
            )
            | {"requestBody": {"content": {"application/json": {"schema": THING}}}}
        }
    }
)


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ('headers["X-Trace"] =', "_ =", "has the header parameter 'X-Trace', which the generator left out"),
        ('cookies["session"] =', "_ =", "has the cookie parameter 'session', which the generator left out"),
        ('params["a"] =', "_ =", "has the query parameter 'a', which the generator left out"),
        ('params["b"] = b', 'params["b"] = a', "has two query parameters that share one argument"),
        ('id=_path_value("id", id),', "", "declares other path parameters than things.things_update has"),
        ("    body: ", "    payload: ", "has a request body without an argument in things.things_update"),
        ('"method": "put"', '"method": "post"', "PUT /things/{id} has no generated function"),
        ('"method": ', '"verb": ', "has no `_get_kwargs` with method and url"),
    ],
)
def test_what_an_operation_loses_is_named(busy: Path, tmp_path: Path, old: str, new: str, expected: str) -> None:
    package = tmp_path / "client"
    shutil.copytree(busy, package)
    check_operations(BUSY, package)
    module = package / "api" / "things" / "things_update.py"
    source = module.read_text()
    assert old in source
    module.write_text(source.replace(old, new))
    with pytest.raises(Failure) as caught:
        check_operations(BUSY, package)
    assert expected in str(caught.value)


def test_a_function_for_no_operation_fails(busy: Path) -> None:
    with pytest.raises(Failure, match=r"things\.things_update is generated, but the document has no PUT /things/\{\}"):
        check_operations(document({}), busy)


def test_every_method_of_a_path_is_an_operation(run_tool: Run, tmp_path: Path, target: Path) -> None:
    by_id = {"parameters": [parameter("thingId", "path", required=True)]}
    item = {method: operation(f"things#{method}") for method in ("get", "put", "patch", "delete", "head")}
    paths = {"/things/{thingId}": item | by_id, "/things": {"get": operation(None, tag="Other things")}}
    result = run_tool("generate", "--spec", written(tmp_path, document(paths)), "--output", target)
    assert result.returncode == 0, result.stderr
    assert {key: each.shape for key, each in generated(target).items()} == {
        "other_things.get_things": ("GET", "/things"),
        **{f"things.things_{method}": (method.upper(), "/things/{}") for method in item},
    }


def test_query_names_that_are_hard_to_see(run_tool: Run, tmp_path: Path, target: Path) -> None:
    deep: Any = {"style": "deepObject", "schema": {"type": "object"}}
    parameters = [
        parameter("id", "path", required=True),
        parameter("id"),
        parameter("client"),
        parameter("filter[scopes]", **deep),
        parameter("url", **deep),
        parameter("fooBar", **deep),
        parameter("foo_bar"),
        parameter("json_x"),
        parameter("since", schema={"type": "string", "format": "date"}),
        parameter("ids", schema={"type": "array", "items": {"type": "integer"}}),
        parameter("X-Trace", "header"),
        parameter("session", "cookie"),
    ]
    paths = {"/things/{id}": {"get": operation("things#show", parameters)}}
    result = run_tool("generate", "--spec", written(tmp_path, document(paths)), "--output", target)
    assert result.returncode == 0, result.stderr
    entry = generated(target)["things.things_show"]
    assert entry.query == {
        "id": "id_query",
        "client": "client_query",
        "filter[scopes]": "filter_scopes",
        "url": "url_query",
        "fooBar": "fooBar",
        "foo_bar": "foo_bar",
        "json_x": "json_x",
        "since": "since",
        "ids": "ids",
    }


DROPPED = {"name": "where", "in": "query", "content": {"application/json": {"schema": THING}}}
MANY = parameter("X-Many", "header", schema={"type": "array", "items": {"type": "string"}})


@pytest.mark.parametrize(
    ("paths", "schemas", "named"),
    [
        (
            {"/a": {"get": operation("things#list")}, "/b": {"post": operation("things_list")}},
            {},
            ["GET /a", "POST /b", "things.things_list"],
        ),
        (
            {"/things": {"get": operation("things#list", [DROPPED])}},
            {},
            ["GET /things", "parameter where is described by `content`"],
        ),
        # The generator itself warns of this one.
        ({"/things": {"get": operation("things#list", [MANY])}}, {}, ["GET /things"]),
        (None, {"HttpError": THING, "HTTPError": THING}, ["'http_error'"]),
    ],
    ids=["two operations of one name", "a parameter by content", "an array in a header", "two models in one file"],
)
def test_what_would_be_lost_fails_is_named_and_leaves_the_old_client(
    run_tool: Run,
    tmp_path: Path,
    target: Path,
    published_client: Path,
    paths: Any,
    schemas: Any,
    named: tuple[str, ...],
) -> None:
    shutil.copytree(published_client, target)
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


def test_generation_checks_the_versions(monkeypatch: pytest.MonkeyPatch, target: Path) -> None:
    monkeypatch.setattr("tools.generate.build.version", lambda name: "0.1")
    with pytest.raises(Failure, match=r"pyproject\.toml pins .*, but 0\.1 is installed"):
        generate(spec.SPEC_FILE, target)
    assert not target.exists()


@pytest.mark.parametrize("name", ["openapi-python-client", "ruff"])
def test_another_version_than_the_pinned_one_is_refused(tmp_path: Path, name: str) -> None:
    pyproject = tmp_path / "pyproject.toml"
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    check_pins(ROOT / "pyproject.toml")
    assert f'"{name}==' in text
    pyproject.write_text(text.replace(f'"{name}==', f'"{name}==99.'), encoding="utf-8")
    with pytest.raises(Failure, match=rf"pins {name}==99\..* is installed: run `make setup`"):
        check_pins(pyproject)


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
