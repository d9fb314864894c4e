"""`make test-all`: the tests on each supported Python that this machine has."""

from __future__ import annotations

import subprocess
import sys

from tools.environments import set_up, tests_pass
from tools.failure import Failure, exit_code

VERSIONS = ("3.11", "3.12", "3.13")


def run(candidates: list[str]) -> None:
    """Test on every version found among the candidates; says which were not."""
    found = {version: _find(version, candidates) for version in VERSIONS}
    failed = []
    for version, python in found.items():
        if python is not None:
            print(f"== Python {version}", flush=True)
            own = set_up(version, python)
            if own is None or not tests_pass(own):
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


if __name__ == "__main__":
    sys.exit(exit_code(lambda: run(sys.argv[1:])))
