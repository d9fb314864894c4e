"""What the wrapper and the command line use that a generation no longer has as they use it."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

from tools import spec
from tools.changes.wrapped import API, Function, imported, parsed
from tools.generate.modules import Endpoint, endpoints

_PACKAGE = "beyondwords_api"
_MODELS = f"{_PACKAGE}.models"
_CALLS = ("call", "call_detailed", "paginate")
_PAGING = {"limit": "pagination[limit]", "offset": "pagination[offset]"}
_BASE_URL = re.compile(r"^DEFAULT_BASE_URL\b.*?['\"](.*)['\"]", re.MULTILINE)


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
        trees = [parsed(file) for file in sorted((package / "models").glob("*.py"))]
        classes = [node for tree in trees for node in tree.body if isinstance(node, ast.ClassDef)]
        return Client(package, {each.key: each for each in endpoints(package)}, {c.name: _fields(c) for c in classes})

    def renamed(self, endpoint: Endpoint | None) -> Endpoint | None:
        """The endpoint of this client that sends the same request."""
        return next((each for each in self.endpoints.values() if endpoint and each.shape == endpoint.shape), None)

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
    servers = spec.servers(spec.load(new / "openapi.yaml"))
    found = []
    for file in sorted(wrapper.rglob("*.py")):
        if "_sync" not in file.parts or file.name == "runtime.py":
            texts = _needs_of(parsed(file), before, after, servers)
            found += [f"`{file.relative_to(wrapper).as_posix()}`: {text}" for text in texts]
    return list(dict.fromkeys(found))


def _needs_of(tree: ast.Module, before: Client, after: Client, servers: tuple[str, ...]) -> Iterator[str]:
    names = imported(tree)
    functions = [node for node in ast.walk(tree) if isinstance(node, Function)]
    for name, whole in names.items():
        module, _, original = whole.rpartition(".")
        if module.partition(".")[0] == _PACKAGE and not after.has(module, original):
            users = dict.fromkeys(each.name for each in functions if name in _names(each))
            subject = f"`{'`, `'.join(users)}` uses" if users else "it imports"
            yield f"{subject} `{original}`, {_instead(module, original, before, after)}"
    for function in functions:
        for node in ast.walk(function):
            if isinstance(node, ast.Call):
                yield from (f"`{function.name}` {text}" for text in _of_call(node, names, before, after))
    read = {node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
    # Classes of this package that the file, or one beside it, handles.
    for model in sorted(
        each.rpartition(".")[2] for each in names.values() if each.startswith((_MODELS, "beyondwords."))
    ):
        known = before.models.get(model, frozenset())
        for field in sorted((known - after.models.get(model, known)) & read):
            yield f"it reads `{field}`, which `{model}` no longer has"
    for url in _BASE_URL.findall(ast.unparse(tree)):
        if servers and url not in servers:
            yield f"`DEFAULT_BASE_URL` is {url!r}, but the API is now at `{'`, `'.join(servers)}`"


def _instead(module: str, name: str, before: Client, after: Client) -> str:
    now = after.renamed(before.endpoints.get(f"{module}.{name}".removeprefix(API)))
    if now is not None:
        tag, _, new_name = now.key.partition(".")
        return f"which is now `{new_name}` (in `{API}{tag}`)"
    keys = [key.partition(".")[2] for key in after.endpoints]
    return f"which is gone{_hint(name, keys if module.startswith(API) else after.models)}"


def _of_call(node: ast.Call, names: dict[str, str], before: Client, after: Client) -> Iterator[str]:
    way = node.func.attr if isinstance(node.func, ast.Attribute) else ""
    given = {each.arg for each in node.keywords if each.arg is not None}
    if way in _CALLS and node.args:
        key = names.get(ast.unparse(node.args[0]), "").removeprefix(API)
        endpoint = after.endpoints.get(key) or after.renamed(before.endpoints.get(key))
        if endpoint is not None:
            spread = any(each.arg is None for each in node.keywords)
            yield from _of_arguments(endpoint, given, paginates=way == "paginate", spread=spread)
    model = names.get(ast.unparse(node.func), "").removeprefix(f"{_MODELS}.")
    for field in sorted(given - after.models.get(model, frozenset(given))):
        yield f"gives `{model}` the field `{field}`, which it no longer has"


def _of_arguments(endpoint: Endpoint, given: set[str], *, paginates: bool, spread: bool) -> Iterator[str]:
    name = endpoint.key.partition(".")[2]
    own = {*_PAGING, "max_items", "prefetch"} if paginates else set()
    for argument in sorted(given - own - {*endpoint.arguments}):
        yield f"passes `{argument}` to `{name}`, which does not take it{_hint(argument, endpoint.arguments)}"
    for wire in _PAGING.values() if paginates else ():
        if wire not in endpoint.query:
            yield f"pages through `{name}`, which no longer takes `{wire}`"
    for argument in sorted({*endpoint.required} - given) if not spread else ():
        yield f"does not pass `{argument}`, which `{name}` requires"


def _hint(name: str, names: Iterable[str]) -> str:
    near = get_close_matches(name, names, n=1)
    return f"; perhaps it is now `{near[0]}`" if near else ""


def _fields(model: ast.ClassDef) -> frozenset[str]:
    fields = (node.target for node in model.body if isinstance(node, ast.AnnAssign))
    return frozenset(node.id for node in fields if isinstance(node, ast.Name))


def _names(tree: ast.AST) -> set[str]:
    """What is defined, imported or mentioned anywhere in the code."""
    found = set()
    for node in ast.walk(tree):
        match node:
            case (
                ast.Name(id=name)
                | ast.FunctionDef(name=name)
                | ast.AsyncFunctionDef(name=name)
                | ast.ClassDef(name=name)
            ):
                found.add(name)
            case ast.alias(name=name, asname=other):
                found.add(other or name)
    return found
