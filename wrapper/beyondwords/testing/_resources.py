"""From the document to one handler per operation: create, show, update, delete and list work on the sandbox's state.

`/things` with `/things/{id}` is a collection; a path with GET and PUT holds settings; what is neither is answered from
its documented example. Nothing here knows an endpoint by name.
"""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ._answers import content_of, example_answer, example_rows, required_headers, row_schema, schema_of, success
from ._clock import Clock
from ._document import Json, Operation, operations, resolve
from ._filters import Pairs
from ._listing import Answer, Listing, answer, error, is_paged
from ._seeds import SEEDS
from ._state import Collection, Fits, Kind, State, fields_of, item_paths, kept, required
from ._values import seeded, template

Items = int | Mapping[str, int | Sequence[Mapping[str, Any]]] | None


@dataclass(frozen=True)
class Limits:
    """Rows per page."""

    default: int
    maximum: int


@dataclass(frozen=True)
class Request:
    """A request that the document allows."""

    parameters: Mapping[str, str]
    """Those of the path, decoded."""
    query: Pairs
    body: Any
    """The JSON that was sent, else None."""


Handler = Callable[[Request], Answer]
NOT_FOUND = error(404, "Not Found")


class Rules:
    """What a collection does beyond remembering; this one does nothing."""

    def seeded(self, collection: Collection) -> None:
        """A collection has its first rows."""

    def check(self, collection: Collection, row: Json | None, values: Json) -> Answer | None:
        """An answer that refuses the values of a new row (None) or of an old one."""
        return None

    def saved(self, collection: Collection, row: Json, changes: Json, *, new: bool) -> None:
        """A row was made or changed."""

    def placed(self, collection: Collection, row: Json) -> None:
        """A test made a row, with values that no request could give."""

    def deleted(self, collection: Collection, row: Json) -> None:
        """A row is gone."""

    def shown(self, row: Any, query: Pairs) -> Any:
        """What a response shows of a row."""
        return row


class Resources:
    """The collections of a document, and a handler for each of its operations."""

    def __init__(self, document: Json, items: Items, limits: Limits, fits: Fits, clock: Clock) -> None:
        self.fits: Fits = fits
        self._document, self._items, self._limits, self._clock = document, items, limits, clock
        self.operations: list[Operation] = list(operations(document))
        self._item_paths = item_paths(self.operations)
        self._lists = {each.path: each for each in self.operations if self._is_list(each)}
        self.kinds: dict[str, Kind] = {path: self._kind(path) for path in self._lists}
        self.rules: dict[str, Rules] = {}
        self.reset()
        self._check_items()

    def reset(self) -> None:
        """Start again with what there is at first."""
        self.state: State = State(lambda each: self._begin(each, self._first_rows(each.kind)))

    def missing(self, path: str, parameters: Mapping[str, str]) -> bool:
        """Whether the path leads to or through an item that does not exist."""
        for kind in self.kinds.values():
            if kind.item_path and path.startswith(f"{kind.path}/{{"):
                name = path[len(kind.path) + 2 :].partition("}")[0]
                if self.state.collection(kind, parameters).find(parameters[name]) is None:
                    return True
        return False

    def handler(self, operation: Operation) -> Handler:
        """What answers an operation."""
        kind, method = self.kinds.get(operation.path), operation.method
        if kind is not None and method in ("get", "post"):
            return self._list(operation, kind) if method == "get" else self._create(operation, kind)
        owner = next((each for each in self.kinds.values() if each.item_path == operation.path), None)
        if owner is not None and method in ("get", "put", "patch", "delete"):
            made = {"get": self._show, "delete": self._delete}.get(method, self._update)
            return made(operation, owner)
        return self._settings(operation) or self._like_another(operation) or self._example(operation)

    # The collections

    def _is_list(self, operation: Operation) -> bool:
        if operation.method != "get" or row_schema(self._document, operation) is None:
            return False
        return is_paged(operation) or operation.path in self._item_paths or operation.path in SEEDS

    def _kind(self, path: str) -> Kind:
        schema = row_schema(self._document, self._lists[path])
        return Kind(path, self._item_paths.get(path), schema, fields_of(self._document, schema))

    def _check_items(self) -> None:
        if isinstance(self._items, Mapping):
            unknown = sorted(set(self._items) - set(self._lists))
            if unknown:
                there = ", ".join(sorted(self._lists)) or "none"
                raise ValueError(f"items: no list operation at {', '.join(unknown)}; there is {there}")

    def _first_rows(self, kind: Kind) -> Sequence[Any]:
        operation = self._lists[kind.path]
        first = [row for row in SEEDS.get(kind.path, ()) if self.fits(kind.schema, row)]
        first = first or example_rows(self._document, operation, self.fits) or self._read_only_rows(kind)
        wanted = self._items.get(kind.path) if isinstance(self._items, Mapping) else self._items
        if wanted is None or (isinstance(self._items, int) and not is_paged(operation)):
            return first
        if not isinstance(wanted, int):
            return [dict(item) for item in wanted]
        return seeded(first or [template(self._document, kind.schema)], wanted, kind.fields)

    def _read_only_rows(self, kind: Kind) -> list[Any]:
        """One row, made as documented, where nobody can create any."""
        if any(each.method == "post" and each.path == kind.path for each in self.operations):
            return []
        example = resolve(self._document, kind.schema).get("example")
        return [example] if example is not None and self.fits(kind.schema, example) else []

    def rules_of(self, kind: Kind) -> Rules:
        """What a collection does beyond remembering."""
        return self.rules.get(kind.path) or Rules()

    # The operations of a collection

    def _list(self, operation: Operation, kind: Kind) -> Handler:
        status, response = success(operation)
        declared = {p["name"]: resolve(self._document, p.get("schema", {})) for p in operation.parameters}
        listing = Listing(
            path=operation.path,
            plain=frozenset(name for name, node in declared.items() if node.get("type") != "object"),
            fields=kind.fields,
            headers=list(response.get("headers") or {}),
            status=status,
            media_type=content_of(response)[0] or "application/json",
            paged=is_paged(operation),
            default_limit=declared.get("pagination[limit]", {}).get("default", self._limits.default),
            max_limit=self._limits.maximum,
        )

        def handle(request: Request) -> Answer:
            found = answer(listing, self.state.collection(kind, request.parameters).rows, request.query)
            if found.status == status:
                found.body[:] = [self.rules_of(kind).shown(row, request.query) for row in found.body]
            return found

        return handle

    def _create(self, operation: Operation, kind: Kind) -> Handler:
        def handle(request: Request) -> Answer:
            collection = self.state.collection(kind, request.parameters)
            values = kept(kind.fields, request.body, self.fits)
            values.pop(kind.id_name, None)
            made = self.create(collection, values)
            return made if isinstance(made, Answer) else self._one(operation, kind, made, request)

        return handle

    def create(self, collection: Collection, values: Json) -> Json | Answer:
        """A new row, or the answer that refuses it."""
        kind = collection.kind
        refused = self.rules_of(kind).check(collection, None, values)
        if refused is not None:
            return refused
        times = {name: self._clock.text() for name in ("created", "updated") if name in kind.fields}
        row = collection.add(required(self._document, kind.schema) | values | times, values.get(kind.id_name))
        self.rules_of(kind).saved(collection, row, values, new=True)
        return row

    def fill(self, collection: Collection, count: int) -> None:
        """Have just so many rows."""
        kind = collection.kind
        first = self._first_rows(kind) or [template(self._document, kind.schema)]
        self._begin(collection, seeded(first, count, kind.fields))

    def _begin(self, collection: Collection, rows: Iterable[Any]) -> None:
        collection.clear()
        for row in rows:
            collection.put(copy.deepcopy(row))
        self.rules_of(collection.kind).seeded(collection)

    def _show(self, operation: Operation, kind: Kind) -> Handler:
        def handle(request: Request) -> Answer:
            return self._one(operation, kind, self._found(kind, request)[1], request)

        return handle

    def _update(self, operation: Operation, kind: Kind) -> Handler:
        def handle(request: Request) -> Answer:
            collection, row = self._found(kind, request)
            values = kept(kind.fields, request.body, self.fits)
            values.pop(kind.id_name, None)
            refused = self.rules_of(kind).check(collection, row, values)
            if refused is not None:
                return refused
            changes = {name: value for name, value in values.items() if row.get(name) != value}
            row |= values | ({"updated": self._clock.text()} if "updated" in kind.fields else {})
            self.rules_of(kind).saved(collection, row, changes, new=False)
            return self._one(operation, kind, row, request)

        return handle

    def _delete(self, operation: Operation, kind: Kind) -> Handler:
        done = example_answer(self._document, operation, self.fits)

        def handle(request: Request) -> Answer:
            self.remove(*self._found(kind, request))
            return done

        return handle

    def remove(self, collection: Collection, row: Json) -> None:
        """Delete a row and all that is below it."""
        kind = collection.kind
        collection.remove(row)
        if kind.item_path is not None:
            self.state.forget(kind.item_path, {**collection.parameters, kind.parameter: str(row.get(kind.id_name))})
        self.rules_of(kind).deleted(collection, row)

    def _found(self, kind: Kind, request: Request) -> tuple[Collection, Any]:
        # That it is there was seen to by `missing`.
        collection = self.state.collection(kind, request.parameters)
        return collection, collection.find(request.parameters[kind.parameter])

    def _one(self, operation: Operation, kind: Kind, row: Any, request: Request) -> Answer:
        status, response = success(operation)
        media_type = content_of(response)[0]
        headers = required_headers(self._document, response)
        body = self.rules_of(kind).shown(row, request.query) if media_type else None
        if isinstance(body, dict):
            # What a list may leave out, this operation may demand.
            body = required(self._document, schema_of(operation)) | body
        return Answer(status, body, headers, media_type)

    # The other operations

    def _settings(self, operation: Operation) -> Handler | None:
        """A path with GET and PUT, whose value is what was sent last."""
        methods = {each.method: each for each in self.operations if each.path == operation.path}
        if not {"get", "put"} <= set(methods) or operation.method not in ("get", "put", "patch"):
            return None
        first = example_answer(self._document, methods["get"], self.fits)
        if not isinstance(first.body, dict):
            return None
        schema = schema_of(methods["get"])
        fields = fields_of(self._document, schema)

        def handle(request: Request) -> Answer:
            value = self.state.settings(operation.path, request.parameters, first.body)
            if operation.method != "get":
                value |= kept(fields, request.body, self.fits)
            return Answer(first.status, value, first.headers, first.media_type)

        return handle

    def _like_another(self, operation: Operation) -> Handler | None:
        """What is declared as a list of a collection, or as the item of a path above, is just that."""
        row, whole = row_schema(self._document, operation), schema_of(operation)
        for kind in self.kinds.values():
            if "$ref" not in kind.schema:
                continue
            if row == kind.schema and operation.method == "get" and "{" not in kind.path:
                return self._list(operation, kind)
            if whole == kind.schema and kind.item_path and operation.path.startswith(f"{kind.item_path}/"):
                return self._show(operation, kind)
        return None

    def _example(self, operation: Operation) -> Handler:
        fixed = example_answer(self._document, operation, self.fits)
        return lambda request: fixed
