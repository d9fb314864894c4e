"""`make endpoints`: every operation with its module, its method in the wrapper, and the tests that look at it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.tools.conftest import Run, the_error
from tests.tools.documents import Json, document, operation, written
from tools import endpoints
from tools.changes.last_generation import PACKAGE, WRAPPER
from tools.changes.wrapped import methods
from tools.endpoints import by_operation, rows, tell

COLUMNS = ["METHOD", "PATH", "MODULE", "WRAPPED AS", "PAGINATED", "CONTRACT TESTS"]


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
            "get": with_total(operation("things#index", BOTH, LIST)),
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
import beyondwords_api.api.things.things_show as show
import beyondwords_api.api.things
from beyondwords_api.api import things

class AsyncOthers:
    async def show(self, id):
        return await self._client.call(show, id=id)

    async def remove(self, id):
        return await things.things_delete.asyncio_detailed(client=self._client.api)

    async def remove_by_full_name(self, id):
        return await beyondwords_api.api.things.things_delete.asyncio(client=self._client.api)

    def _private(self):
        return things.things_no_total

class AsyncUnreachable:
    def list(self):
        return things.things_no_offset
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
        "things.things_delete": ["other_things.remove", "other_things.remove_by_full_name"],
    }


def test_every_operation_is_a_row(project: Path) -> None:
    assert [(row.method, row.path, row.module, row.wrapped_as, row.paginated) for row in rows(project, None)] == [
        ("GET", "/by_reference", "things.things_by_reference", [], "yes"),
        ("GET", "/no_list", "things.things_no_list", [], "no"),
        ("GET", "/no_offset", "things.things_no_offset", [], "no"),
        ("GET", "/no_total", "things.things_no_total", [], "yes, without a total"),
        ("GET", "/things", "things.things_index", ["things.list"], "yes"),
        ("POST", "/things", "things.things_create", ["things.create", "things.create_again"], "no"),
        *[
            ("DELETE", "/things/{id}", "things.things_delete", removes, "no")
            for removes in [["other_things.remove", "other_things.remove_by_full_name"]]
        ],
        ("GET", "/things/{id}", "things.things_show", ["other_things.show"], "no"),
    ]


IDS = [
    "tests/contract/test_a.py::test_x[GET /things]",
    "tests/contract/test_a.py::test_x[GET /things/{id}]",
    "tests/contract/test_a.py::test_x[GET /things/{id}-sync]",
    "tests/contract/test_a.py::test_x[sync-GET /things]",
    "tests/contract/test_a.py::test_y[GET /things filter[name]='GET /things/{id}']",
    "tests/contract/deep/test_b.py::test_z[GET /things 200 full]",
    "tests/contract/test_a.py::test_x[GET /things_more]",
    "tests/contract/test_a.py::test_x[POST /things]",
    "tests/contract/test_a.py::test_of_all",
    "tests/contract/test_a.py::test_x[#/paths//things/get]",
]


def test_a_test_counts_for_the_operation_that_its_id_names() -> None:
    assert by_operation(IDS, ["GET /things", "GET /things/{id}", "GET /other"]) == {
        "GET /things": {"test_a.py::test_x": 2, "test_a.py::test_y": 1, "test_b.py::test_z": 1},
        "GET /things/{id}": {"test_a.py::test_x": 2},
    }
    assert by_operation(IDS, []) == {}


def test_the_table_says_what_is_missing(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(endpoints, "collected", lambda _, names: by_operation(IDS, names))
    tell(project, "text")
    first, *lines = capsys.readouterr().out.splitlines()
    assert [cell.strip() for cell in first.split("  ") if cell] == COLUMNS
    cells = {tuple(cell.strip() for cell in line.split("  ") if cell) for line in lines}
    missing = "things.things_no_total (run `make generate`)"
    assert ("GET", "/no_total", missing, "not wrapped", "yes, without a total", "none") in cells
    assert ("GET", "/things", "things.things_index", "things.list", "yes", "test_a.py 3, test_b.py 1") in cells
    # Columns stand under one another.
    assert len({line.index("things.things_") for line in lines}) == 1


def test_tests_that_cannot_be_collected_are_unknown_and_not_none(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (project / "tests" / "contract").mkdir(parents=True)
    (project / "tests" / "contract" / "test_broken.py").write_text("import no_such_module\n")
    tell(project, "json")
    printed = capsys.readouterr()
    assert printed.err.startswith("warning: pytest cannot collect the contract tests: ")
    assert {row["tests"] for row in json.loads(printed.out)} == {None}


def test_a_document_or_a_wrapper_that_cannot_be_read_is_one_line(project: Path, run_tool: Run) -> None:
    resources = project / WRAPPER / "_async" / "resources" / "__init__.py"
    resources.write_text("class")
    assert "__init__.py is not Python" in the_error(run_tool("endpoints", "--project", project))
    resources.unlink()
    assert "__init__.py: No such file" in the_error(run_tool("endpoints", "--project", project))
    (project / "openapi.yaml").unlink()
    assert "openapi.yaml: No such file" in the_error(run_tool("endpoints", "--project", project))
