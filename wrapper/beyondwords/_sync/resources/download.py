# Derived from _async/resources/download.py by `make sync-twins`: change that file, not this one.
"""Downloading audio."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import httpx

from ...errors import APIConnectionError, APIStatusError, ContentFailedError
from .. import runtime
from . import Id, Resource

if TYPE_CHECKING:
    from beyondwords_api.models import Content, MediaVariant, SegmentDetail

_ATTEMPTS = 5
# No proxy leads to this machine, where a sandbox is.
_NO_PROXY = {"http://127.0.0.1": None, "http://localhost": None}


class Download(Resource):
    """The part of `bw.content` that downloads."""

    if TYPE_CHECKING:

        def get(
            self, content_id: Id, *, segments: SegmentDetail | str | None = None, project_id: Id | None = None
        ) -> Content: ...

    def download_audio(
        self,
        content_id: Id,
        path: str | os.PathLike[str],
        *,
        variant: MediaVariant | str = "article",
        project_id: Id | None = None,
    ) -> Path:
        """Save the MP3 of an item, and give its path.

        It is written beside the target as `<name>.part`, and renamed once it is whole; a download that was broken off
        goes on where it stood, if the media server allows that. The API key is not sent to the media server.

        Args:
            content_id: Its id, or your `source_id`.
            path: Where to save it; a file that is there is replaced.
            variant: `article` or `summary`.
            project_id: Another project than the client's.

        Raises:
            ContentFailedError: There is no such audio (yet).
            APIConnectionError: The media server could not be reached, or the file did not arrive whole.
            APIStatusError: The media server refused it.
            OSError: The file cannot be written.
        """
        item = self.get(content_id, project_id=project_id)
        url = _mp3_of(content_id, item, str(variant))
        target = Path(path)
        part = target.with_name(f"{target.name}.part")
        part.unlink(missing_ok=True)
        failure: APIConnectionError | None = None
        for _ in range(_ATTEMPTS):
            try:
                with httpx.Client(follow_redirects=True, timeout=30, mounts=_NO_PROXY) as client:
                    _fetch(client, url, part)
            except httpx.HTTPError as error:
                host = httpx.URL(url).host
                failure = APIConnectionError(f"download of content {content_id} from {host} broke: {error}")
                runtime.sleep(1)
                continue
            part.replace(target)
            return target
        raise failure or APIConnectionError(f"download of content {content_id} broke")


def _fetch(client: httpx.Client, url: str, part: Path) -> None:
    """Add what is missing to the file. Raises httpx.HTTPError where it is not whole afterwards."""
    there = part.stat().st_size if part.exists() else 0
    headers = {"Accept-Encoding": "identity", **({"Range": f"bytes={there}-"} if there else {})}
    with client.stream("GET", url, headers=headers) as response:
        if response.status_code not in (200, 206):
            raise APIStatusError("the media server refused the file", status_code=response.status_code, method="GET")
        goes_on = response.status_code == 206
        wanted = (there if goes_on else 0) + int(response.headers.get("content-length", -1))
        with part.open("ab" if goes_on else "wb") as file:
            for chunk in response.iter_bytes():
                file.write(chunk)
    size = part.stat().st_size
    if "content-length" in response.headers and size != wanted:
        raise httpx.ReadError(f"{size} of {wanted} bytes arrived")


def _mp3_of(content_id: Id, item: Content, variant: str) -> str:
    for audio in item.audio or []:
        if audio.content_type == "audio/mpeg" and audio.variant in (variant, None) and audio.url:
            return audio.url
    status = str(item.status or "unknown")
    line = f"content {content_id} has no MP3 of its {variant}: its status is {status!r}; see wait()"
    raise ContentFailedError(line, content_id=str(content_id), status=status)
