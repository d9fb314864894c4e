"""Whatever an error answer's body is, it gives the right exception with one good line."""

from __future__ import annotations

import json
from http import HTTPStatus
from typing import Any

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from beyondwords import APIStatusError, FieldError
from beyondwords._core.answers import error_class, status_error
from tests.wrapper.sides import Side

DOCUMENTED = {
    "code": 422,
    "message": "Invalid request body",
    "errors": [{"location": "source_id", "message": "has already been taken"}],
}


def failed(side: Side, status: int, **answer: Any) -> APIStatusError:
    """The error of a call that was answered like this."""
    client = side.client(lambda _: httpx.Response(status, **answer))
    with pytest.raises(APIStatusError) as caught:
        side.wait(client.background_tracks.list().page())
    error = caught.value
    assert type(error) is error_class(status)
    assert error.status_code == status
    assert str(error).startswith(f"{status} GET /background_tracks: ")
    assert str(error).isprintable()
    return error


# The shapes the API is known to send


def test_the_documented_shape(side: Side) -> None:
    error = failed(side, 422, json=DOCUMENTED)
    assert (error.message, error.code) == ("Invalid request body", 422)
    assert error.errors == (FieldError("source_id", "has already been taken"),)
    assert "Invalid request body; source_id: has already been taken" in str(error)
    assert json.loads(error.body) == DOCUMENTED


@pytest.mark.parametrize("errors", [{}, {"errors": None}, {"errors": []}])
def test_the_documented_shape_without_field_errors(side: Side, errors: dict[str, Any]) -> None:
    error = failed(side, 401, json={"code": 401, "message": "Unauthorized", **errors})
    assert (error.message, error.code, error.errors) == ("Unauthorized", 401, ())


def test_the_older_shape_with_a_type(side: Side) -> None:
    body = {"type": "permission_error", "message": "Authentication token was not recognized.", "context": {}}
    error = failed(side, 401, json=body)
    assert (error.message, error.code) == ("Authentication token was not recognized.", "permission_error")


def test_the_nested_shape(side: Side) -> None:
    body = {"error": {"code": "invalid_request", "message": "Bad project", "details": {"project": "is unknown"}}}
    error = failed(side, 400, json=body)
    assert (error.message, error.code) == ("Bad project", "invalid_request")
    assert error.errors == (FieldError("project", "is unknown"),)
    assert failed(side, 400, json={"error": {"code": "x", "message": "Bad", "details": {}}}).errors == ()


def test_the_nested_shape_with_the_words_of_the_others(side: Side) -> None:
    inner = {
        "type": "invalid_request",
        "message": "Bad project",
        "errors": [{"field": "project", "message": "unknown"}],
    }
    error = failed(side, 400, json={"error": inner})
    assert (error.message, error.code) == ("Bad project", "invalid_request")
    assert error.errors == (FieldError("project", "unknown"),)


def test_a_bare_message(side: Side) -> None:
    error = failed(side, 429, json={"message": "Too many requests"})
    assert (error.message, error.code) == ("Too many requests", None)


# What else may come


@pytest.mark.parametrize(
    ("body", "message"),
    [
        ({"message": {"base": ["is wrong"]}}, '{"base": ["is wrong"]}'),
        ({"message": ["one", "two"]}, '["one", "two"]'),
        ({"message": 7}, "7"),
        ({"message": None}, "Unprocessable"),
        ({"message": ""}, "Unprocessable"),
        ({"message": "  \n "}, "Unprocessable"),
        ({"message": {}}, "Unprocessable"),
        ({}, "Unprocessable"),
        ({"error": "it broke"}, "it broke"),
        ({"error": {"message": ["x"]}}, '["x"]'),
        ({"detail": "no such thing"}, "no such thing"),
        ({"title": "a title"}, "a title"),
        (None, "Unprocessable"),
        ([], "Unprocessable"),
        ("just words", "just words"),
        ("", "Unprocessable"),
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
        ([{"location": "a"}], [("a", "")]),
        ([{"message": "only words"}], [("", "only words")]),
        ([{"field": "a", "message": "b"}], [("a", "b")]),
        ([{"location": {"x": 1}, "message": ["y"]}], [('{"x": 1}', '["y"]')]),
        ([{"other": 1}], [("", '{"other": 1}')]),
        ([{}], []),
        ([["nested"]], [("", '["nested"]')]),
        (
            {"name": ["is blank", "is short"], "id": "is odd"},
            [("name", "is blank"), ("name", "is short"), ("id", "is odd")],
        ),
        ("words", [("", "words")]),
        (3, [("", "3")]),
        (False, []),
    ],
)
def test_field_errors_that_are_not_as_documented(side: Side, errors: Any, found: list[tuple[str, str]]) -> None:
    assert [tuple(entry) for entry in failed(side, 422, json={"message": "m", "errors": errors}).errors] == found


def test_a_bare_list_of_field_errors(side: Side) -> None:
    error = failed(side, 422, json=[{"location": "a", "message": "b"}])
    assert error.errors == (FieldError("a", "b"),)
    assert error.message == HTTPStatus(422).phrase


def test_an_empty_body_gets_the_name_of_the_status(side: Side) -> None:
    for status, name in [(401, "Unauthorized"), (403, "Forbidden"), (404, "Not Found"), (502, "Bad Gateway")]:
        error = failed(side, status, content=b"")
        assert (error.message, error.body) == (name, "")


@pytest.mark.parametrize(
    ("page", "message"),
    [
        (b"<html><head><title>502 Bad\n Gateway</title></head>", "an HTML page, '502 Bad Gateway'"),
        (b"<!DOCTYPE html><TITLE lang=en>Nginx &amp; more</TITLE>", "an HTML page, 'Nginx & more'"),
        (b"\n <html><body>no title</body></html>", "an HTML page"),
        (b"\xef\xbb\xbf<html><title>with a mark</title>", "an HTML page, 'with a mark'"),
    ],
)
def test_pages_of_proxies(side: Side, page: bytes, message: str) -> None:
    assert failed(side, 502, content=page, headers={"Content-Type": "text/html"}).message == message


@pytest.mark.parametrize(
    "content",
    [
        b"\xef\xbb\xbf" + json.dumps(DOCUMENTED).encode(),
        json.dumps(DOCUMENTED, indent=4).encode(),
        b"\r\n" + json.dumps(DOCUMENTED).encode(),
    ],
)
def test_json_is_found_whatever_its_content_type(side: Side, content: bytes) -> None:
    error = failed(side, 422, content=content, headers={"Content-Type": "text/plain; charset=nonsense"})
    assert error.errors == (FieldError("source_id", "has already been taken"),)


@pytest.mark.parametrize(
    "content",
    [
        b"\xff\xfe\x00\x01",
        "kaputt: ü".encode("latin-1"),
        json.dumps(DOCUMENTED).encode("utf-16"),
        b'{"message": "cut off',
        b"[" * 60_000,
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
    assert error.message
    assert len(str(error)) < 1000
    assert len(error.body) < 2100


@pytest.mark.parametrize("encoding", ["gzip", "deflate", "br", "zstd", "nonsense", "gzip, gzip"])
def test_a_body_that_cannot_be_unpacked_never_hides_the_error(side: Side, encoding: str) -> None:
    class Garbage(httpx.SyncByteStream, httpx.AsyncByteStream):
        def __iter__(self) -> Any:
            yield b"no such thing"

        async def __aiter__(self) -> Any:
            yield b"no such thing"

    error = failed(side, 503, stream=Garbage(), headers={"Content-Encoding": encoding})
    assert (error.message, error.body) == ("Service Unavailable", "")


def test_a_code_without_a_message_is_kept(side: Side) -> None:
    error = failed(side, 404, json={"code": 7, "errors": [{"location": "id", "message": "unknown"}]})
    assert (error.message, error.code, error.errors) == ("Not Found", 7, (FieldError("id", "unknown"),))


@pytest.mark.parametrize(
    ("body", "message"),
    [({"error": {"code": "x"}}, "Not Found"), ({"detail": {"grund": "für"}}, '{"grund": "für"}'), (7, "7")],
)
def test_what_is_no_text_is_a_message_only_where_one_belongs(side: Side, body: Any, message: str) -> None:
    assert failed(side, 404, json=body).message == message


def test_an_empty_code_is_no_code(side: Side) -> None:
    assert failed(side, 404, json={"code": "", "type": "not_found", "message": "No"}).code == "not_found"


def test_a_code_that_is_a_flag_is_no_code(side: Side) -> None:
    assert failed(side, 400, json={"code": True, "message": "m"}).code is None


def test_the_request_id_is_kept_and_shown(side: Side) -> None:
    error = failed(side, 500, json={}, headers={"X-Request-Id": "req-9f"})
    assert error.request_id == "req-9f"
    assert "request id req-9f" in str(error)
    assert failed(side, 500, json={}).request_id is None


# Anything at all

_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=12,
)
_NAMES = st.sampled_from(["message", "code", "errors", "error", "detail", "title", "type", "location", "details"])
_LIKELY = st.recursive(
    _JSON,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(_NAMES, inner, max_size=5),
    max_leaves=12,
)


def one_good_line(status: int, body: str, headers: dict[str, str]) -> None:
    error = status_error(
        status=status,
        method="GET",
        url="https://api.example/v1/x",
        path="/x",
        headers=headers,
        body=body,
        attempts=1,
        max_attempts=3,
    )
    assert type(error) is error_class(status)
    assert str(error).isprintable()
    assert str(error).startswith(f"{status} GET /x: ")
    assert error.message
    assert all(isinstance(part, str) for entry in error.errors for part in entry)
    assert len(str(error)) < 5000


_STATUSES = st.integers(300, 999)


@given(status=_STATUSES, body=_LIKELY)
def test_any_json_gives_one_printable_line(status: int, body: Any) -> None:
    one_good_line(status, json.dumps(body), {})


@given(status=_STATUSES, body=st.text() | st.text().map(lambda text: f"<html><title>{text}</title>"))
def test_any_text_gives_one_printable_line(status: int, body: str) -> None:
    one_good_line(status, body, {})


@given(status=_STATUSES, header=st.text())
def test_any_header_gives_one_printable_line(status: int, header: str) -> None:
    names = ("location", "retry-after", "date", "x-request-id")
    one_good_line(status, "", dict.fromkeys(names, header))
