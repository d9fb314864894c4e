"""What came of the cells, as people and programs read it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from typing import Any

_HEADINGS = ("", "side", "what happens", "what must come of it", "what did")
_LONGEST = 110


@dataclass(frozen=True)
class Outcome:
    """One cell on one side."""

    group: str
    name: str
    side: str
    must: str
    did: str
    holds: bool
    seconds: float

    def as_json(self) -> dict[str, Any]:
        """For a program."""
        return {**asdict(self), "seconds": round(self.seconds, 2)}


def table(outcomes: Iterable[Outcome]) -> str:
    """One line an outcome, two sides that came to the same in one."""
    lines = [_HEADINGS, *(_cells(same) for same in _joined(outcomes))]
    widths = [max(len(line[column]) for line in lines) for column in range(len(_HEADINGS))]
    ruled = [lines[0], tuple("-" * width for width in widths), *lines[1:]]
    return "\n".join(
        "  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip() for line in ruled
    )


def summary(outcomes: list[Outcome]) -> str:
    """One line for all."""
    failed = sum(not outcome.holds for outcome in outcomes)
    return f"{len(outcomes)} cells, {len(outcomes) - failed} as they must be, {failed} not"


def _joined(outcomes: Iterable[Outcome]) -> list[list[Outcome]]:
    found: dict[tuple[object, ...], list[Outcome]] = {}
    for outcome in outcomes:
        found.setdefault((outcome.group, outcome.name, outcome.did, outcome.holds), []).append(outcome)
    return list(found.values())


def _cells(same: list[Outcome]) -> tuple[str, ...]:
    first = same[0]
    did = " ".join(first.did.split())
    return (
        "ok" if first.holds else "WRONG",
        "both" if len(same) == 2 else first.side,
        f"{first.group}: {first.name}",
        first.must,
        # What is wrong is told whole.
        did if len(did) <= _LONGEST or not first.holds else f"{did[: _LONGEST - 3]}...",
    )
