"""What changes for callers, and for the wrapper, from one generation to another."""

from dataclasses import dataclass
from typing import Literal

Severity = Literal["breaking", "addition", "note"]


@dataclass(frozen=True)
class Change:
    """One thing that is another for callers."""

    severity: Severity
    kind: str
    """What happened, for programs: `argument-removed`."""
    where: str
    """What it happened to, as callers call it: `background_tracks.background_tracks_index`, `BackgroundTrack.name`."""
    text: str
    """What happened, as a sentence that begins with `where`."""
