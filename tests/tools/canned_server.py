"""An API on loopback that answers GET requests by path with whatever a test wants."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qsl, urlsplit

from tests.fake_server import FakeServer, Peer, response_bytes


@dataclass
class Canned:
    """One response."""

    body: Any = None
    """Bytes are sent as they are, everything else as JSON."""
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)
    kind: str | None = "application/json"
    """The Content-Type; None sends none."""


Answering = Canned | Callable[[dict[str, str]], Canned]
"""A response, or what makes it from the query."""


def canned_server(answers: Mapping[str, Answering]) -> FakeServer:
    """Answers below `/v1` by path; 404 elsewhere."""

    def reply(peer: Peer) -> None:
        url = urlsplit(peer.request.target)
        found = answers.get(url.path.removeprefix("/v1"), Canned({"code": 404, "message": "Not Found"}, 404))
        canned = found if isinstance(found, Canned) else found(dict(parse_qsl(url.query)))
        headers: dict[str, Any] = {**({} if canned.kind is None else {"Content-Type": canned.kind}), **canned.headers}
        body = canned.body if isinstance(canned.body, bytes) else json.dumps(canned.body).encode()
        peer.send(response_bytes(canned.status, b"" if canned.status == 204 else body, **headers))

    return FakeServer(reply)
