"""The client under test is chosen before any test imports one."""

from __future__ import annotations

from collections.abc import Generator

import pytest

from tests.contract import subject
from tests.contract.edge_cases import NoValue

__all__ = ["subject"]
# Its asserts tell what differs, as those of the tests do.
pytest.register_assert_rewrite("tests.contract.wire")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call(item: pytest.Item) -> Generator[None]:
    """A document for which no value can be made up is not judged there, which is told and counted as skipped."""
    try:
        return (yield)
    except NoValue as error:
        if subject.IS_PUBLISHED:
            raise
        pytest.skip(f"not judged: {error}")
