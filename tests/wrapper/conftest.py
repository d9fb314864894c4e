"""Fixtures for the wrapper's tests."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest

from beyondwords.testing import Sandbox
from tests.wrapper.network import TrackServer
from tests.wrapper.sides import AsyncSide, Side, SyncSide
from tests.wrapper.waits import noted_waits


@pytest.fixture(autouse=True)
def _bare_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """What the tester's own environment says must not matter."""
    for name in list(os.environ):
        if name.startswith("BEYONDWORDS_") or name.lower().endswith("_proxy"):
            monkeypatch.delenv(name)


@pytest.fixture(params=[SyncSide, AsyncSide], ids=["sync", "async"])
def side(request: pytest.FixtureRequest) -> Iterator[Side]:
    """Each client in turn."""
    made: Side = request.param()
    yield made
    made.tidy()


@pytest.fixture
def track_server() -> Iterator[TrackServer]:
    """A server on real sockets that numbers its connections."""
    with TrackServer() as running:
        yield running


@pytest.fixture(scope="session")
def sandbox() -> Iterator[Sandbox]:
    """60 tracks; 25 a page by default, 40 at most."""
    with Sandbox(items=60, default_limit=25, max_limit=40) as running:
        yield running


@pytest.fixture
def no_waits(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """Waits between tries end at once; the list tells how many seconds each would have lasted."""
    return noted_waits(monkeypatch, "session")
