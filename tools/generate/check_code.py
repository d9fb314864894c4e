"""Generated code that Python refuses, or in which one name came to mean two things."""

from __future__ import annotations

import ast
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

_RENAME = "give the schema that is called so another name under class_overrides in generator-config.yml"


def check_code(package: Path) -> Iterator[tuple[Path, str]]:
    """Each module that is no Python, or in which a name hides another one, with the problem."""
    for file in sorted(package.rglob("*.py")):
        name = file.relative_to(package).as_posix()
        try:
            tree = ast.parse(file.read_bytes(), file.name)
            compile(tree, file.name, "exec")
        except SyntaxError as error:
            yield file, f"{name}, line {error.lineno}, is no Python ({error.msg}): the generator garbled a name"
        else:
            yield from ((file, f"in {name} {problem}") for problem in _problems(tree))


def _problems(tree: ast.Module) -> Iterator[str]:
    nodes = list(ast.walk(tree))
    meanings: dict[str, set[str]] = defaultdict(set)
    for node in nodes:
        for name, meaning in _imported(node):
            meanings[name].add(meaning)
    for node in tree.body:
        if isinstance(node, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
            meanings[node.name].add("what is defined here")
    for name, found in meanings.items():
        if len(found) > 1:
            yield f"{name!r} would mean {' and '.join(sorted(found))}: {_RENAME}"
    # Nearly always nothing is hidden, and to look into each function takes long.
    if not _own_names(nodes) & meanings.keys():
        return
    for function in [node for node in nodes if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]:
        hidden = sorted(_own_names(ast.walk(function)) & meanings.keys())
        if hidden:
            meaning = " and ".join(sorted(meanings[hidden[0]]))
            yield f"a property or parameter that is called {hidden[0]!r} would hide {meaning}"


def _imported(node: ast.AST) -> Iterator[tuple[str, str]]:
    if isinstance(node, ast.Import):
        for each in node.names:
            yield each.asname or each.name.partition(".")[0], each.name
    elif isinstance(node, ast.ImportFrom) and node.module != "__future__":
        for each in node.names:
            yield each.asname or each.name, f"{'.' * node.level}{node.module or ''}.{each.name}"


def _own_names(nodes: Iterable[ast.AST]) -> set[str]:
    """The arguments and variables of a function; what is inside another one too."""
    found = set()
    for node in nodes:
        if isinstance(node, ast.arg):
            found.add(node.arg)
        elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            found.add(node.id)
    return found
