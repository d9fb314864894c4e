"""The errors: their tree, what becomes of a response, their one line, what they hold, and that they travel."""

from __future__ import annotations

import copy
import json
import pickle
import re
import time
from typing import Any

import httpx
import pytest

import beyondwords
from beyondwords import errors
from beyondwords.errors import APIConnectionError, APIStatusError, BeyondWordsError, FieldError, ResponseDecodeError
from tests.sides import KEY, Body, Responses, Side, good_error

OF_STATUS = {
    400: errors.BadRequestError,
    401: errors.AuthenticationError,
    403: errors.PermissionDeniedError,
    404: errors.NotFoundError,
    409: errors.ConflictError,
    422: errors.UnprocessableEntityError,
    429: errors.RateLimitError,
}
PARENTS: dict[type[BeyondWordsError], type[Exception]] = {
    BeyondWordsError: Exception,
    errors.ConfigurationError: BeyondWordsError,
    APIConnectionError: BeyondWordsError,
    errors.APITimeoutError: APIConnectionError,
    ResponseDecodeError: BeyondWordsError,
    errors.PaginationError: BeyondWordsError,
    errors.ContentFailedError: BeyondWordsError,
    errors.ContentTimeoutError: errors.ContentFailedError,
    APIStatusError: BeyondWordsError,
    **dict.fromkeys([*OF_STATUS.values(), errors.InternalServerError], APIStatusError),
}

_CALL = {"method": "POST", "path": "/content", "attempts": 2}
_RESPONSE = {**_CALL, "status_code": 422, "request_id": "req-1", "body": "{}"}
_TAKEN = (FieldError("source_id", "has already been taken"),)
_DETAILS: dict[type[BeyondWordsError], dict[str, Any]] = {
    APIConnectionError: _CALL,
    ResponseDecodeError: {**_RESPONSE, "location": "$[3].id", "expected": "an object", "received": "a string"},
    errors.PaginationError: {"resume_offset": 50},
    APIStatusError: {**_RESPONSE, "code": 422, "errors": _TAKEN, "retry_after": 7.5, "max_attempts": 3},
}


# The tree


def test_the_tree_is_the_documented_one() -> None:
    found = [each for each in vars(errors).values() if isinstance(each, type) and issubclass(each, BeyondWordsError)]
    assert {kind: kind.__base__ for kind in found} == PARENTS
    for kind in found:
        assert getattr(beyondwords, kind.__name__) is kind
        assert kind.__name__ in beyondwords.__all__
        assert kind.__name__ in (errors.__doc__ or "")


# What becomes of a response


def failed(side: Side, response: httpx.Response, **options: Any) -> APIStatusError:
    """The error of a call that gets this response: whatever that is, its status and one good line."""
    with pytest.raises(APIStatusError) as caught:
        side.page(side.client(Responses(response), **options))
    error = caught.value
    assert error.status_code == response.status_code
    assert str(error).startswith(f"{error.status_code} GET /background_tracks: {error.message}")
    assert error.message
    assert str(error).isprintable()
    assert len(str(error)) < 5000
    assert len(error.body) < 2100
    return error


@pytest.mark.parametrize(
    ("location", "origin"),
    [
        ("https://elsewhere.example/v1/secret-path?token=t", "https://elsewhere.example"),
        ("//elsewhere.example/x", "https://elsewhere.example"),
        (f"https://sub-{KEY}.example/x", r"https://sub-\[API key\].example"),
        ("https://user:word@elsewhere.example:8443/x", "https://elsewhere.example:8443"),
        ("/v2/x", "https://api.beyondwords.io"),
        ("http://[broken", "an address that is not a URL"),
        ("http://x:99999999/", "an address that is not a URL"),
    ],
)
def test_a_redirect_names_the_origin_and_is_not_followed(side: Side, location: str, origin: str) -> None:
    for method, status in (("GET", 302), ("GET", 307), ("PUT", 308)):
        # It refuses a second request.
        client = side.client(Responses(httpx.Response(status, headers={"Location": location})), max_attempts=3)
        with pytest.raises(APIStatusError, match=rf"redirected to {origin}, which") as caught:
            side.request(client, method, "/x", follow_redirects=True)
        assert type(caught.value) is APIStatusError
        assert "secret" not in str(caught.value)
        assert "user" not in str(caught.value)


def test_only_a_redirect_with_a_target_is_called_one(side: Side) -> None:
    moved = {"Location": "/elsewhere"}
    assert failed(side, httpx.Response(400, headers=moved, json={"message": "Bad project"})).message == "Bad project"
    assert failed(side, httpx.Response(300, headers=moved)).message.startswith("redirected to ")
    assert failed(side, httpx.Response(304)).message == "Not Modified"
    assert failed(side, httpx.Response(499)).message == "an error without a message"


DOCUMENTED = {
    "code": 422,
    "message": "Invalid request body",
    "errors": [{"location": "source_id", "message": "has already been taken"}],
}
TAKEN = ("Invalid request body", 422, [("source_id", "has already been taken")])
UNKNOWN = [("project", "unknown")]
# A body, and the message, the code and the field errors that are read in it.
BODIES: list[tuple[Any, tuple[str, Any, list[tuple[str, str]]]]] = [
    # What the API is known to send
    ({"code": 401, "message": "Unauthorized"}, ("Unauthorized", 401, [])),
    ({"type": "permission_error", "message": "No", "context": {}}, ("No", "permission_error", [])),
    ({"error": {"code": "x", "message": "Bad", "details": {"project": "unknown"}}}, ("Bad", "x", UNKNOWN)),
    ({"error": {"type": "x", "errors": [{"field": "project", "message": "unknown"}]}}, ("Bad Request", "x", UNKNOWN)),
    ({"error": {"message": "Bad"}, "code": 7}, ("Bad", 7, [])),
    ({"message": "Too many requests"}, ("Too many requests", None, [])),
    ([{"location": "a", "message": "b"}], ("Bad Request", None, [("a", "b")])),
    ({"code": 7, "errors": [{"location": "id", "message": "?"}]}, ("Bad Request", 7, [("id", "?")])),
    ({"code": "", "type": "not_found", "message": "No"}, ("No", "not_found", [])),
    ({"code": False, "message": "m"}, ("m", None, [])),
    # Messages of every kind
    ({"message": {"base": ["läuft nicht"]}}, ('{"base": ["läuft nicht"]}', None, [])),
    ({"message": 7}, ("7", None, [])),
    ({"message": None}, ("Bad Request", None, [])),
    ({}, ("Bad Request", None, [])),
    ({"error": "it broke"}, ("it broke", None, [])),
    ({"error": {"code": "x"}}, ("Bad Request", "x", [])),
    ({"detail": "no such thing"}, ("no such thing", None, [])),
    ({"title": "a title"}, ("a title", None, [])),
    (None, ("Bad Request", None, [])),
    ("just words", ("just words", None, [])),
    ({"message": "two\nlines\x1b[0m"}, ("two lines [0m", None, [])),
    # Field errors that are not as documented
    ({"errors": ["is wrong"]}, ("Bad Request", None, [("", "is wrong")])),
    ({"errors": [7, None, True]}, ("Bad Request", None, [("", "7"), ("", "true")])),
    ({"errors": [{"message": "only words"}]}, ("Bad Request", None, [("", "only words")])),
    ({"errors": [{"location": {"x": 1}, "message": ["y"]}]}, ("Bad Request", None, [('{"x": 1}', '["y"]')])),
    ({"errors": [{"other": 1}, {}]}, ("Bad Request", None, [("", '{"other": 1}')])),
    ({"errors": {"a": ["?", "!"], "b": "."}}, ("Bad Request", None, [("a", "?"), ("a", "!"), ("b", ".")])),
    ({"errors": False}, ("Bad Request", None, [])),
    # Pages of proxies, and none
    (b"<html><head><title>502 Bad\n Gateway</title></head>", ("an HTML page, '502 Bad Gateway'", None, [])),
    (b"<!DOCTYPE html><TITLE lang=en>Nginx &amp; more</TITLE>", ("an HTML page, 'Nginx & more'", None, [])),
    (b"\n <html><body>no title</body></html>", ("an HTML page", None, [])),
    (b"\xef\xbb\xbf<html><title>with a mark</title>", ("an HTML page, 'with a mark'", None, [])),
    (b"", ("Bad Request", None, [])),
    (b"caf\xe9 closed", ("caf\N{REPLACEMENT CHARACTER} closed", None, [])),
    # Around JSON
    (b"\xef\xbb\xbf" + json.dumps(DOCUMENTED).encode(), TAKEN),
    (b"\r\n" + json.dumps(DOCUMENTED).encode(), TAKEN),
]


def test_bodies_of_every_kind_whatever_their_content_type(side: Side, subtests: pytest.Subtests) -> None:
    for body, read in BODIES:
        with subtests.test(str(body)):
            content = body if isinstance(body, bytes) else json.dumps(body).encode()
            headers = {"Content-Type": "text/plain; charset=nonsense", "X-Request-Id": "req-9f"}
            # An encoding that httpx does not know is ignored.
            headers["Content-Encoding"] = "aws-chunked"
            error = failed(side, httpx.Response(400, stream=Body(content), headers=headers))
            assert (error.message, error.code, [tuple(each) for each in error.errors]) == read
            assert (error.request_id, error.body) == ("req-9f", content.decode("utf-8-sig", "replace"))


# Deeper ones: see tests/network/test_faults.py.
UNREADABLE: dict[str, tuple[bytes, str]] = {
    "UTF-16": (json.dumps(DOCUMENTED).encode("utf-16"), ""),
    "cut off": (b'{"message": "cut off', ""),
    "no numbers": (b'{"code": 1e999, "message": NaN}', ""),
    "half a letter": (b'{"message": "\\ud800 alone"}', ""),
    "long": (b"x" * 1_000_000, ""),
    **{encoding: (b"no such thing", encoding) for encoding in ("gzip", "deflate", "br", "nonsense", "gzip, gzip")},
}


def test_what_cannot_be_read_never_hides_the_error(side: Side, subtests: pytest.Subtests) -> None:
    for name, (content, encoding) in UNREADABLE.items():
        with subtests.test(name):
            response = httpx.Response(500, stream=Body(content), headers={"Content-Encoding": encoding})
            assert len(str(failed(side, response))) < 1000


UNITS = rb'<title>|<title|<title |</title|<h1>|<|<!--|&lt;|&| |"|{|[|{"a":|{"message":|{"errors":[|9|\|a '.split(b"|")
UNITS += [b"\n", b"\t ", b"\xff", b"\xc3\xa9", b"\xe2\x80\xae"]


def work(side: Side, body: bytes, status: int) -> float:
    """Seconds of work that a response with this body makes, at best of two."""
    costs = []
    for _ in range(2):
        client = side.client(Responses(httpx.Response(status, content=body)))
        started = time.process_time()
        with pytest.raises((APIStatusError, ResponseDecodeError)) as caught:
            side.page(client)
        costs.append(time.process_time() - started)
        assert str(caught.value).isprintable()
        assert len(str(caught.value)) < 2000
    return min(costs)


@pytest.mark.parametrize("status", [500, 200])
def test_a_bad_page_costs_what_its_length_costs(side: Side, status: int) -> None:
    """64 KB of `<title>` took five seconds, and all other threads waited: the search was quadratic."""
    plain = work(side, b"no " * 21_000, status)
    for unit in UNITS:
        cost = work(side, unit * (64_000 // len(unit)), status)
        assert cost < 20 * plain + 0.3, f"{unit!r} repeated: {cost:.2f} s of work beside {plain:.3f} s"


# The one line

TWICE = {"attempts": 2, "max_attempts": 3}
LINES: list[tuple[int, dict[str, Any], str]] = [
    (404, {}, r"404: No track\. [A-Z].+"),
    (404, TWICE, r"404: No track \(attempt 2 of 3\)\. [A-Z].+"),
    (404, {"request_id": "r-1"}, r"404: No track \(request id r-1\)\. [A-Z].+"),
    (404, {"errors": (FieldError("", "must be there"),)}, r"404: No track; must be there\. [A-Z].+"),
    (404, {"errors": (FieldError("id", "is odd!"),)}, r"404: No track; id: is odd! [A-Z].+"),
    (404, {"path": "/player/by_source_url/https://a.example/b"}, r"404 .+/b: No track\. Check the id.+"),
    (404, {"path": "https://media.example/a.mp3"}, r"404 .+mp3: No track"),
    (
        422,
        {"errors": [FieldError(f"f{n}", "is odd") for n in range(40)]},
        "422: No track; f0: .*; f4: is odd.* and 35 more",
    ),
    (410, {}, "410: No track"),
    (422, {"request_id": "r", **TWICE}, r"422: No track \(attempt 2 of 3, request id r\)"),
    (429, {"retry_after": 7.5}, r"429: No track\. Try again in 7\.5 s\."),
    (429, {}, r"429: No track\. Wait and try again\."),
    (503, {"retry_after": 3.0}, r"503: No track\. Try again in 3 s\."),
    (500, {}, r"500: No track\. The fault is on the server's side; try again later\."),
    (401, {}, r"401: No track\. Check the API key: BEYONDWORDS_API_KEY or api_key=; .*dash\.beyondwords\.io.*"),
]


@pytest.mark.parametrize(("status", "details", "line"), LINES, ids=str)
def test_the_line_says_what_came_of_which_attempt_and_what_to_do(
    status: int, details: dict[str, Any], line: str
) -> None:
    assert re.fullmatch(line, str(APIStatusError("No track", status_code=status, **details)))


@pytest.mark.parametrize("between", ["\n", "\r\n", "\x1b[31m", "\u2028", "\u202e", "\x00", "\ud800", "\x85"], ids=ascii)
def test_nothing_from_elsewhere_breaks_the_line(between: str) -> None:
    evil = f"a{between}b"
    details: dict[str, Any] = {"method": "GET", "path": evil, "errors": (FieldError(evil, evil),), "request_id": evil}
    made = [kind(evil) for kind in (APIConnectionError, ResponseDecodeError, errors.PaginationError)]
    for error in [APIStatusError(evil, status_code=422, **details), *made]:
        assert str(error).isprintable(), type(error)


# What they hold


def test_no_error_holds_a_response_or_a_request(side: Side) -> None:
    for response in (httpx.Response(422), httpx.Response(200, json={}), httpx.ReadError("x")):
        with good_error() as caught:
            side.page(side.client(Responses(response)))
        error = caught.value
        # Somebody else's error would bring its request.
        held = [*vars(error).values(), *error.args, error.__cause__, error.__context__]
        assert not any(isinstance(value, httpx.Request | httpx.Response | BaseException) for value in held)


# Travelling


class OwnError(errors.RateLimitError):
    """What an application may derive."""


@pytest.mark.parametrize("kind", [*PARENTS, OwnError], ids=lambda kind: kind.__name__)
def test_every_error_pickles_copies_and_hashes(kind: type[BeyondWordsError]) -> None:
    # Everything is set that it can hold.
    details = next((found for base, found in _DETAILS.items() if issubclass(kind, base)), {})
    error, other = kind("it went wrong", **details), kind("it went wrong", **details)
    error.resume_offset = 50
    pickled = [pickle.loads(pickle.dumps(error, protocol)) for protocol in range(pickle.HIGHEST_PROTOCOL + 1)]
    for again in (*pickled, copy.copy(error), copy.deepcopy(error)):
        assert again is not error
        assert (type(again), str(again), again.args, vars(again)) == (kind, str(error), error.args, vars(error))
    assert len({error, error, other}) == 2
