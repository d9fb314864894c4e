"""The recipe "One more endpoint" in CONTRIBUTING.md, followed to the letter on a scratch copy."""

from __future__ import annotations

import json
import re
import sys
import textwrap
from pathlib import Path

import pytest

from tests.tools.conftest import ROOT
from tests.tools.endpoint_pages import HEAD, page
from tests.tools.scratch import Scratch

SCHEMES = """\
  securitySchemes:
    apiKey:
      type: apiKey
      name: X-Api-Key
      in: header
"""
JINGLE = """\
components:
  schemas:
    jingleModel:
      type: object
      required:
        - id
      properties:
        id:
          type: integer
        name:
          type: string
"""
LIST = (
    HEAD
    + """\
paths:
  /jingles:
    get:
      tags:
        - Jingles
      operationId: jingles#index
      parameters:
        - name: pagination[limit]
          in: query
          schema:
            type: integer
        - name: pagination[offset]
          in: query
          schema:
            type: integer
        - name: filter[name]
          in: query
          schema:
            type: string
      responses:
        '200':
          description: OK
          content:
            application/json:
              schema:
                type: array
                items:
                  $ref: '#/components/schemas/jingleModel'
              example:
                - id: 1
                  name: Dawn
          headers:
            X-Pagination-Limit:
              schema:
                type: integer
            X-Pagination-OffSet:
              schema:
                type: integer
            X-Pagination-Total-Count:
              schema:
                type: integer
      security:
        - apiKey: []
"""
    + JINGLE
    + SCHEMES
)
CREATE = (
    HEAD
    + """\
paths:
  /jingles:
    post:
      tags:
        - Jingles
      operationId: jingles#create
      requestBody:
        required: true
        content:
          application/json:
            schema:
              $ref: '#/components/schemas/newJingleModel'
      responses:
        '201':
          description: Created
          content:
            application/json:
              schema:
                $ref: '#/components/schemas/jingleModel'
              example:
                id: 7
                name: Dusk
      security:
        - apiKey: []
"""
    + JINGLE
    + """\
    newJingleModel:
      type: object
      required:
        - name
      properties:
        name:
          type: string
"""
    + SCHEMES
)
PAGES = {"jingles-list.md": page(LIST, "get /jingles"), "jingles-create.md": page(CREATE, "post /jingles")}
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
    return scratch.make(*(argument.replace('"', "") for argument in arguments))


@pytest.fixture(scope="module")
def brought_in(tmp_path_factory: pytest.TempPathFactory) -> Scratch:
    """After step 1."""
    scratch = Scratch(tmp_path_factory.mktemp("recipe"))
    for name, text in PAGES.items():
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
    assert ["sync-twins"] in commands()
    follow(brought_in, ["sync-twins"])
    return brought_in


def test_the_recipe_runs_the_commands_that_these_tests_run() -> None:
    names = [command[0] for command in commands()]
    assert names == ["add-endpoint", "endpoints", "test", "sync-twins", "generate"]
    assert len(blocks()) == 4


def test_what_was_brought_in_is_used_at_once(brought_in: Scratch) -> None:
    use, *_ = blocks()
    result = brought_in.python("-c", SANDBOX + use)
    assert result.returncode == 0, result.stderr
    lines = result.stdout.splitlines()
    assert lines[:2] == ["1 Dawn", "2 Dawn 2"]
    assert len(lines) == 13
    assert lines[-1] == "13 [Jingle(id=1, name='Dawn')]"


def test_each_costs_ten_handwritten_lines_or_less(wrapped: Scratch) -> None:
    in_resources = written_lines(wrapped.read(RESOURCES)) - written_lines(
        (ROOT / RESOURCES).read_text(encoding="utf-8")
    )
    assert in_resources > 0
    assert written_lines(wrapped.read(RESOURCE)) + in_resources <= 2 * 10


def test_the_wrapped_ones_work_on_both_sides(wrapped: Scratch) -> None:
    result = wrapped.python("-c", SANDBOX + WRAPPED)
    assert result.returncode == 0, result.stderr
    assert result.stdout.splitlines() == ["12 Jingle", "12", "Dusk", "True", "12 14", "True POST"]


def test_the_contract_tests_cover_them_with_nothing_written_for_it(wrapped: Scratch) -> None:
    folders = ["tests/contract/test_operations.py", "tests/contract/test_models.py"]
    result = wrapped.python("-m", "pytest", "-q", "-rp", "-p", "no:cacheprovider", *folders, "-k", "ingle")
    assert result.returncode == 0, result.stdout[-6000:]
    passed = result.stdout
    for operation in ("GET /jingles", "POST /jingles"):
        assert f"test_requests_with_the_least_and_with_all[{operation}]" in passed
    assert "test_edge_cases_are_decoded_and_come_back_the_same[jingleModel]" in passed


def test_they_are_in_the_table_of_endpoints(wrapped: Scratch) -> None:
    told = json.loads(wrapped.make("endpoints", "FORMAT=json"))
    rows = {f"{row['method']} {row['path']}": (row["wrapped_as"], row["paginated"]) for row in told}
    assert rows["GET /jingles"] == (["jingles.list"], "yes")
    assert rows["POST /jingles"] == (["jingles.create"], "no")


def test_the_written_lines_pass_the_projects_own_checks(wrapped: Scratch) -> None:
    ruff = Path(sys.executable).parent / "ruff"
    wrapped.done(ruff, "check", "--no-cache", "wrapper")
    wrapped.done(ruff, "format", "--no-cache", "--check", "wrapper")
    wrapped.make("check-sync-twins")
    wrapped.make("check-generated")
    wrapped.done(sys.executable, "-m", "mypy", RESOURCE)
