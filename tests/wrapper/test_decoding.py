"""Success responses: what is read, what is read around, and what is an error."""

from __future__ import annotations

from typing import Any

import httpx
import pytest

from beyondwords import UNSET, Page, ResponseDecodeError
from tests.sides import Responses, Side


def fetched(side: Side, **response: Any) -> Page[Any]:
    found: Page[Any] = side.page(side.client(lambda _: httpx.Response(200, **response)))
    return found


def refused(side: Side, **response: Any) -> ResponseDecodeError:
    with pytest.raises(ResponseDecodeError) as caught:
        fetched(side, **response)
    error = caught.value
    assert str(error).startswith("GET /background_tracks")
    assert str(error).isprintable()
    assert len(str(error)) < 500
    assert (error.method, error.path, error.status_code) == ("GET", "/background_tracks", 200)
    return error


@pytest.mark.parametrize(
    ("content", "shown"), [(b"", "an empty body"), (b'[{"id": 1', '[{"id": 1'), (b"[" * 9999, "[[")]
)
def test_what_is_no_json_is_shown(side: Side, content: bytes, shown: str) -> None:
    error = refused(side, content=content)
    assert "expected JSON, got" in str(error)
    assert shown in str(error)
    assert error.body.startswith(content.decode()[:1000])


def test_scalars_are_not_checked(side: Side) -> None:
    wild = {"id": "abc", "name": 7, "created": ["list"], "media": {"url": 1, "duration": "long"}}
    assert fetched(side, json=[wild]).items[0].to_dict() == wild


def test_unknown_fields_are_kept_at_every_level(side: Side) -> None:
    sent = {"id": 1, "extra": {"deep": [1, None]}, "media": {"url": "u", "codec": "opus"}, "project": {"id": 2, "x": 1}}
    track = fetched(side, json=[sent]).items[0]
    assert (track["extra"], track.media["codec"], track.volume) == ({"deep": [1, None]}, "opus", UNSET)
    assert track.to_dict() == sent


def test_request_id_and_attempts_are_on_the_error(side: Side, waits: list[float]) -> None:
    odd = httpx.Response(200, json={}, headers={"X-Request-Id": "r-7"})
    with pytest.raises(ResponseDecodeError, match="r-7") as caught:
        side.page(side.client(Responses(httpx.Response(503), odd), max_attempts=3))
    assert (caught.value.attempts, caught.value.request_id) == (2, "r-7")


@pytest.mark.parametrize("status", [201, 204, 206, 299])
def test_a_success_that_the_spec_does_not_declare(side: Side, status: int) -> None:
    with pytest.raises(ResponseDecodeError, match=f"the spec declares no status {status} for it"):
        side.page(side.client(Responses(httpx.Response(status, content=b"[]"))))
