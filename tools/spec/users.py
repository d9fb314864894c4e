"""Which operations use a part of the document."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from tools.spec import METHODS, Json, keys_of
from tools.spec.pointers import Keys, references


def users(document: Json, parts: Iterable[Keys]) -> list[str]:
    """The operations (`GET /things`) in which one of the parts stands, directly or through references."""
    found: dict[str, None] = {}
    for keys in parts:
        if keys[0] == "paths" and len(keys) > 1:
            methods = [keys[2]] if len(keys) > 2 and keys[2] in METHODS else METHODS
            own = document["paths"][keys[1]]
            found |= {f"{str(each).upper()} {keys[1]}": None for each in methods if each in own}
        elif keys[0] == "components":
            found |= dict.fromkeys(_referring(document, keys[:3]))
    return list(found)


def _referring(document: Json, target: Keys) -> Iterator[str]:
    inner = {
        ("components", kind, name): _targets(node)
        for kind, entries in (document.get("components") or {}).items()
        if isinstance(entries, dict)
        for name, node in entries.items()
    }
    reaching: set[Keys] = set()
    more = {target}
    while not more <= reaching:
        reaching |= more
        more = {keys for keys, targets in inner.items() if targets & reaching}
    for path, item in (document.get("paths") or {}).items():
        shared = _targets({key: node for key, node in item.items() if key not in METHODS})
        for method in METHODS:
            if method in item and (_targets(item[method]) | shared) & reaching:
                yield f"{method.upper()} {path}"


def _targets(node: Any) -> set[Keys]:
    return {keys_of(ref) for _, ref in references(node)}
