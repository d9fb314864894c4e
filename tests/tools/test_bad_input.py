"""What is no usable document: one line says so, and what was there before stays."""

from __future__ import annotations

import ast
import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.tools.conftest import ROOT, files
from tests.tools.documents import document, operation, written
from tests.tools.endpoint_pages import HEAD, LIST_SPEAKERS_PAGE, page, saved
from tools import add_endpoint, check_generated, spec
from tools.generate import build as generate
from tools.generate.naming import operation_name
from tools.spec import SpecError

BOMB = "openapi: 3.0.1\na0: &a0 [x, x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"a{level}: &a{level} [{', '.join([f'*a{level - 1}'] * 10)}]\n" for level in range(1, 7)
)


def missing(file: Path) -> None:
    pass


def directory(file: Path) -> None:
    file.mkdir()


def large(file: Path) -> None:
    with file.open("wb") as stream:
        stream.write(b"openapi: 3.0.1\n#")
        stream.truncate(50_000_000)


def content(data: str | bytes) -> Callable[[Path], None]:
    def write(file: Path) -> None:
        file.write_bytes(data.encode() if isinstance(data, str) else data)

    return write


BAD = {
    "missing": (missing, "No such file or directory"),
    "directory": (directory, "Is a directory"),
    "large": (large, "is larger than 20 MB"),
    "empty": (content(b""), ""),
    "only comments": (content("# nothing\n"), ""),
    "not UTF-8": (content(b"openapi: 3.0.1\ninfo: caf\xe9\n"), ":2 is not UTF-8"),
    "UTF-16": (content("openapi: 3.0.1\n".encode("utf-16")), "is not UTF-8"),
    "NUL": (content(b"openapi: 3.0.1\ninfo: \0\n"), "is not YAML"),
    "bomb": (content(BOMB), "aliases make this more than"),
    "alias of itself": (content("openapi: 3.0.1\nx: &x [*x]\n"), ":2: an alias stands inside its own anchor"),
    "tabs": (content("openapi: 3.0.1\ninfo:\n\ttitle: x\n"), ":3 is not YAML"),
    "duplicate keys": (content("openapi: 3.0.1\ninfo:\n  a: 1\n  a: 2\n"), ":4: duplicate key 'a', first on line 3"),
    "duplicate paths": (content("openapi: 3.0.1\npaths:\n  /a: {}\n  '/a': {}\n"), ":4: duplicate key '/a'"),
    "deep": (content("openapi: 3.0.1\nx: " + "[" * 300), "depth"),
    "broken": (content("openapi: [\n"), "is not YAML"),
    "python": (content("openapi: 3.0.1\nx: !!python/object/apply:os.getcwd []\n"), ":2: "),
    "binary": (content("openapi: 3.0.1\nx: !!binary aGk=\n"), ":2: "),
    "number": (content("openapi: 3.0.1\nx: " + "9" * 5000 + "\n"), "is not YAML"),
    "two documents": (content("openapi: 3.0.1\n---\nopenapi: 3.0.1\n"), ""),
    "a list": (content("- openapi\n"), ""),
    "no OpenAPI": (content("a: b\n"), ""),
}


# As small as can be: it is read for each bad input.
DOCUMENT = HEAD + "paths: {/things: {get: {responses: {'200': {description: OK}}}}}\n"


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("small")
    shutil.copy(ROOT / "generator-config.yml", folder)
    generate.generate(saved(folder, DOCUMENT, "openapi.yaml"), folder / "client")
    return folder


@pytest.fixture
def project(tmp_path: Path, small: Path) -> Path:
    return shutil.copytree(small, tmp_path / "project")


def generated(project: Path, bad: Path) -> int:
    return generate.main(["--spec", str(bad), "--output", str(project / "client")])


def generated_with_options(project: Path, bad: Path) -> int:
    return generate.main(
        ["--spec", str(project / "openapi.yaml"), "--config", str(bad), "--output", str(project / "client")]
    )


def checked(project: Path, bad: Path) -> int:
    return check_generated.main(["--spec", str(bad), "--output", str(project / "client")])


def brought_in(project: Path, bad: Path) -> int:
    places = ["--spec", str(project / "openapi.yaml"), "--output", str(project / "client")]
    return add_endpoint.main([str(saved(project.parent, LIST_SPEAKERS_PAGE, "good.md")), str(bad), *places])


def brought_into(project: Path, bad: Path) -> int:
    good = saved(project.parent, LIST_SPEAKERS_PAGE, "good.md")
    return add_endpoint.main([str(good), "--spec", str(bad), "--output", str(project / "client")])


@pytest.mark.parametrize("name", BAD)
@pytest.mark.parametrize("tool", [generated, generated_with_options, checked, brought_in, brought_into])
def test_bad_input_is_one_line_and_changes_nothing(
    project: Path, tool: Callable[[Path, Path], int], name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    make, expected = BAD[name]
    bad = project.parent / "bad.yaml"
    make(bad)
    before = files(project)
    assert tool(project, bad) == 1
    output = capsys.readouterr()
    assert output.out == ""
    (line,) = output.err.splitlines()
    assert line.startswith(f"error: {bad}")
    assert expected in line
    assert len(line) < 500
    assert files(project) == before
    assert {path.name for path in project.iterdir()} == {"client", "openapi.yaml", "generator-config.yml"}


def test_the_same_in_a_page_names_the_line_of_the_page(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = LIST_SPEAKERS_PAGE.replace("      summary: List\n", "      summary: List\n      summary: Twice\n")
    bad = saved(project.parent, text, "bad.md")
    assert brought_in(project, bad) == 1
    line = text.splitlines().index("      summary: Twice") + 1
    assert f"bad.md:{line}: duplicate key 'summary', first on line {line - 1}" in capsys.readouterr().err


def test_a_document_of_ordinary_aliases_is_read(tmp_path: Path) -> None:
    text = "openapi: 3.0.1\na: &a {x: 1, y: 2}\nb: [*a, *a]\nc:\n  <<: *a\n  y: 3\n"
    read = spec.load(saved(tmp_path, text, "openapi.yaml"))
    assert read["b"] == [{"x": 1, "y": 2}] * 2
    assert read["c"] == {"x": 1, "y": 3}


def test_scalars_are_those_of_json(tmp_path: Path) -> None:
    text = "openapi: 3.0.1\n200: a\ntrue: b\nd: 2023-01-01\nt: 2023-01-01T00:00:00Z\ne: =\nn: no\ny: true\nf: 1.5\n"
    assert spec.load(saved(tmp_path, text, "openapi.yaml")) == {
        "openapi": "3.0.1",
        "200": "a",
        "true": "b",
        "d": "2023-01-01",
        "t": "2023-01-01T00:00:00Z",
        "e": "=",
        "n": "no",
        "y": True,
        "f": 1.5,
    }


def test_a_file_of_the_largest_size_is_still_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = saved(tmp_path, "openapi: 3.0.1\n", "openapi.yaml")
    monkeypatch.setattr("tools.spec.MAX_BYTES", file.stat().st_size)
    assert spec.load(file) == {"openapi": "3.0.1"}
    saved(tmp_path, "openapi: 3.0.1\n\n", "openapi.yaml")
    with pytest.raises(SpecError, match="is larger than"):
        spec.load(file)


RESPONSES = {"200": {"description": "OK"}}


@pytest.mark.parametrize(
    ("paths", "expected"),
    [
        (["/a"], "paths"),
        ({"/a": "x"}, "/a"),
        ({"/a": {"get": None}}, "GET /a is empty"),
        ({"/a": {"get": {}}}, "responses"),
        ({"/a": {"get": {"responses": []}}}, "responses"),
        ({"/a": {"get": {"responses": {"200": None}}}}, "200"),
        ({"/a": {"get": {"responses": RESPONSES, "parameters": ["x"]}}}, "parameters"),
        ({"/a": {"get": {"responses": RESPONSES, "parameters": {"name": "x"}}}}, "parameters"),
        ({"/a": {"get": {"responses": RESPONSES, "parameters": [{"in": "query"}]}}}, "name"),
        ({"/a": {"get": {"responses": RESPONSES, "operationId": 5}}}, "operationId"),
        ({"/a": {"get": {"responses": RESPONSES, "tags": [5]}}}, "tags"),
        ({"/a": {"post": {"responses": RESPONSES, "requestBody": "x"}}}, "requestBody"),
        ({"/a": {"get": {"responses": {"200": {"$ref": 5}}}}}, "$ref"),
    ],
)
def test_a_document_of_another_form_is_one_line(
    project: Path, paths: object, expected: str, capsys: pytest.CaptureFixture[str]
) -> None:
    bad = project.parent / "openapi.json"
    bad.write_text(json.dumps({"openapi": "3.0.1", "info": {"title": "x", "version": "1"}, "paths": paths}))
    before = files(project)
    assert generated(project, bad) == 1
    (line,) = capsys.readouterr().err.splitlines()
    assert line.startswith("error: ")
    assert expected in line
    assert files(project) == before


# --- text that is a template or code for somebody

CODE = '"""\nimport os\nos.system("touch pwned")\n"""\\'
TEMPLATE = "{{ 7 * 191 }} {% include 'x' %} {# c #} ${HOME} $(id) %s {0}"
BOTH = TEMPLATE + CODE
HOSTILE = operation(
    "a\"); import os; os.system('x')#{{ 7 * 191 }}",
    [
        {"name": "q\"+os.system('x')+\"", "in": "query", "description": BOTH, "schema": {"type": "string"}},
        {"name": "e", "in": "query", "schema": {"type": "string", "enum": ["a", 'b"; import os', TEMPLATE]}},
        {"name": "X-{{ 7 * 191 }}", "in": "header", "schema": {"type": "string", "default": CODE}},
    ],
    {"$ref": "#/components/schemas/HostileModel"},
    f"../../{TEMPLATE}",
) | {"summary": BOTH, "description": BOTH, "security": []}
HOSTILE_MODEL = {
    "type": "object",
    "description": BOTH,
    "properties": {
        "{{ 7 * 191 }}": {"type": "string", "description": BOTH},
        'a"];import os;["': {"type": "integer", "description": CODE},
        "import": {"type": "string"},
        "k": {"type": "string", "title": 'x"; import os', "enum": ['"""', TEMPLATE]},
    },
}


def hostile() -> dict[str, object]:
    return document({"/things/$HOME": {"get": HOSTILE}}, {"HostileModel": HOSTILE_MODEL})


def runs(source: str) -> set[str]:
    """The names that a module imports whole or takes attributes of."""
    nodes = list(ast.walk(ast.parse(source)))
    imported = {name.name for node in nodes if isinstance(node, ast.Import) for name in node.names}
    return imported | {node.attr for node in nodes if isinstance(node, ast.Attribute)}


def assert_harmless(client: Path) -> None:
    sources = {path: path.read_text(encoding="utf-8") for path in client.rglob("*.py")}
    assert any("touch pwned" in source for source in sources.values())
    for path, source in sources.items():
        assert not {"os", "system"} & runs(source), path
        assert str(7 * 191) not in source, path
        assert path.is_relative_to(client)
    assert not list(client.parent.rglob("pwned"))


def test_text_that_is_code_or_a_template_stays_text_in_generated_code(tmp_path: Path) -> None:
    client = tmp_path / "clients" / "client"
    file = written(tmp_path, hostile())
    assert generate.main(["--spec", str(file), "--output", str(client)]) == 0
    assert_harmless(client)
    assert [path.name for path in client.parent.iterdir()] == ["client"]
    (shown,) = (client / "api").rglob("a_*.py")
    assert '"url": "/things/$HOME"' in shown.read_text(encoding="utf-8")
    (declared,) = spec.operations(spec.load(file))
    assert shown.stem == operation_name(declared)


def test_a_value_whose_line_breaks_the_generator_drops_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    parameters = [{"name": "e", "in": "query", "schema": {"type": "string", "enum": ['b"\nimport os']}}]
    file = written(tmp_path, document({"/things": {"get": operation("things#index", parameters)}}))
    assert generate.main(["--spec", str(file), "--output", str(tmp_path / "client")]) == 1
    assert "GET /things query parameter e enum has the value" in capsys.readouterr().err
    assert not (tmp_path / "client").exists()


def test_text_that_is_code_or_a_template_comes_in_as_it_is(project: Path) -> None:
    added = hostile() | spec.parse(HEAD, "").data
    file = saved(project.parent, page(json.dumps(added, indent=2), "get /things/$HOME"))
    places = ["--spec", str(project / "openapi.yaml"), "--output", str(project / "client")]
    assert add_endpoint.main([str(file), *places]) == 0
    document = spec.load(project / "openapi.yaml")
    assert document["paths"]["/things/$HOME"]["get"] == HOSTILE
    assert document["components"]["schemas"]["HostileModel"] == HOSTILE_MODEL
    assert_harmless(project / "client")
