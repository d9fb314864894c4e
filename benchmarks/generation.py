"""Generating: how long a maintainer waits for a large API's client, and for the check that it is in step."""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks import big_spec
from benchmarks.effort import Effort
from benchmarks.figures import Budget, Figure
from benchmarks.samples import Contender, sample
from benchmarks.server import Server
from tools.failure import Failure
from tools.spec import ROOT

GROUP = "generation"
_WITHIN_A_MINUTE = Budget(60.0)


def measure(server: Server, effort: Effort) -> list[Figure]:
    """Both with as many operations as the import is measured with."""
    with tempfile.TemporaryDirectory() as folder:
        source = big_spec.written(effort.many_operations, Path(folder))
        places = ["--spec", str(source), "--output", str(Path(folder) / "client")]
        # In this order: the check needs the client.
        contenders = {"generate": _seconds("generate", places), "drift check": _seconds("check_generated", places)}
        samples = sample(contenders, rounds=1, warm_up=False)
    words = f"{effort.many_operations} operations"
    return [
        Figure(GROUP, f"{name}, {words}", "-", "s", samples.spread(name), _WITHIN_A_MINUTE, {}) for name in contenders
    ]


def _seconds(tool: str, arguments: list[str]) -> Contender:
    def run() -> float:
        started = time.perf_counter()
        command = [sys.executable, "-m", f"tools.{tool}", *arguments]
        result = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
        if result.returncode:
            raise Failure(f"tools.{tool} failed on the large document: {result.stderr.strip()}")
        return time.perf_counter() - started

    return run
