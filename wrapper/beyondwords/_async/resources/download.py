"""Downloading audio."""

from __future__ import annotations

import errno
import os
import random
import re
import ssl
import time
from collections.abc import Callable
from contextlib import suppress
from itertools import count
from pathlib import Path
from secrets import token_hex
from typing import TYPE_CHECKING, BinaryIO

import httpx

from ..._environment import environment_proxy
from ..._failures import Attempt, connection_error, decode_error, status_error
from ..._logs import log_retry
from ..._retries import retry_delay
from ..._settings import HiddenKey, Settings, has_usable_host, origin_of
from ..._text import one_line, short_repr
from ...errors import BeyondWordsError, ContentFailedError
from .. import runtime
from . import AsyncResource, Id

if TYPE_CHECKING:
    from beyondwords_api.models import Content, MediaVariant, SegmentDetail

_PIECE = 64 * 1024
_VARIANTS = ("article", "summary")
_NO_AUDIO = frozenset({"text/html", "application/xhtml+xml", "text/xml", "application/xml", "application/json"})
_CONTENT_RANGE = re.compile(r"bytes (\d{1,18})-\d{1,18}/(\d{1,18}|\*)", re.ASCII)
# Not every OSError: those of the file that is written come out as they are.
_NETWORK_ERRORS = (httpx.HTTPError, httpx.StreamError, httpx.InvalidURL, TimeoutError, ssl.SSLError, UnicodeError)


class AsyncDownload(AsyncResource):
    """The part of `bw.content` that downloads."""

    if TYPE_CHECKING:

        async def get(
            self, content_id: Id, *, segments: SegmentDetail | str | None = None, project_id: Id | None = None
        ) -> Content: ...

    async def download_audio(
        self,
        content_id: Id,
        path: str | os.PathLike[str],
        *,
        variant: MediaVariant | str = "article",
        project_id: Id | None = None,
    ) -> Path:
        """Save the MP3 of an item, and give its path.

        It is written beside the target, under a name of its own that ends in `.part`, and renamed once it is whole;
        where it fails, nothing is left. The API key is not sent to the media server.

        The client's `timeout` and `max_attempts` hold as for a call. An attempt goes on where the one before broke off,
        if the media server tells that the file is still the same. A file may take longer than the client's `deadline`,
        as long as it keeps coming: an attempt ends when less than 64 KiB came in that time, and no wait between two
        attempts is longer.

        Args:
            content_id: Its id, or your `source_id`.
            path: Where to save it; a file that is there is replaced.
            variant: `article` or `summary`.
            project_id: Another project than the client's.

        Raises:
            ContentFailedError: There is no such audio (yet), or its address is no URL.
            APIConnectionError: The media server could not be reached, or the file did not arrive whole.
            APIStatusError: The media server refused it: `NotFoundError` and so on.
            ResponseDecodeError: What came is empty, or no audio but a web page.
            OSError: The file cannot be written.
        """
        if not isinstance(path, str | os.PathLike):
            raise TypeError(f"path must be a string or a pathlib.Path, not {short_repr(path)}")
        if variant not in _VARIANTS:
            raise ValueError(f"variant must be one of {', '.join(_VARIANTS)}, not {short_repr(variant)}")
        target = Path(path)
        if target.is_dir():
            raise IsADirectoryError(errno.EISDIR, "audio is saved to a file, and this is a folder", str(target))
        item = await self.get(content_id, project_id=project_id)
        url = _mp3_of(content_id, item, str(variant), self._redacted)
        # Two downloads to one target do not write into the same file. No file system finds the name too long.
        part = target.with_name(f"{target.name[:50]}.{token_hex(4)}.part")
        file = part.open("xb")
        try:
            with file:
                await _download(url, file, self._client._settings, self._is_closed)
            part.replace(target)
        finally:
            part.unlink(missing_ok=True)
        return target


async def _download(url: httpx.URL, file: BinaryIO, settings: Settings, is_closed: Callable[[], bool]) -> None:
    """Fetch a file, in as many attempts as it takes and as there may be, as long as the client is open."""
    origin = origin_of(url)
    address, no_key = one_line(f"{origin}{url.path}"), HiddenKey(None)
    transport = runtime.AsyncDefaultTransport(environment_proxy(url))
    client = httpx.AsyncClient(transport=transport, timeout=settings.timeout, follow_redirects=True, trust_env=False)
    fetch = _Fetch(client, url, file, is_closed)
    async with client:
        for number in count(1):
            attempt = Attempt("GET", address, origin, number, settings, no_key)
            error = await fetch.rest(attempt)
            if error is None:
                return
            delay = retry_delay(settings, "GET", error, remaining=settings.deadline, jitter=random.random())
            if delay is None:
                raise error
            log_retry(attempt, error, delay)
            await runtime.sleep(delay)


class _Fetch:
    """A file on its way, over one attempt or several."""

    def __init__(
        self, client: httpx.AsyncClient, url: httpx.URL, file: BinaryIO, is_closed: Callable[[], bool]
    ) -> None:
        self._client, self._url, self._file, self._is_closed = client, url, file, is_closed
        # What tells the version that came so far from others; without it, there is no going on.
        self._version: str | None = None

    async def rest(self, attempt: Attempt) -> BeyondWordsError | None:
        """Add to the file what is missing; an error where it is not whole then."""
        headers = {"Accept-Encoding": "identity"}
        if self._version and self._file.tell():
            headers |= {"Range": f"bytes={self._file.tell()}-", "If-Range": self._version}
        else:
            self._start_anew()
        request = self._client.build_request("GET", self._url, headers=headers)
        began = time.monotonic()
        try:
            async with runtime.fail_after(attempt.settings.deadline):
                response = await self._client.send(request, stream=True)
            try:
                if error := self._refusal(response, attempt):
                    return error
                pieces = response.aiter_bytes(_PIECE)
                is_over = False
                while not is_over:
                    began = time.monotonic()
                    async with runtime.fail_after(attempt.settings.deadline):
                        piece = await anext(pieces, b"")
                    if self._is_closed():
                        return connection_error(attempt, TimeoutError(), deadline_passed=False, is_closed=True)
                    self._file.write(piece)
                    is_over = not piece
            finally:
                await response.aclose()
        except _NETWORK_ERRORS as cause:
            is_stalled = time.monotonic() - began >= attempt.settings.deadline
            stall = TimeoutError(f"less than {_PIECE // 1024} KiB came in {attempt.settings.deadline:g} s")
            return _broken(attempt, stall if is_stalled else cause)
        return self._lack(response, attempt)

    def _refusal(self, response: httpx.Response, attempt: Attempt) -> BeyondWordsError | None:
        """Why the body is of no use; without a reason, the file is ready for it."""
        is_range = response.status_code == 206
        if (is_range and not self._continues(response)) or (response.status_code == 416 and self._version):
            self._version = None
            return _broken(attempt, httpx.RemoteProtocolError("the rest does not fit what came before"))
        if not response.is_success:
            return status_error(attempt, response, b"")
        content_type = response.headers.get("content-type", "").partition(";")[0].strip().lower()
        if content_type in _NO_AUDIO:
            return decode_error(attempt, response, f"it is {content_type}, no audio")
        if not is_range:
            self._start_anew()
            self._version = _version_of(response)
        return None

    def _continues(self, response: httpx.Response) -> bool:
        found = _CONTENT_RANGE.fullmatch(response.headers.get("content-range", ""))
        is_same = "content-encoding" not in response.headers and _version_of(response) in (None, self._version)
        return is_same and found is not None and int(found[1]) == self._file.tell()

    def _lack(self, response: httpx.Response, attempt: Attempt) -> BeyondWordsError | None:
        """What is missing once the body has ended: httpx has seen to it that it is whole, but it may be a part."""
        size = self._file.tell()
        if not size:
            return decode_error(attempt, response, "its body is empty")
        found = _CONTENT_RANGE.fullmatch(response.headers.get("content-range", ""))
        if found and found[2] != "*" and size < int(found[2]):
            return _broken(attempt, httpx.ReadError(f"{size} of {found[2]} bytes came"))
        return None

    def _start_anew(self) -> None:
        self._file.seek(0)
        self._file.truncate()


def _broken(attempt: Attempt, cause: Exception) -> BeyondWordsError:
    return connection_error(attempt, cause, deadline_passed=False, is_closed=False)


def _version_of(response: httpx.Response) -> str | None:
    """What `If-Range` may ask for: a strong ETag, else the time of the last change."""
    # Where the bytes on the wire are not those of the file, their number says nothing.
    if "content-encoding" in response.headers:
        return None
    tag: str = response.headers.get("etag", "")
    return tag if tag.startswith('"') else response.headers.get("last-modified")


def _mp3_of(content_id: Id, item: Content, variant: str, redacted: Callable[[str], str]) -> httpx.URL:
    status = str(item.status or "unknown")
    line = f"content {content_id} has no MP3 of its {variant}: its status is {status!r}; see wait()"
    for audio in item.audio or []:
        if audio.content_type == "audio/mpeg" and audio.variant in (variant, None) and audio.url:
            with suppress(httpx.InvalidURL, ValueError):
                url = httpx.URL(audio.url)
                if url.scheme in ("http", "https") and has_usable_host(url):
                    return url
            # What follows the question mark may be a signature, which is as good as a key.
            shown = short_repr(audio.url.partition("?")[0])
            line = f"content {content_id} has an MP3 of its {variant}, whose address is no http URL: {shown}"
    raise ContentFailedError(redacted(line), content_id=str(content_id), status=status)
