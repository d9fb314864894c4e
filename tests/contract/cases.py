"""Many cases in one test: each is judged, and what failed is told together, by name."""

from __future__ import annotations

import traceback
from collections.abc import Callable, Iterable
from typing import TypeVar

import pytest

from tests.contract.edge_cases import NoValue

_SHOWN = 15

Case = TypeVar("Case")


def check(cases: Iterable[tuple[str, Case]], judge: Callable[[Case], object]) -> None:
    """Judge every case, then fail once, naming all that failed; what cannot be judged comes last."""
    number, failed, unjudged = 0, [], []
    for number, (name, case) in enumerate(cases, 1):  # noqa: B007
        try:
            judge(case)
        except NoValue as error:
            unjudged.append(f"{name}: {error}")
        except (Exception, pytest.fail.Exception) as error:
            frame = traceback.extract_tb(error.__traceback__)[-1]
            where = f"{frame.filename.rpartition('/')[2]}:{frame.lineno}"
            failed.append(f"{name}: {type(error).__name__}: {error} ({where})")
    if failed:
        more = [f"... and {len(failed) - _SHOWN} more"] if len(failed) > _SHOWN else []
        pytest.fail("\n- ".join([f"{len(failed)} of {number} cases failed:", *failed[:_SHOWN], *more]), pytrace=False)
    if unjudged:
        raise NoValue(f"{len(unjudged)} of {number} cases: {unjudged[0]}")
