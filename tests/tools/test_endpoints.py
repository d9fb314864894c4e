"""`make endpoints`: every operation, how to call it, how sure it is, its tests; and what README says of all of them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.tools.conftest import ROOT
from tests.tools.documents import NUMBER, Json, array, document, fields, operation, parameter, reference, written
from tools import coverage, spec
from tools.changes.last_generation import PACKAGE, WRAPPER
from tools.endpoints import render, rows
from tools.failure import Failure

LIMIT, OFFSET = (parameter(f"pagination[{name}]", schema=NUMBER) for name in ("limit", "offset"))
BY_ID = [parameter("id", "path")]
SOURCE = "a client that somebody wrote, and whose source is public"


def index(name: str, schema: Json, *parameters: Json, total: bool = True) -> Json:
    node = operation(f"things#{name}", list(parameters), schema)
    node["responses"]["200"]["headers"] = {"X-Pagination-Total-Count": {"schema": NUMBER}} if total else {}
    return node


LIST = array(fields())
INDEX = index("index", LIST, LIMIT, OFFSET) | {"x-evidence": "client", "x-source": SOURCE}
DOCUMENT = document(
    {
        "/things": {"post": operation("things#create"), "get": INDEX},
        "/things/{id}": {"get": operation("things#show", BY_ID), "delete": operation("things#delete", BY_ID)},
        "/by_reference": {"get": index("by_reference", reference("things"), LIMIT, OFFSET)},
        "/no_total": {"get": index("no_total", LIST, LIMIT, OFFSET, total=False)},
        "/no_offset": {"get": index("no_offset", LIST, LIMIT)},
        "/no_list": {"get": index("no_list", fields(), LIMIT, OFFSET)},
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


def test_a_document_or_a_wrapper_that_cannot_be_read_is_one_line(project: Path) -> None:
    resources = project / WRAPPER / "_async" / "resources" / "__init__.py"
    resources.write_text("class")
    with pytest.raises(Failure, match=r"^.*__init__\.py is not Python: .*$"):
        rows(project)
    resources.unlink()
    with pytest.raises(Failure, match=r"^.*__init__\.py: No such file .*$"):
        rows(project)
