"""The recipe "One more endpoint" in CONTRIBUTING.md, followed to the letter on a scratch copy."""

from __future__ import annotations

import re
import shlex
import sys
import textwrap
from pathlib import Path
from typing import Any

import pytest

from tests.tools.conftest import ROOT
from tests.tools.documents import JSON_TYPE, NUMBER, TEXT, Json, array, fields, operation, parameter, reference
from tests.tools.endpoint_pages import HEAD, page
from tests.tools.project import Scratch, succeeded
from tools import spec
from tools.endpoints import rows
from tools.spec.layout import dumped

SCHEMAS = {"jingleModel": fields("id", id=NUMBER, name=TEXT), "newJingleModel": fields("name", name=TEXT)}
HEADERS = {f"X-Pagination-{name}": {"schema": NUMBER} for name in ("Limit", "OffSet", "Total-Count")}
QUERIES = [parameter(f"pagination[{name}]", schema=NUMBER) for name in ("limit", "offset")] + [
    parameter("filter[name]")
]


def vendor_page(method: str, schema: Json, example: object, headers: Json, *schemas: str, **more: Any) -> str:
    """The vendor's page of one operation."""
    node = operation(f"jingles#{method}", schema=schema, tag="Jingles") | {"security": [{"apiKey": []}], **more}
    node["responses"]["200"]["headers"] = headers
    node["responses"]["200"]["content"][JSON_TYPE]["example"] = example
    key = {"type": "apiKey", "name": "X-Api-Key", "in": "header"}
    components = {"schemas": {name: SCHEMAS[name] for name in schemas}, "securitySchemes": {"apiKey": key}}
    content = {**spec.parse(HEAD), "paths": {"/jingles": {method: node}}, "components": components}
    return page(dumped(content), f"{method} /jingles")


def pages() -> dict[str, str]:
    one = reference("jingleModel")
    listed = {"operationId": "jingles#index", "parameters": QUERIES}
    sent = {"required": True, "content": {JSON_TYPE: {"schema": reference("newJingleModel")}}}
    made = {"operationId": "jingles#create", "requestBody": sent}
    return {
        "jingles-list.md": vendor_page(
            "get", array(one), [{"id": 1, "name": "Dawn"}], HEADERS, "jingleModel", **listed
        ),
        "jingles-create.md": vendor_page("post", one, {"id": 7, "name": "Dusk"}, {}, *SCHEMAS, **made),
    }


RESOURCES = "wrapper/beyondwords/_async/resources/__init__.py"
RESOURCE = "wrapper/beyondwords/_async/resources/jingles.py"

SANDBOX = """
from beyondwords import AsyncBeyondWords, BeyondWords
from beyondwords.testing import Sandbox
sandbox = Sandbox(items={"/jingles": 12}, default_limit=5)
sandbox.start()
access = {"api_key": sandbox.api_key, "base_url": sandbox.base_url}
bw = BeyondWords(**access)
"""
WRAPPED = """
import asyncio
rows = list(bw.jingles.list())
print(len(rows), type(rows[0]).__name__)
print(len(list(bw.jingles.list(name="dawn", limit=3))))
print(bw.jingles.create(name="Dusk").name)
copy = bw.with_options(max_attempts=1)
print(copy.jingles._client is copy)
async def main():
    async with AsyncBeyondWords(**access) as bw:
        rows = [row async for row in bw.jingles.list(name="dawn")]
        print(len(rows), (await bw.jingles.create(name="Dusk")).id)
asyncio.run(main())
print(("filter[name]", "dawn") in sandbox.requests[-2].query, sandbox.requests[-1].method)
"""


TEXT_OF_IT = (ROOT / "CONTRIBUTING.md").read_text("utf-8").partition("## One more endpoint\n")[2].partition("\n## ")[0]
COMMANDS = [shlex.split(command) for command in re.findall(r"`make ([^`]+)`", TEXT_OF_IT)]
USE, *BLOCKS = (
    textwrap.dedent(block) for block in re.findall(r"^ *```python\n(.*?)^ *```", TEXT_OF_IT, re.MULTILINE | re.DOTALL)
)


@pytest.fixture(scope="module")
def wrapped(tmp_path_factory: pytest.TempPathFactory) -> Scratch:
    """After step 6, the tests left out."""
    # Those of `endpoints` and `test` are in test_endpoints.py and test_drop_in.py.
    bring_in, *others = COMMANDS
    assert [command[0] for command in others] == ["endpoints", "test", "sync-twins", "generate"]
    scratch = Scratch(tmp_path_factory.mktemp("recipe"))
    for name, text in pages().items():
        scratch.write(name, text)
    told = succeeded(scratch.make(*bring_in))
    assert "added: GET /jingles\n" in told
    assert "added: POST /jingles\n" in told
    # Each begins with the name of its file.
    files, (resource, typed, attribute) = zip(*(block.split("\n", 1) for block in BLOCKS), strict=True)
    assert files == (f"# {RESOURCE}", f"# {RESOURCES}", f"# {RESOURCES}")
    scratch.write(RESOURCE, resource)
    imported = "    from .content import AsyncContentItems\n"
    beside = "        return AsyncBackgroundTracks(self)\n"
    text = scratch.read(RESOURCES).replace(imported, imported + typed, 1)
    scratch.write(RESOURCES, text.replace(beside, f"{beside}\n{attribute}", 1))
    succeeded(scratch.make(*others[2]))
    return scratch


def test_what_was_brought_in_is_used_at_once_and_by_its_good_names_on_both_sides(wrapped: Scratch) -> None:
    told = wrapped.done(sys.executable, "-c", SANDBOX + USE + WRAPPED).splitlines()
    assert told[:2] == ["1 Dawn", "2 Dawn 2"]
    assert told[12] == "13 [Jingle(id=1, name='Dawn')]"
    assert told[13:] == ["13 Jingle", "12", "Dusk", "True", "12 15", "True POST"]
    table = {(row.method, row.path): row for row in rows(wrapped.folder)}
    listed, made = table["GET", "/jingles"], table["POST", "/jingles"]
    assert (listed.call, listed.paginated, made.call) == ("bw.jingles.list", "yes", "bw.jingles.create")


def test_each_costs_ten_written_lines_or_less_that_pass_the_projects_own_checks(wrapped: Scratch) -> None:
    written = [line for block in BLOCKS for line in block.splitlines()[1:] if line.strip()]
    assert 0 < len(written) <= 2 * 10
    ruff = Path(sys.executable).parent / "ruff"
    wrapped.done(ruff, "check", "--no-cache", "wrapper")
    wrapped.done(ruff, "format", "--no-cache", "--check", "wrapper")
    wrapped.done(sys.executable, "-m", "mypy", RESOURCE)
