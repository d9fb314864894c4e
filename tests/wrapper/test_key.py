"""The API key: where it comes from, where it goes, and that it is shown nowhere.

The key is somebody's money, so it is searched for in all that can be printed of this package.
"""

from __future__ import annotations

import asyncio
import copy
import html
import json
import pickle
import traceback
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import quote

import httpx
import pytest

import beyondwords
from beyondwords import errors
from tests.fake_server import OK, FakeServer, Reply, hangs, responds, sends
from tests.sides import KEY, Responses, Rows, Side, good_error, page

# With characters that URLs spell in another way.
RESERVED = f"a/b+c%20&d=e?f#{KEY}<>"
PACKAGE = str(Path(beyondwords.__file__).parent)


# Where it comes from


def test_the_key_of_the_argument_or_the_environment_arrives_in_its_header_alone(
    side: Side, monkeypatch: pytest.MonkeyPatch
) -> None:
    of_environment = f"from-the-environment-{KEY}"
    monkeypatch.setenv("BEYONDWORDS_API_KEY", of_environment)
    for given, key in ((None, of_environment), (KEY, KEY), (RESERVED, RESERVED), (lambda: KEY, KEY)):
        with FakeServer(responds()) as server:
            side.page(side.client(api_key=given, base_url=server.base_url))
            (request,) = server.requests
        headers = dict(request.headers)
        assert headers.pop("x-api-key") == key
        assert KEY not in f"{headers} {request.target}"
    # It may be the only positional argument.
    assert side.client_class(KEY)
    with pytest.raises(TypeError):
        side.client_class(KEY, "https://api.example.com")


@pytest.mark.parametrize("given", [None, "", "   "])
def test_without_a_key_the_error_names_the_variable_and_the_dashboard(side: Side, given: str | None) -> None:
    with pytest.raises(errors.ConfigurationError) as caught:
        side.client_class(given)
    for said in ("BEYONDWORDS_API_KEY", "dash.beyondwords.io", "Settings > Integrations > API"):
        assert said in str(caught.value)


CONTROL = f"a\x00{KEY}"
BAD_KEYS = [f"a\r\n{KEY}", f"{KEY}\n", CONTROL, f"ключ{KEY}", f" {KEY} ", KEY.encode(), [KEY], ""]


@pytest.mark.parametrize("key", BAD_KEYS, ids=repr)
def test_a_key_that_no_header_can_carry_is_refused_unseen(
    side: Side, monkeypatch: pytest.MonkeyPatch, key: Any
) -> None:
    with FakeServer(responds()) as server:
        client = side.client(api_key=lambda: key, base_url=server.base_url)
        refusals: list[tuple[str, Callable[[], Any]]] = [
            ("API key", lambda: side.client_class(key)),
            ("API key", lambda: side.page(client)),
        ]
        if isinstance(key, str) and key != CONTROL:
            monkeypatch.setenv("BEYONDWORDS_API_KEY", key)
            refusals.append(("BEYONDWORDS_API_KEY", side.client_class))
        for said, refusal in refusals:
            with good_error(errors.ConfigurationError, said) as caught:
                refusal()
            # A debugger or an error tracker shows what frames hold.
            frames = [frame for frame, _ in traceback.walk_tb(caught.value.__traceback__)]
            ours = [frame.f_locals for frame in frames if frame.f_code.co_filename.startswith(PACKAGE)]
            assert ours
            assert KEY not in f"{ours!r}"
        assert server.connections_made == 0


# A function that gives it; how long it may take: see tests/network/test_faults.py


def test_a_function_is_asked_before_every_attempt_and_not_earlier(side: Side, waits: list[float]) -> None:
    keys = iter(["first-key", "second-key", "third-key"])
    server = Responses(httpx.Response(503), page([0], total=1), httpx.Response(200))
    client = side.client(server, api_key=lambda: next(keys), max_attempts=2)
    side.page(client)
    side.request(client, "GET", "/x")
    assert server.keys == ["first-key", "second-key", "third-key"]


@pytest.mark.filterwarnings("error")
def test_the_async_client_awaits_an_async_function_and_the_sync_client_says_that_it_cannot(side: Side) -> None:
    async def vault() -> str:
        await asyncio.sleep(0)
        return KEY

    server = Rows(1)
    client = side.client(server, api_key=vault)
    if side.name == "async":
        side.page(client)
    else:
        with pytest.raises(errors.ConfigurationError, match="use AsyncBeyondWords"):
            side.page(client)
    assert server.keys == ([KEY] if side.name == "async" else [])


@pytest.mark.parametrize("failure", [TimeoutError("the vault is sealed"), KeyboardInterrupt()])
def test_what_a_function_raises_comes_out_as_it_is(side: Side, failure: BaseException) -> None:
    def broken() -> str:
        raise failure

    with pytest.raises(type(failure)) as caught:
        side.page(side.client(Rows(1), api_key=broken))
    assert caught.value is failure


# Where it goes; not to the target of a redirect: see test_errors.py


def test_a_request_to_another_origin_is_not_sent(side: Side) -> None:
    with FakeServer(responds()) as elsewhere, FakeServer(responds()) as server:
        client = side.client(base_url=server.base_url)
        for target in (
            f"{elsewhere.base_url}/x",
            f"http://localhost:{server.port}/x",
            f"https://127.0.0.1:{server.port}/x",
            f"http://127.0.0.1:{server.port}@127.0.0.1:{elsewhere.port}/x",
            "https://api.beyondwords.io/v1/x",
        ):
            with good_error(errors.ConfigurationError, rf"for {server.origin}.* not sent"):
                side.request(client, "GET", target)
        assert (elsewhere.connections_made, server.connections_made) == (0, 0)


def test_a_key_header_of_the_callers_is_replaced(side: Side) -> None:
    server = Responses(httpx.Response(200))
    side.request(side.client(server), "GET", "/x", headers={"x-api-key": "another", "X-Other": "1"})
    (request,) = server.requests
    assert request.headers.get_list("x-api-key") == [KEY]
    assert request.headers["X-Other"] == "1"


# Where a server may echo it


def echo(status: int, body: str, key: str = RESERVED) -> Reply:
    """A response that has the key in its reason phrase and its headers too."""
    reason = b"No " + key.encode()
    return responds(status, body.encode(), reason=reason, X_Request_Id=key, Location=f"/x?k={quote(key)}")


def echo_json(key: str) -> str:
    field = {"location": key, "message": f"no {key}"}
    return json.dumps({"code": key, "message": f"key {key} is bad", "errors": [field]})


IN_JSON = json.dumps(RESERVED)[1:-1]
FOR_A_PATH = IN_JSON.replace("/", "\\/")
FOR_HTML = IN_JSON.replace("&", "\\u0026").replace("<", "\\u003c")
NO_KEY = r"no \[API key\]"
IN_ALL_PARTS = r"key \[API key\] is bad; \[API key\]: no \[API key\] .*request id \[API key\]"
DECODE, LOST = errors.ResponseDecodeError, errors.APIConnectionError
ECHOES: dict[str, tuple[Reply, type[errors.BeyondWordsError], str]] = {
    "as it is": (echo(401, f"no {RESERVED}"), errors.AuthenticationError, NO_KEY),
    "in a path": (echo(401, f"no {quote(RESERVED)}"), errors.AuthenticationError, NO_KEY),
    "in a query": (echo(401, f"no {quote(RESERVED, safe='')}"), errors.AuthenticationError, NO_KEY),
    "in JSON": (echo(401, f'{{"message": "no {FOR_A_PATH}"}}'), errors.AuthenticationError, NO_KEY),
    "in JSON for HTML": (echo(401, f'{{"errors": ["no {FOR_HTML}"]}}'), errors.AuthenticationError, NO_KEY),
    "in HTML": (echo(401, f"<html><title>no {html.escape(RESERVED)}</title>"), errors.AuthenticationError, NO_KEY),
    "in all parts": (echo(422, echo_json(RESERVED)), errors.UnprocessableEntityError, IN_ALL_PARTS),
    "in place of a list": (echo(200, f"<html>no {RESERVED}"), DECODE, NO_KEY),
    "in place of a row": (echo(200, f'["no {RESERVED}"]'), DECODE, r"\$\[0\]"),
    "packed": (responds(200, RESERVED.encode(), Content_Encoding="gzip"), DECODE, "decompressing"),
    "in the status line": (sends(f"HTTP/1.1 {RESERVED}\r\n\r\n".encode(), then="close"), LOST, "status line"),
    "as a length": (sends(OK, f"Content-Length: {RESERVED}\r\n\r\n".encode(), then="close"), LOST, "Content-Length"),
    "never": (hangs, errors.APITimeoutError, "in time"),
}


@pytest.mark.parametrize("how", ECHOES)
def test_an_error_that_echoes_the_key(side: Side, how: str) -> None:
    reply, kind, said = ECHOES[how]
    with FakeServer(reply) as server, good_error(kind, said) as caught:
        # Short only where a response never comes: a busy machine is slow.
        timeout = 0.2 if how == "never" else 10
        side.page(side.client(api_key=RESERVED, base_url=server.base_url, timeout=timeout))
    assert "[API key]" in f"{vars(caught.value).get('body')}" or said != NO_KEY


def test_an_echo_where_a_long_reason_is_cut(side: Side) -> None:
    for cut in range(440, 500, 7):
        with good_error() as caught:
            side.page(side.client(Responses(httpx.ReadError("x" * cut + KEY))))
        assert KEY[:7] not in str(caught.value)


def test_retries_log_no_echo_and_each_key_of_a_function_is_taken_out(
    side: Side, waits: list[float], caplog: pytest.LogCaptureFixture
) -> None:
    keys = iter([KEY, KEY, RESERVED])
    replies = echo(429, "", KEY), echo(503, echo_json(KEY), KEY), echo(401, echo_json(RESERVED))
    with FakeServer(*replies) as server, good_error(errors.AuthenticationError):
        side.page(side.client(api_key=lambda: next(keys), base_url=server.base_url, max_attempts=3))
    assert [record.levelname for record in caplog.records if record.name == "beyondwords"].count("WARNING") == 2


def test_a_call_that_needs_no_key_sends_none_and_shows_none(side: Side) -> None:
    # Another call may have told it to the server, or to a cache in front of it.
    with FakeServer(echo(422, echo_json(KEY), KEY)) as server:
        with good_error():
            side.wait(side.client(base_url=server.base_url, project_id=1).players.by_identifiers([{"source_id": "a"}]))
        (request,) = server.requests
    assert "x-api-key" not in dict(request.headers)


def test_what_comes_from_outside_while_a_request_is_sent_shows_no_frame_with_the_key(
    side: Side, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(transport: object, request: httpx.Request) -> None:
        sent = dict(request.headers)
        raise RecursionError(len(sent))

    for kind, name in ((httpx.HTTPTransport, "handle_request"), (httpx.AsyncHTTPTransport, "handle_async_request")):
        monkeypatch.setattr(kind, name, interrupted)
    client = side.client()
    with pytest.raises(RecursionError) as caught:
        side.page(client)
    assert KEY not in "".join(traceback.TracebackException.from_exception(caught.value, capture_locals=True).format())


def test_an_error_about_content_that_echoes_the_key(side: Side, tmp_path: Path) -> None:
    audio = {"content_type": "audio/mpeg", "variant": "article", "url": f"no {KEY}"}
    failed, processed = {"status": "error", "error": f"no {KEY}"}, {"status": "processed", "audio": [audio]}
    found: dict[str, Any]
    for found in (failed, processed):
        content = side.client(Responses(httpx.Response(200, json={"id": 1, **found})), project_id=7).content
        with good_error(errors.ContentFailedError, NO_KEY):
            side.wait(content.wait("1") if found is failed else content.download_audio("1", tmp_path / "a.mp3"))


@pytest.mark.parametrize(
    ("key", "message", "shown"), [("abcdefgh", "no abcdefgh", NO_KEY), ("key", "tested keyed", "tested keyed")]
)
def test_a_key_is_taken_out_where_it_is_long_enough_not_to_garble_other_words(
    side: Side, key: str, message: str, shown: str
) -> None:
    with pytest.raises(errors.NotFoundError, match=shown):
        side.page(side.client(Responses(httpx.Response(404, json={"message": message})), api_key=key))


# What a client shows of itself


def test_what_a_client_gives_does_not_show_the_key(side: Side) -> None:
    with FakeServer(responds()) as server:
        client = side.client(base_url=server.base_url)
        pager = client.background_tracks.list()
        found = side.wait(pager.page())
        response = side.request(client, "GET", "/x")
    things = [client, client.with_options(timeout=3), client.api, client.background_tracks, pager, found]
    for thing in [*things, response, response.request, response.request.headers]:
        assert KEY not in f"{thing!r} {thing} {getattr(thing, '__dict__', '')!r}", type(thing)
    assert "x-api-key" not in response.request.headers
    assert KEY not in pickle.dumps(found).decode("latin-1")


def answer(request: httpx.Request) -> httpx.Response:
    """A function of a module, as it takes for a transport to be pickled."""
    return httpx.Response(200, json=[])


def test_a_client_is_neither_pickled_nor_copied(side: Side) -> None:
    client = side.client(answer)
    for attempt in (pickle.dumps, copy.copy, copy.deepcopy):
        with good_error(TypeError, "use with_options"):
            attempt(client)
    for api in (client.api, client.api.with_headers({})):
        with good_error(TypeError, "cannot be pickled"):
            pickle.dumps(api)
