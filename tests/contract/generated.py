"""The generated client under test: its endpoint modules and models, found without knowing their names."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
import re
import typing
from dataclasses import dataclass
from functools import cache, cached_property
from types import ModuleType
from typing import Any

import attrs

from tests.contract.schemas import is_model, plain
from tests.contract.subject import CONFIG_FILE, SPEC
from tools.spec import Json, Operation, read_yaml, ref_name


@dataclass(frozen=True)
class Endpoint:
    """One generated endpoint module and the request line in it."""

    key: str
    """`<tag package>.<module>`."""
    module: ModuleType
    method: str
    url: str

    @property
    def shape(self) -> tuple[str, str]:
        return self.method, path_shape(self.url)

    @cached_property
    def annotations(self) -> dict[str, Any]:
        """The arguments of the endpoint's functions, without the client, and their types."""
        hints = type_hints(self.module._get_kwargs)
        return {name: hint for name, hint in hints.items() if name != "return"}


def path_shape(path: str) -> str:
    """Placeholders without their names, which do not tell paths apart."""
    return re.sub(r"\{[^}]*\}", "{}", path)


@cache
def endpoints() -> list[Endpoint]:
    """Every module with an operation in it, by key."""
    api = importlib.import_module("beyondwords_api.api")
    names = [module.name for module in pkgutil.walk_packages(api.__path__, "beyondwords_api.api.")]
    modules = [importlib.import_module(name) for name in sorted(names)]
    return [_endpoint(module) for module in modules if hasattr(module, "_get_kwargs")]


def _endpoint(module: ModuleType) -> Endpoint:
    source = inspect.getsource(module._get_kwargs)
    method = re.search(r'"method": "(\w+)"', source)
    url = re.search(r'"url": "([^"]*)"', source)
    assert method is not None, f"{module.__name__} has no method"
    assert url is not None, f"{module.__name__} has no url"
    key = module.__name__.removeprefix("beyondwords_api.api.")
    return Endpoint(key, module, method[1].upper(), url[1])


def of_operation(operation: Operation) -> list[Endpoint]:
    """The modules that send the operation's request; there should be exactly one."""
    return _by_shape().get((operation.method, path_shape(operation.path)), [])


@cache
def _by_shape() -> dict[tuple[str, str], list[Endpoint]]:
    found: dict[tuple[str, str], list[Endpoint]] = {}
    for each in endpoints():
        found.setdefault(each.shape, []).append(each)
    return found


def endpoint(operation: Operation) -> Endpoint:
    found = of_operation(operation)
    assert len(found) == 1, f"{operation} has {len(found)} generated functions: {[each.key for each in found]}"
    return found[0]


def argument_name(operation: Operation, parameter: Json) -> str:
    """The Python argument that is called like the parameter, signs and case aside."""
    name, place = parameter["name"], parameter["in"]
    known = endpoint(operation).annotations
    candidates = [each for each in known if squashed(each) in (squashed(name), "field" + squashed(name))]
    # Two parameters of one name in different places get their place as an ending.
    placed = [each for each in known if squashed(each) == squashed(name) + place]
    same = [other for other in operation.parameters if squashed(other["name"]) == squashed(name)]
    found = placed or candidates
    if len(found) > 1 and len(same) > 1:
        others = {other["name"] for other in same} - {name}
        found = [each for each in found if each == name] or [each for each in found if each not in others]
    assert len(found) == 1, f"{operation}: {place} parameter {name!r} is not one argument but {found}"
    return found[0]


_type_hints: dict[Any, dict[str, Any]] = {}


def type_hints(function_or_class: Any) -> dict[str, Any]:
    """The types of what a function takes or a model holds; each is evaluated once, since that takes long."""
    if function_or_class not in _type_hints:
        _type_hints[function_or_class] = typing.get_type_hints(function_or_class)
    return _type_hints[function_or_class]


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


@cache
def model(schema_name: str) -> Any:
    """The class of a component schema: by override, by name, by title, or by name without the ending Model."""
    node = SPEC["components"]["schemas"][schema_name]
    parts: list[Json] = node.get("allOf") or []
    if len(parts) == 1 and ref_name(parts[0]) and not node.get("properties"):
        # Another name for the same.
        return model(str(ref_name(parts[0])))
    classes = {squashed(name): candidate for name, candidate in models().items()}
    chosen = options().get("class_overrides") or {}
    overrides = {squashed(name): squashed(to["class_name"]) for name, to in chosen.items()}
    own = squashed(schema_name)
    wanted = [
        overrides.get(own, ""),
        _title(schema_name),
        own,
        own.removesuffix("model"),
        f"{own}model",
        # What begins with a digit is no name in Python.
        f"field{own}",
        f"field{own.removesuffix('model')}",
        f"model{own}",
    ]
    found = next((classes[name] for name in wanted if name and name in classes), None)
    assert found is not None, f"no class is generated for the schema {schema_name}"
    return found


def _title(schema_name: str) -> str:
    """The title of a component, where no other one gets its class from the same."""
    components = SPEC["components"]["schemas"]
    title = squashed(str(components[schema_name].get("title", "")))
    others = [(name, node) for name, node in components.items() if name != schema_name]
    others = [(name, node) for name, node in others if is_model(node) or "enum" in plain(node)]
    taken = any(title == squashed(str(node.get("title") or name)) for name, node in others)
    return "" if taken else title


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
