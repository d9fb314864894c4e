"""What is no usable document: one line says so, and what was there before stays."""

from __future__ import annotations

import ast
import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.tools.conftest import ROOT, files
from tests.tools.documents import NUMBER, TEXT, Json, document, fields, operation, parameter, reference, written
from tests.tools.endpoint_pages import HEAD, LIST_SPEAKERS_PAGE, page, saved
from tools import add_endpoint, check_generated, spec
from tools.generate import build as generate
from tools.generate.naming import operation_name

BOMB = "openapi: 3.0.1\na0: &a0 [x, x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"a{level}: &a{level} [{', '.join([f'*a{level - 1}'] * 10)}]\n" for level in range(1, 7)
)


BAD: dict[str, tuple[str | bytes, str]] = {
    "missing": ("", "No such file or directory"),
    "directory": ("", "Is a directory"),
    "large": ("openapi: 3.0.1\n#".ljust(20_000_001), "is larger than 20 MB"),
    "empty": ("", ""),
    "only comments": ("# nothing\n", ""),
    "not UTF-8": (b"openapi: 3.0.1\ninfo: caf\xe9\n", ":2 is not UTF-8"),
    "UTF-16": ("openapi: 3.0.1\n".encode("utf-16"), "is not UTF-8"),
    "NUL": ("openapi: 3.0.1\ninfo: \0\n", "is not YAML"),
    "bomb": (BOMB, "aliases make this more than"),
    "alias of itself": ("openapi: 3.0.1\nx: &x [*x]\n", ":2: an alias stands inside its own anchor"),
    "tabs": ("openapi: 3.0.1\ninfo:\n\ttitle: x\n", ":3 is not YAML"),
    "duplicate keys": ("openapi: 3.0.1\ninfo:\n  a: 1\n  a: 2\n", ":4: duplicate key 'a', first on line 3"),
    "duplicate paths": ("openapi: 3.0.1\npaths:\n  /a: {}\n  '/a': {}\n", ":4: duplicate key '/a'"),
    "deep": ("openapi: 3.0.1\nx: " + "[" * 300, "depth"),
    "broken": ("openapi: [\n", "is not YAML"),
    "python": ("openapi: 3.0.1\nx: !!python/object/apply:os.getcwd []\n", ":2: "),
    "binary": ("openapi: 3.0.1\nx: !!binary aGk=\n", ":2: "),
    "half a sign": ('{"openapi":\n"\\ud83d"}', ":2: half of a sign"),
    "number": ("openapi: 3.0.1\nx: " + "9" * 5000 + "\n", "is not YAML"),
    "two documents": ("openapi: 3.0.1\n---\nopenapi: 3.0.1\n", ""),
    "a list": ("- openapi\n", ""),
    "no OpenAPI": ("a: b\n", ""),
}
# What is given as the document, the options or a page of the vendor's.
TOOLS = {
    "generate": (generate.main, ["--spec", "{bad}"]),
    "generate with options": (generate.main, ["--spec", "{project}/openapi.yaml", "--config", "{bad}"]),
    "check_generated": (check_generated.main, ["--spec", "{bad}"]),
    "add_endpoint": (add_endpoint.main, ["{good}", "{bad}", "--spec", "{project}/openapi.yaml"]),
    "add_endpoint into": (add_endpoint.main, ["{good}", "--spec", "{bad}"]),
}
# As small as can be: it is read for each bad input.
DOCUMENT = HEAD + "paths: {/things: {get: {responses: {'200': {description: OK}}}}}\n"
Refused = Callable[..., str]


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project that no test changes."""
    folder = tmp_path_factory.mktemp("small") / "project"
    folder.mkdir()
    shutil.copy(ROOT / "generator-config.yml", folder)
    generate.generate(saved(folder, DOCUMENT, "openapi.yaml"), folder / "client")
    return folder


@pytest.fixture
def refused(project: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Refused:
    """`refused("generate", bad)` gives the one line in which the tool says so."""

    def run(tool: str, bad: Path) -> str:
        main, arguments = TOOLS[tool]
        good = saved(tmp_path, LIST_SPEAKERS_PAGE, "good.md")
        before = files(project)
        given = [each.format(bad=bad, good=good, project=project) for each in arguments]
        assert main([*given, "--output", str(project / "client")]) == 1
        output = capsys.readouterr()
        assert (output.out, files(project)) == ("", before)
        assert {path.name for path in project.iterdir()} == {"client", "openapi.yaml", "generator-config.yml"}
        (line,) = output.err.splitlines()
        assert line.startswith("error: ")
        assert len(line) < 500
        return line

    return run


@pytest.mark.parametrize("name", BAD)
def test_bad_input_is_one_line_and_changes_nothing(tmp_path: Path, refused: Refused, name: str) -> None:
    content, expected = BAD[name]
    bad = tmp_path / "bad.yaml"
    if name == "directory":
        bad.mkdir()
    elif name != "missing":
        bad.write_bytes(content.encode() if isinstance(content, str) else content)
    for tool in TOOLS:
        line = refused(tool, bad)
        assert line.startswith(f"error: {bad}"), tool
        assert expected in line, tool


def test_the_same_in_a_page_names_the_line_of_the_page(tmp_path: Path, refused: Refused) -> None:
    text = LIST_SPEAKERS_PAGE.replace("      summary: List\n", "      summary: List\n      summary: Twice\n")
    line = text.splitlines().index("      summary: Twice") + 1
    expected = f"bad.md:{line}: duplicate key 'summary', first on line {line - 1}"
    assert expected in refused("add_endpoint", saved(tmp_path, text, "bad.md"))


@pytest.mark.parametrize(
    ("text", "data"),
    [
        ("a: &a {x: 1, y: 2}\nb: [*a]", {"a": {"x": 1, "y": 2}, "b": [{"x": 1, "y": 2}]}),
        ("a: &a {x: 1, y: 2}\nc:\n  <<: *a\n  y: 3", {"a": {"x": 1, "y": 2}, "c": {"x": 1, "y": 3}}),
        # Scalars are those of JSON.
        ("200: a\ntrue: b\n2023-01-01: c", {"200": "a", "true": "b", "2023-01-01": "c"}),
        ("[2023-01-01, 2023-01-01T00:00:00Z, =, no]", ["2023-01-01", "2023-01-01T00:00:00Z", "=", "no"]),
        ("[true, 1.5, 1, null]", [True, 1.5, 1, None]),
        # A sign that JSON writes in two halves.
        (r'{"a\ud83d\ude00": "\ud83d\ude00"}', {"a😀": "😀"}),
    ],
)
def test_what_is_read(text: str, data: object) -> None:
    assert spec.parse(text) == data


def get(node: object = None, **more: object) -> Json:
    return {"/a": {"get": {"responses": {"200": {"description": "OK"}}, **more} if more else node}}


@pytest.mark.parametrize(
    ("paths", "expected"),
    [
        (["/a"], "paths"),
        ({"/a": "x"}, "/a"),
        (get(), "GET /a is empty"),
        (get({}), "responses"),
        (get(responses=[]), "responses"),
        (get(responses={"200": None}), "200"),
        (get(responses={"200": {"$ref": 5}}), "$ref"),
        (get(parameters=["x"]), "parameters"),
        (get(parameters={"name": "x"}), "parameters"),
        (get(parameters=[{"in": "query"}]), "name"),
        (get(parameters=[{"name": "x", "in": "query", "schema": 0}]), "schema"),
        (get(parameters=[{"name": "x", "in": "query", "schema": {"items": 1}}]), "items"),
        (get(operationId=5), "operationId"),
        (get(tags=[5]), "tags"),
        (get(requestBody="x"), "requestBody"),
    ],
)
def test_a_document_of_another_form_is_one_line(tmp_path: Path, refused: Refused, paths: object, expected: str) -> None:
    assert expected in refused("generate", written(tmp_path, document() | {"paths": paths}))


# --- text that is a template or code for somebody

CODE = '"""\nimport os\nos.system("touch pwned")\n"""\\'
TEMPLATE = "{{ 7 * 191 }} {% include 'x' %} {# c #} ${HOME} $(id) %s {0}"
BOTH = TEMPLATE + CODE
HOSTILE = operation(
    "a\"); import os; os.system('x')#{{ 7 * 191 }}",
    [
        parameter("q\"+os.system('x')+\"", description=BOTH),
        parameter("e", schema=TEXT | {"enum": ["a", 'b"; import os', TEMPLATE]}),
        parameter("l", schema=TEXT | {"enum": ['b"\nimport os', CODE]}),
        parameter("X-{{ 7 * 191 }}", "header", TEXT | {"default": CODE}),
    ],
    reference("HostileModel"),
    f"../../{TEMPLATE}",
) | {"summary": BOTH, "description": BOTH, "security": []}
HOSTILE_FIELDS: Json = {
    "{{ 7 * 191 }}": TEXT | {"description": BOTH},
    'a"];import os;["': NUMBER | {"description": CODE},
    "import": TEXT,
    "k": TEXT | {"title": 'x"; import os', "enum": ['"""', TEMPLATE]},
}
HOSTILE_MODEL = fields(**HOSTILE_FIELDS) | {"description": BOTH}


def runs(source: str) -> set[str]:
    """The names that a module imports whole or takes attributes of."""
    nodes = list(ast.walk(ast.parse(source)))
    imported = {name.name for node in nodes if isinstance(node, ast.Import) for name in node.names}
    return imported | {node.attr for node in nodes if isinstance(node, ast.Attribute)}


def test_text_that_is_code_or_a_template_comes_in_as_it_is_and_stays_text(project: Path, tmp_path: Path) -> None:
    project = shutil.copytree(project, tmp_path / "project")
    client, spec_file = project / "client", project / "openapi.yaml"
    hostile = document({"/things/$HOME": {"get": HOSTILE}}, {"HostileModel": HOSTILE_MODEL})
    text = json.dumps(hostile | spec.parse(HEAD), indent=2)
    file = saved(tmp_path, page(text, "get /things/$HOME"))
    assert add_endpoint.main([str(file), "--spec", str(spec_file), "--output", str(client)]) == 0
    read = spec.load(spec_file)
    assert read["paths"]["/things/$HOME"]["get"] == HOSTILE
    assert read["components"]["schemas"]["HostileModel"] == HOSTILE_MODEL
    sources = {path: path.read_text(encoding="utf-8") for path in client.rglob("*.py")}
    assert any("touch pwned" in source for source in sources.values())
    for path, source in sources.items():
        assert not {"os", "system"} & runs(source), path
        assert str(7 * 191) not in source, path
    assert not list(tmp_path.rglob("pwned"))
    assert {path.name for path in project.iterdir()} == {"client", "openapi.yaml", "generator-config.yml"}
    (shown,) = (path for path in sources if '"url": "/things/$HOME"' in sources[path])
    assert shown.stem in {operation_name(each) for each in spec.operations(read)}
