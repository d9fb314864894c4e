"""`import beyondwords` reads nothing, connects to nothing and loads little; and who may import whom."""

from __future__ import annotations

import json
import os
import re
from pathlib import Path
from typing import Any

import pytest

from tests.sides import printed_by

ROOT = Path(__file__).parents[2]
WRAPPER = ROOT / "wrapper" / "beyondwords"
GENERATED = ROOT / "generated_client" / "beyondwords_api"


# Runs in a process of its own: watches what happens while the package is imported, then while it is used a little.
WATCHED = """
import json, os, sys, threading
sys.dont_write_bytecode = True
import httpx, attrs, logging

seen = {"environment": [], "events": []}
watching = True

class Watched(type(os.environ)):
    def __getitem__(self, name):
        note(name)
        return super().__getitem__(name)
    def __iter__(self):
        note("*")
        return super().__iter__()

def note(name):
    if watching:
        seen["environment"].append(name)

def audit(event, arguments):
    if not watching:
        return
    if event == "open":
        path = str(arguments[0])
        if not path.endswith((".py", ".pyc", ".so", ".pyd")):
            seen["events"].append([event, path])
    elif event.startswith(("socket.", "subprocess.", "os.system", "os.putenv", "ctypes.", "shutil.", "tempfile.")):
        seen["events"].append([event, str(arguments)])

os.environ.__class__ = Watched
sys.addaudithook(audit)
before = set(sys.modules)
%s
watching = False
seen["modules"] = sorted(set(sys.modules) - before)
seen["threads"] = threading.active_count()
logger = logging.getLogger("beyondwords")
seen["logger"] = [[type(each).__name__ for each in logger.handlers], logger.level, logger.propagate]
print(json.dumps(seen))
"""


def watched(code: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(printed_by(WATCHED % code))
    return found


OUTSIDE = ("beyondwords.testing", "beyondwords.cli", "beyondwords.__main__", "rich", "yaml")
HEAVY = ("connexion", "uvicorn", "starlette", "jinja2", "argparse", "typing_extensions")


def test_importing_opens_no_file_and_no_connection() -> None:
    by_name = watched("import beyondwords")
    everything = watched("from beyondwords import *; import beyondwords_api.models, beyondwords_api.client")
    for found in (by_name, everything):
        assert (found["environment"], found["events"]) == ([], [])
        assert found["threads"] == 1
        assert [name for name in found["modules"] if name.startswith(OUTSIDE + HEAVY)] == []
    models = ("beyondwords_api.models.", "beyondwords_api.api.")
    assert [name for name in by_name["modules"] if name.startswith(models)] == []


def test_using_a_client_loads_neither_the_sandbox_nor_the_command_line() -> None:
    found = watched(
        "import beyondwords\n"
        "transport = httpx.MockTransport(lambda request: httpx.Response(200, json=[]))\n"
        "list(beyondwords.BeyondWords('key', transport=transport).background_tracks.list())\n"
        "open(os.devnull).close()"
    )
    assert "beyondwords_api.api.background_tracks.background_tracks_index" in found["modules"]
    assert [name for name in found["modules"] if name.startswith(OUTSIDE)] == []
    # The caller's logging is left alone.
    assert found["logger"] == [["NullHandler"], 0, True]
    # The watch sees what it should.
    assert "BEYONDWORDS_BASE_URL" in found["environment"]
    assert ["open", os.devnull] in found["events"]


def test_the_parts_on_the_outside_are_reached_through_the_package() -> None:
    code = "import beyondwords; print(beyondwords.webhooks.parse.__module__, beyondwords.testing.Sandbox.__name__)"
    assert printed_by(code) == "beyondwords.webhooks Sandbox\n"


# Who imports whom

CORE = [file for file in WRAPPER.glob("*.py") if not file.name.startswith("__")]
INSIDE = [*CORE, *WRAPPER.glob("_*sync/**/*.py")]
# Files, and what none of them imports, not even inside a function.
ARROWS: dict[str, tuple[list[Path], str]] = {
    "the generated client does not know the wrapper": ([*GENERATED.rglob("*.py")], "beyondwords"),
    "nobody inside knows the testing kit or the command line": (INSIDE, "testing|cli"),
    "the core knows no client, and does no input or output": (CORE, "_async|_sync|asyncio|random"),
}


@pytest.mark.parametrize("arrow", ARROWS)
def test_arrows_point_one_way(arrow: str) -> None:
    files, forbidden = ARROWS[arrow]
    line = re.compile(rf"^ *(from|import) (.*\W)?({forbidden})\b", re.MULTILINE)
    assert len(files) > 5
    assert [file for file in files if line.search(file.read_text(encoding="utf-8"))] == []
