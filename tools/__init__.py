"""What this project is kept with, each tool as `python -m tools.<name>`."""

import sys
from types import TracebackType


def _one_line(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    """While a tool still imports what it needs, which takes a second, ^C ends it as it does later."""
    if not issubclass(kind, KeyboardInterrupt):
        sys.__excepthook__(kind, error, trace)
        return
    print("error: interrupted", file=sys.stderr)
    raise SystemExit(130)


# So Python names the program while it looks for the module to run, and nobody else is given another hook.
if sys.argv[:1] == ["-m"]:
    sys.excepthook = _one_line
