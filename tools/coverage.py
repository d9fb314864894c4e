"""README's words on what is covered, made from openapi.yaml: one line, and a table by group."""

from __future__ import annotations

import re
import sys
from collections import Counter, defaultdict
from pathlib import Path

from tools import spec
from tools.failure import Failure, exit_code
from tools.spec import ROOT, SPEC_FILE, Json

README = "README.md"


def written(text: str, document: Json) -> str:
    """The README with both as they are now; each stands between two comments with its name."""
    groups: dict[str, Counter[str]] = defaultdict(Counter)
    for operation in spec.operations(document):
        groups[operation.tags[0] if operation.tags else "Other"][operation.evidence] += 1
    sure = sum(groups.values(), Counter())
    line = (
        f"All {sure.total()} known operations can be called: {sure['documented']} were read in the vendor's"
        f" documentation, {sure['client']} in the source of other clients."
    )
    table = ["| Group | Operations | From the vendor's documentation | From other clients |", "|---|---:|---:|---:|"]
    for group, each in sorted(groups.items()):
        table.append(f"| {group} | {each.total()} | {each['documented'] or ''} | {each['client'] or ''} |")
    for name, content in (("covered", line), ("coverage", "\n".join(["", *table, ""]))):
        pattern = re.compile(rf"(<!-- {name}: [^>]*-->\n).*?(<!-- /{name} -->)", re.DOTALL)
        text, found = pattern.subn(rf"\g<1>{content}\n\g<2>", text)
        if found != 1:
            raise Failure(f"{README} has no place `<!-- {name}: ... -->` to `<!-- /{name} -->` for what is covered")
    return text


def write(project: Path) -> None:
    """Bring the README up to date, where there is one."""
    file = project / README
    if not file.exists():
        return
    text = file.read_text(encoding="utf-8")
    new = written(text, spec.load(project / SPEC_FILE.name))
    if new != text:
        file.write_text(new, encoding="utf-8")
        print(f"{README}: what is covered is up to date again", file=sys.stderr)


if __name__ == "__main__":
    sys.exit(exit_code(lambda: write(ROOT)))
