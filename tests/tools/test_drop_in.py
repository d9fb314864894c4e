"""A new document in the place of openapi.yaml, `make generate`, and everything holds with no handwritten change."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.tools.conftest import ROOT
from tests.tools.documents import TEXT, parameter
from tests.tools.project import Scratch
from tools import spec
from tools.spec.layout import dumped

# What the document decides: each operation and each model of it.
_CONTRACT = tuple(f"tests/contract/test_{name}.py" for name in ("spec", "operations", "models"))
_STRICTNESS = "tests/sandbox/test_strictness.py"
_SKIPPED, _OF_ITS_OWN = (
    f"{_STRICTNESS}::test_{name}" for name in ("no_key", "what_the_spec_does_not_allow_is_refused")
)
_LISTED = "/projects/{project_id}/items"
_ACCEPTED = """
unsupported:
  GET /projects/{project_id}/items query parameter ids: nobody needs it
  "schema newItem.to\\u200bday": it is there under its name
  POST /projects/{project_id}/items response 201 text/csv: never sent unasked
"""
_SERVED = """
from beyondwords import BeyondWords
from beyondwords.testing import Sandbox
from beyondwords_api.api.items import items_index
with Sandbox(items={"/projects/{project_id}/items": 30}, default_limit=10) as sandbox:
    with BeyondWords(sandbox.api_key, base_url=sandbox.base_url) as bw:
        rows = list(bw.paginate(items_index, project_id="a project/with a slash", filter_title="x", limit=12))
print(len(rows), type(rows[0]).__name__, sandbox.requests[-1].path)
"""
_ROWS = "30 Item /api/v2/projects/a%20project%2Fwith%20a%20slash/items\n"


@pytest.mark.parametrize(
    ("name", "tests", "told"),
    [
        ("shop", [], [f"test_requests_with_the_least_and_with_all[{method} {_LISTED}]" for method in ("GET", "POST")]),
        # Specs of those tests' own are 3.0 and still served.
        (
            "modern",
            [_SKIPPED, _OF_ITS_OWN],
            [f"PASSED {_OF_ITS_OWN}", "the sandbox cannot serve this spec: it is OpenAPI 3.1.0"],
        ),
    ],
)
def test_what_is_dropped_in_is_generated_tested_and_served(
    name: str, tests: list[str], told: list[str], tmp_path: Path
) -> None:
    document = spec.load(ROOT / "tests" / "contract" / "specs" / f"{name}.yaml")
    scratch = Scratch(tmp_path)
    if name == "shop":
        # No value of it can be made up.
        del document["paths"]["/either"]
        listed = document["paths"][_LISTED]
        piped = parameter("ids", style="pipeDelimited", schema={"type": "array", "items": {}})
        listed["get"]["parameters"].append(piped)
        listed["post"]["responses"]["201"]["content"]["text/csv"] = {"schema": TEXT}
        document["components"]["schemas"]["newItem"]["properties"]["to\u200bday"] = TEXT
        scratch.write("generator-config.yml", scratch.read("generator-config.yml") + _ACCEPTED)
    scratch.write("openapi.yaml", dumped(document))
    # All resources lose what they use, which makes the exit status 1; the client is generated all the same.
    made = scratch.make("generate")
    assert "the client is generated, but the wrapper would break" in made.stderr, made.stderr
    output = scratch.done(sys.executable, "-m", "pytest", "-q", "-rps", "-p", "no:cacheprovider", *_CONTRACT, *tests)
    assert [line for line in told if line not in output] == []
    if name == "shop":
        assert scratch.done(sys.executable, "-c", _SERVED) == _ROWS
