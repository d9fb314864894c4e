"""The sandbox's account: collections, content and clock behind one lock, and an answer for every request."""

from __future__ import annotations

import copy
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
from ._state import Collection, Fits


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
        self.clock: Clock = clock
        self.outbox: Outbox = Outbox()
        self.resources: Resources = Resources(document, items, limits, fits, clock)
        self.content: Content = Content(self.resources, clock, self.outbox, origin, processing_time)
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
            if self.resources.missing(path, request.parameters):
                return NOT_FOUND
            return self._handlers[method, path](request)

    def file(self, path: str) -> _media.File | None:
        """An audio file, or None."""
        with self._lock:
            return self.content.file(path)

    def collection(self, path: str, parameters: Mapping[str, str]) -> Collection:
        """The collection at a path of the document."""
        with self._lock:
            return self.resources.state.collection(self.resources.kinds[path], parameters)

    def add(self, collection: Collection, values: Json) -> Json:
        """A new row as a test wants it; a ValueError says why it cannot be."""
        kind, key = collection.kind, values.get(collection.kind.id_name)
        for name, value in values.items():
            if not self.resources.fits(kind.fields[name], value):
                declared = _declared(kind.fields[name])
                raise ValueError(f"{name} of {kind.path} must not be {value!r}; it is declared as {declared}")
        with self._lock:
            if key is not None and collection.find(str(key)) is not None:
                raise ValueError(f"{kind.id_name} of {kind.path} must not be {key!r}: another row has it")
            made = self.resources.create(collection, values)
            if isinstance(made, Answer):
                raise ValueError("; ".join(f"{each['location']} {each['message']}" for each in made.body["errors"]))
            made |= values
            self.resources.rules_of(kind).placed(collection, made)
            return made

    def fill(self, collection: Collection, count: int) -> None:
        """Have just so many rows."""
        with self._lock:
            self.resources.fill(collection, count)

    def rows(self, collection: Collection) -> list[Any]:
        """Copies of the rows."""
        with self._lock:
            self.content.advance()
            return copy.deepcopy(collection.rows)

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


def _declared(schema: Json) -> str:
    """The part of a schema that tells which values it allows."""
    return ", ".join(f"{key}: {schema[key]}" for key in ("type", "format", "enum") if key in schema) or "something else"


def _parameters(path: str, raw_path: str) -> Mapping[str, str]:
    pairs = zip(path.split("/"), raw_path.split("/"), strict=False)
    return {part[1:-1]: unquote(value) for part, value in pairs if part.startswith("{")}


def _json(body: bytes) -> Any:
    try:
        return json.loads(body)
    except ValueError:
        return None
