"""What the generator reads wrongly, said in another way that means the same.

Each step is mechanical, and none changes the wire. What cannot be said in another way is unsupported
(`tools/generate/unsupported/`).
"""

from __future__ import annotations

import copy
from collections.abc import Iterator
from typing import Any

from openapi_python_client.strings import in_double_quote_literal, snake_case

from tools.generate.alternatives import mark_alternatives
from tools.generate.normalize_operations import (
    leave_parameter_defaults_to_server,
    name_placeholders,
    say_default,
    say_that_anything_comes,
)
from tools.spec import Json, resolve
from tools.spec.pointers import schemas
from tools.spec.schemas import REMARKS, RULES, kinds, says_only_required, types


def normalized(spec: Json) -> Json:
    """A copy of the document with every step."""
    document: Json = copy.deepcopy(spec)
    _drop_parameters_without_schema(document)
    name_placeholders(document)
    leave_parameter_defaults_to_server(document)
    say_that_anything_comes(document)
    for _, schema in list(schemas(document)):
        # Where nothing is sent the API itself takes the default, so a client without it does the same.
        if "default" in schema and not is_written(document, schema):
            say_default(schema, schema)
    for _, schema in list(schemas(document)):
        _flatten(schema)
    for _, schema in list(schemas(document)):
        _open(schema)
        _drop_choices_of_required(schema)
        _name_values(schema)
        if "array" in types(schema):
            # OpenAPI 3.1 lets a list of anything go without.
            schema.setdefault("items", {})
    mark_alternatives(document)
    return document


def _open(schema: Json) -> None:
    """The class of a closed object would throw away fields that the API has learnt since."""
    if schema.get("additionalProperties") is False:
        del schema["additionalProperties"]


def _drop_parameters_without_schema(document: Json) -> None:
    """Those that nothing uses any more: the generator gives up the whole document for them."""
    parameters = (document.get("components") or {}).get("parameters") or {}
    for name in [name for name, each in parameters.items() if "schema" not in resolve(document, each)]:
        del parameters[name]


def is_written(document: Json, schema: Json) -> bool:
    """Whether the generated code gives the schema's default as it is: no list or object, no text with signs that
    the generator escapes twice, and nothing that may be of several kinds."""
    default, found = schema["default"], kinds(document, schema) - {"null"}
    if len(found) > 1:
        # The first alternative that can hold it at all would have it: the text "3" for 3.
        return False
    if not isinstance(default, str):
        return isinstance(default, bool | int | float)
    if found == {"enum"}:
        return str(in_double_quote_literal(default)) == default
    return not set(default) & {'"', "\\"}


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


# --- alternatives


def _drop_choices_of_required(schema: Json) -> None:
    for key in ("oneOf", "anyOf"):
        if says_only_required(schema.get(key)):
            del schema[key]


# --- enums


def _name_values(schema: Json) -> None:
    """Values that differ only in case or signs would get the same name, and one of them none."""
    values = [value for value in schema.get("enum") or () if value is not None]
    if not all(isinstance(value, str) for value in values) or "x-enum-varnames" in schema:
        return
    names = [_member_name(number, value) for number, value in enumerate(values)]
    if len(set(names)) < len(names):
        schema["x-enum-varnames"] = _numbered(names)


def _member_name(number: int, value: str) -> str:
    return snake_case(value.upper()).upper() if value[:1].isalpha() else f"VALUE_{number}"


def _numbered(names: list[str]) -> list[str]:
    taken = set(names)
    result: list[str] = []
    for name in names:
        number, unique = 1, name
        while unique in result or (number > 1 and unique in taken):
            number += 1
            unique = f"{name}_{number}"
        result.append(unique)
    return result
