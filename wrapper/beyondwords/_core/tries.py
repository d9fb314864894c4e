"""What one try of a request came to, when it was no success: the error to raise, and whether another try may help."""

from __future__ import annotations

import ssl
from collections.abc import Mapping
from typing import NamedTuple

from .._http import (
    ConnectError,
    ConnectTimeout,
    DecodingError,
    LocalProtocolError,
    PoolTimeout,
    ProxyError,
    TimeoutException,
    UnsupportedProtocol,
)
from ..errors import APIConnectionError, APITimeoutError, BeyondWordsError, ResponseDecodeError
from .answers import retry_after_of, status_error
from .retry import Reach
from .secret import Secret, redact_keys_in_use
from .text import clip, one_line

_NOT_SENT = (ConnectError, ConnectTimeout, PoolTimeout, ProxyError)
_REASON_LIMIT = 500
_HOPELESS = (LocalProtocolError, UnsupportedProtocol)


class BodyRefused(Exception):
    """A body that this client does not read: too large, or in an encoding it did not ask for."""


class TransportFault(Exception):
    """A transport of the caller's raised something that is no failure of HTTP."""


class Try(NamedTuple):
    """One try of a request."""

    method: str
    url: str
    path: str
    """Below the base URL, without the query."""
    origin: str
    attempt: int
    max_attempts: int
    deadline: float
    """Seconds for the whole call."""
    secret: Secret
    """Kept here, so that it is known for as long as its answer is looked at."""


class Unsuccessful(NamedTuple):
    """A try that did not bring a success."""

    error: BeyondWordsError
    """What to raise should this be the last try."""
    outcome: int | Reach
    """The status, or how far the request came without one."""
    note: str
    """For the log, without the key."""
    retry_after: float | None = None
    """Seconds that the server asks to wait."""

    @property
    def status(self) -> int | None:
        """The status of the answer, None if there was none."""
        return self.outcome if isinstance(self.outcome, int) else None


def refused(this: Try, status: int, headers: Mapping[str, str], content: bytes) -> Unsuccessful:
    """The server answered, with an error or a redirect."""
    error = status_error(
        status=status,
        method=this.method,
        url=this.url,
        path=this.path,
        headers=headers,
        body=content.decode("utf-8", "replace").removeprefix("\ufeff"),
        attempts=this.attempt,
        max_attempts=this.max_attempts,
    )
    return Unsuccessful(error, status, str(status), retry_after_of(headers))


def unreadable(this: Try, status: int, reason: str) -> Unsuccessful:
    """The server answered with a success that cannot be used."""
    text = redact_keys_in_use(f"{this.method} {this.path}: the {status} answer cannot be used: {reason}")
    error = ResponseDecodeError(text, method=this.method, path=this.path, status_code=status, attempts=this.attempt)
    return Unsuccessful(error, Reach.HOPELESS, text)


def failed(this: Try, cause: Exception, *, status: int | None, deadline_passed: bool) -> Unsuccessful:
    """No usable answer came."""
    if status is not None and isinstance(cause, DecodingError | BodyRefused):
        return unreadable(this, status, str(cause))
    reach = _reach(cause)
    text = redact_keys_in_use(_deadline_text(this) if deadline_passed else _text(this, cause))
    # Some reasons quote what the server sent.
    text = clip(one_line(text), _REASON_LIMIT)
    timed_out = deadline_passed or isinstance(cause, TimeoutException | TimeoutError)
    kind = APITimeoutError if timed_out else APIConnectionError
    error = kind(
        f"{this.method} {this.path}: {text} (attempt {this.attempt} of {this.max_attempts})",
        method=this.method,
        path=this.path,
        attempts=this.attempt,
    )
    return Unsuccessful(error, reach, text)


def late_after_rate_limit(path: str, deadline: float, attempts: int) -> APITimeoutError:
    """A page that was refused with a 429, waited for, and then did not come in time."""
    said = f"no complete answer within the deadline of {deadline:g} s, waits after a 429 included (attempt {attempts})"
    return APITimeoutError(f"GET {path}: {said}", method="GET", path=path, attempts=attempts)


def _reach(cause: Exception) -> Reach:
    if isinstance(cause, (*_HOPELESS, TransportFault)) or _certificate_fault(cause) is not None:
        return Reach.HOPELESS
    return Reach.NOT_SENT if isinstance(cause, _NOT_SENT) else Reach.MAYBE_SENT


def _deadline_text(this: Try) -> str:
    return f"no complete answer from {this.origin} within the deadline of {this.deadline:g} s"


def _text(this: Try, cause: Exception) -> str:
    name, said = type(cause).__name__, str(cause) or "no reason given"
    if fault := _certificate_fault(cause):
        return f"the TLS certificate of {this.origin} is not trusted: {fault} (SSL_CERT_FILE can name another)"
    if isinstance(cause, TransportFault):
        return f"the transport to {this.origin} failed: {said}"
    if isinstance(cause, ConnectTimeout):
        return f"could not connect to {this.origin} in time ({name})"
    if isinstance(cause, PoolTimeout):
        return f"no connection to {this.origin} became free in time ({name})"
    if isinstance(cause, TimeoutException | TimeoutError):
        return f"no answer from {this.origin} in time ({name})"
    if isinstance(cause, _HOPELESS):
        return f"the request cannot be sent to {this.origin}: {said}"
    if isinstance(cause, ProxyError):
        return f"the proxy in front of {this.origin} failed: {said}"
    if isinstance(cause, ConnectError):
        return f"cannot connect to {this.origin}: {said}"
    return f"the connection to {this.origin} broke: {said} ({name})"


def _certificate_fault(error: BaseException) -> str | None:
    cause: BaseException | None = error
    while cause is not None:
        if isinstance(cause, ssl.SSLCertVerificationError):
            # Only those that OpenSSL found have it; a transport of the caller's may make one by hand.
            return getattr(cause, "verify_message", "") or str(cause)
        cause = cause.__cause__ or cause.__context__
    return None
