"""A copy of the whole project in which a test may do what a maintainer does."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from tests.tools.conftest import ROOT

_PARTS = (
    *("openapi.yaml", "generator-config.yml", "generator-templates", "generated_client", "wrapper", "tools", "tests"),
    *("benchmarks", "pyproject.toml", "Makefile", "README.md", "CHANGELOG.md", "CONTRIBUTING.md", "LICENSE"),
)
_CACHES = shutil.ignore_patterns("__pycache__", ".*_cache", ".hypothesis")


class Scratch:
    """The copy, and commands run in it: they import from the copy, not from the installed project."""

    def __init__(self, folder: Path) -> None:
        self.root = folder / "project"
        self.root.mkdir()
        for name in _PARTS:
            source = ROOT / name
            if source.is_dir():
                shutil.copytree(source, self.root / name, ignore=_CACHES)
            else:
                shutil.copy2(source, self.root)
        (self.root / ".venv").symlink_to(sys.prefix)

    def run(self, *command: str | Path) -> subprocess.CompletedProcess[str]:
        """Run a command in the copy's root."""
        # A test run of another spec, and a make above this one, would hand down their own settings.
        handed_down = ("MAKE", "MFLAGS", "CONTRACT_", "PYTEST_", "FORMAT")
        inherited = {key: value for key, value in os.environ.items() if not key.startswith(handed_down)}
        folders = [self.root / "wrapper", self.root / "generated_client", self.root]
        return subprocess.run(
            [str(part) for part in command],
            cwd=self.root,
            env={**inherited, "PYTHONPATH": os.pathsep.join(map(str, folders)), "PYTHONDONTWRITEBYTECODE": "1"},
            capture_output=True,
            text=True,
            check=False,
            timeout=600,
        )

    def done(self, *command: str | Path) -> str:
        """Run a command that must succeed; what it printed."""
        result = self.run(*command)
        assert result.returncode == 0, f"{command}\n{result.stdout[-6000:]}\n{result.stderr[-3000:]}"
        return result.stdout

    def make(self, *arguments: str) -> str:
        """Run a target that must succeed, in the environment of these tests."""
        # That it is complete is not for the copy to see to: setting up would install the copy.
        return self.done("make", "--no-print-directory", "--assume-old=.venv/.ready", *arguments)

    def python(self, *arguments: str | Path) -> subprocess.CompletedProcess[str]:
        return self.run(sys.executable, *arguments)

    def read(self, name: str) -> str:
        return (self.root / name).read_text(encoding="utf-8")

    def write(self, name: str, text: str) -> None:
        (self.root / name).write_text(text, encoding="utf-8")
