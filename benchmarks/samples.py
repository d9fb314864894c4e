"""Measurements taken by turns, and what they say when put side by side."""

from __future__ import annotations

import statistics
from collections.abc import Callable, Mapping
from dataclasses import dataclass

Contender = Callable[[], float]
"""Does its work once and gives what that took, in the unit of its figure."""


@dataclass(frozen=True, slots=True)
class Spread:
    """A median with the quartiles around it."""

    median: float
    low: float
    """A quarter of the values is below."""
    high: float
    """A quarter of the values is above."""

    @classmethod
    def of(cls, values: list[float]) -> Spread:
        """The spread of one value or more."""
        if len(values) == 1:
            return cls(values[0], values[0], values[0])
        low, median, high = statistics.quantiles(values, n=4, method="inclusive")
        return cls(median, low, high)


class Samples:
    """What each contender took in each round."""

    def __init__(self, values: Mapping[str, list[float]]) -> None:
        self._values = values

    def median(self, name: str) -> float:
        """The median of one contender."""
        return statistics.median(self._values[name])

    def least(self, name: str) -> float:
        """The smallest measure of one contender."""
        return min(self._values[name])

    def spread(self, name: str) -> Spread:
        """One contender by itself."""
        return Spread.of(self._values[name])

    def ratios(self, name: str, other: str) -> Spread:
        """How many times the other's measure, compared round by round."""
        pairs = zip(self._values[name], self._values[other], strict=True)
        return Spread.of([one / two for one, two in pairs])

    def differences(self, name: str, other: str) -> Spread:
        """How much more than the other, compared round by round."""
        pairs = zip(self._values[name], self._values[other], strict=True)
        return Spread.of([one - two for one, two in pairs])


def sample(
    contenders: Mapping[str, Contender],
    *,
    rounds: int,
    warm_up: bool = True,
    enough: Callable[[], bool] = lambda: False,
) -> Samples:
    """Let every contender have its turn in every round.

    Args:
        contenders: By name.
        rounds: How many rounds count.
        warm_up: Whether a round goes before that does not count.
        enough: Asked after each round; whether the rest would tell nothing new.
    """
    values: dict[str, list[float]] = {name: [] for name in contenders}
    if warm_up:
        for contender in contenders.values():
            contender()
    for number in range(rounds):
        # Nobody always follows the same one, whose warm caches or leftovers would then be part of the measure.
        for name in _rotated(list(contenders), number):
            values[name].append(contenders[name]())
        if enough():
            break
    return Samples(values)


def _rotated(names: list[str], number: int) -> list[str]:
    start = number % len(names)
    turned = [*names[start:], *names[:start]]
    return turned if (number // len(names)) % 2 == 0 else turned[::-1]
