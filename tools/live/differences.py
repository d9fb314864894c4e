"""What an answer has against the document: found by an independent validator, told without values.

What the API sends may be personal data, so a message names fields, types and forms, and never shows a value.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from openapi_schema_validator import OAS30ReadValidator, OAS31Validator, oas30_format_checker, oas31_format_checker

from tools.live import dates as live_dates
from tools.spec import Json, resolve
from tools.spec.references import absolute, registry_of

_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_-]{0,40}", re.ASCII)
_WORD = re.compile(r"[a-z]+(_[a-z]+){0,3}", re.ASCII)
_LONGEST_WORD = 24
_NAMES_SHOWN = 8
# What frameworks, proxies and content networks add to any answer, whatever the API.
_INFRASTRUCTURE = re.compile(
    r"x-(frame-options|xss-protection|content-type-options|download-options|permitted-cross-domain-policies"
    r"|powered-by|runtime|request-id|request-start|robots-tag|ua-compatible|dns-prefetch-control|rack-cache"
    r"|(cache|served-by|timer|via|varnish|fastly|amz|amzn|envoy|forwarded|cloud|cdn|edge|vercel|render)(-.*)?)"
)
_OWN_HEADER = re.compile(r"x-.+|ratelimit(-.+)?")


@dataclass(frozen=True)
class Difference:
    """One point in which an answer is not as the document says."""

    kind: str
    """For programs: `undeclared field`, `type`, `missing field`, `value`, `date format`, `undeclared header`,
    `missing header`, `header value`, `status`, `content type`, `body`, `paging`."""
    where: str
    """In a body, `$[].media.url`; a header's name; empty when it is about the whole answer."""
    text: str


@dataclass
class Findings:
    """What some answers of one operation showed."""

    differences: Counter[Difference] = field(default_factory=Counter)
    """Each with the number of places."""
    seen: set[str] = field(default_factory=set)
    """Declared fields that came."""
    absent: set[str] = field(default_factory=set)
    """Declared fields that were left out at least once."""
    dates: dict[str, Counter[str]] = field(default_factory=dict)
    """Field to the forms of its dates."""
    date_promises: dict[str, str] = field(default_factory=dict)
    """Field to what the document says of its form."""
    off_description: Counter[tuple[str, str]] = field(default_factory=Counter)
    """Field and form of dates that are described as ISO 8601, and are not."""
    headers: Counter[str] = field(default_factory=Counter)
    """Headers of what stands in front of the API."""
    unsent_headers: set[str] = field(default_factory=set)
    """Declared, optional, and not sent."""

    def add(self, kind: str, where: str, text: str) -> None:
        """Count one difference."""
        self.differences[Difference(kind, where, text)] += 1


class Judge:
    """Compares values with the schemas of one document."""

    def __init__(self, spec: Json) -> None:
        self._spec = spec
        self._registry = registry_of(spec)
        self._names = frozenset(_property_names(spec))
        self._validators: dict[int, Any] = {}

    def compare(self, schema: Any, value: Any, findings: Findings) -> None:
        """Add what the value has against the schema, and what is worth knowing about it."""
        told: set[tuple[Any, ...]] = set()
        for error in self._validator(schema).iter_errors(value):
            for kind, text in _messages(error):
                # A null breaks two rules at once.
                place = (*error.absolute_path, kind, text)
                if place not in told:
                    told.add(place)
                    findings.add(kind, self._location(error.absolute_path), text)
        self._walk([schema], value, "$", findings)

    def text_problem(self, schema: Any, text: str) -> str | None:
        """What a header's text has against its schema."""
        value = _from_text(resolve(self._spec, schema), text)
        return next(
            (said for error in self._validator(schema).iter_errors(value) for _, said in _messages(error)), None
        )

    def _validator(self, schema: Any) -> Any:
        # By identity: the document outlives this object.
        if id(schema) not in self._validators:
            whole = absolute(schema)
            if self._spec["openapi"].startswith("3.0"):
                made = OAS30ReadValidator(whole, registry=self._registry, format_checker=oas30_format_checker)
            else:
                made = OAS31Validator(whole, registry=self._registry, format_checker=oas31_format_checker)
            self._validators[id(schema)] = made
        return self._validators[id(schema)]

    def _location(self, path: Iterable[str | int]) -> str:
        location = "$"
        for step in path:
            # A key that is no field of the document is data.
            location += "[]" if isinstance(step, int) else f".{step}" if step in self._names else "{}"
        return location

    def _parts(self, schema: Any, value: Any) -> Iterator[Json]:
        """The schemas that speak of the value, `allOf` and the fitting alternatives taken apart."""
        node = resolve(self._spec, schema)
        if not isinstance(node, dict):
            return
        yield node
        for part in node.get("allOf") or ():
            yield from self._parts(part, value)
        for branch in [*(node.get("oneOf") or ()), *(node.get("anyOf") or ())]:
            if self._validator(branch).is_valid(value):
                yield from self._parts(branch, value)

    def _walk(self, schemas: list[Any], value: Any, where: str, findings: Findings) -> None:
        parts = [part for schema in schemas for part in self._parts(schema, value)]
        if isinstance(value, dict):
            self._walk_object(parts, value, where, findings)
        elif isinstance(value, list):
            items = [part["items"] for part in parts if "items" in part]
            for item in value:
                self._walk(items, item, f"{where}[]", findings)
        elif isinstance(value, str):
            _note_date(parts, value, where, findings)

    def _walk_object(self, parts: list[Json], value: Json, where: str, findings: Findings) -> None:
        declared: dict[str, list[Any]] = {}
        for part in parts:
            for name, schema in (part.get("properties") or {}).items():
                declared.setdefault(name, []).append(schema)
        extra = [part["additionalProperties"] for part in parts if "additionalProperties" in part]
        maps = [schema for schema in extra if isinstance(schema, dict)]
        # An object without any declared field may hold what it likes.
        is_open = bool(declared) and True not in extra and not any("patternProperties" in part for part in parts)
        for name, schemas in declared.items():
            (findings.seen if name in value else findings.absent).add(f"{where}.{name}")
            if name in value:
                self._walk(schemas, value[name], f"{where}.{name}", findings)
        for name in value.keys() - declared.keys():
            if maps:
                self._walk(maps, value[name], f"{where}{{}}", findings)
            elif is_open or False in extra:
                findings.add("undeclared field", f"{where}.{_shown_name(name)}", type_text(value[name]))


def compare_headers(judge: Judge, spec: Json, response: Json, headers: Mapping[str, str], findings: Findings) -> None:
    """Add what an answer's headers have against those the document declares for it."""
    declared = {name: resolve(spec, node) for name, node in (response.get("headers") or {}).items()}
    sent = {name.lower(): value for name, value in headers.items()}
    for name, node in declared.items():
        if name.lower() not in sent:
            _note_missing(name, node, findings)
        elif problem := judge.text_problem(node.get("schema") or {}, sent[name.lower()]):
            findings.add("header value", name, problem)
    for name in sorted(sent.keys() - {name.lower() for name in declared}):
        if _INFRASTRUCTURE.fullmatch(name):
            findings.headers[name] += 1
        elif _OWN_HEADER.fullmatch(name):
            findings.add("undeclared header", name, _text_type(sent[name]))


def _note_missing(name: str, node: Json, findings: Findings) -> None:
    if node.get("required"):
        findings.add("missing header", name, "declared as required, not sent")
    elif name.lower().startswith("x-pagination-"):
        findings.add("missing header", name, "not sent; optional in the document, but the walk over pages needs it")
    else:
        findings.unsent_headers.add(name)


def type_text(value: Any, depth: int = 0) -> str:
    """The type of a value, in the words a document would use; never the value."""
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "boolean"
    if isinstance(value, int | float):
        return "integer" if isinstance(value, int) else "number"
    if isinstance(value, str):
        form = live_dates.form_of(value)
        return f"string ({form})" if form else "string"
    if isinstance(value, list):
        kinds = sorted({type_text(item, depth + 1) for item in value})
        return f"array of {' or '.join(kinds)}" if kinds else "array, empty"
    if depth > 1 or not value:
        return "object" if value else "object, empty"
    fields = [f"{_shown_name(name)}: {type_text(each, depth + 1)}" for name, each in list(value.items())[:_NAMES_SHOWN]]
    return f"object {{{', '.join(fields)}{', ...' if len(value) > _NAMES_SHOWN else ''}}}"


def _shown_name(name: str) -> str:
    # Keys of a map can be addresses and names of people.
    return name if _NAME.fullmatch(name) else "(no plain name)"


def _text_type(text: str) -> str:
    return type_text(_from_text({"type": "integer"}, text))


def _from_text(schema: Any, text: str) -> Any:
    """A header's text as a value of the type that is declared, or as it is."""
    kind = schema.get("type") if isinstance(schema, dict) else None
    kinds = kind if isinstance(kind, list) else [kind]
    if {"integer", "number"} & set(kinds) and re.fullmatch(r"-?\d{1,18}", text, re.ASCII):
        return int(text)
    if "number" in kinds and re.fullmatch(r"-?\d{1,18}\.\d{1,18}", text, re.ASCII):
        return float(text)
    if "boolean" in kinds and text in ("true", "false"):
        return text == "true"
    if "array" in kinds:
        items = schema.get("items") or {}
        return [_from_text(items, part.strip()) for part in text.split(",")]
    return text


def _messages(error: Any) -> Iterator[tuple[str, str]]:
    """The kind and text of a validator's error; its own message would show the value."""
    rule, wanted, value = error.validator, error.validator_value, error.instance
    if rule == "type":
        yield "type", f"declared {_one_of(wanted)}, seen {type_text(value, 2)}"
    elif rule == "required":
        for name in wanted:
            if name not in value and not _is_write_only(error.schema, name):
                yield "missing field", f"{name} is declared as required"
    elif rule in ("enum", "const"):
        yield "value", f"not one of the declared {_short(wanted)}: {_word(value)}"
    elif rule == "format":
        if wanted not in ("date", "date-time"):
            yield "value", f"not of the declared format {wanted}"
    elif rule in ("oneOf", "anyOf"):
        fits = "fits none" if error.context else "fits more than one"
        yield "value", f"{fits} of the {len(wanted)} declared alternatives"
    elif rule != "additionalProperties":
        limit = f" {wanted}" if isinstance(wanted, int | float) and not isinstance(wanted, bool) else ""
        yield "value", f"breaks the declared {rule}{limit}"


def _is_write_only(schema: Json, name: str) -> bool:
    declared = (schema.get("properties") or {}).get(name)
    return isinstance(declared, dict) and bool(declared.get("writeOnly"))


def _one_of(kinds: Any) -> str:
    return " or ".join(map(str, kinds)) if isinstance(kinds, list) else str(kinds)


def _short(wanted: Any) -> str:
    listed = [json.dumps(value, ensure_ascii=False) for value in (wanted if isinstance(wanted, list) else [wanted])]
    return ", ".join(listed[:_NAMES_SHOWN]) + (", ..." if len(listed) > _NAMES_SHOWN else "")


def _word(value: Any) -> str:
    """A new word of an enum is what a maintainer needs; anything else could be somebody's data."""
    is_word = isinstance(value, str) and len(value) <= _LONGEST_WORD and _WORD.fullmatch(value)
    return f'"{value}"' if is_word else type_text(value, 2)


def _note_date(parts: list[Json], value: str, where: str, findings: Findings) -> None:
    form = live_dates.form_of(value)
    promised = next((said for part in parts if (said := live_dates.promise(part))), None)
    if promised:
        findings.date_promises[where] = promised
    if form or promised:
        findings.dates.setdefault(where, Counter())[form or "no date"] += 1
    if promised is None or live_dates.keeps(promised, value):
        return
    seen = form or "no date"
    if promised == live_dates.ISO_8601:
        findings.off_description[where, seen] += 1
    else:
        findings.add("date format", where, f"declared {promised}, seen {seen}")


def compare_described_dates(findings: Findings, examples: Findings) -> None:
    """Add the dates that are neither as their description says nor as the document's own examples."""
    for (where, seen), count in findings.off_description.items():
        if seen not in examples.dates.get(where, ()):
            text = f"described as {live_dates.ISO_8601}, seen {seen}"
            findings.differences[Difference("date format", where, text)] += count


def _property_names(node: Any) -> Iterator[str]:
    if isinstance(node, list):
        for item in node:
            yield from _property_names(item)
    elif isinstance(node, dict):
        if isinstance(node.get("properties"), dict):
            yield from node["properties"]
        for item in node.values():
            yield from _property_names(item)
