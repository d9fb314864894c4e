"""The spec is valid, and its examples are what its schemas say."""

from __future__ import annotations

import pytest
from openapi_spec_validator import OpenAPIV30SpecValidator, OpenAPIV31SpecValidator

from tests.contract.cases import check
from tests.contract.schemas import errors
from tests.contract.subject import IS_3_0, IS_PUBLISHED, OPERATIONS, SPEC
from tools.spec.examples import Example, everywhere
from tools.spec.pointers import describe

# Of other documents the generation judges what matters to the client.
_OURS = pytest.mark.skipif(not IS_PUBLISHED, reason="is about the published document")


@_OURS
def test_the_document_is_valid_openapi() -> None:
    validator = OpenAPIV30SpecValidator if IS_3_0 else OpenAPIV31SpecValidator
    assert [error.message for error in validator(SPEC).iter_errors()] == []


def test_the_document_has_operations() -> None:
    assert OPERATIONS


@_OURS
def test_examples_are_valid_by_their_schemas() -> None:
    def judge(example: Example) -> None:
        assert errors(example.schema, example.value) == []

    check(((describe(SPEC, example.keys), example) for example in everywhere(SPEC)), judge)
