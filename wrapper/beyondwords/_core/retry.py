"""When a request is tried again, and after how long."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from enum import Enum
from typing import NamedTuple

_RETRIED_STATUSES = frozenset({408, 429, 500, 502, 503, 504, *range(520, 525)})
# Sending these twice has the effect of sending them once (RFC 9110, section 9.2.2).
_REPEATABLE_METHODS = frozenset({"GET", "HEAD", "PUT", "DELETE", "OPTIONS", "TRACE"})
_RATE_LIMITED = 429
_FIRST_DELAY = 0.5
_LONGEST_DELAY = 8.0
_SECONDS = re.compile(r"\d{1,18}(\.\d{1,18})?", re.ASCII)


class Reach(Enum):
    """How far a request that failed without an answer can have come."""

    NOT_SENT = "not sent"
    """The connection was never established: the server cannot have acted on it."""
    MAYBE_SENT = "maybe sent"
    """The server may have acted on it."""
    HOPELESS = "hopeless"
    """Another try cannot help: a wrong certificate, a request that is not valid HTTP."""


class Policy(NamedTuple):
    """What the caller allows."""

    max_attempts: int
    retry_writes: bool
    retry_rate_limits: bool = True
    """Whether a 429 is waited out here; a walk that fetches pages side by side does it itself."""


def retry_delay(
    *,
    policy: Policy,
    method: str,
    attempt: int,
    outcome: int | Reach,
    retry_after: float | None,
    remaining: float,
    jitter: float,
) -> float | None:
    """Seconds to wait before the next try, or None when this outcome is final.

    Args:
        policy: What the caller allows.
        method: The HTTP method, upper case.
        attempt: The number of the try that just ended, from 1.
        outcome: The status of the answer, or how far the request came without one.
        retry_after: Seconds the server asked to wait, if it did.
        remaining: Seconds until the call's deadline.
        jitter: A random number from 0 to 1, so that many clients do not come back at the same moment.
    """
    if attempt >= policy.max_attempts or not _may_repeat(policy, method, outcome):
        return None
    # A wait that the server names is kept to the letter; 0 and a date in the past name none.
    delay = retry_after or backoff(attempt, jitter)
    # Waiting until the deadline only to fail there would hide the answer that is already known.
    return delay if delay < remaining else None


def _may_repeat(policy: Policy, method: str, outcome: int | Reach) -> bool:
    if isinstance(outcome, int) and outcome not in _RETRIED_STATUSES:
        return False
    if outcome is Reach.HOPELESS or (outcome == _RATE_LIMITED and not policy.retry_rate_limits):
        return False
    # A rate limit is refused before the server acts, so a write is safe to repeat there too.
    return method in _REPEATABLE_METHODS or policy.retry_writes or outcome in (Reach.NOT_SENT, _RATE_LIMITED)


def backoff(attempt: int, jitter: float) -> float:
    """0.25 to 0.5 s after the first try, twice that after each further one, at most 8 s."""
    longest = min(_FIRST_DELAY * 2.0 ** min(attempt - 1, 16), _LONGEST_DELAY)
    return longest * (0.5 + jitter / 2)


def parse_retry_after(value: str | None, *, now: datetime) -> float | None:
    """Seconds from a `Retry-After` header in either form, never negative; None if there is none or it is garbage.

    Args:
        value: The header, for example `120` or `Wed, 21 Oct 2026 07:28:00 GMT`.
        now: The moment of the answer (its `Date` header, so that a wrong clock here does not matter).
    """
    if value is None:
        return None
    text = value.strip()
    if _SECONDS.fullmatch(text):
        return float(text)
    date = parse_http_date(text)
    return None if date is None else max(0.0, (date - now).total_seconds())


def parse_http_date(text: str) -> datetime | None:
    """A date of HTTP as an aware datetime, None if it is not one."""
    try:
        date = parsedate_to_datetime(text)
    except (ValueError, OverflowError, IndexError, TypeError):
        return None
    return date if date.tzinfo else date.replace(tzinfo=UTC)
