"""Calling any operation of the API by its name."""

from __future__ import annotations

import pkgutil
import re
import sys
from collections.abc import Mapping
from difflib import get_close_matches
from importlib import import_module
from pathlib import Path
from typing import Any

import typer

from .. import BeyondWords
from .._endpoints import request_parts, signature_of
from ._derive import YES, Derived, model_of, pairs
from ._run import confirm

CALL = [
    Derived("operation", str | None, typer.Argument(None, help="Such as content#index. Default: list all."), None, str),
    Derived(
        "parameter", list[str], typer.Option([], "--parameter", "-p", help="An argument, as name=value."), [], list
    ),
    Derived(
        "body", Path | None, typer.Option(None, "--body", help="A JSON file, or - for standard input."), None, Path
    ),
    Derived("all_pages", bool, typer.Option(False, "--all", help="Every page of a paged list."), None, bool),
    YES,
]


def call(bw: BeyondWords, values: Mapping[str, Any]) -> Any:
    """Call any operation of the API; without one, list them."""
    if values["operation"] is None:
        return [{"name": name, "group": module.split(".")[-2]} for name, module in sorted(_modules().items())]
    endpoint = _endpoint(values["operation"])
    types = signature_of(endpoint.sync_detailed).types
    given = {_plain(name): value for name, value in pairs(values["parameter"]).items()}
    arguments = {name: _fitting(types.get(name, ()), value) for name, value in given.items()}
    if "project_id" in types and bw.project_id is not None:
        arguments.setdefault("project_id", bw.project_id)
    if values["body"] is not None:
        arguments["body"] = _body(types.get("body", ()), values["body"])
    parts = request_parts(endpoint, arguments)
    if parts["method"] == "delete":
        confirm(f"DELETE {parts['url']}", values["yes"])
    if values["all_pages"] or "pagination_limit" in types:
        paging = {name: arguments.pop(f"pagination_{name}", None) for name in ("limit", "offset")}
        pager = bw.paginate(endpoint, **paging, **arguments)
        return pager if values["all_pages"] else pager.page()
    result = bw.call(endpoint, **arguments)
    if isinstance(result, bytes):
        sys.stdout.buffer.write(result)
        return None
    return result


def _modules() -> dict[str, str]:
    """Every generated module, by the operation's name."""
    import beyondwords_api.api as api

    names = [each.name for each in pkgutil.walk_packages(api.__path__, f"{api.__name__}.") if not each.ispkg]
    return {name.rpartition(".")[2]: name for name in names}


def _plain(name: str) -> str:
    """`content#index` and `pagination[limit]` as generated names: `content_index`, `pagination_limit`."""
    return re.sub(r"\W+", "_", name).strip("_").lower()


def _endpoint(operation: str) -> Any:
    modules = _modules()
    if (name := _plain(operation)) not in modules:
        near = get_close_matches(name, modules, n=3)
        hint = f"did you mean {' or '.join(near)}?" if near else "`beyondwords call` lists all"
        raise ValueError(f"no operation {operation!r}; {hint}")
    return import_module(modules[name])


def _fitting(types: tuple[Any, ...], value: Any) -> Any:
    """Text where text is declared: `-p id=5` may mean either."""
    kinds = [each for each in types if isinstance(each, type)]
    if str in kinds and not isinstance(value, str) and int not in kinds and bool not in kinds:
        return str(value)
    models = [each for each in kinds if hasattr(each, "from_dict")]
    if models and isinstance(value, dict):
        return models[0].from_dict(value)
    is_list = any(str(each).startswith("list[") for each in types)
    return value.split(",") if is_list and isinstance(value, str) else value


def _body(types: tuple[Any, ...], file: Path) -> Any:
    models = [each for each in types if hasattr(each, "from_dict")]
    if not models:
        raise ValueError("--body: this operation takes none")
    return model_of(models, file)
