"""The GET requests with which an operation can be tried, with ids from the lists that were read before."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote

from tools.spec import Operation

PAGING = "pagination[limit]", "pagination[offset]"
SMALL_PAGE = 2
"""Rows of a page: as many as it takes to see two of a kind."""

# These paths name no list of their own: which list of the project has the value, and in which field.
_PLAYER = {
    "by_content_id": ("content", "id"),
    "by_identifiers": ("content", "id"),
    "by_source_id": ("content", "source_id"),
    "by_source_url": ("content", "source_url"),
    "by_playlist_id": ("playlists", "id"),
}


class CannotTry(Exception):
    """The operation cannot be called; the message says why."""


class Known:
    """The rows of the lists that were read, by path."""

    def __init__(self, project_id: str | int | None) -> None:
        self._rows: dict[str, list[Any]] = {}
        self._project_id = project_id

    def add(self, path: str, body: Any) -> None:
        """Remember the rows of a response."""
        if isinstance(body, list):
            self._rows.setdefault(path, []).extend(body)

    def filled(self, template: str) -> str:
        """The path with a value for each placeholder, from the list that the path before it names."""
        path, before = "", ""
        for segment in template.removeprefix("/").split("/"):
            value = quote(self._value(path, before, segment[1:-1]), safe="") if segment.startswith("{") else segment
            path, before = f"{path}/{value}", f"{before}/{segment}"
        return path

    def _value(self, path: str, template: str, name: str) -> str:
        if path == "/projects" and self._project_id is not None:
            return str(self._project_id)
        project, found, last = path.rpartition("/player/")
        if found:
            collection, name = _PLAYER.get(last, (last, name))
            path, template = f"{project}/{collection}", f"{template.rpartition('/player/')[0]}/{collection}"
        if path not in self._rows:
            raise CannotTry(f"no {name}: GET {template} gave no list")
        rows = [row for row in self._rows[path] if isinstance(row, dict)]
        # There is audio only for what is processed.
        for row in sorted(rows, key=lambda row: row.get("status") != "processed"):
            value = row.get(name) if name in (*row, "source_id", "source_url") else row.get("id")
            # The others would lead to another resource.
            if isinstance(value, str | int) and str(value) not in ("", ".", ".."):
                return str(value)
        raise CannotTry(f"no {name}: GET {template} gave {'no row with one' if rows else 'no rows'}")


def queries(operation: Operation) -> list[dict[str, int]]:
    """What to ask for: nothing particular, or of a paginated list two small pages and one without a limit.

    Raises:
        CannotTry: Something is required that no list gives.
    """
    if (operation.request_body or {}).get("required"):
        raise CannotTry("needs a request body")
    for parameter in operation.parameters:
        name, place = parameter["name"], parameter["in"]
        if parameter.get("required") and place != "path" and name not in PAGING:
            raise CannotTry(f"needs the {place} parameter {name}")
    if not {*PAGING} <= {each["name"] for each in operation.parameters if each["in"] == "query"}:
        return [{}]
    limit, offset = PAGING
    return [{limit: SMALL_PAGE}, {limit: SMALL_PAGE, offset: SMALL_PAGE}, {}]
