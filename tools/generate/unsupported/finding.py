"""One part of a document that the generator would not bring across."""

from __future__ import annotations

from dataclasses import dataclass

from tools.spec.pointers import Keys


@dataclass(frozen=True)
class Unsupported:
    """What would be dropped or written wrongly, and where."""

    place: str
    """As `pointers.describe` says it; the name under which it can be accepted."""
    problem: str
    """What would happen, in words that follow the place."""
    cuts: tuple[Keys, ...]
    """What is left out of the document when it is accepted."""
    advice: str = ""
    """What to do, where there is something better than to accept it."""

    def __str__(self) -> str:
        return f"{self.place} {self.problem}"
