"""Running openapi-python-client: what it needs to know, and what it says as a failure."""

from __future__ import annotations

import contextlib
import errno
import io
import json
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from importlib.metadata import version
from pathlib import Path

import openapi_python_client
from attrs import define, fields
from openapi_python_client.config import Config, ConfigFile, MetaType
from openapi_python_client.parser.errors import GeneratorError
from openapi_python_client.schema.untrusted_string import UntrustedString

from tools.failure import Failure, one_line, writing
from tools.generate.naming import operation_name, tag_name
from tools.generate.refusal import AS_A_CLASS, PLACE, Classes, NotGenerated, Places
from tools.generate.unsupported.operations import SIGNS, is_joined
from tools.spec import Json, operations

_TWO_OF_ONE_NAME = ("duplicate models with name", "conflicting enums named")
_CONSEQUENCES = ("Could not find reference in parsed models", "in allOf was not processed", "Invalid property in union")
_OTHER_NAME = "give one of the two another title, or another class under class_overrides in generator-config.yml"


def _shown(text: UntrustedString) -> str:
    """What the document says is no text for the generator, also where it writes it into its errors."""
    return re.sub(r"[^\w.-]", "_", text.get_untrusted_value())


UntrustedString.__repr__ = _shown  # type: ignore[assignment,method-assign]


@define
class _Config(Config):
    """The generator's options, and what our templates need to know besides."""

    delimiters: dict[str, dict[str, dict[str, str]]]
    generator: str
    """Its name and version."""


def delimiters(document: Json) -> dict[str, dict[str, dict[str, str]]]:
    """What joins the items of each list that is sent in one piece, for the template of endpoints.

    By operation, then by `query` and `form`, then by the name.
    """
    found = {}
    for operation in operations(document):
        form = ((operation.request_body or {}).get("content") or {}).get("application/x-www-form-urlencoded") or {}
        query = {each["name"]: each for each in operation.parameters if each["in"] == "query"}
        found[f"{operation.method.lower()} {operation_name(operation)}"] = {
            place: {name: SIGNS[each.get("style", "form")] for name, each in lists.items() if is_joined(each)}
            for place, lists in (("query", query), ("form", form.get("encoding") or {}))
        }
    return found


def run_generator(document: Json, options: Json, output: Path, templates: Path, plain: Json, classes: Classes) -> None:
    """Run openapi-python-client; anything it warns of is a failure, for it then leaves things out."""
    with tempfile.TemporaryDirectory() as folder, _ruff_on_path():
        source = Path(folder) / "openapi.json"
        with writing(source):
            source.write_text(json.dumps(document), encoding="utf-8")
        config = Config.from_sources(
            ConfigFile(**options), MetaType.NONE, source, "utf-8", overwrite=False, output_path=output
        )
        generator = f"openapi-python-client {version('openapi-python-client')}"
        given = {each.name: getattr(config, each.name) for each in fields(Config)}
        config = _Config(**given, delimiters=delimiters(plain), generator=generator)
        try:
            with contextlib.redirect_stdout(io.StringIO()):
                errors = openapi_python_client.generate(config=config, custom_template_path=templates)
        except OSError as error:
            if error.errno != errno.ENAMETOOLONG:
                raise
            name = f"{Path(error.filename).stem[:40]}..."
            advice = "shorten the operationId, tag, schema name or title that it is made of"
            module = Path(error.filename).stem
            places = [str(each) for each in operations(plain) if module in (operation_name(each), tag_name(each))]
            places += classes.get(module, [])
            raise NotGenerated(
                f"the name {name!r} is too long for a file: {advice}", [(each,) for each in places]
            ) from None
        except Exception as error:
            # The generator lets some surprises of a document through as bare exceptions.
            what = one_line(f"{type(error).__name__}: {error}")
            raise Failure(f"openapi-python-client failed on the document: {what}") from error
    if errors:
        more = f" (and {len(errors) - 1} more)" if len(errors) > 1 else ""
        lines = [f"{error.header} {error.detail or ''}" for error in errors]
        text = f"openapi-python-client cannot generate all of the document: {_cause(lines)}{more}"
        raise NotGenerated(text, _places_of(errors, document))


def _places_of(errors: Sequence[GeneratorError], document: Json) -> list[Places]:
    """The places of what the generator gave up by itself; others only refer to them."""
    texts = [f"{error.header} {error.detail or ''}" for error in errors]
    causes = [text for text in texts if not any(sign in text for sign in _CONSEQUENCES)] or texts
    found = [_places(error, text, document) for error, text in zip(errors, texts, strict=True) if text in causes]
    return list(dict.fromkeys(filter(None, found)))


def _places(error: GeneratorError, text: str, document: Json) -> Places:
    """The schema that the error is about, the component or response in which it stands, and the operation."""
    extra = getattr(getattr(error, "data", None), "model_extra", None) or {}
    found = [extra.get(PLACE)]
    start = text.partition("/components/schemas/")[2]
    names = sorted((document.get("components") or {}).get("schemas") or {}, key=len, reverse=True)
    found += [f"schema {name}" for name in names if re.match(rf"{re.escape(name)}(?![A-Za-z0-9.-])", start)][:1]
    parsed = re.search(r"parsing ([A-Z]+ /.*?) within ", text)
    status = re.search(r"response for status code (\w+)", text)
    own = parsed[1] if parsed else None
    for operation in operations(document):
        if str(operation) == own and status:
            content = (operation.responses.get(status[1]) or {}).get("content") or {}
            found += [((media or {}).get("schema") or {}).get(PLACE) for media in content.values()][:1]
    return (*(f"{each}{AS_A_CLASS}" for each in found if each), *([own] if own else []))


def _cause(errors: list[str]) -> str:
    """The error that says most: a schema it gave up is missing everywhere else."""
    causes = [error for error in errors if "Could not find reference in parsed models" not in error]
    text = (causes or errors)[0].partition("Failure to process schema has resulted in")[0]
    line = one_line(text)
    return f"{line}: {_OTHER_NAME}" if any(sign in text for sign in _TWO_OF_ONE_NAME) else line


@contextlib.contextmanager
def _ruff_on_path() -> Iterator[None]:
    # Without ruff on PATH the generator skips its formatting; the one that counts stands beside this Python.
    before = os.environ.copy()
    os.environ["PATH"] = os.pathsep.join([str(Path(sys.executable).parent), before.get("PATH", os.defpath)])
    try:
        found = subprocess.run(["ruff", "--version"], capture_output=True, text=True, check=False)
        if found.stdout.split() != ["ruff", version("ruff")]:
            raise Failure("the ruff on PATH is not the one of this environment: run `make setup`")
        yield
    except FileNotFoundError:
        raise Failure("ruff is not installed beside this Python: run `make setup`") from None
    finally:
        os.environ.clear()
        os.environ.update(before)
