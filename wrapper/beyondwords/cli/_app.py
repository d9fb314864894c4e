"""The commands: one group for each resource, one command for each of its methods."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from functools import cache, partial
from importlib import import_module
from importlib.metadata import version
from pathlib import Path
from typing import Any

import typer
from typer.core import TyperGroup
from typer.main import get_group

from .. import __version__
from . import _call, _content
from ._derive import Derived, as_command, command_of
from ._doctor import doctor
from ._run import COMMON, EXIT_CODES, Options, guarded

# Group to the class of its resource, and the commands to its methods where the names differ.
_GROUPS = {
    "projects": "Projects",
    "content": "ContentItems",
    "voices": "Voices",
    "languages": "Languages",
    "playlists": "Playlists",
    "players": "Players",
    "background-tracks": "BackgroundTracks",
    "rules": "Rules",
    "webhooks": "Webhooks",
    "analytics": "Analytics",
    "speakers": "Speakers",
    "uploads": "Uploads",
}
_NAMES = {"get": "show", "update_settings": "set-settings"}
# More than one request, or more than JSON: they have functions of their own.
_OWN: dict[str, dict[str, tuple[Callable[..., Any], list[Derived]]]] = {
    "content": {
        "publish": (_content.publish, _content.PUBLISH),
        "wait": (_content.wait, _content.WAIT),
        "download": (_content.download, _content.DOWNLOAD),
        "delete": (_content.delete, _content.DELETE),
    },
    "uploads": {"create": (_content.upload, _content.UPLOAD)},
}
_LEFT_OUT = {"content": {"find", "publish_many", "delete_many", "download_audio"}, "players": {"by_identifiers"}}
_KEY = (
    "The API key comes from BEYONDWORDS_API_KEY, --api-key-file or a question. There is no option for the key itself: "
    "other users of a machine can see the options of every process."
)


class _Root(TyperGroup):
    """Derives the commands of a group when they are asked for: to derive all takes as long as all the rest."""

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        return get_group(_group(cmd_name)) if cmd_name in _GROUPS else super().get_command(ctx, cmd_name)


app = typer.Typer(
    name="beyondwords",
    cls=_Root,
    help=f"Work with the BeyondWords API: text to speech for publishers.\n\n{_KEY}\n\n{EXIT_CODES}",
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)


def _version(wanted: bool) -> None:
    if wanted:
        from beyondwords_api import __generator__, __spec_version__

        print(f"beyondwords {__version__}\nspec {__spec_version__}\ngenerator {__generator__}")
        print(f"httpx {version('httpx')}, Python {sys.version.split()[0]}")
        raise typer.Exit


@app.callback()
def _root(
    version: bool = typer.Option(False, "--version", is_eager=True, callback=_version, help="Show versions."),
) -> None:
    pass


@cache
def _group(name: str) -> typer.Typer:
    module = import_module(f"..._sync.resources.{name.replace('-', '_')}", __name__)
    resource: Any = getattr(module, _GROUPS[name])
    group = typer.Typer(name=name, no_args_is_help=True, rich_markup_mode=None, help=(module.__doc__ or "").strip())
    own = _OWN.get(name, {})
    for command, (function, arguments) in own.items():
        group.command(command)(as_command(function, arguments, summary=(function.__doc__ or "").strip()))
    left_out = {*own, *_LEFT_OUT.get(name, ())}
    for method in _methods(resource):
        if method not in left_out:
            group.command(_NAMES.get(method, method.replace("_", "-")))(command_of(resource, method))
    return group


def _methods(resource: Any) -> list[str]:
    found = {name: None for base in resource.__mro__ for name in vars(base) if not name.startswith("_")}
    return [name for name in found if callable(getattr(resource, name))]


for _name in _GROUPS:
    # Its name alone; what it holds comes from _Root.
    app.add_typer(typer.Typer(), name=_name)

app.command("call")(
    as_command(_call.call, _call.CALL, summary="Call any operation of the API; without one, list them.")
)


@app.command("doctor")
def _doctor(
    base_url: str | None = COMMON["base_url"][1],
    api_key_file: Path | None = COMMON["api_key_file"][1],
    project_id: str | None = COMMON["project_id"][1],
) -> None:
    """Check key, base URL, proxy, certificates, connection, project and clock."""
    guarded(partial(doctor, Options(base_url=base_url, api_key_file=api_key_file, project_id=project_id)))


_ARGUMENTS = typer.Argument(None)


@app.command("sandbox", context_settings={"ignore_unknown_options": True, "help_option_names": []})
def _sandbox(arguments: list[str] = _ARGUMENTS) -> None:
    """Serve a local sandbox of the API until Ctrl-C; --help tells its options."""
    from ..testing.__main__ import main

    raise typer.Exit(main(arguments or []))


def commands() -> Mapping[str, list[str]]:
    """Group to its commands, for documents and tests."""
    return {name: [command.name or "" for command in _group(name).registered_commands] for name in _GROUPS}
