"""How long a client is open, and what has to end with it."""

from __future__ import annotations

import weakref
from typing import Any


class Lifetime:
    """Open until it is ended, or the client that a copy was made from is."""

    def __init__(self, parent: Lifetime | None = None) -> None:
        self._parent = parent
        self._ended = False
        # Built-in sets, because other threads add to them while one goes through them.
        self._children: set[weakref.ref[Lifetime]] = set()
        self._walks: set[weakref.ref[Any]] = set()
        if parent is not None:
            parent._children.add(weakref.ref(self, parent._children.discard))

    @property
    def ended(self) -> bool:
        """Whether nothing may be sent any more."""
        return self._ended or (self._parent is not None and self._parent.ended)

    def end(self) -> list[Any]:
        """End it, and give the walks that have requests under way, also those of copies."""
        self._ended = True
        walks = _alive(self._walks)
        for child in _alive(self._children):
            walks += child.end()
        return walks

    def add(self, walk: Any) -> None:
        """Remember a walk for as long as somebody else does."""
        self._walks.add(weakref.ref(walk, self._walks.discard))


def _alive(references: set[weakref.ref[Any]]) -> list[Any]:
    return [found for reference in list(references) if (found := reference()) is not None]
