"""Servers shared by the tests of the sandbox: starting one takes longer than using it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from beyondwords.testing import Sandbox

MADE_UP = Path(__file__).with_name("made_up.yaml")


def opened(sandbox: Sandbox) -> httpx.Client:
    """A plain client with the key."""
    # A transport of its own keeps proxies named in the environment out of the way.
    return httpx.Client(
        base_url=sandbox.base_url,
        headers={"X-Api-Key": sandbox.api_key},
        transport=httpx.HTTPTransport(),
        timeout=20,
    )


@pytest.fixture(scope="session")
def sandbox() -> Iterator[Sandbox]:
    """The published spec, with 60 items a list and limits small enough to see them at work."""
    with Sandbox(items=60, default_limit=25, max_limit=40) as running:
        yield running


@pytest.fixture(scope="session")
def client(sandbox: Sandbox) -> Iterator[httpx.Client]:
    with opened(sandbox) as client:
        yield client


@pytest.fixture(scope="session")
def made_up_sandbox() -> Iterator[Sandbox]:
    """A spec the code has never seen."""
    with Sandbox(spec=MADE_UP) as running:
        yield running


@pytest.fixture(scope="session")
def made_up(made_up_sandbox: Sandbox) -> Iterator[httpx.Client]:
    with opened(made_up_sandbox) as client:
        yield client
