"""Many threads, or many tasks, on one client: what a request costs the processor, and whether any fails.

Throughput counts answered requests only. A ratio from rounds with many errors compares two failures, so read
it beside the errors of both.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

from benchmarks.clients import PATH, async_clients, clients, query
from benchmarks.effort import Effort
from benchmarks.figures import Budget, Figure
from benchmarks.samples import Contender, Samples, Spread, sample
from benchmarks.server import Server

GROUP = "sharing"
_RAW, _WRAPPER = "raw httpx", "wrapper"
_NO_ERROR = Budget(0)
_ROWS = 2
# As many as httpx opens at most, unless told otherwise.
_CONNECTIONS = 100
_MANY = 100


class _Failures:
    """What went wrong, by contender."""

    def __init__(self) -> None:
        self._found: dict[str, list[Exception]] = {_RAW: [], _WRAPPER: []}

    def of(self, name: str) -> list[Exception]:
        """Where that contender's are kept."""
        return self._found[name]

    def are_many(self) -> bool:
        """Whether a client is past measuring."""
        return any(len(errors) > _MANY for errors in self._found.values())


def measure(server: Server, effort: Effort) -> list[Figure]:
    """One client, many threads; one client, many tasks."""
    threads, tasks, fresh = _Failures(), _Failures(), _Failures()
    in_threads = _thread_samples(server, effort, threads)
    in_tasks = _task_samples(server, effort, tasks, fresh=False)
    at_once = _task_samples(server, effort, fresh, fresh=True)
    return [
        *_figures(f"{effort.threads} threads", in_threads, threads),
        *_figures(f"{effort.tasks} tasks", in_tasks, tasks),
        *_figures(f"{effort.tasks} tasks, first of a client", at_once, fresh),
    ]


def _figures(who: str, samples: Samples, failures: _Failures) -> list[Figure]:
    throughput = {name: f"{samples.median(name):.0f} requests a CPU second" for name in (_WRAPPER, _RAW)}
    errors = {name: _told(failures.of(name)) for name in (_WRAPPER, _RAW)}
    count = float(len(failures.of(_WRAPPER)))
    return [
        Figure(GROUP, f"{who}: throughput", _RAW, "x", _ratios(samples), measured=throughput),
        Figure(GROUP, f"{who}: errors", "-", "errors", Spread(count, count, count), _NO_ERROR, errors),
    ]


def _ratios(samples: Samples) -> Spread | None:
    """None where the alternative answered nothing at all."""
    return samples.ratios(_WRAPPER, _RAW) if samples.least(_RAW) > 0 else None


def _told(errors: list[Exception]) -> str:
    kinds = sorted({type(error).__name__ for error in errors})
    return f"{len(errors)} errors" + (f" ({', '.join(kinds)})" if kinds else "")


def _thread_samples(server: Server, effort: Effort, failures: _Failures) -> Samples:
    with clients(server.base_url()) as made:
        calls: dict[str, Callable[[], object]] = {
            _RAW: lambda: made.raw.get(PATH, params=query(_ROWS)).json(),
            _WRAPPER: lambda: made.wrapper.background_tracks.list(limit=_ROWS).page(),
        }
        contenders: dict[str, Contender] = {
            name: _in_threads(call, effort, failures.of(name)) for name, call in calls.items()
        }
        return sample(contenders, rounds=effort.sharing_rounds)


def _in_threads(call: Callable[[], object], effort: Effort, errors: list[Exception]) -> Contender:
    def work() -> None:
        for _ in range(effort.calls_a_thread):
            try:
                call()
            except Exception as error:
                errors.append(error)

    def throughput() -> float:
        started, failed = time.process_time(), len(errors)
        with ThreadPoolExecutor(effort.threads) as pool:
            for _ in range(effort.threads):
                pool.submit(work)
        answered = effort.threads * effort.calls_a_thread - (len(errors) - failed)
        return answered / (time.process_time() - started)

    return throughput


def _task_samples(server: Server, effort: Effort, failures: _Failures, *, fresh: bool) -> Samples:
    """Bursts of tasks: on connections that were open before, or once each as the first requests of a client."""
    with async_clients(server.base_url()) as (runner, made):

        async def raw() -> object:
            return (await made.raw.get(PATH, params=query(_ROWS))).json()

        calls: dict[str, Callable[[], Awaitable[object]]] = {
            _RAW: raw,
            _WRAPPER: lambda: made.wrapper.background_tracks.list(limit=_ROWS).page(),
        }
        if fresh:
            effort = replace(effort, calls_a_task=1, sharing_rounds=1)
        else:
            small = replace(effort, tasks=min(effort.tasks, _CONNECTIONS), calls_a_task=1)
            for name, call in calls.items():
                _in_tasks(runner, call, small, failures.of(name))()
        contenders: dict[str, Contender] = {
            name: _in_tasks(runner, call, effort, failures.of(name)) for name, call in calls.items()
        }
        # A client whose pool broke down lets every further burst wait for its deadline.
        return sample(contenders, rounds=effort.sharing_rounds, warm_up=False, enough=failures.are_many)


def _in_tasks(
    runner: asyncio.Runner, call: Callable[[], Awaitable[object]], effort: Effort, errors: list[Exception]
) -> Contender:
    async def work() -> None:
        for _ in range(effort.calls_a_task):
            try:
                await call()
            except Exception as error:
                errors.append(error)

    async def all_tasks() -> None:
        await asyncio.gather(*(work() for _ in range(effort.tasks)))

    def throughput() -> float:
        started, failed = time.process_time(), len(errors)
        runner.run(all_tasks())
        answered = effort.tasks * effort.calls_a_task - (len(errors) - failed)
        return answered / (time.process_time() - started)

    return throughput
