"""The logger `beyondwords`, and a guard over the logs of the HTTP libraries.

httpx logs the reason phrase and httpcore, at DEBUG, every response header; a server that echoes the key
would so bring it into the caller's logs.
"""

from __future__ import annotations

import logging

from ._core.secret import redact_keys_in_use
from ._core.tries import Unsuccessful
from ._http import Response

logger = logging.getLogger("beyondwords")
# Where nobody set up logging, Python would print warnings on stderr.
logger.addHandler(logging.NullHandler())

# Filters of a logger do not hold for its children, so each one that writes is named.
_GUARDED = (
    "beyondwords",
    "httpx",
    "httpcore.connection",
    "httpcore.http11",
    "httpcore.http2",
    "httpcore.proxy",
    "httpcore.socks",
)


def _redact(record: logging.LogRecord) -> bool:
    message = record.getMessage()
    redacted = redact_keys_in_use(message)
    if redacted != message:
        record.msg, record.args = redacted, None
    return True


def guard_logs() -> None:
    """Keep every key in use out of these logs. Repeating it changes nothing."""
    for name in _GUARDED:
        logging.getLogger(name).addFilter(_redact)


def log_attempt(path: str, method: str, result: Response | Unsuccessful, attempt: int, elapsed_ms: float) -> None:
    """One DEBUG record per try."""
    if logger.isEnabledFor(logging.DEBUG):
        note = result.note if isinstance(result, Unsuccessful) else str(result.status_code)
        status = result.status if isinstance(result, Unsuccessful) else result.status_code
        fields = {"method": method, "path": path, "status": status, "attempt": attempt, "elapsed_ms": elapsed_ms}
        logger.debug("%s %s: %s (attempt %d, %.1f ms)", method, path, note, attempt, elapsed_ms, extra=fields)


def log_retry(path: str, method: str, result: Unsuccessful, attempt: int, delay: float) -> None:
    """One WARNING before each wait."""
    fields = {"method": method, "path": path, "status": result.status, "attempt": attempt}
    text = "%s %s: %s, trying again in %.2f s (attempt %d)"
    logger.warning(text, method, path, result.note, delay, attempt, extra=fields)


def log_rate_limited(path: str, delay: float, size: int) -> None:
    """A walk with several pages on their way slows down."""
    fields = {"method": "GET", "path": path, "status": 429}
    logger.warning("GET %s: 429, going on in %.2f s with at most %d pages at once", path, delay, size, extra=fields)


def log_total_changed(path: str, before: int | None, after: int | None, offset: int) -> None:
    """A list that changes while it is walked may lose or double rows."""
    logger.warning(
        "%s: the total changed from %s to %s on the way (at offset %d); rows may be missing or doubled",
        path,
        before,
        after,
        offset,
    )
