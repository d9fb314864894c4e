"""The command line: `beyondwords content list`; needs the extra `beyondwords[cli]`."""

from __future__ import annotations

import os
import sys


def main() -> int:
    """Run the command line on the arguments of the process; the exit status is documented in `beyondwords --help`."""
    if sys.stdout is None:
        # Somebody closed it (`>&-`).
        sys.stdout = open(os.devnull, "w")  # noqa: SIM115
    try:
        from ._app import app
        from ._run import status_of
    except ImportError as error:
        if (error.name or "").partition(".")[0] not in ("typer", "rich"):
            raise
        print("beyondwords: the command line needs another package: pip install 'beyondwords[cli]'", file=sys.stderr)
        return 1
    return status_of(app)
