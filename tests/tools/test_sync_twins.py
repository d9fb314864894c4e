"""The derivation of the wrapper's sync modules from its async ones."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tools.sync_twins import PACKAGE, derive, main

SOURCE = '''"""Pages of a list.

Example:
    >>> async with AsyncBeyondWords() as bw:
    ...     page = await bw.background_tracks.list().page()
"""


class AsyncPager:
    async def __aenter__(self) -> "AsyncPager":
        return self

    async def __anext__(self) -> int:
        if self.done:
            raise StopAsyncIteration
        return (await self.call(1, limit=(2, 3))).parsed

    async def page(self) -> str:
        async with self.opened() as opened:
            async for part in opened.aiter_bytes():
                await part.aclose()
        return f"{type(self).__name__}, AsyncPager"
'''

TWIN = '''# Derived from _async/pager.py by `make sync-twins`: change that file, not this one.
"""Pages of a list.

Example:
    >>> with BeyondWords() as bw:
    ...     page = bw.background_tracks.list().page()
"""


class Pager:
    def __enter__(self) -> "Pager":
        return self

    def __next__(self) -> int:
        if self.done:
            raise StopIteration
        return self.call(1, limit=(2, 3)).parsed

    def page(self) -> str:
        with self.opened() as opened:
            for part in opened.iter_bytes():
                part.close()
        return f"{type(self).__name__}, Pager"
'''


def test_a_module() -> None:
    assert derive(SOURCE, "pager.py") == TWIN


@pytest.mark.parametrize("line", ["import asyncpg", "# nothing asynchronous", "x = is_async", "Awaitable"])
def test_a_word_of_asyncio_that_would_be_left_is_named_with_its_line(line: str) -> None:
    with pytest.raises(ValueError, match=r"^_async/pager\.py:2: .*would be left in the sync twin"):
        derive(f"a = 1\n{line}\n", "pager.py")


@pytest.fixture
def package(tmp_path: Path) -> Path:
    """A copy of the wrapper, whose twins are up to date."""
    for name in ("_async", "_sync"):
        shutil.copytree(PACKAGE / name, tmp_path / name, ignore=shutil.ignore_patterns("__pycache__"))
    assert main(tmp_path, check=True) is None
    return tmp_path


def test_a_stale_a_missing_and_an_extra_twin_are_named_and_mended_and_what_is_written_by_hand_stays(
    package: Path,
) -> None:
    twins = package / "_sync"
    (twins / "pager.py").write_text("# by hand")
    (twins / "runtime.py").write_text("# by hand")
    (twins / "client.py").unlink()
    (twins / "extra.py").touch()
    complaint = main(package, check=True)
    names = "_sync/client.py, _sync/pager.py, _sync/extra.py"
    assert complaint == f"error: not what their async sources give: {names}; run `make sync-twins`"
    assert (twins / "pager.py").read_text() == "# by hand"
    assert main(package) is None
    assert main(package, check=True) is None
    assert not (twins / "extra.py").exists()
    assert (twins / "runtime.py").read_text() == "# by hand"


@pytest.mark.parametrize(("source", "said"), [("import asyncpg\n", "pager.py:1: 'async'"), ("class\n", "pager.py: ")])
def test_a_failing_derivation_is_one_line_and_writes_nothing(package: Path, source: str, said: str) -> None:
    before = (package / "_sync" / "client.py").read_text()
    (package / "_async" / "client.py").write_text("x = 1\n")
    (package / "_async" / "pager.py").write_text(source)
    complaint = main(package) or ""
    assert said in complaint
    assert "\n" not in complaint
    assert (package / "_sync" / "client.py").read_text() == before
