"""Every operation's generated function: what it sends, judged by the spec, and what it makes of the answers."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any
from urllib.parse import parse_qsl, unquote

import httpx
import pytest
from werkzeug.formparser import MultiPartParser
from werkzeug.http import parse_options_header

from tests.contract.agreement import differences, encoded, same
from tests.contract.cases import check
from tests.contract.edge_cases import NoValue
from tests.contract.exchanges import (
    Body,
    Canned,
    all_values,
    as_bytes,
    bodies,
    canned_responses,
    first_success,
    full_body,
    keyword_arguments,
    kind_of,
    parameter_edge_cases,
    required_body,
    required_values,
)
from tests.contract.generated import argument_name, endpoint, endpoints, of_operation
from tests.contract.schemas import errors, plain
from tests.contract.subject import OPERATIONS
from tests.contract.wire import (
    BASE_URL,
    DETAILED,
    SHORT,
    call,
    expected_query,
    judge_request,
    judge_response,
    query_of,
    text,
    undeclared,
)
from tools.spec import Json, Operation

RESERVED = "a&b=c+d#e%f g[h]/i?j;k:l@m,n%41"
UNICODE = "ünïcode ✓ 日本 😀"
TEXTS = [RESERVED, UNICODE, " ", "+", "%", "null", "true"]

by_operation = pytest.mark.parametrize("operation", OPERATIONS, ids=str)


def _send(
    operation: Operation, values: list[tuple[Json, Any]], body: Body | None = None, function: str = "sync_detailed"
) -> httpx.Request:
    arguments = keyword_arguments(operation, values, body)
    try:
        response = first_success(operation).response()
    except NoValue:
        # What is sent is judged all the same.
        response = httpx.Response(418, json={})
    request, _ = call(endpoint(operation), arguments, response, function)
    return request


def _functions(operation: Operation) -> list[str]:
    """Those of its module; without a typed response there is nothing that the short ones could give."""
    if hasattr(endpoint(operation).module, "sync"):
        return [*DETAILED, *SHORT]
    assert all(each.kind == "nothing" for each in canned_responses(operation))
    return [*DETAILED]


def _query(values: list[tuple[Json, Any]]) -> list[tuple[str, str]]:
    return sorted(
        pair for parameter, value in values if parameter["in"] == "query" for pair in expected_query(parameter, value)
    )


def _assert_as_declared(
    operation: Operation, request: httpx.Request, values: list[tuple[Json, Any]], body: Body | None
) -> None:
    assert undeclared(operation, request) == []
    assert sorted(query_of(request)) == _query(values)
    assert request.method == operation.method
    assert _raw_path(request) == _expected_path(operation, values)
    for parameter, value in values:
        if parameter["in"] == "header":
            assert request.headers[parameter["name"]] == text(value)
        if parameter["in"] == "cookie":
            assert f"{parameter['name']}={text(value)}" in request.headers["cookie"].split("; ")
    if body is None:
        assert request.content == b""
    else:
        _assert_body(operation, request, body)


def _raw_path(request: httpx.Request) -> list[str]:
    path = request.url.raw_path.decode("ascii").partition("?")[0]
    base = httpx.URL(BASE_URL).raw_path.decode("ascii").rstrip("/")
    assert path.startswith(base)
    # Split before decoding: an encoded slash belongs to a value.
    return [unquote(segment) for segment in path.removeprefix(base).split("/")]


def _expected_path(operation: Operation, values: list[tuple[Json, Any]]) -> list[str]:
    in_path = {f"{{{each['name']}}}": text(value) for each, value in values if each["in"] == "path"}
    segments = []
    # What is escaped in the document stays so on the wire.
    for segment in map(unquote, operation.path.split("/")):
        for placeholder, value in in_path.items():
            segment = segment.replace(placeholder, value)
        segments.append(segment)
    return segments


def _assert_body(operation: Operation, request: httpx.Request, body: Body) -> None:
    assert request.headers["content-type"].partition(";")[0] == body.media_type.partition(";")[0]
    if kind_of(body.media_type) == "json":
        sent = json.loads(request.content)
        assert same(sent, body.value), f"{body.value} was sent as {sent}"
    elif body.media_type == "application/x-www-form-urlencoded":
        encodings = (operation.request_body or {})["content"][body.media_type].get("encoding") or {}
        fields = [(key, _in_form(value, encodings.get(key) or {})) for key, value in body.value.items()]
        pairs = [(key, _moment(text(each))) for key, value in fields for each in _listed(value)]
        arrived = parse_qsl(request.content.decode(), keep_blank_values=True)
        assert sorted((key, _moment(each)) for key, each in arrived) == sorted(pairs)
    elif body.media_type == "multipart/form-data":
        wanted = [(key, as_bytes(each)) for key, value in body.value.items() for each in _listed(value)]
        assert _moments(_parts(request)) == _moments(wanted)
    else:
        assert request.content == str(body.value).encode()


def _in_form(value: Any, encoding: Json) -> Any:
    """A list as one text, where the document says so."""
    style = encoding.get("style", "form")
    if not isinstance(value, list) or encoding.get("explode", style == "form"):
        return value
    return {"spaceDelimited": " ", "pipeDelimited": "|"}.get(style, ",").join(map(text, value))


def _moment(value: str) -> str:
    """A time is the same in every way to write it."""
    try:
        return datetime.fromisoformat(value).astimezone(UTC).isoformat() if "T" in value else value
    except ValueError:
        return value


def _moments(parts: list[tuple[str, bytes]]) -> list[tuple[str, bytes]]:
    return sorted(
        (name, _moment(value.decode(errors="surrogateescape")).encode(errors="surrogateescape"))
        for name, value in parts
    )


def _parts(request: httpx.Request) -> list[tuple[str, bytes]]:
    """The parts of a multipart body, read as a server reads them; an object in one way to write it."""
    content_type, options = parse_options_header(request.headers["content-type"])
    assert content_type == "multipart/form-data"
    parser = MultiPartParser()
    fields, files = parser.parse(io.BytesIO(request.content), options["boundary"].encode(), len(request.content))
    texts = [(name, value.encode()) for name, value in fields.items(multi=True)]
    contents = [(name, file.stream.read()) for name, file in files.items(multi=True)]
    return sorted((name, _json_in_order(value)) for name, value in texts + contents)


def _json_in_order(content: bytes) -> bytes:
    return json.dumps(json.loads(content), sort_keys=True).encode() if content.startswith(b"{") else content


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


# --- one function for each operation


@by_operation
def test_operation_has_exactly_one_generated_function(operation: Operation) -> None:
    found = of_operation(operation)
    assert len(found) == 1, [each.key for each in found]
    for name in ("sync_detailed", "asyncio_detailed"):
        assert callable(getattr(found[0].module, name))


def test_no_function_is_generated_for_what_the_spec_does_not_have() -> None:
    wanted = {each.key for operation in OPERATIONS for each in of_operation(operation)}
    assert {each.key for each in endpoints()} == wanted


@by_operation
def test_every_parameter_has_an_argument_and_every_argument_a_parameter(operation: Operation) -> None:
    named = [argument_name(operation, parameter) for parameter in operation.parameters]
    body = ["body"] if operation.request_body is not None else []
    assert sorted([*named, *body]) == sorted(endpoint(operation).annotations)


# --- what is sent


@by_operation
def test_requests_with_the_least_and_with_all(operation: Operation) -> None:
    def judge(filled: tuple[list[tuple[Json, Any]], Body | None]) -> None:
        request = _send(operation, *filled)
        # openapi-core takes an empty file for a body that is missing.
        if filled[1] is None or request.content:
            judge_request(request)
        for function in _functions(operation):
            _assert_as_declared(operation, _send(operation, *filled, function), *filled)

    least = required_values(operation), required_body(operation)
    check([("required arguments", least), ("all arguments", (all_values(operation), full_body(operation)))], judge)


@by_operation
def test_requests_with_one_argument(operation: Operation) -> None:
    body = required_body(operation)

    def judge(case: tuple[Json, Any]) -> None:
        parameter, value = case
        values = [*(each for each in required_values(operation) if each[0] is not parameter), (parameter, value)]
        _assert_as_declared(operation, _send(operation, values, body), values, body)

    check(_argument_cases(operation), judge)


def _argument_cases(operation: Operation) -> Iterator[tuple[str, tuple[Json, Any]]]:
    for parameter in operation.parameters:
        values = [edge_case.value for edge_case in parameter_edge_cases(parameter)]
        if plain(parameter.get("schema")).get("type") == "integer":
            values += [0, -1, 2**31, -(2**63), 10**18]
        if parameter.get("style") == "deepObject" and not plain(parameter["schema"]).get("properties"):
            values += [{"k": "v", "other key": "a&b=c+d [e]"}, {"": ["a", "b", "ü &="]}, {"k": True}]
        if parameter["in"] in ("query", "path") and plain(parameter.get("schema")).get("type") == "string":
            values += [*TEXTS, "", ".."] if parameter["in"] == "query" else TEXTS
        for value in values:
            if not errors(parameter.get("schema", {}), value):
                yield f"{parameter['name']}={value!r}", (parameter, value)


@by_operation
def test_a_path_that_would_lead_elsewhere_is_refused(operation: Operation) -> None:
    def judge(case: tuple[Json, str]) -> None:
        arguments = keyword_arguments(operation, required_values(operation), required_body(operation))
        arguments[argument_name(operation, case[0])] = case[1]
        with pytest.raises(ValueError, match="must not be"):
            endpoint(operation).module._get_kwargs(**arguments)

    in_path = [each for each in operation.parameters if each["in"] == "path"]
    check(((f"{each['name']}={value!r}", (each, value)) for each in in_path for value in ("", ".", "..")), judge)


@by_operation
def test_request_bodies(operation: Operation) -> None:
    values = required_values(operation)

    def judge(body: Body) -> None:
        _assert_as_declared(operation, _send(operation, values, body), values, body)
        if kind_of(body.media_type) == "json":
            given = keyword_arguments(operation, values, body)["body"]
            assert differences(body.schema, body.value, given) == []

    # A body of null cannot be told from no body.
    check(((body.name, body) for body in bodies(operation) if body.value is not None), judge)


# --- what comes back


def _receive(
    operation: Operation, response: httpx.Response, function: str = "sync_detailed"
) -> tuple[httpx.Request, Any]:
    values, body = required_values(operation), required_body(operation)
    return call(endpoint(operation), keyword_arguments(operation, values, body), response, function)


@by_operation
def test_documented_responses_are_decoded(operation: Operation) -> None:
    def judge(canned: Canned) -> None:
        request, returned = _receive(operation, canned.response())
        # The client is judged by this response, so that is judged too.
        judge_response(request, canned.response())
        _assert_decoded(canned, returned)

    check(((canned.name, canned) for canned in canned_responses(operation)), judge)


def _assert_decoded(canned: Canned, returned: Any) -> None:
    assert returned.status_code == canned.status
    assert returned.content == canned.content()
    for name, value in canned.headers.items():
        assert returned.headers[name] == value
    if canned.kind == "nothing":
        assert returned.parsed is None
    elif canned.kind == "json":
        assert differences(canned.schema, canned.value, returned.parsed) == []
        assert same(encoded(returned.parsed), canned.value)
    else:
        assert encoded(returned.parsed) in (canned.value, canned.content())


def _statuses(operation: Operation) -> list[int]:
    declared = operation.responses
    return [
        status for status in (202, 418, 503) if not {str(status), f"{status // 100}XX", "default"} & declared.keys()
    ]


@by_operation
def test_undocumented_statuses_are_not_decoded(operation: Operation) -> None:
    def judge(status: int) -> None:
        _, returned = _receive(operation, httpx.Response(status, json={"message": "?"}))
        assert returned.status_code == status
        assert returned.parsed is None

    check(((str(status), status) for status in _statuses(operation)), judge)


@by_operation
def test_every_function_gives_the_decoded_value(operation: Operation) -> None:
    canned = first_success(operation)
    _, detailed = _receive(operation, canned.response())
    _assert_decoded(canned, detailed)
    for function in _functions(operation):
        _, returned = _receive(operation, canned.response(), function)
        assert encoded(getattr(returned, "parsed", returned)) == encoded(detailed.parsed)
