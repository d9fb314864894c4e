"""The recipe "One more endpoint" in CONTRIBUTING.md, followed to the letter on a scratch copy."""

from __future__ import annotations

import re
import sys
import textwrap
from pathlib import Path

import pytest

from tests.tools.conftest import ROOT
from tests.tools.documents import Json, operation
from tests.tools.endpoint_pages import HEAD, page
from tests.tools.project import query, reference
from tests.tools.scratch import Scratch, succeeded
from tools import spec
from tools.endpoints import rows
from tools.spec.layout import dumped

TEXT = {"type": "string"}
JINGLE = {"type": "object", "required": ["id"], "properties": {"id": {"type": "integer"}, "name": TEXT}}
NEW_JINGLE = {"type": "object", "required": ["name"], "properties": {"name": TEXT}}
HEADERS = {f"X-Pagination-{name}": {"schema": {"type": "integer"}} for name in ("Limit", "OffSet", "Total-Count")}
PAGING = [query("pagination[limit]", "integer"), query("pagination[offset]", "integer")]


def jingles(method: str, node: Json, example: object, **schemas: Json) -> str:
    """The vendor's page of one operation."""
    node |= {"security": [{"apiKey": []}]}
    node["responses"]["200"]["content"]["application/json"]["example"] = example
    key = {"type": "apiKey", "name": "X-Api-Key", "in": "header"}
    components = {"schemas": {"jingleModel": JINGLE, **schemas}, "securitySchemes": {"apiKey": key}}
    content = {**spec.parse(HEAD, "").data, "paths": {"/jingles": {method: node}}, "components": components}
    return page(dumped(content), f"{method} /jingles")


def pages() -> dict[str, str]:
    listed = operation(
        "jingles#index",
        [*PAGING, query("filter[name]")],
        {"type": "array", "items": reference("jingleModel")},
        "Jingles",
    )
    listed["responses"]["200"]["headers"] = HEADERS
    made = operation("jingles#create", schema=reference("jingleModel"), tag="Jingles")
    sent = {"application/json": {"schema": reference("newJingleModel")}}
    made["requestBody"] = {"required": True, "content": sent}
    return {
        "jingles-list.md": jingles("get", listed, [{"id": 1, "name": "Dawn"}]),
        "jingles-create.md": jingles("post", made, {"id": 7, "name": "Dusk"}, newJingleModel=NEW_JINGLE),
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


def recipe() -> str:
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    return text.partition("## One more endpoint\n")[2].partition("\n## ")[0]


def commands() -> list[list[str]]:
    """The arguments of every make command in the recipe, in order."""
    found = re.findall(r"`make ([^`]+)`", recipe())
    return [re.findall(r'(?:[^\s"]|"[^"]*")+', command) for command in found]


def blocks() -> list[str]:
    found = re.findall(r"^ *```python\n(.*?)^ *```", recipe(), re.MULTILINE | re.DOTALL)
    return [textwrap.dedent(block) for block in found]


def named(block: str, file: str) -> str:
    """The block without the comment that names its file."""
    first, _, rest = block.partition("\n")
    assert first == f"# {file}"
    return rest


def written_lines(text: str) -> int:
    return len([line for line in text.splitlines() if line.strip()])


def follow(scratch: Scratch, arguments: list[str]) -> str:
    return succeeded(scratch.make(*(argument.replace('"', "") for argument in arguments)))


@pytest.fixture(scope="module")
def brought_in(tmp_path_factory: pytest.TempPathFactory) -> Scratch:
    """After step 1."""
    scratch = Scratch(tmp_path_factory.mktemp("recipe"))
    for name, text in pages().items():
        scratch.write(name, text)
    bring_in, *_ = commands()
    assert bring_in == ["add-endpoint", 'PAGE="jingles-list.md jingles-create.md"']
    told = follow(scratch, bring_in)
    assert "added: GET /jingles\n" in told
    assert "added: POST /jingles\n" in told
    return scratch


@pytest.fixture(scope="module")
def wrapped(brought_in: Scratch) -> Scratch:
    """After step 6, the tests left out."""
    before = brought_in.read(RESOURCES)
    _, resource, typed, attribute = blocks()
    brought_in.write(RESOURCE, named(resource, RESOURCE))
    imported = "    from .content import AsyncContentItems\n"
    beside = "        return AsyncBackgroundTracks(self)\n"
    after = before.replace(imported, imported + named(typed, RESOURCES), 1)
    after = after.replace(beside, f"{beside}\n{named(attribute, RESOURCES)}", 1)
    brought_in.write(RESOURCES, after)
    follow(brought_in, ["sync-twins"])
    return brought_in


def test_the_recipe_runs_the_commands_that_these_tests_know() -> None:
    # Those of `endpoints` and `test` are in test_endpoints.py and test_drop_in.py.
    names = [command[0] for command in commands()]
    assert names == ["add-endpoint", "endpoints", "test", "sync-twins", "generate"]
    assert len(blocks()) == 4


def test_each_costs_ten_handwritten_lines_or_less(wrapped: Scratch) -> None:
    in_resources = written_lines(wrapped.read(RESOURCES)) - written_lines(
        (ROOT / RESOURCES).read_text(encoding="utf-8")
    )
    assert in_resources > 0
    assert written_lines(wrapped.read(RESOURCE)) + in_resources <= 2 * 10


def test_what_was_brought_in_is_used_at_once_and_by_its_good_names_on_both_sides(wrapped: Scratch) -> None:
    use, *_ = blocks()
    told = wrapped.done(sys.executable, "-c", SANDBOX + use + WRAPPED).splitlines()
    assert told[:2] == ["1 Dawn", "2 Dawn 2"]
    assert told[12] == "13 [Jingle(id=1, name='Dawn')]"
    assert told[13:] == ["13 Jingle", "12", "Dusk", "True", "12 15", "True POST"]


def test_they_are_in_the_table_of_endpoints(wrapped: Scratch) -> None:
    told = {(row.method, row.path): (row.generated, row.wrapped_as, row.paginated) for row in rows(wrapped.folder)}
    assert told["GET", "/jingles"] == (True, ["jingles.list"], "yes")
    assert told["POST", "/jingles"] == (True, ["jingles.create"], "no")


def test_the_written_lines_pass_the_projects_own_checks(wrapped: Scratch) -> None:
    ruff = Path(sys.executable).parent / "ruff"
    wrapped.done(ruff, "check", "--no-cache", "wrapper")
    wrapped.done(ruff, "format", "--no-cache", "--check", "wrapper")
    wrapped.done(sys.executable, "-m", "mypy", RESOURCE)
