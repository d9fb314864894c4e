"""What the wrapper and the command line use that a generation no longer has as they use it."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from pathlib import Path
from typing import TypeVar

import griffe

from tools.changes import surface
from tools.changes.surface import Call, Surface
from tools.changes.wrapped import API, Function, imported, parsed

_PACKAGE = "beyondwords_api"
_MODELS = f"{_PACKAGE}.models"
_CALLS = ("call", "call_detailed", "paginate")
Node = TypeVar("Node", bound=ast.AST)
_BASE_URL = re.compile(r"^DEFAULT_BASE_URL\b.*?['\"](.*)['\"]", re.MULTILINE)


def needs(wrapper: Path, new: Path, old: Path | None = None) -> list[str]:
    """One line for each thing to change in the wrapper.

    Args:
        wrapper: The folder of the package `beyondwords`.
        new: The generated package that the wrapper will run with.
        old: The generated package that it was written for, where that is known: it tells new names.
    """
    code = surface.load(new)
    after = surface.read(new, code)
    before = surface.read(old, surface.load(old)) if old is not None else after
    found = []
    for file in sorted(wrapper.rglob("*.py")):
        if "_sync" not in file.parts or file.name == "runtime.py":
            texts = _needs_of(parsed(file), code, before, after)
            found += [f"`{file.relative_to(wrapper).as_posix()}`: {text}" for text in texts]
    return list(dict.fromkeys(found))


def _needs_of(tree: ast.Module, code: griffe.Module, before: Surface, after: Surface) -> Iterator[str]:
    names = imported(tree)
    for whole in names.values():
        module, _, original = whole.rpartition(".")
        if module.partition(".")[0] == _PACKAGE and not _has(code, whole.partition(".")[2]):
            yield f"it imports `{original}`, {_instead(module, original, before, after)}"
    for function in (node for node in ast.walk(tree) if isinstance(node, Function)):
        # A call that stands by itself gets no value.
        statements = [node.value for node in _found(ast.Expr, function)]
        alone = [each.value if isinstance(each, ast.Await) else each for each in statements]
        for node in _found(ast.Call, function):
            for text in _of_call(node, names, before, after, is_value=node not in alone):
                yield f"`{function.name}` {text}"
    read = {node.attr for node in _found(ast.Attribute, tree)}
    # Classes of this package that the file, or one beside it, handles.
    for model in sorted(
        each.rpartition(".")[2] for each in names.values() if each.startswith((_MODELS, "beyondwords."))
    ):
        gone = _fields(before, model) - _fields(after, model) if model in after.classes else frozenset()
        for field in sorted(gone & read):
            yield f"it reads `{field}`, which `{model}` no longer has"
    for url in _BASE_URL.findall(ast.unparse(tree)):
        if after.servers and url not in after.servers:
            yield f"`DEFAULT_BASE_URL` is {url!r}, but the API is now at `{'`, `'.join(after.servers)}`"


def _found(kind: type[Node], tree: ast.AST) -> Iterator[Node]:
    return (node for node in ast.walk(tree) if isinstance(node, kind))


def _instead(module: str, name: str, before: Surface, after: Surface) -> str:
    now = _call(f"{module}.{name}".removeprefix(API), before, after)
    if now is not None:
        tag, _, new_name = now.key.partition(".")
        return f"which is now `{new_name}` (in `{API}{tag}`)"
    keys = [key.partition(".")[2] for key in after.calls]
    return f"which is gone{_hint(name, keys if module.startswith(API) else after.classes)}"


def _call(key: str, before: Surface, after: Surface) -> Call | None:
    """The operation of that name, or the one that now sends the same request."""
    shape = before.calls[key].shape if key in before.calls else None
    return after.calls.get(key) or next((each for each in after.calls.values() if each.shape == shape), None)


def _of_call(
    node: ast.Call, names: dict[str, str], before: Surface, after: Surface, *, is_value: bool
) -> Iterator[str]:
    way = node.func.attr if isinstance(node.func, ast.Attribute) else ""
    given = {each.arg for each in node.keywords if each.arg is not None}
    # `**more` may hold anything.
    whole = all(each.arg is not None for each in node.keywords)
    if way in _CALLS and node.args:
        call = _call(names.get(ast.unparse(node.args[0]), "").removeprefix(API), before, after)
        if call is not None:
            missing = [name for name, value in call.parts.items() if value.required and name not in given and whole]
            yield from _of_operation(call, given, missing, way, is_value=is_value)
    model = names.get(ast.unparse(node.func), "").removeprefix(f"{_MODELS}.")
    if model in after.classes:
        for field in sorted(given - _fields(after, model)):
            yield f"gives `{model}` the field `{field}`, which it no longer has"
        for field, value in after.classes[model].parts.items() if whole and not node.args else ():
            if value.required and field not in given:
                yield f"makes `{model}` without the field `{field}`, which it requires"


def _of_operation(call: Call, given: set[str], missing: list[str], way: str, *, is_value: bool) -> Iterator[str]:
    name, paginates = call.key.partition(".")[2], way == "paginate"
    own = {"limit", "offset", "max_items", "prefetch"} if paginates else set()
    for argument in sorted(given - own - call.parts.keys()):
        yield f"passes `{argument}` to `{name}`, which does not take it{_hint(argument, call.parts)}"
    for argument in ("pagination_limit", "pagination_offset") if paginates else ():
        if argument not in call.parts:
            yield f"pages through `{name}`, which no longer takes `{argument}`"
    for argument in missing:
        yield f"does not pass `{argument}`, which `{name}` requires"
    if paginates and not any(each.startswith("list[") for each in call.result.types):
        yield f"pages through `{name}`, which answers `{call.result}` and no list"
    elif is_value and way == "call" and not call.has_value:
        yield f"gets a value from `{name}`, which no longer answers with one"


def _hint(name: str, names: Iterable[str]) -> str:
    near = get_close_matches(name, names, n=1)
    return f"; perhaps it is now `{near[0]}`" if near else ""


def _fields(side: Surface, model: str) -> frozenset[str]:
    return frozenset(side.classes[model].parts if model in side.classes else ())


def _has(code: griffe.Module, path: str) -> bool:
    try:
        code[path]
    except KeyError:
        return False
    return True
