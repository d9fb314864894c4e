"""What the clients take, check and assume when they are made; copies that behave differently."""

from __future__ import annotations

import itertools
import math
from typing import Any

import httpx
import pytest

from beyondwords import __version__, errors
from tests.fake_server import FakeServer, responds
from tests.sides import KEY, Body, Responses, Rows, Side, good_error, ids, page
from tools import spec


def first_request(side: Side, **options: Any) -> httpx.Request:
    """The request that a call of such a client makes."""
    server = Rows(1)
    side.page(side.client(server, **options))
    return server.requests[0]


# Headers


@pytest.mark.parametrize("application", [None, "newsroom/2.1 (+https://example.com)"])
def test_every_request_says_who_asks_and_what_for(side: Side, application: str | None) -> None:
    headers = first_request(side, user_agent=application).headers
    assert headers["User-Agent"] == f"{application or ''} beyondwords-python/{__version__}".strip()
    assert (headers["Accept"], headers["Accept-Encoding"]) == ("application/json", "gzip, deflate")


# base_url


DEFAULT = "https://api.beyondwords.io/v1"
IN_VARIABLE = "https://from.example.com/env"


@pytest.mark.parametrize(
    ("variable", "given", "meant"),
    [
        (None, None, DEFAULT),
        ("", None, DEFAULT),
        (IN_VARIABLE, None, IN_VARIABLE),
        (IN_VARIABLE, "https://given.example.com/v2", "https://given.example.com/v2"),
        (None, "https://api.example.com/v1/", "https://api.example.com/v1"),
        (None, "https://api.example.com", "https://api.example.com"),
        (None, "https://API.Example.com:8443/v1", "https://api.example.com:8443/v1"),
        (None, "http://localhost:8080/v1", "http://localhost:8080/v1"),
        (None, "http://127.8.8.8:8080", "http://127.8.8.8:8080"),
        (None, "http://[::1]:8080/v1", "http://[::1]:8080/v1"),
    ],
)
def test_the_base_url_comes_from_the_argument_the_environment_or_the_spec(
    side: Side, monkeypatch: pytest.MonkeyPatch, variable: str | None, given: str | None, meant: str
) -> None:
    assert f"url: {DEFAULT}\n" in spec.SPEC_FILE.read_text(encoding="utf-8")
    if variable is not None:
        monkeypatch.setenv("BEYONDWORDS_BASE_URL", variable)
    assert str(first_request(side, base_url=given).url) == f"{meant}/background_tracks"
    shown = repr(side.client(base_url=given)).rstrip("/>")
    assert shown == f"<{side.client_class.__name__} {meant}"


UNUSABLE_BASE_URLS: list[Any] = [
    *("", "localhost", "//localhost", "/v1", "https://", "ftp://api.example.com", 7),
    *("https://me:secret@api.example.com", "https://me:secret/word@api.example.com"),
    *("https://api.example.com/v1?x=1", "https://api.example.com/v1#x"),
    *("https://api.example.com:port", "https://api.example.com:0", "https://exa mple.com", "https://x.example/\x01"),
    # http for this machine only.
    *("http://api.beyondwords.io/v1", "http://192.168.1.5/v1", "http://0.0.0.0:8000"),
    *("http://localhost.example.com", "http://localhost@api.example", "http://api.example#@localhost"),
]


def test_a_base_url_that_cannot_be_used_is_refused_at_once(side: Side, subtests: pytest.Subtests) -> None:
    for given in UNUSABLE_BASE_URLS:
        with subtests.test(repr(given)):
            with good_error(errors.ConfigurationError, "base_url") as caught:
                side.client(base_url=given)
            assert str(caught.value).isprintable()
            assert "secret" not in str(caught.value)


# timeout, max_attempts, deadline, max_response_bytes


@pytest.mark.parametrize(
    ("options", "steps"),
    [
        ({}, (5, 30, 30, 30)),
        ({"timeout": 12}, (5, 12, 12, 12)),
        ({"timeout": 0.5}, (0.5, 0.5, 0.5, 0.5)),
        ({"timeout": httpx.Timeout(connect=1, read=2, write=3, pool=4)}, (1, 2, 3, 4)),
    ],
    ids=str,
)
def test_how_long_each_network_step_may_take(side: Side, options: Any, steps: tuple[float, ...]) -> None:
    timeout = first_request(side, **options).extensions["timeout"]
    assert timeout == pytest.approx(dict(zip(["connect", "read", "write", "pool"], steps, strict=True)))


def made(side: Side, *responses: httpx.Response, **options: Any) -> Any:
    """A client with these options and no others."""
    return side.client_class(KEY, transport=httpx.MockTransport(Responses(*responses)), **options)


def test_max_attempts_is_3_or_as_given(side: Side, waits: list[float]) -> None:
    for options, attempts in (({}, 3), ({"max_attempts": 5}, 5)):
        with pytest.raises(errors.InternalServerError, match=f"attempt {attempts} of {attempts}"):
            side.page(made(side, *[httpx.Response(503)] * attempts, **options))


def test_the_deadline_is_60_seconds_or_as_given(side: Side, waits: list[float]) -> None:
    for options, seconds in (({}, 60), ({"deadline": 7}, 7)):
        within, beyond = (httpx.Response(429, headers={"Retry-After": str(seconds + more)}) for more in (-1, 1))
        assert ids(side.page(made(side, within, page([0], total=1), **options))) == [0]
        assert waits.pop() == seconds - 1
        # A wait beyond the deadline is not begun.
        with pytest.raises(errors.RateLimitError, match=rf"attempt 1 of 3\)\. Try again in {seconds + 1} s") as caught:
            side.page(made(side, beyond, **options))
        assert (caught.value.retry_after, waits) == (seconds + 1, [])


def test_a_response_may_have_64_mebibytes_or_as_given(side: Side) -> None:
    for options, most in (({}, 64 * 1024 * 1024), ({"max_response_bytes": 1000}, 1000)):
        right, wrong = (httpx.Response(200, stream=Body(b"x" * size)) for size in (most, most + 1))
        assert len(side.request(made(side, right, **options), "GET", "/x").content) == most
        with pytest.raises(errors.ResponseDecodeError, match=rf"max_response_bytes \({most}\)"):
            side.request(made(side, wrong, **options), "GET", "/x")


NO_TIMEOUT = [
    httpx.Timeout(None),
    httpx.Timeout(5, read=None),
    httpx.Timeout(5, connect=math.inf),
    httpx.Timeout(5, pool=-1),
]
MADE, CHANGED = ["client"], ["with_options"]
BAD_OPTIONS: list[tuple[list[str], str, type[Exception], list[Any]]] = [
    (MADE + CHANGED, "timeout", ValueError, [0, -1, math.inf, math.nan, *NO_TIMEOUT]),
    (MADE + CHANGED, "timeout", TypeError, ["30", True]),
    (MADE + CHANGED, "max_attempts", ValueError, [0]),
    (MADE + CHANGED, "max_attempts", TypeError, [1.5, True]),
    (MADE + CHANGED, "deadline", ValueError, [0, math.inf]),
    (MADE + CHANGED, "deadline", TypeError, ["60"]),
    (MADE + CHANGED, "max_response_bytes", ValueError, [0]),
    (MADE + CHANGED, "max_response_bytes", TypeError, [1e6]),
    *((MADE, name, TypeError, [None]) for name in ("timeout", "max_attempts", "deadline", "max_response_bytes")),
    (MADE, "user_agent", ValueError, ["", " ", "a\nb", "bücher/1"]),
    (MADE, "user_agent", TypeError, [7]),
    (CHANGED, "retry_writes", TypeError, ["yes"]),
    # What belongs to the connections cannot be changed.
    *((CHANGED, name, TypeError, ["x"]) for name in ("api_key", "base_url", "user_agent", "transport")),
]


def test_an_option_that_makes_no_sense_is_refused_by_name(side: Side, subtests: pytest.Subtests) -> None:
    ways = {"client": side.client, "with_options": side.client().with_options}
    for how, name, kind, values in BAD_OPTIONS:
        for way, value in itertools.product(how, values):
            with subtests.test(f"{way}({name}={value!r})"), pytest.raises(kind, match=rf"^(\S+ got .*')?{name}"):
                ways[way](**{name: value})


# transport


def test_a_transport_is_closed_once_with_its_client(side: Side) -> None:
    closed: list[str] = []

    # It is false, as an empty list is, and is used all the same.
    class Watched(httpx.MockTransport, list[None]):
        def close(self) -> None:
            closed.append("sync")

        async def aclose(self) -> None:
            closed.append("async")

    used, unused = (side.client(transport=Watched(Rows(1))) for _ in range(2))
    side.page(used)
    for client in (used, unused) * 3:
        side.close(client)
    assert closed == [side.name] * 2


def test_what_is_no_transport_is_refused(side: Side) -> None:
    wanted = "AsyncBaseTransport" if side.name == "async" else "BaseTransport"
    of_the_other_side = httpx.HTTPTransport() if side.name == "async" else httpx.AsyncHTTPTransport()
    for transport in ("https://proxy.example.com", object(), httpx.MockTransport, of_the_other_side):
        with good_error(TypeError, rf"^transport must be an httpx\.{wanted}"):
            side.client(transport=transport)


# Proxies from the environment


@pytest.mark.parametrize("variable", ["HTTPS_PROXY", "https_proxy", "ALL_PROXY", "HTTP_PROXY", "http_proxy"])
def test_a_proxy_is_for_https_and_never_sees_the_key(
    side: Side, monkeypatch: pytest.MonkeyPatch, variable: str
) -> None:
    with FakeServer(responds(502)) as proxy, FakeServer(rows=3) as server:
        monkeypatch.setenv(variable, proxy.origin)
        # Plain http never leaves this machine, and a transport of the caller's goes before the proxy.
        assert len(side.page(side.client(base_url=server.base_url)).items) == 3
        assert first_request(side).url.host == "api.beyondwords.io"
        assert proxy.connections_made == 0
        if variable.upper() != "HTTP_PROXY":
            with pytest.raises(errors.APIConnectionError, match=r"proxy .*https://api\.example\.com"):
                side.page(side.client(base_url="https://api.example.com/v1"))
            (request,) = proxy.requests
            assert (request.method, request.target) == ("CONNECT", "api.example.com:443")
            assert KEY not in str(request)


# Copies


def test_a_copy_differs_in_nothing_but_what_was_changed(side: Side) -> None:
    server = Rows(1)
    client = side.client(server, base_url="https://api.example.com/v2", user_agent="newsroom/1", timeout=20)
    copies = [client.with_options(timeout=3), client.with_options(timeout=httpx.Timeout(2)).with_options(deadline=9)]
    for each in (client, *copies, client):
        assert type(each) is type(client)
        side.page(each)
        side.request(each, "GET", "/background_tracks")
    seconds = [request.extensions["timeout"]["read"] for request in server.requests]
    assert seconds == pytest.approx([20, 20, 3, 3, 2, 2, 20, 20])
    assert len({(request.url, *sorted(request.headers.items())) for request in server.requests}) == 1
    assert not {id(client)} & {id(each) for each in copies}


def test_a_copy_shares_the_connections_and_closing_it_leaves_them_to_the_others(side: Side) -> None:
    with FakeServer(rows=1) as server:
        client = side.client(base_url=server.base_url)
        copy, other = client.with_options(timeout=3), client.with_options(deadline=9).with_options(timeout=2)
        for each in (client, copy, other):
            side.page(each)
        for _ in range(2):
            side.close(copy)
        for each in (copy, copy.with_options(timeout=4)):
            with pytest.raises(errors.ConfigurationError, match="closed"):
                side.page(each)
        for each in (client, other, client.with_options(timeout=4)):
            side.page(each)
        assert server.connections_made == 1
