"""`make verify-live`, tried on servers of this machine that differ from the document in planted ways."""

from __future__ import annotations

import copy
import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from beyondwords import BeyondWords
from beyondwords.testing import Sandbox
from tests.tools.canned_server import Answering, Canned, CannedServer
from tests.tools.conftest import PUBLISHED, ROOT, Run
from tests.tools.documents import Json, document, operation, written
from tools import spec
from tools.live import verify as verify_live
from tools.live.calls import Call
from tools.live.dates import form_of
from tools.live.differences import Findings
from tools.live.pages import Page, compare_pages
from tools.live.report import render
from tools.live.verify import Reader

KEY = "write_Kq83hZk2xS"
SECRETS = ("Anna Smith", "anna@example.com", "a1b2c3d4e5")
"""Values that the planted answers hold, and that no report may show."""


@dataclass
class Verified:
    """What one run came to."""

    status: int
    text: str
    content: Json

    def operation(self, name: str = "GET /things") -> Json:
        return next(each for each in self.content["operations"] if each["operation"] == name)

    def differences(self, name: str = "GET /things") -> list[tuple[str, str, str]]:
        return [(each["kind"], each["where"], each["text"]) for each in self.operation(name)["differences"]]


@pytest.fixture
def verify(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Callable[..., Verified]:
    """`verify(base_url)` runs the tool and searches all it prints for secrets."""
    monkeypatch.setattr("beyondwords._sync.io.sleep", lambda seconds: None)
    monkeypatch.setenv("FORMAT", "json")

    def run(base_url: str, file: Path = PUBLISHED, key: str = KEY) -> Verified:
        monkeypatch.setenv("BEYONDWORDS_API_KEY", key)
        monkeypatch.setenv("BEYONDWORDS_BASE_URL", base_url)
        status = verify_live.main(["--spec", str(file)])
        printed = capsys.readouterr()
        content = json.loads(printed.out)
        text = render(content, "text")
        for secret in (key, *SECRETS):
            assert secret.lower() not in f"{printed.out}{printed.err}{text}".lower()
        return Verified(status, text, content)

    return run


# --- against the sandbox, with the published document

LIST = "GET /background_tracks"
NEEDED = "not sent; optional in the document, but the walk over pages needs it"


def sandbox_of(plant: Callable[[Json], None]) -> Sandbox:
    """A server of the published document with something planted."""
    served = copy.deepcopy(spec.load(PUBLISHED))
    plant(served)
    return Sandbox(items=30, spec=served, api_key=KEY)


def track_of(served: Json) -> Json:
    found: Json = served["components"]["schemas"]["backgroundTrackModel"]["properties"]
    return found


def set_in_examples(served: Json, **values: Any) -> None:
    for row in served["components"]["examples"]["backgroundTracksExample"]["value"]:
        row.update(values)


def success_of(served: Json) -> Json:
    found: Json = served["paths"]["/background_tracks"]["get"]["responses"]["200"]
    return found


def test_a_sandbox_of_the_same_document_agrees(verify: Callable[..., Verified]) -> None:
    with sandbox_of(lambda served: None) as sandbox:
        verified = verify(sandbox.base_url)
        sent = [(each.method, each.path, dict(each.query)) for each in sandbox.requests]
    assert verified.status == 0
    assert verified.content["differs"] == 0
    assert verified.content["agrees"] == 1
    assert verified.operation(LIST)["differences"] == []
    path = "/v1/background_tracks"
    pages = [{"pagination[limit]": "2"}, {"pagination[limit]": "2", "pagination[offset]": "2"}, {}]
    assert sent == [("GET", path, page) for page in pages]
    assert f"AGREES  {LIST} (background_tracks#index)" in verified.text
    assert "0 differ, 1 agree, 0 not tried." in verified.text


def test_what_is_worth_knowing_is_told_although_it_agrees(verify: Callable[..., Verified]) -> None:
    with sandbox_of(lambda served: None) as sandbox:
        verified = verify(sandbox.base_url)
    operation = verified.operation(LIST)
    assert operation["facts"] == [
        "limit: respected, 2 rows for a limit of 2",
        "offset: moves, other rows at offset 2",
        "total: 30 in every answer",
        "default limit: 25 rows without a limit, and x-pagination-limit says 25",
        "dates at $[].created, $[].updated: YYYY-MM-DD hh:mm:ss UTC; "
        "the document says ISO 8601, which not all of them are",
        "declared fields that never came: $[].media, $[].project",
        "declared optional headers that never came: X-BeyondWords-Filter",
    ]
    assert operation["not_tried"] == ["the optional parameters filter[scopes], filter[name], filter[custom]"]
    for fact in operation["facts"]:
        assert f"  fact: {fact}\n" in verified.text


def an_undeclared_field(served: Json) -> None:
    set_in_examples(served, owner={"name": "Anna Smith", "token": "a1b2c3d4e5"}, mood="Anna Smith")


def another_type(served: Json) -> None:
    track_of(served)["volume"] = {"type": "string"}
    set_in_examples(served, volume="Anna Smith")


def a_null(served: Json) -> None:
    track_of(served)["name"] = {"type": "string", "nullable": True}
    set_in_examples(served, name=None)


def another_date(served: Json) -> None:
    set_in_examples(served, created="01/02/2023 10:00")


def a_word_for_a_date(served: Json) -> None:
    set_in_examples(served, created="Anna Smith")


def a_header_less(served: Json) -> None:
    del success_of(served)["headers"]["X-Pagination-Total-Count"]


def another_status(served: Json) -> None:
    responses = served["paths"]["/background_tracks"]["get"]["responses"]
    responses["203"] = responses.pop("200")


def another_content_type(served: Json) -> None:
    content = success_of(served)["content"]
    content["application/vnd.api+json"] = content.pop("application/json")


def a_parameter_less(served: Json) -> None:
    get = served["paths"]["/background_tracks"]["get"]
    get["parameters"] = [each for each in get["parameters"] if each["name"] != "pagination[offset]"]


PLANTED: list[tuple[Callable[[Json], None], list[tuple[str, str, str]]]] = [
    (
        an_undeclared_field,
        [
            ("undeclared field", "$[].mood", "string"),
            ("undeclared field", "$[].owner", "object {name: string, token: string}"),
        ],
    ),
    (another_type, [("type", "$[].volume", "declared integer, seen string")]),
    (a_null, [("type", "$[].name", "declared string, seen null")]),
    (another_date, [("date format", "$[].created", "described as ISO 8601, seen 99/99/9999 99:99")]),
    (a_word_for_a_date, [("date format", "$[].created", "described as ISO 8601, seen no date")]),
    (
        a_header_less,
        [
            ("missing header", "X-Pagination-Total-Count", NEEDED),
        ],
    ),
    (another_status, [("status", "", "203, which is not declared")]),
    (another_content_type, [("content type", "", "declared application/json, seen application/vnd.api+json")]),
    (
        a_parameter_less,
        [
            *(("missing header", f"X-Pagination-{name}", NEEDED) for name in ("Limit", "OffSet", "Total-Count")),
            ("status", "", "400, which is not declared"),
        ],
    ),
]


@pytest.mark.parametrize(("plant", "expected"), PLANTED, ids=[plant.__name__ for plant, _ in PLANTED])
def test_a_planted_difference_is_reported(
    plant: Callable[[Json], None], expected: list[tuple[str, str, str]], verify: Callable[..., Verified]
) -> None:
    with sandbox_of(plant) as sandbox:
        verified = verify(sandbox.base_url)
    assert verified.status == 1
    assert sorted(verified.differences(LIST)) == expected
    assert f"DIFFERS  {LIST}" in verified.text
    for kind, where, text in expected:
        assert re.search(re.escape(f"  - {kind}{f' {where}' if where else ''}: {text}"), verified.text)


def test_iso_dates_agree_with_their_description(verify: Callable[..., Verified]) -> None:
    def plant(served: Json) -> None:
        set_in_examples(served, created="2025-07-02T13:19:39.054Z", updated="2025-07-02T13:19:39+02:00")

    with sandbox_of(plant) as sandbox:
        verified = verify(sandbox.base_url)
    assert verified.status == 0
    facts = verified.operation(LIST)["facts"]
    assert "dates at $[].created: YYYY-MM-DDThh:mm:ss.fffZ; the document says ISO 8601" in facts
    assert "dates at $[].updated: YYYY-MM-DDThh:mm:ss+hh:mm; the document says ISO 8601" in facts


def test_a_refused_key_means_that_nothing_was_tried(verify: Callable[..., Verified]) -> None:
    with Sandbox(api_key="another") as sandbox:
        verified = verify(sandbox.base_url)
        assert len(sandbox.requests) == 1
    assert verified.status == 2
    assert verified.operation(LIST)["result"] == "not tried"
    assert verified.operation(LIST)["not_tried"] == ["401: the API refused the key"]


# --- against canned answers, with small documents


def verified_against(
    verify: Callable[..., Verified],
    folder: Path,
    content: Json,
    answers: Mapping[str, Answering],
) -> Verified:
    with CannedServer(answers) as server:
        verified = verify(server.base_url, written(folder, content))
        assert {method for method, _ in server.requests} <= {"GET"}
    return verified


THING: Json = {
    "type": "object",
    "required": ["id", "secret"],
    "properties": {
        "id": {"type": "integer"},
        "secret": {"type": "string", "writeOnly": True},
        "state": {"type": "string", "enum": ["on", "off"]},
        "key": {"type": "string", "format": "uuid"},
        "day": {"type": "string", "format": "date"},
        "time": {"type": "string", "format": "date-time"},
        "size": {"type": "integer", "maximum": 10},
        "labels": {"type": "object", "additionalProperties": {"$ref": "#/components/schemas/label"}},
        "anything": {"type": "object"},
        "part": {
            "oneOf": [
                {"type": "object", "required": ["text"], "properties": {"text": {"type": "string"}}},
                {"type": "object", "required": ["url"], "properties": {"url": {"type": "string"}}},
            ]
        },
    },
}
NAMED: Json = {"allOf": [{"$ref": "#/components/schemas/thing"}, {"properties": {"name": {"type": "string"}}}]}
LABEL: Json = {"type": "object", "properties": {"color": {"type": "string"}}}


def things(schema: Json = NAMED) -> Json:
    """A document with one operation that answers with one thing."""
    return document({"/things": {"get": operation("things#show", schema=schema)}}, {"thing": THING, "label": LABEL})


def test_every_declared_form_agrees(verify: Callable[..., Verified], tmp_path: Path) -> None:
    body = {
        "id": 1,
        "name": "Anna Smith",
        "state": "on",
        "key": "00000000-0000-4000-8000-000000000000",
        "day": "2023-01-01",
        "time": "2023-01-01T00:00:00.5+01:00",
        "size": 10,
        "labels": {"anna@example.com": {"color": "red"}},
        "anything": {"anna@example.com": 1},
        "part": {"url": "https://example.com"},
    }
    verified = verified_against(verify, tmp_path, things(), {"/things": Canned(body)})
    assert verified.differences() == []
    assert verified.status == 0


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ({"name": "Anna Smith"}, ("missing field", "$", "id is declared as required")),
        ({"id": 1, "state": "on_hold"}, ("value", "$.state", 'not one of the declared "on", "off": "on_hold"')),
        ({"id": 1, "state": "Anna Smith"}, ("value", "$.state", 'not one of the declared "on", "off": string')),
        ({"id": 1, "key": "Anna Smith"}, ("value", "$.key", "not of the declared format uuid")),
        (
            {"id": 1, "day": "2023-01-01T00:00:00Z"},
            ("date format", "$.day", "declared format: date, seen YYYY-MM-DDThh:mm:ssZ"),
        ),
        (
            {"id": 1, "time": "2023-01-01 00:00:00 UTC"},
            ("date format", "$.time", "declared format: date-time, seen YYYY-MM-DD hh:mm:ss UTC"),
        ),
        ({"id": 1, "time": "Anna Smith"}, ("date format", "$.time", "declared format: date-time, seen no date")),
        ({"id": 1, "size": 11}, ("value", "$.size", "breaks the declared maximum 10")),
        ({"id": 1, "labels": {"anna@example.com": {"x": 1}}}, ("undeclared field", "$.labels{}.x", "integer")),
        (
            {"id": 1, "labels": {"anna@example.com": {"color": 1}}},
            ("type", "$.labels{}.color", "declared string, seen integer"),
        ),
        ({"id": 1, "anna@example.com": "Anna Smith"}, ("undeclared field", "$.(no plain name)", "string")),
        ({"id": 1, "part": {"url": "x", "kind": [1]}}, ("undeclared field", "$.part.kind", "array of integer")),
        ({"id": 1, "part": {"url": "x", "text": 1}}, ("undeclared field", "$.part.text", "integer")),
        ({"id": 1, "part": {}}, ("value", "$.part", "fits none of the 2 declared alternatives")),
        ({"id": 1, "at": "2023-01-01T00:00:00Z"}, ("undeclared field", "$.at", "string (YYYY-MM-DDThh:mm:ssZ)")),
        ({"id": 1, "secret": "Anna Smith"}, ("value", "$.secret", "breaks the declared writeOnly")),
        ([], ("type", "$", "declared object, seen array, empty")),
        (KEY, ("type", "$", "declared object, seen string")),
        ({"id": 1, KEY: 1}, ("undeclared field", "$.[API key]", "integer")),
    ],
)
def test_a_body_that_differs(
    body: Any, expected: tuple[str, str, str], verify: Callable[..., Verified], tmp_path: Path
) -> None:
    verified = verified_against(verify, tmp_path, things(), {"/things": Canned(body)})
    assert verified.differences() == [expected]
    assert verified.status == 1


def test_a_difference_of_many_rows_is_told_once_with_their_number(
    verify: Callable[..., Verified], tmp_path: Path
) -> None:
    schema = {"type": "array", "items": THING}
    verified = verified_against(
        verify, tmp_path, things(schema), {"/things": Canned([{"id": "x"}, {"id": 1}, {"id": None}] * 5)}
    )
    found = {each["text"]: each["count"] for each in verified.operation()["differences"]}
    assert found == {"declared integer, seen string": 5, "declared integer, seen null": 5}
    assert "type $[].id: declared integer, seen null (5 times)" in verified.text


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        (
            Canned(b"<html>", kind="text/html"),
            [("body", "", "not JSON"), ("content type", "", "declared application/json, seen text/html")],
        ),
        (Canned(b"", kind=None), [("body", "", "empty"), ("content type", "", "declared application/json, seen none")]),
        (Canned({"id": 1}, kind="text/html"), [("content type", "", "declared application/json, seen text/html")]),
        (Canned({"id": 1}, 202), [("status", "", "202, which is not declared")]),
        (Canned({}, 404), [("status", "", "404, which is not declared")]),
        (Canned({}, 302, {"Location": "/elsewhere"}), [("status", "", "302, which is not declared")]),
        (
            Canned({"id": 1}, headers={"X-Plan": "3", "X-Name": "Anna Smith", "RateLimit-Limit": "9"}),
            [
                ("undeclared header", "ratelimit-limit", "integer"),
                ("undeclared header", "x-name", "string"),
                ("undeclared header", "x-plan", "integer"),
            ],
        ),
    ],
)
def test_an_answer_that_differs(
    answer: Canned, expected: list[tuple[str, str, str]], verify: Callable[..., Verified], tmp_path: Path
) -> None:
    verified = verified_against(verify, tmp_path, things(), {"/things": answer})
    assert sorted(verified.differences()) == expected
    assert verified.status == 1


def test_a_status_that_http_does_not_define_differs(verify: Callable[..., Verified], tmp_path: Path) -> None:
    verified = verified_against(verify, tmp_path, things(), {"/things": Canned({"id": 1}, 299)})
    assert [kind for kind, _, _ in verified.differences()] == ["status"]
    assert "299" in verified.text


def test_headers_of_what_stands_in_front_are_a_fact(verify: Callable[..., Verified], tmp_path: Path) -> None:
    answer = Canned({"id": 1}, headers={"X-Request-Id": "a1b2c3d4e5", "X-Frame-Options": "DENY", "X-Amz-Cf-Id": "1"})
    verified = verified_against(verify, tmp_path, things(), {"/things": answer})
    assert verified.status == 0
    fact = "headers of what stands in front of the API: x-amz-cf-id, x-frame-options, x-request-id"
    assert fact in verified.operation()["facts"]


def test_declared_headers_are_checked(verify: Callable[..., Verified], tmp_path: Path) -> None:
    content = things()
    content["paths"]["/things"]["get"]["responses"]["200"]["headers"] = {
        "X-Count": {"schema": {"type": "integer"}},
        "X-Ratio": {"schema": {"type": "number"}},
        "X-Flag": {"schema": {"type": "boolean"}},
        "X-Needed": {"required": True, "schema": {"type": "string"}},
        "X-Extra": {"schema": {"type": "string"}},
    }
    answer = Canned({"id": 1}, headers={"x-count": "Anna Smith", "X-RATIO": "0.5", "X-Flag": "true"})
    verified = verified_against(verify, tmp_path, content, {"/things": answer})
    assert verified.differences() == [
        ("header value", "X-Count", "declared integer, seen string"),
        ("missing header", "X-Needed", "declared as required, not sent"),
    ]
    assert "declared optional headers that never came: X-Extra" in verified.operation()["facts"]


def test_the_body_of_a_declared_error_is_checked(verify: Callable[..., Verified], tmp_path: Path) -> None:
    content = things()
    error = {"type": "object", "properties": {"message": {"type": "string"}}}
    content["paths"]["/things"]["get"]["responses"]["4XX"] = {
        "description": "Error",
        "content": {"application/json": {"schema": error}},
    }
    verified = verified_against(
        verify, tmp_path, content, {"/things": Canned({"message": 1, "kind": "Anna Smith"}, 403)}
    )
    assert verified.differences() == [
        ("type", "$.message of the 403 answer", "declared string, seen integer"),
        ("undeclared field", "$.kind of the 403 answer", "string"),
    ]
    assert verified.operation()["not_tried"] == ["403: this key may not do that"]


def test_a_declared_refusal_of_a_plain_request_differs(verify: Callable[..., Verified], tmp_path: Path) -> None:
    content = things()
    content["paths"]["/things"]["get"]["responses"]["404"] = {"description": "Not found"}
    verified = verified_against(verify, tmp_path, content, {})
    assert verified.differences() == [("status", "", "404 for a request that the document allows")]


@pytest.mark.parametrize("status", [429, 500, 503])
def test_a_server_in_trouble_says_nothing_of_the_document(
    status: int, verify: Callable[..., Verified], tmp_path: Path
) -> None:
    verified = verified_against(verify, tmp_path, things(), {"/things": Canned({}, status)})
    assert verified.status == 2
    assert verified.operation()["not_tried"] == [f"the server answered {status}"]


def test_a_server_that_is_not_there_is_asked_once(verify: Callable[..., Verified], tmp_path: Path) -> None:
    with CannedServer({}) as server:
        gone = server.base_url
    paths = {f"/{name}": {"get": operation(name)} for name in ("first", "second")}
    verified = verify(gone, written(tmp_path, document(paths)))
    assert verified.status == 2
    assert "cannot connect" in verified.operation("GET /first")["not_tried"][0]
    assert verified.operation("GET /second") | {"not_tried": []} == {
        "result": "not tried",
        "operation": "GET /second",
        "operation_id": "second",
        "requests": [],
        "differences": [],
        "facts": [],
        "not_tried": [],
        "checked": 0,
    }
    assert verified.operation("GET /second")["not_tried"] == ["not asked, because no connection came about"]


def test_one_refusal_after_an_answer_does_not_end_the_run(verify: Callable[..., Verified], tmp_path: Path) -> None:
    paths = {f"/{name}": {"get": operation(name)} for name in ("first", "second", "third")}
    answers = {"/first": Canned({}), "/second": Canned({}, 401), "/third": Canned({})}
    verified = verified_against(verify, tmp_path, document(paths), answers)
    assert [each["result"] for each in verified.content["operations"]] == ["agrees", "differs", "agrees"]
    assert verified.differences("GET /second") == [("status", "", "401, which is not declared")]


def test_a_204_has_no_body_to_check(verify: Callable[..., Verified], tmp_path: Path) -> None:
    content = things()
    content["paths"]["/things"]["get"]["responses"] = {"204": {"description": "Nothing"}}
    assert verified_against(verify, tmp_path, content, {"/things": Canned(None, 204, kind=None)}).status == 0


def test_a_body_where_none_is_declared_differs(verify: Callable[..., Verified], tmp_path: Path) -> None:
    content = things()
    content["paths"]["/things"]["get"]["responses"] = {"200": {"description": "Nothing"}}
    verified = verified_against(verify, tmp_path, content, {"/things": Canned({"id": 1})})
    assert verified.differences() == [("body", "", "200 is declared without a body, and one came")]


def test_openapi_3_1_is_understood(verify: Callable[..., Verified], tmp_path: Path) -> None:
    schema = {"type": "object", "properties": {"name": {"type": ["string", "null"]}, "id": {"type": "integer"}}}
    content = document({"/things": {"get": operation("things#show", schema=schema)}}, version="3.1.0")
    verified = verified_against(verify, tmp_path, content, {"/things": Canned({"name": None, "id": None})})
    assert verified.differences() == [("type", "$.id", "declared integer, seen null")]


# --- what is called, and what is not


def parameter(name: str, place: str = "query", **rest: Any) -> Json:
    return {"name": name, "in": place, "required": True, **rest}


@pytest.mark.parametrize(
    ("path", "parameters", "target"),
    [
        ("/things/{id}", [parameter("id", "path", schema={"type": "string"}, example="a/b")], "/v1/things/a%2Fb"),
        ("/things/{id}", [parameter("id", "path", schema={"enum": ["x", "y"]})], "/v1/things/x"),
        ("/things", [parameter("kind", schema={"enum": ["new", "old"]})], "/v1/things?kind=new"),
        ("/things", [parameter("all", schema={"type": "boolean", "default": True})], "/v1/things?all=true"),
        ("/things", [parameter("f[]", examples={"a": {"value": ["x", "y"]}})], "/v1/things?f%5B%5D=x&f%5B%5D=y"),
        ("/things", [parameter("f", explode=False, example=["x", "y"])], "/v1/things?f=x%2Cy"),
        ("/things", [parameter("f", style="deepObject", example={"k": "v"})], "/v1/things?f%5Bk%5D=v"),
        ("/things", [parameter("pagination[limit]", schema={"type": "integer"})], "/v1/things?pagination%5Blimit%5D=2"),
        ("/things", [parameter("name", required=False, example="x")], "/v1/things"),
        ("/things", [parameter("X-Api-Key", "header", schema={"type": "string"})], "/v1/things"),
    ],
)
def test_what_is_required_is_taken_from_the_document(
    path: str, parameters: list[Json], target: str, verify: Callable[..., Verified], tmp_path: Path
) -> None:
    content = document({path: {"get": operation("things#index", parameters)}})
    with CannedServer({target.removeprefix("/v1").partition("?")[0]: Canned({})}) as server:
        assert verify(server.base_url, written(tmp_path, content)).status == 0
        assert server.requests == [("GET", target)]


@pytest.mark.parametrize(
    ("path", "parameters", "reason"),
    [
        (
            "/t/{id}",
            [parameter("id", "path", schema={"type": "string"})],
            "needs the path parameter id, and the document has no example of it",
        ),
        (
            "/t/{id}",
            [parameter("id", "path", example="..")],
            "needs the path parameter id, and the document's value for it cannot be sent",
        ),
        ("/t/{id}", [], "the document does not describe the parameter in /t/{id}"),
        (
            "/t",
            [parameter("q", schema={"type": "string"})],
            "needs the query parameter q, and the document has no example of it",
        ),
        (
            "/t",
            [parameter("q", content={"application/json": {}})],
            "needs the query parameter q, which is written as a document",
        ),
        (
            "/t",
            [parameter("X-Account", "header", schema={})],
            "needs the header parameter X-Account, and the document has no example of it",
        ),
        ("/t", [parameter("session", "cookie", example="x")], "needs the cookie parameter session"),
    ],
)
def test_what_needs_something_unknown_is_not_tried(
    path: str, parameters: list[Json], reason: str, verify: Callable[..., Verified], tmp_path: Path
) -> None:
    content = document({path: {"get": operation("t#show", parameters)}})
    with CannedServer({}) as server:
        verified = verify(server.base_url, written(tmp_path, content))
        assert server.requests == []
    assert verified.status == 2
    assert verified.operation(f"GET {path}")["not_tried"] == [reason]
    assert f"NOT TRIED  GET {path} (t#show)\n  not tried: {reason}\n" in verified.text


def test_what_needs_a_request_body_is_not_tried(verify: Callable[..., Verified], tmp_path: Path) -> None:
    content = things()
    content["paths"]["/things"]["get"]["requestBody"] = {"required": True, "content": {"application/json": {}}}
    with CannedServer({"/things": Canned({"id": 1})}) as server:
        verified = verify(server.base_url, written(tmp_path, content))
        assert server.requests == []
    assert verified.operation()["not_tried"] == ["needs a request body"]


def test_an_example_of_an_id_need_not_exist(verify: Callable[..., Verified], tmp_path: Path) -> None:
    show = operation("things#show", [parameter("id", "path", example=7)])
    show["responses"]["404"] = {"description": "Not found"}
    verified = verified_against(verify, tmp_path, document({"/things/{id}": {"get": show}}), {})
    assert verified.status == 2
    reason = "404: the document's example of an id is not there for this key"
    assert verified.operation("GET /things/{id}")["not_tried"] == [reason]


def test_only_get_operations_are_called(verify: Callable[..., Verified], tmp_path: Path) -> None:
    both = {method: operation(f"things#{method}") for method in ("get", "post", "delete")}
    with CannedServer({"/things": Canned({})}) as server:
        verified = verify(server.base_url, written(tmp_path, document({"/things": both})))
        assert server.requests == [("GET", "/v1/things")]
    assert verified.content["not_called"] == ["POST /things", "DELETE /things"]
    assert "Never called, because not GET: POST /things, DELETE /things." in verified.text


def test_anything_but_get_is_refused_before_it_is_sent() -> None:
    with CannedServer({"/things": Canned({})}) as server:
        with BeyondWords(KEY, base_url=server.base_url) as client:
            reader = Reader(client.api.get_httpx_client())
            with pytest.raises(AssertionError, match="only GET is sent, not POST"):
                reader.get(Call("POST", "/things"))
        assert server.requests == []


# --- pages


def page(ids: range, offset: int = 0, limit: int | None = 2, total: int | None = 9) -> Page:
    headers = {"x-pagination-limit": limit, "x-pagination-offset": offset, "x-pagination-total-count": total}
    sent = {name: str(value) for name, value in headers.items() if value is not None}
    return Page([{"id": number} for number in ids], sent)


ALL = page(range(9), limit=25)


@pytest.mark.parametrize(
    ("pages", "differences", "fact"),
    [
        ((page(range(2)), page(range(2, 4), 2), ALL), [], "limit: respected, 2 rows for a limit of 2"),
        (
            (page(range(2)), page(range(2, 4), 2), ALL),
            [],
            "default limit: 9 rows without a limit, and x-pagination-limit says 25",
        ),
        (
            (page(range(2)), page(range(2, 4), 2), page(range(9), limit=None)),
            [],
            "default limit: at least 9, the whole list came without a limit",
        ),
        (
            (page(range(1)), page(range(2, 4), 2), ALL),
            [],
            "limit: clamped, 1 row for a limit of 2 although there are more",
        ),
        (
            (page(range(1), total=1), page(range(0), 2, total=1), page(range(1), total=1)),
            [],
            "limit: cannot be told, the list has 1 row",
        ),
        (
            (page(range(2), total=2), page(range(0), 2, total=2), page(range(2), total=2)),
            [],
            "offset: cannot be told, there is nothing at offset 2",
        ),
        (
            (page(range(9)), page(range(2, 9), 2), ALL),
            ["9 rows came, 2 were asked for", "7 rows came, 2 were asked for"],
            "limit: ignored or raised, 9 rows instead of 2",
        ),
        (
            (page(range(9)), page(range(2, 9), 2), ALL),
            ["9 rows came, 2 were asked for", "7 rows came, 2 were asked for"],
            "offset: moves, other rows at offset 2",
        ),
        ((page(range(2)), page(range(2), 2), ALL), ["the rows at offset 2 are those at offset 0"], "offset: ignored"),
        (
            (page(range(2)), page(range(0), 2), ALL),
            ["no rows at offset 2, below the total"],
            "offset: ends the list too early",
        ),
        (
            (page(range(2)), page(range(1, 3), 2), ALL),
            [],
            "offset: moves, but 1 row of the first page came again (no stable order, or rows were added)",
        ),
        ((page(range(2)), page(range(2, 4), 2), ALL), [], "total: 9 in every answer"),
        ((page(range(2)), page(range(2, 4), 2, total=8), ALL), [], "total: changed between the answers: 9, 8, 9"),
        ((page(range(2), total=None), page(range(2, 4), 2), ALL), [], "total: not told by every answer"),
        (
            (page(range(2), limit=50), page(range(2, 4), 2), ALL),
            ["says 50, 2 was asked for"],
            "limit: respected, 2 rows for a limit of 2",
        ),
        (
            (page(range(2)), page(range(2, 4), 0), ALL),
            ["says 0, 2 was asked for"],
            "offset: moves, other rows at offset 2",
        ),
    ],
)
def test_pages_tell_how_the_list_pages(pages: tuple[Page, Page, Page], differences: list[str], fact: str) -> None:
    findings = Findings()
    facts = compare_pages(*pages, findings)
    assert fact in facts
    assert [each.text for each in findings.differences] == differences
    assert {each.kind for each in findings.differences} <= {"paging"}


def test_a_list_that_ignores_the_offset_is_reported(verify: Callable[..., Verified], tmp_path: Path) -> None:
    paging = [
        {"name": f"pagination[{name}]", "in": "query", "schema": {"type": "integer"}} for name in ("limit", "offset")
    ]
    listed = operation("things#index", paging, {"type": "array", "items": {"type": "object"}})

    def answer(query: dict[str, str]) -> Canned:
        return Canned([{"id": number} for number in range(int(query.get("pagination[limit]", 5)))])

    verified = verified_against(verify, tmp_path, document({"/things": {"get": listed}}), {"/things": answer})
    assert verified.differences() == [
        ("paging", "pagination[offset]", "the rows at offset 2 are those at offset 0"),
    ]


# --- dates


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("2023-01-01 00:00:00 UTC", "YYYY-MM-DD hh:mm:ss UTC"),
        ("2022-01-25T07:40:27Z", "YYYY-MM-DDThh:mm:ssZ"),
        ("2025-07-02T13:19:39.054Z", "YYYY-MM-DDThh:mm:ss.fffZ"),
        ("2025-07-02T13:19:39+0200", "YYYY-MM-DDThh:mm:ss+hhmm"),
        ("2023-01-01", "YYYY-MM-DD"),
        ("31-12-2023", "99-99-9999"),
        ("Fri, 02 Jan 2026 07:28:00 GMT", "Day, 99 Mon 9999 hh:mm:ss GMT"),
        ("2017-02-01T10:05:03Z,", "YYYY-MM-DDThh:mm:ssZ,"),
        ("Anna, 2023-01-01", None),
        ("1234-5678", None),
        ("", None),
    ],
)
def test_a_form_of_a_date_tells_no_digit_and_no_word(text: str, form: str | None) -> None:
    assert form_of(text) == form


# --- the command


def test_without_a_key_it_says_so_and_what_to_do(run_tool: Run) -> None:
    result = run_tool("live", environment={"BEYONDWORDS_API_KEY": ""})
    assert result.returncode == 2
    assert result.stdout == ""
    assert re.fullmatch(
        r"error: the API key \(BEYONDWORDS_API_KEY\) is empty: set BEYONDWORDS_API_KEY .*\n", result.stderr
    )


def test_the_command_reads_the_published_document(run_tool: Run) -> None:
    with Sandbox(items=30, api_key=KEY) as sandbox:
        result = run_tool(
            "live",
            environment={"BEYONDWORDS_API_KEY": KEY, "BEYONDWORDS_BASE_URL": sandbox.base_url, "FORMAT": ""},
        )
        said = f"verify-live: reading from {sandbox.base_url} with your API key, GET requests only"
    assert result.returncode == 0, result
    assert f"AGREES  {LIST} (background_tracks#index)\n" in result.stdout
    assert result.stderr.startswith(said)
    assert KEY not in result.stdout + result.stderr


def test_it_says_what_it_will_do_before_it_starts(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    said_before: list[str] = []
    get = Reader.get

    def listening(self: Reader, call: Call) -> Any:
        said_before.append(capsys.readouterr().err)
        return get(self, call)

    with Sandbox(api_key=KEY) as sandbox:
        monkeypatch.setattr(Reader, "get", listening)
        monkeypatch.setenv("BEYONDWORDS_API_KEY", KEY)
        monkeypatch.setenv("BEYONDWORDS_BASE_URL", sandbox.base_url)
        verify_live.main([])
        assert "GET requests only; nothing is written" in said_before[0]
        assert sandbox.base_url in said_before[0]


@pytest.mark.parametrize(
    ("arguments", "environment", "message"),
    [
        (["--spec", "/no/such/file.yaml"], {}, "No such file"),
        ([], {"FORMAT": "xml"}, "FORMAT is text or json, not 'xml'"),
        ([], {"BEYONDWORDS_BASE_URL": "http://example.com"}, "BEYONDWORDS_BASE_URL must be https"),
    ],
)
def test_bad_input_is_one_line(
    arguments: list[str],
    environment: dict[str, str],
    message: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    for name, value in {"BEYONDWORDS_API_KEY": KEY, **environment}.items():
        monkeypatch.setenv(name, value)
    assert verify_live.main(arguments) == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    assert message in printed.err
    assert len(printed.err.splitlines()) == 1


def test_no_other_habit_runs_it() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    assert re.findall(r"^([a-z-]+):.*\n(?:\t.*\n)*?\t.*tools\.live", makefile, re.MULTILINE) == ["verify-live"]
    assert not re.search(
        r"^[^#\n]+:[^#\n]*verify-live", makefile.partition(".PHONY")[2].partition("\n\n")[2], re.MULTILINE
    )
    assert "verify" not in (ROOT / ".ci" / "run").read_text(encoding="utf-8")
