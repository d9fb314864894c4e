"""`make check-generated`: the committed client is what the document gives, to the byte."""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path
from typing import Any

from tools import spec
from tools.failure import Failure, exit_code
from tools.generate import build as generate
from tools.spec import ROOT

_CACHES = frozenset({"__pycache__", ".ruff_cache", ".mypy_cache"})
_SHOWN = 3


def check(spec_file: Path, target: Path, config_file: Path, templates: Path) -> None:
    """Generate elsewhere and compare; fails with one line that names the first files that differ."""
    with tempfile.TemporaryDirectory() as folder:
        fresh = Path(folder) / "client"
        generate.build(spec_file, fresh, config_file, templates)
        found = differences(target, fresh)
    if found:
        more = f" and {len(found) - _SHOWN} more" if len(found) > _SHOWN else ""
        reason = _reason(spec_file, target)
        raise Failure(f"{_shown(target)}: {', '.join(found[:_SHOWN])}{more}{reason}; run `make generate`")
    print(f"{_shown(target)} is what {_shown(spec_file)} gives")


def differences(target: Path, fresh: Path) -> list[str]:
    """Every file that is not the same in both folders, and how."""
    have, want = _files(target), _files(fresh)
    found = []
    for name in sorted(have | want):
        if name not in have:
            found.append(f"{name} is missing")
        elif name not in want:
            found.append(f"{name} is extra")
        elif (target / name).read_bytes() != (fresh / name).read_bytes():
            found.append(f"{name} differs")
    return found


def _files(folder: Path) -> set[str]:
    relative = {file.relative_to(folder) for file in folder.rglob("*") if not file.is_dir()}
    return {file.as_posix() for file in relative if not _CACHES.intersection(file.parts)}


def _reason(spec_file: Path, target: Path) -> str:
    copy = target / "openapi.yaml"
    if copy.is_file() and copy.read_bytes() != spec_file.read_bytes():
        return f" ({_shown(spec_file)} is not the document that the client was generated from)"
    return ""


def _shown(path: Path) -> str:
    return path.relative_to(ROOT).as_posix() if path.is_relative_to(ROOT) else str(path)


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m tools.check_generated", description=__doc__)
    parser.add_argument("--spec", type=Path, default=spec.SPEC_FILE)
    parser.add_argument("--output", type=Path, default=generate.TARGET)
    parser.add_argument("--config", type=Path, default=generate.CONFIG_FILE)
    parser.add_argument("--templates", type=Path, default=generate.TEMPLATES)
    chosen: Any = parser.parse_args(arguments)
    return exit_code(lambda: check(chosen.spec, chosen.output, chosen.config, chosen.templates))


if __name__ == "__main__":
    sys.exit(main())
