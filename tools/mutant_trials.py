"""A pytest plugin that tries mutants: for each a fork of this process, which has already collected the tests.

mutmut itself starts pytest anew for every mutant. Here that takes seconds, nearly all of it for collecting some
thousand tests, and tests run in no order; with this the first failing test comes after a fraction of a second. What
is mutated, which tests meet which function and how results are kept stays mutmut's.
"""

from __future__ import annotations

import json
import os
import signal
import sys
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fnmatch import fnmatch
from pathlib import Path
from typing import Any

import pytest

KILLED, SURVIVED, NO_TESTS, TIMEOUT = 1, 0, 33, 36
# More would be quicker, but tests with deadlines in them need a processor.
_SIDE_BY_SIDE = 2
_SLOW = 0.1
"""Seconds."""
_MOST_TESTS = int(os.environ.get("MUTANT_TESTS", "0")) or None
"""Of the tests that meet a mutated function; None for all. With 120 most of the work is done in a tenth of the time."""
_PATTERNS = "MUTANT_PATTERNS"


@dataclass(slots=True)
class Trial:
    """One mutant on its way."""

    mutant: str
    results: Path
    ends: float
    """When it counts as hanging, in seconds of the monotonic clock."""


def pytest_runtestloop(session: pytest.Session) -> bool:
    """Try the mutants instead of running the tests."""
    stats = json.loads(Path("mutmut-stats.json").read_text(encoding="utf-8"))
    durations: dict[str, float] = stats["duration_by_test"]
    items = {item.nodeid: item for item in session.items}
    met: dict[str, list[str]] = stats["tests_by_mangled_function_name"]
    # How many functions a test meets.
    breadth = Counter(name for names in met.values() for name in names)
    under_way: dict[int, Trial] = {}
    for mutant, results in _mutants():
        names = met.get(mutant.partition("__mutmut_")[0], [])
        known = [name for name in names if name in items]
        tests = [items[name] for name in _in_order(known, durations, breadth)][:_MOST_TESTS]
        if not tests:
            _note(mutant, results, NO_TESTS)
            continue
        while len(under_way) == _SIDE_BY_SIDE:
            _wait(under_way)
        patience = 15 + 2 * sum(durations[test.nodeid] for test in tests)
        under_way[_start(mutant, tests)] = Trial(mutant, results, time.monotonic() + patience)
    while under_way:
        _wait(under_way)
    return True


def _in_order(names: Sequence[str], durations: dict[str, float], breadth: Counter[str]) -> list[str]:
    """The tests that say most come first: quick ones, those that meet little else, one case of each and then more."""
    cases: Counter[str] = Counter()
    order = []
    for name in sorted(names):
        function = name.partition("[")[0]
        cases[function] += 1
        order.append((durations.get(name, 0.0) > _SLOW, breadth[name] // 5 + cases[function], name))
    return [name for _, _, name in sorted(order)]


def _mutants() -> Iterator[tuple[str, Path]]:
    """Those that no test has noticed so far; where patterns are given, those that fit, in any case."""
    patterns = os.environ.get(_PATTERNS, "").split()
    for path in sorted(Path("src").rglob("*.meta")):
        for mutant, result in json.loads(path.read_text(encoding="utf-8"))["exit_code_by_key"].items():
            if any(fnmatch(mutant, pattern) for pattern in patterns) if patterns else result not in (KILLED, TIMEOUT):
                yield mutant, path


def _start(mutant: str, tests: Sequence[pytest.Item]) -> int:
    sys.stdout.flush()
    child = os.fork()
    if child:
        return child
    code = KILLED
    try:
        # A group of its own, so that processes which a test starts can be ended with it.
        os.setpgid(0, 0)
        nowhere = os.open(os.devnull, os.O_RDWR)
        for stream in (0, 1, 2):
            os.dup2(nowhere, stream)
        os.environ["MUTANT_UNDER_TEST"] = mutant
        code = KILLED if _fails(tests) else SURVIVED
    finally:
        os._exit(code)


def _fails(tests: Sequence[pytest.Item]) -> bool:
    failures: list[Any] = []

    class Reports:
        def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
            if report.failed:
                failures.append(report)

    tests[0].config.pluginmanager.register(Reports())
    for test, following in zip(tests, [*tests[1:], None], strict=True):
        test.config.hook.pytest_runtest_protocol(item=test, nextitem=following)
        if failures:
            return True
    return False


def _wait(under_way: dict[int, Trial]) -> None:
    """Until one is done, or has to be ended."""
    while True:
        for child, trial in under_way.items():
            done, status = os.waitpid(child, os.WNOHANG)
            late = time.monotonic() > trial.ends
            if late and not done:
                os.killpg(child, signal.SIGKILL)
                os.waitpid(child, 0)
            if done or late:
                del under_way[child]
                _note(trial.mutant, trial.results, TIMEOUT if late else os.waitstatus_to_exitcode(status))
                return
        time.sleep(0.01)


def _note(mutant: str, results: Path, code: int) -> None:
    noted = json.loads(results.read_text(encoding="utf-8"))
    noted["exit_code_by_key"][mutant] = code
    results.write_text(json.dumps(noted, indent=4), encoding="utf-8")
    if code != KILLED:
        words = {SURVIVED: "survived", NO_TESTS: "no tests", TIMEOUT: "timeout"}
        print(f"{words.get(code, f'ended with {code}')}: {mutant}", flush=True)
