"""Bodies and answers that the generated functions do not send or decode as the document says."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from tools.generate.unsupported.finding import Unsupported
from tools.spec import METHODS, Json
from tools.spec.pointers import Keys, describe, follow
from tools.spec.schemas import items, kinds, properties

_BESIDE_METHODS = ("$ref", "summary", "description", "servers", "parameters")
_JSON = "application/json"
_FORM = "application/x-www-form-urlencoded"
_MULTIPART = "multipart/form-data"
_BYTES = "application/octet-stream"
_TEXT_KINDS = frozenset({"string", "enum", "const", "date", "date-time", "uuid"})
SIGNS = {"form": ",", "spaceDelimited": " ", "pipeDelimited": "|"}
"""What stands between the items of a list that is sent in one piece, by the style."""
_OVERRIDE = "name a media type that the generator knows for it under content_type_overrides in generator-config.yml"


def find(spec: Json, media_types: Mapping[str, str]) -> Iterator[Unsupported]:
    """What is unsupported of every operation's request body and responses."""
    seen: set[int] = set()
    for path, item in (spec.get("paths") or {}).items():
        path_item, path_keys = follow(spec, item, ("paths", path))
        for key in path_item:
            if key not in (*METHODS, *_BESIDE_METHODS) and not key.startswith("x-"):
                problem = f"has {key!r}, which is no method that the generator knows, so it leaves it out"
                yield Unsupported(f"{path} {key}", problem, ((*path_keys, key),))
        for method in METHODS:
            if method in path_item:
                keys = (*path_keys, method)
                yield from _of_body(spec, path_item[method], keys, media_types, seen)
                yield from _of_responses(spec, path_item[method], keys, media_types, seen)


def _essence(media_type: str, media_types: Mapping[str, str]) -> str:
    """How the generator reads it: one of the names above, `text/...`, or the empty text for none."""
    read_as = media_types.get(media_type, media_type)
    essence = read_as.partition(";")[0].strip()
    if essence == _JSON or essence.endswith("+json"):
        return _JSON
    return essence if essence in (_FORM, _MULTIPART, _BYTES) or essence.startswith("text/") else ""


# --- request bodies


def _of_body(
    spec: Json, operation: Json, keys: Keys, media_types: Mapping[str, str], seen: set[int]
) -> Iterator[Unsupported]:
    if "requestBody" not in operation:
        return
    label = describe(spec, (*keys, "requestBody"))
    body, body_keys = follow(spec, operation["requestBody"], (*keys, "requestBody"))
    content: Json = body.get("content") or {}
    readings = {name: _essence(name, media_types) for name in content}
    chosen = next((name for name in content if readings[name] == _JSON), next(iter(content), None))
    for name, media in content.items():
        media_keys = (*body_keys, "content", name)
        cut = media_keys if len(content) > 1 else (*keys, "requestBody")
        if name != chosen:
            problem = f"cannot be sent beside {chosen}: the generated function confuses several forms of a body"
            yield Unsupported(f"{label} {name}", problem, (cut,))
        else:
            for problem, advice in _body_problems(spec, media or {}, readings[name]):
                yield Unsupported(f"{label} {name}", problem, (cut,), advice)
            yield from _of_fields(spec, media or {}, (*media_keys, "schema"), readings[name], seen)
            yield from _of_encoding(spec, media or {}, (*media_keys, "encoding"), readings[name])


def _body_problems(spec: Json, media: Json, essence: str) -> Iterator[tuple[str, str]]:
    if essence not in (_JSON, _FORM, _MULTIPART, _BYTES):
        yield "is a form of body that the generator leaves out", f"{_OVERRIDE} ({_BYTES} sends a file)"
    elif "schema" not in media:
        yield "has no schema, so the generator leaves it out", ""
    elif essence == _BYTES and kinds(spec, media["schema"]) != {"binary"}:
        yield "is not of format binary, and the generated code sends nothing but files as bytes", ""
    elif essence in (_FORM, _MULTIPART) and kinds(spec, media["schema"]) != {"object"}:
        yield "is no object, and the generated code sends nothing else as a form", ""


def _of_fields(spec: Json, media: Json, keys: Keys, essence: str, seen: set[int]) -> Iterator[Unsupported]:
    schema = media.get("schema")
    if essence == _JSON:
        yield from _files_in_json(spec, schema, keys, seen)
    elif essence in (_FORM, _MULTIPART):
        for inner, inner_keys in properties(spec, schema, keys).values():
            found = kinds(spec, inner) | items(spec, inner)
            wrong = sorted(found & {"object", "binary"} or (items(spec, inner) & {"array"}))
            if wrong and essence == _FORM:
                problem = f"may be {' or '.join(wrong)}, which the generated code writes into a form as Python does"
                yield Unsupported(describe(spec, inner_keys), problem, (inner_keys,))


def _of_encoding(spec: Json, media: Json, keys: Keys, essence: str) -> Iterator[Unsupported]:
    """How the fields of a form are to be written; lists in one piece are, and the caller names the type of a file."""
    fields = properties(spec, media.get("schema"), ())
    for name, encoding in (media.get("encoding") or {}).items():
        place, label = (*keys, name), f"{describe(spec, keys)} of {name}"
        if name not in fields or essence not in (_FORM, _MULTIPART):
            continue
        found = kinds(spec, fields[name][0]) | items(spec, fields[name][0])
        usual = "application/json" if "object" in found else "text/plain"
        wanted = encoding.get("contentType")
        style = encoding.get("style", "form")
        if "headers" in encoding and essence == _MULTIPART:
            yield Unsupported(f"{label} headers", "are not sent with a part", ((*place, "headers"),))
        if wanted not in (None, usual) and "binary" not in found:
            problem = f"wants {wanted}, but the generated code sends {usual}"
            yield Unsupported(f"{label} contentType", problem, ((*place, "contentType"),))
        is_list = "array" in kinds(spec, fields[name][0])
        if is_list and essence == _MULTIPART and is_joined(encoding) and not spec["openapi"].startswith("3.0"):
            problem = "wants a list in one part, but the generated code sends a part for each item"
            yield Unsupported(f"{label} explode", problem, (place,))
        if style == "deepObject" and essence == _FORM and "object" not in found:
            yield Unsupported(f"{label} style", "is deepObject, but it is no object", (place,))


def is_joined(encoding: Json) -> bool:
    """Whether a list is sent in one piece."""
    style = encoding.get("style", "form")
    return style in SIGNS and not encoding.get("explode", style == "form")


def _files_in_json(spec: Json, schema: Any, keys: Keys, seen: set[int]) -> Iterator[Unsupported]:
    # What several operations refer to is looked at once.
    schema, keys = follow(spec, schema, keys)
    if not isinstance(schema, dict) or id(schema) in seen:
        return
    seen.add(id(schema))
    if schema.get("format") == "binary":
        problem = "is of format binary inside JSON, where the generated code expects a file"
        yield Unsupported(describe(spec, keys), problem, ((*keys, "format"),))
    for name, inner in (schema.get("properties") or {}).items():
        yield from _files_in_json(spec, inner, (*keys, "properties", name), seen)
    for key in ("items", "additionalProperties"):
        yield from _files_in_json(spec, schema.get(key), (*keys, key), seen)
    for key in ("allOf", "oneOf", "anyOf"):
        for number, part in enumerate(schema.get(key) or ()):
            yield from _files_in_json(spec, part, (*keys, key, number), seen)


# --- responses


def _of_responses(
    spec: Json, operation: Json, keys: Keys, media_types: Mapping[str, str], seen: set[int]
) -> Iterator[Unsupported]:
    declared = operation.get("responses") or {}
    for status, reference in declared.items():
        place = (*keys, "responses", status)
        response, response_keys = follow(spec, reference, place)
        content: Json = response.get("content") or {}
        readings = {name: _decoded_as(name, media_types) for name in content}
        known = [name for name in content if readings[name]]
        chosen = next((name for name in known if readings[name] == _JSON), known[0] if known else None)
        # The wrapper itself reads error answers, whatever they are.
        is_success = str(status).upper() in ("2XX", "DEFAULT") or str(status).startswith("2")
        for name, media in content.items():
            label = f"{describe(spec, place)} {name}"
            cut = (*response_keys, "content", name)
            if chosen is None:
                yield Unsupported(label, "is a media type that the generator does not decode", (cut,), _OVERRIDE)
            elif name != chosen and is_success:
                yield Unsupported(label, f"is never decoded: of several media types only {chosen} is", (cut,))
            elif name == chosen and is_success:
                for problem in _response_problems(spec, media or {}, readings[name]):
                    yield Unsupported(label, problem, (cut,))
            if name == chosen and readings[name] == _JSON:
                yield from _files_in_json(spec, (media or {}).get("schema"), (*cut, "schema"), seen)


def _decoded_as(media_type: str, media_types: Mapping[str, str]) -> str:
    essence = _essence(media_type, media_types)
    return "" if essence in (_FORM, _MULTIPART) else essence


def _response_problems(spec: Json, media: Json, essence: str) -> Iterator[str]:
    # What no schema tells of is given as it is.
    found = kinds(spec, media.get("schema") or {}) - {"any", "null"}
    if not found:
        return
    if essence.startswith("text/") and not found <= _TEXT_KINDS:
        yield f"may be {' or '.join(sorted(found - _TEXT_KINDS))}, but the generated code reads it as plain text"
    elif essence == _BYTES and found != {"binary"}:
        yield "is not of format binary, so the generated code gives something else than it says"
