"""Schemas of the spec under test: read with references followed and `allOf` merged, and as a judge of values."""

from __future__ import annotations

import json
from functools import cache
from typing import Any

from openapi_schema_validator import OAS30Validator, OAS31Validator

from tests.contract.subject import IS_3_0, SPEC
from tools.generate.normalize import is_written
from tools.spec import Json, resolve
from tools.spec.references import absolute, registry_of
from tools.spec.schemas import is_null, types

_VALIDATOR: Any = OAS30Validator if IS_3_0 else OAS31Validator
_REGISTRY = registry_of(SPEC)


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
    return [branch for key in ("oneOf", "anyOf") for branch in node.get(key, ()) if not is_null(branch)]


def kinds(node: Json) -> list[str]:
    """The JSON types a plain schema allows, without null; `any` where it does not say."""
    return types(node) or ([] if is_null(node) else ["any"])


def is_model(schema: Any) -> bool:
    """Whether a class is generated for the schema."""
    node = plain(schema)
    return kinds(node) == ["object"] and not branches(node)


def errors(schema: Any, value: Any) -> list[str]:
    """What the schema has against the value, said by an independent validator."""
    validator = _validator(json.dumps(schema, sort_keys=True))
    return [f"{error.json_path}: {error.message}" for error in validator.iter_errors(value)]


def accepts(schema: Any, value: Any) -> bool:
    return not errors(schema, value)


@cache
def _validator(schema_text: str) -> Any:
    schema = absolute(json.loads(schema_text))
    return _VALIDATOR(schema, registry=_REGISTRY, format_checker=_VALIDATOR.FORMAT_CHECKER)


def sent_default(schema: Any) -> Any:
    """The default that the generated code itself gives; None where it leaves that to the API."""
    node = plain(schema)
    # That of an enum that is a component is not the property's.
    is_other = "enum" in node and "$ref" in schema
    return node["default"] if "default" in node and not is_other and is_written(SPEC, node) else None
