"""From a resource's method to a command: its arguments become arguments and options, its docstring the help."""

from __future__ import annotations

import copy
import inspect
import json
import re
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from difflib import get_close_matches
from enum import Enum
from pathlib import Path
from typing import Any, NamedTuple

import attrs
import typer

from .. import BeyondWords, Page, Pager
from ._output import chosen_format, properties_of, show
from ._progress import RowsWithProgress
from ._run import COMMON, Options, client_of, confirm, guarded

_PAGING = {
    "limit": (int | None, typer.Option(None, help="Rows a page; the server may send fewer. Default: the server's.")),
    "offset": (int | None, typer.Option(None, help="Rows to skip.")),
    "max_items": (int | None, typer.Option(None, "--max-items", help="Stop after this many rows.")),
    "prefetch": (int, typer.Option(None, help="Pages fetched side by side.")),
}
_YES = typer.Option(False, "--yes", "-y", help="Delete without a question.")
_MORE = typer.Option([], "--parameter", "-p", help="Another argument, as name=value.")


class Derived(NamedTuple):
    """An argument of a method, as the command line takes it."""

    name: str
    type: Any
    option: Any
    default: Any
    given: Callable[[Any], Any]
    """From what was typed to what the method takes."""


YES = Derived("yes", bool, _YES, False, bool)
"""Of every command that deletes."""


def command_of(resource: Any, method: str) -> Callable[..., None]:
    """The command of a method of a resource class."""
    function = getattr(resource, method)
    arguments = list(_arguments(function))
    summary = _summary(function)
    deletes = method == "delete"

    def run(client: BeyondWords, values: Mapping[str, Any]) -> Any:
        if deletes:
            confirm(question(summary, [values[each.name] for each in arguments]), values["yes"])
        given = {each.name: each.given(values[each.name]) for each in arguments if values.get(each.name) is not None}
        more = given.pop("parameter", {})
        bound = getattr(getattr(client, _name_of(resource)), method)
        return bound(**given, **more)

    return as_command(run, [*arguments, YES] if deletes else arguments, summary=summary)


def question(summary: str, ids: Sequence[str]) -> str:
    """`Delete a rule: 7`, before it is done."""
    return f"{summary.rstrip('.')}: {', '.join(ids)}"


def _name_of(resource: Any) -> str:
    name: str = resource.__module__.rpartition(".")[2]
    return name


def as_command(
    run: Callable[[BeyondWords, Mapping[str, Any]], Any], arguments: list[Derived], *, summary: str
) -> Callable[..., None]:
    """A function for typer, with these arguments and the options of all commands."""
    own = {each.name for each in arguments}
    common = {name: pair for name, pair in COMMON.items() if name not in own}
    defaults = Options()

    def command(**values: Any) -> None:
        given: Any = {name: values.get(name, default) for name, default in defaults._asdict().items()}
        options = Options(**given)
        guarded(lambda: _carry_out(run, values, options), debug=options.debug)

    shown = [inspect.Parameter(each.name, inspect.Parameter.KEYWORD_ONLY, default=each.option) for each in arguments]
    shown += [
        inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY, default=_with_default(option, getattr(defaults, name)))
        for name, (_, option) in common.items()
    ]
    types = {each.name: each.type for each in arguments} | {name: kind for name, (kind, _) in common.items()}
    vars(command)["__signature__"] = inspect.Signature(shown)
    command.__annotations__ = types
    command.__doc__ = summary
    return command


def _with_default(option: Any, default: Any) -> Any:
    changed = copy.copy(option)
    changed.default = default
    return changed


def _carry_out(
    run: Callable[[BeyondWords, Mapping[str, Any]], Any], values: Mapping[str, Any], options: Options
) -> None:
    with client_of(options) as client:
        result = run(client, values)
        total = None
        if isinstance(result, Pager):
            rows = RowsWithProgress(result, options)
            count = show(rows, options)
            total = rows.total
        elif result is None:
            count = 0
            _remark("done", options)
        elif isinstance(result, Page):
            count, total = show(result, options), result.total
            if result.has_next:
                _remark("This is one page; --all gets the rest.", options)
        else:
            count = show(result, options)
        if isinstance(result, Results) and result.status:
            raise typer.Exit(result.status)
        if isinstance(result, Pager | Page | list) and chosen_format(options) == "table":
            _remark(_counted(count, total), options)


def _counted(count: int, total: int | None) -> str:
    of = f" of {total}" if total is not None and total > count else ""
    return f"{count}{of} {'row' if count == 1 and not of else 'rows'}"


def _remark(text: str, options: Options) -> None:
    if not options.quiet and sys.stderr.isatty():
        print(text, file=sys.stderr)


# The arguments of a method


def _arguments(function: Callable[..., Any]) -> Iterator[Derived]:
    helps = _helps(function)
    for name, parameter in inspect.signature(function).parameters.items():
        annotation = str(parameter.annotation)
        if name == "self" or "Callable" in annotation:
            continue
        if parameter.kind is parameter.VAR_KEYWORD:
            yield from _open_ended(annotation)
            continue
        optional = parameter.default is not parameter.empty
        if name == "project_id" and parameter.kind is parameter.KEYWORD_ONLY:
            continue
        kind, given = _type_of(annotation)
        text = helps.get(name, "A JSON file, or - for standard input." if kind is Path else "")
        flag = f"--{name.replace('_', '-')}"
        if parameter.kind is not parameter.KEYWORD_ONLY:
            option = typer.Argument(None if optional else ..., help=text)
        else:
            names = [f"{flag}/--no-{flag[2:]}"] if kind is bool else [flag]
            option = typer.Option(parameter.default, *names, help=text)
        yield Derived(name, kind | None if optional and kind is not list[str] else kind, option, None, given)


def _open_ended(annotation: str) -> Iterator[Derived]:
    if "Paging" not in annotation:
        yield Derived("parameter", list[str], _with_default(_MORE, []), [], pairs)
        return
    for name, (kind, option) in _PAGING.items():
        default = 1 if name == "prefetch" else None
        yield Derived(name, kind, _with_default(option, default), default, lambda value: value)


def _type_of(annotation: str) -> tuple[Any, Callable[[Any], Any]]:
    """The type on the command line, and what makes the argument of it."""
    import beyondwords_api.models as models

    words = [word.strip() for word in annotation.split("|") if word.strip() != "None"]
    classes = [getattr(models, word, None) for word in words]
    if words and all(each is not None and not issubclass(each, Enum) for each in classes):
        return Path, lambda file: model_of(classes, file)
    if "Sequence" in annotation or "Scopes" in annotation:
        number = int if "int" in annotation and "Scopes" not in annotation else str
        return list[str], lambda values: [number(part) for value in values for part in value.split(",")] or None
    if "bool" in words:
        return bool, lambda value: value
    if words == ["float"] or words == ["int"]:
        return (float if words == ["float"] else int), lambda value: value
    if "PathLike" in annotation:
        return Path, lambda value: value
    return str, lambda value: value


def pairs(given: list[str]) -> dict[str, Any]:
    """`name=value` as arguments; a value that is JSON is read as such."""
    found: dict[str, Any] = {}
    for pair in given:
        name, separator, value = pair.partition("=")
        if not separator or not name:
            raise ValueError(f"-p takes name=value, not {pair!r}")
        try:
            found[name] = json.loads(value)
        except ValueError:
            found[name] = value
    return found


def read_text(file: Path) -> str:
    """The text in a file, or on standard input.

    Raises:
        ValueError: It is not UTF-8.
        OSError: It cannot be read.
    """
    try:
        return sys.stdin.read() if str(file) == "-" else file.read_text("utf-8")
    except UnicodeDecodeError:
        raise ValueError(f"{called(file)} is not UTF-8 text") from None


def read_json(file: Path) -> Any:
    """The JSON in a file, or on standard input.

    Raises:
        ValueError: It is no JSON.
        OSError: It cannot be read.
    """
    text = read_text(file)
    try:
        return json.loads(text)
    except ValueError as error:
        raise ValueError(f"{called(file)} is not JSON: {error}") from None


class Results(list[Any]):
    """What came of each of many, and the exit status that says it."""

    def __init__(self, rows: list[Any], *, status: int) -> None:
        super().__init__(rows)
        self.status = status


def called(file: Path) -> str:
    """A file in a message."""
    return "standard input" if str(file) == "-" else str(file)


def model_of(classes: list[Any], file: Path) -> Any:
    """The model that is in a JSON file: of several, the first that has all the properties."""
    data = read_json(file)
    if not isinstance(data, dict):
        raise ValueError(f"{called(file)} must hold a JSON object")
    properties = [{*properties_of(kind)} for kind in classes]
    fitting = [kind for kind, known in zip(classes, properties, strict=True) if data.keys() <= known]
    if not fitting:
        known = max(properties, key=lambda known: len(known & data.keys()))
        name = min(data.keys() - known)
        near = get_close_matches(name, known, n=1)
        hint = f"did you mean {near[0]!r}?" if near else f"there is {', '.join(sorted(known))}"
        raise ValueError(f"{called(file)}: no property {name!r} in {classes[properties.index(known)].__name__}; {hint}")
    problems: list[Exception] = []
    for kind in fitting:
        # What the model fills in by itself, such as its `type`.
        fixed = {each.name.rstrip("_"): each.default for each in attrs.fields(kind) if _is_fixed(each.default)}
        try:
            return kind.from_dict({**fixed, **data})
        except ValueError as error:
            problems.append(error)
    raise ValueError(f"{called(file)}: {problems[-1]}")


def _is_fixed(default: Any) -> bool:
    return isinstance(default, str)


# The docstring of a method


def _summary(function: Callable[..., Any]) -> str:
    text = " ".join((inspect.getdoc(function) or "").partition("\n\n")[0].split())
    return re.sub(r" \(`[A-Z]+ [^`]*`\)", "", text).replace("`", "")


def _helps(function: Callable[..., Any]) -> dict[str, str]:
    section = (inspect.getdoc(function) or "").partition("\nArgs:\n")[2].partition("\n\n")[0]
    entries = re.findall(r"^    (\w+): (.*(?:\n {6,}.*)*)", section, re.MULTILINE)
    return {name: " ".join(text.split()).replace("`", "") for name, text in entries}
