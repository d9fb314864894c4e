"""Every component schema, through its generated model and back, at every edge case."""

from __future__ import annotations

import copy
import pickle
import typing
from collections.abc import Iterator
from functools import cache
from typing import Any

import attrs
import pytest

from beyondwords_api.types import UNSET
from tests.contract.agreement import differences, encoded, same
from tests.contract.cases import check
from tests.contract.edge_cases import UNKNOWN_KEY, EdgeCase, edge_cases, full
from tests.contract.generated import attribute, model, type_hints
from tests.contract.schemas import is_model, plain, sent_default
from tests.contract.subject import COMPONENT_SCHEMAS, SPEC
from tools.spec import Json
from tools.spec.schemas import kinds, properties


def _has_file(schema: Json) -> bool:
    """Such a model is sent as a form, never decoded from JSON: the tests of operations judge it."""
    return any("binary" in kinds(SPEC, inner) for inner, _ in properties(SPEC, schema, ()).values())


MODELS = {name: schema for name, schema in COMPONENT_SCHEMAS.items() if is_model(schema) and not _has_file(schema)}
by_model = pytest.mark.parametrize("name", MODELS)


# To make up values takes longer than to decode them.
@cache
def _edge_cases(name: str) -> list[EdgeCase]:
    return edge_cases(MODELS[name], name)


@cache
def _full(name: str) -> Any:
    return full(MODELS[name], name)


@cache
def _smallest(name: str) -> Any:
    found = _edge_cases(name)
    # Where everything is required, the full one is also the smallest.
    return next((value for what, value in found if what in ("empty", "only required")), found[0][1])


def _properties(name: str, required: bool) -> Iterator[tuple[str, str]]:
    """Those that are required, or those that are not, as cases."""
    node = plain(MODELS[name])
    # A name without a property is in no class; the decoding checks it all the same.
    yield from ((each, each) for each in node.get("properties", ()) if (each in node.get("required", ())) is required)


@by_model
def test_edge_cases_are_decoded_and_come_back_the_same(name: str) -> None:
    def judge(value: Any) -> None:
        before = copy.deepcopy(value)
        decoded = model(name).from_dict(value)
        assert value == before, "from_dict changed what it was given"
        assert differences(MODELS[name], value, decoded, name) == []
        assert same(decoded.to_dict(), value)

    check(((what, value) for what, value in _edge_cases(name) if value is not None), judge)


@by_model
def test_required_properties_that_are_missing_are_an_error_with_its_place(name: str) -> None:
    def judge(missing: str) -> None:
        with pytest.raises(ValueError, match="got nothing") as caught:
            model(name).from_dict({key: item for key, item in _full(name).items() if key != missing})
        assert getattr(caught.value, "location", "") == f"$.{missing}"

    check(_properties(name, required=True), judge)


@by_model
def test_an_optional_property_that_does_not_decode_reads_as_absent_and_comes_back_as_it_came(name: str) -> None:
    def judge(odd: str) -> None:
        for wrong in (["no", {"such": "value"}], {"no": ["such", "value"]}, "neither", 17, True):
            sent = {**_smallest(name), odd: wrong}
            decoded = model(name).from_dict(sent)
            assert decoded.to_dict() == sent or plain(MODELS[name]).get("additionalProperties", True) is not True
        # A null is absent in silence, where it is not a value.
        decoded = model(name).from_dict({**_smallest(name), odd: None})
        holder = attribute(type(decoded), odd) or ""
        hint = type_hints(model(name))[holder]
        takes_null = hint is Any or {Any, type(None)} & {*typing.get_args(hint)}
        assert getattr(decoded, holder) is (None if takes_null else UNSET)

    check(_properties(name, required=False), judge)


@by_model
def test_a_model_is_made_by_hand_copied_and_pickled_and_holds_nothing_else(name: str) -> None:
    decoded, smallest = model(name).from_dict(_full(name)), model(name).from_dict(_smallest(name))
    by_hand = type(decoded)(**_attributes(decoded))
    for again in (by_hand, attrs.evolve(decoded), copy.deepcopy(decoded), pickle.loads(pickle.dumps(decoded))):
        assert again == decoded
        assert same(encoded(again), encoded(decoded))
    assert "object at 0x" not in repr(smallest)
    attributes = _attributes(smallest)
    attributes.pop("additional_properties", None)
    properties = plain(MODELS[name]).get("properties") or {}
    given = {key: sent_default(schema) for key, schema in properties.items()}
    defaults = {key: value for key, value in given.items() if value is not None}
    declared = {key: value for key, value in _smallest(name).items() if key in properties}
    assert same(model(name)(**attributes).to_dict(), {**defaults, **declared})


@by_model
def test_further_keys_are_kept_and_reached_like_those_of_a_dict(name: str) -> None:
    decoded = model(name).from_dict(_smallest(name))
    if not hasattr(decoded, "additional_properties"):
        # The schema allows none; one that the server sends all the same does no harm.
        assert model(name).from_dict({**_smallest(name), UNKNOWN_KEY: 7}) == decoded
        return
    if isinstance(plain(MODELS[name]).get("additionalProperties"), dict):
        pytest.skip("further keys have a schema of their own here, and edge cases of their own")
    assert UNKNOWN_KEY not in decoded
    decoded[UNKNOWN_KEY] = 7
    assert decoded[UNKNOWN_KEY] == decoded.to_dict()[UNKNOWN_KEY] == 7
    del decoded[UNKNOWN_KEY]
    assert UNKNOWN_KEY not in decoded


def _attributes(decoded: Any) -> dict[str, Any]:
    names = [field.name for field in attrs.fields(type(decoded))]
    return {name: getattr(decoded, name) for name in names if getattr(decoded, name) is not UNSET}
