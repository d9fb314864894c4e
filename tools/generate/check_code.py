"""Whether the generated code is whole: valid, each name of one meaning, every operation and parameter in it."""

from __future__ import annotations

import ast
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

from tools.generate.modules import Endpoint, endpoints
from tools.generate.naming import module_name
from tools.generate.refusal import NotGenerated
from tools.spec import Json, Operation, operations, path_shape

_RENAME = "give the schema that is called so another name under class_overrides in generator-config.yml"


def check_code(package: Path) -> Iterator[tuple[str, str]]:
    """Each module that is no Python, or in which a name hides another one; and why."""
    for file in sorted(package.rglob("*.py")):
        name = ".".join(file.relative_to(package).with_suffix("").parts)
        try:
            tree = ast.parse(file.read_bytes(), file.name)
            compile(tree, file.name, "exec")
        except SyntaxError as error:
            yield name, f"line {error.lineno} of {name} is no Python ({error.msg}): the generator garbled a name"
        else:
            yield from ((name, f"in {name} {problem}") for problem in _problems(tree))


def _problems(tree: ast.Module) -> Iterator[str]:
    meanings: dict[str, set[str]] = defaultdict(set)
    hiding: set[str] = set()
    called: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.arg):
            hiding.add(node.arg)
        elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            hiding.add(node.id)
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            called.add(node.func.id)
        elif isinstance(node, ast.Import | ast.ImportFrom) and getattr(node, "module", "") != "__future__":
            start = f"{'.' * node.level}{node.module or ''}." if isinstance(node, ast.ImportFrom) else ""
            for each in node.names:
                meanings[each.asname or each.name].add(f"{start}{each.name}")
    for node in tree.body:
        # A function that the module itself does not call may be hidden: `sync` by a parameter of that name.
        if isinstance(node, ast.ClassDef) or (isinstance(node, ast.FunctionDef) and node.name in called):
            meanings[node.name].add("what is defined here")
        if isinstance(node, ast.ClassDef):
            attributes = Counter(ast.unparse(each.target) for each in node.body if isinstance(each, ast.AnnAssign))
            for name in [name for name, count in attributes.items() if count > 1]:
                yield f"{attributes[name]} properties of {node.name} become {name!r}"
    for name, found in meanings.items():
        if len(found) > 1:
            yield f"{name!r} would mean {' and '.join(sorted(found))}: {_RENAME}"
    for name in sorted(hiding & meanings.keys()):
        meaning = " and ".join(sorted(meanings[name]))
        yield f"a property or parameter that is called {name!r} would hide {meaning}"


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
