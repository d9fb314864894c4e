"""`make generate`: the published document in, the low-level client out.

The client is built beside its place and checked there; only a whole one takes the place of the old.
"""

from __future__ import annotations

import argparse
import contextlib
import io
import shutil
import sys
import tomllib
from collections.abc import Callable, Iterable, Mapping
from importlib.metadata import distributions
from pathlib import Path
from typing import Any

from openapi_python_client.config import ConfigFile
from pydantic import ValidationError

from tools import spec
from tools.changes import last_generation
from tools.changes.compare import chosen_format
from tools.failure import Failure, exit_code, one_line, writing
from tools.generate import unsupported
from tools.generate.check_code import check_code, check_operations
from tools.generate.naming import class_overrides, class_places, module_name, named, tell_apart
from tools.generate.normalize import normalized
from tools.generate.place import beside, replace
from tools.generate.refusal import KEY, NotGenerated, mark_places
from tools.generate.run import run_generator
from tools.spec import ROOT, Json, operations
from tools.spec.choices import written_out
from tools.spec.direct import direct
from tools.spec.directions import optional_where_absent
from tools.spec.pages import form_problem
from tools.spec.pointers import without
from tools.spec.spelling import one_spelling

TARGET = ROOT / "generated_client" / "beyondwords_api"
CONFIG_FILE = ROOT / "generator-config.yml"
TEMPLATES = ROOT / "generator-templates"
PINNED = ("openapi-python-client", "ruff")


def build(
    spec_file: Path,
    output: Path,
    config_file: Path = CONFIG_FILE,
    templates: Path = TEMPLATES,
    accepted: unsupported.Accepted | None = None,
) -> None:
    """Generate, check and complete the client in the folder `output`, which must not exist yet.

    Without `accepted` the configuration says what is.
    """
    check_pins()
    document = _read(spec_file, told=True)
    options = read_options(config_file)
    accepted = unsupported.read_accepted(config_file) if accepted is None else accepted
    document = unsupported.supported(document, accepted, options.get("content_type_overrides") or {})
    mark_places(document)
    plain = normalized(document)
    tell_apart(plain)
    options["class_overrides"] = class_overrides(plain, options.get("class_overrides") or {})
    classes = class_places(plain, options["class_overrides"])
    run_generator(named(plain, options["class_overrides"]), options, output, templates, plain)
    _check_modules(plain, output, classes)
    check_operations(document, output)
    (output / "py.typed").write_bytes(b"")
    (output / "openapi.yaml").write_bytes(spec_file.read_bytes())
    for leftover in [*output.rglob(".ruff_cache"), *output.rglob("__pycache__")]:
        shutil.rmtree(leftover)


def _read(spec_file: Path, *, told: bool = False) -> Json:
    """The document in one form, without what the API calls."""
    document = one_spelling(spec.load(spec_file))
    if problem := form_problem(document):
        raise Failure(one_line(f"the document has not the form of OpenAPI: {problem}"))
    document = direct(document)
    incoming = unsupported.incoming(document)
    if incoming and told:
        print("passed over: webhooks and callbacks, for the client makes requests and takes none", file=sys.stderr)
    return optional_where_absent(written_out(without(document, incoming)))


def _check_modules(document: Json, package: Path, classes: Mapping[str, Iterable[str]]) -> None:
    """Name the places in the document that wrong code comes from."""
    known = {f"models.{module}": places for module, places in classes.items()}
    known |= {f"api.{module_name(each)}": [str(each)] for each in operations(document)}
    found = list(check_code(package))
    if found:
        raise NotGenerated(found[0][1], [(place,) for module, _ in found for place in known.get(module, ())])


def check_pins(pyproject: Path = ROOT / "pyproject.toml") -> None:
    """The output depends on these versions to the byte, so another one is refused."""
    groups = tomllib.loads(pyproject.read_text(encoding="utf-8"))["dependency-groups"]
    pins = dict(entry.split("==") for entry in groups["generate"] if "==" in entry)
    installed = {each.name: each.version for each in distributions()}
    for name in PINNED:
        if installed.get(name) != pins.get(name):
            pin, found = f"{name}=={pins.get(name)}", installed.get(name, "nothing")
            raise Failure(f"pyproject.toml pins {pin}, but {found} is installed: run `make setup`")


def read_options(config_file: Path) -> Json:
    """The generator's options as written in generator-config.yml."""
    options: Any = spec.read_yaml(config_file)
    if not isinstance(options, dict):
        raise Failure(f"{config_file} holds no options of openapi-python-client")
    # Ours, and in the same file because it is as much a part of what the client is made from.
    options.pop(KEY, None)
    unknown = sorted(options.keys() - ConfigFile.model_fields.keys())
    if unknown:
        raise Failure(f"{config_file}: openapi-python-client has no option {', '.join(unknown)}")
    try:
        ConfigFile(**options)
    except ValidationError as error:
        raise Failure(f"{config_file}: {one_line(str(error))}") from None
    return options


def generate(
    spec_file: Path,
    target: Path,
    config_file: Path = CONFIG_FILE,
    templates: Path = TEMPLATES,
    accepted: unsupported.Accepted | None = None,
    before: Callable[[], None] = lambda: None,
) -> None:
    """Build the client and put it in the place of the old one, which stays as it is if anything fails.

    `before` runs when the client is built and not yet in its place; where it fails, all stays as it is.
    """
    if target.exists() and any(target.iterdir()) and not (target / "client.py").exists():
        raise Failure(f"{target} is not a generated client; it will not be replaced")
    with writing(target), beside(target) as folder:
        build(spec_file, folder / "new", config_file, templates, accepted)
        before()
        replace(target, folder / "new")


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m tools.generate", description=__doc__)
    parser.add_argument("--spec", type=Path, default=spec.SPEC_FILE)
    parser.add_argument("--output", type=Path, default=TARGET)
    parser.add_argument("--config", type=Path, default=CONFIG_FILE)
    parser.add_argument("--templates", type=Path, default=TEMPLATES)
    parser.add_argument("--accept", choices=["all"], help="accept everything unsupported: write it into the options")
    chosen: Any = parser.parse_args(arguments)
    return exit_code(lambda: _generate_and_tell(chosen))


def _generate_and_tell(chosen: Any) -> None:
    form = chosen_format()
    if chosen.accept:
        _generate_accepting_all(chosen.spec, chosen.output, chosen.config, chosen.templates)
    else:
        generate(chosen.spec, chosen.output, chosen.config, chosen.templates)
    # Anything generated elsewhere has no committed generation before it.
    if chosen.output.resolve() == TARGET:
        last_generation.tell(TARGET, form)


def _generate_accepting_all(spec_file: Path, target: Path, config_file: Path, templates: Path) -> None:
    """Generate with ever more accepted; that takes its place in the options when the client takes its own."""
    media_types = read_options(config_file).get("content_type_overrides") or {}
    before = unsupported.read_accepted(config_file)
    accepted, document = dict(before), _read(spec_file)
    lines: list[str] = []
    fresh = config_file.with_name(f".{config_file.name}")

    def write_options() -> None:
        # Whole and on its disk before the client changes, so that both change or neither.
        if accepted != before:
            with writing(fresh):
                fresh.write_text(unsupported.with_accepted(config_file, accepted), encoding="utf-8")

    while True:
        # What it tells counts once, when no more is left out.
        told = io.StringIO()
        try:
            with contextlib.redirect_stderr(told):
                generate(spec_file, target, config_file, templates, accepted, write_options)
            if accepted != before:
                fresh.replace(config_file)
            break
        except NotGenerated as failure:
            # Of each the first name that is not accepted yet.
            more = [next((place for place in places if place not in accepted), "") for places in failure.places]
            if not any(more):
                raise
            accepted |= dict.fromkeys(filter(None, more), unsupported.TO_FILL_IN)
            # What was accepted before goes with the operation or the schema that goes now.
            kept = before.keys() | unsupported.without_accepted(document, accepted, media_types)[1].keys()
            accepted = {place: why for place, why in accepted.items() if place in kept}
            lines += failure.problem.splitlines()
        finally:
            fresh.unlink(missing_ok=True)
    for line in lines:
        print(f"not generated: {line}", file=sys.stderr)
    print(told.getvalue(), end="", file=sys.stderr)
    if count := len(accepted) - len(before):
        where = f"under `{KEY}` in {config_file.name}"
        print(f"accepted: {count} unsupported, {where}: fill in the reasons there", file=sys.stderr)
