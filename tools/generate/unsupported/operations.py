"""What belongs to an operation as a whole and never leaves the client: its key, its address, what the API calls."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from tools.generate.unsupported.finding import Unsupported
from tools.spec import METHODS, Json, resolve
from tools.spec.pointers import Keys, describe, follow

_KEY_HEADER = "x-api-key"
_ONLY = "but the client sends the key in X-Api-Key and nothing else"


def find(spec: Json) -> Iterator[Unsupported]:
    """What is unsupported of every path and operation."""
    inheriting = False
    for path, item in (spec.get("paths") or {}).items():
        path_item, path_keys = follow(spec, item, ("paths", path))
        yield from _of_path(path, path_item)
        for method in (method for method in METHODS if method in path_item):
            operation, keys = path_item[method], (*path_keys, method)
            if "security" in operation:
                yield from _of_security(spec, operation["security"], describe(spec, keys), (*keys, "security"))
            else:
                inheriting = True
    if inheriting:
        yield from _of_security(spec, spec.get("security"), "every operation that declares no", ("security",))


def _of_path(path: str, path_item: Json) -> Iterator[Unsupported]:
    literal = re.sub(r"\{[^}]*\}", "", path)
    sign = next((sign for sign in literal if sign in "?#"), None)
    if sign is not None and any(method in path_item for method in METHODS):
        part = "the query" if sign == "?" else "a fragment that is never sent"
        yield Unsupported(path, f"has a literal {sign!r}, with which {part} begins", (("paths", path),))


def _of_security(spec: Json, ways: Any, label: str, keys: Keys) -> Iterator[Unsupported]:
    """`ways` are alternatives, each of one or more schemes that are needed together."""
    if not ways or any(_is_sent(spec, way) for way in ways):
        return
    wanted = " or ".join(" and ".join(_described(spec, name) for name in way) for way in ways)
    cuts = tuple((*keys, number) for number in range(len(ways)))
    yield Unsupported(f"{label} security", f"wants {wanted}, {_ONLY}", cuts)


def _is_sent(spec: Json, way: Json) -> bool:
    return all(_is_key_header(_scheme(spec, name)) for name in way)


def _is_key_header(scheme: Json) -> bool:
    where = scheme.get("type"), scheme.get("in"), str(scheme.get("name")).lower()
    return where == ("apiKey", "header", _KEY_HEADER)


def _scheme(spec: Json, name: str) -> Json:
    found: Json = resolve(spec, ((spec.get("components") or {}).get("securitySchemes") or {}).get(name)) or {}
    return found


def _described(spec: Json, name: str) -> str:
    scheme = _scheme(spec, name)
    kind = scheme.get("type")
    if not kind:
        return f"{name} (which is not declared)"
    if kind == "apiKey":
        return f"{name} (a key in the {scheme.get('in')} {scheme.get('name')})"
    return f"{name} (HTTP {scheme.get('scheme')})" if kind == "http" else f"{name} ({kind})"
