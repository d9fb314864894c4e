"""The spec is valid, and its examples are what its schemas say."""

from __future__ import annotations

import pytest
from openapi_spec_validator import OpenAPIV30SpecValidator, OpenAPIV31SpecValidator

from tests.contract import examples
from tests.contract.cases import check
from tests.contract.examples import Example
from tests.contract.schemas import errors
from tests.contract.subject import IS_3_0, IS_PUBLISHED, OPERATIONS, SPEC
from tools.spec import resolve

# Of other documents the generation judges what matters to the client.
_OURS = pytest.mark.skipif(not IS_PUBLISHED, reason="is about the published document")


@_OURS
def test_the_document_is_valid_openapi() -> None:
    validator = OpenAPIV30SpecValidator if IS_3_0 else OpenAPIV31SpecValidator
    assert [error.message for error in validator(SPEC).iter_errors()] == []


def test_the_document_has_operations() -> None:
    assert OPERATIONS


def test_every_reference_leads_somewhere() -> None:
    for where, reference in examples.references():
        assert resolve(SPEC, {"$ref": reference}) is not None, f"{where}: {reference} leads to nothing"


@_OURS
def test_examples_are_valid_by_their_schemas() -> None:
    def judge(example: Example) -> None:
        assert errors(example.schema, example.value) == []

    check(((example.where, example) for example in examples.everywhere()), judge)


@_OURS
def test_no_component_example_is_unused() -> None:
    used = {reference for _, reference in examples.references()}
    declared = [f"#/components/examples/{name}" for name in (SPEC.get("components") or {}).get("examples") or {}]
    assert [name for name in declared if name not in used] == []
