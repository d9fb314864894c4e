"""The command line: in this process, in one of its own with pipes, or on a terminal of so many columns."""

from __future__ import annotations

import os
import pty
import re
import select
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Callable
from fcntl import ioctl
from pathlib import Path
from typing import NamedTuple

import pytest
from typer.testing import CliRunner

from beyondwords.cli._app import app
from beyondwords.testing import Sandbox

CTRL_D = "\x04"
COMMAND = [sys.executable, "-m", "beyondwords"]


class Done(NamedTuple):
    status: int
    out: str
    err: str


Run = Callable[..., Done]


def environment(sandbox: Sandbox | None, changes: dict[str, str]) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith("BEYONDWORDS_")}
    kept = {name: value for name, value in kept.items() if name not in ("COLUMNS", "NO_COLOR", "PYTHONUNBUFFERED")}
    access = {"BEYONDWORDS_BASE_URL": sandbox.base_url, "BEYONDWORDS_API_KEY": sandbox.api_key} if sandbox else {}
    return {**kept, "PYTHONIOENCODING": "utf-8", "BEYONDWORDS_PROJECT_ID": "1", **access, **changes}


@pytest.fixture
def run(beyondwords_sandbox: Sandbox, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """What a command writes and its status, in an empty folder."""
    monkeypatch.chdir(tmp_path)

    def run(*arguments: str, stdin: str = "", charset: str = "utf-8", **changes: str) -> Done:
        settings = environment(beyondwords_sandbox, changes)
        left_out = dict.fromkeys(set(os.environ) - set(settings))
        done = CliRunner(charset).invoke(
            app, arguments, input=stdin, env={**left_out, **settings}, catch_exceptions=False
        )
        return Done(done.exit_code, done.stdout, done.stderr)

    return run


@pytest.fixture
def run_process(beyondwords_sandbox: Sandbox, tmp_path: Path) -> Run:
    """The same in a process of its own, with two pipes: for what is about the process."""

    def run_process(*arguments: str, wrapped: list[str] | None = None, **changes: str) -> Done:
        done = subprocess.run(
            [*(wrapped or COMMAND), *arguments],
            env=environment(beyondwords_sandbox, changes),
            cwd=tmp_path,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            encoding="utf-8",
            timeout=60,
        )
        return Done(done.returncode, done.stdout, done.stderr)

    return run_process


@pytest.fixture
def shown(beyondwords_sandbox: Sandbox, tmp_path: Path) -> Callable[..., str]:
    """What a terminal of so many columns shows, without the codes that steer it."""

    def shown(*arguments: str, columns: int = 80, plain: bool = True, typed: str | None = None, **changes: str) -> str:
        parent, child = pty.openpty()
        ioctl(child, termios.TIOCSWINSZ, struct.pack("HHHH", 50, columns, 0, 0))
        changes = {"TERM": "xterm-256color", **changes}
        with subprocess.Popen(
            [*COMMAND, *arguments],
            env=environment(beyondwords_sandbox, changes),
            cwd=tmp_path,
            stdin=child,
            stdout=child,
            stderr=child,
            start_new_session=True,
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
