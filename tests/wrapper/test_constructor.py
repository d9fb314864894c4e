"""What the clients take, check and assume when they are made."""

from __future__ import annotations

import inspect
import subprocess
import sys
import traceback
from typing import Any

import httpx
import pytest

from beyondwords import (
    APIConnectionError,
    AsyncBeyondWords,
    BeyondWords,
    ConfigurationError,
    InternalServerError,
    RateLimitError,
    ResponseDecodeError,
    __version__,
)
from beyondwords._core.origin import BaseUrl, parse_base_url
from tests.wrapper.network import CERTIFICATE, TrackServer
from tests.wrapper.sides import KEY, Answers, Rows, Side, ids, page
from tools import spec

OTHER_KEY = "another-key-for-tests-52"


def first_request(side: Side, **options: Any) -> httpx.Request:
    """The request that a call of such a client makes."""
    server = Rows(1)
    list_tracks(side, side.client(server, **options))
    return server.requests[0]


def list_tracks(side: Side, client: Any) -> list[Any]:
    return side.all(client.background_tracks.list())


# api_key


def test_the_key_is_sent_with_every_request(side: Side) -> None:
    server = Rows(25)
    list_tracks(side, side.client(server, api_key=KEY))
    assert [request.headers["X-Api-Key"] for request in server.requests] == [KEY] * 3


def test_the_key_may_be_the_only_positional_argument(side: Side) -> None:
    server = Rows(1)
    client = side.client_class(KEY, transport=httpx.MockTransport(server))
    list_tracks(side, client)
    assert server.requests[0].headers["X-Api-Key"] == KEY
    with pytest.raises(TypeError):
        side.client_class(KEY, "https://api.example.com")


def test_without_an_argument_the_key_comes_from_the_environment(side: Side, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BEYONDWORDS_API_KEY", OTHER_KEY)
    assert first_request(side, api_key=None).headers["X-Api-Key"] == OTHER_KEY
    assert first_request(side, api_key=KEY).headers["X-Api-Key"] == KEY


def test_a_key_with_latin_letters_is_sent_as_latin_1(side: Side) -> None:
    raw = dict(first_request(side, api_key="clé-for-tests").headers.raw)
    assert raw[b"X-Api-Key"] == "clé-for-tests".encode("latin-1")


def test_a_function_is_asked_per_request_and_not_before(side: Side) -> None:
    keys = iter(["first-key", "second-key"])
    asked: list[str] = []

    def rotating() -> str:
        asked.append(next(keys))
        return asked[-1]

    server = Rows(11)
    client = side.client(server, api_key=rotating)
    assert asked == []
    list_tracks(side, client)
    assert [request.headers["X-Api-Key"] for request in server.requests] == ["first-key", "second-key"]


def test_a_function_is_asked_again_for_every_try(side: Side, no_waits: list[float]) -> None:
    keys = iter(["old-key", "new-key"])
    server = Answers(httpx.Response(503), page([0], total=1))
    list_tracks(side, side.client(server, api_key=lambda: next(keys), max_attempts=2))
    assert [request.headers["X-Api-Key"] for request in server.requests] == ["old-key", "new-key"]


def test_a_function_comes_before_the_environment(side: Side, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BEYONDWORDS_API_KEY", OTHER_KEY)
    assert first_request(side, api_key=lambda: KEY).headers["X-Api-Key"] == KEY


def test_the_async_client_awaits_an_async_function() -> None:
    import asyncio

    async def vault() -> str:
        await asyncio.sleep(0)
        return KEY

    async def main(server: Rows) -> None:
        async with AsyncBeyondWords(vault, transport=httpx.MockTransport(server)) as bw:
            assert [track.id async for track in bw.background_tracks.list()] == [0]

    server = Rows(1)
    asyncio.run(main(server))
    assert server.requests[0].headers["X-Api-Key"] == KEY


def test_the_sync_client_says_that_it_cannot_await() -> None:
    async def vault() -> str:
        return KEY

    bw = BeyondWords(vault, transport=httpx.MockTransport(Rows(1)))
    with bw, pytest.raises(ConfigurationError, match="asynchronous: use AsyncBeyondWords"):
        list(bw.background_tracks.list())


@pytest.mark.parametrize("answer", [None, "", "  ", 7, f"{KEY}\n", b"bytes"])
def test_a_function_that_gives_no_usable_key_is_an_error_of_the_call(side: Side, answer: Any) -> None:
    server = Rows(1)

    def broken() -> Any:
        return answer

    client = side.client(server, api_key=broken)
    with pytest.raises(ConfigurationError, match=r"api_key=broken\(\): .*API key") as caught:
        list_tracks(side, client)
    assert KEY not in str(caught.value)
    assert server.requests == []


def test_a_function_that_fails_is_an_error_of_the_call_with_its_cause(side: Side) -> None:
    def broken() -> str:
        raise OSError("the vault is sealed")

    client = side.client(Rows(1), api_key=broken)
    with pytest.raises(ConfigurationError, match="api_key function raised OSError") as caught:
        list_tracks(side, client)
    assert isinstance(caught.value.__cause__, OSError)


@pytest.mark.parametrize("given", [None, "", "   ", "\t\n"])
@pytest.mark.parametrize("place", ["argument", "environment"])
def test_no_key_fails_at_once_and_names_the_variable_and_the_dashboard(
    side: Side, monkeypatch: pytest.MonkeyPatch, given: str | None, place: str
) -> None:
    if place == "environment" and given is not None:
        monkeypatch.setenv("BEYONDWORDS_API_KEY", given)
    with pytest.raises(ConfigurationError) as caught:
        side.client_class(given if place == "argument" else None)
    said = str(caught.value)
    assert "BEYONDWORDS_API_KEY" in said
    assert "dash.beyondwords.io" in said
    assert "Settings > Integrations > API" in said
    assert "\n" not in said


# What an environment can hold, and what it cannot.
BAD_KEYS: list[tuple[Any, str]] = [
    (f"{KEY}\n", "line break"),
    (f"{KEY}\r\nX-Evil: 1", "line break"),
    (f"\x1b{KEY}", "control"),
    (f"{KEY}\x7f", "control"),
    (f"{KEY}\u200b", "invisible"),
    (f"{KEY}ключ", "outside Latin-1"),
    (f"{KEY}€", "outside Latin-1"),
    (f"{KEY}\N{LATIN CAPITAL LETTER A WITH MACRON}", "outside Latin-1"),
    (f" {KEY}", "space"),
    (f"{KEY} ", "space"),
]
OTHER_BAD_KEYS: list[tuple[Any, str]] = [
    (f"{KEY}\0", "control"),
    (f"{KEY}\ud800", "invisible"),
    (KEY.encode(), "bytes"),
    (12345, "an int"),
    ([KEY], "a list"),
]


@pytest.mark.parametrize(("key", "said"), BAD_KEYS + OTHER_BAD_KEYS)
def test_a_key_that_no_header_can_carry_is_refused_and_not_shown(side: Side, key: Any, said: str) -> None:
    assert_refused_unseen(side, key, said)


@pytest.mark.parametrize(("key", "said"), BAD_KEYS)
def test_so_is_such_a_key_from_the_environment(
    side: Side, monkeypatch: pytest.MonkeyPatch, key: str, said: str
) -> None:
    monkeypatch.setenv("BEYONDWORDS_API_KEY", key)
    assert_refused_unseen(side, None, said)


def assert_refused_unseen(side: Side, key: Any, said: str) -> None:
    with pytest.raises(ConfigurationError, match=said) as caught:
        side.client_class(key)
    error = caught.value
    # As tools show it that print the variables of every frame; the first one is ours here.
    frames = traceback.TracebackException.from_exception(error, capture_locals=True).stack[1:]
    values = [value for frame in frames for value in (frame.locals or {}).values()]
    assert values
    assert not any(KEY in text for text in [*values, str(error), repr(error), repr(error.__cause__)])


def test_repr_shows_the_address_and_not_the_key(side: Side) -> None:
    client = side.client(base_url="https://api.example.com/v1")
    assert repr(client) == f"<{side.client_class.__name__} https://api.example.com/v1>"


def test_every_request_asks_for_json_and_for_what_can_be_unpacked(side: Side) -> None:
    headers = first_request(side).headers
    assert (headers["Accept"], headers["Accept-Encoding"]) == ("application/json", "gzip, deflate")


# base_url


def test_without_an_argument_the_base_url_is_the_specs_server(side: Side) -> None:
    server = spec.load()["servers"][0]["url"]
    assert side.client().base_url == server
    assert str(first_request(side).url) == f"{server}/background_tracks"


def test_the_base_url_comes_from_the_argument_then_the_environment(side: Side, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BEYONDWORDS_BASE_URL", "https://from.example.com/env")
    assert str(first_request(side).url) == "https://from.example.com/env/background_tracks"
    given = first_request(side, base_url="https://given.example.com/v2")
    assert str(given.url) == "https://given.example.com/v2/background_tracks"


def test_an_empty_variable_is_no_base_url(side: Side, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BEYONDWORDS_BASE_URL", "")
    assert side.client().base_url == "https://api.beyondwords.io/v1"


def test_a_bad_base_url_is_said_to_be_in_the_environment_only_where_it_is(
    side: Side, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refusal(**options: Any) -> str:
        with pytest.raises(ConfigurationError) as caught:
            side.client(**options)
        return str(caught.value)

    alone = refusal(base_url="/v1")
    monkeypatch.setenv("BEYONDWORDS_BASE_URL", "/v1")
    assert refusal(base_url="/v1") == alone
    assert refusal() == f"BEYONDWORDS_BASE_URL: {alone}"


@pytest.mark.parametrize(
    ("given", "meant"),
    [
        ("https://api.example.com/v1/", "https://api.example.com/v1"),
        ("https://api.example.com", "https://api.example.com"),
        ("https://API.Example.com:8443/v1", "https://api.example.com:8443/v1"),
        ("http://localhost:8080/v1", "http://localhost:8080/v1"),
        ("http://127.0.0.1:8080", "http://127.0.0.1:8080"),
        ("http://[::1]:8080/v1", "http://[::1]:8080/v1"),
    ],
)
def test_base_urls_as_people_write_them(side: Side, given: str, meant: str) -> None:
    request = first_request(side, base_url=given)
    assert str(request.url) == f"{meant}/background_tracks"


def test_paths_are_named_below_the_base_url_and_only_there() -> None:
    base = parse_base_url("https://api.example.com/INDEX/")
    assert isinstance(base, BaseUrl)
    assert base.url == "https://api.example.com/INDEX"
    assert [base.below(path) for path in ("/INDEX/ads", "/INDEXED/ads", "/ads")] == ["/ads", "/INDEXED/ads", "/ads"]


@pytest.mark.parametrize(
    "given",
    [
        "",
        "api.example.com",
        "/v1",
        "ftp://api.example.com",
        "https://",
        "https://me:secret@api.example.com",
        "https://api.example.com/v1?x=1",
        "https://api.example.com/v1#x",
        "https://api.example.com:port",
        "https://api.example.com:0",
        "http://api.example.com",
        "http://localhost.example.com",
        7,
    ],
)
def test_a_base_url_that_cannot_be_used_is_refused_at_once(side: Side, given: Any) -> None:
    with pytest.raises(ConfigurationError, match="base_url") as caught:
        side.client(base_url=given)
    assert "\n" not in str(caught.value)
    assert "secret" not in str(caught.value)


# timeout, max_attempts, deadline, max_response_bytes


def timeouts(request: httpx.Request) -> dict[str, float]:
    found: dict[str, float] = request.extensions["timeout"]
    return found


def test_each_network_step_has_30_seconds_and_connecting_5(side: Side) -> None:
    assert timeouts(first_request(side)) == {"connect": 5, "read": 30, "write": 30, "pool": 30}


def test_timeout_in_seconds(side: Side) -> None:
    assert timeouts(first_request(side, timeout=12)) == {"connect": 5, "read": 12, "write": 12, "pool": 12}
    assert timeouts(first_request(side, timeout=0.5)) == {"connect": 0.5, "read": 0.5, "write": 0.5, "pool": 0.5}


def test_timeout_as_httpx_timeout(side: Side) -> None:
    given = httpx.Timeout(connect=1, read=2, write=3, pool=4)
    assert timeouts(first_request(side, timeout=given)) == {"connect": 1, "read": 2, "write": 3, "pool": 4}


def test_no_step_waits_longer_than_the_deadline(side: Side) -> None:
    assert max(timeouts(first_request(side, timeout=30, deadline=2)).values()) <= 2


def test_three_tries_by_default(side: Side, no_waits: list[float]) -> None:
    server = Answers(*[httpx.Response(503)] * 3)
    client = side.client_class(KEY, transport=httpx.MockTransport(server))
    with pytest.raises(InternalServerError, match="attempt 3 of 3"):
        list_tracks(side, client)
    assert len(server.requests) == 3


def test_max_attempts_sets_the_number_of_tries(side: Side, no_waits: list[float]) -> None:
    server = Answers(*[httpx.Response(503)] * 5)
    with pytest.raises(InternalServerError, match="attempt 5 of 5"):
        list_tracks(side, side.client(server, max_attempts=5))


@pytest.mark.parametrize(("options", "seconds"), [({}, 60), ({"deadline": 7}, 7)])
def test_the_deadline_is_60_seconds_or_as_given(
    side: Side, no_waits: list[float], options: dict[str, Any], seconds: int
) -> None:
    def limited(after: int) -> httpx.Response:
        return httpx.Response(429, headers={"Retry-After": str(after)})

    within = Answers(limited(seconds - 1), page([0], total=1))
    assert ids(list_tracks(side, side.client(within, max_attempts=2, **options))) == [0]
    assert no_waits == [seconds - 1]
    beyond = Answers(limited(seconds + 1))
    with pytest.raises(RateLimitError) as caught:
        list_tracks(side, side.client(beyond, max_attempts=2, **options))
    assert caught.value.retry_after == seconds + 1


@pytest.mark.parametrize(("options", "most"), [({}, 64 * 1024 * 1024), ({"max_response_bytes": 1000}, 1000)])
def test_an_answer_may_have_64_mebibytes_or_as_given(side: Side, options: dict[str, Any], most: int) -> None:
    for size, fits in ((most, True), (most + 1, False)):
        client = side.client(Answers(httpx.Response(200, content=b"[]".ljust(size))), **options)
        if fits:
            assert side.wait(client.background_tracks.list().page()).items == []
        else:
            with pytest.raises(ResponseDecodeError, match=rf"max_response_bytes \({most}\)"):
                side.wait(client.background_tracks.list().page())


def test_the_documented_defaults_stand_in_the_signature(side: Side) -> None:
    parameters = inspect.signature(side.client_class).parameters
    defaults = {name: parameter.default for name, parameter in parameters.items()}
    assert defaults == {
        "api_key": None,
        "base_url": None,
        "timeout": 30,
        "max_attempts": 3,
        "deadline": 60,
        "max_response_bytes": 64 * 1024 * 1024,
        "user_agent": None,
        "transport": None,
    }


BAD_OPTIONS: list[tuple[str, Any, type[Exception]]] = [
    ("timeout", 0, ValueError),
    ("timeout", -1, ValueError),
    ("timeout", float("inf"), ValueError),
    ("timeout", float("nan"), ValueError),
    ("timeout", httpx.Timeout(None), ValueError),
    ("timeout", httpx.Timeout(5, read=None), ValueError),
    ("timeout", 1e10, ValueError),
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
]


@pytest.mark.parametrize(("name", "value", "kind"), BAD_OPTIONS)
def test_an_option_that_makes_no_sense_is_refused_by_name(
    side: Side, name: str, value: Any, kind: type[Exception]
) -> None:
    with pytest.raises(kind, match=f"^{name}"):
        side.client(**{name: value})


@pytest.mark.parametrize(
    ("name", "value"),
    [("timeout", 1e9), ("deadline", 1e9), ("deadline", 0.001), ("max_attempts", 1), ("max_response_bytes", 1)],
)
def test_an_option_may_go_to_its_bound(side: Side, name: str, value: Any) -> None:
    side.client(**{name: value})


# user_agent


def test_the_user_agent_is_ours(side: Side) -> None:
    assert first_request(side).headers["User-Agent"] == f"beyondwords-python/{__version__}"


def test_an_application_comes_before_ours(side: Side) -> None:
    sent = first_request(side, user_agent="newsroom/2.1 (+https://example.com)").headers["User-Agent"]
    assert sent == f"newsroom/2.1 (+https://example.com) beyondwords-python/{__version__}"


@pytest.mark.parametrize(
    ("value", "kind"),
    [("", ValueError), (" ", ValueError), ("a\nb", ValueError), ("bücher/1", ValueError), (7, TypeError)],
)
def test_a_user_agent_that_no_header_can_carry_is_refused(side: Side, value: Any, kind: type[Exception]) -> None:
    with pytest.raises(kind, match=r"^user_agent"):
        side.client(user_agent=value)


# transport


def test_a_transport_of_the_callers_is_kept_under_ours(side: Side, no_waits: list[float]) -> None:
    server = Answers(httpx.ConnectError("refused"), httpx.Response(401, json={"code": 401, "message": "No"}))
    client = side.client(server, max_attempts=3)
    with pytest.raises(Exception, match=r"401 GET /background_tracks: No .*attempt 2 of 3"):
        list_tracks(side, client)
    assert [request.headers["X-Api-Key"] for request in server.requests] == [KEY, KEY]


def test_a_transport_is_closed_with_its_client(side: Side) -> None:
    closed: list[str] = []

    class Watched(httpx.MockTransport):
        def close(self) -> None:
            closed.append("sync")

        async def aclose(self) -> None:
            closed.append("async")

    for used in (True, False):
        client = side.client_class(KEY, transport=Watched(Rows(1)))
        if used:
            list_tracks(side, client)
        side.close(client)
        assert closed == [side.name]
        closed.clear()


def test_a_transport_goes_before_the_proxies_of_the_environment(side: Side, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ALL_PROXY", "http://127.0.0.1:9")
    assert first_request(side).url.host == "api.beyondwords.io"


@pytest.mark.parametrize("transport", ["https://proxy.example.com", object(), httpx.MockTransport])
def test_what_is_no_transport_is_refused(side: Side, transport: Any) -> None:
    with pytest.raises(TypeError, match=r"^transport must be an httpx\.(Async)?BaseTransport"):
        side.client_class(KEY, transport=transport)


def test_a_transport_of_the_other_side_is_refused() -> None:
    with pytest.raises(TypeError, match="AsyncBaseTransport"):
        AsyncBeyondWords(KEY, transport=httpx.HTTPTransport())  # type: ignore[arg-type]
    with pytest.raises(TypeError, match="BaseTransport"):
        BeyondWords(KEY, transport=httpx.AsyncHTTPTransport())  # type: ignore[arg-type]


# Proxies and certificates from the environment


@pytest.mark.parametrize("variable", ["HTTPS_PROXY", "https_proxy", "ALL_PROXY"])
def test_a_proxy_comes_from_the_environment_and_never_sees_the_key(
    side: Side, monkeypatch: pytest.MonkeyPatch, track_server: TrackServer, variable: str
) -> None:
    monkeypatch.setenv(variable, f"http://{track_server.address}")
    client = side.client(base_url="https://api.example.com/v1")
    with pytest.raises(APIConnectionError, match=r"the proxy in front of https://api\.example\.com failed"):
        list_tracks(side, client)
    assert [(method, target) for method, target, _ in track_server.requests] == [("CONNECT", "api.example.com:443")]
    assert KEY not in str(track_server.requests)


def test_no_proxy_is_heeded(side: Side, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SSL_CERT_DIR", raising=False)
    monkeypatch.setenv("SSL_CERT_FILE", str(CERTIFICATE))
    monkeypatch.setenv("HTTPS_PROXY", "http://127.0.0.1:9")
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    with TrackServer(tls=True) as server:
        assert ids(list_tracks(side, side.client(base_url=server.base_url))) == [1]


def test_plain_http_never_leaves_this_machine_through_a_proxy(
    side: Side, monkeypatch: pytest.MonkeyPatch, track_server: TrackServer
) -> None:
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
    monkeypatch.setenv("ALL_PROXY", "http://127.0.0.1:9")
    assert ids(list_tracks(side, side.client(base_url=track_server.base_url))) == [1]


def test_certificates_come_from_the_environment(side: Side, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SSL_CERT_DIR", raising=False)
    monkeypatch.delenv("SSL_CERT_FILE", raising=False)
    with TrackServer(tls=True) as server:
        with pytest.raises(APIConnectionError, match=r"certificate of https://127\.0\.0\.1:\d+ is not trusted"):
            list_tracks(side, side.client(base_url=server.base_url))
        monkeypatch.setenv("SSL_CERT_FILE", str(CERTIFICATE))
        assert len(list_tracks(side, side.client(base_url=server.base_url))) == 1
        assert [headers["x-api-key"] for _, _, headers in server.requests] == [KEY]


ONE_CONTEXT = """
import asyncio, ssl

loaded = []
def counted(*given, real=ssl.SSLContext.load_verify_locations, **named):
    loaded.append(1)
    return real(*given, **named)
ssl.SSLContext.load_verify_locations = counted

from beyondwords import AsyncBeyondWords, BeyondWords, BeyondWordsError

def attempt(bw):
    try:
        bw.background_tracks.list().page()
    except BeyondWordsError:
        pass

async def attempt_async(bw):
    try:
        await bw.background_tracks.list().page()
    except BeyondWordsError:
        pass

options = {"base_url": "https://127.0.0.1:9/v1", "max_attempts": 1}
before = len(loaded)
for _ in range(3):
    bw = BeyondWords("key", **options)
    attempt(bw)
    attempt(bw.with_options(timeout=1))
    bw.api
    bw.close()
shared = AsyncBeyondWords("key", **options)
for _ in range(3):
    asyncio.run(attempt_async(shared))
    asyncio.run(attempt_async(shared.with_options(timeout=1)))
print(before, len(loaded))
"""


def test_all_clients_of_a_process_share_one_ssl_context() -> None:
    done = subprocess.run([sys.executable, "-c", ONE_CONTEXT], capture_output=True, text=True, timeout=60)
    assert done.stdout.split() == ["0", "1"], done.stderr
