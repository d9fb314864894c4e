"""Fields that go one way only: the API gives a `readOnly` one and takes a `writeOnly` one, and not the other way."""

from __future__ import annotations

import copy
from typing import Any

from tools.spec import Json, Operation, operations, resolve
from tools.spec.pointers import no_longer_required, walk
from tools.spec.schemas import is_null, is_nullable, kinds, made_of, properties


def optional_where_absent(spec: Json) -> Json:
    """A copy of the document in which no field is required that is rightly absent from what is sent or received.

    One class serves both ways. Where a schema is only received, its required `readOnly` fields stay required, and where
    it is only sent, its `writeOnly` ones.
    """
    document: Json = copy.deepcopy(spec)
    for marked, schemas in zip(("readOnly", "writeOnly"), _sent_and_received(document), strict=True):
        for schema in schemas.values():
            found = properties(document, schema, ())
            names = {name for name, (inner, _) in found.items() if _is(document, inner, marked)}
            for part, _ in made_of(document, schema):
                no_longer_required(part, names)
    for operation in operations(document):
        _leave_nulls_out(document, operation)
    return document


def _leave_nulls_out(document: Json, operation: Operation) -> None:
    """Headers, cookies and forms have no null: what may be null there may be left out."""
    for parameter in operation.parameters:
        schema = parameter.get("schema")
        if parameter["in"] in ("header", "cookie") and "null" in kinds(document, schema or {}):
            parameter["schema"] = _not_null(document, schema)
            parameter["required"] = False
    for media_type, media in ((operation.request_body or {}).get("content") or {}).items():
        form = resolve(document, (media or {}).get("schema"))
        if media_type.partition(";")[0] not in ("application/x-www-form-urlencoded", "multipart/form-data"):
            continue
        for name, inner in (form.get("properties") or {}).items() if isinstance(form, dict) else ():
            if "null" in kinds(document, inner):
                form["properties"][name] = _not_null(document, inner)
                no_longer_required(form, {name})


def _not_null(document: Json, schema: Any) -> Json:
    """A copy that is the same without null."""
    node = resolve(document, schema)
    copied: Json = {key: value for key, value in node.items() if key != "nullable"}
    if isinstance(node.get("type"), list):
        kept = [kind for kind in node["type"] if kind != "null"]
        copied["type"] = kept[0] if len(kept) == 1 else kept
    if None in (node.get("enum") or ()):
        copied["enum"] = [value for value in node["enum"] if value is not None]
    for key in ("oneOf", "anyOf"):
        branches = [branch for branch in node.get(key) or () if not is_null(branch)]
        if len(branches) == 1 and not is_nullable(resolve(document, branches[0])):
            del copied[key]
            copied = {**resolve(document, branches[0]), **copied}
        elif branches:
            copied[key] = branches
    return copied


def received(document: Json) -> set[int]:
    """The `id` of every schema that is in a response."""
    return set(_sent_and_received(document)[1])


def _sent_and_received(document: Json) -> tuple[dict[int, Json], dict[int, Json]]:
    sent: dict[int, Json] = {}
    received: dict[int, Json] = {}
    for operation in operations(document):
        for node, found in (
            (operation.request_body, sent),
            *((each, received) for each in operation.responses.values()),
        ):
            for media in ((node or {}).get("content") or {}).values():
                collect(document, (media or {}).get("schema"), found)
    return sent, received


def collect(document: Json, schema: Any, found: dict[int, Json]) -> None:
    """Add the schema, and those that it holds or refers to, each by its `id`."""
    for _, kind, node in walk(resolve(document, schema), "schema"):
        if kind == "schema" and isinstance(node, dict):
            if "$ref" not in node:
                found[id(node)] = node
            elif id(resolve(document, node)) not in found:
                collect(document, node, found)


def _is(document: Json, schema: Any, marked: str) -> bool:
    nodes = [node for node, _ in made_of(document, schema)]
    # Beside a reference the mark is meant for this use of the schema alone.
    uses = [schema, *(part for node in nodes for part in node.get("allOf") or ())]
    return any(isinstance(each, dict) and each.get(marked) is True for each in (*nodes, *uses))
