"""`make check-generated`: the committed client is what the document gives, to the byte."""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from pathlib import Path
from typing import Any

from tools import spec
from tools.failure import Failure, exit_code, some
from tools.generate import build as generate

_CACHES = frozenset({"__pycache__", ".ruff_cache", ".mypy_cache"})


def check(spec_file: Path, target: Path, config_file: Path, templates: Path) -> None:
    """Generate elsewhere and compare; fails with one line that names the first files that differ."""
    with tempfile.TemporaryDirectory() as folder:
        fresh = Path(folder) / "client"
        generate.build(spec_file, fresh, config_file, templates)
        have, want = _files(target), _files(fresh)
    found = [
        f"{name} {'is missing' if name not in have else 'is extra' if name not in want else 'differs'}"
        for name in sorted(have.keys() | want.keys())
        if have.get(name) != want.get(name)
    ]
    document, client = os.path.relpath(spec_file), os.path.relpath(target)
    if found:
        is_other = have.get("openapi.yaml", want["openapi.yaml"]) != want["openapi.yaml"]
        cause = f" ({document} is not the document that the client was generated from)" if is_other else ""
        raise Failure(f"{client}: {some(found)}{cause}; run `make generate`")
    print(f"{client} is what {document} gives")


def _files(folder: Path) -> dict[str, bytes]:
    files = {file.relative_to(folder): file for file in folder.rglob("*") if not file.is_dir()}
    return {name.as_posix(): file.read_bytes() for name, file in files.items() if not _CACHES.intersection(name.parts)}


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
