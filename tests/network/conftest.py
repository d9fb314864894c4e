"""Every test of this folder leaves nothing behind and prints no key."""

from __future__ import annotations

import gc
import logging
import os
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.fake_server import THREADS
from tests.sides import KEY, AsyncSide, Side, SyncSide, bare_environment, waits  # noqa: F401

_PATIENCE = 3.0
_DESCRIPTORS = Path("/proc/self/fd")


def _open_sockets() -> set[str]:
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


def _left(threads: set[threading.Thread], sockets: set[str]) -> list[str]:
    others = [thread for thread in threading.enumerate() if thread not in threads and thread.name != THREADS]
    return [*(thread.name for thread in others), *(_open_sockets() - sockets)]


@pytest.fixture(autouse=True)
def nothing_left() -> Iterator[None]:
    """No thread and no socket is left after a test, once its clients and servers are closed."""
    # What is opened once for a whole process is nobody's leftover.
    AsyncSide().tidy()
    threads, sockets = set(threading.enumerate()), _open_sockets()
    yield
    limit = time.monotonic() + _PATIENCE
    while _left(threads, sockets) and time.monotonic() < limit:
        # A client that was dropped and not closed is not what is asked about.
        gc.collect()
        time.sleep(0.01)
    assert _left(threads, sockets) == []


@pytest.fixture(autouse=True)
def no_key_in_the_log(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """Our logger does not show the key, at any level."""
    caplog.set_level(logging.DEBUG)
    yield
    records = [record for record in caplog.get_records("call") if record.name == "beyondwords"]
    assert not any(KEY in f"{record.getMessage()} {vars(record)}" for record in records)


@pytest.fixture(params=[SyncSide, AsyncSide], ids=["sync", "async"])
def side(request: pytest.FixtureRequest, nothing_left: None) -> Iterator[Side]:
    """Each client in turn; closed before it is looked whether anything is left."""
    made: Side = request.param()
    yield made
    made.tidy()
