"""Rows on stdout: a table, JSON, NDJSON or CSV."""

from __future__ import annotations

import csv
import itertools
import json
import math
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from io import TextIOWrapper
from typing import Any

import attrs
from rich.cells import cell_len
from rich.console import Console
from rich.table import Table
from rich.text import Text

from beyondwords_api.types import parse_timestamp

from ._run import Format, Options

Row = Mapping[str, Any]

# What people look for first; the other properties follow in the order in which they come.
_FIRST = ("id", "name", "title", "source_id", "status", "language", "code", "type", "url", "volume", "created")
_PAGE = 200
_GAP = 2
# What a column of words needs at least, and what it gets at most.
_TEXT, _WIDEST = 16, 60
_TIMES = ("created", "updated")
_STYLES = {"processed": "green", "enabled": "green", "error": "red", "skipped": "yellow", "queued": "dim"}


def chosen_format(options: Options) -> Format:
    """The format that was asked for, or the one for where the output goes."""
    return options.output or ("table" if sys.stdout.isatty() else "ndjson")


def show(result: Any, options: Options) -> int:
    """Print one thing or many, and give how many there were.

    Raises:
        ValueError: A column that the things do not have.
    """
    many = isinstance(result, Iterable) and not hasattr(result, "to_dict") and not isinstance(result, Mapping | str)
    things = iter(result if many else [result])
    first = list(itertools.islice(things, 1))
    known = _known(first)
    names = [name.strip() for name in (options.columns or "").split(",") if name.strip()]
    for name in names:
        if known and name.split(".")[0] not in known:
            raise ValueError(f"--columns: no property {name!r}; there is {', '.join(known)}")
    rows = map(_row, itertools.chain(first, things))
    counted = _Counted(rows if not names else ({name: _at(row, name) for name in names} for row in rows))
    _make_writable()
    kind = chosen_format(options)
    if kind == "table":
        _table(counted) if many else _properties(next(iter(counted)))
    elif kind == "csv":
        _csv(counted, names or known)
    elif kind == "json":
        _json(counted) if many else print(_text(next(iter(counted)), indent=2))
    else:
        _ndjson(counted)
    return counted.count


def _known(first: Sequence[Any]) -> list[str]:
    """The properties that a row may have, by their names in the API."""
    if not first:
        return []
    return properties_of(type(first[0])) if attrs.has(type(first[0])) else list(_row(first[0]))


def properties_of(model: Any) -> list[str]:
    """The properties of a model, by their names in the API."""
    fields = (field.name for field in attrs.fields(model))
    return [name.rstrip("_") for name in fields if name != "additional_properties"]


class _Counted:
    def __init__(self, rows: Iterable[Row]) -> None:
        self._rows, self.count = rows, 0

    def __iter__(self) -> Iterator[Row]:
        for row in self._rows:
            self.count += 1
            yield row


def _row(each: Any) -> Row:
    row = each.to_dict() if hasattr(each, "to_dict") else each
    return row if isinstance(row, Mapping) else {"value": row}


def _at(row: Row, path: str) -> Any:
    value: Any = row
    for name in path.split("."):
        value = value.get(name) if isinstance(value, Mapping) else None
    return value


def _make_writable() -> None:
    # A terminal that lacks a letter shows a question mark rather than end the program.
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")


# JSON


def _text(value: Any, indent: int | None = None) -> str:
    """Valid JSON, whatever the server sent."""
    encoding = (sys.stdout.encoding or "").lower().replace("-", "")
    try:
        text = json.dumps(value, ensure_ascii=encoding != "utf8", allow_nan=False, indent=indent)
        text.encode("utf-8")
        return text
    except ValueError:
        # Half of a letter is escaped, and what is no number becomes null.
        return json.dumps(_without_nan(value), ensure_ascii=True, indent=indent)


def _without_nan(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {name: _without_nan(each) for name, each in value.items()}
    if isinstance(value, list):
        return [_without_nan(each) for each in value]
    return None if isinstance(value, float) and not math.isfinite(value) else value


def _ndjson(rows: Iterable[Row]) -> None:
    for row in rows:
        print(_text(row), flush=True)


def _json(rows: Iterable[Row]) -> None:
    before = "["
    try:
        for row in rows:
            print(f"{before}\n  {_text(row)}", end="")
            before = ","
    finally:
        # Also after an error: what is there is a whole list.
        print("[]" if before == "[" else "\n]")


def _csv(rows: Iterable[Row], names: Sequence[str]) -> None:
    writer = csv.writer(sys.stdout, lineterminator="\n")
    if names:
        writer.writerow(names)
    for row in rows:
        writer.writerow([_cell(row.get(name)) for name in names])


# Tables


class _Console(Console):
    def on_broken_pipe(self) -> None:
        # It would end the program with a status of its own.
        raise BrokenPipeError


def console(*, stderr: bool = False) -> Console:
    """In colour on a terminal only; NO_COLOR and TERM=dumb are honoured."""
    return _Console(stderr=stderr, highlight=False, markup=False, emoji=False, safe_box=True)


def _cell(value: Any, name: str = "") -> str:
    """One line of printable text: a name must not be able to move the cursor."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, Mapping):
        short = value.get("name") or value.get("title") or value.get("code") or value.get("id")
        return _cell(short) if short else _text(value) if value else ""
    if isinstance(value, list):
        return ", ".join(filter(None, map(_cell, value)))
    text = "".join(letter if letter.isprintable() else " " for letter in str(value))
    if name in _TIMES or name.endswith("_date"):
        with suppress(ValueError):
            return f"{parse_timestamp(text):%Y-%m-%d %H:%M}"
    return text


def _is_short(value: Any) -> bool:
    """Whether a cell of a table has room for it: no structure, unless it has a name."""
    if isinstance(value, Mapping):
        return any(value.get(name) for name in ("name", "title", "code"))
    return not isinstance(value, list) or all(map(_is_short, value))


def _table(rows: Iterable[Row]) -> None:
    output, rows = console(), iter(rows)
    first = list(itertools.islice(rows, _PAGE))
    if not first:
        return
    widths = _widths(first, output.width)
    header = True
    for page in itertools.chain([first], iter(lambda: list(itertools.islice(rows, _PAGE)), [])):
        if page:
            output.print(_page(page, widths, header))
        header = False


def _widths(rows: Sequence[Row], width: int) -> dict[str, int]:
    """Columns that fit side by side, the more important ones first, and how wide each is."""
    names = list(dict.fromkeys(name for row in rows for name in row))
    names = [name for name in _FIRST if name in names] + [name for name in names if name not in _FIRST]
    chosen: dict[str, int] = {}
    wanted: dict[str, int] = {}
    left = width + _GAP
    for name in names:
        cells = [_cell(row.get(name), name) for row in rows]
        if not any(cells) or not all(_is_short(row.get(name)) for row in rows if row.get(name) is not None):
            continue
        natural = max(map(cell_len, [name, *cells]))
        # Only text that has spaces is broken into lines.
        least = max(len(name), min(natural, _TEXT)) if any(" " in cell.strip() for cell in cells) else natural
        if least + _GAP <= left and (least <= width / 2 or len(names) == 1):
            chosen[name], wanted[name], left = least, min(natural, _WIDEST), left - least - _GAP
    for name in chosen:
        more = max(0, min(left, wanted[name] - chosen[name]))
        chosen[name], left = chosen[name] + more, left - more
    return chosen or {names[0]: width}


def _page(rows: Sequence[Row], widths: Mapping[str, int], header: bool) -> Table:
    table = Table(box=None, show_header=header, header_style="bold", pad_edge=False, padding=(0, 2, 0, 0))
    for name, width in widths.items():
        numbers = all(isinstance(row.get(name), int | float | None) for row in rows)
        justify: Any = "right" if numbers and name != "id" else "left"
        table.add_column(name.upper(), width=width, justify=justify, overflow="fold")
    for row in rows:
        table.add_row(*(Text(text, _STYLES.get(text, "")) for text in (_cell(row.get(name), name) for name in widths)))
    return table


def _properties(row: Row) -> None:
    """One thing, a property a line."""
    output = console()
    table = Table(box=None, show_header=False, pad_edge=False, padding=(0, 2, 0, 0))
    table.add_column(style="bold", no_wrap=True)
    table.add_column(overflow="fold")
    for name, value in row.items():
        if text := _cell(value, name):
            table.add_row(name, Text(text, _STYLES.get(text, "")))
    output.print(table)
