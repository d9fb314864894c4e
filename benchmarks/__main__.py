"""`make bench`: measure, print the table, write the figures as JSON."""

from __future__ import annotations

import argparse
import json
import platform
import sys
import time
from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from typing import Any

from benchmarks import calls, generation, hotspots, sharing, starts, streams, walks
from benchmarks.effort import FULL, QUICK, Effort
from benchmarks.figures import Figure
from benchmarks.server import Server, running_server
from benchmarks.table import table
from tools.failure import exit_code
from tools.spec import ROOT

BENCHMARKS: dict[str, Callable[[Server, Effort], list[Figure]]] = {
    module.GROUP: module.measure for module in (calls, starts, walks, streams, sharing, generation)
}
_VERSIONS = ("beyondwords", "httpx", "httpcore", "h11", "anyio", "attrs")
_JSON = ROOT / "build" / "bench.json"


def report(names: Iterable[str], effort: Effort, json_file: Path) -> None:
    """Run the benchmarks of those names, print their table and write their figures."""
    started = time.monotonic()
    print(_environment())
    figures: list[Figure] = []
    with running_server() as server:
        for name in names:
            found = _run(name, server, effort)
            # At once, so that whoever breaks off keeps what is done.
            print(f"\n{table(found)}", flush=True)
            figures += found
    print(f"\n{_summary(figures)}")
    _write(json_file, figures)
    print(f"{time.monotonic() - started:.0f} s, figures in {json_file}", file=sys.stderr)


def _run(name: str, server: Server, effort: Effort) -> list[Figure]:
    print(f"measuring {name} ...", file=sys.stderr, flush=True)
    started = time.monotonic()
    figures = BENCHMARKS[name](server, effort)
    print(f"{name} took {time.monotonic() - started:.0f} s", file=sys.stderr, flush=True)
    return figures


def _environment() -> str:
    packages = ", ".join(f"{name} {version(name)}" for name in _VERSIONS)
    return f"Python {platform.python_version()} on {platform.system()} {platform.machine()}: {packages}"


def _summary(figures: list[Figure]) -> str:
    verdicts = [figure.verdict for figure in figures if figure.budget is not None]
    words = ("holds", "DOES NOT", "not there yet")
    return f"{len(verdicts)} budgets: " + ", ".join(f"{verdicts.count(word)} {word}" for word in words)


def _write(file: Path, figures: list[Figure]) -> None:
    document = {
        "measured": datetime.now(UTC).isoformat(timespec="seconds"),
        "environment": _environment(),
        "figures": [figure.as_json() for figure in figures],
    }
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(json.dumps(document, indent=2) + "\n", encoding="utf-8")


def main(arguments: list[str] | None = None) -> int:
    """The command."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--only", choices=BENCHMARKS, help="one benchmark instead of all")
    parser.add_argument("--quick", action="store_true", help="a first look in about a minute")
    parser.add_argument("--json", type=Path, default=_JSON, help="where the figures go (default: build/bench.json)")
    parser.add_argument("--profile", action="store_true", help=f"write {hotspots.FILE.name} instead: where time goes")
    chosen: Any = parser.parse_args(arguments)
    if chosen.profile:
        return exit_code(hotspots.write)
    names = [chosen.only] if chosen.only else list(BENCHMARKS)
    return exit_code(lambda: report(names, QUICK if chosen.quick else FULL, chosen.json))


if __name__ == "__main__":
    sys.exit(main())
