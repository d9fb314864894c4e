"""Fixtures for the wrapper's tests."""

from __future__ import annotations

from tests.sides import bare_environment, side, waits

__all__ = ["bare_environment", "side", "waits"]
