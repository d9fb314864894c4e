"""What the wrapper and the command line use that a generation no longer has as they use it."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

from tools import spec
from tools.changes.wrapped import Function, dotted, imported, parsed
from tools.generate.modules import Endpoint, endpoints

_PACKAGE = "beyondwords_api"
_API = f"{_PACKAGE}.api."
_MODELS = f"{_PACKAGE}.models"
_CALLS = ("call", "call_detailed", "paginate")
_PAGING = {"limit": "pagination[limit]", "offset": "pagination[offset]"}
_OWN = frozenset({*_PAGING, "max_items", "prefetch"})
_BASE_URL = "DEFAULT_BASE_URL"


@dataclass(frozen=True)
class Client:
    """A generated package as the wrapper sees it."""

    package: Path
    endpoints: dict[str, Endpoint]
    """`<tag package>.<module>` to the module."""
    models: dict[str, frozenset[str]]
    """Class to its fields."""

    @staticmethod
    def read(package: Path) -> Client:
        """Without importing it."""
        classes = [
            node
            for file in sorted((package / "models").glob("*.py"))
            for node in parsed(file).body
            if isinstance(node, ast.ClassDef)
        ]
        return Client(package, {each.key: each for each in endpoints(package)}, {c.name: _fields(c) for c in classes})

    def renamed(self, endpoint: Endpoint | None) -> Endpoint | None:
        """The endpoint of this client that sends the same request."""
        if endpoint is None:
            return None
        return next((each for each in self.endpoints.values() if each.shape == endpoint.shape), None)

    def has(self, module: str, name: str) -> bool:
        """Whether `from module import name` would work."""
        if module == _MODELS:
            return name in self.models
        place = self.package.joinpath(*module.split(".")[1:])
        if (place / f"{name}.py").is_file() or (place / name).is_dir():
            return True
        file = place / "__init__.py" if place.is_dir() else place.with_suffix(".py")
        return file.is_file() and name in _names(parsed(file))


def needs(wrapper: Path, new: Path, old: Path | None = None) -> list[str]:
    """One line for each thing to change in the wrapper.

    Args:
        wrapper: The folder of the package `beyondwords`.
        new: The generated package that the wrapper will run with.
        old: The generated package that it was written for, where that is known: it tells new names.
    """
    after = Client.read(new)
    before = Client.read(old) if old is not None else Client(Path(), {}, {})
    files = [file for file in sorted(wrapper.rglob("*.py")) if "_sync" not in file.parts or file.name == "runtime.py"]
    trees = {file.relative_to(wrapper).as_posix(): parsed(file) for file in files}
    found = [line for name, tree in trees.items() for line in _Reader(name, tree, before, after).lines()]
    return list(dict.fromkeys([*found, *_of_server(trees, new)]))


@dataclass(frozen=True)
class _Reader:
    """One file of the wrapper."""

    file: str
    tree: ast.Module
    before: Client
    after: Client

    def lines(self) -> Iterator[str]:
        names = imported(self.tree)
        for text in self._of_imports():
            yield f"`{self.file}`: {text}"
        for function in (node for node in ast.walk(self.tree) if isinstance(node, Function)):
            for node in ast.walk(function):
                for text in self._of_call(node, function.name, names) if isinstance(node, ast.Call) else ():
                    yield f"`{self.file}`: {text}"
        for text in self._of_fields(names):
            yield f"`{self.file}`: {text}"

    def _of_imports(self) -> Iterator[str]:
        for node in ast.walk(self.tree):
            module = node.module or "" if isinstance(node, ast.ImportFrom) and node.level == 0 else ""
            if module.partition(".")[0] == _PACKAGE and isinstance(node, ast.ImportFrom):
                for each in node.names:
                    if not self.after.has(module, each.name):
                        name = each.asname or each.name
                        users = [f.name for f in ast.walk(self.tree) if isinstance(f, Function) and name in _names(f)]
                        subject = f"`{'`, `'.join(dict.fromkeys(users))}` uses" if users else "it imports"
                        yield f"{subject} `{each.name}`, {self._instead(module, each.name)}"

    def _instead(self, module: str, name: str) -> str:
        now = self.after.renamed(self.before.endpoints.get(f"{module}.{name}".removeprefix(_API)))
        if now is not None:
            return f"which is now `{now.key.partition('.')[2]}` (in `{_API}{now.key.partition('.')[0]}`)"
        keys = [key.partition(".")[2] for key in self.after.endpoints]
        near = get_close_matches(name, keys if module.startswith(_API) else self.after.models, n=1)
        return "which is gone" + (f"; perhaps it is now `{near[0]}`" if near else "")

    def _of_call(self, node: ast.Call, method: str, names: dict[str, str]) -> Iterator[str]:
        way = node.func.attr if isinstance(node.func, ast.Attribute) else ""
        given = {each.arg for each in node.keywords if each.arg is not None}
        spread = any(each.arg is None for each in node.keywords)
        if way in _CALLS and node.args:
            key = dotted(node.args[0], names).removeprefix(_API)
            endpoint = self.after.endpoints.get(key) or self.after.renamed(self.before.endpoints.get(key))
            if endpoint is not None:
                yield from _of_arguments(endpoint, method, given, paginates=way == "paginate", spread=spread)
        name = dotted(node.func, names)
        model = name.rpartition(".")[2] if name.startswith(_MODELS) else ""
        for field in sorted(given - self.after.models.get(model, frozenset(given))):
            yield f"`{method}` gives `{model}` the field `{field}`, which it no longer has"

    def _of_fields(self, names: dict[str, str]) -> Iterator[str]:
        """Fields that are gone from a class which this file, or one beside it, handles."""
        read = {node.attr for node in ast.walk(self.tree) if isinstance(node, ast.Attribute)}
        used = {name.rpartition(".")[2] for name in names.values() if name.startswith((_MODELS, "beyondwords."))}
        for model in sorted(used):
            known = self.before.models.get(model, frozenset())
            for field in sorted((known - self.after.models.get(model, known)) & read):
                yield f"it reads `{field}`, which `{model}` no longer has"


def _of_arguments(endpoint: Endpoint, method: str, given: set[str], *, paginates: bool, spread: bool) -> Iterator[str]:
    name = endpoint.key.partition(".")[2]
    own = _OWN if paginates else frozenset()
    for argument in sorted(given - own - {*endpoint.arguments}):
        near = get_close_matches(argument, endpoint.arguments, n=1)
        hint = f"; perhaps it is now `{near[0]}`" if near else ""
        yield f"`{method}` passes `{argument}` to `{name}`, which does not take it{hint}"
    for wire in _PAGING.values() if paginates else ():
        if wire not in endpoint.query:
            yield f"`{method}` pages through `{name}`, which no longer takes `{wire}`"
    if not spread:
        for argument in sorted({*endpoint.required} - given):
            yield f"`{method}` does not pass `{argument}`, which `{name}` requires"


def _of_server(trees: dict[str, ast.Module], new: Path) -> Iterator[str]:
    servers = spec.servers(spec.load(new / "openapi.yaml"))
    for file, tree in trees.items():
        for node in tree.body:
            match node:
                case (
                    ast.Assign(targets=[ast.Name(id=name)], value=ast.Constant(value=url))
                    | ast.AnnAssign(target=ast.Name(id=name), value=ast.Constant(value=url))
                ) if name == _BASE_URL and servers and url not in servers:
                    yield f"`{file}`: `{_BASE_URL}` is {url!r}, but the API is now at `{'`, `'.join(servers)}`"


def _fields(model: ast.ClassDef) -> frozenset[str]:
    fields = (node.target for node in model.body if isinstance(node, ast.AnnAssign))
    return frozenset(node.id for node in fields if isinstance(node, ast.Name))


def _names(tree: ast.AST) -> set[str]:
    """What is defined, imported or mentioned anywhere in the code."""
    found = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}
    found |= {node.name for node in ast.walk(tree) if isinstance(node, Function | ast.ClassDef)}
    return found | {
        each.asname or each.name for n in ast.walk(tree) if isinstance(n, ast.ImportFrom) for each in n.names
    }
