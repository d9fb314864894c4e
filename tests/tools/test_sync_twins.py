"""The derivation of sync modules, on small sources."""

from __future__ import annotations

import shutil
import textwrap
from pathlib import Path

import pytest

from tests.tools.conftest import ROOT, Run, files, the_error
from tools.failure import Failure
from tools.sync_twins import derive

SOURCE = '''
"""Pages of a list.

Example:
    >>> async with AsyncBeyondWords() as bw:
    ...     page = await bw.background_tracks.list().page()
"""

from collections.abc import AsyncIterator

from beyondwords._async.session import AsyncSession


class AsyncPager:
    async def __aenter__(self) -> "AsyncPager":
        return self

    def __aiter__(self) -> AsyncIterator[int]:
        return self._walk()

    async def page(self, session: AsyncSession) -> str:
        # An async comment about `await pager.page()` and __anext__.
        async with session as opened:
            async for part in opened.aiter_bytes():
                await part.aclose()
        values = [value async for value in self if await value.ready()]
        return f"{values} {(await self.items()).name} of {type(self).__name__}, AsyncPager"
'''

TWIN = '''
"""Pages of a list.

Example:
    >>> with BeyondWords() as bw:
    ...     page = bw.background_tracks.list().page()
"""

from collections.abc import Iterator

from beyondwords._sync.session import Session


class Pager:
    def __enter__(self) -> "Pager":
        return self

    def __iter__(self) -> Iterator[int]:
        return self._walk()

    def page(self, session: Session) -> str:
        # A comment about `pager.page()` and __next__.
        with session as opened:
            for part in opened.iter_bytes():
                part.close()
        values = [value for value in self if value.ready()]
        return f"{values} {(self.items()).name} of {type(self).__name__}, Pager"
'''


def test_a_module() -> None:
    assert derive(SOURCE, "pager.py") == TWIN


@pytest.mark.parametrize(
    ("source", "twin"),
    [
        ("x = (await f(1, (2, 3))).name", "x = f(1, (2, 3)).name"),
        ("x = (await self.f())[0]", "x = self.f()[0]"),
        ("x = not (await f()).name", "x = not f().name"),
        ("x = (await f() or g).name", "x = (f() or g).name"),
        ("x = g(await f()).name", "x = g(f()).name"),
        ("x = (await f(), 1)", "x = (f(), 1)"),
        ("x = (\n    await f()\n).name", "x = (\n    f()\n).name"),
    ],
)
def test_expressions(source: str, twin: str) -> None:
    assert derive(source, "x.py") == twin


@pytest.mark.parametrize(
    ("line", "word"),
    [
        ("import asyncpg", "asyncpg"),
        ("x = AsyncUnknown()", "AsyncUnknown"),
        ("# nothing asynchronous", "asynchronous"),
        ('"""Awaitable"""', "Awaitable"),
        ("x = f'{is_async}'", "is_async"),
    ],
)
def test_what_the_tables_do_not_know_fails_with_file_and_line(line: str, word: str) -> None:
    with pytest.raises(Failure, match=rf"^pager\.py:3: '{word}' would be left"):
        derive(f"a = 1\nb = 2\n{line}\n", "pager.py")


def test_what_is_not_python_fails_in_one_line() -> None:
    with pytest.raises(Failure, match=r"^pager\.py is not Python") as caught:
        derive("x = (\n", "pager.py")
    assert "\n" not in str(caught.value)


@pytest.fixture
def package(tmp_path: Path) -> Path:
    """A package in step."""
    for name, source in {
        "_async/__init__.py": "",
        "_async/io.py": "import asyncio\n",
        "_async/pager.py": SOURCE,
        "_async/resources/tracks.py": "from .._http import AsyncClient, Auth\nclass A:\n  x: AsyncClient | Auth\n",
        "_sync/__init__.py": "",
        "_sync/io.py": "import time\n",
    }.items():
        file = tmp_path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(textwrap.dedent(source))
    return tmp_path


def test_twins_are_written_formatted_and_then_in_step(run_tool: Run, package: Path) -> None:
    assert run_tool("sync_twins", "--package", package).returncode == 0
    assert (package / "_sync" / "resources" / "tracks.py").read_text() == (
        "# Derived from _async/resources/tracks.py by `make sync-twins`: change that file, not this one.\n"
        "from .._http import Auth, Client\n\n\nclass A:\n    x: Client | Auth\n"
    )
    assert (package / "_sync" / "io.py").read_text() == "import time\n"
    assert run_tool("sync_twins", "--package", package, "--check").returncode == 0


def test_a_resource_needs_no_entry_in_the_table_of_names(run_tool: Run, package: Path) -> None:
    (package / "_async" / "resources" / "voices.py").write_text("class AsyncVoices(AsyncResource):\n    pass\n")
    (package / "_async" / "client.py").write_text("from .resources.voices import AsyncVoices\n\nx = AsyncVoices\n")
    assert run_tool("sync_twins", "--package", package).returncode == 0
    assert "class Voices(Resource):" in (package / "_sync" / "resources" / "voices.py").read_text()
    assert "x = Voices\n" in (package / "_sync" / "client.py").read_text()
    (package / "_async" / "other.py").write_text("class AsyncOther:\n    pass\n")
    assert "'AsyncOther' would be left" in the_error(run_tool("sync_twins", "--package", package))


def test_a_stale_a_missing_and_an_extra_twin_are_named(run_tool: Run, package: Path) -> None:
    assert run_tool("sync_twins", "--package", package).returncode == 0
    (package / "_async" / "pager.py").write_text(SOURCE.replace("Pages of", "All pages of"))
    (package / "_sync" / "resources" / "tracks.py").unlink()
    (package / "_sync" / "extra.py").write_text("")
    before = files(package)
    result = run_tool("sync_twins", "--package", package, "--check")
    assert result.returncode == 1
    lines = result.stderr.splitlines()
    assert len(lines) == 3
    for line, name, what in zip(
        lines,
        ("extra.py", "pager.py", "resources/tracks.py"),
        ("has no source", "is not what its source in _async gives", "is missing"),
        strict=True,
    ):
        assert f"_sync/{name} {what}" in line
        assert line.endswith("run `make sync-twins`")
    assert files(package) == before
    assert run_tool("sync_twins", "--package", package).returncode == 0
    assert run_tool("sync_twins", "--package", package, "--check").returncode == 0
    assert not (package / "_sync" / "extra.py").exists()


def test_a_failing_derivation_writes_nothing(run_tool: Run, package: Path) -> None:
    assert run_tool("sync_twins", "--package", package).returncode == 0
    (package / "_async" / "a_first.py").write_text("x = 1\n")
    (package / "_async" / "pager.py").write_text("import asyncpg\n")
    before = files(package)
    assert "pager.py:1: 'asyncpg'" in the_error(run_tool("sync_twins", "--package", package))
    assert files(package) == before


def test_an_edit_of_a_real_twin_is_seen(run_tool: Run, tmp_path: Path) -> None:
    for name in ("_async", "_sync"):
        shutil.copytree(ROOT / "wrapper" / "beyondwords" / name, tmp_path / name)
    assert run_tool("sync_twins", "--package", tmp_path).returncode == 0
    twins = [file for file in (tmp_path / "_sync").rglob("*.py") if file.name not in ("__init__.py", "io.py")]
    assert twins
    with twins[0].open("a") as file:
        file.write("# by hand\n")
    assert twins[0].name in the_error(run_tool("sync_twins", "--package", tmp_path, "--check"))
