"""`make verify-live`, tried on servers of this machine that differ from the document in planted ways."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import pytest

from beyondwords.testing import Sandbox
from tests.fake_server import FakeServer, Peer, refusing, response_bytes
from tests.tools.conftest import PUBLISHED, ROOT, Run
from tests.tools.documents import Json, document, operation, written
from tools import spec

KEY = "write_Kq83hZk2xS"
SECRETS = ("Anna Smith", "anna@example.com", "a1b2c3d4e5", KEY)
"""Values that the planted responses hold, and that no report may show."""


@dataclass
class Canned:
    """One response."""

    body: Any = None
    """Bytes are sent as they are, everything else as JSON."""
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)
    kind: str | None = "application/json"
    """The Content-Type; None sends none."""


def server_of(responses: Mapping[str, Any]) -> FakeServer:
    """Responds below `/v1` by path, with a response, a body, or what makes one of them of the query; 404 elsewhere."""

    def reply(peer: Peer) -> None:
        url = urlsplit(peer.request.target)
        found = responses.get(url.path.removeprefix("/v1"), Canned({"code": 404, "message": "Not Found"}, 404))
        found = found(dict(parse_qsl(url.query))) if callable(found) else found
        canned = found if isinstance(found, Canned) else Canned(found)
        headers: dict[str, Any] = {**({} if canned.kind is None else {"Content-Type": canned.kind}), **canned.headers}
        body = canned.body if isinstance(canned.body, bytes) else json.dumps(canned.body).encode()
        peer.send(response_bytes(canned.status, b"" if canned.status == 204 else body, **headers))

    return FakeServer(reply)


@dataclass
class Verified:
    """What one run came to."""

    status: int
    text: str
    content: Json
    requests: list[str] = field(default_factory=list)
    """Targets below `/v1`."""

    def __getitem__(self, path: str) -> Json:
        return next(each for each in self.content["operations"] if each["operation"] == f"GET {path}")

    def differences(self, path: str) -> list[str]:
        found = self[path]["differences"]
        return sorted(f"{each['kind']} {each['where']}".strip() + f": {each['text']}" for each in found)


Verify = Callable[..., Verified]


@pytest.fixture(scope="module")
def verify_at(run_tool: Run) -> Verify:
    """`verify_at(base_url, file)` runs the tool in both formats and searches all it prints for secrets."""

    def run(base_url: str, file: Path, **environment: str) -> Verified:
        environment |= {"BEYONDWORDS_API_KEY": KEY, "BEYONDWORDS_BASE_URL": base_url}
        with pytest.MonkeyPatch.context() as patched:
            patched.setattr("beyondwords._sync.runtime.sleep", lambda seconds: None)
            done = [
                run_tool("live", "--spec", file, environment=environment | {"FORMAT": form}) for form in ("json", "")
            ]
        printed = "".join(f"{each.stdout}{each.stderr}" for each in done).lower()
        assert not [secret for secret in SECRETS if secret.lower() in printed]
        return Verified(done[1].returncode, done[1].stdout, json.loads(done[0].stdout))

    return run


@pytest.fixture(scope="module")
def verify(verify_at: Verify, tmp_path_factory: pytest.TempPathFactory) -> Verify:
    """`verify(document, {path: response})`."""

    def run(content: Json, responses: Mapping[str, Any], **environment: str) -> Verified:
        with server_of(responses) as server:
            verified = verify_at(server.base_url, written(tmp_path_factory.mktemp("verify"), content), **environment)
            assert {request.method for request in server.requests} <= {"GET"}
            # The second run asked the same once more.
            half = len(server.requests) // 2
            verified.requests = [each.target.removeprefix("/v1") for each in server.requests[:half]]
        return verified

    return run


# --- against the sandbox, with the published document

LIST = "/background_tracks"


def test_a_server_of_the_same_document_is_as_declared(verify_at: Verify) -> None:
    with Sandbox(items=30, spec=spec.load(PUBLISHED), api_key=KEY) as sandbox:
        verified = verify_at(sandbox.base_url, PUBLISHED)
        sent = [dict(each.query) for each in sandbox.requests if each.method == "GET"]
    assert verified.status == 0
    assert sent[:3] == [{"pagination[limit]": "2"}, {"pagination[limit]": "2", "pagination[offset]": "2"}, {}]
    assert f"AS DECLARED  GET {LIST} (background_tracks#index)\n" in verified.text
    assert "0 differs, 1 as declared, 0 not tried." in verified.text
    facts = [
        "dates as 9999-99-99 99:99:99 UTC: $[].created, $[].updated",
        "declared fields that never came: $[].media, $[].project",
        "declared optional headers that did not come: X-BeyondWords-Filter",
        "rows without a limit: 25",
    ]
    assert verified[LIST]["facts"] == facts
    assert "".join(f"  fact: {fact}\n" for fact in facts) in verified.text
    assert "  not tried: the optional parameters filter[scopes], filter[name], filter[custom]\n" in verified.text


# --- responses of each kind beside what is declared for them: one document, one run

NUMBER, TEXT = {"type": "integer"}, {"type": "string"}


def thing(*required: str, **properties: Json) -> Json:
    return {"type": "object", "properties": properties, "required": list(required)}


def ok(schema: Json, status: str = "200") -> Json:
    """Declares a response."""
    return {status: {"description": "Said", "content": {"application/json": {"schema": schema}}}}


THING = thing(
    *("id", "secret"),
    id=NUMBER,
    secret=TEXT | {"writeOnly": True},
    state=TEXT | {"enum": ["on", "off"]},
    time=TEXT | {"format": "date-time"},
    size=NUMBER | {"maximum": 10},
    room=NUMBER | {"nullable": True},
    labels={"type": "object", "additionalProperties": {"$ref": "#/components/schemas/label"}},
    anything={"type": "object"},
    part={"oneOf": [thing("text", text=TEXT), thing("url", url=TEXT)]},
)
WHOLE: Json = {
    "id": 1,
    "name": "Anna Smith",
    "state": "on",
    "time": "2023-01-01T00:00:00.5+01:00",
    "size": 10,
    "room": None,
    "labels": {"anna@example.com": {"color": "red"}},
    "anything": {"anna@example.com": 1},
    "part": {"url": "x"},
}
A_THING = ok({"allOf": [{"$ref": "#/components/schemas/thing"}, {"properties": {"name": TEXT}}]})
ROWS = ok({"type": "array", "items": thing(id=NUMBER, name=TEXT, x={})})
MESSAGE = thing(message=TEXT)
HEADERS = {
    "X-Count": {"schema": NUMBER},
    "X-Ratio": {"schema": {"type": "number"}},
    "X-Flag": {"schema": {"type": "boolean"}},
    "X-Needed": {"required": True, "schema": TEXT},
    "X-Extra": {"schema": TEXT},
    "X-Pagination-Limit": {"schema": NUMBER},
}
SENT = {"x-count": "Anna Smith", "X-RATIO": "0.5", "X-Flag": "true", "X-Plan": "a1b2c3d4e5", "RateLimit-Limit": "9"}
HTML = "content type: declared application/json, seen text/html"
NOT_LISTED = 'value $.state: not one of the declared "on", "off": '
NO_TIME = "value $.time: not of the declared format date-time, seen string"
# Responses to what declares a thing: the body, or all of it, and how it differs.
OF_A_THING: dict[str, tuple[Any, ...]] = {
    "whole": (WHOLE,),
    "field missing": ({"name": "Anna Smith"}, "missing field $: id is declared as required"),
    "new word": ({"id": 1, "state": "on_hold"}, f'{NOT_LISTED}"on_hold"'),
    "no word": ({"id": 1, "state": "Anna Smith"}, f"{NOT_LISTED}string"),
    "other time": ({"id": 1, "time": "2023-01-01 00:00:00 UTC"}, f"{NO_TIME} (9999-99-99 99:99:99 UTC)"),
    "no time": ({"id": 1, "time": "Anna Smith"}, NO_TIME),
    "too large": ({"id": 1, "size": 11}, "value $.size: breaks the declared maximum 10"),
    "map field": ({"id": 1, "labels": {"anna@example.com": {"x": 1}}}, "undeclared field $.labels{}.x: integer"),
    "map type": (
        {"id": 1, "labels": {"anna@example.com": {"color": 1}}},
        "type $.labels.(no plain name).color: declared string, seen integer",
    ),
    "object": (
        {"id": 1, "owner": {"name": "Anna Smith", "token": "a1b2c3d4e5"}},
        "undeclared field $.owner: object {name: string, token: string}",
    ),
    "name": ({"id": 1, "anna@example.com": "Anna Smith"}, "undeclared field $.(no plain name): string"),
    "branch field": ({"id": 1, "part": {"url": "x", "k": [1]}}, "undeclared field $.part.k: array of integer"),
    "no branch": ({"id": 1, "part": {}}, "value $.part: fits none of the 2 declared alternatives"),
    "null": ({"id": None}, "type $.id: declared integer, seen null"),
    "optional null": ({"id": 1, "state": None, "room": None},),
    "list": ([], "type $: declared object, seen array, empty"),
    "key": (KEY, "type $: declared object, seen string"),
    "key as name": ({"id": 1, KEY: 1}, "undeclared field $.[API key]: integer"),
    "html": (Canned(b"<html>", kind="text/html"), "body: not JSON", HTML),
    "empty": (Canned(b"", kind=None), "body: empty", "content type: declared application/json, seen none"),
    "json as html": (Canned({"id": 1}, kind="text/html"), HTML),
    "202": (Canned({"id": 1}, 202), "status: 202, which is not declared"),
    "404": (Canned({}, 404), "status: 404, which is not declared"),
    "later 401": (Canned({}, 401), "status: 401, which is not declared"),
    "redirect": (Canned({}, 302, {"Location": "/elsewhere"}), "status: 302, which is not declared"),
}
# What is declared, what came, and how it differs.
CASES: dict[str, tuple[Any, ...]] = {name: (A_THING, *rest) for name, rest in OF_A_THING.items()} | {
    "refusal": (
        ok(MESSAGE, "4XX"),
        Canned({"message": 1, "kind": "Anna Smith"}, 403),
        "type 403 $.message: declared string, seen integer",
        "undeclared field 403 $.kind: string",
    ),
    "declared 404": (ok(MESSAGE, "404"), Canned({}, 404), "status: 404 for a request that the document allows"),
    "nothing": ({"204": {"description": "Nothing"}}, Canned(None, 204, kind=None)),
    "too much": ({"200": {"description": "Nothing"}}, {}, "body: 200 is declared without a body, and one came"),
    "headers": (
        {"200": {"description": "Nothing", "headers": HEADERS}},
        Canned(b"", kind=None, headers=SENT),
        "header value X-Count: not of the declared integer",
        "missing header X-Needed: declared as required, not sent",
        "missing header X-Pagination-Limit: not sent; optional in the document, but paging needs it",
    ),
    "of two": (ok(thing("id", "name")), {"id": 1}, "missing field $: name is declared as required"),
    "some rows": (ROWS, [{"id": 1}, {"name": "a"}]),
    "many rows": (ROWS, [{"id": "x"}, {"id": 1}] * 5, "type $[].id: declared integer, seen string"),
}


def path_of(name: str) -> str:
    return f"/{name.replace(' ', '_')}"


def reads(responses: Mapping[str, Json], version: str = "3.0.1") -> Json:
    """A document with a GET of each path; ids in it are parameters."""
    paths: Json = {}
    for path, declared in responses.items():
        names = re.findall(r"\{(\w+)\}", path)
        parameters = [{"name": name, "in": "path", "required": True, "schema": TEXT} for name in names]
        paths[path] = {"get": operation(f"things#{len(paths)}", parameters) | {"responses": declared}}
    return document(paths, {"thing": THING, "label": thing(color=TEXT)}, version)


@pytest.fixture(scope="module")
def responses(verify: Verify) -> Verified:
    content = reads({path_of(name): declared for name, (declared, *_) in CASES.items()})
    return verify(content, {path_of(name): response for name, (_, response, *_) in CASES.items()})


@pytest.mark.parametrize("name", CASES)
def test_a_response_beside_what_is_declared(name: str, responses: Verified) -> None:
    assert responses.differences(path_of(name)) == list(CASES[name][2:])


def test_what_says_nothing_against_the_document_is_a_fact(responses: Verified) -> None:
    headers = ["declared optional headers that did not come: X-Extra", "undeclared headers: ratelimit-limit, x-plan"]
    assert responses["/headers"]["facts"] == headers
    assert responses["/some_rows"]["facts"] == ["declared fields that never came: $[].x"]
    null = "optional fields that were null, which is not declared: $.state"
    assert null in responses["/optional_null"]["facts"]


def test_a_difference_of_many_rows_is_told_once_with_their_number(responses: Verified) -> None:
    assert [each["count"] for each in responses["/many_rows"]["differences"]] == [5]
    line = "  - type $[].id: declared integer, seen string (5 times)"
    assert f"\nDIFFERS  GET /many_rows (things#{len(CASES) - 1})\n{line}\n" in responses.text


def test_openapi_3_1_is_understood(verify: Verify) -> None:
    schema = thing(name={"type": ["string", "null"]}, id=NUMBER)
    verified = verify(reads({"/things": ok(schema)}, "3.1.0"), {"/things": {"name": None, "id": "x"}})
    assert verified.differences("/things") == ["type $.id: declared integer, seen string"]


# --- what is called, and what is not

ANYTHING = ok({"description": "Anything"})
CONTENT = [
    {"id": 1, "status": "queued", "source_id": "a1b2c3d4e5"},
    {"id": "a/b", "status": "processed", "source_id": "cms 7", "source_url": "https://x.test/?a=1"},
]
# `PROJECT` stands for the project that is read.
LISTS = {
    "/projects": [{"id": 9}],
    "/things": [{"id": ".."}, {"id": 7}, {"id": 8}],
    "/templates": [{"id": 7, "slug": "short"}],
    "PROJECT/content": CONTENT,
    "PROJECT/playlists": [{"id": 3}],
}
TARGETS = {
    "/things/{id}": "/things/7",
    "/things/{thing_id}/parts": "/things/7/parts",
    "/templates/{slug}": "/templates/short",
    "PROJECT/content/{id}": "PROJECT/content/a%2Fb",
    "PROJECT/player/by_source_id/{id}": "PROJECT/player/by_source_id/cms%207",
    "PROJECT/player/by_source_url/{url}": "PROJECT/player/by_source_url/https%3A%2F%2Fx.test%2F%3Fa%3D1",
    "PROJECT/player/by_playlist_id/{id}": "PROJECT/player/by_playlist_id/3",
}


@pytest.mark.parametrize("project_id", ["5", ""])
def test_ids_are_taken_from_the_lists(project_id: str, verify: Verify) -> None:
    def of_project(path: str) -> str:
        return path.replace("PROJECT", f"/projects/{project_id or 9}")

    paths = [path.replace("PROJECT", "/projects/{project_id}") for path in (*TARGETS, *LISTS)]
    responses = {of_project(path): rows for path, rows in LISTS.items()}
    responses |= {of_project(target): {} for target in TARGETS.values()}
    verified = verify(reads(dict.fromkeys(paths, ANYTHING)), responses, BEYONDWORDS_PROJECT_ID=project_id)
    assert [target for target in map(of_project, TARGETS.values()) if target not in verified.requests] == []
    assert {each["result"] for each in verified.content["operations"]} == {"as declared"}
    # An id is a value.
    assert [verified[path]["requests"] for path in paths] == [[f"GET {path}: 200"] for path in paths]


def test_what_needs_something_unknown_is_not_tried(verify: Verify) -> None:
    reasons = {
        "/a/{id}": "no id: GET /a gave no list",
        "/b/{id}": "no id: GET /b gave no rows",
        "/c/{id}": "no id: GET /c gave no row with one",
        "/d/{id}": "no id: GET /d gave no list",
        "/e": "needs the query parameter q",
        "/f": "needs a request body",
    }
    content = reads(dict.fromkeys(("/b", "/c", "/d", *reasons), ANYTHING))
    content["paths"]["/e"]["get"]["parameters"] = [{"name": "q", "in": "query", "required": True}]
    content["paths"]["/f"]["get"]["requestBody"] = {"required": True}
    verified = verify(content, {"/b": [], "/c": [{"id": ""}], "/d": Canned({}, 500)})
    for path, reason in reasons.items():
        found = verified[path]
        assert (found["result"], found["not_tried"], found["requests"]) == ("not tried", [reason], []), path
        assert f"  not tried: {reason}\n" in verified.text
    assert verified["/d"]["not_tried"] == ["the server answered 500"]


def test_an_id_that_is_not_found_differs_but_where_there_is_no_audio(verify: Verify) -> None:
    item, player = "/things/{id}", "/projects/{id}/player/by_content_id/{id}"
    content = reads(dict.fromkeys(("/things", "/projects", "/projects/{id}/content", item, player), ANYTHING))
    for path in (item, player):
        content["paths"][path]["get"]["responses"] = ANYTHING | {"404": {"description": "Not found"}}
    verified = verify(content, {path: [{"id": 1}] for path in ("/things", "/projects", "/projects/1/content")})
    said = "404 for a request that the document allows, with ids that lists had just given"
    assert (verified.differences(item), verified[item]["not_tried"]) == ([f"status: {said}"], [])
    assert verified.differences(player) == []
    assert verified[player]["not_tried"] == ["404: the player has nothing before there is audio"]


def test_a_server_in_trouble_says_nothing_of_the_document(verify: Verify) -> None:
    statuses = {f"/{status}": Canned({}, status) for status in (408, 429, 500, 503)}
    verified = verify(reads(dict.fromkeys(statuses, ANYTHING)), statuses)
    assert verified.status == 2
    told = {path: verified[path]["not_tried"] for path in statuses}
    assert told == {path: [f"the server answered {path[1:]}"] for path in statuses}


def test_only_get_operations_are_called(verify: Verify) -> None:
    every = {method: operation(f"things#{method}") for method in ("get", "post", "delete")}
    verified = verify(document({"/things": every}), {"/things": {}})
    assert (verified.status, verified.requests) == (0, ["/things"])
    assert verified.content["not_called"] == ["POST /things", "DELETE /things"]
    assert "Never called, because not GET: 2." in verified.text


def test_without_a_connection_or_with_a_refused_key_it_asks_once(
    verify: Verify, verify_at: Verify, tmp_path: Path
) -> None:
    content = reads({"/first": ANYTHING | {"401": {"description": "Refused"}}, "/second": ANYTHING})
    refused = verify(content, {"/first": Canned({}, 401)})
    assert refused.requests == ["/first"]
    assert refused["/first"]["not_tried"] == ["401: the API refused the key"]
    assert refused["/second"]["not_tried"] == ["not asked, because the key was refused"]
    with refusing() as base_url:
        unreachable = verify_at(base_url, written(tmp_path, content))
    assert "cannot connect" in unreachable["/first"]["not_tried"][0]
    assert unreachable["/second"]["not_tried"] == ["not asked, because no connection came about"]
    assert refused.status == unreachable.status == 2


# --- pages


def listing(
    total: int, first: int | None = None, stuck: bool = False, step: int = 0, end: int | None = None, told: str = ""
) -> Callable[[dict[str, str]], Canned]:
    """A list of so many rows: with its own page size, one that ignores the offset, repeats rows, or ends early."""

    def respond(query: dict[str, str]) -> Canned:
        limit, offset = int(query.get("pagination[limit]", 25)), int(query.get("pagination[offset]", 0))
        start = 0 if stuck else max(0, offset - step)
        rows = [{"id": number} for number in range(total)[:end][start : start + (first or limit)]]
        names = {"X-Pagination-Limit": told or limit, "X-Pagination-Offset": offset, "X-Pagination-Total-Count": total}
        return Canned(rows, headers={name: str(value) for name, value in names.items()})

    return respond


AGAIN = "rows that came again on the next page (no stable order, or rows were added): 1"
LIMIT, OFFSET = "paging pagination[limit]: ", "paging pagination[offset]: "
# A list, how it differs, and what else is told of it.
LISTINGS: dict[str, tuple[Any, ...]] = {
    "/right": (listing(9), [], "rows without a limit: 9"),
    "/short": (listing(2), [], "offset: there is nothing at 2"),
    "/repeats": (listing(9, step=1), [], AGAIN),
    "/large": (listing(9, first=9), [f"{LIMIT}{rows} rows came, 2 were asked for" for rows in (7, 9)]),
    "/stuck": (listing(9, stuck=True), [f"{OFFSET}the rows at offset 2 are those at offset 0"]),
    "/ends": (listing(9, end=2), [f"{OFFSET}no rows at offset 2, below the total"]),
    "/odd": (listing(9, told="50"), ["paging x-pagination-limit: says 50, 2 was asked for"]),
}


def test_how_a_list_pages(verify: Verify) -> None:
    content = reads(dict.fromkeys(LISTINGS, ROWS))
    paging = [{"name": f"pagination[{name}]", "in": "query", "schema": NUMBER} for name in ("limit", "offset")]
    for item in content["paths"].values():
        item["get"]["parameters"] = paging
    verified = verify(content, {path: list_ for path, (list_, *_) in LISTINGS.items()})
    for path, (_, differences, *told) in LISTINGS.items():
        assert (path, verified.differences(path)) == (path, differences)
        assert {*told} <= {*verified[path]["facts"], *verified[path]["not_tried"]}, path


# --- the command


def test_the_command_says_what_it_will_do_and_reads_the_whole_document(run_tool: Run) -> None:
    with Sandbox(items=30, api_key=KEY) as sandbox:
        environment = {"BEYONDWORDS_API_KEY": KEY, "BEYONDWORDS_BASE_URL": sandbox.base_url, "FORMAT": ""}
        result = run_tool("live", environment=environment)
        assert {each.method for each in sandbox.requests} == {"GET"}
        said = f"verify-live: reading from {sandbox.base_url} with your API key, GET requests only"
    assert f"AS DECLARED  GET {LIST} (background_tracks#index)\n" in result.stdout
    assert result.stderr == f"{said}; nothing is written.\n"
    assert KEY not in result.stdout


@pytest.mark.parametrize(
    ("arguments", "environment", "message"),
    [
        (["--spec", "/no/such/file.yaml"], {}, "No such file"),
        ([], {"FORMAT": "xml"}, "FORMAT is text or json, not 'xml'"),
        (["--spec", PUBLISHED], {"BEYONDWORDS_BASE_URL": "http://example.com"}, "BEYONDWORDS_BASE_URL must be https"),
        (["--spec", PUBLISHED], {"BEYONDWORDS_API_KEY": ""}, "set BEYONDWORDS_API_KEY"),
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
