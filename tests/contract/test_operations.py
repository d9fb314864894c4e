"""Every operation's generated function: what it sends, judged by the spec, and what it makes of the answers."""

from __future__ import annotations

from typing import Any

import httpx
import pytest

from tests.contract.agreement import differences, encoded, same
from tests.contract.cases import check
from tests.contract.edge_cases import NoValue
from tests.contract.exchanges import (
    Body,
    Canned,
    Values,
    all_values,
    argument_cases,
    bodies,
    canned_responses,
    first_success,
    full_body,
    keyword_arguments,
    kind_of,
    required_body,
    required_values,
)
from tests.contract.generated import argument_name, endpoint, endpoints, of_operation
from tests.contract.subject import OPERATIONS
from tests.contract.wire import DETAILED, SHORT, call, judge_request
from tools.spec import Json, Operation

by_operation = pytest.mark.parametrize("operation", OPERATIONS, ids=str)


def _judge_sent(operation: Operation, values: Values, body: Body | None, function: str = "sync_detailed") -> None:
    """Call the function with these, and judge the request that it sends."""
    arguments = keyword_arguments(operation, values, body)
    try:
        response = first_success(operation).response()
    except NoValue:
        # What is sent is judged all the same.
        response = httpx.Response(418, json={})
    request, _ = call(endpoint(operation), arguments, response, function)
    judge_request(operation, request, values, body)
    if body is not None and kind_of(body.media_type) == "json":
        assert differences(body.schema, body.value, arguments["body"]) == []


def _functions(operation: Operation) -> list[str]:
    """Those of its module; without a typed response there is nothing that the short ones could give."""
    if hasattr(endpoint(operation).module, "sync"):
        return [*DETAILED, *SHORT]
    assert all(each.kind == "nothing" for each in canned_responses(operation))
    return [*DETAILED]


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
    least = required_values(operation), required_body(operation)
    cases = {"required arguments": least, "all arguments": (all_values(operation), full_body(operation))}
    functions = _functions(operation)
    each = [(f"{name}, {function}", (*case, function)) for name, case in cases.items() for function in functions]
    check(each, lambda case: _judge_sent(operation, *case))


@by_operation
def test_requests_with_one_argument(operation: Operation) -> None:
    body = required_body(operation)

    def judge(case: tuple[Json, Any]) -> None:
        others = [each for each in required_values(operation) if each[0] is not case[0]]
        _judge_sent(operation, [*others, case], body)

    check(argument_cases(operation), judge)


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
    # A body of null cannot be told from no body.
    sent = [(body.name, body) for body in bodies(operation) if body.value is not None]
    check(sent, lambda body: _judge_sent(operation, values, body))


# --- what comes back


def _receive(operation: Operation, response: httpx.Response, function: str = "sync_detailed") -> Any:
    arguments = keyword_arguments(operation, required_values(operation), required_body(operation))
    return call(endpoint(operation), arguments, response, function)[1]


@by_operation
def test_documented_responses_are_decoded(operation: Operation) -> None:
    def judge(canned: Canned) -> None:
        _assert_decoded(canned, _receive(operation, canned.response()))

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
        returned = _receive(operation, httpx.Response(status, json={"message": "?"}))
        assert returned.status_code == status
        assert returned.parsed is None

    check(((str(status), status) for status in _statuses(operation)), judge)


@by_operation
def test_every_function_gives_the_decoded_value(operation: Operation) -> None:
    canned = first_success(operation)
    detailed = _receive(operation, canned.response())
    _assert_decoded(canned, detailed)
    for function in _functions(operation):
        returned = _receive(operation, canned.response(), function)
        assert encoded(getattr(returned, "parsed", returned)) == encoded(detailed.parsed)
