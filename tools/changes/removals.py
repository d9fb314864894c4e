"""What griffe finds between two versions of a package: removals, new required arguments, arguments that moved.

It does not compare types; `tools.changes` does.
"""

from __future__ import annotations

from collections.abc import Iterator

import griffe
from griffe import BreakageKind

from tools.changes import Change, Severity

# Fields of models have UNSET or nothing as value, which the comparison of types tells better.
_OF_VALUES = (BreakageKind.ATTRIBUTE_CHANGED_VALUE, BreakageKind.PARAMETER_CHANGED_DEFAULT)
# The four functions of an endpoint module take the same arguments, so one speaks for all.
_TWINS = ("sync", "asyncio", "asyncio_detailed")


def of_generated(old: griffe.Module, new: griffe.Module, told: set[str]) -> list[Change]:
    """The findings in the generated package, without changed defaults and what `told` names already."""
    return [
        _change(each, _generated_name(each.obj))
        for each in griffe.find_breaking_changes(old, new)
        if each.kind not in _OF_VALUES
        and not _is_told_twice(each)
        and not any(f"{name}.".startswith(f"{_owner(each.obj)}.") for name in told)
    ]


def of_wrapper(old: griffe.Module, new: griffe.Module) -> list[Change]:
    """The findings in the wrapper's public names and in its resources, which have no public module."""
    found = list(griffe.find_breaking_changes(old, new))
    for before, after in _resource_modules(old, new):
        found += griffe.find_breaking_changes(before, after)
    return [_change(each, _public_name(each.obj, old)) for each in found]


def _resource_modules(old: griffe.Module, new: griffe.Module) -> Iterator[tuple[griffe.Module, griffe.Module]]:
    for side in ("_sync", "_async"):
        before, after = (_modules(_modules(_modules(package).get(side)).get("resources")) for package in (old, new))
        # One that is gone altogether is missed by its client's attribute.
        yield from ((before[name], after[name]) for name in before.keys() & after.keys())


def _modules(package: griffe.Module | None) -> dict[str, griffe.Module]:
    return package.modules if package is not None else {}


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


def _change(each: griffe.Breakage, where: str) -> Change:
    # A default changes what happens, but breaks no call.
    severity: Severity = "note" if each.kind is BreakageKind.PARAMETER_CHANGED_DEFAULT else "breaking"
    return Change(severity, each.kind.name.lower().replace("_", "-"), where, f"`{where}`: {_text(each)}")


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
            return f"the argument {name} is {each.new_value.kind.value}, was {each.old_value.kind.value}"
        case BreakageKind.PARAMETER_CHANGED_DEFAULT:
            return f"the default of {name} is `{each.new_value.default}`, was `{each.old_value.default}`"
        case BreakageKind.OBJECT_CHANGED_KIND:
            return f"it is now a {each.new_value.value}, was a {each.old_value.value}"
        case _:
            return each.kind.value.lower()
