"""`python -m beyondwords.testing`, and what importing the sandbox costs and prints."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
from threading import Timer
from typing import Any

import httpx
import pytest

from tests.sandbox.conftest import MADE_UP
from tests.served import runs_the_sandbox

MODULE = [sys.executable, "-m", "beyondwords.testing"]


def run(*command: str) -> tuple[int, str, str]:
    done = subprocess.run(command, capture_output=True, text=True, timeout=60)
    return done.returncode, done.stdout, done.stderr


@pytest.mark.parametrize(
    ("number", "arguments", "path", "project"),
    [
        pytest.param(signal.SIGINT, [], "background_tracks", {"BEYONDWORDS_PROJECT_ID": "1"}, marks=runs_the_sandbox),
        (signal.SIGTERM, ["--spec", str(MADE_UP)], "things", {}),
    ],
)
def test_it_serves_until_interrupted(number: int, arguments: list[str], path: str, project: dict[str, str]) -> None:
    # Output must come in time by the command's own doing.
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONUNBUFFERED"}
    pipes: dict[str, Any] = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "encoding": "utf-8"}
    command = [*MODULE, "--items", "7", "--api-key", "mine", *arguments]
    with subprocess.Popen(command, env=environment, **pipes) as process:
        # Whatever fails or never comes, it does not hang the test.
        late = Timer(40, process.kill)
        late.start()
        assert process.stdout is not None
        exported: dict[str, str] = {}
        while len(exported) < 2 + len(project) and (line := process.stdout.readline()):
            exported.update(re.findall(r"export (BEYONDWORDS_\w+)=(\S+)", line))
        url = exported.pop("BEYONDWORDS_BASE_URL")
        assert exported == {"BEYONDWORDS_API_KEY": "mine", **project}
        response = httpx.get(f"{url}/{path}", headers={"X-Api-Key": "mine"}, trust_env=False, timeout=20)
        assert len(response.json()) == 7
        process.send_signal(number)
        _, errors = process.communicate(timeout=60)
        late.cancel()
        assert (process.returncode, errors) == (0, "")


def test_what_cannot_be_served_is_one_line_and_exit_status_1() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        done = run(*MODULE, "--port", port)
    assert done == (1, "", f"beyondwords.testing: cannot listen on port {port}: Address already in use\n")
    assert run(*MODULE, "--items", "-1") == (1, "", "beyondwords.testing: items must be at least 0, not -1\n")


def test_nothing_heavy_is_imported_before_a_start_and_without_the_extra_one_line_says_what_to_install() -> None:
    code = f"""
import sys
from beyondwords import testing
for package in ("connexion", "uvicorn"):
    sys.modules[package] = None
    try:
        testing.Sandbox
    except ImportError as error:
        print(error)
    del sys.modules[package]
sandbox = testing.Sandbox(spec={str(MADE_UP)!r})
print([name for name in ("connexion", "uvicorn", "starlette") if name in sys.modules])
with sandbox: print("served")
"""
    said = [f"the sandbox needs {name}: pip install 'beyondwords[testing]'" for name in ("connexion", "uvicorn")]
    assert run(sys.executable, "-c", code) == (0, "\n".join([*said, "[]", "served", ""]), "")
