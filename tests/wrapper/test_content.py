"""`bw.content`: publishing, waiting, finding, deleting and downloading, against an API that keeps what it is sent."""

from __future__ import annotations

import json
import threading
from collections import Counter
from collections.abc import Callable
from typing import Any

import httpx
import pytest

from beyondwords import BeyondWords, errors
from beyondwords_api.models import NewContent
from tests.fake_server import FakeServer, hangs, response_bytes, sends
from tests.sides import KEY, Side, ends

TAKEN = {"code": 422, "message": "Invalid", "errors": [{"location": "source_id", "message": "has already been taken"}]}
ORDER = ["queued", "processing", "processed"]


class ContentApi:
    """Content of one project; each GET moves an item one status on."""

    def __init__(self) -> None:
        self.items: dict[str, dict[str, Any]] = {}
        self.created = 0
        self.before: Callable[[httpx.Request], None] = lambda request: None
        self._lock = threading.Lock()

    def __call__(self, request: httpx.Request) -> httpx.Response:
        with self._lock:
            self.before(request)
            return self._respond(request)

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
    assert side.wait(bw.content.find("cms-1")).id == content.id
    assert side.wait(bw.content.find("cms-2")) is None


LOST, MADE, FOUND, GONE, ERROR = httpx.ReadError("lost"), (201, ""), (200, ""), (404, ""), (500, "")
BUSY, LATER, TAKEN_ID, REFUSED = (503, "7"), (503, "61"), (422, "source_id"), (422, "body")
# What a publish meets, which requests it makes of it, what comes out, and after how many waits.
ROUNDS: dict[str, tuple[list[Any], str, str | tuple[type[errors.BeyondWordsError], str], int]] = {
    "refused": ([REFUSED], "POST", (errors.UnprocessableEntityError, "422 POST .*body: is wrong"), 0),
    "taken": ([TAKEN_ID, FOUND], "POST PUT", "updated", 0),
    "lost on its way there": ([LOST, GONE, MADE], "POST GET POST", "created", 1),
    "lost on its way back": ([LOST, FOUND, FOUND], "POST GET PUT", "updated", 1),
    "deleted meanwhile": ([TAKEN_ID, GONE, GONE, MADE], "POST PUT GET POST", "created", 1),
    "busy twice": ([BUSY, GONE, ERROR, GONE, MADE], "POST GET POST GET POST", "created", 2),
    # A wait beyond the deadline is not begun.
    "busy for long": ([LATER], "POST", (errors.InternalServerError, "POST .*attempt 1 of 3.*again in 61 s"), 0),
    "an error for ever": (
        [ERROR, GONE] * 4,
        "POST GET " * 3 + "POST",
        (errors.InternalServerError, "round 4 of 4 of publishing, 4 attempts in all"),
        3,
    ),
    "lost for ever": (
        [LOST, GONE] * 4,
        "POST GET " * 3 + "POST",
        (errors.APIConnectionError, "round 4 of 4 of publishing, 4 attempts in all"),
        3,
    ),
}


@pytest.mark.parametrize("name", ROUNDS)
def test_a_create_that_may_have_arrived_is_looked_for_first(side: Side, waits: list[float], name: str) -> None:
    script, requests, outcome, rounds = ROUNDS[name]
    made: list[str] = []

    def respond(request: httpx.Request) -> httpx.Response:
        made.append(request.method)
        assert request.url.path.endswith("/content" if request.method == "POST" else "/content/cms-1")
        found = script[len(made) - 1]
        if isinstance(found, Exception):
            raise found
        status, more = found
        body = {"id": "1", "errors": [{"location": more, "message": "is wrong"}]}
        return httpx.Response(status, headers={"Retry-After": more} if status == 503 else {}, json=body)

    publish = side.client(respond, project_id=7, max_attempts=3).content.publish
    if isinstance(outcome, str):
        assert side.wait(publish(article())).action == outcome
    else:
        with pytest.raises(outcome[0], match=outcome[1]) as caught:
            side.wait(publish(article()))
        assert caught.value.attempts == requests.count("POST")
    assert (" ".join(made), len(waits)) == (requests, rounds)
    assert waits[:1] == [7] or BUSY not in script
    assert all(0.25 * 2**number <= wait <= 0.5 * 2**number for number, wait in enumerate(waits) if wait != 7)


# Many


def test_fifty_that_race_for_five_ids_leave_five_items(side: Side, api: ContentApi) -> None:
    items = [article(f"cms-{number % 5}") for number in range(50)]
    told: list[Any] = []
    results = side.wait(client(side, api).content.publish_many(items, concurrency=10, progress=told.append))
    assert Counter(result.action for result in results) == {"created": 5, "updated": 45}
    assert [result.item for result in results] == items
    assert (len(api.items), api.created, len(told)) == (5, 5, 50)
    assert all(result.content.source_id == result.item.source_id for result in results)


def test_one_that_fails_does_not_stop_the_others(side: Side, api: ContentApi, waits: list[float]) -> None:
    def lose(request: httpx.Request) -> None:
        if "lost" in f"{request.url} {request.content!r}":
            raise httpx.ConnectError("lost")

    api.before = lose
    bw = client(side, api)
    wrong = [NewContent(body="x"), article(".."), {"title": "x"}, article("lost")]
    results = side.wait(bw.content.publish_many([article("a"), *wrong, article("b")]))
    assert [result.action for result in results] == ["created", *["failed"] * 4, "created"]
    kinds = [type(result.error) for result in results[1:5]]
    assert kinds == [ValueError, ValueError, TypeError, errors.APIConnectionError]
    results = side.wait(bw.content.delete_many(["a", "c", None, "lost", "b"]))
    actions = [(result.content_id, result.action) for result in results]
    assert actions[:3] == [("a", "deleted"), ("c", "missing"), ("None", "failed")]
    assert actions[3:] == [("lost", "failed"), ("b", "deleted")]


def test_ctrl_c_gives_what_is_known(api: ContentApi, monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[Any] = []

    def interrupt(result: Any) -> None:
        told.append(result)
        if len(told) == 3:
            raise KeyboardInterrupt

    # Without threads, so that it is the main thread that is interrupted.
    monkeypatch.setattr("beyondwords._sync.runtime.start", lambda work: None)
    items = [article(f"cms-{number}") for number in range(20)]
    with BeyondWords(KEY, transport=httpx.MockTransport(api), project_id=7) as bw:
        results = bw.content.publish_many(items, progress=interrupt)
    assert [result.action for result in results] == ["created"] * 3 + ["not tried"] * 17


@pytest.mark.parametrize("concurrency", [1, 4])
def test_progress_that_fails_ends_the_rest_and_comes_out(side: Side, api: ContentApi, concurrency: int) -> None:
    def fails(result: Any) -> None:
        raise RuntimeError("no more")

    articles = [article(f"cms-{number}") for number in range(40)]
    with pytest.raises(RuntimeError, match="no more"):
        side.wait(client(side, api).content.publish_many(articles, concurrency=concurrency, progress=fails))
    assert 1 <= api.created <= concurrency


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
        (closed, errors.ConfigurationError, "closed"),
        (of_no_project, errors.ConfigurationError, "no project"),
        (of_a_wrong_project, ValueError, "project_id must not be"),
        (without_key, ValueError, "no key today"),
        (with_bad_key, errors.ConfigurationError, "from the api_key function"),
    ):
        told: list[Any] = []
        for call, given in ((bw.content.publish_many, [article()]), (bw.content.delete_many, ["cms-1"])):
            with pytest.raises(kind, match=said):
                side.wait(call(given, progress=told.append))
        assert told == []
    assert api.created == 0


# wait


def test_waiting_until_it_is_processed(side: Side, api: ContentApi, waits: list[float]) -> None:
    bw = client(side, api)
    side.wait(bw.content.publish(article()))
    seen: list[str] = []
    item = side.wait(bw.content.wait("cms-1", poll=2, progress=lambda item: seen.append(str(item.status))))
    assert (item.status, seen, waits) == ("processed", ["processing", "processed"], [2])


@pytest.mark.parametrize("status", ["error", "skipped", "archived"])
def test_another_end_is_an_error_with_its_status(side: Side, api: ContentApi, status: str) -> None:
    api.items["cms-1"] = {"id": "1", "status": status, "error_message": "no credits"}
    with pytest.raises(errors.ContentFailedError, match=f"'{status}'.*no credits") as caught:
        side.wait(client(side, api).content.wait("cms-1"))
    assert (caught.value.status, caught.value.content_id) == (status, "cms-1")


def test_waiting_ends_in_time_with_the_last_status(side: Side, api: ContentApi) -> None:
    api.items["cms-1"] = {"id": "1", "status": "draft"}
    with pytest.raises(errors.ContentTimeoutError, match=r"not processed after 0\.2 s: its status is 'draft'"):
        side.wait(client(side, api).content.wait("cms-1", timeout=0.2, poll=0.05))
    # Also when a request stalls; but a limit of the caller's own is an error of its own.
    queued = response_bytes(200, b'{"id": "1", "status": "queued"}')
    with FakeServer(sends(queued), hangs) as server:
        bw = side.client(base_url=server.base_url, project_id=7, max_attempts=3)
        with ends(2), pytest.raises(errors.ContentTimeoutError, match=r"not processed after 0\.6 s: .* 'queued'"):
            side.wait(bw.content.wait("cms-1", timeout=0.6, poll=0.05))
        with pytest.raises(errors.APITimeoutError):
            side.wait(bw.with_options(deadline=0.2).content.wait("cms-1", timeout=5))


def test_what_is_not_there_yet_has_a_little_time(side: Side, api: ContentApi, waits: list[float]) -> None:
    requests: list[int] = []

    def appear(request: httpx.Request) -> None:
        requests.append(1)
        if len(requests) == 3:
            api.items["cms-1"] = {"id": "1", "status": "processed"}

    api.before = appear
    assert side.wait(client(side, api).content.wait("cms-1")).status == "processed"
    with pytest.raises(errors.NotFoundError):
        side.wait(client(side, api).content.wait("nothing", timeout=0.1, poll=0.05))
