"""A copy of the whole project in which a test may do what a maintainer does."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from tests.tools.project import Project, Result, copy_parts

_PARTS = (
    *("openapi.yaml", "generator-config.yml", "generator-templates", "generated_client", "wrapper", "tools", "tests"),
    *("benchmarks", "pyproject.toml", "Makefile", "README.md", "CHANGELOG.md", "CONTRIBUTING.md", "LICENSE"),
    *("docs", "mkdocs.yml"),
)


class Scratch(Project):
    """The copy, and commands run in it: they import from the copy, not from the installed project."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder / "project")
        copy_parts(_PARTS, self.folder)
        (self.folder / ".venv").symlink_to(sys.prefix)
        imported = [self.folder / "wrapper", self.folder / "generated_client", self.folder]
        self.environment |= {"PYTHONPATH": os.pathsep.join(map(str, imported)), "PYTHONDONTWRITEBYTECODE": "1"}

    def done(self, *command: str | Path) -> str:
        """Run a command that must succeed; what it printed."""
        return succeeded(self.command(*command))

    def read(self, name: str) -> str:
        return (self.folder / name).read_text(encoding="utf-8")

    def write(self, name: str, text: str) -> None:
        (self.folder / name).write_text(text, encoding="utf-8")


def succeeded(result: Result) -> str:
    """What a command printed that must succeed."""
    assert result.returncode == 0, f"{result.args}\n{result.stdout[-6000:]}\n{result.stderr[-3000:]}"
    return result.stdout
