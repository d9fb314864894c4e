"""How dates and times are written, told without telling which."""

from __future__ import annotations

import re
from typing import Any

from tools.spec import Json

ISO_8601 = "ISO 8601"

_DATE_TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)", re.ASCII | re.IGNORECASE)
_DATE = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
_ISO_8601 = re.compile(
    r"\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d([.,]\d+)?)?(Z|[+-]\d\d(:?\d\d)?)?)?", re.ASCII | re.IGNORECASE
)
_ANY_DATE = re.compile(
    r"\d{4}[-/.]\d\d?[-/.]\d\d?(?!\d)"
    r"|(?<!\d)\d\d?[-/.]\d\d?[-/.]\d{4}(?!\d)"
    r"|(?<!\d)\d\d? [A-Z][a-z]{2} \d{4}(?!\d)",
    re.ASCII,
)
_MONTHS = re.compile("Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec")
_DAYS = re.compile("Mon|Tue|Wed|Thu|Fri|Sat|Sun")
_LONGEST = 40
_STEPS: tuple[tuple[re.Pattern[str], str], ...] = (
    (_MONTHS, "%"),
    (_DAYS, "@"),
    (re.compile(r"(?<!\d)\d{4}-\d\d-\d\d(?!\d)"), "YYYY-MM-DD"),
    (re.compile(r"(?<!\d)\d\d:\d\d:\d\d(?!\d)"), "hh:mm:ss"),
    (re.compile(r"(?<=ss)([.,])\d+"), r"\1fff"),
    (re.compile(r"(?<=[sf])( ?)[+-]\d\d:\d\d$"), r"\1+hh:mm"),
    (re.compile(r"(?<=[sf])( ?)[+-]\d{4}$"), r"\1+hhmm"),
    (re.compile(r"\d"), "9"),
    (re.compile("%"), "Mon"),
    (re.compile("@"), "Day"),
)
# What may remain when the digits are gone; other letters would be words of somebody's.
_FORM = re.compile(r"(YYYY|MM|DD|hh|mm|ss|Mon|Day|UTC|GMT|AM|PM|[TZtz9f]|[-+:/., ])+")


def form_of(text: str) -> str | None:
    """`YYYY-MM-DD hh:mm:ss UTC` for a text that is a date of some kind, else None."""
    if len(text) > _LONGEST or not _ANY_DATE.search(text):
        return None
    form = text
    for pattern, replacement in _STEPS:
        form = pattern.sub(replacement, form)
    return form if _FORM.fullmatch(form) else None


def promise(schema: Json) -> str | None:
    """What the document says of a text's form: `format: date-time`, `ISO 8601`; None when it is no date."""
    if schema.get("format") in ("date", "date-time"):
        return f"format: {schema['format']}"
    return ISO_8601 if re.search(r"ISO[ -]?8601", str(schema.get("description", "")), re.IGNORECASE) else None


def keeps(promised: str, value: Any) -> bool:
    """Whether a text has the form that the document says."""
    patterns = {"format: date": _DATE, "format: date-time": _DATE_TIME, ISO_8601: _ISO_8601}
    return isinstance(value, str) and patterns[promised].fullmatch(value) is not None
