"""The requests with which an operation can be tried without knowing anything but its document."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import quote

from tools.spec import Json, Operation, resolve

LIMIT, OFFSET = "pagination[limit]", "pagination[offset]"
SMALL_PAGE = 2
"""Rows per page: as many as it takes to see two of a kind."""

# The client sends these itself; a value from the document would be a key that is none.
_OWN_HEADERS = frozenset({"x-api-key", "authorization", "accept", "content-type", "user-agent"})
_NONE = object()

Pairs = tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Call:
    """One request."""

    method: str
    path: str
    """Below the base URL, filled in and percent-encoded."""
    query: Pairs = ()
    headers: Pairs = ()
    from_example: bool = False
    """Whether the path holds an example of the document, which need not exist for this key."""

    def __str__(self) -> str:
        query = "&".join(f"{name}={value}" for name, value in self.query)
        return f"{self.method} {self.path}{'?' if query else ''}{query}"

    def at(self, limit: int | None, offset: int | None) -> Call:
        """The same with another page; None leaves a parameter out."""
        paging = [(name, str(value)) for name, value in ((LIMIT, limit), (OFFSET, offset)) if value is not None]
        others = tuple(pair for pair in self.query if pair[0] not in (LIMIT, OFFSET))
        return replace(self, query=(*others, *paging))


class Untriable(Exception):
    """The operation cannot be called; the message says why."""


def calls(spec: Json, operation: Operation) -> list[Call]:
    """What to send: one request, or for a paginated list two small pages and one without a limit.

    Raises:
        Untriable: Something is required that the document gives no value for.
    """
    first = _first_call(spec, operation)
    if not is_paginated(operation):
        return [first]
    return [first, first.at(SMALL_PAGE, SMALL_PAGE), first.at(None, None)]


def is_paginated(operation: Operation) -> bool:
    """Whether limit and offset can be chosen."""
    return {LIMIT, OFFSET} <= {each["name"] for each in operation.parameters if each["in"] == "query"}


def unsent(operation: Operation) -> list[str]:
    """The optional query parameters that are not tried."""
    names = [each["name"] for each in operation.parameters if each["in"] == "query" and not each.get("required")]
    return [name for name in names if name not in (LIMIT, OFFSET)]


def _first_call(spec: Json, operation: Operation) -> Call:
    body = operation.request_body
    if body is not None and body.get("required"):
        raise Untriable("needs a request body")
    path, query, headers = operation.path, [], []
    examples = False
    for parameter in operation.parameters:
        name, place = parameter["name"], parameter["in"]
        if place == "path":
            value = quote(_text(parameter, _required(spec, parameter)), safe="")
            # These lead to another resource.
            if value in ("", ".", ".."):
                raise Untriable(f"needs the path parameter {name}, and the document's value for it cannot be sent")
            path, examples = path.replace(f"{{{name}}}", value), True
        elif place == "query" and name == LIMIT:
            query.append((name, str(SMALL_PAGE)))
        elif not parameter.get("required") or (place == "header" and name.lower() in _OWN_HEADERS):
            continue
        elif place == "query":
            query.extend(_query(parameter, _required(spec, parameter)))
        elif place == "header":
            headers.append((name, _text(parameter, _required(spec, parameter))))
        else:
            raise Untriable(f"needs the {place} parameter {name}")
    if "{" in path:
        raise Untriable(f"the document does not describe the parameter in {path}")
    return Call(operation.method, path, tuple(query), tuple(headers), examples)


def _required(spec: Json, parameter: Json) -> Any:
    found = next(_values(spec, parameter), _NONE)
    if found is _NONE:
        name, place = parameter["name"], parameter["in"]
        raise Untriable(f"needs the {place} parameter {name}, and the document has no example of it")
    return found


def _values(spec: Json, parameter: Json) -> Iterator[Any]:
    schema = resolve(spec, parameter.get("schema") or {})
    if "content" in parameter:
        raise Untriable(f"needs the {parameter['in']} parameter {parameter['name']}, which is written as a document")
    for holder in (parameter, schema):
        if "example" in holder:
            yield holder["example"]
    named = parameter.get("examples")
    for example in named.values() if isinstance(named, dict) else ():
        resolved = resolve(spec, example)
        if "value" in resolved:
            yield resolved["value"]
    # Schemas of OpenAPI 3.1 hold a list of them.
    if isinstance(schema.get("examples"), list):
        yield from schema["examples"]
    for key in ("default", "const"):
        if key in schema:
            yield schema[key]
    yield from (value for value in schema.get("enum") or () if value is not None)
    items = resolve(spec, schema.get("items") or {})
    yield from ([value] for value in items.get("enum") or () if value is not None)


def _query(parameter: Json, value: Any) -> list[tuple[str, str]]:
    name, style = parameter["name"], parameter.get("style", "form")
    explode = parameter.get("explode", style == "form")
    if isinstance(value, dict):
        if style != "deepObject":
            raise Untriable(f"needs the query parameter {name}, an object that is not in brackets")
        return [(f"{name}[{key}]", _text(parameter, each)) for key, each in value.items()]
    if isinstance(value, list) and explode:
        return [(name, _text(parameter, each)) for each in value]
    if isinstance(value, list):
        separator = {"spaceDelimited": " ", "pipeDelimited": "|"}.get(style, ",")
        return [(name, separator.join(_text(parameter, each) for each in value))]
    return [(name, _text(parameter, value))]


def _text(parameter: Json, value: Any) -> str:
    if isinstance(value, list) and parameter["in"] != "query":
        return ",".join(_text(parameter, each) for each in value)
    if isinstance(value, dict | list) or value is None:
        raise Untriable(f"needs the {parameter['in']} parameter {parameter['name']}, whose example is no plain value")
    return json.dumps(value) if isinstance(value, bool) else str(value)
