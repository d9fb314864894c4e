"""What changed for callers between two generations, and how severe each change is."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any, Literal

from tools.changes import Change, Severity, removals, surface
from tools.changes.surface import Call, Surface, Value
from tools.failure import Failure

Format = Literal["text", "json"]


def report(old_package: Path, new_package: Path) -> list[Change]:
    """What changed for callers from one generated package to another, the severest first."""
    old, new = surface.load(old_package), surface.load(new_package)
    found = list(compare(surface.read(old_package, old), surface.read(new_package, new)))
    told = {change.where for change in breaking(found)}
    return in_order([*found, *removals.of_generated(old, new, told)])


def in_order(changes: list[Change]) -> list[Change]:
    """The severest first, then by name; each once."""
    severities = ("breaking", "addition", "note")
    return sorted(set(changes), key=lambda each: (severities.index(each.severity), each.where, each.text))


def breaking(changes: list[Change]) -> list[Change]:
    """Those that can break a caller's code."""
    return [change for change in changes if change.severity == "breaking"]


# --- for people and programs


def chosen_format() -> Format:
    """What the environment's FORMAT asks for: `text`, or `json` for programs."""
    match os.environ.get("FORMAT") or "text":
        case "text" | "json" as form:
            return form
        case other:
            raise Failure(f"FORMAT is text or json, not {other!r}")


_PREFIXES = {"breaking": "**Breaking:** ", "addition": "Added: ", "note": "Note: "}


def render(changes: list[Change], form: Format = "text", since: str | None = None) -> str:
    """The changes as bullets that CHANGELOG.md takes as they are, or as JSON; `since` tells the other side."""
    if form == "json":
        return as_json(changes, since)
    if not changes:
        return f"Nothing changes for callers{f' since {since}' if since else ''}."
    return "\n".join(f"- {_PREFIXES[each.severity]}{each.text}." for each in changes)


def as_json(changes: list[Change] | None, since: str | None, **more: Any) -> str:
    """The changes for programs; None where they are not known."""
    content = {
        "since": since,
        "breaking": None if changes is None else len(breaking(changes)),
        "changes": [asdict(each) for each in changes or ()],
    }
    return json.dumps(content | more, indent=2, ensure_ascii=False)


# --- the comparison


def compare(old: Surface, new: Surface) -> Iterator[Change]:
    """Every difference between two surfaces, in no order."""
    if old.servers != new.servers:
        text = f"the API's address is {_listed(new.servers)}, was {_listed(old.servers)}"
        yield Change("note", "server-moved", "servers", text)
    yield from _calls(old.calls, new.calls)
    for name in old.models.keys() & new.models.keys():
        yield from _fields(name, old, new)
    for name in old.enums.keys() & new.enums.keys():
        yield from _members(name, old.enums[name], new.enums[name])
    before, after = _classes(old), _classes(new)
    for name in before.keys() | after.keys():
        if name not in after:
            yield Change("breaking", f"{before[name]}-removed", name, f"the {before[name]} `{name}` is gone")
        elif name not in before:
            yield Change("addition", f"{after[name]}-added", name, f"the {after[name]} `{name}`")
        elif before[name] != after[name]:
            text = f"`{name}` is now a {after[name]}, was a {before[name]}".replace("a enum", "an enum")
            yield Change("breaking", "class-retyped", name, text)


def _listed(servers: tuple[str, ...]) -> str:
    return " or ".join(f"`{each}`" for each in servers) or "not told"


def _classes(side: Surface) -> dict[str, str]:
    return dict.fromkeys(side.models, "model") | dict.fromkeys(side.enums, "enum")


def _calls(old: Mapping[str, Call], new: Mapping[str, Call]) -> Iterator[Change]:
    fresh = {call.shape: call for key, call in new.items() if key not in old}
    renamed = {key: fresh[call.shape] for key, call in old.items() if key not in new and call.shape in fresh}
    for key, call in old.items():
        request = f"`{call.method} {call.path}`"
        after = new.get(key) or renamed.get(key)
        if after is None:
            yield Change("breaking", "operation-removed", key, f"the operation `{key}` ({request}) is gone")
            continue
        if key in renamed:
            text = f"`{key}` ({request}) is now called `{after.key}`"
            yield Change("breaking", "operation-renamed", key, text)
        yield from _call(call, after)
    new_names = {call.key for call in renamed.values()}
    for key in new.keys() - old.keys() - new_names:
        request = f"`{new[key].method} {new[key].path}`"
        yield Change("addition", "operation-added", key, f"the operation `{key}` ({request})")


def _call(old: Call, new: Call) -> Iterator[Change]:
    key = new.key
    if old.shape != new.shape:
        text = f"`{key}` is now sent as `{new.method} {new.path}`, was `{old.method} {old.path}`"
        yield Change("note", "operation-moved", key, text)
    if new.deprecated and not old.deprecated:
        yield Change("note", "operation-deprecated", key, f"`{key}` is deprecated")
    for name in old.arguments.keys() | new.arguments.keys():
        yield from _argument(old, new, name)
    yield from _result(old, new)
    for status in old.statuses ^ new.statuses:
        yield _status(key, status, came=status in new.statuses)
    for header in old.headers ^ new.headers:
        yield _header(key, header, came=header in new.headers)
    yield from _security(old, new)


def _argument(old: Call, new: Call, name: str) -> Iterator[Change]:
    before, after, key = old.arguments.get(name), new.arguments.get(name), new.key
    paging = f", which `bw.paginate({key}, ...)` needs" if name in old.paging | new.paging else ""
    if before is None and after is not None:
        if after.required:
            yield Change("breaking", "argument-added", key, f"`{key}` requires the new argument `{name}` (`{after}`)")
        else:
            yield Change("addition", "argument-added", key, f"`{key}` takes the argument `{name}` (`{after}`){paging}")
    elif after is None:
        yield Change("breaking", "argument-removed", key, f"`{key}` no longer takes the argument `{name}`{paging}")
    elif before is not None:
        if after.required and not before.required:
            yield Change("breaking", "argument-required", key, f"`{key}` now requires the argument `{name}`")
        if before.required and not after.required:
            yield Change("addition", "argument-optional", key, f"`{key}` no longer requires the argument `{name}`")
        if before.default != after.default:
            text = f"`{key}`: the default of `{name}` is {_default(after)}, was {_default(before)}"
            yield Change("note", "argument-default", key, text)
        how = _difference(before, after)
        if how is not None:
            severity: Severity = "addition" if how == "wider" else "breaking"
            text = f"`{key}`: the argument `{name}` is `{after}`, was `{before}`"
            yield Change(severity, "argument-retyped", key, text)


def _default(value: Value) -> str:
    return "none" if value.default is None else f"`{value.default}`"


def _result(old: Call, new: Call) -> Iterator[Change]:
    how = _difference(old.result, new.result)
    if how is not None:
        added = new.statuses - old.statuses
        # A newly documented error adds its model to what the generated function gives, and to nothing else.
        only_errors = how == "wider" and added and not any(_is_success(status) for status in added)
        severity: Severity = "note" if how == "narrower" or only_errors else "breaking"
        text = f"`{new.key}` answers `{new.result}`, was `{old.result}`"
        yield Change(severity, "answer-retyped", new.key, text)


def _is_success(status: str) -> bool:
    # `default` is what documents write for "any error".
    return status.startswith("2")


def _status(key: str, status: str, *, came: bool) -> Change:
    if came:
        return Change("addition", "status-added", key, f"`{key}` declares the answer {status}")
    severity: Severity = "breaking" if _is_success(status) else "note"
    return Change(severity, "status-removed", key, f"`{key}` no longer declares the answer {status}")


def _header(key: str, header: str, *, came: bool) -> Change:
    paging = header.startswith("x-pagination-")
    name = f"the {'pagination ' if paging else ''}header `{header}`"
    kind = "pagination-header" if paging else "header"
    if came:
        return Change("addition", f"{kind}-added", key, f"`{key}` answers with {name}")
    severity: Severity = "breaking" if paging else "note"
    return Change(severity, f"{kind}-removed", key, f"`{key}` no longer answers with {name}")


def _security(old: Call, new: Call) -> Iterator[Change]:
    if old.security == new.security:
        return
    text = f"`{new.key}` needs {_ways(new)}, was {_ways(old)}"
    if () in new.security or old.security < new.security:
        yield Change("note", "security-relaxed", new.key, text)
    else:
        yield Change("breaking", "security-changed", new.key, text)


def _ways(call: Call) -> str:
    return " or ".join(sorted(f"`{' + '.join(way)}`" if way else "no key" for way in call.security))


def _fields(model: str, old: Surface, new: Surface) -> Iterator[Change]:
    before, after = old.models[model], new.models[model]
    sent, received = model in new.sent, model in new.received
    for name in before.keys() | after.keys():
        where = f"{model}.{name}"
        if name not in after:
            yield Change("breaking", "field-removed", where, f"`{where}` is gone")
        elif name in before:
            yield from _field(where, before[name], after[name], sent=sent, received=received or not sent)
        elif after[name].required:
            text = f"`{where}` (`{after[name]}`) is new and required: code that builds a `{model}` must give it"
            yield Change("breaking", "field-added", where, text)
        else:
            yield Change("addition", "field-added", where, f"`{where}` (`{after[name]}`)")


def _field(where: str, old: Value, new: Value, *, sent: bool, received: bool) -> Iterator[Change]:
    model = where.partition(".")[0]
    if new.required and not old.required:
        text = f"`{where}` is now required: code that builds a `{model}` must give it"
        yield Change("breaking", "field-required", where, text)
    if old.required and not new.required:
        text = f"`{where}` is no longer required{': it may be missing from an answer' if received else ''}"
        yield Change("breaking" if received else "addition", "field-optional", where, text)
    if old.nullable != new.nullable:
        harm = received if new.nullable else sent
        text = f"`{where}` {'may now be' if new.nullable else 'is no longer'} null"
        yield Change("breaking" if harm else "note", "field-nullable", where, text)
    how = _difference(_not_null(old), _not_null(new))
    if how is not None:
        harm = how == "other" or (received and how == "wider") or (sent and how == "narrower")
        text = f"`{where}` is `{_not_null(new)}`, was `{_not_null(old)}`"
        yield Change("breaking" if harm else "note", "field-retyped", where, text)


def _not_null(value: Value) -> Value:
    return Value(value.types, nullable=False, required=value.required)


def _members(enum: str, old: Mapping[str, str], new: Mapping[str, str]) -> Iterator[Change]:
    for name in old.keys() | new.keys():
        where = f"{enum}.{name}"
        if name not in new:
            yield Change("breaking", "enum-value-removed", where, f"`{where}` (`{old[name]}`) is gone")
        elif name not in old:
            yield Change("addition", "enum-value-added", where, f"`{where}` (`{new[name]}`)")
        elif old[name] != new[name]:
            yield Change("breaking", "enum-value-changed", where, f"`{where}` is `{new[name]}`, was `{old[name]}`")


def _difference(old: Value, new: Value) -> Literal["wider", "narrower", "other"] | None:
    """How the values that are allowed differ; `Any` allows all."""
    before, after = ({*value.types, *(["None"] if value.nullable else [])} for value in (old, new))
    if before == after or ("Any" in before and "Any" in after):
        return None
    if "Any" in after or before < after:
        return "wider"
    return "narrower" if "Any" in before or after < before else "other"
