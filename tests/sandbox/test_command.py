"""`python -m beyondwords.testing`, and what importing the sandbox costs and prints."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Timer

import httpx
import pytest

from tests.served import runs_the_sandbox

MODULE = [sys.executable, "-m", "beyondwords.testing"]


@contextmanager
def serving(*arguments: str) -> Iterator[tuple[subprocess.Popen[str], dict[str, str]]]:
    """The running command and the variables it tells its reader to export."""
    # Output must come in time by the command's own doing.
    buffered = {name: value for name, value in os.environ.items() if name != "PYTHONUNBUFFERED"}
    process = subprocess.Popen(
        [*MODULE, *arguments],
        env=buffered,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    )
    # Reading ends when the process does, so that a line that never comes fails the test rather than hang it.
    late = Timer(20, process.kill)
    late.start()
    with process:
        try:
            assert process.stdout is not None
            exported: dict[str, str] = {}
            while len(exported) < 3 and (line := process.stdout.readline()):
                exported.update(re.findall(r"export (BEYONDWORDS_\w+)=(\S+)", line))
            late.cancel()
            yield process, exported
        finally:
            process.kill()


def run(code: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60)


@runs_the_sandbox
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_it_serves_until_interrupted(number: signal.Signals) -> None:
    with serving("--items", "7", "--api-key", "mine") as (process, exported):
        assert exported["BEYONDWORDS_API_KEY"] == "mine"
        assert exported["BEYONDWORDS_PROJECT_ID"] == "1"
        url = f"{exported['BEYONDWORDS_BASE_URL']}/background_tracks"
        response = httpx.get(url, headers={"X-Api-Key": "mine"}, trust_env=False, timeout=20)
        assert len(response.json()) == 7
        process.send_signal(number)
        _, errors = process.communicate(timeout=60)
        assert (process.returncode, errors) == (0, "")


def test_a_port_in_use_is_one_line_and_exit_status_1() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        done = subprocess.run([*MODULE, "--port", str(port)], capture_output=True, text=True, timeout=60)
    expected = f"beyondwords.testing: cannot listen on port {port}: Address already in use\n"
    assert (done.returncode, done.stdout, done.stderr) == (1, "", expected)


def test_what_cannot_be_served_is_one_line_and_exit_status_1() -> None:
    done = subprocess.run([*MODULE, "--items", "-1"], capture_output=True, text=True, timeout=60)
    line = "beyondwords.testing: items must be at least 0, not -1\n"
    assert (done.returncode, done.stdout, done.stderr) == (1, "", line)


@runs_the_sandbox
def test_nothing_heavy_is_imported_before_a_start_and_that_prints_nothing() -> None:
    done = run(
        "import sys\n"
        "from beyondwords.testing import Sandbox\n"
        "sandbox = Sandbox()\n"
        "print([name for name in ('connexion', 'uvicorn', 'starlette') if name in sys.modules])\n"
        "with sandbox: print('served')"
    )
    assert (done.stdout, done.stderr) == ("[]\nserved\n", "")


@pytest.mark.parametrize("package", ["connexion", "uvicorn"])
def test_without_the_extra_one_line_says_what_to_install(package: str) -> None:
    done = run(
        "import sys\n"
        f"sys.modules[{package!r}] = None\n"
        "try:\n"
        "    from beyondwords.testing import Sandbox\n"
        "except ImportError as error:\n"
        "    print(error)"
    )
    assert done.stdout == f"the sandbox needs {package}: pip install 'beyondwords[testing]'\n"
