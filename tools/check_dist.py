"""`make build`: what was built holds both packages, their types and their data, and the demo runs from it alone."""

from __future__ import annotations

import subprocess
import sys
import tarfile
import tempfile
import venv
import zipfile
from pathlib import Path

from tools.failure import Failure, exit_code, one_line
from tools.spec import ROOT

IN_WHEEL = (
    "beyondwords/__init__.py",
    "beyondwords/py.typed",
    "beyondwords_api/__init__.py",
    "beyondwords_api/py.typed",
    "beyondwords_api/openapi.yaml",
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
    for built in (wheel, sdist):
        try_out(built)
        print(f"{built}: installs into an empty environment, and the demo runs there")


def try_out(archive: Path) -> None:
    """Install it into an empty environment, alone and with its extras, and run the demo there."""
    with tempfile.TemporaryDirectory() as folder:
        venv.create(Path(folder) / "environment", with_pip=True)
        python = Path(folder) / "environment" / "bin" / "python"
        commands: list[list[str | Path]] = [
            ["-m", "pip", "install", "-qq", archive.resolve()],
            ["-c", "import beyondwords; beyondwords.BeyondWords('a key').api"],
            ["-m", "pip", "install", "-qq", f"{archive.resolve()}[testing,cli]"],
            [ROOT / "tools" / "demo.py"],
        ]
        for command in commands:
            # Isolated, and elsewhere: nothing comes from the checkout but the demo's own file.
            done = subprocess.run([python, "-I", *command], cwd=folder, capture_output=True, text=True, check=False)
            if done.returncode != 0:
                last = one_line((done.stderr.strip() or "no message").splitlines()[-1])
                what = " ".join(map(str, command))
                raise Failure(f"{archive.name} in an empty environment: `python {what}` failed: {last}")


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
