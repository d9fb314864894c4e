"""Fragments of the API's description joined to the document: what is new comes in, what differs needs a choice."""

from __future__ import annotations

import copy
import difflib
import json
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from tools import spec
from tools.failure import Failure, one_line
from tools.spec import METHODS, Json, path_shape
from tools.spec.layout import dumped, same
from tools.spec.pages import Fragment

OURS = "ours"
THEIRS = "theirs"

Keys = tuple[str, str, str]
# What merging knows how to treat at the top of a document.
_READ = frozenset({"openapi", "info", "servers", "security", "paths", "components"})


@dataclass(frozen=True)
class Choice:
    """Which side wins where both have something else under one name; None is for no side."""

    default: str | None = None
    named: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Difference:
    """One name under which the document and a fragment have something else."""

    name: str
    ours: Any
    theirs: Any
    our_source: str
    their_source: str

    def __str__(self) -> str:
        """A unified diff of both sides in one layout, so that only what matters differs."""
        # The order of keys says nothing.
        sorted_ = (json.loads(json.dumps(each, sort_keys=True)) for each in (self.ours, self.theirs))
        ours, theirs = (dumped(each).splitlines() for each in sorted_)
        labels = (f"{self.our_source} {self.name}", f"{self.their_source} {self.name}")
        return "\n".join(difflib.unified_diff(ours, theirs, *labels, lineterm="", n=4))


@dataclass
class Merged:
    """The outcome of joining fragments to a document."""

    document: Json
    """A copy; the document given is left alone."""
    told: dict[str, list[str]] = field(default_factory=dict)
    """The names that were `added`, `taken over` from a fragment, `kept as it was`, and that were left out."""
    differences: list[Difference] = field(default_factory=list)
    """Different, with no choice made."""

    @property
    def is_changed(self) -> bool:
        return bool(self.told.keys() & {"added", "taken over"})


def merge(document: Json, fragments: list[Fragment], choice: Choice, label: str) -> Merged:
    """Join the fragments one after the other; `label` is the document's name in differences."""
    # Nothing is one object in two places in it, as the alias of YAML is.
    merged = Merged(json.loads(json.dumps(document)))
    sources: dict[str, str] = {}
    for fragment in fragments:
        _check_same_api(merged.document, fragment, label)
        _check_paths(merged.document, fragment, label)
        _join(merged, fragment, choice, sources, label)
    unknown = sorted(choice.named.keys() - {_name(keys) for fragment in fragments for keys in _entries(fragment.data)})
    if unknown:
        raise Failure(f"nothing is called {unknown[0]!r} there; names are like schemas/errorModel or 'GET /speakers'")
    return merged


def entry_name(text: str) -> str:
    """The name as differences show it: `get /speakers` is `GET /speakers`."""
    method, space, path = text.partition(" ")
    return f"{method.upper()}{space}{path}" if method.lower() in METHODS else text


def _entries(document: Json) -> dict[Keys, Any]:
    """Every operation, every other key of a path and every component."""
    return {
        (section, group, key): value
        for section in ("paths", "components")
        for group, entries in (document.get(section) or {}).items()
        if isinstance(entries, dict)
        for key, value in entries.items()
    }


def _name(keys: Keys) -> str:
    section, group, key = keys
    if section == "components":
        return f"{group}/{key}"
    return f"{key.upper()} {group}" if key in METHODS else f"{group} {key}"


def _join(merged: Merged, fragment: Fragment, choice: Choice, sources: dict[str, str], label: str) -> None:
    ours = _entries(merged.document)
    for keys, theirs in _entries(fragment.data).items():
        if keys in ours and same(ours[keys], theirs):
            continue
        section, group, key = keys
        name = _name(keys)
        side = choice.named.get(name, choice.default) if keys in ours else THEIRS
        if side is None:
            source = sources.get(name, label)
            merged.differences.append(Difference(name, ours[keys], theirs, source, fragment.source))
            continue
        what = "added" if keys not in ours else "taken over" if side == THEIRS else "kept as it was"
        merged.told.setdefault(what, []).append(name)
        if side == THEIRS:
            merged.document[section] = entries = merged.document.get(section) or {}
            entries[group] = (entries.get(group) or {}) | {key: copy.deepcopy(theirs)}
            sources[name] = fragment.source
    for key in sorted(fragment.data.keys() - _READ):
        if fragment.data[key] != merged.document.get(key):
            what = "left out, for it is neither a path nor a component"
            merged.told.setdefault(what, []).append(f"{key} ({fragment.source})")


def _check_same_api(document: Json, fragment: Fragment, label: str) -> None:
    theirs = fragment.data
    values: dict[str, Callable[[Json], str]] = {
        "title": lambda data: str((data.get("info") or {}).get("title") or ""),
        "server": lambda data: ", ".join(sorted(spec.servers(data))),
        # 3.0 and 3.1 describe nullable values in other words; what comes after says nothing.
        "OpenAPI version": lambda data: str(data.get("openapi") or "")[:3],
    }
    for what, value in values.items():
        if value(theirs) and value(document) and value(theirs) != value(document):
            is_theirs, is_ours = one_line(value(theirs), 80), one_line(value(document), 80)
            raise Failure(f"{fragment.source} is another API: its {what} is {is_theirs!r}, {label} has {is_ours!r}")
    for path, item in (theirs.get("paths") or {}).items():
        inherits = any(key in METHODS and "security" not in operation for key, operation in item.items())
        if inherits and not same(theirs.get("security") or [], document.get("security") or []):
            raise Failure(f"{fragment.source}: {path} relies on another global `security` than {label} has")


def _check_paths(document: Json, fragment: Fragment, label: str) -> None:
    paths = document.get("paths") or {}
    known = {path_shape(path): path for path in paths}
    for path, item in (fragment.data.get("paths") or {}).items():
        other = known.setdefault(path_shape(path), path)
        if other != path:
            raise Failure(f"{fragment.source}: the path {path} is there already as {other}: use one name in both")
        # What a path says for all its operations would also change those that are there already.
        theirs, ours = (
            {key: node[key] for key in node if key not in METHODS} for node in (item, paths.get(path, item))
        )
        if not same(theirs, ours):
            raise Failure(f"{fragment.source}: {path} says something else for all its operations than in {label}")
