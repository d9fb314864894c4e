"""The Makefile: its list of targets, and what it says to a machine that lacks something."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.tools.conftest import ROOT
from tests.tools.project import ENVIRONMENT


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    for name in ("Makefile", "pyproject.toml"):
        shutil.copy(ROOT / name, tmp_path)
    return tmp_path


def make(checkout: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = ["make", *arguments]
    return subprocess.run(command, cwd=checkout, env=ENVIRONMENT, capture_output=True, text=True, check=False)


def test_make_alone_lists_every_target_with_one_line(checkout: Path) -> None:
    result = make(checkout)
    assert result.returncode == 0
    listed = {line.split()[1] for line in result.stdout.splitlines() if len(line.split()) > 2}
    assert len(listed) == len(result.stdout.splitlines()) > 20
    phony = (checkout / "Makefile").read_text().partition(".PHONY:")[2].partition("\n\n")[0]
    assert listed == set(phony.replace("\\", "").split())
    assert not (checkout / ".venv").exists()


@pytest.mark.parametrize(
    ("python", "expected"),
    [
        ("exit 1", "is not Python 3.11 or newer"),
        ('case "$2" in *version_info*) exit 1;; esac', "is not Python 3.11 or newer"),
        (None, "no-such-python is not Python 3.11 or newer"),
        ('case "$2" in *ensurepip*) exit 1;; esac', "lacks venv"),
    ],
    ids=["broken", "old", "missing", "without venv"],
)
def test_a_python_that_does_not_do_is_refused_in_one_line(checkout: Path, python: str | None, expected: str) -> None:
    file = checkout / ("some-python" if python else "no-such-python")
    if python:
        file.write_text(f"#!/bin/sh\n{python}\n")
        file.chmod(0o755)
    result = make(checkout, "test", f"PYTHON={file}")
    first, *rest = result.stderr.splitlines()
    assert result.returncode != 0
    assert first.startswith("error: ")
    assert expected in first
    assert all(line.startswith("make") for line in rest)
    assert not (checkout / ".venv").exists()


def test_setup_runs_once_until_pyproject_changes(checkout: Path) -> None:
    stamp = checkout / ".venv" / ".ready"
    assert make(checkout, "-q", ".venv/.ready").returncode == 1
    stamp.parent.mkdir()
    stamp.touch()
    os.utime(checkout / "pyproject.toml", (1, 1))
    assert make(checkout, "-q", ".venv/.ready").returncode == 0
    assert make(checkout, "setup").stdout == ""
    os.utime(stamp, (0, 0))
    assert make(checkout, "-q", ".venv/.ready").returncode == 1


def test_a_side_that_does_not_exist_is_one_line() -> None:
    result = make(ROOT, "add-endpoint", "PAGE=x.md", "TAKE=mine", "--assume-old=.venv/.ready")
    assert result.returncode == 2
    assert len(result.stderr.splitlines()) == 1
    assert "TAKE begins with theirs or ours, not mine" in result.stderr
