"""Every operation's generated function: what it sends, judged by the spec, and what it makes of the answers."""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import parse_qsl, unquote

import httpx
import pytest

from tests.contract.agreement import differences, encoded, same
from tests.contract.corners import Corner
from tests.contract.exchanges import (
    Body,
    Canned,
    all_values,
    bodies,
    canned_responses,
    first_success,
    full_body,
    keyword_arguments,
    kind_of,
    parameter_corners,
    required_body,
    required_values,
)
from tests.contract.generated import argument_name, endpoint, endpoints, of_operation
from tests.contract.schemas import errors, plain, sent_default
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
by_function = pytest.mark.parametrize("function", DETAILED)
PARAMETERS = [(operation, parameter) for operation in OPERATIONS for parameter in operation.parameters]


def _name(operation: Operation, parameter: Json) -> str:
    return f"{operation} {parameter['name']}"


def _send(
    operation: Operation, values: list[tuple[Json, Any]], body: Body | None = None, function: str = "sync_detailed"
) -> httpx.Request:
    arguments = keyword_arguments(operation, values, body)
    request, _ = call(endpoint(operation), arguments, first_success(operation).response(), function)
    return request


def _query(values: list[tuple[Json, Any]]) -> list[tuple[str, str]]:
    return sorted(
        pair for parameter, value in values if parameter["in"] == "query" for pair in expected_query(parameter, value)
    )


def _with_defaults(operation: Operation, values: list[tuple[Json, Any]]) -> list[tuple[Json, Any]]:
    # The generated code sends the default that a parameter declares.
    given = [parameter["name"] for parameter, _ in values]
    defaults = [
        (parameter, sent_default(parameter.get("schema")))
        for parameter in operation.parameters
        if parameter["name"] not in given and sent_default(parameter.get("schema")) is not None
    ]
    return values + defaults


def _assert_as_declared(
    operation: Operation, request: httpx.Request, values: list[tuple[Json, Any]], body: Body | None
) -> None:
    judge_request(request)
    assert undeclared(operation, request) == []
    assert sorted(query_of(request)) == _query(_with_defaults(operation, values))
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
        _assert_body(request, body)


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


def _assert_body(request: httpx.Request, body: Body) -> None:
    assert request.headers["content-type"].partition(";")[0] == body.media_type.partition(";")[0]
    if kind_of(body.media_type) == "json":
        sent = json.loads(request.content)
        assert same(sent, body.value), f"{body.value} was sent as {sent}"
    elif body.media_type == "application/x-www-form-urlencoded":
        pairs = [(key, text(each)) for key, value in body.value.items() for each in _listed(value)]
        assert sorted(parse_qsl(request.content.decode(), keep_blank_values=True)) == sorted(pairs)
    elif body.media_type == "multipart/form-data":
        for key in body.value:
            assert f'name="{key}"'.encode() in request.content
    else:
        assert request.content == str(body.value).encode()


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


@by_function
@by_operation
def test_request_with_required_arguments_only(operation: Operation, function: str) -> None:
    values, body = required_values(operation), required_body(operation)
    _assert_as_declared(operation, _send(operation, values, body, function), values, body)


@by_function
@by_operation
def test_request_with_all_arguments(operation: Operation, function: str) -> None:
    values, body = all_values(operation), full_body(operation)
    _assert_as_declared(operation, _send(operation, values, body, function), values, body)


CORNERS = [
    pytest.param(operation, parameter, corner, id=f"{_name(operation, parameter)}={corner.name}")
    for operation, parameter in PARAMETERS
    for corner in parameter_corners(parameter)
]


@pytest.mark.parametrize(("operation", "parameter", "corner"), CORNERS)
def test_request_with_one_argument(operation: Operation, parameter: Json, corner: Corner) -> None:
    others = [(each, value) for each, value in required_values(operation) if each is not parameter]
    values = [*others, (parameter, corner.value)]
    body = required_body(operation)
    _assert_as_declared(operation, _send(operation, values, body), values, body)


def _takes_text(parameter: Json, *places: str) -> bool:
    node = plain(parameter.get("schema"))
    return parameter["in"] in places and node.get("type") == "string" and not errors(node, RESERVED)


ON_THE_WIRE = [
    pytest.param(operation, parameter, value, id=f"{_name(operation, parameter)}={value!r}")
    for operation, parameter in PARAMETERS
    for value in ([*TEXTS, "", ".."] if parameter["in"] == "query" else TEXTS)
    if _takes_text(parameter, "query", "path") and not errors(parameter["schema"], value)
]


@pytest.mark.parametrize(("operation", "parameter", "value"), ON_THE_WIRE)
def test_text_arrives_as_it_is(operation: Operation, parameter: Json, value: str) -> None:
    others = [(each, other) for each, other in required_values(operation) if each is not parameter]
    request = _send(operation, [*others, (parameter, value)], required_body(operation))
    if parameter["in"] == "path":
        assert _raw_path(request) == _expected_path(operation, [*others, (parameter, value)])
    else:
        assert (parameter["name"], value) in query_of(request)
        assert undeclared(operation, request) == []


INTEGERS = [
    pytest.param(operation, parameter, value, id=f"{_name(operation, parameter)}={value}")
    for operation, parameter in PARAMETERS
    for value in (0, -1, 2**31, -(2**63), 10**18)
    if plain(parameter.get("schema")).get("type") == "integer" and not errors(parameter["schema"], value)
]


@pytest.mark.parametrize(("operation", "parameter", "value"), INTEGERS)
def test_integer_arrives_as_it_is(operation: Operation, parameter: Json, value: int) -> None:
    others = [(each, other) for each, other in required_values(operation) if each is not parameter]
    values = [*others, (parameter, value)]
    _assert_as_declared(operation, _send(operation, values, required_body(operation)), values, required_body(operation))


DEEP_OBJECTS = [
    pytest.param(operation, parameter, value, id=f"{_name(operation, parameter)} {form}")
    for operation, parameter in PARAMETERS
    if parameter.get("style") == "deepObject" and not plain(parameter["schema"]).get("properties")
    for form, value in {
        "mapping": {"k": "v", "other key": "a&b=c+d [e]"},
        "sequence": {"": ["a", "b", "ü &="]},
        "both": {"k": "v", "": ["a", "b"]},
        "boolean": {"k": True},
    }.items()
]


@pytest.mark.parametrize(("operation", "parameter", "value"), DEEP_OBJECTS)
def test_deep_object_keeps_its_name(operation: Operation, parameter: Json, value: Json) -> None:
    values = [each for each in required_values(operation) if each[0] is not parameter]
    values.append((parameter, value))
    request = _send(operation, values, required_body(operation))
    assert undeclared(operation, request) == []
    assert sorted(query_of(request)) == _query(_with_defaults(operation, values))


BODIES = [
    pytest.param(operation, body, id=f"{operation} {body.name}")
    for operation in OPERATIONS
    for body in bodies(operation)
]


@pytest.mark.parametrize(("operation", "body"), BODIES)
def test_request_body(operation: Operation, body: Body) -> None:
    if body.value is None:
        pytest.skip("a body of null cannot be told from no body")
    values = required_values(operation)
    _assert_as_declared(operation, _send(operation, values, body), values, body)


JSON_BODIES = [each for each in BODIES if kind_of(each.values[1].media_type) == "json"]  # type: ignore[union-attr]


@pytest.mark.parametrize(("operation", "body"), JSON_BODIES)
def test_request_body_is_typed(operation: Operation, body: Body) -> None:
    if body.value is not None:
        given = keyword_arguments(operation, required_values(operation), body)["body"]
        assert differences(body.schema, body.value, given) == []


# --- what comes back

RESPONSES = [
    pytest.param(operation, canned, id=f"{operation} {canned.name}")
    for operation in OPERATIONS
    for canned in canned_responses(operation)
]


def _receive(
    operation: Operation, response: httpx.Response, function: str = "sync_detailed"
) -> tuple[httpx.Request, Any]:
    values, body = required_values(operation), required_body(operation)
    return call(endpoint(operation), keyword_arguments(operation, values, body), response, function)


@pytest.mark.parametrize(("operation", "canned"), RESPONSES)
def test_canned_response_is_valid_by_the_spec(operation: Operation, canned: Canned) -> None:
    # Guards the test below: it judges the client by these responses.
    request, _ = _receive(operation, canned.response())
    judge_response(request, canned.response())


@by_function
@pytest.mark.parametrize(("operation", "canned"), RESPONSES)
def test_documented_response_is_decoded(operation: Operation, canned: Canned, function: str) -> None:
    _, returned = _receive(operation, canned.response(), function)
    assert returned.status_code == canned.status
    assert returned.content == canned.content()
    for name, value in canned.headers.items():
        assert returned.headers[name] == value
    if canned.kind == "nothing" or canned.schema is None:
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


UNDOCUMENTED = [
    pytest.param(operation, status, id=f"{operation} {status}")
    for operation in OPERATIONS
    for status in _statuses(operation)
]


@pytest.mark.parametrize(("operation", "status"), UNDOCUMENTED)
def test_undocumented_status_is_not_decoded(operation: Operation, status: int) -> None:
    _, returned = _receive(operation, httpx.Response(status, json={"message": "?"}))
    assert returned.status_code == status
    assert returned.parsed is None


@by_operation
def test_short_forms_give_the_decoded_value(operation: Operation) -> None:
    canned = first_success(operation)
    if not hasattr(endpoint(operation).module, "sync"):
        # Without a typed response there is nothing to give.
        assert all(each.schema is None for each in canned_responses(operation))
        return
    arguments = keyword_arguments(operation, all_values(operation), full_body(operation))
    request, detailed = call(endpoint(operation), arguments, canned.response(), "sync_detailed")
    for function in SHORT:
        same_request, short = call(endpoint(operation), arguments, canned.response(), function)
        assert encoded(short) == encoded(detailed.parsed)
        assert (same_request.url, same_request.headers) == (request.url, request.headers)
        assert same_request.content == request.content
