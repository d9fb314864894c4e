"""Starting up: the import, the first call of a fresh process, and a second client."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import httpx

from benchmarks.big_spec import generate
from benchmarks.clients import KEY
from benchmarks.effort import Effort
from benchmarks.figures import Budget, Figure
from benchmarks.samples import Contender, Samples, sample
from benchmarks.server import Server
from beyondwords import BeyondWords
from tools.failure import Failure
from tools.spec import ROOT

GROUP = "starts"
_ATTRS = "more than half of what comes on top is loading attrs and making the models with it, as generated code does"
_COLD_MORE = Budget(40.0, cause=_ATTRS)
_COLD_TIMES = Budget(1.3, cause=_ATTRS)
_IMPORT_MORE = Budget(40.0)
_IMPORT_TIMES = Budget(1.3)
_SECOND_CLIENT = Budget(0.5)
_PUBLISHED = ROOT / "generated_client"
_BASE_URL = "https://api.beyondwords.io/v1"
_TIMEOUT = 120.0
# One alone, after something else, measures how cold the processor's caches are.
_IN_A_ROW = 10

# httpx imports its own command line where click is installed, as it is for developers; users have none.
_PROCESS = """
import importlib.util, json, sys, time
sys.modules["click"] = None
{before}
started = time.perf_counter()
{work}
taken = time.perf_counter() - started
print(json.dumps([taken * 1000, importlib.util.find_spec("beyondwords_api").origin]))
"""
_HTTPX_CALL = """
import httpx
client = httpx.Client(base_url={base_url!r}, headers={{"X-Api-Key": {key!r}}})
client.get("/background_tracks", params={{"pagination[limit]": 2}}).json()
"""
_WRAPPER_CALL = """
from beyondwords import BeyondWords
bw = BeyondWords({key!r}, base_url={base_url!r})
bw.background_tracks.list(limit=2).page()
"""


def measure(server: Server, effort: Effort) -> list[Figure]:
    """Imports and cold starts with one operation and with many, and a second client."""
    return [
        *_figures_of(1, _PUBLISHED, server, effort.process_rounds),
        *_figures_with_many(server, effort),
        _second_client(effort),
    ]


def _figures_with_many(server: Server, effort: Effort) -> list[Figure]:
    with tempfile.TemporaryDirectory() as folder:
        generated = generate(effort.many_operations, Path(folder))
        return _figures_of(effort.many_operations, generated, server, effort.process_rounds)


def _figures_of(operations: int, generated: Path, server: Server, rounds: int) -> list[Figure]:
    address = {"base_url": server.base_url(), "key": KEY}
    samples = sample(
        {
            "import httpx": _process(generated, "import httpx"),
            "import beyondwords": _process(generated, "import beyondwords"),
            "on top": _process(generated, "import beyondwords", before="import httpx"),
            "httpx's first call": _process(generated, _HTTPX_CALL.format(**address)),
            "first call": _process(generated, _WRAPPER_CALL.format(**address)),
        },
        rounds=rounds,
    )
    words = "1 operation" if operations == 1 else f"{operations} operations"
    imports, cold = ("import beyondwords", "import httpx"), ("first call", "httpx's first call")
    import_medians, cold_medians = _medians(samples, *imports), _medians(samples, *cold)
    over, more = samples.spread("on top"), samples.differences(*cold)
    return [
        Figure(GROUP, f"import, {words}: more", "import httpx", "ms", over, _IMPORT_MORE, import_medians),
        Figure(GROUP, f"import, {words}", "import httpx", "x", samples.ratios(*imports), _IMPORT_TIMES, import_medians),
        Figure(GROUP, f"cold start, {words}: more", "httpx, cold", "ms", more, _COLD_MORE, cold_medians),
        Figure(GROUP, f"cold start, {words}", "httpx, cold", "x", samples.ratios(*cold), _COLD_TIMES, cold_medians),
    ]


def _medians(samples: Samples, *names: str) -> dict[str, str]:
    return {name: f"{samples.median(name):.1f} ms" for name in names}


def _process(generated: Path, work: str, *, before: str = "") -> Contender:
    """Milliseconds of the work in a fresh process that finds the generated client in that folder."""
    command = [sys.executable, "-c", _PROCESS.format(before=before, work=work)]
    environment = {**os.environ, "PYTHONPATH": str(generated)}
    # Compiling anew in every process would be most of what is measured.
    environment.pop("PYTHONDONTWRITEBYTECODE", None)

    def milliseconds() -> float:
        result = subprocess.run(
            command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False, timeout=_TIMEOUT
        )
        if result.returncode:
            raise Failure(f"a measured process failed: {result.stderr.strip().splitlines()[-1]}")
        taken, origin = json.loads(result.stdout)
        if not Path(origin).is_relative_to(generated):
            raise Failure(f"the generated client came from {origin}, not from {generated}")
        return float(taken)

    return milliseconds


def _second_client(effort: Effort) -> Figure:
    def make_wrapper() -> None:
        for _ in range(_IN_A_ROW):
            BeyondWords(KEY, base_url=_BASE_URL).close()

    def make_httpx() -> None:
        for _ in range(_IN_A_ROW):
            httpx.Client(base_url=_BASE_URL, headers={"X-Api-Key": KEY}).close()

    wrapper, other = "BeyondWords()", "httpx.Client()"
    contenders = {wrapper: lambda: _milliseconds(make_wrapper), other: lambda: _milliseconds(make_httpx)}
    samples = sample(contenders, rounds=effort.client_rounds)
    name = f"a further client, {_IN_A_ROW} in a row"
    return Figure(GROUP, name, "-", "ms", samples.spread(wrapper), _SECOND_CLIENT, _medians(samples, wrapper, other))


def _milliseconds(work: Callable[[], None]) -> float:
    started = time.perf_counter()
    work()
    return (time.perf_counter() - started) * 1000 / _IN_A_ROW
