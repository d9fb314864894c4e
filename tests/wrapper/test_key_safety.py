"""The API key is shown nowhere and goes nowhere else: searched for in all that can be printed.

Every key holds a mark that no escaping changes, so one search finds it in any spelling. No variable of these
tests holds a key, because their frames are part of the tracebacks that are searched.
"""

from __future__ import annotations

import asyncio
import functools
import html
import json
import logging
import pickle
import re
import signal
import threading
import traceback
from collections.abc import Callable, Iterator
from typing import Any
from urllib.parse import quote

import httpx
import pytest

import beyondwords._async.session
import beyondwords._sync.session
from beyondwords import (
    APIConnectionError,
    APIStatusError,
    AsyncBeyondWords,
    AuthenticationError,
    BeyondWords,
    BeyondWordsError,
    ConfigurationError,
    ResponseDecodeError,
)
from beyondwords_api.api.background_tracks import background_tracks_index
from tests.wrapper.faulty_servers import FaultyServer, Peer, Script, answers, hangs, raw_answer, refusing, sends
from tests.wrapper.sides import Side

MARK = "zQ7xK9vB"
KEYS = {
    "plain": f"write_{MARK}",
    "quotes": f"a'b\"{MARK}\"'c",
    "one quote": f"a'b{MARK}",
    "backslash": f"a\\n{MARK}\\",
    "latin": f"clé-é-{MARK}-ÿ",
    "url": f"a/b+c%20&d=e?f#{MARK}<>",
    "spaces": f"a  b   {MARK}  c",
}
CLIENTS = [BeyondWords, AsyncBeyondWords]
every_key = pytest.mark.parametrize("name", KEYS)
both_clients = pytest.mark.parametrize("kind", CLIENTS, ids=lambda kind: kind.__name__)


@pytest.fixture(autouse=True)
def _no_waits(monkeypatch: pytest.MonkeyPatch) -> None:
    async def none(_: float) -> None:
        pass

    monkeypatch.setattr(beyondwords._sync.session, "sleep", lambda _: None)
    monkeypatch.setattr(beyondwords._async.session, "sleep", none)


@pytest.fixture(autouse=True)
def log() -> Iterator[list[str]]:
    """Everything that any logger writes, at every level; searched at the end of each test."""
    lines: list[str] = []

    class Collector(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            lines.append(self.format(record))
            lines.append(repr(vars(record)))

    handler = Collector(logging.DEBUG)
    names = ["", "beyondwords", "httpx", "httpcore"]
    levels = {name: logging.getLogger(name).level for name in names}
    for name in names:
        logging.getLogger(name).setLevel(logging.DEBUG)
    logging.getLogger().addHandler(handler)
    yield lines
    logging.getLogger().removeHandler(handler)
    for name, level in levels.items():
        logging.getLogger(name).setLevel(level)
    assert [line for line in lines if shows(line)] == []


def shows(text: str) -> bool:
    """Whether a key is to be seen; host names and the like are shown in lower case."""
    return MARK.lower() in text.lower()


def printed(error: BaseException) -> str:
    """All that can be printed of an error, and of those it came from."""
    full = traceback.TracebackException.from_exception(error, capture_locals=True)
    return "\n".join(
        [
            str(error),
            repr(error),
            repr(vars(error)),
            repr(error.args),
            "".join(full.format()),
            "".join(traceback.format_exception(error)),
        ]
    )


def assert_safe(error: BaseException) -> None:
    text = printed(error)
    assert [line for line in text.splitlines() if shows(line)] == []
    if isinstance(error, BeyondWordsError):
        assert not shows(pickle.dumps(error).decode("latin-1"))


def keyed_client(side: Side, name: str, **options: Any) -> Any:
    """A client whose key has this name."""
    return side.client(api_key=KEYS[name], **options)


# What a server may echo, and how

SPELLINGS: dict[str, Callable[[str], bytes]] = {
    "utf-8": lambda key: key.encode(),
    "latin-1": lambda key: key.encode("latin-1"),
    "json": lambda key: json.dumps(key).encode(),
    "utf-8 json": lambda key: json.dumps(key, ensure_ascii=False).encode(),
    "php json": lambda key: json.dumps(key).replace("/", "\\/").encode(),
    "html": lambda key: html.escape(key).encode(),
    "html but quotes": lambda key: html.escape(key, quote=False).encode(),
    "url": lambda key: quote(key).encode(),
    "whole url": lambda key: quote(key, safe="").encode(),
    "mojibake": lambda key: key.encode().decode("latin-1").encode(),
    "folded": lambda key: " ".join(key.split()).encode(),
    "repr": lambda key: repr({"key": key, "b": key.encode("latin-1")}).encode(),
}
in_every_spelling = pytest.mark.parametrize("spelling", SPELLINGS)


def echoed(name: str, spelling: str = "latin-1") -> bytes:
    return SPELLINGS[spelling](KEYS[name])


def echo_json(name: str) -> bytes:
    """An error that has the key in all its parts, also in an unusual spelling of JSON."""
    key = KEYS[name]
    document = {"code": key, "message": f"key {key} is bad", "errors": [{"location": key, "message": f"no {key}"}]}
    return json.dumps(document).replace("z", "\\u007a").replace("/", "\\u002F").encode()


def echo_headers(name: str) -> dict[bytes, bytes]:
    value = echoed(name)
    return {b"X-Request-Id": value, b"X-Echo": value, b"Server": echoed(name, "json"), b"Content-Type": value}


def echo(status: int, name: str, body: bytes, **more: bytes) -> Script:
    """An answer that has the key in its reason phrase, its headers and its body."""
    headers = echo_headers(name) | {key.replace("_", "-").encode(): value for key, value in more.items()}
    return answers(status, body, reason=b"No " + echoed(name), headers=headers)


def failing(side: Side, name: str, server: FaultyServer, **options: Any) -> BeyondWordsError:
    """What a call against this server raises."""
    client = keyed_client(side, name, base_url=server.base_url, **options)
    with pytest.raises(BeyondWordsError) as caught:
        side.wait(client.background_tracks.list().page())
    assert_safe(caught.value)
    return caught.value


@every_key
def test_the_key_arrives_as_it_is(side: Side, name: str) -> None:
    with FaultyServer(answers()) as server:
        side.wait(keyed_client(side, name, base_url=server.base_url).background_tracks.list().page())
        (request,) = server.requests
    assert (request.headers["x-api-key"] == KEYS[name]) is True
    others = {header: value for header, value in request.headers.items() if header != "x-api-key"}
    assert not shows(f"{others} {request.target}")


@every_key
@in_every_spelling
def test_an_error_that_echoes_the_key(side: Side, name: str, spelling: str) -> None:
    with FaultyServer(echo(401, name, b"You sent " + echoed(name, spelling))) as server:
        error = failing(side, name, server)
    assert isinstance(error, AuthenticationError)
    assert "[API key]" in error.body


@every_key
def test_an_error_that_echoes_the_key_in_all_its_parts(side: Side, name: str) -> None:
    with FaultyServer(echo(422, name, echo_json(name))) as server:
        error = failing(side, name, server)
    assert isinstance(error, APIStatusError)
    assert error.request_id == "[API key]"
    assert error.code == "[API key]"
    assert error.message == "key [API key] is bad"
    assert [tuple(entry) for entry in error.errors] == [("[API key]", "no [API key]")]


@every_key
@pytest.mark.parametrize("status", [429, 503])
def test_an_error_that_is_tried_again(side: Side, name: str, status: int, log: list[str]) -> None:
    with FaultyServer(
        echo(status, name, echo_json(name)), echo(500, name, b"<title>" + echoed(name, "html"))
    ) as server:
        failing(side, name, server, max_attempts=3)
        assert len(server.requests) == 3
    assert any("trying again" in line for line in log)
    assert any("receive_response_headers.complete" in line for line in log)


@every_key
@pytest.mark.parametrize("target", [b"/x?key=", b"https://elsewhere.example/", b"https://elsewhere.example/?k=", b"//"])
def test_a_redirect_that_echoes_the_key(side: Side, name: str, target: bytes) -> None:
    with FaultyServer(echo(302, name, b"moved to " + echoed(name), Location=target + echoed(name, "url"))) as server:
        assert "redirected to" in str(failing(side, name, server))


@every_key
@in_every_spelling
@pytest.mark.parametrize("before", [b"<html>", b"x" * 76], ids=["", "cut"])
def test_a_success_that_is_no_json_and_echoes_the_key(side: Side, name: str, spelling: str, before: bytes) -> None:
    with FaultyServer(echo(200, name, before + echoed(name, spelling))) as server:
        assert isinstance(failing(side, name, server), ResponseDecodeError)


@every_key
@pytest.mark.parametrize(
    ("status", "form"),
    [
        (200, "{}"),
        (200, '[{{"media": {}}}]'),
        (200, '[{{"x": {}, "project": []}}]'),
        (206, "[{}]"),
        (299, "[{}]"),
    ],
)
def test_a_success_of_another_form_that_echoes_the_key(side: Side, name: str, status: int, form: str) -> None:
    with FaultyServer(echo(status, name, form.format(echoed(name, "json").decode()).encode())) as server:
        assert isinstance(failing(side, name, server), ResponseDecodeError)


_BROKEN: dict[str, Callable[[str], Script]] = {
    "status line": lambda name: sends(b"HTTP/1.1 " + echoed(name) + b"\r\n\r\n", then_close=True),
    "header": lambda name: sends(b"HTTP/1.1 200 OK\r\nX " + echoed(name) + b": y\r\n\r\n", then_close=True),
    "length": lambda name: sends(b"HTTP/1.1 200 OK\r\nContent-Length: " + echoed(name) + b"\r\n\r\n", then_close=True),
    "transfer": lambda name: sends(
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: " + echoed(name) + b"\r\n\r\n", then_close=True
    ),
    "chunks": lambda name: sends(
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + echoed(name) + b"\r\n\r\n", then_close=True
    ),
    "truncated": lambda name: sends(
        raw_answer(200, echoed(name), reason=echoed(name), headers=echo_headers(name) | {b"Content-Length": b"9999"}),
        then_close=True,
    ),
    "encoding": lambda name: echo(200, name, b"[]", Content_Encoding=echoed(name)),
    "gzip": lambda name: echo(200, name, echoed(name), Content_Encoding=b"gzip"),
    "retry-after": lambda name: echo(429, name, b"", Retry_After=echoed(name), Date=echoed(name)),
}


@every_key
@pytest.mark.parametrize("kind", _BROKEN)
def test_a_broken_answer_that_echoes_the_key(side: Side, name: str, kind: str) -> None:
    with FaultyServer(_BROKEN[kind](name)) as server:
        failing(side, name, server, max_attempts=2)


@pytest.mark.parametrize("name", ["plain", "latin"])
def test_no_answer_at_all(side: Side, name: str) -> None:
    with FaultyServer(hangs) as server:
        failing(side, name, server, timeout=0.2)
        failing(side, name, server, deadline=0.2)
    with refusing() as base_url, pytest.raises(APIConnectionError) as caught:
        side.wait(keyed_client(side, name, base_url=base_url).background_tracks.list().page())
    assert_safe(caught.value)


@every_key
def test_a_generated_function_called_directly(side: Side, name: str) -> None:
    with FaultyServer(echo(403, name, echo_json(name))) as server:
        client = keyed_client(side, name, base_url=server.base_url)
        with pytest.raises(BeyondWordsError) as caught:
            side.wait(getattr(background_tracks_index, side.request_function)(client=client.api))
    assert_safe(caught.value)


@every_key
def test_a_closed_client(side: Side, name: str) -> None:
    client = keyed_client(side, name)
    side.close(client)
    with pytest.raises(ConfigurationError) as caught:
        side.wait(client.background_tracks.list().page())
    assert_safe(caught.value)


# What a client shows of itself


@every_key
def test_reprs_and_variables_do_not_show_it(side: Side, name: str) -> None:
    with FaultyServer(answers()) as server:
        client = keyed_client(side, name, base_url=server.base_url)
        pager = client.background_tracks.list()
        page = side.wait(pager.page())
        response = side.request(client, "GET", "/x")
        copy = client.with_options(timeout=3)
    things = [client, copy, client.api, client.background_tracks, client._session, pager, page, response]
    things += [response.request, response.request.headers, response.headers, client._session.headers]
    for thing in things:
        inner = getattr(thing, "__dict__", {})
        assert not shows(f"{thing!r} {thing} {inner!r}"), type(thing)
        assert not any(shows(repr(getattr(value, "__dict__", ""))) for value in inner.values())
    assert not shows((pickle.dumps(response) + pickle.dumps(page)).decode("latin-1"))
    assert "x-api-key" not in response.request.headers


@every_key
def test_a_client_cannot_be_pickled(side: Side, name: str) -> None:
    client = keyed_client(side, name)
    for thing in (client, client.api, client._keys, client._keys.fixed):
        with pytest.raises(TypeError) as caught:
            pickle.dumps(thing)
        assert not shows(str(caught.value))


# Interruptions


@pytest.mark.parametrize("after", [b"", b"head"])
def test_ctrl_c_during_a_sync_call(after: bytes) -> None:
    def script(peer: Peer) -> None:
        if after:
            peer.send(raw_answer(200, echoed("plain"), reason=echoed("plain"), headers={b"Content-Length": b"9999"}))
        # Time for the client to be back in its read.
        peer._stopped.wait(0.15)
        ident = threading.main_thread().ident
        assert ident is not None
        signal.pthread_kill(ident, signal.SIGINT)
        peer.hold()

    with FaultyServer(script) as server, BeyondWords(KEYS["plain"], base_url=server.base_url) as client:
        with pytest.raises(KeyboardInterrupt) as caught:
            client.background_tracks.list().page()
        assert_safe(caught.value)


@pytest.mark.parametrize("after", [b"", b"head"])
def test_cancelling_an_async_call(after: bytes) -> None:
    def script(peer: Peer) -> None:
        if after:
            peer.send(raw_answer(200, echoed("plain"), reason=echoed("plain"), headers={b"Content-Length": b"9999"}))
        peer.hold()

    async def cancelled() -> asyncio.CancelledError:
        async with AsyncBeyondWords(KEYS["plain"], base_url=server.base_url) as client:
            task = asyncio.create_task(client.background_tracks.list().page())
            await asyncio.to_thread(server.arrived.wait, 5)
            await asyncio.sleep(0.1)
            task.cancel()
            try:
                await task
            except asyncio.CancelledError as error:
                return error
        raise AssertionError("not cancelled")

    with FaultyServer(script) as server:
        assert_safe(asyncio.run(cancelled()))


# Construction

BAD_KEYS: dict[str, Any] = {
    "line break": f"{MARK}\n",
    "two lines": f"a\r\n{MARK}",
    "control": f"a\x00{MARK}",
    "tab": f"a\t{MARK}",
    "not latin": f"ключ{MARK}",
    "just outside latin": f"\u0100{MARK}",
    "invisible": f"a\u200b{MARK}",
    "spaces around": f" {MARK} ",
    "bytes": MARK.encode(),
    "list": [MARK],
    "number": 5,
    "empty": "",
    "blank": "  \n",
}
every_bad_key = pytest.mark.parametrize("name", BAD_KEYS)


@both_clients
@every_bad_key
def test_a_bad_key_is_refused_without_being_shown(kind: Any, name: str) -> None:
    with pytest.raises(ConfigurationError, match="API key") as caught:
        kind(api_key=BAD_KEYS[name])
    assert_safe(caught.value)


@both_clients
@pytest.mark.parametrize("name", ["line break", "two lines", "tab", "spaces around", "empty", "blank"])
def test_a_bad_key_in_the_environment_is_not_shown_either(
    kind: Any, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BEYONDWORDS_API_KEY", BAD_KEYS[name])
    with pytest.raises(ConfigurationError) as caught:
        kind()
    assert_safe(caught.value)


@every_bad_key
def test_a_bad_key_from_a_function_is_not_shown_either(side: Side, name: str) -> None:
    with FaultyServer(answers()) as server:
        client = side.client(api_key=functools.partial(BAD_KEYS.__getitem__, name), base_url=server.base_url)
        with pytest.raises(ConfigurationError, match="API key") as caught:
            side.wait(client.background_tracks.list().page())
        assert server.connections == 0
    assert_safe(caught.value)


@both_clients
@pytest.mark.parametrize(
    ("option", "value"),
    [
        ("transport", "no transport"),
        ("timeout", "soon"),
        ("timeout", -1),
        ("max_attempts", 0),
        ("deadline", 0),
        ("max_response_bytes", 1.5),
        ("user_agent", "two\nlines"),
        ("base_url", "ftp://x.example"),
    ],
)
def test_other_bad_arguments_do_not_show_the_key(kind: Any, option: str, value: Any) -> None:
    with pytest.raises((ConfigurationError, TypeError, ValueError)) as caught:
        kind(KEYS["plain"], **{option: value})
    assert_safe(caught.value)


@both_clients
@pytest.mark.parametrize(
    "base_url",
    [f"https://x.example/v1?key={KEYS['plain']}", f"http://x.example/{KEYS['plain']}", f"ftp://{KEYS['plain']}"],
    ids=["query", "http", "ftp"],
)
def test_a_key_that_is_in_the_base_url_too_is_not_shown(
    kind: Any, base_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BEYONDWORDS_BASE_URL", base_url)
    del base_url
    with pytest.raises(ConfigurationError) as caught:
        kind(KEYS["plain"])
    assert_safe(caught.value)


@both_clients
@pytest.mark.parametrize("place", ["user@", "user:{}@", ":{}@", "@"])
def test_a_password_in_the_base_url_is_refused_without_being_shown(
    kind: Any, place: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BEYONDWORDS_BASE_URL", f"https://{place.format(MARK)}api.example/v1")
    with pytest.raises(ConfigurationError, match="user name or password") as caught:
        kind("another-key")
    assert_safe(caught.value)
    with pytest.raises(ConfigurationError, match="user name or password") as caught:
        kind("another-key", base_url=f"https://{place.format(MARK)}api.example/v1")
    assert_safe(caught.value)


# Where the key goes


@both_clients
@pytest.mark.parametrize(
    "base_url",
    [
        "http://api.beyondwords.io/v1",
        "http://192.168.1.5/v1",
        "http://0.0.0.0:8000",
        "http://[::2]:80",
        "http://localhost.example",
        "http://127.0.0.1.example",
        "http://localhost@api.example",
        "http://api.example#@localhost",
        "HTTP://api.example",
        "ftp://localhost",
        "//localhost",
        "localhost",
        "https://",
        "https://api.example:0",
        "https://api.example\\@localhost",
        "https://exa mple.com",
        "https://x.example/\x01",
        "https://a..b",
        7,
    ],
)
def test_a_base_url_that_is_not_safe_is_refused(kind: Any, base_url: Any) -> None:
    with pytest.raises(ConfigurationError, match="base_url"):
        kind("key", base_url=base_url)


@both_clients
@pytest.mark.parametrize(
    "base_url",
    ["http://localhost:1/v1", "http://127.0.0.1:1", "http://127.8.8.8:1", "http://[::1]:1", "https://x.example/v1/"],
)
def test_a_base_url_on_this_machine_may_be_http(kind: Any, base_url: str) -> None:
    assert kind("key", base_url=base_url).base_url == base_url.rstrip("/")


def test_an_international_name_is_its_own_origin(side: Side) -> None:
    client = side.client(lambda _: httpx.Response(200, json=[]), base_url="https://bücher.example/v1")
    assert side.wait(client.background_tracks.list().page()).items == []
    with pytest.raises(ConfigurationError):
        side.request(client, "GET", "https://bucher.example/v1")


@pytest.mark.parametrize("status", [301, 302, 307, 308])
@pytest.mark.parametrize("method", ["GET", "PUT"])
def test_a_redirect_to_another_origin_is_not_contacted(side: Side, status: int, method: str) -> None:
    with FaultyServer(answers()) as elsewhere:
        headers = {b"Location": f"{elsewhere.base_url}/x".encode()}
        with FaultyServer(answers(status, headers=headers)) as server:
            client = keyed_client(side, "plain", base_url=server.base_url, max_attempts=3)
            with pytest.raises(APIStatusError) as caught:
                side.request(client, method, "/x", follow_redirects=True)
            assert len(server.requests) == 1
        assert elsewhere.connections == 0
    assert_safe(caught.value)


def test_another_origin_is_refused_by_the_generated_client(side: Side) -> None:
    with FaultyServer(answers()) as elsewhere, FaultyServer(answers()) as server:
        client = keyed_client(side, "plain", base_url=server.base_url)
        port = elsewhere.address.rpartition(":")[2]
        same_port = server.address.rpartition(":")[2]
        targets = {
            f"{elsewhere.base_url}/x": f"http://{elsewhere.address}",
            f"http://{server.address}@{elsewhere.address}/x": f"http://{elsewhere.address}",
            f"http://localhost:{port}/x": f"http://localhost:{port}",
            f"http://localhost:{same_port}/x": f"http://localhost:{same_port}",
            f"https://{server.address}/x": f"https://{server.address}",
            "https://api.beyondwords.io/v1/x": "https://api.beyondwords.io",
        }
        for target, origin in targets.items():
            said = f"is for http://{server.address}, so a request to {origin} is not sent"
            with pytest.raises(ConfigurationError, match=re.escape(said)) as caught:
                side.request(client, "GET", target)
            assert_safe(caught.value)
        client._session.base_url = elsewhere.base_url
        with pytest.raises(ConfigurationError, match="is not sent"):
            side.request(client, "GET", "/x")
        assert (elsewhere.connections, server.connections) == (0, 0)


def test_a_key_header_of_the_callers_is_replaced(side: Side) -> None:
    with FaultyServer(answers()) as server:
        client = keyed_client(side, "plain", base_url=server.base_url)
        response = side.request(client, "GET", "/x", headers={"x-api-key": "another", "X-Other": "1"})
        (request,) = server.requests
    assert (request.headers["x-api-key"] == KEYS["plain"]) is True
    assert response.request.headers["x-api-key"] == "another"


@pytest.mark.parametrize("variable", ["HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy"])
def test_plain_http_goes_through_no_proxy(side: Side, variable: str, monkeypatch: pytest.MonkeyPatch) -> None:
    with FaultyServer(answers()) as proxy, FaultyServer(answers()) as server:
        monkeypatch.setenv(variable, f"http://{proxy.address}")
        side.wait(keyed_client(side, "plain", base_url=server.base_url).background_tracks.list().page())
        assert (proxy.connections, len(server.requests)) == (0, 1)


@pytest.mark.parametrize("variable", ["HTTPS_PROXY", "ALL_PROXY"])
def test_a_proxy_for_https_does_not_see_the_key(side: Side, variable: str, monkeypatch: pytest.MonkeyPatch) -> None:
    with FaultyServer(answers(502)) as proxy:
        monkeypatch.setenv(variable, f"http://{proxy.address}")
        client = keyed_client(side, "plain", base_url="https://api.example/v1")
        with pytest.raises(APIConnectionError) as caught:
            side.wait(client.background_tracks.list().page())
        (request,) = proxy.requests
    assert request.method == "CONNECT"
    assert not shows(repr(request))
    assert_safe(caught.value)


# Keys that rotate


def rotating() -> Callable[[], str]:
    """Gives the keys one after another."""
    keys = iter(list(KEYS.values()) * 3)
    return lambda: next(keys)


def test_a_function_is_asked_before_every_try(side: Side) -> None:
    with FaultyServer(answers(503), answers(503), answers(200)) as server:
        client = side.client(api_key=rotating(), base_url=server.base_url, max_attempts=3)
        side.wait(client.background_tracks.list().page())
        side.request(client, "GET", "/x")
        sent = [request.headers["x-api-key"] for request in server.requests]
    assert (sent == list(KEYS.values())[:4]) is True


def test_a_rotated_key_that_is_echoed_is_not_shown(side: Side) -> None:
    scripts = [echo(503, "plain", echo_json("plain")), echo(401, "quotes", echo_json("quotes"))]
    scripts += [echo(200, "one quote", echo_json("one quote"))]
    with FaultyServer(*scripts) as server:
        client = side.client(api_key=rotating(), base_url=server.base_url, max_attempts=2)
        for kind in (AuthenticationError, ResponseDecodeError):
            with pytest.raises(kind) as caught:
                side.wait(client.background_tracks.list().page())
            assert_safe(caught.value)


def test_an_asynchronous_function_is_awaited() -> None:
    async def key() -> str:
        await asyncio.sleep(0)
        return KEYS["latin"]

    async def called() -> None:
        async with AsyncBeyondWords(key, base_url=server.base_url) as client:
            await client.background_tracks.list().page()

    with FaultyServer(answers()) as server:
        asyncio.run(called())
        assert (server.requests[0].headers["x-api-key"] == KEYS["latin"]) is True


@pytest.mark.filterwarnings("error")
def test_an_asynchronous_function_is_refused_by_the_sync_client() -> None:
    async def key() -> str:
        return KEYS["plain"]

    with BeyondWords(key, base_url="http://127.0.0.1:9") as client:
        with pytest.raises(ConfigurationError, match="use AsyncBeyondWords") as caught:
            client.background_tracks.list().page()
        assert_safe(caught.value)


def test_a_function_that_fails_is_named(side: Side) -> None:
    def vault() -> str:
        raise RuntimeError("sealed")

    client = side.client(api_key=vault, base_url="http://127.0.0.1:9")
    with pytest.raises(ConfigurationError, match="raised RuntimeError") as caught:
        side.wait(client.background_tracks.list().page())
    assert isinstance(caught.value.__cause__, RuntimeError)
    assert_safe(caught.value)


def test_a_function_that_holds_the_key_as_an_argument(side: Side) -> None:
    client = side.client(api_key=functools.partial("".join, [MARK, "\n"]), base_url="http://127.0.0.1:9")
    with pytest.raises(ConfigurationError) as caught:
        side.wait(client.background_tracks.list().page())
    assert_safe(caught.value)
