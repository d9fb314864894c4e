"""Each benchmark runs and measures what it says. How fast anything is, is not tested here."""

from __future__ import annotations

import math

import pytest

from benchmarks.__main__ import BENCHMARKS, measured, report
from benchmarks.server import running_server
from benchmarks.starts import with_lists
from benchmarks.table import Budget, Counts, Result, alternate
from tests.tools.conftest import PUBLISHED
from tools import spec

TINY = Counts(rounds=1, calls=1, processes=1, prefetch_rounds=1, prefetch_rows=250, streamed_rows=1_000, operations=2)


@pytest.mark.parametrize("name", BENCHMARKS)
def test_each_benchmark_runs(name: str) -> None:
    with running_server() as base_url:
        results = list(measured([name], base_url, TINY))
    assert len(results) >= 5
    lines = report(results).splitlines()
    for result in results:
        assert math.isfinite(result.amount)
        assert any(line.startswith(result.what) and str(result.budget) in line for line in lines)


@pytest.mark.parametrize(
    ("budget", "ours", "theirs", "holds"),
    [
        (Budget(1.2, "x"), 1.2, 1.0, True),
        (Budget(1.2, "x"), 1.21, 1.0, False),
        (Budget(6, "x faster"), 1.0, 6.0, True),
        (Budget(6, "x faster"), 1.0, 5.9, False),
        (Budget(25, "ms"), 25.0, 1.0, True),
        (Budget(25, "ms"), 25.1, 100.0, False),
    ],
)
def test_a_result_over_budget_is_reported_as_such(budget: Budget, ours: float, theirs: float, holds: bool) -> None:
    text = report([Result("a call", [ours], "ms", budget, "another", [theirs])])
    assert f"{budget}  {'holds' if holds else 'DOES NOT HOLD'}\n" in text
    assert f"{int(holds)} of 1 budgets hold" in text


def test_the_ratio_is_the_median_of_the_rounds() -> None:
    values = [2.0, 30.0, 4.0], "ms"
    theirs = [1.0, 10.0, 4.0]
    result, faster = (Result("a call", *values, Budget(2, unit), "another", theirs) for unit in ("x", "x faster"))
    assert (result.amount, result.ratio, faster.ratio) == (4.0, 2.0, 0.5)


def test_ours_and_the_alternative_take_turns_and_the_first_round_does_not_count() -> None:
    order: list[str] = []

    def measure(name: str) -> float:
        order.append(name)
        return float(len(order))

    ours, theirs = alternate(2, lambda: measure("ours"), lambda: measure("theirs"))
    assert order == ["theirs", "ours", "ours", "theirs", "theirs", "ours"]
    assert (ours, theirs) == ([3.0, 6.0], [4.0, 5.0])


def test_the_large_api_has_as_many_operations_as_asked() -> None:
    found = [str(each) for each in spec.operations(with_lists(spec.load(PUBLISHED), 3))]
    assert found == ["GET /background_tracks", "GET /made_up_1", "GET /made_up_2"]
