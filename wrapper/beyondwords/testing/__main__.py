"""`python -m beyondwords.testing`: serve the sandbox until interrupted."""

from __future__ import annotations

import argparse
import shlex
import signal
import sys
import threading
from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ._sandbox import Sandbox


def main(argv: Sequence[str] | None = None) -> int:
    """Serve until Ctrl-C or SIGTERM, exit status 0; where that is not possible 1, with one line on stderr."""
    arguments = _parser().parse_args(argv)
    stopped = threading.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: stopped.set())
    try:
        from beyondwords.testing import Sandbox

        sandbox = Sandbox(
            items=arguments.items,
            latency=arguments.latency,
            processing_time=arguments.processing_time,
            api_key=arguments.api_key,
            port=arguments.port,
            spec=arguments.spec,
        )
        sandbox.start()
    except OSError as error:
        return _failed(f"cannot listen on port {arguments.port}: {error.strerror or error}")
    except (ImportError, ValueError, OverflowError) as error:
        return _failed(str(error))
    try:
        print(_greeting(sandbox), flush=True)
        # With a timeout, because a wait without one cannot be interrupted on every platform.
        while not stopped.wait(timeout=1):
            pass
    finally:
        sandbox.stop()
    return 0


def _greeting(sandbox: Sandbox) -> str:
    exported = {"BEYONDWORDS_BASE_URL": sandbox.base_url, "BEYONDWORDS_API_KEY": sandbox.api_key}
    # Another document may have no projects, and `--items 0` leaves none.
    if projects := getattr(sandbox, "projects", None):
        exported["BEYONDWORDS_PROJECT_ID"] = str(projects[0]["id"])
    lines = [f"  export {name}={shlex.quote(value)}" for name, value in exported.items()]
    first = f"The BeyondWords sandbox serves {sandbox.base_url} until Ctrl-C. In another terminal:\n"
    return "\n".join([first, *lines])


def _failed(message: str) -> int:
    print(f"beyondwords.testing: {message}", file=sys.stderr)
    return 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m beyondwords.testing",
        description="Serve a local sandbox of the BeyondWords API on 127.0.0.1 until interrupted.",
    )
    parser.add_argument("--port", type=int, default=0, metavar="N", help="port to listen on (default: a free one)")
    parser.add_argument("--items", type=int, metavar="N", help="items in every list (default: the documented examples)")
    parser.add_argument(
        "--latency",
        type=float,
        default=0.0,
        metavar="SECONDS",
        help="wait this long before each answer (default: 0)",
    )
    parser.add_argument(
        "--processing-time",
        type=float,
        default=3.0,
        metavar="SECONDS",
        help="how long content is queued and processing (default: 3)",
    )
    parser.add_argument(
        "--api-key",
        default="sandbox-key",
        metavar="KEY",
        help="key to ask for, never a real one (default: sandbox-key)",
    )
    parser.add_argument("--spec", metavar="FILE", help="another OpenAPI 3.0 document to serve")
    return parser


if __name__ == "__main__":
    sys.exit(main())
