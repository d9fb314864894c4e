"""The API's timestamps."""

from __future__ import annotations

import re
from datetime import UTC, datetime

# The documentation writes "2023-01-01 00:00:00 UTC", the service also sends ISO 8601 with `Z` or milliseconds.
_TIMESTAMP = re.compile(
    r"(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d:\d\d)(?:[.,](\d{1,9}))?\s?(Z|UTC|[+-]\d\d:?\d\d)",
    re.ASCII | re.IGNORECASE,
)


def parse_timestamp(text: str) -> datetime:
    """Read a timestamp of the API as an aware UTC datetime.

    Both forms that the API is known to use are read: `2023-01-01 00:00:00 UTC` (its documentation)
    and ISO 8601 with `Z`, an offset or fractions of a second (finer than microseconds is cut off).

    Args:
        text: For example `track.created`.

    Raises:
        ValueError: The text is not a timestamp, or has no time zone; the message shows it.
        TypeError: Not a string (for example an unset field).

    Example:
        >>> parse_timestamp("2023-01-01 00:00:00 UTC")
        datetime.datetime(2023, 1, 1, 0, 0, tzinfo=datetime.timezone.utc)
    """
    if not isinstance(text, str):
        raise TypeError(f"parse_timestamp() takes a string, not {text!r}")
    match = _TIMESTAMP.fullmatch(text.strip())
    if match is None:
        raise ValueError(f"not a timestamp of the form 2023-01-01 00:00:00 UTC or 2023-01-01T00:00:00Z: {text!r}")
    day, time, fraction, zone = match.groups()
    micros = (fraction or "0")[:6].ljust(6, "0")
    offset = zone if zone[0] in "+-" else "+00:00"
    try:
        return datetime.fromisoformat(f"{day}T{time}.{micros}{offset}").astimezone(UTC)
    except (ValueError, OverflowError) as error:
        raise ValueError(f"not a timestamp, {error}: {text!r}") from None
