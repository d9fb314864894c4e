"""Rules for all tests: nothing reaches beyond this machine; what the sandbox cannot serve is skipped."""

from __future__ import annotations

import contextlib
import ipaddress
import signal
import sys
from collections.abc import Generator
from typing import Any

import pytest

from tests.served import NOT_SERVED, SERVED, VERSION


# Unlike an OSError, this is taken for a failing network by no HTTP library, so it cannot be hidden by a retry.
class NetworkBlocked(RuntimeError):
    """A test tried to reach beyond loopback."""


def _refuse(event: str, host: Any) -> None:
    name = host.decode("ascii", "replace") if isinstance(host, bytes) else host
    # None and "" are this machine in getaddrinfo and bind.
    if name in (None, "", "localhost"):
        return
    with contextlib.suppress(ValueError):
        if ipaddress.ip_address(str(name).partition("%")[0]).is_loopback:
            return
    raise NetworkBlocked(f"{event} to {host!r}: tests reach loopback only")


def _guard(event: str, arguments: tuple[Any, ...]) -> None:
    if event in ("socket.connect", "socket.sendto", "socket.sendmsg"):
        address = arguments[1]
        # A path is the address of a Unix socket; a connected socket sends without an address.
        if isinstance(address, tuple):
            _refuse(event, address[0])
    elif event in ("socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr"):
        _refuse(event, arguments[0])


# A job in the background starts with SIGINT ignored, and Python leaves it so; some tests are about Ctrl-C.
signal.signal(signal.SIGINT, signal.default_int_handler)

# An audit hook sees every socket of this process, whichever library opens it, and cannot be undone by a test.
# A process that a test starts has none: give it loopback addresses.
sys.addaudithook(_guard)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_setup() -> Generator[None]:
    """The sandbox serves OpenAPI 3.0; should the published document become 3.1, the rest is still tested."""
    try:
        yield
    except Exception as error:
        if SERVED or NOT_SERVED not in str(error):
            raise
        pytest.skip(f"{NOT_SERVED} {VERSION}")


pytest_runtest_call = pytest_runtest_setup
