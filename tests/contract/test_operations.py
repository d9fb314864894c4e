"""Every operation's generated function: what it sends, judged by the spec, and what it makes of the answers."""

from __future__ import annotations

from typing import Any

import httpx
import pytest

from tests.contract import exchanges
from tests.contract.agreement import differences, encoded, same
from tests.contract.cases import check
from tests.contract.edge_cases import NoValue
from tests.contract.exchanges import Body, Canned, Values
from tests.contract.generated import argument_name, endpoint, endpoints
from tests.contract.subject import OPERATIONS
from tests.contract.wire import call, judge_request
from tools.spec import Json, Operation

by_operation = pytest.mark.parametrize("operation", OPERATIONS, ids=str)


def _judge_sent(operation: Operation, values: Values, body: Body | None, function: str = "sync_detailed") -> None:
    """Call the function with these, and judge the request that it sends."""
    arguments = exchanges.keyword_arguments(operation, values, body)
    try:
        response = exchanges.first_success(operation).response()
    except NoValue:
        # What is sent is judged all the same.
        response = httpx.Response(418, json={})
    request, _ = call(endpoint(operation), arguments, response, function)
    judge_request(operation, request, values, body)
    if body is not None and exchanges.kind_of(body.media_type) == "json":
        assert differences(body.schema, body.value, arguments["body"]) == []


def _least(operation: Operation) -> Json:
    """The arguments that must be given."""
    values, body = exchanges.required_values(operation), exchanges.required_body(operation)
    return exchanges.keyword_arguments(operation, values, body)


def _functions(operation: Operation) -> list[str]:
    """Those of its module; without a typed response there is nothing that the short ones could give."""
    detailed = ["sync_detailed", "asyncio_detailed"]
    if hasattr(endpoint(operation).module, "sync"):
        return [*detailed, "sync", "asyncio"]
    assert all(each.kind == "nothing" for each in exchanges.canned_responses(operation))
    return detailed


# --- one function for each operation


def test_no_function_is_generated_for_what_the_spec_does_not_have() -> None:
    wanted = {endpoint(operation).source.key for operation in OPERATIONS}
    assert {each.source.key for found in endpoints().values() for each in found} == wanted


@by_operation
def test_every_parameter_has_an_argument_and_every_argument_a_parameter(operation: Operation) -> None:
    named = [argument_name(operation, parameter) for parameter in operation.parameters]
    body = ["body"] if operation.request_body is not None else []
    assert sorted([*named, *body]) == sorted(endpoint(operation).annotations)


# --- what is sent


@by_operation
def test_requests_with_the_least_and_with_all(operation: Operation) -> None:
    cases = {
        "required arguments": (exchanges.required_values(operation), exchanges.required_body(operation)),
        "all arguments": (exchanges.all_values(operation), exchanges.full_body(operation)),
    }
    each = [(name, function) for name in cases for function in _functions(operation)]
    check(((", ".join(case), case) for case in each), lambda case: _judge_sent(operation, *cases[case[0]], case[1]))


@by_operation
def test_requests_with_one_argument(operation: Operation) -> None:
    body = exchanges.required_body(operation)

    def judge(case: tuple[Json, Any]) -> None:
        others = [each for each in exchanges.required_values(operation) if each[0] is not case[0]]
        _judge_sent(operation, [*others, case], body)

    check(exchanges.argument_cases(operation), judge)


@by_operation
def test_a_path_that_would_lead_elsewhere_is_refused(operation: Operation) -> None:
    def judge(case: tuple[Json, str]) -> None:
        arguments = exchanges.keyword_arguments(
            operation, exchanges.required_values(operation), exchanges.required_body(operation)
        )
        arguments[argument_name(operation, case[0])] = case[1]
        with pytest.raises(ValueError, match="must not be"):
            endpoint(operation).module._get_kwargs(**arguments)

    in_path = [each for each in operation.parameters if each["in"] == "path"]
    check(((f"{each['name']}={value!r}", (each, value)) for each in in_path for value in ("", ".", "..")), judge)


@by_operation
def test_request_bodies(operation: Operation) -> None:
    values = exchanges.required_values(operation)
    # A body of null cannot be told from no body.
    sent = [(body.name, body) for body in exchanges.bodies(operation) if body.value is not None]
    check(sent, lambda body: _judge_sent(operation, values, body))


# --- what comes back


def _receive(operation: Operation, response: httpx.Response, function: str = "sync_detailed") -> Any:
    arguments = exchanges.keyword_arguments(
        operation, exchanges.required_values(operation), exchanges.required_body(operation)
    )
    return call(endpoint(operation), arguments, response, function)[1]


@by_operation
def test_documented_responses_are_decoded(operation: Operation) -> None:
    def judge(case: tuple[Canned, str]) -> None:
        canned, function = case
        returned = _receive(operation, canned.response(), function)
        if function.endswith("_detailed"):
            assert (returned.status_code, returned.content) == (canned.status, canned.content())
            assert {name: returned.headers[name] for name in canned.headers} == canned.headers
            returned = returned.parsed
        if canned.kind == "nothing":
            assert returned is None
        elif canned.kind == "json":
            assert differences(canned.schema, canned.value, returned) == []
            assert same(encoded(returned), canned.value)
        else:
            assert encoded(returned) in (canned.value, canned.content())

    # Where one of its functions decodes a response rightly, the others need no more than one to show it.
    each = [(canned, "sync_detailed") for canned in exchanges.canned_responses(operation)]
    each += [(exchanges.first_success(operation), function) for function in _functions(operation)]
    check(((f"{canned.name}, {function}", (canned, function)) for canned, function in each), judge)


@by_operation
def test_undocumented_statuses_are_not_decoded(operation: Operation) -> None:
    def judge(status: int) -> None:
        returned = _receive(operation, httpx.Response(status, json={"message": "?"}))
        assert (returned.status_code, returned.parsed) == (status, None)

    declared = operation.responses.keys()
    others = [each for each in (202, 418, 503) if not {str(each), f"{each // 100}XX", "default"} & declared]
    check(((str(status), status) for status in others), judge)
