"""Errors of error responses, and of attempts that brought no usable response."""

from __future__ import annotations

import json
import os
import re
import ssl
from collections.abc import Iterator
from contextlib import suppress
from html import unescape
from http.client import responses as status_names
from typing import Any, NamedTuple, TypeVar

import httpx

from . import errors
from ._retries import parse_retry_after
from ._settings import HiddenKey, Settings, has_usable_host, origin_of
from ._text import clip, one_line
from .errors import APIConnectionError, APIStatusError, BeyondWordsError, FieldError, ResponseDecodeError

E = TypeVar("E", bound=BeyondWordsError)

# What travels in the `extensions` of httpx's requests and responses.
WITHOUT_KEY_EXTENSION = "beyondwords_without_key"
ATTEMPT_EXTENSION = "beyondwords_attempt"

_ERRORS: dict[int, type[APIStatusError]] = {
    400: errors.BadRequestError,
    401: errors.AuthenticationError,
    403: errors.PermissionDeniedError,
    404: errors.NotFoundError,
    409: errors.ConflictError,
    422: errors.UnprocessableEntityError,
    429: errors.RateLimitError,
}
_CONNECTION_NOT_MADE = (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout, httpx.ProxyError)
_REQUEST_INVALID = (httpx.LocalProtocolError, httpx.UnsupportedProtocol, httpx.TooManyRedirects)
# The first that fits counts. Mocks (respx, pytest-httpx) raise a plain TimeoutException that says what is not mocked.
_REASONS: tuple[tuple[type[Exception] | tuple[type[Exception], ...], str], ...] = (
    (httpx.ConnectTimeout, "could not connect to {origin} in time ({name})"),
    (httpx.PoolTimeout, "no connection to {origin} became free in time ({name})"),
    ((httpx.ReadTimeout, httpx.WriteTimeout), "no response from {origin} in time ({name})"),
    ((httpx.TimeoutException, TimeoutError), "no response from {origin} in time ({name}: {text})"),
    (_REQUEST_INVALID, "the request cannot be sent to {origin}: {text}"),
    (httpx.ProxyError, "the proxy in front of {origin} failed: {text}"),
    (httpx.ConnectError, "cannot connect to {origin}: {text}"),
    (Exception, "the connection to {origin} broke: {text} ({name})"),
)
_TEXT_LIMIT = 300
_REASON_LIMIT = 500


class Attempt(NamedTuple):
    """One attempt of a call, as errors and log records tell it."""

    method: str
    path: str
    """Below the base URL, without the query."""
    origin: str
    number: int
    settings: Settings
    api_key: HiddenKey
    """What the attempt is sent with, where it needs a key; taken out of all that the server sends back."""

    def error(self, error_class: type[E], problem: str, **details: Any) -> E:
        """An error of this attempt."""
        line = self.api_key.redacted(f"{self.method} {self.path}: {problem}")
        return error_class(line, method=self.method, path=self.path, attempts=self.number, **details)


def status_error(attempt: Attempt, response: httpx.Response, body: bytes) -> APIStatusError:
    """The error of a response that is no success."""
    text = _redacted_body(attempt, body.decode("utf-8", "replace").removeprefix("\ufeff"))
    status, headers = response.status_code, response.headers
    message, code, field_errors = _parse_body(text)
    if 300 <= status < 400 and "location" in headers:
        message = f"redirected to {_redirect_target(attempt, response)}, which is not followed; check base_url"
    error_class = _ERRORS.get(status, errors.InternalServerError if status >= 500 else APIStatusError)
    return error_class(
        message or status_names.get(status, "an error without a message"),
        status_code=status,
        method=attempt.method,
        path=attempt.path,
        code=code,
        errors=field_errors,
        request_id=_request_id(attempt, response),
        retry_after=parse_retry_after(headers.get_list("retry-after"), headers.get("date", "")),
        attempts=attempt.number,
        max_attempts=attempt.settings.max_attempts,
        body=text,
    )


def decode_error(
    attempt: Attempt, response: httpx.Response, problem: str, *, body: str = "", **details: str
) -> ResponseDecodeError:
    """The error of a success response that cannot be used."""
    return attempt.error(
        ResponseDecodeError,
        f"the {response.status_code} response is not as declared: {problem}",
        status_code=response.status_code,
        request_id=_request_id(attempt, response),
        body=_redacted_body(attempt, body),
        **{name: attempt.api_key.redacted(text) for name, text in details.items()},
    )


def connection_error(
    attempt: Attempt, cause: Exception, *, deadline_passed: bool, is_closed: bool
) -> APIConnectionError:
    """The error of an attempt that brought no usable response."""
    untrusted = [each for each in _causes(cause) if isinstance(each, ssl.SSLCertVerificationError)]
    # Only those that OpenSSL found have a message of their own.
    certificate = str(getattr(untrusted[0], "verify_message", "") or untrusted[0]) if untrusted else ""
    if is_closed:
        reason = f"the client was closed before the response of {attempt.origin} came"
    elif deadline_passed:
        reason = f"no complete response from {attempt.origin} within the deadline of {attempt.settings.deadline:g} s"
    elif certificate:
        where = f"the TLS certificate of {attempt.origin}"
        reason = f"{where} is not trusted: {certificate} (SSL_CERT_FILE can name another)"
    else:
        reason = _reason(attempt.origin, cause)
    # The key goes first: in what is cut or brought into one line, only a part of it might be left.
    reason = clip(one_line(attempt.api_key.redacted(reason)), _REASON_LIMIT)
    timed_out = not is_closed and (deadline_passed or isinstance(cause, httpx.TimeoutException | TimeoutError))
    return attempt.error(
        errors.APITimeoutError if timed_out else APIConnectionError,
        f"{reason} (attempt {attempt.number} of {attempt.settings.max_attempts})",
        may_have_arrived=not isinstance(cause, _CONNECTION_NOT_MADE),
        is_transient=not (is_closed or certificate or isinstance(cause, _REQUEST_INVALID)),
    )


def _reason(origin: str, cause: Exception) -> str:
    text = _system_reason(cause) or str(cause) or "no reason given"
    template = next(template for kinds, template in _REASONS if isinstance(cause, kinds))
    return template.format(origin=origin, name=type(cause).__name__, text=text)


def _causes(error: BaseException | None) -> Iterator[BaseException]:
    """An error and what led to it, also inside exception groups."""
    while error is not None:
        yield error
        if isinstance(error, BaseExceptionGroup):
            for each in error.exceptions:
                yield from _causes(each)
        error = error.__cause__ or error.__context__


def _system_reason(error: BaseException) -> str:
    """What the operating system said: asyncio's `All connection attempts failed` hides it."""
    for cause in _causes(error):
        if (
            isinstance(cause, OSError)
            # Those of name resolution are negative, and are no numbers of the operating system.
            and cause.errno is not None
            and cause.errno > 0
            and not isinstance(cause, ssl.SSLError)
        ):
            return f"[Errno {cause.errno}] {os.strerror(cause.errno)}"
    return ""


def _redacted_body(attempt: Attempt, text: str) -> str:
    """The text without the key. Where the key shows only once JSON or HTML is unescaped, that is the text returned."""
    text = attempt.api_key.redacted(text)
    for unescaped in (_plain_json(text), unescape(text)):
        if (redacted := attempt.api_key.redacted(unescaped)) != unescaped:
            return redacted
    return text


def _plain_json(text: str) -> str:
    try:
        return json.dumps(json.loads(text), ensure_ascii=False)
    except (ValueError, RecursionError):
        return ""


def _request_id(attempt: Attempt, response: httpx.Response) -> str | None:
    text = one_line(attempt.api_key.redacted(response.headers.get("x-request-id", "")))
    return clip(text, 200) or None


def _redirect_target(attempt: Attempt, response: httpx.Response) -> str:
    with suppress(httpx.InvalidURL, ValueError):
        url = httpx.URL(attempt.origin).join(response.headers["location"])
        if has_usable_host(url):
            return attempt.api_key.redacted(origin_of(url))
    return "an address that is not a URL"


# --- what an error body says: the documented form, one nested under `error`, a bare message, a proxy's page


def _parse_body(text: str) -> tuple[str, int | str | None, tuple[FieldError, ...]]:
    """The message, the code and the field errors of a body of any form. Nothing here raises."""
    try:
        data = json.loads(text)
    except (ValueError, RecursionError):
        return _plain_message(text), None, ()
    if not isinstance(data, dict):
        data = {"errors": data} if isinstance(data, list) else {"message": data}
    if isinstance(data.get("error"), dict):
        data |= data.pop("error")
    messages = (_message_text(data.get(name)) for name in ("message", "error", "detail", "title"))
    codes = (data.get("code"), data.get("type"))
    return (
        next(filter(None, messages), ""),
        next(
            (code for code in codes if isinstance(code, int | str) and not isinstance(code, bool) and code != ""), None
        ),
        _field_errors(data.get("errors") or data.get("details")),
    )


def _field_errors(found: Any) -> tuple[FieldError, ...]:
    """`[{location, message}]` as documented; also plain strings, and `{field: [messages]}` as Rails writes it."""
    if isinstance(found, dict):
        found = [
            {"location": name, "message": message}
            for name, messages in found.items()
            for message in (messages if isinstance(messages, list) else [messages])
        ]
    entries = found[:100] if isinstance(found, list) else [found]
    return tuple(error for error in map(_field_error, entries) if error.message or error.location)


def _field_error(entry: Any) -> FieldError:
    fields = entry if isinstance(entry, dict) else {}
    location, message = (
        _message_text(fields.get("location") or fields.get("field")),
        _message_text(fields.get("message")),
    )
    return FieldError(location, message) if location or message else FieldError("", _message_text(entry))


def _message_text(value: Any) -> str:
    """A message that may be no string: numbers and structures are shown as JSON."""
    if value is None or value is False or value in ({}, [], ""):
        return ""
    try:
        return clip(one_line(value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)), _TEXT_LIMIT)
    except (ValueError, RecursionError):
        return ""


def _plain_message(text: str) -> str:
    """A body that is not JSON: plain words, or the page of a proxy, of which the title is worth telling."""
    text = text.strip()
    if not text.startswith("<"):
        return _message_text(text)
    # A plain split: a pattern with two repetitions takes quadratic time on a page that is made for it.
    parts = re.split("</?title", text, maxsplit=2, flags=re.IGNORECASE)
    if len(parts) < 3:
        return "an HTML page"
    return _message_text(f"an HTML page, {one_line(unescape(parts[1].partition('>')[2]))!r}")
