"""Parameters that the generated functions leave out, or write in another way than the document says."""

from __future__ import annotations

from collections.abc import Iterator

from tools.generate.unsupported.finding import Unsupported
from tools.spec import Json, resolve
from tools.spec.pointers import Keys, at, describe
from tools.spec.schemas import Kinds, items, kinds, properties

_SCALARS: Kinds = frozenset(
    {"string", "enum", "const", "uuid", "date", "date-time", "integer", "number", "number enum", "boolean", "any"}
)
# The usual style, and what is written as OpenAPI means it.
_WRITTEN: dict[str, tuple[str, Kinds]] = {
    "query": ("form", _SCALARS | {"null", "array"}),
    "path": ("simple", _SCALARS - {"date-time"}),
    "header": ("simple", _SCALARS - {"const", "uuid", "date", "date-time", "any"}),
    "cookie": ("form", _SCALARS - {"date-time"}),
}
_IN_LISTS = _SCALARS | {"null"}


def find(spec: Json, path_item: Json, operation: Json, keys: Keys) -> Iterator[Unsupported]:
    """What is unsupported of an operation's parameters, each where it is declared."""
    declared = {
        (parameter["in"], parameter["name"]): (*above, "parameters", number)
        for node, above in ((path_item, keys[:-1]), (operation, keys))
        for number, parameter in enumerate(resolve(spec, each) for each in node.get("parameters") or ())
    }
    for (where, _), place in declared.items():
        if problem := _problem(spec, resolve(spec, at(spec, place))):
            # A path is nothing without its parameter.
            yield Unsupported(describe(spec, place), problem, (place[:-2] if where == "path" else place,))


def _problem(spec: Json, parameter: Json) -> str | None:
    where, schema = parameter["in"], parameter.get("schema")
    if schema is None:
        how = "is described by `content`" if "content" in parameter else "has no schema"
        return f"{how}, which the generator leaves out"
    usual, written = _WRITTEN[where]
    style, found = parameter.get("style", usual), kinds(spec, schema)
    if where == "query" and ("object" in found or style == "deepObject"):
        # The keys of a free-form object carry the whole name: the wrapper writes them so and checks them.
        if style == "deepObject" and found == {"object"} and _is_free(spec, schema):
            return None
        return "is an object whose fields would be sent without its name; only a free-form deepObject is sent right"
    if where != "query" and style != usual:
        return f"has the style {style}, which the generated code does not know"
    if strange := found - written:
        return f"may be {' or '.join(sorted(strange))}, which the generated code cannot write into a {where}"
    if where == "header" and len(found) > 1:
        return f"may be {' or '.join(sorted(found))}, and the generated code does not tell them apart in a header"
    if strange := items(spec, schema) - _IN_LISTS:
        return f"is a list of {' or '.join(sorted(strange))}, which would be sent as Python writes it"
    return None


def _is_free(spec: Json, schema: Json) -> bool:
    inner = resolve(spec, schema).get("additionalProperties", True)
    is_scalar = inner is True or (isinstance(inner, dict) and kinds(spec, inner) <= _IN_LISTS)
    return is_scalar and not properties(spec, schema, ())
