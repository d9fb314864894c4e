"""Which status means which error, and that redirects are never followed."""

from __future__ import annotations

from typing import Any

import httpx
import pytest

from beyondwords import (
    APIStatusError,
    AuthenticationError,
    BadRequestError,
    ConflictError,
    InternalServerError,
    NotFoundError,
    PermissionDeniedError,
    RateLimitError,
    ResponseDecodeError,
    UnprocessableEntityError,
)
from tests.wrapper.faulty_servers import FaultyServer, answers
from tests.wrapper.sides import Side

OWN_CLASS = {
    400: BadRequestError,
    401: AuthenticationError,
    403: PermissionDeniedError,
    404: NotFoundError,
    409: ConflictError,
    422: UnprocessableEntityError,
    429: RateLimitError,
}
REDIRECTS = [300, 301, 302, 303, 305, 307, 308]


def failed(side: Side, client: Any, method: str = "GET") -> APIStatusError:
    with pytest.raises(APIStatusError) as caught:
        side.request(client, method, "/x")
    return caught.value


def test_every_status_has_its_class_and_a_good_message(side: Side) -> None:
    status = 0
    client = side.client(lambda _: httpx.Response(status))
    for status in [*range(300, 600), 600, 700, 999]:
        error = failed(side, client)
        expected = OWN_CLASS.get(status, InternalServerError if status >= 500 else APIStatusError)
        assert type(error) is expected, status
        assert error.status_code == status
        assert str(error).startswith(f"{status} GET /x: {error.message}")
        assert error.message


@pytest.mark.parametrize("status", [520, 599, 999])
def test_statuses_that_http_does_not_define_come_over_the_wire(side: Side, status: int) -> None:
    with FaultyServer(answers(status, b'{"message": "odd"}')) as server:
        error = failed(side, side.client(base_url=server.base_url))
    assert type(error) is InternalServerError
    assert (error.status_code, error.message) == (status, "odd")
    assert "attempt 1 of 1" in str(error)


def test_gateway_statuses_say_what_they_mean(side: Side) -> None:
    assert "origin server is down" in str(failed(side, side.client(lambda _: httpx.Response(521))))


def test_an_undefined_success_is_a_decode_error(side: Side) -> None:
    with (
        FaultyServer(answers(299)) as server,
        pytest.raises(ResponseDecodeError, match="HTTP defines no such status") as caught,
    ):
        side.request(side.client(base_url=server.base_url), "GET", "/x")
    assert caught.value.status_code == 299


def test_attempts_and_their_bound_are_on_the_error(side: Side) -> None:
    error = failed(side, side.client(lambda _: httpx.Response(404), max_attempts=4))
    assert (error.attempts, error.max_attempts) == (1, 4)


# Redirects


@pytest.mark.parametrize("method", ["GET", "POST"])
@pytest.mark.parametrize("status", REDIRECTS)
def test_a_redirect_names_the_origin_and_is_not_followed(side: Side, method: str, status: int) -> None:
    with FaultyServer(answers()) as elsewhere:
        location = f"http://{elsewhere.address}/v1/secret-path?token=t"
        with FaultyServer(answers(status, b"", headers={b"Location": location.encode()})) as server:
            client = side.client(base_url=server.base_url, max_attempts=3)
            error = failed(side, client, method)
            assert type(error) is APIStatusError
            assert f"redirected to http://{elsewhere.address}, which is not followed" in str(error)
            assert "secret-path" not in str(error)
            assert len(server.requests) == 1
        assert elsewhere.connections == 0


def test_a_redirect_to_the_same_origin_is_not_followed(side: Side) -> None:
    with FaultyServer(answers(302, b"", headers={b"Location": b"/v2/x"})) as server:
        error = failed(side, side.client(base_url=server.base_url))
        assert f"redirected to http://{server.address}, " in str(error)
        assert len(server.requests) == 1


def test_asking_for_redirects_changes_nothing(side: Side) -> None:
    with FaultyServer(answers(302, b"", headers={b"Location": b"/v2/x"}), answers()) as server:
        client = side.client(base_url=server.base_url)
        with pytest.raises(APIStatusError):
            side.request(client, "GET", "/x", follow_redirects=True)
        assert len(server.requests) == 1


@pytest.mark.parametrize(
    ("location", "origin"),
    [
        (b"https://elsewhere.example", "https://elsewhere.example"),
        (b"//elsewhere.example/x", "http://elsewhere.example"),
        (b"https://user:word@elsewhere.example:8443/x", "https://elsewhere.example:8443"),
        (b"https://[::1]:8443/x", "https://[::1]:8443"),
        (b"http://[broken", "an address that is not a URL"),
        (b"http://x:abc/", "an address that is not a URL"),
        (b"http://x:99999999/", "an address that is not a URL"),
    ],
)
def test_the_target_of_a_redirect_may_be_anything(side: Side, location: bytes, origin: str) -> None:
    with FaultyServer(answers(307, b"", headers={b"Location": location})) as server:
        error = failed(side, side.client(base_url=server.base_url))
    assert f"redirected to {origin}, which" in str(error)
    assert "user" not in str(error)


def test_only_a_redirect_is_called_one(side: Side) -> None:
    answer = httpx.Response(400, headers={"Location": "/elsewhere"}, json={"message": "Bad project"})
    assert failed(side, side.client(lambda _: answer)).message == "Bad project"


def test_a_redirect_without_a_target_is_an_error_like_any_other(side: Side) -> None:
    with FaultyServer(answers(304, b"")) as server:
        error = failed(side, side.client(base_url=server.base_url))
    assert error.message == "Not Modified"
