"""Walking a whole list: one page at a time, pages side by side, and the alternatives' loop over offsets."""

from __future__ import annotations

import asyncio
import inspect
import time
from collections.abc import Awaitable, Callable
from concurrent.futures import ThreadPoolExecutor
from itertools import chain
from typing import Any

from benchmarks.clients import TOTAL_HEADER, AsyncClients, Clients, async_clients, clients
from benchmarks.effort import Effort
from benchmarks.figures import Budget, Figure
from benchmarks.samples import Contender, Samples, sample
from benchmarks.server import Server
from beyondwords import BeyondWords
from beyondwords_api.api.background_tracks import background_tracks_index as endpoint
from beyondwords_api.types import Response as GeneratedResponse
from tools.failure import Failure

GROUP = "walks"
ROWS_A_PAGE = 100
SIDE_BY_SIDE = 8
_LATENCY_MS = 50
_FASTER = Budget(6.0, at_least=True)
_NOT_SLOWER = Budget(1.1, cause="pages side by side take turns on one processor, and here there is nothing to wait for")
_GENERATED, _ONE, _MANY = "generated client", "one page at a time", f"prefetch={SIDE_BY_SIDE}"
_BESIDE = f"{_GENERATED}, {SIDE_BY_SIDE} at once"


def can_prefetch() -> bool:
    """Whether lists take `prefetch=` already."""
    with BeyondWords("made-up-benchmark-key") as bw:
        return "prefetch" in inspect.signature(bw.background_tracks.list).parameters


def list_options(*, prefetch: bool) -> dict[str, Any]:
    """The arguments of a walk, pages side by side or not."""
    return {"limit": ROWS_A_PAGE} | ({"prefetch": SIDE_BY_SIDE} if prefetch else {})


def measure(server: Server, effort: Effort) -> list[Figure]:
    """A long list, far away and near, sync and async."""
    return [
        figure
        for side, samples_of in (("sync", _sync_samples), ("async", _async_samples))
        for figure in (
            *_far(side, samples_of(server, effort, _LATENCY_MS), effort),
            *_near(side, samples_of(server, effort, 0), effort),
        )
    ]


def _far(side: str, samples: Samples, effort: Effort) -> list[Figure]:
    name = f"{side} {_MANY}, {effort.walk_tracks} tracks at {_LATENCY_MS} ms: faster"
    if not can_prefetch():
        return [Figure(GROUP, name, _ONE, "x", None, _FASTER, _medians(samples, _ONE))]
    return [Figure(GROUP, name, _ONE, "x", samples.ratios(_ONE, _MANY), _FASTER, _medians(samples, _MANY, _ONE))]


def _near(side: str, samples: Samples, effort: Effort) -> list[Figure]:
    walk = f"{side} %s, {effort.walk_tracks} tracks at 0 ms"
    cost = samples.ratios(_ONE, _GENERATED)
    beside = Figure(GROUP, walk % _ONE, _GENERATED, "x", cost, measured=_medians(samples, _ONE, _GENERATED))
    if not can_prefetch():
        return [beside, Figure(GROUP, walk % _MANY, _ONE, "x", None, _NOT_SLOWER, _medians(samples, _ONE))]
    ratios, at_once = samples.ratios(_MANY, _ONE), samples.ratios(_MANY, _BESIDE)
    return [
        beside,
        Figure(GROUP, walk % _MANY, _ONE, "x", ratios, _NOT_SLOWER, _medians(samples, _MANY, _ONE)),
        Figure(GROUP, walk % _MANY, _BESIDE, "x", at_once, measured=_medians(samples, _MANY, _BESIDE)),
    ]


def _medians(samples: Samples, *names: str) -> dict[str, str]:
    return {name: f"{samples.median(name):.3f} s" for name in names}


def _rounds(effort: Effort, latency_ms: int) -> int:
    return effort.slow_walk_rounds if latency_ms else effort.quick_walk_rounds


def _sync_samples(server: Server, effort: Effort, latency_ms: int) -> Samples:
    with clients(server.base_url(tracks=effort.walk_tracks, latency_ms=latency_ms)) as made:
        walks: dict[str, Callable[[], int]] = {_ONE: lambda: wrapper_walk(made, prefetch=False)}
        if can_prefetch():
            walks[_MANY] = lambda: wrapper_walk(made, prefetch=True)
        if not latency_ms:
            walks[_GENERATED] = lambda: generated_walk(made)
            walks[_BESIDE] = lambda: threaded_walk(made)
        contenders: dict[str, Contender] = {name: _timer(walk, effort.walk_tracks) for name, walk in walks.items()}
        return sample(contenders, rounds=_rounds(effort, latency_ms), warm_up=not latency_ms)


def _async_samples(server: Server, effort: Effort, latency_ms: int) -> Samples:
    with async_clients(server.base_url(tracks=effort.walk_tracks, latency_ms=latency_ms)) as (runner, made):
        walks: dict[str, Callable[[], Awaitable[int]]] = {_ONE: lambda: async_wrapper_walk(made, prefetch=False)}
        if can_prefetch():
            walks[_MANY] = lambda: async_wrapper_walk(made, prefetch=True)
        if not latency_ms:
            walks[_GENERATED] = lambda: async_generated_walk(made)
            walks[_BESIDE] = lambda: gathered_walk(made)
        contenders: dict[str, Contender] = {
            name: _async_timer(runner, walk, effort.walk_tracks) for name, walk in walks.items()
        }
        return sample(contenders, rounds=_rounds(effort, latency_ms), warm_up=not latency_ms)


def wrapper_walk(made: Clients, *, prefetch: bool) -> int:
    """How many tracks the wrapper's walk gave."""
    return sum(1 for _ in made.wrapper.background_tracks.list(**list_options(prefetch=prefetch)))


async def async_wrapper_walk(made: AsyncClients, *, prefetch: bool) -> int:
    """How many tracks the wrapper's walk gave."""
    count = 0
    async for _ in made.wrapper.background_tracks.list(**list_options(prefetch=prefetch)):
        count += 1
    return count


def generated_walk(made: Clients) -> int:
    """How many tracks came with the loop that users of the generated client write."""
    count, total = 0, 1
    while count < total:
        page = endpoint.sync_detailed(client=made.generated, pagination_limit=ROWS_A_PAGE, pagination_offset=count)
        assert isinstance(page.parsed, list)
        total = int(page.headers[TOTAL_HEADER])
        for _ in page.parsed:
            count += 1
    return count


async def async_generated_walk(made: AsyncClients) -> int:
    """How many tracks came with the loop that users of the generated client write."""
    count, total = 0, 1
    while count < total:
        page = await endpoint.asyncio_detailed(
            client=made.generated, pagination_limit=ROWS_A_PAGE, pagination_offset=count
        )
        assert isinstance(page.parsed, list)
        total = int(page.headers[TOTAL_HEADER])
        for _ in page.parsed:
            count += 1
    return count


def threaded_walk(made: Clients) -> int:
    """How many tracks came with the threads that users of the generated client write."""

    def page(offset: int) -> GeneratedResponse[Any]:
        return endpoint.sync_detailed(client=made.generated, pagination_limit=ROWS_A_PAGE, pagination_offset=offset)

    first = page(0)
    with ThreadPoolExecutor(SIDE_BY_SIDE) as threads:
        others = threads.map(page, range(ROWS_A_PAGE, int(first.headers[TOTAL_HEADER]), ROWS_A_PAGE))
        return sum(_rows(each) for each in chain([first], others))


async def gathered_walk(made: AsyncClients) -> int:
    """How many tracks came with the tasks that users of the generated client write."""
    places = asyncio.Semaphore(SIDE_BY_SIDE)

    async def page(offset: int) -> GeneratedResponse[Any]:
        async with places:
            return await endpoint.asyncio_detailed(
                client=made.generated, pagination_limit=ROWS_A_PAGE, pagination_offset=offset
            )

    first = await page(0)
    offsets = range(ROWS_A_PAGE, int(first.headers[TOTAL_HEADER]), ROWS_A_PAGE)
    others = await asyncio.gather(*(page(offset) for offset in offsets))
    return sum(_rows(each) for each in [first, *others])


def _rows(page: GeneratedResponse[Any]) -> int:
    assert isinstance(page.parsed, list)
    return sum(1 for _ in page.parsed)


def _check(count: int, expected: int) -> None:
    if count != expected:
        raise Failure(f"a walk gave {count} tracks instead of {expected}")


def _timer(walk: Callable[[], int], expected: int) -> Contender:
    def seconds() -> float:
        started = time.perf_counter()
        count = walk()
        taken = time.perf_counter() - started
        _check(count, expected)
        return taken

    return seconds


def _async_timer(runner: asyncio.Runner, walk: Callable[[], Awaitable[int]], expected: int) -> Contender:
    async def counted() -> int:
        return await walk()

    return _timer(lambda: runner.run(counted()), expected)
