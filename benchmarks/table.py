"""The figures as people read them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from benchmarks.figures import Figure
from benchmarks.samples import Spread

_HEADINGS = ("figure", "against", "median", "quartiles", "budget", "verdict", "measured")
_RIGHT = frozenset({"median", "quartiles", "budget"})


def table(figures: Iterable[Figure]) -> str:
    """One line a figure, in aligned columns; below, why a budget does not hold."""
    figures = list(figures)
    lines = [_HEADINGS, *map(_cells, figures)]
    widths = [max(len(line[column]) for line in lines) for column in range(len(_HEADINGS))]
    causes = [f"{figure.name}: does not hold, for {figure.cause}" for figure in figures if figure.cause]
    return "\n".join([*(_line(cells, widths) for cells in _ruled(lines, widths)), *causes])


def _ruled(lines: list[tuple[str, ...]], widths: list[int]) -> Iterator[tuple[str, ...]]:
    yield lines[0]
    yield tuple("-" * width for width in widths)
    yield from lines[1:]


def _line(cells: tuple[str, ...], widths: list[int]) -> str:
    aligned = zip(cells, widths, _HEADINGS, strict=True)
    padded = [cell.rjust(width) if heading in _RIGHT else cell.ljust(width) for cell, width, heading in aligned]
    return "  ".join(padded).rstrip()


def _cells(figure: Figure) -> tuple[str, ...]:
    return (
        figure.name,
        figure.against,
        "" if figure.value is None else _amount(figure.value.median, figure.unit),
        "" if figure.value is None else _quartiles(figure.value, figure.unit),
        "" if figure.budget is None else f"{figure.budget} {figure.unit}",
        figure.verdict,
        ", ".join(f"{name}: {amount}" for name, amount in figure.measured.items()),
    )


def _amount(value: float, unit: str) -> str:
    return f"{_number(value)} {unit}"


def _quartiles(value: Spread, unit: str) -> str:
    return f"{_number(value.low)} .. {_number(value.high)}"


def _number(value: float) -> str:
    return f"{value:.0f}" if value == int(value) and abs(value) >= 10 else f"{value:.2f}"
