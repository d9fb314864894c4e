"""How far long work is, on stderr, where that is a terminal."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import Any

from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    ProgressColumn,
    SpinnerColumn,
    Task,
    TextColumn,
    TimeElapsedColumn,
    TimeRemainingColumn,
)
from rich.text import Text

from .. import Pager
from ._output import console
from ._run import Options


class _Rate(ProgressColumn):
    def render(self, task: Task) -> Text:
        return Text(f"{task.speed:.0f}/s" if task.speed else "", style="progress.data.speed")


def progress(options: Options) -> Progress:
    """A progress bar; it shows nothing with --quiet, and where rows go to the same terminal."""
    return Progress(
        SpinnerColumn(),
        TextColumn("{task.description}"),
        BarColumn(bar_width=None),
        MofNCompleteColumn(),
        TextColumn("{task.fields[note]}"),
        _Rate(),
        TimeElapsedColumn(),
        TimeRemainingColumn(),
        console=console(stderr=True),
        transient=True,
        disable=options.quiet or not sys.stderr.isatty(),
    )


class RowsWithProgress:
    """The rows of a list; pages and rows are told while they come."""

    def __init__(self, pager: Pager[Any], options: Options) -> None:
        self._pager, self._options = pager, options
        self.total: int | None = None

    def __iter__(self) -> Iterator[Any]:
        with progress(self._options._replace(quiet=self._options.quiet or sys.stdout.isatty())) as bar:
            task = bar.add_task("rows", total=None, note="")
            for number, page in enumerate(self._pager.pages(), 1):
                self.total = page.total
                bar.update(task, total=page.total, note=f"page {number}")
                for row in page:
                    yield row
                    bar.advance(task)
