"""The Python of the README and of the guides runs as written: each block as a script of its own, against a sandbox."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from beyondwords.testing import Sandbox
from tests.served import runs_the_sandbox

README = Path(__file__).resolve().parent.parent / "README.md"
GUIDES = sorted((README.parent / "docs" / "guides").glob("*.md"))


def blocks(file: Path) -> list[str]:
    return re.findall(r"^```python\n(.*?)^```$", file.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)


BLOCKS = blocks(README)
GUIDE_BLOCKS = [block for file in GUIDES for block in blocks(file)]


@pytest.fixture(scope="module")
def sandbox() -> Iterator[Sandbox]:
    with Sandbox(items=120) as running:
        yield running


@pytest.mark.parametrize("block", BLOCKS + GUIDE_BLOCKS, ids=lambda block: block.strip().splitlines()[0][:60])
def test_python_block_runs_as_written(block: str, sandbox: Sandbox, tmp_path: Path) -> None:
    # What shows tests is a file of tests.
    file = tmp_path / "test_block.py"
    file.write_text(block, "utf-8")
    runner = ["-m", "pytest", "-q", "--rootdir", str(tmp_path)] if "def test_" in block else []
    access = {"BEYONDWORDS_API_KEY": sandbox.api_key, "BEYONDWORDS_BASE_URL": sandbox.base_url}
    environment = {**os.environ, **access, "BEYONDWORDS_PROJECT_ID": "1"}
    result = subprocess.run(
        [sys.executable, "-W", "error::DeprecationWarning:__main__", *runner, str(file)],
        env=environment,
        cwd=tmp_path,  # what it saves is not for the checkout
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert (result.returncode, result.stderr) == (0, "")


@runs_the_sandbox
def test_first_block_needs_neither_key_nor_network() -> None:
    environment = {name: value for name, value in os.environ.items() if not name.startswith("BEYONDWORDS_")}
    command = [sys.executable, "-c", BLOCKS[0]]
    result = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=60)
    assert result.stderr == ""
    assert "track 11" in result.stdout.lower()


def test_first_screen_names_the_two_commands() -> None:
    first_screen = "\n".join(README.read_text(encoding="utf-8").splitlines()[:30])
    assert "$ make demo" in first_screen
    assert "$ make test" in first_screen
