"""Downloading audio from a media server that does everything wrong that can be done."""

from __future__ import annotations

import json
import threading
import time
from pathlib import Path
from typing import Any

import httpx
import pytest

from beyondwords import (
    APIConnectionError,
    APIStatusError,
    APITimeoutError,
    AuthenticationError,
    ContentFailedError,
    InternalServerError,
    NotFoundError,
    PermissionDeniedError,
    RateLimitError,
    ResponseDecodeError,
)
from tests.fake_server import CHUNKED, OK, FakeServer, Peer, Reply, closes, drips, hangs, resets, responds, sends
from tests.sides import Side

MP3 = bytes(range(256)) * 1000
OTHER = bytes(reversed(range(256))) * 1000
SAME = 'ETag: "1"'
DATE = "Last-Modified: Mon, 05 Jan 2026 08:00:00 GMT"


def with_audio(side: Side, url: str, variant: str = "article", **options: Any) -> Any:
    audio = {"id": 1, "variant": variant, "content_type": "audio/mpeg", "url": url, "duration": 1000}
    item = {"id": "1", "status": "processed", "audio": [audio]}
    given = {"project_id": 7, "max_attempts": 3, **options}
    return side.client(lambda request: httpx.Response(200, content=json.dumps(item)), **given)


def download(side: Side, server: FakeServer, target: Path, **options: Any) -> Path:
    saved: Path = side.wait(with_audio(side, f"{server.origin}/a.mp3", **options).content.download_audio("1", target))
    return saved


def file(content: bytes = MP3, *headers: str) -> Reply:
    """The whole file, or from where it is asked for, whatever `If-Range` says."""

    def reply(peer: Peer) -> None:
        wanted = peer.request.headers.get("range")
        start = int(wanted.removeprefix("bytes=").rstrip("-")) if wanted else 0
        place = [f"Content-Range: bytes {start}-{len(content) - 1}/{len(content)}"] if wanted else []
        peer.send(_head(206 if wanted else 200, len(content) - start, *headers, *place) + content[start:])

    return reply


def half(content: bytes = MP3, *headers: str) -> Reply:
    """The beginning of the file; then the connection breaks."""
    return sends(_head(200, len(content), *headers) + content[:100_000], then="close")


def _head(status: int, length: int, *headers: str) -> bytes:
    lines = [f"HTTP/1.1 {status} Whatever", f"Content-Length: {length}", *headers]
    return "\r\n".join([*lines, "", ""]).encode()


def names(folder: Path) -> list[str]:
    return [each.name for each in folder.iterdir()]


# Whole or not at all


def test_audio_is_saved_whole_and_the_key_is_not_sent(side: Side, tmp_path: Path) -> None:
    with FakeServer(file()) as server:
        saved = download(side, server, tmp_path / "a.mp3")
        assert saved.read_bytes() == MP3
        assert "x-api-key" not in server.requests[0].headers
        assert names(tmp_path) == ["a.mp3"]


@pytest.mark.parametrize("version", [SAME, DATE])
def test_a_download_that_breaks_off_goes_on_where_it_stood(
    side: Side, tmp_path: Path, waits: list[float], version: str
) -> None:
    with FakeServer(half(MP3, version), file(MP3, version)) as server:
        assert download(side, server, tmp_path / "a.mp3").read_bytes() == MP3
        again = server.requests[1].headers
        assert int(again["range"].removeprefix("bytes=").rstrip("-")) > 0
        assert again["if-range"] == version.partition(": ")[2]
    assert len(waits) == 1


@pytest.mark.parametrize(
    "rest",
    [
        [file(OTHER, 'ETag: "2"')],
        [sends(_head(206, 100, SAME, "Content-Range: bytes 7-106/256000") + MP3[7:107]), file(OTHER, SAME)],
        [sends(_head(206, 100, SAME) + MP3[:100]), file(OTHER, SAME)],
        [responds(416), file(OTHER, SAME)],
        [sends(_head(200, len(OTHER), 'ETag: "2"') + OTHER)],
    ],
    ids=["another version", "another place", "no place", "416", "from the beginning"],
)
def test_two_versions_are_never_mixed(side: Side, tmp_path: Path, waits: list[float], rest: list[Reply]) -> None:
    with FakeServer(half(MP3, SAME), *rest, file(OTHER)) as server:
        assert download(side, server, tmp_path / "a.mp3").read_bytes() == OTHER


@pytest.mark.parametrize("headers", [[], ['ETag: W/"1"']], ids=["nothing", "a weak ETag"])
def test_without_a_version_it_starts_anew(side: Side, tmp_path: Path, waits: list[float], headers: list[str]) -> None:
    with FakeServer(half(MP3, *headers), file(OTHER, *headers)) as server:
        assert download(side, server, tmp_path / "a.mp3").read_bytes() == OTHER
        assert "range" not in server.requests[1].headers


def test_a_rest_that_comes_in_parts_is_asked_for_until_it_is_whole(
    side: Side, tmp_path: Path, waits: list[float]
) -> None:
    def part(peer: Peer) -> None:
        start = int(peer.request.headers["range"].removeprefix("bytes=").rstrip("-"))
        place = f"Content-Range: bytes {start}-{start + 99}/{len(MP3)}"
        peer.send(_head(206, 100, SAME, place) + MP3[start : start + 100])

    with FakeServer(half(MP3, SAME), part, file(MP3, SAME)) as server:
        assert download(side, server, tmp_path / "a.mp3").read_bytes() == MP3


def test_two_downloads_to_one_target_do_not_disturb_each_other(side: Side, tmp_path: Path) -> None:
    arrived = threading.Barrier(2)

    def slowly(content: bytes) -> Reply:
        def reply(peer: Peer) -> None:
            peer.send(_head(200, len(content)) + content[:150_000])
            arrived.wait(5)
            peer.send(content[150_000:])

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


@pytest.mark.parametrize("reply", [closes, resets, half(), half(MP3, SAME)])
def test_a_server_that_never_sends_it_whole_leaves_the_target_alone(
    side: Side, tmp_path: Path, waits: list[float], reply: Reply
) -> None:
    target = tmp_path / "a.mp3"
    target.write_bytes(b"before")
    with FakeServer(reply) as server:
        with pytest.raises(APIConnectionError, match=r"GET http://127.*/a.mp3: .* broke: .*attempt 3 of 3") as caught:
            download(side, server, target)
        assert (caught.value.attempts, len(server.requests), len(waits)) == (3, 3, 2)
    assert target.read_bytes() == b"before"
    assert names(tmp_path) == ["a.mp3"]


@pytest.mark.parametrize(
    ("reply", "said"),
    [
        (responds(200, b""), "its body is empty"),
        (responds(204, b""), "its body is empty"),
        (responds(200, b"<html>Log in", Content_Type="text/html; charset=utf-8"), "it is text/html, no audio"),
    ],
)
def test_what_is_no_audio_is_not_saved(side: Side, tmp_path: Path, reply: Reply, said: str) -> None:
    with FakeServer(reply) as server:
        with pytest.raises(ResponseDecodeError, match=f"response is not as declared: {said}"):
            download(side, server, tmp_path / "a.mp3")
        assert len(server.requests) == 1
    assert names(tmp_path) == []


# What the media server refuses


@pytest.mark.parametrize("status", [408, 429, 500, 502, 503, 504])
def test_what_may_pass_is_tried_again_and_retry_after_is_kept_to(
    side: Side, tmp_path: Path, waits: list[float], status: int
) -> None:
    with FakeServer(responds(status, Retry_After="7"), responds(status), file()) as server:
        assert download(side, server, tmp_path / "a.mp3").read_bytes() == MP3
    assert (len(waits), waits[0]) == (2, 7)


def test_a_wait_beyond_the_deadline_is_not_begun(side: Side, tmp_path: Path, waits: list[float]) -> None:
    with FakeServer(responds(429, Retry_After="61")) as server:
        with pytest.raises(RateLimitError, match="Try again in 61 s") as caught:
            download(side, server, tmp_path / "a.mp3")
        assert (caught.value.attempts, len(server.requests), waits) == (1, 1, [])


@pytest.mark.parametrize(
    ("status", "kind", "attempts"),
    [
        (401, AuthenticationError, 1),
        (403, PermissionDeniedError, 1),
        (404, NotFoundError, 1),
        (503, InternalServerError, 2),
    ],
)
def test_an_error_has_its_class_and_no_advice_about_the_key(
    side: Side, tmp_path: Path, waits: list[float], status: int, kind: type[APIStatusError], attempts: int
) -> None:
    with FakeServer(responds(status)) as server:
        with pytest.raises(kind, match=rf"^{status} GET {server.origin}/a.mp3: .*attempt {attempts} of 2") as caught:
            download(side, server, tmp_path / "a.mp3", max_attempts=2)
        assert (caught.value.status_code, caught.value.attempts) == (status, attempts)
        assert len(server.requests) == attempts
    assert not any(word in str(caught.value) for word in ("key", "base_url", "Check"))
    assert names(tmp_path) == []


# It ends in time


@pytest.mark.parametrize(
    "reply",
    [hangs, drips(CHUNKED, b"1\r\nx\r\n" * 10_000), drips(OK + b"X-Long: ", b"x" * 10_000)],
    ids=["nothing", "a slow body", "a slow header"],
)
def test_what_never_comes_to_an_end_is_ended(side: Side, tmp_path: Path, reply: Reply) -> None:
    started = time.monotonic()
    with FakeServer(reply) as server, pytest.raises(APITimeoutError, match=r"less than 64 KiB came in 0\.5 s"):
        download(side, server, tmp_path / "a.mp3", deadline=0.5, max_attempts=1)
    assert time.monotonic() - started < 3
    assert names(tmp_path) == []


def test_a_file_may_take_longer_than_the_deadline_of_a_call(side: Side, tmp_path: Path) -> None:
    def slowly(peer: Peer) -> None:
        peer.send(_head(200, len(MP3)))
        for start in range(0, len(MP3), 16_000):
            time.sleep(0.1)
            peer.send(MP3[start : start + 16_000])

    with FakeServer(slowly) as server:
        started = time.monotonic()
        assert download(side, server, tmp_path / "a.mp3", deadline=1, max_attempts=1).read_bytes() == MP3
        assert time.monotonic() - started > 1


def test_the_timeout_of_the_client_holds_for_its_steps(side: Side, tmp_path: Path) -> None:
    with FakeServer(hangs) as server, pytest.raises(APITimeoutError, match="no response"):
        download(side, server, tmp_path / "a.mp3", timeout=0.2, max_attempts=1)


# What makes no sense is told at once


def test_a_folder_is_no_target(side: Side, tmp_path: Path) -> None:
    requests: list[httpx.Request] = []

    def respond(request: httpx.Request) -> httpx.Response:
        requests.append(request)
        return httpx.Response(404)

    with pytest.raises(IsADirectoryError, match="this is a folder"):
        side.wait(side.client(respond, project_id=7).content.download_audio("1", tmp_path))
    assert requests == []


def test_a_folder_that_is_not_there_is_told_without_a_request(side: Side, tmp_path: Path) -> None:
    with FakeServer(file()) as server:
        with pytest.raises(FileNotFoundError):
            download(side, server, tmp_path / "nothing" / "a.mp3")
        assert server.requests == []


@pytest.mark.parametrize(
    "url",
    ["ftp://a.example/a.mp3", "/a.mp3", "file:///etc/passwd", "https://a.example/\x01a.mp3", "https://", "x", "\ud800"],
)
def test_an_address_that_is_no_url_is_told_at_once(side: Side, tmp_path: Path, waits: list[float], url: str) -> None:
    bw = with_audio(side, f"{url}?Signature=secret")
    with pytest.raises(ContentFailedError, match="address is no http URL") as caught:
        side.wait(bw.content.download_audio("1", tmp_path / "a.mp3"))
    assert "secret" not in str(caught.value)
    assert (waits, names(tmp_path)) == ([], [])


def test_redirects_are_followed_but_not_for_ever(side: Side, tmp_path: Path, waits: list[float]) -> None:
    moved = responds(302, b"", Location="/there.mp3")
    with FakeServer(moved, file()) as server:
        assert download(side, server, tmp_path / "a.mp3").read_bytes() == MP3
        assert [request.target for request in server.requests] == ["/a.mp3", "/there.mp3"]
    with FakeServer(moved) as server, pytest.raises(APIConnectionError, match="redirects"):
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
    with pytest.raises(ContentFailedError, match="no MP3 of its summary"):
        side.wait(bw.content.download_audio("1", tmp_path / "a.mp3", variant="summary"))
