"""The client under test is chosen before any test imports one."""

from __future__ import annotations

from tests.contract import subject

__all__ = ["subject"]
