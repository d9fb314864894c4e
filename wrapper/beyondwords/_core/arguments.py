"""Arguments of lists, checked before any request and brought into their wire form."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import urlsplit

from .options import check_count

Scopes = Mapping[str, str | int | bool] | Sequence[str]


def check_paging(*, limit: object, offset: object, max_items: object, prefetch: object) -> None:
    """Refuse what cannot be a page.

    Raises:
        TypeError: Not a whole number.
        ValueError: Out of range.
    """
    if limit is not None:
        check_count("limit", limit, least=1)
    if offset is not None:
        check_count("offset", offset, least=0)
    if max_items is not None:
        check_count("max_items", max_items, least=0)
    check_count("prefetch", prefetch, least=1)


def check_text(name: str, value: object) -> str:
    """A string."""
    if not isinstance(value, str):
        raise TypeError(f"{name} must be a string, not {value!r}")
    return value


def scopes_query(scopes: object) -> dict[str, Any]:
    """The query keys of `filter[scopes]`.

    `{"kind": "primary"}` becomes `filter[scopes][kind]=primary`; `["primary", "secondary"]` becomes
    `filter[scopes][]=primary&filter[scopes][]=secondary`, the form that the vendor's own client sends.
    """
    if isinstance(scopes, Mapping):
        return {f"filter[scopes][{_scope_name(name)}]": _scope_value(value) for name, value in scopes.items()}
    if isinstance(scopes, Sequence) and not isinstance(scopes, str | bytes | bytearray):
        return {"filter[scopes][]": [check_text("each of scopes", scope) for scope in scopes]} if scopes else {}
    raise TypeError(f"scopes must be a list of strings, such as ['primary'], or a mapping, not {scopes!r}")


def _scope_name(name: object) -> str:
    return check_text("each name in scopes", name)


def _scope_value(value: object) -> str | int | bool:
    if not isinstance(value, str | int):
        raise TypeError(f"each value in scopes must be a string, a whole number or a bool, not {value!r}")
    return value


def check_path(url: str) -> None:
    """Refuse a path that leads elsewhere than it reads: an id that is empty or `..` asks for another resource.

    Raises:
        ValueError: Shows the path.
    """
    path = urlsplit(url).path.removeprefix("/")
    if path and not {"", ".", ".."}.isdisjoint(path.split("/")):
        raise ValueError(f"the path {url!r} has a segment that is empty, '.' or '..': an id is missing or wrong")
