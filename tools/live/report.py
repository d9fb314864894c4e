"""What was found, for people and as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field

from tools.changes.compare import Format

DIFFERS, AS_DECLARED, NOT_TRIED = "differs", "as declared", "not tried"


@dataclass(frozen=True)
class Finding:
    """One difference."""

    kind: str
    """For programs: `undeclared field`, `type`, `missing field`, `value`, `missing header`, `header value`, `status`,
    `content type`, `body`, `paging`."""
    where: str
    """In a body, `$[].media.url`; a header's name; empty when it is about the whole response."""
    text: str
    count: int
    """The number of places where it was seen."""


@dataclass
class Outcome:
    """What trying one operation came to."""

    operation: str
    """`GET /background_tracks`."""
    operation_id: str | None
    result: str = NOT_TRIED
    requests: list[str] = field(default_factory=list)
    """What was sent, with the status that came."""
    differences: list[Finding] = field(default_factory=list)
    facts: list[str] = field(default_factory=list)
    """What says nothing against the document, and is worth knowing."""
    not_tried: list[str] = field(default_factory=list)
    """What could not be tried, and why."""


@dataclass
class Report:
    """One run."""

    document: str
    """Title and version."""
    base_url: str
    operations: list[Outcome]
    not_called: list[str]
    """Operations that are not GET."""

    def count(self, result: str) -> int:
        """How many operations came to it."""
        return sum(each.result == result for each in self.operations)

    @property
    def exit_status(self) -> int:
        """1 when something differs, 0 when all that was tried is as declared, 2 when nothing could be tried."""
        if self.count(DIFFERS):
            return 1
        return 0 if self.count(AS_DECLARED) else 2

    def render(self, form: Format) -> str:
        """As text or JSON."""
        if form == "text":
            return "\n".join(_lines(self))
        counts = {result.replace(" ", "_"): self.count(result) for result in (DIFFERS, AS_DECLARED, NOT_TRIED)}
        return json.dumps({**counts, **asdict(self)}, indent=2, ensure_ascii=False)


def _lines(report: Report) -> Iterator[str]:
    yield f"{report.document}, compared with the responses of {report.base_url}"
    for result in (DIFFERS, AS_DECLARED, NOT_TRIED):
        for outcome in report.operations:
            if outcome.result == result:
                yield ""
                yield from _operation(outcome)
    if report.not_called:
        yield ""
        yield f"Never called, because not GET: {len(report.not_called)}."
    yield ""
    yield ", ".join(f"{report.count(result)} {result}" for result in (DIFFERS, AS_DECLARED, NOT_TRIED)) + "."


def _operation(outcome: Outcome) -> Iterator[str]:
    name = f" ({outcome.operation_id})" if outcome.operation_id else ""
    yield f"{outcome.result.upper()}  {outcome.operation}{name}"
    for finding in outcome.differences:
        where = f" {finding.where}" if finding.where else ""
        times = f" ({finding.count} times)" if finding.count > 1 else ""
        yield f"  - {finding.kind}{where}: {finding.text}{times}"
    for title, texts in (("fact", outcome.facts), ("not tried", outcome.not_tried), ("sent", outcome.requests)):
        yield from (f"  {title}: {text}" for text in texts)
