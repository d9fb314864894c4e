"""YAML as it is written: a text that stays as it was where its data did not change."""

from __future__ import annotations

import io
import json
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap
from ruamel.yaml.representer import RoundTripRepresenter

from tools import spec
from tools.failure import Failure
from tools.spec import Json, JsonScalars


def rewritten(text: str, wanted: Json, where: str) -> str:
    """The text changed so that it says `wanted`; new keys come last in their mapping.

    Each scalar keeps its style, and comments stay; what ruamel.yaml cannot write as it was is refused.
    """
    yaml = _yaml()
    held = yaml.load(text)
    if _is_block(held):
        _update(held, wanted)
        result = _written(yaml, held)
    else:
        # JSON has no lines that could stay.
        result = dumped(wanted)
    lost = _comments(text) - _comments(result)
    if lost or not same(spec.parse(result, where), wanted):
        raise Failure(f"{where}: the changes cannot be written without touching other lines; make them by hand")
    return result.replace("\n", "\r\n") if "\r\n" in text else result


def _update(held: CommentedMap, wanted: Json) -> None:
    for name in held.keys() - wanted.keys():
        del held[name]
    for name, value in wanted.items():
        if isinstance(value, dict) and value and _is_block(held.get(name)):
            _update(held[name], value)
        elif name not in held or not same(held[name], value):
            held[name] = value


def _is_block(node: Any) -> bool:
    return isinstance(node, CommentedMap) and bool(node) and not node.fa.flow_style()


def _comments(text: str) -> set[str]:
    return {line.strip() for line in text.splitlines() if line.lstrip().startswith("#")}


class _Layout(RoundTripRepresenter):
    """Nothing is an alias, and a text of several lines is written in as many."""

    def ignore_aliases(self, data: Any) -> bool:
        return True


def _represent_text(representer: _Layout, text: str) -> Any:
    return representer.represent_scalar("tag:yaml.org,2002:str", text, style="|" if "\n" in text else None)


_Layout.add_representer(str, _represent_text)


def _yaml() -> YAML:
    yaml = YAML()
    yaml.Resolver = JsonScalars
    yaml.Representer = _Layout
    yaml.preserve_quotes = True
    yaml.brace_single_entry_mapping_in_flow_sequence = True
    yaml.width = spec.MAX_BYTES
    yaml.indent(mapping=2, sequence=4, offset=2)
    return yaml


def _written(yaml: YAML, value: Any) -> str:
    stream = io.StringIO()
    yaml.dump(value, stream)
    # A text that keeps its blank lines at the end makes the library mark the end of the document.
    return stream.getvalue().removesuffix("...\n")


def dumped(value: Any) -> str:
    """The value as block YAML in the vendor's layout."""
    return _written(_yaml(), value)


def same(one: Any, other: Any) -> bool:
    """Equal as JSON: 1 is not true, and the order of keys says nothing."""
    return one is other or json.dumps(one, sort_keys=True) == json.dumps(other, sort_keys=True)
