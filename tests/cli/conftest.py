"""The command line: in this process, in one of its own with pipes, or on a terminal of so many columns."""

from __future__ import annotations

import json
import os
import pty
import re
import select
import shlex
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Callable
from fcntl import ioctl
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from typer.testing import CliRunner

from beyondwords.cli._app import app
from beyondwords.testing import Sandbox
from tests.sides import bare_environment

__all__ = ["bare_environment"]
CTRL_D = "\x04"
COMMAND = f"{shlex.quote(sys.executable)} -m beyondwords"


class Done(NamedTuple):
    status: int
    out: str
    err: str

    @property
    def rows(self) -> list[Any]:
        """The JSON objects, one a line."""
        return [json.loads(line) for line in self.out.splitlines()]


Run = Callable[..., Done]
"""Of a command without `beyondwords` at its start, as a shell reads it, and changes of the environment."""
Shown = Callable[..., str]


@pytest.fixture
def sandbox(beyondwords_sandbox: Sandbox, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Sandbox:
    """The sandbox that the environment names, and an empty folder to be in."""
    for name in ("COLUMNS", "NO_COLOR", "PYTHONUNBUFFERED"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("PYTHONIOENCODING", "utf-8")
    monkeypatch.chdir(tmp_path)
    return beyondwords_sandbox


@pytest.fixture
def run(sandbox: Sandbox) -> Run:
    """What a command writes and its status."""

    def run(command: str, stdin: str = "", charset: str = "utf-8", **changes: str) -> Done:
        runner = CliRunner(charset)
        done = runner.invoke(app, shlex.split(command), input=stdin, env=changes, catch_exceptions=False)
        return Done(done.exit_code, done.stdout, done.stderr)

    return run


@pytest.fixture
def shell(sandbox: Sandbox) -> Run:
    """The same of a line for bash, in a process of its own with two pipes: for what is about the process."""

    def shell(line: str, **changes: str) -> Done:
        command, environment = ["bash", "-o", "pipefail", "-c", line], {**os.environ, **changes}
        done = subprocess.run(
            command, env=environment, stdin=subprocess.DEVNULL, capture_output=True, encoding="utf-8", timeout=60
        )
        return Done(done.returncode, done.stdout, done.stderr)

    return shell


@pytest.fixture
def shown(sandbox: Sandbox) -> Shown:
    """What a terminal of so many columns shows, without the codes that steer it."""

    def shown(command: str, columns: int = 80, plain: bool = True, typed: str | None = None, **changes: str) -> str:
        parent, child = pty.openpty()
        ioctl(child, termios.TIOCSWINSZ, struct.pack("HHHH", 50, columns, 0, 0))
        environment = {**os.environ, "TERM": "xterm-256color", **changes}
        line = shlex.split(f"{COMMAND} {command}")
        with subprocess.Popen(
            line, env=environment, stdin=child, stdout=child, stderr=child, start_new_session=True
        ) as process:
            os.close(child)
            text = _read(parent, typed)
            process.wait(timeout=60)
        os.close(parent)
        return re.sub(r"\x1b\[[0-9;?]*[A-Za-z]|\r", "", text) if plain else text

    return shown


def _read(terminal: int, typed: str | None) -> str:
    found, ends = b"", time.monotonic() + 60
    while time.monotonic() < ends:
        if not select.select([terminal], [], [], 1)[0]:
            continue
        try:
            piece = os.read(terminal, 65536)
        except OSError:  # the other end is closed
            break
        found += piece
        if typed is not None and b": " in found:
            os.write(terminal, typed.encode() if typed == CTRL_D else f"{typed}\n".encode())
            typed = None
    return found.decode("utf-8", "replace")
