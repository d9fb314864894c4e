"""The generated endpoint modules as they are: what each one sends, read from its source by `ast`.

Independent of the generator's own data, so that what it dropped is seen.
"""

from __future__ import annotations

import ast
from dataclasses import dataclass
from pathlib import Path
from typing import Any

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
    tree = ast.parse(file.read_text(encoding="utf-8"))
    try:
        function = next(each for each in tree.body if isinstance(each, ast.FunctionDef) and each.name == "_get_kwargs")
        method, url, path_arguments = _request(function)
    except (StopIteration, AttributeError, KeyError, ValueError):
        raise Failure(f"{file} has no `_get_kwargs` with method and url: the generator's templates changed") from None
    given = function.args
    positional = [*given.posonlyargs, *given.args]
    by_name = zip(given.kwonlyargs, given.kw_defaults, strict=True)
    required = [*positional, *(each for each, default in by_name if default is None)]
    return Endpoint(
        key=".".join(file.relative_to(api).with_suffix("").parts),
        method=method.upper(),
        url=url,
        path_arguments=path_arguments,
        query=_sent(function, "_params"),
        headers=_sent(function, "_headers"),
        cookies=_sent(function, "_cookies"),
        arguments=tuple(argument.arg for argument in [*positional, *given.kwonlyargs]),
        required=tuple(argument.arg for argument in required),
    )


def _request(function: ast.FunctionDef) -> tuple[str, str, tuple[str, ...]]:
    """Method, path template and the arguments in it, from `_kwargs: ... = {"method": ..., "url": ...}`."""
    kwargs: Any = next(
        each.value
        for each in ast.walk(function)
        if isinstance(each, ast.AnnAssign) and isinstance(each.target, ast.Name) and each.target.id == "_kwargs"
    )
    entries = {key.value: value for key, value in zip(kwargs.keys, kwargs.values, strict=True)}
    url: Any = entries["url"]
    # With a placeholder it is `"...".format(...)`.
    template, names = (url.func.value, url.keywords) if hasattr(url, "func") else (url, [])
    return ast.literal_eval(entries["method"]), ast.literal_eval(template), tuple(each.arg or "" for each in names)


def _sent(function: ast.FunctionDef, target: str) -> dict[str, str]:
    """`target["wire"] = ...name...` as wire to the argument the value is made from; deep objects are in the query."""
    arguments = {each.arg for each in ast.walk(function.args) if isinstance(each, ast.arg)}
    found: dict[str, str] = {}
    for node in ast.walk(function):
        match node:
            case ast.Assign([ast.Subscript(ast.Name(name), ast.Constant(wire))], value) if name == target:
                pass
            case ast.Call(ast.Name("_deep_object"), [ast.Constant(wire), value]) if target == "_params":
                pass
            case _:
                continue
        names = [part.id for part in ast.walk(value) if isinstance(part, ast.Name)]
        # The generated code keeps the encoded form of `x` in `_json_x`.
        argument = next((name for name in (each.removeprefix("_json_") for each in names) if name in arguments), None)
        if argument is not None:
            found[str(wire)] = argument
    return found
