"""What the clients take, check and assume when they are made."""

from __future__ import annotations

import subprocess
import sys
from typing import Any

import httpx
import pytest

from beyondwords import (
    APIConnectionError,
    ConfigurationError,
    InternalServerError,
    RateLimitError,
    ResponseDecodeError,
    __version__,
)
from tests.fake_server import FakeServer, responds
from tests.sides import KEY, Body, Recorder, Responses, Rows, Side, ids, page
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


@pytest.mark.parametrize(
    ("value", "kind"),
    [("", ValueError), (" ", ValueError), ("a\nb", ValueError), ("bücher/1", ValueError), (7, TypeError)],
)
def test_a_user_agent_that_no_header_can_carry_is_refused(side: Side, value: Any, kind: type[Exception]) -> None:
    with pytest.raises(kind, match=r"^user_agent"):
        side.client(user_agent=value)


def test_repr_shows_the_address(side: Side) -> None:
    client = side.client(base_url="https://api.example.com/v1")
    assert repr(client) == f"<{side.client_class.__name__} https://api.example.com/v1>"


# base_url


def test_without_an_argument_the_base_url_is_the_specs_server(side: Side) -> None:
    server = side.client().base_url
    assert f"url: {server}\n" in spec.SPEC_FILE.read_text(encoding="utf-8")
    assert str(first_request(side).url) == f"{server}/background_tracks"


def test_the_base_url_comes_from_the_argument_then_the_environment(side: Side, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BEYONDWORDS_BASE_URL", "https://from.example.com/env")
    assert str(first_request(side).url) == "https://from.example.com/env/background_tracks"
    given = first_request(side, base_url="https://given.example.com/v2")
    assert str(given.url) == "https://given.example.com/v2/background_tracks"
    monkeypatch.setenv("BEYONDWORDS_BASE_URL", "")
    assert side.client().base_url == "https://api.beyondwords.io/v1"


@pytest.mark.parametrize(
    ("given", "meant"),
    [
        ("https://api.example.com/v1/", "https://api.example.com/v1"),
        ("https://api.example.com", "https://api.example.com"),
        ("https://API.Example.com:8443/v1", "https://api.example.com:8443/v1"),
        ("http://localhost:8080/v1", "http://localhost:8080/v1"),
        ("http://127.8.8.8:8080", "http://127.8.8.8:8080"),
        ("http://[::1]:8080/v1", "http://[::1]:8080/v1"),
    ],
)
def test_base_urls_as_people_write_them(side: Side, given: str, meant: str) -> None:
    assert str(first_request(side, base_url=given).url) == f"{meant}/background_tracks"


UNUSABLE_BASE_URLS = [
    "",
    "localhost",
    "//localhost",
    "/v1",
    "https://",
    "ftp://api.example.com",
    "https://me:secret@api.example.com",
    "https://me:secret/word@api.example.com",
    "https://api.example.com/v1?x=1",
    "https://api.example.com/v1#x",
    "https://api.example.com:port",
    "https://api.example.com:0",
    "https://exa mple.com",
    "https://x.example/\x01",
    # http for this machine only.
    "http://api.beyondwords.io/v1",
    "http://192.168.1.5/v1",
    "http://0.0.0.0:8000",
    "http://localhost.example.com",
    "http://localhost@api.example",
    "http://api.example#@localhost",
    7,
]


@pytest.mark.parametrize("given", UNUSABLE_BASE_URLS)
def test_a_base_url_that_cannot_be_used_is_refused_at_once(side: Side, given: Any) -> None:
    with pytest.raises(ConfigurationError, match="base_url") as caught:
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
)
def test_how_long_each_network_step_may_take(side: Side, options: Any, steps: tuple[float, ...]) -> None:
    timeout = first_request(side, **options).extensions["timeout"]
    assert timeout == pytest.approx(dict(zip(["connect", "read", "write", "pool"], steps, strict=True)))


def made(side: Side, server: Recorder, **options: Any) -> Any:
    """A client with these options and no others."""
    return side.client_class(KEY, transport=httpx.MockTransport(server), **options)


def test_max_attempts_is_3_or_as_given(side: Side, waits: list[float]) -> None:
    for options, attempts in (({}, 3), ({"max_attempts": 5}, 5)):
        server = Responses(*[httpx.Response(503)] * attempts)
        with pytest.raises(InternalServerError, match=f"attempt {attempts} of {attempts}"):
            side.page(made(side, server, **options))


@pytest.mark.parametrize(("options", "seconds"), [({}, 60), ({"deadline": 7}, 7)])
def test_the_deadline_is_60_seconds_or_as_given(
    side: Side, waits: list[float], options: dict[str, Any], seconds: int
) -> None:
    def limited(after: int) -> httpx.Response:
        return httpx.Response(429, headers={"Retry-After": str(after)})

    within = Responses(limited(seconds - 1), page([0], total=1))
    assert ids(side.page(made(side, within, max_attempts=2, **options)).items) == [0]
    assert waits == [seconds - 1]
    with pytest.raises(RateLimitError) as caught:
        side.page(made(side, Responses(limited(seconds + 1)), max_attempts=2, **options))
    assert caught.value.retry_after == seconds + 1


@pytest.mark.parametrize(("options", "most"), [({}, 64 * 1024 * 1024), ({"max_response_bytes": 1000}, 1000)])
def test_a_response_may_have_64_mebibytes_or_as_given(side: Side, options: dict[str, Any], most: int) -> None:
    def response(size: int) -> httpx.Response:
        return httpx.Response(200, stream=Body(b"x" * size))

    assert len(side.request(made(side, Responses(response(most)), **options), "GET", "/x").content) == most
    with pytest.raises(ResponseDecodeError, match=rf"max_response_bytes \({most}\)"):
        side.request(made(side, Responses(response(most + 1)), **options), "GET", "/x")


BAD_OPTIONS: list[tuple[str, Any, type[Exception]]] = [
    ("timeout", 0, ValueError),
    ("timeout", -1, ValueError),
    ("timeout", float("inf"), ValueError),
    ("timeout", float("nan"), ValueError),
    ("timeout", httpx.Timeout(None), ValueError),
    ("timeout", httpx.Timeout(5, read=None), ValueError),
    ("timeout", "30", TypeError),
    ("timeout", True, TypeError),
    ("max_attempts", 0, ValueError),
    ("max_attempts", 1.5, TypeError),
    ("max_attempts", True, TypeError),
    ("deadline", 0, ValueError),
    ("deadline", float("inf"), ValueError),
    ("deadline", "60", TypeError),
    ("max_response_bytes", 0, ValueError),
    ("max_response_bytes", 1e6, TypeError),
    ("timeout", httpx.Timeout(5, connect=float("inf")), ValueError),
    ("timeout", httpx.Timeout(5, pool=-1), ValueError),
]


@pytest.mark.parametrize(("name", "value", "kind"), BAD_OPTIONS)
def test_an_option_that_makes_no_sense_is_refused_by_name(
    side: Side, name: str, value: Any, kind: type[Exception]
) -> None:
    with pytest.raises(kind, match=f"^{name}"):
        side.client(**{name: value})
    with pytest.raises(kind, match=f"^{name}"):
        side.client().with_options(**{name: value})
    with pytest.raises(TypeError, match=f"^{name}"):
        side.client(**{name: None})


# transport


def test_a_transport_is_closed_once_with_its_client(side: Side) -> None:
    closed: list[str] = []

    class Watched(httpx.MockTransport):
        def close(self) -> None:
            closed.append("sync")

        async def aclose(self) -> None:
            closed.append("async")

    for used in (True, False):
        client = side.client_class(KEY, transport=Watched(Rows(1)))
        if used:
            side.page(client)
        for _ in range(3):
            side.close(client)
        assert closed == [side.name]
        closed.clear()


@pytest.mark.parametrize("transport", ["https://proxy.example.com", object(), httpx.MockTransport])
def test_what_is_no_transport_is_refused(side: Side, transport: Any) -> None:
    wanted = "AsyncBaseTransport" if side.name == "async" else "BaseTransport"
    with pytest.raises(TypeError, match=rf"^transport must be an httpx\.{wanted}"):
        side.client_class(KEY, transport=transport)
    of_the_other_side = httpx.HTTPTransport() if side.name == "async" else httpx.AsyncHTTPTransport()
    with pytest.raises(TypeError, match=rf"^transport must be an httpx\.{wanted}"):
        side.client_class(KEY, transport=of_the_other_side)


def test_an_assertion_in_a_transport_made_for_a_test_stays_one(side: Side) -> None:
    with pytest.raises(AssertionError, match="wrong path"):
        side.page(side.client(Responses(AssertionError("wrong path"))))


# Proxies and certificates from the environment


@pytest.mark.parametrize("variable", ["HTTPS_PROXY", "https_proxy", "ALL_PROXY"])
def test_a_proxy_comes_from_the_environment_and_never_sees_the_key(
    side: Side, monkeypatch: pytest.MonkeyPatch, variable: str
) -> None:
    with FakeServer(responds(502)) as proxy:
        monkeypatch.setenv(variable, proxy.origin)
        with pytest.raises(APIConnectionError, match=r"proxy .*https://api\.example\.com"):
            side.page(side.client(base_url="https://api.example.com/v1"))
        (request,) = proxy.requests
    assert (request.method, request.target) == ("CONNECT", "api.example.com:443")
    assert KEY not in str(request)


@pytest.mark.parametrize("variable", ["HTTP_PROXY", "http_proxy", "ALL_PROXY"])
def test_plain_http_never_leaves_this_machine_through_a_proxy(
    side: Side, monkeypatch: pytest.MonkeyPatch, variable: str
) -> None:
    with FakeServer() as proxy, FakeServer(rows=3) as server:
        monkeypatch.setenv(variable, proxy.origin)
        assert len(side.page(side.client(base_url=server.base_url)).items) == 3
        assert proxy.connections_made == 0


def test_a_transport_goes_before_the_proxies_of_the_environment(side: Side, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ALL_PROXY", "http://127.0.0.1:9")
    assert first_request(side).url.host == "api.beyondwords.io"


ONE_CONTEXT = """
import asyncio, ssl

loaded = []
def counted(*given, real=ssl.SSLContext.load_verify_locations, **named):
    loaded.append(1)
    return real(*given, **named)
ssl.SSLContext.load_verify_locations = counted

from beyondwords import AsyncBeyondWords, BeyondWords, BeyondWordsError

async def attempt(bw):
    try:
        page = bw.background_tracks.list().page()
        if isinstance(bw, AsyncBeyondWords):
            await page
    except BeyondWordsError:
        pass

options = {"base_url": "https://127.0.0.1:9/v1", "max_attempts": 1}
before = len(loaded)
for _ in range(3):
    bw = BeyondWords("key", **options)
    asyncio.run(attempt(bw))
    asyncio.run(attempt(bw.with_options(timeout=1)))
    bw.close()
shared = AsyncBeyondWords("key", **options)
for _ in range(3):
    asyncio.run(attempt(shared))
print(before, len(loaded))
"""


def test_all_clients_of_a_process_share_one_ssl_context() -> None:
    done = subprocess.run([sys.executable, "-c", ONE_CONTEXT], capture_output=True, text=True, timeout=60)
    assert done.stdout.split() == ["0", "1"], done.stderr
