"""Schemas whose generated classes would lack something, or break on it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any
from unicodedata import category

from tools.generate.alternatives import leaves, marks_of, objects_of
from tools.generate.refusal import Unsupported, unsupported_at
from tools.spec import Json, Keys, operations, resolve
from tools.spec.directions import collect, received
from tools.spec.pointers import describe, schemas
from tools.spec.schemas import items, says_only_required, types

Readings = dict[frozenset[int], tuple[dict[int, Json], str]]
"""For each set of alternatives what tells them apart, and the place that says so."""
JSON = "application/json"
_DROPPED_CATEGORIES = frozenset({"Cc", "Cf", "Cn", "Co", "Cs", "Zl", "Zp"})


def find(spec: Json, media_types: Mapping[str, str]) -> Iterator[Unsupported]:
    """What is unsupported of every schema, wherever it is written."""
    decoded, in_json = received(spec), _in_json(spec, media_types)
    readings: Readings = {}
    for keys, schema in schemas(spec):
        choice = _choice(schema)
        if choice and id(schema) in decoded:
            yield from _of_alternatives(spec, schema, (*keys, choice), readings)
        if choice and (own := next((key for key in ("properties", "allOf") if schema.get(key)), None)):
            problem = f"stands beside {own}, and the generator sees only one of the two"
            yield unsupported_at(spec, (*keys, choice), problem)
        parts = schema.get("allOf") or ()
        for number, part in enumerate(parts):
            if len(parts) > 1 and _choice(resolve(spec, part)):
                problem = "is a choice inside allOf, which the generator leaves out"
                yield unsupported_at(spec, (*keys, "allOf", number), problem)
        for name in filter(_has_dropped_signs, schema.get("properties") or ()):
            problem = f"has the name {name!r}, of which the generator drops the signs that cannot be printed"
            yield unsupported_at(spec, (*keys, "properties", name), problem)
        if schema.get("format") == "binary" and id(schema) in in_json:
            problem = "is of format binary inside JSON, where the generated code expects a file"
            yield unsupported_at(spec, keys, problem, (*keys, "format"))


def essence(media_type: str, media_types: Mapping[str, str]) -> str:
    """How the generator reads it: `application/json` also where the name only ends so."""
    name = media_types.get(media_type, media_type).partition(";")[0].strip()
    return JSON if name.endswith("+json") else name


def _in_json(spec: Json, media_types: Mapping[str, str]) -> dict[int, Json]:
    """Every schema that is sent or received as JSON, by its `id`."""
    found: dict[int, Json] = {}
    for operation in operations(spec):
        for node in (operation.request_body or {}, *operation.responses.values()):
            for name, media in (node.get("content") or {}).items():
                if essence(name, media_types) == JSON:
                    collect(spec, (media or {}).get("schema"), found)
    return found


def _has_dropped_signs(text: str) -> bool:
    """Whether the generator leaves out some of the text's signs, wherever it writes the text into code."""
    return any(sign not in "\b\t\f" and category(sign) in _DROPPED_CATEGORIES for sign in text)


# --- choices


def _choice(schema: Any) -> str | None:
    """The key of the alternatives, if there are some."""
    found = schema if isinstance(schema, dict) else {}
    return next((key for key in ("oneOf", "anyOf") if found.get(key) and not says_only_required(found[key])), None)


def _of_alternatives(spec: Json, schema: Json, keys: Keys, readings: Readings) -> Iterator[Unsupported]:
    """Those of which the generated code would take the first for every response, or take one by another's signs."""
    objects, marks = objects_of(spec, schema), marks_of(spec, schema)
    if sum("object" in items(spec, each) for each in leaves(spec, schema)) > 1:
        yield unsupported_at(spec, keys, "has lists that nothing tells apart: make it one list of alternatives")
    elif len(objects) > 1 and marks is None:
        problem = "has objects that nothing tells apart, not even properties of their own: add a discriminator"
        yield unsupported_at(spec, keys, problem)
    # The generated code knows alternatives by their classes, so the same ones are told apart in one way everywhere.
    own = {id(each): mark for each, mark in zip(objects, marks or (), strict=False)}
    reading, first = readings.setdefault(frozenset(own), (own, describe(spec, keys)))
    if reading != own:
        problem = f"tells the same objects apart in another way than {first}: give both the same discriminator"
        yield unsupported_at(spec, keys, problem)


# --- values


def say_odd_values(document: Json) -> None:
    """Values that the generator makes no enum or constant of are told in the description, and any may be given."""
    for _, schema in schemas(document):
        for key, values in (("enum", schema.get("enum")), ("const", [schema.get("const")])):
            if key in schema and not _is_made(schema, key, values or ()):
                told = json.dumps(schema.pop(key), ensure_ascii=False)
                schema["description"] = f"{schema.get('description') or ''} {key.capitalize()}: {told}.".strip()
        names = schema.get("x-enum-varnames")
        if names and not (isinstance(names, list) and len(set(map(str, names))) == len(names)):
            del schema["x-enum-varnames"]


def _is_made(schema: Json, key: str, values: Iterable[Any]) -> bool:
    found = {type(value) for value in values if value is not None}
    meant = {"string"} if found == {str} else {"integer", "number"}
    if len(found) != 1 or not found <= {str, int, *([float] if key == "const" else [])}:
        return False
    # The signs of a constant are escaped twice.
    signs = {'"', "\\"} if key == "const" else set()
    is_written = all(
        value is None or not (_has_dropped_signs(str(value)) or set(str(value)) & signs) for value in values
    )
    return is_written and ("type" not in schema or bool(meant & set(types(schema))))
