"""For tests that mock the network: responses as the API sends them, models and pages."""

from __future__ import annotations

import types
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime
from enum import Enum
from http import HTTPStatus
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

import attrs
import httpx

from .._pages import Page
from ._bodies import error_body
from ._checks import check_count, check_seconds, check_status

T = TypeVar("T")

_TIME = "2026-01-05T09:00:00Z"
_PLAIN: dict[Any, Any] = {int: 1, float: 1.0, bool: True, datetime: datetime(2026, 1, 5, 9, tzinfo=UTC)}
_DEEPEST = 4


def list_response(
    rows: Iterable[Any], *, total: int | None = None, offset: int = 0, limit: int | None = None
) -> httpx.Response:
    """The response of a list, with its pagination headers.

    Args:
        rows: Generated models or mappings.
        total: Rows in the whole list. Default: as many as there are up to the end of these.
        offset: Position of the first row.
        limit: Rows asked for. Default: as many as there are.

    Raises:
        TypeError: A number is none.
        ValueError: A number is below 0.

    Examples:
        >>> transport = httpx.MockTransport(lambda request: list_response([{"id": 1}]))
        >>> BeyondWords("a-key", transport=transport).background_tracks.list().page().total
        1
    """
    _check_counts(total=total, offset=offset, limit=limit)
    sent = [row.to_dict() if hasattr(row, "to_dict") else row for row in rows]
    headers = {
        "X-Pagination-Limit": str(len(sent) if limit is None else limit),
        "X-Pagination-OffSet": str(offset),
        "X-Pagination-Total-Count": str(offset + len(sent) if total is None else total),
    }
    return httpx.Response(200, json=sent, headers=headers)


def error_response(
    status: int,
    message: str | None = None,
    *,
    errors: Iterable[tuple[str, str]] = (),
    retry_after: float | None = None,
    request_id: str | None = None,
) -> httpx.Response:
    """An error in the form that the API documents.

    Args:
        status: For example 422.
        message: Default: the name of the status.
        errors: Field errors, as pairs of location and message.
        retry_after: Seconds for the header `Retry-After`.
        request_id: For the header `X-Request-Id`.

    Raises:
        TypeError: A number is none, or `errors` holds something else than pairs.
        ValueError: A status that is no failure's, or seconds below 0.

    Examples:
        >>> error_response(422, errors=[("source_id", "has already been taken")])
        <Response [422 Unprocessable Entity]>
    """
    check_status(status)
    if retry_after is not None:
        check_seconds("retry_after", retry_after)
    known = {each.value: each.phrase for each in HTTPStatus}
    headers = {} if retry_after is None else {"Retry-After": f"{retry_after:g}"}
    headers |= {} if request_id is None else {"X-Request-Id": request_id}
    return httpx.Response(
        status, json=error_body(status, message or known.get(status, "Error"), errors), headers=headers
    )


def page(rows: Sequence[T], *, total: int | None = None, offset: int = 0, limit: int | None = None) -> Page[T]:
    """A `Page`, as `list().page()` gives it; the arguments are those of `list_response`."""
    _check_counts(total=total, offset=offset, limit=limit)
    end = offset + len(rows)
    known = end if total is None else total
    return Page(
        items=[*rows],
        offset=offset,
        limit=len(rows) if limit is None else limit,
        total=known,
        has_next=end < known,
        next_offset=end if end < known else None,
        applied_filter=None,
    )


def _check_counts(**counts: int | None) -> None:
    for name, count in counts.items():
        if count is not None:
            check_count(name, count, 0)


def make(model: type[T], **fields: Any) -> T:
    """A generated model that has a value for each of its properties: those given, and made-up ones.

    Args:
        model: For example `BackgroundTrack`.
        **fields: Attributes of the model.

    Raises:
        TypeError: No generated model, or an attribute that it does not have.

    Examples:
        >>> make(BackgroundTrack, name="Piano").media.duration
        1
    """
    if not hasattr(model, "from_dict") or not attrs.has(model):
        raise TypeError(f"make() takes a generated model, not {model!r}")
    made: T = _made(model, fields, 0)
    return made


def _made(model: Any, fields: Mapping[str, Any], depth: int) -> Any:
    hints = get_type_hints(model)
    names = [each.name for each in attrs.fields(model) if each.name not in ("additional_properties", *fields)]
    values = {name: _value(name, hints[name], depth) for name in names}
    return model(**{name: value for name, value in values.items() if value is not None}, **fields)


def _value(name: str, hint: Any, depth: int) -> Any:
    """A value of a type; None where there is none but another level of models."""
    if get_origin(hint) in (Union, types.UnionType):
        kinds = [each for each in get_args(hint) if getattr(each, "__name__", "") not in ("Unset", "NoneType")]
        return _value(name, kinds[0], depth)
    if get_origin(hint) is list:
        item = _value(name, get_args(hint)[0], depth)
        return [] if item is None else [item]
    if hint is str:
        is_time = name in ("created", "updated") or name.endswith("_date")
        return _TIME if is_time else "https://example.com/" if name.endswith("url") else name
    if hint in _PLAIN:
        return _PLAIN[hint]
    if isinstance(hint, type) and issubclass(hint, Enum):
        return next(iter(hint))
    if attrs.has(hint):
        return _made(hint, {}, depth + 1) if depth < _DEEPEST else None
    return name
