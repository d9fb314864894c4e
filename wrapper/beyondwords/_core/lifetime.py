"""How long a client is open, and what has to end with it."""

from __future__ import annotations

import weakref
from typing import Any


class Lifetime:
    """Open until it is ended, or the client that a copy was made from is."""

    def __init__(self, parent: Lifetime | None = None) -> None:
        self._parent = parent
        self._ended = False
        self._children: weakref.WeakSet[Lifetime] = weakref.WeakSet()
        self._walks: weakref.WeakSet[Any] = weakref.WeakSet()
        if parent is not None:
            parent._children.add(self)

    @property
    def ended(self) -> bool:
        """Whether nothing may be sent any more."""
        return self._ended or (self._parent is not None and self._parent.ended)

    def end(self) -> list[Any]:
        """End it, and give the walks that have requests under way, also those of copies."""
        self._ended = True
        walks = list(self._walks)
        for child in list(self._children):
            walks += child.end()
        return walks

    def add(self, walk: Any) -> None:
        """Remember a walk for as long as somebody else does."""
        self._walks.add(walk)
