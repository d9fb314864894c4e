"""A small project of its own, with a spec, a client and a wrapper of things, in which tools run as commands."""

from __future__ import annotations

import copy
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from tests.tools.conftest import ROOT
from tests.tools.documents import (
    JSON_TYPE,
    NUMBER,
    TEXT,
    Json,
    array,
    document,
    fields,
    operation,
    parameter,
    reference,
    written,
)
from tools.changes.last_generation import PACKAGE
from tools.generate.build import generate

Result = subprocess.CompletedProcess[str]
Change = Callable[[Json], None]

# Neither a make above this one nor the user's own git may have a say.
_HANDED_DOWN = ("MAKE", "MFLAGS", "GIT_", "FORMAT", "CONTRACT_", "PYTEST_")
ENVIRONMENT = {key: value for key, value in os.environ.items() if not key.startswith(_HANDED_DOWN)} | {
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_NOSYSTEM": "1",
}


def _things() -> Json:
    paging = [parameter(f"pagination[{name}]", schema=NUMBER) for name in ("limit", "offset")]
    filters = [parameter("filter[name]"), parameter("mood")]
    index = operation("things#index", [*paging, *filters], array(reference("thingModel")))
    create = operation("things#create", schema=reference("thingModel")) | {
        "requestBody": {"required": True, "content": {JSON_TYPE: {"schema": reference("newThing")}}}
    }
    thing, new = fields(id=NUMBER, name=TEXT, colour=TEXT), fields(name=TEXT, size=TEXT)
    return document({"/things": {"get": index, "post": create}}, {"thingModel": thing, "newThing": new})


THINGS = _things()
_CLIENT = """
class AsyncBeyondWords:
    def __init__(self, api_key: str, *, max_attempts: int = 3) -> None: ...

    def with_options(self, *, max_attempts: int) -> None: ...
"""
_RESOURCES = """
class AsyncResources:
    @property
    def things(self) -> AsyncThings: ...
"""
_RESOURCE = """
from beyondwords_api.api.things import things_create, things_index
from beyondwords_api.models import NewThing, Thing

class AsyncThings:
    def list(self, *, name: str | None = None, mood: str | None = None) -> object:
        return self._client.paginate(things_index, limit=3, filter_name=name, mood=mood)

    def create(self, name: str, size: str) -> Thing:
        return self._client.call(things_create, body=NewThing(name=name, size=size))
"""
WRAPPER = {
    "__init__.py": 'from ._async.client import AsyncBeyondWords\n\n__all__ = ["AsyncBeyondWords"]\n',
    "_settings.py": 'DEFAULT_BASE_URL = "https://example.test/v1"\n',
    "cli.py": "from beyondwords_api.models import Thing\n\n\ndef show(thing: Thing) -> str:\n    return thing.colour\n",
    "_async/__init__.py": "",
    "_async/client.py": _CLIENT,
    "_async/resources/__init__.py": _RESOURCES,
    "_async/resources/things.py": _RESOURCE,
}


class Project:
    """The project in a folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.package = folder / PACKAGE
        self.environment = dict(ENVIRONMENT)

    def git(self, *arguments: str) -> str:
        who = ("-c", "user.name=Test", "-c", "user.email=test@example.test")
        command = ["git", *who, *arguments]
        done = subprocess.run(command, cwd=self.folder, env=ENVIRONMENT, capture_output=True, text=True, check=True)
        return done.stdout

    def commit(self) -> None:
        self.git("add", "--all")
        self.git("commit", "--quiet", "--message", "state")

    def make(self, *arguments: str) -> Result:
        """A target, with the environment of these tests in the place of `.venv`."""
        # That it is complete is not for the copy to see to: setting up would install the copy.
        return self.command("make", "--no-print-directory", "--assume-old=.venv/.ready", *arguments)

    def command(self, *command: str | Path, **more: str) -> Result:
        words, environment = [str(part) for part in command], self.environment | more
        return subprocess.run(
            words, cwd=self.folder, env=environment, capture_output=True, text=True, check=False, timeout=300
        )

    def change(self, change: Change) -> None:
        """Change the document."""
        content = copy.deepcopy(THINGS)
        change(content)
        written(self.folder, content, "openapi.yaml")

    def edit(self, name: str, *pairs: tuple[str, str]) -> None:
        file = self.folder / name
        text = file.read_text()
        for old, new in pairs:
            assert old in text
            text = text.replace(old, new)
        file.write_text(text)


def bare(folder: Path) -> Project:
    """The tools, and what they read of a project, without a document and a client."""
    for name in ("tools", "generator-templates"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("generator-config.yml", "pyproject.toml", "Makefile"):
        shutil.copy2(ROOT / name, folder)
    return Project(folder)


def made(folder: Path) -> Project:
    """The project, generated and committed."""
    project = bare(folder)
    for name, text in WRAPPER.items():
        file = folder / "wrapper" / "beyondwords" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)
    generate(written(folder, THINGS, "openapi.yaml"), folder / PACKAGE)
    (folder / ".venv").symlink_to(sys.prefix)
    (folder / ".gitignore").write_text(".venv\n__pycache__\n")
    project.git("init", "--quiet")
    project.commit()
    return project


def copied(project: Project, folder: Path) -> Project:
    """A copy for one test."""
    shutil.copytree(project.folder, folder, symlinks=True, ignore=shutil.ignore_patterns("__pycache__", "hooks"))
    return Project(folder)


class Scratch(Project):
    """A copy of the whole project; commands that run in it import from it, not from the installed project."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder / "project")
        shutil.copytree(ROOT, self.folder, ignore=shutil.ignore_patterns("__pycache__", ".*", "build", "dist"))
        (self.folder / ".venv").symlink_to(sys.prefix)
        imported = [self.folder / "wrapper", self.folder / "generated_client", self.folder]
        self.environment |= {"PYTHONPATH": os.pathsep.join(map(str, imported)), "PYTHONDONTWRITEBYTECODE": "1"}

    def done(self, *command: str | Path) -> str:
        """Run a command that must succeed; what it printed."""
        return succeeded(self.command(*command))

    def read(self, name: str) -> str:
        return (self.folder / name).read_text(encoding="utf-8")

    def write(self, name: str, text: str) -> None:
        (self.folder / name).write_text(text, encoding="utf-8")


def succeeded(result: Result) -> str:
    """What a command printed that must succeed."""
    assert result.returncode == 0, f"{result.args}\n{result.stdout[-6000:]}\n{result.stderr[-3000:]}"
    return result.stdout
