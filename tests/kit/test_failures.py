"""Failures on demand: what a client meets, over a real socket."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable

import pytest

from beyondwords import AsyncBeyondWords, BeyondWords, errors
from beyondwords.testing import Sandbox
from beyondwords_api.models import NewContent

ARTICLE = NewContent(title="Ferry", body="It sails.", source_id="cms-1")
TAKEN = ("source_id", "has already been taken")

FAILURES: list[tuple[Callable[[Sandbox], None], type[errors.BeyondWordsError], str]] = [
    (lambda sandbox: sandbox.fail_next(429, retry_after=2), errors.RateLimitError, "Try again in 2 s"),
    (
        lambda sandbox: sandbox.fail_next(503, message="Busy"),
        errors.InternalServerError,
        "503 GET /background_tracks: Busy",
    ),
    (lambda sandbox: sandbox.fail_next(422, errors=[TAKEN]), errors.UnprocessableEntityError, ": ".join(TAKEN)),
    (lambda sandbox: sandbox.disconnect_next(), errors.APIConnectionError, "disconnected without sending a response"),
    (lambda sandbox: sandbox.truncate_next(), errors.APIConnectionError, "without sending complete message body"),
    (lambda sandbox: sandbox.garbage_next(), errors.ResponseDecodeError, "expected JSON"),
    (lambda sandbox: sandbox.stall_next(30), errors.APITimeoutError, "no response"),
]


@pytest.fixture
def once(beyondwords_client: BeyondWords) -> BeyondWords:
    """One attempt, so that each failure is seen."""
    return beyondwords_client.with_options(max_attempts=1, timeout=1)


def test_the_next_request_fails_and_the_one_after_does_not(
    beyondwords_sandbox: Sandbox, once: BeyondWords, subtests: pytest.Subtests
) -> None:
    for fail, error, said in FAILURES:
        with subtests.test(said):
            fail(beyondwords_sandbox)
            with pytest.raises(error, match=said):
                once.background_tracks.list().page()
            assert once.background_tracks.list().page().total == 2


def test_pages_fail_and_going_on_gives_the_rest(
    beyondwords_sandbox: Sandbox, once: BeyondWords, caplog: pytest.LogCaptureFixture
) -> None:
    beyondwords_sandbox.background_tracks.fill(50)
    beyondwords_sandbox.fail_next(500, page=2)
    beyondwords_sandbox.repeat_page_next(page=2)
    beyondwords_sandbox.change_total_next(by=5, page=3)
    iterator = iter(once.background_tracks.list(limit=20))
    rows = [next(iterator).id for _ in range(20)]
    for error in (errors.InternalServerError, errors.PaginationError):
        with pytest.raises(error):
            next(iterator)
    rows += [row.id for row in iterator]
    assert rows == list(range(1, 51))
    assert "the total changed from 50 to 55" in caplog.text


def test_only_the_operation_that_is_named_fails_and_only_a_list_has_a_page(
    beyondwords_sandbox: Sandbox, once: BeyondWords
) -> None:
    # The path of `content#analytics_list` would fit that of `content#show`.
    beyondwords_sandbox.fail_next(503, operation="content#show")
    once.analytics.by_content().first()
    with pytest.raises(errors.InternalServerError):
        once.content.get("cms-1")
    assert [each.operation for each in beyondwords_sandbox.requests] == ["content#analytics_list", "content#show"]
    beyondwords_sandbox.fail_next(503, page=1)
    assert once.projects.get().id == 1
    with pytest.raises(errors.InternalServerError):
        once.background_tracks.list().page()


def test_it_fails_as_often_as_asked_and_retries_wait_nothing(
    beyondwords_sandbox: Sandbox, beyondwords_client: BeyondWords
) -> None:
    beyondwords_sandbox.processing_time = 10
    beyondwords_sandbox.fail_next(503, retry_after=20, operation="content#create")
    assert beyondwords_client.content.publish(ARTICLE).action == "created"
    beyondwords_sandbox.requests.clear()
    beyondwords_sandbox.fail_next(429, retry_after=50, times=2)
    assert beyondwords_client.background_tracks.list().total() == 2
    assert len(beyondwords_sandbox.requests) == 3
    assert beyondwords_sandbox.content[0]["status"] == "queued", "no time passed"
    beyondwords_sandbox.content.fill(0)
    # What is cut off was acted on.
    beyondwords_sandbox.truncate_next(operation="POST /projects/{project_id}/content")
    assert beyondwords_client.content.publish(ARTICLE).action == "updated"
    assert len(beyondwords_sandbox.content) == 1


def test_waiting_for_content_takes_no_time(
    beyondwords_sandbox: Sandbox, beyondwords_client: BeyondWords, beyondwords_async_client: AsyncBeyondWords
) -> None:
    began = time.monotonic()
    beyondwords_sandbox.processing_time = 10
    beyondwords_sandbox.content.add(ARTICLE)
    statuses: list[str] = []
    waited = beyondwords_client.content.wait("cms-1", progress=lambda item: statuses.append(str(item.status)))
    assert waited.status == "processed"
    assert list(dict.fromkeys(statuses)) == ["queued", "processing", "processed"]
    beyondwords_sandbox.content.add(ARTICLE, source_id="cms-2")
    assert asyncio.run(beyondwords_async_client.content.wait("cms-2")).status == "processed"
    # By its own timeout, as if the time had passed.
    beyondwords_sandbox.content.add(source_id="cms-3", title="Ferry", status="draft")
    with pytest.raises(errors.ContentTimeoutError, match="after 20 s: its status is 'draft'"):
        beyondwords_client.content.wait("cms-3", timeout=20)
    assert time.monotonic() - began < 8


@pytest.mark.beyondwords(waits=True)
def test_what_waits_takes_time_where_a_test_asks_for_it(
    beyondwords_sandbox: Sandbox, beyondwords_client: BeyondWords
) -> None:
    began = time.monotonic()
    beyondwords_sandbox.processing_time = 10
    beyondwords_sandbox.content.add(ARTICLE)
    with pytest.raises(errors.ContentTimeoutError, match="'queued'"):
        beyondwords_client.content.wait("cms-1", timeout=0.3, poll=0.1)
    beyondwords_sandbox.fail_next(429, retry_after=0.3)
    beyondwords_client.background_tracks.list().page()
    assert time.monotonic() - began >= 0.6
