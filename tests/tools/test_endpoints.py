"""`make endpoints`: every operation, how to call it, how sure it is, its tests; and what README says of all of them."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.tools.conftest import ROOT, Run, the_error
from tests.tools.documents import Json, document, operation, written
from tools import coverage, endpoints, spec
from tools.changes.last_generation import PACKAGE, WRAPPER
from tools.changes.wrapped import methods
from tools.endpoints import render, rows


def page_parameters(*names: str) -> list[Json]:
    return [{"name": f"pagination[{name}]", "in": "query", "schema": {"type": "integer"}} for name in names]


def with_total(node: Json) -> Json:
    node["responses"]["200"]["headers"] = {"X-Pagination-Total-Count": {"schema": {"type": "integer"}}}
    return node


LIST = {"type": "array", "items": {"type": "object"}}
COMPONENT = {"$ref": "#/components/schemas/things"}
BOTH = page_parameters("limit", "offset")
BY_ID = [{"name": "id", "in": "path", "required": True, "schema": {"type": "string"}}]
DOCUMENT = document(
    {
        "/things": {
            "post": operation("things#create"),
            "get": with_total(operation("things#index", BOTH, LIST))
            | {"x-evidence": "client", "x-source": "a client that somebody wrote, and whose source is public"},
        },
        "/things/{id}": {"get": operation("things#show", BY_ID), "delete": operation("things#delete", BY_ID)},
        "/by_reference": {"get": with_total(operation("things#by_reference", BOTH, COMPONENT))},
        "/no_total": {"get": operation("things#no_total", BOTH, LIST)},
        "/no_offset": {"get": with_total(operation("things#no_offset", page_parameters("limit"), LIST))},
        "/no_list": {"get": with_total(operation("things#no_list", BOTH, {"type": "object"}))},
    },
    {"things": LIST},
)

CLIENT = '''
class AsyncBeyondWords:
    @cached_property
    def things(self) -> AsyncThings:
        """Things."""

    @cached_property
    def other_things(self) -> AsyncOthers: ...

    def no_property(self) -> AsyncUnreachable: ...
'''
THINGS = '''
from beyondwords_api.api.things import things_create, things_index as index, things_unused
from beyondwords_api.types import UNSET

class AsyncThings:
    def list(self, *, name=None):
        """things_unused is only talked about."""
        return self._client.paginate(index, name=UNSET)

    async def create(self):
        return await self._send()

    async def create_again(self):
        return await self.create()

    async def _send(self):
        return await self._client.call(things_create)

    def nothing(self):
        return self._send_nothing()
'''
OTHERS = """
from beyondwords_api.api.things import things_delete, things_no_offset, things_no_total, things_show as show

class AsyncOthers:
    async def show(self, id):
        return await self._client.call(show, id=id)

    async def remove(self, id):
        return await things_delete.asyncio_detailed(client=self._client.api)

    def _private(self):
        return things_no_total

class AsyncUnreachable:
    def list(self):
        return things_no_offset
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    written(tmp_path, DOCUMENT, "openapi.yaml")
    resources = tmp_path / WRAPPER / "_async" / "resources"
    resources.mkdir(parents=True)
    (resources / "__init__.py").write_text(CLIENT)
    (resources / "things.py").write_text(THINGS)
    (resources / "others.py").write_text(OTHERS)
    for name in ("things_index", "things_show"):
        module = tmp_path / PACKAGE / "api" / "things" / f"{name}.py"
        module.parent.mkdir(parents=True, exist_ok=True)
        module.write_text("")
    return tmp_path


def test_the_wrapper_is_read_for_what_each_public_method_passes_on(project: Path) -> None:
    assert methods(project / WRAPPER) == {
        "things.things_index": ["things.list"],
        "things.things_create": ["things.create", "things.create_again"],
        "things.things_show": ["other_things.show"],
        "things.things_delete": ["other_things.remove"],
    }


def test_every_operation_is_a_row(project: Path) -> None:
    assert [(row.method, row.path, row.module, row.wrapped_as, row.paginated) for row in rows(project)] == [
        ("GET", "/by_reference", "things.things_by_reference", [], "yes"),
        ("GET", "/no_list", "things.things_no_list", [], "no"),
        ("GET", "/no_offset", "things.things_no_offset", [], "no"),
        ("GET", "/no_total", "things.things_no_total", [], "yes, without a total"),
        ("GET", "/things", "things.things_index", ["things.list"], "yes"),
        ("POST", "/things", "things.things_create", ["things.create", "things.create_again"], "no"),
        ("DELETE", "/things/{id}", "things.things_delete", ["other_things.remove"], "no"),
        ("GET", "/things/{id}", "things.things_show", ["other_things.show"], "no"),
    ]


@pytest.fixture
def printed(project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Callable[[], str]:
    """`printed()` is what the command prints."""
    monkeypatch.setattr(endpoints, "contract_tests", lambda _: {"GET /things": 3})
    monkeypatch.delenv("FORMAT", raising=False)
    for folder, text in (("wrapper", "bw.things.list()"), ("network", "things_index"), ("tools", "things_index")):
        (project / "tests" / folder).mkdir(parents=True)
        (project / "tests" / folder / f"test_{folder}.py").write_text(text)

    def run() -> str:
        assert endpoints.main(["--project", str(project)]) == 0
        return capsys.readouterr().out

    return run


def test_each_operation_is_told_by_group_with_its_source_and_tests(printed: Callable[[], str]) -> None:
    text = printed()
    assert text.startswith("Things: 8 (beyondwords_api.api.things)\n")
    assert text.endswith("\n\n8 operations: 7 documented, 1 client.\n")
    source = "client: a client that somebody wrote, and whose source is public"
    tests = "tests: contract 3, test_network.py, test_wrapper.py"
    whole = "       documented: the vendor's page, whole; tests: contract 0\n"
    assert f"\nGET    /things  bw.things.list, paged\n       {source}; {tests}\n" in text
    assert f"\nGET    /things/{{id}}  bw.other_things.show\n{whole}" in text
    assert f"\nGET    /no_total  run `make generate`, paged, no total\n{whole}" in text


def test_what_is_generated_and_has_no_method_is_one_call_away(printed: Callable[[], str], project: Path) -> None:
    for name in ("things_no_total", "things_no_list"):
        (project / PACKAGE / "api" / "things" / f"{name}.py").write_text("")
    text = printed()
    assert "  bw.paginate(things_no_total), paged" in text
    assert "  bw.call(things_no_list)\n" in text


def test_the_readme_says_what_the_document_covers() -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    assert text == coverage.written(text, spec.load(ROOT / "openapi.yaml")), "run `make generate`"
    first_screen = "\n".join(text.splitlines()[:12])
    assert coverage.line(spec.load(ROOT / "openapi.yaml")) in first_screen


def test_what_is_covered_is_counted_by_group() -> None:
    assert coverage.table(DOCUMENT).splitlines()[2:] == ["| Things | 8 | 7 | 1 |"]
    assert coverage.line(DOCUMENT).startswith("All 8 known operations can be called: 7 were read in")


COUNTED = """
import pytest

@pytest.mark.parametrize("operation", ["GET /things", "POST /things"])
def test_one(operation): pass

@pytest.mark.parametrize("operation", ["GET /things"])
def test_another(operation): pass
"""


def test_contract_tests_are_counted_and_unknown_if_they_cannot_be_collected(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = project / "tests" / "contract"
    folder.mkdir(parents=True)
    (folder / "test_counted.py").write_text(COUNTED)
    counts = {(row.method, row.path): row.contract_tests for row in rows(project)}
    assert {key: count for key, count in counts.items() if count} == {("GET", "/things"): 2, ("POST", "/things"): 1}
    assert counts["GET", "/no_list"] == 0
    (folder / "test_broken.py").write_text("import no_such_module\n")
    print(render(rows(project), "json"))
    printed = capsys.readouterr()
    assert printed.err.startswith("warning: pytest cannot collect the contract tests: ")
    assert {row["contract_tests"] for row in json.loads(printed.out)} == {None}


def test_a_document_or_a_wrapper_that_cannot_be_read_is_one_line(project: Path, run_tool: Run) -> None:
    resources = project / WRAPPER / "_async" / "resources" / "__init__.py"
    resources.write_text("class")
    assert "__init__.py is not Python" in the_error(run_tool("endpoints", "--project", project))
    resources.unlink()
    assert "__init__.py: No such file" in the_error(run_tool("endpoints", "--project", project))
    (project / "openapi.yaml").unlink()
    assert "openapi.yaml: No such file" in the_error(run_tool("endpoints", "--project", project))
