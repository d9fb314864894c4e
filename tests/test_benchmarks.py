"""The benchmarks run, and what they say of numbers is so. How fast anything is, is not tested here."""

from __future__ import annotations

import asyncio
import json
import math
import re
import socket
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from itertools import pairwise, permutations
from pathlib import Path

import httpx
import pytest

from benchmarks import __main__ as command
from benchmarks import hotspots, sharing, walks
from benchmarks.big_spec import big_spec
from benchmarks.clients import clients
from benchmarks.effort import Effort
from benchmarks.figures import Budget, Figure
from benchmarks.samples import Spread, sample
from benchmarks.server import Server, running_server
from benchmarks.table import table
from tools import spec

ROOT = Path(__file__).resolve().parent.parent
TINY = Effort(
    call_rounds=2,
    calls_a_round=1,
    client_rounds=2,
    process_rounds=1,
    many_operations=2,
    walk_tracks=250,
    slow_walk_rounds=1,
    quick_walk_rounds=1,
    stream_tracks=250,
    threads=3,
    calls_a_thread=2,
    tasks=5,
    calls_a_task=2,
    sharing_rounds=1,
)


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    with running_server() as server:
        yield server


@pytest.mark.parametrize("name", command.BENCHMARKS)
def test_each_benchmark_gives_figures(server: Server, name: str) -> None:
    figures = command.BENCHMARKS[name](server, TINY)
    assert any(figure.budget for figure in figures)
    for figure in figures:
        assert figure.group == name
        if "prefetch" in figure.name and not walks.can_prefetch():
            assert figure.verdict == "not there yet"
            continue
        assert figure.value is not None, figure.name
        assert math.isfinite(figure.value.median)
        assert figure.value.low <= figure.value.median <= figure.value.high
        if figure.unit == "x":
            assert figure.value.median > 0
        if figure.unit == "errors":
            assert figure.value.median == 0


def test_the_server_pages_and_counts(server: Server) -> None:
    with httpx.Client(base_url=server.base_url(tracks=7), trust_env=False) as client:
        answer = client.get("/background_tracks", params={"pagination[limit]": 5, "pagination[offset]": 5})
    assert [track["id"] for track in answer.json()] == [6, 7]
    assert answer.headers["X-Pagination-Total-Count"] == "7"
    assert answer.headers["X-Pagination-OffSet"] == "5"


def test_the_server_answers_as_late_as_asked(server: Server) -> None:
    address = server.base_url(latency_ms=300)
    with httpx.Client(base_url=address, timeout=0.1, trust_env=False) as client, pytest.raises(httpx.ReadTimeout):
        client.get("/background_tracks")


def test_the_server_ends_with_the_block() -> None:
    with running_server() as server:
        port = httpx.URL(server.base_url()).port
        assert port is not None
    with pytest.raises(ConnectionRefusedError):
        socket.create_connection(("127.0.0.1", port), timeout=5)


def test_the_walks_go_over_every_track(server: Server) -> None:
    with clients(server.base_url(tracks=250)) as made:
        assert walks.wrapper_walk(made, prefetch=False) == 250
        assert walks.generated_walk(made) == 250


def test_ratios_are_taken_round_by_round() -> None:
    ours, theirs = iter([99.0, 2.0, 30.0, 4.0]), iter([1.0, 1.0, 10.0, 4.0])
    samples = sample({"ours": lambda: next(ours), "theirs": lambda: next(theirs)}, rounds=3)
    assert samples.ratios("ours", "theirs") == Spread(median=2.0, low=1.5, high=2.5)
    assert samples.differences("ours", "theirs").median == 1.0
    assert samples.median("ours") == 4.0


def test_nobody_always_follows_the_same_one() -> None:
    order: list[str] = []

    def contender(name: str) -> float:
        order.append(name)
        return 1.0

    names = ("a", "b", "c")
    sample({name: partial(contender, name) for name in names}, rounds=6, warm_up=False)
    rounds = [order[start : start + 3] for start in range(0, 18, 3)]
    assert all(sorted(turns) == ["a", "b", "c"] for turns in rounds)
    assert {turns[0] for turns in rounds} == set(names)
    followers = {(one, two) for turns in rounds for one, two in pairwise(turns)}
    assert followers == set(permutations(names, 2))


def test_rounds_end_when_they_tell_nothing_new() -> None:
    turns: list[str] = []

    def contender(name: str) -> float:
        turns.append(name)
        return 1.0

    contenders = {name: partial(contender, name) for name in ("a", "b")}
    sample(contenders, rounds=6, warm_up=False, enough=lambda: len(turns) >= 3)
    assert len(turns) == 4


def test_throughput_counts_answered_requests_only() -> None:
    calls = 0

    def every_other_fails() -> None:
        nonlocal calls
        calls += 1
        sum(range(10_000))
        if calls % 2:
            raise OSError

    errors: list[Exception] = []
    effort = replace(TINY, threads=1, calls_a_thread=10)
    assert sharing._in_threads(every_other_fails, effort, errors)() > 0
    assert len(errors) == 5

    def always_fails() -> None:
        raise OSError

    assert sharing._in_threads(always_fails, effort, [])() == 0
    with asyncio.Runner() as runner:

        async def fails() -> None:
            raise OSError

        assert sharing._in_tasks(runner, fails, TINY, [])() == 0


def test_the_big_spec_has_as_many_operations_as_asked() -> None:
    operations = list(spec.operations(big_spec(25)))
    assert len({operation.operation_id for operation in operations}) == 25
    assert "background_tracks#index" in {operation.operation_id for operation in operations}


@pytest.mark.parametrize(
    ("budget", "value", "verdict"),
    [
        (Budget(1.15), 1.15, "holds"),
        (Budget(1.15), 1.16, "DOES NOT"),
        (Budget(6, at_least=True), 6.5, "holds"),
        (Budget(6, at_least=True), 5.9, "DOES NOT"),
        (None, 5.9, "-"),
        (None, None, "no comparison"),
        (Budget(6), None, "not there yet"),
    ],
)
def test_a_budget_is_told_beside_its_figure(budget: Budget | None, value: float | None, verdict: str) -> None:
    spread = None if value is None else Spread(value, value, value)
    figure = Figure("walks", "a walk", "another", "x", spread, budget)
    assert figure.verdict == verdict
    line = table([figure]).splitlines()[-1]
    assert verdict in line
    assert budget is None or f"{budget} x" in line
    assert figure.as_json()["holds"] == {"holds": True, "DOES NOT": False}.get(verdict)


def test_why_a_budget_does_not_hold_is_told_below_the_table_and_only_then() -> None:
    budget = Budget(1.1, cause="two threads take turns")
    over, within = (Figure("walks", "a walk", "another", "x", Spread(x, x, x), budget) for x in (1.2, 1.0))
    assert table([over]).splitlines()[-1] == "a walk: does not hold, for two threads take turns"
    assert "turns" not in table([within])
    assert (over.as_json()["cause"], within.as_json()["cause"]) == ("two threads take turns", "")


def test_the_command_prints_a_table_and_writes_json(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "new" / "figures.json"
    command.report(["calls"], TINY, file)
    figures = json.loads(file.read_text())["figures"]
    shown = capsys.readouterr().out
    assert len(figures) == 16
    assert all(f"{figure['name']}  " in shown for figure in figures)


def test_an_unknown_benchmark_is_refused() -> None:
    result = subprocess.run(
        [sys.executable, "-m", "benchmarks", "--only", "nothing"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert result.returncode == 2
    assert "calls" in result.stderr


def test_the_profile_names_no_directory_of_this_machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(hotspots, "_TRACKS", 200)
    file = tmp_path / "profile.txt"
    hotspots.write(file)
    text = file.read_text()
    assert re.search(r"%  beyondwords$", text, re.MULTILINE)
    assert " beyondwords/_sync/pager.py" in text
    assert "httpx/_client.py" in text
    assert str(ROOT) not in text
    assert sys.prefix not in text
    assert sys.base_prefix not in text
    assert str(Path.home()) not in text
