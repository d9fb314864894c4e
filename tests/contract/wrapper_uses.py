"""What the wrapper uses of the generated client, read from its source, so that nothing has to be imported for it."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tools.spec import ROOT

WRAPPER = ROOT / "wrapper" / "beyondwords"
_API = "beyondwords_api.api."
_MODELS = "beyondwords_api.models"
_CALLS = ("call", "call_detailed", "paginate")
_OWN = {"paginate": frozenset({"limit", "offset", "max_items", "prefetch"})}
_SCALARS = frozenset({"str", "int", "float", "bool"})


@dataclass(frozen=True)
class Argument:
    """One argument that the wrapper passes on."""

    name: str
    scalars: frozenset[str]
    """The types the wrapper's own method takes for it; empty where it makes something else of them."""
    may_be_unset: bool
    """Whether the caller can leave it out."""


@dataclass(frozen=True)
class Use:
    """One call of a generated operation."""

    where: str
    """File and method, for example `_async/resources/background_tracks.py: list`."""
    key: str
    """`<tag package>.<module>`."""
    way: str
    """`call`, `call_detailed` or `paginate`."""
    arguments: tuple[Argument, ...]

    def __str__(self) -> str:
        return f"{self.where} ({self.key})"


def uses() -> list[Use]:
    """Every operation that a resource calls."""
    files = sorted((WRAPPER / "_async" / "resources").glob("*.py"))
    return [use for file in files for use in _uses(file)]


def models() -> dict[str, str]:
    """Every generated class that the wrapper imports, and a file to change: never one that is derived."""
    found: dict[str, str] = {}
    for file in sorted(set(WRAPPER.rglob("*.py")) - set((WRAPPER / "_sync").rglob("*.py"))):
        for node in ast.walk(_parsed(file)):
            if isinstance(node, ast.ImportFrom) and (node.module or "").startswith(_MODELS):
                found |= {each.name: _shown(file) for each in node.names}
    return found


def _parsed(file: Path) -> ast.Module:
    return ast.parse(file.read_text(encoding="utf-8"))


def _shown(file: Path) -> str:
    return file.relative_to(WRAPPER.parent).as_posix()


def _uses(file: Path) -> Iterator[Use]:
    tree = _parsed(file)
    imports = [node for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) and node.module]
    modules = {
        each.asname or each.name: f"{str(node.module).removeprefix(_API)}.{each.name}"
        for node in imports
        if str(node.module).startswith(_API)
        for each in node.names
    }
    classes = {
        each.asname or each.name for node in imports if str(node.module).startswith(_MODELS) for each in node.names
    }
    for function in (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)):
        for node in (node for node in ast.walk(function) if isinstance(node, ast.Call)):
            way = node.func.attr if isinstance(node.func, ast.Attribute) else ""
            endpoint = node.args[0] if node.args else None
            if way in _CALLS and isinstance(endpoint, ast.Name) and endpoint.id in modules:
                arguments = tuple(_arguments(node, way, function, classes))
                yield Use(f"{_shown(file)}: {function.name}", modules[endpoint.id], way, arguments)


def _arguments(
    node: ast.Call, way: str, function: ast.FunctionDef | ast.AsyncFunctionDef, classes: set[str]
) -> Iterator[Argument]:
    own = _OWN.get(way, frozenset())
    every = [*function.args.args, *function.args.kwonlyargs]
    annotations = {each.arg: each.annotation for each in every if each.annotation is not None}
    for keyword in node.keywords:
        if keyword.arg is not None and keyword.arg not in own:
            names = _names(keyword.value)
            taken = [_names(annotations[name]) & _SCALARS for name in names & annotations.keys()]
            # A generated class in the expression makes another type of it, which mypy checks.
            scalars = frozenset() if names & classes else frozenset().union(*taken)
            yield Argument(keyword.arg, scalars, "UNSET" in names)


def _names(node: ast.expr) -> frozenset[str]:
    return frozenset(each.id for each in ast.walk(node) if isinstance(each, ast.Name))
