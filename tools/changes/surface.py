"""What callers see of one generation: operations, models and enums under their names in Python.

Names and types come from the generated code, so they are those that callers write. Statuses, headers and
security, which the code does not tell, come from the document that lies beside it.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import reduce
from pathlib import Path

import griffe

from tools import spec
from tools.failure import Failure
from tools.generate.modules import endpoints
from tools.spec import Json, Operation, path_shape

Ways = frozenset[tuple[str, ...]]

_ENUMS = {"IntEnum", "StrEnum"}
_SUCCESS = re.compile(r"2\d\d|2XX|default", re.IGNORECASE)


@dataclass(frozen=True)
class Value:
    """An argument, a field, or what an operation answers."""

    types: frozenset[str]
    """The members of its union, without None and Unset."""
    nullable: bool
    required: bool
    """It has no default."""
    default: str | None = None
    """As written in Python; None for no default, and for Unset."""

    def __str__(self) -> str:
        return " | ".join([*sorted(self.types), *(["None"] if self.nullable else [])])


@dataclass(frozen=True)
class Call:
    """One generated operation."""

    key: str
    """`<tag package>.<module>`, below `beyondwords_api.api`."""
    method: str
    path: str
    arguments: Mapping[str, Value]
    paging: frozenset[str]
    """The arguments that `bw.paginate` sets."""
    result: Value
    statuses: frozenset[str]
    headers: frozenset[str]
    """Those of success answers, in lower case."""
    security: Ways
    """Each way to be let in, as the schemes it needs; an empty one is no key at all."""
    deprecated: bool

    @property
    def shape(self) -> tuple[str, str]:
        """Method and path without the placeholders' names."""
        return self.method, path_shape(self.path)


@dataclass(frozen=True)
class Surface:
    """One generation."""

    calls: Mapping[str, Call]
    models: Mapping[str, Mapping[str, Value]]
    """Class to field to what it holds."""
    enums: Mapping[str, Mapping[str, str]]
    """Class to member to its value, as written in Python."""
    sent: frozenset[str]
    """The classes that callers may send."""
    received: frozenset[str]
    """The classes that callers may receive."""
    servers: tuple[str, ...]


def load(package: Path) -> griffe.Module:
    """A package as griffe reads it, without importing it."""
    if not (package / "__init__.py").is_file():
        raise Failure(f"{package} is not a Python package")
    loaded = griffe.load(package.name, search_paths=[package.parent], try_relative_path=False, allow_inspection=False)
    assert isinstance(loaded, griffe.Module)
    return loaded


def read(package: Path, code: griffe.Module) -> Surface:
    """The surface of a generated package; `code` is the same package as griffe reads it."""
    document = spec.load(package / "openapi.yaml")
    calls = _calls(document, package, code)
    classes = _classes(code)
    models = {name: _fields(each) for name, each in classes.items() if not _is_enum(each)}
    arguments = [value for call in calls.values() for value in call.arguments.values()]
    return Surface(
        calls=calls,
        models=models,
        enums={name: _members(each) for name, each in classes.items() if _is_enum(each)},
        sent=_reached(arguments, classes, models),
        received=_reached([call.result for call in calls.values()], classes, models),
        servers=spec.servers(document),
    )


# --- operations


def _calls(document: Json, package: Path, code: griffe.Module) -> dict[str, Call]:
    declared = {(each.method, path_shape(each.path)): each for each in spec.operations(document)}
    found = {}
    for endpoint in endpoints(package):
        operation = declared.get(endpoint.shape)
        if operation is None:
            raise Failure(f"{package}: the document has no {endpoint.method} {endpoint.url}; run `make generate`")
        function = _function(code, f"api.{endpoint.key}.sync_detailed")
        paging = {argument for name, argument in endpoint.query.items() if name.startswith("pagination[")}
        found[endpoint.key] = _call(document, endpoint.key, operation, function, frozenset(paging))
    return found


def _function(code: griffe.Module, name: str) -> griffe.Function:
    try:
        found: griffe.Function = code[name]
    except KeyError:
        raise Failure(f"{code.path} has no {name}: the generator's templates changed") from None
    return found


def _call(document: Json, key: str, operation: Operation, function: griffe.Function, paging: frozenset[str]) -> Call:
    successes = [each for status, each in operation.responses.items() if _SUCCESS.fullmatch(status)]
    return Call(
        key=key,
        method=operation.method,
        path=operation.path,
        arguments={
            each.name: _value(str(each.annotation), each.default)
            for each in function.parameters
            if each.name != "client"
        },
        paging=paging,
        result=_value(_inside_response(str(function.returns))),
        statuses=frozenset(operation.responses),
        headers=frozenset(name.lower() for each in successes for name in each.get("headers") or ()),
        security=_security(document, operation),
        deprecated=operation.node.get("deprecated") is True,
    )


def _inside_response(annotation: str) -> str:
    """`Response[Error | Thing]` without the `Response`."""
    node = ast.parse(annotation, mode="eval").body
    return ast.unparse(node.slice) if isinstance(node, ast.Subscript) else annotation


def _security(document: Json, operation: Operation) -> Ways:
    requirements = operation.node.get("security", document.get("security")) or [{}]
    schemes = (document.get("components") or {}).get("securitySchemes") or {}
    return frozenset(
        tuple(
            sorted(
                _scheme(spec.resolve(document, schemes.get(name)) or {}, name, scopes) for name, scopes in each.items()
            )
        )
        for each in requirements
    )


def _scheme(scheme: Json, name: str, scopes: Iterable[str]) -> str:
    """A scheme in words, by what is sent rather than by what the document calls it."""
    words = [scheme.get("type", name), scheme.get("scheme"), scheme.get("name")]
    place = [f"in {scheme['in']}"] if "in" in scheme else []
    return " ".join([*(str(word) for word in words if word), *place, *sorted(scopes or ())])


# --- models


def _classes(code: griffe.Module) -> dict[str, griffe.Class]:
    return {
        name: each
        for module in code["models"].modules.values()
        for name, each in module.classes.items()
        if not each.is_alias
    }


def _is_enum(each: griffe.Class) -> bool:
    return bool(_ENUMS.intersection(str(base) for base in each.bases))


def _fields(each: griffe.Class) -> dict[str, Value]:
    return {
        name: _value(str(attribute.annotation), attribute.value)
        for name, attribute in each.attributes.items()
        if attribute.annotation is not None and "property" not in attribute.labels
    }


def _members(each: griffe.Class) -> dict[str, str]:
    return {name: str(attribute.value) for name, attribute in each.attributes.items() if attribute.value is not None}


def _reached(
    values: Iterable[Value], classes: Iterable[str], models: Mapping[str, Mapping[str, Value]]
) -> frozenset[str]:
    """The classes named in the values, and in the fields of those, and so on."""
    names = set(classes)
    waiting = list(values)
    found: set[str] = set()
    while waiting:
        fresh = names.intersection(re.findall(r"\w+", str(waiting.pop()))) - found
        found |= fresh
        waiting += [value for name in fresh for value in models.get(name, {}).values()]
    return frozenset(found)


# --- types


class _SortedUnions(ast.NodeTransformer):
    """The order in which a union names its members means nothing."""

    def visit_BinOp(self, node: ast.BinOp) -> ast.expr:
        self.generic_visit(node)
        members = sorted(_union(node), key=ast.unparse)
        return reduce(lambda left, right: ast.BinOp(left, ast.BitOr(), right), members)


def _union(node: ast.expr) -> list[ast.expr]:
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.BitOr):
        return [*_union(node.left), *_union(node.right)]
    return [node]


def _value(annotation: str, default: object = None) -> Value:
    tree = _SortedUnions().visit(ast.parse(annotation, mode="eval").body)
    members = {ast.unparse(member) for member in _union(tree)}
    return Value(
        types=frozenset(members - {"None", "Unset"}),
        nullable="None" in members,
        required=default is None,
        default=None if default is None or str(default) == "UNSET" else str(default),
    )
