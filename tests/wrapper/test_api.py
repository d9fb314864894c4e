"""`bw.api`: the generated client, configured and closed to the ways around the configuration."""

from __future__ import annotations

import copy
import pickle
from http import HTTPStatus
from typing import Any

import attrs
import httpx
import pytest

from beyondwords import (
    APIConnectionError,
    AsyncBeyondWords,
    AuthenticationError,
    BackgroundTrack,
    BeyondWords,
    ConfigurationError,
    NotFoundError,
)
from beyondwords_api import AuthenticatedClient
from beyondwords_api.api.background_tracks import background_tracks_index
from beyondwords_api.types import Response
from tests.wrapper.sides import KEY, Answers, Rows, Side, ids, page


def generated(side: Side, client: Any, *, detailed: bool = False, **arguments: Any) -> Any:
    """What the generated function of this side gives."""
    name = side.request_function if detailed else side.request_function.removesuffix("_detailed")
    return side.wait(getattr(background_tracks_index, name)(client=client.api, **arguments))


def test_a_generated_function_works_with_it(side: Side) -> None:
    server = Rows(25)
    tracks = generated(side, side.client(server), pagination_limit=2, filter_name="a")
    assert ids(tracks) == [0, 1]
    assert all(isinstance(track, BackgroundTrack) for track in tracks)
    request = server.requests[0]
    assert str(request.url.copy_with(query=None)) == "https://api.beyondwords.io/v1/background_tracks"
    assert dict(request.url.params) == {"pagination[limit]": "2", "filter[name]": "a"}


def test_the_whole_response_comes_too(side: Side) -> None:
    response = generated(side, side.client(Rows(25)), detailed=True)
    assert isinstance(response, Response)
    assert response.status_code is HTTPStatus.OK
    assert response.headers["X-Pagination-Total-Count"] == "25"
    assert ids(response.parsed or []) == list(range(10))


def test_it_has_the_key_the_user_agent_and_the_timeout(side: Side) -> None:
    server = Rows(1)
    generated(side, side.client(server, user_agent="newsroom/1", timeout=9))
    request = server.requests[0]
    assert request.headers["X-Api-Key"] == KEY
    assert request.headers["User-Agent"].startswith("newsroom/1 ")
    assert request.extensions["timeout"]["read"] == 9


def test_it_tries_again(side: Side, no_waits: list[float]) -> None:
    server = Answers(httpx.Response(503), page([0], total=1))
    assert ids(generated(side, side.client(server, max_attempts=2))) == [0]
    assert len(no_waits) == 1


def test_it_raises_typed_errors(side: Side) -> None:
    for answer, error in (
        (httpx.Response(401), AuthenticationError),
        (httpx.Response(404), NotFoundError),
        (httpx.ConnectError("refused"), APIConnectionError),
    ):
        with pytest.raises(error):
            generated(side, side.client(Answers(answer)))


def test_a_client_with_other_options_has_an_api_of_its_own(side: Side) -> None:
    server = Rows(1)
    client = side.client(server)
    generated(side, client)
    generated(side, client.with_options(timeout=3))
    assert [request.extensions["timeout"]["read"] for request in server.requests] == [30, 3]


@pytest.mark.parametrize("method", ["GET", "POST", "PUT", "PATCH", "DELETE"])
def test_functions_of_any_kind_go_the_same_way(side: Side, method: str) -> None:
    # The calls that generated code makes: with a path parameter, a query, a JSON body, headers of its own.
    server = Answers(httpx.Response(200, json={"id": "x"}))
    response = side.request(
        side.client(server),
        method,
        "/projects/7/content",
        params={"filter[language.code]": "en"},
        json=None if method in ("GET", "DELETE") else {"title": "Grüße"},
        headers={"X-Referer": "https://example.com"},
    )
    assert response.json() == {"id": "x"}
    request = server.requests[0]
    assert (request.method, request.url.path) == (method, "/v1/projects/7/content")
    assert request.headers["X-Api-Key"] == KEY
    assert request.headers["X-Referer"] == "https://example.com"


@pytest.mark.parametrize("name", ["X-Api-Key", "x-api-key"])
def test_the_key_of_the_client_takes_the_place_of_another(side: Side, name: str) -> None:
    server = Answers(httpx.Response(200))
    side.request(side.client(server), "GET", "/x", headers={name: "somebody-elses"})
    assert server.requests[0].headers.get_list("X-Api-Key") == [KEY]


@pytest.mark.parametrize("url", ["https://elsewhere.example.com/v1/x", "http://api.beyondwords.io/v1/x"])
def test_it_sends_nothing_to_another_origin(side: Side, url: str) -> None:
    server = Rows(1)
    with pytest.raises(ConfigurationError, match=r"the API key is for https://api\.beyondwords\.io, so .* is not sent"):
        side.request(side.client(server), "GET", url)
    assert server.requests == []


def test_it_is_a_generated_client(side: Side) -> None:
    api = side.client(Rows(1)).api
    assert isinstance(api, AuthenticatedClient)
    assert api.raise_on_unexpected_status is False


def test_it_is_the_same_object_every_time(side: Side) -> None:
    client = side.client(Rows(1))
    assert client.api is client.api


# Ways around


REFUSED: list[tuple[str, tuple[Any, ...], str]] = [
    ("with_headers", ({"a": "b"},), "user_agent"),
    ("with_cookies", ({"a": "b"},), "cookies"),
    ("with_timeout", (httpx.Timeout(3),), r"use bw\.with_options\(timeout=\.\.\.\)\.api"),
    ("set_httpx_client", (httpx.Client(),), r"BeyondWords\(transport=\.\.\.\)"),
    ("set_async_httpx_client", (httpx.AsyncClient(),), r"AsyncBeyondWords\(transport=\.\.\.\)"),
    ("__enter__", (), r"`with BeyondWords\(\) as bw:`"),
]


@pytest.mark.parametrize(("method", "arguments", "advice"), REFUSED, ids=[name for name, _, _ in REFUSED])
def test_ways_around_the_configuration_are_refused_with_what_to_use(
    side: Side, method: str, arguments: tuple[Any, ...], advice: str
) -> None:
    client = side.client(Rows(1))
    with pytest.raises(ConfigurationError, match=advice) as caught:
        getattr(client.api, method)(*arguments)
    assert "\n" not in str(caught.value)
    assert ids(generated(side, client)) == [0]


def test_it_is_no_async_context_manager_either(side: Side) -> None:
    import asyncio

    api = side.client(Rows(1)).api
    with pytest.raises(ConfigurationError, match=r"`async with AsyncBeyondWords\(\) as bw:`"):
        asyncio.run(api.__aenter__())


def test_the_sync_client_has_no_async_side() -> None:
    import asyncio

    with BeyondWords(KEY, transport=httpx.MockTransport(Rows(1))) as bw:
        with pytest.raises(ConfigurationError, match=r"use sync\(\) and sync_detailed\(\), or AsyncBeyondWords"):
            bw.api.get_async_httpx_client()
        with pytest.raises(ConfigurationError):
            asyncio.run(background_tracks_index.asyncio(client=bw.api))


def test_the_async_client_has_no_sync_side() -> None:
    bw = AsyncBeyondWords(KEY, transport=httpx.MockTransport(Rows(1)))
    with pytest.raises(ConfigurationError, match=r"use asyncio\(\) and asyncio_detailed\(\), or BeyondWords"):
        bw.api.get_httpx_client()
    with pytest.raises(ConfigurationError):
        background_tracks_index.sync(client=bw.api)


def test_every_method_of_the_generated_client_is_thought_of(side: Side) -> None:
    # A generator that adds a method might open a new way around.
    public = {name for name, value in vars(AuthenticatedClient).items() if callable(value) and name[0] != "_"}
    assert public == {
        "with_headers",
        "with_cookies",
        "with_timeout",
        "set_httpx_client",
        "get_httpx_client",
        "set_async_httpx_client",
        "get_async_httpx_client",
    }


def evolved(api: Any) -> Any:
    return attrs.evolve(api, timeout=None)


@pytest.mark.parametrize("attempt", [pickle.dumps, copy.copy, copy.deepcopy, evolved])
def test_it_is_neither_copied_nor_pickled(side: Side, attempt: Any) -> None:
    with pytest.raises(TypeError):
        attempt(side.client(Rows(1)).api)


def test_it_neither_shows_nor_holds_the_key(side: Side) -> None:
    client = side.client(Rows(1))
    generated(side, client)
    api = client.api
    assert repr(api).endswith("Api https://api.beyondwords.io/v1>")
    assert KEY not in repr(api) + str(attrs.asdict(api, recurse=False))
    assert api.token == ""
