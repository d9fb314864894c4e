"""Where things stand in a document, and how to call such a place so that a person finds it."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from typing import Any

from tools.spec import METHODS, Json, SpecError, keys_of, ref_name, resolve

Keys = tuple[str | int, ...]
"""The way from the top of the document."""

_SECTIONS = {
    "schemas": "schema",
    "parameters": "parameter",
    "requestBodies": "body",
    "responses": "response",
    "headers": "header",
    "examples": "example",
}
_ALTERNATIVES = ("allOf", "oneOf", "anyOf")
# Below these keys stands data, in which a `$ref` is not a reference ...
_DATA = frozenset({"example", "value", "default", "enum", "const"})
# ... but below these stand names, and `default` may well be the name of a response.
_NAMES = frozenset(
    {"callbacks", "examples", "headers", "links", "parameters", "pathItems", "patternProperties", "properties"}
    | {"requestBodies", "responses", "schemas", "$defs", "dependentSchemas"}
)


def describe(spec: Json, keys: Keys) -> str:
    """`GET /tracks response 200 application/json[].media`, or `schema track.media`."""
    if keys[0] == "components":
        head, rest = [f"{_SECTIONS.get(str(keys[1]), keys[1])} {keys[2]}"], 3
    elif len(keys) > 2 and keys[2] in METHODS:
        head, rest = [f"{str(keys[2]).upper()} {keys[1]}"], 3
    else:
        head, rest = [str(keys[1])], 2
    tail = ""
    while rest < len(keys):
        key, following = keys[rest], keys[rest + 1] if rest + 1 < len(keys) else ""
        steps = 1 if key in ("schema", "requestBody", "items", "additionalProperties", "example", "default") else 2
        if key == "parameters":
            parameter = resolve(spec, at(spec, keys[: rest + 2]))
            head.append(f"{parameter['in']} parameter {parameter['name']}")
        elif key in ("responses", "headers"):
            head.append(f"{_SECTIONS[str(key)]} {following}")
        elif key == "requestBody":
            head.append("body")
        elif key == "content":
            head.append(str(following))
        else:
            tail += _inside(str(key), following)
        rest += steps
    return " ".join(head) + tail


def _inside(key: str, following: str | int) -> str:
    if key == "properties":
        return f".{following}"
    if key in _ALTERNATIVES and isinstance(following, int):
        return f" ({key} {following + 1})"
    return {
        "items": "[]",
        "additionalProperties": ".*",
        "example": " example",
        "default": " default",
        "examples": f" example {following}",
        "schema": "",
    }.get(key, f" {key}")


def at(spec: Json, keys: Keys) -> Any:
    """What stands there."""
    node: Any = spec
    for key in keys:
        node = node[key]
    return node


def follow(spec: Json, node: Any, keys: Keys) -> tuple[Any, Keys]:
    """The node with references followed, and where it stands in the end."""
    while isinstance(node, dict) and "$ref" in node:
        keys = keys_of(node["$ref"])
        node = at(spec, keys)
    return node, keys


def without(spec: Json, cuts: list[Keys]) -> Json:
    """A copy of the document without what stands at those places; a property goes from `required` too."""
    document: Json = copy.deepcopy(spec)
    # From the back, so that the numbers of what comes before stay right.
    for keys in sorted(set(cuts), key=lambda keys: [_order(key) for key in keys], reverse=True):
        try:
            holder = at(document, keys[:-1])
            del holder[keys[-1]]
        except (KeyError, IndexError):
            # It stood inside something else that went.
            continue
        if len(keys) > 1 and keys[-2] == "properties":
            owner = at(document, keys[:-2])
            no_longer_required(owner, {keys[-1]})
    return document


def no_longer_required(schema: Json, names: set[Any]) -> None:
    """Take the names out of `required`, which in OpenAPI 3.0 must not be empty."""
    if names & set(schema.get("required") or ()):
        schema["required"] = [name for name in schema["required"] if name not in names]
        if not schema["required"]:
            del schema["required"]


def _order(key: str | int) -> tuple[int, str]:
    return (key, "") if isinstance(key, int) else (-1, key)


def schemas(spec: Json) -> Iterator[tuple[Keys, Json]]:
    """Every schema where it is written, those inside others too; a reference is none."""
    components = spec.get("components") or {}
    for name, schema in (components.get("schemas") or {}).items():
        yield from below(schema, ("components", "schemas", name))
    for keys, node in holders(spec):
        yield from below(node["schema"], (*keys, "schema"))


def holders(spec: Json) -> Iterator[tuple[Keys, Json]]:
    """Every parameter, media type and header that has a `schema`."""
    components = {name: entries for name, entries in (spec.get("components") or {}).items() if name != "schemas"}
    yield from _holders(spec.get("paths") or {}, ("paths",))
    for name, entries in components.items():
        for each, node in (entries or {}).items():
            yield from _holders(node, ("components", name, each))


def _holders(node: Any, keys: Keys) -> Iterator[tuple[Keys, Json]]:
    if isinstance(node, list):
        for number, item in enumerate(node):
            yield from _holders(item, (*keys, number))
    elif isinstance(node, dict):
        if isinstance(node.get("schema"), dict):
            yield keys, node
        for key, value in node.items():
            if key not in {"schema", "examples", *_DATA}:
                yield from _holders(value, (*keys, key))


def below(schema: Any, keys: Keys) -> Iterator[tuple[Keys, Json]]:
    """The schema and those written inside it."""
    if isinstance(schema, dict) and "$ref" not in schema:
        yield keys, schema
        for more, inner in children(schema):
            yield from below(inner, (*keys, *more))


def children(schema: Json) -> Iterator[tuple[Keys, Any]]:
    """What stands directly in a schema in the place of one."""
    for name, inner in (schema.get("properties") or {}).items():
        yield ("properties", name), inner
    for key in ("items", "additionalProperties"):
        yield (key,), schema.get(key)
    for key in _ALTERNATIVES:
        for number, part in enumerate(schema.get(key) or ()):
            yield (key, number), part


def check_references(spec: Json) -> None:
    """Every `$ref` leads to something in the document; raises SpecError with the place of one that does not."""
    for keys, ref in references(spec):
        try:
            resolve(spec, {"$ref": ref})
            _check_schema_reference(ref)
        except SpecError as error:
            raise SpecError(f"{describe(spec, keys) if len(keys) > 2 else '/'.join(map(str, keys))}: {error}") from None


def _check_schema_reference(ref: str) -> None:
    """The generator knows the schemas under `components` by their names, and nothing inside of them."""
    name = ref_name({"$ref": ref}) or ""
    if "/" in name:
        raise SpecError(f"$ref {ref!r} leads into another schema: make a component schema of what it refers to")
    if "~" in name or "%" in name:
        raise SpecError(f"$ref {ref!r} names a schema with signs that the generator does not read: rename it")


def references(node: Any, keys: Keys = (), names: bool = False) -> Iterator[tuple[Keys, str]]:
    """Every `$ref` with its place; `names` where the keys of the node are names that somebody gave."""
    if isinstance(node, list):
        for number, item in enumerate(node):
            yield from references(item, (*keys, number))
    elif isinstance(node, dict):
        if isinstance(node.get("$ref"), str) and not names:
            yield keys, node["$ref"]
        for key, value in node.items():
            # A schema of OpenAPI 3.1 has a list of examples.
            is_data = key in _DATA or (key == "examples" and isinstance(value, list))
            if names or not is_data:
                yield from references(value, (*keys, key), not names and key in _NAMES)
