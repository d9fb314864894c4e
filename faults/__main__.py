"""`make faults`: run the matrix of bad days and print what came of each."""

from __future__ import annotations

import argparse
import json
import signal
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

from faults import bodies, connections, endings, pages, statuses, surroundings
from faults.cells import Cell
from faults.scene import play
from faults.table import Outcome, summary, table
from tests.wrapper.sides import KEY
from tools.spec import ROOT

_JSON = ROOT / "build" / "faults.json"
# No cell takes nearly as long.
_PATIENCE = 90.0


def all_cells() -> list[Cell]:
    """The matrix."""
    return [cell for module in (connections, bodies, pages, statuses, surroundings, endings) for cell in module.cells()]


def outcome(cell: Cell, side: str) -> Outcome:
    """Run one cell in a process of its own."""
    started = time.monotonic()
    command = [
        sys.executable,
        "-W",
        f"{'ignore' if cell.unclosed else 'always'}::ResourceWarning",
        "-m",
        "faults",
        "--cell",
        f"{cell.group}: {cell.name}",
        side,
    ]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        try:
            printed, errors = process.communicate(timeout=_PATIENCE)
        except subprocess.TimeoutExpired:
            process.kill()
            printed, errors = process.communicate()
            errors += f"it did not end within {_PATIENCE:g} s"
    holds, did = _read(printed, errors, process.returncode)
    return Outcome(cell.group, cell.name, side, cell.must, did, holds, time.monotonic() - started)


def _read(printed: str, errors: str, code: int) -> tuple[bool, str]:
    """What the process says of its cell, and what it said besides."""
    problems = []
    if KEY in errors:
        problems.append("the key was printed")
    if errors.strip():
        problems.append(f"on stderr: {errors.strip()[-600:]}")
    try:
        told = json.loads(printed)
        holds, did = bool(told["holds"]), str(told["did"])
    except (ValueError, KeyError, TypeError):
        holds, did = False, f"exit code {code}"
    return holds and not problems, "; ".join([did, *problems])


def run_one(name: str, side: str) -> int:
    """In the process of one cell: run it, and say as JSON what came of it."""
    cell = next(cell for cell in all_cells() if f"{cell.group}: {cell.name}" == name)
    holds, did = play(side, cell.run)
    print(json.dumps({"holds": holds, "did": did.replace(KEY, "(the key)")}))
    return 0


def report(chosen: list[tuple[Cell, str]], workers: int, json_file: Path) -> int:
    """Run these, print the table, write the JSON; 1 if any is wrong."""
    started = time.monotonic()
    outcomes: list[Outcome] = []
    with ThreadPoolExecutor(workers) as pool:
        for found in pool.map(lambda pair: outcome(*pair), chosen):
            outcomes.append(found)
            mark = "." if found.holds else "!"
            print(mark, end="" if len(outcomes) % 80 else "\n", file=sys.stderr, flush=True)
    print(file=sys.stderr)
    print(table(outcomes))
    print(f"\n{summary(outcomes)}")
    json_file.parent.mkdir(parents=True, exist_ok=True)
    json_file.write_text(json.dumps([found.as_json() for found in outcomes], indent=2) + "\n", encoding="utf-8")
    print(f"{time.monotonic() - started:.0f} s, outcomes in {json_file}", file=sys.stderr)
    return 0 if all(found.holds for found in outcomes) else 1


def main(arguments: list[str] | None = None) -> int:
    """The command."""
    # A job in the background starts with SIGINT ignored, and some cells are about Ctrl-C.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    parser = argparse.ArgumentParser(prog="python -m faults", description=__doc__)
    parser.add_argument("--only", default="", metavar="TEXT", help="only cells whose name holds this")
    parser.add_argument("--side", choices=("sync", "async"), help="only this client")
    parser.add_argument("--workers", type=int, default=3, help="how many cells run at once (default: 3)")
    parser.add_argument("--json", type=Path, default=_JSON, help="where the outcomes go (default: build/faults.json)")
    parser.add_argument("--cell", nargs=2, metavar=("NAME", "SIDE"), help=argparse.SUPPRESS)
    chosen: Any = parser.parse_args(arguments)
    if chosen.cell:
        return run_one(*chosen.cell)
    pairs = [
        (cell, side)
        for cell in all_cells()
        for side in cell.sides
        if chosen.only in f"{cell.group}: {cell.name}" and chosen.side in (None, side)
    ]
    if not pairs:
        parser.error(f"no cell has {chosen.only!r} in its name")
    return report(pairs, chosen.workers, chosen.json)


if __name__ == "__main__":
    sys.exit(main())
