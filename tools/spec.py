"""The OpenAPI document as the tools and tests read it: loaded once, references followed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.constructor import SafeConstructor
from ruamel.yaml.error import YAMLError

ROOT = Path(__file__).resolve().parent.parent
SPEC_FILE = ROOT / "openapi.yaml"
METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace")

Json = dict[str, Any]


class SpecError(Exception):
    """The document cannot be used; the message is one line for the person who maintains it."""


class _TextTimestamps(SafeConstructor):
    """JSON has no timestamps, so `2023-01-01` in an example must stay the text it is."""


_TextTimestamps.add_constructor("tag:yaml.org,2002:timestamp", SafeConstructor.construct_yaml_str)


def load(path: Path = SPEC_FILE) -> Json:
    """Read an OpenAPI document (YAML or JSON) as plain dicts, lists and scalars."""
    document = read_yaml(path)
    if not isinstance(document, dict) or "openapi" not in document:
        raise SpecError(f"{path} is not an OpenAPI document: it has no `openapi:` version at the top")
    return document


def read_yaml(path: Path) -> Any:
    """Read any YAML or JSON file, timestamps as text."""
    yaml = YAML(typ="safe", pure=True)
    yaml.Constructor = _TextTimestamps
    try:
        return yaml.load(path.read_bytes())
    except OSError as error:
        raise SpecError(f"{path}: {error.strerror}") from None
    except (YAMLError, UnicodeDecodeError) as error:
        raise SpecError(f"{path} is not YAML: {' '.join(str(error).split())}") from None


def resolve(spec: Json, node: Any) -> Any:
    """Follow `$ref` until something else is found."""
    seen: set[str] = set()
    while isinstance(node, dict) and "$ref" in node:
        ref = node["$ref"]
        if ref in seen:
            raise SpecError(f"$ref {ref!r} leads back to itself")
        seen.add(ref)
        node = _target(spec, ref)
    return node


def _target(spec: Json, ref: str) -> Any:
    if not ref.startswith("#/"):
        raise SpecError(f"$ref {ref!r} points outside the document; bring its target in")
    node: Any = spec
    for part in ref[2:].split("/"):
        key = part.replace("~1", "/").replace("~0", "~")
        if not isinstance(node, dict) or key not in node:
            raise SpecError(f"$ref {ref!r} points at nothing")
        node = node[key]
    return node


def ref_name(node: Any) -> str | None:
    """`backgroundTrackModel` for a reference to that component schema, else None."""
    prefix = "#/components/schemas/"
    ref = node.get("$ref") if isinstance(node, dict) else None
    return ref[len(prefix) :] if isinstance(ref, str) and ref.startswith(prefix) else None


@dataclass(frozen=True)
class Operation:
    """One (method, path) of the document, its parameters and responses resolved one level deep."""

    method: str
    """Upper case, as on the wire."""
    path: str
    """The path template, for example `/background_tracks/{id}`."""
    operation_id: str | None
    """As published, for example `background_tracks#index`."""
    tags: tuple[str, ...]
    parameters: tuple[Json, ...]
    """Those of the path item and of the operation; the operation's win."""
    request_body: Json | None
    responses: dict[str, Json]
    """Status as text (`200`, `4XX`, `default`) to the response object."""
    node: Json
    """The operation object itself, references unresolved."""

    def __str__(self) -> str:
        return f"{self.method} {self.path}"


def operations(spec: Json) -> Iterator[Operation]:
    """Every operation, in the order of the document."""
    for path, item in (spec.get("paths") or {}).items():
        path_item = resolve(spec, item)
        for method in METHODS:
            if method in path_item:
                yield _operation(spec, path, method, path_item)


def _operation(spec: Json, path: str, method: str, path_item: Json) -> Operation:
    node = path_item[method]
    merged: dict[tuple[str, str], Json] = {}
    for parameter in [*path_item.get("parameters", []), *node.get("parameters", [])]:
        resolved = resolve(spec, parameter)
        merged[(resolved["in"], resolved["name"])] = resolved
    body = node.get("requestBody")
    return Operation(
        method=method.upper(),
        path=path,
        operation_id=node.get("operationId"),
        tags=tuple(node.get("tags", ())),
        parameters=tuple(merged.values()),
        request_body=resolve(spec, body) if body is not None else None,
        responses={str(status): resolve(spec, response) for status, response in node["responses"].items()},
        node=node,
    )
