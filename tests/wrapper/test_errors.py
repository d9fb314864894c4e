"""The error classes: their tree, their details, their one line, and that they travel."""

from __future__ import annotations

import copy
import gc
import multiprocessing
import pickle
import types
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from typing import Any

import httpx
import pytest

import beyondwords
from beyondwords import errors
from beyondwords.errors import (
    APIConnectionError,
    APIStatusError,
    APITimeoutError,
    AuthenticationError,
    BadRequestError,
    BeyondWordsError,
    ConfigurationError,
    ConflictError,
    FieldError,
    InternalServerError,
    NotFoundError,
    PaginationError,
    PermissionDeniedError,
    RateLimitError,
    ResponseDecodeError,
    UnprocessableEntityError,
)
from tests.wrapper.faulty_servers import FaultyServer, Script, answers, hangs_up, refusing, resets
from tests.wrapper.sides import Side

PARENTS: dict[type[Exception], type[Exception]] = {
    BeyondWordsError: Exception,
    ConfigurationError: BeyondWordsError,
    APIConnectionError: BeyondWordsError,
    APITimeoutError: APIConnectionError,
    ResponseDecodeError: BeyondWordsError,
    PaginationError: BeyondWordsError,
    APIStatusError: BeyondWordsError,
    BadRequestError: APIStatusError,
    AuthenticationError: APIStatusError,
    PermissionDeniedError: APIStatusError,
    NotFoundError: APIStatusError,
    ConflictError: APIStatusError,
    UnprocessableEntityError: APIStatusError,
    RateLimitError: APIStatusError,
    InternalServerError: APIStatusError,
}

_STATUS_DETAILS: dict[str, Any] = {
    "status_code": 422,
    "method": "POST",
    "path": "/content",
    "code": 422,
    "errors": (FieldError("source_id", "has already been taken"),),
    "request_id": "req-1",
    "retry_after": 7.5,
    "attempts": 2,
    "max_attempts": 3,
    "body": '{"message": "Invalid"}',
}
_DETAILS: dict[type[BeyondWordsError], dict[str, Any]] = {
    APIConnectionError: {"method": "GET", "path": "/x", "attempts": 3},
    ResponseDecodeError: {
        "method": "GET",
        "path": "/x",
        "status_code": 200,
        "location": "$[3].media",
        "expected": "an object",
        "received": "a string",
        "body": "[]",
    },
    PaginationError: {"resume_offset": 50},
    APIStatusError: _STATUS_DETAILS,
}


def sample(kind: type[BeyondWordsError]) -> BeyondWordsError:
    """An error of this class with everything set that it can hold."""
    details = next((found for base, found in _DETAILS.items() if issubclass(kind, base)), {})
    error = kind("it went wrong", **details)
    error.resume_offset = 50
    return error


def raise_sample(name: str) -> None:
    raise sample(getattr(errors, name))


ALL = [kind for kind in PARENTS if issubclass(kind, BeyondWordsError)]
every_error = pytest.mark.parametrize("kind", ALL, ids=lambda kind: kind.__name__)


def details(error: BaseException) -> tuple[Any, ...]:
    return type(error), str(error), error.args, vars(error)


# The tree


def test_the_tree_is_the_documented_one() -> None:
    found = {
        value: value.__base__ for value in vars(errors).values() if isinstance(value, type) and value in gc_subclasses()
    }
    assert found == PARENTS


def gc_subclasses() -> set[type]:
    """Every error of the package, wherever it is defined."""

    def below(kind: type[Any]) -> Iterator[type[Any]]:
        yield kind
        inner: type[Any]
        for inner in kind.__subclasses__():
            yield from below(inner)

    return set(below(BeyondWordsError))


@every_error
def test_every_error_is_public_and_drawn_in_the_docstring(kind: type[BeyondWordsError]) -> None:
    assert getattr(beyondwords, kind.__name__) is kind
    assert kind.__name__ in beyondwords.__all__
    drawn = [line.split() for line in (errors.__doc__ or "").splitlines()]
    assert any(kind.__name__ in words for words in drawn)


# Details and lines


def test_a_status_error_has_the_documented_attributes() -> None:
    error = APIStatusError("Invalid", **_STATUS_DETAILS)
    assert error.message == "Invalid"
    assert {name: getattr(error, name) for name in _STATUS_DETAILS} == _STATUS_DETAILS
    assert error.errors[0].location == "source_id"
    assert error.errors[0].message == "has already been taken"
    assert error.resume_offset is None


def test_what_is_not_given_is_not_made_up() -> None:
    error = APIStatusError("Gone", status_code=410)
    assert (error.method, error.path, error.attempts, error.max_attempts) == ("", "", 1, None)
    assert (error.code, error.errors, error.request_id, error.retry_after, error.body) == (None, (), None, None, "")
    assert str(error) == "410: Gone"
    lost = APIConnectionError("lost")
    assert (str(lost), lost.method, lost.path, lost.attempts) == ("lost", "", "", 1)
    odd = ResponseDecodeError("odd")
    assert (str(odd), odd.method, odd.path, odd.attempts, odd.body) == ("odd", "", "", 1, "")
    assert PaginationError("stuck", resume_offset=7).resume_offset == 7


@pytest.mark.parametrize(
    ("details", "line"),
    [
        ({}, "404: {}. Check the id"),
        ({"attempts": 1, "max_attempts": 3}, "404: {} (attempt 1 of 3). Check the id"),
        ({"request_id": "r-1"}, "404: {} (request id r-1). Check the id"),
        ({"errors": (FieldError("", "must be there"),)}, "404: {}; must be there. Check the id"),
        ({"errors": (FieldError("id", "is odd!"),)}, "404: {}; id: is odd! Check the id"),
    ],
)
def test_advice_follows_as_a_sentence_of_its_own(details: dict[str, Any], line: str) -> None:
    assert str(NotFoundError("No track", status_code=404, **details)).startswith(line.format("No track"))


@pytest.mark.parametrize(
    ("status", "retry_after", "advice"),
    [
        (429, 3.0, "Try again in 3 s."),
        (429, None, "Wait and try again."),
        (503, 3.0, "Try again in 3 s."),
        (503, None, "The fault is on the server's side; try again later."),
        (500, None, "The fault is on the server's side; try again later."),
        (504, 3.0, "The fault is on the server's side; try again later."),
    ],
)
def test_whoever_is_to_blame_the_line_says_what_to_do(status: int, retry_after: float | None, advice: str) -> None:
    error = APIStatusError("Busy", status_code=status, retry_after=retry_after)
    assert str(error) == f"{status}: Busy. {advice}"


@pytest.mark.parametrize("said", ["No track.", "No track!", "No track?"])
def test_a_sentence_that_is_ended_is_not_ended_again(said: str) -> None:
    assert str(NotFoundError(said, status_code=404)).startswith(f"404: {said} Check the id")
    assert f"404: {said} (attempt 1 of 2). Check" in str(NotFoundError(said, status_code=404, max_attempts=2))


def test_bodies_are_clipped() -> None:
    for error in (APIStatusError("m", status_code=500, body="x" * 9999), ResponseDecodeError("m", body="x" * 9999)):
        assert error.body.startswith("x" * 2000)
        assert len(error.body) < 2050
        assert "7999 more" in error.body
    assert ResponseDecodeError("m", body="x" * 2000).body == "x" * 2000


def test_the_line_of_the_readme(side: Side) -> None:
    client = side.client(lambda _: httpx.Response(401, json={"code": 401, "message": "Unauthorized"}), max_attempts=3)
    with pytest.raises(AuthenticationError) as caught:
        side.wait(client.background_tracks.list().page())
    start = "401 GET /background_tracks: Unauthorized (attempt 1 of 3). Check the API key: "
    assert str(caught.value).startswith(start)
    assert "BEYONDWORDS_API_KEY" in str(caught.value)
    assert "dash.beyondwords.io" in str(caught.value)


def test_the_line_names_field_errors_request_id_and_attempts() -> None:
    line = str(APIStatusError("Invalid", **_STATUS_DETAILS))
    assert line == "422 POST /content: Invalid; source_id: has already been taken (attempt 2 of 3, request id req-1)"


def test_the_line_of_a_rate_limit_says_how_long_to_wait() -> None:
    assert "Try again in 7.5 s." in str(RateLimitError("Slow", status_code=429, retry_after=7.5))
    assert "Wait and try again." in str(RateLimitError("Slow", status_code=429))


def test_many_field_errors_are_counted_not_listed() -> None:
    many = tuple(FieldError(f"field{number}", "is wrong") for number in range(40))
    line = str(APIStatusError("Invalid", status_code=422, errors=many))
    assert "field4: is wrong" in line
    assert "field5" not in line
    assert "and 35 more" in line


@pytest.mark.parametrize("between", ["\n", "\r\n", "\x1b[31m", "\u2028", "\u202e", "\x00", "\ud800", "\x85"], ids=ascii)
def test_nothing_from_elsewhere_breaks_the_line(between: str) -> None:
    evil = f"a{between}b"
    field = (FieldError(evil, evil),)
    made: list[BeyondWordsError] = [
        APIStatusError(evil, status_code=422, method="GET", path=evil, errors=field, request_id=evil),
        APIConnectionError(evil),
        ResponseDecodeError(evil),
        PaginationError(evil),
    ]
    for error in made:
        assert str(error).isprintable(), type(error)


# Travelling


@every_error
@pytest.mark.parametrize("protocol", range(pickle.HIGHEST_PROTOCOL + 1))
def test_every_error_pickles_whole(kind: type[BeyondWordsError], protocol: int) -> None:
    error = sample(kind)
    assert details(pickle.loads(pickle.dumps(error, protocol))) == details(error)


@every_error
@pytest.mark.parametrize("copied", [copy.copy, copy.deepcopy])
def test_every_error_copies_whole(kind: type[BeyondWordsError], copied: Any) -> None:
    error = sample(kind)
    again = copied(error)
    assert again is not error
    assert details(again) == details(error)


@every_error
def test_every_error_hashes_and_is_equal_to_itself_alone(kind: type[BeyondWordsError]) -> None:
    error, other = sample(kind), sample(kind)
    assert {error: 1}[error] == 1
    assert len({error, other}) == 2


def test_a_subclass_of_the_callers_travels_too() -> None:
    error = pickle.loads(pickle.dumps(sample(OwnError)))
    assert type(error) is OwnError
    assert error.request_id == "req-1"


class OwnError(RateLimitError):
    """What an application may derive."""


def test_every_error_survives_a_process_pool() -> None:
    with ProcessPoolExecutor(1, mp_context=multiprocessing.get_context("spawn")) as pool:
        for kind in ALL:
            arrived = pool.submit(raise_sample, kind.__name__).exception(timeout=60)
            assert arrived is not None
            assert details(arrived) == details(sample(kind))


# What hangs on an error


def _held(error: BaseException) -> Iterator[object]:
    """Everything reachable from an error and those it came from, tracebacks aside."""
    waiting: list[object] = [error]
    known: set[int] = set()
    aside = (type, types.ModuleType, types.FunctionType, types.FrameType, types.TracebackType)
    while waiting:
        thing = waiting.pop()
        if id(thing) in known or isinstance(thing, aside):
            continue
        known.add(id(thing))
        yield thing
        waiting.extend(gc.get_referents(thing))
        if isinstance(thing, BaseException):
            waiting.extend([thing.__cause__, thing.__context__])


def _frames(error: BaseException | None) -> Iterator[types.FrameType]:
    """The frames of an error's traceback and of those it came from."""
    while error is not None:
        trace = error.__traceback__
        while trace is not None:
            yield trace.tb_frame
            trace = trace.tb_next
        error = error.__cause__ or error.__context__


FAILURES: dict[str, Script] = {
    "status": answers(422, b'{"message": "no"}'),
    "redirect": answers(302, b"", headers={b"Location": b"https://elsewhere.example/"}),
    "form": answers(200, b'{"not": "a list"}'),
    "no json": answers(200, b"<html>"),
    "undeclared": answers(206, b"[]"),
    "undefined": answers(299, b"[]"),
    "encoding": answers(200, b"[]", headers={b"Content-Encoding": b"br"}),
    "garbled": answers(200, b"not gzip", headers={b"Content-Encoding": b"gzip"}),
    "truncated": answers(200, b"[]", headers={b"Content-Length": b"90"}),
    "reset": resets,
    "hung up": hangs_up,
}


@pytest.mark.parametrize("failure", FAILURES)
def test_no_error_holds_a_live_response_or_a_request_with_the_key(side: Side, failure: str) -> None:
    def script(peer: Any) -> None:
        FAILURES[failure](peer)
        # What is cut short must end.
        peer.socket.close()

    with FaultyServer(script) as server:
        client = side.client(base_url=server.base_url)
        with pytest.raises(BeyondWordsError) as caught:
            side.wait(client.background_tracks.list().page())
    _check_what_it_holds(caught.value)
    assert details(pickle.loads(pickle.dumps(caught.value))) == details(caught.value)


def test_no_connection_error_holds_a_request_with_the_key(side: Side) -> None:
    with refusing() as base_url, pytest.raises(APIConnectionError) as caught:
        side.wait(side.client(base_url=base_url).background_tracks.list().page())
    _check_what_it_holds(caught.value)


def _check_what_it_holds(error: BaseException) -> None:
    forbidden = (httpx.Response, httpx.Request, httpx.Client, httpx.AsyncClient, httpx.BaseTransport)
    assert [thing for thing in _held(error) if isinstance(thing, forbidden)] == []
    assert error.__cause__ is None
    assert error.__context__ is None
    for frame in _frames(error):
        for name, value in frame.f_locals.items():
            place = f"{name} in {frame.f_code.co_qualname}"
            if isinstance(value, httpx.Request):
                assert "x-api-key" not in value.headers, place
            if isinstance(value, httpx.Response):
                # Complete in memory: it has no stream of a connection any more.
                assert isinstance(value.stream, httpx.ByteStream), place
                assert value.is_closed, place
