"""Fixtures for the wrapper's tests."""

from __future__ import annotations

from tests.sides import bare_environment, no_key_in_the_log, server, side, waits

__all__ = ["bare_environment", "no_key_in_the_log", "server", "side", "waits"]
