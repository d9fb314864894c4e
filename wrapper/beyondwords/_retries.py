"""When a request is sent again, and after how long."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from ._settings import Settings
from .errors import APIConnectionError, APIStatusError, BeyondWordsError

_RETRIED_STATUSES = frozenset({408, 429, 500, 502, 503, 504, *range(520, 525)})
# Sending these twice has the effect of sending them once (RFC 9110, section 9.2.2).
_IDEMPOTENT_METHODS = frozenset({"GET", "HEAD", "PUT", "DELETE"})
_SECONDS = re.compile(r"\d{1,18}(\.\d{1,18})?", re.ASCII)


def retry_delay(
    settings: Settings, method: str, error: BeyondWordsError, *, remaining: float, jitter: float
) -> float | None:
    """Seconds to wait before the next attempt, or None when the error is final.

    `remaining` are the seconds until the call's deadline; `jitter` is a random number from 0 to 1, so that many
    clients do not come back at the same moment.
    """
    if error.attempts >= settings.max_attempts or not _may_retry(settings, method, error):
        return None
    return wait_after(error, error.attempts, remaining=remaining, jitter=jitter)


def wait_after(error: BeyondWordsError, attempt: int, *, remaining: float, jitter: float) -> float | None:
    """Seconds to wait after an attempt that failed; None where the wait would last longer than `remaining`."""
    # A wait that the server asks for is kept to the letter; 0 and a date in the past ask for none.
    delay = getattr(error, "retry_after", None) or _backoff(attempt, jitter)
    # Waiting until the deadline only to fail there would hide the response that is already known.
    return delay if delay < remaining else None


def _may_retry(settings: Settings, method: str, error: BeyondWordsError) -> bool:
    writes_too = settings.retry_writes or method in _IDEMPOTENT_METHODS
    if isinstance(error, APIStatusError):
        # A rate limit is refused before the server acts, so a write is safe to repeat there too.
        return error.status_code in _RETRIED_STATUSES and (writes_too or error.status_code == 429)
    if isinstance(error, APIConnectionError):
        return error.is_transient and (writes_too or not error.may_have_arrived)
    return False


def _backoff(attempt: int, jitter: float) -> float:
    """0.25 to 0.5 s after the first attempt, twice that after each further one, at most 8 s."""
    return 0.5 * 2.0 ** min(attempt - 1, 4) * (0.5 + jitter / 2)


def parse_retry_after(values: Sequence[str], date: str) -> float | None:
    """Seconds from `Retry-After` headers in either form, never negative; None if there is none or it is garbage.

    Of several lines (a gateway may add its own), the longest wait counts. A time is taken relative to the response's
    `Date`, so that a wrong clock here does not matter.
    """
    waits: list[float] = []
    for value in values:
        parts = [part.strip() for part in value.split(",")]
        if all(_SECONDS.fullmatch(part) for part in parts):
            waits += map(float, parts)
        elif (until := _http_date(value)) is not None:
            waits.append(max(0.0, (until - (_http_date(date) or datetime.now(UTC))).total_seconds()))
    return max(waits, default=None)


def _http_date(text: str) -> datetime | None:
    try:
        date = parsedate_to_datetime(text)
    except (ValueError, OverflowError, IndexError, TypeError):
        return None
    return date if date.tzinfo else date.replace(tzinfo=UTC)
