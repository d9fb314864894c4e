"""What the generator reads wrongly of operations: placeholders, defaults of parameters, bodies without a schema."""

from __future__ import annotations

import json
import re

from tools.spec import Json, operations, resolve


def name_placeholders(document: Json) -> None:
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


def leave_parameter_defaults_to_server(document: Json) -> None:
    """The generator would send the default of a parameter always; the API takes its own, which may change."""
    for operation in operations(document):
        for parameter in operation.parameters:
            schema = resolve(document, parameter.get("schema") or {})
            if "default" in schema and not parameter.get("required"):
                say_default(schema, parameter)


def say_default(schema: Json, told: Json) -> None:
    """The schema's default becomes a part of a description."""
    default = json.dumps(schema.pop("default"), ensure_ascii=False)
    told["description"] = f"{told.get('description') or ''} Default: {default}.".strip()


def say_that_anything_comes(document: Json) -> None:
    """The generator throws away a body whose media type has no schema."""
    for operation in operations(document):
        for node in (operation.request_body or {}, *operation.responses.values()):
            for name, media in (node.get("content") or {}).items():
                if not (media or {}).get("schema"):
                    node["content"][name] = {**(media or {}), "schema": {}}
