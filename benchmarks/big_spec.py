"""A spec with any number of operations: what the vendor's API may grow to."""

from __future__ import annotations

import copy
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

from tools import spec
from tools.failure import Failure
from tools.spec import ROOT

_PATH = "/background_tracks"
_MODEL = "backgroundTrackModel"
_LIST = "backgroundTracksModel"
_OPERATIONS_A_TAG = 10


def big_spec(operations: int) -> dict[str, Any]:
    """The published spec with made-up list operations added, each with models of its own, up to that many in all."""
    document: dict[str, Any] = copy.deepcopy(spec.load(spec.SPEC_FILE))
    for number in range(len(list(spec.operations(document))), operations):
        _add_operation(document, number)
    return document


def _add_operation(document: dict[str, Any], number: int) -> None:
    schemas = document["components"]["schemas"]
    model, rows = f"madeUp{number}Model", f"madeUp{number}ListModel"
    schemas[model] = copy.deepcopy(schemas[_MODEL])
    schemas[rows] = {"type": "array", "items": {"$ref": f"#/components/schemas/{model}"}}
    item = copy.deepcopy(document["paths"][_PATH])
    item["get"]["operationId"] = f"made_up_{number}#index"
    item["get"]["tags"] = [f"Made up {number // _OPERATIONS_A_TAG}"]
    item["get"]["responses"]["200"]["content"]["application/json"]["schema"] = {"$ref": f"#/components/schemas/{rows}"}
    document["paths"][f"/made_up_{number}"] = item


def written(operations: int, folder: Path) -> Path:
    """The big spec as a file."""
    source = folder / "spec.yaml"
    source.write_text(json.dumps(big_spec(operations)), encoding="utf-8")
    return source


def generate(operations: int, folder: Path) -> Path:
    """Generate a client of that many operations; the folder that belongs in front of PYTHONPATH."""
    source = written(operations, folder)
    package = folder / "generated" / "beyondwords_api"
    command = [sys.executable, "-m", "tools.generate", "--spec", str(source), "--output", str(package)]
    result = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    if result.returncode:
        raise Failure(f"the client of {operations} operations was not generated: {result.stderr.strip()}")
    return package.parent
