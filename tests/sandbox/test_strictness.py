"""What the sandbox refuses, and that every refusal has the documented form."""

from __future__ import annotations

from typing import Any

import httpx
import pytest

from beyondwords.testing import Sandbox

PATH = "/background_tracks"


def refused(response: httpx.Response, status: int, message: str, errors: list[tuple[str, str]] | None = None) -> None:
    expected: dict[str, Any] = {"code": status, "message": message}
    if errors is not None:
        expected["errors"] = [{"location": location, "message": text} for location, text in errors]
    assert response.status_code == status
    assert response.headers["content-type"] == "application/json"
    assert response.json() == expected


@pytest.mark.parametrize("key", ["", "wrong", "sandbox-keys", "SANDBOX-KEY"])
def test_a_wrong_key(client: httpx.Client, key: str) -> None:
    refused(client.get(PATH, headers={"X-Api-Key": key}), 401, "Unauthorized")


def test_no_key(sandbox: Sandbox) -> None:
    refused(httpx.get(sandbox.base_url + PATH, trust_env=False), 401, "Unauthorized")
    refused(httpx.get(f"{sandbox.base_url}/nothing", trust_env=False), 404, "Not Found")


def test_an_operation_without_security_needs_no_key(made_up_sandbox: Sandbox) -> None:
    assert httpx.get(f"{made_up_sandbox.base_url}/open", trust_env=False).json() == "open"


@pytest.mark.parametrize("path", ["/nothing", f"{PATH}/", f"{PATH}/1/2", "/openapi.json", "/../background_tracks"])
def test_an_unknown_path(client: httpx.Client, path: str) -> None:
    refused(client.get(path), 404, "Not Found")


@pytest.mark.parametrize("method", ["PUT", "PATCH", "DELETE"])
def test_a_wrong_method(client: httpx.Client, method: str) -> None:
    response = client.request(method, PATH)
    refused(response, 405, "Method Not Allowed")
    assert "GET" in response.headers["allow"]


@pytest.mark.parametrize(
    ("query", "errors"),
    [
        ("pagination[limit]=abc", [("pagination[limit]", "'abc' is not of type 'integer'")]),
        ("pagination[offset]=1.5", [("pagination[offset]", "'1.5' is not of type 'integer'")]),
        ("pagination[limit]=", [("pagination[limit]", "'' is not of type 'integer'")]),
        ("pagination[limit]=0", [("pagination[limit]", "must be at least 1")]),
        ("pagination[offset]=-1", [("pagination[offset]", "must be at least 0")]),
        ("filter[custom]=maybe", [("filter[custom]", "'maybe' is not of type 'boolean'")]),
        ("filter[custom]=1", [("filter[custom]", "'1' is not of type 'boolean'")]),
        # What a client sends that loses the name of `filter[scopes]`.
        ("primary=1", [("primary", "is not a known parameter")]),
        ("z=1&limit=5", [("limit", "is not a known parameter"), ("z", "is not a known parameter")]),
    ],
)
def test_a_query_the_spec_does_not_allow(client: httpx.Client, query: str, errors: list[tuple[str, str]]) -> None:
    refused(client.get(f"{PATH}?{query}"), 400, "Invalid query parameters", errors)


@pytest.mark.parametrize("query", ["order[by]=colour", "untyped=c"])
def test_a_value_outside_an_enumeration(made_up: httpx.Client, query: str) -> None:
    response = made_up.get(f"/things?{query}")
    assert response.status_code == 400
    assert response.json()["errors"][0]["location"] == query.split("=")[0]


@pytest.mark.parametrize(("path", "status"), [("/numbered/7", 200), ("/numbered/11", 400), ("/numbered/x", 404)])
def test_path_parameters_are_validated(made_up: httpx.Client, path: str, status: int) -> None:
    assert made_up.get(path).status_code == status


def test_a_body_with_wrong_fields_is_refused_field_by_field(made_up: httpx.Client) -> None:
    body = {"id": "x", "title": "t", "language": {"code": 5}}
    errors = [("id", "'x' is not of type 'integer'"), ("language.code", "5 is not of type 'string'")]
    refused(made_up.post("/things", json=body), 422, "Invalid request body", errors)


def test_a_body_that_lacks_a_field(made_up: httpx.Client) -> None:
    errors = [("body", "'title' is a required property")]
    refused(made_up.post("/things", json={"id": 1}), 422, "Invalid request body", errors)


@pytest.mark.parametrize(
    ("content", "media_type", "status"),
    [
        ("{", "application/json", 400),
        ("", "application/json", 400),
        ("a=1", "application/x-www-form-urlencoded", 415),
    ],
)
def test_a_body_that_is_no_json(made_up: httpx.Client, content: str, media_type: str, status: int) -> None:
    response = made_up.post("/things", content=content, headers={"Content-Type": media_type})
    assert response.status_code == status
    assert response.json()["code"] == status
    assert "\n" not in response.json()["message"]
