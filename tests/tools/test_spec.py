"""Texts of a document as the tools read them."""

from __future__ import annotations

from typing import Any

import pytest

from tools.spec import SpecError
from tools.spec.pointers import check_references
from tools.spec.spelling import one_spelling


def spelled(version: str, schemas: dict[str, Any]) -> Any:
    return one_spelling({"openapi": version, "components": {"schemas": schemas}})["components"]["schemas"]


def test_what_stands_beside_a_reference_counts_from_3_1_on() -> None:
    beside = {"$ref": "#/components/schemas/amount", "type": "number"}
    data = {"type": "object", "example": beside, "properties": {"$ref": {"type": "string"}}}
    assert spelled("3.0.3", {"price": beside, "data": data}) == {"price": {"$ref": beside["$ref"]}, "data": data}
    assert spelled("3.1.0", {"price": beside, "data": data}) == {"price": beside, "data": data}
    assert one_spelling({"openapi": "3.0.3", "paths": {"/a": beside}})["paths"] == {"/a": beside}


@pytest.mark.parametrize(
    ("written", "kind"),
    [
        ({"properties": {"id": {"type": "integer"}}}, "object"),
        ({"additionalProperties": {"type": "integer"}}, "object"),
        ({"items": {"type": "integer"}}, "array"),
    ],
)
def test_a_type_that_is_meant_is_said(written: dict[str, Any], kind: str) -> None:
    assert spelled("3.0.3", {"thing": written}) == {"thing": {**written, "type": kind}}
    others: list[dict[str, Any]] = [{"allOf": []}, {"type": ["string", "array"]}, {"enum": [[]]}]
    for other in others:
        assert spelled("3.1.0", {"thing": {**written, **other}}) == {"thing": {**written, **other}}


def test_a_keyword_that_is_null_and_a_type_of_no_types_say_nothing() -> None:
    data: dict[str, Any] = {"default": None, "const": None, "example": None}
    assert spelled("3.1.0", {"a": {"type": None, **data}, "b": {"type": []}}) == {"a": data, "b": {}}
    operation: dict[str, Any] = {"requestBody": None, "parameters": None, "responses": {}}
    assert one_spelling({"openapi": "3.0.3", "paths": {"/a": {"get": operation}}})["paths"] == {
        "/a": {"get": {"responses": {}}}
    }


def test_a_pattern_that_python_does_not_read_is_left_to_the_api() -> None:
    assert spelled("3.0.3", {"a": {"pattern": "[a_-.]"}, "b": {"pattern": "^a$"}}) == {"a": {}, "b": {"pattern": "^a$"}}


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


def test_true_is_anything_and_false_nothing_but_for_further_properties() -> None:
    written = {"type": ["array", "object"], "items": True, "oneOf": [False, True], "additionalProperties": False}
    said = {**written, "items": {}, "oneOf": [{"not": {}}, {}]}
    schemas = {"a": {**written, "properties": {"any": True, "none": False}}, "none": False}
    assert spelled("3.1.0", schemas) == {"a": {**said, "properties": {"any": {}}}}
