"""Small OpenAPI documents for the tests of the tools."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

Json = dict[str, Any]


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
    content = {"application/json": {"schema": schema or {"type": "object"}}}
    node: Json = {"tags": [tag], "responses": {"200": {"description": "OK", "content": content}}}
    if operation_id is not None:
        node["operationId"] = operation_id
    if parameters:
        node["parameters"] = parameters
    return node


def written(folder: Path, content: Json, name: str = "openapi.json") -> Path:
    """The document as a file."""
    file = folder / name
    file.write_text(json.dumps(content), encoding="utf-8")
    return file
