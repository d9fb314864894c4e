"""Generated code that Python refuses, or in which one name came to mean two things."""

from __future__ import annotations

import ast
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

_RENAME = "give the schema that is called so another name under class_overrides in generator-config.yml"


def check_code(package: Path) -> Iterator[tuple[str, str]]:
    """Each module that is no Python, in which a name hides another one, or that several classes became; and why."""
    for file in sorted(package.rglob("*.py")):
        name = ".".join(file.relative_to(package).with_suffix("").parts)
        try:
            tree = ast.parse(file.read_bytes(), file.name)
            compile(tree, file.name, "exec")
        except SyntaxError as error:
            yield name, f"line {error.lineno} of {name} is no Python ({error.msg}): the generator garbled a name"
        else:
            yield from ((name, f"in {name} {problem}") for problem in _problems(tree))
            if name == "models.__init__":
                yield from _overwritten(tree)


def _overwritten(tree: ast.Module) -> Iterator[tuple[str, str]]:
    """Two models of one module name overwrite each other without a word."""
    users = Counter(
        node.module for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) and node.level for _ in node.names
    )
    for module in [module for module, count in users.items() if count > 1]:
        yield f"models.{module}", f"two schemas become the same model module {module!r}: {_RENAME}"


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
