"""The pictures of the command line show what the commands wrote."""

from __future__ import annotations

import re
from pathlib import Path

from tests.served import runs_the_sandbox
from tools import pictures


@runs_the_sandbox
def test_each_picture_shows_its_commands_and_loads_nothing(drawings: Path) -> None:
    for name, commands in pictures.PICTURES.items():
        svg = (drawings / f"{name}.svg").read_text(encoding="utf-8")
        text = re.sub(r"<[^>]+>", " ", svg).replace("&#160;", " ")
        assert all(f"$ {command}" in text for command, _ in commands)
        assert "url(http" not in svg
    assert "created" in (drawings / "publish.svg").read_text(encoding="utf-8")
    assert "404" in (drawings / "failure.svg").read_text(encoding="utf-8")
    # Progress is gone when the work is done.
    assert "waiting" not in (drawings / "publish.svg").read_text(encoding="utf-8")
