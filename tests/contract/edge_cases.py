"""Values built from schemas: a full one, the smallest one, and every edge case between them.

Deterministic; values of different properties differ, so that two swapped fields are seen.
"""

from __future__ import annotations

import json
import re
import uuid
import zlib
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from itertools import chain
from typing import Any

from hypothesis import Phase, find, settings
from hypothesis import strategies as st
from hypothesis.errors import NoSuchExample, Unsatisfiable

from tests.contract.schemas import accepts, branches, errors, kinds, plain
from tools.failure import one_line
from tools.spec import Json, ref_name
from tools.spec.references import discriminator_mapping, is_discriminator

UNKNOWN_KEY = "x-unknown-key"
_UNKNOWN_VALUE = {"deep": [1, {"er": None}], "text": "ünknown"}
_ANYTHING = {"anything": [1, "two", None]}
EdgeCase = tuple[str, Any]
"""What is special about a value of a schema, and the value."""
# How often a schema may come again inside itself before the value is cut off there.
_DEPTH = 2


class NoValue(Exception):
    """No value can be built for a schema."""


@dataclass(frozen=True)
class _Place:
    hint: str
    """What the value is called; texts and numbers are made from it."""
    seen: tuple[str, ...] = ()
    """The component schemas on the way here."""
    drop: str = ""
    """`readOnly` or `writeOnly`: properties marked so are left out."""

    def at(self, hint: str) -> _Place:
        return _Place(f"{self.hint}.{hint}" if self.hint else hint, self.seen, self.drop)

    def through(self, schema: Any) -> _Place:
        # `allOf` around a reference is the usual way to say something beside it.
        parts = schema.get("allOf", ()) if isinstance(schema, dict) else ()
        names = tuple(name for name in map(ref_name, [schema, *parts]) if name is not None)
        for name in names:
            if self.seen.count(name) >= _DEPTH:
                raise NoValue(f"{name} has no end")
        return _Place(self.hint, (*self.seen, *names), self.drop)


def full(schema: Any, hint: str = "", drop: str = "") -> Any:
    """A value with every declared property, at every depth; where rules forbid that, with as many as they allow."""
    with suppress(NoValue):
        value = _value(schema, _Place(hint, drop=drop))
        if accepts(schema, value):
            return value
    known = [value for name, value in edge_cases(schema, hint, drop) if "unknown keys" not in name]
    if known in ([], [None]):
        raise _no_value(hint)
    return max(known, key=lambda value: len(json.dumps(value)) if value is not None else 0)


def edge_cases(schema: Any, hint: str = "", drop: str = "", is_brief: bool = False) -> list[EdgeCase]:
    """All edge cases of a schema; the components inside it, which have edge cases of their own, only in brief."""
    found: dict[str, EdgeCase] = {}
    examples = (("example", value) for value in _examples(plain(schema)))
    refused = ""
    for name, value in chain(_edge_cases(schema, _Place(hint, drop=drop), is_brief), examples, _null(schema)):
        # Rules that say more than types, such as `maxProperties` or `not`, forbid some.
        if problems := errors(schema, value):
            refused = refused or problems[0]
        else:
            found.setdefault(json.dumps(value, sort_keys=True), (name, value))
    if not found:
        if branches(plain(schema)):
            refused = refused or "what was tried fits none of the alternatives, or several"
        raise _no_value(hint or ref_name(schema) or one_line(json.dumps(schema), 150), refused)
    return list(found.values())


def _examples(node: Json) -> list[Any]:
    return [*([node["example"]] if "example" in node else []), *node.get("examples", ())]


def _no_value(hint: str, cause: str = "") -> NoValue:
    why = f" ({one_line(cause, 150)})" if cause else ""
    return NoValue(f"no value for {hint or 'a schema'} could be made up{why}; give its schema an example")


def _null(schema: Any) -> Iterator[EdgeCase]:
    node = plain(schema)
    # Without a type only a validator takes properties for a rule that null does not break.
    if accepts(schema, None) and ("type" in node or not node.get("properties")):
        yield "null", None


def _edge_cases(schema: Any, place: _Place, is_brief: bool = False) -> Iterator[EdgeCase]:
    node = plain(schema)
    fixed = [node["const"]] if "const" in node else node.get("enum", ())
    if is_brief and not branches(node) and not fixed:
        with suppress(NoValue):
            yield "full", _value(schema, place)
            yield "only required", _value(schema, place, is_least=True)
        return
    place = place.through(schema)
    for number, branch in enumerate(branches(node)):
        for name, inner in _inner(branch, place):
            value = _told_apart(schema, node, branch, inner)
            if accepts(schema, value):
                yield f"{ref_name(branch) or f'alternative {number}'}: {name}", value
    if branches(node):
        return
    for value in fixed:
        yield json.dumps(value), value
    for kind in kinds(node) if not fixed else ():
        if kind == "object":
            yield from _object_edge_cases(node, place)
        elif kind == "array":
            yield from _array_edge_cases(node, place)
        else:
            yield from ((json.dumps(value), value) for value in _scalars(node, kind, place.hint))


def _told_apart(schema: Any, node: Json, branch: Any, value: Any) -> Any:
    """The value of an alternative, with what the discriminator wants of it."""
    if not (ref_name(branch) and is_discriminator(node.get("discriminator")) and isinstance(value, dict)):
        return value
    name = node["discriminator"]["propertyName"]
    told = next(value for value, target in discriminator_mapping(node).items() if target == branch["$ref"])
    return value if name in value and accepts(schema, value) else {**value, name: told}


def _inner(schema: Any, place: _Place) -> Iterator[EdgeCase]:
    """The edge cases of something inside; of a component only those that can matter to what is around it.

    Those that would go on for ever are left out.
    """
    with suppress(NoValue):
        yield from _edge_cases(schema, place, is_brief=ref_name(schema) is not None)
        yield from _null(schema)


def _object_edge_cases(node: Json, place: _Place) -> Iterator[EdgeCase]:
    properties, required = _properties(node, place), node.get("required", ())
    whole, least = _object(node, place), _object(node, place, is_least=True)
    yield "full", whole
    yield "only required" if required else "empty", least
    for name, schema in properties.items():
        if name not in required:
            yield f"without {name}", {key: value for key, value in whole.items() if key != name}
        if name not in required and name in whole:
            yield f"{name} alone", {**least, name: whole[name]}
        for what, value in _inner(schema, place.at(name)):
            yield f"{name} {what}", {**least, name: value}
    extra = node.get("additionalProperties", True)
    if extra is True or extra == {}:
        yield "with unknown keys", {**least, UNKNOWN_KEY: _UNKNOWN_VALUE}
        yield "full with unknown keys", {**whole, UNKNOWN_KEY: _UNKNOWN_VALUE, "x_null": None}
    elif isinstance(extra, dict):
        for what, value in _inner(extra, place.at("extra")):
            yield f"further key {what}", {**least, "x-further": value}
        with suppress(NoValue):
            yield "two further keys", {**least, **_further(extra, place)}


def _further(extra: Any, place: _Place) -> Json:
    return {key: _value(extra, place.at(key)) for key in ("one", "twö three")}


def _array_edge_cases(node: Json, place: _Place) -> Iterator[EdgeCase]:
    cases = [("no items", []), ("full items", _array(node, place))]
    cases += [(f"item {name}", [value]) for name, value in _inner(node.get("items", {}), place.at("item"))]
    yield from ((name, value) for name, value in cases if accepts({**node, "items": {}}, value))


def _value(schema: Any, place: _Place, is_least: bool = False) -> Any:
    """The usual value, with every property, or with no more than must be."""
    node = plain(schema)
    kind = "choice" if branches(node) or node.keys() & {"enum", "const"} else next(iter(kinds(node)), None)
    if kind == "object":
        return _object(node, place.through(schema), is_least)
    if kind == "array":
        return [] if is_least and not node.get("minItems") else _array(node, place.through(schema))
    for _, value in _edge_cases(schema, place):
        if value is not None:
            return value
    if branches(node):
        raise NoValue(f"no alternative of {place.hint or 'the schema'} can be told from the others")
    return None


def _object(node: Json, place: _Place, is_least: bool = False) -> Json:
    extra, required = node.get("additionalProperties"), node.get("required", ())
    # Something may be required though no property is declared under that name.
    undeclared = {name: extra for name in required if name not in (node.get("properties") or {})}
    value: Json = {}
    for name, schema in {**_properties(node, place), **undeclared}.items():
        if name in required or not is_least:
            try:
                value[name] = _value(schema, place.at(name), is_least)
            except NoValue:
                if name in required:
                    raise
    if isinstance(extra, dict) and extra and not value and not is_least:
        with suppress(NoValue):
            return _further(extra, place)
    return value


def _array(node: Json, place: _Place) -> list[Any]:
    count = min(max(2, node.get("minItems", 0)), node.get("maxItems", 100))
    try:
        return [_value(node.get("items", {}), place.at(f"item {number}")) for number in range(count)]
    except NoValue:
        if node.get("minItems"):
            raise
        return []


def _properties(node: Json, place: _Place) -> Json:
    declared = (node.get("properties") or {}).items()
    return {name: schema for name, schema in declared if not (place.drop and plain(schema).get(place.drop))}


def _scalars(node: Json, kind: str, hint: str) -> list[Any]:
    """The usual value first, then those at the edges, as far as the schema accepts them."""
    candidates = [value for value in _candidates(node, kind, hint) if accepts(node, value)]
    if "pattern" in node and not any(candidates):
        # Some patterns mean something else to Python.
        with suppress(NoSuchExample, Unsatisfiable):
            candidates.insert(0, _from_pattern(json.dumps(node)))
    if not candidates:
        raise _no_value(hint)
    return candidates


def _candidates(node: Json, kind: str, hint: str) -> list[Any]:
    own = [*_examples(node), *([node["default"]] if "default" in node else [])]
    number = 100 + zlib.crc32(hint.encode()) % 900
    limits = [node.get(key) for key in ("minimum", "exclusiveMinimum", "maximum", "exclusiveMaximum")]
    bounds = [value for value in limits if isinstance(value, int | float) and not isinstance(value, bool)]
    near = [bound + step for step in (0, 1, -1) for bound in bounds]
    if kind == "integer":
        return [number, *own, *map(int, near), node.get("multipleOf", 0), 0, 1, -7, 2**53 + 1]
    if kind == "number":
        return [number + 0.5, *own, *near, node.get("multipleOf", 0), 0, 0.25, -1.5, 3]
    if kind == "boolean":
        return [True, False]
    if kind == "string":
        return _texts(node, hint, own)
    return [_ANYTHING, 0, "", [], None]


def _texts(node: Json, hint: str, own: list[Any]) -> list[Any]:
    seed = zlib.crc32(hint.encode())
    word = re.sub(r"\W+", "-", hint).strip("-").lower() or "text"
    by_format = {
        "date-time": [f"2023-01-02T03:04:{seed % 60:02}+00:00", "2024-02-29T23:59:59.123456+05:30"],
        "date": [f"2023-01-{1 + seed % 28:02}"],
        "uuid": [str(uuid.uuid5(uuid.NAMESPACE_URL, hint))],
        "email": [f"{word}@example.com"],
        "uri": [f"https://example.com/{word}?a=b&c=%20"],
        "byte": ["aGVsbG8="],
        # Also what ends a part of a multipart body with a boundary that everybody knows.
        "binary": [f"{word} \x00\x01\r\n--+++\r\n\r\n--+++--\r\n", ""],
        "time": ["03:04:05Z", "03:04:05"],
        "duration": ["P3DT4H"],
        "hostname": ["example.com"],
        "ipv4": ["192.0.2.1"],
        "ipv6": ["2001:db8::1"],
    }
    if node.get("format") in by_format:
        return by_format[node["format"]] + own
    text = f"{hint or 'text'} text"
    text = text.ljust(node.get("minLength", 0), "x")[: node.get("maxLength", len(text) + 100)]
    return [text, *own, "", "ünïcode ✓ 日本 😀", 'quotes " and \\ and\nlines']


@cache
def _from_pattern(schema_text: str) -> Any:
    node = json.loads(schema_text)
    quick = settings(database=None, derandomize=True, phases=[Phase.generate])
    return find(st.from_regex(node["pattern"]), lambda text: bool(text) and accepts(node, text), settings=quick)
