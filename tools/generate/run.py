"""Running openapi-python-client: what it needs to know, and what it says as a failure."""

from __future__ import annotations

import contextlib
import io
import json
import os
import re
import sys
import tempfile
from collections.abc import Sequence
from importlib.metadata import version
from pathlib import Path
from unittest.mock import patch

import openapi_python_client
from attrs import define, fields
from openapi_python_client.config import Config, ConfigFile, MetaType
from openapi_python_client.parser.errors import GeneratorError
from openapi_python_client.schema.untrusted_string import UntrustedString

from tools.failure import Failure, one_line, writing
from tools.generate.naming import operation_name
from tools.generate.refusal import AS_A_CLASS, PLACE, NotGenerated, Places
from tools.generate.unsupported.operations import SIGNS, is_joined
from tools.spec import Json, operations

_CONSEQUENCES = ("Could not find reference in parsed models", "in allOf was not processed", "Invalid property in union")


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


def run_generator(document: Json, options: Json, output: Path, templates: Path, plain: Json) -> None:
    """Run openapi-python-client; anything it warns of is a failure, for it then leaves things out."""
    # Without ruff on PATH the generator skips its formatting; the one that counts stands beside this Python.
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", os.defpath)])
    with tempfile.TemporaryDirectory() as folder, patch.dict(os.environ, PATH=path):
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
        except OSError:
            raise
        except Exception as error:
            # The generator lets some surprises of a document through as bare exceptions.
            what = one_line(f"{type(error).__name__}: {error}")
            raise Failure(f"openapi-python-client failed on the document: {what}") from error
    if errors:
        raise _not_generated(errors, document)


def _not_generated(errors: Sequence[GeneratorError], document: Json) -> NotGenerated:
    """By what the generator gave up by itself; others only refer to that."""
    texts = [f"{error.header} {error.detail or ''}" for error in errors]
    causes = [text for text in texts if not any(sign in text for sign in _CONSEQUENCES)] or texts
    places = [_places(error, text, document) for error, text in zip(errors, texts, strict=True) if text in causes]
    more = f" (and {len(errors) - 1} more)" if len(errors) > 1 else ""
    what = one_line(causes[0].partition("Failure to process schema has resulted in")[0])
    problem = f"openapi-python-client cannot generate all of the document: {what}{more}"
    return NotGenerated(problem, list(dict.fromkeys(filter(None, places))))


def _places(error: GeneratorError, text: str, document: Json) -> Places:
    """The schema that the error is about, the component or response in which it stands, and the operation."""
    extra = getattr(getattr(error, "data", None), "model_extra", None) or {}
    found = [extra.get(PLACE)]
    component = re.search(r"/components/schemas/([\w.-]*\w)", text)
    found += [f"schema {component[1]}"] if component else []
    parsed = re.search(r"parsing ([A-Z]+ /.*?) within ", text)
    status = re.search(r"response for status code (\w+)", text)
    for operation in operations(document):
        if parsed and status and str(operation) == parsed[1]:
            content = (operation.responses.get(status[1]) or {}).get("content") or {}
            found += [((media or {}).get("schema") or {}).get(PLACE) for media in content.values()][:1]
    return (*(f"{each}{AS_A_CLASS}" for each in found if each), *([parsed[1]] if parsed else []))
