"""Rows as a table of HTML, for notebooks."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape
from typing import Any

from ._text import clip

_CELL_LIMIT = 100


def table(rows: Sequence[Any]) -> str:
    """One line for each row, one column for each property that a row has."""
    values = [row.to_dict() if hasattr(row, "to_dict") else {"value": row} for row in rows]
    columns = list(dict.fromkeys(name for row in values for name in row))
    lines = [
        _table_row("th", columns),
        *(_table_row("td", [_cell(row.get(name)) for name in columns]) for row in values),
    ]
    return f"<table>{''.join(lines)}</table>"


def _cell(value: Any) -> str:
    return "" if value is None else clip(str(value), _CELL_LIMIT)


def _table_row(tag: str, cells: Iterable[str]) -> str:
    return f"<tr>{''.join(f'<{tag}>{escape(cell)}</{tag}>' for cell in cells)}</tr>"
