"""The demo, end to end against the sandbox."""

from __future__ import annotations

import os
import re
import subprocess
import sys

from beyondwords.testing import Sandbox
from tests.served import runs_the_sandbox
from tools.spec import ROOT


def demo(*arguments: str, **changes: str) -> tuple[int, str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith("BEYONDWORDS_")}
    kept.pop("PYTHONUNBUFFERED", None)
    environment = kept | {"NO_PROXY": "127.0.0.1", "COLUMNS": "80", "PYTHONIOENCODING": "utf-8"} | changes
    command = [sys.executable, "-m", "tools.demo", *arguments]
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, encoding="utf-8", timeout=60)
    return done.returncode, done.stdout, done.stderr


@runs_the_sandbox
def test_the_demo_tells_a_publishers_day_in_plain_text_of_80_columns() -> None:
    # A proxy in the environment and no key: the demo needs neither.
    status, said, errors = demo(HTTP_PROXY="http://127.0.0.1:9", ALL_PROXY="http://127.0.0.1:9", NO_PROXY="")
    assert (status, errors) == (0, "")
    lines = said.splitlines()
    told = "project 1: Harbour News|voice 1: Ava|created: 'Ferry returns'|updated: 'Ferry returns on Monday'|"
    told += " s  processed| s of audio/mpeg|ferry.mp3, |deleted; find('cms-1') gives None|Worth trying next:"
    assert re.search(".*".join(map(re.escape, told.split("|"))), said, re.DOTALL)
    assert [line.strip().startswith("make ") for line in lines[-3:]] == [True] * 3
    # In a pipe it is plain text, which fits an ordinary terminal.
    assert "\x1b" not in said
    assert max(map(len, lines)) <= 80


def test_the_live_demo_says_so_and_only_reads(sandbox: Sandbox) -> None:
    sandbox.background_tracks.fill(60)
    status, said, errors = demo("--live", BEYONDWORDS_BASE_URL=sandbox.base_url, BEYONDWORDS_API_KEY=sandbox.api_key)
    assert (status, errors) == (0, "")
    assert "Live" in said
    assert "sandbox" not in said
    assert "60 tracks on 6 pages" in said
    assert {request.method for request in sandbox.requests} == {"GET"}
    # Without a key it is one line.
    status, said, errors = demo("--live")
    assert (status, said, errors.count("\n")) == (1, "", 1)
    assert "BEYONDWORDS_API_KEY" in errors
