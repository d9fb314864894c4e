"""The tools as their users run them: as commands, on scratch copies."""

from __future__ import annotations

import runpy
import subprocess
import sys
import warnings
from collections.abc import Callable, Mapping
from contextlib import redirect_stderr, redirect_stdout
from io import StringIO
from pathlib import Path

import pytest

from tools.generate.build import generate

ROOT = Path(__file__).resolve().parents[2]
PUBLISHED = Path(__file__).with_name("published.yaml")
"""openapi.yaml as it was when these tests were written: they hold whatever comes into it later."""

Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture(scope="session")
def run_tool() -> Run:
    """`run_tool("generate", "--spec", ...)` runs what `python -m tools.generate --spec ...` does, in this process."""

    def run(
        name: str, *arguments: str | Path, environment: Mapping[str, str] | None = None
    ) -> subprocess.CompletedProcess[str]:
        command = [f"tools.{name}", *map(str, arguments)]
        with pytest.MonkeyPatch.context() as changed, warnings.catch_warnings():
            # Python warns where a test has imported the module before; it runs anew all the same.
            warnings.simplefilter("ignore", RuntimeWarning)
            changed.chdir(ROOT)
            changed.setattr(sys, "argv", command)
            for variable, value in (environment or {}).items():
                changed.setenv(variable, value)
            with redirect_stdout(StringIO()) as out, redirect_stderr(StringIO()) as err:
                status = 0
                try:
                    runpy.run_module(command[0], run_name="__main__", alter_sys=True)
                except SystemExit as ended:
                    status = int(ended.code or 0)
        return subprocess.CompletedProcess(command, status, out.getvalue(), err.getvalue())

    return run


@pytest.fixture(scope="session")
def published_client(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The client of `PUBLISHED`."""
    client = tmp_path_factory.mktemp("published") / "beyondwords_api"
    generate(PUBLISHED, client)
    return client


def files(folder: Path) -> dict[str, bytes]:
    """Every file below the folder with its bytes."""
    found = {file.relative_to(folder).as_posix(): file for file in folder.rglob("*") if file.is_file()}
    return {name: file.read_bytes() for name, file in found.items() if "__pycache__" not in name}


def the_error(result: subprocess.CompletedProcess[str]) -> str:
    """The one line a failed tool printed."""
    assert result.returncode == 1, result
    lines = result.stderr.splitlines()
    assert len(lines) == 1, result.stderr
    assert lines[0].startswith("error: ")
    return lines[0]
