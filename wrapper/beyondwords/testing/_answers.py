"""What an operation's document says of its success: status, headers, and a body made from its examples."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from ._document import Json, Operation, resolve
from ._listing import Answer
from ._state import Fits
from ._values import sample


def success(operation: Operation) -> tuple[int, Json]:
    """The first documented 2xx; `2XX` and `default` stand for 200."""
    for name, response in operation.responses.items():
        if name.startswith("2"):
            return (int(name) if name.isdigit() else 200), response
    return 200, operation.responses.get("default", {})


def content_of(response: Json) -> tuple[str | None, Json]:
    """The media type to answer with, JSON where there is a choice, and what is said of it."""
    contents: Json = response.get("content") or {}
    chosen = next((name for name in contents if "json" in name), next(iter(contents), None))
    return chosen, contents[chosen] if chosen is not None else {}


def schema_of(operation: Operation) -> Any:
    """The schema of the success body, as it stands in the document."""
    return content_of(success(operation)[1])[1].get("schema", {})


def row_schema(document: Json, operation: Operation) -> Any:
    """The schema of a row where the success is an array, as it stands in the document, else None."""
    schema = resolve(document, schema_of(operation))
    return schema.get("items", {}) if schema.get("type") == "array" else None


def examples(document: Json, content: Json) -> list[Any]:
    """Documented examples of a body, in the order in which a reader meets them."""
    named = [resolve(document, example) for example in (content.get("examples") or {}).values()]
    values = [example["value"] for example in named if "value" in example]
    schema = resolve(document, content.get("schema", {}))
    return values + [holder["example"] for holder in (content, schema) if "example" in holder]


def example_rows(document: Json, operation: Operation, fits: Fits) -> list[Any]:
    """The rows of the first documented example, without those that contradict their schema."""
    found = examples(document, content_of(success(operation)[1])[1])
    rows: Iterable[Any] = next((example for example in found if isinstance(example, list)), [])
    schema = row_schema(document, operation)
    return [row for row in rows if fits(schema, row)]


def example_answer(document: Json, operation: Operation, fits: Fits) -> Answer:
    """The documented example, or a small value that the schema allows."""
    status, response = success(operation)
    media_type, content = content_of(response)
    headers = required_headers(document, response)
    if media_type is None or status == 204:
        return Answer(status, None, headers, None)
    schema = content.get("schema", {})
    candidates = [*examples(document, content), sample(document, schema)]
    # Published examples contradict their schemas here and there, and the server refuses to send such a body.
    body = next((value for value in candidates if fits(schema, value)), candidates[0])
    return Answer(status, body, headers, media_type)


def required_headers(document: Json, response: Json) -> dict[str, str]:
    """Values for the headers that the response must have."""
    declared = {name: resolve(document, node) for name, node in (response.get("headers") or {}).items()}
    return {
        name: str(node.get("example", sample(document, node.get("schema", {}))))
        for name, node in declared.items()
        if node.get("required")
    }
