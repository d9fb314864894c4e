"""A cell of the matrix, and what can be wrong with one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from faults.scene import Scene

BOTH = ("sync", "async")


class Wrong(Exception):
    """Something else came than what must come; the message says what."""


@dataclass(frozen=True)
class Cell:
    """One bad day."""

    group: str
    name: str
    must: str
    """What must happen."""
    run: Callable[[Scene], str]
    """Makes it happen, and says what did; raises `Wrong` otherwise."""
    sides: tuple[str, ...] = BOTH
    unclosed: bool = False
    """Whether something is left unclosed on purpose, of which Python may warn."""


def check(holds: bool, otherwise: str) -> None:
    """Raise `Wrong` unless it holds."""
    if not holds:
        raise Wrong(otherwise)
