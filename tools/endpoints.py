"""`make endpoints`: every operation, how to call it, and which contract tests look at it."""

from __future__ import annotations

import argparse
import json
import re
import subprocess
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tools import spec
from tools.changes import wrapped
from tools.changes.compare import Format, chosen_format
from tools.changes.last_generation import PACKAGE, WRAPPER
from tools.failure import Failure, exit_code, one_line
from tools.generate.naming import module_name
from tools.spec import ROOT, SPEC_FILE, Json, Operation
from tools.spec.schemas import kinds

_PAGING = {"pagination[limit]", "pagination[offset]"}
_TOTAL = "x-pagination-total-count"
# What stands before and after an operation's name in a test's id.
_BEFORE, _AFTER = "[-", " ]-=:"

Methods = Mapping[str, list[str]]
Tests = Mapping[str, Mapping[str, int]]
"""Operation (`GET /things`) to test function (`test_operations.py::test_x`) to its number of cases."""


@dataclass(frozen=True)
class Row:
    """One operation."""

    method: str
    path: str
    module: str
    """The generated module, below `beyondwords_api.api`."""
    generated: bool
    """Whether the module is there yet."""
    wrapped_as: list[str]
    """The wrapper's methods that use it, as attributes of a client."""
    paginated: str
    """`yes` if `bw.paginate` takes it, otherwise `no`; with what the document is silent about."""
    tests: Mapping[str, int] | None
    """Contract test function to its number of cases for this operation; None if they cannot be collected."""


def rows(project: Path, tests: Tests | None) -> list[Row]:
    """Every operation of the document as it is now, by path and method."""
    document = spec.load(project / SPEC_FILE.name)
    methods = wrapped.methods(project / WRAPPER)
    found = sorted(spec.operations(document), key=lambda each: (each.path, each.method))
    return [_row(project, document, each, methods, tests) for each in found]


def _row(project: Path, document: Json, operation: Operation, methods: Methods, tests: Tests | None) -> Row:
    key = module_name(operation)
    return Row(
        method=operation.method,
        path=operation.path,
        module=key,
        generated=(project / PACKAGE / "api" / f"{key.replace('.', '/')}.py").is_file(),
        wrapped_as=methods.get(key, []),
        paginated=_paginated(document, operation),
        tests=None if tests is None else tests.get(str(operation), {}),
    )


def _paginated(document: Json, operation: Operation) -> str:
    response = operation.responses.get("200", {})
    media = (response.get("content") or {}).get("application/json") or {}
    queries = {each["name"] for each in operation.parameters if each["in"] == "query"}
    if not queries >= _PAGING or kinds(document, media.get("schema")) != {"array"}:
        return "no"
    headers = {name.lower() for name in response.get("headers") or ()}
    return "yes" if _TOTAL in headers else "yes, without a total"


# --- contract tests


def collected(project: Path, operations: Iterable[str]) -> Tests:
    """The contract tests whose ids name an operation, as pytest itself collects them."""
    command = [sys.executable, "-m", "pytest", "--collect-only", "-q", "--no-header", "tests/contract"]
    result = subprocess.run(command, cwd=project, capture_output=True, text=True, check=False)
    ids = [line for line in result.stdout.splitlines() if "::" in line]
    if result.returncode != 0:
        last = (result.stdout.strip() or result.stderr.strip() or "no output").splitlines()[-1]
        raise Failure(f"pytest cannot collect the contract tests: {one_line(last, 120)}")
    return by_operation(ids, operations)


def by_operation(ids: Iterable[str], operations: Iterable[str]) -> Tests:
    """The ids counted by the operation they name; `GET /things/{id}` is not `GET /things`."""
    # Longest first, so that an operation is not found within another's name.
    names = "|".join(re.escape(name) for name in sorted(operations, key=len, reverse=True))
    pattern = re.compile(f"(?<=[{re.escape(_BEFORE)}])({names})(?=[{re.escape(_AFTER)}])")
    found: dict[str, Counter[str]] = defaultdict(Counter)
    for each in ids:
        function, bracket, parameters = each.partition("[")
        match = pattern.search(bracket + parameters) if names else None
        if match:
            found[match[1]][function.rpartition("/")[2]] += 1
    return found


# --- for people and programs


def render(table: list[Row], form: Format) -> str:
    """The table, or JSON with the test functions by name."""
    if form == "json":
        return json.dumps([row.__dict__ for row in table], indent=2, ensure_ascii=False)
    lines = [["METHOD", "PATH", "MODULE", "WRAPPED AS", "PAGINATED", "CONTRACT TESTS"], *map(_cells, table)]
    widths = [max(len(line[column]) for line in lines) for column in range(len(lines[0]))]
    padded = ["  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip() for line in lines]
    return "\n".join(padded)


def _cells(row: Row) -> list[str]:
    wrapped_as = ", ".join(row.wrapped_as) or "not wrapped"
    module = row.module if row.generated else f"{row.module} (run `make generate`)"
    return [row.method, row.path, module, wrapped_as, row.paginated, _tests(row.tests)]


def _tests(tests: Mapping[str, int] | None) -> str:
    if tests is None:
        return "unknown"
    by_file: Counter[str] = Counter()
    for function, cases in tests.items():
        by_file[function.partition("::")[0]] += cases
    return ", ".join(f"{file} {cases}" for file, cases in sorted(by_file.items())) or "none"


def tell(project: Path, form: Format) -> None:
    """Print the table; without the tests, and saying so, where they cannot be collected."""
    names = [f"{row.method} {row.path}" for row in rows(project, None)]
    try:
        tests: Tests | None = collected(project, names)
    except Failure as failure:
        print(f"warning: {failure}", file=sys.stderr)
        tests = None
    print(render(rows(project, tests), form))


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m tools.endpoints", description=__doc__)
    parser.add_argument("--project", type=Path, default=ROOT, help="the project's folder")
    chosen: Any = parser.parse_args(arguments)
    return exit_code(lambda: tell(chosen.project, chosen_format()))


if __name__ == "__main__":
    sys.exit(main())
