"""Failures on demand: what a client meets, over a real socket."""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Callable

import pytest

from beyondwords import (
    APIConnectionError,
    APITimeoutError,
    AsyncBeyondWords,
    BeyondWords,
    BeyondWordsError,
    ContentTimeoutError,
    InternalServerError,
    PaginationError,
    RateLimitError,
    ResponseDecodeError,
    UnprocessableEntityError,
)
from beyondwords.testing import Sandbox
from beyondwords_api.models import NewContent

Fail = Callable[[Sandbox], None]


@pytest.fixture
def once(beyondwords_client: BeyondWords) -> BeyondWords:
    """One attempt, so that each failure is seen."""
    return beyondwords_client.with_options(max_attempts=1, timeout=1)


@pytest.mark.parametrize(
    ("fail", "error", "said"),
    [
        (lambda sandbox: sandbox.fail_next(429, retry_after=2), RateLimitError, "Try again in 2 s"),
        (
            lambda sandbox: sandbox.fail_next(503, message="Busy"),
            InternalServerError,
            "503 GET /background_tracks: Busy",
        ),
        (lambda sandbox: sandbox.disconnect_next(), APIConnectionError, "disconnected without sending a response"),
        (lambda sandbox: sandbox.truncate_next(), APIConnectionError, "without sending complete message body"),
        (lambda sandbox: sandbox.garbage_next(), ResponseDecodeError, "expected JSON"),
        (lambda sandbox: sandbox.stall_next(30), APITimeoutError, "no response"),
    ],
    ids=["status", "message", "disconnect", "truncate", "garbage", "stall"],
)
def test_the_next_request_fails_and_the_one_after_does_not(
    beyondwords_sandbox: Sandbox, once: BeyondWords, fail: Fail, error: type[BeyondWordsError], said: str
) -> None:
    fail(beyondwords_sandbox)
    with pytest.raises(error, match=said):
        once.background_tracks.list().page()
    assert once.background_tracks.list().page().total == 2


def test_field_errors_come_for_one_operation_only(beyondwords_sandbox: Sandbox, once: BeyondWords) -> None:
    taken = [("source_id", "has already been taken")]
    beyondwords_sandbox.fail_next(422, errors=taken, operation="content#create")
    assert once.projects.get().id == 1
    with pytest.raises(UnprocessableEntityError) as caught:
        once.content.create(NewContent(title="Ferry", body="It sails."))
    assert caught.value.errors == (("source_id", "has already been taken"),)


@pytest.mark.parametrize(
    ("fail", "error"),
    [
        (lambda sandbox: sandbox.fail_next(500, page=2), InternalServerError),
        (lambda sandbox: sandbox.repeat_page_next(page=2), PaginationError),
    ],
    ids=["status", "repeat"],
)
def test_a_page_fails_and_going_on_gives_the_rest(
    beyondwords_sandbox: Sandbox, once: BeyondWords, fail: Fail, error: type[BeyondWordsError]
) -> None:
    beyondwords_sandbox.background_tracks.fill(50)
    fail(beyondwords_sandbox)
    iterator = iter(once.background_tracks.list(limit=20))
    rows = [next(iterator).id for _ in range(20)]
    with pytest.raises(error):
        next(iterator)
    rows += [row.id for row in iterator]
    assert rows == list(range(1, 51))


def test_a_total_that_changes_is_a_warning(
    beyondwords_sandbox: Sandbox, once: BeyondWords, caplog: pytest.LogCaptureFixture
) -> None:
    beyondwords_sandbox.background_tracks.fill(50)
    beyondwords_sandbox.change_total_next(by=5, page=2)
    with caplog.at_level(logging.WARNING, "beyondwords"):
        assert len(list(once.background_tracks.list(limit=20))) == 50
    assert "the total changed from 50 to 55" in caplog.text


def test_it_fails_as_often_as_asked_and_retries_wait_nothing(
    beyondwords_sandbox: Sandbox, beyondwords_client: BeyondWords
) -> None:
    beyondwords_sandbox.fail_next(429, retry_after=50, times=2)
    assert beyondwords_client.background_tracks.list().total() == 2
    assert len(beyondwords_sandbox.requests) == 3


def test_publishing_waits_nothing_either(beyondwords_sandbox: Sandbox, beyondwords_client: BeyondWords) -> None:
    beyondwords_sandbox.fail_next(503, retry_after=20, operation="content#create")
    started = time.monotonic()
    article = NewContent(title="Ferry", body="It sails.", source_id="cms-1")
    assert beyondwords_client.content.publish(article).action == "created"
    assert time.monotonic() - started < 10


def test_waiting_for_content_takes_no_time(beyondwords_sandbox: Sandbox, beyondwords_client: BeyondWords) -> None:
    began = time.monotonic()
    beyondwords_sandbox.processing_time = 10
    item = beyondwords_client.content.create(NewContent(title="Ferry", body="It sails.", source_id="cms-1"))
    statuses: list[str] = []
    waited = beyondwords_client.content.wait(str(item.id), progress=lambda item: statuses.append(str(item.status)))
    assert waited.status == "processed"
    assert list(dict.fromkeys(statuses)) == ["queued", "processing", "processed"]
    # By its own timeout, as if the time had passed.
    beyondwords_sandbox.content.add(source_id="cms-2", title="Ferry", status="draft")
    with pytest.raises(ContentTimeoutError, match="after 20 s: its status is 'draft'"):
        beyondwords_client.content.wait("cms-2", timeout=20)
    assert time.monotonic() - began < 3


def test_waiting_for_content_takes_no_time_in_asyncio(
    beyondwords_sandbox: Sandbox, beyondwords_async_client: AsyncBeyondWords
) -> None:
    began = time.monotonic()
    beyondwords_sandbox.processing_time = 10
    beyondwords_sandbox.content.add(NewContent(title="Ferry", body="It sails.", source_id="cms-1"))
    assert asyncio.run(beyondwords_async_client.content.wait("cms-1")).status == "processed"
    assert time.monotonic() - began < 3


@pytest.mark.beyondwords(waits=True)
def test_waiting_for_content_takes_time_where_a_test_asks_for_it(
    beyondwords_sandbox: Sandbox, beyondwords_client: BeyondWords
) -> None:
    beyondwords_sandbox.processing_time = 10
    beyondwords_sandbox.content.add(NewContent(title="Ferry", body="It sails.", source_id="cms-1"))
    with pytest.raises(ContentTimeoutError, match="'queued'"):
        beyondwords_client.content.wait("cms-1", timeout=0.3, poll=0.1)


@pytest.mark.beyondwords(waits=True)
def test_retries_wait_where_a_test_asks_for_it(beyondwords_sandbox: Sandbox, beyondwords_client: BeyondWords) -> None:
    beyondwords_sandbox.fail_next(429, retry_after=90)
    # It lies beyond the deadline of 60 s, which only counts where there are waits.
    with pytest.raises(RateLimitError):
        beyondwords_client.background_tracks.list().page()


def test_a_post_that_is_cut_off_was_acted_on_and_is_not_sent_twice(
    beyondwords_sandbox: Sandbox, beyondwords_client: BeyondWords
) -> None:
    beyondwords_sandbox.truncate_next(operation="POST /projects/{project_id}/content")
    article = NewContent(title="Ferry", body="It sails.", source_id="cms-1")
    assert beyondwords_client.content.publish(article).action == "updated"
    assert len(beyondwords_sandbox.content) == 1


def test_the_first_page_is_that_of_a_list(beyondwords_sandbox: Sandbox, once: BeyondWords) -> None:
    beyondwords_sandbox.fail_next(503, page=1)
    once.projects.get()
    with pytest.raises(InternalServerError):
        once.background_tracks.list().page()


def test_an_operation_is_not_taken_for_another_whose_path_it_would_fit(
    beyondwords_sandbox: Sandbox, once: BeyondWords
) -> None:
    beyondwords_sandbox.fail_next(503, operation="content#show")
    once.analytics.by_content().first()
    with pytest.raises(InternalServerError):
        once.content.get("cms-1")
    assert [each.operation for each in beyondwords_sandbox.requests] == ["content#analytics_list", "content#show"]


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        (lambda sandbox: sandbox.fail_next(200), "status must be at least 300"),
        (lambda sandbox: sandbox.fail_next(500, operation="content#creat"), "did you mean 'content#create'"),
        (lambda sandbox: sandbox.fail_next("429"), "status must be a whole number"),
        (lambda sandbox: sandbox.fail_next(600), "status must be at most 599"),
        (lambda sandbox: sandbox.fail_next(429, retry_after=-1), "retry_after must be"),
        (lambda sandbox: sandbox.fail_next(429, retry_after="2"), "retry_after must be"),
        (lambda sandbox: sandbox.fail_next(500, operation=""), "no operation ''"),
        (lambda sandbox: sandbox.fail_next(500, times=0), "times must be"),
        (lambda sandbox: sandbox.disconnect_next(page=0), "page must be"),
        (lambda sandbox: sandbox.fail_next(500, page=1, operation="content#create"), "content#create has no pages"),
        (lambda sandbox: sandbox.stall_next(-1), "seconds must be"),
        (lambda sandbox: sandbox.stall_next("2"), "seconds must be"),
        (lambda sandbox: sandbox.change_total_next(by=0), "by must be"),
        (lambda sandbox: sandbox.fail_next(422, errors=["title"]), "pairs of location and message"),
    ],
)
def test_what_makes_no_sense_is_refused_by_name(beyondwords_sandbox: Sandbox, wrong: Fail, said: str) -> None:
    with pytest.raises((ValueError, TypeError), match=said):
        wrong(beyondwords_sandbox)


def test_reset_forgets_what_was_to_fail(beyondwords_sandbox: Sandbox, once: BeyondWords) -> None:
    beyondwords_sandbox.fail_next(500, times=5)
    beyondwords_sandbox.latency = 20
    beyondwords_sandbox.reset()
    assert once.background_tracks.list().total() == 2
