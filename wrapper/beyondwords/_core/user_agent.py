"""The User-Agent header."""

from __future__ import annotations

from .._version import __version__

_OURS = f"beyondwords-python/{__version__}"


def user_agent_header(application: object) -> str:
    """`myapp/1.0 beyondwords-python/0.1.0`.

    Raises:
        TypeError: Not a string.
        ValueError: Not fit for a header.
    """
    if application is None:
        return _OURS
    if not isinstance(application, str):
        raise TypeError(f"user_agent must be a string, not {application!r}")
    if (
        not (application.isascii() and application.isprintable())
        or application != application.strip()
        or not application
    ):
        raise ValueError(f"user_agent must be printable ASCII without spaces around it, not {application!r}")
    return f"{application} {_OURS}"
