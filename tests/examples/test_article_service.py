"""The example service, against the plugin's sandbox: each thing goes wrong that can."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from fastapi.testclient import TestClient

from beyondwords.testing import Sandbox
from examples.article_service import app

ARTICLE = {"title": "Ferry returns", "body": "<p>It sails.</p>"}


@pytest.fixture
def service(beyondwords_sandbox: Sandbox) -> Iterator[TestClient]:
    with TestClient(app) as client:
        yield client


def test_an_article_is_published_edited_and_shown(beyondwords_sandbox: Sandbox, service: TestClient) -> None:
    assert service.put("/articles/cms-1", json=ARTICLE).json() == {"status": "queued", "action": "created"}
    again = service.put("/articles/cms-1", json={**ARTICLE, "title": "Ferry returns on Monday"})
    assert again.json()["action"] == "updated"
    assert service.get("/articles/cms-1").json()["title"] == "Ferry returns on Monday"
    assert service.get("/articles/cms-2").status_code == 404
    assert len(beyondwords_sandbox.content) == 1


# What goes wrong, the status that the service gives, and when it says to come again.
FAILURES: dict[str, tuple[Callable[[Sandbox], Any], int, str | None]] = {
    "429, passing": (lambda sandbox: sandbox.fail_next(429, retry_after=2, times=2), 200, None),
    "503, passing": (lambda sandbox: sandbox.fail_next(503, times=2), 200, None),
    "disconnect, passing": (lambda sandbox: sandbox.disconnect_next(times=2), 200, None),
    "truncate, passing": (lambda sandbox: sandbox.truncate_next(times=2), 200, None),
    "stall": (lambda sandbox: sandbox.stall_next(0.1), 200, None),
    "latency": (lambda sandbox: setattr(sandbox, "latency", 0.05), 200, None),
    "another total": (lambda sandbox: sandbox.change_total_next(page=2), 200, None),
    "429": (lambda sandbox: sandbox.fail_next(429, retry_after=7, times=3), 503, "7"),
    "500": (lambda sandbox: sandbox.fail_next(500, times=3), 503, "5"),
    "503 on a page": (lambda sandbox: sandbox.fail_next(503, page=2, times=3), 503, "5"),
    "disconnect": (lambda sandbox: sandbox.disconnect_next(times=3), 503, "5"),
    "truncate": (lambda sandbox: sandbox.truncate_next(times=3), 503, "5"),
    "garbage": (lambda sandbox: sandbox.garbage_next(), 502, None),
    "401": (lambda sandbox: sandbox.fail_next(401), 502, None),
    "a page again": (lambda sandbox: sandbox.repeat_page_next(page=2), 502, None),
}


@pytest.mark.parametrize("name", FAILURES)
def test_what_passes_by_itself_is_not_seen_and_what_lasts_says_what_to_do(
    beyondwords_sandbox: Sandbox, service: TestClient, name: str
) -> None:
    fail, status, retry_after = FAILURES[name]
    beyondwords_sandbox.background_tracks.fill(60)
    fail(beyondwords_sandbox)
    response = service.get("/tracks")
    assert (response.status_code, response.headers.get("Retry-After")) == (status, retry_after)
    if status == 200:
        assert len(response.json()) == 60
    else:
        assert "GET /background_tracks" in response.json()["detail"]
    assert beyondwords_sandbox.api_key not in response.text


def test_a_refused_article_names_the_field(beyondwords_sandbox: Sandbox, service: TestClient) -> None:
    beyondwords_sandbox.fail_next(422, errors=[("body", "is too long")], operation="content#create")
    response = service.put("/articles/cms-1", json=ARTICLE)
    assert (response.status_code, response.json()["detail"].count("body: is too long")) == (422, 1)


def test_a_connection_lost_in_mid_create_makes_no_second_item(
    beyondwords_sandbox: Sandbox, service: TestClient
) -> None:
    beyondwords_sandbox.truncate_next(operation="content#create")
    assert service.put("/articles/cms-1", json=ARTICLE).status_code == 200
    assert [item["source_id"] for item in beyondwords_sandbox.content] == ["cms-1"]
    assert [request.method for request in beyondwords_sandbox.requests].count("POST") == 1
