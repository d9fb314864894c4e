"""The errors: their tree, their one line, what they hold, and that they travel."""

from __future__ import annotations

import copy
import pickle
import re
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
    ContentFailedError,
    ContentTimeoutError,
    FieldError,
    InternalServerError,
    NotFoundError,
    PaginationError,
    PermissionDeniedError,
    RateLimitError,
    ResponseDecodeError,
    UnprocessableEntityError,
)
from tests.sides import Responses, Side

OF_STATUS = {
    400: BadRequestError,
    401: AuthenticationError,
    403: PermissionDeniedError,
    404: NotFoundError,
    409: ConflictError,
    422: UnprocessableEntityError,
    429: RateLimitError,
}
PARENTS: dict[type[BeyondWordsError], type[Exception]] = {
    BeyondWordsError: Exception,
    ConfigurationError: BeyondWordsError,
    APIConnectionError: BeyondWordsError,
    APITimeoutError: APIConnectionError,
    ResponseDecodeError: BeyondWordsError,
    PaginationError: BeyondWordsError,
    ContentFailedError: BeyondWordsError,
    ContentTimeoutError: ContentFailedError,
    APIStatusError: BeyondWordsError,
    **dict.fromkeys([*OF_STATUS.values(), InternalServerError], APIStatusError),
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
        "location": "$[3].id",
        "expected": "an object",
        "received": "a string",
        "body": "[]",
    },
    PaginationError: {"resume_offset": 50},
    APIStatusError: _STATUS_DETAILS,
}

every_error = pytest.mark.parametrize("kind", PARENTS, ids=lambda kind: kind.__name__)


def sample(kind: type[BeyondWordsError]) -> BeyondWordsError:
    """An error of this class with everything set that it can hold."""
    error = kind("it went wrong", **next((found for base, found in _DETAILS.items() if issubclass(kind, base)), {}))
    error.resume_offset = 50
    return error


def details(error: BaseException) -> tuple[Any, ...]:
    return type(error), str(error), error.args, vars(error)


# The tree


def test_the_tree_is_the_documented_one() -> None:
    found = [each for each in vars(errors).values() if isinstance(each, type) and issubclass(each, BeyondWordsError)]
    assert {kind: kind.__base__ for kind in found} == PARENTS
    for kind in found:
        assert getattr(beyondwords, kind.__name__) is kind
        assert kind.__name__ in beyondwords.__all__
        assert kind.__name__ in (errors.__doc__ or "")


# Which status means which


def failed(side: Side, response: httpx.Response, **options: Any) -> APIStatusError:
    with pytest.raises(APIStatusError) as caught:
        side.request(side.client(Responses(response), **options), "GET", "/x")
    return caught.value


@pytest.mark.parametrize(
    ("location", "origin"),
    [
        ("https://elsewhere.example/v1/secret-path?token=t", "https://elsewhere.example"),
        ("//elsewhere.example/x", "https://elsewhere.example"),
        ("https://user:word@elsewhere.example:8443/x", "https://elsewhere.example:8443"),
        ("/v2/x", "https://api.beyondwords.io"),
        ("http://[broken", "an address that is not a URL"),
        ("http://x:99999999/", "an address that is not a URL"),
    ],
)
def test_a_redirect_names_the_origin_and_is_not_followed(side: Side, location: str, origin: str) -> None:
    error = failed(side, httpx.Response(302, headers={"Location": location}), max_attempts=3)
    assert type(error) is APIStatusError
    assert f"redirected to {origin}, which" in str(error)
    assert "secret" not in str(error)
    assert "user" not in str(error)


def test_only_a_redirect_with_a_target_is_called_one(side: Side) -> None:
    moved = {"Location": "/elsewhere"}
    assert failed(side, httpx.Response(400, headers=moved, json={"message": "Bad project"})).message == "Bad project"
    assert failed(side, httpx.Response(304)).message == "Not Modified"


# The one line


def test_the_line_names_field_errors_request_id_and_attempts() -> None:
    line = str(APIStatusError("Invalid", **_STATUS_DETAILS))
    assert line == "422 POST /content: Invalid; source_id: has already been taken (attempt 2 of 3, request id req-1)"


@pytest.mark.parametrize(
    ("details", "line"),
    [
        ({}, "404: No track. "),
        ({"attempts": 1, "max_attempts": 3}, "404: No track (attempt 1 of 3). "),
        ({"request_id": "r-1"}, "404: No track (request id r-1). "),
        ({"errors": (FieldError("", "must be there"),)}, "404: No track; must be there. "),
        ({"errors": (FieldError("id", "is odd!"),)}, "404: No track; id: is odd! "),
    ],
)
def test_advice_follows_as_a_sentence_of_its_own(details: dict[str, Any], line: str) -> None:
    shown = str(NotFoundError("No track", status_code=404, **details))
    assert shown.startswith(line)
    assert shown[len(line)].isupper()


@pytest.mark.parametrize(
    ("status", "retry_after", "advice"),
    [
        (429, 7.5, "Try again in 7.5 s."),
        (429, None, "Wait and try again."),
        (503, 3.0, "Try again in 3 s."),
        (500, None, "The fault is on the server's side; try again later."),
        (401, None, "Check the API key: BEYONDWORDS_API_KEY or api_key=; .*dash.beyondwords.io.*"),
    ],
)
def test_whoever_is_to_blame_the_line_says_what_to_do(status: int, retry_after: float | None, advice: str) -> None:
    line = str(APIStatusError("Busy", status_code=status, retry_after=retry_after))
    assert re.fullmatch(f"{status}: Busy. {advice}", line)


def test_many_field_errors_are_counted_not_listed() -> None:
    many = tuple(FieldError(f"field{number}", "is wrong") for number in range(40))
    line = str(APIStatusError("Invalid", status_code=422, errors=many))
    assert "field4: is wrong" in line
    assert "field5" not in line
    assert "and 35 more" in line


@pytest.mark.parametrize("between", ["\n", "\r\n", "\x1b[31m", "\u2028", "\u202e", "\x00", "\ud800", "\x85"], ids=ascii)
def test_nothing_from_elsewhere_breaks_the_line(between: str) -> None:
    evil = f"a{between}b"
    made: list[BeyondWordsError] = [
        APIStatusError(
            evil, status_code=422, method="GET", path=evil, errors=(FieldError(evil, evil),), request_id=evil
        ),
        APIConnectionError(evil),
        ResponseDecodeError(evil),
        PaginationError(evil),
    ]
    for error in made:
        assert str(error).isprintable(), type(error)


# What they hold


def test_what_is_not_given_is_not_made_up() -> None:
    error = APIStatusError("Gone", status_code=410)
    assert (error.method, error.path, error.attempts, error.max_attempts) == ("", "", 1, None)
    assert (error.code, error.errors, error.request_id, error.retry_after, error.body) == (None, (), None, None, "")
    assert str(error) == "410: Gone"
    for other in (APIConnectionError("lost"), ResponseDecodeError("odd")):
        assert (other.method, other.path, other.attempts) == ("", "", 1)


def test_bodies_are_clipped() -> None:
    for error in (APIStatusError("m", status_code=500, body="x" * 9999), ResponseDecodeError("m", body="x" * 9999)):
        assert error.body.startswith("x" * 2000)
        assert len(error.body) < 2050
        assert "7999 more" in error.body


def test_no_error_holds_a_response_or_a_request(side: Side) -> None:
    for response in (httpx.Response(422), httpx.Response(200, json={}), httpx.ReadError("x")):
        with pytest.raises(BeyondWordsError) as caught:
            side.page(side.client(Responses(response)))
        error = caught.value
        held = [*vars(error).values(), *error.args]
        assert not any(isinstance(value, httpx.Request | httpx.Response | BaseException) for value in held)
        # Somebody else's error would bring its request.
        assert (error.__cause__, error.__context__) == (None, None)
        assert details(pickle.loads(pickle.dumps(error))) == details(error)


# Travelling


@every_error
def test_every_error_pickles_copies_and_hashes(kind: type[BeyondWordsError]) -> None:
    error = sample(kind)
    for protocol in range(pickle.HIGHEST_PROTOCOL + 1):
        assert details(pickle.loads(pickle.dumps(error, protocol))) == details(error)
    for again in (copy.copy(error), copy.deepcopy(error)):
        assert again is not error
        assert details(again) == details(error)
    assert {error: 1}[error] == 1
    assert len({error, sample(kind)}) == 2


class OwnError(RateLimitError):
    """What an application may derive."""


def test_a_subclass_of_the_callers_travels_too() -> None:
    error = pickle.loads(pickle.dumps(sample(OwnError)))
    assert type(error) is OwnError
    assert error.request_id == "req-1"
