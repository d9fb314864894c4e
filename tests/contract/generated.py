"""The generated client under test: its endpoint modules and models."""

from __future__ import annotations

import copy
import importlib
import re
import typing
from collections import defaultdict
from dataclasses import dataclass
from functools import cache, cached_property
from types import ModuleType
from typing import Any

import attrs

from tests.contract.subject import COMPONENT_SCHEMAS, CONFIG_FILE, PACKAGE, SPEC
from tools.generate import modules
from tools.generate.naming import class_overrides, class_places, tell_apart
from tools.generate.normalize import normalized
from tools.generate.refusal import AS_A_CLASS, mark_places
from tools.spec import Json, Operation, path_shape, read_yaml, ref_name


@dataclass(frozen=True)
class Endpoint:
    """One generated endpoint module."""

    source: modules.Endpoint
    """What its source says that it sends."""

    @cached_property
    def module(self) -> ModuleType:
        return importlib.import_module(f"beyondwords_api.api.{self.source.key}")

    @cached_property
    def annotations(self) -> dict[str, Any]:
        """The arguments of the endpoint's functions, without the client, and their types."""
        hints = type_hints(self.module._get_kwargs)
        return {name: hint for name, hint in hints.items() if name != "return"}


@cache
def endpoints() -> dict[tuple[str, str], list[Endpoint]]:
    """Every module with an operation in it, by method and path."""
    found = defaultdict(list)
    for each in modules.endpoints(PACKAGE):
        found[each.shape].append(Endpoint(each))
    return found


def endpoint(operation: Operation) -> Endpoint:
    found = endpoints().get((operation.method, path_shape(operation.path)), [])
    assert len(found) == 1, f"{operation} has {len(found)} generated functions: {[each.source.key for each in found]}"
    return found[0]


def argument_name(operation: Operation, parameter: Json) -> str:
    """The Python argument that is sent as the parameter, and called like it, signs and case aside."""
    name, source = parameter["name"], endpoint(operation).source
    in_path, arguments = (re.findall(r"\{(.*?)\}", path) for path in (operation.path, source.url))
    places: dict[str, dict[str, str]] = {"path": dict(zip(in_path, arguments, strict=True)), **source.sent}
    sent = places[parameter["in"]]
    assert name in sent, f"{operation}: no argument is sent as the {parameter['in']} parameter {name!r}"
    assert squashed(name) in squashed(sent[name]), f"{operation}: parameter {name!r} is the argument {sent[name]!r}"
    return sent[name]


# Evaluating them takes long.
type_hints = cache(typing.get_type_hints)


@cache
def squashed(name: str) -> str:
    """A name reduced to what the generator keeps of it in any spelling."""
    return re.sub(r"[^a-z0-9]", "", name.lower())


@cache
def models() -> dict[str, Any]:
    """Every class that `beyondwords_api.models` offers."""
    package = importlib.import_module("beyondwords_api.models")
    return {name: getattr(package, name) for name in getattr(package, "__all__", ())}


def is_model_class(candidate: Any) -> bool:
    return hasattr(candidate, "from_dict") and hasattr(candidate, "to_dict")


def model(schema_name: str) -> Any:
    """The class of a component schema."""
    parts: list[Json] = COMPONENT_SCHEMAS[schema_name].get("allOf") or []
    if len(parts) == 1 and ref_name(parts[0]) and not COMPONENT_SCHEMAS[schema_name].get("properties"):
        # Another name for the same.
        return model(str(ref_name(parts[0])))
    found = [each for each in models().values() if each.__module__.endswith(f".{_model_modules()[schema_name]}")]
    assert len(found) == 1, f"{len(found)} classes are generated for the schema {schema_name}"
    return found[0]


@cache
def _model_modules() -> dict[str, str]:
    """The module of each component that becomes a class, as the generation names it."""
    marked = copy.deepcopy(SPEC)
    mark_places(marked)
    document = normalized(marked)
    tell_apart(document)
    places = class_places(document, class_overrides(document, options().get("class_overrides") or {}))
    by_place = {place: module for module, places_of_one in places.items() for place in places_of_one}
    named = {name: by_place.get(f"schema {name}{AS_A_CLASS}") for name in COMPONENT_SCHEMAS}
    return {name: module for name, module in named.items() if module}


@cache
def options() -> Json:
    """The generator's options."""
    found: Json = read_yaml(CONFIG_FILE)
    return found


def attribute(model_class: Any, property_name: str) -> str | None:
    """The attribute of a model that holds the property; None if it has no such one."""
    names = [field.name for field in attrs.fields(model_class) if field.name != "additional_properties"]
    wanted = squashed(property_name)
    found = [name for name in names if squashed(name) in (wanted, "field" + wanted)]
    if len(found) > 1:
        # Names that meet are kept as spelled, without the signs that Python does not take.
        spelled = re.sub(r"\W", "", property_name)
        found = [name for name in found if name == property_name] or [name for name in found if name == spelled]
    return found[0] if len(found) == 1 else None
