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
    generated: dict[tuple[str, str], list[Endpoint]] = defaultdict(list)
    for endpoint in endpoints(package):
        generated[endpoint.shape].append(endpoint)
    for operation in operations(spec):
        problem = _problem(operation, generated.pop((operation.method, path_shape(operation.path)), []))
        if problem:
            raise NotGenerated(f"{operation} {problem}", [(str(operation),)])
    for surplus in generated.values():
        raise Failure(f"{surplus[0].key} is generated, but the document has no {' '.join(surplus[0].shape)}")


def _problem(operation: Operation, generated: list[Endpoint]) -> str | None:
    if not generated:
        return "has no generated function: the generator left it out"
    if len(generated) > 1:
        return f"has {len(generated)} generated functions: {', '.join(each.key for each in generated)}"
    endpoint = generated[0]
    query = {name: argument for name, argument in endpoint.query.items() if argument in endpoint.arguments}
    path = {each["name"]: "" for each in operation.parameters if each["in"] == "path"}
    places = {"query": query, "header": endpoint.headers, "cookie": endpoint.cookies, "path": path}
    for each in operation.parameters:
        if each["name"] not in places[each["in"]]:
            return f"has the {each['in']} parameter {each['name']!r}, which the generator left out"
    arguments = [query[each["name"]] for each in operation.parameters if each["in"] == "query"]
    if len(set(arguments)) < len(arguments):
        return f"has two query parameters that share one argument in {endpoint.key}"
    if len(path) != len(endpoint.path_arguments):
        return f"declares other path parameters than {endpoint.key} has"
    if operation.request_body is not None and "body" not in endpoint.arguments:
        return f"has a request body without an argument in {endpoint.key}"
    return None


def check_names(spec: Json) -> None:
    """Two operations of one name would become one module, without a word from the generator."""
    users: dict[str, Operation] = {}
    for operation in operations(spec):
        key = module_name(operation)
        if key in users:
            advice = "give them operationIds that differ in letters or digits"
            raise NotGenerated(f"{users[key]} and {operation} would both become {key}: {advice}", [(str(operation),)])
        users[key] = operation


def model_modules(package: Path) -> list[str]:
    """The module of every class that `models` offers, as its `__init__` says."""
    tree = ast.parse((package / "models" / "__init__.py").read_text(encoding="utf-8"))
    imports = [node for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) and node.level == 1]
    return [node.module for node in imports if node.module for _ in node.names]
