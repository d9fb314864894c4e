"""Texts of a document as the tools read them."""

from __future__ import annotations

import pytest

from tools.spec import SpecError, parse


def test_a_sign_that_json_writes_in_two_halves() -> None:
    assert parse(r'{"a\ud83d\ude00": "\ud83d\ude00"}', "api.json").data == {"a😀": "😀"}


def test_half_of_a_sign_is_refused() -> None:
    with pytest.raises(SpecError, match=r"api\.json:2: half of a sign"):
        parse('{"a":\n"\\ud83d"}', "api.json")
