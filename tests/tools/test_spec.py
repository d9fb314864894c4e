"""Texts of a document as the tools read them."""

from __future__ import annotations

import pytest

from tools.spec import SpecError, parse
from tools.spec.spelling import one_spelling


def test_a_sign_that_json_writes_in_two_halves() -> None:
    assert parse(r'{"a\ud83d\ude00": "\ud83d\ude00"}', "api.json").data == {"a😀": "😀"}


def test_half_of_a_sign_is_refused() -> None:
    with pytest.raises(SpecError, match=r"api\.json:2: half of a sign"):
        parse('{"a":\n"\\ud83d"}', "api.json")


def test_what_stands_beside_a_reference_counts_from_3_1_on() -> None:
    beside = {"$ref": "#/components/schemas/amount", "type": "number"}
    example = {"example": beside, "properties": {"$ref": {"type": "string"}}}
    content = {"paths": {"/a": beside}, "components": {"schemas": {"price": {"items": beside}, "other": example}}}
    schemas = one_spelling({"openapi": "3.0.3", **content})["components"]["schemas"]
    assert schemas == {"price": {"items": {"$ref": beside["$ref"]}}, "other": example}
    assert one_spelling({"openapi": "3.0.3", **content})["paths"] == content["paths"]
    assert one_spelling({"openapi": "3.1.0", **content})["components"] == content["components"]
