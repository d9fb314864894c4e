"""What the generator would drop or garble fails the generation, by name; what is accepted is left out and told."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from tests.tools.conftest import ROOT, Run, the_error
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
from tools.generate import unsupported
from tools.generate.check_code import check_code
from tools.generate.modules import endpoints
from tools.generate.unsupported import TO_FILL_IN
from tools.spec import SpecError
from tools.spec.pointers import check_references, without

THING = fields(id=NUMBER)
REFERENCE = reference("thing")
ELSEWHERE = [{"url": "https://elsewhere.example.com"}]
TIME, FILE = text("date-time"), text("binary")
MEDIA = {"json": JSON_TYPE, "vendor_json": "application/vnd.api+json", "form": FORM, "multipart": MULTIPART}
MEDIA |= {"bytes": BYTES, "text": "text/plain", "xml": "application/xml", "audio": "audio/mpeg"}


def with_parameters(*parameters: Json, **more: Any) -> Json:
    in_path = "".join(f"/{{{each['name']}}}" for each in parameters if each["in"] == "path")
    node = operation("things#list", list(parameters)) | more
    return document({f"/things{in_path}": {"post": node}}, {"thing": THING})


def q(schema: Json | None = TEXT, place: str = "query", **more: Any) -> Json:
    return with_parameters(parameter("q", place, schema, **more))


def with_body(version: str = "3.0.1", /, **content: Json) -> Json:
    media = {MEDIA[name]: each if "schema" in each else {"schema": each} for name, each in content.items()}
    node = operation("things#create") | {"requestBody": {"content": media}}
    return document({"/things": {"post": node}}, {"thing": THING}, version)


def with_answer(status: str = "200", /, **content: Json) -> Json:
    node = operation("things#show")
    media = {MEDIA[name]: {"schema": schema} for name, schema in content.items()}
    node["responses"][status] = {"description": "", "content": media}
    return document({"/things": {"get": node}}, {"thing": THING})


def encoded(media_type: str, schema: Json, version: str = "3.0.1", **encoding: Any) -> Json:
    """A form with a field `many`."""
    return with_body(version, **{media_type: {"schema": fields(many=schema), "encoding": {"many": encoding}}})


def with_schema(schema: Json, **others: Json) -> Json:
    return document({"/things": giving("things#show", REFERENCE)}, {"thing": schema, **others})


def at(path: str, /, **item: Any) -> Json:
    return document({path: item})


SCHEMES = {
    "key": {"type": "apiKey", "in": "header", "name": "x-api-key"},
    "query": {"type": "apiKey", "in": "query", "name": "api_key"},
    "other": {"type": "apiKey", "in": "header", "name": "X-Token"},
    "basic": {"type": "http", "scheme": "basic"},
}


def secured(*ways: str, everywhere: bool = False) -> Json:
    """With ways to prove who calls, each of one or more schemes."""
    security: Json = {"security": [{name: [] for name in way.split()} for way in ways]}
    content = with_parameters(**({} if everywhere else security))
    content["components"]["securitySchemes"] = SCHEMES
    return content | (security if everywhere else {})


def found(content: Json, **media_types: str) -> list[str]:
    every = unsupported.find(content, {MEDIA[name]: to for name, to in media_types.items()})
    return [f"{each.place} {each.problem}" for each in every]


AWAY = {"servers": ELSEWHERE, "get": operation("a")}
AWAY_BY_REFERENCE = at("/a", **{"$ref": "#/components/pathItems/away"})
AWAY_BY_REFERENCE["components"]["pathItems"] = {"away": AWAY}
ALL_OF = {"allOf": [reference("base"), choice(fields(a=TEXT), fields(b=TEXT))]}
LOST = {
    # Parameters.
    "POST /things query parameter q is described by `content`": q(None, content={JSON_TYPE: {}}),
    "query parameter q has no schema": q(None),
    "query parameter q is an object whose fields": q(fields(a=TEXT), style="deepObject"),
    "q is an object whose fields would": q(THING | {"nullable": True}, style="deepObject"),
    "q is an object whose fields would be sent": q({"type": "object", "nullable": True}, style="deepObject"),
    "q is an object whose": q({"type": "object"}),
    "q is an object": q(choice(TEXT, REFERENCE)),
    "query parameter q is a list of object": q(array(REFERENCE)),
    "query parameter q is a list of array": q(array(array(TEXT))),
    "query parameter q may be binary": q(FILE),
    "header parameter q may be array": q(array(TEXT), "header"),
    "header parameter q may be uuid": q(text("uuid"), "header"),
    "header parameter q may be date-time": q(TIME, "header"),
    "header parameter q may be integer or string, and the": q(choice(TEXT, NUMBER), "header"),
    "cookie parameter q may be array": q(array(TEXT), "cookie"),
    "path parameter q may be date-time": q(TIME, "path"),
    "path parameter q may be array": q(array(TEXT), "path"),
    "path parameter q has the style matrix": q(TEXT, "path", style="matrix"),
    # Each where it is declared, and once.
    "/a query parameter q has no schema": at(
        "/a", parameters=[parameter("q", schema=None)], get=operation("a"), put=operation("b")
    ),
    # Paths and operations.
    "/a gett has 'gett'": at("/a", **{"gett": operation("a"), "get": operation("a"), "x-note": {}, "summary": "A"}),
    "/a query has 'query', which is no method": at("/a", query=operation("a"), get=operation("b")),
    "/a?all=true has a literal '?', with which the query begins": at("/a?all=true", get=operation("a")),
    "/a#all has a literal '#', with which a fragment that is never": at("/a#all", get=operation("a")),
    "POST /things has servers of its own": with_parameters(servers=ELSEWHERE),
    "/a has servers of its own": at("/a", **AWAY),
    "away has servers of its own": AWAY_BY_REFERENCE,
    "POST /things security wants query, but the client sends the key in X-Api-Key and nothing else": secured("query"),
    "security wants other, but": secured("other"),
    "security wants nowhere, but": secured("nowhere"),
    "security wants key and basic, but": secured("key basic"),
    "security wants basic or other, but": secured("basic", "other"),
    "every operation that declares no security wants basic": secured("basic", everywhere=True),
    # Bodies.
    "POST /things body text/plain is a form of body that the generator leaves out": with_body(text=TEXT),
    "POST /things body audio/mpeg is a form of body": with_body(audio=FILE),
    "POST /things body application/octet-stream is not of format binary": with_body(bytes=TEXT),
    "POST /things body application/x-www-form-urlencoded is no object": with_body(form=array(TEXT)),
    "POST /things body multipart/form-data is no object": with_body(multipart=array(TEXT)),
    "x-www-form-urlencoded cannot be sent beside application/json": with_body(form=THING, json=THING),
    "body application/vnd.api+json cannot be sent beside": with_body(json=THING, vendor_json=THING),
    "x-www-form-urlencoded.deep may be object": with_body(form=fields(deep=THING)),
    "x-www-form-urlencoded.many may be object": with_body(form=fields(many=array(THING))),
    "x-www-form-urlencoded.many may be array": with_body(form=fields(many=array(array(TEXT)))),
    "body application/json.file is of format binary inside JSON": with_body(json=fields(file=FILE)),
    "application/json.files[].file is of": with_body(json=fields(files=array(fields(file=FILE)))),
    "encoding of many contentType wants text/csv": encoded("multipart", array(TEXT), contentType="text/csv"),
    "encoding of many headers are not sent": encoded("multipart", array(TEXT), headers={"X-Part": {"schema": TEXT}}),
    "encoding of many explode wants a list in one part": encoded("multipart", array(TEXT), "3.1.0", explode=False),
    # Responses. An error need not be decoded, but must be known.
    "GET /things response 200 application/xml is a media type that the generator does not dec": with_answer(xml=THING),
    "response 200 audio/mpeg is a media type that the generator does not": with_answer(audio=FILE),
    "response 500 application/xml is a media type that the generator does not": with_answer("500", xml=THING),
    "response 200 text/plain is never decoded": with_answer(text=TEXT, json=THING),
    "response 200 text/plain may be object": with_answer(text=THING),
    "response 200 text/plain may be integer": with_answer(text=NUMBER),
    "response 200 application/octet-stream is not of format binary": with_answer(bytes=TEXT),
    "response 200 application/json.file is of format binary": with_answer(json=fields(file=FILE)),
    # Schemas.
    "has the name 'a\\u200bb', of which the generator drops the signs": with_schema(fields(**{"a\u200bb": TEXT})),
    "schema thing oneOf stands beside properties": with_schema(THING | choice(fields(a=TEXT), fields(b=TEXT))),
    "schema thing (allOf 2) is a choice inside allOf": with_schema(ALL_OF, base=THING),
    "schema thing oneOf has objects that nothing tells": with_schema(choice(fields(a=TEXT), fields(a=TEXT))),
    "schema thing anyOf has lists": with_schema({"anyOf": [array(fields(a=TEXT)), array(fields(b=TEXT))]}),
}


@pytest.mark.parametrize("expected", LOST)
def test_what_would_be_lost_is_named_and_is_gone_when_it_is_accepted(expected: str) -> None:
    content = LOST[expected]
    (line,) = found(content)
    assert expected in line
    every = {each.place: "because" for each in unsupported.find(content, {})}
    assert found(unsupported.supported(content, every, {})) == []


RIGHT = {
    "parameters": with_parameters(
        parameter("a", style="deepObject", schema={"type": "object"}),
        parameter("b", style="deepObject", schema={"type": "object", "additionalProperties": TEXT}),
        parameter("c", schema=array(TEXT) | {"nullable": True}),
        parameter("d", schema=array(text("date"))),
        parameter("e", schema=array(TEXT), style="pipeDelimited", explode=True),
        parameter("f", schema=choice(TEXT, NUMBER)),
        parameter("g", schema=TIME),
        parameter("h", schema={}),
        parameter("i", explode=False),
        parameter("j", "path", text("uuid")),
        parameter("k", "path", choice(TEXT, NUMBER)),
        parameter("l", "path", BOOLEAN),
        parameter("X-A", "header", BOOLEAN),
        parameter("X-B", "header", {"type": "integer", "enum": [1, 2]}),
        parameter("X-C", "header", {"type": ["string"]}),
        parameter("m", "cookie", {"type": "string", "enum": ["a"]}),
        parameter("n", "cookie", NUMBER),
    ),
    "servers that are the same": at(
        "/near", servers=[{"url": "https://example.test/v1/"}], get=operation("things#near")
    ),
    "no security": secured(),
    "security that may be left out": secured("", "basic"),
    "the key": secured("key"),
    "the key, or something else": secured("basic", "key"),
    "the key, everywhere": secured("key", everywhere=True),
    "security that no operation takes over": secured("key") | {"security": [{"basic": []}]},
    "JSON": with_body(json=array(THING)),
    "any JSON": with_body(json={}),
    "JSON of a vendor": with_body(vendor_json=REFERENCE),
    "a form": with_body(form=fields(a=TEXT, b=BOOLEAN, c=array(TEXT))),
    "a list in one piece": encoded("form", array(TEXT), style="pipeDelimited", explode=False),
    "the usual type of a part": encoded("multipart", array(TEXT), contentType="text/plain"),
    "files": with_body(multipart=fields(file=FILE, files=array(FILE), deep=THING)),
    "a file": with_body(bytes=FILE),
    "a file of a type that an override names": with_body(audio=FILE),
    "such a file in a response": with_answer(audio=FILE),
    "an error in any known type": with_answer("500", text=THING),
    "bytes of which nothing is said": with_answer(bytes={}),
    "an error of anything": with_answer("500", json={}),
    "anything beside what has a type": with_answer("404", json=REFERENCE),
    "a choice of what is needed": with_schema(fields(a=TEXT) | {"anyOf": [{"required": ["a"]}, {"required": ["b"]}]}),
    "moments": with_schema(array(TIME) | {"example": ["2023-01-01 00:00:00 UTC", "2023-01-02T03:04:05.123+01:00"]}),
    "a reference in an example": with_schema(
        fields(**{"$ref": TEXT}) | {"example": {"$ref": "no.yaml"}, "default": {"$ref": "none.yaml"}}
    ),
}


def test_what_comes_out_right_is_not_refused() -> None:
    for content in RIGHT.values():
        check_references(content)
    assert {name: lines for name, each in RIGHT.items() if (lines := found(each, audio=BYTES))} == {}


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        ("https://example.com/x.yaml", "points outside the document: join its files into one first"),
        ("#/components/schemas/whole/properties/a", "leads into another schema: make a component schema of what it"),
        ("#/components/schemas/a~1b", "names a schema with signs that the generator does not read: rename it"),
        ("#/components/schemas/gone", "schema thing.x: $ref '#/components/schemas/gone' points at nothing"),
    ],
)
def test_a_reference_that_leads_nowhere(target: str, expected: str) -> None:
    with pytest.raises(SpecError) as caught:
        check_references(with_schema(fields(x={"$ref": target}), whole=fields(a=TEXT), **{"a/b": THING}))
    assert expected in str(caught.value)


@pytest.mark.parametrize(
    ("schema", "example", "expected"),
    [
        (fields(id=NUMBER), {"id": "1,"}, "at $.id is not of type 'integer': '1,'"),
        (fields("id", id=NUMBER), {}, "'id' is a required property"),
        (fields(at=TIME), {"at": "2023-01-01 00:00:00"}, "at $.at is not a 'date-time': '2023-01-01 00:00:00'"),
        (fields(at=text("date")), {"at": "20230102"}, "at $.at is not a 'date': '20230102'"),
        (fields(at=text("uuid")), {"at": "no"}, "at $.at is not a 'uuid': 'no'"),
        (choice(fields("a", a=TEXT), array(TEXT)), {"b": ["x" * 900]}, "'a' is a required property"),
    ],
)
def test_an_example_that_could_not_be_decoded(schema: Json, example: Any, expected: str) -> None:
    content = with_schema(schema | {"example": example})
    content["components"]["examples"] = {"one": {"value": example}}
    media = content["paths"]["/things"]["get"]["responses"]["200"]["content"][JSON_TYPE]
    media |= {"example": example, "examples": {"first": {"$ref": "#/components/examples/one"}}}
    in_media = [f"GET /things response 200 application/json {each}" for each in ("example", "example first")]
    places = [*in_media, "schema thing example"]
    for place, line in zip(places, found(content), strict=True):
        assert line.startswith(f"{place} is not what its schema says (correct the one or the other): ")
        assert expected in line
    # What is accepted goes where it is written, and where it is used.
    smaller = unsupported.supported(content, dict.fromkeys(places, "because"), {})
    assert (found(smaller), smaller["components"]["examples"]) == ([], {})


def test_whatever_is_left_out_the_rest_stays() -> None:
    content: Json = {"a": [0, 1, 2, 3], "properties": {"x": 1, "y": 2}, "required": ["x", "y"]}
    left = without(content, [("a", 1), ("a", 3), ("properties", "x"), ("gone", "b")])
    assert left == {"a": [0, 2], "properties": {"y": 2}, "required": ["y"]}
    assert without(left, [("a", 0), ("properties", "y")]) == {"a": [2], "properties": {}}
    assert len(content["a"]) == 4


# --- what is told when it is refused, and when it is accepted


def made(folder: Path, content: Json, **accepted: Any) -> tuple[str | Path, ...]:
    """The arguments to generate a client of the document, with the project's options and what these accept."""
    config = folder / "generator-config.yml"
    config.write_text((ROOT / "generator-config.yml").read_text() + f"\nunsupported: {json.dumps(accepted)}\n")
    return "--spec", written(folder, content), "--output", folder / "client", "--config", config


# A sign without a width, which the generator would drop.
ODD = "to\u200bday"
WHERE = parameter("where", style="deepObject", schema=fields(a=TEXT))
LISTED = parameter("ids", "path", array(NUMBER))
CONFLICT = {"allOf": [reference("base"), fields(a=NUMBER)]}
LOSSY = document(
    {
        "/things": {"get": operation("things#show", [parameter("a"), WHERE, parameter("b")], REFERENCE)},
        "/things?all=true": {"get": operation("things#all", schema=REFERENCE)},
        "/own/{ids}": {"get": operation("own#get", [LISTED])},
        "/shared/{ids}": {"parameters": [LISTED], "get": operation("shared#get"), "put": operation("shared#put")},
        "/far": {"servers": ELSEWHERE, "get": operation("things#far")},
        # Nobody uses the parameter any more when it is left out of this.
        "/filtered": {"get": operation("filtered", [{"$ref": "#/components/parameters/Filter"}])},
    },
    {"thing": fields("id", ODD, id=NUMBER, **{ODD: TEXT})},
)
LOSSY["components"]["parameters"] = {"Filter": parameter("filter", schema=None, content={JSON_TYPE: {}})}
GIVEN_UP = {
    # The one that comes later is the one that is there.
    "/twice": {"get": operation("Mixed")},
    "/mixed": giving("mixed", fields(id=NUMBER, mixed=CONFLICT)),
    "/three": giving("three", fields(foobar=TEXT, fooBar=TEXT, **{"foo-bar": TEXT})),
    "/twins": giving("twins", fields(**{"a[b]": TEXT, "a.b": TEXT})),
    "/conflict": giving("conflict", reference("conflict")),
    "/endless": giving("endless", reference("endless")),
    "/sent": sending("sent", JSON_TYPE, array(CONFLICT)),
    "/hidden": {"get": operation("hidden", [parameter("UNSET"), parameter("unset")])},
    "/alike": {"get": operation("alike", [parameter("a[b]"), parameter("a.b")])},
    # The parameter is found first, and goes with the operation.
    "/uncalled/{id}": {"get": operation("uncalled", [WHERE])},
}
COMPONENTS = {"base": fields(a=NUMBER | {"nullable": True}), "endless": array(reference("endless"))}


def test_a_refusal_says_what_to_do_and_what_it_costs(run_tool: Run, tmp_path: Path) -> None:
    one = at("/own/{ids}", get=operation("own#get", [LISTED]))
    line = the_error(run_tool("generate", *made(tmp_path, one)))
    place = "GET /own/{ids} path parameter ids"
    assert line.startswith(f"error: {place} may be array, which the generated code cannot write into a path; to do wi")
    way = "with the reason, under unsupported in generator-config.yml, or run `make generate ACCEPT=all`"
    assert f"to do without, name {place!r}, {way}; the client then lacks GET /own/{{ids}}" in line
    # Many are grouped by kind.
    paths = {f"/things{number}": {"get": operation(None, [WHERE])} for number in range(20)}
    for number in range(2):
        paths[f"/sent{number}"] = sending(f"sent{number}", JSON_TYPE, THING)
        paths[f"/sent{number}"]["post"]["requestBody"]["content"][FORM] = {"schema": THING}
    content = document(paths | LOSSY["paths"])
    content["components"] = LOSSY["components"]
    result = run_tool("generate", *made(tmp_path, content))
    assert (result.returncode, (tmp_path / "client").exists()) == (1, False)
    objects, *_, way = lines = result.stderr.splitlines()
    assert len(lines) == 8
    shown = "; ".join(f"GET /things{number} query parameter where" for number in range(10))
    assert objects.startswith(f"error: {shown}; and 11 more (21 places) is an object whose fields")
    forms = [f"POST /sent{number} body {FORM}" for number in range(2)]
    assert any(line.startswith(f"error: {'; '.join(forms)} cannot be sent beside {JSON_TYPE}: ") for line in lines)
    assert any(line.startswith(f"error: schema thing.{ODD} has the name") for line in lines)
    assert way.startswith("error: to do without, name 'GET /things0 query parameter where' and the others, with the ")
    assert way.endswith("GET /far, GET /own/{ids}, GET /shared/{ids}, GET /things?all=true, PUT /shared/{ids}")


def test_all_is_accepted_in_one_step_and_each_thing_is_told_at_every_generation(run_tool: Run, tmp_path: Path) -> None:
    components = {"schemas": LOSSY["components"]["schemas"] | COMPONENTS | {"conflict": CONFLICT}}
    content = LOSSY | {"paths": LOSSY["paths"] | GIVEN_UP, "components": LOSSY["components"] | components}
    reasons = {f"schema thing.{ODD}": "not needed", "GET /things query parameter gone": "because"}
    arguments = made(tmp_path, content, **reasons)
    config = tmp_path / "generator-config.yml"
    result = run_tool("generate", *arguments, "--accept", "all")
    assert result.returncode == 0, result.stderr
    all_of_things = "in GET /things, GET /things?all=true"
    shared = "/shared/{ids} path parameter ids"
    left_out = {
        "GET /things query parameter where": "",
        "/things?all=true": " (in GET /things?all=true)",
        "/far": " (in GET /far)",
        "GET /own/{ids} path parameter ids": "",
        shared: " (in GET /shared/{ids}, PUT /shared/{ids})",
        "GET /filtered query parameter filter": "",
        **{f"GET /{each}": "" for each in ("hidden", "alike", "uncalled/{id}", "twice", "endless")},
        "POST /sent": "",
    }
    known = {f"GET /{each} response 200 application/json": "" for each in ("mixed", "three", "twins")}
    known |= {f"schema {each}": f" (in GET /{each})" for each in ("conflict", "endless")}
    told = {f"left out: {place}{where}: {TO_FILL_IN}" for place, where in left_out.items()}
    told |= {f"given as it is: {place}{where}: {TO_FILL_IN}" for place, where in known.items()}
    told |= {f"left out: schema thing.{ODD} ({all_of_things}): not needed"}
    told |= {"unsupported names GET /things query parameter gone, which is supported now: take it out"}
    gone = ["GET /alike", "GET /endless", "GET /far", "GET /hidden", "GET /own/{ids}", "GET /shared/{ids}"]
    gone += ["GET /things?all=true", "GET /twice", "GET /uncalled/{id}", "POST /sent", "PUT /shared/{ids}"]
    told |= {f"no longer in the client: {', '.join(gone)}"}
    *lines, last = result.stderr.splitlines()
    assert sorted(line for line in lines if not line.startswith("not generated: ")) == sorted(told)
    assert last.startswith("accepted: 17 unsupported, under `unsupported` in generator-config.yml: fill in the reasons")
    places = {*left_out, *(f"{each} as a class" for each in known)}
    assert spec.read_yaml(config)["unsupported"] == reasons | dict.fromkeys(places, TO_FILL_IN)
    # What was written before stays, comments too.
    assert config.read_text(encoding="utf-8").startswith((ROOT / "generator-config.yml").read_text(encoding="utf-8"))
    again = run_tool("check_generated", *arguments)
    assert (again.returncode, set(again.stderr.splitlines())) == (0, told)
    (entry,) = [each for each in endpoints(tmp_path / "client") if each.url == "/things"]
    assert (entry.key, entry.sent["query"]) == ("things.things_show", {"a": "a", "b": "b"})
    model = (tmp_path / "client" / "models" / "thing.py").read_text(encoding="utf-8")
    assert re.findall(r"^    (\w+): ", model, re.MULTILINE) == ["id", "additional_properties"]
    shown = (tmp_path / "client" / "api" / "things" / "conflict.py").read_text("utf-8")
    assert "response_200 = response.json()" in shown


@pytest.mark.parametrize("reason", ["", " ", None, 1])
def test_what_is_accepted_needs_a_reason(run_tool: Run, tmp_path: Path, reason: object) -> None:
    line = the_error(run_tool("generate", *made(tmp_path, document(), **{"schema thing": reason})))
    assert "unsupported must give each place its reason" in line


ONE_TWO = {"one": fields(kind=TEXT, a=TEXT), "two": fields(kind=TEXT, b=TEXT)}
EITHER = (reference("one"), reference("two"))
FIRST = choice(*EITHER, by="kind", x="one", y="two")
RESPONSE = "response 200 application/json"
READINGS = f"GET /b {RESPONSE} oneOf tells the same objects apart in another way than GET /a {RESPONSE} oneOf: give"


def gives(*schemas: Json, **components: Json) -> Json:
    return document({f"/{name}": giving(name, each) for name, each in zip("ab", schemas, strict=False)}, components)


REFUSED = [
    (
        at("/a", get=operation("a#list"), post=operation("a_list")),
        "GET /a has 0 generated functions: perhaps another one became things.a_list too; to do without, name 'GET /a'",
    ),
    (
        with_schema(CONFLICT, base=fields(a=TEXT)),
        "schemas/thing: str can't be merged with int (and 1 more); to do without, name 'schema thing as a class', wi",
    ),
    (with_parameters(parameter("a\nb")), "has the query parameter 'a\\nb', which the generator left out"),
    (at("/a", get={"$ref": "a.yml"}), "GET /a is a reference, $ref 'a.yml', and OpenAPI has none there: jo"),
    (q({"$ref": "a.yml#/x"}), "query parameter q: $ref 'a.yml#/x' points outside the"),
    # Choices beside other things that are not clear.
    (gives({"allOf": [THING, choice(fields(b=TEXT), TEXT)]}), f"GET /a {RESPONSE} (allOf 2) is a choice inside allOf"),
    (
        gives({"allOf": [choice(*EITHER), choice(*EITHER)]}, **ONE_TWO),
        f"GET /a {RESPONSE} (allOf 1); GET /a {RESPONSE} (allOf 2) is a choice inside allOf",
    ),
    (gives(THING | choice(fields(b=TEXT), choice(*EITHER)), **ONE_TWO), f"GET /a {RESPONSE} oneOf stands beside prop"),
    (gives(FIRST, choice(*EITHER, by="kind", x="two", y="one"), **ONE_TWO), READINGS),
    (gives(FIRST, choice(*EITHER), **ONE_TWO), READINGS),
]


@pytest.mark.parametrize(("content", "expected"), REFUSED, ids=[expected for _, expected in REFUSED])
def test_what_cannot_be_generated_is_named_and_leaves_the_old_client(
    content: Json, expected: str, run_tool: Run, tmp_path: Path
) -> None:
    (tmp_path / "client").mkdir()
    (tmp_path / "client" / "client.py").write_text("old")
    result = run_tool("generate", *made(tmp_path, content))
    assert result.returncode == 1
    assert expected in result.stderr
    assert str(tmp_path) not in result.stderr
    assert " object at 0x" not in result.stderr
    assert sorted(path.name for path in tmp_path.iterdir()) == ["client", "generator-config.yml", "openapi.json"]
    assert (tmp_path / "client" / "client.py").read_text() == "old"


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("def f(*, body, body): ...", "line 1 of thing is no Python (duplicate argument"),
        ("from http import A\nfrom ..x import A", "in thing 'A' would mean ..x.A and http.A: give the schema"),
        ("from typing import Any\nclass Any: ...", "in thing 'Any' would mean typing.Any and what is defined here"),
        ("from typing import cast\ndef f(d):\n  cast = 1", "in thing a property or parameter that is called 'cast'"),
        ("def g(): ...\ndef f(g):\n  g()", "in thing a property or parameter that is called 'g' would hide what"),
        ("class A:\n  ab: int\n  ab: str", "in thing 2 properties of A become 'ab'"),
    ],
)
def test_generated_code_that_means_something_else_is_found(tmp_path: Path, code: str, expected: str) -> None:
    (tmp_path / "thing.py").write_text(code)
    ((module, problem),) = check_code(tmp_path)
    assert (module, problem[: len(expected)]) == ("thing", expected)
