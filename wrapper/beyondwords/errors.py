"""Everything that can go wrong with a call, as exceptions.

    BeyondWordsError
    ├── ConfigurationError            the client is set up or used wrongly; nothing was sent
    ├── APIConnectionError            no usable response: refused, reset, DNS, TLS, proxy
    │   └── APITimeoutError           no response in time: a network step, or the call's deadline
    ├── ResponseDecodeError           a success response that is not what the API declares
    ├── PaginationError               pages that repeat, overlap, do not advance or end too early
    ├── ContentFailedError            content that was not processed, or has no audio
    ├── ContentTimeoutError           content that was not processed in time
    └── APIStatusError                the server responded with an error, or with a redirect
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

import copyreg
from typing import Any, NamedTuple

from ._text import clip, one_line

__all__ = [
    "APIConnectionError",
    "APIStatusError",
    "APITimeoutError",
    "AuthenticationError",
    "BadRequestError",
    "BeyondWordsError",
    "ConfigurationError",
    "ConflictError",
    "ContentFailedError",
    "ContentTimeoutError",
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
_FIELDS_SHOWN = 5

WHERE_KEYS_ARE = "in the BeyondWords dashboard (dash.beyondwords.io) under your project's Settings > Integrations > API"
_ADVICE = {
    401: f"Check the API key: BEYONDWORDS_API_KEY or api_key=; you find it {WHERE_KEYS_ARE}.",
    403: "The API key is known but may not do this; check its project and your plan.",
    413: "Send less in one request.",
}


class BeyondWordsError(Exception):
    """The base of every error this package raises for a failed call.

    Args:
        message: What happened.
        **details: Values for the attributes of the error's class, by name.
    """

    method: str = ""
    """The HTTP method, for example `GET`."""
    path: str = ""
    """The path below the base URL, without the query; in `download_audio()`, the whole URL of the file without it."""
    attempts: int = 1
    """How many attempts were made."""
    resume_offset: int | None = None
    """Where to go on after an error while paging: the offset (in rows) of the first row that was not
    delivered. Pass it to `list(offset=...)`, or call `next()` on the same iterator again. None elsewhere."""

    def __init__(self, message: str, /, **details: Any) -> None:
        super().__init__(one_line(message))
        for name, value in details.items():
            if not hasattr(type(self), name):
                raise TypeError(f"{type(self).__name__} has no attribute {name!r}")
            setattr(self, name, value)

    def __reduce__(self) -> tuple[Any, ...]:
        # Exceptions rebuild themselves by calling `cls(*args)`, which keyword-only details do not survive.
        return (copyreg.__newobj__, (type(self), *self.args), self.__dict__.copy())  # type: ignore[attr-defined]


class ConfigurationError(BeyondWordsError):
    """The client is set up or used wrongly: no API key, a base URL that is not https, a closed client."""


class APIConnectionError(BeyondWordsError):
    """No usable response came: the connection was refused, reset or cut, or DNS, TLS or a proxy failed.

    It is also raised when another thread or task closes the client during the call.
    """

    may_have_arrived: bool = True
    """Whether the server can have acted on the request; False where it is certain that no connection was made."""
    is_transient: bool = True
    """Whether another attempt can help; False for a certificate that is not trusted and the like."""


class APITimeoutError(APIConnectionError):
    """No response came in time: a network step exceeded `timeout`, or the whole call its `deadline`."""


class ResponseDecodeError(BeyondWordsError):
    """A success response that is not what the API declares: not JSON, not of the declared type, too large."""

    status_code: int | None = None
    """The HTTP status of the response."""
    request_id: str | None = None
    """The `X-Request-Id` of the response, or None: quote it to the vendor's support."""
    location: str | None = None
    """Where in the body, for example `$[3].media`; None when it is about the body as a whole."""
    expected: str | None = None
    """What the API declares there, for example `an object`."""
    received: str | None = None
    """What came instead, for example `a string`."""
    body: str = ""
    """The body as text, cut off after 2,000 characters."""

    def __init__(self, message: str, *, body: str = "", request_id: str | None = None, **details: Any) -> None:
        note = f" (request id {request_id})" if request_id else ""
        super().__init__(f"{message}{note}", body=clip(body, _BODY_LIMIT), request_id=request_id, **details)


class PaginationError(BeyondWordsError):
    """Pages that repeat, overlap, do not advance, or end below the total the server announced.

    Paging stops rather than lose or double a row; `resume_offset` tells where.
    """


class ContentFailedError(BeyondWordsError):
    """Content ended as `error` or `skipped`, has a status that is not known, or has no audio."""

    content_id: str = ""
    """What was asked for."""
    status: str = ""
    """Its status, for example `skipped`."""


class ContentTimeoutError(ContentFailedError):
    """Content was not processed in time; `status` is the last one."""


class FieldError(NamedTuple):
    """One entry of an error response's `errors`: which input is wrong, and why."""

    location: str
    """The input the server complains about, for example `source_id`; empty when it does not say."""
    message: str
    """What is wrong with it, for example `has already been taken`."""

    def __str__(self) -> str:
        return f"{self.location}: {self.message}" if self.location else self.message


class APIStatusError(BeyondWordsError):
    """The server responded with an error status, or with a redirect (which is never followed)."""

    message: str = ""
    """The server's message, or the name of the status when it sent none."""
    status_code: int = 0
    """The HTTP status, also one that HTTP does not define (520, 599)."""
    code: int | str | None = None
    """The error code in the body (a number or a word), or None."""
    errors: tuple[FieldError, ...] = ()
    """The field errors in the body, for example `(FieldError("source_id", "has already been taken"),)`."""
    request_id: str | None = None
    """The `X-Request-Id` of the response, or None: quote it to the vendor's support."""
    retry_after: float | None = None
    """Seconds the server asks to wait before the next attempt, or None."""
    max_attempts: int | None = None
    """How many attempts were allowed."""
    body: str = ""
    """The body as text, cut off after 2,000 characters."""

    def __init__(self, message: str, *, status_code: int, body: str = "", **details: Any) -> None:
        message, body = clip(one_line(message), _MESSAGE_LIMIT), clip(body, _BODY_LIMIT)
        super().__init__(message, message=message, status_code=status_code, body=body, **details)
        # Again, because `_full_text()` reads the attributes that the line above sets.
        Exception.__init__(self, one_line(self._full_text()))

    def _full_text(self) -> str:
        """`422 POST /content: Invalid body; source_id: is taken (attempt 1 of 3, request id 7f). Advice.`"""
        call = " ".join(str(part) for part in (self.status_code, self.method, self.path) if part)
        fields = [clip(one_line(str(error)), _MESSAGE_LIMIT) for error in self.errors[:_FIELDS_SHOWN]]
        if len(self.errors) > _FIELDS_SHOWN:
            fields.append(f"and {len(self.errors) - _FIELDS_SHOWN} more")
        text = "; ".join([self.message, *fields])
        attempts = f"attempt {self.attempts} of {self.max_attempts}" if self.max_attempts else ""
        notes = ", ".join(filter(None, (attempts, f"request id {self.request_id}" if self.request_id else "")))
        end = "" if text.endswith((".", "!", "?")) and not notes else "."
        advice = self._advice()
        line = f"{call}: {text}{f' ({notes})' if notes else ''}"
        return f"{line}{end} {advice}" if advice else line

    def _advice(self) -> str:
        # The address of another server, which gets no key: what is wrong there is not the key, an id or base_url.
        is_of_api = not self.path.startswith("http")
        if self.status_code == 404 and is_of_api:
            # `/background_tracks` is a list, and has no id that could be wrong.
            if self.path.count("/") <= 1:
                return "Nothing is at this address: check base_url."
            return "Check the id, and that the API key's project owns it."
        if self.status_code == 429 or (self.status_code == 503 and self.retry_after is not None):
            return f"Try again in {self.retry_after:.10g} s." if self.retry_after else "Wait and try again."
        if self.status_code >= 500:
            return "The fault is on the server's side; try again later."
        return _ADVICE.get(self.status_code, "") if is_of_api else ""


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
