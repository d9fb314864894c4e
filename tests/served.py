"""Whether the sandbox can serve the published document."""

from __future__ import annotations

import pytest

from tools import spec

SPEC = spec.load()
VERSION = str(SPEC["openapi"])
NOT_SERVED = "the sandbox cannot serve this spec: it is OpenAPI"
SERVED = VERSION.startswith("3.0")

runs_the_sandbox = pytest.mark.skipif(not SERVED, reason=f"{NOT_SERVED} {VERSION}")
"""For tests that start it in a process of its own; those that start it here are skipped when it refuses."""
