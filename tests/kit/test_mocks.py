"""What mocks need: responses as the API sends them, models and pages."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import attrs
import httpx
import pytest
import respx
from pytest_httpx import HTTPXMock

from beyondwords import BeyondWords, PaginationError, UnprocessableEntityError, parse_timestamp, testing
from beyondwords.testing import error_response, list_response, make, page
from beyondwords_api import models
from beyondwords_api.models import BackgroundTrack, FileUpload

KEY = "key-for-tests-51"
URL = "https://api.beyondwords.io/v1/background_tracks"


def test_with_a_transport_of_httpx() -> None:
    transport = httpx.MockTransport(lambda request: list_response([BackgroundTrack(id=7)], total=30, offset=20))
    page = BeyondWords(KEY, transport=transport).background_tracks.list(offset=20).page()
    assert (page[0].id, page.total, page.offset, page.next_offset) == (7, 30, 20, 21)


def test_with_respx() -> None:
    with respx.mock:
        respx.get(URL).mock(return_value=error_response(422, errors=[("source_id", "has already been taken")]))
        with pytest.raises(UnprocessableEntityError, match="source_id: has already been taken"):
            BeyondWords(KEY).background_tracks.list().page()


def test_with_pytest_httpx(httpx_mock: HTTPXMock) -> None:
    httpx_mock.add_callback(lambda request: error_response(429, retry_after=0.01), url=URL)
    httpx_mock.add_callback(lambda request: list_response([{"id": 1}]), url=URL)
    assert [row.id for row in BeyondWords(KEY).background_tracks.list()] == [1]


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        (lambda kit: kit.list_response([], total="x"), "total must be a whole number, not 'x'"),
        (lambda kit: kit.list_response([], offset=-1), "offset must be at least 0"),
        (lambda kit: kit.list_response([], limit=1.5), "limit must be a whole number"),
        (lambda kit: kit.page([], total="x"), "total must be a whole number"),
        (lambda kit: kit.error_response(200), "status must be at least 300"),
        (lambda kit: kit.error_response(600), "status must be at most 599"),
        (lambda kit: kit.error_response("422"), "status must be a whole number"),
        (lambda kit: kit.error_response(429, retry_after="2"), "retry_after must be"),
        (
            lambda kit: kit.error_response(422, errors=["title"]),
            "among them is 'title'",
        ),
        (lambda kit: kit.error_response(422, errors="ab"), "pairs of location and message"),
        (lambda kit: kit.error_response(422, errors=[("title", None)]), "pairs of location and message"),
    ],
)
def test_what_makes_no_sense_is_refused_by_name(wrong: Callable[[Any], object], said: str) -> None:
    with pytest.raises((TypeError, ValueError), match=said):
        wrong(testing)


def test_a_mock_without_headers_is_told_what_to_send() -> None:
    transport = httpx.MockTransport(lambda request: httpx.Response(200, json=[{"id": 1}]))
    with pytest.raises(PaginationError, match=r"a mock: send X-Pagination-Total-Count"):
        list(BeyondWords(KEY, transport=transport).background_tracks.list())


@pytest.mark.parametrize("name", [name for name in models.__all__ if attrs.has(getattr(models, name))])
def test_a_made_model_is_as_the_api_could_send_it(name: str) -> None:
    model: Any = getattr(models, name)
    made = make(model)
    if model is not FileUpload:
        assert model.from_dict(made.to_dict()) == made


def test_a_made_model_takes_values_and_refuses_others() -> None:
    made = make(BackgroundTrack, name="Piano")
    assert made.name == "Piano"
    assert parse_timestamp(str(made.created)).year
    with pytest.raises(TypeError, match="nme"):
        make(BackgroundTrack, nme="Piano")
    with pytest.raises(TypeError, match="a generated model"):
        make(dict)


def test_a_page_is_made_as_a_list_gives_it() -> None:
    made = page([make(BackgroundTrack)], total=3)
    assert (len(made), made.total, made.has_next, made.next_offset) == (1, 3, True, 1)
    assert page([]).has_next is False
