"""Whether a decoded body has the form that the spec declares: its containers and required fields.

The generated code decodes what it gets: a missing field is a `KeyError`, `{}` where a list belongs is
an empty list. So a body is checked before. Scalars are not: the API is lenient there, and so are we.
The tables come from `operations.json` beside the generated client.
"""

from __future__ import annotations

from collections.abc import Mapping
from copy import deepcopy
from typing import Any, NamedTuple


class Mismatch(NamedTuple):
    """Where a body leaves its form."""

    steps: tuple[str | int, ...]
    """The way into the body: property names and list positions."""
    expected: str
    received: str

    @property
    def location(self) -> str:
        """For example `$[3].media`."""
        return "$" + "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in self.steps)

    def below(self, step: str | int) -> Mismatch:
        """The same mismatch, seen from the container around."""
        return self._replace(steps=(step, *self.steps))


class Form:
    """What one value must be."""

    kind: str = ""
    """`array`, `object`, `any` (one of `branches`) or `value` (a scalar that cannot be null)."""
    nullable: bool = False
    items: Form | None = None
    required: tuple[str, ...] = ()
    properties: tuple[tuple[str, Form], ...] = ()
    additional: Form | None = None
    declared: frozenset[str] = frozenset()
    """Names of properties that `additional` does not speak of."""
    branches: tuple[Form, ...] = ()
    whole: type | None = None
    """`dict` or `list` where that alone settles it, because nothing inside is checked."""


class FormTable:
    """The forms of a spec, built from their JSON when first asked for."""

    def __init__(self, schemas: Mapping[str, Any]) -> None:
        self._schemas = schemas
        self._named: dict[str, Form] = {}

    def form(self, node: Mapping[str, Any] | None) -> Form | None:
        """The form that a node of the table describes; None where anything goes."""
        if node is None:
            return None
        if "ref" in node:
            return self._reference(node["ref"], nullable=node.get("nullable", False))
        return self._fill(Form(), node)

    def _reference(self, name: str, *, nullable: bool) -> Form:
        node = self._schemas[name]
        # A schema may be no more than another name for one.
        while "ref" in node:
            name, nullable = node["ref"], nullable or node.get("nullable", False)
            node = self._schemas[name]
        key = f"{name}?" if nullable else name
        if key not in self._named:
            # Registered before it is filled, so that a schema may contain itself.
            form = self._named[key] = Form()
            self._fill(form, node)
            form.nullable = form.nullable or nullable
        return self._named[key]

    def _fill(self, form: Form, node: Mapping[str, Any]) -> Form:
        form.nullable = node.get("nullable", False)
        if "any" in node:
            form.kind = "any"
            form.branches = tuple(branch for branch in map(self.form, node["any"]) if branch is not None)
            form.nullable = form.nullable or any(branch.nullable for branch in form.branches)
            return form
        form.kind = node["type"]
        form.items = self.form(node.get("items"))
        form.required = tuple(node.get("required", ()))
        properties = {name: self.form(child) for name, child in node.get("properties", {}).items()}
        form.properties = tuple((name, child) for name, child in properties.items() if child is not None)
        form.additional = self.form(node.get("additional"))
        form.declared = frozenset(node.get("declared", properties))
        form.whole = _whole(form)
        return form


def _whole(form: Form) -> type | None:
    if form.kind == "object" and not (form.required or form.properties or form.additional):
        return dict
    return list if form.kind == "array" and form.items is None else None


def check(form: Form, value: Any) -> Mismatch | None:
    """Where the value leaves the form, None if it does not.

    A null that the spec does not allow is taken out of its object on the way when the property is
    optional: it reads as absent, rather than costing the whole page.
    """
    if value is None:
        return None if form.nullable else Mismatch((), _EXPECTED[form.kind], "null")
    kind = form.kind
    if kind == "object":
        return _check_object(form, value)
    if kind == "array":
        return _check_array(form, value)
    if kind == "any":
        return _check_branches(form, value)
    return Mismatch((), _EXPECTED[kind], received(value)) if isinstance(value, dict | list) else None


_EXPECTED = {"object": "an object", "array": "a list", "any": "an object or a list", "value": "a value"}


def _check_array(form: Form, value: Any) -> Mismatch | None:
    if not isinstance(value, list):
        return Mismatch((), "a list", received(value))
    items = form.items
    if items is None:
        return None
    for index, item in enumerate(value):
        if mismatch := check(items, item):
            return mismatch.below(index)
    return None


def _check_object(form: Form, value: Any) -> Mismatch | None:
    if not isinstance(value, dict):
        return Mismatch((), "an object", received(value))
    for name in form.required:
        if name not in value:
            return Mismatch((name,), "this required field", "nothing")
    for name, child in form.properties:
        if name in value:
            inner = value[name]
            if type(inner) is child.whole:
                continue
            if inner is None and not child.nullable and name not in form.required:
                del value[name]
            elif mismatch := check(child, inner):
                return mismatch.below(name)
    if form.additional is not None:
        for name, inner in value.items():
            if name not in form.declared and (mismatch := check(form.additional, inner)):
                return mismatch.below(name)
    return None


def _check_branches(form: Form, value: Any) -> Mismatch | None:
    """One fitting branch is enough; otherwise the one that got furthest has the most to say."""
    mismatches = []
    for branch in form.branches:
        # On a copy, because a branch that fails in the end may have taken out nulls on the way.
        mismatch = check(branch, deepcopy(value))
        if mismatch is None:
            return check(branch, value)
        mismatches.append(mismatch)
    return max(mismatches, key=lambda mismatch: len(mismatch.steps), default=None)


def received(value: object) -> str:
    """What came instead of a value of another kind, in JSON's words."""
    if isinstance(value, bool):
        return f"the value {str(value).lower()}"
    if isinstance(value, dict):
        return "an object"
    if isinstance(value, list):
        return "a list"
    return "a string" if isinstance(value, str) else "a number"
