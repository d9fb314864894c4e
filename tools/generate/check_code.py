"""Generated code that Python refuses, or in which one name came to mean two things."""

from __future__ import annotations

import ast
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from tools.failure import Failure

_RENAME = "give the schema that is called so another name under class_overrides in generator-config.yml"


def check_code(package: Path) -> None:
    """Fails on the first module that is no Python or in which a name hides another one."""
    for file in sorted(package.rglob("*.py")):
        name = file.relative_to(package).as_posix()
        try:
            tree = ast.parse(file.read_bytes(), file.name)
            compile(tree, file.name, "exec")
        except SyntaxError as error:
            raise Failure(
                f"{name}, line {error.lineno}, is no Python ({error.msg}): the generator garbled a name"
            ) from None
        _check_names(tree, name)


def _check_names(tree: ast.Module, file: str) -> None:
    meanings: dict[str, set[str]] = defaultdict(set)
    for node in ast.walk(tree):
        for name, meaning in _imported(node):
            meanings[name].add(meaning)
    for node in tree.body:
        if isinstance(node, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
            meanings[node.name].add("what is defined here")
    for name, found in meanings.items():
        if len(found) > 1:
            raise Failure(f"in {file} {name!r} would mean {' and '.join(sorted(found))}: {_RENAME}")
    for function in [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]:
        hidden = sorted(_own_names(function) & meanings.keys())
        if hidden:
            raise Failure(
                f"in {file} a property or parameter that is called {hidden[0]!r} would hide "
                f"{' and '.join(meanings[hidden[0]])}: leave it out under unsupported in generator-config.yml"
            )


def _imported(node: ast.AST) -> Iterator[tuple[str, str]]:
    if isinstance(node, ast.Import):
        for each in node.names:
            yield each.asname or each.name.partition(".")[0], each.name
    elif isinstance(node, ast.ImportFrom) and node.module != "__future__":
        for each in node.names:
            yield each.asname or each.name, f"{'.' * node.level}{node.module or ''}.{each.name}"


def _own_names(function: ast.FunctionDef | ast.AsyncFunctionDef) -> set[str]:
    """The arguments and variables of a function; what is inside another one too."""
    arguments = {node.arg for node in ast.walk(function.args) if isinstance(node, ast.arg)}
    stored = {node.id for node in ast.walk(function) if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)}
    return arguments | stored
