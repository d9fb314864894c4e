"""The examples in the spec under test, each with the schema that it is an example of."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from tests.contract.subject import COMPONENT_SCHEMAS, SPEC
from tools.spec import Json, resolve


@dataclass(frozen=True)
class Example:
    """One example and where it stands."""

    where: str
    schema: Any
    value: Any


def of(node: Json, where: str = "") -> Iterator[Example]:
    """The examples of a media type, parameter or header."""
    schema = node.get("schema", {})
    if "example" in node:
        yield Example(f"{where}/example", schema, node["example"])
    for name, reference in (node.get("examples") or {}).items():
        example = resolve(SPEC, reference)
        if "value" in example:
            yield Example(f"{where}/examples/{name}", schema, example["value"])


def everywhere() -> Iterator[Example]:
    """Every example of the spec, those in schemas too."""
    for name, schema in COMPONENT_SCHEMAS.items():
        yield from _in_schema(schema, f"#/components/schemas/{name}")
    yield from _in_node({key: value for key, value in SPEC.items() if key != "components"}, "#")
    for section, entries in (SPEC.get("components") or {}).items():
        if section not in ("schemas", "examples"):
            yield from _in_node(entries, f"#/components/{section}")


def _in_node(node: Any, where: str) -> Iterator[Example]:
    if isinstance(node, list):
        for number, item in enumerate(node):
            yield from _in_node(item, f"{where}/{number}")
    elif isinstance(node, dict):
        if "schema" in node:
            yield from of(node, where)
            yield from _in_schema(node["schema"], f"{where}/schema")
        for key, value in node.items():
            if key not in ("schema", "example", "examples"):
                yield from _in_node(value, f"{where}/{key}")


def _in_schema(schema: Any, where: str) -> Iterator[Example]:
    if not isinstance(schema, dict) or "$ref" in schema:
        return
    for key in ("example", "default"):
        if key in schema:
            yield Example(f"{where}/{key}", schema, schema[key])
    for number, value in enumerate(schema.get("examples", ())):
        yield Example(f"{where}/examples/{number}", schema, value)
    for name, inner in (schema.get("properties") or {}).items():
        yield from _in_schema(inner, f"{where}/properties/{name}")
    for key in ("items", "additionalProperties"):
        yield from _in_schema(schema.get(key), f"{where}/{key}")
    for key in ("allOf", "oneOf", "anyOf"):
        for number, part in enumerate(schema.get(key, ())):
            yield from _in_schema(part, f"{where}/{key}/{number}")
