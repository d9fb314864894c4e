"""Forms: what of a schema a JSON value can be checked for before it is decoded."""

from __future__ import annotations

from typing import Any

import pytest

from tests.tools.documents import document
from tools.generate.forms import Forms, response_forms
from tools.spec import SpecError

STRING = {"type": "string"}
OBJECT = {"type": "object"}
VALUE = {"type": "value"}


def ref(name: str) -> dict[str, Any]:
    return {"$ref": f"#/components/schemas/{name}"}


def form(schema: Any, **components: Any) -> Any:
    return Forms(document(schemas=components)).of(schema)


@pytest.mark.parametrize(
    "schema",
    [
        STRING,
        {"type": "integer"},
        {"type": "boolean", "enum": [True]},
        {"type": "string", "format": "uri"},
        {},
        True,
        None,
        {"type": "string", "format": "date", "nullable": True},
        {"type": ["string", "null"], "enum": ["a", None]},
        {"enum": ["a", None]},
        {"type": ["object", "string"]},
        {"oneOf": [OBJECT, STRING]},
        {"type": "null"},
    ],
)
def test_anything_goes(schema: Any) -> None:
    assert form(schema) is None


@pytest.mark.parametrize(
    "schema",
    [
        {"type": "string", "enum": ["a"]},
        {"enum": ["a"]},
        {"type": "integer", "enum": [1]},
        {"type": "string", "format": "date-time"},
        {"type": "string", "format": "date"},
        {"type": "string", "format": "uuid"},
        {"const": "a"},
    ],
)
def test_what_is_decoded_cannot_be_null(schema: Any) -> None:
    assert form(schema) == VALUE


def test_properties_are_declared_only_beside_checked_further_ones() -> None:
    checked = {"type": "object", "properties": {"a": STRING}, "additionalProperties": ref("map")}
    assert form(checked, map=OBJECT) == {"type": "object", "additional": {"ref": "map"}, "declared": ["a"]}
    assert form(checked, map=STRING) == {"type": "object"}
    assert form({**checked, "additionalProperties": STRING}) == {"type": "object"}
    assert form({"type": "object", "additionalProperties": OBJECT}) == {
        "type": "object",
        "additional": {"type": "object"},
    }


def test_arrays() -> None:
    assert form({"type": "array", "items": STRING}) == {"type": "array"}
    assert form({"type": "array"}) == {"type": "array"}
    assert form({"type": "array", "items": {"type": "array", "items": OBJECT}}) == {
        "type": "array",
        "items": {"type": "array", "items": {"type": "object"}},
    }


def test_objects() -> None:
    schema = {
        "type": "object",
        "required": ["b", "a"],
        "properties": {"a": STRING, "b": {"type": "array", "items": STRING}},
        "additionalProperties": OBJECT,
    }
    assert form(schema) == {
        "type": "object",
        "required": ["a", "b"],
        "properties": {"b": {"type": "array"}},
        "additional": {"type": "object"},
        "declared": ["a", "b"],
    }
    assert form({"properties": {"a": STRING}}) == {"type": "object"}
    assert form({"type": "object", "additionalProperties": True}) == {"type": "object"}


@pytest.mark.parametrize(
    "schema",
    [
        {"type": "object", "nullable": True},
        {"type": ["object", "null"]},
        {"anyOf": [OBJECT, {"type": "null"}]},
        {"oneOf": [OBJECT, {"enum": [None]}]},
    ],
)
def test_null_is_allowed_where_the_schema_says_so(schema: Any) -> None:
    assert form(schema) == {"type": "object", "nullable": True}


def test_several_containers() -> None:
    assert form({"oneOf": [OBJECT, {"type": "array", "items": STRING}]}) == {
        "any": [{"type": "object"}, {"type": "array"}]
    }
    assert form({"type": ["object", "array", "null"]}) == {
        "any": [{"type": "object"}, {"type": "array"}],
        "nullable": True,
    }


def test_all_of_unites() -> None:
    base = {"type": "object", "required": ["id"], "properties": {"id": STRING, "media": OBJECT}}
    schema = {"allOf": [ref("base"), {"required": ["name"], "properties": {"tags": {"type": "array"}}}]}
    assert form(schema, base=base) == {
        "type": "object",
        "required": ["id", "name"],
        "properties": {"media": {"type": "object"}, "tags": {"type": "array"}},
    }


def test_all_of_something_nullable_and_more_is_not_nullable() -> None:
    base = {"type": "object", "nullable": True}
    assert form({"allOf": [ref("base"), {"required": ["id"]}]}, base=base) == {"type": "object", "required": ["id"]}


def test_all_of_itself_is_refused() -> None:
    with pytest.raises(SpecError, match="'a' is part of itself"):
        form(STRING, a={"allOf": [ref("a"), {"properties": {"x": STRING}}]})


def test_a_reference_stays_one_also_when_something_is_said_beside_it() -> None:
    assert form(ref("a"), a=OBJECT) == {"ref": "a"}
    assert form({"allOf": [ref("a")], "description": "the a"}, a=OBJECT) == {"ref": "a"}
    assert form({"allOf": [ref("a")], "nullable": True}, a=OBJECT) == {"ref": "a", "nullable": True}
    assert form({"anyOf": [ref("a"), {"type": "null"}]}, a=OBJECT) == {"ref": "a", "nullable": True}


def test_a_dangling_reference_is_refused() -> None:
    with pytest.raises(SpecError, match="points at nothing"):
        form(ref("nowhere"))


def test_recursion() -> None:
    tree = {"type": "object", "properties": {"children": {"type": "array", "items": ref("tree")}}}
    forms = Forms(document(schemas={"tree": tree}))
    root = forms.of(ref("tree"))
    assert root == {"ref": "tree"}
    assert forms.referred([root]) == {
        "tree": {"type": "object", "properties": {"children": {"type": "array", "items": {"ref": "tree"}}}}
    }


def test_references_to_unchecked_schemas_go_in_any_order() -> None:
    components = {
        "a": {"type": "object", "properties": {"b": ref("b"), "alias": ref("alias")}},
        "b": {"oneOf": [STRING, {"type": "object", "properties": {"a": ref("a")}}]},
        "alias": ref("text"),
        "text": STRING,
    }
    for names in (list(components), list(reversed(components))):
        assert Forms(document(schemas={name: components[name] for name in names})).referred([{"ref": "a"}]) == {
            "a": {"type": "object"}
        }


def test_only_schemas_in_use_are_kept() -> None:
    components = {"a": {"type": "array", "items": ref("b")}, "b": OBJECT, "unused": OBJECT}
    assert set(Forms(document(schemas=components)).referred([{"ref": "a"}, None])) == {"a", "b"}


def content(media_type: str, schema: Any = OBJECT) -> dict[str, Any]:
    return {"description": "", "content": {media_type: {"schema": schema}}}


def test_responses() -> None:
    forms = Forms(document())
    responses = {
        "200": content("application/json"),
        "201": content("application/vnd.api+json; charset=utf-8"),
        "202": content("text/csv"),
        "203": content("audio/mpeg"),
        "206": content("application/x-things"),
        "204": {"description": "none"},
        "2XX": content("application/json", STRING),
        "404": content("application/json"),
        "default": content("application/json"),
    }
    found = response_forms(forms, responses, {"application/x-things": "application/json"})
    assert found == {
        "200": {"type": "object"},
        "201": {"type": "object"},
        "202": None,
        "203": None,
        "206": {"type": "object"},
        "204": None,
        "2XX": None,
        "default": {"type": "object"},
    }


def test_of_several_media_types_the_one_the_generator_reads_counts() -> None:
    both = {"content": {"text/plain": {"schema": STRING}, "application/json": {"schema": OBJECT}}}
    assert response_forms(Forms(document()), {"200": both}) == {"200": None}
