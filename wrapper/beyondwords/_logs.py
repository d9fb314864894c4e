"""The records of the logger `beyondwords`."""

from __future__ import annotations

import logging

import httpx

from ._failures import Attempt
from .errors import BeyondWordsError, ResponseDecodeError

logger = logging.getLogger("beyondwords")
# Where nobody set up logging, Python would print warnings on stderr.
logger.addHandler(logging.NullHandler())


def log_attempt(attempt: Attempt, outcome: httpx.Response | BeyondWordsError, elapsed_ms: float) -> None:
    """One DEBUG record for each attempt."""
    _log(logging.DEBUG, attempt, outcome, f"{elapsed_ms:.1f} ms", elapsed_ms=elapsed_ms)


def log_retry(attempt: Attempt, outcome: BeyondWordsError, delay: float) -> None:
    """One WARNING before each wait."""
    _log(logging.WARNING, attempt, outcome, f"trying again in {delay:.2f} s")


def _log(level: int, attempt: Attempt, outcome: httpx.Response | BeyondWordsError, note: str, **extra: float) -> None:
    if logger.isEnabledFor(level):
        status = getattr(outcome, "status_code", None)
        what = f"{attempt.method} {attempt.path}: {status}"
        if status is None or isinstance(outcome, ResponseDecodeError):
            # These texts begin with the call, and end with the attempt, which the record tells anyway.
            what = str(outcome).rpartition(" (attempt ")[0] or str(outcome)
        fields = {"method": attempt.method, "path": attempt.path, "status": status, "attempt": attempt.number, **extra}
        logger.log(level, "%s, %s (attempt %d)", what, note, attempt.number, extra=fields)
