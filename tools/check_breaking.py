"""`make check-breaking BASE=<git rev>`: fails when a caller's code may break that worked at that revision."""

from __future__ import annotations

import argparse
import contextlib
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tools.changes import Change, removals, revisions, surface
from tools.changes.compare import Format, breaking, chosen_format, in_order, render, report
from tools.changes.last_generation import PACKAGE, WRAPPER
from tools.failure import Failure, exit_code
from tools.generate import build as generate
from tools.spec import ROOT


def changes_since(base: str, root: Path = ROOT) -> list[Change]:
    """What changed for callers, of the generated client and of the wrapper, since a git revision."""
    commit = revisions.commit_of(base, root)
    with tempfile.TemporaryDirectory() as folder:
        before = Path(folder) / "before"
        revisions.extract(commit, before, root)
        if not (before / "openapi.yaml").is_file():
            raise Failure(f"there is no openapi.yaml at {base}: nothing to compare with")
        with _client(before) as old, _client(root) as new:
            found = report(old, new)
        return in_order([*found, *_of_wrapper(before / WRAPPER, root / WRAPPER)])


@contextlib.contextmanager
def _client(project: Path) -> Iterator[Path]:
    """The client that belongs to a project's document: the one in it, or one generated now if that is stale."""
    document, package = project / "openapi.yaml", project / PACKAGE
    copy = package / "openapi.yaml"
    if document.is_file() and copy.is_file() and copy.read_bytes() == document.read_bytes():
        yield package
        return
    with tempfile.TemporaryDirectory() as folder:
        fresh = Path(folder) / PACKAGE.name
        generate.build(document, fresh, project / generate.CONFIG_FILE.name, project / generate.TEMPLATES.name)
        yield fresh


def _of_wrapper(old: Path, new: Path) -> list[Change]:
    # Where there was none, nobody can have used it.
    if not (old / "__init__.py").is_file():
        return []
    if not (new / "__init__.py").is_file():
        return [Change("breaking", "object-removed", "beyondwords", "the package `beyondwords` is gone")]
    return removals.of_wrapper(surface.load(old), surface.load(new))


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
        count = f"{len(found)} breaking change{'s' if len(found) > 1 else ''}"
        raise Failure(f"{count} for callers since {base}")


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m tools.check_breaking", description=__doc__)
    parser.add_argument("base", nargs="?", default="", help="git revision")
    chosen: Any = parser.parse_args(arguments)
    return exit_code(lambda: check(chosen.base, chosen_format()))


if __name__ == "__main__":
    sys.exit(main())
