"""A small project of its own, with a spec, a client and a wrapper of things, in which tools run as commands."""

from __future__ import annotations

import copy
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable
from pathlib import Path

from tests.tools.conftest import ROOT
from tests.tools.documents import Json, document, operation, written
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
_PARTS = ("tools", "generator-templates", "generator-config.yml", "pyproject.toml", "Makefile")
_IGNORED = shutil.ignore_patterns("__pycache__", ".*")


def query(name: str, kind: str = "string") -> Json:
    return {"name": name, "in": "query", "schema": {"type": kind}}


def reference(name: str) -> Json:
    return {"$ref": f"#/components/schemas/{name}"}


def _things() -> Json:
    paging = [query("pagination[limit]", "integer"), query("pagination[offset]", "integer")]
    index = operation(
        "things#index",
        [*paging, query("filter[name]"), query("mood")],
        {"type": "array", "items": reference("thingModel")},
    )
    create = operation("things#create", schema=reference("thingModel"))
    create["requestBody"] = {"required": True, "content": {"application/json": {"schema": reference("newThing")}}}
    text = {"type": "string"}
    thing = {"type": "object", "properties": {"id": {"type": "integer"}, "name": text, "colour": text}}
    schemas = {"thingModel": thing, "newThing": {"type": "object", "properties": {"name": text, "size": text}}}
    return document({"/things": {"get": index, "post": create}}, schemas)


THINGS = _things()

_CLIENT = '''"""The client."""

class {name}:
    """Reads things."""

    def __init__(self, api_key: str, *, max_attempts: int = 3) -> None:
        """Nothing is sent yet."""

    def with_options(self, *, max_attempts: int) -> None:
        """A copy."""
'''
_RESOURCES = '''"""The resources."""

class {name}:
    """What a client has."""

    @property
    def things(self) -> {things}:
        """Things."""
'''
_RESOURCE = '''"""Things."""

from beyondwords_api.api.things import things_create, things_index
from beyondwords_api.models import NewThing, Thing

class {things}:
    """`bw.things`."""

    def list(self, *, name: str | None = None, mood: str | None = None) -> object:
        """The things."""
        return self._client.paginate(things_index, limit=3, filter_name=name, mood=mood)

    def create(self, name: str, size: str) -> Thing:
        """One more thing."""
        return self._client.call(things_create, body=NewThing(name=name, size=size))
'''
WRAPPER = {
    "__init__.py": 'from ._async.client import AsyncBeyondWords\n\n__all__ = ["AsyncBeyondWords"]\n',
    "_settings.py": 'DEFAULT_BASE_URL = "https://example.test/v1"\n',
    "cli.py": "from beyondwords_api.models import Thing\n\n\ndef show(thing: Thing) -> str:\n    return thing.colour\n",
    "_async/__init__.py": "",
    "_async/client.py": _CLIENT.format(name="AsyncBeyondWords"),
    "_async/resources/__init__.py": _RESOURCES.format(name="AsyncResources", things="AsyncThings"),
    "_async/resources/things.py": _RESOURCE.format(things="AsyncThings"),
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

    def run(self, tool: str, *arguments: str, **environment: str) -> Result:
        """`python -m tools.<tool>` in the project's folder."""
        return self.command(sys.executable, "-m", f"tools.{tool}", *arguments, **environment)

    def make(self, *arguments: str) -> Result:
        """A target, with the environment of these tests in the place of `.venv`."""
        # That it is complete is not for the copy to see to: setting up would install the copy.
        return self.command("make", "--no-print-directory", "--assume-old=.venv/.ready", *arguments)

    def command(self, *command: str | Path, **environment: str) -> Result:
        return subprocess.run(
            [str(part) for part in command],
            cwd=self.folder,
            env=self.environment | environment,
            capture_output=True,
            text=True,
            check=False,
            timeout=300,
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


def copy_parts(names: Iterable[str], folder: Path) -> None:
    """Copy these files and folders of this project."""
    folder.mkdir(parents=True)
    for name in names:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, folder / name, ignore=_IGNORED)
        else:
            shutil.copy2(source, folder)


def bare(folder: Path) -> Project:
    """The tools, and what they read of a project, without a document and a client."""
    copy_parts(_PARTS, folder)
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
