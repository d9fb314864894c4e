"""A new document in the place of openapi.yaml, `make generate`, and everything holds with no handwritten change."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.tools import rich_api
from tests.tools.documents import Json
from tests.tools.project import Scratch
from tools.spec.layout import dumped

# What the document decides: each operation and each model of it.
_CONTRACT = tuple(f"tests/contract/test_{name}.py" for name in ("spec", "operations", "models"))
_SERVICE = "tests/tools/voices_service.py"
_STRICTNESS = "tests/sandbox/test_strictness.py"
_SKIPPED, _OF_ITS_OWN = (
    f"{_STRICTNESS}::test_{name}" for name in ("no_key", "what_the_spec_does_not_allow_is_refused")
)
_LISTED = "/projects/{project_id}/voices"
_PIPED = {"name": "ids", "in": "query", "style": "pipeDelimited", "schema": {"type": "array", "items": {}}}
_ACCEPTED = """
unsupported:
  GET /projects/{project_id}/voices query parameter ids: nobody needs it
  "schema recorded.to\u200bday": it is there under its name
  POST /projects/{project_id}/voices response 201 text/csv: never sent unasked
"""


def with_unsupported(document: Json) -> Json:
    document["paths"][_LISTED]["get"]["parameters"].append(_PIPED)
    document["paths"][_LISTED]["post"]["responses"]["201"]["content"]["text/csv"] = {"schema": {"type": "string"}}
    document["components"]["schemas"]["recorded"]["properties"]["to\u200bday"] = {"type": "string"}
    return document


@pytest.mark.parametrize(
    ("version", "more", "told"),
    [
        ("3.0.1", [_SERVICE], [f"PASSED {_SERVICE}"]),
        # Specs of those tests' own are 3.0 and still served.
        (
            "3.1.0",
            [_SKIPPED, _OF_ITS_OWN],
            [f"PASSED {_OF_ITS_OWN}", "the sandbox cannot serve this spec: it is OpenAPI 3.1.0"],
        ),
    ],
    ids=["3.0", "3.1"],
)
def test_what_is_dropped_in_is_generated_tested_and_served(
    version: str, more: list[str], told: list[str], tmp_path: Path
) -> None:
    scratch = Scratch(tmp_path)
    scratch.write("openapi.yaml", dumped(with_unsupported(rich_api.document(version))))
    scratch.write("generator-config.yml", scratch.read("generator-config.yml") + _ACCEPTED)
    # Other resources lose what they use, which makes the exit status 1; the client is generated all the same.
    assert "the client is generated, but the wrapper would break" in scratch.make("generate").stderr
    output = scratch.done(sys.executable, "-m", "pytest", "-q", "-rps", "-p", "no:cacheprovider", *_CONTRACT, *more)
    assert [line for line in told if line not in output] == []
    for path, item in rich_api.VOICES.items():
        for method in item.keys() - {"parameters"}:
            assert f"test_requests_with_the_least_and_with_all[{method.upper()} {path}]" in output
