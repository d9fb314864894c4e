"""The examples of a document, each with the schema that it is an example of."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from tools.spec import Json, Keys, follow
from tools.spec.pointers import walk


@dataclass(frozen=True)
class Example:
    """One example, or a default, and where it stands."""

    keys: Keys
    schema: Any
    value: Any
    source: Keys | None = None
    """The component it is written in, where it is used by reference."""


def everywhere(spec: Json) -> Iterator[Example]:
    """Every example of parameters, headers, media types and schemas."""
    # Those of schemas last: what uses a schema tells more of where the example is read.
    for keys, kind, node in sorted(walk(spec), key=lambda each: each[1] == "schema"):
        if kind == "part" and isinstance(node.get("schema"), dict):
            yield from of(spec, node, keys)
        elif kind == "schema" and isinstance(node, dict) and "$ref" not in node:
            yield from (Example((*keys, key), node, node[key]) for key in ("example", "default") if key in node)
            found = node.get("examples")
            for number, value in enumerate(found if isinstance(found, list) else ()):
                yield Example((*keys, "examples", number), node, value)


def of(spec: Json, node: Json, keys: Keys = ()) -> Iterator[Example]:
    """The examples of one parameter, header or media type."""
    schema = node.get("schema", {})
    if "example" in node:
        yield Example((*keys, "example"), schema, node["example"])
    for name, reference in (node.get("examples") or {}).items():
        place = (*keys, "examples", name)
        example, source = follow(spec, reference, place)
        if isinstance(example, dict) and "value" in example:
            yield Example(place, schema, example["value"], source if source != place else None)
