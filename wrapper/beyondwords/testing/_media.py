"""Audio files: silent MP3s of any length, and their playlists, with ranges."""

from __future__ import annotations

import re
from dataclasses import dataclass

import httpx

FOLDER = "/media/"

# One frame of MPEG-1 Layer III: 32 kbit/s, mono, 44.1 kHz. Side information of zeros is silence.
_FRAME = b"\xff\xfb\x10\xc4".ljust(104, b"\0")
_FRAME_SECONDS = 1152 / 44100
_RANGE = re.compile(r"bytes=(\d+)-(\d*)")


@dataclass(frozen=True)
class File:
    """A file, as it is served."""

    content: bytes
    content_type: str


def milliseconds(seconds: float) -> int:
    """How long the audio of so many seconds really is."""
    return round(_frames(seconds) * _FRAME_SECONDS * 1000)


def mp3(seconds: float) -> File:
    """Silence."""
    return File(_FRAME * _frames(seconds), "audio/mpeg")


def _frames(seconds: float) -> int:
    return max(1, round(seconds / _FRAME_SECONDS))


def playlist(name: str, seconds: float) -> File:
    """An HLS playlist with one file beside it."""
    lines = [
        "#EXTM3U",
        f"#EXT-X-TARGETDURATION:{round(seconds) + 1}",
        f"#EXTINF:{seconds:.3f},",
        name,
        "#EXT-X-ENDLIST",
    ]
    return File("\n".join([*lines, ""]).encode(), "application/x-mpegURL")


def served(file: File | None, asked_range: str) -> httpx.Response:
    """The response to a request with that `Range` header."""
    if file is None:
        return httpx.Response(404, text="Not Found")
    headers = {"Content-Type": file.content_type, "Accept-Ranges": "bytes"}
    match = _RANGE.fullmatch(asked_range)
    if match is None:
        return httpx.Response(200, headers=headers, content=file.content)
    size = len(file.content)
    first, last = int(match[1]), min(int(match[2] or size), size - 1)
    if first > last:
        return httpx.Response(416, headers={**headers, "Content-Range": f"bytes */{size}"}, content=b"")
    headers["Content-Range"] = f"bytes {first}-{last}/{size}"
    return httpx.Response(206, headers=headers, content=file.content[first : last + 1])
