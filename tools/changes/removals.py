"""What griffe finds between two versions of a package: removals, new required arguments, arguments that moved.

It does not compare types; `tools.changes.compare` does.
"""

from __future__ import annotations

from contextlib import suppress

import griffe
from griffe import BreakageKind

from tools.changes import Change, Severity

_WORDS = {
    BreakageKind.OBJECT_REMOVED: "it is gone",
    BreakageKind.PARAMETER_REMOVED: "the argument `{old.name}` is gone",
    BreakageKind.PARAMETER_ADDED_REQUIRED: "the new argument `{new.name}` is required",
    BreakageKind.PARAMETER_CHANGED_REQUIRED: "the argument `{new.name}` is now required",
    BreakageKind.PARAMETER_MOVED: "the argument `{new.name}` has another position",
    BreakageKind.PARAMETER_CHANGED_KIND: "the argument `{new.name}` is {new.kind.value}, was {old.kind.value}",
    BreakageKind.PARAMETER_CHANGED_DEFAULT: "the default of `{new.name}` is `{new.default}`, was `{old.default}`",
    BreakageKind.OBJECT_CHANGED_KIND: "it is now a {new.value}, was a {old.value}",
}
# Values of fields and defaults of arguments are told by the comparison of types.
_OF_VALUES = (BreakageKind.ATTRIBUTE_CHANGED_VALUE, BreakageKind.PARAMETER_CHANGED_DEFAULT)


def of_generated(old: griffe.Module, new: griffe.Module, told: set[str]) -> list[Change]:
    """The findings in the classes and functions of the generated package, without what `told` names already."""
    return [
        _change(each, each.obj.path.partition(".")[2])
        for each in griffe.find_breaking_changes(old, new)
        if each.kind not in _OF_VALUES
        and (each.obj.is_class or each.obj.is_function)
        and not any(f".{name}." in f"{each.obj.path}." for name in told)
    ]


def of_wrapper(old: griffe.Module, new: griffe.Module) -> list[Change]:
    """The findings in the wrapper's public names and in its resources, which have no public module."""
    found = list(griffe.find_breaking_changes(old, new))
    for side in ("_sync", "_async"):
        # One that is gone altogether is missed by its client's attribute.
        with suppress(KeyError):
            before, after = (package[f"{side}.resources"].modules for package in (old, new))
            for name in before.keys() & after.keys():
                found += griffe.find_breaking_changes(before[name], after[name])
    return [_change(each, _public_name(each.obj, old)) for each in found]


def _public_name(item: griffe.Object | griffe.Alias, package: griffe.Module) -> str:
    """`BeyondWords.with_options` for what is defined in a private module or exported by the package."""
    # The module of an alias is that of its target.
    home = package.path if item.is_alias else item.module.path
    inside = item.path.removeprefix(f"{home}.")
    return inside if "._" in home or inside.partition(".")[0] in (package.exports or ()) else item.path


def _change(each: griffe.Breakage, where: str) -> Change:
    # A default changes what happens, but breaks no call.
    severity: Severity = "note" if each.kind is BreakageKind.PARAMETER_CHANGED_DEFAULT else "breaking"
    words = _WORDS.get(each.kind, each.kind.value.lower()).format(old=each.old_value, new=each.new_value)
    return Change(severity, each.kind.name.lower().replace("_", "-"), where, f"`{where}`: {words}")
