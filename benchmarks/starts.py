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
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

import httpx

from benchmarks.server import KEY, ROOT, BaseUrl
from benchmarks.table import Counts, Measure, Result, alternate, milliseconds
from beyondwords import AsyncBeyondWords, BeyondWords
from tools import spec

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
    published = spec.load()
    yield _imports(ROOT / "generated_client", len(list(spec.operations(published))), counts)
    with tempfile.TemporaryDirectory() as folder:
        source, package = Path(folder, "openapi.json"), Path(folder, "generated", "beyondwords_api")
        source.write_text(json.dumps(with_lists(published, counts.operations), default=str), encoding="utf-8")
        command = [sys.executable, "-m", "tools.generate", "--spec", str(source), "--output", str(package)]
        started = time.perf_counter()
        subprocess.run(command, cwd=ROOT, stdout=subprocess.DEVNULL, check=True)
        taken = time.perf_counter() - started
        yield Result(f"make generate, {counts.operations} operations", [taken], "s", (30, "s"))
        yield _imports(package.parent, counts.operations, counts)


def _clients(url: str, counts: Counts) -> Iterator[Result]:
    kinds: list[tuple[Any, str, Any, str]] = [
        (BeyondWords, "close", httpx.Client, "httpx.Client()"),
        (AsyncBeyondWords, "aclose", httpx.AsyncClient, "httpx.AsyncClient()"),
    ]
    with asyncio.Runner() as runner:
        for ours, close, theirs, name in kinds:
            makers = (partial(ours, KEY, base_url=url), partial(theirs, base_url=url))
            calls = (partial(_made_and_closed, make, close) for make in makers)
            values = alternate(counts.processes, *(milliseconds(runner, counts.calls, call) for call in calls))
            yield Result(f"a further {ours.__name__}()", values[0], "ms", (0.5, "ms"), name, values[1])


def _made_and_closed(make: Callable[[], object], close: str) -> object:
    return getattr(make(), close)()


def _imports(generated: Path, operations: int, counts: Counts) -> Result:
    ours = _import(generated, "beyondwords", before="import httpx")
    values = alternate(counts.processes, ours, _import(generated, "httpx"))
    what = f"import beyondwords after httpx, {operations} operation{'s' if operations > 1 else ''}"
    return Result(what, values[0], "ms", (25, "ms"), "import httpx", values[1])


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


def with_lists(published: spec.Json, count: int) -> spec.Json:
    """The list of background tracks, and made-up ones like it, so many in all, each with models of its own."""
    document = copy.deepcopy(published)
    path, track, parts = "/background_tracks", "backgroundTrackModel", document["components"]
    document["paths"] = {path: {"get": document["paths"][path]["get"]}}
    schemas = {name: parts["schemas"][name] for name in (track, "backgroundTracksModel", "errorModel")}
    document["components"] = {name: parts[name] for name in ("examples", "securitySchemes")} | {"schemas": schemas}
    for number in range(1, count):
        schemas[f"madeUp{number}Model"] = schemas[track]
        get = copy.deepcopy(document["paths"][path]["get"])
        get |= {"operationId": f"made_up_{number}#index", "tags": [f"Made up {number // 10}"]}
        rows = {"type": "array", "items": {"$ref": f"#/components/schemas/madeUp{number}Model"}}
        get["responses"]["200"]["content"]["application/json"]["schema"] = rows
        document["paths"][f"/made_up_{number}"] = {"get": get}
    return document
