"""What griffe finds between two versions of a package: removals, new required arguments, arguments that moved.

It does not compare types; `tools.changes` does.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import griffe
from griffe import BreakageKind

# Fields of models have UNSET or nothing as value, which the comparison of types tells better.
_OF_VALUES = (BreakageKind.ATTRIBUTE_CHANGED_VALUE, BreakageKind.PARAMETER_CHANGED_DEFAULT)
# The four functions of an endpoint module take the same arguments, so one speaks for all.
_TWINS = ("sync", "asyncio", "asyncio_detailed")


@dataclass(frozen=True)
class Breakage:
    """One finding."""

    kind: str
    where: str
    """The name that callers use."""
    owner: str
    """The operation, the class or the name that the comparison of types would speak of."""
    text: str
    """What happened to it."""
    harmless: bool
    """It changes what happens, but breaks no call."""


def of_generated(old: griffe.Module, new: griffe.Module) -> list[Breakage]:
    """The findings in the generated package, without changed defaults."""
    return [
        _breakage(each, _generated_name(each.obj), _owner(each.obj))
        for each in griffe.find_breaking_changes(old, new)
        if each.kind not in _OF_VALUES and not _is_told_twice(each)
    ]


def of_wrapper(old: griffe.Module, new: griffe.Module) -> list[Breakage]:
    """The findings in the wrapper's public names and in its resources, which have no public module."""
    found = list(griffe.find_breaking_changes(old, new))
    for before, after in _resource_modules(old, new):
        found += griffe.find_breaking_changes(before, after)
    names = [(each, _public_name(each.obj, old)) for each in found]
    return [_breakage(each, name, name) for each, name in names]


def _resource_modules(old: griffe.Module, new: griffe.Module) -> Iterator[tuple[griffe.Module, griffe.Module]]:
    for side in ("_sync", "_async"):
        before, after = _resources(old, side), _resources(new, side)
        # One that is gone altogether is missed by its client's attribute.
        yield from ((before[name], after[name]) for name in before.keys() & after.keys())


def _resources(package: griffe.Module, side: str) -> dict[str, griffe.Module]:
    inner = package.modules.get(side)
    resources = inner.modules.get("resources") if inner is not None else None
    return dict(resources.modules) if resources is not None else {}


def _is_told_twice(each: griffe.Breakage) -> bool:
    parts = each.obj.path.split(".")
    return each.kind is not BreakageKind.OBJECT_REMOVED and parts[1:2] == ["api"] and parts[-1] in _TWINS


def _generated_name(item: griffe.Object | griffe.Alias) -> str:
    return item.path.partition(".")[2].removeprefix("api.")


def _owner(item: griffe.Object | griffe.Alias) -> str:
    """`things.things_index` for anything in that endpoint, `Thing` for anything in that model."""
    place, *rest = item.path.split(".")[1:]
    if place == "api":
        return ".".join(rest[:2])
    if place == "models" and rest:
        # Each module of a model holds one class; `models` itself only gives them on.
        defined = [name for name, each in item.module.classes.items() if not each.is_alias]
        return (defined or rest)[0]
    return _generated_name(item)


def _public_name(item: griffe.Object | griffe.Alias, package: griffe.Module) -> str:
    """`BeyondWords.with_options` for what is defined in a private module or exported by the package."""
    # The module of an alias is that of its target.
    home = package.path if item.is_alias else item.module.path
    inside = item.path.removeprefix(f"{home}.")
    return inside if "._" in home or inside.partition(".")[0] in (package.exports or ()) else item.path


def _breakage(each: griffe.Breakage, where: str, owner: str) -> Breakage:
    harmless = each.kind is BreakageKind.PARAMETER_CHANGED_DEFAULT
    kind = each.kind.name.lower().replace("_", "-")
    return Breakage(kind, where, owner, _text(each), harmless)


def _text(each: griffe.Breakage) -> str:
    name = f"`{getattr(each.old_value or each.new_value, 'name', '')}`"
    match each.kind:
        case BreakageKind.OBJECT_REMOVED:
            return "it is gone"
        case BreakageKind.PARAMETER_REMOVED:
            return f"the argument {name} is gone"
        case BreakageKind.PARAMETER_ADDED_REQUIRED:
            return f"the new argument {name} is required"
        case BreakageKind.PARAMETER_CHANGED_REQUIRED:
            return f"the argument {name} is now required"
        case BreakageKind.PARAMETER_MOVED:
            return f"the argument {name} has another position"
        case BreakageKind.PARAMETER_CHANGED_KIND:
            kinds = f"{each.new_value.kind.value}, was {each.old_value.kind.value}"
            return f"the argument {name} is {kinds}"
        case BreakageKind.PARAMETER_CHANGED_DEFAULT:
            return f"the default of {name} is `{each.new_value.default}`, was `{each.old_value.default}`"
        case BreakageKind.OBJECT_CHANGED_KIND:
            return f"it is now a {each.new_value.value}, was a {each.old_value.value}"
        case _:
            return f"{each.kind.value.lower()}"
