"""Fragments of the API's description joined to the document: what is new comes in, what differs needs a choice."""

from __future__ import annotations

import difflib
import json
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from tools import spec
from tools.failure import Failure, one_line
from tools.spec import METHODS, Json, SpecError, path_shape
from tools.spec.layout import dumped, same
from tools.spec.pages import Fragment
from tools.spec.pointers import references

OURS = "ours"
THEIRS = "theirs"

Keys = tuple[str, str, str]
# What merging knows how to treat at the top of a document.
_READ = frozenset({"openapi", "info", "servers", "security", "paths", "components"})
_MISSING: Any = object()


@dataclass(frozen=True)
class Choice:
    """Which side wins where both have something else under one name; None is for no side."""

    default: str | None = None
    named: dict[str, str] = field(default_factory=dict)

    def of(self, name: str) -> str | None:
        return self.named.get(name, self.default)


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
        labels = (f"{self.our_source} {self.name}", f"{self.their_source} {self.name}")
        return "\n".join(difflib.unified_diff(_lines(self.ours), _lines(self.theirs), *labels, lineterm="", n=4))


@dataclass
class Merged:
    """The outcome of joining fragments to a document."""

    document: Json
    """A copy; the document given is left alone."""
    added: list[str] = field(default_factory=list)
    taken: list[str] = field(default_factory=list)
    """Replaced by the fragment's."""
    kept: list[str] = field(default_factory=list)
    """Different, and left as it was."""
    differences: list[Difference] = field(default_factory=list)
    """Different, with no choice made."""
    left_out: list[str] = field(default_factory=list)
    """Keys of a fragment that are neither paths nor components, and that the document does not have."""


def merge(document: Json, fragments: list[Fragment], choice: Choice, label: str) -> Merged:
    """Join the fragments one after the other; `label` is the document's name in differences."""
    # Nothing is one object in two places in it, as the alias of YAML is.
    merged = Merged(json.loads(json.dumps(document)))
    sources: dict[str, str] = {}
    for fragment in fragments:
        _check_same_api(document, fragment, label)
        _check_paths(merged.document, fragment)
        _join(merged, fragment, choice, sources, label)
    if not merged.differences:
        for fragment in fragments:
            _check_references(merged.document, fragment)
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
    ours, theirs = _entries(merged.document), _entries(fragment.data)
    known_paths = set(merged.document.get("paths") or {})
    # What our paths say for all operations and theirs do not: theirs would get it too.
    lacking = [
        (section, path, key)
        for section, path, key in ours.keys() - theirs.keys()
        if section == "paths" and path in (fragment.data.get("paths") or {}) and key not in METHODS
    ]
    for keys in [*theirs, *lacking]:
        section, group, key = keys
        name, our_value, their_value = _name(keys), ours.get(keys, _MISSING), theirs.get(keys, _MISSING)
        if _MISSING not in (our_value, their_value) and same(our_value, their_value):
            continue
        side = choice.of(name)
        # What a path says for all its operations would also change those that are there already.
        stands_alone = section == "components" or key in METHODS or group not in known_paths
        if our_value is _MISSING and stands_alone:
            merged.added.append(name)
        elif side == THEIRS:
            merged.taken.append(name)
        elif side == OURS:
            merged.kept.append(name)
            continue
        else:
            source = sources.get(name, label)
            merged.differences.append(Difference(name, our_value, their_value, source, fragment.source))
            continue
        merged.document[section] = merged.document.get(section) or {}
        merged.document[section][group] = entries = merged.document[section].get(group) or {}
        if their_value is _MISSING:
            del entries[key]
        else:
            entries[key] = their_value
        sources[name] = fragment.source
    other = sorted(fragment.data.keys() - _READ)
    merged.left_out += [f"{key} ({fragment.source})" for key in other if fragment.data[key] != merged.document.get(key)]


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


def _check_paths(document: Json, fragment: Fragment) -> None:
    known = {path_shape(path): path for path in document.get("paths") or {}}
    for path in fragment.data.get("paths") or {}:
        other = known.setdefault(path_shape(path), path)
        if other != path:
            raise Failure(f"{fragment.source}: the path {path} is there already as {other}: use one name in both")


def _check_references(document: Json, fragment: Fragment) -> None:
    for _, ref in references(fragment.data):
        try:
            spec.resolve(document, {"$ref": ref})
        except SpecError as error:
            raise Failure(f"{fragment.source}: {error}") from None


def _lines(value: Any) -> list[str]:
    # The order of keys says nothing.
    return [] if value is _MISSING else dumped(json.loads(json.dumps(value, sort_keys=True))).splitlines()
