"""The one spelling of a document, and the references in it."""

from __future__ import annotations

from typing import Any

import pytest

from tools.spec import Json, SpecError
from tools.spec.pointers import check_references
from tools.spec.spelling import one_spelling

PRICE = {"$ref": "#/components/schemas/amount", "type": "number"}
DATA: Json = {"type": "object", "example": PRICE, "properties": {"$ref": {"type": "string"}}}
SILENT: Json = {"default": None, "const": None, "example": None}
ANY = {"type": ["array", "object"], "items": True, "oneOf": [False, True], "additionalProperties": False}
MEANT: list[tuple[Json, str]] = [
    ({"properties": {"id": {"type": "integer"}}}, "object"),
    ({"additionalProperties": {"type": "integer"}}, "object"),
    ({"items": {"type": "integer"}}, "array"),
]
OTHERS: list[Json] = [{"allOf": []}, {"type": ["string", "array"]}, {"enum": [[]]}]


@pytest.mark.parametrize(
    ("version", "written", "said"),
    [
        # What stands beside a reference counts from 3.1 on.
        ("3.0.3", PRICE, {"$ref": PRICE["$ref"]}),
        ("3.1.0", PRICE, PRICE),
        *((version, DATA, DATA) for version in ("3.0.3", "3.1.0")),
        # A type that is meant is said.
        *(("3.0.3", written, {**written, "type": kind}) for written, kind in MEANT),
        *(("3.1.0", {**written, **other}, {**written, **other}) for written, _ in MEANT for other in OTHERS),
        # A keyword that is null and a type of no types say nothing.
        ("3.1.0", {"type": None, **SILENT}, SILENT),
        ("3.1.0", {"type": []}, {}),
        # A pattern that Python does not read is left to the API.
        ("3.0.3", {"pattern": "[a_-.]"}, {}),
        ("3.0.3", {"pattern": "^a$"}, {"pattern": "^a$"}),
        # `true` is anything and `false` nothing, but for further properties.
        ("3.1.0", ANY, {**ANY, "items": {}, "oneOf": [{"not": {}}, {}]}),
        (
            "3.1.0",
            {"type": "object", "properties": {"a": True, "b": False}},
            {"type": "object", "properties": {"a": {}}},
        ),
    ],
)
def test_a_schema_is_said_in_one_way(version: str, written: Json, said: Json) -> None:
    schemas = {"thing": written, "none": False}
    spelled = one_spelling({"openapi": version, "components": {"schemas": schemas}})
    assert spelled["components"]["schemas"] == {"thing": said}


def test_of_paths_a_reference_stays_and_what_is_null_says_nothing() -> None:
    operation: Json = {"requestBody": None, "parameters": None, "responses": {}}
    paths = {"/a": PRICE, "/b": {"get": operation}}
    said = {"/a": PRICE, "/b": {"get": {"responses": {}}}}
    assert one_spelling({"openapi": "3.0.3", "paths": paths})["paths"] == said


@pytest.mark.parametrize(
    "way",
    [
        *("paths /a", "paths /a parameters x", "paths /a get parameters x", "paths /a get requestBody"),
        *(
            "paths /a get responses default",
            "paths /a get responses 200 headers X-A",
            "paths /a get callbacks a {$url}",
        ),
        "paths /a post requestBody content multipart/form-data encoding a headers X-A schema",
        *("paths /a get responses 200 content a/b examples a", "paths /a get responses 200 links a"),
        *("webhooks a", "components callbacks a {$url}", "components pathItems a", "components securitySchemes a"),
        *(
            f"components schemas {way}"
            for way in ("a", "a items", "a additionalProperties", "a properties enum oneOf x")
        ),
        *(f"components schemas a {key} b" for key in ("patternProperties", "$defs", "prefixItems", "dependentSchemas")),
        *(f"components schemas a not {way}" for way in ("items", "if", "contains properties default")),
    ],
)
def test_a_reference_that_leads_nowhere_is_found_wherever_it_stands(way: str) -> None:
    document: Any = {"$ref": "#/nowhere"}
    for key in reversed(way.split()):
        document = {key: document}
    with pytest.raises(SpecError, match="'#/nowhere' points at nothing"):
        check_references(document)
