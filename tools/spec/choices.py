"""A choice of objects beside properties or in an `allOf`, written out: each alternative with what stands beside it."""

from __future__ import annotations

import copy
import re
from collections.abc import Iterable, Sequence
from typing import Any

from tools.spec import SCHEMAS, Json, Keys, at, ref_name, resolve
from tools.spec.pointers import schemas
from tools.spec.references import discriminator_mapping, is_discriminator
from tools.spec.schemas import REMARKS, alternatives, choices, is_nullable, kinds, made_of

_CHOICES = ("oneOf", "anyOf")
# With nothing else, a schema with one part in its `allOf` is that part.
_OWN_WORDS = REMARKS | {"allOf"}
_BESIDE = ("type", "properties", "required", "additionalProperties")


def written_out(document: Json) -> Json:
    """A copy in which that is so wherever there is one choice, of objects that are no choices themselves.

    An alternative that is an `allOf` becomes a component: the generator gives up a component that is a choice of those.
    """
    result: Json = copy.deepcopy(document)
    for name in list(_components(result)):
        _part_from_heirs(result, name)
    for keys, schema in list(schemas(result)):
        holder = _only_choice(result, schema)
        if holder is not None and all(_is_plain(result, schema, each) for each in alternatives(holder)):
            parts = [part for part in schema.pop("allOf", ()) if resolve(result, part) is not holder]
            besides = [_beside(holder)] if holder is schema else [_beside(schema), _beside(holder)]
            parts += [each for each in besides if each.keys() - {"type"}]
            _write_out(schema, holder, parts)
        _name_alternatives(result, schema, _name(result, keys))
    return result


def _name(document: Json, keys: Keys) -> str:
    if keys[0] == "components":
        return str(keys[2])
    operation = at(document, keys[:3])
    operation_id = operation.get("operationId") if isinstance(operation, dict) else None
    return operation_id or " ".join(str(key) for key in keys[2:0:-1])


def _name_alternatives(document: Json, schema: Json, start: str) -> None:
    for key in _CHOICES:
        for number, branch in enumerate(schema.get(key) or ()):
            parts = [part for part in branch.get("allOf") or () if part.keys() - REMARKS]
            if len(parts) == 1 and ref_name(parts[0]) and not is_nullable(branch) and not branch.keys() - _OWN_WORDS:
                schema[key][number] = parts[0]
            last = next((name for name in map(ref_name, reversed(parts)) if name), None)
            if len(parts) > 1 and last and not is_nullable(branch):
                name = unused_name(f"{start}-{last}", _components(document))
                _components(document)[name] = branch
                schema[key][number] = {"$ref": f"{SCHEMAS}{name}"}
                mapping = (schema.get("discriminator") or {}).get("mapping") or {}
                told = [value for value, ref in mapping.items() if ref == f"{SCHEMAS}{last}"]
                mapping.update(dict.fromkeys(told, f"{SCHEMAS}{name}"))


def unused_name(name: str, taken: Iterable[str]) -> str:
    """A name of signs that a component's may have; names that differ in signs alone would become one class."""
    plain = {re.sub("[^a-z0-9]", "", each.lower()) for each in taken}
    found, number = re.sub("[^A-Za-z0-9._-]+", "_", name), 1
    while re.sub("[^a-z0-9]", "", found.lower()) in plain:
        number += 1
        found = f"{name}-{number}"
    return found


def _part_from_heirs(document: Json, name: str) -> None:
    """A component that lists what is made from it is a choice; its properties become a component of their own."""
    components = _components(document)
    schema, itself = components[name], {"$ref": f"{SCHEMAS}{name}"}
    if not isinstance(schema, dict) or _only_choice(document, schema) is not schema or schema.get("allOf"):
        return
    made = [each for one in alternatives(schema) for each, _ in made_of(document, one)]
    heirs = [each for each in made if each is not schema and itself in (each.get("allOf") or ())]
    if not heirs:
        return
    base = unused_name(f"{name}Base", components)
    components[base] = _beside(schema)
    of_base = {"$ref": f"{SCHEMAS}{base}"}
    for heir in heirs:
        heir["allOf"] = [of_base if part == itself else part for part in heir["allOf"]]
    whole = [one for one in alternatives(schema) if components[base] in [each for each, _ in made_of(document, one)]]
    _write_out(schema, schema, [of_base], whole)


def _only_choice(document: Json, schema: Json) -> Json | None:
    """What has the one choice that stands beside other things: the schema itself, or a part of its `allOf`."""
    parts = [part for part in (resolve(document, part) for part in schema.get("allOf") or ()) if isinstance(part, dict)]
    found = [each for each in (schema, *parts) for _ in choices(each)]
    alone = len(parts) == 1 and found == parts and not schema.get("properties")
    return found[0] if len(found) == 1 and (parts or schema.get("properties")) and not alone else None


def _components(document: Json) -> Json:
    return (document.get("components") or {}).get("schemas") or {}


def _is_plain(document: Json, schema: Json, alternative: Any) -> bool:
    """Whether it is an object, no choice, not null, and not made from the schema itself."""
    found = [each for each, _ in made_of(document, alternative)]
    is_choice = any(map(choices, found))
    is_object = kinds(document, alternative) == {"object"}
    return is_object and not is_choice and not any(each is schema or is_nullable(each) for each in found)


def _beside(schema: Json) -> Json:
    return {key: schema[key] for key in _BESIDE if key in schema}


def _write_out(schema: Json, holder: Json, parts: list[Any], whole: Sequence[Any] = ()) -> None:
    """Give the schema the holder's choice, each alternative with these parts where it is not whole without."""
    if is_discriminator(holder.get("discriminator")):
        # The alternatives become others, so what each is called is said here.
        schema["discriminator"] = {**holder["discriminator"], "mapping": discriminator_mapping(holder)}
    key = next(iter(choices(holder)))
    schema[key] = [each if each in whole else {"allOf": copy.deepcopy([*parts, each])} for each in holder[key]]
    for each in _BESIDE:
        schema.pop(each, None)
