"""The published document as it may be one day: what every later operation and schema may bring."""

from __future__ import annotations

import copy
from typing import Any

from tests.tools.conftest import PUBLISHED
from tests.tools.documents import Json
from tools import spec

_TEXT = {"type": "string"}
_NUMBER = {"type": "integer"}
_TIME = {"type": "string", "format": "date-time"}
_DAY = {"type": "string", "format": "date"}
_UUID = {"type": "string", "format": "uuid"}


def _ref(name: str) -> Json:
    return {"$ref": f"#/components/schemas/{name}"}


def _json(schema: Json, description: str = "OK", **more: Any) -> Json:
    return {"description": description, "content": {"application/json": {"schema": schema, **more}}}


def _query(name: str, schema: Json) -> Json:
    return {"name": name, "in": "query", "schema": schema}


def _path(name: str, schema: Json) -> Json:
    return {"name": name, "in": "path", "required": True, "schema": schema}


_FAILED = {"404": _json(_ref("errorModel"), "Not found"), "422": _json(_ref("errorModel"), "Refused")}
_HEADERS = {
    "X-Pagination-Limit": {"schema": _NUMBER},
    "X-Pagination-OffSet": {"schema": _NUMBER},
    "X-Pagination-Total-Count": {"schema": _NUMBER},
}
_PAGING = [_query("pagination[limit]", _NUMBER), _query("pagination[offset]", _NUMBER)]
_JOB: Json = {"type": "object", "required": ["id"], "properties": {"id": _UUID, "done": {"type": "boolean"}}}
_EXAMPLE: Json = {
    "id": 7,
    "name": "Ada",
    "style": "calm",
    "made": "2023-01-02T03:04:05Z",
    "speaks": [{"language": "en"}],
    "a field nobody declared": True,
}

SCHEMAS: Json = {
    "voiceModel": {
        "allOf": [
            {"type": "object", "required": ["id"], "properties": {"id": _NUMBER, "name": _TEXT}},
            {
                "type": "object",
                "properties": {
                    "style": _ref("styleModel"),
                    "made": _TIME,
                    "day": _DAY,
                    "key": _UUID,
                    "parent": {"nullable": True, "allOf": [_ref("voiceModel")]},
                    "speaks": {"type": "array", "items": {"type": "object", "properties": {"language": _TEXT}}},
                    "labels": {"type": "object", "additionalProperties": _TEXT},
                    "quotas": {
                        "type": "object",
                        "properties": {"plan": _TEXT},
                        "additionalProperties": {"type": "object", "properties": {"left": _NUMBER}},
                    },
                    "source": {"oneOf": [_ref("cloned"), _ref("recorded")]},
                    "score": {"anyOf": [_NUMBER, _TEXT]},
                },
            },
        ]
    },
    "styleModel": {"type": "string", "enum": ["calm", "lively"]},
    "cloned": {
        "type": "object",
        "required": ["kind", "of"],
        "properties": {"kind": {"type": "string", "enum": ["cloned"]}, "of": _NUMBER},
    },
    "recorded": {
        "type": "object",
        "required": ["kind"],
        "properties": {"kind": {"type": "string", "enum": ["recorded"]}, "at": _TIME},
    },
    "newVoiceModel": {
        "type": "object",
        "required": ["name"],
        "additionalProperties": False,
        "properties": {
            "name": _TEXT,
            "style": _ref("styleModel"),
            "from": _DAY,
            "key": _UUID,
            "source": _ref("cloned"),
        },
    },
}

VOICES: Json = {
    "/projects/{project_id}/voices": {
        "parameters": [_path("project_id", _TEXT)],
        "get": {
            "tags": ["Voices"],
            "operationId": "voices#index",
            "parameters": [
                *_PAGING,
                _query("filter[style]", _ref("styleModel")),
                _query("filter[languages][]", {"type": "array", "items": _TEXT}),
                _query("made[from]", _TIME),
                _query("made[to]", _DAY),
                _query("key", _UUID),
            ],
            "responses": {
                "200": _json({"type": "array", "items": _ref("voiceModel")}, example=[_EXAMPLE]) | {"headers": _HEADERS}
            },
        },
        "post": {
            "tags": ["Voices"],
            "operationId": "voices#create",
            "requestBody": {"required": True, "content": {"application/json": {"schema": _ref("newVoiceModel")}}},
            "responses": {"201": _json(_ref("voiceModel"), "Created", example=_EXAMPLE), **_FAILED},
        },
    },
    "/projects/{project_id}/voices/{id}": {
        "parameters": [_path("project_id", _TEXT), _path("id", _NUMBER)],
        "get": {
            "tags": ["Voices"],
            "operationId": "voices#show",
            "responses": {"200": _json(_ref("voiceModel"), example=_EXAMPLE), **_FAILED},
        },
        "put": {
            "tags": ["Voices"],
            "operationId": "voices#update",
            "requestBody": {"content": {"application/json": {"schema": _ref("newVoiceModel")}}},
            "responses": {"200": _json(_ref("voiceModel"), example=_EXAMPLE), **_FAILED},
        },
        "delete": {
            "tags": ["Voices"],
            "operationId": "voices#delete",
            "responses": {"204": {"description": "Gone"}, **_FAILED},
        },
    },
    "/projects/{project_id}/voices/{id}/train": {
        "post": {
            # No operationId, as some pages of vendors have none.
            "tags": ["Voices"],
            "parameters": [_path("project_id", _TEXT), _path("id", _NUMBER)],
            "responses": {
                "202": _json(_JOB, "Accepted", example={"id": "6c0a5b7e-0000-4000-8000-000000000000", "done": False})
            },
        }
    },
}


def document(version: str = "3.0.1") -> Json:
    """The published document with all of that; for OpenAPI 3.1 in its own spelling."""
    published = copy.deepcopy(spec.load(PUBLISHED))
    added = copy.deepcopy(VOICES)
    for item in added.values():
        for method in item.keys() & {"get", "post", "put", "delete"}:
            item[method]["security"] = [{"apiKey": []}]
    published["paths"] |= added
    published["components"]["schemas"] |= copy.deepcopy(SCHEMAS)
    published["openapi"] = version
    found: Json = _in_3_1(published) if version.startswith("3.1") else published
    return found


def _in_3_1(node: Any) -> Any:
    """`nullable` as a type or an alternative."""
    if isinstance(node, list):
        return [_in_3_1(item) for item in node]
    if not isinstance(node, dict):
        return node
    found = {key: _in_3_1(value) for key, value in node.items() if key != "nullable"}
    if node.get("nullable") is True:
        if "allOf" in found:
            return {"anyOf": [found["allOf"][0], {"type": "null"}]}
        found["type"] = [found["type"], "null"]
    return found
