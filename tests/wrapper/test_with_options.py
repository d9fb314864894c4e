"""Copies that behave differently and share the connections."""

from __future__ import annotations

import httpx
import pytest

from beyondwords import ConfigurationError, InternalServerError
from tests.fake_server import FakeServer
from tests.sides import Responses, Rows, Side


def read_timeouts(server: Rows | Responses) -> list[float]:
    return [request.extensions["timeout"]["read"] for request in server.requests]


def test_a_copy_is_a_client_of_the_same_kind_key_and_address(side: Side) -> None:
    server = Rows(1)
    client = side.client(server, base_url="https://api.example.com/v2", user_agent="newsroom/1")
    copy = client.with_options(max_attempts=2)
    assert type(copy) is type(client)
    assert copy is not client
    side.page(client)
    side.page(copy)
    original, copied = server.requests
    assert copied.url == original.url
    assert copied.headers == original.headers


def test_timeout(side: Side) -> None:
    server = Rows(1)
    client = side.client(server, timeout=20)
    for each in (client, client.with_options(timeout=3), client.with_options(timeout=httpx.Timeout(2)), client):
        side.page(each)
        side.request(each, "GET", "/x")
    assert read_timeouts(server) == pytest.approx([20, 20, 3, 3, 2, 2, 20, 20])


def test_retry_writes_and_taking_it_back(side: Side, waits: list[float]) -> None:
    client = side.client(Responses(httpx.Response(503), httpx.Response(200), httpx.Response(503)), max_attempts=3)
    careless = client.with_options(retry_writes=True)
    assert side.request(careless, "POST", "/content").status_code == 200
    with pytest.raises(InternalServerError, match="attempt 1 of 3"):
        side.request(careless.with_options(retry_writes=False), "POST", "/content")


def test_a_copy_of_a_copy_keeps_what_was_changed(side: Side, waits: list[float]) -> None:
    server = Responses(httpx.Response(500), httpx.Response(500))
    client = side.client(server).with_options(max_attempts=2).with_options(timeout=7)
    with pytest.raises(InternalServerError, match="attempt 2 of 2"):
        side.page(client)
    assert read_timeouts(server)[0] == pytest.approx(7)


def test_retry_writes_is_true_or_false(side: Side) -> None:
    with pytest.raises(TypeError, match="retry_writes"):
        side.client().with_options(retry_writes="yes")


@pytest.mark.parametrize("name", ["api_key", "base_url", "user_agent", "transport"])
def test_what_belongs_to_the_connections_cannot_be_changed(side: Side, name: str) -> None:
    with pytest.raises(TypeError, match=name):
        side.client().with_options(**{name: "x"})


def test_a_copy_shares_the_connections(side: Side) -> None:
    with FakeServer(rows=1) as server:
        client = side.client(base_url=server.base_url)
        for each in (client, client.with_options(timeout=3), client.with_options(deadline=9).with_options(timeout=2)):
            side.page(each)
        assert server.connections_made == 1


def test_closing_a_copy_leaves_its_parent_open(side: Side) -> None:
    with FakeServer(rows=1) as server:
        client = side.client(base_url=server.base_url)
        side.page(client)
        copy, other = client.with_options(timeout=3), client.with_options(timeout=4)
        for _ in range(2):
            side.close(copy)
        with pytest.raises(ConfigurationError, match="closed"):
            side.page(copy)
        side.page(client)
        side.page(other)
        assert server.connections_made == 1


def test_closing_a_client_closes_its_copies(side: Side) -> None:
    server = Rows(1)
    client = side.client(server)
    copy = client.with_options(timeout=3)
    side.close(client)
    for each in (copy, client.with_options(timeout=4)):
        with pytest.raises(ConfigurationError, match="closed"):
            side.page(each)
    assert server.requests == []
