"""What tells the objects among alternatives apart: a discriminator, values of a property, or properties of their own.

The generated code takes the first alternative that can be read, and of objects nearly every one can.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from typing import Any

from tools.spec import Json, SpecError, resolve
from tools.spec.pointers import schemas
from tools.spec.references import discriminator_mapping, is_discriminator
from tools.spec.schemas import alternatives, is_null, kinds, properties

TOLD_APART = "x-told-apart-by"
"""On an object among alternatives, for the templates. One schema may stand among several alternatives, so this gives
for the names of all of them the property and its values that tell it there, or the properties that it has alone."""
NAME = "x-alternative"
"""On the same: its name there."""

Marks = list[Json]


def mark_alternatives(document: Json) -> None:
    """Mark the objects among alternatives for the templates."""
    for number, (_, schema) in enumerate(schemas(document)):
        marks = marks_of(document, schema) if _branches(schema) else None
        if marks is None:
            continue
        objects = objects_of(document, schema)
        for position, each in enumerate(objects):
            each.setdefault(NAME, f"{number}/{position}")
        for each, mark in zip(objects, marks, strict=True):
            each.setdefault(TOLD_APART, {}).setdefault(" ".join(sorted(one[NAME] for one in objects)), mark)


def leaves(document: Json, schema: Any) -> Iterator[Any]:
    """The alternatives, and those of each that is itself a choice; the schema itself if there is no choice."""
    return (node for node in _nodes(document, schema) if not _branches(node))


def _nodes(document: Json, schema: Any, seen: tuple[int, ...] = ()) -> Iterator[Any]:
    """The choice, those inside it and their alternatives, outer ones first."""
    node = resolve(document, schema)
    if id(node) not in seen:
        yield node
        for branch in _branches(node):
            yield from _nodes(document, branch, (*seen, id(node)))


def _branches(node: Any) -> list[Any]:
    """The alternatives of a choice without null."""
    if not isinstance(node, dict):
        return []
    # An `allOf` of a reference alone is what it refers to.
    alone = [part for part in node.get("allOf") or () if "$ref" in part and len(node["allOf"]) == 1]
    found = alternatives(node) or ([] if node.get("properties") else alone)
    return [branch for branch in found if not is_null(branch)]


def objects_of(document: Json, schema: Any) -> list[Json]:
    """The alternatives that are objects, each once."""
    found = {id(each): each for each in leaves(document, schema) if "object" in kinds(document, each)}
    return list(found.values())


def marks_of(document: Json, schema: Json) -> Marks | None:
    """What tells each of the objects; None where there is no choice, or where nothing tells them apart."""
    objects = objects_of(document, schema)
    if len(objects) < 2:
        return None
    return _telling_values(document, schema, objects) or _telling_properties(document, objects)


def _telling_values(document: Json, schema: Json, objects: list[Json]) -> Marks | None:
    """The property by whose values the objects differ: the discriminator, or one with an enum or a constant."""
    telling = [_values(document, each) for each in objects]
    told = list(_discriminators(document, schema))
    name = told[0][0] if told else None
    for each in telling[0] if name is None else [name]:
        found = [values[each] for values in telling if each in values]
        if len(found) == len(objects) and sum(map(len, found)) == len(set().union(*found)):
            return _marks(each, found)
    meant: dict[str, Any] = {}
    for _, value, target in (each for each in told if each[0] == name):
        # A choice inside may call its own by a name that the outer one gives to another.
        meant.setdefault(value, target)
    mapped = [{value for value, target in meant.items() if target is each} for each in objects]
    return _marks(name, mapped) if all(mapped) else None


def _marks(name: str | None, values: list[set[str]]) -> Marks:
    return [{"property": name, "values": sorted(own)} for own in values]


def _discriminators(document: Json, schema: Any) -> Iterator[tuple[str, str, Any]]:
    """The property of the discriminator, or of one of a choice inside, a value of it, and what that stands for."""
    for node in _nodes(document, schema):
        if _branches(node) and is_discriminator(node.get("discriminator")):
            for value, ref in discriminator_mapping(node).items():
                # Nobody has checked the references of a mapping.
                with suppress(SpecError):
                    found = list(leaves(document, {"$ref": ref}))
                    if len(found) == 1:
                        yield node["discriminator"]["propertyName"], value, found[0]


def _telling_properties(document: Json, objects: list[Json]) -> Marks | None:
    """The properties that each object has alone; None where more than one has none, and nothing tells them apart."""
    names = [set(properties(document, each, ())) for each in objects]
    users = Counter(name for each in names for name in each)
    own = [{name for name in each if users[name] == 1} for each in names]
    return _marks(None, own) if own.count(set()) < 2 else None


def _values(document: Json, branch: Any) -> dict[str, set[str]]:
    """The properties that have an enum of texts, or a constant text, and their values."""
    found = {}
    for name, (inner, _) in properties(document, branch, ()).items():
        value = resolve(document, inner)
        enum = (value.get("enum") or [value.get("const")]) if isinstance(value, dict) else []
        if enum and all(isinstance(each, str) for each in enum):
            found[name] = set(enum)
    return found
