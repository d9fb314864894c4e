"""What kinds of values a schema allows, as finely as generated code tells them apart."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from tools.spec import Json, Keys, follow, resolve

_FORMATS = ("date", "date-time", "uuid", "binary")
# What says nothing of the values.
REMARKS = frozenset(
    {"description", "title", "example", "examples", "deprecated", "externalDocs", "nullable", "default", "x-place"}
)
# Rules for values, which the generated code leaves to the API.
RULES = frozenset(
    {
        *("minLength", "maxLength", "pattern", "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum"),
        *("multipleOf", "minItems", "maxItems", "uniqueItems", "minProperties", "maxProperties"),
    }
)

Kinds = frozenset[str]


def types(schema: Json) -> list[str]:
    """The declared types without null; an object where properties imply one, a scalar where an enum does."""
    declared = schema.get("type")
    if isinstance(declared, list):
        return [kind for kind in declared if kind != "null"]
    if isinstance(declared, str):
        return [declared] if declared != "null" else []
    if schema.get("properties"):
        return ["object"]
    return ["string"] if schema.get("enum") or "const" in schema else []


def is_nullable(schema: Json) -> bool:
    """Whether the schema itself allows null, in the way of OpenAPI 3.0 or 3.1."""
    declared = schema.get("type")
    return (
        schema.get("nullable") is True
        or (isinstance(declared, list) and "null" in declared)
        or None in (schema.get("enum") or ())
        or any(is_null(branch) for branch in [*schema.get("anyOf", ()), *schema.get("oneOf", ())])
    )


def is_null(schema: Any) -> bool:
    """Whether the schema allows null and nothing else."""
    if not isinstance(schema, dict):
        return False
    return schema.get("type") in ("null", ["null"]) or schema.get("enum") == [None]


def kinds(spec: Json, schema: Any, seen: tuple[int, ...] = ()) -> Kinds:
    """JSON's types; of texts also `date`, `date-time`, `uuid`, `binary`; `enum`, `number enum`, `const`; `any`."""
    schema = resolve(spec, schema)
    if not isinstance(schema, dict) or id(schema) in seen:
        return frozenset({"any"})
    seen = (*seen, id(schema))
    null = {"null"} if is_nullable(schema) or is_null(schema) else set()
    branches = [branch for branch in alternatives(schema) if not is_null(branch)]
    if branches:
        return frozenset(null).union(*(kinds(spec, branch, seen) for branch in branches))
    parts = [kinds(spec, part, seen) for part in schema.get("allOf") or ()]
    own = {_leaf(schema, kind) for kind in types(schema)}
    found = frozenset(own).union(*parts) - {"any"}
    return found | null or frozenset({"any"})


def choices(schema: Json) -> dict[str, list[Any]]:
    """`anyOf` and `oneOf`, where they are more than a rule for senders."""
    return {key: schema[key] for key in ("anyOf", "oneOf") if schema.get(key) and not says_only_required(schema[key])}


def alternatives(schema: Json) -> list[Any]:
    """Those of its choices."""
    return [each for choice in choices(schema).values() for each in choice]


def says_only_required(choice: Any) -> bool:
    """`anyOf: [{required: [a]}, {required: [b]}]` is a rule for senders; it has no form of its own."""
    return bool(choice) and all(isinstance(branch, dict) and branch.keys() == {"required"} for branch in choice)


def _leaf(schema: Json, kind: str) -> str:
    if kind in ("boolean", "array", "object"):
        return kind
    if "const" in schema:
        return "const"
    if schema.get("enum"):
        return "enum" if all(isinstance(value, str | None) for value in schema["enum"]) else "number enum"
    return str(schema["format"]) if kind == "string" and schema.get("format") in _FORMATS else kind


def items(spec: Json, schema: Any, seen: tuple[int, ...] = ()) -> Kinds:
    """The kinds of what the lists in a schema hold; the empty set where there is no list."""
    schema = resolve(spec, schema)
    if not isinstance(schema, dict) or id(schema) in seen:
        return frozenset()
    parts = [part for key in ("anyOf", "oneOf", "allOf") for part in schema.get(key) or ()]
    own = kinds(spec, schema.get("items")) if "array" in types(schema) else frozenset()
    return own.union(*(items(spec, part, (*seen, id(schema))) for part in parts))


def made_of(spec: Json, schema: Any, keys: Keys = (), seen: tuple[int, ...] = ()) -> Iterator[tuple[Json, Keys]]:
    """The schema and what its `allOf` is made of, at any depth and these first, each with its place."""
    node, keys = follow(spec, schema, keys)
    if isinstance(node, dict) and id(node) not in seen:
        for number, part in enumerate(node.get("allOf") or ()):
            yield from made_of(spec, part, (*keys, "allOf", number), (*seen, id(node)))
        yield node, keys


def properties(spec: Json, schema: Any, keys: Keys) -> dict[str, tuple[Any, Keys]]:
    """The properties of an object, those from `allOf` too, each with its schema and place."""
    return {
        name: (value, (*place, "properties", name))
        for node, place in made_of(spec, schema, keys)
        for name, value in (node.get("properties") or {}).items()
    }
