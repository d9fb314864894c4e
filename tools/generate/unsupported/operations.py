"""What is unsupported of paths, operations, their parameters, bodies and responses."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from tools.generate.refusal import Unsupported, unsupported_at
from tools.generate.unsupported.schemas import JSON, essence
from tools.spec import METHODS, Json, Keys, at, follow, resolve, servers
from tools.spec.pointers import describe
from tools.spec.schemas import Kinds, items, kinds, properties

Found = Iterator[Unsupported]
_BESIDE_METHODS = ("$ref", "summary", "description", "servers", "parameters")
_TEXTS: Kinds = frozenset({"string", "enum", "const", "date", "date-time", "uuid"})
_SCALARS = _TEXTS | {"integer", "number", "number enum", "boolean", "any"}
# The usual style, and what is written as OpenAPI means it.
_WRITTEN: dict[str, tuple[str, Kinds]] = {
    "query": ("form", _SCALARS | {"null", "array", "object"}),
    "path": ("simple", _SCALARS - {"date-time"}),
    "header": ("simple", _SCALARS - {"const", "uuid", "date", "date-time", "any"}),
    "cookie": ("form", _SCALARS - {"date-time"}),
}
_IN_LISTS = _SCALARS | {"null"}
_FORM = "application/x-www-form-urlencoded"
_MULTIPART = "multipart/form-data"
_BYTES = "application/octet-stream"
_SCHEME, _SENT = ("type", "in", "name"), ("apiKey", "header", "x-api-key")
_IN_ONE_PART = "wants a list in one part, but the generated code sends a part for each item"
_OVERRIDE = "name one that it knows for it under content_type_overrides in generator-config.yml"
SIGNS = {"form": ",", "spaceDelimited": " ", "pipeDelimited": "|"}
"""What stands between the items of a list that is sent in one piece, by the style."""


def is_joined(encoding: Json) -> bool:
    """Whether a list is sent in one piece."""
    style = encoding.get("style", "form")
    return style in SIGNS and not encoding.get("explode", style == "form")


def find(spec: Json, media_types: Mapping[str, str]) -> Found:
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
            yield from _of_body(spec, operation, keys, media_types)
            yield from _of_responses(spec, operation, keys, media_types)
    if inheriting:
        yield from _of_security(spec, spec.get("security"), "every operation that declares no", ("security",))


def _first(rules: Iterable[tuple[object, str]]) -> str | None:
    """What the first rule that applies says."""
    return next((problem for applies, problem in rules if applies), None)


def _or(found: Iterable[str]) -> str:
    return " or ".join(sorted(found))


def _of_path(path: str, path_item: Json, keys: Keys, has_operations: bool) -> Found:
    for key in path_item:
        if key not in (*METHODS, *_BESIDE_METHODS) and not key.startswith("x-"):
            problem = f"has {key!r}, which is no method that the generator knows, so it leaves it out"
            yield Unsupported(f"{path} {key}", problem, ((*keys, key),))
    sign = re.search(r"[?#]", re.sub(r"\{[^}]*\}", "", path))
    if sign and has_operations:
        part = "the query" if sign[0] == "?" else "a fragment that is never sent"
        yield Unsupported(path, f"has a literal {sign[0]!r}, with which {part} begins", (("paths", path),))


def _other_servers(spec: Json, node: Json, keys: Keys, own: list[Keys]) -> Found:
    # The first is the client's base URL, unless its user gives another.
    if own and node.get("servers") and servers(node)[0] != (*servers(spec), "")[0]:
        problem = "has servers of its own, but the client sends everything to its base URL"
        # The operations go: sent to the base URL they would reach something else.
        yield unsupported_at(spec, keys, problem, *own)


def _of_security(spec: Json, ways: Any, label: str, keys: Keys) -> Found:
    """`ways` are alternatives, each of one or more schemes that are needed together."""
    schemes = (spec.get("components") or {}).get("securitySchemes") or {}
    texts = {name: [str(resolve(spec, each).get(key)) for key in _SCHEME] for name, each in schemes.items()}
    sent = {name for name, (*where, key) in texts.items() if (*where, key.lower()) == _SENT}
    if ways and not any(way.keys() <= sent for way in ways):
        wanted = " or ".join(" and ".join(way) for way in ways)
        problem = f"wants {wanted}, but the client sends the key in X-Api-Key and nothing else"
        yield Unsupported(f"{label} security", problem, tuple((*keys, number) for number in range(len(ways))))


# --- parameters


def _of_parameters(spec: Json, path_item: Json, operation: Json, keys: Keys) -> Found:
    """Each is named where it is declared."""
    declared = {
        (parameter["in"], parameter["name"]): (*above, "parameters", number)
        for node, above in ((path_item, keys[:-1]), (operation, keys))
        for number, parameter in enumerate(resolve(spec, each) for each in node.get("parameters") or ())
    }
    for (where, _), place in declared.items():
        if problem := _first(_of_parameter(spec, resolve(spec, at(spec, place)))):
            # A path is nothing without its parameter.
            yield unsupported_at(spec, place, problem, place[:-2] if where == "path" else place)


def _of_parameter(spec: Json, parameter: Json) -> Iterator[tuple[object, str]]:
    where, schema = parameter["in"], parameter.get("schema")
    usual, written = _WRITTEN[where]
    style, found = parameter.get("style", usual), kinds(spec, schema)
    is_object = where == "query" and ("object" in found or style == "deepObject")
    # The keys of a free-form object carry the whole name: the wrapper writes them so and checks them.
    is_free = style == "deepObject" and found == {"object"} and _is_free(spec, schema)
    how = "is described by `content`" if "content" in parameter else "has no schema"
    yield schema is None, f"{how}, which the generator leaves out"
    problem = "is an object whose fields would be sent without its name; only a free-form deepObject is sent right"
    yield is_object and not is_free, problem
    yield where != "query" and style != usual, f"has the style {style}, which the generated code does not know"
    strange = found - written
    yield strange, f"may be {_or(strange)}, which the generated code cannot write into a {where}"
    problem = f"may be {_or(found)}, and the generated code does not tell them apart in a header"
    yield where == "header" and len(found) > 1, problem
    strange = items(spec, schema) - _IN_LISTS
    yield strange, f"is a list of {_or(strange)}, which would be sent as Python writes it"


def _is_free(spec: Json, schema: Any) -> bool:
    inner = resolve(spec, schema).get("additionalProperties", True)
    is_scalar = inner is True or (isinstance(inner, dict) and kinds(spec, inner) <= _IN_LISTS)
    return is_scalar and not properties(spec, schema, ())


# --- bodies


def _of_body(spec: Json, operation: Json, keys: Keys, media_types: Mapping[str, str]) -> Found:
    place = (*keys, "requestBody")
    body, body_keys = follow(spec, operation.get("requestBody") or {}, place)
    content: Json = body.get("content") or {}
    chosen = next((name for name in content if essence(name, media_types) == JSON), next(iter(content), None))
    for name, media in content.items():
        media_keys, read_as = (*body_keys, "content", name), essence(name, media_types)
        found = kinds(spec, (media or {}).get("schema") or {})
        is_form = read_as in (_FORM, _MULTIPART)
        unknown = f"is a form of body that the generator leaves out; {_OVERRIDE} ({_BYTES} sends a file)"
        rules = [
            (name != chosen, f"cannot be sent beside {chosen}: the function confuses several forms of a body"),
            (read_as not in (JSON, _BYTES) and not is_form, unknown),
            (read_as == _BYTES and found != {"binary"}, "is not of format binary, and only files are sent as bytes"),
            (is_form and found != {"object"}, "is no object, and the generated code sends nothing else as a form"),
        ]
        problem = _first(rules)
        if problem:
            cut = media_keys if len(content) > 1 else place
            yield Unsupported(f"{describe(spec, place)} {name}", problem, (cut,))
        elif is_form:
            yield from _of_fields(spec, media or {}, media_keys, read_as)


def _of_fields(spec: Json, media: Json, keys: Keys, read_as: str) -> Found:
    """Lists in one piece are sent right, and the caller names the type of a file."""
    for name, (schema, field_keys) in properties(spec, media.get("schema"), (*keys, "schema")).items():
        in_lists = items(spec, schema)
        found = kinds(spec, schema) | in_lists
        wrong = found & {"object", "binary"} or in_lists & {"array"}
        if wrong and read_as == _FORM:
            problem = f"may be {_or(wrong)}, which the generated code writes into a form as Python does"
            yield unsupported_at(spec, field_keys, problem)
        encoding, place = (media.get("encoding") or {}).get(name) or {}, (*keys, "encoding", name)
        usual, wanted = JSON if "object" in found else "text/plain", encoding.get("contentType")
        is_list = "array" in kinds(spec, schema) and not spec["openapi"].startswith("3.0")
        is_other = wanted not in (None, usual) and "binary" not in found
        lost = {
            "headers": read_as == _MULTIPART and "headers" in encoding and "are not sent with a part",
            "contentType": is_other and f"wants {wanted}, but {usual} is sent",
            "explode": read_as == _MULTIPART and is_list and is_joined(encoding) and _IN_ONE_PART,
        }
        for key, told in lost.items():
            if told:
                cut = place if key == "explode" else (*place, key)
                yield Unsupported(f"{describe(spec, (*keys, 'encoding'))} of {name} {key}", str(told), (cut,))


# --- responses


def _of_responses(spec: Json, operation: Json, keys: Keys, media_types: Mapping[str, str]) -> Found:
    for status, reference in (operation.get("responses") or {}).items():
        place = (*keys, "responses", status)
        response, response_keys = follow(spec, reference, place)
        content: Json = response.get("content") or {}
        readings = {name: essence(name, media_types) for name in content}
        known = [name for name, each in readings.items() if each in (JSON, _BYTES) or each.startswith("text/")]
        chosen = next((name for name in known if readings[name] == JSON), known[0] if known else None)
        # The wrapper itself reads error answers, whatever they are.
        is_success = str(status).upper().startswith(("2", "DEFAULT"))
        for name, media in content.items():
            # What no schema tells of is given as it is.
            found = kinds(spec, (media or {}).get("schema") or {}) - {"any", "null"}
            strange = found - _TEXTS if readings[name].startswith("text/") else frozenset()
            no_file = readings[name] == _BYTES and found and found != {"binary"}
            rules = [
                (chosen is None, f"is a media type that the generator does not decode; {_OVERRIDE}"),
                (name != chosen, f"is never decoded: of several media types only {chosen} is"),
                (strange, f"may be {_or(strange)}, but the generated code reads it as plain text"),
                (no_file, "is not of format binary, so the generated code gives something else than it says"),
            ]
            problem = _first(rules)
            if problem and (is_success or chosen is None):
                cut = (*response_keys, "content", name)
                yield Unsupported(f"{describe(spec, place)} {name}", problem, (cut,))
