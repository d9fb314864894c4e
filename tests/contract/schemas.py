"""Schemas of the spec under test: read with references followed and `allOf` merged, and as a judge of values."""

from __future__ import annotations

import json
from functools import cache
from typing import Any

from openapi_schema_validator import OAS30Validator, OAS31Validator, oas30_format_checker, oas31_format_checker
from referencing import Registry
from referencing.jsonschema import DRAFT202012

from tests.contract.subject import IS_3_0, SPEC
from tools.mending import is_written
from tools.spec import Json, resolve

_ROOT = "urn:spec"


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
            "properties": {**inner.get("properties", {}), **merged.get("properties", {})},
            "required": [*inner.get("required", ()), *merged.get("required", ())],
        }
    return merged


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


def errors(schema: Any, value: Any) -> list[str]:
    """What the schema has against the value, said by an independent validator."""
    validator = _validator(json.dumps(schema, sort_keys=True))
    return [f"{error.json_path}: {error.message}" for error in validator.iter_errors(value)]


def accepts(schema: Any, value: Any) -> bool:
    return not errors(schema, value)


@cache
def _validator(schema_text: str) -> Any:
    schema = _absolute(json.loads(schema_text))
    if IS_3_0:
        return OAS30Validator(schema, registry=_registry(), format_checker=oas30_format_checker)
    return OAS31Validator(schema, registry=_registry(), format_checker=oas31_format_checker)


@cache
def _registry() -> Registry[Any]:
    empty: Registry[Any] = Registry()
    found: Registry[Any] = empty.with_resource(_ROOT, DRAFT202012.create_resource(_absolute(SPEC)))
    return found


def sent_default(schema: Any) -> Any:
    """The default that the generated code itself gives; None where it leaves that to the API (tools/mending.py)."""
    node = plain(schema)
    return node.get("default") if "default" in node and is_written(SPEC, node) else None


def _absolute(node: Any) -> Any:
    """References that lead into the spec from anywhere."""
    if isinstance(node, list):
        return [_absolute(item) for item in node]
    if isinstance(node, dict):
        return {
            key: _ROOT + value if key == "$ref" and isinstance(value, str) else _absolute(value)
            for key, value in node.items()
        }
    return node
