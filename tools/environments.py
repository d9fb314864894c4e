"""Virtual environments besides the usual one, each with all that the tests need."""

from __future__ import annotations

import subprocess
from collections.abc import Sequence
from pathlib import Path

from tools.spec import ROOT


def set_up(name: str, python: str, pins: Sequence[str] = ()) -> Path | None:
    """The interpreter of `.venv-<name>`, made where it is missing or older than pyproject.toml; None if that fails.

    Args:
        name: What is special about it.
        python: The interpreter it is made of.
        pins: Requirements such as `httpx==0.27`, installed last and whatever the tools of the tests ask for.
    """
    own = ROOT / f".venv-{name}" / "bin" / "python"
    ready = own.parent.parent / ".ready"
    if ready.exists() and ready.stat().st_mtime >= (ROOT / "pyproject.toml").stat().st_mtime:
        return own
    pip: list[str | Path] = [own, "-m", "pip", "install", "-qq"]
    commands: list[list[str | Path]] = [
        [python, "-m", "venv", "--clear", ready.parent],
        [*pip, "--upgrade", "pip>=25.1"],
        [*pip, "--editable", f"{ROOT}[testing,cli]", "--group", "dev"],
        *([[*pip, "--no-warn-conflicts", *pins]] if pins else []),
    ]
    if not all(_run(command) for command in commands):
        return None
    ready.touch()
    return own


def tests_pass(python: Path) -> bool:
    """Whether all tests pass with this interpreter."""
    return _run([python, "-m", "pytest", "-q", "-rs", "-n", "auto", "--dist", "loadfile"])


def _run(command: Sequence[str | Path]) -> bool:
    return subprocess.run(command, cwd=ROOT, check=False).returncode == 0
