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


@pytest.mark.parametrize(
    "fail",
    [
        lambda sandbox: sandbox.fail_next(429, retry_after=2, times=2),
        lambda sandbox: sandbox.fail_next(503, times=2),
        lambda sandbox: sandbox.disconnect_next(times=2),
        lambda sandbox: sandbox.truncate_next(times=2),
        lambda sandbox: sandbox.stall_next(0.1),
        lambda sandbox: setattr(sandbox, "latency", 0.05),
    ],
    ids=["429", "503", "disconnect", "truncate", "stall", "latency"],
)
def test_what_passes_by_itself_is_not_seen(
    beyondwords_sandbox: Sandbox, service: TestClient, fail: Callable[[Sandbox], Any]
) -> None:
    fail(beyondwords_sandbox)
    assert len(service.get("/tracks").json()) == 2


@pytest.mark.parametrize(
    ("fail", "status", "retry_after"),
    [
        (lambda sandbox: sandbox.fail_next(429, retry_after=7, times=3), 503, "7"),
        (lambda sandbox: sandbox.fail_next(500, times=3), 503, "5"),
        (lambda sandbox: sandbox.disconnect_next(times=3), 503, "5"),
        (lambda sandbox: sandbox.truncate_next(times=3), 503, "5"),
        (lambda sandbox: sandbox.garbage_next(), 502, None),
        (lambda sandbox: sandbox.fail_next(401), 502, None),
    ],
    ids=["429", "500", "disconnect", "truncate", "garbage", "401"],
)
def test_what_lasts_is_a_response_that_says_what_to_do(
    beyondwords_sandbox: Sandbox,
    service: TestClient,
    fail: Callable[[Sandbox], Any],
    status: int,
    retry_after: str | None,
) -> None:
    fail(beyondwords_sandbox)
    response = service.get("/tracks")
    assert (response.status_code, response.headers.get("Retry-After")) == (status, retry_after)
    assert "GET /background_tracks" in response.json()["detail"]
    assert beyondwords_sandbox.api_key not in response.text


@pytest.mark.parametrize(
    ("fail", "status"),
    [
        (lambda sandbox: sandbox.fail_next(503, page=2, times=3), 503),
        (lambda sandbox: sandbox.repeat_page_next(page=2), 502),
        (lambda sandbox: sandbox.change_total_next(page=2), 200),
    ],
    ids=["a page fails", "a page repeats", "the total changes"],
)
def test_a_list_that_breaks_off_is_not_taken_for_whole(
    beyondwords_sandbox: Sandbox, service: TestClient, fail: Callable[[Sandbox], Any], status: int
) -> None:
    beyondwords_sandbox.background_tracks.fill(60)
    fail(beyondwords_sandbox)
    response = service.get("/tracks")
    assert response.status_code == status
    assert status != 200 or len(response.json()) == 60


def test_a_refused_article_names_the_field(beyondwords_sandbox: Sandbox, service: TestClient) -> None:
    beyondwords_sandbox.fail_next(422, errors=[("body", "is too long")], operation="content#create")
    response = service.put("/articles/cms-1", json=ARTICLE)
    assert (response.status_code, response.json()["detail"].count("body: is too long")) == (422, 1)


def test_a_connection_lost_in_mid_create_makes_no_second_item(
    beyondwords_sandbox: Sandbox, service: TestClient
) -> None:
    beyondwords_sandbox.truncate_next(operation="content#create")
    assert service.put("/articles/cms-1", json=ARTICLE).status_code == 200
    assert len(beyondwords_sandbox.content) == 1
    created = [request for request in beyondwords_sandbox.requests if request.method == "POST"]
    assert [request.json["source_id"] for request in created] == ["cms-1"]
