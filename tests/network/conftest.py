"""Fixtures for tests over real sockets: each leaves nothing behind."""

from __future__ import annotations

import pytest

from tests.sides import bare_environment, no_key_in_the_log, nothing_left, server, side, waits

__all__ = ["bare_environment", "no_key_in_the_log", "nothing_left", "server", "side", "waits"]


@pytest.fixture(autouse=True)
def left_clean(nothing_left: None) -> None:
    """Every test of this folder."""
