"""The server that all figures are measured against, in a process of its own: `python -m benchmarks.server`.

It prints its port and serves until its standard input ends, so it cannot outlive whoever started it.
`/<latency in ms>/<number of tracks>/v1/background_tracks` is a list of that many tracks, answered that late.
"""

from __future__ import annotations

import asyncio
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from urllib.parse import parse_qs, urlsplit

from tools.spec import ROOT

_LIFETIME = 1800.0
_DEFAULT_LIMIT = 10
_REQUEST_END = b"\r\n\r\n"
_LONGEST_REQUEST = 64 * 1024
_TRACK = (
    b'{"id":%d,"name":"Track %d","volume":100,"project":{"id":1,"name":"Radio"},'
    b'"media":{"url":"https://example.com/%d.mp3","duration":120000},'
    b'"created":"2023-01-01 00:00:00 UTC","updated":"2023-01-01 00:00:05 UTC"}'
)
_HEAD = (
    b"HTTP/1.1 %s\r\nContent-Type: application/json\r\nContent-Length: %d\r\n"
    b"X-Pagination-Limit: %d\r\nX-Pagination-OffSet: %d\r\nX-Pagination-Total-Count: %d\r\n\r\n"
)


def _tracks(first: int, end: int) -> bytes:
    return b"[%s]" % b",".join([_TRACK % (number, number, number) for number in range(first + 1, end + 1)])


# Few are kept: a walk asks for each page once, and a single GET always for the same one.
@lru_cache(maxsize=16)
def answer(target: str) -> tuple[float, bytes]:
    """Seconds to wait, and the whole answer, for the target of a request line."""
    parts = urlsplit(target)
    try:
        latency, total = (int(part) for part in parts.path.split("/")[1:3])
        query = parse_qs(parts.query)
        limit = int(query.get("pagination[limit]", [_DEFAULT_LIMIT])[0])
        offset = int(query.get("pagination[offset]", [0])[0])
    except ValueError:
        return 0.0, _HEAD % (b"404 Not Found", 2, 0, 0, 0) + b"{}"
    body = _tracks(offset, min(offset + limit, total))
    return latency / 1000, _HEAD % (b"200 OK", len(body), limit, offset, total) + body


class _Connection(asyncio.Protocol):
    """One client's connection, kept open; requests have no bodies."""

    def __init__(self) -> None:
        self._received = b""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self._transport = transport

    def data_received(self, data: bytes) -> None:
        self._received += data
        if len(self._received) > _LONGEST_REQUEST:
            self._transport.abort()
            return
        *requests, self._received = self._received.split(_REQUEST_END)
        for request in requests:
            self._answer(request)

    def _answer(self, request: bytes) -> None:
        latency, content = answer(request.split(b" ", 2)[1].decode("ascii"))
        if latency:
            asyncio.get_running_loop().call_later(latency, self._transport.write, content)
        else:
            self._transport.write(content)


async def _serve() -> None:
    loop = asyncio.get_running_loop()
    end = asyncio.Event()
    server = await loop.create_server(_Connection, "127.0.0.1", 0, backlog=2048)
    print(server.sockets[0].getsockname()[1], flush=True)
    threading.Thread(target=_wait_for_end, args=(loop, end), daemon=True).start()
    # Waiting ends by itself even if the standard input never does.
    try:
        await asyncio.wait_for(end.wait(), _LIFETIME)
    finally:
        server.close()


def _wait_for_end(loop: asyncio.AbstractEventLoop, end: asyncio.Event) -> None:
    sys.stdin.read()
    loop.call_soon_threadsafe(end.set)


class Server:
    """The running server, as those who measure see it."""

    def __init__(self, port: int) -> None:
        self._port = port

    def base_url(self, *, tracks: int = 1000, latency_ms: int = 0) -> str:
        """Where a client finds that many tracks, each answer that late."""
        return f"http://127.0.0.1:{self._port}/{latency_ms}/{tracks}/v1"


@contextmanager
def running_server() -> Iterator[Server]:
    """The server's process, for as long as the block lasts."""
    command = [sys.executable, "-m", "benchmarks.server"]
    with subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert process.stdin is not None
        try:
            yield Server(int(process.stdout.readline()))
        finally:
            process.stdin.close()


if __name__ == "__main__":
    asyncio.run(_serve())
