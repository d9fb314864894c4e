"""Every operation of the published spec, served: requests of the generated client are answered with a success."""

from __future__ import annotations

from urllib.parse import quote

import httpx
import pytest

from beyondwords.testing import Sandbox
from tests.contract.exchanges import all_values, full_body, keyword_arguments, required_body, required_values
from tests.contract.generated import endpoint
from tests.contract.subject import OPERATIONS
from tools.spec import Operation

# Those first that others need something of; deletions last.
ORDER = ["POST", "GET", "PUT", "PATCH", "DELETE"]
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
    return ORDER.index(operation.method), -depth if operation.method == "DELETE" else depth


def test_requests_with_the_least_and_with_all(sandbox: Sandbox, api: httpx.Client, subtests: pytest.Subtests) -> None:
    for values_of, body_of in ((required_values, required_body), (all_values, full_body)):
        sandbox.reset()
        sandbox.processing_time = 0
        sandbox.content.add(body="b", source_id="cms-6f1c", source_url=PLACES["{url}"])
        for each in sorted(OPERATIONS, key=in_order):
            with subtests.test(f"{each} with {values_of.__name__}"):
                arguments = keyword_arguments(each, values_of(each), body_of(each))
                request = endpoint(each).module._get_kwargs(**arguments)
                response = api.request(**request | {"url": with_ids(api, each.path)})
                # The generated texts of some filters are no times.
                if "is neither a time nor a number" not in response.text:
                    assert str(response.status_code) in {status for status in each.responses if status[0] == "2"}, (
                        f"{response.url} {response.status_code}: {response.text[:200]}"
                    )
