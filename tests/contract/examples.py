"""The examples in the spec under test, each with the schema that it is an example of."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from tests.contract.subject import SPEC
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


# Below these stand names of the document's own, which may be words of OpenAPI too.
_NAMES = ("properties", "schemas", "responses", "parameters", "headers", "paths", "content")


def everywhere(node: Any = SPEC, where: str = "#", are_names: bool = False) -> Iterator[Example]:
    """Every example of the spec, and every default, those in schemas too."""
    if isinstance(node, list):
        for number, item in enumerate(node):
            yield from everywhere(item, f"{where}/{number}")
    elif isinstance(node, dict):
        if not are_names:
            yield from of(node, where) if "schema" in node else _of_schema(node, where)
        for key, value in node.items():
            if are_names or key not in ("example", "examples", "default", "enum", "const"):
                yield from everywhere(value, f"{where}/{key}", key in _NAMES and not are_names)


def _of_schema(schema: Json, where: str) -> Iterator[Example]:
    for key in ("example", "default"):
        if key in schema:
            yield Example(f"{where}/{key}", schema, schema[key])
    if isinstance(schema.get("examples"), list):
        for number, value in enumerate(schema["examples"]):
            yield Example(f"{where}/examples/{number}", schema, value)
