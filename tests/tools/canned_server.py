"""An API on loopback that answers GET requests with whatever a test wants."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from typing import Any, Self
from urllib.parse import parse_qsl, urlsplit


@dataclass
class Canned:
    """One answer."""

    body: Any = None
    """Bytes are sent as they are, everything else as JSON."""
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)
    kind: str | None = "application/json"
    """The Content-Type; None sends none."""

    @property
    def content(self) -> bytes:
        return self.body if isinstance(self.body, bytes) else json.dumps(self.body).encode()


Answering = Canned | Callable[[dict[str, str]], Canned]
"""An answer, or what makes it from the query."""


class CannedServer:
    """Answers below `/v1` by path; 404 elsewhere."""

    def __init__(self, answers: Mapping[str, Answering]) -> None:
        self.requests: list[tuple[str, str]] = []
        """Method and target of each, in the order of arrival."""
        owner = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"
            # Head and body go in two packets, which would otherwise wait for one another.
            disable_nagle_algorithm = True

            def _answer(self) -> None:
                owner.requests.append((self.command, self.path))
                url = urlsplit(self.path)
                found = answers.get(url.path.removeprefix("/v1"), Canned({"code": 404, "message": "Not Found"}, 404))
                answer = found if isinstance(found, Canned) else found(dict(parse_qsl(url.query)))
                self.send_response(answer.status)
                if answer.kind is not None:
                    self.send_header("Content-Type", answer.kind)
                if answer.status != 204:
                    self.send_header("Content-Length", str(len(answer.content)))
                for name, value in answer.headers.items():
                    self.send_header(name, value)
                self.end_headers()
                if answer.status != 204:
                    self.wfile.write(answer.content)

            do_GET = do_POST = do_DELETE = _answer

            def log_message(self, format: str, *arguments: Any) -> None:
                pass

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._server.daemon_threads = True
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.01,), daemon=True)

    @property
    def base_url(self) -> str:
        return f"http://127.0.0.1:{self._server.server_address[1]}/v1"

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()
