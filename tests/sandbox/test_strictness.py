"""What the sandbox refuses, and that every refusal has the documented form."""

from __future__ import annotations

from typing import Any

import httpx
import pytest

from beyondwords.testing import Sandbox

QUERY = "Invalid query parameters"
FIELDS = {"body": "'title' is a required property", "id": "'x' is not of type 'integer'"}
FIELDS |= {"language.code": "5 is not of type 'string'"}
JSON, FORM = ({"Content-Type": f"application/{name}"} for name in ("json", "x-www-form-urlencoded"))
UNKNOWN = "is not a known parameter"
NOT_JSON = None
"""What is no JSON is refused in the words of others."""

# A request, its arguments of httpx, and the status, message and field errors of the response.
REFUSED: list[tuple[str, dict[str, Any], int, str | None, dict[str, str]]] = [
    *(
        ("GET /things", {"headers": {"X-Api-Key": key}}, 401, "Unauthorized", {})
        for key in ("", "wrong", "sandbox-keys", "SANDBOX-KEY")
    ),
    *(
        (f"GET {path}", {}, 404, "Not Found", {})
        for path in ("/nothing", "/things/", "/things/7/1", "/openapi.json", "/../things")
    ),
    *((f"{method} /things", {}, 405, "Method Not Allowed", {}) for method in ("PUT", "PATCH", "DELETE")),
    ("GET /things?pagination[limit]=abc", {}, 400, QUERY, {"pagination[limit]": "'abc' is not of type 'integer'"}),
    ("GET /things?pagination[offset]=1.5", {}, 400, QUERY, {"pagination[offset]": "'1.5' is not of type 'integer'"}),
    ("GET /things?pagination[limit]=", {}, 400, QUERY, {"pagination[limit]": "'' is not of type 'integer'"}),
    ("GET /things?pagination[limit]=0", {}, 400, QUERY, {"pagination[limit]": "must be at least 1"}),
    ("GET /things?pagination[offset]=-1", {}, 400, QUERY, {"pagination[offset]": "must be at least 0"}),
    ("GET /things?filter[active]=maybe", {}, 400, QUERY, {"filter[active]": "'maybe' is not of type 'boolean'"}),
    ("GET /things?filter[active]=1", {}, 400, QUERY, {"filter[active]": "'1' is not of type 'boolean'"}),
    ("GET /things?order[by]=colour", {}, 400, QUERY, {"order[by]": "'colour' is not one of ['title', 'size']"}),
    ("GET /things?filter[size][from]=x", {}, 400, QUERY, {"filter[size][from]": "is neither a time nor a number"}),
    ("GET /things?untyped=c", {}, 400, QUERY, {"untyped": "'c' is not one of ['a', 'b']"}),
    # What a client sends that loses the name of `filter[scopes]`.
    ("GET /things?primary=1", {}, 400, QUERY, {"primary": UNKNOWN}),
    ("GET /things?z=1&limit=5", {}, 400, QUERY, {"limit": UNKNOWN, "z": UNKNOWN}),
    ("GET /numbered/11", {}, 400, "Invalid path parameters", {"number": "11 is greater than the maximum of 10"}),
    ("GET /numbered/x", {}, 404, "Not Found", {}),
    ("POST /things", {"json": {"id": "x", "language": {"code": 5}}}, 422, "Invalid request body", FIELDS),
    ("POST /things", {"content": "{", "headers": JSON}, 400, NOT_JSON, {}),
    ("POST /things", {"content": "", "headers": JSON}, 400, NOT_JSON, {}),
    ("POST /things", {"content": "a=1", "headers": FORM}, 415, NOT_JSON, {}),
]


def test_what_the_spec_does_not_allow_is_refused(made_up: httpx.Client, subtests: pytest.Subtests) -> None:
    for line, sent, status, message, errors in REFUSED:
        with subtests.test(f"{line} {sent}"):
            response = made_up.request(*line.split(" ", 1), **sent)
            expected: dict[str, Any] = {"code": status, "message": message or response.json()["message"]}
            if errors:
                expected["errors"] = [{"location": location, "message": text} for location, text in errors.items()]
            assert (response.status_code, response.headers["content-type"]) == (status, "application/json")
            assert response.json() == expected
            assert "\n" not in expected["message"]
            if status == 405:
                assert "GET" in response.headers["allow"]


def test_no_key(sandbox: Sandbox, made_up_sandbox: Sandbox) -> None:
    urls = [f"{sandbox.base_url}/background_tracks", f"{sandbox.base_url}/nothing", f"{made_up_sandbox.base_url}/open"]
    statuses = [httpx.get(url, trust_env=False).status_code for url in urls]
    assert statuses == [401, 404, 200], "an operation without security needs none"
