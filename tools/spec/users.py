"""Which operations use a part of the document."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from tools.spec.document import METHODS, Json
from tools.spec.pointers import Keys


def users(document: Json, parts: Iterable[Keys]) -> list[str]:
    """The operations (`GET /things`) in which one of the parts stands, directly or through references."""
    found: dict[str, None] = {}
    for keys in parts:
        if keys[0] == "paths" and len(keys) > 1:
            methods = [keys[2]] if len(keys) > 2 and keys[2] in METHODS else METHODS
            own = document["paths"][keys[1]]
            found |= {f"{str(each).upper()} {keys[1]}": None for each in methods if each in own}
        elif keys[0] == "components":
            target = "/".join(str(key).replace("~", "~0").replace("/", "~1") for key in keys[:3])
            found |= dict.fromkeys(_referring(document, f"#/{target}"))
    return list(found)


def _referring(document: Json, target: str) -> Iterator[str]:
    components = document.get("components") or {}
    inner = {
        f"#/components/{kind}/{name.replace('~', '~0').replace('/', '~1')}": set(_references(node))
        for kind, entries in components.items()
        if isinstance(entries, dict)
        for name, node in entries.items()
    }
    reaching, grown = {target}, True
    while grown:
        more = {ref for ref, refs in inner.items() if refs & reaching}
        grown = not more <= reaching
        reaching |= more
    for path, item in (document.get("paths") or {}).items():
        shared = {ref for key, node in item.items() if key not in METHODS for ref in _references({key: node})}
        for method in METHODS:
            if method in item and ({*_references(item[method]), *shared} & reaching):
                yield f"{method.upper()} {path}"


def _references(node: Any) -> Iterator[str]:
    if isinstance(node, dict):
        if isinstance(node.get("$ref"), str):
            yield node["$ref"]
        for value in node.values():
            yield from _references(value)
    elif isinstance(node, list):
        for value in node:
            yield from _references(value)
