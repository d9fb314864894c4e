"""What the spec says of an operation and the generated code does not: read from `operations.json`."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from inspect import Signature, signature
from typing import Any, NamedTuple

from .forms import Form, FormTable

_PACKAGE = "beyondwords_api"
_API = f"{_PACKAGE}.api."
LIMIT = "pagination[limit]"
OFFSET = "pagination[offset]"


class Operation(NamedTuple):
    """One operation of the API."""

    operation_id: str | None
    method: str
    path: str
    query: Mapping[str, str]
    """Query names on the wire, and the generated function's arguments for them."""
    forms: Mapping[str, Form | None]
    """Declared success statuses (`200`, `2XX`, `default`), and what their bodies must be."""

    def __str__(self) -> str:
        """For example `GET /background_tracks (background_tracks#index)`."""
        call = f"{self.method} {self.path}"
        return f"{call} ({self.operation_id})" if self.operation_id else call

    def declares(self, status: int) -> str | None:
        """The declared status that covers this one, None if the spec knows no such answer."""
        for declared in (str(status), f"{status // 100}XX", f"{status // 100}xx", "default"):
            if declared in self.forms:
                return declared
        return None

    @property
    def declared_text(self) -> str:
        """The declared success statuses in words."""
        return " and ".join(self.forms) or "no success"

    def check_query(self, names: Iterable[str]) -> None:
        """Refuse query names that the operation does not declare.

        The generated code sends the keys of a free-form (`deepObject`) model as they are; without the
        full name in front, the API would silently ignore them.

        Raises:
            ValueError: Names the key.
        """
        for name in names:
            if name not in self.query and not any(name.startswith(f"{known}[") for known in self.query):
                raise ValueError(
                    f"{self}: the query key {name!r} is not declared; write it in full, for example 'filter[scopes][a]'"
                )

    def check_list(self) -> None:
        """Refuse what cannot be walked page by page.

        Raises:
            TypeError: Not a list with `pagination[limit]` and `pagination[offset]`.
        """
        missing = [name for name in (LIMIT, OFFSET) if name not in self.query]
        if missing:
            raise TypeError(f"{self} is not paginated: it takes no {' and no '.join(missing)}; use call()")
        form = self.forms.get("200")
        if form is None or form.kind != "array":
            raise TypeError(f"{self} does not answer with a list; use call()")

    def check_required(self, arguments: Mapping[str, Any], endpoint: Any) -> None:
        """Refuse None for what the generated function requires: it would be sent as the text `None`.

        Raises:
            TypeError: Names the argument.
        """
        for name in _required(endpoint.sync_detailed):
            if name in arguments and arguments[name] is None:
                raise TypeError(f"{self}: {name} is required and cannot be None")

    def check_arguments(self, arguments: Mapping[str, Any], endpoint: Any) -> None:
        """Refuse arguments that the generated function does not take, before anything is sent.

        Raises:
            TypeError: Names the argument.
        """
        for wire, own in ((LIMIT, "limit"), (OFFSET, "offset")):
            if self.query[wire] in arguments:
                raise TypeError(f"{self}: use {own}= instead of {self.query[wire]}=")
        if "client" in arguments:
            raise TypeError(f"{self}: the client is this one; leave client= out")
        try:
            _signature(endpoint.sync_detailed).bind(client=None, **arguments)
        except TypeError as error:
            raise TypeError(f"{self}: {error}") from None


@cache
def _signature(function: Callable[..., Any]) -> Signature:
    return signature(function)


@cache
def _required(function: Callable[..., Any]) -> tuple[str, ...]:
    """Without the body, which the API may allow to be null."""
    parameters = _signature(function).parameters.values()
    return tuple(each.name for each in parameters if each.default is each.empty and each.name not in ("client", "body"))


@cache
def _tables() -> tuple[Mapping[str, Any], FormTable]:
    # Needed once, and nothing that importing this package should wait for.
    from pkgutil import get_data

    data = get_data(_PACKAGE, "operations.json")
    assert data is not None
    document = json.loads(data)
    return document["operations"], FormTable(document["schemas"])


@cache
def operation_named(name: str) -> Operation | None:
    """The operation of a generated module, named below `beyondwords_api.api`."""
    operations, forms = _tables()
    entry = operations.get(name)
    if entry is None:
        return None
    return Operation(
        operation_id=entry.get("operation_id"),
        method=entry["method"],
        path=entry["path"],
        query=entry["query"],
        forms={status: forms.form(node) for status, node in entry["responses"].items()},
    )


def operation_of(endpoint: object) -> Operation:
    """The operation of a generated endpoint module.

    Raises:
        TypeError: Not a generated endpoint module.
    """
    name = getattr(endpoint, "__name__", "")
    operation = operation_named(name.removeprefix(_API)) if name.startswith(_API) else None
    if operation is None:
        raise TypeError(
            f"not a generated endpoint module: {endpoint!r}; "
            "import one, for example `from beyondwords_api.api.background_tracks import background_tracks_index`"
        )
    return operation
