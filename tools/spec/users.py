"""Which operations use a part of the document."""

from __future__ import annotations

from collections.abc import Iterable

from tools.spec import Json, keys_of, operations
from tools.spec.pointers import Keys, references


def users(document: Json, parts: Iterable[Keys]) -> list[str]:
    """The operations (`GET /things`) in which one of the parts stands, directly or through references."""
    # What is one by itself here: a component, an operation, or what a path says for all of its operations.
    targets = [(keys[:3], keys_of(ref)[:3]) for keys, ref in references(document)]
    found: set[Keys] = set()
    more = {keys[:3] for keys in parts}
    while more:
        found |= more
        more = {keys for keys, target in targets if target in found} - found
    result = []
    for operation in operations(document):
        path = ("paths", operation.path)
        if found & {path, (*path, "parameters"), (*path, operation.method.lower())}:
            result.append(str(operation))
    return result
