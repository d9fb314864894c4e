"""Examples that are of another form than their own schema says, so that the generated code could not decode them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from typing import Any
from uuid import UUID

from jsonschema import FormatChecker  # type: ignore[import-untyped]
from jsonschema.exceptions import best_match  # type: ignore[import-untyped]
from openapi_schema_validator import OAS30Validator, OAS31Validator

from tools.failure import one_line
from tools.generate.refusal import Unsupported
from tools.spec import Json
from tools.spec.examples import everywhere
from tools.spec.pointers import describe
from tools.spec.references import absolute, is_discriminator, registry_of
from tools.spec.schemas import RULES

# What the generated code reads.
_READ = FormatChecker(())
for _format, _same in {
    "date": lambda text: date.fromisoformat(text).isoformat() == text,
    "date-time": lambda text: datetime.fromisoformat(text.replace(" UTC", "Z")).tzinfo is not None,
    "uuid": lambda text: str(UUID(text)) == text.lower(),
}.items():
    _READ.checks(_format, ValueError)(lambda value, same=_same: not isinstance(value, str) or same(value))


def find(spec: Json) -> Iterator[Unsupported]:
    """One for each example that is none."""
    is_3_0 = str(spec["openapi"]).startswith("3.0")
    registry = registry_of(_form(spec, is_3_0=is_3_0))
    validator_class = OAS30Validator if is_3_0 else OAS31Validator
    # A default of another kind is left to the API.
    for example in (each for each in everywhere(spec) if each.keys[-1] != "default"):
        schema = absolute(_form(example.schema, is_3_0=is_3_0))
        validator = validator_class(schema, registry=registry, format_checker=_READ)
        error = best_match(validator.iter_errors(example.value))
        if error is not None:
            problem = f"is not what its schema says (correct the one or the other): {_shown(error)}"
            cuts = (example.keys,) if example.source is None else (example.keys, example.source)
            yield Unsupported(describe(spec, example.keys), problem, cuts)


def _form(node: Any, *, is_3_0: bool) -> Any:
    """A schema without its rules for values, which the client leaves to the API."""
    if isinstance(node, list):
        return [_form(each, is_3_0=is_3_0) for each in node]
    if not isinstance(node, dict):
        return node
    is_rule = {"discriminator": is_discriminator(node.get("discriminator")), "enum": isinstance(node.get("enum"), list)}
    # The validator of OpenAPI 3.0, which has no lists of types, breaks on one.
    is_rule["type"] = is_3_0 and isinstance(node.get("type"), list)
    kept = {key: value for key, value in node.items() if key not in RULES and not is_rule.get(key)}
    if isinstance(choice := kept.get("oneOf"), list):
        kept["anyOf"] = choice
        del kept["oneOf"]
    return {key: _form(value, is_3_0=is_3_0) for key, value in kept.items()}


def _shown(error: Any) -> str:
    where = "" if error.json_path == "$" else f"at {error.json_path} "
    # The rule first: the value may be long.
    value = repr(error.instance)
    rule = error.message.removeprefix(value).strip()
    return f"{where}{rule}: {one_line(value, 60)}" if error.message.startswith(value) else f"{where}{rule}"
