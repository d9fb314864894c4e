"""A YAML document's text, changed only where its data changed.

Dumping the whole document would also fold long texts anew, move comments and straighten indentation that nobody
touched. So ruamel.yaml tells the lines of every key and writes what is new; all other lines stay as they are, and
the result counts only when reading it back gives exactly the data that was wanted.
"""

from __future__ import annotations

import bisect
import io
import itertools
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.nodes import MappingNode, Node

from tools import spec
from tools.failure import Failure
from tools.spec import Document, Json, JsonScalars


def rewritten(text: str, document: Document, wanted: Json, where: str) -> str:
    """The text of `document` so that it says `wanted`; new keys come last in their mapping."""
    if not _has_lines_of_its_own(document.node):
        raise Failure(f"{where} is not block-style YAML (JSON?), so no line can be added to it: convert it once")
    source = _Source(text)
    edits = sorted(_edits(source, document.node, document.data, wanted, len(source.lines)), key=lambda edit: edit.start)
    result = "".join(_applied(source, edits))
    if not same(_read_back(result), wanted):
        raise Failure(f"{where}: the changes cannot be written without touching other lines; make them by hand")
    return result


def _read_back(text: str) -> Any:
    try:
        return spec.parse(text, "").data
    except spec.SpecError:
        return None


class _Source:
    """A text as lines, and where in them a mark of the parser is: its own count of lines misses some separators."""

    def __init__(self, text: str) -> None:
        self.ending = "\r\n" if "\r\n" in text else "\n"
        self.lines = re.findall(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+", text)
        self._starts = list(itertools.accumulate(map(len, self.lines), initial=0))
        if not self.lines[-1].endswith(("\n", "\r")):
            self.lines[-1] += self.ending

    def line(self, mark: Any) -> int:
        return bisect.bisect_right(self._starts, mark.index) - 1

    def column(self, mark: Any) -> int:
        return int(mark.index) - self._starts[self.line(mark)]

    def content_end(self, stop: int, column: int) -> int:
        """The line after an entry's own ones: blank lines and comments that follow belong to what comes next."""
        while _is_apart(self.lines[stop - 1], column):
            stop -= 1
        return stop


def _is_apart(line: str, column: int) -> bool:
    text = line.strip()
    return not text or (text.startswith("#") and line.index("#") <= column)


@dataclass(frozen=True)
class _Edit:
    """The lines from `start` up to `end` become `lines`."""

    start: int
    end: int
    lines: list[str]


def _applied(source: _Source, edits: list[_Edit]) -> Iterator[str]:
    position = 0
    for edit in edits:
        yield from source.lines[position : edit.start]
        yield from (line + source.ending for line in edit.lines)
        position = edit.end
    yield from source.lines[position:]


def _edits(source: _Source, node: Any, old: Json, new: Json, end: int) -> Iterator[_Edit]:
    """What makes the block mapping `node`, which stops before line `end`, say `new`."""
    column = source.column(node.value[0][0].start_mark)
    starts = [source.line(key.start_mark) for key, _ in node.value]
    stops = [source.content_end(stop, column) for stop in [*starts[1:], min(end, source.line(node.end_mark))]]
    children = {key.value: value for key, value in node.value}
    places = dict(zip(children, zip(starts, stops, strict=True), strict=True))
    after = {_key_text(key): (key, value) for key, value in new.items()}
    last = starts[0]
    for name, (key, value) in after.items():
        if name not in places:
            yield _Edit(last, last, _rendered(key, value, column))
            continue
        start, last = places[name]
        if same(old[name], value):
            continue
        if isinstance(value, dict) and value and _has_lines_of_its_own(children[name], start):
            yield from _edits(source, children[name], old[name], value, last)
        else:
            yield _Edit(start, last, _rendered(key, value, column))
    yield from (_Edit(start, stop, []) for name, (start, stop) in places.items() if name not in after)


def _has_lines_of_its_own(node: Node | None, below: int = -1) -> bool:
    """Whether every key of the node is written on a line of its own, after line `below`."""
    if not isinstance(node, MappingNode) or node.flow_style or not node.value:
        return False
    # An alias is the same node as its anchor, which stands elsewhere.
    return bool(node.value[0][0].start_mark.line > below)


def _rendered(key: Any, value: Any, column: int) -> list[str]:
    text = dumped({key: value})
    trimmed = text.rstrip() + "\n"
    # Blank lines at the end are the page's distance to its next part, or the end of a text (`|+`).
    if trimmed != text and _read_back(trimmed) == _read_back(text):
        text = trimmed
    return [" " * column + line if line.strip() else "" for line in text.removesuffix("\n").split("\n")]


def dumped(value: Any) -> str:
    """The value as block YAML in the vendor's layout."""
    yaml = YAML()
    yaml.Resolver = JsonScalars
    yaml.width = spec.MAX_BYTES
    yaml.indent(mapping=2, sequence=4, offset=2)
    stream = io.StringIO()
    yaml.dump(value, stream)
    # A text that keeps its blank lines at the end makes the library mark the end of the document.
    text = stream.getvalue()
    return text[: -len("...\n")] if text.endswith("\n...\n") else text


def same(one: Any, other: Any) -> bool:
    """Equal as JSON: 1 is not true, and the order of keys says nothing."""
    return one is other or _canonical(one) == _canonical(other)


def _canonical(value: Any) -> str:
    # Written twice, because the round-trip loader leaves a key 200 a number, and sorting wants text.
    return json.dumps(json.loads(json.dumps(value)), sort_keys=True)


def _key_text(key: Any) -> str:
    return key if isinstance(key, str) else json.dumps(key)
