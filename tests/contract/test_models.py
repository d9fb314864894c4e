"""Every component schema, through its generated model and back, at every corner."""

from __future__ import annotations

import copy
import pickle
from typing import Any

import pytest

from beyondwords_api.types import UNSET
from tests.contract.agreement import differences, encoded, same
from tests.contract.corners import UNKNOWN_KEY, Corner, corners, full
from tests.contract.generated import model
from tests.contract.schemas import errors, extra_schema, is_model, plain, sent_default
from tests.contract.subject import COMPONENT_SCHEMAS

MODELS = {name: schema for name, schema in COMPONENT_SCHEMAS.items() if is_model(schema)}
CORNERS = [
    pytest.param(name, corner, id=f"{name}: {corner.name}")
    for name, schema in MODELS.items()
    for corner in corners(schema, name)
    if corner.value is not None
]
REQUIRED = [
    (name, field)
    for name, schema in MODELS.items()
    for field in plain(schema).get("required", ())
    # A name without a property is in no class; tools/generate/forms.py checks it all the same.
    if field in plain(schema).get("properties", {})
]


@pytest.mark.parametrize(("name", "corner"), CORNERS)
def test_corner_is_valid_by_its_schema(name: str, corner: Corner) -> None:
    # Guards the tests below: they judge the client by these values.
    assert errors(COMPONENT_SCHEMAS[name], corner.value) == []


@pytest.mark.parametrize(("name", "corner"), CORNERS)
def test_corner_is_decoded(name: str, corner: Corner) -> None:
    before = copy.deepcopy(corner.value)
    decoded = model(name).from_dict(corner.value)
    assert differences(COMPONENT_SCHEMAS[name], corner.value, decoded, name) == []
    assert corner.value == before, "from_dict changed what it was given"


@pytest.mark.parametrize(("name", "corner"), CORNERS)
def test_corner_comes_back_the_same(name: str, corner: Corner) -> None:
    back = model(name).from_dict(corner.value).to_dict()
    assert same(back, corner.value), f"{corner.value} came back as {back}"


@pytest.mark.parametrize("name", MODELS)
def test_model_is_equal_by_value_and_survives_copy_and_pickle(name: str) -> None:
    one, two = (model(name).from_dict(full(COMPONENT_SCHEMAS[name], name)) for _ in range(2))
    assert one == two == copy.deepcopy(one) == pickle.loads(pickle.dumps(one))


def _smallest(name: str) -> Any:
    found = corners(COMPONENT_SCHEMAS[name], name)
    # Where everything is required, the full one is also the smallest.
    return next((each.value for each in found if each.name in ("empty", "only required")), found[0].value)


@pytest.mark.parametrize("name", MODELS)
def test_repr_of_the_smallest_model_reads_well(name: str) -> None:
    assert "object at 0x" not in repr(model(name).from_dict(_smallest(name)))


@pytest.mark.parametrize("name", MODELS)
def test_smallest_model_made_by_hand_holds_nothing_else(name: str) -> None:
    attributes = _attributes(model(name).from_dict(_smallest(name)))
    properties = plain(COMPONENT_SCHEMAS[name]).get("properties") or {}
    given = {key: sent_default(schema) for key, schema in properties.items()}
    defaults = {key: value for key, value in given.items() if value is not None}
    declared = {key: value for key, value in _smallest(name).items() if key in properties}
    assert same(model(name)(**attributes).to_dict(), {**defaults, **declared})


@pytest.mark.parametrize("name", MODELS)
def test_unknown_key_does_no_harm(name: str) -> None:
    value = {**full(COMPONENT_SCHEMAS[name], name)}
    if isinstance(extra_schema(plain(COMPONENT_SCHEMAS[name])), dict):
        pytest.skip("further keys have a schema of their own here, and corners of their own")
    back = model(name).from_dict({**value, UNKNOWN_KEY: 1}).to_dict()
    assert same({key: item for key, item in back.items() if key != UNKNOWN_KEY}, value)


@pytest.mark.parametrize("name", MODELS)
def test_further_keys_are_reached_like_those_of_a_dict(name: str) -> None:
    decoded = model(name).from_dict(_smallest(name))
    if not hasattr(decoded, "additional_properties"):
        pytest.skip("the schema allows no further keys")
    assert UNKNOWN_KEY not in decoded
    decoded[UNKNOWN_KEY] = 7
    assert UNKNOWN_KEY in decoded
    assert decoded[UNKNOWN_KEY] == 7
    del decoded[UNKNOWN_KEY]
    assert UNKNOWN_KEY not in decoded


@pytest.mark.parametrize(("name", "field"), REQUIRED)
def test_required_field_that_is_missing_is_an_error(name: str, field: str) -> None:
    value = full(COMPONENT_SCHEMAS[name], name)
    del value[field]
    with pytest.raises(ValueError, match=rf"at \$\.{field} expected .*, got nothing"):
        model(name).from_dict(value)


@pytest.mark.parametrize("name", MODELS)
def test_model_is_built_by_hand_from_its_attributes(name: str) -> None:
    decoded = model(name).from_dict(full(COMPONENT_SCHEMAS[name], name))
    attributes = _attributes(decoded)
    by_hand = type(decoded)(**attributes)
    if hasattr(decoded, "additional_properties"):
        by_hand.additional_properties = decoded.additional_properties
    assert by_hand == decoded
    assert same(encoded(by_hand), encoded(decoded))


def _attributes(decoded: Any) -> dict[str, Any]:
    names = [field.name for field in type(decoded).__attrs_attrs__ if field.init]
    return {name: getattr(decoded, name) for name in names if getattr(decoded, name) is not UNSET}
