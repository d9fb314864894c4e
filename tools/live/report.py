"""What was found, for people and as JSON."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from tools.changes.compare import Format

DIFFERS, AS_DECLARED, NOT_TRIED = "differs", "as declared", "not tried"


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
    declared: set[str] = field(default_factory=set)
    """The fields that are declared for the objects that came."""
    came: set[str] = field(default_factory=set)
    """Those of them that came at least once."""

    def differs(self, kind: str, where: str, text: str) -> None:
        """Count one difference."""
        self.differences[kind, where, text] += 1

    def note(self, what: str, name: str) -> None:
        """Remember a field or header of which it is true."""
        self.noted.setdefault(what, set()).add(name)

    def content(self) -> dict[str, Any]:
        """For programs, and for the text."""
        facts = sorted({**self.noted, "declared fields that never came": self.declared - self.came}.items())
        return {
            "operation": self.operation,
            "operation_id": self.operation_id,
            "result": DIFFERS if self.differences else AS_DECLARED if self.compared else NOT_TRIED,
            "differences": [
                {"kind": kind, "where": where, "text": text, "count": count}
                for (kind, where, text), count in self.differences.items()
            ],
            "facts": [f"{what}: {', '.join(sorted(names))}" for what, names in facts if names],
            "not_tried": self.not_tried,
            "requests": self.requests,
        }


def render(content: dict[str, Any], form: Format) -> str:
    """One run as text or JSON."""
    counts = Counter(each["result"] for each in content["operations"])
    results = (DIFFERS, AS_DECLARED, NOT_TRIED)
    if form == "json":
        named = {result.replace(" ", "_"): counts[result] for result in results}
        return json.dumps(named | content, indent=2, ensure_ascii=False)
    lines = [f"{content['document']}, compared with the responses of {content['base_url']}"]
    for each in sorted(content["operations"], key=lambda each: results.index(each["result"])):
        name = f" ({each['operation_id']})" if each["operation_id"] else ""
        lines.append(f"\n{each['result'].upper()}  {each['operation']}{name}")
        for one in each["differences"]:
            times = f" ({one['count']} times)" if one["count"] > 1 else ""
            lines.append(f"  - {' '.join(filter(None, (one['kind'], one['where'])))}: {one['text']}{times}")
        for title, key in (("fact", "facts"), ("not tried", "not_tried"), ("sent", "requests")):
            lines += [f"  {title}: {text}" for text in each[key]]
    if content["not_called"]:
        lines.append(f"\nNever called, because not GET: {len(content['not_called'])}.")
    return "\n".join([*lines, "", ", ".join(f"{counts[result]} {result}" for result in results) + "."])
