"""The pictures of the command line show what the commands wrote."""

from __future__ import annotations

import re
from pathlib import Path

from tests.served import runs_the_sandbox
from tools import pictures


@runs_the_sandbox
def test_each_picture_shows_its_commands_and_loads_nothing(tmp_path: Path) -> None:
    pictures.make(tmp_path)
    for name, commands in pictures.PICTURES.items():
        svg = (tmp_path / f"{name}.svg").read_text(encoding="utf-8")
        text = re.sub(r"<[^>]+>", " ", svg).replace("&#160;", " ")
        assert all(f"$ {command}" in text for command, _ in commands)
        assert "url(http" not in svg
    assert "created" in (tmp_path / "publish.svg").read_text(encoding="utf-8")
    assert "404" in (tmp_path / "failure.svg").read_text(encoding="utf-8")
