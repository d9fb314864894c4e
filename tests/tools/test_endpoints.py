"""`make endpoints`: every operation, how to call it, how sure it is, its tests; and what README says of all of them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.tools.conftest import ROOT, Run, the_error
from tests.tools.documents import Json, document, operation, written
from tests.tools.project import query
from tools import coverage, spec
from tools.changes.last_generation import PACKAGE, WRAPPER
from tools.endpoints import render, rows


def with_total(node: Json) -> Json:
    node["responses"]["200"]["headers"] = {"X-Pagination-Total-Count": {"schema": {"type": "integer"}}}
    return node


LIST = {"type": "array", "items": {"type": "object"}}
COMPONENT = {"$ref": "#/components/schemas/things"}
LIMIT, OFFSET = (query(f"pagination[{name}]", "integer") for name in ("limit", "offset"))
BY_ID = [{"name": "id", "in": "path", "required": True, "schema": {"type": "string"}}]
SOURCE = "a client that somebody wrote, and whose source is public"
INDEX = with_total(operation("things#index", [LIMIT, OFFSET], LIST)) | {"x-evidence": "client", "x-source": SOURCE}
DOCUMENT = document(
    {
        "/things": {"post": operation("things#create"), "get": INDEX},
        "/things/{id}": {"get": operation("things#show", BY_ID), "delete": operation("things#delete", BY_ID)},
        "/by_reference": {"get": with_total(operation("things#by_reference", [LIMIT, OFFSET], COMPONENT))},
        "/no_total": {"get": operation("things#no_total", [LIMIT, OFFSET], LIST)},
        "/no_offset": {"get": with_total(operation("things#no_offset", [LIMIT], LIST))},
        "/no_list": {"get": with_total(operation("things#no_list", [LIMIT, OFFSET], {"type": "object"}))},
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
    modules = tmp_path / PACKAGE / "api" / "things"
    for folder in (resources, modules):
        folder.mkdir(parents=True)
    for name, text in (("__init__", CLIENT), ("things", THINGS), ("others", OTHERS)):
        (resources / f"{name}.py").write_text(text)
    for name in ("index", "show", "no_offset", "no_list"):
        (modules / f"things_{name}.py").touch()
    return tmp_path


def test_every_operation_is_a_row_with_what_each_public_method_passes_on(project: Path) -> None:
    found = rows(project)
    told = [(row.method, row.path, row.module.removeprefix("things.things_"), row.call, row.paginated) for row in found]
    generate = "run `make generate`"
    assert told == [
        ("GET", "/by_reference", "by_reference", generate, "yes"),
        ("GET", "/no_list", "no_list", "bw.call(things_no_list)", "no"),
        ("GET", "/no_offset", "no_offset", "bw.call(things_no_offset)", "no"),
        ("GET", "/no_total", "no_total", generate, "yes, without a total"),
        ("GET", "/things", "index", "bw.things.list", "yes"),
        ("POST", "/things", "create", generate, "no"),
        ("DELETE", "/things/{id}", "delete", generate, "no"),
        ("GET", "/things/{id}", "show", "bw.other_things.show", "no"),
    ]
    assert [row.wrapped_as for row in found if row.wrapped_as] == [
        ["things.list"],
        ["things.create", "things.create_again"],
        ["other_things.remove"],
        ["other_things.show"],
    ]
    (project / PACKAGE / "api" / "things" / "things_no_total.py").touch()
    assert rows(project)[3].call == "bw.paginate(things_no_total)"


def test_each_operation_is_told_by_group_with_its_source_and_tests(project: Path) -> None:
    for folder, text in (("wrapper", "bw.things.list()"), ("network", "things_index"), ("tools", "things_index")):
        (project / "tests" / folder).mkdir(parents=True)
        (project / "tests" / folder / f"test_{folder}.py").write_text(text)
    assert json.loads(render(rows(project), "json"))[4]["tests"] == ["test_network.py", "test_wrapper.py"]
    text = render(rows(project), "text")
    assert text.startswith("Things: 8 (beyondwords_api.api.things)\n")
    assert text.endswith("\n\n8 operations: 7 documented, 1 client.")
    tests = "tests: contract, test_network.py, test_wrapper.py"
    whole = "       documented: the vendor's page, whole; tests: "
    assert f"\nGET    /things  bw.things.list, paged\n       client: {SOURCE}; {tests}\n" in text
    assert f"\nGET    /things/{{id}}  bw.other_things.show\n{whole}contract\n" in text
    assert f"\nGET    /no_total  run `make generate`, paged, no total\n{whole}none\n" in text


def test_the_readme_says_on_its_first_screen_and_by_group_what_the_document_covers() -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    assert text == coverage.written(text, spec.load(ROOT / "openapi.yaml")), "run `make generate`"
    lines = coverage.written(text, DOCUMENT).splitlines()
    assert "All 8 known operations can be called: 7 were read in" in "\n".join(lines[:12])
    assert [line for line in lines if line.startswith("| Things ")] == ["| Things | 8 | 7 | 1 |"]


def test_a_document_or_a_wrapper_that_cannot_be_read_is_one_line(project: Path, run_tool: Run) -> None:
    resources = project / WRAPPER / "_async" / "resources" / "__init__.py"
    resources.write_text("class")
    assert "__init__.py is not Python" in the_error(run_tool("endpoints", "--project", project))
    resources.unlink()
    assert "__init__.py: No such file" in the_error(run_tool("endpoints", "--project", project))
    (project / "openapi.yaml").unlink()
    assert "openapi.yaml: No such file" in the_error(run_tool("endpoints", "--project", project))
