"""`make endpoints`: every operation, how to call it, how sure it is, and what tests it."""

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from dataclasses import asdict, dataclass
from itertools import groupby
from pathlib import Path

from tools import spec
from tools.changes import wrapped
from tools.changes.compare import Format, chosen_format
from tools.changes.last_generation import PACKAGE, WRAPPER
from tools.failure import exit_code, some
from tools.generate.naming import module_name
from tools.spec import ROOT, SPEC_FILE, Json, Operation
from tools.spec.schemas import kinds

_PAGING = {"pagination[limit]", "pagination[offset]"}
_TOTAL = "x-pagination-total-count"


@dataclass(frozen=True)
class Row:
    """One operation."""

    group: str
    """Its tag."""
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
    evidence: str
    """How sure it is: `documented`, `client` or `inferred`."""
    source: str
    """Where it was read."""
    tests: list[str]
    """The test files beside the contract tests that call one of its methods or name its module."""

    @property
    def call(self) -> str:
        """How to call it."""
        if not self.generated:
            return "run `make generate`"
        if self.wrapped_as:
            return ", ".join(f"bw.{each}" for each in self.wrapped_as)
        return f"bw.{'call' if self.paginated == 'no' else 'paginate'}({self.module.partition('.')[2]})"


def rows(project: Path) -> list[Row]:
    """Every operation of the document as it is now, by group, path and method."""
    document = spec.load(project / SPEC_FILE.name)
    methods = wrapped.methods(project / WRAPPER)
    files = {file: file.read_text("utf-8") for file in sorted((project / "tests").rglob("test_*.py"))}
    texts = {file.name: text for file, text in files.items() if file.parent.name not in ("contract", "tools")}
    found = []
    for operation in spec.operations(document):
        key = module_name(operation)
        names = [rf"\.{re.escape(each)}\(" for each in methods.get(key, ())] + [rf"\b{key.partition('.')[2]}\b"]
        pattern = re.compile("|".join(names))
        row = Row(
            group=operation.tags[0] if operation.tags else "default",
            method=operation.method,
            path=operation.path,
            module=key,
            generated=(project / PACKAGE / "api" / f"{key.replace('.', '/')}.py").is_file(),
            wrapped_as=methods.get(key, []),
            paginated=_paginated(document, operation),
            evidence=operation.evidence,
            source=operation.node.get("x-source", "the vendor's page, whole"),
            tests=[name for name, text in texts.items() if pattern.search(text)],
        )
        found.append(row)
    return sorted(found, key=lambda row: (row.module.partition(".")[0], row.path, row.method))


def _paginated(document: Json, operation: Operation) -> str:
    response = operation.responses.get("200", {})
    media = (response.get("content") or {}).get("application/json") or {}
    queries = {each["name"] for each in operation.parameters if each["in"] == "query"}
    if not queries >= _PAGING or kinds(document, media.get("schema")) != {"array"}:
        return "no"
    headers = {name.lower() for name in response.get("headers") or ()}
    return "yes" if _TOTAL in headers else "yes, without a total"


def render(table: list[Row], form: Format) -> str:
    """The operations by group, two lines each; or JSON."""
    if form == "json":
        return json.dumps([asdict(row) for row in table], indent=2, ensure_ascii=False)
    lines = []
    for package, group in groupby(table, key=lambda row: row.module.partition(".")[0]):
        listed = list(group)
        lines.append(f"{listed[0].group}: {len(listed)} (beyondwords_api.api.{package})")
        for row in listed:
            paging = {"no": "", "yes": ", paged"}.get(row.paginated, ", paged, no total")
            # The contract tests are made from the document.
            contract = ["contract"] if row.generated else []
            tests = ", ".join([*contract, *([some(row.tests)] if row.tests else [])]) or "none"
            lines.append(f"{row.method:<6} {row.path}  {row.call}{paging}")
            lines.append(f"       {row.evidence}: {row.source}; tests: {tests}")
        lines.append("")
    sure = ", ".join(f"{count} {name}" for name, count in Counter(row.evidence for row in table).most_common())
    return "\n".join([*lines, f"{len(table)} operations: {sure}."])


if __name__ == "__main__":
    sys.exit(exit_code(lambda: print(render(rows(ROOT), chosen_format()))))
