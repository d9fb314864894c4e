"""What a client leaves behind in its process: sockets, threads, tasks, and the key in what was printed."""

from __future__ import annotations

import asyncio
import gc
import logging
import os
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_PATIENCE = 2.0
_DESCRIPTORS = Path("/proc/self/fd")
_STATUS = Path("/proc/self/status")


def open_sockets() -> set[str]:
    """Every socket of this process, by its number in the kernel."""
    found = set()
    for entry in os.listdir(_DESCRIPTORS):
        try:
            target = os.readlink(_DESCRIPTORS / entry)
        except OSError:
            # Closed meanwhile, as the listing's own descriptor is.
            continue
        if target.startswith("socket:"):
            found.add(target)
    return found


def peak_memory() -> int:
    """The most memory this process ever had, in bytes."""
    line = next(line for line in _STATUS.read_text().splitlines() if line.startswith("VmHWM"))
    return int(line.split()[1]) * 1024


class Before:
    """Remembers what there is, and tells what came to it since."""

    def __init__(self) -> None:
        self._sockets = open_sockets()
        self._threads = set(threading.enumerate())

    def left(self) -> list[str]:
        """What is there now and was not then, after a moment for it to go."""
        limit = time.monotonic() + _PATIENCE
        while found := self._since():
            if time.monotonic() > limit:
                return found
            # A client that was dropped and not closed is not what is asked about.
            gc.collect()
            time.sleep(0.02)
        return []

    def _since(self) -> list[str]:
        threads = [f"thread {thread.name}" for thread in threading.enumerate() if thread not in self._threads]
        sockets = open_sockets() - self._sockets
        return [*threads, *([f"{len(sockets)} sockets"] if sockets else [])]


async def tasks_left() -> list[str]:
    """The other tasks of the running loop, after a moment for them to end."""
    others = asyncio.all_tasks() - {asyncio.current_task()}
    if others:
        _, others = await asyncio.wait(others, timeout=_PATIENCE)
    return [f"task {task.get_name()}" for task in others]


@contextmanager
def everything_logged() -> Iterator[list[str]]:
    """All that any logger writes, at every level, as text and with every attribute."""
    lines: list[str] = []

    class Collector(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            lines.append(f"{self.format(record)} {vars(record)!r}")

    handler, root = Collector(logging.DEBUG), logging.getLogger()
    before = root.level
    root.setLevel(logging.DEBUG)
    root.addHandler(handler)
    try:
        yield lines
    finally:
        root.removeHandler(handler)
        root.setLevel(before)
