"""One spelling for what OpenAPI lets people write in several ways, so that everything else knows only one."""

from __future__ import annotations

import json
import re
from typing import Any

from tools.spec import BUNDLE, Json, Keys, SpecError, at, ref_name
from tools.spec.pointers import describe, walk

_SAYS_TYPE = frozenset({"type", "$ref", "allOf", "oneOf", "anyOf", "not", "enum", "const"})
_MEANT = {"properties": "object", "items": "array", "additionalProperties": "object"}
# What gives the values another form. Remarks do not, and rules for values and a type that is said again need no class.
_SHAPES = frozenset(
    {"properties", "required", "items", "allOf", "oneOf", "anyOf", "additionalProperties"} | {"enum", "const", "format"}
)
# The kinds of nodes whose keys are keywords, and the keywords with anybody's data.
_KEYWORDS = frozenset({"operation", "part", "schema", "rule"})
_DATA = frozenset({"example", "default", "const", "value"})
_SAYS_TEXT = frozenset({"format", "contentEncoding"})


def one_spelling(document: Json) -> Json:
    """A copy in that spelling; the document may be of any form yet.

    Raises:
        SpecError: An operation stands elsewhere, as it does in a document of several files.
    """
    # Nothing is one object in two places after that, as the alias of YAML is.
    result: Json = json.loads(json.dumps(document))
    beside_counts = not str(document.get("openapi")).startswith("3.0")
    # The inner ones first: they move with the outer ones.
    for keys, kind, node in reversed(list(walk(result))):
        if kind == "schema" and (isinstance(node, bool) or node == {"not": {}}):
            _spell_whole(at(result, keys[:-1]), keys, node)
        if not isinstance(node, dict):
            continue
        # A keyword that is null says nothing.
        for key in [key for key, value in node.items() if value is None and kind in _KEYWORDS and key not in _DATA]:
            del node[key]
        if kind == "operation" and "$ref" in node:
            problem = f"is a reference, $ref {node['$ref']!r}, and OpenAPI has none there"
            raise SpecError(f"{describe(result, keys)} {problem}: {BUNDLE}")
        if kind == "operation" and isinstance(statuses := node.get("responses"), dict):
            node["responses"] = {
                status.upper() if re.fullmatch("[1-5]xx", status, re.IGNORECASE) else status: each
                for status, each in statuses.items()
            }
        elif kind == "part" and keys[-2:-1] == ("content",):
            _spell_media(str(keys[-1]).partition(";")[0].strip(), node)
        elif kind in ("schema", "rule"):
            _spell_schema(node)
        if isinstance(ref := node.get("$ref"), str) and kind != "path":
            if beside_counts:
                _join_with_siblings(node, ref)
            else:
                node.clear()
                node["$ref"] = ref
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


def _spell_whole(holder: Any, keys: Keys, schema: Any) -> None:
    """OpenAPI 3.1 says `true` for anything and `false` for nothing."""
    named = keys[-2] in ("properties", "schemas")
    if named and schema is not True:
        del holder[keys[-1]]
    elif named or keys[-1] != "additionalProperties":
        holder[keys[-1]] = {} if schema is True else {"not": {}}


def _spell_schema(schema: Json) -> None:
    if schema.get("type") == []:
        del schema["type"]
    if _is_file(schema):
        schema |= {"type": "string", "format": "binary"}
    if isinstance(pattern := schema.get("pattern"), str):
        try:
            re.compile(pattern)
        except re.error:
            # Of another dialect than Python's; the client leaves patterns to the API.
            del schema["pattern"]
    if isinstance(schema.pop("prefixItems", None), list):
        # Said by position; the generator would read each item as any of them, so it is given as it is.
        schema["items"] = {}
    if not _SAYS_TYPE & schema.keys():
        # It is meant, though anything else is valid; the generator takes lists and maps without a type for anything.
        meant = [kind for key, kind in _MEANT.items() if isinstance(schema.get(key), dict)]
        schema |= {"type": meant[0]} if meant else {}


def _spell_media(media_type: str, media: Json) -> None:
    schema, encodings = media.get("schema"), media.get("encoding")
    # OpenAPI 3.1 needs no schema for bytes.
    if media_type == "application/octet-stream" and not schema:
        media["schema"] = {"type": "string", "format": "binary"}
    fields = schema.get("properties") if isinstance(schema, dict) else None
    if media_type != "multipart/form-data" or not isinstance(fields, dict) or not isinstance(encodings, dict):
        return
    # A part of a media type that is no text is a file, where the schema is written here.
    for name, encoding in encodings.items():
        kind = encoding.get("contentType") if isinstance(encoding, dict) else None
        field = fields.get(name)
        if not isinstance(field, dict) or not isinstance(kind, str) or re.search("text/|json|xml", kind):
            continue
        if field.get("type", "string") == "string" and not (_SAYS_TYPE | _SAYS_TEXT) & (field.keys() - {"type"}):
            field |= {"type": "string", "format": "binary"}


def _is_file(schema: Json) -> bool:
    """A text of a media type that is no text, which OpenAPI 3.1 says for a file."""
    kind = schema.get("contentMediaType")
    if schema.get("type", "string") != "string" or not isinstance(kind, str) or "format" in schema:
        return False
    return "contentEncoding" not in schema and not kind.startswith("text/") and "json" not in kind
