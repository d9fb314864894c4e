"""A figure: what was measured, beside what, and whether it is within its budget."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from benchmarks.samples import Spread


@dataclass(frozen=True, slots=True)
class Budget:
    """What a figure may be."""

    limit: float
    at_least: bool = False
    """Whether more is better."""
    cause: str = ""
    """Why it may not hold, where that is known."""

    def holds(self, value: float) -> bool:
        """Whether the value is within."""
        return value >= self.limit if self.at_least else value <= self.limit

    def __str__(self) -> str:
        return f"{'>=' if self.at_least else '<='} {self.limit:g}"


@dataclass(frozen=True, slots=True)
class Figure:
    """One line of the table."""

    group: str
    """The benchmark it belongs to."""
    name: str
    against: str
    """The alternative."""
    unit: str
    """`x` for times the alternative, otherwise what the difference or count is in."""
    value: Spread | None
    """None while the thing to measure, or to compare with, is not there."""
    budget: Budget | None = None
    measured: Mapping[str, str] = field(default_factory=dict)
    """The medians behind it, with their units."""

    @property
    def holds(self) -> bool | None:
        """Whether the median is within the budget; None without one."""
        if self.value is None or self.budget is None:
            return None
        return self.budget.holds(self.value.median)

    @property
    def verdict(self) -> str:
        """That in words."""
        if self.value is None:
            return "not there yet" if self.budget else "no comparison"
        return {True: "holds", False: "DOES NOT", None: "-"}[self.holds]

    @property
    def cause(self) -> str:
        """Why the budget does not hold; empty where it does, or nobody knows."""
        return self.budget.cause if self.budget is not None and self.holds is False else ""

    def as_json(self) -> dict[str, Any]:
        """The figure for machines."""
        value, budget = self.value, self.budget
        return {
            "group": self.group,
            "name": self.name,
            "against": self.against,
            "unit": self.unit,
            "median": value and _rounded(value.median),
            "quartiles": value and [_rounded(value.low), _rounded(value.high)],
            "budget": budget and {"limit": budget.limit, "at_least": budget.at_least},
            "holds": self.holds,
            "cause": self.cause,
            "measured": dict(self.measured),
        }


def _rounded(value: float) -> float:
    return round(value, 4)
