"""The OpenAPI document the sandbox serves: read, references followed, made ready for the server."""

from __future__ import annotations

import contextlib
import copy
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace")

Json = dict[str, Any]


@dataclass(frozen=True)
class Operation:
    """One (method, path) of the document, with references to parameters and responses followed."""

    method: str
    """Lower case, as in the document."""
    path: str
    parameters: tuple[Json, ...]
    responses: dict[str, Json]


def load(source: Mapping[str, Any] | Path | str | None) -> Json:
    """The document at a path, the one given (it is only read), or the one that ships with the client."""
    if isinstance(source, Mapping):
        document, name = dict(source), "the given spec"
    elif source is None:
        document, name = (
            _parse(files("beyondwords_api").joinpath("openapi.yaml").read_text("utf-8")),
            "openapi.yaml",
        )
    else:
        document, name = _parse(_read(Path(source))), str(source)
    if not isinstance(document, dict) or "openapi" not in document:
        raise ValueError(f"{name} is not an OpenAPI document: it has no `openapi:` version at the top")
    return document


def _read(path: Path) -> str:
    try:
        return path.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else "not UTF-8 text"
        raise ValueError(f"cannot read the spec {path}: {reason}") from None


def _parse(text: str) -> Any:
    # YAML in flow style begins like JSON.
    with contextlib.suppress(ValueError):
        return json.loads(text)
    import yaml

    try:
        return yaml.load(text, Loader=_json_loader())
    except yaml.YAMLError as error:
        raise ValueError(f"the spec is not YAML: {' '.join(str(error).split())}") from None


def _json_loader() -> Any:
    """A loader for the scalars that JSON has: a date, `no` or `16:9` must stay the text it is."""
    import yaml

    loader: Any = type("JsonLoader", (getattr(yaml, "CSafeLoader", yaml.SafeLoader),), {"yaml_implicit_resolvers": {}})
    for kind, pattern, first in (
        ("null", r"(?:~|null|Null|NULL|)", ["~", "n", "N", ""]),
        ("bool", r"(?:true|True|TRUE|false|False|FALSE)", list("tTfF")),
        ("int", r"[-+]?(?:0|[1-9][0-9]*)", list("-+0123456789")),
        (
            "float",
            r"[-+]?(?:[0-9]+\.[0-9]*|\.[0-9]+|[0-9]+(?=[eE]))(?:[eE][-+]?[0-9]+)?",
            list("-+0123456789."),
        ),
        ("merge", r"<<", ["<"]),
    ):
        loader.add_implicit_resolver(f"tag:yaml.org,2002:{kind}", re.compile(f"^{pattern}$"), first)
    return loader


def resolve(document: Json, node: Any) -> Any:
    """Follow `$ref` inside the document until something else is found."""
    seen: set[str] = set()
    while isinstance(node, dict) and isinstance(node.get("$ref"), str):
        ref: str = node["$ref"]
        if ref in seen or not ref.startswith("#/"):
            raise ValueError(f"the spec's $ref {ref!r} cannot be followed")
        seen.add(ref)
        node = document
        for part in ref[2:].split("/"):
            key = part.replace("~1", "/").replace("~0", "~")
            if not isinstance(node, dict) or key not in node:
                raise ValueError(f"the spec's $ref {ref!r} points at nothing")
            node = node[key]
    return node


def operations(document: Json) -> Iterator[Operation]:
    """Every operation, in the order of the document."""
    for path, item in (document.get("paths") or {}).items():
        path_item = resolve(document, item)
        for method in METHODS:
            if method in path_item:
                node = path_item[method]
                shared = [*path_item.get("parameters", []), *node.get("parameters", [])]
                parameters = {(p["in"], p["name"]): p for p in (resolve(document, each) for each in shared)}
                yield Operation(
                    method=method,
                    path=path,
                    parameters=tuple(parameters.values()),
                    responses={str(k): resolve(document, v) for k, v in node.get("responses", {}).items()},
                )


def base_path(document: Json) -> str:
    """`/v1` for the server `https://api.beyondwords.io/v1`, empty where the document names none."""
    servers = document.get("servers") or [{"url": ""}]
    return urlsplit(str(servers[0]["url"])).path.rstrip("/")


def secret_names(document: Json) -> frozenset[str]:
    """Names, in lower case, of headers and query parameters whose values are credentials."""
    schemes = (document.get("components") or {}).get("securitySchemes") or {}
    named = (resolve(document, scheme).get("name") for scheme in schemes.values())
    return frozenset({"authorization", "cookie", *(str(name).lower() for name in named if name)})


def servable(document: Json) -> Json:
    """A copy in the form the server needs; what it means stays the same."""
    served = copy.deepcopy(document)
    served["servers"] = [{"url": base_path(document)}]
    # The server takes the first route that fits, OpenAPI the most concrete one.
    served["paths"] = dict(sorted(served.get("paths", {}).items(), key=lambda entry: _templated(entry[0])))
    for path_item in served["paths"].values():
        for holder in [path_item, *(path_item[method] for method in METHODS if method in path_item)]:
            if "parameters" in holder:
                holder["parameters"] = [_typed(document, resolve(document, each)) for each in holder["parameters"]]
    return served


def _templated(path: str) -> list[bool]:
    return ["{" in segment for segment in path.split("/")]


def _typed(document: Json, parameter: Json) -> Json:
    """The server insists on a plain `type` for every parameter; on the wire each is a string."""
    if parameter.get("in") not in ("path", "query"):
        return parameter
    schema = resolve(document, parameter.get("schema", {}))
    if "type" not in schema:
        schema = {"type": "string"} | {key: schema[key] for key in ("enum", "pattern") if key in schema}
    return {key: value for key, value in parameter.items() if key != "content"} | {"schema": copy.deepcopy(schema)}
