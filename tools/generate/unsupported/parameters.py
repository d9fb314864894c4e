"""Parameters that the generated functions leave out, or write in another way than the document says."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from openapi_python_client.strings import PythonIdentifier

from tools.generate.naming import argument_names
from tools.generate.unsupported.finding import Unsupported
from tools.generate.unsupported.schemas import DROPPED, has_dropped_signs
from tools.spec import METHODS, Json, resolve, servers
from tools.spec.pointers import Keys, at, describe, follow
from tools.spec.schemas import Kinds, items, kinds, properties

_TEXTS = {"string", "enum", "const", "any", "uuid", "date"}
_NUMBERS = {"integer", "number", "number enum"}
# What `str()` and the HTTP library's own conversion write as OpenAPI means it.
_WRITTEN: dict[str, Kinds] = {
    "query": frozenset({*_TEXTS, *_NUMBERS, "date-time", "boolean", "null", "array"}),
    "path": frozenset({*_TEXTS, *_NUMBERS}),
    "header": frozenset({"string", "enum", "boolean", *_NUMBERS}),
    "cookie": frozenset({"string", "enum"}),
}
_IN_LISTS = _WRITTEN["query"] - {"array"}
_DELIMITED = ("spaceDelimited", "pipeDelimited")
_PLAIN_STYLE = {"query": "form", "cookie": "form", "path": "simple", "header": "simple"}


def find(spec: Json) -> Iterator[Unsupported]:
    """What is unsupported of every operation's parameters, each where the parameter is declared."""
    for path, item in (spec.get("paths") or {}).items():
        path_item, path_keys = follow(spec, item, ("paths", path))
        shared = _declared(spec, path_item, path_keys)
        yield from _other_servers(spec, path_item, path_keys)
        for method in METHODS:
            if method in path_item:
                operation_keys = (*path_keys, method)
                own = _declared(spec, path_item[method], operation_keys)
                together = shared | own
                yield from _other_servers(spec, path_item[method], operation_keys)
                yield from (each for keys in together.values() for each in _garbled(spec, keys))
                yield from _hidden(spec, list(together.values()), path_item[method])


def _declared(spec: Json, node: Json, keys: Keys) -> dict[tuple[str, str], Keys]:
    listed = enumerate(node.get("parameters") or ())
    resolved = ((resolve(spec, parameter), (*keys, "parameters", number)) for number, parameter in listed)
    return {(parameter["in"], parameter["name"]): place for parameter, place in resolved}


def _other_servers(spec: Json, node: Json, keys: Keys) -> Iterator[Unsupported]:
    # The first is the client's base URL, unless its user gives another.
    if node.get("servers") and servers(node)[0] != (*servers(spec), "")[0]:
        problem = "has servers of its own, but the client sends everything to its base URL"
        # The operations go: sent to the base URL they would reach something else.
        own = [(*keys, method) for method in METHODS if method in node]
        yield Unsupported(describe(spec, keys), problem, tuple(own) if own else (keys,))


def _garbled(spec: Json, keys: Keys) -> Iterator[Unsupported]:
    parameter = resolve(spec, at(spec, keys))
    problem = _problem(spec, parameter)
    if problem:
        # A path is nothing without its parameter.
        cut = keys[:-2] if parameter["in"] == "path" else keys
        yield Unsupported(describe(spec, keys), problem, (cut,))


def _problem(spec: Json, parameter: Json) -> str | None:
    place, schema = parameter["in"], parameter.get("schema")
    if has_dropped_signs(parameter["name"]):
        return f"has the name {parameter['name']!r}, of which {DROPPED}"
    if schema is None:
        how = "is described by `content`" if "content" in parameter else "has no schema"
        return f"{how}, which the generator leaves out"
    found = kinds(spec, schema)
    if place == "query":
        return _query_problem(spec, parameter, found)
    style = parameter.get("style", _PLAIN_STYLE[place])
    if style != _PLAIN_STYLE[place]:
        return f"has the style {style}, which the generated code does not know"
    strange = sorted(found - _WRITTEN[place])
    if strange:
        return f"may be {' or '.join(strange)}, which the generated code cannot write into a {place}"
    if place != "path" and len(found) > 1:
        return f"may be {' or '.join(sorted(found))}, and the generated code does not tell them apart in a {place}"
    return None


def _query_problem(spec: Json, parameter: Json, found: Kinds) -> str | None:
    style = parameter.get("style", "form")
    if "object" in found or style == "deepObject":
        # The keys of a free-form object carry the whole name: the wrapper writes them so and checks them.
        if style == "deepObject" and found == {"object"} and _is_free(spec, parameter["schema"]):
            return None
        return "is an object whose fields would be sent without its name; only a free-form deepObject is sent right"
    strange = sorted(found - _WRITTEN["query"])
    if strange:
        return f"may be {' or '.join(strange)}, which the generated code cannot write into a query"
    if "array" not in found:
        return None
    strange = sorted(items(spec, parameter["schema"]) - _IN_LISTS)
    return f"is a list of {' or '.join(strange)}, which would be sent as Python writes it" if strange else None


def _is_free(spec: Json, schema: Json) -> bool:
    inner = resolve(spec, schema).get("additionalProperties", True)
    scalar = inner is True or (isinstance(inner, dict) and kinds(spec, inner) <= _IN_LISTS)
    return scalar and not properties(spec, schema, ())


def _hidden(spec: Json, places: list[Keys], operation: Json) -> Iterator[Unsupported]:
    """Parameters whose argument has a name that the generated function uses for something else."""
    parameters = [resolve(spec, at(spec, keys)) for keys in places]
    taken = _taken(parameters, "requestBody" in operation)
    seen: dict[str, str] = {}
    for keys, name in zip(places, _arguments(parameters), strict=True):
        label = describe(spec, keys)
        if name in taken:
            problem = f"becomes the argument {name!r}, a name that the generated function needs itself"
            yield Unsupported(label, problem, (keys,))
        elif name in seen:
            yield Unsupported(label, f"becomes the argument {name!r}, like {seen[name]}", (keys,))
        elif name.startswith("json_") and name.removeprefix("json_") in seen:
            yield Unsupported(
                label, f"becomes the argument {name!r}, which is overwritten by another one's text", (keys,)
            )
        seen.setdefault(name, label)


def _taken(parameters: list[Json], has_body: bool) -> set[str]:
    places = {parameter["in"] for parameter in parameters}
    return {
        *("kwargs", "response"),
        *(["body"] if has_body else []),
        *(["params"] if "query" in places else []),
        *(["headers"] if "header" in places or has_body else []),
        *(["cookies"] if "cookie" in places else []),
        *(["quote"] if "path" in places else []),
    }


def _arguments(parameters: list[Json]) -> list[str]:
    """The names the generator gives: with the place where two places share one, as spelled where one place does."""
    usual = [_usual(parameter) for parameter in parameters]
    users: dict[str, set[str]] = defaultdict(set)
    for name, parameter in zip(usual, parameters, strict=True):
        users[name].add(parameter["in"])
    return [
        PythonIdentifier(f"{name}_{parameter['in']}", "field_")
        if len(users[name]) > 1
        else argument_names(parameter["name"])[2]
        if usual.count(name) > 1
        else name
        for name, parameter in zip(usual, parameters, strict=True)
    ]


def _usual(parameter: Json) -> str:
    name = argument_names(parameter["name"])[0]
    return f"{name}_{parameter['in']}" if name in ("client", "url") else name
