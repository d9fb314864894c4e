"""What changed for callers between two generations, and how severe each change is."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Any, Literal

from tools.changes import Change, Severity, removals, surface
from tools.changes.surface import Call, Owner, Surface, Value
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


def render(changes: list[Change] | None, form: Format = "text", since: str = "", problem: str = "", **more: Any) -> str:
    """The changes since a revision, None where a problem stands in the way of knowing them.

    As bullets that CHANGELOG.md takes as they are, or as JSON with what is given more.
    """
    if form == "json":
        content = {
            "since": since or None,
            "breaking": None if changes is None else len(breaking(changes)),
            "changes": [asdict(each) for each in changes or ()],
        }
        return json.dumps(content | ({"problem": problem} if problem else {}) | more, indent=2, ensure_ascii=False)
    if changes is None:
        return f"What changes for callers is not known: {problem}."
    if not changes:
        return f"Nothing changes for callers{f' since {since}' if since else ''}."
    return "\n".join(f"- {_PREFIXES[each.severity]}{each.text}." for each in changes)


# --- the comparison


def compare(old: Surface, new: Surface) -> Iterator[Change]:
    """Every difference between two surfaces, in no order."""
    if old.servers != new.servers:
        was, now = (" or ".join(f"`{each}`" for each in side.servers) or "not told" for side in (old, new))
        yield Change("note", "server-moved", "servers", f"the API's address is {now}, was {was}")
    fresh = {call.shape: call for key, call in new.calls.items() if key not in old.calls}
    for key, call in old.calls.items():
        after = new.calls.get(key) or fresh.pop(call.shape, None)
        if after is None:
            yield Change("breaking", "operation-removed", key, f"the operation `{key}` ({call.request}) is gone")
            continue
        if after.key != key:
            yield Change("breaking", "operation-renamed", key, f"`{key}` ({call.request}) is now called `{after.key}`")
        yield from _call(call, after)
    for call in fresh.values():
        yield Change("addition", "operation-added", call.key, f"the operation `{call.key}` ({call.request})")
    for name in old.classes.keys() | new.classes.keys():
        yield from _class(name, old.classes.get(name), new.classes.get(name), new)


def _call(old: Call, new: Call) -> Iterator[Change]:
    key = new.key
    if old.shape != new.shape:
        text = f"`{key}` is now sent as {new.request}, was {old.request}"
        yield Change("note", "operation-moved", key, text)
    if new.deprecated and not old.deprecated:
        yield Change("note", "operation-deprecated", key, f"`{key}` is deprecated")
    for name in old.parts.keys() | new.parts.keys():
        label = f"the argument `{name}` of `{key}`"
        yield from _part("argument", key, label, old.parts.get(name), new.parts.get(name), sent=True, received=False)
    came = new.declared.keys() - old.declared.keys()
    for each in came:
        yield Change("addition", "response-added", key, f"`{key}` now declares the {each}")
    for each in old.declared.keys() - new.declared.keys():
        severity: Severity = "breaking" if old.declared[each] else "note"
        yield Change(severity, "response-removed", key, f"`{key}` no longer declares the {each}")
    how = _difference(old.result, new.result)
    if how is not None:
        # A newly documented error adds its model to what the generated function gives, and to nothing else.
        only_errors = how == "wider" and came and not any(new.declared[each] for each in came)
        severity = "note" if how == "narrower" or only_errors else "breaking"
        yield Change(severity, "answer-retyped", key, f"`{key}` answers `{new.result}`, was `{old.result}`")
    if old.security != new.security:
        now, was = (" or ".join(sorted(f"`{each}`" if each else "no key" for each in s.security)) for s in (new, old))
        severity = "note" if "" in new.security or old.security < new.security else "breaking"
        yield Change(severity, "security-changed", key, f"`{key}` needs {now}, was {was}")


def _class(name: str, old: Owner | None, new: Owner | None, side: Surface) -> Iterator[Change]:
    if old is not None and new is None:
        yield Change("breaking", f"{old.kind}-removed", name, f"the {old.kind} `{name}` is gone")
    elif new is not None and old is None:
        yield Change("addition", f"{new.kind}-added", name, f"the {new.kind} `{name}`")
    elif old is not None and new is not None and old.kind != new.kind:
        yield Change("breaking", "class-retyped", name, f"the {old.kind} `{name}` is of another kind: {new.kind}")
    elif old is not None and new is not None:
        sent = name in side.sent
        received = name in side.received or not sent
        kind = "field" if new.kind == "model" else "enum-value"
        for part in old.parts.keys() | new.parts.keys():
            where = f"{name}.{part}"
            pair = old.parts.get(part), new.parts.get(part)
            yield from _part(kind, where, f"`{where}`", *pair, sent=sent, received=received)


def _part(
    kind: str, where: str, label: str, old: Value | None, new: Value | None, *, sent: bool, received: bool
) -> Iterator[Change]:
    """An argument, a field or a value of an enum."""
    if new is None:
        yield Change("breaking", f"{kind}-removed", where, f"{label} is gone")
    elif old is None and new.required:
        yield Change("breaking", f"{kind}-added", where, f"{label} (`{new}`) is new and required")
    elif old is None:
        yield Change("addition", f"{kind}-added", where, f"{label} (`{new}`)")
    else:
        if new.required and not old.required:
            yield Change("breaking", f"{kind}-required", where, f"{label} is now required")
        if old.required and not new.required:
            text = f"{label} is no longer required{': it may be missing from an answer' if received else ''}"
            yield Change("breaking" if received else "addition", f"{kind}-optional", where, text)
        if old.default != new.default:
            yield Change(
                "note", f"{kind}-default", where, f"the default of {label} is {new.default}, was {old.default}"
            )
        if old.position != new.position:
            yield Change("breaking", f"{kind}-moved", where, f"{label} has another position")
        how = _difference(old, new)
        if how is not None:
            harm = how == "other" or (received and how == "wider") or (sent and how == "narrower")
            text = f"{label} is `{new}`, was `{old}`"
            yield Change("breaking" if harm else "note", f"{kind}-retyped", where, text)


def _difference(old: Value, new: Value) -> Literal["wider", "narrower", "other"] | None:
    """How the values that are allowed differ; `Any` allows all."""
    if old.types == new.types or ("Any" in old.types and "Any" in new.types):
        return None
    if "Any" in new.types or old.types < new.types:
        return "wider"
    return "narrower" if "Any" in old.types or new.types < old.types else "other"
