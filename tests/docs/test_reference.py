"""Every public name has its place in the reference."""

from __future__ import annotations

from pathlib import Path

import pytest

import beyondwords
import beyondwords.testing
from beyondwords import errors

REFERENCE = Path(__file__).resolve().parents[2] / "docs" / "reference"
TEXT = "\n".join(file.read_text(encoding="utf-8") for file in sorted(REFERENCE.glob("*.md")))
SHOWN = {line.removeprefix("::: ") for line in TEXT.splitlines() if line.startswith("::: ")}

# A module that is shown whole shows what its `__all__` has.
NAMES = {f"beyondwords.{name}" for name in beyondwords.__all__ if name not in errors.__all__}
NAMES -= {"beyondwords.__version__"}
NAMES |= {f"beyondwords.testing.{name}" for name in beyondwords.testing.__all__}
NAMES |= {"beyondwords.errors", "beyondwords.webhooks"}


@pytest.mark.parametrize("name", sorted(NAMES))
def test_a_public_name_is_in_the_reference(name: str) -> None:
    assert name in SHOWN
