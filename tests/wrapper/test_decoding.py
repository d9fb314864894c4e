"""Success responses: what is read, what is read around, and what is an error."""

from __future__ import annotations

import contextlib
import gzip
import json
import zlib
from typing import Any

import httpx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from beyondwords import UNSET, BeyondWordsError, Page, ResponseDecodeError
from tests.sides import Body, Responses, Side, SyncSide

any_case = settings(suppress_health_check=list(HealthCheck), deadline=None)


def fetched(side: Side, status: int = 200, **response: Any) -> Page[Any]:
    found: Page[Any] = side.page(side.client(lambda _: httpx.Response(status, **response)))
    return found


def refused(side: Side, status: int = 200, **response: Any) -> ResponseDecodeError:
    with pytest.raises(ResponseDecodeError) as caught:
        fetched(side, status, **response)
    error = caught.value
    assert str(error).startswith("GET /background_tracks")
    assert str(error).isprintable()
    assert len(str(error)) < 500
    assert (error.method, error.path, error.status_code) == ("GET", "/background_tracks", status)
    return error


# No JSON


@pytest.mark.parametrize(
    ("content", "shown"),
    [
        (b"", "an empty body"),
        (b"<html><title>Maintenance</title>", "<html><title>Maintenance</title>"),
        (b'[{"id": 1', '[{"id": 1'),
        (b"[1, 2,]", "[1, 2,]"),
        (b"\x00\xff\xfe", "\N{REPLACEMENT CHARACTER}"),
        ('[{"name": "é"}]'.encode("latin-1"), "\N{REPLACEMENT CHARACTER}"),
        (b"[" * 100_000, "[["),
        (b'[{"project": ' * 50_000, "[{"),
        (b'[{"id": 1, "x": ' + b"[" * 50_000 + b"]" * 50_000 + b"}]", '[{"id": 1'),
    ],
    ids=["empty", "html", "cut off", "comma", "binary", "latin-1", "lists", "objects", "a deep field"],
)
def test_what_is_no_json(side: Side, content: bytes, shown: str) -> None:
    error = refused(side, content=content, headers={"Content-Type": "text/html; charset=x"})
    assert "expected JSON, got" in str(error)
    assert shown in str(error)
    assert error.body.startswith(content[:8].decode("utf-8", "replace"))


def test_the_body_is_kept_and_clipped(side: Side) -> None:
    assert refused(side, content=b"<html>").body == "<html>"
    assert len(refused(side, content=b"<" * 9000).body) < 2100


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_json_in_any_encoding_of_unicode_is_read(side: Side, encoding: str) -> None:
    content = json.dumps([{"id": 1, "name": "Größe"}], ensure_ascii=False).encode(encoding)
    page = fetched(side, content=content, headers={"Content-Type": "application/json; charset=latin-1"})
    assert page.items[0].name == "Größe"


# JSON that is not as declared


@pytest.mark.parametrize(
    ("body", "location", "expected"),
    [
        ({}, "$", "list"),
        ("", "$", "list"),
        (None, "$", "list"),
        (0, "$", "list"),
        (False, "$", "list"),
        ({"code": 401, "message": "Unauthorized"}, "$", "list"),
        ([[]], "$[0]", "object"),
        (["id"], "$[0]", "object"),
        ([{}, None], "$[1]", "object"),
    ],
)
def test_what_cannot_be_read_is_named_with_its_place(side: Side, body: Any, location: str, expected: str) -> None:
    error = refused(side, content=json.dumps(body).encode())
    assert error.location == location
    assert expected in (error.expected or "")
    assert error.received
    assert f"expected {error.expected}, got {error.received}" in str(error)
    assert location == "$" or f"at {location} " in str(error)
    assert json.loads(error.body) == body


def test_nulls_do_not_cost_the_page(side: Side) -> None:
    page = fetched(side, json=[{"id": 1, "media": None, "project": None, "name": None}, {"id": 2}])
    assert [track.id for track in page.items] == [1, 2]
    assert not page.items[0].media
    assert not page.items[0].name


def test_scalars_are_not_checked(side: Side) -> None:
    wild = {"id": "abc", "name": 7, "created": ["list"], "media": {"url": 1, "duration": "long"}}
    assert fetched(side, json=[wild]).items[0].to_dict() == wild


def test_unknown_fields_are_kept_at_every_level(side: Side) -> None:
    sent = {"id": 1, "extra": {"deep": [1, None]}, "media": {"url": "u", "codec": "opus"}, "project": {"id": 2, "x": 1}}
    track = fetched(side, json=[sent]).items[0]
    assert (track["extra"], track.media["codec"], track.volume) == ({"deep": [1, None]}, "opus", UNSET)
    assert track.to_dict() == sent


@pytest.mark.parametrize("status", [201, 202, 204, 206, 299])
def test_a_success_that_is_not_declared_is_refused(side: Side, status: int) -> None:
    assert str(status) in str(refused(side, status, json=[]))


def test_request_id_and_attempts_are_on_the_error(side: Side, waits: list[float]) -> None:
    odd = httpx.Response(200, json={}, headers={"X-Request-Id": "r-7"})
    with pytest.raises(ResponseDecodeError, match="r-7") as caught:
        side.page(side.client(Responses(httpx.Response(503), odd), max_attempts=3))
    assert (caught.value.attempts, caught.value.request_id) == (2, "r-7")


# Anything at all


@any_case
@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
        lambda inner: (
            st.lists(inner, max_size=3)
            | st.dictionaries(st.sampled_from(["id", "name", "media", "project", "url", "x"]), inner, max_size=4)
        ),
        max_leaves=15,
    )
)
def test_any_json_is_a_page_or_a_decode_error(body: Any) -> None:
    side = SyncSide()
    with contextlib.suppress(ResponseDecodeError):
        fetched(side, content=json.dumps(body).encode())
    side.tidy()


@any_case
@given(st.binary())
def test_any_bytes_are_a_page_or_an_error_of_ours(content: bytes) -> None:
    side = SyncSide()
    with contextlib.suppress(BeyondWordsError):
        fetched(side, content=content)
    side.tidy()


# Content encodings


@pytest.mark.parametrize(("encoding", "pack"), [("GZIP", gzip.compress), ("deflate", zlib.compress)])
def test_a_packed_body_is_read(side: Side, encoding: str, pack: Any) -> None:
    content = pack(b'[{"id": 5}]')
    pieces = (content[at : at + 1] for at in range(len(content)))
    assert fetched(side, stream=Body(*pieces), headers={"Content-Encoding": encoding}).items[0].id == 5


@pytest.mark.parametrize("encoding", ["identity", "Identity", ""])
def test_a_body_that_is_called_unpacked_is_read(side: Side, encoding: str) -> None:
    page = fetched(side, stream=Body(b'[{"id": 5}]'), headers={"Content-Encoding": encoding})
    assert page.items[0].id == 5


def test_a_broken_encoding_is_a_decode_error_and_not_tried_again(side: Side, waits: list[float]) -> None:
    server = Responses(httpx.Response(200, stream=Body(b"not gzip"), headers={"Content-Encoding": "gzip"}))
    with pytest.raises(ResponseDecodeError, match="GET /background_tracks"):
        side.page(side.client(server, max_attempts=3))
    assert waits == []


@pytest.mark.parametrize("pieces", [[b"[]", b" " * 99], [b"[" + b" " * 99, b"]"]])
def test_a_body_above_the_bound_is_refused_and_never_cut(side: Side, pieces: list[bytes]) -> None:
    server = Responses(httpx.Response(200, stream=Body(*pieces)))
    with pytest.raises(ResponseDecodeError, match=r"max_response_bytes \(50\)"):
        side.page(side.client(server, max_response_bytes=50))
