"""Many pages: `prefetch` beside one page at a time, and the memory that a very long list takes."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path

from benchmarks.server import KEY, PROCESSES, BaseUrl
from benchmarks.table import Counts, Result, alternate
from beyondwords import AsyncBeyondWords, BeyondWords

_LIMIT = 100
_LATENCY = 50
_PREFETCH = 8
_STATUS = Path("/proc/self/status")


def measure(base_url: BaseUrl, counts: Counts) -> Iterator[Result]:
    """Sync and async."""
    url, rows = base_url(_LATENCY, counts.prefetch_rows), counts.prefetch_rows
    for side in _READ:
        both = (partial(_seconds, side, url, prefetch, rows) for prefetch in (_PREFETCH, 1))
        fast, slow = alternate(counts.prefetch_rounds, *both)
        what = f"{side} prefetch={_PREFETCH}, {rows:,} rows, latency {_LATENCY} ms"
        yield Result(what, fast, "s", (1 / 6, "x"), "one page at a time", slow)
    # Only Linux tells the peak of one process alone.
    if _STATUS.exists():
        url, rows = base_url(0, counts.streamed_rows), counts.streamed_rows
        for side in _READ:
            for prefetch in (1, _PREFETCH):
                what = f"{side} {rows:,} rows, prefetch={prefetch}: above the first page"
                with ProcessPoolExecutor(1, mp_context=PROCESSES) as process:
                    grown = process.submit(_growth, side, url, prefetch, rows).result()
                yield Result(what, [grown], "MB", (10, "MB"))


def _read(url: str, prefetch: int, rows: int) -> int:
    with BeyondWords(KEY, base_url=url) as bw:
        return sum(1 for _ in bw.background_tracks.list(limit=_LIMIT, prefetch=prefetch, max_items=rows))


def _read_async(url: str, prefetch: int, rows: int) -> int:
    async def read() -> int:
        found = 0
        async with AsyncBeyondWords(KEY, base_url=url) as bw:
            async for _ in bw.background_tracks.list(limit=_LIMIT, prefetch=prefetch, max_items=rows):
                found += 1
        return found

    return asyncio.run(read())


_READ = {"sync": _read, "async": _read_async}


def _seconds(side: str, url: str, prefetch: int, rows: int) -> float:
    started = time.perf_counter()
    if (read := _READ[side](url, prefetch, rows)) != rows:
        raise RuntimeError(f"the list gave {read} rows instead of {rows}")
    return time.perf_counter() - started


def _growth(side: str, url: str, prefetch: int, rows: int) -> float:
    """Megabytes by which this process grows above what it has after the first page."""
    _seconds(side, url, prefetch, _LIMIT)
    before = _memory("VmRSS")
    _seconds(side, url, prefetch, rows)
    return _memory("VmHWM") - before


def _memory(field: str) -> float:
    """Megabytes of this process: `VmRSS` now, `VmHWM` at most so far."""
    line = next(line for line in _STATUS.read_text().splitlines() if line.startswith(f"{field}:"))
    return int(line.split()[1]) / 1024
