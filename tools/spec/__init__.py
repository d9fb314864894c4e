"""The OpenAPI document as the tools and tests read it: loaded once, references followed."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.nodes import MappingNode, Node, ScalarNode
from ruamel.yaml.resolver import VersionedResolver
from ruamel.yaml.tag import Tag

ROOT = Path(__file__).resolve().parents[2]
SPEC_FILE = ROOT / "openapi.yaml"
METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace")
BUNDLE = "join its files into one first, for example with `npx @redocly/cli bundle`"
MAX_BYTES = 20_000_000
MAX_NODES = 1_000_000
_MAX_DEPTH = 200
_TAG = "tag:yaml.org,2002:"
_JSON_TAGS = frozenset(_TAG + name for name in ("map", "seq", "str", "int", "float", "bool", "null", "merge"))
_TEXT_TAGS = frozenset({f"{_TAG}timestamp", f"{_TAG}value"})

SCHEMAS = "#/components/schemas/"

Json = dict[str, Any]
Keys = tuple[str | int, ...]
"""The way from the top of the document."""


class SpecError(Exception):
    """The document cannot be used; the message is one line for the person who maintains it."""


class JsonScalars(VersionedResolver):
    """JSON has no timestamps, so `2023-01-01` in an example must stay the text it is; and so must `=`."""

    def resolve(self, kind: Any, value: Any, implicit: Any) -> Any:
        tag = super().resolve(kind, value, implicit)
        return self.DEFAULT_SCALAR_TAG if str(tag) in _TEXT_TAGS else tag


def load(path: Path = SPEC_FILE) -> Json:
    """Read an OpenAPI document (YAML or JSON) as plain dicts, lists and scalars."""
    document = read_yaml(path)
    if not isinstance(document, dict) or "openapi" not in document:
        raise SpecError(f"{path} is not an OpenAPI document: it has no `openapi:` version at the top")
    return document


def read_yaml(path: Path) -> Any:
    """Read any YAML or JSON file, timestamps as text."""
    return parse(read_text(path), str(path))


def read_text(path: Path) -> str:
    """A file's text; refuses what is no UTF-8 and what is too large to describe an API."""
    try:
        with path.open("rb") as file:
            content = file.read(MAX_BYTES + 1)
    except OSError as error:
        raise SpecError(f"{path}: {error.strerror}") from None
    if len(content) > MAX_BYTES:
        raise SpecError(f"{path} is larger than {MAX_BYTES // 1_000_000} MB: too large to be an API's description")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise SpecError(f"{path}:{line} is not UTF-8 text") from None


def parse(text: str, where: str = "") -> Any:
    """Read a text that is one YAML or JSON document; `where` names it in errors."""
    documents = parse_all(text, where)
    if len(documents) > 1:
        raise SpecError(f"{where} holds {len(documents)} YAML documents where one is expected")
    return documents[0] if documents else None


def parse_all(text: str, where: str, first_line: int = 1) -> list[Any]:
    """Read every YAML document of a text that starts on line `first_line` of what `where` names."""
    yaml = YAML(typ="safe", pure=True)
    yaml.Resolver = JsonScalars
    yaml.max_depth = _MAX_DEPTH
    documents = []
    try:
        for node in yaml.compose_all(text):
            _check(node, where, first_line, {})
            documents.append(yaml.constructor.construct_document(node))
    except MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        place = f"{where}:{mark.line + first_line}" if mark else where
        raise SpecError(f"{place} is not YAML: {_short(error.problem or error.context)}") from None
    except (YAMLError, ValueError) as error:
        # A ValueError is a number that Python refuses to read.
        raise SpecError(f"{where} is not YAML: {_short(error)}") from None
    return documents


def _short(error: object) -> str:
    return textwrap.shorten(str(error), 200, placeholder=" ...")


def _check(node: Node, where: str, first_line: int, sizes: dict[int, int]) -> int:
    """Refuse what YAML can say and JSON cannot, before anything is built from it; make every key text.

    The number of nodes with every alias written out, which is what all readers of the data will meet. `sizes` has it
    for each node that was met before, and 0 while it is counted.
    """

    def error(each: Node, problem: str) -> SpecError:
        return SpecError(f"{where}:{each.start_mark.line + first_line}: {problem}")

    if id(node) in sizes:
        if not sizes[id(node)]:
            raise error(node, "an alias stands inside its own anchor")
        return sizes[id(node)]
    if node.tag not in _JSON_TAGS:
        raise error(node, f"{node.tag} is nothing that JSON has")
    size, sizes[id(node)] = 1, 0
    if isinstance(node, ScalarNode):
        try:
            # JSON may write a sign beyond 16 bits as two halves, and YAML would leave them so.
            node.value = str(node.value).encode("utf-16", "surrogatepass").decode("utf-16")
        except UnicodeDecodeError:
            raise error(node, "half of a sign (a lone surrogate), which is no text") from None
    elif isinstance(node, MappingNode):
        lines: dict[str, int] = {}
        for key, value in node.value:
            if not isinstance(key, ScalarNode):
                raise error(key, "a key is not text")
            if key.value in lines:
                raise error(key, f"duplicate key {_short(key.value)!r}, first on line {lines[key.value]}")
            lines[key.value] = key.start_mark.line + first_line
            # A status may be written as the number 200.
            if key.tag != f"{_TAG}merge":
                key.ctag = Tag(suffix=f"{_TAG}str")
            size += _check(key, where, first_line, sizes) + _check(value, where, first_line, sizes)
    else:
        size += sum(_check(each, where, first_line, sizes) for each in node.value)
    if size > MAX_NODES:
        raise error(node, f"aliases make this more than {MAX_NODES} values")
    sizes[id(node)] = size
    return size


def resolve(spec: Json, node: Any) -> Any:
    """Follow `$ref` until something else is found."""
    return follow(spec, node, ())[0]


def follow(spec: Json, node: Any, keys: Keys) -> tuple[Any, Keys]:
    """The node with references followed, and where it stands in the end."""
    seen: set[str] = set()
    while isinstance(node, dict) and "$ref" in node:
        ref = node["$ref"]
        if ref in seen:
            raise SpecError(f"$ref {ref!r} leads back to itself")
        seen.add(ref)
        if not ref.startswith("#/"):
            raise SpecError(f"$ref {ref!r} points outside the document: {BUNDLE}")
        keys = keys_of(ref)
        try:
            node = at(spec, keys)
        except (LookupError, TypeError, ValueError):
            raise SpecError(f"$ref {ref!r} points at nothing") from None
    return node, keys


def at(spec: Json, keys: Keys) -> Any:
    """What stands there."""
    node: Any = spec
    for key in keys:
        node = node[int(key) if isinstance(node, list) else key]
    return node


def keys_of(ref: str) -> tuple[str, ...]:
    """The way to what a reference names."""
    return tuple(part.replace("~1", "/").replace("~0", "~") for part in ref.removeprefix("#/").split("/"))


def ref_name(node: Any) -> str | None:
    """`backgroundTrackModel` for a reference to that component schema, else None."""
    ref = node.get("$ref") if isinstance(node, dict) else None
    return ref.removeprefix(SCHEMAS) if isinstance(ref, str) and ref.startswith(SCHEMAS) else None


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

    @property
    def evidence(self) -> str:
        """How sure it is; a page of the vendor's that was brought in whole has no mark."""
        return str(self.node.get("x-evidence", "documented"))


def servers(spec: Json) -> tuple[str, ...]:
    """The addresses of the API."""
    return tuple(str(each.get("url", "")).rstrip("/") for each in spec.get("servers") or ())


def operations(spec: Json) -> Iterator[Operation]:
    """Every operation, in the order of the document."""
    for path, item in (spec.get("paths") or {}).items():
        path_item = resolve(spec, item)
        for method in METHODS:
            if method in path_item:
                yield _operation(spec, path, method, path_item)


def _operation(spec: Json, path: str, method: str, path_item: Json) -> Operation:
    node = path_item[method]
    if not isinstance(node, dict):
        raise SpecError(f"{method.upper()} {path} is empty")
    merged: dict[tuple[str, str], Json] = {}
    for parameter in [*(path_item.get("parameters") or ()), *(node.get("parameters") or ())]:
        resolved = resolve(spec, parameter)
        merged[(resolved["in"], resolved["name"])] = resolved
    body = node.get("requestBody")
    return Operation(
        method=method.upper(),
        path=path,
        operation_id=node.get("operationId"),
        tags=tuple(node.get("tags") or ()),
        parameters=tuple(merged.values()),
        request_body=resolve(spec, body) if body is not None else None,
        responses={str(status): resolve(spec, response) for status, response in node["responses"].items()},
        node=node,
    )


def path_shape(path: str) -> str:
    """`/projects/{project_id}` as `/projects/{}`: names of placeholders do not tell paths apart."""
    return re.sub(r"\{[^}/]*\}", "{}", path)
