"""What was found, for people and as JSON."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass, field
from typing import Any, Literal

from tools.changes.compare import Format

Result = Literal["differs", "agrees", "not tried"]
RESULTS: tuple[Result, ...] = ("differs", "agrees", "not tried")


@dataclass(frozen=True)
class Finding:
    """One difference, with the number of places where it was seen."""

    kind: str
    where: str
    text: str
    count: int


@dataclass
class Outcome:
    """What trying one operation came to."""

    operation: str
    """`GET /background_tracks`."""
    operation_id: str | None
    requests: list[str] = field(default_factory=list)
    """What was sent, with the status that came."""
    differences: list[Finding] = field(default_factory=list)
    facts: list[str] = field(default_factory=list)
    """What agrees, or says nothing against the document, and is worth knowing."""
    not_tried: list[str] = field(default_factory=list)
    """What could not be tried, and why."""
    checked: int = 0
    """Answers that were compared with what the document declares for a success."""

    @property
    def result(self) -> Result:
        """Something that differs outweighs the rest."""
        if self.differences:
            return "differs"
        return "agrees" if self.checked else "not tried"


@dataclass
class Report:
    """One run."""

    document: str
    """Title and version."""
    base_url: str
    outcomes: list[Outcome]
    not_called: list[str]
    """Operations that are not GET."""

    @property
    def exit_status(self) -> int:
        """1 when something differs, 0 when all that was tried agrees, 2 when nothing could be tried."""
        results = {each.result for each in self.outcomes}
        if "differs" in results:
            return 1
        return 0 if "agrees" in results else 2


def content_of(report: Report, redact: Callable[[str], str]) -> dict[str, Any]:
    """The report as JSON values; `redact` sees every text in it."""
    counts = {result.replace(" ", "_"): sum(each.result == result for each in report.outcomes) for result in RESULTS}
    content = {
        "document": report.document,
        "base_url": report.base_url,
        **counts,
        "operations": [{"result": each.result, **asdict(each)} for each in report.outcomes],
        "not_called": report.not_called,
    }
    redacted: dict[str, Any] = _redacted(content, redact)
    return redacted


def _redacted(node: Any, redact: Callable[[str], str]) -> Any:
    if isinstance(node, str):
        return redact(node)
    if isinstance(node, list):
        return [_redacted(item, redact) for item in node]
    # The keys are ours.
    return {key: _redacted(item, redact) for key, item in node.items()} if isinstance(node, dict) else node


def render(content: dict[str, Any], form: Format) -> str:
    """The report's content as text or JSON."""
    if form == "json":
        return json.dumps(content, indent=2, ensure_ascii=False)
    return "\n".join(_lines(content))


def _lines(content: dict[str, Any]) -> Iterator[str]:
    yield f"{content['document']}, compared with what {content['base_url']} answers"
    for result in RESULTS:
        for outcome in content["operations"]:
            if outcome["result"] == result:
                yield ""
                yield from _operation(outcome)
    if content["not_called"]:
        yield ""
        yield f"Never called, because not GET: {', '.join(content['not_called'])}."
    yield ""
    yield f"{content['differs']} differ, {content['agrees']} agree, {content['not_tried']} not tried."


def _operation(outcome: dict[str, Any]) -> Iterator[str]:
    name = f" ({outcome['operation_id']})" if outcome["operation_id"] else ""
    yield f"{outcome['result'].upper()}  {outcome['operation']}{name}"
    for finding in outcome["differences"]:
        where = f" {finding['where']}" if finding["where"] else ""
        times = f" ({finding['count']} times)" if finding["count"] > 1 else ""
        yield f"  - {finding['kind']}{where}: {finding['text']}{times}"
    for title, texts in (("fact", "facts"), ("not tried", "not_tried"), ("sent", "requests")):
        for text in outcome[texts]:
            yield f"  {title}: {text}"
