"""The sandbox's clock: it runs by itself, or stands until it is moved."""

from __future__ import annotations

import time
from datetime import UTC, datetime, timedelta


class Clock:
    """Seconds since the sandbox was made."""

    def __init__(self, *, runs: bool) -> None:
        self._runs = runs
        self._made = time.monotonic()
        self._made_at = datetime.now(UTC)
        self._moved = 0.0

    def now(self) -> float:
        """Seconds, those it was moved by included."""
        return self._moved + (time.monotonic() - self._made if self._runs else 0)

    def move(self, seconds: float) -> None:
        """Go on by so many seconds at once."""
        self._moved += seconds

    def text(self) -> str:
        """The time of day, in ISO 8601."""
        return (self._made_at + timedelta(seconds=self.now())).isoformat(timespec="seconds").replace("+00:00", "Z")
