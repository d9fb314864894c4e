"""The derivation of the wrapper's sync modules from its async ones."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tools.sync_twins import PACKAGE, derive, main


@pytest.mark.parametrize("line", ["import asyncpg", "# nothing asynchronous", "x = is_async", "Awaitable"])
def test_a_word_of_asyncio_that_would_be_left_is_named_with_its_line(line: str) -> None:
    with pytest.raises(ValueError, match=r"^_async/pager\.py:2: .*would be left in the sync twin"):
        derive(f"a = 1\n{line}\n", "pager.py")


def test_twins_that_are_not_what_their_sources_give_are_named_and_mended(tmp_path: Path) -> None:
    for name in ("_async", "_sync"):
        shutil.copytree(PACKAGE / name, tmp_path / name, ignore=shutil.ignore_patterns("__pycache__"))
    # The project's own twins show what each substitution makes.
    assert main(tmp_path, check=True) is None
    twins, source = tmp_path / "_sync", tmp_path / "_async" / "pager.py"
    for name in ("pager.py", "runtime.py", "extra.py"):
        (twins / name).write_text("# by hand")
    (twins / "client.py").unlink()
    names = "_sync/client.py, _sync/pager.py, _sync/extra.py"
    told = f"error: not what their async sources give: {names}; run `make sync-twins`"
    assert main(tmp_path, check=True) == told
    # What fails writes nothing.
    right = source.read_text()
    for wrong, said in (("import asyncpg\n", "pager.py:1: 'async'"), ("class\n", "pager.py: ")):
        source.write_text(wrong)
        complaint = main(tmp_path) or ""
        assert said in complaint
        assert "\n" not in complaint
        assert not (twins / "client.py").exists()
    source.write_text(right)
    assert (twins / "pager.py").read_text() == "# by hand"
    assert main(tmp_path) is None
    assert main(tmp_path, check=True) is None
    assert not (twins / "extra.py").exists()
    assert (twins / "runtime.py").read_text() == "# by hand"
