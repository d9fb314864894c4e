"""One request for a page: `page()` and `call()` beside raw httpx and `json()`."""

from __future__ import annotations

import asyncio
import cProfile
import pstats
from collections.abc import Awaitable, Callable, Iterator

import httpx

from benchmarks.server import KEY, BaseUrl
from benchmarks.table import Budget, Counts, Result, alternate, async_milliseconds, milliseconds
from beyondwords import AsyncBeyondWords, BeyondWords
from beyondwords_api.api.background_tracks import background_tracks_index

_RAW = "raw httpx and json()"
_CASES = (("page()", 2, Budget(1.2, "x")), ("call()", 2, Budget(1.12, "x")), ("page()", 100, Budget(1.45, "x")))
_PATH = "/background_tracks"
_HEADERS = {"X-Api-Key": KEY}
_PROFILED_CALLS = 2_000


def measure(base_url: BaseUrl, counts: Counts) -> Iterator[Result]:
    """Sync and async."""
    url = base_url(0, 1_000)
    # The wrapper uses no proxy for this machine, so raw httpx must not look for one either.
    with httpx.Client(base_url=url, headers=_HEADERS, trust_env=False) as raw, BeyondWords(KEY, base_url=url) as bw:
        for name, rows, budget in _CASES:
            ours, theirs = (milliseconds(counts.calls, call) for call in _sync_calls(raw, bw, name, rows))
            yield _result(f"sync {name} of {rows} rows", budget, alternate(counts.rounds, ours, theirs))
    with asyncio.Runner() as runner:
        async_raw = httpx.AsyncClient(base_url=url, headers=_HEADERS, trust_env=False)
        async_bw = AsyncBeyondWords(KEY, base_url=url)
        for name, rows, budget in _CASES:
            calls = _async_calls(async_raw, async_bw, name, rows)
            ours, theirs = (async_milliseconds(runner, counts.calls, call) for call in calls)
            yield _result(f"async {name} of {rows} rows", budget, alternate(counts.rounds, ours, theirs))
        runner.run(async_raw.aclose())
        runner.run(async_bw.aclose())


def _result(what: str, budget: Budget, values: tuple[list[float], list[float]]) -> Result:
    return Result(what, values[0], "ms", budget, _RAW, values[1])


def _sync_calls(raw: httpx.Client, bw: BeyondWords, name: str, rows: int) -> tuple[Callable[[], object], ...]:
    def page() -> object:
        return bw.background_tracks.list(limit=rows).page()

    def call() -> object:
        return bw.call(background_tracks_index, pagination_limit=rows)

    return (page if name == "page()" else call), lambda: raw.get(_PATH, params={"pagination[limit]": rows}).json()


def _async_calls(
    raw: httpx.AsyncClient, bw: AsyncBeyondWords, name: str, rows: int
) -> tuple[Callable[[], Awaitable[object]], ...]:
    async def page() -> object:
        return await bw.background_tracks.list(limit=rows).page()

    async def call() -> object:
        return await bw.call(background_tracks_index, pagination_limit=rows)

    async def raw_get() -> object:
        return (await raw.get(_PATH, params={"pagination[limit]": rows})).json()

    return (page if name == "page()" else call), raw_get


def profile(base_url: BaseUrl, rows: int) -> None:
    """Print the functions in which a sync `page()` of that many rows spends most time of their own."""
    with BeyondWords(KEY, base_url=base_url(0, 1_000)) as bw:
        bw.background_tracks.list(limit=rows).page()
        with cProfile.Profile() as profiler:
            for _ in range(_PROFILED_CALLS):
                bw.background_tracks.list(limit=rows).page()
    pstats.Stats(profiler).sort_stats("tottime").print_stats(30)
