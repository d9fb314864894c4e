"""What is unsupported of paths, operations and their parameters."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from tools.generate.unsupported import content
from tools.generate.unsupported.finding import Unsupported
from tools.spec import METHODS, Json, resolve, servers
from tools.spec.pointers import Keys, at, describe, follow
from tools.spec.schemas import Kinds, items, kinds, properties

_BESIDE_METHODS = ("$ref", "summary", "description", "servers", "parameters")
_SCALARS: Kinds = frozenset(
    {"string", "enum", "const", "uuid", "date", "date-time", "integer", "number", "number enum", "boolean", "any"}
)
# The usual style, and what is written as OpenAPI means it.
_WRITTEN: dict[str, tuple[str, Kinds]] = {
    "query": ("form", _SCALARS | {"null", "array"}),
    "path": ("simple", _SCALARS - {"date-time"}),
    "header": ("simple", _SCALARS - {"const", "uuid", "date", "date-time", "any"}),
    "cookie": ("form", _SCALARS - {"date-time"}),
}
_IN_LISTS = _SCALARS | {"null"}


def find(spec: Json, media_types: Mapping[str, str]) -> Iterator[Unsupported]:
    """What is unsupported of every path and operation, and of what stands in them."""
    inheriting = False
    for path, item in (spec.get("paths") or {}).items():
        path_item, path_keys = follow(spec, item, ("paths", path))
        own = [(*path_keys, method) for method in METHODS if method in path_item]
        yield from _of_path(path, path_item, path_keys, bool(own))
        yield from _other_servers(spec, path_item, path_keys, own)
        for keys in own:
            operation = path_item[keys[-1]]
            inheriting = inheriting or "security" not in operation
            yield from _of_security(spec, operation.get("security"), describe(spec, keys), (*keys, "security"))
            yield from _other_servers(spec, operation, keys, [keys])
            yield from _of_parameters(spec, path_item, operation, keys)
            yield from content.of_body(spec, operation, keys, media_types)
            yield from content.of_responses(spec, operation, keys, media_types)
    if inheriting:
        yield from _of_security(spec, spec.get("security"), "every operation that declares no", ("security",))


def _of_path(path: str, path_item: Json, keys: Keys, has_operations: bool) -> Iterator[Unsupported]:
    for key in path_item:
        if key not in (*METHODS, *_BESIDE_METHODS) and not key.startswith("x-"):
            problem = f"has {key!r}, which is no method that the generator knows, so it leaves it out"
            yield Unsupported(f"{path} {key}", problem, ((*keys, key),))
    sign = re.search(r"[?#]", re.sub(r"\{[^}]*\}", "", path))
    if sign and has_operations:
        part = "the query" if sign[0] == "?" else "a fragment that is never sent"
        yield Unsupported(path, f"has a literal {sign[0]!r}, with which {part} begins", (("paths", path),))


def _other_servers(spec: Json, node: Json, keys: Keys, own: list[Keys]) -> Iterator[Unsupported]:
    # The first is the client's base URL, unless its user gives another.
    if own and node.get("servers") and servers(node)[0] != (*servers(spec), "")[0]:
        problem = "has servers of its own, but the client sends everything to its base URL"
        # The operations go: sent to the base URL they would reach something else.
        yield Unsupported(describe(spec, keys), problem, tuple(own))


def _of_security(spec: Json, ways: Any, label: str, keys: Keys) -> Iterator[Unsupported]:
    """`ways` are alternatives, each of one or more schemes that are needed together."""
    schemes = (spec.get("components") or {}).get("securitySchemes") or {}
    wanted = [{name: resolve(spec, schemes.get(name)) or {} for name in way} for way in ways or ()]
    if wanted and not any(all(map(_is_key_header, way.values())) for way in wanted):
        texts = [" and ".join(f"{name} ({_described(each)})" for name, each in way.items()) for way in wanted]
        problem = f"wants {' or '.join(texts)}, but the client sends the key in X-Api-Key and nothing else"
        yield Unsupported(f"{label} security", problem, tuple((*keys, number) for number in range(len(wanted))))


def _is_key_header(scheme: Json) -> bool:
    return (scheme.get("type"), scheme.get("in"), str(scheme.get("name")).lower()) == ("apiKey", "header", "x-api-key")


def _described(scheme: Json) -> str:
    kind = scheme.get("type")
    if kind == "apiKey":
        return f"a key in the {scheme.get('in')} {scheme.get('name')}"
    return f"HTTP {scheme.get('scheme')}" if kind == "http" else str(kind or "which is not declared")


# --- parameters


def _of_parameters(spec: Json, path_item: Json, operation: Json, keys: Keys) -> Iterator[Unsupported]:
    """Each is named where it is declared."""
    declared = {
        (parameter["in"], parameter["name"]): (*above, "parameters", number)
        for node, above in ((path_item, keys[:-1]), (operation, keys))
        for number, parameter in enumerate(resolve(spec, each) for each in node.get("parameters") or ())
    }
    for (where, _), place in declared.items():
        if problem := _problem(spec, resolve(spec, at(spec, place))):
            # A path is nothing without its parameter.
            yield Unsupported(describe(spec, place), problem, (place[:-2] if where == "path" else place,))


def _problem(spec: Json, parameter: Json) -> str | None:
    where, schema = parameter["in"], parameter.get("schema")
    if schema is None:
        how = "is described by `content`" if "content" in parameter else "has no schema"
        return f"{how}, which the generator leaves out"
    usual, written = _WRITTEN[where]
    style, found = parameter.get("style", usual), kinds(spec, schema)
    if where == "query" and ("object" in found or style == "deepObject"):
        # The keys of a free-form object carry the whole name: the wrapper writes them so and checks them.
        if style == "deepObject" and found == {"object"} and _is_free(spec, schema):
            return None
        return "is an object whose fields would be sent without its name; only a free-form deepObject is sent right"
    if where != "query" and style != usual:
        return f"has the style {style}, which the generated code does not know"
    if strange := found - written:
        return f"may be {' or '.join(sorted(strange))}, which the generated code cannot write into a {where}"
    if where == "header" and len(found) > 1:
        return f"may be {' or '.join(sorted(found))}, and the generated code does not tell them apart in a header"
    if strange := items(spec, schema) - _IN_LISTS:
        return f"is a list of {' or '.join(sorted(strange))}, which would be sent as Python writes it"
    return None


def _is_free(spec: Json, schema: Json) -> bool:
    inner = resolve(spec, schema).get("additionalProperties", True)
    is_scalar = inner is True or (isinstance(inner, dict) and kinds(spec, inner) <= _IN_LISTS)
    return is_scalar and not properties(spec, schema, ())
