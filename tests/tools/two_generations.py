"""Two documents that differ in every way the report tells apart: one difference to an operation or a model."""

from __future__ import annotations

from typing import Any

from tests.tools.documents import Json, document
from tests.tools.documents import operation as tagged

TEXT = {"type": "string"}
NUMBER = {"type": "integer"}
_NULLABLE = TEXT | {"nullable": True}
KEY: list[Json] = [{"apiKey": []}]


def thing(properties: Json, *required: str) -> Json:
    return {"type": "object", "properties": properties} | ({"required": list(required)} if required else {})


def ref(name: str) -> Json:
    return {"$ref": f"#/components/schemas/{name}"}


def query(name: str, schema: Json | None = None, **more: Any) -> Json:
    return {"name": name, "in": "query", "schema": schema or TEXT} | more


def operation(
    operation_id: str, parameters: list[Json] | None = None, schema: Json | None = None, tag: str = ""
) -> Json:
    """Tagged with the first word of its id; without a schema it answers with a component."""
    return tagged(operation_id, parameters, schema or ref("part"), tag or operation_id.partition("#")[0])


def answers(node: Json, statuses: Json) -> Json:
    """The operation with a schema for each status."""
    responses = {
        status: {"description": "", "content": {"application/json": {"schema": schema}}}
        for status, schema in statuses.items()
    }
    return node | {"responses": responses}


def with_headers(node: Json, *names: str) -> Json:
    response = node["responses"]["200"] | {"headers": {name: {"schema": NUMBER} for name in names}}
    return node | {"responses": {"200": response}}


def sends(node: Json, schema: Json) -> Json:
    return node | {"requestBody": {"required": True, "content": {"application/json": {"schema": schema}}}}


def in_path(*names: str) -> list[Json]:
    return [{"name": name, "in": "path", "required": True, "schema": TEXT} for name in names]


def _pages(*parameters: str) -> list[Json]:
    return [query(name, NUMBER) for name in parameters]


LIMIT, OFFSET = "pagination[limit]", "pagination[offset]"
LIMIT_HEADER, TOTAL_HEADER = "X-Pagination-Limit", "X-Pagination-Total-Count"


# (path, before, after)
_Pair = tuple[str, Json | None, Json | None]


def _unchanged(path: str, node: Json) -> _Pair:
    return path, node, node


def _takes(name: str, before: list[Json], after: list[Json], tag: str = "a") -> _Pair:
    return f"/{tag}/{name}", operation(f"{tag}#{name}", before), operation(f"{tag}#{name}", after)


def _counting(name: str, before: list[str], after: list[str]) -> _Pair:
    node = operation(f"pages#{name}")
    return f"/pages/{name}", with_headers(node, *before), with_headers(node, *after)


def _answering(name: str, before: Json, after: Json) -> _Pair:
    node = operation(f"answers#{name}")
    return f"/answers/{name}", answers(node, before), answers(node, after)


def _needing(name: str, before: list[Json] | None, after: list[Json] | None) -> _Pair:
    node = operation(f"keys#{name}")
    one, other = (node if security is None else node | {"security": security} for security in (before, after))
    return f"/keys/{name}", one, other


_EITHER = {"oneOf": [NUMBER, TEXT]}
_ONE = NUMBER | {"default": 1}
_PARTS = {"type": "array", "items": ref("part")}
_EMPTIED = operation("answers#emptied")
_OPERATIONS: list[_Pair] = [
    _unchanged("/same", operation("things#same")),
    ("/gone", operation("things#gone"), None),
    ("/fresh", None, operation("things#fresh")),
    ("/renamed", operation("things#old_name", [query("x")]), operation("things#new_name")),
    ("/retagged", operation("things#retagged"), operation("things#retagged", tag="Others")),
    ("/moved_from", operation("things#moved"), None),
    ("/moved_to", None, operation("things#moved")),
    ("/deprecated", operation("things#deprecated"), operation("things#deprecated") | {"deprecated": True}),
    _takes("added", [], [query("colour")]),
    _takes("added_required", [], [query("x", required=True)]),
    _takes("removed", [query("colour")], []),
    _takes("required", [query("x")], [query("x", required=True)]),
    _takes("optional", [query("x", required=True)], [query("x")]),
    _takes("retyped", [query("x")], [query("x", NUMBER)]),
    _takes("wider", [query("x")], [query("x", _EITHER)]),
    _takes("narrower", [query("x", _EITHER)], [query("x")]),
    _takes("any", [query("x")], [query("x", {"description": "Anything"})]),
    _takes("some", [query("x", {"description": "Anything"})], [query("x")]),
    _takes("nullable", [query("x")], [query("x", _NULLABLE)]),
    _takes("default", [query("x", _ONE, required=True)], [query("x", _ONE | {"default": 2}, required=True)]),
    ("/a/swapped/{x}/{y}", operation("a#swapped", in_path("x", "y")), None),
    ("/a/swapped/{y}/{x}", None, operation("a#swapped", in_path("y", "x"))),
    _takes("limit", _pages(LIMIT, OFFSET), _pages(OFFSET), "pages"),
    _takes("offset", _pages(LIMIT), _pages(LIMIT, OFFSET), "pages"),
    _counting("header_gone", [LIMIT_HEADER, TOTAL_HEADER, "X-Other"], [LIMIT_HEADER]),
    _counting("header_came", [LIMIT_HEADER], [LIMIT_HEADER.lower(), TOTAL_HEADER, "X-Other"]),
    ("/pages/to_body", operation("pages#to_body", schema=_PARTS), operation("pages#to_body", schema=ref("partPage"))),
    _answering("error_came", {"200": ref("part")}, {"200": ref("part"), "404": ref("problem")}),
    _answering("default_came", {"200": ref("part")}, {"200": ref("part"), "default": ref("problem")}),
    _answering("error_gone", {"200": ref("part"), "404": ref("problem")}, {"200": ref("part")}),
    _answering("success_came", {"200": ref("part")}, {"200": ref("part"), "202": ref("problem")}),
    _answering("success_gone", {"200": ref("part"), "201": ref("part")}, {"201": ref("part")}),
    ("/answers/emptied", _EMPTIED, _EMPTIED | {"responses": {"204": {"description": ""}}}),
    _needing("came", None, KEY),
    _needing("went", KEY, None),
    _needing("other", KEY, [{"bearer": []}]),
    _needing("undefined", [{"nowhere": ["read"]}], [{"nowhere": ["read", "write"]}]),
    _needing("either", KEY, [*KEY, {"bearer": []}]),
    _needing("renamed_scheme", KEY, [{"sameKey": []}]),
    _unchanged("/received", operation("models#received", schema=ref("received"))),
    _unchanged("/sent", sends(operation("models#sent"), ref("sent"))),
    _unchanged("/both", sends(operation("models#both", schema=ref("both")), ref("both"))),
    _unchanged("/kinds", operation("models#kinds", schema=ref("kinds"))),
]

_PART = thing({"id": NUMBER})

# Of each: what it is before, and after. `sent`, `received` and `both` get the same changes.
_FIELDS: dict[str, tuple[Json | None, Json | None]] = {
    "came": (None, TEXT),
    "went": (TEXT, None),
    "must": (TEXT, TEXT),
    "may": (TEXT, TEXT),
    "null": (TEXT, _NULLABLE),
    "whole": (_NULLABLE, TEXT),
    "other": (TEXT, NUMBER),
    "time": (TEXT, TEXT | {"format": "date-time"}),
    "wide": (TEXT, {"oneOf": [TEXT, NUMBER]}),
    "narrow": ({"oneOf": [NUMBER, TEXT]}, TEXT),
    "anything": (TEXT, {}),
    "some": ({}, TEXT),
    "listed": ({"type": "array", "items": TEXT}, {"type": "array", "items": NUMBER}),
}


def _model(side: int, *required: str) -> Json:
    properties = {name: pair[side] for name, pair in _FIELDS.items()}
    return thing({name: schema for name, schema in properties.items() if schema is not None}, *required)


def _enum(*values: str) -> Json:
    return {"type": "string", "enum": list(values)}


_BEFORE = {
    "part": _PART,
    "partPage": thing({"items": {"type": "array", "items": ref("part")}}),
    "problem": thing({"message": TEXT}),
    "oldShape": _PART,
    "oldEnum": _enum("a"),
    "turned": _PART,
    **dict.fromkeys(("sent", "received", "both"), _model(0, "may")),
    "strict": thing({}),
    "closed": thing({"id": NUMBER}),
    "kinds": thing({"kind": _enum("red", "green"), "unnamed": _enum("1 a", "2 b")}),
}
_AFTER = _BEFORE | {
    "newShape": _PART,
    "newEnum": _enum("a"),
    "turned": _enum("a"),
    **dict.fromkeys(("sent", "received", "both"), _model(1, "must")),
    "strict": thing({"id": NUMBER}, "id"),
    "closed": thing({"id": NUMBER}) | {"additionalProperties": False},
    "kinds": thing({"kind": _enum("green", "blue"), "unnamed": _enum("1 a", "3 c")}),
}
del _AFTER["oldShape"], _AFTER["oldEnum"]

_SCHEMES = {
    "apiKey": {"type": "apiKey", "name": "X-Api-Key", "in": "header"},
    "sameKey": {"type": "apiKey", "name": "X-Api-Key", "in": "header"},
    "bearer": {"type": "http", "scheme": "bearer"},
}


# What the wrapper does not send is told all the same.
ACCEPTED = """
unsupported:
  POST /keys/other security: tried
  POST /keys/undefined security: tried
"""


def _document(side: int, schemas: Json) -> Json:
    whole = document({each[0]: {"post": each[side]} for each in _OPERATIONS if each[side] is not None}, schemas)
    whole["components"]["securitySchemes"] = _SCHEMES
    return whole


BEFORE, AFTER = _document(1, _BEFORE), _document(2, _AFTER)


def reworded(node: Any, names: bool = False) -> Any:
    """The same document with other words, and its keys in another order."""
    if isinstance(node, dict):
        words = {"description": "Said otherwise."} if not names and {"description", "type"} & node.keys() else {}
        turned = {key: reworded(node[key], key in ("properties", "schemas")) for key in reversed(node)}
        return turned | words
    return [reworded(each) for each in node] if isinstance(node, list) else node
