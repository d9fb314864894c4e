"""`make check-breaking BASE=<git rev>`: fails when a caller's code may break that worked at that revision."""

from __future__ import annotations

import sys
from pathlib import Path

from tools.changes import Change, removals, surface
from tools.changes.compare import Format, breaking, chosen_format, in_order, render, report
from tools.changes.last_generation import WRAPPER, client_of, project_at
from tools.failure import Failure, exit_code
from tools.spec import ROOT


def changes_since(base: str, root: Path = ROOT) -> list[Change]:
    """What changed for callers, of the generated client and of the wrapper, since a git revision."""
    with project_at(base, root) as (before, _):
        old, new = client_of(before, base), client_of(root, str(root))
        if (root / "openapi.yaml").read_bytes() != (new / "openapi.yaml").read_bytes():
            raise Failure("the client is not that of openapi.yaml: run `make generate` first")
        found = report(old, new)
        # Where there was no wrapper, nobody can have used it.
        if (before / WRAPPER / "__init__.py").is_file():
            found += removals.of_wrapper(surface.load(before / WRAPPER), surface.load(root / WRAPPER))
        return in_order(found)


def check(base: str, form: Format, root: Path = ROOT) -> None:
    """Print what breaks, or that nothing does; fails in the first case."""
    if not base:
        raise Failure("say what to compare with, for example: make check-breaking BASE=origin/main")
    found = breaking(changes_since(base, root))
    if found or form == "json":
        print(render(found, form, base))
    else:
        print(f"nothing breaks for callers since {base}")
    if found:
        raise Failure(f"{len(found)} breaking change{'s' if len(found) > 1 else ''} for callers since {base}")


if __name__ == "__main__":
    sys.exit(exit_code(lambda: check(sys.argv[1], chosen_format())))
