"""The server that everything is measured against, in a process of its own.

`/<milliseconds>/<rows>/v1/background_tracks` is a list of that many rows, each response that late.
"""

from __future__ import annotations

import multiprocessing
import socketserver
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import lru_cache
from multiprocessing.connection import Connection
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

ROOT = Path(__file__).resolve().parent.parent
KEY = "made-up-benchmark-key"
PROCESSES = multiprocessing.get_context("spawn")
"""What makes a process that shares nothing with this one."""
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


class _Connection(socketserver.StreamRequestHandler):
    """One client's connection, kept open; requests have no bodies."""

    disable_nagle_algorithm = True

    def handle(self) -> None:
        with suppress(OSError):
            while first := self.rfile.readline():
                while self.rfile.readline().strip():
                    pass
                latency, response = _response(first.split()[1].decode("ascii"))
                time.sleep(latency)
                self.wfile.write(response)


def _serve(port: Connection) -> None:
    with socketserver.ThreadingTCPServer(("127.0.0.1", 0), _Connection) as server:
        port.send(server.server_address[1])
        server.serve_forever()


@contextmanager
def running_server() -> Iterator[BaseUrl]:
    """The server's process, for as long as the block lasts."""
    receiver, sender = PROCESSES.Pipe(duplex=False)
    process = PROCESSES.Process(target=_serve, args=(sender,), daemon=True)
    process.start()
    port = receiver.recv()
    try:
        yield lambda latency, rows: f"http://127.0.0.1:{port}/{latency}/{rows}/v1"
    finally:
        process.terminate()
        process.join()
