"""References that lead into another place than a component, made direct: the generator knows components alone."""

from __future__ import annotations

import copy
from typing import Any

from tools.spec import SCHEMAS, Json, SpecError, keys_of, resolve
from tools.spec.choices import unused_name
from tools.spec.pointers import at, references

_HOLD_A_SCHEMA = frozenset({"schema", "items", "additionalProperties"})
_HOLD_SCHEMAS = frozenset({"properties", "$defs", "allOf", "oneOf", "anyOf", "prefixItems"})
# What says nothing in a name.
_SILENT = frozenset({"paths", "components", "schemas", "properties", "$defs", "responses", "content", "schema"})


def direct(document: Json) -> Json:
    """A copy in which what stands inside another schema is a component, and no component but a schema is a reference.

    What leads nowhere stays as it is, to be told by its place.
    """
    result: Json = copy.deepcopy(document)
    _follow_components(result)
    inner = {ref for _, ref in references(result) if _is_inner_schema(result, ref)}
    # From the innermost, so that the ways to the others stay right.
    moved = {ref: _moved(result, ref) for ref in sorted(inner, key=lambda ref: len(keys_of(ref)), reverse=True)}
    for keys, ref in list(references(result)):
        if ref in moved:
            at(result, keys)["$ref"] = moved[ref]
    return result


def _follow_components(document: Json) -> None:
    """What refers to a component that is a reference refers to its target."""
    final = {}
    for section, entries in (document.get("components") or {}).items():
        if section == "schemas" or not isinstance(entries, dict):
            continue
        for name, entry in list(entries.items()):
            ref = f"#/components/{section}/{name}"
            if isinstance(entry, dict) and "$ref" in entry and _leads_somewhere(document, ref):
                final[ref] = entry["$ref"]
    for ref in final:
        while final[ref] in final:
            final[ref] = final[final[ref]]
    for keys, ref in list(references(document)):
        if ref in final:
            at(document, keys)["$ref"] = final[ref]
    for ref in final:
        section, name = keys_of(ref)[1:]
        target = resolve(document, {"$ref": final[ref]})
        del document["components"][section][name]
        if section == "securitySchemes":
            # These are named, not referred to.
            document["components"][section][name] = copy.deepcopy(target)


def _leads_somewhere(document: Json, ref: str) -> bool:
    try:
        resolve(document, {"$ref": ref})
    except SpecError:
        return False
    return True


def _is_inner_schema(document: Json, ref: str) -> bool:
    keys = keys_of(ref)
    holds = keys[-1] in _HOLD_A_SCHEMA or (len(keys) > 1 and keys[-2] in _HOLD_SCHEMAS)
    if not ref.startswith("#/") or len(keys) < 4 or not holds or not _leads_somewhere(document, ref):
        return False
    # A property that is called `items`, for one.
    return isinstance(at(document, _with_numbers(document, ref)), dict)


def _with_numbers(document: Json, ref: str) -> tuple[str | int, ...]:
    node: Any = document
    found: list[str | int] = []
    for key in keys_of(ref):
        found.append(int(key) if isinstance(node, list) else key)
        node = node[found[-1]]
    return tuple(found)


def _moved(document: Json, ref: str) -> str:
    """Make a component of what stands there, and refer to it from there; the reference to it."""
    *above, last = _with_numbers(document, ref)
    holder = at(document, tuple(above))
    components = document.setdefault("components", {}).setdefault("schemas", {})
    name = unused_name("-".join(str(key) for key in [*above, last] if key not in _SILENT), components)
    components[name] = holder[last]
    holder[last] = {"$ref": f"{SCHEMAS}{name}"}
    return f"{SCHEMAS}{name}"
