"""`make bench`: measure everything and print one table, or profile a call."""

from __future__ import annotations

import argparse
import platform
import sys
from collections.abc import Iterator
from importlib.metadata import version
from typing import Any

from benchmarks import calls, pages, starts
from benchmarks.server import BaseUrl, running_server
from benchmarks.table import Counts, Result, table

BENCHMARKS = {"calls": calls.measure, "pages": pages.measure, "starts": starts.measure}
_PACKAGES = ("beyondwords", "httpx", "httpcore", "h11", "anyio", "attrs")


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--only", nargs="+", choices=BENCHMARKS, default=list(BENCHMARKS), help="some of them")
    parser.add_argument("--profile", type=int, metavar="ROWS", help="profile page() of that many rows instead")
    chosen: Any = parser.parse_args()
    with running_server() as base_url:
        if chosen.profile:
            calls.profile(base_url, chosen.profile)
        else:
            print(report(list(measured(chosen.only, base_url, Counts()))))


def measured(names: list[str], base_url: BaseUrl, counts: Counts) -> Iterator[Result]:
    """The results of the benchmarks of those names, each named on stderr once it is there."""
    for name in names:
        for result in BENCHMARKS[name](base_url, counts):
            print(f"measured: {result.what}", file=sys.stderr, flush=True)
            yield result


def report(results: list[Result]) -> str:
    """The table, what it was measured with, and how many budgets hold."""
    packages = ", ".join(f"{name} {version(name)}" for name in _PACKAGES)
    held = sum(result.holds for result in results)
    return f"{table(results)}\n\n{held} of {len(results)} budgets hold. Python {platform.python_version()}, {packages}"


if __name__ == "__main__":
    main()
