"""Documents of every kind: the client that comes of them sends and decodes what they say."""

from __future__ import annotations

import asyncio
import copy
import importlib
import io
import json
import os
import pickle
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from email import message_from_bytes
from http import HTTPStatus
from pathlib import Path
from typing import Any

import attrs
import httpx
import pytest

from tests.tools.conftest import PUBLISHED, ROOT, Run
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
from tools import spec
from tools.failure import Failure
from tools.generate.check_code import check_operations
from tools.generate.normalize import normalized

PACKAGE = "any_things_api"
NOT_JUDGED = ("not odd", "not nested")
TIME, DAY, UID = text("date-time"), text("date"), text("uuid")
NULL = {"type": "null"}
NULLABLE = {"nullable": True}
ONLY_READ, ONLY_WRITTEN = NUMBER | {"readOnly": True}, TEXT | {"writeOnly": True}


def kind(*values: str) -> Json:
    return {"type": "string", "enum": list(values)}


MOOD = kind("good")
CLOSED = fields(a=TEXT) | {"additionalProperties": False}
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
    "pet": choice(reference("cat"), reference("dog"), by="kind", feline="#/components/schemas/cat"),
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
    "agent-input": fields(name=TEXT) | {"title": "Agent"},
    "agent-output": fields("id", id=NUMBER) | {"title": "Agent"},
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
    "owned_by_kind": {"allOf": [reference("bare"), reference("pet")]},
    "owned_beside": fields(id=NUMBER) | {"anyOf": [fields("lives", lives=NUMBER), fields("wings", wings=NUMBER)]},
    "shape": fields("form", form=TEXT) | choice(reference("square"), reference("bare"), by="form"),
    "square": {"allOf": [reference("shape"), fields(side=NUMBER)]},
    "single": fields(
        "one",
        one={"anyOf": [fields(name=TEXT) | {"title": "one"}]},
        some=array(choice(fields(name=TEXT) | {"title": "some"})),
    ),
    "based": reference("bare") | fields("at", at=TIME),
    "options": fields(a=TEXT, never=False, whatever=True),
    # What is referred to inside other schemas and operations becomes a component.
    "whole": fields(a=fields(b=fields(day=DAY))) | {"$defs": {"In": fields(day=DAY)}},
    "pieces": {"allOf": [fields(day=DAY), fields(more=TEXT)]},
    "inside": fields(
        own=reference("whole/properties/a"),
        inner=reference("whole/properties/a/properties/b"),
        local=reference("whole/$defs/In"),
        part=reference("pieces/allOf/0"),
        other={"$ref": "#/paths/~1day/get/responses/200/content/application~1json/schema"},
    ),
}
MODELS = {
    "thingModel": fields(
        "state",
        id=NUMBER,
        state=reference("stateModel"),
        level=reference("levelModel"),
        mood=kind("good", "bad") | NULLABLE,
        owner=fields(name=TEXT) | NULLABLE,
        made=TIME,
        lines=array({"type": "object"}) | NULLABLE,
    ),
    "stateModel": kind("draft", 'with "quotes"', ""),
    "levelModel": {"type": "integer", "enum": [1, -2]},
    "base": fields(id=NUMBER),
    "size": kind("small", "large"),
    "title": TEXT,
    "besideReference": {"allOf": [reference("base")], **fields("id", name=TEXT)},
    "nested": {"allOf": [reference("base"), {"allOf": [reference("besideReference"), fields(deep=fields(x=NUMBER))]}]},
    "scalars": fields(
        short={"allOf": [TEXT, {"maxLength": 3}]},
        day={"allOf": [DAY]},
        size={"allOf": [reference("size"), {"description": "How large"}]},
        name={"allOf": [reference("title"), {"maxLength": 9, "pattern": "^x"}]},
    ),
    "closed": CLOSED,
    "closedFirst": {"oneOf": [CLOSED, fields("b", b=TEXT)]},
    "one": fields("type", type=kind("one"), n=NUMBER),
    "two": fields("type", type=kind("two", "zwei"), n=fields(m=NUMBER)),
    "three": {"allOf": [reference("base"), fields("type", type=kind("three"))]},
    "told": {
        "oneOf": [reference("one"), reference("two"), reference("three")],
        "discriminator": {"propertyName": "type"},
    },
    "holder": fields(one={"allOf": [reference("two")]} | NULLABLE, told=array(reference("told"))),
    "names": fields(case=kind("a", "A", "b-c", "b_c", "a")),
    "eitherOr": fields(a=TEXT, b=TEXT) | {"anyOf": [{"required": ["a"]}, {"required": ["b"]}]},
    # These differ in signs that no class has.
    "HTTPError": fields(a=TEXT),
    "HttpError": fields("b", b=NUMBER),
    # A name that the generated modules import.
    "Response": fields(a=TEXT),
    "loose": fields(days={"items": DAY}, sizes={"additionalProperties": reference("size")}, anything={"type": "array"}),
    "defaults": fields(
        quoted=TEXT | {"default": 'say "hi" \\ 😀'},
        plain=TEXT | {"default": "it's"},
        kind=kind('"', "b") | {"default": '"'},
        many=array(TEXT) | {"default": ["a"]},
        either={"oneOf": [TEXT, NUMBER], "default": 3},
        number=NUMBER | {"default": 3},
        other=NUMBER | {"default": "x"},
    ),
    "moments": fields(
        one={"oneOf": [TIME, DAY]},
        many=array({"anyOf": [{"type": "null"}, TIME, {"allOf": [DAY]}]}),
        lists={"oneOf": [array(TIME), array(DAY)]},
    ),
    "account": fields("id", "secret", "name", id=ONLY_READ, secret=ONLY_WRITTEN, name=TEXT),
    "onlyRead": {
        "allOf": [fields(id=ONLY_READ, secret={"allOf": [reference("secret")]}), {"required": ["id", "secret"]}]
    },
    "secret": ONLY_WRITTEN,
    "constants": fields(day={"anyOf": [{"const": "never"}, DAY, {"type": "null"}]}),
}
MESSAGE = {"description": "no", "content": {JSON_TYPE: {"schema": fields(message=TEXT)}}}
VALUES = fields(number={"const": 3}, either=choice(NUMBER, BOOLEAN), anything={})
TEXT_OR_NULL = {"type": ["string", "null"]}
FILLED = fields("gone", gone=TEXT_OR_NULL, yes=BOOLEAN, many=array(TEXT), or_null=TEXT_OR_NULL)
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
    "always": ({"type": "boolean", "enum": [True]}, True),
    "quoted": ({"const": 'say "hi"'}, 'say "hi"'),
    "sign": ({"const": "a\u200bb"}, "a\u200bb"),
    "line": ({"type": "string", "enum": ["a\nb"]}, "a\nb"),
}
NAMED_TWICE = {"type": "string", "enum": ["a", "b"], "x-enum-varnames": ["A", "A"]}
# Names that are not of their form are nobody's loss.
ODDLY_TOLD: dict[str, Any] = {
    "named": {"type": "string", "enum": ["a", "b"], "x-enum-varnames": 5},
    "labelled": {"type": "string", "enum": ["a", "b"], "x-enum-varnames": [{}, {}]},
}
GIVEN: dict[str, Json] = {
    **{name: reference(name) for name in SCHEMAS},
    **{
        name: reference(name)
        for name in ("thingModel", "besideReference", "closedFirst", "Response", "onlyRead", "account")
    },
    "based_rows": array(reference("bare") | fields(at=TIME)),
    "based_field": fields(one=reference("based") | {"required": ["name"]}),
    "words_alone": reference("bare") | {"description": "Words.", "type": "object"},
    "tuples": fields(one=TUPLE, two={"prefixItems": [reference("bare"), DAY]}),
    "or_text": fields(day={"anyOf": [DAY, TEXT]}, key={"anyOf": [UID, TEXT]}, own_day=DAY, own_key=UID),
    "pets": array(reference("pet")),
    "keeper": fields("pet", pet=reference("pet"), pets=array(reference("pet"))),
    "optional_keeper": fields(pet=reference("pet")),
    "by_properties": {"anyOf": [reference("bare"), reference("sized")]},
    "animals": {"type": "object", "additionalProperties": reference("animal")},
    "sizes": {"anyOf": [reference("sized"), reference("coloured")]},
    "odd_values": fields(twice=NAMED_TWICE, **ODDLY_TOLD, **{name: each for name, (each, _) in ODD_VALUES.items()}),
    "day": fields(day=DAY),
    "twin": fields(one=reference("twin"), two=reference("twin-part"), three=reference("twin-part-other")),
    "errors": fields(one=reference("HTTPError"), two=reference("HttpError")),
    "gone": choice(reference("cat"), reference("bird"), by="kind", **MAPPED),
    "nested": choice(reference("pet"), reference("coloured"), by="kind", feline="pet", dog="pet", paint="coloured"),
    "enums": fields(either={"anyOf": [MOOD, {"type": "string", "enum": ["small"]}, {"enum": [1]}]}),
}
TAKEN: dict[str, tuple[str, Json | None, Json]] = {
    "accounts": (JSON_TYPE, reference("account"), {}),
    "form": (FORM, FILLED, {}),
    "parts": (MULTIPART, FILLED, {}),
    "bytes": (BYTES, text("binary"), {}),
    "bytes31": (BYTES, None, {}),
    "files": (MULTIPART, fields("file", file=TEXT | {"contentMediaType": "image/png"}, title=TEXT), {}),
    "nothing": (JSON_TYPE, {"anyOf": [reference("options"), NULL]}, {"required": False}),
    "anything": (JSON_TYPE, None, {}),
    "tuple": (JSON_TYPE, TUPLE, {}),
    "odd_taken": (JSON_TYPE, reference("odd"), {}),
    "strange_parts": (
        MULTIPART,
        fields(types=BOOLEAN, files=TEXT, name=TEXT, to_multipart=TEXT, json=fields(a=TEXT)),
        {},
    ),
    "values": (MULTIPART, VALUES, {}),
    "value_form": (FORM, VALUES, {}),
    "joined_form": (FORM, fields(words=array(TEXT), name=TEXT), {"encoding": {"words": {"explode": False}}}),
    "any_form": (FORM, fields(many=array({})), {}),
    "untyped": (MULTIPART, fields(one={}, many=array({}), picture=TEXT), {"encoding": PICTURES}),
}
ASKED = {
    "lists": LISTS,
    "words": [LISTS[1] | {"name": "words", "schema": array(TEXT)}],
    "cookie": [LISTS[3] | {"name": "session", "in": "cookie"}],
    "scalars/{on}/{quote}": [
        *(parameter("on", "path", BOOLEAN), parameter("quote", "path")),
        *(parameter(name, "cookie", each) for name, each in {"flag": BOOLEAN, "day": DAY, "n": NUMBER}.items()),
    ],
}
RESPONSES = {
    "ranges": {"2XX": MESSAGE, "default": MESSAGE},
    "range": {"4xx": MESSAGE},
    "failing": {"default": {"description": "no", "content": {JSON_TYPE: {"schema": CLOSED}}}},
    "referred": {"404": {"$ref": "#/components/responses/other"}},
}
# What the generated functions call their own variables, and what stands in their modules. `rows` is a list of days.
NAMES_OF_OURS = (
    *("params", "headers", "cookies", "kwargs", "response", "json_rows", "rows_item", "rows_item_data", "text", "name"),
    *("value", "k", "v", "files", "httpx", "sync", "asyncio", "client", "url", "joined", "errors", "types"),
)
PATHS = {f"/{name}": giving(name, schema) for name, schema in GIVEN.items()}
PATHS |= {f"/{name}": sending(name, kind, schema, **more) for name, (kind, schema, more) in TAKEN.items()}
PATHS |= {f"/{name}": {"get": operation(name.partition("/")[0], each)} for name, each in ASKED.items()}
PATHS["/ours/{kwargs}"] = sending("ours", FORM, fields(words=array(TEXT)), encoding={"words": {"explode": False}})
PATHS["/ours/{kwargs}"]["parameters"] = [
    *(parameter("rows", schema=array(DAY)), parameter("kwargs", "path")),
    *(parameter("headers", "header"), parameter("cookies", "cookie"), parameter("body", "header")),
    *(parameter(name) for name in NAMES_OF_OURS if name not in ("kwargs", "headers", "cookies")),
]
PATHS |= {f"/{name}": {"get": operation(name) | {"responses": each}} for name, each in RESPONSES.items()}
# What the API calls is passed over, and what is declared by reference is what it refers to.
PATHS["/pet"]["get"]["callbacks"] = {"done": {"{$url}": giving("done", {"allOf": []})}}
PATHS["/elsewhere"] = {"$ref": "#/components/pathItems/shared"}
DOCUMENT = document(PATHS, SCHEMAS | MODELS, "3.1.0") | {
    "webhooks": {"made": giving("made", TEXT)},
    "security": [{"key": []}],
}
DOCUMENT["components"] |= {
    "pathItems": {"shared": giving("elsewhere", reference("base"))},
    "responses": {"message": MESSAGE, "other": {"$ref": "#/components/responses/message"}},
    "securitySchemes": {
        "key": {"$ref": "#/components/securitySchemes/real"},
        "real": {"type": "apiKey", "in": "header", "name": "X-Api-Key"},
    },
}


@pytest.fixture(scope="module")
def package(run_tool: Run, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The client of them all."""
    folder = tmp_path_factory.mktemp("any")
    result = run_tool("generate", "--spec", written(folder, DOCUMENT), "--output", folder / PACKAGE)
    told = "passed over: webhooks and callbacks, for the client makes requests and takes none\n"
    assert (result.returncode, result.stderr) == (0, told)
    sys.path.insert(0, str(folder))
    yield folder / PACKAGE
    sys.path.remove(str(folder))
    for name in [name for name in sys.modules if name.partition(".")[0] == PACKAGE]:
        del sys.modules[name]


@pytest.fixture
def models(package: Path) -> Any:
    return importlib.import_module(f"{PACKAGE}.models")


def names(found: Any) -> list[str]:
    return [type(each).__name__ for each in found]


Call = Callable[..., Any]
EMPTY: Json = {}


@pytest.fixture
def call(package: Path) -> Call:
    """`call("pet", answer)` gives the decoded response and what arrived."""

    def run(name: str, answer: Any = EMPTY, status: int = 200, **arguments: Any) -> Any:
        arrived: list[httpx.Request] = []

        def handle(request: httpx.Request) -> httpx.Response:
            request.read()
            arrived.append(request)
            return httpx.Response(status, content=json.dumps(answer))

        endpoint = importlib.import_module(f"{PACKAGE}.api.things.{name}")
        sending = {"transport": httpx.MockTransport(handle)}
        made = importlib.import_module(f"{PACKAGE}.client").Client(base_url="http://127.0.0.1", httpx_args=sending)
        given = arguments.pop("make", dict)
        response = endpoint.sync_detailed(client=made, **arguments, **given())
        again = asyncio.run(endpoint.asyncio_detailed(client=made, **arguments, **given()))
        assert again.parsed == response.parsed
        assert arrived[0].content == arrived[1].content or b"multipart" in arrived[0].headers["content-type"].encode()
        return response.parsed, arrived[0]

    return run


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
        ("agent_output", {"id": 1}, "AgentOutput"),
        ("agent_input", {"id": 1}, "AgentInput"),
        # A closed one takes no other object; the next is called like something that the module imports.
        ("closed_first", {"b": "x"}, "ClosedFirstType1"),
        ("closed_first", {}, "ClosedFirstType0"),
        ("response", {"a": "x"}, "ResponseModel"),
        # Each alternative of a choice has all that stands beside it, and what is made from a schema that lists it.
        ("owned", {"id": 1, "kind": "a", "lives": 9}, "OwnedCat"),
        ("owned", {"id": 1, "kind": "a", "wings": 2}, "OwnedBird"),
        ("owned_by_kind", {"name": "a", "kind": "feline", "lives": 9}, "OwnedByKindCat"),
        ("owned_by_kind", {"name": "a", "kind": "dog"}, "OwnedByKindDog"),
        ("owned_beside", {"id": 1, "lives": 9}, "OwnedBesideType0"),
        ("owned_beside", {"id": 1, "wings": 9}, "OwnedBesideType1"),
        ("shape", {"form": "square", "side": 2}, "Square"),
        ("shape", {"form": "bare", "name": "a"}, "ShapeBare"),
    ],
)
def test_each_object_is_of_the_class_that_is_meant(call: Call, name: str, row: Json, expected: str) -> None:
    found = call(name, {"one": row} if name == "animals" else row)[0]
    found = found.additional_properties["one"] if name == "animals" else found
    assert (type(found).__name__, found.to_dict()) == (expected, row)
    assert not (found.additional_properties and name.startswith(("owned", "shape")))
    if name == "pet":
        assert names(call("pets", [row])[0]) == [expected]


@pytest.mark.parametrize("row", [{"kind": "wolf", "lives": 1}, {"barks": True}, {"kind": ["dog"]}])
def test_an_object_of_an_unknown_kind_is_given_as_it_came_and_is_told(
    call: Call, caplog: pytest.LogCaptureFixture, row: Json
) -> None:
    assert call("pet", row)[0] == row
    told = (
        f"GET /pet: an object whose kind is {row.get('kind')!r} is of no kind that is declared; it is given as it came"
    )
    assert [record.getMessage() for record in caplog.records] == [told]
    rows = [row, {"kind": "dog", "barks": True}, {"kind": None}]
    assert names(call("pets", rows)[0]) == ["dict", "Dog", "dict"]
    required = call("keeper", {"pet": row, "pets": rows})[0]
    assert (required.pet, required.to_dict()) == (row, {"pet": row, "pets": rows})
    optional = call("optional_keeper", {"pet": row})[0]
    assert (bool(optional.pet), optional.to_dict()) == (False, {"pet": row})


def test_of_two_enums_the_one_that_knows_the_value_is_taken(call: Call) -> None:
    for value, expected in (("good", "GOOD"), ("small", "SMALL"), ("new", "UNKNOWN"), (1, "VALUE_1")):
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


def test_a_text_that_is_no_day_or_uuid_stays_as_it_came(call: Call) -> None:
    days = ("20240101", "2024-W01-1", "2024-13-01", "\uff12\uff10\uff12\uff14-01-01", "soon")
    keys = (f"{{{KEY}}}", KEY.replace("-", ""), f"urn:uuid:{KEY}", KEY[1:], "none")
    for day, key in zip(days, keys, strict=True):
        row = {"day": day, "own_day": day, "key": key, "own_key": key}
        found = call("or_text", row)[0]
        assert (found.day, found.key, bool(found.own_day), bool(found.own_key)) == (day, key, False, False)
        assert found.to_dict() == row


def test_what_stands_inside_another_schema_or_operation_is_a_component(call: Call) -> None:
    day = {"day": "2024-02-29"}
    errors = call("errors", {"one": {"a": "x"}, "two": {"b": 1}})[0]
    assert (errors.one.a, errors.two.b) == ("x", 1)
    found = call("inside", {"own": {"b": day}, "inner": day, "local": day, "part": day, "other": day})[0]
    names = {"own": "WholeA", "inner": "WholeAB", "local": "WholeIn", "part": "PiecesAllOf0"}
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


@pytest.mark.parametrize("text", ["2023-01-01 00:00:00 UTC", "2023-01-01T01:30:00.000+01:30"])
def test_times_of_both_forms(models: Any, text: str) -> None:
    assert models.Thing.from_dict({"state": "draft", "made": text}).made == datetime(2023, 1, 1, tzinfo=UTC)


def test_a_null_where_none_is_declared_reads_as_absent_in_silence(
    models: Any, caplog: pytest.LogCaptureFixture
) -> None:
    thing = models.Thing.from_dict({"state": "draft", "id": None, "level": None, "made": None, "mood": None})
    assert repr(thing) == "Thing(state=<State.DRAFT: 'draft'>, mood=None)"
    assert thing.to_dict() == {"state": "draft", "mood": None}
    assert caplog.records == []


@pytest.mark.parametrize(
    ("name", "body", "location", "expected", "received"),
    [
        ("thing_model", None, "$", "an object", "null"),
        ("thing_model", {"state": 7}, "$.state", "State", "a number"),
        ("thing_model", {"id": 1}, "$.state", "a value", "nothing"),
        ("beside_reference", {"name": "x"}, "$.id", "a value", "nothing"),
        # What is never sent is always received, and what goes both ways too.
        ("only_read", {}, "$.id", "a value", "nothing"),
        ("account", {"id": 1}, "$.name", "a value", "nothing"),
    ],
)
def test_what_cannot_be_read_around_is_an_error_with_its_place(
    call: Call, name: str, body: Any, location: str, expected: str, received: str
) -> None:
    with pytest.raises(ValueError, match=f"expected {expected}, got {received}") as caught:
        call(name, body)
    assert type(caught.value).__name__ == "DecodeError"
    for error in (caught.value, pickle.loads(pickle.dumps(caught.value))):
        assert [getattr(error, each) for each in ("location", "expected", "received")] == [location, expected, received]


def test_a_changed_copy_keeps_unknown_fields(models: Any) -> None:
    thing = models.Thing.from_dict({"state": "draft", "id": 1, "colour": "red"})
    assert attrs.evolve(thing, id=2).to_dict() == {"state": "draft", "id": 2, "colour": "red"}


@pytest.mark.parametrize(
    ("name", "known", "unknown", "wrong"),
    [("State", "draft", "archived", [None, [], {}, 1.5, b"draft", 1]), ("Level", -2, 7, [None, [], 1.5, "1", False])],
)
def test_an_enum_keeps_values_of_its_type(models: Any, name: str, known: Any, unknown: Any, wrong: list[Any]) -> None:
    enum = getattr(models, name)
    kept = enum(unknown)
    assert (kept.value, str(kept), hash(kept)) == (unknown, str(unknown), hash(unknown))
    assert (kept == known, repr(kept)) == (False, f"<{name}.UNKNOWN: {unknown!r}>")
    assert (enum(known) in list(enum), kept in list(enum), hasattr(enum, "UNKNOWN")) == (True, False, False)
    for each in wrong:
        with pytest.raises(ValueError, match=f"is not a valid {name}"):
            enum(each)


def test_enum_values_of_one_name_have_numbers(models: Any) -> None:
    members = {member.name: member.value for member in models.NamesCase}
    assert members == {"A": "a", "A_1": "A", "B_C": "b-c", "B_C_3": "b_c"}


def test_a_field_that_goes_one_way_may_be_absent_on_the_other(models: Any, call: Call) -> None:
    assert not call("account", {"id": 1, "name": "x"})[0].secret
    assert models.Account(name="x", secret="s").to_dict() == {"name": "x", "secret": "s"}


def test_defaults_that_would_be_garbled_are_left_to_the_api(package: Path, models: Any) -> None:
    assert models.Defaults().to_dict() == {"plain": "it's", "number": 3}
    assert "Default: " in (package / "models" / "defaults.py").read_text()


def test_a_range_of_statuses_may_be_written_small_and_takes_numbers_without_a_name(call: Call) -> None:
    assert call("range_", {"message": "no"}, status=420)[0].message == "no"
    statuses = importlib.import_module(f"{PACKAGE}.types").status
    assert [type(statuses(status)) for status in (200, 299)] == [HTTPStatus, int]


# --- what is sent


def sent(request: httpx.Request) -> Any:
    """The pairs of a form, in parts or not; of a file also its type and name. Of anything else the content."""
    media_type, content = request.headers.get("content-type", ""), request.content
    if media_type == FORM:
        return httpx.QueryParams(content.decode()).multi_items()
    if not media_type.startswith(MULTIPART):
        return content
    parts: Any = message_from_bytes(f"Content-Type: {media_type}\r\n\r\n".encode() + content).get_payload()
    found = [(part.get_param("name", header="content-disposition"), part) for part in parts]
    return [(name, part.get_payload(decode=True), part.get_content_type(), part.get_filename()) for name, part in found]


def test_files_are_sent_whole_and_in_a_form_anything_may_be_one(models: Any, call: Call) -> None:
    def file(name: str | None = None) -> Any:
        return importlib.import_module(f"{PACKAGE}.types").File(
            payload=io.BytesIO(b"\x00--+++\xff"), file_name=name, mime_type="image/png"
        )

    for name in ("bytes_", "bytes31"):
        # One file for two calls: each sends the whole of it.
        request = call(name, body=file())[1]
        assert (sent(request), request.headers["content-type"]) == (b"\x00--+++\xff", BYTES)

    def untyped() -> Json:
        many = [file("2.png"), b"\x01\xff", "text"]
        return {"body": models.UntypedBody(one=file("1.png"), many=many, picture=file("3.png"))}

    one, two, three = ((b"\x00--+++\xff", "image/png", f"{number}.png") for number in (1, 2, 3))
    others = [("many", b"\x01\xff", BYTES, "file"), ("many", b"text", "text/plain", None)]
    expected = [("one", *one), ("many", *two), *others, ("picture", *three)]
    assert sent(call("untyped", make=untyped)[1]) == expected
    assert sent(call("files", make=lambda: {"body": models.FilesBody(file=file("1.png"))})[1]) == [("file", *one)]


def test_a_body_of_json_may_be_null_or_anything_or_left_out(models: Any, call: Call) -> None:
    assert sent(call("nothing")[1]) == b""
    assert sent(call("nothing", body=None)[1]) == b"null"
    assert json.loads(sent(call("nothing", body=models.Options(a="x"))[1])) == {"a": "x"}
    assert json.loads(sent(call("anything", body=[{"a": "x"}])[1])) == [{"a": "x"}]
    assert json.loads(sent(call("tuple_", body=["a", "2024-01-02"])[1])) == ["a", "2024-01-02"]


def test_a_cookie_is_one_value_or_not_given(call: Call) -> None:
    assert call("cookie", session="a=b!")[1].headers["cookie"] == "session=a=b!"
    assert "cookie" not in call("cookie", session=None)[1].headers
    assert "cookie" not in call("cookie")[1].headers
    for each in ("a; b=c", " a", "a ", "ü", 'a"', "a\r\nb"):
        with pytest.raises(ValueError, match="session must be printable ASCII"):
            call("cookie", session=each)


def test_a_parameter_may_have_any_name(models: Any, call: Call) -> None:
    in_query = [name for name in NAMES_OF_OURS if name not in ("kwargs", "headers", "cookies")]
    # Two are arguments of every function or may become so, and `body` is one where there is a body.
    arguments: Json = {f"{name}_query" if name in ("client", "url") else name: name.upper() for name in in_query}
    arguments |= {"kwargs": "KWARGS", "headers": "HEADERS", "cookies": "COOKIES", "body_header": "IN HEADER"}
    arguments |= {"body": models.OursBody(words=["a", "b"]), "rows": [date(2024, 1, 2)]}
    request = call("ours", make=lambda: arguments)[1]
    assert dict(request.url.params) == {name: name.upper() for name in in_query} | {"rows": "2024-01-02"}
    assert (request.url.path, sent(request)) == ("/ours/KWARGS", [("words", "a,b")])
    assert [request.headers[name] for name in ("headers", "body", "cookie")] == [
        *("HEADERS", "IN HEADER", "cookies=COOKIES"),
    ]


def test_items_that_would_come_apart_are_an_error_and_no_items_are_no_list(call: Call) -> None:
    with pytest.raises(ValueError, match=re.escape("'a|b' holds '|', which stands between")):
        call("words", words=["a|b", "c"])
    assert call("words", words=[])[1].url.query == b""


def test_a_property_may_have_any_name(call: Call) -> None:
    row = {name: f"a {name}" for name in ODD_NAMES} | {"timestamp": 1, "made": "2024-01-02T00:00:00+00:00"}
    row |= {"mood": "good", "rows": [{"a": "b"}], "more": {"id": 1}}
    found = call("odd", row)[0]
    assert found.to_dict() == row
    assert (found.d, found.cls, found.self_, found.to_dict_) == ("a d", "a cls", "a self", "a to_dict")
    assert (found.rows[0].a, found.rows_item, found.additional_properties["more"].id) == ("b", "a rows_item", 1)
    assert json.loads(call("odd_taken", body=found)[1].content) == row
    time = call("odd", row | {"timestamp": row["made"]})[0]
    assert time.timestamp == datetime(2024, 1, 2, tzinfo=UTC)
    # An odd value beside a map of objects comes back as it came.
    odd = call("odd", row | {"mood": 3})[0]
    assert (bool(odd.mood), odd.additional_properties["more"].id, odd.to_dict()) == (False, 1, row | {"mood": 3})


# --- what would be missed


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ('_headers["headers"] =', "_ =", "has the header parameter 'headers', which the generator left out"),
        ('_cookies["cookies"] =', "_ =", "has the cookie parameter 'cookies', which the generator left out"),
        ('_params["params"] =', "_ =", "has the query parameter 'params', which the generator left out"),
        ('_params["text"] = text', '_params["text"] = name', "has two query parameters that share one argument"),
        ("    body: ", "    payload: ", "has a request body without an argument in things.ours"),
        ('"method": "post"', '"method": "put"', "POST /ours/{kwargs} has 0 generated functions: perhaps another one"),
        ('"method": ', '"verb": ', "has no `_get_kwargs` with method and url"),
        ("", "", "has 2 generated functions: things.again, things.ours"),
    ],
)
def test_what_an_operation_loses_is_named(package: Path, tmp_path: Path, old: str, new: str, expected: str) -> None:
    whole = document({path: item for path, item in PATHS.items() if path.startswith("/ours/")})
    source = (package / "api" / "things" / "ours.py").read_text()
    module = tmp_path / "api" / "things" / "ours.py"
    module.parent.mkdir(parents=True)
    module.write_text(source)
    check_operations(whole, tmp_path)
    assert old in source
    (module if old else module.with_name("again.py")).write_text(source.replace(old, new) if old else source)
    with pytest.raises(Failure) as caught:
        check_operations(whole, tmp_path)
    assert expected in str(caught.value)


def test_a_document_is_changed_where_there_is_need_and_only_in_a_copy() -> None:
    published, content = spec.load(PUBLISHED), document(schemas=MODELS)
    before = copy.deepcopy(content)
    assert normalized(published) == published
    assert normalized(content) != content == before


def test_the_generated_code_is_strictly_typed(package: Path) -> None:
    pytest.importorskip("mypy", reason="mypy is not installed for this Python")
    (package.parent / "user.py").write_text(
        f"from {PACKAGE}.models import State, Thing\n"
        "def name(thing: Thing) -> str:\n"
        "    return (thing.owner and thing.owner.name) or State('x')\n"
        f"from {PACKAGE}.models import Nothing\n"
    )
    command = [sys.executable, "-m", "mypy", "--strict", "--no-incremental", "--config-file=", "-p", PACKAGE]
    result = subprocess.run([*command, "-m", "user"], cwd=package.parent, capture_output=True, text=True, check=False)
    assert result.stdout.splitlines()[:-1] == [
        f'user.py:4: error: Module "{PACKAGE}.models" has no attribute "Nothing"  [attr-defined]'
    ]


def test_the_contract_tests_hold_for_it(package: Path) -> None:
    (package.parent / "beyondwords_api").symlink_to(package)
    given = {"CONTRACT_SPEC": str(package.parent / "openapi.json"), "CONTRACT_GENERATED": str(package.parent)}
    # Those make up no values for these, or look for attributes called `dict`.
    tests = [*(f"tests/contract/test_{name}.py" for name in ("operations", "models")), "-k", " and ".join(NOT_JUDGED)]
    command = [sys.executable, "-m", "pytest", "-q", "--tb=short", "-W", "ignore", "-p", "no:cacheprovider", *tests]
    done = subprocess.run(command, cwd=ROOT, env={**os.environ, **given}, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout[-6000:] + done.stderr[-2000:]
