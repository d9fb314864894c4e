"""Every test of this folder leaves nothing behind."""

from __future__ import annotations

import contextlib
import gc
import os
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.fake_server import THREADS
from tests.sides import AsyncSide, bare_environment, no_key_in_the_log, server, side, waits  # noqa: F401

_PATIENCE = 3.0
_DESCRIPTORS = Path("/proc/self/fd")


def _open() -> set[object]:
    """The threads and the sockets of this process, which have numbers in the kernel."""
    found: set[object] = {thread for thread in threading.enumerate() if thread.name != THREADS}
    for entry in os.listdir(_DESCRIPTORS):
        # One may be closed meanwhile, as the listing's own descriptor is.
        with contextlib.suppress(OSError):
            target = os.readlink(_DESCRIPTORS / entry)
            if target.startswith("socket:"):
                found.add(target)
    return found


@pytest.fixture(autouse=True)
def nothing_left() -> Iterator[None]:
    """No thread and no socket is left after a test, once its clients and servers are closed."""
    # What is opened once for a whole process is nobody's leftover.
    AsyncSide().tidy()
    before = _open()
    yield
    limit = time.monotonic() + _PATIENCE
    while _open() - before and time.monotonic() < limit:
        # A client that was dropped and not closed is not what is asked about.
        gc.collect()
        time.sleep(0.01)
    assert _open() - before == set()
