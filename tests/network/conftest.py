"""Fixtures for tests over real sockets: each leaves nothing behind."""

from __future__ import annotations

from tests.sides import bare_environment, no_key_in_the_log, nothing_left, server, side, waits

__all__ = ["bare_environment", "no_key_in_the_log", "nothing_left", "server", "side", "waits"]
