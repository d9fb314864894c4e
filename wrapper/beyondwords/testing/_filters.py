"""What `filter[...]` and `order[...]` of a query mean for the rows of a list. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from ._document import Json

Pairs = Sequence[tuple[str, str]]

_FILTER = re.compile(r"filter\[([^\[\]]+)\](?:\[(|from|to)\])?")
_OTHER_NAMES = {"published_at": "publish_date"}


@dataclass
class Selection:
    """The rows that a query asks for, and how much of the query was understood."""

    rows: list[Any]
    applied: list[str] = field(default_factory=list)
    """Names of the fields that were filtered by."""
    ignored: list[str] = field(default_factory=list)
    """Query parameters that mean nothing for these rows."""
    refused: list[tuple[str, str]] = field(default_factory=list)
    """Query parameters whose value cannot be used, and why."""


def select(rows: Sequence[Any], query: Pairs, plain: frozenset[str], fields: Mapping[str, Json]) -> Selection:
    """The rows that match every filter, in the order asked for.

    Args:
        rows: All there are.
        query: As it was sent.
        plain: The parameters that the operation declares as a value or a list of values, not as an object.
        fields: The declared properties of a row.
    """
    chosen = Selection(list(rows))
    wanted: dict[str, list[str]] = {}
    for name, value in query:
        if name.startswith("filter["):
            wanted.setdefault(name, []).append(value)
    for name, values in wanted.items():
        match = _FILTER.fullmatch(name)
        found = _field(match[1], rows, fields) if match and name in plain else None
        if match is None or found is None:
            chosen.ignored.append(name)
        elif match[2]:
            _in_range(chosen, name, found, match[2], values[-1])
        else:
            exact = name.endswith(("[]", "id]")) or "enum" in fields.get(found, {})
            chosen.rows = [row for row in chosen.rows if _matches(values_at(row, found), values, exact)]
            chosen.applied.append(match[1])
    _sort(chosen, dict(query), rows, fields)
    return chosen


def _field(name: str, rows: Sequence[Any], fields: Mapping[str, Json]) -> str | None:
    """The property that a parameter names: by its own name, in the singular, or by another name of the API's."""
    for candidate in (name, name.removesuffix("s"), name.removesuffix("es"), _OTHER_NAMES.get(name, name)):
        if candidate.split(".")[0] in fields or any(values_at(row, candidate) for row in rows):
            return candidate
    return None


def values_at(row: Any, dotted: str) -> list[Any]:
    """What stands at a dotted name, looking into nested objects and lists; `x.code` is also an `x` that is a text."""
    found = [row]
    for position, name in enumerate(dotted.split(".")):
        inner = [node[name] for node in _flat(found) if isinstance(node, dict) and name in node]
        if position and name == "code":
            inner += [node for node in _flat(found) if isinstance(node, str)]
        found = inner
    return _flat(found)


def _flat(nodes: Iterable[Any]) -> list[Any]:
    return [each for node in nodes for each in (node if isinstance(node, list) else [node])]


def _matches(found: Sequence[Any], values: Sequence[str], exact: bool) -> bool:
    return any(_equal(value, text, exact) for value in found for text in values)


def _equal(value: Any, text: str, exact: bool) -> bool:
    if isinstance(value, dict):
        return any(_equal(value[name], text, True) for name in ("id", "code", "name") if name in value)
    if isinstance(value, bool):
        return str(value).lower() == text.lower()
    if isinstance(value, int | float):
        return bool(_comparable(text) == float(value))
    if not isinstance(value, str):
        return False
    return text == value if exact else text.casefold() in value.casefold()


def _in_range(chosen: Selection, name: str, found: str, end: str, text: str) -> None:
    bound = _comparable(text)
    if bound is None:
        chosen.refused.append((name, "is neither a time nor a number"))
        return

    def within(value: Any) -> bool:
        other = _comparable(value)
        if type(other) is not type(bound):
            return False
        return bool(other >= bound if end == "from" else other <= bound)

    chosen.rows = [row for row in chosen.rows if any(within(value) for value in values_at(row, found))]
    chosen.applied.append(found)


def _comparable(value: Any) -> Any:
    """A number or a time, else None."""
    if isinstance(value, bool):
        return None
    try:
        return float(value)
    except (TypeError, ValueError):
        pass
    try:
        time = datetime.fromisoformat(str(value).replace(" UTC", "+00:00"))
    except ValueError:
        return None
    return time if time.tzinfo else time.replace(tzinfo=UTC)


def _sort(chosen: Selection, asked: Mapping[str, str], rows: Sequence[Any], fields: Mapping[str, Json]) -> None:
    by = asked.get("order[by]")
    found = by and _field(by, rows, fields)
    if found:
        chosen.rows.sort(key=lambda row: _sort_key(values_at(row, found)), reverse=asked.get("order[dir]") == "desc")
    elif by:
        chosen.ignored.append("order[by]")


def _sort_key(found: Sequence[Any]) -> tuple[int, float, str]:
    """Numbers before texts, what has no value last."""
    value = found[0] if found else None
    if isinstance(value, int | float):
        return 0, float(value), ""
    return (2, 0.0, "") if value is None else (1, 0.0, str(value).casefold())
