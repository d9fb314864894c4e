"""What an error answer says, whatever form its body has.

Four forms are known (the documented one, an older one with `type`, one nested under `error`, a bare
`message`); the rest is what proxies and crashes send. Nothing here raises.
"""

from __future__ import annotations

import json
import re
from http import HTTPStatus
from typing import Any, NamedTuple

from ..errors import FieldError
from .text import clip, one_line

_TEXT_LIMIT = 300
_FIELDS_LIMIT = 100
_TITLE = re.compile(r"<title[^>]*>(.*?)</title>", re.IGNORECASE | re.DOTALL)
# Statuses that gateways in front of an API use and HTTP does not define.
_GATEWAY_PHRASES = {
    520: "the origin server sent an unknown error",
    521: "the origin server is down",
    522: "the connection to the origin server timed out",
    523: "the origin server is unreachable",
    524: "the origin server did not answer in time",
}


class ErrorBody(NamedTuple):
    """What was found in a body."""

    message: str
    code: int | str | None = None
    errors: tuple[FieldError, ...] = ()


def read_error_body(status: int, text: str) -> ErrorBody:
    """The message, code and field errors of an error answer; the status has the word where the body has none."""
    data = _json(text)
    if isinstance(data, dict):
        found = _from_object(data)
    elif isinstance(data, list):
        found = ErrorBody("", errors=_field_errors(data))
    else:
        found = ErrorBody(_plain_message(text if data is None else data))
    if found.message:
        return found
    return ErrorBody(status_phrase(status), found.code, found.errors)


def status_phrase(status: int) -> str:
    """`Not Found` for 404; also for statuses that HTTP does not define."""
    try:
        return HTTPStatus(status).phrase
    except ValueError:
        return _GATEWAY_PHRASES.get(status, "an error without a message")


def _json(text: str) -> Any:
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return None


def _from_object(data: dict[str, Any]) -> ErrorBody:
    nested = data.get("error")
    inner = nested if isinstance(nested, dict) else {}
    said = [
        data.get("message"),
        inner.get("message"),
        nested if not inner else None,
        data.get("detail"),
        data.get("title"),
    ]
    code = [data.get("code"), inner.get("code"), data.get("type"), inner.get("type")]
    errors = data["errors"] if data.get("errors") else inner.get("errors") or inner.get("details")
    return ErrorBody(
        message=next((text for text in map(_text, said) if text), ""),
        code=next((c for c in code if isinstance(c, int | str) and not isinstance(c, bool) and c != ""), None),
        errors=_field_errors(errors),
    )


def _text(value: object) -> str:
    """A message that may be no string: numbers and structures are shown as JSON."""
    if value is None or value == {} or value == []:
        return ""
    if isinstance(value, str):
        return clip(one_line(value), _TEXT_LIMIT)
    try:
        return clip(one_line(json.dumps(value, ensure_ascii=False)), _TEXT_LIMIT)
    except (ValueError, RecursionError):
        return ""


def _field_errors(errors: object) -> tuple[FieldError, ...]:
    """`[{location, message}]` as documented; also plain strings, and `{field: [messages]}` as Rails writes it."""
    if isinstance(errors, dict):
        pairs = [
            (str(name), said) for name, many in errors.items() for said in (many if isinstance(many, list) else [many])
        ]
        found = [FieldError(_text(name), _text(said)) for name, said in pairs[:_FIELDS_LIMIT]]
    elif isinstance(errors, list):
        found = [_field_error(entry) for entry in errors[:_FIELDS_LIMIT]]
    else:
        found = [FieldError("", _text(errors))]
    return tuple(error for error in found if error.message or error.location)


def _field_error(entry: object) -> FieldError:
    if not isinstance(entry, dict):
        return FieldError("", _text(entry))
    message = _text(entry.get("message"))
    location = _text(entry.get("location") or entry.get("field"))
    return FieldError(location, message) if message or location else FieldError("", _text(entry))


def _plain_message(content: object) -> str:
    """A body that is no JSON object: a page of a proxy, or plain words."""
    if not isinstance(content, str):
        return _text(content)
    text = content.strip()
    if text == "null":
        return ""
    if not text.startswith("<"):
        return _text(text)
    title = _TITLE.search(text)
    if title is None:
        return "an HTML page"
    # Needed for such pages only, and a list of two thousand names.
    from html import unescape

    return _text(f"an HTML page, {one_line(unescape(title[1]))!r}")
