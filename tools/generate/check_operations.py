"""Whether every operation and parameter of a document is in the code that was generated from it."""

from __future__ import annotations

import ast
from collections import defaultdict
from pathlib import Path

from tools.failure import Failure
from tools.generate.modules import Endpoint, endpoints
from tools.generate.naming import module_name
from tools.generate.refusal import NotGenerated
from tools.spec import Json, Operation, operations, path_shape


def check_operations(spec: Json, package: Path) -> None:
    """Fail where an operation or a parameter is not in the code."""
    for operation, endpoint in _pairs(list(operations(spec)), endpoints(package)):
        _check_arguments(operation, endpoint)
        _check_query(operation, endpoint)


def check_names(spec: Json) -> None:
    """Two operations of one name would become one module, without a word from the generator."""
    users: dict[str, Operation] = {}
    for operation in operations(spec):
        key = module_name(operation)
        if key in users:
            advice = "give them operationIds that differ in letters or digits"
            raise NotGenerated(f"{users[key]} and {operation} would both become {key}: {advice}", [(str(operation),)])
        users[key] = operation


def _pairs(declared: list[Operation], generated: list[Endpoint]) -> list[tuple[Operation, Endpoint]]:
    """Each operation with its one generated module."""
    by_shape: dict[tuple[str, str], list[Endpoint]] = defaultdict(list)
    for endpoint in generated:
        by_shape[endpoint.shape].append(endpoint)
    pairs = []
    for operation in declared:
        found = by_shape.pop((operation.method, path_shape(operation.path)), [])
        if not found:
            raise _refused(operation, "has no generated function: the generator left it out")
        if len(found) > 1:
            keys = ", ".join(endpoint.key for endpoint in found)
            raise _refused(operation, f"has {len(found)} generated functions: {keys}")
        pairs.append((operation, found[0]))
    for surplus in by_shape.values():
        raise Failure(f"{surplus[0].key} is generated, but the document has no {' '.join(surplus[0].shape)}")
    return pairs


def _check_arguments(operation: Operation, endpoint: Endpoint) -> None:
    places = {"header": endpoint.headers, "cookie": endpoint.cookies}
    for parameter in operation.parameters:
        assigned = places.get(parameter["in"])
        if assigned is not None and parameter["name"] not in assigned:
            raise _no_argument(operation, parameter["in"], parameter["name"])
    in_path = [parameter for parameter in operation.parameters if parameter["in"] == "path"]
    if len(in_path) != len(endpoint.path_arguments):
        raise _refused(operation, f"declares other path parameters than {endpoint.key} has")
    if operation.request_body is not None and "body" not in endpoint.arguments:
        raise _refused(operation, f"has a request body without an argument in {endpoint.key}")


def _check_query(operation: Operation, endpoint: Endpoint) -> None:
    names = [parameter["name"] for parameter in operation.parameters if parameter["in"] == "query"]
    found = {name: endpoint.query.get(name) for name in names}
    for name, argument in found.items():
        if argument is None or argument not in endpoint.arguments:
            raise _no_argument(operation, "query", name)
    if len(set(found.values())) < len(found):
        raise _refused(operation, f"has two query parameters that share one argument in {endpoint.key}")


def _no_argument(operation: Operation, place: str, name: str) -> Failure:
    return _refused(operation, f"has the {place} parameter {name!r}, which the generator left out")


def _refused(operation: Operation, problem: str) -> Failure:
    return NotGenerated(f"{operation} {problem}", [(str(operation),)])


def model_modules(package: Path) -> list[str]:
    """The module of every class that `models` offers, as its `__init__` says."""
    tree = ast.parse((package / "models" / "__init__.py").read_text(encoding="utf-8"))
    imports = [node for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) and node.level == 1]
    return [node.module for node in imports if node.module for _ in node.names]
