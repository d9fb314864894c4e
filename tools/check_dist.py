"""`make build`: what was built holds both packages, their types and their data."""

from __future__ import annotations

import sys
import tarfile
import zipfile
from pathlib import Path

from tools.failure import Failure, exit_code

IN_WHEEL = (
    "beyondwords/__init__.py",
    "beyondwords/py.typed",
    "beyondwords_api/__init__.py",
    "beyondwords_api/py.typed",
    "beyondwords_api/openapi.yaml",
    "beyondwords_api/operations.json",
)
IN_SDIST = ("Makefile", "README.md", "LICENSE", "openapi.yaml", "generator-config.yml", "pyproject.toml")


def check(folder: Path) -> None:
    """Fail naming the first file that is not where its user looks for it."""
    wheel, sdist = _only(folder, "*.whl"), _only(folder, "*.tar.gz")
    with zipfile.ZipFile(wheel) as archive:
        _require(wheel, IN_WHEEL, set(archive.namelist()))
    with tarfile.open(sdist) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}
        _require(sdist, IN_SDIST, names)
    print(f"{wheel}\n{sdist}")


def _only(folder: Path, pattern: str) -> Path:
    found = list(folder.glob(pattern))
    if len(found) != 1:
        raise Failure(f"{folder} holds {len(found)} files {pattern}, not one")
    return found[0]


def _require(archive: Path, wanted: tuple[str, ...], names: set[str]) -> None:
    missing = [name for name in wanted if name not in names]
    if missing:
        raise Failure(f"{archive} lacks {', '.join(missing)}: see [tool.hatch.build] in pyproject.toml")


if __name__ == "__main__":
    sys.exit(exit_code(lambda: check(Path(sys.argv[1]))))
