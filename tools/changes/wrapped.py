"""Which generated endpoints the wrapper has a method for, read from its source by `ast`."""

from __future__ import annotations

import ast
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from tools.failure import Failure

_API = "beyondwords_api.api."

Function = ast.FunctionDef | ast.AsyncFunctionDef


def methods(wrapper: Path) -> dict[str, list[str]]:
    """Each wrapped endpoint (`<tag package>.<module>`) with the methods that use it (`background_tracks.list`)."""
    attributes = _attributes(wrapper / "_async" / "resources" / "__init__.py")
    found: dict[str, list[str]] = defaultdict(list)
    for file in sorted((wrapper / "_async" / "resources").glob("*.py")):
        tree = parsed(file)
        for class_node in (node for node in tree.body if isinstance(node, ast.ClassDef)):
            resource = attributes.get(class_node.name)
            # A class that no client offers is out of a caller's reach.
            if resource is not None:
                for method, key in _uses(class_node, imported(tree)):
                    found[key].append(f"{resource}.{method}")
    return dict(found)


def parsed(file: Path) -> ast.Module:
    """The syntax tree of a file."""
    try:
        return ast.parse(file.read_text(encoding="utf-8"))
    except OSError as error:
        raise Failure(f"{file}: {error.strerror}") from None
    except (SyntaxError, ValueError) as error:
        raise Failure(f"{file} is not Python: {error}") from None


def _attributes(resources: Path) -> dict[str, str]:
    """Resource class to the client's attribute for it, as the return type of its property says."""
    functions = [node for node in ast.walk(parsed(resources)) if isinstance(node, ast.FunctionDef)]
    return {
        node.returns.id: node.name
        for node in functions
        if isinstance(node.returns, ast.Name)
        and any(ast.unparse(each).endswith("property") for each in node.decorator_list)
    }


def _uses(class_node: ast.ClassDef, imported: dict[str, str]) -> Iterator[tuple[str, str]]:
    """(public method, endpoint) for every endpoint that the method names, or a method it calls."""
    own = {node.name: node for node in class_node.body if isinstance(node, Function)}
    for name, function in own.items():
        if not name.startswith("_"):
            for key in sorted(_named(function, own, imported, frozenset({name}))):
                yield name, key


def _named(function: Function, own: dict[str, Function], imported: dict[str, str], seen: frozenset[str]) -> set[str]:
    found = set()
    for node in (inner for statement in function.body for inner in ast.walk(statement)):
        name = dotted(node, imported)
        if name.startswith(_API):
            found.add(".".join(name.removeprefix(_API).split(".")[:2]))
        called = _own_method(node)
        if called in own and called not in seen:
            found |= _named(own[called], own, imported, seen | {called})
    return {key for key in found if "." in key}


def _own_method(node: ast.AST) -> str:
    """`x` for `self.x`, else nothing."""
    match node:
        case ast.Attribute(value=ast.Name(id="self"), attr=name):
            return name
    return ""


def imported(tree: ast.Module) -> dict[str, str]:
    """Name in this module to what it stands for."""
    names: dict[str, str] = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module and node.level == 0:
            names |= {each.asname or each.name: f"{node.module}.{each.name}" for each in node.names}
        elif isinstance(node, ast.Import):
            names |= {each.asname: each.name for each in node.names if each.asname}
            names |= {root: root for each in node.names if not each.asname for root in [each.name.partition(".")[0]]}
    return names


def dotted(node: ast.AST, imported: dict[str, str]) -> str:
    """What a name or a chain of attributes stands for; empty if it is nothing imported."""
    if isinstance(node, ast.Name):
        return imported.get(node.id, "")
    if isinstance(node, ast.Attribute):
        before = dotted(node.value, imported)
        return f"{before}.{node.attr}" if before else ""
    return ""
