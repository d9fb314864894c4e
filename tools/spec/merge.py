"""Fragments of the API's description joined to the document: what is new comes in, what differs needs a choice."""

from __future__ import annotations

import difflib
from collections.abc import Iterator
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
        ours = _lines(self.ours)
        theirs = _lines(_ordered_like(self.theirs, self.ours))
        labels = (f"{self.our_source} {self.name}", f"{self.their_source} {self.name}")
        return "\n".join(difflib.unified_diff(ours, theirs, *labels, lineterm="", n=4))


@dataclass
class Merged:
    """The outcome of joining fragments to a document."""

    document: Json
    """A copy; the document given is left alone."""
    names: set[str] = field(default_factory=set)
    """Everything that the fragments hold."""
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
    merged = Merged(_opened(document))
    sources: dict[str, str] = {}
    for fragment in fragments:
        _check_same_api(document, fragment, label)
        _check_paths(merged.document, fragment)
        _join(merged, fragment, choice, sources, label)
    if not merged.differences:
        for fragment in fragments:
            _check_references(merged.document, fragment)
    unknown = sorted(choice.named.keys() - merged.names)
    if unknown:
        raise Failure(f"nothing is called {unknown[0]!r} there; names are like schemas/errorModel or 'GET /speakers'")
    return merged


def entry_name(text: str) -> str:
    """The name as differences show it: `get /speakers` is `GET /speakers`."""
    method, space, path = text.partition(" ")
    return f"{method.upper()}{space}{path}" if method.lower() in METHODS else text


def _opened(document: Json) -> Json:
    """A copy as deep as entries are placed."""
    opened = dict(document)
    for section in ("paths", "components"):
        entries = document.get(section)
        if entries:
            opened[section] = {k: dict(v) if isinstance(v, dict) else v for k, v in entries.items()}
    return opened


def _entries(document: Json) -> Iterator[tuple[str, Keys]]:
    """Every operation, every other key of a path and every component, by name."""
    for path, item in (document.get("paths") or {}).items():
        for key in item:
            yield _name(path, key), ("paths", path, key)
    for kind, components in (document.get("components") or {}).items():
        for name in components if isinstance(components, dict) else ():
            yield f"{kind}/{name}", ("components", kind, name)


def _name(path: str, key: str) -> str:
    return f"{key.upper()} {path}" if key in METHODS else f"{path} {key}"


def _join(merged: Merged, fragment: Fragment, choice: Choice, sources: dict[str, str], label: str) -> None:
    ours, theirs = dict(_entries(merged.document)), dict(_entries(fragment.data))
    new_paths = (fragment.data.get("paths") or {}).keys() - (merged.document.get("paths") or {}).keys()
    merged.names |= theirs.keys()
    for name, keys in [*theirs.items(), *_lacking(ours, theirs)]:
        our_value, their_value = _get(merged.document, keys), _get(fragment.data, keys)
        side = choice.of(name)
        if _MISSING not in (our_value, their_value) and same(our_value, their_value):
            continue
        if our_value is _MISSING and _stands_alone(keys, new_paths):
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
        _put(merged.document, keys, their_value)
        sources[name] = fragment.source
    outside = fragment.data.keys() - _READ
    other = sorted(key for key in outside if not same(fragment.data[key], merged.document.get(key)))
    merged.left_out += [f"{key} ({fragment.source})" for key in other]


def _stands_alone(keys: Keys, new_paths: set[str]) -> bool:
    # What a path says for all its operations would also change those that are there already.
    section, path, key = keys
    return section == "components" or key in METHODS or path in new_paths


def _lacking(ours: dict[str, Keys], theirs: dict[str, Keys]) -> list[tuple[str, Keys]]:
    """What our paths say for all operations and theirs do not, for theirs would get it too."""
    shared_paths = {path for section, path, _ in theirs.values() if section == "paths"}
    return [
        (name, keys)
        for name, keys in ours.items()
        if keys[0] == "paths" and keys[1] in shared_paths and keys[2] not in METHODS and name not in theirs
    ]


def _get(document: Json, keys: Keys) -> Any:
    node: Any = document
    for key in keys:
        if not isinstance(node, dict) or key not in node:
            return _MISSING
        node = node[key]
    return node


def _put(document: Json, keys: Keys, value: Any) -> None:
    section, group, key = keys
    if not document.get(section):
        document[section] = {}
    entries = document[section]
    if not entries.get(group):
        entries[group] = {}
    if value is _MISSING:
        del entries[group][key]
    else:
        entries[group][key] = value


def _check_same_api(document: Json, fragment: Fragment, label: str) -> None:
    theirs = fragment.data
    for what, value in (("title", _title), ("server", _servers), ("OpenAPI version", _version)):
        if value(theirs) and value(document) and value(theirs) != value(document):
            is_theirs, is_ours = one_line(value(theirs), 80), one_line(value(document), 80)
            raise Failure(f"{fragment.source} is another API: its {what} is {is_theirs!r}, {label} has {is_ours!r}")
    for path, item in (theirs.get("paths") or {}).items():
        inherits = any(key in METHODS and "security" not in operation for key, operation in item.items())
        if inherits and not same(theirs.get("security") or [], document.get("security") or []):
            raise Failure(f"{fragment.source}: {path} relies on another global `security` than {label} has")


def _title(document: Json) -> str:
    info = document.get("info")
    return str(info.get("title") or "") if isinstance(info, dict) else ""


def _servers(document: Json) -> str:
    servers = document.get("servers")
    urls = [server.get("url") for server in servers if isinstance(server, dict)] if isinstance(servers, list) else []
    return ", ".join(sorted(str(url).rstrip("/") for url in urls))


def _version(document: Json) -> str:
    """3.0 and 3.1 describe nullable values in other words; what comes after says nothing."""
    return ".".join(str(document.get("openapi") or "").split(".")[:2])


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
    return [] if value is _MISSING else dumped(value).splitlines()


def _ordered_like(theirs: Any, ours: Any) -> Any:
    """Their value with its keys in our order, for the order of keys says nothing."""
    if isinstance(theirs, dict) and isinstance(ours, dict):
        order = [key for key in ours if key in theirs] + [key for key in theirs if key not in ours]
        return {key: _ordered_like(theirs[key], ours.get(key)) for key in order}
    if isinstance(theirs, list) and isinstance(ours, list):
        return [_ordered_like(value, ours[i] if i < len(ours) else None) for i, value in enumerate(theirs)]
    return theirs
