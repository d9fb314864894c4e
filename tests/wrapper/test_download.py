"""Downloading audio from a media server that does everything wrong that can be done."""

from __future__ import annotations

import json
import threading
import time
from pathlib import Path
from typing import Any

import httpx
import pytest

from beyondwords import errors
from tests.fake_server import (
    CHUNKED,
    OK,
    FakeServer,
    Peer,
    Reply,
    closes,
    drips,
    floods,
    hangs,
    resets,
    responds,
    response_bytes,
    sends,
)
from tests.sides import Side

MP3 = bytes(range(256)) * 1000
OTHER = bytes(reversed(range(256))) * 1000
SAME: dict[str, Any] = {"ETag": '"1"'}
DATE: dict[str, Any] = {"Last_Modified": "Mon, 05 Jan 2026 08:00:00 GMT"}


def with_audio(side: Side, url: str, variant: str = "article", **options: Any) -> Any:
    audio = {"id": 1, "variant": variant, "content_type": "audio/mpeg", "url": url, "duration": 1000}
    item = {"id": "1", "status": "processed", "audio": [audio]}
    given = {"project_id": 7, "max_attempts": 3, **options}
    return side.client(lambda request: httpx.Response(200, content=json.dumps(item)), **given)


def download(side: Side, server: FakeServer, target: Path, **options: Any) -> Path:
    saved: Path = side.wait(with_audio(side, f"{server.origin}/a.mp3", **options).content.download_audio("1", target))
    return saved


def file(content: bytes = MP3, **headers: Any) -> Reply:
    """The whole file, or from where it is asked for, whatever `If-Range` says."""

    def reply(peer: Peer) -> None:
        start = start_of(peer)
        place: dict[str, Any] = {"Content_Range": f"bytes {start}-{len(content) - 1}/{len(content)}"} if start else {}
        peer.send(response_bytes(206 if start else 200, content[start:], **headers, **place))

    return reply


def start_of(peer: Peer) -> int:
    return int(peer.request.headers.get("range", "bytes=0-").removeprefix("bytes=").rstrip("-"))


def half(**headers: Any) -> Reply:
    """The beginning of the file; then the connection breaks."""
    return sends(response_bytes(200, MP3, **headers)[:100_000], then="close")


def part(peer: Peer) -> None:
    """A hundred bytes of what is asked for."""
    start = start_of(peer)
    place = f"bytes {start}-{start + 99}/{len(MP3)}"
    peer.send(response_bytes(206, MP3[start : start + 100], **SAME, Content_Range=place))


def names(folder: Path) -> list[str]:
    return [each.name for each in folder.iterdir()]


# Whole or not at all


# What the media server sends, what is saved, and which version the rest is asked of, in each request.
ELSEWHERE = responds(206, MP3[7:107], **SAME, Content_Range="bytes 7-106/256000")
NOWHERE = responds(206, MP3[:100], **SAME)
SAVED: dict[str, tuple[list[Reply], bytes, list[str | None]]] = {
    "at once": ([file()], MP3, [None]),
    "once it is not busy": ([responds(503, Retry_After="7"), responds(429), responds(408), file()], MP3, [None] * 4),
    "by its ETag": ([half(**SAME), file(**SAME)], MP3, [None, '"1"']),
    "by its date": ([half(**DATE), file(**DATE)], MP3, [None, DATE["Last_Modified"]]),
    "in parts": ([half(**SAME), part, file(**SAME)], MP3, [None, '"1"', '"1"']),
    # Two versions are never mixed.
    "another version": ([half(**SAME), file(OTHER, ETag='"2"'), file(OTHER)], OTHER, [None, '"1"', None]),
    "another place": ([half(**SAME), ELSEWHERE, file(OTHER, **SAME)], OTHER, [None, '"1"', None]),
    "no place": ([half(**SAME), NOWHERE, file(OTHER, **SAME)], OTHER, [None, '"1"', None]),
    "416": ([half(**SAME), responds(416), file(OTHER, **SAME)], OTHER, [None, '"1"', None]),
    "from the beginning": ([half(**SAME), responds(200, OTHER, ETag='"2"')], OTHER, [None, '"1"']),
    "no version": ([half(), file(OTHER)], OTHER, [None, None]),
    "a weak ETag": ([half(ETag='W/"1"'), file(OTHER, ETag='W/"1"')], OTHER, [None, None]),
}


@pytest.mark.parametrize("name", SAVED)
def test_audio_is_saved_whole_and_the_key_is_not_sent(
    side: Side, tmp_path: Path, waits: list[float], name: str
) -> None:
    script, saved, versions = SAVED[name]
    with FakeServer(*script) as server:
        assert download(side, server, tmp_path / "a.mp3", max_attempts=4).read_bytes() == saved
        headers = [request.headers for request in server.requests]
    assert [each.get("if-range") for each in headers] == versions
    assert [each["range"] != "bytes=0-" for each in headers if "range" in each] == [True for each in versions if each]
    assert not any("x-api-key" in each for each in headers)
    assert len(waits) == len(versions) - 1
    assert waits[:1] == [7] or name != "once it is not busy"
    assert names(tmp_path) == ["a.mp3"]


def test_two_downloads_to_one_target_do_not_disturb_each_other(side: Side, tmp_path: Path) -> None:
    arrived = threading.Barrier(2)

    def slowly(content: bytes) -> Reply:
        def reply(peer: Peer) -> None:
            whole = response_bytes(200, content)
            peer.send(whole[:150_000])
            arrived.wait(5)
            peer.send(whole[150_000:])

        return reply

    # Another length, so that one cannot hide behind the other.
    with FakeServer(slowly(MP3)) as one, FakeServer(slowly(OTHER[:200_000])) as other:
        target = tmp_path / "a.mp3"
        bw = [with_audio(side, f"{server.origin}/a.mp3") for server in (one, other)]
        started = [side.start(client.content.download_audio, "1", target) for client in bw]
        for each in started:
            side.finish(each)
    assert target.read_bytes() in (MP3, OTHER[:200_000])
    assert names(tmp_path) == ["a.mp3"]


HTML = responds(200, b"<html>Log in", Content_Type="text/html; charset=utf-8")
FAILED: dict[str, tuple[Reply, type[errors.BeyondWordsError], str, int]] = {
    "closed": (closes, errors.APIConnectionError, ".* broke: .*attempt 3 of 3", 3),
    "reset": (resets, errors.APIConnectionError, ".* broke: .*attempt 3 of 3", 3),
    "half": (half(), errors.APIConnectionError, ".* broke: .*attempt 3 of 3", 3),
    "half of a version": (half(**SAME), errors.APIConnectionError, ".* broke: .*attempt 3 of 3", 3),
    "empty": (responds(200, b""), errors.ResponseDecodeError, ".* response is not as declared: its body is empty", 1),
    "nothing": (responds(204, b""), errors.ResponseDecodeError, ".* response is not as declared: its body is empty", 1),
    "a page": (HTML, errors.ResponseDecodeError, ".* response is not as declared: it is text/html, no audio", 1),
    "401": (responds(401), errors.AuthenticationError, ".*attempt 1 of 3", 1),
    "403": (responds(403), errors.PermissionDeniedError, ".*attempt 1 of 3", 1),
    "404": (responds(404), errors.NotFoundError, ".*attempt 1 of 3", 1),
    "503": (responds(503), errors.InternalServerError, ".*attempt 3 of 3", 3),
    # A wait beyond the deadline is not begun.
    "429": (responds(429, Retry_After="61"), errors.RateLimitError, ".*Try again in 61 s", 1),
}


@pytest.mark.parametrize("name", FAILED)
def test_what_never_comes_whole_leaves_the_target_alone(
    side: Side, tmp_path: Path, waits: list[float], name: str
) -> None:
    reply, kind, said, attempts = FAILED[name]
    (tmp_path / "a.mp3").write_bytes(b"before")
    with FakeServer(reply) as server:
        with pytest.raises(kind, match=rf"^({name} )?GET {server.origin}/a.mp3: {said}") as caught:
            download(side, server, tmp_path / "a.mp3")
        assert (len(server.requests), len(waits), vars(caught.value)["attempts"]) == (attempts, attempts - 1, attempts)
    assert (tmp_path / "a.mp3").read_bytes() == b"before"
    assert names(tmp_path) == ["a.mp3"]
    # The API's key and address have nothing to do with it.
    assert not any(word in str(caught.value) for word in ("key", "base_url", "Check"))


# It ends in time

STALLED = r"less than 64 KiB came in 0\.3 s"
ENDLESS: dict[str, tuple[Reply, dict[str, float], str]] = {
    "nothing": (hangs, {"deadline": 0.3}, STALLED),
    "a slow body": (drips(CHUNKED, b"1\r\nx\r\n" * 10_000), {"deadline": 0.3}, STALLED),
    "a slow header": (drips(OK + b"X-Long: ", b"x" * 10_000), {"deadline": 0.3}, STALLED),
    "a step": (hangs, {"timeout": 0.2}, "no response"),
}


@pytest.mark.parametrize("name", ENDLESS)
def test_what_never_comes_to_an_end_is_ended(side: Side, tmp_path: Path, name: str) -> None:
    reply, options, said = ENDLESS[name]
    started = time.monotonic()
    with FakeServer(reply) as server, pytest.raises(errors.APITimeoutError, match=said):
        download(side, server, tmp_path / "a.mp3", max_attempts=1, **options)
    assert time.monotonic() - started < 3
    assert names(tmp_path) == []


def test_closing_the_client_ends_a_download(side: Side, tmp_path: Path) -> None:
    with FakeServer(floods(OK + b"Content-Length: 1000000000\r\n\r\n", b"x" * 65_536)) as server:
        client = with_audio(side, f"{server.origin}/a.mp3")
        saving = side.start(client.content.download_audio, "1", tmp_path / "a.mp3")
        side.until(lambda: server.in_flight)
        side.close(client)
        with pytest.raises(errors.APIConnectionError, match="the client was closed"):
            side.finish(saving)
    assert names(tmp_path) == []


def test_a_file_may_take_longer_than_the_deadline_of_a_call(side: Side, tmp_path: Path) -> None:
    def slowly(peer: Peer) -> None:
        whole = response_bytes(200, MP3)
        for start in range(0, len(whole), 32_000):
            time.sleep(0.1)
            peer.send(whole[start : start + 32_000])

    with FakeServer(slowly) as server:
        started = time.monotonic()
        assert download(side, server, tmp_path / "a.mp3", deadline=0.6, max_attempts=1).read_bytes() == MP3
        assert time.monotonic() - started > 0.6


# What makes no sense is told at once


def test_where_nothing_can_be_saved_nothing_is_asked_for(side: Side, tmp_path: Path) -> None:
    with FakeServer(file()) as server:
        with pytest.raises(IsADirectoryError, match="this is a folder"):
            download(side, server, tmp_path)
        with pytest.raises(FileNotFoundError):
            download(side, server, tmp_path / "nothing" / "a.mp3")
        assert server.requests == []


@pytest.mark.parametrize(
    "url",
    ["ftp://a.example/a.mp3", "/a.mp3", "file:///etc/passwd", "https://a.example/\x01a.mp3", "https://", "x", "\ud800"],
)
def test_an_address_that_is_no_url_is_told_at_once(side: Side, tmp_path: Path, waits: list[float], url: str) -> None:
    bw = with_audio(side, f"{url}?Signature=secret")
    with pytest.raises(errors.ContentFailedError, match="address is no http URL") as caught:
        side.wait(bw.content.download_audio("1", tmp_path / "a.mp3"))
    assert "secret" not in str(caught.value)
    assert (waits, names(tmp_path)) == ([], [])


def test_redirects_are_followed_but_not_for_ever(side: Side, tmp_path: Path, waits: list[float]) -> None:
    moved = responds(302, b"", Location="/there.mp3")
    with FakeServer(moved, file()) as server:
        assert download(side, server, tmp_path / "a.mp3").read_bytes() == MP3
        assert [request.target for request in server.requests] == ["/a.mp3", "/there.mp3"]
    with FakeServer(moved) as server, pytest.raises(errors.APIConnectionError, match="redirects"):
        download(side, server, tmp_path / "a.mp3")
    assert waits == []


def test_the_proxy_of_the_environment_is_used(side: Side, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with FakeServer(file()) as proxy:
        monkeypatch.setenv("HTTP_PROXY", proxy.origin)
        bw = with_audio(side, "http://media.example/a.mp3")
        assert side.wait(bw.content.download_audio("1", tmp_path / "a.mp3")).read_bytes() == MP3
        assert proxy.requests[0].target == "http://media.example/a.mp3"


def test_no_audio_of_that_variant_is_an_error_that_says_so(side: Side, tmp_path: Path) -> None:
    bw = with_audio(side, "https://cdn.example.org/a.mp3")
    with pytest.raises(errors.ContentFailedError, match="no MP3 of its summary"):
        side.wait(bw.content.download_audio("1", tmp_path / "a.mp3", variant="summary"))
