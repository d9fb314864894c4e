"""Documents of every kind: the client that comes of them sends and decodes what they say."""

from __future__ import annotations

import asyncio
import importlib
import io
import json
import re
import sys
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from http import HTTPStatus
from pathlib import Path
from typing import Any
from uuid import UUID

import httpx
import pytest

from tests.tools.conftest import Run
from tests.tools.documents import (
    BOOLEAN,
    BYTES,
    FORM,
    JSON_TYPE,
    MULTIPART,
    NUMBER,
    TEXT,
    Json,
    array,
    choice,
    document,
    fields,
    giving,
    operation,
    parameter,
    reference,
    sending,
    text,
    written,
)

PACKAGE = "any_things_api"
TIME, DAY, UID = text("date-time"), text("date"), text("uuid")
NULL = {"type": "null"}
MOOD = {"type": "string", "enum": ["good"]}
KEY = "7b9d3f0c-64c3-4f4c-9e55-6e4d0b0a9d11"
TUPLE = {"type": "array", "prefixItems": [TEXT, DAY], "items": False}
# What the generated code calls its own variables, methods and imports, and what Python has.
ODD_NAMES = (
    *("d", "cls", "self", "field_dict", "prop", "prop_name", "prop_dict", "src_dict", "cast", "T", "data", "files"),
    *("values", "name", "value", "error", "source", "list_of", "copy_of", "unreadable", "UNREADABLE", "raw_d", "class"),
    *("parse_timestamp", "json", "types", "datetime", "list", "dict", "type", "isinstance", "additional_property"),
    *("to_dict", "fromDict", "to_multipart", "additional_properties", "additional_keys", "rows_item", "rows_item_data"),
)
SCHEMAS = {
    "cat": fields("kind", kind=TEXT, lives=NUMBER),
    "dog": fields(kind=TEXT, barks=BOOLEAN),
    "pet": choice(reference("cat"), reference("dog"), by="kind", feline="#/components/schemas/cat")
    | {"example": {"kind": "dog", "barks": True}},
    "bare": fields(name=TEXT),
    "sized": fields(name=TEXT, size=NUMBER, depth=NUMBER),
    "bird": fields(kind=TEXT, wings=NUMBER),
    "animal": choice(reference("pet"), reference("bird")),
    "coloured": fields(name=TEXT, size=NUMBER, colour=TEXT),
    # Each of the inline ones would be `TwinPart`, and one `TwinPartOther` like a component.
    "twin": fields(
        a=fields(x=TEXT) | {"title": "Part"}, b=fields(y=TEXT) | {"title": "Part"}, part_other=fields(z=TEXT)
    ),
    "twin-part": fields(other=fields(w=TEXT)),
    "twin-part-other": fields(v=TEXT),
    "Agent-Input": fields(name=TEXT) | {"title": "Agent"},
    "Agent-Output": fields("id", id=NUMBER) | {"title": "Agent"},
    "odd": fields(
        *("cls", "to_dict"),
        **dict.fromkeys(ODD_NAMES, TEXT),
        rows=array(fields(a=TEXT)),
        timestamp={"anyOf": [TIME, NUMBER]},
        made=TIME,
        mood=MOOD,
    )
    | {"additionalProperties": fields(id=NUMBER)},
    "owned": {"allOf": [fields("id", id=NUMBER), choice(reference("cat"), reference("bird"))]},
    "owned-by-kind": {"allOf": [reference("bare"), reference("pet")]},
    "owned-beside": fields(id=NUMBER) | {"anyOf": [fields("lives", lives=NUMBER), fields("wings", wings=NUMBER)]},
    "shape": fields("form", form=TEXT) | choice(reference("square"), reference("bare"), by="form"),
    "square": {"allOf": [reference("shape"), fields(side=NUMBER)]},
    "single": fields(
        "one",
        one={"anyOf": [fields(name=TEXT) | {"title": "one"}]},
        some=array(choice(fields(name=TEXT) | {"title": "some"})),
    ),
    "based": reference("bare") | fields("at", at=TIME),
    "options": fields(a={"type": "string", "maxLength": 2, "example": "longer"}, never=False, whatever=True),
    # What is referred to inside other schemas and operations becomes a component.
    "whole": fields(a=fields(b=fields(day=DAY))) | {"$defs": {"In": fields(day=DAY)}},
    "parts": {"allOf": [fields(day=DAY), fields(more=TEXT)]},
    "inside": fields(
        own=reference("whole/properties/a"),
        inner=reference("whole/properties/a/properties/b"),
        local=reference("whole/$defs/In"),
        part=reference("parts/allOf/0"),
        other={"$ref": "#/paths/~1day/get/responses/200/content/application~1json/schema"},
    ),
}
MESSAGE = {"description": "no", "content": {JSON_TYPE: {"schema": fields(message=TEXT)}}}
VALUES = fields(number={"const": 3}, either=choice(NUMBER, BOOLEAN), anything={})
NULLABLE = {"type": ["string", "null"]}
FILLED = fields("gone", gone=NULLABLE, yes=BOOLEAN, many=array(TEXT), or_null=NULLABLE)
LISTS = [
    parameter("ids[]", schema=array(NUMBER), explode=False),
    parameter("flags", schema=array(BOOLEAN), explode=False, style="pipeDelimited"),
    parameter("times", schema=array(TIME), explode=False),
    parameter("X-Maybe", "header", {"anyOf": [TEXT, NULL]}, required=True),
]
PICTURES = {"one": {"contentType": "image/png"}, "picture": {"contentType": "image/png, image/gif"}}
MAPPED = {"feline": "cat", "bird": "bird", "lost": "#/components/schemas/lost"}
# Values of which the generator makes no enum and no constant.
ODD_VALUES: dict[str, tuple[Json, Any]] = {
    "mixed": ({"enum": ["a", 1]}, 1),
    "halves": ({"type": "number", "enum": [0.5]}, 0.5),
    "texts": ({"type": "integer", "enum": ["1"]}, "1"),
    "none": ({"type": ["string", "null"], "enum": [None]}, None),
    "yes": ({"const": True}, True),
    "quoted": ({"const": 'say "hi"'}, 'say "hi"'),
    "sign": ({"const": "a\u200bb"}, "a\u200bb"),
    "line": ({"type": "string", "enum": ["a\nb"]}, "a\nb"),
}
NAMED_TWICE = {"type": "string", "enum": ["a", "b"], "x-enum-varnames": ["A", "A"]}
PATHS = {
    "/form": sending("form", FORM, FILLED),
    "/parts": sending("parts", MULTIPART, FILLED),
    "/lists": {"get": operation("lists", LISTS)},
    "/bytes": sending("bytes", BYTES, text("binary")),
    "/bytes31": sending("bytes31", BYTES, None),
    "/files": sending("files", MULTIPART, fields("file", file=TEXT | {"contentMediaType": "image/png"}, title=TEXT)),
    "/nothing": sending("nothing", JSON_TYPE, {"anyOf": [reference("options"), NULL]}, required=False),
    "/anything": sending("anything", JSON_TYPE, None),
    "/based": giving("based", reference("based")),
    "/based-rows": giving("based rows", array(reference("bare") | fields(at=TIME))),
    "/based-field": giving("based field", fields(one=reference("based") | {"required": ["name"]})),
    "/words-alone": giving("words alone", reference("bare") | {"description": "Words.", "type": "object"}),
    "/tuple": sending("tuple", JSON_TYPE, TUPLE)
    | giving("tuples", fields(one=TUPLE, two={"prefixItems": [reference("bare"), DAY]})),
    "/or-text": giving(
        "or text", fields(day={"anyOf": [DAY, TEXT]}, key={"anyOf": [UID, TEXT]}, own_day=DAY, own_key=UID)
    ),
    "/pet": giving("pet", reference("pet")),
    "/pets": giving("pets", array(reference("pet"))),
    "/keeper": giving("keeper", fields("pet", pet=reference("pet"), pets=array(reference("pet")))),
    "/optional-keeper": giving("optional keeper", fields(pet=reference("pet"))),
    "/by-properties": giving("by properties", {"anyOf": [reference("bare"), reference("sized")]}),
    "/animals": giving("animals", {"type": "object", "additionalProperties": reference("animal")}),
    "/sizes": giving("sizes", {"anyOf": [reference("sized"), reference("coloured")]}),
    "/agents": sending("agents", JSON_TYPE, reference("Agent-Input")),
    "/agent": giving("agent", reference("Agent-Output")),
    "/odd": sending("odd", JSON_TYPE, reference("odd")) | giving("odd given", reference("odd")),
    "/odd-parts": sending(
        "odd parts", MULTIPART, fields(types=BOOLEAN, json=fields(a=TEXT), files=TEXT, name=TEXT, to_multipart=TEXT)
    ),
    "/odd-values": giving(
        "odd values", fields(twice=NAMED_TWICE, **{name: each for name, (each, _) in ODD_VALUES.items()})
    ),
    "/inside": giving("inside", reference("inside")),
    "/day": giving("day", fields(day=DAY)),
    "/single": giving("single", reference("single")),
    "/owned": giving("owned", reference("owned")),
    "/owned-by-kind": giving("owned by kind", reference("owned-by-kind")),
    "/owned-beside": giving("owned beside", reference("owned-beside")),
    "/shapes": giving("shapes", array(reference("shape"))),
    "/twin": giving(
        "twin", fields(one=reference("twin"), two=reference("twin-part"), three=reference("twin-part-other"))
    ),
    "/gone": giving("gone", choice(reference("cat"), reference("bird"), by="kind", **MAPPED)),
    "/nested": giving(
        "nested", choice(reference("pet"), reference("coloured"), by="kind", feline="pet", dog="pet", paint="coloured")
    ),
    "/enums": giving("enums", fields(either={"anyOf": [MOOD, {"type": "string", "enum": ["small"]}, {"enum": [1]}]})),
    "/values": sending("values", MULTIPART, VALUES),
    "/value-form": sending("value form", FORM, VALUES),
    "/joined-form": sending(
        "joined form", FORM, fields(words=array(TEXT), name=TEXT), encoding={"words": {"explode": False}}
    ),
    "/words": {"get": operation("words", [LISTS[1] | {"name": "words", "schema": array(TEXT)}])},
    "/ranges": {"get": operation("ranges") | {"responses": {"2XX": MESSAGE, "default": MESSAGE}}},
    "/range": {"get": operation("range", schema=TEXT) | {"responses": {"4xx": MESSAGE}}},
    "/referred": {"get": operation("referred") | {"responses": {"404": {"$ref": "#/components/responses/other"}}}},
    "/cookie": {"get": operation("cookie", [LISTS[3] | {"name": "session", "in": "cookie"}])},
    "/scalars/{on}/{quote}": {
        "get": operation(
            "scalars",
            [
                parameter("on", "path", BOOLEAN),
                parameter("quote", "path"),
                *(parameter(name, "cookie", each) for name, each in {"flag": BOOLEAN, "day": DAY, "n": NUMBER}.items()),
            ],
        )
    },
    "/untyped": sending("untyped", MULTIPART, fields(one={}, many=array({}), picture=TEXT), encoding=PICTURES),
}
# What the API calls is passed over, and what is declared by reference is what it refers to.
PATHS["/pet"]["get"]["callbacks"] = {"done": {"{$url}": giving("done", {"allOf": []})}}
DOCUMENT = document(PATHS, SCHEMAS, "3.1.0") | {"webhooks": {"made": giving("made", TEXT)}, "security": [{"key": []}]}
DOCUMENT["components"] |= {
    "responses": {"message": MESSAGE, "other": {"$ref": "#/components/responses/message"}},
    "securitySchemes": {
        "key": {"$ref": "#/components/securitySchemes/real"},
        "real": {"type": "apiKey", "in": "header", "name": "X-Api-Key"},
    },
}


@pytest.fixture(scope="module")
def client(run_tool: Run, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The client of them all."""
    folder = tmp_path_factory.mktemp("any")
    result = run_tool("generate", "--spec", written(folder, DOCUMENT), "--output", folder / PACKAGE)
    told = "passed over: webhooks and callbacks, for the client makes requests and takes none\n"
    assert (result.returncode, result.stderr) == (0, told)
    sys.path.insert(0, str(folder))
    yield PACKAGE
    sys.path.remove(str(folder))
    for name in [name for name in sys.modules if name.partition(".")[0] == PACKAGE]:
        del sys.modules[name]


@pytest.fixture
def models(client: str) -> Any:
    return importlib.import_module(f"{client}.models")


@pytest.fixture
def types(client: str) -> Any:
    return importlib.import_module(f"{client}.types")


Call = Callable[..., Any]


@pytest.fixture
def call(client: str) -> Call:
    """`call("pet", answer)` gives the decoded response and what arrived."""

    def run(name: str, answer: Any = None, status: int = 200, **arguments: Any) -> Any:
        arrived: list[httpx.Request] = []

        def handle(request: httpx.Request) -> httpx.Response:
            request.read()
            arrived.append(request)
            if status == 204:
                return httpx.Response(status)
            return httpx.Response(status, json=answer if answer is not None else {})

        endpoint = importlib.import_module(f"{client}.api.things.{name}")
        made = importlib.import_module(f"{client}.client").Client(base_url="http://127.0.0.1")
        made.set_httpx_client(httpx.Client(base_url="http://127.0.0.1", transport=httpx.MockTransport(handle)))
        made.set_async_httpx_client(
            httpx.AsyncClient(base_url="http://127.0.0.1", transport=httpx.MockTransport(handle))
        )
        given = arguments.pop("make", dict)
        response = endpoint.sync_detailed(client=made, **arguments, **given())
        again = asyncio.run(endpoint.asyncio_detailed(client=made, **arguments, **given()))
        assert again.parsed == response.parsed
        assert arrived[0].content == arrived[1].content or b"multipart" in arrived[0].headers["content-type"].encode()
        return response.parsed, arrived[0]

    return run


@pytest.mark.parametrize("name", ["bytes_", "bytes31"])
def test_bytes_are_sent_by_both_clients(types: Any, call: Call, name: str) -> None:
    # One file for two calls: each sends the whole of it.
    _, request = call(name, body=types.File(payload=io.BytesIO(b"\x00\xff")))
    assert request.content == b"\x00\xff"
    assert request.headers["content-type"] == "application/octet-stream"


def test_a_file_in_the_spelling_of_3_1_is_sent_as_one(models: Any, types: Any, call: Call) -> None:
    def made() -> Json:
        return {"body": models.FilesBody(file=types.File(payload=io.BytesIO(b"\x00--+++\xff"), file_name="a.png"))}

    _, request = call("files", make=made)
    assert b'name="file"; filename="a.png"' in request.content
    assert b"\r\n\r\n\x00--+++\xff\r\n" in request.content


def test_a_body_of_json_that_may_be_null_or_anything(models: Any, call: Call) -> None:
    assert call("nothing")[1].content == b""
    assert call("nothing", body=None)[1].content == b"null"
    assert json.loads(call("nothing", body=models.Options(a="x"))[1].content) == {"a": "x"}
    assert json.loads(call("anything", body=[{"a": "x"}])[1].content) == [{"a": "x"}]


# --- choices


@pytest.mark.parametrize(
    ("name", "row", "expected"),
    [
        ("pet", {"kind": "feline"}, "Cat"),
        # Its own name stands for it as well.
        ("pet", {"kind": "cat"}, "Cat"),
        ("pet", {"kind": "dog"}, "Dog"),
        ("pet", {"kind": "dog", "barks": True}, "Dog"),
        # Without a discriminator the properties tell.
        ("by_properties", {"name": "a"}, "Bare"),
        ("by_properties", {"name": "a", "size": 1}, "Sized"),
        # Beside `bare` the size tells, and the depth; beside `coloured`, which has a size too, the depth alone.
        ("by_properties", {"size": 1}, "Sized"),
        ("sizes", {"depth": 1}, "Sized"),
        ("sizes", {"size": 1, "colour": "red"}, "Coloured"),
        # A choice inside a choice, without and with the same discriminator.
        ("animals", {"kind": "feline", "lives": 9}, "Cat"),
        ("animals", {"kind": "dog", "barks": True}, "Dog"),
        ("animals", {"wings": 2}, "Bird"),
        ("nested", {"kind": "feline"}, "Cat"),
        ("nested", {"kind": "dog"}, "Dog"),
        ("nested", {"kind": "paint", "lives": 1}, "Coloured"),
        # A mapping to no schema is ignored.
        ("gone", {"kind": "feline", "lives": 9}, "Cat"),
        ("gone", {"kind": "bird", "wings": 2}, "Bird"),
        # Two schemas of one title have their own names.
        ("agent", {"id": 1}, "AgentOutput"),
    ],
)
def test_each_object_is_of_the_class_that_is_meant(call: Call, name: str, row: Json, expected: str) -> None:
    found = call(name, {"one": row} if name == "animals" else row)[0]
    assert type(found.additional_properties["one"] if name == "animals" else found).__name__ == expected
    if name == "pet":
        assert [type(each).__name__ for each in call("pets", [row])[0]] == [expected]


@pytest.mark.parametrize("row", [{"kind": "wolf", "lives": 1}, {"barks": True}, {"kind": None}, {"kind": ["dog"]}])
def test_an_object_of_an_unknown_kind_is_given_as_it_came(call: Call, row: Json) -> None:
    assert call("pet", row)[0] == row
    rows = [row, {"kind": "dog", "barks": True}]
    odd, known = call("pets", rows)[0]
    assert (odd, type(known).__name__) == (row, "Dog")
    required = call("keeper", {"pet": row, "pets": rows})[0]
    assert (required.pet, required.to_dict()) == (row, {"pet": row, "pets": rows})
    optional = call("optional_keeper", {"pet": row})[0]
    assert (bool(optional.pet), optional.to_dict()) == (False, {"pet": row})


def test_an_unknown_kind_is_told(call: Call, caplog: pytest.LogCaptureFixture) -> None:
    fox = {"kind": "fox"}
    call("pets", [fox, fox])
    call("keeper", {"pet": fox})
    assert [record.getMessage() for record in caplog.records] == [
        f"GET {path}: an object whose kind is 'fox' is of no kind that is declared; it is given as it came"
        for path in ("/pets", "/keeper")
    ]


@pytest.mark.parametrize(
    ("name", "row", "expected"),
    [
        ("owned", {"id": 1, "kind": "a", "lives": 9}, {"id", "kind", "lives"}),
        ("owned", {"id": 1, "kind": "a", "wings": 2}, {"id", "kind", "wings"}),
        ("owned_by_kind", {"name": "a", "kind": "feline", "lives": 9}, {"name", "kind", "lives"}),
        ("owned_by_kind", {"name": "a", "kind": "dog"}, {"name", "kind", "barks"}),
        ("owned_beside", {"id": 1, "lives": 9}, {"id", "lives"}),
        ("owned_beside", {"id": 1, "wings": 9}, {"id", "wings"}),
    ],
)
def test_a_choice_inside_all_of_has_each_alternative_with_all_that_stands_beside_it(
    call: Call, name: str, row: Json, expected: set[str]
) -> None:
    found = call(name, row)[0]
    assert {field.name for field in found.__attrs_attrs__} - {"additional_properties"} == expected
    assert found.to_dict() == row
    assert not found.additional_properties


def test_what_is_made_from_a_schema_that_lists_it_has_its_properties(call: Call) -> None:
    rows = [{"form": "square", "side": 2}, {"form": "bare", "name": "a"}]
    square, bare = call("shapes", rows)[0]
    assert (square.form, square.side, bare.form, bare.name) == ("square", 2, "bare", "a")


@pytest.mark.parametrize(
    ("value", "expected"), [("good", "GOOD"), ("small", "SMALL"), ("new", "UNKNOWN"), (1, "VALUE_1")]
)
def test_of_two_enums_the_one_that_knows_the_value_is_taken(call: Call, value: str | int, expected: str) -> None:
    found = call("enums", {"either": value})[0].either
    assert (found.name, found.value) == (expected, value)


def test_a_choice_of_one_takes_no_null(call: Call) -> None:
    row = {"one": {"name": "a"}, "some": [{"name": "b"}]}
    found, _ = call("single", row)
    assert (found.one.name, found.some[0].name, found.to_dict()) == ("a", "b", row)
    found, _ = call("single", {**row, "some": [None]})
    assert (bool(found.some), found.to_dict()) == (False, {**row, "some": [None]})
    with pytest.raises(Exception, match=r"at \$\.one expected") as caught:
        call("single", {"one": None})
    assert type(caught.value).__name__ == "DecodeError"


# --- what is decoded


def test_what_stands_beside_a_reference_holds_as_well_in_3_1(call: Call) -> None:
    row = {"name": "a", "at": "2024-01-02T00:00:00+00:00"}
    based = call("based", row)[0]
    for found in (based, call("based_rows", [row])[0][0], call("based_field", {"one": row})[0].one):
        assert (found.name, found.at) == ("a", datetime(2024, 1, 2, tzinfo=UTC))
        assert found.to_dict() == row
    with pytest.raises(Exception, match=r"at \$\.at expected a value, got nothing"):
        call("based", {"name": "a"})
    # Without its required name it reads as absent, as what does not decode does.
    assert not call("based_field", {"one": {"at": row["at"]}})[0].one
    assert type(call("words_alone", row)[0]).__name__ == "Bare"


def test_what_is_said_of_an_item_by_its_position_is_given_as_it_is(call: Call) -> None:
    row = {"one": ["2024-01-02", "2024-01-02"], "two": [{"name": "a"}, "2024-01-02"]}
    found = call("tuples", row)[0]
    assert (found.one, found.two, found.to_dict()) == (row["one"], row["two"], row)
    assert json.loads(call("tuple_", body=["a", "2024-01-02"])[1].content) == ["a", "2024-01-02"]


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        *(("day", each) for each in ("20240101", "2024-W01-1", "2024-13-01", "\uff12\uff10\uff12\uff14-01-01", "soon")),
        *(("key", each) for each in (f"{{{KEY}}}", KEY.replace("-", ""), f"urn:uuid:{KEY}", KEY[1:], "none")),
    ],
)
def test_a_text_that_is_no_day_or_uuid_stays_as_it_came(call: Call, kind: str, value: str) -> None:
    row = {kind: value, f"own_{kind}": value}
    found = call("or_text", row)[0]
    assert (getattr(found, kind), bool(getattr(found, f"own_{kind}")), found.to_dict()) == (value, False, row)


def test_days_and_uuids_are_decoded(call: Call) -> None:
    row = {"day": "2024-02-29", "own_day": "2024-02-29", "key": KEY, "own_key": KEY}
    found = call("or_text", row)[0]
    assert (found.day, found.own_day, found.key, found.own_key) == (date(2024, 2, 29),) * 2 + (UUID(KEY),) * 2
    assert found.to_dict() == row
    # In capitals it is one as well; beside a text it comes back as it was.
    found = call("or_text", {"key": KEY.upper(), "own_key": KEY.upper()})[0]
    assert (found.key, found.own_key) == (KEY.upper(), UUID(KEY))


def test_inline_schemas_of_one_class_name_are_told_apart(call: Call) -> None:
    row = {
        "one": {"a": {"x": "1"}, "b": {"y": "2"}, "part_other": {"z": "3"}},
        "two": {"other": {"w": "4"}},
        "three": {"v": "5"},
    }
    found = call("twin", row)[0]
    assert (found.one.a.x, found.one.b.y, found.one.part_other.z, found.two.other.w, found.three.v) == tuple("12345")
    assert type(found.three).__name__ == "TwinPartOther"
    assert found.to_dict() == row


def test_what_stands_inside_another_schema_or_operation_is_a_component(call: Call) -> None:
    day = {"day": "2024-02-29"}
    found = call("inside", {"own": {"b": day}, "inner": day, "local": day, "part": day, "other": day})[0]
    names = {"own": "WholeA", "inner": "WholeAB", "local": "WholeIn", "part": "PartsAllOf0"}
    names["other"] = "DayGet200ApplicationJson"
    assert {name: type(getattr(found, name)).__name__ for name in names} == names
    assert found.own.b.day == found.other.day == date(2024, 2, 29)


def test_values_of_which_no_enum_can_be_made_are_given_as_they_came_and_are_told(call: Call) -> None:
    row = {name: value for name, (_, value) in ODD_VALUES.items()} | {"twice": "b"}
    found = call("odd_values", row)[0]
    assert {name: getattr(found, name) for name in ODD_VALUES} == {name: row[name] for name in ODD_VALUES}
    assert (found.to_dict(), found.twice.value) == (row, "b")
    source = Path(importlib.import_module(type(found).__module__).__file__ or "").read_text("utf-8")
    for told in ('Enum: ["a", 1].', "Enum: [0.5].", "Const: true."):
        assert told in source


@pytest.mark.parametrize("status", [200, 299, 420, 520])
def test_a_declared_range_takes_numbers_that_python_has_no_name_for(types: Any, call: Call, status: int) -> None:
    assert call("ranges", {"message": "a"}, status=status)[0].message == "a"
    named = types.status(status)
    assert (named, isinstance(named, HTTPStatus)) == (status, status == 200)


def test_responses_that_are_declared_in_other_ways(call: Call) -> None:
    # Without a body, by a range in lower case, and by reference.
    assert call("ranges", status=204)[0] is None
    assert call("range_", {"message": "no"}, status=418)[0].message == "no"
    assert call("referred", {"message": "no"}, status=404)[0].message == "no"


# --- what is sent


def test_in_a_form_anything_may_be_a_file(models: Any, types: Any, call: Call) -> None:
    def a_file(name: str) -> Any:
        return types.File(payload=io.BytesIO(b"\x00\xff"), file_name=name, mime_type="image/png")

    def made() -> Json:
        many = [a_file("2.png"), b"\x01\xff", "text"]
        return {"body": models.UntypedBody(one=a_file("1.png"), many=many, picture=a_file("3.png"))}

    content = call("untyped", make=made)[1].content
    for name, number in (("one", 1), ("many", 2), ("picture", 3)):
        assert f'name="{name}"; filename="{number}.png"\r\nContent-Type: image/png'.encode() in content
    assert content.count(b"\r\n\r\n\x00\xff\r\n") == 3
    assert b"Content-Type: application/octet-stream\r\n\r\n\x01\xff\r\n" in content
    assert b"Content-Type: text/plain\r\n\r\ntext\r\n" in content


def test_a_form_with_nothing_in_it_is_still_a_form(models: Any, call: Call) -> None:
    request = call("untyped", body=models.UntypedBody())[1]
    boundary = request.headers["content-type"].removeprefix("multipart/form-data; boundary=")
    assert request.content == f"--{boundary}--\r\n".encode()


def test_a_cookie_is_one_value_or_not_given(call: Call) -> None:
    assert call("cookie", session="a=b!")[1].headers["cookie"] == "session=a=b!"
    assert "cookie" not in call("cookie", session=None)[1].headers
    assert "cookie" not in call("cookie")[1].headers
    for each in ("a; b=c", " a", "a ", "ü", 'a"', "a\r\nb"):
        with pytest.raises(ValueError, match="session must be printable ASCII"):
            call("cookie", session=each)


def test_paths_and_cookies_hold_values_as_json_writes_them(call: Call) -> None:
    request = call("scalars", on=True, quote="a/b", flag=False, day=date(2024, 2, 29), n=1)[1]
    assert request.url.raw_path == b"/scalars/true/a%2Fb"
    assert sorted(request.headers["cookie"].split("; ")) == ["day=2024-02-29", "flag=false", "n=1"]


def test_a_form_writes_booleans_as_json_does_and_leaves_nulls_out(models: Any, call: Call) -> None:
    _, request = call("form", body=models.FormBody(yes=True, many=["a", "b"]))
    assert request.content == b"yes=true&many=a&many=b"
    _, request = call("parts", body=models.PartsBody(yes=True, many=["a", "b"]))
    assert request.content.count(b"Content-Disposition") == 3
    assert b"\r\n\r\ntrue\r\n" in request.content


def test_a_list_that_is_not_exploded_is_sent_in_one_piece_and_a_null_header_not_at_all(call: Call) -> None:
    moment = datetime(2024, 1, 2, tzinfo=UTC)
    _, request = call("lists", ids=[1, 2], flags=[True, False], times=[moment])
    assert dict(request.url.params) == {"ids[]": "1,2", "flags": "true|false", "times": "2024-01-02T00:00:00+00:00"}
    assert "x-maybe" not in request.headers
    assert call("lists", x_maybe="a")[1].headers["x-maybe"] == "a"
    assert call("lists")[1].url.query == b""


def test_each_kind_of_value_is_one_part_of_a_form_as_json_writes_it(models: Any, call: Call) -> None:
    values = {"number": 3, "either": True, "anything": {"a": [True, "ü"]}}
    expected = {"number": "3", "either": "true", "anything": '{"a": [true, "ü"]}'}
    request = call("values", body=models.ValuesBody.from_dict(values))[1]
    for each in expected.values():
        assert f"\r\n\r\n{each}\r\n".encode() in request.content
    request = call("value_form", body=models.ValueFormBody.from_dict(values))[1]
    assert dict(httpx.QueryParams(request.content.decode())) == expected


def test_items_that_would_come_apart_are_an_error_and_no_items_are_no_list(models: Any, call: Call) -> None:
    with pytest.raises(ValueError, match=re.escape("'a|b' holds '|', which stands between")):
        call("words", words=["a|b", "c"])
    assert call("words", words=[])[1].url.query == b""
    assert call("joined_form", body=models.JoinedFormBody(words=[], name="a"))[1].content == b"name=a"


def test_a_property_may_have_any_name(models: Any, call: Call) -> None:
    row = {name: f"a {name}" for name in ODD_NAMES} | {"timestamp": 1, "made": "2024-01-02T00:00:00+00:00"}
    row |= {"mood": "good", "rows": [{"a": "b"}], "more": {"id": 1}}
    found = call("odd_given", row)[0]
    assert found.to_dict() == row
    assert (found.d, found.cls, found.self_, found.to_dict_) == ("a d", "a cls", "a self", "a to_dict")
    assert (found.rows[0].a, found.rows_item, found.additional_properties["more"].id) == ("b", "a rows_item", 1)
    assert json.loads(call("odd", body=found)[1].content) == row
    time = call("odd_given", row | {"timestamp": row["made"]})[0]
    assert time.timestamp == datetime(2024, 1, 2, tzinfo=UTC)
    # An odd value beside a map of objects comes back as it came.
    odd = call("odd_given", row | {"mood": 3})[0]
    assert (bool(odd.mood), odd.additional_properties["more"].id, odd.to_dict()) == (False, 1, row | {"mood": 3})
    body = {"types": True, "json": models.OddPartsBodyJson(a="x"), "files": "f", "name": "n", "to_multipart_": "m"}
    content = call("odd_parts", body=models.OddPartsBody(**body))[1].content
    for each in ("true", '{"a": "x"}', "f", "n", "m"):
        assert f"\r\n\r\n{each}\r\n".encode() in content
