"""`import beyondwords` reads nothing, connects to nothing and loads little; and who may import whom."""

from __future__ import annotations

import ast
import json
import re
import subprocess
import sys
from functools import cache
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
WRAPPER = ROOT / "wrapper" / "beyondwords"
GENERATED = ROOT / "generated_client" / "beyondwords_api"


def test_the_parts_on_the_outside_are_reached_through_the_package() -> None:
    code = "import beyondwords; print(beyondwords.webhooks.parse.__module__, beyondwords.testing.Sandbox.__name__)"
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert result.stdout == "beyondwords.webhooks Sandbox\n"


# Runs in a process of its own: watches what happens while the package is imported, then while it is used a little.
WATCHED = """
import json, os, sys
import httpx, attrs

def ours():
    frame = sys._getframe(1)
    while frame is not None:
        if "/beyondwords" in frame.f_code.co_filename.replace(os.sep, "/"):
            return True
        frame = frame.f_back
    return False

seen = {"environment": [], "events": []}
watching = True

class Watched(dict):
    def __getitem__(self, name):
        note(name)
        return super().__getitem__(name)
    def get(self, name, default=None):
        note(name)
        return super().get(name, default)
    def __contains__(self, name):
        note(name)
        return super().__contains__(name)
    def __iter__(self):
        note("*")
        return super().__iter__()

def note(name):
    if watching and ours():
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

os.environ = Watched(os.environ)
sys.addaudithook(audit)
before = set(sys.modules)
%s
watching = False
seen["modules"] = sorted(set(sys.modules) - before)
import threading
seen["threads"] = threading.active_count()
logging = __import__("logging")
seen["handlers"] = sum(type(h) is not logging.NullHandler for h in logging.getLogger("beyondwords").handlers)
print(json.dumps(seen))
"""


@cache
def watched(code: str) -> dict[str, Any]:
    done = subprocess.run(
        [sys.executable, "-B", "-c", WATCHED % code], capture_output=True, text=True, timeout=60, cwd=ROOT
    )
    assert done.returncode == 0, done.stderr
    found: dict[str, Any] = json.loads(done.stdout)
    return found


IMPORTS = ["import beyondwords", "from beyondwords import *", "import beyondwords_api.models, beyondwords_api.client"]


@pytest.mark.parametrize("code", IMPORTS)
def test_importing_opens_no_file_and_no_connection(code: str) -> None:
    found = watched(code)
    assert (found["environment"], found["events"]) == ([], [])
    assert (found["threads"], found["handlers"]) == (1, 0)


def test_the_watch_sees_what_it_should() -> None:
    # Making a client does read the environment and the certificates.
    found = watched("import beyondwords; beyondwords.BeyondWords('key')")
    assert "BEYONDWORDS_BASE_URL" in found["environment"]
    assert watched("open('pyproject.toml').close()")["events"] == [["open", "pyproject.toml"]]


def test_importing_loads_neither_the_sandbox_nor_the_command_line_nor_the_models() -> None:
    loaded = watched("import beyondwords")["modules"]
    unwanted = (
        "beyondwords.testing",
        "beyondwords.cli",
        "beyondwords.__main__",
        "beyondwords_api.models.",
        "beyondwords_api.api.",
    )
    assert [name for name in loaded if name.startswith(unwanted)] == []
    heavy = {"connexion", "uvicorn", "starlette", "rich", "yaml", "jinja2", "argparse", "typing_extensions"}
    assert heavy & {name.split(".")[0] for name in loaded} == set()


def test_using_a_client_loads_neither_the_sandbox_nor_the_command_line() -> None:
    loaded = watched(
        "import beyondwords\n"
        "transport = httpx.MockTransport(lambda request: httpx.Response(200, json=[]))\n"
        "list(beyondwords.BeyondWords('key', transport=transport).background_tracks.list())"
    )["modules"]
    assert "beyondwords_api.api.background_tracks.background_tracks_index" in loaded
    unwanted = ("beyondwords.testing", "beyondwords.cli", "rich", "yaml")
    assert [name for name in loaded if name.startswith(unwanted)] == []


# Who imports whom


@cache
def imports(file: Path, package: Path) -> list[str]:
    """What a module imports, with full names; what only type checkers see is left out."""
    found: list[str] = []
    here = [package.name, *file.relative_to(package).with_suffix("").parts]
    tree = ast.parse(file.read_text(encoding="utf-8"))
    for node in ast.walk(tree):
        if isinstance(node, ast.If) and "TYPE_CHECKING" in ast.dump(node.test):
            node.body = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found += (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = ".".join(here[: len(here) - node.level]) if node.level else ""
            module = ".".join(part for part in (base, node.module) if part)
            found += (f"{module}.{alias.name}" for alias in node.names)
    return found


def importers(package: Path, *wanted: str) -> set[str]:
    """The modules of a package that import something below these names."""
    prefixes = tuple(f"{name}." for name in wanted)
    return {
        file.relative_to(package).as_posix()
        for file in package.rglob("*.py")
        if any(f"{name}.".startswith(prefixes) for name in imports(file, package))
    }


def outside(file: str) -> bool:
    return file.startswith(("testing/", "cli/")) or file in ("cli.py", "__main__.py")


def test_the_generated_client_never_imports_the_wrapper() -> None:
    names = re.compile(r"^ *(from|import) beyondwords\b", re.MULTILINE)
    assert [file for file in GENERATED.rglob("*.py") if names.search(file.read_text(encoding="utf-8"))] == []


def test_nobody_inside_imports_the_testing_kit_or_the_command_line() -> None:
    found = importers(WRAPPER, "beyondwords.testing", "beyondwords.cli")
    assert {file for file in found if not outside(file)} == set()
    assert found != set()


def test_the_core_knows_no_client_and_does_no_input_or_output() -> None:
    core = {file.relative_to(WRAPPER).as_posix() for file in WRAPPER.glob("*.py")} - {"__init__.py", "__main__.py"}
    core = {file for file in core if not outside(file)}
    for name in ("beyondwords._async", "beyondwords._sync", "asyncio", "random"):
        assert importers(WRAPPER, name) & core == set(), name
