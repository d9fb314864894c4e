"""One spelling for what OpenAPI lets people write in several ways, so that everything else knows only one."""

from __future__ import annotations

import re
from typing import Any

from tools.spec import BUNDLE, METHODS, Json, SpecError, ref_name
from tools.spec.pointers import at, references

_DATA = frozenset({"example", "examples", "value", "default", "enum", "const"})
_NAMED = frozenset({"properties", "schemas", "patternProperties"})
_SAYS_TYPE = frozenset({"type", "$ref", "allOf", "oneOf", "anyOf", "not", "enum", "const"})
_MEANT = {"properties": "object", "items": "array", "additionalProperties": "object"}
# What gives the values another form. Remarks do not, and rules for values and a type that is said again need no class.
_SHAPES = frozenset(
    {"properties", "required", "items", "allOf", "oneOf", "anyOf", "additionalProperties"} | {"enum", "const", "format"}
)
_SAYS_TEXT = frozenset({"format", "contentEncoding"})
_MULTIPART = "multipart/form-data"
_BYTES = "application/octet-stream"


def one_spelling(document: Json) -> Json:
    """A copy in that spelling; the document may be of any form yet.

    Raises:
        SpecError: An operation stands elsewhere, as it does in a document of several files.
    """
    paths = document.get("paths")
    for path, item in paths.items() if isinstance(paths, dict) else ():
        for method in METHODS:
            node = item.get(method) if isinstance(item, dict) else None
            if isinstance(node, dict) and "$ref" in node:
                problem = f"is a reference, $ref {node['$ref']!r}, and OpenAPI has none there"
                raise SpecError(f"{method.upper()} {path} {problem}: {BUNDLE}")
    result: Json = _respelled(document)
    if str(document.get("openapi")).startswith("3.0"):
        for keys, ref in references(result):
            # What stands beside a reference counts for nothing, says OpenAPI 3.0, but in a path item.
            if len(keys) > 2 or keys[0] != "paths":
                holder = at(result, keys)
                holder.clear()
                holder["$ref"] = ref
    else:
        # The inner ones first: their places change with the outer ones.
        for keys, ref in sorted(references(result), key=lambda each: -len(each[0])):
            _join_with_siblings(at(result, keys), ref)
    return result


def _join_with_siblings(holder: Json, ref: str) -> None:
    """Since OpenAPI 3.1 what stands beside a reference to a schema holds as well; the generator would not see it."""
    # A closed object is open for the client, as everywhere.
    own = {
        key: each for key, each in holder.items() if key in _SHAPES and (key, each) != ("additionalProperties", False)
    }
    if own and ref_name(holder):
        for key in [*own, "$ref"]:
            del holder[key]
        kind = holder.pop("type", None)
        if "required" in own or "properties" in own:
            kind = "object"
        holder["allOf"] = [{"$ref": ref}, {"type": kind, **own} if kind else own]


def _respelled(node: Any) -> Any:
    if isinstance(node, list):
        return [_respelled(each) for each in node]
    if not isinstance(node, dict):
        return node
    result = {key: value if key in _DATA else _child(key, value) for key, value in node.items()}
    if _is_file(result):
        result |= {"type": "string", "format": "binary"}
    if isinstance(pattern := result.get("pattern"), str) and not _is_pattern(pattern):
        # Of another dialect than Python's; the client leaves patterns to the API.
        del result["pattern"]
    if isinstance(result.pop("prefixItems", None), list):
        # Said by position; the generator would read each item as any of them, so it is given as it is.
        result["items"] = {}
    if not _SAYS_TYPE & result.keys():
        # It is meant, though anything else is valid; the generator takes lists and maps without a type for anything.
        meant = [kind for key, kind in _MEANT.items() if isinstance(result.get(key), dict)]
        result |= {"type": meant[0]} if meant else {}
    return result


def _child(key: str, value: Any) -> Any:
    if key in _NAMED and isinstance(value, dict):
        # The names are anybody's, and may sound like keywords.
        found = {name: _schema(each) for name, each in value.items()}
        return {name: each for name, each in found.items() if each != {"not": {}}}
    if key == "responses" and isinstance(value, dict):
        return {
            status.upper() if re.fullmatch("[1-5]xx", status, re.IGNORECASE) else status: _respelled(each)
            for status, each in value.items()
        }
    if key == "content" and isinstance(value, dict):
        return {name: _media(name, each) for name, each in value.items()}
    if key in ("oneOf", "anyOf", "allOf") and isinstance(value, list):
        return [_schema(each) for each in value]
    return _schema(value) if key in ("items", "schema") else _respelled(value)


def _schema(node: Any) -> Any:
    """OpenAPI 3.1 says `true` for anything and `false` for nothing."""
    return {} if node is True else {"not": {}} if node is False else _respelled(node)


def _media(name: str, media: Any) -> Any:
    media = _respelled(media)
    # OpenAPI 3.1 needs no schema for bytes.
    if name.partition(";")[0].strip() == _BYTES and isinstance(media, dict) and not media.get("schema"):
        media["schema"] = {"type": "string", "format": "binary"}
    if name.partition(";")[0].strip() == _MULTIPART and isinstance(media, dict):
        _name_files(media)
    return media


def _name_files(media: Json) -> None:
    """A part of a media type that is no text is a file, where the schema is written here."""
    schema, encodings = media.get("schema"), media.get("encoding")
    fields = schema.get("properties") if isinstance(schema, dict) else None
    if not isinstance(fields, dict) or not isinstance(encodings, dict):
        return
    for name, encoding in encodings.items():
        kind = encoding.get("contentType") if isinstance(encoding, dict) else None
        field = fields.get(name)
        if not isinstance(field, dict) or not isinstance(kind, str) or re.search("text/|json|xml", kind):
            continue
        if field.get("type", "string") == "string" and not (_SAYS_TYPE | _SAYS_TEXT) & (field.keys() - {"type"}):
            field |= {"type": "string", "format": "binary"}


def _is_pattern(text: str) -> bool:
    try:
        re.compile(text)
    except re.error:
        return False
    return True


def _is_file(schema: Json) -> bool:
    """A text of a media type that is no text, which OpenAPI 3.1 says for a file."""
    kind = schema.get("contentMediaType")
    if schema.get("type", "string") != "string" or not isinstance(kind, str) or "format" in schema:
        return False
    return "contentEncoding" not in schema and not kind.startswith("text/") and "json" not in kind
