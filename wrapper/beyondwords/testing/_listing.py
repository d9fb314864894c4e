"""Paging and filtering of one list operation. Pure: query pairs in, an answer out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ._document import Json, Operation

LIMIT = "pagination[limit]"
OFFSET = "pagination[offset]"

Pairs = Sequence[tuple[str, str]]

_FILTER = re.compile(r"filter\[([^\[\]]+)\](.*)", re.DOTALL)


@dataclass(frozen=True)
class Answer:
    """What one request is answered with."""

    status: int
    body: Any
    """A JSON value where `media_type` is JSON; text or bytes elsewhere; None for no content."""
    headers: Mapping[str, str]
    media_type: str | None


@dataclass(frozen=True)
class Listing:
    """A list operation and the items it serves."""

    items: Sequence[Any]
    exact: frozenset[str]
    """Filters that name a field, in the form `filter[name]` or `filter[name][]`."""
    headers: Sequence[str]
    """The headers the operation declares, spelled as declared."""
    status: int
    media_type: str
    default_limit: int
    max_limit: int


def error_body(code: int, message: str, errors: Iterable[tuple[str, str]] = ()) -> Json:
    """An error in the documented shape; `errors` are (location, message)."""
    named = [{"location": location, "message": text} for location, text in errors]
    return {"code": code, "message": message, "errors": named} if named else {"code": code, "message": message}


def is_list(operation: Operation) -> bool:
    """Whether paging applies; that its success is an array is for the caller to know."""
    names = {parameter["name"] for parameter in operation.parameters if parameter["in"] == "query"}
    return operation.method == "get" and {LIMIT, OFFSET} <= names


def answer(listing: Listing, query: Pairs) -> Answer:
    """The page the query asks for, or a 400 for a limit or offset no list can have."""
    asked = dict(query)
    limit, offset = int(asked.get(LIMIT, listing.default_limit)), int(asked.get(OFFSET, 0))
    refused = [(LIMIT, "must be at least 1")] * (limit < 1) + [(OFFSET, "must be at least 0")] * (offset < 0)
    if refused:
        return Answer(400, error_body(400, "Invalid query parameters", refused), {}, "application/json")
    wanted = applied_filters(listing.items, exact_filters(listing, query))
    items = filtered(listing.items, wanted)
    rows = items[offset : offset + min(limit, listing.max_limit)]
    headers = page_headers(listing.headers, limit, offset, len(items), list(wanted))
    return Answer(listing.status, rows, headers, listing.media_type)


def page_headers(
    declared: Sequence[str], limit: int, offset: int, total: int, applied: Sequence[str]
) -> dict[str, str]:
    """Only headers the operation declares.

    The limit is the one asked for, as documented, also where the rows are fewer.
    """
    values = {
        "x-pagination-limit": str(limit),
        "x-pagination-offset": str(offset),
        "x-pagination-total-count": str(total),
    }
    if applied:
        values["x-beyondwords-filter"] = ",".join(applied)
    return {name: values[name.lower()] for name in declared if name.lower() in values}


def applied_filters(items: Sequence[Any], wanted: Mapping[str, list[str]]) -> dict[str, list[str]]:
    """The filters that can be applied: those whose field some item has."""
    return {field: values for field, values in wanted.items() if any(values_at(item, field) for item in items)}


def exact_filters(listing: Listing, query: Pairs) -> dict[str, list[str]]:
    """Field to the values asked for; free forms such as `filter[scopes][k]` are left out."""
    wanted: dict[str, list[str]] = {}
    for name, value in query:
        match = _FILTER.fullmatch(name)
        if match and name in listing.exact:
            wanted.setdefault(match[1], []).append(value)
    return wanted


def filtered(items: Sequence[Any], wanted: Mapping[str, Sequence[str]]) -> list[Any]:
    """Items that match every filter."""
    kept = list(items)
    for field, values in wanted.items():
        kept = [item for item in kept if _matches(values_at(item, field), values)]
    return kept


def values_at(item: Any, field: str) -> list[Any]:
    """What stands at a dotted field, looking into nested objects and lists."""
    found = [item]
    for name in field.split("."):
        inner = [node[name] for node in _flat(found) if isinstance(node, dict) and name in node]
        found = inner
    return _flat(found)


def _flat(nodes: Iterable[Any]) -> list[Any]:
    return [each for node in nodes for each in (node if isinstance(node, list) else [node])]


def _matches(found: Sequence[Any], values: Sequence[str]) -> bool:
    return any(_equal(value, text) for value in found for text in values)


def _equal(value: Any, text: str) -> bool:
    if isinstance(value, bool):
        return str(value).lower() == text.lower()
    if isinstance(value, int | float):
        try:
            return value == float(text)
        except ValueError:
            return False
    return isinstance(value, str) and text.casefold() in value.casefold()
