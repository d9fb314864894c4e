"""A choice of objects beside properties or in an `allOf`, written out: each alternative with what stands beside it."""

from __future__ import annotations

import copy
from collections.abc import Iterator, Sequence
from typing import Any

from tools.spec import SCHEMAS, Json, resolve
from tools.spec.pointers import schemas
from tools.spec.references import discriminator_mapping, is_discriminator
from tools.spec.schemas import is_nullable, kinds, says_only_required

_CHOICES = ("oneOf", "anyOf")
_BESIDE = ("type", "properties", "required", "additionalProperties")


def written_out(document: Json) -> Json:
    """A copy in which that is so wherever there is one choice, of objects that are no choices themselves."""
    result: Json = copy.deepcopy(document)
    for name in list(_components(result)):
        _part_from_heirs(result, name)
    for _, schema in list(schemas(result)):
        holder = _only_choice(result, schema)
        if holder is not None and all(_is_plain(result, schema, each) for each in _alternatives(holder)):
            parts = [part for part in schema.pop("allOf", ()) if resolve(result, part) is not holder]
            besides = [_beside(holder)] if holder is schema else [_beside(schema), _beside(holder)]
            parts += [each for each in besides if each.keys() - {"type"}]
            _write_out(schema, holder, parts)
    return result


def _part_from_heirs(document: Json, name: str) -> None:
    """A component that lists what is made from it is a choice; its properties become a component of their own."""
    components = _components(document)
    schema, itself = components[name], {"$ref": f"{SCHEMAS}{name}"}
    if not isinstance(schema, dict) or _only_choice(document, schema) is not schema or schema.get("allOf"):
        return
    made = [each for one in _alternatives(schema) for each in _made_from(document, one)]
    heirs = [each for each in made if each is not schema and itself in (each.get("allOf") or ())]
    if not heirs:
        return
    base = f"{name}Base"
    while base in components:
        base += "Base"
    components[base] = _beside(schema)
    of_base = {"$ref": f"{SCHEMAS}{base}"}
    for heir in heirs:
        heir["allOf"] = [of_base if part == itself else part for part in heir["allOf"]]
    whole = [one for one in _alternatives(schema) if components[base] in list(_made_from(document, one))]
    _write_out(schema, schema, [of_base], whole)


def _only_choice(document: Json, schema: Json) -> Json | None:
    """What has the one choice that stands beside other things: the schema itself, or a part of its `allOf`."""
    parts = [part for part in (resolve(document, part) for part in schema.get("allOf") or ()) if isinstance(part, dict)]
    found = [each for each in (schema, *parts) for key in _CHOICES if _has(each, key)]
    alone = len(parts) == 1 and found == parts and not schema.get("properties")
    return found[0] if len(found) == 1 and (parts or schema.get("properties")) and not alone else None


def _components(document: Json) -> Json:
    return (document.get("components") or {}).get("schemas") or {}


def _has(schema: Json, key: str) -> bool:
    return bool(schema.get(key)) and not says_only_required(schema[key])


def _alternatives(holder: Json) -> list[Any]:
    return [each for key in _CHOICES if _has(holder, key) for each in holder[key]]


def _is_plain(document: Json, schema: Json, alternative: Any) -> bool:
    """Whether it is an object, no choice, not null, and not made from the schema itself."""
    found = list(_made_from(document, alternative))
    is_choice = any(_has(each, key) for each in found for key in _CHOICES)
    is_object = kinds(document, alternative) == {"object"}
    return is_object and not is_choice and not any(each is schema or is_nullable(each) for each in found)


def _made_from(document: Json, schema: Any, seen: tuple[int, ...] = ()) -> Iterator[Json]:
    """The schema and what its `allOf` refers to, at any depth."""
    node = resolve(document, schema)
    if isinstance(node, dict) and id(node) not in seen:
        yield node
        for part in node.get("allOf") or ():
            yield from _made_from(document, part, (*seen, id(node)))


def _beside(schema: Json) -> Json:
    return {key: schema[key] for key in _BESIDE if key in schema}


def _write_out(schema: Json, holder: Json, parts: list[Any], whole: Sequence[Any] = ()) -> None:
    """Give the schema the holder's choice, each alternative with these parts where it is not whole without."""
    if is_discriminator(holder.get("discriminator")):
        # The alternatives are no references any more, so what each is called is said here.
        schema["discriminator"] = {**holder["discriminator"], "mapping": discriminator_mapping(holder)}
    key = next(key for key in _CHOICES if _has(holder, key))
    schema[key] = [each if each in whole else {"allOf": copy.deepcopy([*parts, each])} for each in holder[key]]
    for each in _BESIDE:
        schema.pop(each, None)
