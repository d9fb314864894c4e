"""Whatever the body of an error response is, it gives the right error with one good line."""

from __future__ import annotations

import json
from typing import Any

import httpx
import pytest

from beyondwords import APIStatusError, FieldError
from tests.sides import Body, Side

DOCUMENTED = {
    "code": 422,
    "message": "Invalid request body",
    "errors": [{"location": "source_id", "message": "has already been taken"}],
}


def failed(side: Side, status: int, **response: Any) -> APIStatusError:
    """The error of a call that gets this response."""
    with pytest.raises(APIStatusError) as caught:
        side.page(side.client(lambda _: httpx.Response(status, **response)))
    error = caught.value
    assert error.status_code == status
    assert str(error).startswith(f"{status} GET /background_tracks: ")
    assert str(error).isprintable()
    assert error.message
    assert len(str(error)) < 5000
    return error


# The shapes the API is known to send


def test_the_documented_shape(side: Side) -> None:
    error = failed(side, 422, json=DOCUMENTED, headers={"X-Request-Id": "req-9f"})
    assert (error.message, error.code, error.request_id) == ("Invalid request body", 422, "req-9f")
    assert error.errors == (FieldError("source_id", "has already been taken"),)
    for said in ("Invalid request body; source_id: has already been taken", "request id req-9f"):
        assert said in str(error)
    assert json.loads(error.body) == DOCUMENTED


@pytest.mark.parametrize(
    ("body", "message", "code", "errors"),
    [
        ({"code": 401, "message": "Unauthorized"}, "Unauthorized", 401, []),
        (
            {"type": "permission_error", "message": "Unknown token", "context": {}},
            "Unknown token",
            "permission_error",
            [],
        ),
        (
            {"error": {"code": "invalid", "message": "Bad project", "details": {"project": "is unknown"}}},
            "Bad project",
            "invalid",
            [("project", "is unknown")],
        ),
        (
            {"error": {"type": "invalid", "message": "Bad", "errors": [{"field": "project", "message": "unknown"}]}},
            "Bad",
            "invalid",
            [("project", "unknown")],
        ),
        ({"message": "Too many requests"}, "Too many requests", None, []),
        ([{"location": "a", "message": "b"}], "Bad Request", None, [("a", "b")]),
        ({"code": 7, "errors": [{"location": "id", "message": "?"}]}, "Bad Request", 7, [("id", "?")]),
        ({"code": "", "type": "not_found", "message": "No"}, "No", "not_found", []),
        ({"code": False, "message": "m"}, "m", None, []),
    ],
)
def test_other_shapes(side: Side, body: Any, message: str, code: Any, errors: list[tuple[str, str]]) -> None:
    error = failed(side, 400, json=body)
    assert (error.message, error.code, [tuple(each) for each in error.errors]) == (message, code, errors)


# What else may come


@pytest.mark.parametrize(
    ("body", "message"),
    [
        ({"message": {"base": ["is wrong"]}}, '{"base": ["is wrong"]}'),
        ({"message": 7}, "7"),
        ({"message": None}, "Unprocessable"),
        ({}, "Unprocessable"),
        ({"error": "it broke"}, "it broke"),
        ({"error": {"code": "x"}}, "Unprocessable"),
        ({"detail": "no such thing"}, "no such thing"),
        ({"title": "a title"}, "a title"),
        (None, "Unprocessable"),
        ("just words", "just words"),
        ({"message": "two\nlines\x1b[0m"}, "two lines [0m"),
    ],
)
def test_messages_of_every_kind(side: Side, body: Any, message: str) -> None:
    assert failed(side, 422, content=json.dumps(body).encode()).message.startswith(message)


@pytest.mark.parametrize(
    ("errors", "found"),
    [
        (["is wrong"], [("", "is wrong")]),
        ([7, None, True], [("", "7"), ("", "true")]),
        ([{"message": "only words"}], [("", "only words")]),
        ([{"location": {"x": 1}, "message": ["y"]}], [('{"x": 1}', '["y"]')]),
        ([{"other": 1}], [("", '{"other": 1}')]),
        ([{}], []),
        ({"name": ["is blank", "is short"], "id": "odd"}, [("name", "is blank"), ("name", "is short"), ("id", "odd")]),
        (False, []),
    ],
)
def test_field_errors_that_are_not_as_documented(side: Side, errors: Any, found: list[tuple[str, str]]) -> None:
    assert [tuple(entry) for entry in failed(side, 422, json={"message": "m", "errors": errors}).errors] == found


@pytest.mark.parametrize(
    ("page", "message"),
    [
        (b"<html><head><title>502 Bad\n Gateway</title></head>", "an HTML page, '502 Bad Gateway'"),
        (b"<!DOCTYPE html><TITLE lang=en>Nginx &amp; more</TITLE>", "an HTML page, 'Nginx & more'"),
        (b"", "Bad Gateway"),
        (b"\n <html><body>no title</body></html>", "an HTML page"),
        (b"\xef\xbb\xbf<html><title>with a mark</title>", "an HTML page, 'with a mark'"),
    ],
)
def test_pages_of_proxies_and_an_empty_one(side: Side, page: bytes, message: str) -> None:
    assert failed(side, 502, content=page, headers={"Content-Type": "text/html"}).message == message


@pytest.mark.parametrize("before", [b"\xef\xbb\xbf", b"\r\n"])
def test_json_is_found_whatever_its_content_type(side: Side, before: bytes) -> None:
    headers = {"Content-Type": "text/plain; charset=nonsense"}
    error = failed(side, 422, content=before + json.dumps(DOCUMENTED).encode(), headers=headers)
    assert error.errors == (FieldError("source_id", "has already been taken"),)


@pytest.mark.parametrize(
    "content",
    [
        b"\xff\xfe\x00\x01",
        json.dumps(DOCUMENTED).encode("utf-16"),
        b'{"message": "cut off',
        b'{"message": ' + b"[" * 30_000 + b"]" * 30_000 + b"}",
        b'{"code": ' + b"9" * 20_000 + b"}",
        b'{"code": 1e999, "message": NaN}',
        b'{"message": "\\ud800 alone"}',
        b"\x00" * 100,
        b"x" * 1_000_000,
    ],
    ids=lambda content: content[:12].hex(),
)
def test_what_cannot_be_read_never_hides_the_error(side: Side, content: bytes) -> None:
    error = failed(side, 500, content=content)
    assert len(str(error)) < 1000
    assert len(error.body) < 2100


@pytest.mark.parametrize("encoding", ["gzip", "deflate", "br", "nonsense", "gzip, gzip"])
def test_a_body_that_cannot_be_unpacked_never_hides_the_error(side: Side, encoding: str) -> None:
    failed(side, 503, stream=Body(b"no such thing"), headers={"Content-Encoding": encoding})
