"""Each benchmark runs and measures what it says. How fast anything is, is not tested here."""

from __future__ import annotations

import math

import pytest

from benchmarks.__main__ import BENCHMARKS, measured, report
from benchmarks.server import running_server
from benchmarks.starts import with_lists
from benchmarks.table import Counts, Result, alternate
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
        assert any(
            line.startswith(result.what) and f"<= {result.most[0]:.3g} {result.most[1]}" in line for line in lines
        )


# The median of the ratios 2, 3 and 1, and of the amounts 2, 30 and 4.
@pytest.mark.parametrize(
    ("most", "holds"), [((2.0, "x"), True), ((1.9, "x"), False), ((4.0, "ms"), True), ((3.9, "ms"), False)]
)
def test_a_result_over_budget_is_reported_as_such(most: tuple[float, str], holds: bool) -> None:
    result = Result("a call", [2.0, 30.0, 4.0], "ms", most, "another", [1.0, 10.0, 4.0])
    text = report([result])
    assert "a call  4 ms  4 ms, another    2.00 x" in text
    assert f"<= {most[0]:g} {most[1]}  {'holds' if holds else 'DOES NOT HOLD'}\n" in text
    assert f"{int(holds)} of 1 budgets hold" in text


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
