"""Memory while a very long list streams by, each walk in a process of its own."""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
from collections.abc import AsyncIterator, Callable, Iterator
from pathlib import Path
from typing import Any

from benchmarks.clients import PATH, TOTAL_HEADER, Clients, async_clients, clients, query
from benchmarks.effort import Effort
from benchmarks.figures import Budget, Figure
from benchmarks.samples import Contender, sample
from benchmarks.server import Server
from benchmarks.walks import ROWS_A_PAGE, SIDE_BY_SIDE, can_prefetch, list_options
from tools.failure import Failure
from tools.spec import ROOT

GROUP = "streams"
_FLAT = Budget(10.0)
_RAW, _SYNC, _ASYNC = "raw", "sync", "async"
_PREFETCHED = "-prefetch"
_STATUS = Path("/proc/self/status")
_TIMEOUT = 600.0


def measure(server: Server, effort: Effort) -> list[Figure]:
    """The peak above the first page of each way to stream."""
    address = server.base_url(tracks=effort.stream_tracks)
    ways = [_SYNC, _ASYNC, *([_SYNC + _PREFETCHED, _ASYNC + _PREFETCHED] if can_prefetch() else [])]
    contenders: dict[str, Contender] = {way: _process(way, address, effort.stream_tracks) for way in (_RAW, *ways)}
    samples = sample(contenders, rounds=effort.stream_rounds, warm_up=False)
    medians = {way: f"{samples.median(way):.1f} MB" for way in contenders}
    figures = [
        Figure(
            group=GROUP,
            name=f"{_words(way)}, {effort.stream_tracks} tracks: peak above the first page",
            against="-",
            unit="MB",
            value=samples.spread(way),
            budget=_FLAT,
            measured={_words(way): medians[way], "raw httpx": medians[_RAW]},
        )
        for way in ways
    ]
    if not can_prefetch():
        figures.append(Figure(GROUP, f"prefetch={SIDE_BY_SIDE}: peak above the first page", "-", "MB", None, _FLAT))
    return figures


def _words(way: str) -> str:
    return way.replace(_PREFETCHED, f" prefetch={SIDE_BY_SIDE}")


def _process(way: str, address: str, tracks: int) -> Contender:
    command = [sys.executable, "-m", "benchmarks.streams", way, address]

    def megabytes() -> float:
        result = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, timeout=_TIMEOUT)
        if result.returncode:
            raise Failure(f"the stream {way!r} failed: {result.stderr.strip().splitlines()[-1]}")
        rows, growth = json.loads(result.stdout)
        if rows != tracks:
            raise Failure(f"the stream {way!r} gave {rows} tracks instead of {tracks}")
        return float(growth)

    return megabytes


class _Meter:
    """Counts rows, and looks at the memory after the first page and at the end."""

    def __init__(self) -> None:
        self._rows = 0
        self._first_page = 0.0

    def row(self) -> None:
        """One more row came."""
        self._rows += 1
        if self._rows == ROWS_A_PAGE:
            self._first_page = _memory("VmRSS")

    def result(self) -> list[float]:
        """The rows, and by how many megabytes the peak was above the first page."""
        return [self._rows, _memory("VmHWM") - self._first_page]


def _memory(field: str) -> float:
    """Megabytes of this process: `VmRSS` now, `VmHWM` at most so far; elsewhere than on Linux always the latter."""
    if not _STATUS.exists():
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        return peak / 2**20 if sys.platform == "darwin" else peak / 2**10
    line = next(line for line in _STATUS.read_text().splitlines() if line.startswith(f"{field}:"))
    return int(line.split()[1]) / 2**10


def _stream(way: str, address: str) -> list[float]:
    meter = _Meter()
    options = list_options(prefetch=way.endswith(_PREFETCHED))
    if way.startswith(_ASYNC):
        with async_clients(address) as (runner, made):
            runner.run(_walk_async(aiter(made.wrapper.background_tracks.list(**options)), meter.row))
    else:
        with clients(address) as made_sync:
            rows = _raw_rows(made_sync) if way == _RAW else iter(made_sync.wrapper.background_tracks.list(**options))
            for _ in rows:
                meter.row()
    return meter.result()


async def _walk_async(rows: AsyncIterator[Any], each: Callable[[], None]) -> None:
    async for _ in rows:
        each()


def _raw_rows(made: Clients) -> Iterator[Any]:
    offset, total = 0, 1
    while offset < total:
        response = made.raw.get(PATH, params=query(ROWS_A_PAGE, offset))
        total = int(response.headers[TOTAL_HEADER])
        rows = response.json()
        yield from rows
        offset += len(rows)


def main() -> None:
    """Stream once, and print the rows and the growth."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.streams", description=__doc__)
    parser.add_argument("way")
    parser.add_argument("address")
    chosen: Any = parser.parse_args()
    print(json.dumps(_stream(chosen.way, chosen.address)))


if __name__ == "__main__":
    main()
