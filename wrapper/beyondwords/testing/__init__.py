"""For tests, demos and people without a key: a local server of the BeyondWords API, and what mocks need.

```python
from beyondwords import BeyondWords
from beyondwords.testing import Sandbox

with Sandbox(items=120) as sandbox:
    with BeyondWords(api_key=sandbox.api_key, base_url=sandbox.base_url) as bw:
        assert len(list(bw.background_tracks.list())) == 120
```

Needs the extra: `pip install 'beyondwords[testing]'`.
`python -m beyondwords.testing` serves it until interrupted. With pytest, the fixtures `beyondwords_sandbox`,
`beyondwords_client` and `beyondwords_async_client` are there without an import.
"""

from __future__ import annotations

from importlib import import_module
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from ._gate import RecordedRequest
    from ._made import error_response, list_response, make, page
    from ._outbox import Delivery
    from ._rows import Rows
    from ._sandbox import Sandbox

__all__ = [
    "Delivery",
    "RecordedRequest",
    "Rows",
    "Sandbox",
    "error_response",
    "list_response",
    "make",
    "page",
]

_MODULES = {
    "_gate": ("RecordedRequest",),
    "_made": ("error_response", "list_response", "make", "page"),
    "_outbox": ("Delivery",),
    "_rows": ("Rows",),
    "_sandbox": ("Sandbox",),
}
# Of the sandbox alone: what makes responses and models works without them.
_NEEDED = ("connexion", "uvicorn")


def __getattr__(name: str) -> Any:
    module = next((module for module, names in _MODULES.items() if name in names), None)
    if module is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    missing = [package for package in _NEEDED if find_spec(package) is None]
    if missing and module != "_made":
        raise ImportError(
            f"the sandbox needs {' and '.join(missing)}: pip install 'beyondwords[testing]'", name=missing[0]
        )
    return getattr(import_module(f".{module}", __name__), name)


def __dir__() -> list[str]:
    return sorted(__all__)
