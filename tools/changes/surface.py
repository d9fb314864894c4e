"""What callers see of one generation: operations, models and enums under their names in Python.

Names and types come from the generated code, so they are those that callers write. Statuses, headers and
security, which the code does not tell, come from the document that lies beside it.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

import griffe

from tools import spec
from tools.failure import Failure
from tools.generate.modules import Endpoint, endpoints
from tools.spec import Json, Operation, path_shape


@dataclass(frozen=True)
class Value:
    """An argument, a field, a value of an enum, or what an operation answers."""

    types: frozenset[str]
    """The members of its union, without Unset."""
    required: bool = False
    """It has no default."""
    default: str = "none"
    """As written in Python; none where there is none or it is Unset."""
    position: int | None = None
    """Of an argument that may be given without its name."""

    def __str__(self) -> str:
        return " | ".join(sorted(self.types, key=lambda name: (name == "None", name)))


@dataclass(frozen=True)
class Owner:
    """What has parts under names: an operation, a model or an enum."""

    kind: str
    parts: Mapping[str, Value]
    """Arguments, fields or values."""


@dataclass(frozen=True)
class Call(Owner):
    """One generated operation."""

    key: str
    """`<tag package>.<module>`, below `beyondwords_api.api`."""
    method: str
    path: str
    result: Value
    has_value: bool
    """Whether some success has a body."""
    declared: Mapping[str, bool]
    """Each answer and each header of success answers, and whether callers depend on it."""
    security: frozenset[str]
    """Each way to be let in, as what is sent."""
    deprecated: bool

    @property
    def shape(self) -> tuple[str, str]:
        """Method and path without the placeholders' names."""
        return self.method, path_shape(self.path)

    @property
    def request(self) -> str:
        return f"`{self.method} {self.path}`"


@dataclass(frozen=True)
class Surface:
    """One generation."""

    calls: Mapping[str, Call]
    classes: Mapping[str, Owner]
    """Models and enums."""
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
    declared = {(each.method, path_shape(each.path)): each for each in spec.operations(document)}
    calls = {}
    for endpoint in endpoints(package):
        if endpoint.shape not in declared:
            raise Failure(f"{package}: the document has no {endpoint.method} {endpoint.url}; run `make generate`")
        calls[endpoint.key] = _call(document, endpoint, declared[endpoint.shape], code)
    classes = {
        name: _class(each)
        for module in code["models"].modules.values()
        for name, each in module.classes.items()
        if not each.is_alias
    }
    arguments = [value for call in calls.values() for value in call.parts.values()]
    return Surface(
        calls=calls,
        classes=classes,
        sent=_reached(arguments, classes),
        received=_reached([call.result for call in calls.values()], classes),
        servers=spec.servers(document),
    )


def _call(document: Json, endpoint: Endpoint, operation: Operation, code: griffe.Module) -> Call:
    function: griffe.Function = code[f"api.{endpoint.key}.sync_detailed"]
    # `default` is what documents write for "any error", and for a success.
    successes = [each for status, each in operation.responses.items() if status[0] in "2d"]
    headers = {name.lower() for each in successes for name in each.get("headers") or ()}
    positional = griffe.ParameterKind.positional_or_keyword
    return Call(
        kind="operation",
        key=endpoint.key,
        method=operation.method,
        path=operation.path,
        parts={
            each.name: _value(each.annotation, each.default, number if each.kind is positional else None)
            for number, each in enumerate(function.parameters)
            if each.name != "client"
        },
        result=_value(str(function.returns).removeprefix("Response[").removesuffix("]")),
        has_value=any(each.get("content") for each in successes),
        declared={f"answer {status}": status[0] == "2" for status in operation.responses}
        | {f"header `{name}`": name.startswith("x-pagination-") for name in headers},
        security=_security(document, operation),
        deprecated=operation.node.get("deprecated") is True,
    )


def _security(document: Json, operation: Operation) -> frozenset[str]:
    schemes = (document.get("components") or {}).get("securitySchemes") or {}
    found = set()
    for requirement in operation.node.get("security", document.get("security")) or [{}]:
        needed = []
        for name, scopes in requirement.items():
            # By what is sent rather than by what the document calls it.
            scheme = spec.resolve(document, schemes.get(name)) or {"type": name}
            words = [str(scheme[key]) for key in ("type", "scheme", "in", "name") if key in scheme]
            needed.append(" ".join([*words, *sorted(scopes or ())]))
        found.add(" + ".join(sorted(needed)))
    return frozenset(found)


def _class(code: griffe.Class) -> Owner:
    attributes = code.attributes.items()
    if {"IntEnum", "StrEnum"}.intersection(str(base) for base in code.bases):
        members = {name: each.value for name, each in attributes if each.value is not None}
        return Owner("enum", {name: Value(frozenset({str(value)})) for name, value in members.items()})
    fields = {
        name: _value(each.annotation, each.value)
        for name, each in attributes
        if each.annotation is not None and "property" not in each.labels
    }
    return Owner("model", fields)


def _reached(values: Iterable[Value], classes: Mapping[str, Owner]) -> frozenset[str]:
    """The classes named in the values, and in the fields of those, and so on."""
    waiting = list(values)
    found: set[str] = set()
    while waiting:
        fresh = classes.keys() & set(re.findall(r"\w+", str(waiting.pop()))) - found
        found |= fresh
        waiting += [value for name in fresh for value in classes[name].parts.values()]
    return frozenset(found)


def _value(annotation: object, default: object = None, position: int | None = None) -> Value:
    members = {ast.unparse(member) for member in _union(ast.parse(str(annotation), mode="eval").body)}
    written = "none" if default is None or str(default) == "UNSET" else f"`{default}`"
    return Value(frozenset(members - {"Unset"}), default is None, written, position)


def _union(node: ast.expr) -> list[ast.expr]:
    """Its members: their order means nothing."""
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.BitOr):
        return [*_union(node.left), *_union(node.right)]
    return [node]
