"""References that lead into another place than a component, made direct: the generator knows components alone."""

from __future__ import annotations

import copy

from tools.spec import SCHEMAS, Json, Keys, at, keys_of, resolve
from tools.spec.choices import unused_name
from tools.spec.pointers import check_references, references, walk

# What says nothing in a name.
_SILENT = frozenset({"paths", "components", "schemas", "properties", "$defs", "responses", "content", "schema"})


def direct(document: Json) -> Json:
    """A copy in which what stands inside another schema is a component, and paths and components are no references.

    A component that is a schema may be one.

    Raises:
        SpecError: A reference leads nowhere, or to what the generator does not find; the message begins with its place.
    """
    check_references(document, made_direct=False)
    result: Json = copy.deepcopy(document)
    components = result.get("components") or {}
    for entries in (result.get("paths") or {}, *(components[key] for key in components if key != "schemas")):
        for name, entry in entries.items() if isinstance(entries, dict) else ():
            if isinstance(entry, dict) and "$ref" in entry:
                entries[name] = copy.deepcopy(resolve(document, entry))
    components.pop("pathItems", None)
    targets = {keys_of(ref) for _, ref in references(result)}
    inner = [keys for keys, kind, _ in walk(result) if kind in ("schema", "rule") and len(keys) > 3]
    # From the innermost, so that the ways to the others stay right.
    for keys in sorted(inner, key=len, reverse=True):
        if (way := tuple(map(str, keys))) in targets:
            ref = _moved(result, keys)
            for holder, old in list(references(result)):
                if keys_of(old) == way:
                    at(result, holder)["$ref"] = ref
    check_references(result)
    return result


def _moved(document: Json, keys: Keys) -> str:
    """Make a component of what stands there, and refer to it from there; the reference to it."""
    *above, last = keys
    holder = at(document, tuple(above))
    components = document.setdefault("components", {}).setdefault("schemas", {})
    name = unused_name("-".join(str(key) for key in keys if key not in _SILENT), components)
    components[name] = holder[last]
    holder[last] = {"$ref": f"{SCHEMAS}{name}"}
    return f"{SCHEMAS}{name}"
