"""One request for a page: `page()` and `call()` beside raw httpx and `json()`."""

from __future__ import annotations

import asyncio
import cProfile
import pstats
from collections.abc import Iterator
from typing import Any

import httpx

from benchmarks.server import KEY, BaseUrl
from benchmarks.table import Budget, Counts, Result, alternate, async_milliseconds, milliseconds
from beyondwords import AsyncBeyondWords, BeyondWords
from beyondwords_api.api.background_tracks import background_tracks_index

_CASES = (("page()", 2, Budget(1.2, "x")), ("call()", 2, Budget(1.12, "x")), ("page()", 100, Budget(1.45, "x")))
_PROFILED_CALLS = 2_000


def measure(base_url: BaseUrl, counts: Counts) -> Iterator[Result]:
    """Sync and async."""
    url = base_url(0, 1_000)
    # The wrapper uses no proxy for this machine, so raw httpx must not look for one either.
    plain: dict[str, Any] = {"base_url": url, "headers": {"X-Api-Key": KEY}, "trust_env": False}
    with httpx.Client(**plain) as raw, BeyondWords(KEY, base_url=url) as bw, asyncio.Runner() as runner:
        async_raw, async_bw = httpx.AsyncClient(**plain), AsyncBeyondWords(KEY, base_url=url)

        def sync_side(name: str, rows: int) -> Iterator[Any]:
            yield milliseconds(counts.calls, lambda: _ours(bw, name, rows))
            yield milliseconds(counts.calls, lambda: raw.get("/background_tracks", params=_limit(rows)).json())

        def async_side(name: str, rows: int) -> Iterator[Any]:
            async def raw_get() -> object:
                return (await async_raw.get("/background_tracks", params=_limit(rows))).json()

            yield async_milliseconds(runner, counts.calls, lambda: _ours(async_bw, name, rows))
            yield async_milliseconds(runner, counts.calls, raw_get)

        for side, both in (("sync", sync_side), ("async", async_side)):
            for name, rows, budget in _CASES:
                ours, theirs = alternate(counts.rounds, *both(name, rows))
                yield Result(f"{side} {name} of {rows} rows", ours, "ms", budget, "raw httpx and json()", theirs)
        runner.run(async_raw.aclose())
        runner.run(async_bw.aclose())


def _ours(bw: Any, name: str, rows: int) -> Any:
    """Of either client; the async one gives something to await."""
    if name == "page()":
        return bw.background_tracks.list(limit=rows).page()
    return bw.call(background_tracks_index, pagination_limit=rows)


def _limit(rows: int) -> dict[str, int]:
    return {"pagination[limit]": rows}


def profile(base_url: BaseUrl, rows: int) -> None:
    """Print the functions in which a sync `page()` of that many rows spends most time of their own."""
    with BeyondWords(KEY, base_url=base_url(0, 1_000)) as bw:
        bw.background_tracks.list(limit=rows).page()
        with cProfile.Profile() as profiler:
            for _ in range(_PROFILED_CALLS):
                bw.background_tracks.list(limit=rows).page()
    pstats.Stats(profiler).sort_stats("tottime").print_stats(30)
