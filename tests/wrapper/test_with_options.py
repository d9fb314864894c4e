"""Copies that behave differently and share the connections."""

from __future__ import annotations

from functools import cached_property
from typing import Any

import httpx
import pytest

from beyondwords import ConfigurationError, InternalServerError, RateLimitError, ResponseDecodeError
from tests.wrapper.network import TrackServer
from tests.wrapper.sides import KEY, Answers, Rows, Side, ids, page
from tests.wrapper.test_constructor import BAD_OPTIONS, timeouts


def first_page(side: Side, client: Any) -> Any:
    return side.wait(client.background_tracks.list().page())


def test_a_copy_is_a_client_of_the_same_kind_key_and_address(side: Side) -> None:
    server = Rows(1)
    client = side.client(server, base_url="https://api.example.com/v2", user_agent="newsroom/1")
    copy = client.with_options(max_attempts=2)
    assert type(copy) is type(client)
    assert copy is not client
    first_page(side, client)
    first_page(side, copy)
    original, copied = server.requests
    assert copied.url == original.url
    assert copied.headers == original.headers


def test_timeout(side: Side) -> None:
    server = Rows(1)
    client = side.client(server, timeout=20)
    for each in (client.with_options(timeout=3), client.with_options(timeout=httpx.Timeout(2)), client):
        first_page(side, each)
    assert [timeouts(request)["read"] for request in server.requests] == [3, 2, 20]


def test_max_attempts(side: Side, no_waits: list[float]) -> None:
    server = Answers(*[httpx.Response(500)] * 5)
    client = side.client(server, max_attempts=1)
    for each, tries in ((client.with_options(max_attempts=4), 4), (client, 1)):
        with pytest.raises(InternalServerError) as caught:
            first_page(side, each)
        assert caught.value.attempts == tries


def test_deadline(side: Side, no_waits: list[float]) -> None:
    def limited() -> httpx.Response:
        return httpx.Response(429, headers={"Retry-After": "100"})

    server = Answers(limited(), page([7], total=1), limited())
    client = side.client(server, max_attempts=2)
    assert ids(first_page(side, client.with_options(deadline=200)).items) == [7]
    with pytest.raises(RateLimitError):
        first_page(side, client)


def test_max_response_bytes(side: Side) -> None:
    client = side.client(Rows(5))
    with pytest.raises(ResponseDecodeError, match=r"max_response_bytes \(20\)"):
        first_page(side, client.with_options(max_response_bytes=20))
    assert len(first_page(side, client).items) == 5


@pytest.mark.parametrize("method", ["POST", "PATCH"])
def test_retry_writes(side: Side, no_waits: list[float], method: str) -> None:
    server = Answers(httpx.Response(503), httpx.Response(200), httpx.Response(503))
    client = side.client(server, max_attempts=3)
    assert side.request(client.with_options(retry_writes=True), method, "/content").status_code == 200
    with pytest.raises(InternalServerError, match="attempt 1 of 3"):
        side.request(client, method, "/content")


def test_retry_writes_can_be_taken_back(side: Side, no_waits: list[float]) -> None:
    client = side.client(Answers(httpx.Response(503)), max_attempts=3)
    careful = client.with_options(retry_writes=True).with_options(retry_writes=False)
    with pytest.raises(InternalServerError, match="attempt 1 of 3"):
        side.request(careful, "POST", "/content")


def test_a_copy_of_a_copy_keeps_what_was_changed(side: Side, no_waits: list[float]) -> None:
    server = Answers(httpx.Response(500), httpx.Response(500))
    client = side.client(server).with_options(max_attempts=2).with_options(timeout=7)
    with pytest.raises(InternalServerError, match="attempt 2 of 2"):
        first_page(side, client)
    assert timeouts(server.requests[0])["read"] == 7


def test_what_was_used_before_copying_does_not_stick_to_the_copy(side: Side) -> None:
    server = Rows(1)
    client = side.client(server)
    first_page(side, client)
    side.request(client, "GET", "/x")
    copy = client.with_options(timeout=4)
    first_page(side, copy)
    side.request(copy, "GET", "/x")
    assert [timeouts(request)["read"] for request in server.requests] == [30, 30, 4, 4]


def test_a_walk_ahead_before_copying_does_not_stick_to_the_copy(side: Side) -> None:
    server = Rows(1)
    client = side.client(server)
    side.all(client.background_tracks.list(prefetch=2))
    side.all(client.with_options(timeout=4).background_tracks.list(prefetch=2))
    assert [timeouts(request)["read"] for request in server.requests] == [30, 4]


def test_a_resource_that_is_added_later_belongs_to_its_copy_as_well(side: Side) -> None:
    class Extended(side.client_class):  # type: ignore[misc, name-defined, unused-ignore]
        @cached_property
        def jingles(self) -> Any:
            return type(self.background_tracks)(self)

    server = Rows(1)
    client = Extended(api_key="k", transport=httpx.MockTransport(server))
    side.wait(client.jingles.list().page())
    side.wait(client.with_options(timeout=4).jingles.list().page())
    side.close(client)
    assert [timeouts(request)["read"] for request in server.requests] == [30, 4]


def test_a_rotating_key_is_asked_for_by_the_copy_too(side: Side) -> None:
    server = Rows(1)
    keys = iter(["first-key", "second-key"])
    client = side.client(server, api_key=lambda: next(keys))
    first_page(side, client)
    first_page(side, client.with_options(timeout=4))
    assert [request.headers["X-Api-Key"] for request in server.requests] == ["first-key", "second-key"]


@pytest.mark.parametrize(("name", "value", "kind"), [*BAD_OPTIONS, ("retry_writes", "yes", TypeError)])
def test_an_option_that_makes_no_sense_is_refused_by_name(
    side: Side, name: str, value: Any, kind: type[Exception]
) -> None:
    with pytest.raises(kind, match=f"^{name}"):
        side.client().with_options(**{name: value})


@pytest.mark.parametrize("name", ["api_key", "base_url", "user_agent", "transport"])
def test_what_belongs_to_the_connections_cannot_be_changed(side: Side, name: str) -> None:
    with pytest.raises(TypeError, match=name):
        side.client().with_options(**{name: "x"})


def test_a_copy_shares_the_connections(side: Side, track_server: TrackServer) -> None:
    client = side.client(base_url=track_server.base_url)
    for each in (client, client.with_options(timeout=3), client.with_options(deadline=9).with_options(timeout=2)):
        first_page(side, each)
    assert track_server.connections == [1, 1, 1]


def test_closing_a_copy_leaves_its_parent_open(side: Side, track_server: TrackServer) -> None:
    client = side.client(base_url=track_server.base_url)
    first_page(side, client)
    copy, other = client.with_options(timeout=3), client.with_options(timeout=4)
    side.close(copy)
    side.close(copy)
    with pytest.raises(ConfigurationError, match="closed"):
        first_page(side, copy)
    first_page(side, client)
    first_page(side, other)
    assert track_server.connections == [1, 1, 1]


def test_closing_a_client_closes_its_copies(side: Side, track_server: TrackServer) -> None:
    client = side.client(base_url=track_server.base_url)
    copy = client.with_options(timeout=3)
    side.close(client)
    with pytest.raises(ConfigurationError, match="closed"):
        first_page(side, copy)
    with pytest.raises(ConfigurationError, match="closed"):
        first_page(side, client.with_options(timeout=4))
    assert track_server.connections == []


def test_a_copy_in_a_with_statement_leaves_its_parent_open() -> None:
    from beyondwords import BeyondWords

    with BeyondWords(KEY, transport=httpx.MockTransport(Rows(1))) as bw:
        with bw.with_options(timeout=3) as copy:
            assert len(copy.background_tracks.list().page().items) == 1
        assert len(bw.background_tracks.list().page().items) == 1
