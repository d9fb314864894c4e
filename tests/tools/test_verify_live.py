"""`make verify-live`, tried on servers of this machine that differ from the document in planted ways."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
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
    told: str
    """On stderr."""
    content: Json
    requests: list[str] = field(default_factory=list)
    """Targets below `/v1`."""

    def __getitem__(self, path: str) -> Json:
        return next(each for each in self.content["operations"] if each["operation"] == f"GET {path}")

    def said(self, path: str) -> list[str]:
        """The lines on the operation, without what was sent."""
        lines = self.text.partition(f"  GET {path} (")[2].partition("\n\n")[0].splitlines()[1:]
        return [line.strip(" -") for line in lines if "  sent: " not in line]


Verify = Callable[..., Verified]


@pytest.fixture(scope="module")
def verify(run_tool: Run, tmp_path_factory: pytest.TempPathFactory) -> Verify:
    """`verify(document, {path: response} or base_url)` runs it in both formats; no secret is in what it prints."""

    def run(document: Json, server: Mapping[str, Any] | str, **environment: str) -> Verified:
        if not isinstance(server, str):
            with server_of(server) as running:
                verified = run(document, running.base_url, **environment)
                assert {request.method for request in running.requests} <= {"GET"}
            # The second run asked the same once more.
            half = running.requests[: len(running.requests) // 2]
            verified.requests = [each.target.removeprefix("/v1") for each in half]
            return verified
        environment |= {"BEYONDWORDS_API_KEY": KEY, "BEYONDWORDS_BASE_URL": server}
        file = written(tmp_path_factory.mktemp("verify"), document)
        with pytest.MonkeyPatch.context() as patched:
            patched.setattr("beyondwords._sync.runtime.sleep", lambda seconds: None)
            as_json, text = (
                run_tool("live", "--spec", file, environment=environment | {"FORMAT": form}) for form in ("json", "")
            )
        printed = "".join(f"{each.stdout}{each.stderr}" for each in (as_json, text)).lower()
        assert not [secret for secret in SECRETS if secret.lower() in printed]
        return Verified(text.returncode, text.stdout, text.stderr, json.loads(as_json.stdout))

    return run


# --- against the sandbox, with the published document

LIST = "/background_tracks"


def test_a_server_of_the_same_document_is_as_declared(verify: Verify) -> None:
    published = spec.load(PUBLISHED)
    with Sandbox(items=30, spec=published, api_key=KEY) as sandbox:
        verified = verify(published, base_url := sandbox.base_url)
        sent = [dict(each.query) for each in sandbox.requests if each.method == "GET"]
    assert verified.status == 0
    reading = f"reading from {base_url} with your API key, GET requests only; nothing is written"
    assert verified.told == f"verify-live: {reading}.\n"
    assert sent[:3] == [{"pagination[limit]": "2"}, {"pagination[limit]": "2", "pagination[offset]": "2"}, {}]
    facts = [
        "dates as 9999-99-99 99:99:99 UTC: $[].created, $[].updated",
        "declared fields that never came: $[].media, $[].project",
        "declared optional headers that did not come: X-BeyondWords-Filter",
        "rows without a limit: 25",
    ]
    assert verified[LIST]["facts"] == facts
    assert f"AS DECLARED  GET {LIST} (background_tracks#index)\n  fact: {facts[0]}\n" in verified.text
    assert "  not tried: the optional parameters filter[scopes], filter[name], filter[custom]\n" in verified.text
    assert verified.text.endswith("\n\n0 differs, 1 as declared, 0 not tried.\n")


# --- responses of each kind beside what is declared for them, in one document and one run

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
NOT_LISTED = 'value $.state: breaks the declared enum "on", "off", seen '
NO_TIME = 'value $.time: breaks the declared format "date-time", seen string'
PAGING = [{"name": f"pagination[{name}]", "in": "query", "schema": NUMBER} for name in ("limit", "offset")]


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


ANYTHING = ok({"description": "Anything"})
NOT_FOUND = ANYTHING | {"404": {"description": "Not found"}}
LIMIT, OFFSET = "paging pagination[limit]: ", "paging pagination[offset]: "
AGAIN = "fact: rows that came again on the next page (no stable order, or rows were added): 1"
ODD = Canned(b"no gzip", headers={"Content-Encoding": "gzip"})
UNREADABLE = "the 200 response is not as declared: Error -3 while decompressing data: incorrect header check"
MANY = [{"id": "x"}, {"id": 1}] * 5
LABEL = {"anna@example.com": {"color": 1}}
# Responses to what declares a thing: the body, or all of it, and what is said of it.
OF_A_THING: dict[str, tuple[Any, ...]] = {
    "/whole": (WHOLE,),
    "/field_missing": ({"name": "Anna Smith"}, "missing field $: id is declared as required"),
    "/new_word": ({"id": 1, "state": "on_hold"}, f'{NOT_LISTED}"on_hold"'),
    "/no_word": ({"id": 1, "state": "Anna Smith"}, f"{NOT_LISTED}string"),
    "/other_time": ({"id": 1, "time": "2023-01-01 00:00:00 UTC"}, f"{NO_TIME} (9999-99-99 99:99:99 UTC)"),
    "/no_time": ({"id": 1, "time": "Anna Smith"}, NO_TIME),
    "/no_time_but_a_word": ({"id": 1, "time": "soon"}, NO_TIME),
    "/too_large": ({"id": 1, "size": 11}, "value $.size: breaks the declared maximum 10, seen integer"),
    "/map_field": ({"id": 1, "labels": {"anna@example.com": {"x": 1}}}, "undeclared field $.labels{}.x: integer"),
    "/map_type": ({"id": 1, "labels": LABEL}, "type $.labels.(no plain name).color: declared string, seen integer"),
    "/object": (
        {"id": 1, "owner": {"name": "Anna Smith", "token": "a1b2c3d4e5"}},
        "undeclared field $.owner: object {name: string, token: string}",
    ),
    "/name": ({"id": 1, "anna@example.com": "Anna Smith"}, "undeclared field $.(no plain name): string"),
    "/branch_field": ({"id": 1, "part": {"url": "x", "k": [1]}}, "undeclared field $.part.k: array of integer"),
    "/no_branch": ({"id": 1, "part": {}}, "value $.part: breaks the declared oneOf, seen object, empty"),
    "/null": ({"id": None}, "type $.id: declared integer, seen null"),
    "/optional_null": (
        {"id": 1, "state": None, "room": None},
        "fact: optional fields that were null, which is not declared: $.state",
    ),
    "/list": ([], "type $: declared object, seen array, empty"),
    "/key": (KEY, "type $: declared object, seen string"),
    "/key_as_name": ({"id": 1, KEY: 1}, "undeclared field $.[API key]: integer"),
    "/html": (Canned(b"<html>", kind="text/html"), HTML, "body: not JSON"),
    "/empty": (Canned(b"", kind=None), "content type: declared application/json, seen none", "body: empty"),
    "/json_as_html": (Canned({"id": 1}, kind="text/html"), HTML),
    "/202": (Canned({"id": 1}, 202), "status: 202, which is not declared"),
    "/404": (Canned({}, 404), "status: 404, which is not declared"),
    "/later_401": (Canned({}, 401), "status: 401, which is not declared", "not tried: 401: the API refused the key"),
    "/redirect": (Canned({}, 302, {"Location": "/elsewhere"}), "status: 302, which is not declared"),
}
# Lists, and what is said of them.
LISTINGS: dict[str, tuple[Any, ...]] = {
    "/right": (listing(9), "fact: rows without a limit: 9"),
    "/short": (listing(2), "not tried: offset: there is nothing at 2"),
    "/repeats": (listing(9, step=1), AGAIN),
    "/large": (listing(9, first=9), *(f"{LIMIT}{rows} rows came, 2 were asked for" for rows in (9, 7))),
    "/stuck": (listing(9, stuck=True), f"{OFFSET}the rows at offset 2 are those at offset 0"),
    "/ends": (listing(9, end=2), f"{OFFSET}no rows at offset 2, below the total"),
    "/odd": (listing(9, told="50"), "paging x-pagination-limit: says 50, 2 was asked for (2 times)"),
}
# What is declared, what came, and what is said of it.
CASES: dict[str, tuple[Any, ...]] = {
    **{path: (A_THING, *rest) for path, rest in OF_A_THING.items()},
    **{path: (ROWS, *rest) for path, rest in LISTINGS.items()},
    **{
        f"/{status}": (A_THING, Canned({}, status), f"not tried: the server answered {status}")
        for status in (408, 429, 500)
    },
    "/refusal": (
        ok(MESSAGE, "4XX"),
        Canned({"message": 1, "kind": "Anna Smith"}, 403),
        "undeclared field 403 $.kind: string",
        "type 403 $.message: declared string, seen integer",
        "not tried: 403: this key may not do that",
    ),
    "/declared_404": (ok(thing(), "404"), Canned({}, 404), "status: 404 for a request that the document allows"),
    "/nothing": ({"204": {"description": "Nothing"}}, Canned(None, 204, kind=None)),
    "/too_much": ({"200": {"description": "Nothing"}}, {}, "body: 200 is declared without a body, and one came"),
    "/headers": (
        {"200": {"description": "Nothing", "headers": HEADERS}},
        Canned(b"", kind=None, headers=SENT),
        "header value X-Count: not of the declared integer",
        "missing header X-Needed: not sent; required",
        "missing header X-Pagination-Limit: not sent; optional in the document, but paging needs it",
        "fact: declared optional headers that did not come: X-Extra",
        "fact: undeclared headers: ratelimit-limit, x-plan",
    ),
    "/of_two": (ok(thing("id", "name")), {"id": 1}, "missing field $: name is declared as required"),
    "/some_rows": (ROWS, [{"id": 1}, {"name": "a"}], "fact: declared fields that never came: $[].x"),
    "/many_rows": (ROWS, MANY, "type $[].id: declared integer, seen string (5 times)"),
    # What needs something that no list gives.
    "/a/{id}": (ANYTHING, None, "not tried: no id: GET /a gave no list"),
    "/nothing_there": (ANYTHING, []),
    "/nothing_there/{id}": (ANYTHING, None, "not tried: no id: GET /nothing_there gave no rows"),
    "/nameless": (ANYTHING, [{"id": ""}]),
    "/nameless/{id}": (ANYTHING, None, "not tried: no id: GET /nameless gave no row with one"),
    "/500/{id}": (ANYTHING, None, "not tried: no id: GET /500 gave no list"),
    "/with_a_query": (ANYTHING, None, "not tried: needs the query parameter q"),
    "/with_a_body": (ANYTHING, None, "not tried: needs a request body"),
    # Ids that are not found.
    "/many_rows/{id}": (
        NOT_FOUND,
        None,
        "status: 404 for a request that the document allows, with ids that lists had just given",
    ),
    # An id is a value.
    "/many_rows/{id}/odd": (ANYTHING, None, f"not tried: GET /many_rows/{{id}}/odd: {UNREADABLE}"),
    "/projects": (ANYTHING, [{"id": 1}]),
    "/projects/{id}/content": (ANYTHING, None),
    "/projects/{id}/player/by_content_id/{id}": (
        NOT_FOUND,
        None,
        "not tried: 404: the player has nothing before there is audio",
    ),
}


def reads(responses: Mapping[str, Json], version: str = "3.0.1") -> Json:
    """A document with a GET of each path; ids in it are parameters."""
    paths: Json = {}
    for path, declared in responses.items():
        names = re.findall(r"\{(\w+)\}", path)
        parameters = [{"name": name, "in": "path", "required": True, "schema": TEXT} for name in names]
        paths[path] = {"get": operation(f"things#{len(paths)}", parameters) | {"responses": declared}}
    return document(paths, {"thing": THING, "label": thing(color=TEXT)}, version)


@pytest.fixture(scope="module")
def verified(verify: Verify) -> Verified:
    content = reads({path: declared for path, (declared, *_) in CASES.items()})
    for path in LISTINGS:
        content["paths"][path]["get"]["parameters"] = PAGING
    content["paths"]["/with_a_query"]["get"]["parameters"] = [{"name": "q", "in": "query", "required": True}]
    content["paths"]["/with_a_body"]["get"]["requestBody"] = {"required": True}
    content["paths"]["/whole"] |= {method: operation(f"things#{method}") for method in ("post", "delete")}
    responses = {path: came for path, (_, came, *_) in CASES.items() if came is not None}
    return verify(content, responses | {"/projects/1/content": [{"id": 1}], "/many_rows/x/odd": ODD})


@pytest.mark.parametrize("path", CASES)
def test_a_response_beside_what_is_declared(path: str, verified: Verified) -> None:
    expected, said = CASES[path][2:], verified.said(path)
    assert [line for line in said if "fact: " not in line] == [line for line in expected if "fact: " not in line]
    assert {*expected} <= {*said}


def test_only_get_operations_are_called(verified: Verified) -> None:
    assert verified.content["not_called"] == ["POST /whole", "DELETE /whole"]
    assert "\n\nNever called, because not GET: 2.\n" in verified.text


def test_openapi_3_1_is_understood(verify: Verify) -> None:
    schema = thing(name={"type": ["string", "null"]}, id=NUMBER)
    verified = verify(reads({"/things": ok(schema)}, "3.1.0"), {"/things": {"name": None, "id": "x"}})
    difference = {"kind": "type", "where": "$.id", "text": "declared integer, seen string", "count": 1}
    assert verified["/things"]["differences"] == [difference]


# --- what is called, and what is not

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


def test_without_a_connection_or_with_a_refused_key_it_asks_once(verify: Verify) -> None:
    content = reads({"/first": ANYTHING | {"401": {"description": "Refused"}}, "/second": ANYTHING})
    refused = verify(content, {"/first": Canned({}, 401)})
    assert refused.requests == ["/first"]
    assert refused["/first"]["not_tried"] == ["401: the API refused the key"]
    assert refused["/second"]["not_tried"] == ["not asked, because the key was refused"]
    with refusing() as base_url:
        unreachable = verify(content, base_url)
    assert "cannot connect" in unreachable["/first"]["not_tried"][0]
    assert unreachable["/second"]["not_tried"] == ["not asked, because no connection came about"]
    assert refused.status == unreachable.status == 2


# --- the command


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
