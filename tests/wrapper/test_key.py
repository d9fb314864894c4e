"""The API key: where it comes from, where it goes, and that it is shown nowhere.

The key is somebody's money, so it is searched for in all that can be printed of this package.
"""

from __future__ import annotations

import asyncio
import contextlib
import copy
import html
import json
import logging
import pickle
import time
import traceback
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

import httpx
import pytest

import beyondwords
from beyondwords import errors
from tests.fake_server import OK, FakeServer, Reply, hangs, responds, sends
from tests.sides import Responses, Rows, Side, page

MARK = "zQ7xK9vB"
PLAIN = f"write_{MARK}"
# With characters that URLs spell in another way.
RESERVED = f"a/b+c%20&d=e?f#{MARK}<>"
PACKAGE = str(Path(beyondwords.__file__).parent)


@pytest.fixture(autouse=True)
def no_key_in_the_log(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """Whatever a test does, our logger shows no key, at no level."""
    caplog.set_level(logging.DEBUG, logger="beyondwords")
    yield
    records = [record for record in caplog.get_records("call") if record.name == "beyondwords"]
    assert not any(shows(f"{record.getMessage()} {vars(record)!r}") for record in records)


def shows(text: str) -> bool:
    """Whether a key is to be seen; host names and the like are shown in lower case."""
    return MARK.lower() in text.lower()


def assert_safe(error: BaseException) -> None:
    """Nothing that is printed of an error, or of those it came from, shows the key."""
    texts = [str(error), repr(error), repr(vars(error)), "".join(traceback.format_exception(error))]
    if isinstance(error, errors.BeyondWordsError):
        texts.append(pickle.dumps(error).decode("latin-1"))
    assert [text for text in texts if shows(text)] == []


@contextlib.contextmanager
def safe_error(kind: Any = errors.BeyondWordsError, said: str | None = None) -> Iterator[pytest.ExceptionInfo[Any]]:
    """An error comes, and does not show the key."""
    with pytest.raises(kind, match=said) as caught:
        yield caught
    assert_safe(caught.value)


def failing(side: Side, client: Any) -> Any:
    """The error of a call, which does not show the key."""
    with safe_error() as caught:
        side.page(client)
    return caught.value


# Where it comes from


def test_the_key_of_the_argument_or_the_environment_arrives_in_its_header_alone(
    side: Side, monkeypatch: pytest.MonkeyPatch
) -> None:
    of_environment = f"from-the-environment-{MARK}"
    monkeypatch.setenv("BEYONDWORDS_API_KEY", of_environment)
    for given, key in ((None, of_environment), (PLAIN, PLAIN), (RESERVED, RESERVED), (lambda: PLAIN, PLAIN)):
        with FakeServer(responds()) as server:
            side.page(side.client(api_key=given, base_url=server.base_url))
            (request,) = server.requests
        headers = dict(request.headers)
        assert headers.pop("x-api-key") == key
        assert not shows(f"{headers} {request.target}")
    # It may be the only positional argument.
    assert side.client_class(PLAIN)
    with pytest.raises(TypeError):
        side.client_class(PLAIN, "https://api.example.com")


@pytest.mark.parametrize("given", [None, "", "   "])
def test_without_a_key_the_error_names_the_variable_and_the_dashboard(side: Side, given: str | None) -> None:
    with pytest.raises(errors.ConfigurationError) as caught:
        side.client_class(given)
    for said in ("BEYONDWORDS_API_KEY", "dash.beyondwords.io", "Settings > Integrations > API"):
        assert said in str(caught.value)


BAD_KEYS: dict[str, Any] = {
    "two lines": f"a\r\n{MARK}",
    "a line break behind": f"{MARK}\n",
    "control": f"a\x00{MARK}",
    "not ascii": f"ключ{MARK}",
    "spaces around": f" {MARK} ",
    "bytes": MARK.encode(),
    "a list": [MARK],
    "empty": "",
}


@pytest.mark.parametrize("name", BAD_KEYS)
def test_a_key_that_no_header_can_carry_is_refused_unseen(
    side: Side, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    key = BAD_KEYS[name]
    given = iter([key])
    with FakeServer(responds()) as server:
        client = side.client(api_key=lambda: key, base_url=server.base_url)
        refusals: list[tuple[str, Callable[[], Any]]] = [
            ("API key", lambda: side.client_class(next(given))),
            ("API key", lambda: side.page(client)),
        ]
        if isinstance(key, str) and name != "control":
            monkeypatch.setenv("BEYONDWORDS_API_KEY", key)
            refusals.append(("BEYONDWORDS_API_KEY", side.client_class))
        for said, refusal in refusals:
            with safe_error(errors.ConfigurationError, said) as caught:
                refusal()
            # A debugger or an error tracker shows what frames hold.
            frames = [frame for frame, _ in traceback.walk_tb(caught.value.__traceback__)]
            ours = [frame.f_locals for frame in frames if frame.f_code.co_filename.startswith(PACKAGE)]
            assert ours
            assert not shows(f"{ours!r}")
        assert server.connections_made == 0


# A function that gives it


def test_a_function_is_asked_before_every_attempt_and_not_earlier(side: Side, waits: list[float]) -> None:
    keys = iter(["first-key", "second-key", "third-key"])
    asked: list[str] = []

    def rotating() -> str:
        asked.append(next(keys))
        return asked[-1]

    server = Responses(httpx.Response(503), page([0], total=1), httpx.Response(200))
    client = side.client(server, api_key=rotating, max_attempts=2)
    assert asked == []
    side.page(client)
    side.request(client, "GET", "/x")
    assert server.keys == ["first-key", "second-key", "third-key"]


@pytest.mark.filterwarnings("error")
def test_the_async_client_awaits_an_async_function_and_the_sync_client_says_that_it_cannot(side: Side) -> None:
    async def vault() -> str:
        await asyncio.sleep(0)
        return PLAIN

    server = Rows(1)
    client = side.client(server, api_key=vault)
    if side.name == "async":
        side.page(client)
    else:
        with pytest.raises(errors.ConfigurationError, match="use AsyncBeyondWords"):
            side.page(client)
    assert server.keys == ([PLAIN] if side.name == "async" else [])


@pytest.mark.parametrize("failure", [TimeoutError("the vault is sealed"), KeyboardInterrupt()])
def test_what_a_function_raises_comes_out_as_it_is(side: Side, failure: BaseException) -> None:
    def broken() -> str:
        raise failure

    with pytest.raises(type(failure)) as caught:
        side.page(side.client(Rows(1), api_key=broken))
    assert caught.value is failure


# Where it goes


def test_a_request_to_another_origin_is_not_sent(side: Side) -> None:
    with FakeServer(responds()) as elsewhere, FakeServer(responds()) as server:
        client = side.client(api_key=PLAIN, base_url=server.base_url)
        for target in (
            f"{elsewhere.base_url}/x",
            f"http://localhost:{server.port}/x",
            f"https://127.0.0.1:{server.port}/x",
            f"http://127.0.0.1:{server.port}@127.0.0.1:{elsewhere.port}/x",
            "https://api.beyondwords.io/v1/x",
        ):
            with safe_error(errors.ConfigurationError, rf"for {server.origin}.* not sent"):
                side.request(client, "GET", target)
        assert (elsewhere.connections_made, server.connections_made) == (0, 0)


def test_the_target_of_a_redirect_is_not_contacted(side: Side) -> None:
    with FakeServer(responds()) as elsewhere:
        moved = f"{elsewhere.base_url}/x?key={quote(RESERVED)}"
        for method, status in (("GET", 301), ("GET", 307), ("PUT", 308)):
            with FakeServer(responds(status, Location=moved)) as server:
                client = side.client(api_key=RESERVED, base_url=server.base_url, max_attempts=3)
                with safe_error(errors.APIStatusError, f"redirected to {elsewhere.origin}"):
                    side.request(client, method, "/x", follow_redirects=True)
                assert len(server.requests) == 1
        assert elsewhere.connections_made == 0


def test_a_key_header_of_the_callers_is_replaced(side: Side) -> None:
    server = Responses(httpx.Response(200))
    side.request(side.client(server, api_key=PLAIN), "GET", "/x", headers={"x-api-key": "another", "X-Other": "1"})
    (request,) = server.requests
    assert request.headers.get_list("x-api-key") == [PLAIN]
    assert request.headers["X-Other"] == "1"


# Where a server may echo it


def echo(status: int, body: str, key: str = RESERVED) -> Reply:
    """A response that has the key in its reason phrase and its headers too."""
    reason = b"No " + key.encode()
    return responds(status, body.encode(), reason=reason, X_Request_Id=key, Location=f"/x?k={quote(key)}")


def echo_json(key: str) -> str:
    field = {"location": key, "message": f"no {key}"}
    return json.dumps({"code": key, "message": f"key {key} is bad", "errors": [field]})


AS_JSON = json.dumps(RESERVED)[1:-1]
FOR_A_PATH = AS_JSON.replace("/", "\\/")
FOR_HTML = AS_JSON.replace("&", "\\u0026").replace("<", "\\u003c")
ECHOES: dict[str, tuple[Reply, type[errors.BeyondWordsError]]] = {
    "as it is": (echo(401, f"no {RESERVED}"), errors.AuthenticationError),
    "in a path": (echo(401, f"no {quote(RESERVED)}"), errors.AuthenticationError),
    "in a query": (echo(401, f"no {quote(RESERVED, safe='')}"), errors.AuthenticationError),
    "in JSON": (echo(401, f'{{"message": "no {FOR_A_PATH}"}}'), errors.AuthenticationError),
    "in JSON for HTML": (echo(401, f'{{"errors": ["no {FOR_HTML}"]}}'), errors.AuthenticationError),
    "in HTML": (echo(401, f"<html><title>no {html.escape(RESERVED)}</title>"), errors.AuthenticationError),
    "in place of a list": (echo(200, f"<html>no {RESERVED}"), errors.ResponseDecodeError),
    "in place of a row": (echo(200, f'["no {RESERVED}"]'), errors.ResponseDecodeError),
    "packed": (responds(200, RESERVED.encode(), Content_Encoding="gzip"), errors.ResponseDecodeError),
    "in the status line": (sends(f"HTTP/1.1 {RESERVED}\r\n\r\n".encode(), then="close"), errors.APIConnectionError),
    "as a length": (sends(OK, f"Content-Length: {RESERVED}\r\n\r\n".encode(), then="close"), errors.APIConnectionError),
    "never": (hangs, errors.APITimeoutError),
}


@pytest.mark.parametrize("how", ECHOES)
def test_an_error_that_echoes_the_key(side: Side, how: str) -> None:
    reply, kind = ECHOES[how]
    with FakeServer(reply) as server:
        error = failing(side, side.client(api_key=RESERVED, base_url=server.base_url, timeout=0.2))
    assert type(error) is kind
    if isinstance(error, errors.AuthenticationError):
        assert "no [API key]" in error.body
        assert "no [API key]" in str(error)


def test_an_error_that_echoes_the_key_in_all_its_parts(side: Side) -> None:
    with FakeServer(echo(422, echo_json(RESERVED))) as server:
        error = failing(side, side.client(api_key=RESERVED, base_url=server.base_url))
    assert (error.request_id, error.code, error.message) == ("[API key]", "[API key]", "key [API key] is bad")
    assert [tuple(entry) for entry in error.errors] == [("[API key]", "no [API key]")]


def test_an_echo_where_a_long_reason_is_cut(side: Side) -> None:
    for cut in range(440, 500, 7):
        error = failing(side, side.client(Responses(httpx.ReadError("x" * cut + PLAIN)), api_key=PLAIN))
        assert PLAIN[:7] not in str(error)


def test_retries_log_no_echo_and_each_key_of_a_function_is_taken_out(
    side: Side, waits: list[float], caplog: pytest.LogCaptureFixture
) -> None:
    keys = iter([PLAIN, PLAIN, RESERVED])
    replies = echo(429, "", PLAIN), echo(503, echo_json(PLAIN), PLAIN), echo(401, echo_json(RESERVED))
    with FakeServer(*replies) as server:
        client = side.client(api_key=lambda: next(keys), base_url=server.base_url, max_attempts=3)
        assert isinstance(failing(side, client), errors.AuthenticationError)
    assert [record.levelname for record in caplog.records if record.name == "beyondwords"].count("WARNING") == 2


def test_a_call_that_needs_no_key_sends_none_and_shows_none(side: Side) -> None:
    # Another call may have told it to the server, or to a cache in front of it.
    with FakeServer(echo(422, echo_json(PLAIN), PLAIN)) as server:
        client = side.client(api_key=PLAIN, base_url=server.base_url, project_id=1)
        with safe_error():
            side.wait(client.players.by_identifiers([{"source_id": "a"}]))
        (request,) = server.requests
    assert "x-api-key" not in dict(request.headers)


def test_a_function_that_calls_another_client_has_no_more_time_than_the_call() -> None:
    def ask() -> str:
        other.background_tracks.list().page()
        return PLAIN

    with FakeServer(hangs) as server:
        other = beyondwords.BeyondWords(PLAIN, base_url=server.base_url, deadline=20, max_attempts=1)
        client = beyondwords.BeyondWords(ask, base_url=server.base_url, deadline=0.3)
        began = time.monotonic()
        with pytest.raises(errors.APITimeoutError):
            client.background_tracks.list().page()
        assert time.monotonic() - began < 5


def test_what_comes_from_outside_while_a_request_is_sent_shows_no_frame_with_the_key(
    side: Side, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(transport: object, request: httpx.Request) -> None:
        sent = dict(request.headers)
        raise RecursionError(len(sent))

    for kind, name in ((httpx.HTTPTransport, "handle_request"), (httpx.AsyncHTTPTransport, "handle_async_request")):
        monkeypatch.setattr(kind, name, interrupted)
    with pytest.raises(RecursionError) as caught:
        side.page(side.client(api_key=PLAIN))
    assert not shows("".join(traceback.TracebackException.from_exception(caught.value, capture_locals=True).format()))


@pytest.mark.parametrize(
    "found",
    [
        {"status": "error", "error": f"no {PLAIN}"},
        {"status": "processed", "audio": [{"content_type": "audio/mpeg", "variant": "article", "url": f"no {PLAIN}"}]},
    ],
    ids=["why content failed", "the address of audio"],
)
def test_an_error_about_content_that_echoes_the_key(side: Side, tmp_path: Path, found: dict[str, Any]) -> None:
    client = side.client(lambda _: httpx.Response(200, json={"id": 1, **found}), api_key=PLAIN, project_id=7)
    call = client.content.wait if found["status"] == "error" else client.content.download_audio
    arguments = ["1"] if found["status"] == "error" else ["1", tmp_path / "a.mp3"]
    with safe_error(errors.ContentFailedError, r"no \[API key\]"):
        side.wait(call(*arguments))


def test_a_short_key_does_not_garble_other_words(side: Side) -> None:
    message = "background tested keyed"
    client = side.client(Responses(httpx.Response(404, json={"message": message})), api_key="key")
    with pytest.raises(errors.NotFoundError, match=message):
        side.page(client)


def test_a_key_of_eight_characters_is_taken_out(side: Side) -> None:
    client = side.client(Responses(httpx.Response(404, json={"message": "no abcdefgh"})), api_key="abcdefgh")
    with pytest.raises(errors.NotFoundError, match=r"no \[API key\]"):
        side.page(client)


# What a client shows of itself


def test_what_a_client_gives_does_not_show_the_key(side: Side) -> None:
    with FakeServer(responds()) as server:
        client = side.client(api_key=PLAIN, base_url=server.base_url)
        pager = client.background_tracks.list()
        found = side.wait(pager.page())
        response = side.request(client, "GET", "/x")
    things = [client, client.with_options(timeout=3), client.api, client.background_tracks, pager, found]
    for thing in [*things, response, response.request, response.request.headers]:
        assert not shows(f"{thing!r} {thing} {getattr(thing, '__dict__', '')!r}"), type(thing)
    assert "x-api-key" not in response.request.headers
    assert not shows(pickle.dumps(found).decode("latin-1"))


def answer(request: httpx.Request) -> httpx.Response:
    """A function of a module, as it takes for a transport to be pickled."""
    return httpx.Response(200, json=[])


def test_a_client_is_neither_pickled_nor_copied(side: Side) -> None:
    client = side.client(answer, api_key=PLAIN)
    for attempt in (pickle.dumps, copy.copy, copy.deepcopy):
        with safe_error(TypeError, "use with_options"):
            attempt(client)
    for api in (client.api, client.api.with_headers({})):
        with safe_error(TypeError, "cannot be pickled"):
            pickle.dumps(api)


def test_other_bad_arguments_do_not_show_the_key(side: Side) -> None:
    with safe_error(TypeError):
        side.client_class(PLAIN, transport="no transport")
    with safe_error(errors.ConfigurationError):
        side.client_class(PLAIN, base_url="ftp://x.example")
