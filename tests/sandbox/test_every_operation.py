"""Every operation of the published spec, served: answered with a success, and the generated client's requests taken."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote

import httpx

from beyondwords.testing import Sandbox
from beyondwords.testing._document import Operation, load, operations, resolve
from tests.contract.exchanges import all_values, full_body, keyword_arguments, required_body, required_values
from tests.contract.generated import endpoint
from tests.contract.subject import OPERATIONS
from tests.sandbox.conftest import opened

DOCUMENT = load(None)
# Those first that others need something of; deletions last.
ORDER = ["post", "get", "put", "patch", "delete"]


def example_body(method: str, path: str) -> dict[str, Any]:
    """The documented example of the request body, as arguments of httpx."""
    body = resolve(DOCUMENT, DOCUMENT["paths"][path])[method].get("requestBody")
    if body is None:
        return {}
    ((media_type, content),) = resolve(DOCUMENT, body)["content"].items()
    if media_type == "multipart/form-data":
        return {"files": {"file": b"x"}}
    schema = resolve(DOCUMENT, content["schema"])
    schema = resolve(DOCUMENT, schema["oneOf"][0]) if "oneOf" in schema else schema
    return {"json": schema["example"]}


PLACES = {"{url}": "https://news.example.org/1", "{array}": '[{"source_id":"cms-6f1c"}]'}


def with_ids(client: httpx.Client, path: str) -> str:
    """The path with ids of rows that are there: of the first project, and of the newest row in it."""
    parts: list[str] = []
    for part in path.split("/"):
        if part in PLACES:
            parts.append(quote(PLACES[part], safe=""))
        elif part.startswith("{"):
            place = "/".join(parts).replace("player/by_content_id", "content")
            listed = client.get("/projects/1/content" if "by_source_id" in place else place)
            rows = listed.json() if listed.status_code == 200 else []
            number = 0 if place == "/projects" else -1
            name = {"{slug}": "slug"}.get(part, "source_id" if "by_source_id" in place else "id")
            parts.append(str(rows[number][name]) if rows else "1")
        else:
            parts.append(part)
    return "/".join(parts)


def in_order(operation: Operation) -> tuple[int, int]:
    """What holds others is made first and deleted last."""
    depth = operation.path.count("/")
    return ORDER.index(operation.method), -depth if operation.method == "delete" else depth


def test_every_operation_is_answered_with_a_success() -> None:
    refused: list[str] = []
    with Sandbox(processing_time=0) as sandbox, opened(sandbox) as client:
        first = {"body": "b", "source_id": "cms-0", "source_url": PLACES["{url}"]}
        client.post("/projects/1/content", json=first)
        for each in sorted(operations(DOCUMENT), key=in_order):
            path = with_ids(client, each.path)
            response = client.request(each.method.upper(), path, **example_body(each.method, each.path))
            if response.status_code not in {int(status) for status in each.responses if status.startswith("2")}:
                refused.append(f"{each.method} {each.path} as {path}: {response.status_code} {response.text[:200]}")
    assert not refused, "\n".join(refused)


def test_requests_of_the_generated_client_are_taken_by_a_server_that_checks_them() -> None:
    refused: list[str] = []
    with Sandbox(processing_time=0) as sandbox, opened(sandbox) as client:
        for each in OPERATIONS:
            for filled in ((required_values(each), required_body(each)), (all_values(each), full_body(each))):
                request = endpoint(each).module._get_kwargs(**keyword_arguments(each, *filled))
                response = client.request(**request)
                # Most ids are of no row; what is wrong with a request is told first.
                if not response.is_success and response.status_code != 404:
                    refused.append(f"{each}: {response.status_code} {response.text[:200]}")
    assert not refused, "\n".join(refused)
