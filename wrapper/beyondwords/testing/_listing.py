"""Paging of one list operation. Pure: rows and a query in, an answer out."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ._bodies import error_body
from ._document import Json, Operation
from ._filters import Pairs, select

logger = logging.getLogger("beyondwords.testing")

LIMIT = "pagination[limit]"
OFFSET = "pagination[offset]"
NOT_APPLIED = "X-Sandbox-Not-Applied"


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
    """What a list operation declares."""

    path: str
    plain: frozenset[str]
    """Query parameters that are a value or a list of values, not an object."""
    fields: Mapping[str, Json]
    """The declared properties of a row."""
    headers: Sequence[str]
    """The headers of the response, spelled as declared."""
    status: int
    media_type: str
    paged: bool
    default_limit: int
    max_limit: int


def error(code: int, message: str, errors: Iterable[tuple[str, str]] = ()) -> Answer:
    """An answer that is an error."""
    return Answer(code, error_body(code, message, errors), {}, "application/json")


def is_paged(operation: Operation) -> bool:
    """Whether paging applies; that its success is an array is for the caller to know."""
    names = {parameter["name"] for parameter in operation.parameters if parameter["in"] == "query"}
    return operation.method == "get" and {LIMIT, OFFSET} <= names


def answer(listing: Listing, all_rows: Sequence[Any], query: Pairs) -> Answer:
    """The page the query asks for, or a 400 for what no list can mean."""
    asked = dict(query)
    limit, offset = int(asked.get(LIMIT, listing.default_limit)), int(asked.get(OFFSET, 0))
    chosen = select(all_rows, query, listing.plain, listing.fields)
    refused = [(LIMIT, "must be at least 1")] * (limit < 1) + [(OFFSET, "must be at least 0")] * (offset < 0)
    if refused or chosen.refused:
        return error(400, "Invalid query parameters", refused + chosen.refused)
    rows = chosen.rows[offset : offset + min(limit, listing.max_limit)] if listing.paged else chosen.rows
    headers = page_headers(listing.headers, limit, offset, len(chosen.rows), chosen.applied)
    if chosen.ignored:
        headers[NOT_APPLIED] = ", ".join(chosen.ignored)
        logger.warning("GET %s: %s not applied: rows have no such field", listing.path, headers[NOT_APPLIED])
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
