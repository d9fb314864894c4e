"""One thing of a document that the generator would not bring across."""

from __future__ import annotations

from dataclasses import dataclass

from tools.spec.pointers import Keys


@dataclass(frozen=True)
class Loss:
    """What would be dropped or garbled, and where."""

    place: str
    """As `places.spoken` says it; the name under which the loss can be accepted."""
    problem: str
    """What would happen, in words that follow the place."""
    cuts: tuple[Keys, ...]
    """What is left out of the document when the loss is accepted."""
    advice: str = ""
    """What to do, where there is something better than to accept it."""

    def __str__(self) -> str:
        return f"{self.place} {self.problem}"
