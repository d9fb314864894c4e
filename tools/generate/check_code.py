"""Generated code that Python refuses, or in which one name came to mean two things."""

from __future__ import annotations

import ast
from collections import Counter, defaultdict
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
        if isinstance(node, ast.Import | ast.ImportFrom) and getattr(node, "module", "") != "__future__":
            start = f"{'.' * node.level}{node.module or ''}." if isinstance(node, ast.ImportFrom) else ""
            for each in node.names:
                meanings[each.asname or each.name].add(f"{start}{each.name}")
    for node in tree.body:
        if isinstance(node, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
            meanings[node.name].add("what is defined here")
        if isinstance(node, ast.ClassDef):
            attributes = Counter(ast.unparse(each.target) for each in node.body if isinstance(each, ast.AnnAssign))
            for name in [name for name, count in attributes.items() if count > 1]:
                yield f"{attributes[name]} properties of {node.name} become {name!r}"
    for name, found in meanings.items():
        if len(found) > 1:
            yield f"{name!r} would mean {' and '.join(sorted(found))}: {_RENAME}"
    # Nearly always nothing is hidden, and to look into each function takes long.
    arguments, variables = _own_names(nodes)
    if not arguments & variables and not (arguments | variables) & meanings.keys():
        return
    for function in [node for node in nodes if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]:
        variables = _own_names(ast.walk(function))[1]
        arguments = _own_names(ast.walk(function.args))[0]
        for name in sorted((arguments | variables) & meanings.keys())[:1]:
            meaning = " and ".join(sorted(meanings[name]))
            yield f"a property or parameter that is called {name!r} would hide {meaning}"
        for name in sorted(arguments & variables):
            yield f"a parameter becomes the argument {name!r}, a name that the function {function.name} needs itself"


def _own_names(nodes: Iterable[ast.AST]) -> tuple[set[str], set[str]]:
    """The arguments and the variables of a function; what is inside another one too."""
    arguments, variables = set(), set()
    for node in nodes:
        if isinstance(node, ast.arg):
            arguments.add(node.arg)
        elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            variables.add(node.id)
    return arguments, variables
