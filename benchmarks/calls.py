"""One request for a page: `page()` and `call()` beside raw httpx and `json()`."""

from __future__ import annotations

import asyncio
import cProfile
import pstats
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

import httpx

from benchmarks.server import KEY, BaseUrl
from benchmarks.table import Counts, Result, alternate, milliseconds
from beyondwords import AsyncBeyondWords, BeyondWords
from beyondwords_api.api.background_tracks import background_tracks_index

_CASES = (("page()", 2, 1.2), ("call()", 2, 1.12), ("page()", 100, 1.45))
_PROFILED_CALLS = 2_000


def measure(base_url: BaseUrl, counts: Counts) -> Iterator[Result]:
    """Sync and async."""
    url = base_url(0, 1_000)
    # The wrapper uses no proxy for this machine, so raw httpx must not look for one either.
    plain: dict[str, Any] = {"base_url": url, "headers": {"X-Api-Key": KEY}, "trust_env": False}
    with httpx.Client(**plain) as raw, BeyondWords(KEY, base_url=url) as bw, asyncio.Runner() as runner:
        async_raw, async_bw = httpx.AsyncClient(**plain), AsyncBeyondWords(KEY, base_url=url)

        sides: dict[str, tuple[Any, Callable[[int], object]]] = {
            "sync": (bw, partial(_raw, raw)),
            "async": (async_bw, partial(_raw_async, async_raw)),
        }
        for side, (client, theirs) in sides.items():
            for name, rows, most in _CASES:
                both = partial(_ours, client, name, rows), partial(theirs, rows)
                values = alternate(counts.rounds, *(milliseconds(runner, counts.calls, each) for each in both))
                what = f"{side} {name} of {rows} rows"
                yield Result(what, values[0], "ms", (most, "x"), "raw httpx and json()", values[1])
        runner.run(async_raw.aclose())
        runner.run(async_bw.aclose())


def _ours(bw: Any, name: str, rows: int) -> Any:
    """Of either client; the async one gives something to await."""
    if name == "page()":
        return bw.background_tracks.list(limit=rows).page()
    return bw.call(background_tracks_index, pagination_limit=rows)


def _raw(client: httpx.Client, rows: int) -> Any:
    return client.get("/background_tracks", params={"pagination[limit]": rows}).json()


async def _raw_async(client: httpx.AsyncClient, rows: int) -> Any:
    return (await client.get("/background_tracks", params={"pagination[limit]": rows})).json()


def profile(base_url: BaseUrl, rows: int) -> None:
    """Print the functions in which a sync `page()` of that many rows spends most time of their own."""
    with BeyondWords(KEY, base_url=base_url(0, 1_000)) as bw:
        bw.background_tracks.list(limit=rows).page()
        with cProfile.Profile() as profiler:
            for _ in range(_PROFILED_CALLS):
                bw.background_tracks.list(limit=rows).page()
    pstats.Stats(profiler).sort_stats("tottime").print_stats(30)
