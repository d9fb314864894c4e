"""What a service's own tests do: answers from pytest-httpx instead of the API, with nothing passed to the client."""

from __future__ import annotations

import httpx
import pytest
from pytest_httpx import HTTPXMock

from beyondwords import APITimeoutError, NotFoundError
from tests.sides import KEY, Side

TOTAL = "X-Pagination-Total-Count"
ADDRESS = "https://api.beyondwords.io/v1/background_tracks"


def test_rows_come_from_the_mock(side: Side, httpx_mock: HTTPXMock) -> None:
    httpx_mock.add_response(
        url=f"{ADDRESS}?pagination%5Blimit%5D=1",
        match_headers={"X-Api-Key": KEY},
        json=[{"id": 1}],
        headers={TOTAL: "2"},
    )
    httpx_mock.add_response(
        url=f"{ADDRESS}?pagination%5Blimit%5D=1&pagination%5Boffset%5D=1", json=[{"id": 2}], headers={TOTAL: "2"}
    )
    client = side.client_class(KEY)
    assert [track.id for track in side.all(client.background_tracks.list(limit=1))] == [1, 2]
    side.close(client)


def test_errors_come_from_the_mock(side: Side, httpx_mock: HTTPXMock) -> None:
    httpx_mock.add_response(status_code=404, json={"code": 404, "message": "gone"})
    httpx_mock.add_exception(httpx.ReadTimeout("too late"))
    client = side.client_class(KEY, max_attempts=1)
    with pytest.raises(NotFoundError, match="gone"):
        side.wait(client.background_tracks.list().page())
    with pytest.raises(APITimeoutError):
        side.wait(client.background_tracks.list().page())
    side.close(client)


def test_a_mocked_rate_limit_is_attempted_again(side: Side, httpx_mock: HTTPXMock, waits: list[float]) -> None:
    httpx_mock.add_response(status_code=429, headers={"Retry-After": "7"})
    httpx_mock.add_response(json=[{"id": 1}])
    client = side.client_class(KEY)
    assert [track.id for track in side.wait(client.background_tracks.list().page()).items] == [1]
    assert waits == [7.0]
    assert len(httpx_mock.get_requests()) == 2
    side.close(client)
