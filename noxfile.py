"""Environments besides .venv: `make test-all` and `make test-lowest`."""

import nox

nox.options.default_venv_backend = "uv"
nox.options.reuse_existing_virtualenvs = True
nox.options.envdir = ".venv-nox"


@nox.session(python=["3.11", "3.12", "3.13"])
def tests(session: nox.Session) -> None:
    """The tests on each supported Python that this machine has; the others are told."""
    session.install("-e", ".[testing,cli]", "--group", "dev")
    _test(session)


@nox.session
def lowest(session: nox.Session) -> None:
    """The tests with the oldest release of each dependency, extras too, that pyproject.toml allows."""
    session.install("-e", ".[testing,cli]", "--group", "dev")
    # Last, and whatever the tools of the tests ask for.
    session.install("--upgrade", "--resolution", "lowest-direct", "-e", ".[testing,cli]")
    session.run("uv", "pip", "list", external=True)
    _test(session)


def _test(session: nox.Session) -> None:
    session.run("pytest", "-q", "-rs", "-n", "auto", "--dist", "loadfile", *session.posargs)
