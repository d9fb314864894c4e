"""From the document to one answering function per operation; nothing here knows an endpoint by name."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ._document import Json, Operation, operations, resolve
from ._listing import Answer, Listing, Pairs, answer, is_list
from ._values import sample, seeded, template

Items = int | Mapping[str, int | Sequence[Mapping[str, Any]]] | None
Answering = Callable[[Pairs], Answer]
Fits = Callable[[Any, Any], bool]
"""Whether a value (second) is one its schema (first) allows."""


@dataclass(frozen=True)
class Limits:
    """Rows per page."""

    default: int
    maximum: int


def answering(document: Json, items: Items, limits: Limits, fits: Fits) -> dict[tuple[str, str], Answering]:
    """(method, path) to the function that answers it."""
    every = list(operations(document))
    _check_paths(every, document, items)
    return {(each.method, each.path): _answering(document, each, items, limits, fits) for each in every}


def _check_paths(every: Sequence[Operation], document: Json, items: Items) -> None:
    if isinstance(items, Mapping):
        lists = sorted(each.path for each in every if is_list(each) and _array(document, success(each)[1]))
        unknown = sorted(set(items) - set(lists))
        if unknown:
            raise ValueError(f"items: no list operation at {', '.join(unknown)}; there is {', '.join(lists) or 'none'}")


def _answering(document: Json, operation: Operation, items: Items, limits: Limits, fits: Fits) -> Answering:
    status, response = success(operation)
    schema = _array(document, response)
    if schema is not None and is_list(operation):
        listing = _listing(document, operation, schema, items, limits, fits)
        return lambda query: answer(listing, query)
    fixed = _example_answer(document, status, response, fits)
    return lambda query: fixed


def success(operation: Operation) -> tuple[int, Json]:
    """The first documented 2xx; `2XX` and `default` stand for 200."""
    for name, response in operation.responses.items():
        if name.startswith("2"):
            return (int(name) if name.isdigit() else 200), response
    return 200, operation.responses.get("default", {})


def _array(document: Json, response: Json) -> Json | None:
    """The schema of a JSON array response, else None."""
    _, content = _content(response)
    schema = resolve(document, content.get("schema", {}))
    return schema if schema.get("type") == "array" else None


def _content(response: Json) -> tuple[str | None, Json]:
    """The media type to answer with: JSON where there is a choice."""
    contents: Json = response.get("content") or {}
    chosen = next((name for name in contents if "json" in name), next(iter(contents), None))
    return chosen, contents[chosen] if chosen is not None else {}


def _examples(document: Json, content: Json) -> list[Any]:
    """Documented examples of a body, in the order in which a reader meets them."""
    named = [resolve(document, example) for example in (content.get("examples") or {}).values()]
    values = [example["value"] for example in named if "value" in example]
    schema = resolve(document, content.get("schema", {}))
    return values + [holder["example"] for holder in (content, schema) if "example" in holder]


def _example_answer(document: Json, status: int, response: Json, fits: Fits) -> Answer:
    media_type, content = _content(response)
    headers = _required_headers(document, response)
    if media_type is None or status == 204:
        return Answer(status, None, headers, None)
    schema = content.get("schema", {})
    candidates = [*_examples(document, content), sample(document, schema)]
    # Published examples contradict their schemas here and there, and the server refuses to send such a body.
    body = next((value for value in candidates if fits(schema, value)), candidates[0])
    return Answer(status, body, headers, media_type)


def _required_headers(document: Json, response: Json) -> dict[str, str]:
    declared = {name: resolve(document, node) for name, node in (response.get("headers") or {}).items()}
    return {
        name: str(node.get("example", sample(document, node.get("schema", {}))))
        for name, node in declared.items()
        if node.get("required")
    }


def _listing(document: Json, operation: Operation, schema: Json, items: Items, limits: Limits, fits: Fits) -> Listing:
    status, response = success(operation)
    media_type, content = _content(response)
    item_schema = schema.get("items", {})
    examples = [item for item in _example_rows(_examples(document, content)) if fits(item_schema, item)]
    declared = {p["name"]: resolve(document, p.get("schema", {})) for p in operation.parameters}
    return Listing(
        items=_rows(document, operation.path, item_schema, examples, items),
        exact=frozenset(name for name, node in declared.items() if node.get("type") != "object"),
        headers=list(response.get("headers") or {}),
        status=status,
        media_type=media_type or "application/json",
        default_limit=declared["pagination[limit]"].get("default", limits.default),
        max_limit=limits.maximum,
    )


def _example_rows(examples: Iterable[Any]) -> list[Any]:
    return next((example for example in examples if isinstance(example, list)), [])


def _rows(document: Json, path: str, item_schema: Any, examples: Sequence[Any], items: Items) -> list[Any]:
    wanted = items.get(path) if isinstance(items, Mapping) else items
    if wanted is None:
        return list(examples)
    if not isinstance(wanted, int):
        return [dict(item) for item in wanted]
    properties = resolve(document, item_schema).get("properties", {})
    return seeded(examples or [template(document, item_schema)], wanted, properties)
