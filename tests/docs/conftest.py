"""The site, built as `make docs` builds it, in a folder of its own."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.served import SERVED
from tools import pictures

PROJECT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="session")
def drawings(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the pictures."""
    folder = tmp_path_factory.mktemp("pictures")
    if SERVED:
        pictures.make(folder)
    return folder


def build(folder: Path, drawings: Path, added: str = "") -> subprocess.CompletedProcess[str]:
    """Build a copy of the site, with this text added to the guide of values."""
    shutil.copytree(PROJECT / "docs", folder / "docs", ignore=shutil.ignore_patterns("pictures"))
    shutil.copytree(drawings, folder / "docs" / "pictures")
    for name in ("mkdocs.yml", "README.md", "CHANGELOG.md", "CONTRIBUTING.md"):
        shutil.copy(PROJECT / name, folder)
    for name in ("wrapper", "generated_client"):
        (folder / name).symlink_to(PROJECT / name)
    with (folder / "docs" / "guides" / "values.md").open("a", encoding="utf-8") as file:
        file.write(f"\n{added}\n")
    command = [str(Path(sys.executable).with_name("zensical")), "build", "--strict"]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=120)


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory, drawings: Path) -> Path:
    """The folder of the built site."""
    folder = tmp_path_factory.mktemp("docs")
    done = build(folder, drawings)
    assert done.returncode == 0, done.stdout + done.stderr
    return folder / "build" / "site"
