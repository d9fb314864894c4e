"""Many pages: `prefetch` beside one page at a time, and the memory that a very long list takes."""

from __future__ import annotations

import asyncio
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from benchmarks.server import KEY, ROOT, BaseUrl
from benchmarks.table import Budget, Counts, Measure, Result, alternate
from beyondwords import AsyncBeyondWords, BeyondWords

_LIMIT = 100
_LATENCY = 50
_PREFETCH = 8
_FASTER = Budget(6, "x faster")
_FLAT = Budget(10, "MB")
_STATUS = Path("/proc/self/status")


def measure(base_url: BaseUrl, counts: Counts) -> Iterator[Result]:
    """Sync and async."""
    url, rows = base_url(_LATENCY, counts.prefetch_rows), counts.prefetch_rows
    for side, read in _READ.items():
        ours, theirs = _seconds(read, url, _PREFETCH, rows), _seconds(read, url, 1, rows)
        fast, slow = alternate(counts.prefetch_rounds, ours, theirs)
        what = f"{side} prefetch={_PREFETCH}, {rows:,} rows, latency {_LATENCY} ms"
        yield Result(what, fast, "s", _FASTER, "one page at a time", slow)
    # Only Linux tells the peak of one process alone.
    if _STATUS.exists():
        url, rows = base_url(0, counts.streamed_rows), counts.streamed_rows
        for side in _READ:
            for prefetch in (1, _PREFETCH):
                what = f"{side} {rows:,} rows, prefetch={prefetch}: above the first page"
                yield Result(what, [_growth(side, url, prefetch, rows)], "MB", _FLAT)


def _read(url: str, prefetch: int, first_page: Callable[[], None]) -> int:
    rows = 0
    with BeyondWords(KEY, base_url=url) as bw:
        for rows, _ in enumerate(bw.background_tracks.list(limit=_LIMIT, prefetch=prefetch), 1):
            if rows == _LIMIT:
                first_page()
    return rows


def _read_async(url: str, prefetch: int, first_page: Callable[[], None]) -> int:
    async def read() -> int:
        rows = 0
        async with AsyncBeyondWords(KEY, base_url=url) as bw:
            async for _ in bw.background_tracks.list(limit=_LIMIT, prefetch=prefetch):
                rows += 1
                if rows == _LIMIT:
                    first_page()
        return rows

    return asyncio.run(read())


_READ = {"sync": _read, "async": _read_async}


def _seconds(read: Callable[[str, int, Callable[[], None]], int], url: str, prefetch: int, rows: int) -> Measure:
    def measure() -> float:
        started = time.perf_counter()
        _check(read(url, prefetch, lambda: None), rows)
        return time.perf_counter() - started

    return measure


def _growth(side: str, url: str, prefetch: int, rows: int) -> float:
    """Megabytes by which a process of its own grows above what it has after the first page."""
    command = [sys.executable, "-m", "benchmarks.pages", side, url, str(prefetch)]
    result = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, text=True, check=True)
    read, grown = result.stdout.split()
    _check(int(read), rows)
    return float(grown)


def _check(read: int, rows: int) -> None:
    if read != rows:
        raise RuntimeError(f"the list gave {read} rows instead of {rows}")


def _memory(field: str) -> float:
    """Megabytes of this process: `VmRSS` now, `VmHWM` at most so far."""
    line = next(line for line in _STATUS.read_text().splitlines() if line.startswith(f"{field}:"))
    return int(line.split()[1]) / 1024


def _print_growth(side: str, url: str, prefetch: str) -> None:
    after_first_page = []
    rows = _READ[side](url, int(prefetch), lambda: after_first_page.append(_memory("VmRSS")))
    print(rows, _memory("VmHWM") - after_first_page[0])


if __name__ == "__main__":
    _print_growth(*sys.argv[1:])
