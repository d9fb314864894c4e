"""Small OpenAPI documents for the tests of the tools."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

Json = dict[str, Any]

JSON_TYPE = "application/json"
FORM = "application/x-www-form-urlencoded"
MULTIPART = "multipart/form-data"
BYTES = "application/octet-stream"
TEXT: Json = {"type": "string"}
NUMBER: Json = {"type": "integer"}
BOOLEAN: Json = {"type": "boolean"}


def text(of_format: str) -> Json:
    return {"type": "string", "format": of_format}


def array(items: Json) -> Json:
    return {"type": "array", "items": items}


def fields(*required: str, **properties: Json | bool) -> Json:
    return {"type": "object", "properties": properties} | ({"required": list(required)} if required else {})


def reference(name: str) -> Json:
    return {"$ref": f"#/components/schemas/{name}"}


def choice(*branches: Json, by: str | None = None, **mapping: str) -> Json:
    """`oneOf`, with a discriminator where `by` names its property."""
    told = {"discriminator": {"propertyName": by, "mapping": mapping}} if by else {}
    return {"oneOf": list(branches)} | told


def parameter(name: str, place: str = "query", schema: Json | None = TEXT, **more: Any) -> Json:
    node = {"name": name, "in": place, **({"required": True} if place == "path" else {}), **more}
    return node if schema is None else node | {"schema": schema}


def document(paths: Json | None = None, schemas: Json | None = None, version: str = "3.0.1") -> Json:
    """A whole document around the part a test is about."""
    return {
        "openapi": version,
        "info": {"title": "Test", "version": "1"},
        "servers": [{"url": "https://example.test/v1"}],
        "paths": paths if paths is not None else {"/things": {"get": operation("things#index")}},
        "components": {"schemas": schemas or {}},
    }


def operation(
    operation_id: str | None, parameters: list[Json] | None = None, schema: Json | None = None, tag: str = "Things"
) -> Json:
    """One operation that answers 200 with a body of that schema."""
    content = {JSON_TYPE: {"schema": schema or {"type": "object"}}}
    node: Json = {"tags": [tag], "responses": {"200": {"description": "OK", "content": content}}}
    if operation_id is not None:
        node["operationId"] = operation_id
    if parameters:
        node["parameters"] = parameters
    return node


def sending(name: str, media_type: str, schema: Json | None, *, required: bool = True, **media: Any) -> Json:
    """A path of which POST sends such a body."""
    content = {media_type: media | ({"schema": schema} if schema is not None else {})}
    return {
        "post": operation(name, schema=fields(id=NUMBER)) | {"requestBody": {"required": required, "content": content}}
    }


def giving(name: str, schema: Json) -> Json:
    """A path of which GET gives such a body."""
    return {"get": operation(name, schema=schema)}


def written(folder: Path, content: Json, name: str = "openapi.json") -> Path:
    """The document as a file."""
    file = folder / name
    file.write_text(json.dumps(content), encoding="utf-8")
    return file
