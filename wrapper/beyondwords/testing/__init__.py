"""A local server of the BeyondWords API for tests, demos and people without a key.

```python
from beyondwords import BeyondWords
from beyondwords.testing import Sandbox

with Sandbox(items=120) as sandbox:
    with BeyondWords(api_key=sandbox.api_key, base_url=sandbox.base_url) as bw:
        assert len(list(bw.background_tracks.list())) == 120
```

Needs the extra: `pip install 'beyondwords[testing]'`.
`python -m beyondwords.testing` serves it until interrupted.
"""

from __future__ import annotations

from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from ._gate import RecordedRequest
    from ._outbox import Delivery
    from ._sandbox import Sandbox

__all__ = ["Delivery", "RecordedRequest", "Sandbox"]

_NEEDED = ("connexion", "uvicorn")


def __getattr__(name: str) -> Any:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    missing = [package for package in _NEEDED if find_spec(package) is None]
    if missing:
        raise ImportError(
            f"the sandbox needs {' and '.join(missing)}: pip install 'beyondwords[testing]'", name=missing[0]
        )
    from ._gate import RecordedRequest
    from ._outbox import Delivery
    from ._sandbox import Sandbox

    return {"Delivery": Delivery, "RecordedRequest": RecordedRequest, "Sandbox": Sandbox}[name]


def __dir__() -> list[str]:
    return sorted(__all__)
