"""`make test-all`: the tests on each supported Python that this machine has."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from tools.failure import Failure, exit_code
from tools.spec import ROOT

VERSIONS = ("3.11", "3.12", "3.13")


def run(candidates: list[str]) -> None:
    """Test on every version found among the candidates; says which were not."""
    found = {version: _find(version, candidates) for version in VERSIONS}
    failed = []
    for version, python in found.items():
        if python is not None:
            print(f"== Python {version}", flush=True)
            if not _set_up(version, python) or not _run([_own(version), "-m", "pytest", "-q", "-rs"]):
                failed.append(version)
    missing = [version for version, python in found.items() if python is None]
    if missing:
        print(f"== not found, so not tested: Python {', '.join(missing)}")
    if len(missing) == len(VERSIONS):
        raise Failure("no such Python was found; say where: make test-all PYTHONS=/path/to/python3.12")
    if failed:
        raise Failure(f"tests failed on Python {', '.join(failed)}")


def _find(version: str, candidates: list[str]) -> str | None:
    # A version manager may leave a command that exists but does not run.
    question = "import sys, venv, ensurepip; print('%d.%d' % sys.version_info[:2])"
    for candidate in candidates:
        try:
            answer = subprocess.run([candidate, "-c", question], capture_output=True, text=True, check=False)
        except OSError:
            continue
        if answer.returncode == 0 and answer.stdout.strip() == version:
            return candidate
    return None


def _set_up(version: str, python: str) -> bool:
    ready = _own(version).parent.parent / ".ready"
    if ready.exists() and ready.stat().st_mtime >= (ROOT / "pyproject.toml").stat().st_mtime:
        return True
    pip: list[str | Path] = [_own(version), "-m", "pip", "install", "-qq"]
    done = (
        _run([python, "-m", "venv", "--clear", ready.parent])
        and _run([*pip, "--upgrade", "pip>=25.1"])
        and _run([*pip, "--editable", f"{ROOT}[testing,cli]", "--group", "generate", "--group", "test"])
    )
    if done:
        ready.touch()
    return done


def _own(version: str) -> Path:
    return ROOT / f".venv-{version}" / "bin" / "python"


def _run(command: Sequence[str | Path]) -> bool:
    return subprocess.run(command, cwd=ROOT, check=False).returncode == 0


if __name__ == "__main__":
    sys.exit(exit_code(lambda: run(sys.argv[1:])))
