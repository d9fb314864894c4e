"""`make test-lowest`: the tests with the oldest release of each dependency that pyproject.toml allows."""

from __future__ import annotations

import sys
import tomllib
from pathlib import Path
from typing import Any

from packaging.requirements import Requirement

from tools.environments import set_up, tests_pass
from tools.failure import Failure, exit_code
from tools.spec import ROOT


def lowest(project: dict[str, Any]) -> list[str]:
    """`httpx==0.27` for `httpx>=0.27,<0.29`: of what users install, extras too.

    Raises:
        Failure: A requirement does not say where it begins.
    """
    extras = project.get("optional-dependencies", {}).values()
    return [
        _lowest(Requirement(text)) for text in [*project["dependencies"], *(each for extra in extras for each in extra)]
    ]


def _lowest(requirement: Requirement) -> str:
    begins = [bound.version for bound in requirement.specifier if bound.operator in (">=", "==", "~=")]
    if not begins:
        raise Failure(
            f"pyproject.toml names no oldest release of {requirement.name}: write it as {requirement.name}>=..."
        )
    return f"{requirement.name}=={begins[0]}"


def run(pyproject: Path = ROOT / "pyproject.toml") -> None:
    """Install the oldest releases beside the tests' own tools, and test."""
    pins = lowest(tomllib.loads(pyproject.read_text(encoding="utf-8"))["project"])
    print(f"== {', '.join(pins)}", flush=True)
    python = set_up("lowest", sys.executable, pins)
    if python is None or not tests_pass(python):
        raise Failure("tests failed with the oldest releases that pyproject.toml allows")


if __name__ == "__main__":
    sys.exit(exit_code(run))
