"""Starting: the import, a further client, and generating the client of a large API."""

from __future__ import annotations

import asyncio
import copy
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import yaml

from benchmarks.server import KEY, ROOT, BaseUrl
from benchmarks.table import Budget, Counts, Measure, Result, alternate, async_milliseconds, milliseconds
from beyondwords import AsyncBeyondWords, BeyondWords

_IMPORT = Budget(25, "ms")
_CLIENT = Budget(0.5, "ms")
_GENERATE = Budget(30, "s")
_SPEC = ROOT / "openapi.yaml"
_METHODS = {"get", "put", "post", "delete", "patch"}
# httpx imports its own command line where click is installed, as it is for developers; users have none.
_PROCESS = """
import sys, time
sys.modules["click"] = None
{before}
started = time.perf_counter()
import {module}
print((time.perf_counter() - started) * 1000)
import beyondwords_api
print(beyondwords_api.__file__)
"""


def measure(base_url: BaseUrl, counts: Counts) -> Iterator[Result]:
    """The import with the published client and with a large one, and the rest."""
    yield from _clients(base_url(0, 0), counts)
    spec = yaml.safe_load(_SPEC.read_text(encoding="utf-8"))
    yield _imports(ROOT / "generated_client", operation_count(spec), counts)
    with tempfile.TemporaryDirectory() as folder:
        source, package = Path(folder, "openapi.json"), Path(folder, "generated", "beyondwords_api")
        source.write_text(json.dumps(with_operations(spec, counts.operations), default=str), encoding="utf-8")
        command = [sys.executable, "-m", "tools.generate", "--spec", str(source), "--output", str(package)]
        started = time.perf_counter()
        subprocess.run(command, cwd=ROOT, stdout=subprocess.DEVNULL, check=True)
        taken = time.perf_counter() - started
        yield Result(f"make generate, {counts.operations} operations", [taken], "s", _GENERATE)
        yield _imports(package.parent, counts.operations, counts)


def _clients(url: str, counts: Counts) -> Iterator[Result]:
    def make_httpx() -> None:
        httpx.Client(base_url=url).close()

    async def make_async_httpx() -> None:
        await httpx.AsyncClient(base_url=url).aclose()

    async def make_async() -> None:
        await AsyncBeyondWords(KEY, base_url=url).aclose()

    ours = milliseconds(counts.calls, lambda: BeyondWords(KEY, base_url=url).close())
    values = alternate(counts.processes, ours, milliseconds(counts.calls, make_httpx))
    yield Result("a further BeyondWords()", values[0], "ms", _CLIENT, "httpx.Client()", values[1])
    with asyncio.Runner() as runner:
        ours, theirs = (async_milliseconds(runner, counts.calls, make) for make in (make_async, make_async_httpx))
        values = alternate(counts.processes, ours, theirs)
    yield Result("a further AsyncBeyondWords()", values[0], "ms", _CLIENT, "httpx.AsyncClient()", values[1])


def _imports(generated: Path, operations: int, counts: Counts) -> Result:
    ours = _import(generated, "beyondwords", before="import httpx")
    values = alternate(counts.processes, ours, _import(generated, "httpx"))
    what = f"import beyondwords after httpx, {operations} operation{'s' if operations > 1 else ''}"
    return Result(what, values[0], "ms", _IMPORT, "import httpx", values[1])


def _import(generated: Path, module: str, before: str = "") -> Measure:
    """Milliseconds of an import in a fresh process that finds the generated client in that folder."""
    command = [sys.executable, "-c", _PROCESS.format(module=module, before=before)]
    environment = {**os.environ, "PYTHONPATH": str(generated)}
    # Compiling anew in every process would be most of what is measured.
    environment.pop("PYTHONDONTWRITEBYTECODE", None)

    def measure() -> float:
        result = subprocess.run(command, env=environment, stdout=subprocess.PIPE, text=True, check=True)
        taken, file = result.stdout.split()
        if not Path(file).is_relative_to(generated):
            raise RuntimeError(f"the generated client came from {file}, not from {generated}")
        return float(taken)

    return measure


def operation_count(spec: dict[str, Any]) -> int:
    """The operations of an OpenAPI document."""
    return sum(len(_METHODS & item.keys()) for item in spec["paths"].values())


def with_operations(spec: dict[str, Any], count: int) -> dict[str, Any]:
    """The document with made-up list operations added, each with models of its own, up to that many in all."""
    document = copy.deepcopy(spec)
    schemas = document["components"]["schemas"]
    for number in range(operation_count(spec), count):
        model, rows = f"madeUp{number}Model", f"madeUp{number}ListModel"
        schemas[model] = copy.deepcopy(schemas["backgroundTrackModel"])
        schemas[rows] = {"type": "array", "items": {"$ref": f"#/components/schemas/{model}"}}
        get = copy.deepcopy(document["paths"]["/background_tracks"]["get"])
        get |= {"operationId": f"made_up_{number}#index", "tags": [f"Made up {number // 10}"]}
        get["responses"]["200"]["content"]["application/json"]["schema"] = {"$ref": f"#/components/schemas/{rows}"}
        document["paths"][f"/made_up_{number}"] = {"get": get}
    return document
