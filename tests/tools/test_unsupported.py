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


def with_parameters(*parameters: Json, **more: Any) -> Json:
    in_path = "".join(f"/{{{each['name']}}}" for each in parameters if each["in"] == "path")
    node = operation("things#list", list(parameters)) | more
    return document({f"/things{in_path}": {"post": node}}, {"thing": THING})


def with_body(version: str = "3.0.1", /, **content: Json) -> Json:
    media = {MEDIA[name]: each if "schema" in each else {"schema": each} for name, each in content.items()}
    node = operation("things#create") | {"requestBody": {"content": media}}
    return document({"/things": {"post": node}}, {"thing": THING}, version)


def with_answer(status: str = "200", /, **content: Json) -> Json:
    node = operation("things#show")
    media = {MEDIA[name]: {"schema": schema} for name, schema in content.items()}
    node["responses"][status] = {"description": "", "content": media}
    return document({"/things": {"get": node}}, {"thing": THING})


MEDIA = {"json": JSON_TYPE, "vendor_json": "application/vnd.api+json", "form": FORM, "multipart": MULTIPART}
MEDIA |= {"bytes": BYTES, "text": "text/plain", "xml": "application/xml", "audio": "audio/mpeg"}


def encoded(media_type: str, schema: Json, version: str = "3.0.1", **encoding: Any) -> Json:
    """A form with a field `many`."""
    return with_body(version, **{media_type: {"schema": fields(many=schema), "encoding": {"many": encoding}}})


def with_schema(schema: Json, **others: Json) -> Json:
    return document({"/things": giving("things#show", REFERENCE)}, {"thing": schema, **others})


SCHEMES = {
    "key": {"type": "apiKey", "in": "header", "name": "x-api-key"},
    "query": {"type": "apiKey", "in": "query", "name": "api_key"},
    "other": {"type": "apiKey", "in": "header", "name": "X-Token"},
    "basic": {"type": "http", "scheme": "basic"},
    "oauth": {"type": "oauth2", "flows": {}},
}


def secured(*ways: str, everywhere: bool = False) -> Json:
    """With ways to prove who calls, each of one or more schemes."""
    security: Json = {"security": [{name: [] for name in way.split()} for way in ways]}
    content = with_parameters(**({} if everywhere else security))
    content["components"]["securitySchemes"] = SCHEMES
    return content | (security if everywhere else {})


def found(content: Json, **media_types: str) -> list[str]:
    return [str(each) for each in unsupported.find(content, {MEDIA[name]: to for name, to in media_types.items()})]


AWAY = {"servers": ELSEWHERE, "get": operation("a")}
AWAY_BY_REFERENCE = document({"/a": {"$ref": "#/components/pathItems/away"}})
AWAY_BY_REFERENCE["components"]["pathItems"] = {"away": AWAY}
LOST = [
    # Parameters.
    (with_parameters(parameter("q", schema=None, content={JSON_TYPE: {}})), "POST /things query parameter q is descri"),
    (with_parameters(parameter("q", schema=None)), "query parameter q has no schema"),
    (with_parameters(parameter("q", style="deepObject", schema=fields(a=TEXT))), "q is an object whose fields"),
    (with_parameters(parameter("q", style="deepObject", schema=THING | {"nullable": True})), "q is an object"),
    (with_parameters(parameter("q", style="deepObject", schema={"type": "object", "nullable": True})), "is an object"),
    (with_parameters(parameter("q", schema={"type": "object"})), "query parameter q is an object"),
    (with_parameters(parameter("q", schema=choice(TEXT, REFERENCE))), "query parameter q is an object"),
    (with_parameters(parameter("q", schema=array(REFERENCE))), "query parameter q is a list of object"),
    (with_parameters(parameter("q", schema=array(array(TEXT)))), "query parameter q is a list of array"),
    (with_parameters(parameter("q", schema=FILE)), "query parameter q may be binary"),
    (with_parameters(parameter("X-Q", "header", array(TEXT))), "header parameter X-Q may be array"),
    (with_parameters(parameter("X-Q", "header", text("uuid"))), "header parameter X-Q may be uuid"),
    (with_parameters(parameter("X-Q", "header", TIME)), "header parameter X-Q may be date-time"),
    (with_parameters(parameter("X-Q", "header", choice(TEXT, NUMBER))), "X-Q may be integer or string, and the"),
    (with_parameters(parameter("q", "cookie", array(TEXT))), "cookie parameter q may be array"),
    (with_parameters(parameter("q", "path", TIME)), "path parameter q may be date-time"),
    (with_parameters(parameter("q", "path", array(TEXT))), "path parameter q may be array"),
    (with_parameters(parameter("q", "path", style="matrix")), "path parameter q has the style matrix"),
    # Each where it is declared, and once.
    (
        document({"/a": {"parameters": [parameter("q", schema=None)], "get": operation("a"), "put": operation("b")}}),
        "/a query parameter q has no schema",
    ),
    # Paths and operations.
    (
        document({"/a": {"gett": operation("a"), "get": operation("a"), "x-note": {}, "summary": "A"}}),
        "/a gett has 'ge",
    ),
    (document({"/a": {"query": operation("a"), "get": operation("b")}}), "/a query has 'query', which is no method"),
    (document({"/a?all=true": {"get": operation("a")}}), "/a?all=true has a literal '?', with which the query begins"),
    (document({"/a#all": {"get": operation("a")}}), "/a#all has a literal '#', with which a fragment that is never"),
    (with_parameters(servers=ELSEWHERE), "POST /things has servers of its own"),
    (document({"/a": AWAY}), "/a has servers of its own"),
    (AWAY_BY_REFERENCE, "away has servers of its own"),
    (secured("query"), "POST /things security wants query (a key in the query api_key), but the client sends the key"),
    (secured("other"), "security wants other (a key in the header X-Token)"),
    (secured("nowhere"), "security wants nowhere (which is not declared)"),
    (secured("oauth"), "security wants oauth (oauth2)"),
    (secured("key basic"), "security wants key (a key in the header x-api-key) and basic (HTTP basic)"),
    (secured("basic", "oauth"), "security wants basic (HTTP basic) or oauth (oauth2)"),
    (secured("basic", everywhere=True), "every operation that declares no security wants basic (HTTP basic)"),
    # Bodies.
    (with_body(text=TEXT), "POST /things body text/plain is a form of body that the generator leaves out"),
    (with_body(audio=FILE), "POST /things body audio/mpeg is a form of body"),
    (with_body(bytes=TEXT), "POST /things body application/octet-stream is not of format binary"),
    (with_body(form=array(TEXT)), "POST /things body application/x-www-form-urlencoded is no object"),
    (with_body(multipart=array(TEXT)), "POST /things body multipart/form-data is no object"),
    (with_body(form=THING, json=THING), "x-www-form-urlencoded cannot be sent beside application/json"),
    (with_body(json=THING, vendor_json=THING), "body application/vnd.api+json cannot be sent beside"),
    (with_body(form=fields(deep=THING)), "x-www-form-urlencoded.deep may be object"),
    (with_body(form=fields(many=array(THING))), "x-www-form-urlencoded.many may be object"),
    (with_body(form=fields(many=array(array(TEXT)))), "x-www-form-urlencoded.many may be array"),
    (with_body(json=fields(file=FILE)), "body application/json.file is of format binary inside JSON"),
    (with_body(json=fields(files=array(fields(file=FILE)))), "application/json.files[].file is of"),
    (encoded("multipart", array(TEXT), contentType="text/csv"), "encoding of many contentType wants text/csv, but"),
    (encoded("multipart", array(TEXT), headers={"X-Part": {"schema": TEXT}}), "encoding of many headers are not sent"),
    (encoded("multipart", array(TEXT), "3.1.0", explode=False), "encoding of many explode wants a list in one part"),
    # Responses. An error need not be decoded, but must be known.
    (
        with_answer(xml=THING),
        "GET /things response 200 application/xml is a media type that the generator does not dec",
    ),
    (with_answer(audio=FILE), "response 200 audio/mpeg is a media type that the generator does not"),
    (with_answer("500", xml=THING), "response 500 application/xml is a media type that the generator does not decode"),
    (with_answer(text=TEXT, json=THING), "response 200 text/plain is never decoded"),
    (with_answer(text=THING), "response 200 text/plain may be object"),
    (with_answer(text=NUMBER), "response 200 text/plain may be integer"),
    (with_answer(bytes=TEXT), "response 200 application/octet-stream is not of format binary"),
    (with_answer(json=fields(file=FILE)), "response 200 application/json.file is of format binary"),
    # Schemas.
    (with_schema(fields(**{"a\u200bb": TEXT})), "has the name 'a\\u200bb', of which the generator drops the signs"),
    (with_schema(THING | choice(fields(a=TEXT), fields(b=TEXT))), "schema thing oneOf stands beside properties"),
    (
        with_schema({"allOf": [reference("base"), choice(fields(a=TEXT), fields(b=TEXT))]}, base=THING),
        "schema thing (allOf 2) is a choice inside allOf",
    ),
    (with_schema(choice(fields(a=TEXT), fields(a=TEXT))), "schema thing oneOf has objects that nothing tells apart"),
    (with_schema({"anyOf": [array(fields(a=TEXT)), array(fields(b=TEXT))]}), "schema thing anyOf has lists"),
]


@pytest.mark.parametrize(("content", "expected"), LOST, ids=[expected for _, expected in LOST])
def test_what_would_be_lost_is_named_and_is_gone_when_it_is_accepted(content: Json, expected: str) -> None:
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
        parameter("m", "cookie", {"type": "string", "enum": ["a"]}),
        parameter("n", "cookie", NUMBER),
    ),
    "servers that are the same": document(
        {"/near": {"servers": [{"url": "https://example.test/v1/"}], "get": operation("things#near")}}
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
    "a reference in an example": with_schema(
        fields(**{"$ref": TEXT}) | {"example": {"$ref": "no.yaml"}, "default": {"$ref": "none.yaml"}}
    ),
    "examples": with_schema(
        fields(
            at=TIME | {"example": "2023-01-02T03:04:05.123Z"},
            day=text("date") | {"example": "2023-01-02"},
            id=text("uuid") | {"example": "6c0a5b7e-0000-4000-8000-00000000000a"},
        )
    ),
}


@pytest.mark.parametrize("content", RIGHT.values(), ids=RIGHT)
def test_what_comes_out_right_is_not_refused(content: Json) -> None:
    assert found(content, audio=BYTES) == []
    check_references(content)


@pytest.mark.parametrize(
    ("schema", "example", "expected"),
    [
        (fields(id=NUMBER), {"id": "1,"}, "at $.id is not of type 'integer': '1,'"),
        (fields("id", id=NUMBER), {}, "'id' is a required property"),
        (fields(at=TIME), {"at": "2023-01-01 00:00:00 UTC"}, 'at $.at cannot be read as a date-time: "2023-01-01 00:0'),
        (fields(ids=NUMBER), {"ids": [{"id": "x" * 60}] * 9}, "at $.ids is not of type 'integer': [{'id': 'xxx"),
        (fields(at=text("date")), {"at": "1/2/2023"}, "cannot be read as a date"),
        (fields(at=text("uuid")), {"at": "no"}, "cannot be read as a uuid"),
        (choice(fields("a", a=TEXT), array(TEXT)), {"b": ["x" * 900]}, "alternatives takes it: 'a' is a required prop"),
    ],
)
def test_an_example_that_is_none(schema: Json, example: Any, expected: str) -> None:
    content = with_schema(schema)
    media = content["paths"]["/things"]["get"]["responses"]["200"]["content"][JSON_TYPE]
    content["components"]["examples"] = {"one": {"value": example}}
    media |= {"example": example, "examples": {"first": {"$ref": "#/components/examples/one"}}}
    content["components"]["schemas"]["thing"] = schema | {"example": example}
    places = [f"GET /things response 200 application/json {each}" for each in ("example", "example first")]
    for place, line in zip([*places, "schema thing example"], found(content), strict=True):
        assert line.startswith(f"{place} is not what its schema says: ")
        assert expected in line
    # What is accepted goes where it is written, and where it is used.
    accepted = dict.fromkeys([*places, "schema thing example"], "because")
    smaller = unsupported.supported(content, accepted, {})
    assert (found(smaller), smaller["components"]["examples"]) == ([], {})


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        ("other.yaml#/components/schemas/x", "schema thing.x: $ref 'other.yaml#/components/schemas/x' points outside"),
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
    if not config.exists():
        config.write_text((ROOT / "generator-config.yml").read_text() + f"\nunsupported: {json.dumps(accepted)}\n")
    return "--spec", written(folder, content), "--output", folder / "client", "--config", config


def accepted_in(folder: Path) -> Any:
    return spec.read_yaml(folder / "generator-config.yml")["unsupported"]


# A sign without a width, which the generator would drop.
ODD = "to\u200bday"
WHERE = parameter("where", style="deepObject", schema=fields(a=TEXT))
LISTED = parameter("ids", "path", array(NUMBER))
LOSSY = document(
    {
        "/things": {"get": operation("things#show", [parameter("a"), WHERE, parameter("b")], REFERENCE)},
        "/things?all=true": {"get": operation("things#all", schema=REFERENCE)},
        "/own/{ids}": {"get": operation("own#get", [LISTED])},
        "/shared/{ids}": {"parameters": [LISTED], "get": operation("shared#get"), "put": operation("shared#put")},
        "/far": {"servers": ELSEWHERE, "get": operation("things#far")},
    },
    {"thing": fields("id", ODD, id=NUMBER, **{ODD: TEXT})},
)


def test_a_refusal_says_what_to_do_and_what_it_costs(run_tool: Run, tmp_path: Path) -> None:
    result = run_tool("generate", *made(tmp_path, LOSSY))
    assert result.returncode == 1
    assert not (tmp_path / "client").exists()
    first, *_, last, all_of_them = result.stderr.splitlines()
    assert first.startswith("error: GET /things query parameter where is an object")
    way = "by naming 'GET /things query parameter where', with the reason, under unsupported in generator-config.yml"
    assert first.endswith(way)
    assert last.startswith(f"error: schema thing.{ODD} has the name")
    lost = "GET /far, GET /own/{ids}, GET /shared/{ids}, GET /things?all=true, PUT /shared/{ids}"
    expected = f"error: leave all 6 out with `make generate ACCEPT=all`; the client then lacks {lost}"
    assert all_of_them == expected
    line = the_error(run_tool("generate", *made(tmp_path, document({"/own/{ids}": LOSSY["paths"]["/own/{ids}"]}))))
    assert line.endswith("; the client then lacks GET /own/{ids}")


def test_many_are_grouped_by_kind_and_counted_with_what_they_cost(run_tool: Run, tmp_path: Path) -> None:
    merge = "application/merge-patch+json"
    paths = {f"/things{number}": {"get": operation(None, [WHERE])} for number in range(20)}
    paths["/heard"] = with_answer(audio=TEXT)["paths"]["/things"]
    for number in range(9):
        paths[f"/sent{number}"] = sending(f"sent{number}", JSON_TYPE, THING)
        paths[f"/sent{number}"]["post"]["requestBody"]["content"][FORM] = {"schema": THING}
    paths["/patched"] = sending("patched", merge, THING)
    paths["/patched"]["post"]["requestBody"]["content"][JSON_TYPE] = {"schema": THING}
    result = run_tool("generate", *made(tmp_path, document(paths)))
    objects, forms, media_type, one, all_of_them = result.stderr.splitlines()
    assert objects.startswith("error: GET /things0 query parameter where; GET /things1 query parameter where; ")
    assert "GET /things9 query parameter where; and 10 more: 20 places in 20 operations: is an object" in objects
    assert f"/sent8 body {FORM}: 9 places in 9 operations: cannot be sent beside {JSON_TYPE}: " in forms
    assert media_type.startswith("error: GET /heard response 200 audio/mpeg: 1 place in 1 operation: ")
    assert f"POST /patched body {JSON_TYPE}: 1 place in 1 operation: cannot be sent beside {merge}: " in one
    assert all_of_them.startswith("error: leave all 31 out with `make generate ACCEPT=all`; ")


def test_all_is_accepted_in_one_step_and_each_thing_is_told_at_every_generation(run_tool: Run, tmp_path: Path) -> None:
    reasons = {f"schema thing.{ODD}": "not needed", "GET /things query parameter gone": "because"}
    arguments = made(tmp_path, LOSSY, **reasons)
    result = run_tool("generate", *arguments, "--accept", "all")
    assert result.returncode == 0, result.stderr
    lines = result.stderr.splitlines()
    gone = "no longer in the client:"
    many = "path parameter ids may be array, which the generated code cannot write into a path"
    for expected in (
        f"left out: GET /things query parameter where: {TO_FILL_IN}",
        f"left out: schema thing.{ODD} (in GET /things, GET /things?all=true): not needed",
        "unsupported names GET /things query parameter gone, which is supported now: take it out",
        f"{gone} GET /things?all=true: /things?all=true has a literal '?', with which the query begins",
        f"{gone} GET /own/{{ids}}: GET /own/{{ids}} {many}",
        f"{gone} PUT /shared/{{ids}}: /shared/{{ids}} {many}",
        f"{gone} GET /far: /far has servers of its own, but the client sends everything to its base URL",
    ):
        assert lines.count(expected) == 1, expected
    assert lines[-1].startswith("accepted: 5 unsupported, under `unsupported` in generator-config.yml")
    places = {"GET /things query parameter where", "/things?all=true", "/far"}
    places |= {"GET /own/{ids} path parameter ids", "/shared/{ids} path parameter ids"}
    assert accepted_in(tmp_path) == reasons | dict.fromkeys(places, TO_FILL_IN)
    # What was written before stays, comments too.
    text = (tmp_path / "generator-config.yml").read_text(encoding="utf-8")
    assert text.startswith((ROOT / "generator-config.yml").read_text(encoding="utf-8"))
    again = run_tool("check_generated", *arguments)
    assert (again.returncode, again.stderr.splitlines()) == (0, lines[:-1])
    (entry,) = endpoints(tmp_path / "client")
    assert (entry.key, entry.query) == ("things.things_show", {"a": "a", "b": "b"})
    model = (tmp_path / "client" / "models" / "thing.py").read_text(encoding="utf-8")
    assert re.findall(r"^    (\w+): ", model, re.MULTILINE) == ["id", "additional_properties"]


@pytest.mark.parametrize("reason", ["", " ", None, 1])
def test_what_is_accepted_needs_a_reason(run_tool: Run, tmp_path: Path, reason: object) -> None:
    line = the_error(run_tool("generate", *made(tmp_path, document(), **{"schema thing": reason})))
    assert "unsupported must give each place its reason" in line


def test_what_was_accepted_for_a_generation_that_fails_is_not_kept(run_tool: Run, tmp_path: Path) -> None:
    arguments = made(tmp_path, LOSSY, **{f"schema thing.{ODD}": "not needed"})
    before = (tmp_path / "generator-config.yml").read_bytes()
    (tmp_path / "client").mkdir()
    (tmp_path / "client" / "no_client.txt").touch()
    assert "is not a generated client" in the_error(run_tool("generate", *arguments, "--accept", "all"))
    assert (tmp_path / "generator-config.yml").read_bytes() == before


CONFLICT = {"allOf": [reference("base"), fields(a=NUMBER)]}


def test_what_the_generator_gives_up_is_accepted_by_its_place(run_tool: Run, tmp_path: Path) -> None:
    given_up = {
        "/mixed": giving("mixed", fields(id=NUMBER, mixed=CONFLICT)),
        "/three": giving("three", fields(foobar=TEXT, fooBar=TEXT, **{"foo-bar": TEXT})),
        "/twins": giving("twins", fields(**{"a[b]": TEXT, "a.b": TEXT})),
        "/endless": giving("endless", reference("endless")),
        "/sent": sending("sent", JSON_TYPE, array(CONFLICT)),
        "/hidden": {"get": operation("hidden", [parameter("UNSET"), parameter("unset")])},
        "/alike": {"get": operation("alike", [parameter("a[b]"), parameter("a.b")])},
        # The parameter is found first, and goes with the operation.
        "/uncalled/{id}": {"get": operation("uncalled", [WHERE])},
        "/twice": {"get": operation("Mixed")},
        "/long": {"get": operation("x" * 300)},
        # Nobody uses the parameter any more when it is left out of this.
        "/filtered": {"get": operation("filtered", [{"$ref": "#/components/parameters/Filter"}])},
    }
    schemas = {"base": fields(a=NUMBER | {"nullable": True}), "endless": array(reference("endless"))}
    content = with_schema(CONFLICT, **schemas)
    content["paths"] |= given_up
    content["components"]["parameters"] = {"Filter": parameter("filter", schema=None, content={JSON_TYPE: {}})}
    arguments = made(tmp_path, content)
    accepted = run_tool("generate", *arguments, "--accept", "all")
    assert accepted.returncode == 0, accepted.stderr
    known = {f"GET /{name} response 200 application/json" for name in ("mixed", "three", "twins", "long")}
    known |= {"schema thing", "schema endless"}
    lost = {f"GET /{name}" for name in ("hidden", "alike", "uncalled/{id}", "twice", "long", "endless")}
    lost.add("POST /sent")
    filtered = "GET /filtered query parameter filter"
    assert accepted_in(tmp_path).keys() == {filtered} | lost | {f"{each} as a class" for each in known}
    lines = accepted.stderr.splitlines()
    told = [f"given as it is: {each}" for each in known] + [f"no longer in the client: {each}" for each in lost]
    expected = {f"{each}: {TO_FILL_IN}" for each in (f"left out: {filtered}", *told)}
    assert sorted(line for line in lines[:-1] if not line.startswith("not generated: ")) == sorted(expected)
    again = run_tool("check_generated", *arguments)
    assert (again.returncode, set(again.stderr.splitlines())) == (0, expected)
    shown = (tmp_path / "client" / "api" / "things" / "things_show.py").read_text("utf-8")
    assert "response_200 = response.json()" in shown


LONG = "x" * 300
TOO_LONG = f"the name '{'x' * 40}...' is too long for a file: shorten the operationId, tag, schema"
ONE_TWO = {"one": fields(kind=TEXT, a=TEXT), "two": fields(kind=TEXT, b=TEXT)}
EITHER = (reference("one"), reference("two"))
FIRST = choice(*EITHER, by="kind", x="one", y="two")
RESPONSE = "response 200 application/json"
READINGS = f"GET /b {RESPONSE} oneOf tells the same objects apart in another way than GET /a {RESPONSE} oneOf: give"


def gives(*schemas: Json, **components: Json) -> Json:
    return document({f"/{name}": giving(name, each) for name, each in zip("ab", schemas, strict=False)}, components)


REFUSED = [
    (document({"/a": {"get": operation(LONG)}}), TOO_LONG),
    (document({"/a": {"get": operation("a", tag=LONG)}}), TOO_LONG),
    (gives(reference(LONG), **{LONG: THING}), TOO_LONG),
    (
        document({"/a": {"get": operation("a#list")}, "/b": {"post": operation("a_list")}}),
        "GET /a and POST /b would both become things.a_list: give them operationIds that differ",
    ),
    (with_schema(fields(a=reference("Thing")), Thing=fields(b=TEXT)), "another class under class_overrides in gen"),
    (
        with_schema(CONFLICT, base=fields(a=TEXT)),
        "process schema /components/schemas/thing: str can't be merged with int (and 1 more); 'schema thing as a cl",
    ),
    (with_parameters(parameter("a\nb")), "has the query parameter 'a\\nb', which the generator left out"),
    (
        document({"/a": {"get": {"$ref": "a.yml"}}}),
        "GET /a is a reference, $ref 'a.yml', and OpenAPI has none there: jo",
    ),
    (
        with_parameters(parameter("q", schema={"$ref": "a.yml#/x"})),
        "query parameter q: $ref 'a.yml#/x' points outside the",
    ),
    # Choices beside other things that are not clear.
    (gives({"allOf": [THING, choice(fields(b=TEXT), TEXT)]}), f"GET /a {RESPONSE} (allOf 2) is a choice inside allOf"),
    (
        gives({"allOf": [choice(*EITHER), choice(*EITHER)]}, **ONE_TWO),
        f"GET /a {RESPONSE} (allOf 1) is a choice inside",
    ),
    (gives(THING | choice(fields(b=TEXT), choice(*EITHER)), **ONE_TWO), f"GET /a {RESPONSE} oneOf stands beside prop"),
    (gives(FIRST, choice(*EITHER, by="kind", x="two", y="one"), **ONE_TWO), READINGS),
    (gives(FIRST, choice(*EITHER), **ONE_TWO), READINGS),
]


@pytest.mark.parametrize(("content", "expected"), REFUSED, ids=[expected for _, expected in REFUSED])
def test_what_cannot_be_generated_is_named(content: Json, expected: str, run_tool: Run, tmp_path: Path) -> None:
    result = run_tool("generate", *made(tmp_path, content))
    assert result.returncode == 1
    assert expected in result.stderr
    assert str(tmp_path) not in result.stderr
    assert " object at 0x" not in result.stderr


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("def f(*, body, body): ...", "thing.py, line 1, is no Python (duplicate argument"),
        ("from http import A\nfrom ..x import A", "in thing.py 'A' would mean ..x.A and http.A: give the schema"),
        ("from typing import Any\nclass Any: ...", "in thing.py 'Any' would mean typing.Any and what is defined here"),
        ("from typing import cast\ndef f(d):\n  cast = 1", "in thing.py a property or parameter that is called 'cast'"),
        ("def g(): ...\ndef f(g):\n  g()", "in thing.py a property or parameter that is called 'g' would hide what"),
        ("class A:\n  ab: int\n  ab: str", "in thing.py 2 properties of A become 'ab'"),
    ],
)
def test_generated_code_that_means_something_else_is_found(tmp_path: Path, code: str, expected: str) -> None:
    (tmp_path / "thing.py").write_text(code)
    ((file, problem),) = check_code(tmp_path)
    assert (file.name, problem[: len(expected)]) == ("thing.py", expected)


def test_a_list_of_types_that_openapi_3_0_does_not_know_breaks_no_example() -> None:
    assert not unsupported.find(with_parameters(parameter("q", schema={"type": ["string"], "example": "a"})), {})
