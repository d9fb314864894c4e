"""`bw.content`: publishing, waiting, finding, deleting and downloading, against an API that keeps what it is sent."""

from __future__ import annotations

import json
import threading
import time
from collections import Counter
from collections.abc import Callable
from typing import Any

import httpx
import pytest

from beyondwords import (
    APIConnectionError,
    APITimeoutError,
    BeyondWordsError,
    ConfigurationError,
    ContentFailedError,
    ContentTimeoutError,
    InternalServerError,
    NotFoundError,
    UnprocessableEntityError,
)
from beyondwords_api.models import NewContent
from tests.fake_server import FakeServer, hangs, response_bytes, sends
from tests.sides import Side

TAKEN = {"code": 422, "message": "Invalid", "errors": [{"location": "source_id", "message": "has already been taken"}]}
ORDER = ["queued", "processing", "processed"]


class ContentApi:
    """Content of one project; each GET moves an item one status on."""

    def __init__(self) -> None:
        self.items: dict[str, dict[str, Any]] = {}
        self.created = 0
        self.before: Callable[[httpx.Request], None] = lambda request: None
        self.after: Callable[[httpx.Request], None] = lambda request: None
        self._lock = threading.Lock()

    def __call__(self, request: httpx.Request) -> httpx.Response:
        with self._lock:
            self.before(request)
            response = self._respond(request)
            self.after(request)
        return response

    def _respond(self, request: httpx.Request) -> httpx.Response:
        body = json.loads(request.content or b"{}")
        if request.method == "POST":
            if body["source_id"] in self.items:
                return httpx.Response(422, json=TAKEN)
            self.created += 1
            item = {"id": f"id-{self.created}", "status": "queued", **body}
            self.items[body["source_id"]] = item
            return httpx.Response(201, json=item)
        source_id = request.url.path.rpartition("/")[2]
        found = self.items.get(source_id)
        if found is None:
            return httpx.Response(404, json={"message": "Not Found"})
        if request.method == "DELETE":
            del self.items[source_id]
            return httpx.Response(204)
        if request.method == "GET" and found["status"] in ORDER[:-1]:
            found["status"] = ORDER[ORDER.index(found["status"]) + 1]
        return httpx.Response(200, json={**found, **body} if request.method == "GET" else found | body)


@pytest.fixture
def api() -> ContentApi:
    return ContentApi()


def client(side: Side, api: ContentApi, **options: Any) -> Any:
    return side.client(api, project_id=7, **options)


def article(source_id: str = "cms-1", title: str = "Ferry") -> NewContent:
    return NewContent(title=title, body="<p>It sails.</p>", source_id=source_id)


# publish


def test_publishing_twice_creates_and_then_updates(side: Side, api: ContentApi) -> None:
    bw = client(side, api)
    assert side.wait(bw.content.publish(article())).action == "created"
    content, action = side.wait(bw.content.publish(article(title="Ferry returns")))
    assert (action, content.title, api.created) == ("updated", "Ferry returns", 1)
    assert "type" not in api.items["cms-1"] or api.items["cms-1"]["type"] == "auto_segment"


def test_another_refusal_comes_out(side: Side) -> None:
    refused = httpx.Response(422, json={"message": "Invalid", "errors": [{"location": "body", "message": "is empty"}]})
    with pytest.raises(UnprocessableEntityError, match="body: is empty"):
        side.wait(side.client(lambda request: refused, project_id=7).content.publish(article()))


@pytest.mark.parametrize("lost", ["before", "after"])
def test_a_create_whose_connection_is_lost_is_looked_for_first(side: Side, api: ContentApi, lost: str) -> None:
    losses = [httpx.ReadError("lost")]

    def lose(request: httpx.Request) -> None:
        if request.method == "POST" and losses:
            raise losses.pop()

    setattr(api, lost, lose)
    content, action = side.wait(client(side, api).content.publish(article()))
    assert (content.source_id, api.created, list(api.items)) == ("cms-1", 1, ["cms-1"])
    assert action == ("created" if lost == "before" else "updated")


def test_an_item_that_is_deleted_between_is_created_again(side: Side, api: ContentApi) -> None:
    bw = client(side, api)
    side.wait(bw.content.publish(article()))
    times = [1]

    def delete(request: httpx.Request) -> None:
        if request.method == "PUT" and times:
            times.pop()
            api.items.clear()

    api.before = delete
    assert side.wait(bw.content.publish(article())).action == "created"


def test_a_connection_that_is_lost_for_ever_is_the_error(side: Side, waits: list[float]) -> None:
    def lost(request: httpx.Request) -> httpx.Response:
        raise httpx.ReadError("lost")

    with pytest.raises(APIConnectionError):
        side.wait(side.client(lost, project_id=7).content.publish(article()))


def test_publishing_needs_a_source_id(side: Side, api: ContentApi) -> None:
    with pytest.raises(ValueError, match="needs a source_id"):
        side.wait(client(side, api).content.publish(NewContent(body="x")))
    assert api.created == 0


@pytest.mark.parametrize("source_id", [".", ".."])
def test_what_could_not_be_found_again_is_not_created(side: Side, api: ContentApi, source_id: str) -> None:
    bw = client(side, api)
    for call in (bw.content.publish, bw.content.create):
        with pytest.raises(ValueError, match=f"source_id must not be '{source_id}'"):
            side.wait(call(article(source_id)))
    with pytest.raises(ValueError, match="source_id must not be ''"):
        side.wait(bw.content.create(article("")))
    (result,) = side.wait(bw.content.publish_many([article(source_id)]))
    assert (result.action, api.created) == ("failed", 0)


def test_what_the_server_asks_to_wait_comes_before_the_next_round(
    side: Side, api: ContentApi, waits: list[float]
) -> None:
    calls: list[str] = []

    def fail(request: httpx.Request) -> httpx.Response:
        calls.append(f"{request.method} after {len(waits)}")
        if request.method == "POST" and len(waits) < 2:
            return httpx.Response(503, headers={"Retry-After": "7"} if not waits else {})
        return api(request)

    content, action = side.wait(side.client(fail, project_id=7, max_attempts=3).content.publish(article()))
    assert (action, content.source_id) == ("created", "cms-1")
    assert calls == ["POST after 0", "GET after 1", "POST after 1", "GET after 2", "POST after 2"]
    assert waits[0] == 7
    assert 0.5 <= waits[1] <= 1


def test_a_wait_beyond_the_deadline_is_not_begun(side: Side, waits: list[float]) -> None:
    busy = httpx.Response(503, headers={"Retry-After": "61"})
    with pytest.raises(InternalServerError, match=r"attempt 1 of 3.* Try again in 61 s") as caught:
        side.wait(side.client(lambda request: busy, project_id=7, max_attempts=3).content.publish(article()))
    assert (caught.value.method, caught.value.attempts, waits) == ("POST", 1, [])


@pytest.mark.parametrize("failure", [httpx.Response(500), httpx.ReadError("lost")], ids=["500", "lost"])
def test_the_error_of_the_last_round_tells_all_that_was_tried(side: Side, waits: list[float], failure: Any) -> None:
    created: list[int] = []

    def fail(request: httpx.Request) -> httpx.Response:
        if request.method == "GET":
            return httpx.Response(404)
        created.append(1)
        if isinstance(failure, Exception):
            raise failure
        return httpx.Response(500)

    with pytest.raises(BeyondWordsError, match="round 4 of 4 of publishing, 4 attempts in all") as caught:
        side.wait(side.client(fail, project_id=7, max_attempts=3).content.publish(article()))
    assert (caught.value.attempts, len(created), len(waits)) == (4, 4, 3)


# Many


def test_fifty_that_race_for_five_ids_leave_five_items(side: Side, api: ContentApi) -> None:
    items = [article(f"cms-{number % 5}") for number in range(50)]
    told: list[Any] = []
    results = side.wait(client(side, api).content.publish_many(items, concurrency=10, progress=told.append))
    assert Counter(result.action for result in results) == {"created": 5, "updated": 45}
    assert [result.item for result in results] == items
    assert (len(api.items), api.created, len(told)) == (5, 5, 50)
    assert all(result.content.source_id == result.item.source_id for result in results)


def test_one_that_fails_does_not_stop_the_others(side: Side, api: ContentApi) -> None:
    results = side.wait(client(side, api).content.publish_many([article("a"), NewContent(body="x"), article("b")]))
    assert [result.action for result in results] == ["created", "failed", "created"]
    assert isinstance(results[1].error, ValueError)


def test_ctrl_c_gives_what_is_known(api: ContentApi) -> None:
    from tests.sides import SyncSide

    side = SyncSide()
    numbers = iter(range(3))

    def interrupt(result: Any) -> None:
        if next(numbers) == 2:
            raise KeyboardInterrupt

    items = [article(f"cms-{number}") for number in range(20)]
    bw = client(side, api)

    def publish_here(work: Any) -> None:
        return None

    with pytest.MonkeyPatch.context() as patch:
        # Without threads, so that it is the main thread that is interrupted.
        patch.setattr("beyondwords._sync.runtime.start", publish_here)
        results = bw.content.publish_many(items, progress=interrupt)
    assert [result.action for result in results] == ["created"] * 3 + ["not tried"] * 17
    side.tidy()


def test_deleting_many_tells_what_was_missing(side: Side, api: ContentApi) -> None:
    bw = client(side, api)
    side.wait(bw.content.publish(article("a")))
    results = side.wait(bw.content.delete_many(["a", "b"]))
    assert [(result.content_id, result.action) for result in results] == [("a", "deleted"), ("b", "missing")]


@pytest.mark.parametrize("concurrency", [1, 4])
def test_progress_that_fails_ends_the_rest_and_comes_out(side: Side, api: ContentApi, concurrency: int) -> None:
    def fails(result: Any) -> None:
        raise RuntimeError("no more")

    articles = [article(f"cms-{number}") for number in range(40)]
    with pytest.raises(RuntimeError, match="no more"):
        side.wait(client(side, api).content.publish_many(articles, concurrency=concurrency, progress=fails))
    assert 1 <= api.created <= concurrency


@pytest.mark.parametrize(
    ("item", "error", "said"),
    [
        (NewContent(title="x", body="x", source_id="s", metadata={"a": 1}), TypeError, "{'a': 1} stands where a model"),  # type: ignore[arg-type]
        (NewContent(title="x", body=b"x", source_id="s"), ValueError, "cannot be sent: Object of type bytes"),  # type: ignore[arg-type]
        (NewContent(title="x", body="\ud800", source_id="s"), ValueError, "cannot be sent: .*surrogates"),
    ],
    ids=["mapping", "bytes", "half a letter"],
)
def test_a_value_that_cannot_be_sent_is_told_before_any_request(
    side: Side, api: ContentApi, item: Any, error: type[Exception], said: str
) -> None:
    with pytest.raises(error, match=said):
        side.wait(client(side, api).content.publish(item))
    assert api.created == 0


@pytest.mark.parametrize("wrong", [None, 5])
def test_what_is_no_list_is_refused_by_name(side: Side, api: ContentApi, wrong: Any) -> None:
    bw = client(side, api)
    for call, name in ((bw.content.publish_many, "items"), (bw.content.delete_many, "content_ids")):
        with pytest.raises(TypeError, match=f"{name} must be a list"):
            side.wait(call(wrong))


def test_what_is_no_content_is_one_failed_item(side: Side, api: ContentApi) -> None:
    bw = client(side, api)
    with pytest.raises(TypeError, match=r"must be a NewContent, .* not {'title': 'x'}"):
        side.wait(bw.content.publish({"title": "x"}))
    results = side.wait(bw.content.publish_many([article(), {"title": "x"}]))
    assert [result.action for result in results] == ["created", "failed"]
    assert [result.action for result in side.wait(bw.content.delete_many(["cms-1", None]))] == ["deleted", "failed"]


def test_many_with_a_client_that_cannot_work_is_an_error_at_once(side: Side, api: ContentApi) -> None:
    def no_key() -> str:
        raise ValueError("no key today")

    closed = client(side, api)
    side.close(closed)
    of_no_project = side.client(api)
    of_a_wrong_project = side.client(api, project_id="..")
    without_key = client(side, api, api_key=no_key)
    with_bad_key = client(side, api, api_key=lambda: "two\nlines")
    for bw, kind, said in (
        (closed, ConfigurationError, "closed"),
        (of_no_project, ConfigurationError, "no project"),
        (of_a_wrong_project, ValueError, "project_id must not be"),
        (without_key, ValueError, "no key today"),
        (with_bad_key, ConfigurationError, "from the api_key function"),
    ):
        told: list[Any] = []
        for call, given in ((bw.content.publish_many, [article()]), (bw.content.delete_many, ["cms-1"])):
            with pytest.raises(kind, match=said):
                side.wait(call(given, progress=told.append))
        assert told == []
    assert api.created == 0


def test_progress_that_is_no_function_is_refused_before_any_request(side: Side, api: ContentApi) -> None:
    bw = client(side, api)
    api.items["cms-1"] = {"id": "1", "status": "processed"}
    requests: list[httpx.Request] = []
    api.before = requests.append
    for call, given in (
        (bw.content.publish_many, [article()]),
        (bw.content.delete_many, ["cms-1"]),
        (bw.content.wait, "cms-1"),
    ):
        with pytest.raises(TypeError, match="progress must be a function, not 5"):
            side.wait(call(given, progress=5))
    assert requests == []


@pytest.mark.parametrize("concurrency", [0, 1.5, True])
def test_concurrency_is_checked(side: Side, api: ContentApi, concurrency: Any) -> None:
    with pytest.raises((TypeError, ValueError), match="concurrency"):
        side.wait(client(side, api).content.publish_many([article()], concurrency=concurrency))


# find and wait


def test_finding_gives_the_item_or_none(side: Side, api: ContentApi) -> None:
    bw = client(side, api)
    side.wait(bw.content.publish(article()))
    assert side.wait(bw.content.find("cms-1")).title == "Ferry"
    assert side.wait(bw.content.find("cms-2")) is None


def test_waiting_until_it_is_processed(side: Side, api: ContentApi, waits: list[float]) -> None:
    bw = client(side, api)
    side.wait(bw.content.publish(article()))
    seen: list[str] = []
    item = side.wait(bw.content.wait("cms-1", poll=2, progress=lambda item: seen.append(str(item.status))))
    assert (item.status, seen, waits) == ("processed", ["processing", "processed"], [2])


@pytest.mark.parametrize("status", ["error", "skipped", "archived"])
def test_another_end_is_an_error_with_its_status(side: Side, api: ContentApi, status: str) -> None:
    api.items["cms-1"] = {"id": "1", "status": status, "error_message": "no credits"}
    with pytest.raises(ContentFailedError, match=f"'{status}'.*no credits") as caught:
        side.wait(client(side, api).content.wait("cms-1"))
    assert (caught.value.status, caught.value.content_id) == (status, "cms-1")


def test_waiting_ends_in_time_with_the_last_status(side: Side, api: ContentApi) -> None:
    api.items["cms-1"] = {"id": "1", "status": "draft"}
    with pytest.raises(ContentTimeoutError, match=r"not processed after 0\.2 s: its status is 'draft'"):
        side.wait(client(side, api).content.wait("cms-1", timeout=0.2, poll=0.05))


def test_waiting_ends_in_time_also_when_a_request_stalls(side: Side) -> None:
    queued = response_bytes(200, b'{"id": "1", "status": "queued"}')
    with FakeServer(sends(queued), hangs) as server:
        bw = side.client(base_url=server.base_url, project_id=7, max_attempts=3)
        started = time.monotonic()
        with pytest.raises(ContentTimeoutError, match="not processed after 1 s: its status is 'queued'"):
            side.wait(bw.content.wait("cms-1", timeout=1, poll=0.1))
        assert time.monotonic() - started < 2
        # A limit of the caller's own is an error of its own.
        with pytest.raises(APITimeoutError):
            side.wait(bw.with_options(deadline=0.2).content.wait("cms-1", timeout=5))


def test_what_is_not_there_yet_has_a_little_time(side: Side, api: ContentApi, waits: list[float]) -> None:
    requests: list[int] = []

    def appear(request: httpx.Request) -> None:
        requests.append(1)
        if len(requests) == 3:
            api.items["cms-1"] = {"id": "1", "status": "processed"}

    api.before = appear
    assert side.wait(client(side, api).content.wait("cms-1")).status == "processed"
    with pytest.raises(NotFoundError):
        side.wait(client(side, api).content.wait("nothing", timeout=0.1, poll=0.05))
