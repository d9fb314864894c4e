"""From an answer's status, headers and body to the error it means."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from http import HTTPStatus
from urllib.parse import urljoin, urlsplit

from ..errors import (
    APIStatusError,
    AuthenticationError,
    BadRequestError,
    ConflictError,
    InternalServerError,
    NotFoundError,
    PermissionDeniedError,
    RateLimitError,
    UnprocessableEntityError,
)
from .error_bodies import ErrorBody, read_error_body
from .origin import origin_text
from .retry import parse_http_date, parse_retry_after
from .secret import redact_keys_in_use
from .text import clip, one_line

_ERRORS: dict[int, type[APIStatusError]] = {
    400: BadRequestError,
    401: AuthenticationError,
    403: PermissionDeniedError,
    404: NotFoundError,
    409: ConflictError,
    422: UnprocessableEntityError,
    429: RateLimitError,
}
_REQUEST_ID_LIMIT = 200


def is_success(status: int) -> bool:
    """Whether the generated code gets to see the answer; everything else becomes an error before."""
    return 200 <= status < 300


_DEFINED_SUCCESSES = frozenset(status.value for status in HTTPStatus if is_success(status))


def is_defined_success(status: int) -> bool:
    """Whether it is a success that HTTP defines; the generated code cannot name another."""
    return status in _DEFINED_SUCCESSES


def error_class(status: int) -> type[APIStatusError]:
    """The exception for a status."""
    return _ERRORS.get(status, InternalServerError if status >= 500 else APIStatusError)


def retry_after_of(headers: Mapping[str, str]) -> float | None:
    """Seconds the server asks to wait, counted from its own clock where it tells the time."""
    answered = parse_http_date(headers.get("date", "")) or datetime.now(UTC)
    return parse_retry_after(headers.get("retry-after"), now=answered)


def status_error(
    *,
    status: int,
    method: str,
    url: str,
    path: str,
    headers: Mapping[str, str],
    body: str,
    attempts: int,
    max_attempts: int,
) -> APIStatusError:
    """The typed error of an answer that is no success."""
    body = redact_keys_in_use(body)
    location = headers.get("location")
    if 300 <= status < 400 and location is not None:
        found = ErrorBody(_redirect_message(url, redact_keys_in_use(location)))
    else:
        found = read_error_body(status, body)
    request_id = headers.get("x-request-id")
    return error_class(status)(
        redact_keys_in_use(found.message),
        status_code=status,
        method=method,
        path=path,
        code=found.code,
        errors=found.errors,
        request_id=clip(one_line(redact_keys_in_use(request_id)), _REQUEST_ID_LIMIT) if request_id else None,
        retry_after=retry_after_of(headers),
        attempts=attempts,
        max_attempts=max_attempts,
        body=body,
    )


def _redirect_message(url: str, location: str) -> str:
    try:
        parts = urlsplit(urljoin(url, location))
        target = origin_text(parts.scheme, parts.hostname or "", parts.port)
    except ValueError:
        target = "an address that is not a URL"
    return f"redirected to {target}, which is not followed; check base_url"
