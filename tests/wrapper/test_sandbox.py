"""The wrapper against the sandbox: real HTTP, judged by the spec."""

from __future__ import annotations

from typing import Any

import pytest

from beyondwords import AuthenticationError, BackgroundTrack, BeyondWordsError, parse_timestamp
from beyondwords.testing import Sandbox
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


def test_filters_are_applied_and_reported(side: Side, client: Any) -> None:
    page = side.wait(client.background_tracks.list(name="track 5", custom=True).page())
    assert ids(page.items) == [5, *range(50, 60)]
    assert page.total == 11
    assert page.applied_filter == "name"


@pytest.mark.parametrize("scopes", [["primary", "secondary"], {"kind": "primary"}])
def test_scopes_in_both_forms_pass_the_strict_server(side: Side, client: Any, sandbox: Sandbox, scopes: Any) -> None:
    side.wait(client.background_tracks.list(scopes=scopes).page())
    assert [name.partition("]")[0] for name in asked(sandbox)[0]] == ["filter[scopes"]


def test_a_wrong_key_is_an_authentication_error(side: Side, sandbox: Sandbox) -> None:
    client = side.client(api_key="not-this-one", base_url=sandbox.base_url, max_attempts=3)
    with pytest.raises(AuthenticationError) as caught:
        side.wait(client.background_tracks.list().page())
    error = caught.value
    assert isinstance(error, BeyondWordsError)
    assert (error.status_code, error.message, error.code, error.attempts) == (401, "Unauthorized", 401, 1)
    assert str(error).startswith("401 GET /background_tracks: Unauthorized (attempt 1 of 3). Check the API key: ")
    assert "dash.beyondwords.io" in str(error)
    assert "not-this-one" not in str(error)
