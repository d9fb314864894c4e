"""What the cases of this folder have in common: an end in time, an error that is fit to be shown, memory, processes."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
import time
import zlib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from beyondwords import BeyondWordsError
from tests.sides import Side, good_error

MEGABYTE = 1024 * 1024


@contextlib.contextmanager
def ends(seconds: float = 6.0) -> Iterator[None]:
    """It comes to an end: far later than it should, and far earlier than if nothing ended it."""
    started = time.monotonic()
    yield
    assert time.monotonic() - started < seconds


def error_of(side: Side, iterator: Any, kind: type[BeyondWordsError]) -> Any:
    """The error that comes next: of exactly this kind, and fit to be shown."""
    with ends(), good_error() as caught:
        side.next(iterator)
    assert type(caught.value) is kind, caught.value
    return caught.value


@cache
def gzip_bomb() -> bytes:
    """200 MB of spaces in some 200 KB, without an end."""
    packer = zlib.compressobj(9, zlib.DEFLATED, 31)
    first, again = (packer.compress(b" " * MEGABYTE) + packer.flush(zlib.Z_FULL_FLUSH) for _ in range(2))
    return first + again * 199


@contextlib.contextmanager
def takes_at_most(megabytes: int) -> Iterator[None]:
    """The most memory that this process ever had does not grow by more, where the system tells it."""
    status = Path("/proc/self/status")

    def peak() -> int:
        lines = status.read_text().splitlines() if status.exists() else []
        return next((int(line.split()[1]) // 1024 for line in lines if line.startswith("VmHWM")), 0)

    before = peak()
    yield
    assert peak() - before < megabytes


def printed_by(script: str, *arguments: str) -> str:
    """What a process of its own prints; where it hangs, it is ended, and what it started too."""
    command = [sys.executable, "-c", script, *arguments]
    child = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True)
    try:
        printed, complaints = child.communicate(timeout=30)
    finally:
        if child.poll() is None:
            os.killpg(child.pid, signal.SIGKILL)
    assert (child.returncode, complaints) == (0, "")
    return printed
