"""Waits that end at once."""

from __future__ import annotations

import pytest


def noted_waits(monkeypatch: pytest.MonkeyPatch, module: str) -> list[float]:
    """Takes the waits out of a module of both clients; the list tells how many seconds each would have lasted."""
    waits: list[float] = []

    async def wait_async(seconds: float) -> None:
        waits.append(seconds)

    monkeypatch.setattr(f"beyondwords._sync.{module}.sleep", waits.append)
    monkeypatch.setattr(f"beyondwords._async.{module}.sleep", wait_async)
    return waits
