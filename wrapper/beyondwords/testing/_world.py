"""The sandbox's account: collections, content and clock behind one lock, and an answer for every request."""

from __future__ import annotations

import json
import threading
from collections.abc import Mapping
from typing import Any
from urllib.parse import parse_qsl, unquote

from . import _media
from ._clock import Clock
from ._content import CONTENT, Content
from ._document import Json, base_path
from ._listing import Answer
from ._outbox import Outbox
from ._resources import NOT_FOUND, Handler, Items, Limits, Request, Resources
from ._state import Fits


class World:
    """What requests and tests work on. Threads may share it."""

    def __init__(
        self,
        document: Json,
        *,
        items: Items,
        limits: Limits,
        fits: Fits,
        clock: Clock,
        origin: str,
        processing_time: float,
    ) -> None:
        self.clock = clock
        self.outbox = Outbox()
        self.resources = Resources(document, items, limits, fits, clock)
        self.content = Content(self.resources, clock, self.outbox, origin, processing_time)
        if CONTENT in self.resources.kinds:
            self.resources.rules[CONTENT] = self.content
        special = self.content.handlers() if self.resources.rules else {}
        self._handlers: dict[tuple[str, str], Handler] = {
            (each.method, each.path): special.get((each.method, each.path)) or self.resources.handler(each)
            for each in self.resources.operations
        }
        self._base = base_path(document)
        self._lock = threading.RLock()

    @property
    def operations(self) -> list[tuple[str, str]]:
        """Method and path of every operation."""
        return list(self._handlers)

    def answer(self, method: str, path: str, raw_path: str, query: str, body: bytes) -> Answer:
        """The answer of an operation to a request that its document allows."""
        request = Request(
            parameters=_parameters(path, raw_path.removeprefix(self._base)),
            query=parse_qsl(query, keep_blank_values=True),
            body=_json(body),
        )
        with self._lock:
            self.content.advance()
            if self.resources.missing_parent(path, request.parameters):
                return NOT_FOUND
            return self._handlers[method, path](request)

    def file(self, path: str) -> _media.File | None:
        """An audio file, or None."""
        with self._lock:
            return self.content.file(path)

    def move(self, seconds: float = 0.0) -> None:
        """Let time pass, and what is due happen."""
        with self._lock:
            self.clock.move(seconds)
            self.content.advance()

    def reset(self) -> None:
        """Everything as it was at first."""
        with self._lock:
            self.resources.reset()
            self.content.reset()
            self.outbox.clear()


def _parameters(path: str, raw_path: str) -> Mapping[str, str]:
    pairs = zip(path.split("/"), raw_path.split("/"), strict=False)
    return {part[1:-1]: unquote(value) for part, value in pairs if part.startswith("{")}


def _json(body: bytes) -> Any:
    try:
        return json.loads(body)
    except ValueError:
        return None
