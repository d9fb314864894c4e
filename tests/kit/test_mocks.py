"""What mocks need: responses as the API sends them, models and pages."""

from __future__ import annotations

from typing import Any

import attrs
import httpx
import pytest
import respx
from pytest_httpx import HTTPXMock

from beyondwords import BeyondWords, UnprocessableEntityError, parse_timestamp
from beyondwords.testing import error_response, list_response, make, page
from beyondwords_api import models
from beyondwords_api.models import BackgroundTrack, FileUpload

KEY = "key-for-tests-51"
URL = "https://api.beyondwords.io/v1/background_tracks"


def test_with_a_transport_of_httpx() -> None:
    transport = httpx.MockTransport(lambda request: list_response([BackgroundTrack(id=7)], offset=20))
    page = BeyondWords(KEY, transport=transport).background_tracks.list(offset=20).page()
    assert (page[0].id, page.total, page.offset, page.next_offset) == (7, 21, 20, None)


def test_with_respx() -> None:
    with respx.mock:
        respx.get(URL).mock(return_value=error_response(422, errors=[("source_id", "has already been taken")]))
        with pytest.raises(UnprocessableEntityError, match="source_id: has already been taken"):
            BeyondWords(KEY).background_tracks.list().page()


def test_with_pytest_httpx(httpx_mock: HTTPXMock) -> None:
    httpx_mock.add_callback(lambda request: error_response(429, retry_after=0.01), url=URL)
    httpx_mock.add_callback(lambda request: list_response([{"id": 1}], total=1), url=URL)
    assert [row.id for row in BeyondWords(KEY).background_tracks.list()] == [1]


def test_a_made_model_is_as_the_api_could_send_it(subtests: pytest.Subtests) -> None:
    for model in (getattr(models, name) for name in models.__all__):
        if attrs.has(model):
            with subtests.test(model.__name__):
                made: Any = make(model)
                # A file is no JSON.
                assert model is FileUpload or made == type(made).from_dict(made.to_dict())
    piano = make(BackgroundTrack, name="Piano")
    assert piano.name == "Piano"
    assert parse_timestamp(str(piano.created)).year


def test_a_page_is_made_as_a_list_gives_it() -> None:
    made = page([make(BackgroundTrack)], total=3)
    assert (len(made), made.total, made.has_next, made.next_offset) == (1, 3, True, 1)
    assert page([]).has_next is False
