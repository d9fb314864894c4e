"""The published document as it may be one day: what every later operation and schema may bring."""

from __future__ import annotations

import copy
from typing import Any

from tests.tools.conftest import PUBLISHED
from tests.tools.documents import (
    BOOLEAN,
    JSON_TYPE,
    NUMBER,
    TEXT,
    Json,
    array,
    choice,
    fields,
    parameter,
    reference,
    text,
)
from tools import spec

_TIME, _DAY, _UUID = text("date-time"), text("date"), text("uuid")


def _json(schema: Json, description: str = "OK", **more: Any) -> Json:
    return {"description": description, "content": {JSON_TYPE: {"schema": schema, **more}}}


def _operation(name: str | None, responses: Json, **more: Any) -> Json:
    named = {} if name is None else {"operationId": f"voices#{name}"}
    return {"tags": ["Voices"], **named, "responses": responses, "security": [{"apiKey": []}], **more}


def _voice(description: str = "OK") -> Json:
    return _json(reference("voiceModel"), description, example=_EXAMPLE)


def _body(**more: Any) -> Json:
    return {"requestBody": {"content": {JSON_TYPE: {"schema": reference("newVoiceModel")}}, **more}}


_FAILED = {"404": _json(reference("errorModel"), "Not found"), "422": _json(reference("errorModel"), "Refused")}
_HEADERS = {f"X-Pagination-{name}": {"schema": NUMBER} for name in ("Limit", "OffSet", "Total-Count")}
_EXAMPLE: Json = {"id": 7, "name": "Ada", "style": "calm", "made": "2023-01-02T03:04:05Z"}
_EXAMPLE |= {"speaks": [{"language": "en"}], "a field nobody declared": True}
_JOB = {"id": "6c0a5b7e-0000-4000-8000-000000000000", "done": False}

SCHEMAS: Json = {
    "voiceModel": {
        "allOf": [
            fields("id", id=NUMBER, name=TEXT),
            fields(
                style=reference("styleModel"),
                made=_TIME,
                day=_DAY,
                key=_UUID,
                parent={"nullable": True, "allOf": [reference("voiceModel")]},
                speaks=array(fields(language=TEXT)),
                labels={"type": "object", "additionalProperties": TEXT},
                quotas=fields(plan=TEXT) | {"additionalProperties": fields(left=NUMBER)},
                source=choice(reference("cloned"), reference("recorded")),
                score={"anyOf": [NUMBER, TEXT]},
            ),
        ]
    },
    "styleModel": {"type": "string", "enum": ["calm", "lively"]},
    "cloned": fields("kind", "of", kind={"type": "string", "enum": ["cloned"]}, of=NUMBER),
    "recorded": fields("kind", kind={"type": "string", "enum": ["recorded"]}, at=_TIME),
    "newVoiceModel": {
        **fields(
            "name", name=TEXT, style=reference("styleModel"), key=_UUID, source=reference("cloned"), **{"from": _DAY}
        ),
        "additionalProperties": False,
    },
}

VOICES: Json = {
    "/projects/{project_id}/voices": {
        "parameters": [parameter("project_id", "path")],
        "get": _operation(
            "index",
            {"200": _json(array(reference("voiceModel")), example=[_EXAMPLE]) | {"headers": _HEADERS}},
            parameters=[
                parameter("pagination[limit]", schema=NUMBER),
                parameter("pagination[offset]", schema=NUMBER),
                parameter("filter[style]", schema=reference("styleModel")),
                parameter("filter[languages][]", schema=array(TEXT)),
                parameter("made[from]", schema=_TIME),
                parameter("made[to]", schema=_DAY),
                parameter("key", schema=_UUID),
            ],
        ),
        "post": _operation("create", {"201": _voice("Created"), **_FAILED}, **_body(required=True)),
    },
    "/projects/{project_id}/voices/{id}": {
        "parameters": [parameter("project_id", "path"), parameter("id", "path", NUMBER)],
        "get": _operation("show", {"200": _voice(), **_FAILED}),
        "put": _operation("update", {"200": _voice(), **_FAILED}, **_body()),
        "delete": _operation("delete", {"204": {"description": "Gone"}, **_FAILED}),
    },
    # No operationId, as some pages of vendors have none.
    "/projects/{project_id}/voices/{id}/train": {
        "post": _operation(
            None,
            {"202": _json(fields("id", id=_UUID, done=BOOLEAN), "Accepted", example=_JOB)},
            parameters=[parameter("project_id", "path"), parameter("id", "path", NUMBER)],
        )
    },
}


def document(version: str = "3.0.1") -> Json:
    """The published document with all of that; for OpenAPI 3.1 in its own spelling."""
    published = spec.load(PUBLISHED)
    published["paths"] |= copy.deepcopy(VOICES)
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
