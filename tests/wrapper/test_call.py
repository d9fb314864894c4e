"""Endpoints without a method of their own: `bw.call`, `bw.call_detailed`, `bw.paginate`, and `bw.api`."""

from __future__ import annotations

from http import HTTPStatus
from typing import Any, cast

import httpx
import pytest

import beyondwords
from beyondwords import BackgroundTrack
from beyondwords_api import models
from beyondwords_api.api.background_tracks import background_tracks_create, background_tracks_index
from beyondwords_api.api.upload import upload_create
from beyondwords_api.models import BackgroundTrackInput, BackgroundTracksIndexFilterScopes, FileUpload
from beyondwords_api.types import UNSET, Response
from tests.sides import KEY, Responses, Rows, Side, ids

FUNCTIONS = ["call", "call_detailed", "paginate"]


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


@pytest.mark.parametrize("function", FUNCTIONS)
@pytest.mark.parametrize("endpoint", [models, beyondwords, background_tracks_index.sync, "background_tracks", None])
def test_what_is_no_endpoint_module_is_refused(side: Side, function: str, endpoint: Any) -> None:
    server = Rows(1)
    with pytest.raises(TypeError, match=r"not a generated endpoint module: .*import one, for example"):
        side.wait(getattr(side.client(server), function)(endpoint))
    assert server.requests == []


@pytest.mark.parametrize("function", FUNCTIONS)
def test_an_argument_that_the_function_does_not_take_is_refused(side: Side, function: str) -> None:
    server = Rows(1)
    with pytest.raises(TypeError, match="colour"):
        side.wait(getattr(side.client(server), function)(background_tracks_index, colour="red"))
    assert server.requests == []


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ("primary", "^background_tracks_index: filter_scopes must be BackgroundTracksIndexFilterScopes"),
        ({"kind": "primary"}, r"BackgroundTracksIndexFilterScopes\.from_dict\(\.\.\.\) makes one"),
    ],
)
def test_an_argument_of_the_wrong_type_is_refused_with_what_is_right(side: Side, given: Any, said: str) -> None:
    server = Rows(1)
    with pytest.raises(TypeError, match=said):
        side.wait(side.client(server).call(background_tracks_index, filter_scopes=given))
    assert server.requests == []


@pytest.mark.parametrize(
    ("endpoint", "body", "said"),
    [
        (
            upload_create,
            FileUpload(file=cast("Any", b"png")),
            r"^upload_create: b'png' .*file.*; File\(payload=\.\.\.\) makes one",
        ),
        (
            background_tracks_create,
            BackgroundTrackInput(media=cast("Any", {"url": "x"})),
            r"^background_tracks_create: {'url': 'x'} .*model.*; from_dict\(\.\.\.\) makes one",
        ),
    ],
)
def test_a_field_of_another_kind_is_told_with_what_makes_the_declared_one(
    side: Side, endpoint: Any, body: Any, said: str
) -> None:
    server = Rows(1)
    with pytest.raises(TypeError, match=said):
        side.wait(side.client(server, project_id=7).call(endpoint, body=body))
    assert server.requests == []


@pytest.mark.parametrize("names", [["kind", "a b"], ["filter[scopes][kind]", "filter[scopes][a b]"]])
def test_a_filter_by_its_plain_keys_is_sent_under_its_name(side: Side, names: list[str]) -> None:
    server = Rows(1)
    scopes = BackgroundTracksIndexFilterScopes.from_dict(dict(zip(names, ["primary", True], strict=True)))
    side.wait(side.client(server).call(background_tracks_index, filter_scopes=scopes))
    assert query(server.requests[0]) == {"filter[scopes][kind]": "primary", "filter[scopes][a b]": "true"}


def test_arguments_that_make_no_url_are_a_value_error(side: Side) -> None:
    with pytest.raises(ValueError, match=r"cannot be sent.*too long") as caught:
        side.page(side.client(Rows(1)), name="x" * 70_000)
    assert not isinstance(caught.value, httpx.InvalidURL)


# paginate


def test_paginate_takes_the_paging_words_and_the_generated_names(side: Side) -> None:
    server = Rows(25)
    pager = side.client(server).paginate(background_tracks_index, limit=4, offset=2, max_items=5, filter_name="a")
    assert ids(side.all(pager)) == [2, 3, 4, 5, 6]
    assert [query(request) for request in server.requests] == [
        {"pagination[limit]": "4", "pagination[offset]": "2", "filter[name]": "a"},
        {"pagination[limit]": "1", "pagination[offset]": "6", "filter[name]": "a"},
    ]


def test_paginate_leaves_out_what_is_unset(side: Side) -> None:
    server = Rows(1)
    side.all(side.client(server).paginate(background_tracks_index, filter_name=UNSET))
    assert query(server.requests[0]) == {}


@pytest.mark.parametrize(
    ("arguments", "kind", "said"),
    [
        ({"max_items": "7"}, TypeError, "^max_items must be a whole number"),
        ({"pagination_limit": 7}, TypeError, "limit="),
        ({"pagination_offset": 7}, TypeError, "offset="),
        ({"client": None}, TypeError, "the client is this one"),
    ],
)
def test_paginate_refuses_what_makes_no_sense_at_once(
    side: Side, arguments: dict[str, Any], kind: type[Exception], said: str
) -> None:
    server = Rows(1)
    client = side.client(server)
    with pytest.raises(kind, match=said):
        client.paginate(background_tracks_index, **arguments)
    assert server.requests == []


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
