"""Whether every operation and parameter of a document is in the code that was generated from it."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

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
        if problem := _problem(operation, generated[operation.method, path_shape(operation.path)]):
            raise NotGenerated(f"{operation} {problem}", [(str(operation),)])


def _problem(operation: Operation, generated: list[Endpoint]) -> str | None:
    if len(generated) != 1:
        found = ", ".join(each.key for each in generated) or f"perhaps another one became {module_name(operation)} too"
        return f"has {len(generated)} generated functions: {found}"
    endpoint = generated[0]
    for each in operation.parameters:
        if each["in"] != "path" and each["name"] not in endpoint.sent[each["in"]]:
            return f"has the {each['in']} parameter {each['name']!r}, which the generator left out"
    query = endpoint.sent["query"]
    if len(set(query.values())) < len(query):
        return f"has two query parameters that share one argument in {endpoint.key}"
    if operation.request_body is not None and "body" not in endpoint.arguments:
        return f"has a request body without an argument in {endpoint.key}"
    return None
