"""Measuring two things in turns, and the table of the results."""

from __future__ import annotations

import asyncio
import inspect
import statistics
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

Measure = Callable[[], float]
"""Does its work once and returns what that took."""


@dataclass(frozen=True, slots=True)
class Counts:
    """How much is measured. The defaults are those of `make bench`."""

    rounds: int = 61
    calls: int = 20
    """Calls in a round."""
    processes: int = 11
    prefetch_rounds: int = 3
    prefetch_rows: int = 10_000
    streamed_rows: int = 1_000_000
    operations: int = 600
    """Operations of the large API."""


@dataclass(frozen=True, slots=True)
class Result:
    """One line of the table."""

    what: str
    ours: Sequence[float]
    """One value for each round."""
    unit: str
    most: tuple[float, str]
    """The budget: times the alternative (`x`), or an amount."""
    alternative: str = ""
    theirs: Sequence[float] = ()
    """The alternative's values, in the same rounds."""

    @property
    def amount(self) -> float:
        """The median of ours."""
        return statistics.median(self.ours)

    @property
    def ratio(self) -> float:
        """How many times the alternative ours takes: the median of the rounds' ratios."""
        return statistics.median(ours / theirs for ours, theirs in zip(self.ours, self.theirs, strict=True))

    @property
    def holds(self) -> bool:
        """Whether the result is within its budget."""
        limit, unit = self.most
        return (self.ratio if unit == "x" else self.amount) <= limit

    def columns(self) -> tuple[str, ...]:
        """The line's columns."""
        theirs = f"{statistics.median(self.theirs):.3g} {self.unit}, {self.alternative}" if self.theirs else ""
        ratio = f"{self.ratio:.2f} x" if self.theirs else ""
        budget = f"<= {self.most[0]:.3g} {self.most[1]}"
        verdict = "holds" if self.holds else "DOES NOT HOLD"
        return self.what, f"{self.amount:.3g} {self.unit}", theirs, ratio, budget, verdict


def alternate(rounds: int, ours: Measure, theirs: Measure) -> tuple[list[float], list[float]]:
    """Measure both in every round, after one round that does not count. Who goes first changes from round to round."""
    values: tuple[list[float], list[float]] = ([], [])
    for number in range(rounds + 1):
        both = [(ours, values[0]), (theirs, values[1])]
        for measure, kept in both if number % 2 else reversed(both):
            kept.append(measure())
    return values[0][1:], values[1][1:]


def milliseconds(runner: asyncio.Runner, count: int, call: Callable[[], object]) -> Measure:
    """The median of that many calls; what is to be awaited is awaited on the runner's event loop."""

    async def timed() -> float:
        started = time.perf_counter()
        result = call()
        if inspect.isawaitable(result):
            await result
        return time.perf_counter() - started

    return lambda: statistics.median(runner.run(timed()) for _ in range(count)) * 1000


def table(results: Iterable[Result]) -> str:
    """The results as text in columns."""
    lines = [("what", "ours", "the alternative", "ratio", "budget", ""), *(result.columns() for result in results)]
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    return "\n".join("  ".join(map(str.ljust, line, widths)).rstrip() for line in lines)
