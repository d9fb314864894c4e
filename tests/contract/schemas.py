"""Schemas of the spec under test: read with references followed and `allOf` merged, and as a judge of values."""

from __future__ import annotations

import json
from datetime import datetime
from functools import cache
from typing import Any

from openapi_schema_validator import OAS30Validator, OAS31Validator, oas30_format_checker, oas31_format_checker

from tests.contract.subject import IS_3_0, SPEC
from tools.generate.normalize import is_written
from tools.spec import Json, resolve
from tools.spec.references import absolute, registry_of


def plain(schema: Any) -> Json:
    """The schema with references followed and `allOf` merged, one level deep."""
    node = resolve(SPEC, schema)
    if not isinstance(node, dict):
        return {}
    merged: Json = {key: value for key, value in node.items() if key != "allOf"}
    for part in node.get("allOf", ()):
        inner = plain(part)
        merged = {
            **inner,
            **merged,
            "properties": _united(inner.get("properties", {}), merged.get("properties", {})),
            "required": list(dict.fromkeys([*inner.get("required", ()), *merged.get("required", ())])),
        }
    return merged


def _united(one: Json, two: Json) -> Json:
    """The properties of both; one that both have is what both say of it."""
    both = {name: {"allOf": [two[name], one[name]]} for name in one if name in two and one[name] != two[name]}
    return {**one, **two, **both}


def branches(node: Json) -> list[Any]:
    """The alternatives of a `oneOf` or `anyOf`, the one for null left out."""
    found = [*node.get("oneOf", ()), *node.get("anyOf", ())]
    return [branch for branch in found if plain(branch).get("type") != "null"]


def kinds(node: Json) -> list[str]:
    """The JSON types a plain schema allows, without null; `any` where it does not say."""
    declared = node.get("type")
    if declared is not None:
        listed = declared if isinstance(declared, list) else [declared]
        return [kind for kind in listed if kind != "null"]
    if node.get("properties") or isinstance(node.get("additionalProperties"), dict):
        return ["object"]
    return ["array"] if "items" in node else ["any"]


def is_model(schema: Any) -> bool:
    """Whether a class is generated for the schema."""
    node = plain(schema)
    return kinds(node) == ["object"] and not branches(node)


def extra_schema(node: Json) -> Any:
    """The schema of undeclared properties: True for anything, False for none allowed."""
    return node.get("additionalProperties", True)


def item_schema(node: Json, number: int) -> Any:
    """The schema of the item at that place in a list."""
    first = node.get("prefixItems", ())
    return first[number] if number < len(first) else node.get("items", {})


def errors(schema: Any, value: Any) -> list[str]:
    """What the schema has against the value, said by an independent validator."""
    validator = _validator(json.dumps(schema, sort_keys=True))
    return [f"{error.json_path}: {error.message}" for error in validator.iter_errors(value)]


def accepts(schema: Any, value: Any) -> bool:
    return not errors(schema, value)


@cache
def _validator(schema_text: str) -> Any:
    schema = absolute(json.loads(schema_text))
    if IS_3_0:
        return OAS30Validator(schema, registry=_registry(), format_checker=oas30_format_checker)
    return OAS31Validator(schema, registry=_registry(), format_checker=oas31_format_checker)


@cache
def _registry() -> Any:
    return registry_of(SPEC)


def as_sent(schema: Any, value: Any) -> Any:
    """The JSON value as it is sent outside of JSON: a time as Python writes it."""
    node = plain(schema)
    if isinstance(value, list):
        return [as_sent(node.get("items", {}), item) for item in value]
    times = [each for each in (node, *branches(node)) if plain(each).get("format") == "date-time"]
    is_time = isinstance(value, str) and any(accepts(each, value) for each in times)
    return datetime.fromisoformat(value).isoformat() if is_time else value


def sent_default(schema: Any) -> Any:
    """The default that the generated code itself gives, in Python's way to write a time or a number.

    None where it leaves that to the API (tools/generate/normalize.py).
    """
    node = plain(schema)
    # That of an enum that is a component is not the property's.
    is_other = "enum" in node and "$ref" in schema
    if "default" not in node or is_other or not is_written(SPEC, node):
        return None
    default = as_sent(schema, node["default"])
    is_float = kinds(node) == ["number"] and isinstance(default, int) and "enum" not in node
    return float(default) if is_float else default
