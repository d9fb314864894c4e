"""The wrapper against the sandbox: real HTTP, judged by the spec."""

from __future__ import annotations

from typing import Any

import pytest

from beyondwords import AuthenticationError, BackgroundTrack, BeyondWordsError, parse_timestamp
from beyondwords.testing import Sandbox
from beyondwords_api.api.background_tracks import background_tracks_index
from tests.sides import Side, ids


@pytest.fixture
def client(side: Side, sandbox: Sandbox) -> Any:
    sandbox.requests.clear()
    return side.client(api_key=sandbox.api_key, base_url=sandbox.base_url)


def asked(sandbox: Sandbox) -> list[dict[str, str]]:
    return [dict(request.query) for request in sandbox.requests]


def test_every_track_comes(side: Side, client: Any, sandbox: Sandbox) -> None:
    tracks = side.all(client.background_tracks.list())
    assert ids(tracks) == list(range(1, 61))
    assert all(isinstance(track, BackgroundTrack) for track in tracks)
    assert tracks[59].name == "Test track 60"
    assert parse_timestamp(tracks[0].created).year == 2023
    assert [query.get("pagination[offset]") for query in asked(sandbox)] == [None, "25", "50"]


def test_a_server_that_clamps_the_limit_loses_no_rows(side: Side, client: Any, sandbox: Sandbox) -> None:
    assert ids(side.all(client.background_tracks.list(limit=1000))) == list(range(1, 61))
    assert [query.get("pagination[offset]") for query in asked(sandbox)] == [None, "40"]


def test_pages_as_the_headers_say(side: Side, client: Any) -> None:
    pages = side.all(client.background_tracks.list(limit=20, offset=30).pages())
    shown = [(len(page.items), page.offset, page.limit, page.total, page.has_next, page.next_offset) for page in pages]
    assert shown == [(20, 30, 20, 60, True, 50), (10, 50, 20, 60, False, None)]
    assert [page.applied_filter for page in pages] == [None, None]


def test_filters_are_applied_and_reported(side: Side, client: Any) -> None:
    page = side.wait(client.background_tracks.list(name="track 5", custom=True).page())
    assert ids(page.items) == [5, *range(50, 60)]
    assert page.total == 11
    assert page.applied_filter == "name"


@pytest.mark.parametrize("scopes", [["primary", "secondary"], {"kind": "primary"}])
def test_scopes_in_both_forms_pass_the_strict_server(side: Side, client: Any, sandbox: Sandbox, scopes: Any) -> None:
    side.wait(client.background_tracks.list(scopes=scopes).page())
    assert [name.partition("]")[0] for name in asked(sandbox)[0]] == ["filter[scopes"]


def test_unicode_and_reserved_characters_arrive(side: Side, client: Any, sandbox: Sandbox) -> None:
    name = "Größe & mehr?/#[日本]"
    assert side.all(client.background_tracks.list(name=name)) == []
    assert asked(sandbox) == [{"filter[name]": name}]


def test_the_generated_client_and_the_generic_calls_work_there_too(side: Side, client: Any) -> None:
    assert len(side.wait(client.call(background_tracks_index, pagination_limit=3))) == 3
    assert len(side.all(client.paginate(background_tracks_index, limit=30))) == 60
    assert len(side.generated(background_tracks_index, client)) == 25


def test_a_wrong_key_is_an_authentication_error(side: Side, sandbox: Sandbox) -> None:
    client = side.client(api_key="not-this-one", base_url=sandbox.base_url, max_attempts=3)
    with pytest.raises(AuthenticationError) as caught:
        side.wait(client.background_tracks.list().page())
    error = caught.value
    assert isinstance(error, BeyondWordsError)
    assert (error.status_code, error.message, error.code, error.attempts) == (401, "Unauthorized", 401, 1)
    assert str(error).startswith("401 GET /background_tracks: Unauthorized (attempt 1 of 3). Check the API key: ")
    assert "not-this-one" not in str(error)


def test_key_and_address_from_the_environment(side: Side, sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BEYONDWORDS_API_KEY", sandbox.api_key)
    monkeypatch.setenv("BEYONDWORDS_BASE_URL", sandbox.base_url)
    client = side.client_class()
    assert len(side.all(client.background_tracks.list())) == 60
    side.close(client)


def test_a_key_that_rotates_under_way(side: Side) -> None:
    with Sandbox(items=4, default_limit=2) as rotating:
        client = side.client(api_key=lambda: rotating.api_key, base_url=rotating.base_url)
        iterator = side.iterate(client.background_tracks.list())
        side.take(iterator, 2)
        rotating.api_key = "the-next-one"
        assert ids(side.take(iterator, 2)) == [3, 4]
        side.close(client)
