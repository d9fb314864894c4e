"""What a success response becomes: rows, timestamps, and an error where it cannot be used; and the public names."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from typing import Any

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st

import beyondwords
import beyondwords_api.models
from beyondwords import UNSET, BackgroundTrack, ResponseDecodeError, parse_timestamp
from tests.sides import Responses, Side


def test_every_public_name_is_there_listed_and_described() -> None:
    names = beyondwords.__all__
    assert len(names) == len(set(names))
    for name in names:
        value = getattr(beyondwords, name)
        assert name in dir(beyondwords)
        if callable(value) and value.__module__.startswith("beyondwords."):
            assert value.__doc__, name
    assert BackgroundTrack is beyondwords_api.models.BackgroundTrack
    assert [name for name in beyondwords_api.models.__all__ if "Model" in name] == []


def test_a_name_that_is_not_public_is_an_attribute_error_as_usual() -> None:
    with pytest.raises(AttributeError, match="module 'beyondwords' has no attribute 'BackgroundTrackModel'"):
        getattr(beyondwords, "BackgroundTrackModel")  # noqa: B009
    with pytest.raises(ImportError):
        exec("from beyondwords import Error")


# Rows


def test_unknown_fields_and_odd_scalars_are_kept_at_every_level(side: Side) -> None:
    more = {"id": 1, "extra": {"deep": [1, None]}, "media": {"url": "u", "codec": "opus"}, "project": {"id": 2, "x": 1}}
    wild = {"id": "abc", "name": 7, "created": ["list"], "media": {"url": 1, "duration": "long"}}
    page = side.page(side.client(lambda _: httpx.Response(200, json=[more, wild])))
    assert (page[0]["extra"], page[0].media["codec"], page[0].volume) == ({"deep": [1, None]}, "opus", UNSET)
    assert [track.to_dict() for track in page] == [more, wild]


@pytest.mark.parametrize(
    ("content", "shown"), [(b"", "an empty body"), (b'[{"id": 1', '[{"id": 1'), (b"[" * 9999, "[[")]
)
def test_what_is_no_json_is_shown(side: Side, waits: list[float], content: bytes, shown: str) -> None:
    odd = httpx.Response(200, content=content, headers={"X-Request-Id": "r-7"})
    with pytest.raises(ResponseDecodeError, match=r"^GET /background_tracks.* expected JSON, got .*r-7") as caught:
        side.page(side.client(Responses(httpx.Response(503), odd), max_attempts=3))
    error = caught.value
    assert shown in str(error)
    assert str(error).isprintable()
    assert len(str(error)) < 500
    assert len(error.body) < 2100
    assert error.body.startswith(content.decode()[:1000])
    assert (error.method, error.path, error.status_code) == ("GET", "/background_tracks", 200)
    assert (error.attempts, error.request_id) == (2, "r-7")


@pytest.mark.parametrize(
    ("body", "location"),
    [("{}", "$"), ("null", "$"), ('"x"', "$"), ("7", "$"), ('[{"id": 1}, null]', "$[1]"), ('[{}, {}, "x"]', "$[2]")],
)
def test_what_cannot_be_read_around_is_an_error_with_its_place(side: Side, body: str, location: str) -> None:
    with pytest.raises(ResponseDecodeError, match=re.escape(location)) as caught:
        side.page(side.client(Responses(httpx.Response(200, content=body))))
    assert caught.value.location == location
    assert caught.value.expected
    assert caught.value.received


@pytest.mark.parametrize("status", [201, 204, 206, 299])
def test_a_success_that_the_spec_does_not_declare(side: Side, status: int) -> None:
    with pytest.raises(ResponseDecodeError, match=f"the spec declares no status {status} for it"):
        side.page(side.client(Responses(httpx.Response(status, content=b"[]"))))


# parse_timestamp


NEW_YEAR = datetime(2023, 1, 1, tzinfo=UTC)
MOMENT = datetime(2025, 7, 2, 13, 19, 39, tzinfo=UTC)


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2023-01-01 00:00:00 UTC", NEW_YEAR),
        ("2023-01-01T00:00:00Z", NEW_YEAR),
        ("2023-01-01T01:30:00+01:30", NEW_YEAR),
        ("2022-12-31 16:00:00 -0800", NEW_YEAR),
        ("2025-07-02T13:19:39.054Z", MOMENT.replace(microsecond=54_000)),
        ("2025-07-02T13:19:39,054Z", MOMENT.replace(microsecond=54_000)),
        ("2025-07-02T13:19:39.123456789Z", MOMENT.replace(microsecond=123_456)),
    ],
)
def test_timestamps_of_both_forms_become_aware_utc(text: str, moment: datetime) -> None:
    found = parse_timestamp(text)
    assert (found, found.tzinfo) == (moment, UTC)


NO_TIMESTAMPS: list[tuple[Any, str]] = [
    ("", ""),
    ("yesterday", "(it is not ISO 8601)"),
    ("2023-01-01", ""),
    ("2024-05-06T00:00:00", "(it has no time zone)"),
    ("2023-13-01T00:00:00Z", "(month must be in 1..12"),
    ("2023-01-01T00:00:00+25:00", ""),
    ("2023-01-01 00:00:00 CET", ""),
    ("0001-01-01T00:00:00+23:59", ""),
    ("2023-01-01T00:00:00Z and more", ""),
    ("\uff12\uff10\uff12\uff13-01-01T00:00:00Z", ""),
    *((value, "takes a string") for value in (UNSET, None, 1672531200, NEW_YEAR)),
]


@pytest.mark.parametrize(("value", "reason"), NO_TIMESTAMPS)
def test_what_is_no_timestamp_is_an_error_that_names_it_and_the_reason(value: Any, reason: str) -> None:
    with pytest.raises(ValueError if isinstance(value, str) else TypeError, match=re.escape(repr(value))) as caught:
        parse_timestamp(value)
    assert reason in str(caught.value)


@given(st.datetimes(timezones=st.just(UTC)))
def test_any_moment_comes_back_from_both_forms(moment: datetime) -> None:
    assert parse_timestamp(moment.isoformat(timespec="microseconds")) == moment
    whole = moment.replace(microsecond=0)
    assert parse_timestamp(f"{whole.date().isoformat()} {whole:%H:%M:%S UTC}") == whole
