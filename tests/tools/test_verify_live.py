"""`make verify-live`, tried on servers of this machine that differ from the document in planted ways."""

from __future__ import annotations

import copy
import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from beyondwords.testing import Sandbox
from tests.fake_server import refusing
from tests.tools.canned_server import Answering, Canned, canned_server
from tests.tools.conftest import PUBLISHED, ROOT, Run
from tests.tools.documents import Json, document, operation, written
from tools import spec
from tools.live import verify as verify_live

KEY = "write_Kq83hZk2xS"
SECRETS = ("Anna Smith", "anna@example.com", "a1b2c3d4e5")
"""Values that the planted responses hold, and that no report may show."""

Difference = tuple[str, str, str]


@dataclass
class Verified:
    """What one run came to."""

    status: int
    text: str
    content: Json
    requests: list[str]
    """Targets below `/v1`."""

    def operation(self, name: str = "GET /things") -> Json:
        return next(each for each in self.content["operations"] if each["operation"] == name)

    def differences(self, name: str = "GET /things") -> list[Difference]:
        found = [(each["kind"], each["where"], each["text"]) for each in self.operation(name)["differences"]]
        return sorted(found)


@pytest.fixture
def run_on(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Callable[..., Verified]:
    """`run_on(base_url, file)` runs the tool in both formats and searches all it prints for secrets."""
    monkeypatch.setattr("beyondwords._sync.runtime.sleep", lambda seconds: None)
    monkeypatch.setenv("BEYONDWORDS_API_KEY", KEY)

    def run(base_url: str, file: Path) -> Verified:
        monkeypatch.setenv("BEYONDWORDS_BASE_URL", base_url)
        printed = []
        for form in ("json", "text"):
            monkeypatch.setenv("FORMAT", form)
            status = verify_live.main(["--spec", str(file)])
            out, err = capsys.readouterr()
            assert not [secret for secret in (KEY, *SECRETS) if secret.lower() in f"{out}{err}".lower()]
            printed.append(out)
        return Verified(status, printed[-1], json.loads(printed[0]), [])

    return run


@pytest.fixture
def verify(run_on: Callable[..., Verified], tmp_path: Path) -> Callable[..., Verified]:
    """`verify(document, {path: response})`."""

    def run(content: Json, answers: dict[str, Answering]) -> Verified:
        with canned_server(answers) as server:
            verified = run_on(server.base_url, written(tmp_path, content))
            assert {request.method for request in server.requests} <= {"GET"}
            # The second run asked the same once more.
            half = len(server.requests) // 2
            verified.requests = [each.target.removeprefix("/v1") for each in server.requests[:half]]
        return verified

    return run


# --- against the sandbox, with the published document

LIST = "GET /background_tracks"


def sandbox_of(plant: Callable[[Json], None]) -> Sandbox:
    """A server of the published document with something planted."""
    served = copy.deepcopy(spec.load(PUBLISHED))
    plant(served)
    return Sandbox(items=30, spec=served, api_key=KEY)


def test_a_server_of_the_same_document_is_as_declared(run_on: Callable[..., Verified]) -> None:
    with sandbox_of(lambda served: None) as sandbox:
        verified = run_on(sandbox.base_url, PUBLISHED)
        sent = [dict(each.query) for each in sandbox.requests if each.method == "GET"]
    assert verified.status == 0
    assert sent[:3] == [{"pagination[limit]": "2"}, {"pagination[limit]": "2", "pagination[offset]": "2"}, {}]
    assert f"AS DECLARED  {LIST} (background_tracks#index)\n" in verified.text
    assert "0 differs, 1 as declared, 0 not tried." in verified.text
    facts = [
        "dates as 9999-99-99 99:99:99 UTC: $[].created, $[].updated",
        "declared fields that never came: $[].media, $[].project",
        "declared optional headers that did not come: X-BeyondWords-Filter",
        "rows without a limit: 25",
    ]
    assert verified.operation(LIST)["facts"] == facts
    assert "".join(f"  fact: {fact}\n" for fact in facts) in verified.text
    assert "  not tried: the optional parameters filter[scopes], filter[name], filter[custom]\n" in verified.text


def fields_more(served: Json) -> None:
    owner = {"name": "Anna Smith", "token": "a1b2c3d4e5"}
    for row in served["components"]["examples"]["backgroundTracksExample"]["value"]:
        row.update(owner=owner, mood="Anna Smith")


def a_parameter_less(served: Json) -> None:
    get = served["paths"]["/background_tracks"]["get"]
    get["parameters"] = [each for each in get["parameters"] if each["name"] != "pagination[offset]"]


NEEDED = "not sent; optional in the document, but paging needs it"


@pytest.mark.parametrize(
    ("plant", "expected"),
    [
        (
            fields_more,
            [
                ("undeclared field", "$[].mood", "string"),
                ("undeclared field", "$[].owner", "object {name: string, token: string}"),
            ],
        ),
        (
            a_parameter_less,
            [
                *(("missing header", f"X-Pagination-{name}", NEEDED) for name in ("Limit", "OffSet", "Total-Count")),
                ("status", "", "400, which is not declared"),
            ],
        ),
    ],
)
def test_a_planted_difference_is_reported(
    plant: Callable[[Json], None], expected: list[Difference], run_on: Callable[..., Verified]
) -> None:
    with sandbox_of(plant) as sandbox:
        verified = run_on(sandbox.base_url, PUBLISHED)
    assert verified.status == 1
    assert verified.differences(LIST) == expected
    assert f"DIFFERS  {LIST}" in verified.text
    for kind, where, text in expected:
        assert f"  - {kind}{f' {where}' if where else ''}: {text}" in verified.text


# --- one response against a small document

THING: Json = {
    "type": "object",
    "required": ["id", "secret"],
    "properties": {
        "id": {"type": "integer"},
        "secret": {"type": "string", "writeOnly": True},
        "state": {"type": "string", "enum": ["on", "off"]},
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
WHOLE: Json = {
    "id": 1,
    "name": "Anna Smith",
    "state": "on",
    "time": "2023-01-01T00:00:00.5+01:00",
    "size": 10,
    "labels": {"anna@example.com": {"color": "red"}},
    "anything": {"anna@example.com": 1},
    "part": {"url": "https://example.com"},
}


def things(schema: Json = NAMED, **responses: Json) -> Json:
    """A document with one operation that answers with one thing."""
    show = operation("things#show", schema=schema)
    show["responses"] = {name.removeprefix("s"): node for name, node in responses.items()} or show["responses"]
    return document({"/things": {"get": show}}, {"thing": THING, "label": LABEL})


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (WHOLE, None),
        ({"name": "Anna Smith"}, ("missing field", "$", "id is declared as required")),
        ({"id": 1, "state": "on_hold"}, ("value", "$.state", 'not one of the declared "on", "off": "on_hold"')),
        ({"id": 1, "state": "Anna Smith"}, ("value", "$.state", 'not one of the declared "on", "off": string')),
        (
            {"id": 1, "time": "2023-01-01 00:00:00 UTC"},
            ("value", "$.time", "not of the declared format date-time, seen string (9999-99-99 99:99:99 UTC)"),
        ),
        ({"id": 1, "time": "Anna Smith"}, ("value", "$.time", "not of the declared format date-time, seen string")),
        ({"id": 1, "size": 11}, ("value", "$.size", "breaks the declared maximum 10")),
        ({"id": 1, "labels": {"anna@example.com": {"x": 1}}}, ("undeclared field", "$.labels{}.x", "integer")),
        (
            {"id": 1, "labels": {"anna@example.com": {"color": 1}}},
            ("type", "$.labels.(no plain name).color", "declared string, seen integer"),
        ),
        ({"id": 1, "anna@example.com": "Anna Smith"}, ("undeclared field", "$.(no plain name)", "string")),
        ({"id": 1, "part": {"url": "x", "kind": [1]}}, ("undeclared field", "$.part.kind", "array of integer")),
        ({"id": 1, "part": {}}, ("value", "$.part", "fits none of the 2 declared alternatives")),
        ([], ("type", "$", "declared object, seen array, empty")),
        (KEY, ("type", "$", "declared object, seen string")),
        ({"id": 1, KEY: 1}, ("undeclared field", "$.[API key]", "integer")),
    ],
)
def test_a_body(body: Any, expected: Difference | None, verify: Callable[..., Verified]) -> None:
    verified = verify(things(), {"/things": Canned(body)})
    assert verified.differences() == ([expected] if expected else [])
    assert verified.status == (1 if expected else 0)


def test_a_difference_of_many_rows_is_told_once_with_their_number(verify: Callable[..., Verified]) -> None:
    rows = [{"id": "x"}, {"id": 1}, {"id": None}] * 5
    verified = verify(things({"type": "array", "items": THING}), {"/things": Canned(rows)})
    assert {each["text"]: each["count"] for each in verified.operation()["differences"]} == {
        "declared integer, seen string": 5,
        "declared integer, seen null": 5,
    }
    assert "type $[].id: declared integer, seen null (5 times)" in verified.text


HTML = ("content type", "", "declared application/json, seen text/html")


@pytest.mark.parametrize(
    ("response", "expected"),
    [
        (Canned(b"<html>", kind="text/html"), [("body", "", "not JSON"), HTML]),
        (Canned(b"", kind=None), [("body", "", "empty"), ("content type", "", "declared application/json, seen none")]),
        (Canned({"id": 1}, kind="text/html"), [HTML]),
        (Canned({"id": 1}, 202), [("status", "", "202, which is not declared")]),
        (Canned({}, 404), [("status", "", "404, which is not declared")]),
        (Canned({}, 302, {"Location": "/elsewhere"}), [("status", "", "302, which is not declared")]),
    ],
)
def test_a_response_that_differs(response: Canned, expected: list[Difference], verify: Callable[..., Verified]) -> None:
    verified = verify(things(), {"/things": response})
    assert verified.differences() == expected
    assert verified.status == 1


def test_headers_are_compared(verify: Callable[..., Verified]) -> None:
    headers = {
        "X-Count": {"schema": {"type": "integer"}},
        "X-Ratio": {"schema": {"type": "number"}},
        "X-Flag": {"schema": {"type": "boolean"}},
        "X-Needed": {"required": True, "schema": {"type": "string"}},
        "X-Extra": {"schema": {"type": "string"}},
    }
    sent = {"x-count": "Anna Smith", "X-RATIO": "0.5", "X-Flag": "true", "X-Plan": "a1b2c3d4e5", "RateLimit-Limit": "9"}
    content = things(s200={"description": "OK", "headers": headers})
    verified = verify(content, {"/things": Canned(b"", kind=None, headers=sent)})
    assert verified.differences() == [
        ("header value", "X-Count", "not of the declared integer"),
        ("missing header", "X-Needed", "declared as required, not sent"),
    ]
    assert verified.operation()["facts"] == [
        "declared optional headers that did not come: X-Extra",
        "undeclared headers: ratelimit-limit, x-plan",
    ]


ERROR = {"type": "object", "properties": {"message": {"type": "string"}}}
REFUSED = {"description": "Error", "content": {"application/json": {"schema": ERROR}}}


@pytest.mark.parametrize(
    ("responses", "response", "expected"),
    [
        (
            {"s4XX": REFUSED},
            Canned({"message": 1, "kind": "Anna Smith"}, 403),
            [
                ("type", "403 $.message", "declared string, seen integer"),
                ("undeclared field", "403 $.kind", "string"),
            ],
        ),
        ({"s404": REFUSED}, Canned({}, 404), [("status", "", "404 for a request that the document allows")]),
        ({"s204": {"description": "Nothing"}}, Canned(None, 204, kind=None), []),
        (
            {"s200": {"description": "Nothing"}},
            Canned({"id": 1}),
            [("body", "", "200 is declared without a body, and one came")],
        ),
    ],
)
def test_what_is_declared_for_a_status(
    responses: dict[str, Json], response: Canned, expected: list[Difference], verify: Callable[..., Verified]
) -> None:
    assert verify(things(**responses), {"/things": response}).differences() == expected


def test_openapi_3_1_is_understood(verify: Callable[..., Verified]) -> None:
    schema = {"type": "object", "properties": {"name": {"type": ["string", "null"]}, "id": {"type": "integer"}}}
    content = document({"/things": {"get": operation("things#show", schema=schema)}}, version="3.1.0")
    verified = verify(content, {"/things": Canned({"name": None, "id": "x"})})
    assert verified.differences() == [("type", "$.id", "declared integer, seen string")]


def test_a_null_in_an_optional_field_is_a_fact(verify: Callable[..., Verified]) -> None:
    schema = copy.deepcopy(THING)
    schema["properties"]["size"]["nullable"] = True
    body = {"id": None, "state": None, "size": None, "part": {"url": "x"}}
    verified = verify(things(schema), {"/things": Canned(body)})
    assert verified.differences() == [("type", "$.id", "declared integer, seen null")]
    assert "optional fields that were null, which is not declared: $.state" in verified.operation()["facts"]


def test_a_field_that_came_in_one_row_is_not_told_as_missing(verify: Callable[..., Verified]) -> None:
    schema = {"type": "object", "properties": {"id": {"type": "integer"}, "name": {"type": "string"}, "x": {}}}
    verified = verify(things({"type": "array", "items": schema}), {"/things": Canned([{"id": 1}, {"name": "a"}])})
    assert verified.operation()["facts"] == ["declared fields that never came: $[].x"]


# --- what is called, and what is not


def path_parameters(path: str) -> list[Json]:
    return [
        {"name": name, "in": "path", "required": True, "schema": {"type": "string"}}
        for name in re.findall(r"\{(\w+)\}", path)
    ]


def reads(*paths: str) -> Json:
    """A document with a GET of each path."""
    return document(
        {path: {"get": operation(path, path_parameters(path), {"description": "Anything"})} for path in paths}
    )


CONTENT = [
    {"id": 1, "status": "queued", "source_id": "a1b2c3d4e5"},
    {"id": "a/b", "status": "processed", "source_id": "cms 7", "source_url": "https://x.test/?a=1"},
]


@pytest.mark.parametrize(
    ("path", "lists", "target"),
    [
        ("/things/{id}", {"/things": [{"id": 7}, {"id": 8}]}, "/things/7"),
        ("/templates/{slug}", {"/templates": [{"id": 7, "slug": "short"}]}, "/templates/short"),
        ("/things/{thing_id}/parts", {"/things": [{"id": ".."}, {"id": "a1"}]}, "/things/a1/parts"),
        ("/projects/{project_id}/content/{id}", {"/projects/{project_id}/content": CONTENT}, "/content/a%2Fb"),
        (
            "/projects/{project_id}/player/by_source_id/{id}",
            {"/projects/{project_id}/content": CONTENT},
            "/player/by_source_id/cms%207",
        ),
        (
            "/projects/{project_id}/player/by_source_url/{url}",
            {"/projects/{project_id}/content": CONTENT},
            "/player/by_source_url/https%3A%2F%2Fx.test%2F%3Fa%3D1",
        ),
        (
            "/projects/{project_id}/player/by_playlist_id/{id}",
            {"/projects/{project_id}/playlists": [{"id": 3}]},
            "/player/by_playlist_id/3",
        ),
    ],
)
@pytest.mark.parametrize("project_id", ["5", None])
def test_ids_are_taken_from_the_lists(
    path: str,
    lists: dict[str, list[Json]],
    target: str,
    project_id: str | None,
    verify: Callable[..., Verified],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    if project_id:
        monkeypatch.setenv("BEYONDWORDS_PROJECT_ID", project_id)
    project = f"/projects/{project_id or 9}"
    answers = {each.replace("/projects/{project_id}", project): Canned(rows) for each, rows in lists.items()}
    target = f"{project}{target}" if "project_id" in path else target
    verified = verify(reads(path, "/projects", *lists), answers | {"/projects": Canned([{"id": 9}]), target: Canned()})
    assert target in verified.requests
    assert verified.operation(f"GET {path}")["result"] == "as declared"
    # An id is a value.
    assert verified.operation(f"GET {path}")["requests"] == [f"GET {path}: 200"]


@pytest.mark.parametrize(
    ("content", "answers", "reason"),
    [
        (reads("/a/{id}"), {}, "no id: GET /a gave no list"),
        (reads("/a", "/a/{id}"), {"/a": Canned([])}, "no id: GET /a gave no rows"),
        (reads("/a", "/a/{id}"), {"/a": Canned([{"id": ""}])}, "no id: GET /a gave no row with one"),
        (reads("/a", "/a/{id}"), {"/a": Canned({}, 500)}, "no id: GET /a gave no list"),
        (
            document({"/a": {"get": operation("a", [{"name": "q", "in": "query", "required": True}])}}),
            {},
            "needs the query parameter q",
        ),
        (document({"/a": {"get": operation("a") | {"requestBody": {"required": True}}}}), {}, "needs a request body"),
    ],
)
def test_what_needs_something_unknown_is_not_tried(
    content: Json, answers: dict[str, Answering], reason: str, verify: Callable[..., Verified]
) -> None:
    verified = verify(content, answers)
    last = verified.content["operations"][-1]
    assert (last["result"], last["not_tried"], last["requests"]) == ("not tried", [reason], [])
    assert f"  not tried: {reason}\n" in verified.text


@pytest.mark.parametrize(
    ("path", "differences", "not_tried"),
    [
        ("/things/{id}", ["404 for a request that the document allows, with ids that lists had just given"], []),
        ("/projects/{id}/player/by_content_id/{id}", [], ["404: the player has nothing before there is audio"]),
    ],
)
def test_an_id_that_is_not_found(
    path: str, differences: list[str], not_tried: list[str], verify: Callable[..., Verified]
) -> None:
    content = reads("/things", "/projects", "/projects/{id}/content", path)
    content["paths"][path]["get"]["responses"]["404"] = {"description": "Not found"}
    rows = Canned([{"id": 1}])
    verified = verify(content, {"/things": rows, "/projects": rows, "/projects/1/content": rows})
    assert [text for _, _, text in verified.differences(f"GET {path}")] == differences
    assert verified.operation(f"GET {path}")["not_tried"] == not_tried


@pytest.mark.parametrize("status", [429, 500, 503])
def test_a_server_in_trouble_says_nothing_of_the_document(status: int, verify: Callable[..., Verified]) -> None:
    verified = verify(things(), {"/things": Canned({}, status)})
    assert verified.status == 2
    assert verified.operation()["not_tried"] == [f"the server answered {status}"]


def test_only_get_operations_are_called(verify: Callable[..., Verified]) -> None:
    every = {method: operation(f"things#{method}") for method in ("get", "post", "delete")}
    verified = verify(document({"/things": every}), {"/things": Canned({})})
    assert verified.requests == ["/things"]
    assert verified.content["not_called"] == ["POST /things", "DELETE /things"]
    assert "Never called, because not GET: 2." in verified.text


def test_without_a_connection_or_with_a_refused_key_it_asks_once(
    verify: Callable[..., Verified], run_on: Callable[..., Verified], tmp_path: Path
) -> None:
    content = reads("/first", "/second")
    content["paths"]["/first"]["get"]["responses"]["401"] = {"description": "Refused"}
    refused = verify(content, {"/first": Canned({}, 401)})
    assert refused.requests == ["/first"]
    assert refused.operation("GET /first")["not_tried"] == ["401: the API refused the key"]
    assert refused.operation("GET /second")["not_tried"] == ["not asked, because the key was refused"]
    with refusing() as base_url:
        unreachable = run_on(base_url, written(tmp_path, content))
    assert "cannot connect" in unreachable.operation("GET /first")["not_tried"][0]
    assert unreachable.operation("GET /second")["not_tried"] == ["not asked, because no connection came about"]
    assert refused.status == unreachable.status == 2


def test_one_refusal_after_a_response_does_not_end_the_run(verify: Callable[..., Verified]) -> None:
    answers = {"/first": Canned({}), "/second": Canned({}, 401), "/third": Canned({})}
    verified = verify(reads(*answers), answers)
    assert [each["result"] for each in verified.content["operations"]] == ["as declared", "differs", "as declared"]
    assert verified.differences("GET /second") == [("status", "", "401, which is not declared")]


# --- pages


def listing(
    total: int, first: int | None = None, stuck: bool = False, step: int = 0, end: int | None = None, told: str = ""
) -> Answering:
    """A list of so many rows: with its own page size, one that ignores the offset, repeats rows, or ends early."""

    def answer(query: dict[str, str]) -> Canned:
        limit, offset = int(query.get("pagination[limit]", 25)), int(query.get("pagination[offset]", 0))
        start = 0 if stuck else max(0, offset - step)
        rows = [{"id": number} for number in range(total)[:end][start : start + (first or limit)]]
        names = {"X-Pagination-Limit": told or limit, "X-Pagination-Offset": offset, "X-Pagination-Total-Count": total}
        return Canned(rows, headers={name: str(value) for name, value in names.items()})

    return answer


@pytest.mark.parametrize(
    ("response", "differences", "told"),
    [
        (listing(9), [], "fact: rows without a limit: 9"),
        (listing(2), [], "not tried: offset: there is nothing at 2"),
        (listing(9, first=9), ["7 rows came, 2 were asked for", "9 rows came, 2 were asked for"], ""),
        (listing(9, stuck=True), ["the rows at offset 2 are those at offset 0"], ""),
        (listing(9, end=2), ["no rows at offset 2, below the total"], ""),
        (
            listing(9, step=1),
            [],
            "fact: rows that came again on the next page (no stable order, or rows were added): 1",
        ),
        (listing(9, told="50"), ["says 50, 2 was asked for"], ""),
    ],
)
def test_how_a_list_pages(
    response: Answering, differences: list[str], told: str, verify: Callable[..., Verified]
) -> None:
    paging = [
        {"name": f"pagination[{name}]", "in": "query", "schema": {"type": "integer"}} for name in ("limit", "offset")
    ]
    listed = operation("things#index", paging, {"type": "array", "items": {"type": "object"}})
    verified = verify(document({"/things": {"get": listed}}), {"/things": response})
    assert [(kind, text) for kind, _, text in verified.differences()] == [("paging", text) for text in differences]
    assert told in verified.text


# --- the command


def test_the_command_says_what_it_will_do_and_reads_the_whole_document(run_tool: Run) -> None:
    with Sandbox(items=30, api_key=KEY) as sandbox:
        environment = {"BEYONDWORDS_API_KEY": KEY, "BEYONDWORDS_BASE_URL": sandbox.base_url, "FORMAT": ""}
        result = run_tool("live", environment=environment)
        assert {each.method for each in sandbox.requests} == {"GET"}
        said = f"verify-live: reading from {sandbox.base_url} with your API key, GET requests only"
    assert f"AS DECLARED  {LIST} (background_tracks#index)\n" in result.stdout
    assert result.stderr == f"{said}; nothing is written.\n"
    assert KEY not in result.stdout


@pytest.mark.parametrize(
    ("arguments", "environment", "message"),
    [
        (["--spec", "/no/such/file.yaml"], {}, "No such file"),
        ([], {"FORMAT": "xml"}, "FORMAT is text or json, not 'xml'"),
        ([], {"BEYONDWORDS_BASE_URL": "http://example.com"}, "BEYONDWORDS_BASE_URL must be https"),
        ([], {"BEYONDWORDS_API_KEY": ""}, "set BEYONDWORDS_API_KEY"),
    ],
)
def test_bad_input_is_one_line(arguments: list[str], environment: dict[str, str], message: str, run_tool: Run) -> None:
    result = run_tool("live", *arguments, environment={"BEYONDWORDS_API_KEY": KEY, **environment})
    assert (result.returncode, result.stdout) == (2, "")
    assert message in result.stderr
    assert len(result.stderr.splitlines()) == 1


def test_no_other_habit_runs_it() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    assert re.findall(r"^([a-z-]+):.*\n(?:\t.*\n)*?\t.*tools\.live", makefile, re.MULTILINE) == ["verify-live"]
    assert not re.search(r"^[a-z-]+:[^#\n]*verify-live", makefile, re.MULTILINE)
    assert "verify" not in (ROOT / ".ci" / "run").read_text(encoding="utf-8")
