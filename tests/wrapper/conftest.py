"""Fixtures for the wrapper's tests."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from beyondwords.testing import Sandbox
from tests.sides import bare_environment, side, waits  # noqa: F401


@pytest.fixture(scope="session")
def sandbox() -> Iterator[Sandbox]:
    """60 tracks; 25 a page by default, 40 at most."""
    with Sandbox(items=60, default_limit=25, max_limit=40) as running:
        yield running
