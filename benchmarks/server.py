"""The server that everything is measured against, in a process of its own: `python -m benchmarks.server`.

It prints its port and serves until its standard input ends, so it does not outlive whoever started it.
`/<milliseconds>/<rows>/v1/background_tracks` is a list of that many rows, each response that late.
"""

from __future__ import annotations

import asyncio
import os
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

ROOT = Path(__file__).resolve().parent.parent
KEY = "made-up-benchmark-key"
BaseUrl = Callable[[int, int], str]
"""From milliseconds and rows to the base URL of such a list."""
_TRACK = (
    b'{"id":%d,"name":"Track","volume":100,"project":{"id":1,"name":"Radio"},'
    b'"media":{"url":"https://example.com/track.mp3","duration":120000},'
    b'"created":"2023-01-01 00:00:00 UTC","updated":"2023-01-01 00:00:05 UTC"}'
)
_RESPONSE = (
    b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: %d\r\n"
    b"X-Pagination-Limit: %d\r\nX-Pagination-OffSet: %d\r\nX-Pagination-Total-Count: %d\r\n\r\n%s"
)


# Paging requests each target once, and a repeated single request always the same: a few are enough.
@lru_cache(maxsize=16)
def _response(target: str) -> tuple[float, bytes]:
    """Seconds to wait, and the whole response."""
    parts = urlsplit(target)
    latency, total = (int(part) for part in parts.path.split("/")[1:3])
    query = parse_qs(parts.query)
    limit = int(query["pagination[limit]"][0])
    offset = int(query.get("pagination[offset]", ["0"])[0])
    body = b"[%s]" % b",".join(_TRACK % number for number in range(offset, min(offset + limit, total)))
    return latency / 1000, _RESPONSE % (len(body), limit, offset, total, body)


class _Connection(asyncio.Protocol):
    """One client's connection, kept open; requests have no bodies."""

    def __init__(self) -> None:
        self._received = b""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self._transport = transport

    def data_received(self, data: bytes) -> None:
        *requests, self._received = (self._received + data).split(b"\r\n\r\n")
        for request in requests:
            latency, response = _response(request.split(b" ", 2)[1].decode("ascii"))
            if latency:
                asyncio.get_running_loop().call_later(latency, self._transport.write, response)
            else:
                self._transport.write(response)


async def _serve() -> None:
    server = await asyncio.get_running_loop().create_server(_Connection, "127.0.0.1", 0)
    print(server.sockets[0].getsockname()[1], flush=True)
    await server.serve_forever()


def _end_with_input() -> None:
    sys.stdin.read()
    os._exit(0)


@contextmanager
def running_server() -> Iterator[BaseUrl]:
    """The server's process, for as long as the block lasts."""
    command = [sys.executable, "-m", "benchmarks.server"]
    with subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert process.stdin is not None
        port = int(process.stdout.readline())
        try:
            yield lambda latency, rows: f"http://127.0.0.1:{port}/{latency}/{rows}/v1"
        finally:
            process.stdin.close()


if __name__ == "__main__":
    threading.Thread(target=_end_with_input, daemon=True).start()
    asyncio.run(_serve())
