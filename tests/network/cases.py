"""What every case of this folder does: read a list around a fault, and look at the error."""

from __future__ import annotations

import contextlib
import pickle
import time
import traceback
import zlib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from beyondwords import BeyondWordsError
from tests.fake_server import FakeServer, Reply
from tests.sides import KEY, Side, ids

# One page at a time, and, in the slow part, three side by side.
PREFETCH = [1, pytest.param(3, marks=pytest.mark.slow)]
ROWS, PAGE_SIZE, FAULTY = 25, 5, 10
MEGABYTE = 1024 * 1024


@contextlib.contextmanager
def ends(seconds: float = 6.0) -> Iterator[None]:
    """It comes to an end: far later than it should, and far earlier than if nothing ended it."""
    started = time.monotonic()
    yield
    assert time.monotonic() - started < seconds


def error_of(side: Side, iterator: Any, kind: type[BeyondWordsError]) -> Any:
    """The error that comes next: of exactly this kind, in one line, without the key."""
    with ends(), pytest.raises(BeyondWordsError) as caught:
        side.next(iterator)
    error = caught.value
    assert type(error) is kind, error
    assert len(str(error).splitlines()) == 1
    printed = [str(error), repr(error), repr(vars(error)), repr(pickle.dumps(error))]
    assert not any(KEY in text for text in [*printed, "".join(traceback.format_exception(error))])
    return error


def read_around(side: Side, fault: Reply, kind: type[BeyondWordsError], prefetch: int = 1, **options: Any) -> Any:
    """A list whose third page is faulty: the error comes there, again and again, and then the rest."""
    with FakeServer(rows=ROWS, page_size=PAGE_SIZE) as server:
        server.at[FAULTY] = [fault] * 9
        client = side.client(base_url=server.base_url, **{"deadline": 5.0, "timeout": 5.0, **options})
        iterator = side.iterate(client.background_tracks.list(prefetch=prefetch))
        rows = ids(side.take(iterator, FAULTY))
        for _ in range(2):
            error = error_of(side, iterator, kind)
            assert error.resume_offset == iterator.resume_offset == FAULTY
        server.at.clear()
        assert rows + ids(side.all(iterator)) == list(range(ROWS))
        with ends():
            side.close(client)
    return error


def assert_retried(side: Side, fault: Reply, retried: bool, **options: Any) -> None:
    """Whether a fault that passes is seen, where there is a second attempt."""
    with FakeServer(fault, rows=3) as server:
        client = side.client(base_url=server.base_url, max_attempts=2, **options)
        if retried:
            assert ids(side.page(client).items) == [0, 1, 2]
        else:
            with pytest.raises(BeyondWordsError):
                side.page(client)
        assert len(server.requests) == 1 + retried
        side.close(client)


@cache
def gzip_bomb() -> bytes:
    """200 MB of spaces in some 200 KB, without an end."""
    packer = zlib.compressobj(9, zlib.DEFLATED, 31)
    first, again = (packer.compress(b" " * MEGABYTE) + packer.flush(zlib.Z_FULL_FLUSH) for _ in range(2))
    return first + again * 199


def peak_memory() -> int:
    """The most memory this process ever had, in bytes; 0 where the system does not tell."""
    status = Path("/proc/self/status")
    lines = status.read_text().splitlines() if status.exists() else []
    return next((int(line.split()[1]) * 1024 for line in lines if line.startswith("VmHWM")), 0)
