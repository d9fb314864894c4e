"""Servers shared by the tests of the sandbox, as new for each test: starting one takes longer than using it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from beyondwords import BeyondWords
from beyondwords.testing import Sandbox

MADE_UP = Path(__file__).with_name("made_up.yaml")


def opened(sandbox: Sandbox) -> httpx.Client:
    """A plain client with the key."""
    # A transport of its own keeps proxies named in the environment out of the way.
    transport = httpx.HTTPTransport(verify=False)
    return httpx.Client(
        base_url=sandbox.base_url, headers={"X-Api-Key": sandbox.api_key}, transport=transport, timeout=20
    )


@pytest.fixture(scope="session")
def published() -> Iterator[Sandbox]:
    with Sandbox(processing_time=60, manual_clock=True) as running:
        yield running


@pytest.fixture
def sandbox(published: Sandbox) -> Sandbox:
    """The published spec, with a clock that only the test moves."""
    published.reset()
    return published


@pytest.fixture
def bw(sandbox: Sandbox) -> Iterator[BeyondWords]:
    with BeyondWords(sandbox.api_key, base_url=sandbox.base_url, project_id=1) as client:
        yield client


@pytest.fixture
def api(sandbox: Sandbox) -> Iterator[httpx.Client]:
    with opened(sandbox) as client:
        yield client


@pytest.fixture(scope="session")
def made_up_sandbox() -> Iterator[Sandbox]:
    with Sandbox(spec=MADE_UP) as running:
        yield running


@pytest.fixture
def made_up(made_up_sandbox: Sandbox) -> Iterator[httpx.Client]:
    """A spec the code has never seen."""
    made_up_sandbox.reset()
    with opened(made_up_sandbox) as client:
        yield client
