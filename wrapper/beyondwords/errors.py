"""Everything that can go wrong with a call, as exceptions.

    BeyondWordsError
    ├── ConfigurationError            the client is set up or used wrongly; nothing was sent
    ├── APIConnectionError            no usable answer: refused, reset, DNS, TLS, proxy
    │   └── APITimeoutError           no answer in time: a network step, or the call's deadline
    ├── ResponseDecodeError           a success answer that is not what the API declares
    ├── PaginationError               pages that repeat, do not advance or end too early
    └── APIStatusError                the server answered with an error, or with a redirect
        ├── BadRequestError           400
        ├── AuthenticationError       401
        ├── PermissionDeniedError     403
        ├── NotFoundError             404
        ├── ConflictError             409
        ├── UnprocessableEntityError  422
        ├── RateLimitError            429
        └── InternalServerError       500 and above

`str(error)` is one line that is enough by itself. Every error pickles, copies and hashes, and none
holds the API key, a request or a live response.
"""

from __future__ import annotations

from typing import Any, NamedTuple

from ._core.advice import status_advice
from ._core.text import clip, one_line

__all__ = [
    "APIConnectionError",
    "APIStatusError",
    "APITimeoutError",
    "AuthenticationError",
    "BadRequestError",
    "BeyondWordsError",
    "ConfigurationError",
    "ConflictError",
    "FieldError",
    "InternalServerError",
    "NotFoundError",
    "PaginationError",
    "PermissionDeniedError",
    "RateLimitError",
    "ResponseDecodeError",
    "UnprocessableEntityError",
]

_BODY_LIMIT = 2_000
_MESSAGE_LIMIT = 500
_REQUEST_ID_LIMIT = 200
_FIELDS_SHOWN = 5


def _restored(cls: type[BeyondWordsError], args: tuple[Any, ...], state: dict[str, Any]) -> BeyondWordsError:
    error = cls.__new__(cls, *args)
    error.args = args
    error.__dict__.update(state)
    return error


class BeyondWordsError(Exception):
    """The base of every error this package raises for a failed call."""

    resume_offset: int | None = None
    """Where to go on after an error in a walk over pages: the offset (in rows) of the first row that
    was not delivered. Pass it to `list(offset=...)`, or call `next()` on the same iterator again.
    None outside a walk."""

    def __reduce__(self) -> tuple[Any, ...]:
        # Exceptions rebuild themselves by calling `cls(*args)`, which keyword-only details do not survive.
        return (_restored, (type(self), self.args, self.__dict__.copy()))


class ConfigurationError(BeyondWordsError):
    """The client is set up or used wrongly: no API key, a base URL that is not https, a closed client."""


class APIConnectionError(BeyondWordsError):
    """No usable answer came: the connection was refused, reset or cut, or DNS, TLS or a proxy failed.

    Args:
        message: What happened.
        method: The HTTP method, for example `GET`.
        path: The path below the base URL, without the query.
        attempts: How many times the request was tried.
    """

    def __init__(self, message: str, *, method: str = "", path: str = "", attempts: int = 1) -> None:
        super().__init__(one_line(message))
        self.method = method
        """The HTTP method, for example `GET`."""
        self.path = path
        """The path below the base URL, without the query."""
        self.attempts = attempts
        """How many times the request was tried."""


class APITimeoutError(APIConnectionError):
    """No answer came in time: a network step exceeded `timeout`, or the whole call its `deadline`."""


class ResponseDecodeError(BeyondWordsError):
    """A success answer that is not what the API declares: not JSON, not of the declared form, too large.

    Args:
        message: What is wrong with the answer.
        method: The HTTP method, for example `GET`.
        path: The path below the base URL, without the query.
        status_code: The HTTP status of the answer.
        attempts: How many times the request was tried.
        request_id: The `X-Request-Id` header, if any.
        location: Where in the body, for example `$[3].media`.
        expected: What the API declares there.
        received: What came instead.
        body: The body as text; what is beyond 2,000 characters is cut off.
    """

    def __init__(
        self,
        message: str,
        *,
        method: str = "",
        path: str = "",
        status_code: int | None = None,
        attempts: int = 1,
        request_id: str | None = None,
        location: str | None = None,
        expected: str | None = None,
        received: str | None = None,
        body: str = "",
    ) -> None:
        request_id = clip(one_line(request_id), _REQUEST_ID_LIMIT) if request_id else None
        super().__init__(one_line(f"{message} (request id {request_id})" if request_id else message))
        self.method = method
        """The HTTP method, for example `GET`."""
        self.path = path
        """The path below the base URL, without the query."""
        self.status_code = status_code
        """The HTTP status of the answer."""
        self.attempts = attempts
        """How many times the request was tried."""
        self.request_id = request_id
        """The `X-Request-Id` of the answer, or None: quote it to the vendor's support."""
        self.location = location
        """Where in the body, for example `$[3].media`; None when it is about the body as a whole."""
        self.expected = expected
        """What the API declares there, for example `an object`."""
        self.received = received
        """What came instead, for example `a string`."""
        self.body: str = clip(body, _BODY_LIMIT)
        """The body as text, cut off after 2,000 characters."""


class PaginationError(BeyondWordsError):
    """Pages that repeat, do not advance, or end below the total the server announced.

    The walk stops rather than lose or double a row; `resume_offset` tells where.
    """

    def __init__(self, message: str, *, resume_offset: int | None = None) -> None:
        super().__init__(one_line(message))
        self.resume_offset = resume_offset


class FieldError(NamedTuple):
    """One entry of an error answer's `errors`: which input is wrong, and why."""

    location: str
    """The input the server complains about, for example `source_id`; empty when it does not say."""
    message: str
    """What is wrong with it, for example `has already been taken`."""

    def __str__(self) -> str:
        return f"{self.location}: {self.message}" if self.location else self.message


class APIStatusError(BeyondWordsError):
    """The server answered with an error status, or with a redirect (which is never followed).

    Args:
        message: The server's message, or the name of the status when it sent none.
        status_code: The HTTP status.
        method: The HTTP method, for example `GET`.
        path: The path below the base URL, without the query.
        code: The error code in the body, if any.
        errors: The field errors in the body.
        request_id: The `X-Request-Id` header, if any.
        retry_after: Seconds the server asks to wait (`Retry-After`), if it does.
        attempts: How many times the request was tried.
        max_attempts: How many times it might have been tried.
        body: The body as text; what is beyond 2,000 characters is cut off.
    """

    def __init__(
        self,
        message: str,
        *,
        status_code: int,
        method: str = "",
        path: str = "",
        code: int | str | None = None,
        errors: tuple[FieldError, ...] = (),
        request_id: str | None = None,
        retry_after: float | None = None,
        attempts: int = 1,
        max_attempts: int | None = None,
        body: str = "",
    ) -> None:
        self.message: str = clip(one_line(message), _MESSAGE_LIMIT)
        """The server's message, or the name of the status when it sent none."""
        self.status_code = status_code
        """The HTTP status, also one that HTTP does not define (520, 599)."""
        self.method = method
        """The HTTP method, for example `GET`."""
        self.path = path
        """The path below the base URL, without the query."""
        self.code = code
        """The error code in the body (a number or a word), or None."""
        self.errors = errors
        """The field errors in the body, for example `(FieldError("source_id", "has already been taken"),)`."""
        self.request_id = request_id
        """The `X-Request-Id` of the answer, or None: quote it to the vendor's support."""
        self.retry_after = retry_after
        """Seconds the server asks to wait before the next try, or None."""
        self.attempts = attempts
        """How many times the request was tried."""
        self.max_attempts = max_attempts
        """How many times it might have been tried."""
        self.body: str = clip(body, _BODY_LIMIT)
        """The body as text, cut off after 2,000 characters."""
        super().__init__(self._line())

    def _line(self) -> str:
        call = " ".join(str(part) for part in (self.status_code, self.method, self.path) if part)
        tried = f"attempt {self.attempts} of {self.max_attempts}" if self.max_attempts else ""
        request_id = f"request id {self.request_id}" if self.request_id else ""
        notes = ", ".join(note for note in (tried, request_id) if note)
        said = "; ".join([self.message, *self._field_errors()])
        advice = status_advice(self.status_code, self.retry_after)
        ending = "" if said.endswith((".", "!", "?")) and not notes else "."
        line = f"{call}: {said}{f' ({notes})' if notes else ''}"
        return one_line(f"{line}{ending} {advice}" if advice else line)

    def _field_errors(self) -> list[str]:
        shown = [clip(one_line(str(error)), _MESSAGE_LIMIT) for error in self.errors[:_FIELDS_SHOWN]]
        hidden = len(self.errors) - len(shown)
        return [*shown, f"and {hidden} more"] if hidden else shown


class BadRequestError(APIStatusError):
    """400: the server did not understand the request."""


class AuthenticationError(APIStatusError):
    """401: the API key is missing, wrong or revoked."""


class PermissionDeniedError(APIStatusError):
    """403: the API key is right but may not do this."""


class NotFoundError(APIStatusError):
    """404: there is no such thing, or not for this API key."""


class ConflictError(APIStatusError):
    """409: the request contradicts the present state."""


class UnprocessableEntityError(APIStatusError):
    """422: the request was understood, but a value in it is refused; see `errors`."""


class RateLimitError(APIStatusError):
    """429: too many requests; `retry_after` tells how many seconds to wait, where the server says it."""


class InternalServerError(APIStatusError):
    """500 and above: the server, or something in front of it, failed."""
