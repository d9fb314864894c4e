"""The bodies of the API's errors."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from ._checks import check_pair


def error_body(code: int, message: str, errors: Iterable[tuple[str, str]] = ()) -> dict[str, Any]:
    """An error in the documented shape; `errors` are (location, message)."""
    named = [{"location": location, "message": text} for location, text in map(check_pair, errors)]
    return {"code": code, "message": message, "errors": named} if named else {"code": code, "message": message}
