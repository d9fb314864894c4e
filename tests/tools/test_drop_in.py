"""A new document in the place of openapi.yaml, `make generate`, and everything holds with no handwritten change."""

from __future__ import annotations

import sys

import pytest

from tests.tools import rich_api
from tests.tools.documents import Json
from tests.tools.scratch import Scratch
from tools.spec.layout import dumped

# What the document decides: each operation and each model of it.
_CONTRACT = tuple(f"tests/contract/test_{name}.py" for name in ("spec", "operations", "models"))
_LISTED = "/projects/{project_id}/voices"
_PIPED = {"name": "ids", "in": "query", "style": "pipeDelimited", "schema": {"type": "array", "items": {}}}
_ACCEPTED = """
unsupported:
  GET /projects/{project_id}/voices query parameter ids: nobody needs it
  schema recorded.to_dict: it is there under its name
  POST /projects/{project_id}/voices response 201 text/csv: never sent unasked
"""


def with_unsupported(document: Json) -> Json:
    document["paths"][_LISTED]["get"]["parameters"].append(_PIPED)
    document["paths"][_LISTED]["post"]["responses"]["201"]["content"]["text/csv"] = {"schema": {"type": "string"}}
    document["components"]["schemas"]["recorded"]["properties"]["to_dict"] = {"type": "string"}
    return document


def dropped_in(folder: pytest.TempPathFactory, version: str) -> Scratch:
    scratch = Scratch(folder.mktemp("dropped_in"))
    scratch.write("openapi.yaml", dumped(with_unsupported(rich_api.document(version))))
    scratch.write("generator-config.yml", scratch.read("generator-config.yml") + _ACCEPTED)
    # Other resources lose what they use, which makes the exit status 1; the client is generated all the same.
    generated = scratch.make("generate")
    assert "the client is generated, but the wrapper would break" in generated.stderr
    return scratch


@pytest.fixture(scope="module")
def rich(tmp_path_factory: pytest.TempPathFactory) -> Scratch:
    return dropped_in(tmp_path_factory, "3.0.1")


def passed(scratch: Scratch, *files: str) -> str:
    """What pytest tells of these files, of which every test passed or was skipped."""
    return scratch.done(sys.executable, "-m", "pytest", "-q", "-rps", "-p", "no:cacheprovider", *files)


def test_the_contract_tests_cover_it(rich: Scratch) -> None:
    told = passed(rich, *_CONTRACT)
    for path, item in rich_api.VOICES.items():
        for method in item.keys() - {"parameters"}:
            assert f"test_requests_with_the_least_and_with_all[{method.upper()} {path}]" in told


def test_the_sandbox_serves_it_and_the_wrapper_calls_it(rich: Scratch) -> None:
    assert rich.done(sys.executable, "-m", "tests.tools.voices_service") == "served\n"


def test_openapi_3_1_is_generated_and_tested_but_for_what_needs_the_sandbox(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    strictness = "tests/sandbox/test_strictness.py"
    told = passed(dropped_in(tmp_path_factory, "3.1.0"), *_CONTRACT, strictness)
    assert f"test_requests_with_the_least_and_with_all[GET {_LISTED}]" in told
    assert "the sandbox cannot serve this spec: it is OpenAPI 3.1.0" in told
    assert f"PASSED {strictness}" in told, "specs of the tests' own are 3.0 and still served"
