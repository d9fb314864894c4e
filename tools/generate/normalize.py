"""What the generator reads wrongly, said in another way that means the same.

Each step is mechanical, and none changes the wire. What cannot be said in another way is unsupported
(`tools/generate/unsupported/`).
"""

from __future__ import annotations

import copy
import json
import re
from collections.abc import Iterator
from typing import Any

from openapi_python_client.strings import snake_case

from tools.generate.alternatives import mark_alternatives
from tools.spec import Json, operations, resolve
from tools.spec.pointers import schemas
from tools.spec.schemas import REMARKS, RULES, kinds, says_only_required, types

# The types of Python whose values are written as defaults of each kind.
_WRITTEN: dict[str, tuple[type, ...]] = {
    "boolean": (bool,),
    "string": (str,),
    "enum": (str,),
    **dict.fromkeys(("integer", "number enum"), (int,)),
}
_WRITTEN |= {"number": (int, float)}


def normalized(spec: Json) -> Json:
    """A copy of the document with every step."""
    document: Json = copy.deepcopy(spec)
    # What nothing uses any more and has no schema: the generator gives up the whole document for it.
    parameters = (document.get("components") or {}).get("parameters") or {}
    for name in [name for name, each in parameters.items() if "schema" not in resolve(document, each)]:
        del parameters[name]
    _name_placeholders(document)
    _leave_parameter_defaults_to_server(document)
    _say_that_anything_comes(document)
    _say_inherited_security(document)
    for _, schema in list(schemas(document)):
        # Where nothing is sent the API itself takes the default, so a client without it does the same.
        if "default" in schema and not is_written(document, schema):
            _say_default(schema, schema)
    for _, schema in list(schemas(document)):
        _flatten(schema)
    for _, schema in list(schemas(document)):
        # The class of a closed object would throw away fields that the API has learnt since.
        if schema.get("additionalProperties") is False:
            del schema["additionalProperties"]
        for key in [key for key in ("oneOf", "anyOf") if says_only_required(schema.get(key))]:
            del schema[key]
        _name_values(schema)
        if "array" in types(schema):
            # OpenAPI 3.1 lets a list of anything go without.
            schema.setdefault("items", {})
    mark_alternatives(document)
    return document


def is_written(document: Json, schema: Json) -> bool:
    """Whether the generated code gives the schema's default as it is: one of the schema's own kind, no list or object,
    and no text with signs that the generator escapes twice."""
    default, found = schema["default"], kinds(document, schema) - {"null"}
    # Of several alternatives the first that can hold it at all would have it: the text "3" for 3.
    if type(default) not in _WRITTEN.get(" or ".join(found), ()):
        return False
    return not (isinstance(default, str) and (set(default) & {'"', "\\"} or not default.isprintable()))


# --- operations


def _name_placeholders(document: Json) -> None:
    """The generator does not see a placeholder with other signs than letters, digits, `_` and `-` in its path."""
    for operation in operations(document):
        for parameter in operation.parameters:
            if parameter["in"] == "path":
                parameter["name"] = _placeholder(parameter["name"])
    paths = document.get("paths") or {}
    document["paths"] = {
        re.sub(r"\{([^{}]*)\}", lambda found: f"{{{_placeholder(found[1])}}}", path): item
        for path, item in paths.items()
    }


def _placeholder(name: str) -> str:
    plain = re.sub(r"[^a-zA-Z0-9_-]", "_", name)
    return plain if re.match(r"[a-zA-Z_-]", plain) else f"_{plain}"


def _leave_parameter_defaults_to_server(document: Json) -> None:
    """The generator would send the default of a parameter always; the API takes its own, which may change."""
    for operation in operations(document):
        for parameter in operation.parameters:
            schema = resolve(document, parameter.get("schema") or {})
            if "default" in schema and not parameter.get("required"):
                _say_default(schema, parameter)


def _say_default(schema: Json, told: Json) -> None:
    """The schema's default becomes a part of a description."""
    default = json.dumps(schema.pop("default"), ensure_ascii=False)
    told["description"] = f"{told.get('description') or ''} Default: {default}.".strip()


def _say_that_anything_comes(document: Json) -> None:
    """The generator throws away a body whose media type has no schema."""
    for operation in operations(document):
        for node in (operation.request_body or {}, *operation.responses.values()):
            for name, media in (node.get("content") or {}).items():
                if not (media or {}).get("schema"):
                    node["content"][name] = {**(media or {}), "schema": {}}


def _say_inherited_security(document: Json) -> None:
    """The generator sees what an operation says itself, and would take the key of all the others for needless."""
    for operation in operations(document):
        operation.node.setdefault("security", document.get("security") or [])


# --- allOf


def _flatten(schema: Json) -> None:
    """The generator looks only at references in `allOf`, and at the properties of what is written there."""
    if not schema.get("allOf"):
        return
    parts = [part for part in _parts(schema["allOf"]) if part.keys() - REMARKS - RULES]
    references = [part for part in parts if "$ref" in part]
    written = [part for part in parts if "$ref" not in part]
    if not references:
        del schema["allOf"]
        for part in written:
            _take_in(schema, part)
        return
    own = {key: schema.pop(key) for key in ("properties", "required") if len(parts) == 1 and schema.get(key)}
    # Beside a single reference the generator sees nothing else.
    schema["allOf"] = [*references, *written, *([{"type": "object", **own}] if own else [])]


def _parts(parts: list[Any]) -> Iterator[Json]:
    for part in parts:
        if isinstance(part, dict) and part.get("allOf"):
            yield from _parts(part["allOf"])
            yield {key: value for key, value in part.items() if key != "allOf"}
        elif isinstance(part, dict):
            yield part


def _take_in(schema: Json, part: Json) -> None:
    for key, value in part.items():
        if key == "properties":
            own = schema.get(key) or {}
            schema[key] = {**value, **own, **{name: _both(own[name], value[name]) for name in own if name in value}}
        elif key == "required":
            schema[key] = list(dict.fromkeys([*(schema.get(key) or ()), *value]))
        else:
            schema.setdefault(key, value)


def _both(one: Any, two: Any) -> Any:
    """A property that two parts describe: the second may say it more narrowly."""
    if one == two:
        return one
    both: Json = {"allOf": [one, two]}
    _flatten(both)
    return both


# --- enums


def _name_values(schema: Json) -> None:
    """Values that differ only in case or signs would get the same name, and one of them none."""
    values = [value for value in schema.get("enum") or () if value is not None]
    if not all(isinstance(value, str) for value in values) or "x-enum-varnames" in schema:
        return
    plain = [
        snake_case(value.upper()).upper() if value[:1].isalpha() else f"VALUE_{number}"
        for number, value in enumerate(values)
    ]
    names: list[str] = []
    for number, name in enumerate(plain):
        names.append(f"{name}_{number}" if name in names else name)
    if names != plain:
        schema["x-enum-varnames"] = names
