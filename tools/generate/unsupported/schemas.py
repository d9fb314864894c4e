"""Schemas whose generated classes would lack something, or break on it."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any
from unicodedata import category

from openapi_python_client.strings import PythonIdentifier

from tools.generate.alternatives import leaves, marks_of, objects_of
from tools.generate.unsupported.finding import Unsupported
from tools.spec import Json, resolve
from tools.spec.directions import received
from tools.spec.pointers import Keys, describe, schemas
from tools.spec.schemas import items, kinds, properties, says_only_required, types

Found = Iterator[Unsupported]
Readings = dict[frozenset[int], tuple[dict[int, Json], str]]
"""For each set of alternatives what tells them apart, and the place that says so."""
DROPPED = "the generator drops the signs that cannot be printed"
_PREFIX = "field_"
# Attributes and methods of every generated class.
_TAKEN = frozenset({"to_dict", "from_dict", "to_multipart", "additional_properties", "additional_keys"})
_DROPPED_CATEGORIES = frozenset({"Cc", "Cf", "Cn", "Co", "Cs", "Zl", "Zp"})
_DECODED = frozenset({"object", "array", "enum", "number enum", "date", "date-time", "uuid", "binary", "null"})


def find(spec: Json) -> Iterator[Unsupported]:
    """What is unsupported of every schema, wherever it is written."""
    decoded = received(spec)
    readings: Readings = {}
    for keys, schema in schemas(spec):
        if id(schema) in decoded and _alternatives(schema):
            yield from _of_likes(spec, schema, keys)
            yield from _of_two_readings(spec, schema, keys, readings)
        yield from _of_names(spec, schema, keys)
        yield from _of_alternatives(spec, schema, keys)
        yield from _of_enum(spec, schema, keys)
        yield from _of_const(spec, schema, keys)
        if len(keys) == 3:
            yield from _of_endless_list(spec, schema, keys)


def has_dropped_signs(text: str) -> bool:
    """Whether the generator leaves out some of the text's signs, wherever it writes the text into code."""
    return any(sign not in "\b\t\f" and category(sign) in _DROPPED_CATEGORIES for sign in text)


def _of_names(spec: Json, schema: Json, keys: Keys) -> Iterator[Unsupported]:
    found = properties(spec, schema, keys)
    if not found or keys[-2:-1] == ("allOf",):
        return
    names = _attributes(list(found))
    lists = {name for name, (inner, _) in zip(names, found.values(), strict=True) if _has_variables(spec, inner)}
    seen: dict[str, str] = {}
    for name, property_name, (_, inner_keys) in zip(names, found, found.values(), strict=True):
        place = describe(spec, inner_keys)
        if has_dropped_signs(property_name):
            yield Unsupported(place, f"has the name {property_name!r}, of which {DROPPED}", (inner_keys,))
        elif name in _TAKEN:
            problem = f"becomes {name!r}, a name that every generated class needs itself"
            yield Unsupported(place, problem, (inner_keys,))
        elif name in seen:
            yield Unsupported(place, f"becomes {name!r}, like {seen[name]!r} of the same object", (inner_keys,))
        elif name.removesuffix("_data").removesuffix("_item") in lists - {name}:
            problem = "has the name of a variable in which the generated code keeps the items of the list beside it"
            yield Unsupported(place, problem, (inner_keys,))
        seen.setdefault(name, property_name)


def _attributes(names: list[str]) -> list[str]:
    """The names the generator gives: its usual ones, and where those meet, nearly as spelled."""
    usual = [PythonIdentifier(name, _PREFIX) for name in names]
    users = Counter(usual)
    return [
        PythonIdentifier(name, _PREFIX, True) if users[short] > 1 else short
        for name, short in zip(names, usual, strict=True)
    ]


def _has_variables(spec: Json, schema: object) -> bool:
    """Whether it is a list, written here, whose items the generated code goes through one by one."""
    if not isinstance(schema, dict) or "items" not in schema:
        return False
    return bool(kinds(spec, schema["items"]) & _DECODED)


def _of_alternatives(spec: Json, schema: Json, keys: Keys) -> Iterator[Unsupported]:
    own = [key for key in ("properties", "allOf") if schema.get(key)]
    for key in ("oneOf", "anyOf"):
        if schema.get(key) and own and not says_only_required(schema[key]):
            problem = f"stands beside {own[0]}, and the generator sees only one of the two"
            yield Unsupported(f"{describe(spec, keys)} {key}", problem, ((*keys, key),))
    for number, part in enumerate(schema.get("allOf") or ()):
        inner = resolve(spec, part)
        part_keys = (*keys, "allOf", number)
        if len(schema["allOf"]) > 1 and isinstance(inner, dict) and _alternatives(inner):
            problem = "is a choice inside allOf, which the generator leaves out"
            yield Unsupported(describe(spec, part_keys), problem, (part_keys,))


def _of_likes(spec: Json, schema: Json, keys: Keys) -> Iterator[Unsupported]:
    """Alternatives of which the generated code would take the first for every response."""
    objects = objects_of(spec, schema)
    lists = [each for each in leaves(spec, schema) if "object" in items(spec, each)]
    alike = "lists" if len(lists) > 1 else "objects"
    if len(lists) > 1 or (len(objects) > 1 and marks_of(spec, schema) is None):
        key = "oneOf" if schema.get("oneOf") else "anyOf"
        advice = "add a discriminator" if alike == "objects" else "make it one list of alternatives"
        problem = f"has {alike} that nothing tells apart, neither a discriminator nor properties of their own"
        yield Unsupported(f"{describe(spec, keys)} {key}", problem, ((*keys, key),), advice)


def _of_two_readings(spec: Json, schema: Json, keys: Keys, readings: Readings) -> Found:
    """The generated code knows alternatives by their classes, so the same ones are told apart in one way everywhere."""
    objects = [id(each) for each in objects_of(spec, schema)]
    own = dict(zip(objects, marks_of(spec, schema) or [], strict=False))
    if not own:
        return
    key = "oneOf" if schema.get("oneOf") else "anyOf"
    place = f"{describe(spec, keys)} {key}"
    reading, first = readings.setdefault(frozenset(objects), (own, place))
    if reading != own:
        problem = f"tells the same objects apart in another way than {first}"
        yield Unsupported(place, problem, ((*keys, key),), "give both the same discriminator")


def _alternatives(schema: Json) -> bool:
    return any(schema.get(key) and not says_only_required(schema[key]) for key in ("oneOf", "anyOf"))


def _of_enum(spec: Json, schema: Json, keys: Keys) -> Iterator[Unsupported]:
    values = schema.get("enum") or ()
    if problem := _enum_problem(schema, values):
        yield Unsupported(f"{describe(spec, keys)} enum", problem, ((*keys, "enum"),))
    names = schema.get("x-enum-varnames") or ()
    twice = next((name for name in names if list(names).count(name) > 1), None)
    if twice is not None:
        problem = f"names two values {twice!r}"
        place = (*keys, "x-enum-varnames")
        yield Unsupported(describe(spec, place), problem, (place,), "give each a name of its own")


def _enum_problem(schema: Json, values: Sequence[Any]) -> str | None:
    if schema.get("type") == "boolean" or not values:
        return None
    found = {type(value) for value in values if value is not None}
    if not found:
        return "holds null alone, which the generated code would send where nothing is given"
    if len(found) > 1 or not found <= {str, int}:
        return "is an enum of something else than only texts or only whole numbers, which the generator refuses"
    if "type" in schema and not set(types(schema)) & ({"string"} if str in found else {"integer", "number"}):
        return "has values of another type than its schema"
    wrong = next((value for value in values if isinstance(value, str) and has_dropped_signs(value)), None)
    return None if wrong is None else f"has the value {wrong!r}, of which {DROPPED}"


def _of_endless_list(spec: Json, schema: Json, keys: Keys) -> Iterator[Unsupported]:
    """Of a component, for only a reference leads back."""
    inner: Any = schema
    seen: set[int] = set()
    while isinstance(inner, dict) and "array" in types(inner) and id(inner) not in seen:
        seen.add(id(inner))
        inner = resolve(spec, inner.get("items"))
    if seen and inner is schema:
        problem = "is a list that holds itself, which the generator gives up"
        yield Unsupported(describe(spec, keys), problem, ((*keys, "items"),), "put an object between the lists")


def _of_const(spec: Json, schema: Json, keys: Keys) -> Iterator[Unsupported]:
    if "const" not in schema:
        return
    value = schema["const"]
    if not isinstance(value, str | int | float) or isinstance(value, bool):
        problem = f"is {json.dumps(value)}, and the generator knows only texts and numbers there"
    elif isinstance(value, str) and set(value) & {'"', "\\"}:
        problem = f"is {value!r}, whose signs the generated code would escape twice and then refuse the value itself"
    else:
        return
    yield Unsupported(f"{describe(spec, keys)} const", problem, ((*keys, "const"),))
