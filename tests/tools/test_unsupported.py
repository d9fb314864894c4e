"""What the generator would drop or garble fails the generation, by name; what is accepted is left out and told."""

from __future__ import annotations

import copy
import json
import re
from pathlib import Path
from typing import Any

import pytest

from tests.tools.conftest import PUBLISHED, ROOT, Run, files, the_error
from tests.tools.documents import Json, document, operation, written
from tools import spec
from tools.failure import Failure
from tools.generate import unsupported
from tools.generate.check_code import check_code
from tools.generate.check_operations import check_names
from tools.generate.modules import endpoints
from tools.generate.unsupported import TO_FILL_IN
from tools.spec import SpecError
from tools.spec.pointers import check_references, without

TEXT = {"type": "string"}
NUMBER = {"type": "integer"}
THING = {"type": "object", "properties": {"id": NUMBER}}
REFERENCE = {"$ref": "#/components/schemas/thing"}
JSON_TYPE, FORM, MULTIPART, BYTES = (
    "application/json",
    "application/x-www-form-urlencoded",
    "multipart/form-data",
    "application/octet-stream",
)


def array(items: Json) -> Json:
    return {"type": "array", "items": items}


def fields(**properties: Json) -> Json:
    return {"type": "object", "properties": properties}


def choice(*branches: Json) -> Json:
    return {"oneOf": list(branches)}


def formatted(name: str) -> Json:
    return {"type": "string", "format": name}


def parameter(name: str, place: str = "query", **more: Any) -> Json:
    return {"name": name, "in": place, "schema": TEXT} | ({"required": True} if place == "path" else {}) | more


def with_parameters(*parameters: Json, **more: Any) -> Json:
    in_path = "".join(f"/{{{each['name']}}}" for each in parameters if each["in"] == "path")
    node = operation("things#list", list(parameters)) | more
    return document({f"/things{in_path}": {"post": node}}, {"thing": THING})


def with_body(**content: Json | None) -> Json:
    media = {MEDIA[name]: {} if schema is None else {"schema": schema} for name, schema in content.items()}
    node = operation("things#create") | {"requestBody": {"required": True, "content": media}}
    return document({"/things": {"post": node}}, {"thing": THING})


def with_answer(status: str = "200", /, **content: Json | None) -> Json:
    media = {MEDIA[name]: {} if schema is None else {"schema": schema} for name, schema in content.items()}
    node = operation("things#show")
    node["responses"][status] = {"description": "", "content": media}
    return document({"/things": {"get": node}}, {"thing": THING})


MEDIA = {
    "json": JSON_TYPE,
    "vendor_json": "application/vnd.api+json",
    "form": FORM,
    "multipart": MULTIPART,
    "bytes": BYTES,
    "text": "text/plain",
    "xml": "application/xml",
    "audio": "audio/mpeg",
}


def with_schema(schema: Json, **others: Json) -> Json:
    paths = {"/things": {"get": operation("things#show", schema=REFERENCE)}}
    return document(paths, {"thing": schema, **others})


def found(content: Json, **media_types: str) -> list[str]:
    return [str(loss) for loss in unsupported.find(content, {MEDIA[name]: to for name, to in media_types.items()})]


LOST_PARAMETERS = [
    (parameter("q", content={JSON_TYPE: {}}, schema=None), "query parameter q is described by `content`"),
    (parameter("q", style="deepObject", schema=fields(a=TEXT)), "query parameter q is an object whose fields"),
    (parameter("q", style="deepObject", schema=THING | {"nullable": True}), "query parameter q is an object"),
    (parameter("q", style="deepObject", schema={"type": "object", "nullable": True}), "query parameter q is an object"),
    (parameter("q", schema={"type": "object"}), "query parameter q is an object"),
    (parameter("q", schema=None), "query parameter q has no schema"),
    (parameter("a\nb"), "has the name 'a\\nb', of which the generator drops the signs"),
    (parameter("q", schema=REFERENCE), "query parameter q is an object"),
    (parameter("q", schema=choice(TEXT, REFERENCE)), "query parameter q is an object"),
    (parameter("q", schema=array(REFERENCE)), "query parameter q is a list of object"),
    (parameter("q", schema=array(array(TEXT))), "query parameter q is a list of array"),
    (parameter("q", schema=formatted("binary")), "query parameter q may be binary"),
    (parameter("X-Q", "header", schema=array(TEXT)), "header parameter X-Q may be array"),
    (parameter("X-Q", "header", schema=formatted("uuid")), "header parameter X-Q may be uuid"),
    (parameter("X-Q", "header", schema=formatted("date-time")), "header parameter X-Q may be date-time"),
    (parameter("X-Q", "header", schema=TEXT | {"nullable": True}), "header parameter X-Q may be null"),
    (parameter("X-Q", "header", schema=choice(TEXT, NUMBER)), "header parameter X-Q may be integer or string"),
    (parameter("q", "cookie", schema=NUMBER), "cookie parameter q may be integer"),
    (parameter("q", "path", schema={"type": "boolean"}), "path parameter q may be boolean"),
    (parameter("q", "path", schema=formatted("date-time")), "path parameter q may be date-time"),
    (parameter("q", "path", schema=array(TEXT)), "path parameter q may be array"),
    (parameter("q", "path", style="matrix"), "path parameter q has the style matrix"),
    (parameter("params"), "query parameter params becomes the argument 'params', a name that"),
    (parameter("kwargs"), "query parameter kwargs becomes the argument 'kwargs', a name that"),
    (parameter("quote", "path"), "path parameter quote becomes the argument 'quote', a name that"),
    (parameter("cookies", "cookie"), "cookie parameter cookies becomes the argument 'cookies', a name that"),
]


@pytest.mark.parametrize(("lost", "expected"), LOST_PARAMETERS)
def test_a_parameter_that_is_not_sent_as_declared(lost: Json, expected: str) -> None:
    (line,) = found(with_parameters({key: value for key, value in lost.items() if value is not None}))
    assert line.startswith("POST /things")
    assert expected in line


SENT = [
    parameter("q", style="deepObject", schema={"type": "object"}),
    parameter("q", style="deepObject", schema={"type": "object", "additionalProperties": TEXT}),
    parameter("q", schema=array(TEXT)),
    parameter("q", schema=array(TEXT) | {"nullable": True}),
    parameter("q", schema=array(formatted("date"))),
    parameter("q", schema=array(TEXT), style="pipeDelimited", explode=True),
    parameter("q", schema=choice(TEXT, NUMBER)),
    parameter("q", schema=formatted("date-time")),
    parameter("q", schema={}),
    parameter("q", explode=False),
    parameter("q", "path", schema=formatted("uuid")),
    parameter("q", "path", schema=choice(TEXT, NUMBER)),
    parameter("X-Q", "header", schema={"type": "boolean"}),
    parameter("X-Q", "header", schema={"type": "integer", "enum": [1, 2]}),
    parameter("q", "cookie", schema={"type": "string", "enum": ["a"]}),
    parameter("headers"),
    parameter("cookies"),
    parameter("body"),
    parameter("url"),
]


@pytest.mark.parametrize("sent", SENT)
def test_a_parameter_that_is_sent_right_is_no_loss(sent: Json) -> None:
    assert found(with_parameters(sent)) == []


@pytest.mark.parametrize(
    ("parameters", "expected"),
    [
        ([parameter("a[b]"), parameter("a.b")], "a.b becomes the argument 'ab', like POST /things query"),
        ([parameter("q", schema=array(TEXT)), parameter("json_q")], "json_q becomes the argument 'json_q', which is"),
        ([parameter("headers"), parameter("X-A", "header")], "headers becomes the argument 'headers', a name that"),
    ],
)
def test_parameters_that_meet(parameters: list[Json], expected: str) -> None:
    (line,) = found(with_parameters(*parameters))
    assert expected in line


def test_parameters_that_meet_and_can_be_told_apart() -> None:
    meeting = [parameter("fooBar"), parameter("foo_bar"), parameter("x"), parameter("x", "header"), parameter("url")]
    assert found(with_parameters(*meeting)) == []


def test_a_parameter_beside_a_body() -> None:
    body = {"requestBody": {"content": {JSON_TYPE: {"schema": THING}}}}
    (line,) = found(with_parameters(parameter("body"), **body))
    assert "becomes the argument 'body'" in line


def test_a_parameter_is_named_where_it_is_declared() -> None:
    bad = parameter("q", content={JSON_TYPE: {}})
    del bad["schema"]
    paths = {"/things": {"parameters": [bad], "get": operation("things#a"), "put": operation("things#b")}}
    assert [line.partition(" is ")[0] for line in found(document(paths))] == ["/things query parameter q"]


@pytest.mark.parametrize("method", ["query", "gett"])
def test_a_method_that_nobody_knows(method: str) -> None:
    node = operation("things#list")
    (line,) = found(document({"/things": {method: node, "get": node, "x-note": {}, "summary": "Things"}}))
    assert line.startswith(f"/things {method} has '{method}', which is no method")


def test_servers_of_an_operation() -> None:
    (line,) = found(with_parameters(servers=[{"url": "https://elsewhere.example.com"}]))
    assert line.startswith("POST /things has servers of its own")


def test_servers_of_a_path(run_tool: Run, tmp_path: Path) -> None:
    elsewhere = {"servers": [{"url": "https://elsewhere.example.com"}], "get": operation("things#far")}
    same = {"servers": [{"url": "https://example.test/v1/"}], "get": operation("things#near")}
    content = document({"/far": elsewhere, "/near": same})
    (line,) = found(content)
    assert line.startswith("/far has servers of its own")
    config = written(tmp_path, {unsupported.KEY: {"/far": "of another team"}}, "config.yml")
    file = written(tmp_path, content)
    result = run_tool("generate", "--spec", file, "--output", tmp_path / "client", "--config", config)
    assert "no longer in the client: GET /far" in result.stderr
    assert [each.url for each in endpoints(tmp_path / "client")] == ["/near"]


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("/things?all=true", "/things?all=true has a literal '?', with which the query begins"),
        ("/things#all", "/things#all has a literal '#', with which a fragment that is never sent begins"),
    ],
)
def test_a_path_that_would_end_before_its_end(path: str, expected: str) -> None:
    assert found(document({path: {"get": operation("things#list")}})) == [expected]


SCHEMES = {
    "key": {"type": "apiKey", "in": "header", "name": "x-api-key"},
    "query": {"type": "apiKey", "in": "query", "name": "api_key"},
    "cookie": {"type": "apiKey", "in": "cookie", "name": "session"},
    "other": {"type": "apiKey", "in": "header", "name": "X-Token"},
    "basic": {"type": "http", "scheme": "basic"},
    "bearer": {"type": "http", "scheme": "bearer"},
    "oauth": {"type": "oauth2", "flows": {}},
}


def with_security(*ways: Json, everywhere: bool = False) -> Json:
    content = with_parameters(**({} if everywhere else {"security": list(ways)}))
    content["components"]["securitySchemes"] = SCHEMES
    return content | ({"security": list(ways)} if everywhere else {})


@pytest.mark.parametrize(
    ("ways", "expected"),
    [
        (["query"], "wants query (a key in the query api_key), but the client sends the key in X-Api-Key and"),
        (["cookie"], "wants cookie (a key in the cookie session)"),
        (["other"], "wants other (a key in the header X-Token)"),
        (["basic"], "wants basic (HTTP basic)"),
        (["bearer"], "wants bearer (HTTP bearer)"),
        (["oauth"], "wants oauth (oauth2)"),
        (["nowhere"], "wants nowhere (which is not declared)"),
        (["key bearer"], "wants key (a key in the header x-api-key) and bearer (HTTP bearer)"),
        (["basic", "bearer"], "wants basic (HTTP basic) or bearer (HTTP bearer)"),
    ],
)
def test_security_that_the_wrapper_does_not_give(ways: list[str], expected: str) -> None:
    asked: list[Json] = [{name: [] for name in way.split()} for way in ways]
    (line,) = found(with_security(*asked))
    assert line.startswith(f"POST /things security {expected}")
    (line,) = found(with_security(*asked, everywhere=True))
    assert line.startswith(f"every operation that declares no security {expected}")


@pytest.mark.parametrize(
    "ways", [[], [{}], [{"key": []}], [{}, {"bearer": []}], [{"bearer": []}, {"key": []}], [{"key": []}, {"basic": []}]]
)
def test_security_that_the_wrapper_gives_is_no_loss(ways: list[Json]) -> None:
    assert found(with_security(*ways)) == []
    assert found(with_security(*ways, everywhere=True)) == []


def test_security_that_no_operation_takes_over_is_no_loss() -> None:
    content = with_security(everywhere=False) | {"security": [{"bearer": []}]}
    assert found(content) == []


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ({"text": TEXT}, ["POST /things body text/plain is a form of body that the generator leaves out"]),
        ({"audio": formatted("binary")}, ["POST /things body audio/mpeg is a form of body"]),
        ({"json": None}, ["POST /things body application/json has no schema"]),
        ({"bytes": TEXT}, ["POST /things body application/octet-stream is not of format binary"]),
        ({"form": array(TEXT)}, ["POST /things body application/x-www-form-urlencoded is no object"]),
        ({"multipart": array(TEXT)}, ["POST /things body multipart/form-data is no object"]),
        (
            {"form": THING, "json": THING},
            ["body application/x-www-form-urlencoded cannot be sent beside application/json"],
        ),
        ({"json": THING, "vendor_json": THING}, ["body application/vnd.api+json cannot be sent beside"]),
        ({"form": fields(deep=THING)}, ["x-www-form-urlencoded.deep may be object"]),
        ({"form": fields(many=array(THING))}, ["x-www-form-urlencoded.many may be object"]),
        ({"json": fields(file=formatted("binary"))}, ["body application/json.file is of format binary inside JSON"]),
        ({"json": fields(files=array(fields(file=formatted("binary"))))}, ["application/json.files[].file is of"]),
    ],
)
def test_a_body_that_is_not_sent_as_declared(content: dict[str, Json | None], expected: list[str]) -> None:
    lines = found(with_body(**content))
    assert len(lines) == len(expected)
    assert all(part in line for part, line in zip(expected, lines, strict=True)), lines


@pytest.mark.parametrize(
    ("media_type", "encoding", "expected"),
    [
        ("multipart/form-data", {"contentType": "text/csv"}, "encoding of many contentType wants text/csv, but"),
        ("multipart/form-data", {"headers": {"X-Part": {"schema": TEXT}}}, "encoding of many headers are not sent"),
        ("application/x-www-form-urlencoded", {"style": "deepObject"}, "encoding of many style is deepObject, but"),
        ("application/x-www-form-urlencoded", {"style": "pipeDelimited", "explode": False}, None),
        ("multipart/form-data", {"contentType": "text/plain"}, None),
    ],
)
def test_how_a_field_of_a_form_is_written(media_type: str, encoding: Json, expected: str | None) -> None:
    content = with_body(json=THING)
    body = content["paths"]["/things"]["post"]["requestBody"]
    body["content"] = {media_type: {"schema": fields(many=array(TEXT)), "encoding": {"many": encoding}}}
    lines = found(content)
    assert len(lines) == (expected is not None)
    assert all(str(expected) in line for line in lines), lines


@pytest.mark.parametrize(
    "content",
    [
        {"json": THING},
        {"json": {}},
        {"json": array(THING)},
        {"vendor_json": REFERENCE},
        {"form": fields(a=TEXT, b={"type": "boolean"}, c=array(TEXT))},
        {"multipart": fields(file=formatted("binary"), files=array(formatted("binary")), deep=THING)},
        {"bytes": formatted("binary")},
    ],
)
def test_a_body_that_is_sent_right_is_no_loss(content: dict[str, Json | None]) -> None:
    assert found(with_body(**content)) == []


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ({"xml": THING}, ["response 200 application/xml is a media type that the generator does not decode"]),
        ({"audio": formatted("binary")}, ["response 200 audio/mpeg is a media type that the generator does not"]),
        ({"json": THING, "text": TEXT}, ["response 200 text/plain is never decoded"]),
        ({"text": TEXT, "json": THING}, ["response 200 text/plain is never decoded"]),
        ({"text": THING}, ["response 200 text/plain may be object"]),
        ({"text": NUMBER}, ["response 200 text/plain may be integer"]),
        ({"bytes": TEXT}, ["response 200 application/octet-stream is not of format binary"]),
        ({"json": fields(file=formatted("binary"))}, ["response 200 application/json.file is of format binary"]),
    ],
)
def test_an_answer_that_is_not_decoded_as_declared(content: dict[str, Json | None], expected: list[str]) -> None:
    lines = found(with_answer(**content))
    assert len(lines) == len(expected)
    assert all(part in line for part, line in zip(expected, lines, strict=True)), lines


def test_an_error_answer_need_not_be_decoded_but_must_be_known() -> None:
    assert found(with_answer("500", text=THING)) == []
    assert found(with_answer("500", json=None)) == []
    (line,) = found(with_answer("500", xml=THING))
    assert "response 500 application/xml is a media type that the generator does not decode" in line


def test_an_override_of_the_media_type_mends_it() -> None:
    assert found(with_answer(audio=formatted("binary")), audio=BYTES) == []
    assert found(with_body(audio=formatted("binary")), audio=BYTES) == []


def test_an_answer_of_anything_beside_a_typed_one_is_decoded() -> None:
    content = with_answer(json={})
    content["paths"]["/things"]["get"]["responses"]["404"] = {
        "description": "",
        "content": {JSON_TYPE: {"schema": REFERENCE}},
    }
    assert found(content) == []


@pytest.mark.parametrize(
    ("schema", "expected"),
    [
        *(
            (fields(**{name: TEXT}), f"schema thing.{name} becomes {attribute!r}, a name that every generated class")
            for name, attribute in {
                "to_dict": "to_dict",
                "fromDict": "from_dict",
                "additional_properties": "additional_properties",
                "additional_keys": "additional_keys",
                "to_multipart": "to_multipart",
            }.items()
        ),
        (fields(**{"a[b]": TEXT, "a.b": TEXT}), "schema thing.a.b becomes 'ab', like 'a[b]' of the same object"),
        (
            fields(**{"foobar": TEXT, "fooBar": TEXT, "foo-bar": TEXT}),
            "schema thing.foo-bar becomes 'foobar', like 'foobar' of the same object",
        ),
        (fields(x_item=TEXT, x=array(THING)), "schema thing.x_item has the name of a variable"),
        (fields(x_item_data=TEXT, x=array(THING)), "schema thing.x_item_data has the name of a variable"),
        (fields(id=NUMBER) | choice(fields(a=TEXT), fields(b=TEXT)), "schema thing oneOf stands beside properties"),
        ({"allOf": [{"$ref": "#/components/schemas/base"}, choice(fields(a=TEXT), fields(b=TEXT))]}, "is a choice"),
        (fields(**{"a\u200bb": TEXT}), "has the name 'a\\u200bb', of which the generator drops the signs"),
        (fields(x={"type": "string", "enum": ["a\nb"]}), "thing.x enum has the value 'a\\nb', of which"),
        (fields(x={"type": "integer", "enum": ["1"]}), "thing.x enum has values of another type than its schema"),
        (fields(x={"type": "string", "nullable": True, "enum": [None]}), "thing.x enum holds null alone"),
        (fields(x={"const": 'say "hi"'}), "schema thing.x const is 'say \"hi\"', whose signs"),
        (fields(x={"const": True}), "schema thing.x const is true, and the generator knows only"),
        (array(REFERENCE), "schema thing is a list that holds itself, which the generator gives up"),
        (array(array(REFERENCE)), "schema thing is a list that holds itself"),
        (
            fields(x={"type": "string", "enum": ["a", "b"], "x-enum-varnames": ["A", "A"]}),
            "schema thing.x x-enum-varnames names two values 'A'",
        ),
        (fields(x={"enum": ["a", 1]}), "schema thing.x enum is an enum of something else"),
        (fields(x={"type": "number", "enum": [0.5]}), "schema thing.x enum is an enum of something else"),
        (fields(deep=fields(to_dict=TEXT)), "schema thing.deep.to_dict becomes 'to_dict'"),
        (fields(list=array(fields(to_dict=TEXT))), "schema thing.list[].to_dict becomes 'to_dict'"),
        ({"allOf": [{"$ref": "#/components/schemas/base"}, fields(ba_se=TEXT)]}, ""),
        (
            {"allOf": [{"$ref": "#/components/schemas/base"}, fields(**{"[base]": TEXT})]},
            "thing (allOf 2).[base] becom",
        ),
    ],
)
def test_a_schema_whose_class_would_lack_something(schema: Json, expected: str) -> None:
    lines = found(with_schema(schema, base=fields(base=TEXT)))
    assert len(lines) == (1 if expected else 0), lines
    assert expected in "".join(lines)


@pytest.mark.parametrize(
    "schema",
    [
        fields(fooBar=TEXT, foo_bar=TEXT, items=TEXT, keys=TEXT, self=TEXT, T=TEXT, src_dict=TEXT, prop=TEXT),
        fields(x_item=TEXT, x=array(TEXT)),
        fields(cast=TEXT, other=TEXT | {"nullable": True}),
        fields(d=TEXT, cls=TEXT, prop=TEXT, field_dict=TEXT) | {"additionalProperties": THING},
        fields(x={"enum": [1, -1]}, y={"const": "it's"}, z={"type": "string", "enum": ["\t"]}),
        fields(x={"type": "boolean", "enum": [True]}, y={"type": "string", "enum": ["a", "A"], "nullable": True}),
        fields(a=TEXT) | {"anyOf": [{"required": ["a"]}, {"required": ["b"]}]},
    ],
)
def test_a_schema_that_is_generated_right_is_no_loss(schema: Json) -> None:
    assert found(with_schema(schema)) == []


TIME = {"type": "string", "format": "date-time"}


@pytest.mark.parametrize(
    ("schema", "example", "expected"),
    [
        (fields(id=NUMBER), {"id": "1,"}, "at $.id is not of type 'integer': '1,'"),
        (fields(id=NUMBER) | {"required": ["id"]}, {}, "'id' is a required property"),
        (
            fields(at=TIME),
            {"at": "2023-01-01 00:00:00 UTC"},
            'at $.at cannot be read as a date-time: "2023-01-01 00:00:00 UTC"',
        ),
        (fields(ids=NUMBER), {"ids": [{"id": "x" * 60}] * 9}, "at $.ids is not of type 'integer': [{'id': 'xxx"),
        (fields(at=formatted("date")), {"at": "1/2/2023"}, "cannot be read as a date"),
        (fields(at=formatted("uuid")), {"at": "no"}, "cannot be read as a uuid"),
    ],
)
def test_an_example_that_is_none(schema: Json, example: Any, expected: str) -> None:
    content = with_schema(schema)
    media = content["paths"]["/things"]["get"]["responses"]["200"]["content"][JSON_TYPE]
    media["example"] = example
    (line,) = found(content)
    assert line.startswith("GET /things response 200 application/json example is not what its schema says")
    assert expected in line
    content["components"]["examples"] = {"one": {"value": example}}
    media["examples"] = {"first": {"$ref": "#/components/examples/one"}}
    del media["example"]
    (line,) = found(content)
    assert line.startswith("GET /things response 200 application/json example first is not")
    content["components"]["schemas"]["thing"] = schema | {"example": example}
    assert found(content)[1].startswith("schema thing example is not what its schema says")


def test_examples_that_can_be_decoded_are_no_unsupported() -> None:
    good = {"at": "2023-01-02T03:04:05.123Z", "day": "2023-01-02", "id": "6c0a5b7e-0000-4000-8000-000000000000"}
    schema = fields(at=TIME, day=formatted("date"), id=formatted("uuid")) | {"example": good}
    assert found(with_schema(schema)) == []


@pytest.mark.parametrize(
    ("reference", "expected"),
    [
        ("other.yaml#/components/schemas/x", "schema thing.x: $ref 'other.yaml#/components/schemas/x' points outside"),
        ("https://example.com/x.yaml", "points outside the document: join its files into one first"),
        ("#/components/schemas/whole/properties/a", "leads into another schema: make a component schema of what it"),
        ("#/components/schemas/a~1b", "names a schema with signs that the generator does not read: rename it"),
        ("#/components/schemas/gone", "schema thing.x: $ref '#/components/schemas/gone' points at nothing"),
    ],
)
def test_a_reference_that_leads_nowhere(reference: str, expected: str) -> None:
    with pytest.raises(SpecError) as caught:
        check_references(with_schema(fields(x={"$ref": reference}), whole=fields(a=TEXT), **{"a/b": THING}))
    assert expected in str(caught.value)


def test_a_reference_in_an_example_is_data() -> None:
    schema = fields(**{"$ref": TEXT}) | {"example": {"$ref": "no.yaml"}, "default": {"$ref": "none.yaml"}}
    check_references(with_schema(schema))


def test_a_reference_beyond_the_document_fails_the_generation(run_tool: Run, tmp_path: Path) -> None:
    outside = parameter("q", schema={"$ref": "other.yaml#/x"})
    source = written(tmp_path, with_parameters(outside))
    line = the_error(run_tool("generate", "--spec", source, "--output", tmp_path / "client"))
    assert "POST /things query parameter q: $ref 'other.yaml#/x' points outside the document" in line


# --- accepted unsupported


def accepting(folder: Path, **accepted: Any) -> Path:
    file = folder / "generator-config.yml"
    text = (ROOT / "generator-config.yml").read_text(encoding="utf-8")
    file.write_text(f"{text}\nunsupported: {json.dumps(accepted)}\n", encoding="utf-8")
    return file


LOSSY = with_schema(fields(id=NUMBER, to_dict=TEXT) | {"required": ["id", "to_dict"]})
LOSSY["paths"]["/things"]["get"]["parameters"] = [
    parameter("a"),
    parameter("where", style="deepObject", schema=fields(a=TEXT)),
    parameter("b"),
]
PLACES = {
    "GET /things query parameter where": "the server ignores it",
    "schema thing.to_dict": 'still there as thing["to_dict"]',
}


def test_unsupported_fails_the_generation_and_says_what_to_do(run_tool: Run, tmp_path: Path) -> None:
    target = tmp_path / "client"
    result = run_tool("generate", "--spec", written(tmp_path, LOSSY), "--output", target)
    assert result.returncode == 1
    assert not target.exists()
    first, second, all_of_them = result.stderr.splitlines()
    assert first.startswith("error: GET /things query parameter where is an object")
    assert second.startswith("error: schema thing.to_dict becomes 'to_dict'")
    assert first.endswith(
        "by naming 'GET /things query parameter where', with the reason, under unsupported in generator-config.yml"
    )
    whole = "the client then has every operation"
    assert all_of_them == f"error: leave all 2 out with `make generate ACCEPT=all`; {whole}"


def test_many_are_grouped_by_kind_and_counted_with_what_they_cost(run_tool: Run, tmp_path: Path) -> None:
    many = document({f"/things{number}": {"get": operation(f"things#{number}")} for number in range(20)}, {})
    for number, path in enumerate(many["paths"].values()):
        path["get"]["parameters"] = [parameter("where", schema={"type": "object"})]
        if number == 19:
            path["get"]["responses"] = {"200": {"description": "", "content": {"audio/mpeg": {"schema": TEXT}}}}
    result = run_tool("generate", "--spec", written(tmp_path, many), "--output", tmp_path / "client")
    objects, media_type, all_of_them = result.stderr.splitlines()
    assert "GET /things9 query parameter where; and 10 more: 20 places" in objects
    assert objects.startswith("error: GET /things0 query parameter where; GET /things1 query parameter where; ")
    assert ": 20 places in 20 operations: is an object" in objects
    assert media_type.startswith("error: GET /things19 response 200 audio/mpeg: 1 place in 1 operation: ")
    assert all_of_them.startswith("error: leave all 21 out with `make generate ACCEPT=all`; ")


def test_a_schema_of_which_no_class_can_be_made_is_given_as_it_is(run_tool: Run, tmp_path: Path) -> None:
    base = fields(a=NUMBER | {"nullable": True})
    whole = {"allOf": [{"$ref": "#/components/schemas/base"}, fields(a=NUMBER)]}
    spec = written(tmp_path, with_schema(whole, base=base))
    arguments = ("--spec", spec, "--output", tmp_path / "client", "--config", accepting(tmp_path))
    refused = run_tool("generate", *arguments)
    assert (refused.returncode, refused.stderr.count("\n")) == (1, 1)
    assert "'schema thing as a class' under unsupported in generator-config.yml" in refused.stderr
    accepted = run_tool("generate", *arguments, "--accept", "all")
    assert accepted.returncode == 0, accepted.stderr
    again = run_tool("generate", *arguments)
    assert (again.returncode, again.stderr.split(":")[:2]) == (0, ["given as it is", " schema thing"])
    (module,) = (tmp_path / "client" / "api" / "things").glob("things_show.py")
    assert "response_200 = response.json()" in module.read_text("utf-8")


def test_what_the_generator_gives_up_in_an_operation_is_accepted_by_its_place(run_tool: Run, tmp_path: Path) -> None:
    conflict = {"allOf": [{"$ref": "#/components/schemas/base"}, fields(a=NUMBER)]}
    content = with_schema(THING, base=fields(a=TEXT))
    paths = content["paths"]
    # An argument would hide a module, and a response and a body cannot be made of their parts.
    paths["/hidden"] = {"get": operation("hidden", [parameter("httpx")])}
    paths["/mixed"] = {"get": operation("mixed", schema=fields(id=NUMBER, mixed=conflict))}
    paths["/sent"] = with_body(json=array(conflict))["paths"]["/things"]
    paths["/twice"] = {"get": operation("Mixed")}
    paths["/long"] = {"get": operation("x" * 300)}
    config, target = accepting(tmp_path), tmp_path / "client"
    arguments = ("--spec", written(tmp_path, content), "--output", target, "--config", config)
    refused = run_tool("generate", *arguments)
    assert (refused.returncode, refused.stderr.count("\n")) == (1, 1)
    assert "GET /mixed and GET /twice would both become things.mixed" in refused.stderr
    del paths["/twice"], paths["/long"]
    refused = run_tool("generate", "--spec", written(tmp_path, content, "less.json"), *arguments[2:])
    assert "GET /mixed response 200 application/json as a class' under unsupported" in refused.stderr
    accepted = run_tool("generate", *arguments, "--accept", "all")
    assert accepted.returncode == 0, accepted.stderr
    reasons = spec.read_yaml(config)["unsupported"]
    assert set(reasons) == {
        "GET /hidden",
        "GET /mixed response 200 application/json as a class",
        "POST /sent",
        "GET /twice",
        "GET /long response 200 application/json as a class",
        "GET /long",
    }
    again = run_tool("generate", *arguments)
    assert again.returncode == 0, again.stderr
    assert "no longer in the client: GET /hidden: (say here" in again.stderr
    assert "given as it is: GET /mixed response 200 application/json: (say here" in again.stderr
    assert run_tool("check_generated", *arguments).returncode == 0


def test_an_accepted_loss_is_left_out_and_told_each_time(run_tool: Run, tmp_path: Path) -> None:
    target = tmp_path / "client"
    arguments = ("--spec", written(tmp_path, LOSSY), "--output", target, "--config", accepting(tmp_path, **PLACES))
    for tool in ("generate", "generate", "check_generated"):
        result = run_tool(tool, *arguments)
        assert result.returncode == 0, result.stderr
        assert result.stderr.splitlines() == [
            "left out: GET /things query parameter where: the server ignores it",
            'left out: schema thing.to_dict (in GET /things): still there as thing["to_dict"]',
        ]
    (entry,) = [each for each in endpoints(target) if each.key == "things.things_show"]
    assert entry.query == {"a": "a", "b": "b"}
    model = (target / "models" / "thing.py").read_text(encoding="utf-8")
    assert '"id"' in model
    assert '"to_dict"' not in model


def test_an_accepted_loss_that_is_none_any_more_is_reported(run_tool: Run, tmp_path: Path) -> None:
    config = accepting(tmp_path, **{"GET /things query parameter gone": "because"})
    result = run_tool("generate", "--spec", PUBLISHED, "--output", tmp_path / "client", "--config", config)
    assert result.returncode == 0
    expected = "unsupported names GET /things query parameter gone, which is supported now: take it out"
    assert result.stderr.splitlines() == [expected]


def test_all_is_accepted_in_one_step_and_the_report_names_each_operation_that_is_lost(
    run_tool: Run, tmp_path: Path
) -> None:
    content = copy.deepcopy(LOSSY)
    content["paths"]["/things?all=true"] = {"get": operation("things#all", schema=REFERENCE)}
    config = accepting(tmp_path, **{"schema thing.to_dict": "not needed"})
    target = tmp_path / "client"
    arguments = ("--spec", written(tmp_path, content), "--output", target, "--config", config)
    result = run_tool("generate", *arguments, "--accept", "all")
    assert result.returncode == 0, result.stderr
    lines = result.stderr.splitlines()
    assert lines[-1].startswith("accepted: 2 unsupported, under `unsupported` in generator-config.yml")
    cause = "/things?all=true has a literal '?', with which the query begins"
    assert lines[-2] == f"no longer in the client: GET /things?all=true: {cause}"
    assert "left out: schema thing.to_dict (in GET /things, GET /things?all=true): not needed" in lines
    reasons = spec.read_yaml(config)["unsupported"]
    assert reasons == {
        "schema thing.to_dict": "not needed",
        "GET /things query parameter where": TO_FILL_IN,
        "/things?all=true": TO_FILL_IN,
    }
    # What was written before stays, comments too.
    assert config.read_text(encoding="utf-8").startswith((ROOT / "generator-config.yml").read_text(encoding="utf-8"))
    again = run_tool("generate", *arguments)
    assert (again.returncode, again.stderr.splitlines()) == (0, lines[:-1])


def test_what_was_accepted_for_a_generation_that_fails_is_not_kept(run_tool: Run, tmp_path: Path) -> None:
    config = accepting(tmp_path, **{"schema thing.to_dict": "not needed"})
    before = config.read_bytes()
    (tmp_path / "client").mkdir()
    (tmp_path / "client" / "no_client.txt").touch()
    arguments = ("--spec", written(tmp_path, LOSSY), "--output", tmp_path / "client", "--config", config)
    result = run_tool("generate", *arguments, "--accept", "all")
    assert (result.returncode, result.stderr.splitlines()[-1].startswith("error: ")) == (1, True)
    assert "accepted: " not in result.stderr
    assert config.read_bytes() == before


@pytest.mark.parametrize("reason", ["", " ", None, 1])
def test_an_accepted_loss_needs_a_reason(run_tool: Run, tmp_path: Path, reason: object) -> None:
    config = accepting(tmp_path, **{"schema thing": reason})
    line = the_error(run_tool("generate", "--spec", PUBLISHED, "--output", tmp_path / "client", "--config", config))
    assert "unsupported must give each place its reason" in line


def test_a_failed_generation_leaves_the_client_as_it_is(run_tool: Run, tmp_path: Path) -> None:
    target = tmp_path / "client"
    assert run_tool("generate", "--spec", PUBLISHED, "--output", target).returncode == 0
    before = files(target)
    assert run_tool("generate", "--spec", written(tmp_path, LOSSY), "--output", target).returncode == 1
    assert files(target) == before


def test_whatever_is_left_out_the_rest_stays() -> None:
    content: Json = {"a": [0, 1, 2, 3], "properties": {"x": 1, "y": 2}, "required": ["x", "y"]}
    assert without(content, [("a", 1), ("a", 3), ("properties", "x"), ("gone", "b")]) == {
        "a": [0, 2],
        "properties": {"y": 2},
        "required": ["y"],
    }
    assert len(content["a"]) == 4
    assert without(content, [("properties", "x"), ("properties", "y")]) == {"a": [0, 1, 2, 3], "properties": {}}


def test_every_accepted_loss_leaves_a_document_without_it() -> None:
    for content in (
        *(with_parameters({key: each[key] for key in each if each[key] is not None}) for each, _ in LOST_PARAMETERS),
        with_body(form=THING, json=THING),
        with_body(text=TEXT),
        with_answer(json={}),
        with_answer(text=TEXT, json=THING),
        with_schema(fields(id=NUMBER) | choice(fields(a=TEXT), fields(b=TEXT))),
        with_schema(fields(x={"enum": ["a", 1]})),
        with_security({"basic": []}, {"bearer": []}),
        with_security({"basic": []}, {"bearer": []}, everywhere=True),
        document({"/things?a": {"get": operation("things#list")}, "/things": {"get": operation("things#all")}}),
    ):
        every = {loss.place: "because" for loss in unsupported.find(content, {})}
        assert unsupported.find(unsupported.supported(content, every, {}), {}) == []


# --- what only shows in the generated code


def test_code_that_python_refuses_fails(tmp_path: Path) -> None:
    (tmp_path / "thing.py").write_text("def f(*, body, body): ...\n")
    ((file, problem),) = check_code(tmp_path)
    assert (file.name, "thing.py, line 1, is no Python" in problem) == ("thing.py", True)


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("from http import HTTPStatus\nfrom ..models.x import HTTPStatus\n", "'HTTPStatus' would mean"),
        ("from typing import Any\nclass Any: ...\n", "'Any' would mean typing.Any and what is defined here"),
        ("from typing import cast\ndef f(d):\n    cast = 1\n", "'cast' would hide typing.cast"),
    ],
)
def test_a_name_of_two_meanings_fails(tmp_path: Path, code: str, expected: str) -> None:
    (tmp_path / "thing.py").write_text(code)
    ((_, problem),) = check_code(tmp_path)
    assert problem.startswith("in thing.py ")
    assert expected in problem


def test_two_schemas_of_one_name_say_what_to_do(run_tool: Run, tmp_path: Path) -> None:
    source = written(tmp_path, with_schema(fields(a={"$ref": "#/components/schemas/Thing"}), Thing=fields(b=TEXT)))
    line = the_error(run_tool("generate", "--spec", source, "--output", tmp_path / "client"))
    assert "another class under class_overrides in generator-config.yml" in line


@pytest.mark.parametrize(
    "content",
    [
        document({"/things": {"get": operation("x" * 300)}}),
        document({"/things": {"get": operation("a", tag="x" * 300)}}),
        document(
            {"/things": {"get": operation("a", schema={"$ref": f"#/components/schemas/{'x' * 300}"})}},
            {"x" * 300: THING},
        ),
    ],
)
def test_a_name_that_is_too_long_for_a_file(content: Json, run_tool: Run, tmp_path: Path) -> None:
    line = the_error(run_tool("generate", "--spec", written(tmp_path, content), "--output", tmp_path / "client"))
    assert re.search(r"the name 'x{40}\.\.\.' is too long for a file: shorten the operationId, tag, schema", line), line
    assert str(tmp_path) not in line


def test_a_schema_that_the_generator_gives_up_is_named(run_tool: Run, tmp_path: Path) -> None:
    conflict = {"allOf": [{"$ref": "#/components/schemas/base"}, fields(a=NUMBER)]}
    source = written(tmp_path, with_schema(conflict, base=fields(a=TEXT)))
    line = the_error(run_tool("generate", "--spec", source, "--output", tmp_path / "client"))
    assert "Unable to process schema /components/schemas/thing: str can't be merged with int" in line
    assert " object at 0x" not in line


def test_two_operations_of_one_name_are_still_found() -> None:
    paths = {"/a": {"get": operation("things#list")}, "/b": {"post": operation("things_list")}}
    with pytest.raises(Failure, match="would both become"):
        check_names(document(paths))


# --- references to what is no component


def test_what_stands_inside_another_schema_or_operation_is_a_component(run_tool: Run, tmp_path: Path) -> None:
    day = fields(day=formatted("date"))
    content = with_schema(
        fields(
            own={"$ref": "#/components/schemas/whole/properties/a"},
            inner={"$ref": "#/components/schemas/whole/properties/a/properties/b"},
            local={"$ref": "#/components/schemas/whole/$defs/In"},
            part={"$ref": "#/components/schemas/parts/allOf/0"},
            other={"$ref": "#/paths/~1others/get/responses/200/content/application~1json/schema"},
        ),
        whole=fields(a=fields(b=day)) | {"$defs": {"In": day}},
        parts={"allOf": [day, fields(more=TEXT)]},
    )
    content["openapi"] = "3.1.0"
    content["paths"]["/others"] = {"get": operation("others#list", schema=day)}
    target = tmp_path / "client"
    result = run_tool("generate", "--spec", written(tmp_path, content), "--output", target)
    assert (result.returncode, result.stderr) == (0, "")
    model = (target / "models" / "thing.py").read_text(encoding="utf-8")
    for name, class_name in (
        *(("own", "WholeA"), ("inner", "WholeAB"), ("local", "WholeIn"), ("part", "PartsAllOf0")),
        ("other", "OthersGet200ApplicationJson"),
    ):
        assert f"    {name}: {class_name} | Unset" in model


def test_a_component_that_is_a_reference_is_what_it_refers_to(run_tool: Run, tmp_path: Path) -> None:
    content = with_schema(THING)
    content["security"] = [{"key": []}]
    content["paths"]["/things"]["get"]["responses"] |= {
        "404": {"$ref": "#/components/responses/Missing"},
        "default": {"$ref": "#/components/responses/Other"},
    }
    key = {"type": "apiKey", "in": "header", "name": "X-Api-Key"}
    missing = {"description": "", "content": {JSON_TYPE: {"schema": fields(why=TEXT)}}}
    content["components"] |= {
        "responses": {"Missing": missing, "Other": {"$ref": "#/components/responses/Missing"}},
        "securitySchemes": {"key": {"$ref": "#/components/securitySchemes/real"}, "real": key},
    }
    target = tmp_path / "client"
    result = run_tool("generate", "--spec", written(tmp_path, content), "--output", target)
    assert (result.returncode, result.stderr) == (0, "")
    (entry,) = [each for each in endpoints(target) if each.key == "things.things_show"]
    code = (target / "api" / "things" / f"{entry.key.partition('.')[2]}.py").read_text(encoding="utf-8")
    assert "ThingsShowResponse404" in code
    assert "ThingsShowResponseDefault" in code


# --- what goes with what is left out


def test_a_path_parameter_goes_with_its_operations_and_the_refusal_counts_them(run_tool: Run, tmp_path: Path) -> None:
    listed = parameter("ids", "path", schema=array(NUMBER))
    content = document(
        {
            "/own/{ids}": {"get": operation("own#get", [listed])},
            "/shared/{ids}": {"parameters": [listed], "get": operation("shared#get"), "put": operation("shared#put")},
            "/rest": {"get": operation("rest#get")},
        }
    )
    arguments = ("--spec", written(tmp_path, content), "--output", tmp_path / "c", "--config", accepting(tmp_path))
    refused = run_tool("generate", *arguments)
    lost = "GET /own/{ids}, GET /shared/{ids}, PUT /shared/{ids}"
    assert refused.stderr.splitlines()[-1].endswith(f"the client then lacks {lost}")
    result = run_tool("generate", *arguments, "--accept", "all")
    assert result.returncode == 0, result.stderr
    cause = "path parameter ids may be array, which the generated code cannot write into a path"
    assert f"no longer in the client: GET /own/{{ids}}: GET /own/{{ids}} {cause}" in result.stderr.splitlines()
    assert f"no longer in the client: PUT /shared/{{ids}}: /shared/{{ids}} {cause}" in result.stderr.splitlines()
    assert [each.key for each in endpoints(tmp_path / "c")] == ["things.rest_get"]


def test_one_place_alone_tells_the_operations_that_go_with_it(run_tool: Run, tmp_path: Path) -> None:
    content = document({"/own/{ids}": {"get": operation("own#get", [parameter("ids", "path", schema=array(NUMBER))])}})
    line = the_error(run_tool("generate", "--spec", written(tmp_path, content), "--output", tmp_path / "c"))
    assert line.endswith("; the client then lacks GET /own/{ids}")


def test_a_component_that_nothing_uses_any_more_stops_nothing_and_each_thing_is_told_once(
    run_tool: Run, tmp_path: Path
) -> None:
    by_content = {"name": "filter", "in": "query", "content": {JSON_TYPE: {"schema": THING}}}
    first = operation("things#list", [{"$ref": "#/components/parameters/Filter"}])
    # Nobody can call it, which the generator tells only when it has been run.
    content = document(
        {
            "/things": {"get": first},
            "/lost/{id}": {"get": operation("lost#get", [parameter("x", schema=fields(a=TEXT))])},
        }
    )
    content["components"]["parameters"] = {"Filter": by_content}
    config = accepting(tmp_path)
    arguments = ("--spec", written(tmp_path, content), "--output", tmp_path / "c", "--config", config)
    result = run_tool("generate", *arguments, "--accept", "all")
    assert result.returncode == 0, result.stderr
    cause, *lines = result.stderr.splitlines()
    assert cause.startswith("not generated: ")
    assert "GET /lost/{id}" in cause
    assert lines == [
        f"left out: GET /things query parameter filter: {TO_FILL_IN}",
        f"no longer in the client: GET /lost/{{id}}: {TO_FILL_IN}",
        "accepted: 2 unsupported, under `unsupported` in generator-config.yml: fill in the reasons there",
    ]
    assert spec.read_yaml(config)["unsupported"].keys() == {"GET /things query parameter filter", "GET /lost/{id}"}


def test_forms_of_a_body_are_grouped_by_the_one_that_is_sent(run_tool: Run, tmp_path: Path) -> None:
    def taking(*names: str) -> Json:
        content = {name: {"schema": THING} for name in names}
        return operation(None) | {"requestBody": {"content": content}}

    merge = "application/merge-patch+json"
    paths = {f"/things{number}": {"post": taking(JSON_TYPE, FORM)} for number in range(9)}
    paths["/patched"] = {"post": taking(merge, JSON_TYPE)}
    result = run_tool("generate", "--spec", written(tmp_path, document(paths)), "--output", tmp_path / "c")
    nine, one, _ = result.stderr.splitlines()
    assert f"/things8 body {FORM}: 9 places in 9 operations: cannot be sent beside {JSON_TYPE}: " in nine
    assert f"POST /patched body {JSON_TYPE}: 1 place in 1 operation: cannot be sent beside {merge}: " in one
