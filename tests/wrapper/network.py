"""Servers on real loopback sockets, for what depends on connections."""

from __future__ import annotations

import json
import ssl
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import count
from pathlib import Path
from types import TracebackType
from typing import Any, Self

CERTIFICATE = Path(__file__).parent / "tls" / "localhost.crt"
CERTIFICATE_KEY = Path(__file__).parent / "tls" / "localhost.key"


class TrackServer:
    """Answers every GET with one track, whose id is the number of the connection it came over (from 1).

    To CONNECT, it answers as a proxy that cannot reach the target.
    """

    def __init__(self, *, tls: bool = False) -> None:
        self.connections: list[int] = []
        """The number of the connection of each request, in order of arrival."""
        self.requests: list[tuple[str, str, dict[str, str]]] = []
        """Method, target and headers (names in lower case)."""
        owner = self
        numbers = count(1)

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"
            # Head and body go in two packets, which would otherwise wait for one another.
            disable_nagle_algorithm = True

            def setup(self) -> None:
                super().setup()
                self.number = next(numbers)

            def _remember(self) -> None:
                headers = {name.lower(): value for name, value in self.headers.items()}
                owner.requests.append((self.command, self.path, headers))
                owner.connections.append(self.number)

            def do_GET(self) -> None:
                self._remember()
                self._answer(200, [{"id": self.number, "name": self.path}])

            def do_CONNECT(self) -> None:
                self._remember()
                self.close_connection = True
                self._answer(502, {})

            def _answer(self, status: int, body: Any) -> None:
                content = json.dumps(body).encode()
                self.send_response(status)
                self.send_header("Content-Type", "application/json")
                self.send_header("Content-Length", str(len(content)))
                self.send_header("X-Pagination-Total-Count", "1")
                self.end_headers()
                self.wfile.write(content)

            def log_message(self, *parts: Any) -> None:
                pass

        self._server = _QuietServer(("127.0.0.1", 0), Handler)
        self._scheme = "https" if tls else "http"
        if tls:
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            context.load_cert_chain(CERTIFICATE, CERTIFICATE_KEY)
            self._server.socket = context.wrap_socket(self._server.socket, server_side=True)
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.01,), daemon=True)

    @property
    def address(self) -> str:
        """Host and port."""
        return f"127.0.0.1:{self._server.server_address[1]}"

    @property
    def base_url(self) -> str:
        return f"{self._scheme}://{self.address}/v1"

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._server.shutdown()
        self._server.server_close()


class _QuietServer(ThreadingHTTPServer):
    daemon_threads = True
    # Idle connections would be waited for.
    block_on_close = False

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A client that hangs up is no news."""
