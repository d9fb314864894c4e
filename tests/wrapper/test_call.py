"""Endpoints without a method of their own: `bw.call`, `bw.call_detailed`, `bw.paginate`, and `bw.api`."""

from __future__ import annotations

from http import HTTPStatus

import httpx
import pytest

from beyondwords import BackgroundTrack
from beyondwords_api.api.background_tracks import background_tracks_index
from beyondwords_api.types import UNSET, Response
from tests.sides import KEY, Responses, Rows, Side, ids


def query(request: httpx.Request) -> dict[str, str]:
    return dict(request.url.params)


# call


def test_call_is_one_request_and_gives_the_decoded_value(side: Side) -> None:
    server = Rows(25)
    tracks = side.wait(side.client(server).call(background_tracks_index, pagination_limit=2, filter_custom=True))
    assert isinstance(tracks, list)
    assert all(isinstance(track, BackgroundTrack) for track in tracks)
    assert ids(tracks) == [0, 1]
    assert [query(request) for request in server.requests] == [{"pagination[limit]": "2", "filter[custom]": "true"}]


def test_call_detailed_gives_the_generated_response(side: Side) -> None:
    response = side.wait(side.client(Rows(25)).call_detailed(background_tracks_index))
    assert isinstance(response, Response)
    assert response.status_code is HTTPStatus.OK
    assert response.headers["x-pagination-total-count"] == "25"
    assert ids(response.parsed or []) == list(range(10))
    assert response.content.startswith(b"[")


# paginate


def test_paginate_takes_the_paging_words_and_the_generated_names(side: Side) -> None:
    server = Rows(25)
    given = {"filter_name": "a", "filter_custom": UNSET}
    pager = side.client(server).paginate(background_tracks_index, limit=4, offset=2, max_items=5, **given)
    assert ids(side.all(pager)) == [2, 3, 4, 5, 6]
    assert [query(request) for request in server.requests] == [
        {"pagination[limit]": "4", "pagination[offset]": "2", "filter[name]": "a"},
        {"pagination[limit]": "1", "pagination[offset]": "6", "filter[name]": "a"},
    ]


# api


def test_a_generated_function_works_with_it(side: Side) -> None:
    server = Rows(25)
    client = side.client(server, user_agent="newsroom/1", timeout=9)
    tracks = side.generated(background_tracks_index, client.api, pagination_limit=2, filter_name="a")
    assert ids(tracks) == [0, 1]
    (request,) = server.requests
    assert str(request.url.copy_with(query=None)) == "https://api.beyondwords.io/v1/background_tracks"
    assert query(request) == {"pagination[limit]": "2", "filter[name]": "a"}
    assert request.headers["X-Api-Key"] == KEY
    assert request.headers["User-Agent"].startswith("newsroom/1 ")
    assert request.extensions["timeout"]["read"] == pytest.approx(9)


@pytest.mark.parametrize("path", ["/tracks/.hidden", "/tracks/a..b", "/tracks/%2F..%2Fx", "/tracks?x=/../"])
def test_other_paths_are_sent_as_they_are(side: Side, path: str) -> None:
    server = Responses(httpx.Response(200))
    side.request(side.client(server), "GET", path)
    assert server.requests[0].url.raw_path.decode() == f"/v1{path}"
