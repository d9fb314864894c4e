"""What the sandbox remembers: rows by collection, and settings by path. It knows no endpoint."""

from __future__ import annotations

import copy
import re
import uuid
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import quote

from ._document import Json, Operation, resolve
from ._values import sample

Fits = Callable[[Any, Any], bool]
"""Whether a value (second) is one its schema (first) allows."""


@dataclass(frozen=True)
class Kind:
    """A collection of the document: `/things`, with `/things/{id}` where there is one."""

    path: str
    item_path: str | None
    schema: Json
    """Of a row, as it stands in the document."""
    fields: Mapping[str, Json]
    """The declared properties of a row, references followed."""

    @property
    def parameter(self) -> str:
        """The item path's own parameter."""
        return (self.item_path or "").rpartition("{")[2].rstrip("}")

    @property
    def id_name(self) -> str:
        """The property by which a row is found: the item path's own parameter, or `id`."""
        return self.parameter if self.parameter in self.fields else "id"


def fields_of(document: Json, schema: Any) -> dict[str, Json]:
    """The properties of a schema and of all its parts, references followed."""
    schema = resolve(document, schema)
    found: dict[str, Json] = {}
    for part in [*schema.get("allOf", ()), *schema.get("oneOf", ()), *schema.get("anyOf", ())]:
        found |= fields_of(document, part)
    return found | {name: resolve(document, node) for name, node in schema.get("properties", {}).items()}


def item_paths(operations: Iterable[Operation]) -> dict[str, str]:
    """Path of a collection to the one path of its items."""
    found: dict[str, list[str]] = {}
    for path in dict.fromkeys(each.path for each in operations):
        parent, _, last = path.rpartition("/")
        if last.startswith("{") and last.endswith("}"):
            found.setdefault(parent, []).append(path)
    return {parent: paths[0] for parent, paths in found.items() if len(paths) == 1}


@dataclass
class Collection:
    """The rows of one collection, for one set of parents."""

    kind: Kind
    parameters: Mapping[str, str]
    """Those of the path, which name the parents."""
    rows: list[Any] = field(default_factory=list)
    _last: int = 0
    _numbers: dict[str, Any] = field(default_factory=dict)

    def put(self, row: Any) -> Any:
        """Keep a row that has all it needs."""
        self.rows.append(row)
        key = row.get(self.kind.id_name) if isinstance(row, dict) else None
        self._last = max(self._last + 1, key if isinstance(key, int) else 0)
        self._numbers[str(self._last)] = row
        return row

    def add(self, values: Json, key: Any = None) -> Json:
        """Keep a new row, with an id of its own, or this one."""
        declared = self.kind.fields.get(self.kind.id_name)
        if declared is not None:
            number = self._last + 1
            place = f"{self.kind.path} {sorted(self.parameters.items())} {number}"
            text = str(uuid.uuid5(uuid.NAMESPACE_URL, place))
            # In the place where its document has it.
            made = text if declared.get("type") == "string" else number
            values = {self.kind.id_name: made if key is None else key} | {
                name: value for name, value in values.items() if name != self.kind.id_name
            }
        row: Json = self.put(values)
        return row

    def find(self, key: str) -> Any:
        """The row with this id, `source_id` or number, else None."""
        for name in (self.kind.id_name, "source_id"):
            for row in self.rows:
                if isinstance(row, dict) and row.get(name) is not None and str(row[name]) == key:
                    return row
        return self._numbers.get(key) if self.kind.fields.get(self.kind.id_name, {}).get("type") == "string" else None

    def clear(self) -> None:
        """Forget all rows."""
        self.rows, self._last, self._numbers = [], 0, {}

    def remove(self, row: Any) -> None:
        """Forget a row."""
        self.rows = [each for each in self.rows if each is not row]
        self._numbers = {number: each for number, each in self._numbers.items() if each is not row}


class State:
    """Every collection and every settings object, made when it is first asked for."""

    def __init__(self, begin: Callable[[Collection], None]) -> None:
        self._begin = begin
        # By path, parameters filled in.
        self._collections: dict[str, Collection] = {}
        self._settings: dict[str, Json] = {}

    def collection(self, kind: Kind, parameters: Mapping[str, str]) -> Collection:
        """The collection with these parents."""
        place = filled(kind.path, parameters)
        if place not in self._collections:
            names = re.findall(r"{([^{}]*)}", kind.path)
            self._collections[place] = Collection(kind, {name: parameters[name] for name in names})
            self._begin(self._collections[place])
        return self._collections[place]

    def settings(self, path: str, parameters: Mapping[str, str], first: Json) -> Json:
        """The settings at a path, which start as given."""
        return self._settings.setdefault(filled(path, parameters), copy.deepcopy(first))

    def forget(self, item_path: str, parameters: Mapping[str, str]) -> None:
        """Forget what belongs to an item that is gone."""
        below = f"{filled(item_path, parameters)}/"
        held: tuple[dict[str, Any], ...] = (self._collections, self._settings)
        for each in held:
            for place in [place for place in each if place.startswith(below)]:
                del each[place]


def filled(path: str, parameters: Mapping[str, str]) -> str:
    """A path of the document with these parameters."""
    return re.sub(r"{([^{}]*)}", lambda match: quote(parameters[match[1]], safe=""), path)


def kept(kind_fields: Mapping[str, Json], body: Any, fits: Fits) -> Json:
    """What a response shows of a request's body: the fields that it declares, in the form that it declares.

    A language is sent as an object and shown as its code, for example.
    """
    shown: Json = {}
    for name, value in (body if isinstance(body, dict) else {}).items():
        if name in kind_fields:
            forms = [value, value.get("code") if isinstance(value, dict) else None]
            fitting = [form for form in forms if fits(kind_fields[name], form)]
            if fitting and (fitting[0] is not None or value is None):
                shown[name] = fitting[0]
    return shown


def required(document: Json, schema: Any) -> Json:
    """Values for the properties that every row must have."""
    schema = resolve(document, schema)
    found: Json = {}
    for part in schema.get("allOf", ()):
        found |= required(document, part)
    properties = schema.get("properties", {})
    return found | {name: sample(document, properties.get(name, {})) for name in schema.get("required", ())}
