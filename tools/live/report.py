"""What was found, for people and as JSON."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from tools.changes.compare import Format

DIFFERS, AS_DECLARED, NOT_TRIED = "differs", "as declared", "not tried"
NEVER_CAME = "declared fields that never came"


@dataclass
class Outcome:
    """What trying one operation came to."""

    operation: str
    """`GET /background_tracks`."""
    operation_id: str | None
    requests: list[str] = field(default_factory=list)
    """What was sent, with the status that came."""
    not_tried: list[str] = field(default_factory=list)
    """What could not be tried, and why."""
    compared: bool = False
    """Whether a success response came."""
    differences: Counter[tuple[str, str, str]] = field(default_factory=Counter)
    """The number of places of each: its kind (`undeclared field`, `type`, ...), where (`$[].media.url`, a header's
    name, or nothing where it is about the whole response), and what."""
    noted: dict[str, set[str]] = field(default_factory=dict)
    """What says nothing against the document: a sentence, and the fields or headers of which it is true."""
    came: set[str] = field(default_factory=set)
    """Declared fields that came at least once."""

    def differs(self, kind: str, where: str, text: str) -> None:
        """Count one difference."""
        self.differences[kind, where, text] += 1

    def note(self, what: str, name: str) -> None:
        """Remember a field or header of which it is true."""
        self.noted.setdefault(what, set()).add(name)

    def content(self) -> dict[str, Any]:
        """For programs, and for the text."""
        noted = {**self.noted, NEVER_CAME: self.noted.get(NEVER_CAME, set()) - self.came}
        return {
            "operation": self.operation,
            "operation_id": self.operation_id,
            "result": DIFFERS if self.differences else AS_DECLARED if self.compared else NOT_TRIED,
            "differences": [
                {"kind": kind, "where": where, "text": text, "count": count}
                for (kind, where, text), count in self.differences.items()
            ],
            "facts": [f"{what}: {', '.join(sorted(names))}" for what, names in sorted(noted.items()) if names],
            "not_tried": self.not_tried,
            "requests": self.requests,
        }


def render(content: dict[str, Any], form: Format) -> str:
    """One run as text or JSON."""
    counts = dict.fromkeys((DIFFERS, AS_DECLARED, NOT_TRIED), 0)
    counts |= Counter(each["result"] for each in content["operations"])
    if form == "json":
        named = {result.replace(" ", "_"): count for result, count in counts.items()}
        return json.dumps(named | content, indent=2, ensure_ascii=False)
    lines = [f"{content['document']}, compared with the responses of {content['base_url']}"]
    for result in counts:
        lines += [line for each in content["operations"] if each["result"] == result for line in _lines(each)]
    if content["not_called"]:
        lines += ["", f"Never called, because not GET: {len(content['not_called'])}."]
    return "\n".join([*lines, "", ", ".join(f"{count} {result}" for result, count in counts.items()) + "."])


def _lines(content: dict[str, Any]) -> Iterator[str]:
    name = f" ({content['operation_id']})" if content["operation_id"] else ""
    yield f"\n{content['result'].upper()}  {content['operation']}{name}"
    for each in content["differences"]:
        times = f" ({each['count']} times)" if each["count"] > 1 else ""
        yield f"  - {' '.join(filter(None, (each['kind'], each['where'])))}: {each['text']}{times}"
    for title, key in (("fact", "facts"), ("not tried", "not_tried"), ("sent", "requests")):
        yield from (f"  {title}: {text}" for text in content[key])
