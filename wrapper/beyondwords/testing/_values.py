"""Values made from a schema, and items counted up from examples. Pure and deterministic."""

from __future__ import annotations

import copy
import re
import uuid
from collections.abc import Mapping, Sequence
from typing import Any

from ._document import Json, resolve

# The fields that tell one item of a list from the next.
NUMBERED = ("id", "uuid", "name", "title", "slug", "source_id")

_TEXT_OF_FORMAT = {
    "date-time": "2023-01-01T00:00:00Z",
    "date": "2023-01-01",
    "uuid": "00000000-0000-4000-8000-000000000000",
    "uri": "https://example.com/",
    "email": "someone@example.com",
}
_DEEPEST = 20


def sample(document: Json, schema: Any, depth: int = 0) -> Any:
    """A small value the schema allows: required properties only, empty lists, its own examples first."""
    schema = resolve(document, schema)
    for key in ("example", "default"):
        if key in schema:
            return copy.deepcopy(schema[key])
    if schema.get("enum"):
        return next((value for value in schema["enum"] if value is not None), None)
    if depth > _DEEPEST:
        return None
    if "allOf" in schema:
        return _merged([sample(document, part, depth + 1) for part in [*schema["allOf"], _without(schema, "allOf")]])
    for key in ("oneOf", "anyOf"):
        if schema.get(key):
            return sample(document, schema[key][0], depth + 1)
    return _plain(document, schema, depth)


def _without(schema: Json, key: str) -> Json:
    return {name: value for name, value in schema.items() if name != key}


def _merged(parts: Sequence[Any]) -> Any:
    objects = [part for part in parts if isinstance(part, dict)]
    if objects:
        return {key: value for part in objects for key, value in part.items()}
    return next((part for part in parts if part is not None), None)


def _plain(document: Json, schema: Json, depth: int) -> Any:
    kind = schema.get("type")
    if kind == "object" or "properties" in schema:
        properties = schema.get("properties", {})
        return {name: sample(document, properties.get(name, {}), depth + 1) for name in schema.get("required", ())}
    if kind == "array":
        return [sample(document, schema.get("items", {}), depth + 1) for _ in range(schema.get("minItems", 0))]
    if kind in ("integer", "number"):
        lowest: float = schema.get("minimum", 0)
        return lowest + 1 if schema.get("exclusiveMinimum") else lowest
    if kind == "boolean":
        return False
    if kind == "string":
        return _TEXT_OF_FORMAT.get(schema.get("format", ""), "text").ljust(schema.get("minLength", 0), "x")
    return None


def template(document: Json, schema: Any) -> Any:
    """A list item made from its schema alone, with the fields that tell items apart."""
    item = sample(document, schema)
    properties = resolve(document, schema).get("properties", {})
    if isinstance(item, dict):
        named = {name: sample(document, properties[name]) for name in NUMBERED if name in properties}
        return named | item
    return item


def seeded(examples: Sequence[Any], count: int, properties: Mapping[str, Any]) -> list[Any]:
    """The examples as they are, then more of them with ids and names counted up, `count` in all."""
    kept = [copy.deepcopy(example) for example in examples[:count]]
    highest = max((_number(example) for example in examples), default=0)
    more = range(len(kept), count) if examples else range(0)
    return kept + [
        _counted(examples[i % len(examples)], i + 1, highest + i + 1 - len(examples), properties) for i in more
    ]


def _number(item: Any) -> int:
    value = item.get("id") if isinstance(item, dict) else None
    return value if isinstance(value, int) else 0


def _counted(example: Any, number: int, numeric_id: int, properties: Mapping[str, Any]) -> Any:
    item = copy.deepcopy(example)
    if isinstance(item, dict):
        for name in NUMBERED:
            if name in item and "enum" not in properties.get(name, {}):
                item[name] = _renumbered(item[name], number, numeric_id)
    return item


def _renumbered(value: Any, number: int, numeric_id: int) -> Any:
    if isinstance(value, int) and not isinstance(value, bool):
        return numeric_id
    if not isinstance(value, str):
        return value
    if re.fullmatch(r"[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}", value):
        return str(uuid.UUID(int=uuid.UUID(value).int ^ number))
    counted = re.sub(r"\d+$", "", value)
    return f"{counted}{number}" if counted != value or value.endswith(("-", "_", " ")) else f"{value} {number}"
