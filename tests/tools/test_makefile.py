"""The Makefile: its list of targets, and what it says to a machine that lacks something."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.tools.conftest import ROOT

# A make above this one would hand its flags down.
ENVIRONMENT = {key: value for key, value in os.environ.items() if not key.startswith("MAKE")}


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    for name in ("Makefile", "pyproject.toml"):
        shutil.copy(ROOT / name, tmp_path)
    return tmp_path


def make(checkout: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["make", *arguments], cwd=checkout, env=ENVIRONMENT, capture_output=True, text=True, check=False
    )


def script(folder: Path, body: str) -> str:
    file = folder / "some_python"
    file.write_text(f"#!/bin/sh\n{body}\n")
    file.chmod(0o755)
    return str(file)


def test_make_alone_lists_every_target_with_one_line(checkout: Path) -> None:
    result = make(checkout)
    assert result.returncode == 0
    listed = {line.split()[1]: line.split(maxsplit=2)[2] for line in result.stdout.splitlines()}
    assert set(listed) >= {
        *("demo", "test", "test-all", "generate", "check-generated", "sync-twins", "check-sync-twins"),
        *("lint", "format", "types", "bench", "build", "clean", "setup", "sandbox"),
    }
    phony = (checkout / "Makefile").read_text().partition(".PHONY:")[2].partition("\n\n")[0]
    assert set(listed) == set(phony.replace("\\", "").split())
    assert not (checkout / ".venv").exists()


@pytest.mark.parametrize("body", ["exit 1", 'case "$2" in *version_info*) exit 1;; esac'])
def test_an_old_or_broken_python_is_refused_in_one_line(checkout: Path, body: str) -> None:
    result = make(checkout, "test", f"PYTHON={script(checkout, body)}")
    assert result.returncode != 0
    first, *rest = result.stderr.splitlines()
    assert first.startswith("error: ")
    assert "is not Python 3.11 or newer" in first
    assert all(line.startswith("make") for line in rest)
    assert not (checkout / ".venv").exists()


def test_a_missing_python_is_refused_in_one_line(checkout: Path) -> None:
    result = make(checkout, "test", "PYTHON=no-such-python")
    assert "no-such-python is not Python 3.11 or newer" in result.stderr.splitlines()[0]


def test_a_python_without_venv_is_refused_in_one_line(checkout: Path) -> None:
    python = script(checkout, 'case "$2" in *ensurepip*) exit 1;; esac')
    result = make(checkout, "test", f"PYTHON={python}")
    assert "lacks venv" in result.stderr.splitlines()[0]


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
