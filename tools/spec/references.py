"""References followed from anywhere, as a validator of one schema needs them."""

from __future__ import annotations

from typing import Any

from referencing import Registry
from referencing.jsonschema import DRAFT202012

from tools.spec import Json

_ROOT = "urn:document"


def registry_of(document: Json) -> Registry[Any]:
    """Where a validator finds what the references of `absolute()` lead to."""
    empty: Registry[Any] = Registry()
    found: Registry[Any] = empty.with_resource(_ROOT, DRAFT202012.create_resource(absolute(document)))
    return found


def absolute(node: Any) -> Any:
    """A copy whose references lead into the document from anywhere."""
    if isinstance(node, list):
        return [absolute(item) for item in node]
    if isinstance(node, dict):
        return {
            key: _ROOT + value if key == "$ref" and isinstance(value, str) else absolute(value)
            for key, value in node.items()
        }
    return node
