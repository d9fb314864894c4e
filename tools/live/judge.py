"""What a response has against the document: found by an independent validator, told without values.

What the API sends may be personal data, so a message names fields, types and formats, and never shows a value.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from openapi_schema_validator import OAS30ReadValidator, OAS31Validator, oas30_format_checker, oas31_format_checker

from tools.failure import some
from tools.live.calls import PAGING, SMALL_PAGE
from tools.live.report import Outcome
from tools.spec import Json, resolve
from tools.spec.references import absolute, registry_of

_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_-]{0,40}", re.ASCII)
_WORD = re.compile(r"[a-z]{1,12}(_[a-z]{1,12}){0,3}", re.ASCII)
_DATE = re.compile(r"\d{1,4}[-/.]\d\d?[-/.]\d{1,4}([T ][\d:.,]{1,20} ?(Z|UTC|GMT|[+-][\d:]{2,5})?)?", re.ASCII)
_SHOWN = 8
"""How many of many things a message shows."""


class Judge:
    """Compares responses with the schemas of one document."""

    def __init__(self, spec: Json) -> None:
        self._spec = spec
        kind, checker = OAS31Validator, oas31_format_checker
        if spec["openapi"].startswith("3.0"):
            kind, checker = OAS30ReadValidator, oas30_format_checker
        self._of_nothing = kind({}, registry=registry_of(spec), format_checker=checker)

    def body(self, schema: Any, value: Any, outcome: Outcome, root: str = "$") -> None:
        """Add what the value, which is called `root`, has against the schema, and what is worth knowing about it.

        A null in an optional field is taken out of the value: it reads as absent, here as in the client.
        """
        self._look([schema], value, root, outcome)
        # A null breaks two rules at once.
        told = {
            (tuple(error.absolute_path), kind, text)
            for error in self._validator(schema).iter_errors(value)
            for kind, text in _messages(error)
        }
        for path, kind, text in sorted(told, key=str):
            place = ("[]" if isinstance(step, int) else f".{_shown_name(step)}" for step in path)
            outcome.differs(kind, "".join([root, *place]), text)

    def headers(self, response: Json, headers: Mapping[str, str], outcome: Outcome) -> None:
        """Add what a response's headers have against those that the document declares for it."""
        declared = {name.lower(): name for name in response.get("headers") or {}}
        for lower, name in declared.items():
            node = resolve(self._spec, response["headers"][name])
            schema = node.get("schema") or {}
            if lower in headers:
                # A header is text, whatever is declared.
                text = headers[lower]
                readings = (text, json_value(text), [part.strip() for part in text.split(",")])
                if not any(self._validator(schema).is_valid(reading) for reading in readings):
                    kind = resolve(self._spec, schema).get("type", "schema")
                    outcome.differs("header value", name, f"not of the declared {kind}")
            elif node.get("required") or lower.startswith("x-pagination-"):
                why = "required" if node.get("required") else "optional in the document, but paging needs it"
                outcome.differs("missing header", name, f"not sent; {why}")
            else:
                outcome.note("declared optional headers that did not come", name)
        for name in headers.keys() - declared.keys():
            if name.startswith(("x-", "ratelimit")):
                outcome.note("undeclared headers", name)

    def _validator(self, schema: Any) -> Any:
        return self._of_nothing.evolve(schema=absolute(schema))

    # A validator says nothing of fields that the document does not know, and of those that never come.

    def _parts(self, schema: Any, value: Any) -> Iterator[Json]:
        """The schemas that speak of the value, `allOf` and the fitting alternatives taken apart."""
        node = resolve(self._spec, schema)
        if isinstance(node, dict):
            yield node
            for part in node.get("allOf") or ():
                yield from self._parts(part, value)
            for branch in [*(node.get("oneOf") or ()), *(node.get("anyOf") or ())]:
                if self._validator(branch).is_valid(value):
                    yield from self._parts(branch, value)

    def _look(self, schemas: Iterable[Any], value: Any, where: str, outcome: Outcome) -> None:
        parts = [part for schema in schemas for part in self._parts(schema, value)]
        if isinstance(value, list):
            for item in value:
                self._look((part["items"] for part in parts if "items" in part), item, f"{where}[]", outcome)
        elif isinstance(value, str) and _DATE.fullmatch(value):
            outcome.note(f"dates as {_masked(value)}", where)
        if not isinstance(value, dict):
            return
        declared: dict[str, list[Any]] = defaultdict(list)
        for part in parts:
            for name, schema in (part.get("properties") or {}).items():
                declared[name].append(schema)
        outcome.declared |= {f"{where}.{name}" for name in declared}
        required = {name for part in parts for name in part.get("required") or ()}
        extra = [part["additionalProperties"] for part in parts if "additionalProperties" in part]
        maps = [schema for schema in extra if isinstance(schema, dict)]
        for name, inner in list(value.items()):
            field = f"{where}.{name}"
            if name not in declared and maps:
                self._look(maps, inner, f"{where}{{}}", outcome)
            elif name not in declared:
                # An object without any declared field may hold what it likes.
                if declared and True not in extra:
                    outcome.differs("undeclared field", f"{where}.{_shown_name(name)}", type_text(inner))
            elif inner is None and name not in required:
                outcome.came.add(field)
                if not all(self._validator(schema).is_valid(None) for schema in declared[name]):
                    outcome.note("optional fields that were null, which is not declared", field)
                del value[name]
            else:
                outcome.came.add(field)
                self._look(declared[name], inner, field, outcome)


def compare_pages(pages: Sequence[tuple[list[Any], Mapping[str, str]]], outcome: Outcome) -> None:
    """Add what contradicts the document's words on paging, and the facts worth knowing.

    The pages are one of SMALL_PAGE rows, the next such, and one without limit and offset; names of their headers
    are without regard to case.
    """
    (first, _), (second, headers), (unlimited, _) = pages
    for offset, (rows, told) in zip((0, SMALL_PAGE), pages, strict=False):
        if len(rows) > SMALL_PAGE:
            outcome.differs("paging", PAGING[0], f"{len(rows)} rows came, {SMALL_PAGE} were asked for")
        for name, wanted in (("limit", SMALL_PAGE), ("offset", offset)):
            number = _number(told.get(f"x-pagination-{name}", ""))
            if number not in (None, wanted):
                outcome.differs("paging", f"x-pagination-{name}", f"says {number}, {wanted} was asked for")
    before, after = _identities(first), _identities(second)
    if not after and (_number(headers.get("x-pagination-total-count", "")) or 0) <= SMALL_PAGE:
        outcome.not_tried.append(f"offset: there is nothing at {SMALL_PAGE}")
    elif not after:
        outcome.differs("paging", PAGING[1], f"no rows at offset {SMALL_PAGE}, below the total")
    elif before == after:
        outcome.differs("paging", PAGING[1], f"the rows at offset {SMALL_PAGE} are those at offset 0")
    elif again := set(before[:SMALL_PAGE]) & set(after):
        outcome.note("rows that came again on the next page (no stable order, or rows were added)", f"{len(again)}")
    outcome.note("rows without a limit", f"{len(unlimited)}")


def _number(text: str) -> int | None:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 18 else None


def _identities(rows: list[Any]) -> list[str]:
    """What tells the rows apart."""
    ids = [row.get("id") if isinstance(row, dict) else None for row in rows]
    return [json.dumps(row if id_ is None else id_, sort_keys=True) for row, id_ in zip(rows, ids, strict=True)]


def type_text(value: Any, depth: int = 0) -> str:
    """The type of a value, in the words a document would use; never the value."""
    if value is None or isinstance(value, bool):
        return "null" if value is None else "boolean"
    if isinstance(value, int | float):
        return "integer" if isinstance(value, int) else "number"
    if isinstance(value, str):
        return f"string ({_masked(value)})" if _DATE.fullmatch(value) else "string"
    if isinstance(value, list):
        kinds = sorted({type_text(item, depth + 1) for item in value})
        return f"array of {' or '.join(kinds)}" if kinds else "array, empty"
    if depth > 1 or not value:
        return "object" if value else "object, empty"
    fields = [f"{_shown_name(name)}: {type_text(each, depth + 1)}" for name, each in value.items()]
    return f"object {{{some(fields, _SHOWN)}}}"


def _masked(date: str) -> str:
    return re.sub(r"\d", "9", date)


def _shown_name(name: str) -> str:
    # Keys of a map can be addresses and names of people.
    return name if _NAME.fullmatch(name) else "(no plain name)"


def json_value(text: str) -> Any:
    """The text as JSON, None if it is not."""
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return None


def _messages(error: Any) -> Iterator[tuple[str, str]]:
    """The kind and text of a validator's error; its own message would show the value."""
    rule, wanted, value = error.validator, error.validator_value, error.instance
    listed = wanted if isinstance(wanted, list) else [wanted]
    if rule == "type":
        yield "type", f"declared {' or '.join(map(str, listed))}, seen {type_text(value, 2)}"
    elif rule == "required":
        for name in wanted:
            if name not in value and not ((error.schema.get("properties") or {}).get(name) or {}).get("writeOnly"):
                yield "missing field", f"{name} is declared as required"
    elif rule != "additionalProperties":
        shown = some([json.dumps(each) for each in listed if not isinstance(each, dict | list)], _SHOWN)
        # A new word of an enum is what a maintainer needs; anything else could be somebody's data.
        is_word = rule == "enum" and isinstance(value, str) and _WORD.fullmatch(value)
        seen = f'"{value}"' if is_word else type_text(value, 2)
        yield "value", f"breaks the declared {f'{rule} {shown}'.strip()}, seen {seen}"
