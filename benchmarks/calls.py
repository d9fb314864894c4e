"""One GET of a page: the wrapper, the generated client alone, and raw httpx with json."""

from __future__ import annotations

import asyncio
import statistics
import time
from collections.abc import Awaitable, Callable

from benchmarks.clients import PATH, AsyncClients, Clients, async_clients, clients, query
from benchmarks.effort import Effort
from benchmarks.figures import Budget, Figure
from benchmarks.samples import Contender, Samples, sample
from benchmarks.server import Server
from beyondwords_api.api.background_tracks import background_tracks_index as endpoint

GROUP = "calls"
_RAW, _GENERATED = "raw httpx", "generated client"
_WRAPPED = ("page()", "call()")
_BUDGETS = {
    (2, _RAW): Budget(1.15),
    (100, _GENERATED): Budget(
        1.05, cause="page() also checks its arguments and reads what the headers say of the list"
    ),
}


def measure(server: Server, effort: Effort) -> list[Figure]:
    """One GET of 2 and of 100 tracks, sync and async."""
    base_url = server.base_url()
    figures: list[Figure] = []
    for rows in (2, 100):
        figures += _figures("sync", rows, _sync_samples(base_url, rows, effort))
        figures += _figures("async", rows, _async_samples(base_url, rows, effort))
    return figures


def _figures(side: str, rows: int, samples: Samples) -> list[Figure]:
    return [
        Figure(
            group=GROUP,
            name=f"{side} {wrapped}, {rows} tracks",
            against=other,
            unit="x",
            value=samples.ratios(wrapped, other),
            budget=_BUDGETS.get((rows, other)),
            measured={name: f"{samples.median(name) * 1e6:.0f} us" for name in (wrapped, other)},
        )
        for wrapped in _WRAPPED
        for other in (_RAW, _GENERATED)
    ]


def _sync_samples(base_url: str, rows: int, effort: Effort) -> Samples:
    with clients(base_url) as made:
        contenders: dict[str, Contender] = {
            name: _timer(call, effort.calls_a_round) for name, call in _sync_calls(made, rows).items()
        }
        return sample(contenders, rounds=effort.call_rounds)


def _sync_calls(made: Clients, rows: int) -> dict[str, Callable[[], object]]:
    return {
        _RAW: lambda: made.raw.get(PATH, params=query(rows)).json(),
        _GENERATED: lambda: endpoint.sync(client=made.generated, pagination_limit=rows),
        "call()": lambda: made.wrapper.call(endpoint, pagination_limit=rows),
        "page()": lambda: made.wrapper.background_tracks.list(limit=rows).page(),
    }


def _timer(call: Callable[[], object], count: int) -> Contender:
    def seconds() -> float:
        times = []
        for _ in range(count):
            started = time.perf_counter()
            call()
            times.append(time.perf_counter() - started)
        return statistics.median(times)

    return seconds


def _async_samples(base_url: str, rows: int, effort: Effort) -> Samples:
    with async_clients(base_url) as (runner, made):
        contenders: dict[str, Contender] = {
            name: _async_timer(runner, call, effort.calls_a_round) for name, call in _async_calls(made, rows).items()
        }
        return sample(contenders, rounds=effort.call_rounds)


def _async_calls(made: AsyncClients, rows: int) -> dict[str, Callable[[], Awaitable[object]]]:
    async def raw() -> object:
        return (await made.raw.get(PATH, params=query(rows))).json()

    return {
        _RAW: raw,
        _GENERATED: lambda: endpoint.asyncio(client=made.generated, pagination_limit=rows),
        "call()": lambda: made.wrapper.call(endpoint, pagination_limit=rows),
        "page()": lambda: made.wrapper.background_tracks.list(limit=rows).page(),
    }


def _async_timer(runner: asyncio.Runner, call: Callable[[], Awaitable[object]], count: int) -> Contender:
    async def seconds() -> float:
        times = []
        for _ in range(count):
            started = time.perf_counter()
            await call()
            times.append(time.perf_counter() - started)
        return statistics.median(times)

    return lambda: runner.run(seconds())
