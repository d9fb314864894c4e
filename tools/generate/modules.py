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

_PLACES = {"_params": "query", "_headers": "header", "_cookies": "cookie"}


@dataclass(frozen=True)
class Endpoint:
    """One generated endpoint module."""

    key: str
    """`<tag package>.<module>`, below `beyondwords_api.api`."""
    method: str
    """Upper case."""
    url: str
    """The path template, its placeholders named as in Python."""
    sent: dict[str, dict[str, str]]
    """For `query`, `header` and `cookie` the names on the wire, each with its argument."""
    arguments: tuple[str, ...]
    """Every argument of `_get_kwargs`."""

    @property
    def shape(self) -> tuple[str, str]:
        """Method and path without the placeholders' names."""
        return self.method, path_shape(self.url)


def endpoints(package: Path) -> list[Endpoint]:
    """The endpoint modules of a generated package, sorted by key."""
    files = sorted((package / "api").rglob("*.py"))
    return [_read(package / "api", file) for file in files if file.name != "__init__.py"]


def _read(api: Path, file: Path) -> Endpoint:
    request: dict[Any, Any] = {}
    sent: dict[str, dict[str, str]] = {place: {} for place in _PLACES.values()}
    functions = [each for each in ast.parse(file.read_text(encoding="utf-8")).body if isinstance(each, ast.FunctionDef)]
    function = next((each for each in functions if each.name == "_get_kwargs"), ast.Module([], []))
    arguments = tuple(each.arg for each in ast.walk(function) if isinstance(each, ast.arg))
    for node in ast.walk(function):
        match node:
            case ast.AnnAssign(ast.Name("_kwargs"), value=ast.Dict(keys, values)):
                request = {ast.literal_eval(key): value for key, value in zip(keys, values, strict=True) if key}
                continue
            case ast.Assign([ast.Subscript(ast.Name(target), ast.Constant(wire))], value) if target in _PLACES:
                place = _PLACES[target]
            case ast.Call(ast.Name("_deep_object"), [ast.Constant(wire), value]):
                place = "query"
            case _:
                continue
        # The generated code keeps the encoded form of `x` in `_json_x`.
        names = [part.id.removeprefix("_json_") for part in ast.walk(value) if isinstance(part, ast.Name)]
        sent[place] |= {str(wire): name for name in names if name in arguments}
    if not request.keys() >= {"method", "url"}:
        raise Failure(f"{file} has no `_get_kwargs` with method and url: the generator's templates changed")
    # With a placeholder it is `"...".format(...)`.
    url = request["url"].func.value if hasattr(request["url"], "func") else request["url"]
    key = ".".join(file.relative_to(api).with_suffix("").parts)
    return Endpoint(key, ast.literal_eval(request["method"]).upper(), ast.literal_eval(url), sent, arguments)
