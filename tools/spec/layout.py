"""A YAML document's text, changed only where its data changed.

Dumping the whole document would also fold long texts anew, move comments and straighten indentation that nobody
touched. So ruamel.yaml tells the lines of every key and writes what is new; all other lines stay as they are, and
the result counts only when reading it back gives exactly the data that was wanted.
"""

from __future__ import annotations

import io
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, TypeGuard

from ruamel.yaml import YAML
from ruamel.yaml.nodes import MappingNode, Node
from ruamel.yaml.representer import RoundTripRepresenter

from tools import spec
from tools.failure import Failure
from tools.spec import Document, Json, JsonScalars


def rewritten(text: str, document: Document, wanted: Json, where: str) -> str:
    """The text of `document` so that it says `wanted`; new keys come last in their mapping."""
    if not _has_lines_of_its_own(document.node):
        raise Failure(f"{where} is not block-style YAML (JSON?), so no line can be added to it: convert it once")
    ending = "\r\n" if "\r\n" in text else "\n"
    # As the parser counts them.
    lines = re.findall(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+", text)
    if not lines[-1].endswith(("\n", "\r")):
        lines[-1] += ending
    result, position = "", 0
    last = document.node.end_mark
    edits = _edits(lines, document.node, document.data, wanted, last.line + bool(last.column))
    for edit in sorted(edits, key=lambda edit: edit.start):
        result += "".join([*lines[position : edit.start], *(line + ending for line in edit.lines)])
        position = edit.end
    result += "".join(lines[position:])
    if not _says(result, wanted):
        raise Failure(f"{where}: the changes cannot be written without touching other lines; make them by hand")
    return result


def _says(text: str, wanted: Json) -> bool:
    try:
        return same(spec.parse(text, "").data, wanted)
    except spec.SpecError:
        return False


@dataclass(frozen=True)
class _Edit:
    """The lines from `start` up to `end` become `lines`."""

    start: int
    end: int
    lines: list[str]


def _edits(lines: list[str], node: Any, old: Json, new: Json, end: int) -> Iterator[_Edit]:
    """What makes the block mapping `node`, which stops before line `end`, say `new`."""
    column = node.value[0][0].start_mark.column
    starts = [key.start_mark.line for key, _ in node.value]
    stops = [_content_end(lines, stop, column) for stop in [*starts[1:], end]]
    children = {key.value: value for key, value in node.value}
    places = dict(zip(children, zip(starts, stops, strict=True), strict=True))
    last = starts[0]
    for name, value in new.items():
        if name not in places:
            yield _Edit(last, last, _rendered(name, value, column))
            continue
        start, last = places[name]
        if isinstance(value, dict) and value and _has_lines_of_its_own(children[name], start):
            yield from _edits(lines, children[name], old[name], value, last)
        elif not same(old[name], value):
            yield _Edit(start, last, _rendered(name, value, column))
    yield from (_Edit(start, stop, []) for name, (start, stop) in places.items() if name not in new)


def _content_end(lines: list[str], stop: int, column: int) -> int:
    """The line after an entry's own ones: blank lines and comments that follow belong to what comes next."""
    while not (text := lines[stop - 1].strip()) or (text.startswith("#") and lines[stop - 1].index("#") <= column):
        stop -= 1
    return stop


def _has_lines_of_its_own(node: Node | None, below: int = -1) -> TypeGuard[MappingNode]:
    """Whether every key of the node is written on a line of its own, after line `below`."""
    if not isinstance(node, MappingNode) or node.flow_style or not node.value:
        return False
    # An alias is the same node as its anchor, which stands elsewhere.
    return bool(node.value[0][0].start_mark.line > below)


def _rendered(key: str, value: Any, column: int) -> list[str]:
    lines = dumped({key: value}).removesuffix("\n").split("\n")
    return [" " * column + line if line.strip() else "" for line in lines]


class _Layout(RoundTripRepresenter):
    """Nothing is an alias, and a text of several lines is written in as many."""

    def ignore_aliases(self, data: Any) -> bool:
        return True


def _represent_text(representer: _Layout, text: str) -> Any:
    return representer.represent_scalar("tag:yaml.org,2002:str", text, style="|" if "\n" in text else None)


_Layout.add_representer(str, _represent_text)


def dumped(value: Any) -> str:
    """The value as block YAML in the vendor's layout."""
    yaml = YAML()
    yaml.Resolver = JsonScalars
    yaml.Representer = _Layout
    yaml.width = spec.MAX_BYTES
    yaml.indent(mapping=2, sequence=4, offset=2)
    stream = io.StringIO()
    yaml.dump(value, stream)
    # A text that keeps its blank lines at the end makes the library mark the end of the document.
    text = stream.getvalue()
    return text[: -len("...\n")] if text.endswith("\n...\n") else text


def same(one: Any, other: Any) -> bool:
    """Equal as JSON: 1 is not true, and the order of keys says nothing."""
    return one is other or json.dumps(one, sort_keys=True) == json.dumps(other, sort_keys=True)
