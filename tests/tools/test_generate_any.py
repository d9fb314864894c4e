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

from tests.tools.conftest import Run, the_error
from tests.tools.documents import Json, document, operation, written

PACKAGE = "any_things_api"
TEXT = {"type": "string"}
NUMBER = {"type": "integer"}
TIME = {"type": "string", "format": "date-time"}
DAY = {"type": "string", "format": "date"}
MOOD = {"type": "string", "enum": ["good"]}
KEY = "7b9d3f0c-64c3-4f4c-9e55-6e4d0b0a9d11"
TUPLE = {"type": "array", "prefixItems": [TEXT, DAY], "items": False}
ODD_NAMES = (
    *("d", "cls", "self", "field_dict", "prop", "prop_name", "prop_dict", "src_dict", "cast", "T", "data", "files"),
    *(
        "values",
        "name",
        "value",
        "error",
        "source",
        "list_of",
        "copy_of",
        "unreadable",
        "UNREADABLE",
        "parse_timestamp",
    ),
    *("json", "types", "datetime", "raw_d", "list", "dict", "type", "isinstance", "additional_property", "class"),
)


def reference(name: str) -> Json:
    return {"$ref": f"#/components/schemas/{name}"}


def fields(*required: str, **properties: Json | bool) -> Json:
    return {"type": "object", "properties": properties} | ({"required": list(required)} if required else {})


def sending(name: str, media_type: str, media: Json, *, required: bool = True) -> Json:
    body = {"required": required, "content": {media_type: media}}
    return {"post": operation(name, schema=fields(id=NUMBER)) | {"requestBody": body}}


def giving(name: str, schema: Json) -> Json:
    return {"get": operation(name, schema=schema)}


SCHEMAS = {
    "cat": fields("kind", kind=TEXT, lives=NUMBER),
    "dog": fields(kind=TEXT, barks={"type": "boolean"}),
    "pet": {
        "oneOf": [reference("cat"), reference("dog")],
        "discriminator": {"propertyName": "kind", "mapping": {"feline": "#/components/schemas/cat"}},
        "example": {"kind": "dog", "barks": True},
    },
    "bare": fields(name=TEXT),
    "sized": fields(name=TEXT, size=NUMBER, depth=NUMBER),
    "bird": fields(kind=TEXT, wings=NUMBER),
    "animal": {"oneOf": [reference("pet"), reference("bird")]},
    "coloured": fields(name=TEXT, size=NUMBER, colour=TEXT),
    # Each of the inline ones would be `TwinPart`, and one `TwinPartOther` like a component.
    "twin": fields(
        a=fields(x=TEXT) | {"title": "Part"}, b=fields(y=TEXT) | {"title": "Part"}, part_other=fields(z=TEXT)
    ),
    "twin-part": fields(other=fields(w=TEXT)),
    "twin-part-other": fields(v=TEXT),
    "Agent-Input": fields(name=TEXT) | {"title": "Agent"},
    "Agent-Output": fields("id", id=NUMBER) | {"title": "Agent"},
    # What the generated code calls its own variables and imports, and what Python has.
    "odd": fields("cls", **dict.fromkeys(ODD_NAMES, TEXT), timestamp={"anyOf": [TIME, NUMBER]}, made=TIME, mood=MOOD)
    | {"additionalProperties": fields(id=NUMBER)},
    "owned": {"allOf": [fields("id", id=NUMBER), {"oneOf": [reference("cat"), reference("bird")]}]},
    "owned-by-kind": {"allOf": [reference("bare"), reference("pet")]},
    "owned-beside": fields(id=NUMBER) | {"anyOf": [fields("lives", lives=NUMBER), fields("wings", wings=NUMBER)]},
    "shape": fields("form", form=TEXT)
    | {"oneOf": [reference("square"), reference("bare")], "discriminator": {"propertyName": "form"}},
    "square": {"allOf": [reference("shape"), fields(side=NUMBER)]},
    "single": fields(
        "one",
        one={"anyOf": [fields(name=TEXT) | {"title": "one"}]},
        some={"type": "array", "items": {"oneOf": [fields(name=TEXT) | {"title": "some"}]}},
    ),
    "based": reference("bare") | fields("at", at=TIME),
    "options": fields(a={"type": "string", "maxLength": 2, "example": "longer"}, never=False, whatever=True),
}
MESSAGE = {"description": "no", "content": {"application/json": {"schema": fields(message=TEXT)}}}
RANGE = {"4xx": MESSAGE}
FILE = {"type": "string", "contentMediaType": "image/png"}
BOOLEAN = {"type": "boolean"}
VALUES = fields(number={"const": 3}, either={"oneOf": [NUMBER, BOOLEAN]}, anything={})
NULLABLE = {"type": ["string", "null"]}
FORM = fields("gone", gone=NULLABLE, yes=BOOLEAN, many={"type": "array", "items": TEXT}, or_null=NULLABLE)
LISTS = [
    {"name": name, "in": "query", "schema": {"type": "array", "items": items}, "explode": False} | more
    for name, items, more in (
        ("ids[]", NUMBER, {}),
        ("flags", BOOLEAN, {"style": "pipeDelimited"}),
        ("times", TEXT | {"format": "date-time"}, {}),
    )
]
HEADER = {"name": "X-Maybe", "in": "header", "required": True, "schema": {"anyOf": [TEXT, {"type": "null"}]}}
PATHS = {
    "/form": sending("form", "application/x-www-form-urlencoded", {"schema": FORM}),
    "/parts": sending("parts", "multipart/form-data", {"schema": FORM}),
    "/lists": {"get": operation("lists", [*LISTS, HEADER])},
    "/bytes": sending("bytes", "application/octet-stream", {"schema": TEXT | {"format": "binary"}}),
    "/bytes31": sending("bytes31", "application/octet-stream", {}),
    "/files": sending("files", "multipart/form-data", {"schema": fields("file", file=FILE, title=TEXT)}),
    "/nothing": sending(
        "nothing",
        "application/json",
        {"schema": {"anyOf": [reference("options"), {"type": "null"}]}},
        required=False,
    ),
    "/based": giving("based", reference("based")),
    "/based-rows": giving("based rows", {"type": "array", "items": reference("bare") | fields(at=TIME)}),
    "/based-field": giving("based field", fields(one=reference("based") | {"required": ["name"]})),
    "/words-alone": giving("words alone", reference("bare") | {"description": "Words.", "type": "object"}),
    "/tuple": sending("tuple", "application/json", {"schema": TUPLE})
    | giving("tuples", fields(one=TUPLE, two={"prefixItems": [reference("bare"), DAY]})),
    "/or-text": giving(
        "or text",
        fields(
            day={"anyOf": [DAY, TEXT]},
            key={"anyOf": [TEXT | {"format": "uuid"}, TEXT]},
            own_day=DAY,
            own_key=TEXT | {"format": "uuid"},
        ),
    ),
    "/pet": giving("pet", reference("pet")),
    "/pets": giving("pets", {"type": "array", "items": reference("pet")}),
    "/keeper": giving("keeper", fields("pet", pet=reference("pet"), pets={"type": "array", "items": reference("pet")})),
    "/optional-keeper": giving("optional keeper", fields(pet=reference("pet"))),
    "/by-properties": giving("by properties", {"anyOf": [reference("bare"), reference("sized")]}),
    "/animals": giving("animals", {"type": "object", "additionalProperties": reference("animal")}),
    "/sizes": giving("sizes", {"anyOf": [reference("sized"), reference("coloured")]}),
    "/agents": sending("agents", "application/json", {"schema": reference("Agent-Input")}),
    "/agent": giving("agent", reference("Agent-Output")),
    "/odd": sending("odd", "application/json", {"schema": reference("odd")}) | giving("odd given", reference("odd")),
    "/odd-parts": sending(
        "odd parts",
        "multipart/form-data",
        {"schema": fields(types=BOOLEAN, json=fields(a=TEXT), files=TEXT, name=TEXT)},
    ),
    "/single": giving("single", reference("single")),
    "/owned": giving("owned", reference("owned")),
    "/owned-by-kind": giving("owned by kind", reference("owned-by-kind")),
    "/owned-beside": giving("owned beside", reference("owned-beside")),
    "/shapes": giving("shapes", {"type": "array", "items": reference("shape")}),
    "/twin": giving(
        "twin", fields(one=reference("twin"), two=reference("twin-part"), three=reference("twin-part-other"))
    ),
    "/gone": giving(
        "gone",
        {
            "oneOf": [reference("cat"), reference("bird")],
            "discriminator": {
                "propertyName": "kind",
                "mapping": {"feline": "cat", "bird": "bird", "lost": "#/components/schemas/lost"},
            },
        },
    ),
    "/nested": giving(
        "nested",
        {
            "oneOf": [reference("pet"), reference("coloured")],
            "discriminator": {"propertyName": "kind", "mapping": {"feline": "pet", "dog": "pet", "paint": "coloured"}},
        },
    ),
    "/enums": giving(
        "enums",
        fields(either={"anyOf": [MOOD, {"type": "string", "enum": ["small"]}, {"type": "integer", "enum": [1]}]}),
    ),
    "/values": sending("values", "multipart/form-data", {"schema": VALUES}),
    "/value-form": sending("value form", "application/x-www-form-urlencoded", {"schema": VALUES}),
    "/joined-form": sending(
        "joined form",
        "application/x-www-form-urlencoded",
        {
            "schema": fields(words={"type": "array", "items": TEXT}, name=TEXT),
            "encoding": {"words": {"explode": False}},
        },
    ),
    "/words": {"get": operation("words", [LISTS[1] | {"name": "words", "schema": {"type": "array", "items": TEXT}}])},
    "/ranges": {"get": operation("ranges") | {"responses": {"2XX": MESSAGE, "default": MESSAGE}}},
    "/cookie": {"get": operation("cookie", [HEADER | {"name": "session", "in": "cookie", "required": True}])},
    "/untyped": sending(
        "untyped",
        "multipart/form-data",
        {
            "schema": fields(one={}, many={"type": "array", "items": {}}, picture=TEXT),
            "encoding": {"one": {"contentType": "image/png"}, "picture": {"contentType": "image/png, image/gif"}},
        },
    ),
    "/range": {"get": operation("range", schema=TEXT) | {"responses": RANGE}},
}


@pytest.fixture(scope="module")
def client(run_tool: Run, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The client of them all."""
    folder = tmp_path_factory.mktemp("any")
    file = written(folder, document(PATHS, SCHEMAS, "3.1.0"))
    result = run_tool("generate", "--spec", file, "--output", folder / PACKAGE)
    assert result.returncode == 0, result.stderr
    sys.path.insert(0, str(folder))
    yield PACKAGE
    sys.path.remove(str(folder))
    for name in [name for name in sys.modules if name.partition(".")[0] == PACKAGE]:
        del sys.modules[name]


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
def test_bytes_are_sent_by_both_clients(client: str, call: Call, name: str) -> None:
    file = importlib.import_module(f"{client}.types").File
    # One file for two calls: each sends the whole of it.
    _, request = call(name, body=file(payload=io.BytesIO(b"\x00\xff")))
    assert request.content == b"\x00\xff"
    assert request.headers["content-type"] == "application/octet-stream"


def test_a_file_in_the_spelling_of_3_1_is_sent_as_one(client: str, call: Call) -> None:
    file = importlib.import_module(f"{client}.types").File
    body = importlib.import_module(f"{client}.models").FilesBody
    _, request = call(
        "files", make=lambda: {"body": body(file=file(payload=io.BytesIO(b"\x00--+++\xff"), file_name="a.png"))}
    )
    assert b'name="file"; filename="a.png"' in request.content
    assert b"\r\n\r\n\x00--+++\xff\r\n" in request.content


def test_an_optional_body_that_may_be_null_can_be_left_out(client: str, call: Call) -> None:
    options = importlib.import_module(f"{client}.models").Options
    assert call("nothing")[1].content == b""
    assert json.loads(call("nothing", body=options(a="x"))[1].content) == {"a": "x"}


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ({"kind": "feline"}, "Cat"),
        # Its own name stands for it as well.
        ({"kind": "cat"}, "Cat"),
        ({"kind": "dog"}, "Dog"),
        ({"kind": "dog", "barks": True}, "Dog"),
    ],
)
def test_the_discriminator_tells_which_alternative_it_is(call: Call, row: Json, expected: str) -> None:
    assert type(call("pet", row)[0]).__name__ == expected
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


@pytest.mark.parametrize(("row", "expected"), [({"name": "a"}, "Bare"), ({"name": "a", "size": 1}, "Sized")])
def test_without_one_the_properties_tell(call: Call, row: Json, expected: str) -> None:
    assert type(call("by_properties", row)[0]).__name__ == expected


@pytest.mark.parametrize(
    ("row", "expected"),
    [({"kind": "feline", "lives": 9}, "Cat"), ({"kind": "dog", "barks": True}, "Dog"), ({"wings": 2}, "Bird")],
)
def test_a_choice_inside_a_choice_is_told_apart(call: Call, row: Json, expected: str) -> None:
    (found,) = call("animals", {"one": row})[0].additional_properties.values()
    assert type(found).__name__ == expected


def test_a_schema_in_two_choices_is_told_by_the_others_of_each(call: Call) -> None:
    # Beside `bare` the size tells, and the depth; beside `coloured`, which has a size too, the depth alone.
    assert type(call("by_properties", {"size": 1})[0]).__name__ == "Sized"
    assert type(call("sizes", {"depth": 1})[0]).__name__ == "Sized"
    assert type(call("sizes", {"size": 1, "colour": "red"})[0]).__name__ == "Coloured"


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
    "schema",
    [
        {"allOf": [fields(a=TEXT), {"oneOf": [fields(b=TEXT), TEXT]}]},
        {"allOf": [{"oneOf": [fields(a=TEXT), fields(b=TEXT)]}, {"oneOf": [fields(c=TEXT), fields(d=TEXT)]}]},
        fields(a=TEXT) | {"oneOf": [fields(b=TEXT), {"oneOf": [fields(c=TEXT), fields(d=TEXT)]}]},
    ],
)
def test_a_choice_beside_other_things_that_is_not_clear_is_refused(run_tool: Run, tmp_path: Path, schema: Json) -> None:
    file = written(tmp_path, document({"/things": giving("things", schema)}))
    result = run_tool("generate", "--spec", file, "--output", tmp_path / "client")
    assert result.returncode == 1
    assert re.search(
        "GET /things response 200 application/json.* (is a choice inside allOf|stands beside)", result.stderr
    )


@pytest.mark.parametrize("other", [{"propertyName": "kind", "mapping": {"x": "two", "y": "one"}}, None])
def test_the_same_choice_in_two_readings_is_refused(run_tool: Run, tmp_path: Path, other: Json | None) -> None:
    schemas = {"one": fields(kind=TEXT, a=TEXT), "two": fields(kind=TEXT, b=TEXT)}
    choice = {"oneOf": [reference("one"), reference("two")]}
    first = {"discriminator": {"propertyName": "kind", "mapping": {"x": "one", "y": "two"}}}
    paths = {"/a": giving("a", choice | first), "/b": giving("b", choice | ({"discriminator": other} if other else {}))}
    file = written(tmp_path, document(paths, schemas))
    error = the_error(run_tool("generate", "--spec", file, "--output", tmp_path / "client"))
    place = "response 200 application/json oneOf"
    assert (
        f"GET /b {place} tells the same objects apart in another way than GET /a {place}: give both the same" in error
    )


def test_a_mapping_to_no_schema_is_ignored(call: Call) -> None:
    assert type(call("gone", {"kind": "feline", "lives": 9})[0]).__name__ == "Cat"
    assert type(call("gone", {"kind": "bird", "wings": 2})[0]).__name__ == "Bird"


@pytest.mark.parametrize(
    ("row", "expected"),
    [({"kind": "feline"}, "Cat"), ({"kind": "dog"}, "Dog"), ({"kind": "paint", "lives": 1}, "Coloured")],
)
def test_a_discriminator_inside_a_choice_with_the_same_one(call: Call, row: Json, expected: str) -> None:
    assert type(call("nested", row)[0]).__name__ == expected


def test_what_stands_beside_a_reference_holds_as_well_in_3_1(client: str, call: Call) -> None:
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


@pytest.mark.parametrize("text", ["20240101", "2024-W01-1", "2024-13-01", "\uff12\uff10\uff12\uff14-01-01", "soon"])
def test_a_text_that_is_no_day_stays_as_it_came(call: Call, text: str) -> None:
    found = call("or_text", {"day": text, "own_day": text})[0]
    assert (found.day, bool(found.own_day), found.to_dict()) == (text, False, {"day": text, "own_day": text})


@pytest.mark.parametrize("text", [f"{{{KEY}}}", KEY.replace("-", ""), f"urn:uuid:{KEY}", KEY[1:], "none"])
def test_a_text_that_is_no_uuid_stays_as_it_came(call: Call, text: str) -> None:
    found = call("or_text", {"key": text, "own_key": text})[0]
    assert (found.key, bool(found.own_key), found.to_dict()) == (text, False, {"key": text, "own_key": text})


def test_days_and_uuids_are_decoded(call: Call) -> None:
    row = {"day": "2024-02-29", "own_day": "2024-02-29", "key": KEY, "own_key": KEY}
    found = call("or_text", row)[0]
    assert (found.day, found.own_day, found.key, found.own_key) == (date(2024, 2, 29),) * 2 + (UUID(KEY),) * 2
    assert found.to_dict() == row
    # In capitals it is one as well; beside a text it comes back as it was.
    found = call("or_text", {"key": KEY.upper(), "own_key": KEY.upper()})[0]
    assert (found.key, found.own_key) == (KEY.upper(), UUID(KEY))


def test_in_a_form_anything_may_be_a_file(client: str, call: Call) -> None:
    body, file = (
        importlib.import_module(f"{client}.models").UntypedBody,
        importlib.import_module(f"{client}.types").File,
    )

    def a_file(name: str) -> Any:
        return file(payload=io.BytesIO(b"\x00\xff"), file_name=name, mime_type="image/png")

    def made() -> Json:
        return {"body": body(one=a_file("1.png"), many=[a_file("2.png"), b"\x01\xff", "text"], picture=a_file("3.png"))}

    content = call("untyped", make=made)[1].content
    for name, number in (("one", 1), ("many", 2), ("picture", 3)):
        assert f'name="{name}"; filename="{number}.png"\r\nContent-Type: image/png'.encode() in content
    assert content.count(b"\r\n\r\n\x00\xff\r\n") == 3
    assert b"Content-Type: application/octet-stream\r\n\r\n\x01\xff\r\n" in content
    assert b"Content-Type: text/plain\r\n\r\ntext\r\n" in content


def test_a_form_with_nothing_in_it_is_still_a_form(client: str, call: Call) -> None:
    request = call("untyped", body=importlib.import_module(f"{client}.models").UntypedBody())[1]
    boundary = request.headers["content-type"].removeprefix("multipart/form-data; boundary=")
    assert request.content == f"--{boundary}--\r\n".encode()


@pytest.mark.parametrize("status", [200, 299, 420, 520])
def test_a_declared_range_takes_numbers_that_python_has_no_name_for(client: str, call: Call, status: int) -> None:
    assert call("ranges", {"message": "a"}, status=status)[0].message == "a"
    named = importlib.import_module(f"{client}.types").status(status)
    assert (named, isinstance(named, HTTPStatus)) == (status, status == 200)


def test_what_has_no_body_is_decoded_to_none(call: Call) -> None:
    assert call("ranges", status=204)[0] is None


def test_a_cookie_is_one_value_or_not_given(call: Call) -> None:
    assert call("cookie", session="a=b!")[1].headers["cookie"] == "session=a=b!"
    assert "cookie" not in call("cookie", session=None)[1].headers
    assert "cookie" not in call("cookie")[1].headers
    for text in ("a; b=c", " a", "a ", "ü", 'a"', "a\r\nb"):
        with pytest.raises(ValueError, match="session must be printable ASCII"):
            call("cookie", session=text)


def test_two_schemas_of_one_title_have_their_own_names(client: str, call: Call) -> None:
    models = importlib.import_module(f"{client}.models")
    assert type(call("agent", {"id": 1})[0]) is models.AgentOutput
    assert "id" not in {field.name for field in models.AgentInput.__attrs_attrs__}


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


def test_a_form_writes_booleans_as_json_does_and_leaves_nulls_out(client: str, call: Call) -> None:
    models = importlib.import_module(f"{client}.models")
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


def test_each_kind_of_value_is_one_part_of_a_form_as_json_writes_it(client: str, call: Call) -> None:
    values = {"number": 3, "either": True, "anything": {"a": [True, "ü"]}}
    models = importlib.import_module(f"{client}.models")
    request = call("values", body=models.ValuesBody.from_dict(values))[1]
    assert [f"\r\n\r\n{text}\r\n".encode() in request.content for text in ("3", "true", '{"a": [true, "ü"]}')] == [
        True
    ] * 3
    request = call("value_form", body=models.ValueFormBody.from_dict(values))[1]
    assert dict(httpx.QueryParams(request.content.decode())) == {
        "number": "3",
        "either": "true",
        "anything": '{"a": [true, "ü"]}',
    }


def test_a_body_that_is_null_is_sent_as_null(call: Call) -> None:
    assert call("nothing", body=None)[1].content == b"null"


def test_items_that_would_come_apart_are_an_error_and_no_items_are_no_list(client: str, call: Call) -> None:
    with pytest.raises(ValueError, match=re.escape("'a|b' holds '|', which stands between")):
        call("words", words=["a|b", "c"])
    assert call("words", words=[])[1].url.query == b""
    joined = importlib.import_module(f"{client}.models").JoinedFormBody
    assert call("joined_form", body=joined(words=[], name="a"))[1].content == b"name=a"


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
    assert found.to_dict() == {**row, "some": [None]}
    assert not found.some
    with pytest.raises(Exception, match=r"at \$\.one expected") as caught:
        call("single", {"one": None})
    assert type(caught.value).__name__ == "DecodeError"


def test_what_the_api_calls_is_passed_over_and_told_once(run_tool: Run, tmp_path: Path) -> None:
    node = operation("things") | {"callbacks": {"done": {"{$url}": giving("done", {"allOf": []})}}}
    content = document({"/things": {"get": node}}, version="3.1.0") | {"webhooks": {"made": giving("made", TEXT)}}
    result = run_tool("generate", "--spec", written(tmp_path, content), "--output", tmp_path / "client")
    assert result.returncode == 0, result.stderr
    assert result.stderr.count("passed over: webhooks and callbacks") == 1


def test_a_property_may_have_any_name(client: str, call: Call) -> None:
    row = {name: f"a {name}" for name in ODD_NAMES} | {"timestamp": 1, "made": "2024-01-02T00:00:00+00:00"}
    row |= {"mood": "good", "more": {"id": 1}}
    found = call("odd_given", row)[0]
    assert found.to_dict() == row
    assert (found.d, found.cls, found.self_, found.additional_properties["more"].id) == ("a d", "a cls", "a self", 1)
    assert json.loads(call("odd", body=found)[1].content) == row
    time = call("odd_given", row | {"timestamp": row["made"]})[0]
    assert time.timestamp == datetime(2024, 1, 2, tzinfo=UTC)
    models = importlib.import_module(f"{client}.models")
    parts = models.OddPartsBody(types=True, json=models.OddPartsBodyJson(a="x"), files="f", name="n")
    content = call("odd_parts", body=parts)[1].content
    assert [part.encode() in content for part in ("true", '{"a": "x"}', "f", "n")] == [True] * 4


def test_an_odd_value_beside_a_map_of_objects_comes_back_as_it_came(call: Call) -> None:
    row = {"cls": "a", "mood": 3, "more": {"id": 1}}
    found = call("odd_given", row)[0]
    assert not found.mood
    assert found.additional_properties["more"].id == 1
    assert found.to_dict() == row


def test_a_range_of_statuses_may_be_in_lower_case(call: Call) -> None:
    assert call("range_", {"message": "no"}, status=418)[0].message == "no"


@pytest.mark.parametrize(
    ("schema", "expected"),
    [
        ({"oneOf": [fields(a=TEXT), fields(a=TEXT)]}, "GET /things response 200 application/json oneOf has objects"),
        (
            {"anyOf": [{"type": "array", "items": fields(a=TEXT)}, {"type": "array", "items": fields(b=TEXT)}]},
            "GET /things response 200 application/json anyOf has lists",
        ),
    ],
)
def test_what_nothing_tells_apart_is_refused(run_tool: Run, tmp_path: Path, schema: Json, expected: str) -> None:
    file = written(tmp_path, document({"/things": giving("things", schema)}))
    error = the_error(run_tool("generate", "--spec", file, "--output", tmp_path / "client"))
    assert expected in error


def test_an_operation_in_another_file_is_named(run_tool: Run, tmp_path: Path) -> None:
    file = written(tmp_path, document({"/things": {"get": {"$ref": "things/list.yml"}}}))
    error = the_error(run_tool("generate", "--spec", file, "--output", tmp_path / "client"))
    assert "GET /things is a reference, $ref 'things/list.yml', and OpenAPI has none there: join its files" in error


def test_an_example_that_fits_no_alternative_is_told_by_its_place(run_tool: Run, tmp_path: Path) -> None:
    media = {
        "schema": {"oneOf": [fields("object", object=TEXT), {"type": "array", "items": TEXT}]},
        "examples": {"long": {"value": {"data": ["x" * 900]}}},
    }
    node = operation("things")
    node["responses"]["200"]["content"]["application/json"] = media
    file = written(tmp_path, document({"/things": {"get": node}}))
    error = the_error(run_tool("generate", "--spec", file, "--output", tmp_path / "client"))
    assert "none of the alternatives takes it: 'object' is a required property" in error
    assert "naming 'GET /things response 200 application/json example long'" in error
