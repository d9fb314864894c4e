"""Which generated endpoints the wrapper has a method for, read from its source by `ast`."""

from __future__ import annotations

import ast
from collections import defaultdict
from pathlib import Path

from tools.failure import Failure

API = "beyondwords_api.api."

Function = ast.FunctionDef | ast.AsyncFunctionDef


def methods(wrapper: Path) -> dict[str, list[str]]:
    """Each wrapped endpoint (`<tag package>.<module>`) with the methods that use it (`background_tracks.list`)."""
    resources = wrapper / "_async" / "resources"
    attributes = _attributes(parsed(resources / "__init__.py"))
    found: dict[str, list[str]] = defaultdict(list)
    for file in sorted(resources.glob("*.py")):
        tree = parsed(file)
        for node in tree.body:
            # A class that no client offers is out of a caller's reach.
            if isinstance(node, ast.ClassDef) and node.name in attributes:
                own = {each.name: each for each in node.body if isinstance(each, Function)}
                for method in own:
                    if not method.startswith("_"):
                        for key in sorted(_endpoints(method, own, imported(tree), set())):
                            found[key].append(f"{attributes[node.name]}.{method}")
    return dict(found)


def parsed(file: Path) -> ast.Module:
    """The syntax tree of a file."""
    try:
        return ast.parse(file.read_text(encoding="utf-8"))
    except OSError as error:
        raise Failure(f"{file}: {error.strerror}") from None
    except (SyntaxError, ValueError) as error:
        raise Failure(f"{file} is not Python: {error}") from None


def imported(tree: ast.Module) -> dict[str, str]:
    """Name in this module to what it stands for, of `from module import name`."""
    imports = [node for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) and node.level == 0]
    return {each.asname or each.name: f"{node.module}.{each.name}" for node in imports for each in node.names}


def _attributes(resources: ast.Module) -> dict[str, str]:
    """Resource class to the client's attribute for it, as the return type of its property says."""
    return {
        node.returns.id: node.name
        for node in ast.walk(resources)
        if isinstance(node, ast.FunctionDef)
        and isinstance(node.returns, ast.Name)
        and any(ast.unparse(each).endswith("property") for each in node.decorator_list)
    }


def _endpoints(method: str, own: dict[str, Function], names: dict[str, str], seen: set[str]) -> set[str]:
    """Every endpoint that the method names, or a method of its class that it uses."""
    seen.add(method)
    found = set()
    for node in ast.walk(own[method]):
        match node:
            case ast.Name(id=name) if names.get(name, "").startswith(API):
                found.add(names[name].removeprefix(API))
            case ast.Attribute(value=ast.Name(id="self"), attr=name) if name in own and name not in seen:
                found |= _endpoints(name, own, names, seen)
    return found
