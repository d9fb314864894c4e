"""The generated endpoint modules as they are: what each one sends, read from its source by `ast`.

Independent of the generator's own data, so that what it dropped is seen.
"""

from __future__ import annotations

import ast
from dataclasses import dataclass
from pathlib import Path

from tools.failure import Failure
from tools.spec import path_shape


@dataclass(frozen=True)
class Endpoint:
    """One generated endpoint module."""

    key: str
    """`<tag package>.<module>`, below `beyondwords_api.api`."""
    method: str
    """Upper case."""
    url: str
    """The path template, its placeholders named as in Python."""
    path_arguments: tuple[str, ...]
    """The arguments in the path, in the order of the path."""
    query: dict[str, str]
    """Wire name to argument."""
    headers: dict[str, str]
    cookies: dict[str, str]
    arguments: tuple[str, ...]
    """Every argument of `_get_kwargs`."""
    required: tuple[str, ...]
    """Those without a default."""

    @property
    def shape(self) -> tuple[str, str]:
        """Method and path without the placeholders' names."""
        return self.method, path_shape(self.url)


def endpoints(package: Path) -> list[Endpoint]:
    """The endpoint modules of a generated package, sorted by key."""
    files = sorted((package / "api").rglob("*.py"))
    return [_read(package / "api", file) for file in files if file.name != "__init__.py"]


def _read(api: Path, file: Path) -> Endpoint:
    key = ".".join(file.relative_to(api).with_suffix("").parts)
    tree = ast.parse(file.read_text(encoding="utf-8"))
    function = next(
        (node for node in tree.body if isinstance(node, ast.FunctionDef) and node.name == "_get_kwargs"), None
    )
    request = _request(function) if function is not None else None
    if function is None or request is None:
        raise Failure(f"{file} has no `_get_kwargs` with method and url: the generator's templates changed")
    method, url, path_arguments = request
    given = function.args
    positional = [*given.posonlyargs, *given.args]
    by_name = zip(given.kwonlyargs, given.kw_defaults, strict=True)
    required = [*positional, *(each for each, default in by_name if default is None)]
    return Endpoint(
        key=key,
        method=method.upper(),
        url=url,
        path_arguments=path_arguments,
        query=_assignments(function, "params") | _deep_objects(function),
        headers=_assignments(function, "headers"),
        cookies=_assignments(function, "cookies"),
        arguments=tuple(argument.arg for argument in [*positional, *given.kwonlyargs]),
        required=tuple(argument.arg for argument in required),
    )


def _request(function: ast.FunctionDef) -> tuple[str, str, tuple[str, ...]] | None:
    for node in ast.walk(function):
        if not (isinstance(node, ast.AnnAssign) and _is_name(node.target, "_kwargs")):
            continue
        if isinstance(node.value, ast.Dict):
            entries = {
                key.value: value
                for key, value in zip(node.value.keys, node.value.values, strict=True)
                if isinstance(key, ast.Constant)
            }
            method, url = entries.get("method"), entries.get("url")
            if isinstance(method, ast.Constant) and isinstance(method.value, str) and url is not None:
                return method.value, *_url(url)
    return None


def _url(node: ast.expr) -> tuple[str, tuple[str, ...]]:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value, ()
    if (
        isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and isinstance(node.func.value, ast.Constant)
        and isinstance(node.func.value.value, str)
    ):
        return node.func.value.value, tuple(keyword.arg or "" for keyword in node.keywords)
    raise Failure(f"a url of an unknown form is generated: {ast.unparse(node)}")


def _assignments(function: ast.FunctionDef, target: str) -> dict[str, str]:
    """`target["wire"] = ...name...` as wire to the argument the value is made from."""
    arguments = _arguments(function)
    found: dict[str, str] = {}
    for node in ast.walk(function):
        if not (isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Subscript)):
            continue
        subscript = node.targets[0]
        if _is_name(subscript.value, target) and isinstance(subscript.slice, ast.Constant):
            names = [part.id for part in ast.walk(node.value) if isinstance(part, ast.Name)]
            made_from = [_argument(name, arguments) for name in names]
            argument = next((name for name in made_from if name in arguments), None)
            if argument is not None:
                found[str(subscript.slice.value)] = argument
    return found


def _deep_objects(function: ast.FunctionDef) -> dict[str, str]:
    """The wire name and the argument of each `_deep_object("wire", json_name)`."""
    arguments = _arguments(function)
    calls = [each for each in ast.walk(function) if isinstance(each, ast.Call) and _is_name(each.func, "_deep_object")]
    return {
        wire.value: _argument(value.id, arguments)
        for wire, value in (each.args for each in calls)
        if isinstance(wire, ast.Constant) and isinstance(wire.value, str) and isinstance(value, ast.Name)
    }


def _argument(name: str, arguments: set[str]) -> str:
    # The generated code keeps the encoded form of `x` in `json_x`.
    return name if name in arguments else name.removeprefix("json_")


def _arguments(function: ast.FunctionDef) -> set[str]:
    return {argument.arg for argument in ast.walk(function.args) if isinstance(argument, ast.arg)}


def _is_name(node: ast.expr, name: str) -> bool:
    return isinstance(node, ast.Name) and node.id == name
