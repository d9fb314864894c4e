"""Where things stand in a document, and how to call such a place so that a person finds it."""

from __future__ import annotations

import copy
from collections.abc import Iterable, Iterator
from typing import Any

from tools.spec import METHODS, Json, Keys, SpecError, at, keys_of, operations, ref_name, resolve

_SECTIONS = {"schemas": "schema", "requestBodies": "body"}
# How the place of what stands below a key is called: by itself, and with the name that follows.
_ALONE = {"requestBody": " body", "schema": "", "items": "[]", "additionalProperties": ".*"} | (
    {"example": " example", "default": " default"}
)
_NAMED = {"responses": " response ", "headers": " header ", "content": " ", "properties": ".", "examples": " example "}
_ALTERNATIVES = ("allOf", "oneOf", "anyOf")
# Schemas that are rules for values; the generated code reads none of them.
_RULES = dict.fromkeys(("not", "if", "then", "else", "contains", "propertyNames", "unevaluatedItems"), "rule") | (
    dict.fromkeys(("prefixItems", "patternProperties", "$defs", "dependentSchemas"), "*rule")
)
_SCHEMA = {"properties": "*", "items": "", "additionalProperties": "", **dict.fromkeys(_ALTERNATIVES, "*")}
# The kind of what stands below the keys of each kind; a star for each name or number that comes between.
_INSIDE: dict[str, dict[str, str]] = {
    "document": {"components": "components", "paths": "*path", "webhooks": "*path"},
    "components": {"schemas": "*schema", "pathItems": "*path", "callbacks": "**path"}
    | dict.fromkeys(("parameters", "headers", "requestBodies", "responses"), "*part")
    | dict.fromkeys(("examples", "links", "securitySchemes"), "*part"),
    "path": {"parameters": "*part", **dict.fromkeys(METHODS, "operation")},
    "operation": {"parameters": "*part", "requestBody": "part", "responses": "*part", "callbacks": "**path"},
    "part": {"schema": "schema", **dict.fromkeys(("content", "headers", "encoding", "examples", "links"), "*part")},
    "schema": {key: f"{stars}schema" for key, stars in _SCHEMA.items()} | _RULES,
    "rule": {key: f"{stars}rule" for key, stars in _SCHEMA.items()} | _RULES,
}


def walk(node: Any, kind: str = "document", keys: Keys = ()) -> Iterator[tuple[Keys, str, Any]]:
    """Everything in a document with its place and its kind, outer things first; data, as an example is, not.

    The document may be of any form yet.
    """
    if kind.startswith("*"):
        entries = node.items() if isinstance(node, dict) else enumerate(node if isinstance(node, list) else ())
        for key, each in entries:
            yield from walk(each, kind[1:], (*keys, key))
        return
    yield keys, kind, node
    for key, inner in _INSIDE.get(kind, {}).items() if isinstance(node, dict) else ():
        if key in node:
            yield from walk(node[key], inner, (*keys, key))


def describe(spec: Json, keys: Keys) -> str:
    """`GET /tracks response 200 application/json[].media`, or `schema track.media`."""
    if keys[0] == "components":
        section = str(keys[1])
        text, rest = f"{_SECTIONS.get(section, section.removesuffix('s'))} {keys[2]}", list(keys[3:])
    elif len(keys) > 2 and keys[2] in METHODS:
        text, rest = f"{str(keys[2]).upper()} {keys[1]}", list(keys[3:])
    else:
        text, rest = str(keys[1]), list(keys[2:])
    while rest:
        key = str(rest.pop(0))
        if key in _ALONE:
            text += _ALONE[key]
            continue
        name = rest.pop(0) if rest else ""
        if key == "parameters":
            parameter = resolve(spec, at(spec, keys[: len(keys) - len(rest)]))
            text += f" {parameter['in']} parameter {parameter['name']}"
        elif key in _ALTERNATIVES and isinstance(name, int):
            text += f" ({key} {name + 1})"
        else:
            text += f"{_NAMED[key]}{name}" if key in _NAMED else f" {key}"
    return text


def without(spec: Json, cuts: list[Keys]) -> Json:
    """A copy of the document without what stands at those places; a property goes from `required` too."""
    document: Json = copy.deepcopy(spec)
    # From the back, so that the numbers of what comes before stay right.
    for keys in sorted(set(cuts), key=lambda keys: [(isinstance(key, int), key) for key in keys], reverse=True):
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


def schemas(spec: Json) -> Iterator[tuple[Keys, Json]]:
    """Every schema where it is written, those inside others too; a reference is none."""
    for keys, kind, node in walk(spec):
        if kind == "schema" and isinstance(node, dict) and "$ref" not in node:
            yield keys, node


def references(document: Json) -> Iterator[tuple[Keys, str]]:
    """Every `$ref` with its place."""
    for keys, _, node in walk(document):
        if isinstance(node, dict) and isinstance(node.get("$ref"), str):
            yield keys, node["$ref"]


def check_references(document: Json, *, made_direct: bool = True) -> None:
    """Every reference leads to something, and the generator finds it once all is `made_direct`.

    Raises:
        SpecError: One does not; the message begins with its place.
    """
    for keys, ref in references(document):
        try:
            resolve(document, {"$ref": ref})
            name = (made_direct and ref_name({"$ref": ref})) or ""
            if "/" in name:
                raise SpecError(f"$ref {ref!r} leads into another schema: make a component schema of what it refers to")
            if "~" in name or "%" in name:
                raise SpecError(f"$ref {ref!r} names a schema with signs that the generator does not read: rename it")
        except SpecError as error:
            place = describe(document, keys) if len(keys) > 2 else "/".join(map(str, keys))
            raise SpecError(f"{place}: {error}") from None


def users(document: Json, parts: Iterable[Keys]) -> list[str]:
    """The operations (`GET /things`) in which one of the parts stands, directly or through references."""
    # What is one by itself here: a component, an operation, or what a path says for all of its operations.
    targets = [(keys[:3], keys_of(ref)[:3]) for keys, ref in references(document)]
    found: set[Keys] = set()
    more = {keys[:3] for keys in parts}
    while more:
        found |= more
        more = {keys for keys, target in targets if target in found} - found
    result = []
    for operation in operations(document):
        path = ("paths", operation.path)
        if found & {path, (*path, "parameters"), (*path, operation.method.lower())}:
            result.append(str(operation))
    return result
