"""Examples that are of another form than their own schema says, so that the generated code could not decode them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date, datetime
from typing import Any
from uuid import UUID

from jsonschema import FormatChecker  # type: ignore[import-untyped]
from openapi_schema_validator import OAS30Validator, OAS31Validator

from tools.failure import one_line
from tools.generate.refusal import Unsupported
from tools.spec import Json
from tools.spec.examples import everywhere
from tools.spec.pointers import describe
from tools.spec.references import absolute, is_discriminator, registry_of
from tools.spec.schemas import RULES

_LONGEST = 60

# What the generated code calls.
_DECODERS = FormatChecker(())
_DECODERS.checks("date", ValueError)(
    lambda text: not isinstance(text, str) or date.fromisoformat(text).isoformat() == text
)
_DECODERS.checks("date-time", ValueError)(lambda text: not isinstance(text, str) or bool(datetime.fromisoformat(text)))
_DECODERS.checks("uuid", ValueError)(lambda text: not isinstance(text, str) or str(UUID(text)) == text.lower())


def find(spec: Json) -> Iterator[Unsupported]:
    """One for each example that is none."""
    is_3_0 = str(spec["openapi"]).startswith("3.0")
    registry = registry_of(_form(spec, is_3_0=is_3_0))
    validator_class = OAS30Validator if is_3_0 else OAS31Validator
    # A default of another kind is left to the API.
    for example in (each for each in everywhere(spec) if each.keys[-1] != "default"):
        schema = absolute(_form(example.schema, is_3_0=is_3_0))
        validator = validator_class(schema, registry=registry, format_checker=_DECODERS)
        error = next(iter(validator.iter_errors(example.value)), None)
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
    if error.validator in ("oneOf", "anyOf"):
        closest = [_shown(each) for each in error.context if each.validator != "type"] or ["of another type"]
        return f"{where}none of the alternatives takes it: {'; '.join(dict.fromkeys(closest))}"
    if error.validator == "format":
        return f"{where}cannot be read as a {error.validator_value}: {one_line(json.dumps(error.instance), _LONGEST)}"
    # The rule first: the value may be long.
    value = repr(error.instance)
    rule = error.message.removeprefix(value).strip()
    return f"{where}{rule}: {one_line(value, _LONGEST)}" if error.message.startswith(value) else f"{where}{rule}"
