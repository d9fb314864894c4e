"""Forms: which containers and required fields a JSON value must have, derived from its schema.

The generated code does not check containers, so the wrapper compares a body with its form before decoding.
Scalars are unchecked: their form is None, which means "anything".
"""

from __future__ import annotations

import re
from typing import Any

from tools.spec import Json, SpecError, ref_name, resolve
from tools.spec.schemas import is_null, is_nullable, types

Form = Json

_SUCCESS = re.compile(r"2\d\d|2XX|default")
# Decoding these formats calls a constructor, which fails on null.
_DECODED_FORMATS = ("date", "date-time", "uuid")
_JSON_TYPE = re.compile(r"application/(json|[^;]+\+json)\b")
# The media types the generator reads without JSON; it takes the first one it knows.
_OTHER_TYPE = re.compile(r"text/|application/octet-stream\b")


class Forms:
    """The forms of one document's schemas. References stay references, which keeps recursion finite."""

    def __init__(self, spec: Json) -> None:
        self._spec = spec
        components = (spec.get("components") or {}).get("schemas") or {}
        raw = {name: _raw(spec, schema) for name, schema in components.items()}
        self._components = _without_unchecked(raw)

    def of(self, schema: Any) -> Form | None:
        """The form of any schema in the document."""
        return _simplified(_raw(self._spec, schema), self._components)

    def referred(self, roots: list[Form | None]) -> dict[str, Form]:
        """The component forms that the given forms refer to, directly or through one another."""
        found: dict[str, Form] = {}
        waiting = [name for root in roots for name in _references(root)]
        while waiting:
            name = waiting.pop()
            form = self._components.get(name)
            if name not in found and form is not None:
                found[name] = form
                waiting.extend(_references(form))
        return found


def response_forms(
    forms: Forms, responses: dict[str, Json], media_types: dict[str, str] | None = None
) -> dict[str, Form | None]:
    """Each declared success status with its form; None where there is nothing to check.

    `media_types` says which media types to read as another one (the generator's `content_type_overrides`).
    """
    return {
        status: forms.of(_json_schema(response, media_types or {}))
        for status, response in responses.items()
        if _SUCCESS.fullmatch(status)
    }


def _json_schema(response: Json, media_types: dict[str, str]) -> Any:
    for declared, media in (response.get("content") or {}).items():
        media_type = media_types.get(declared, declared).strip().lower()
        if _JSON_TYPE.match(media_type):
            return (media or {}).get("schema")
        if _OTHER_TYPE.match(media_type):
            return None
    return None


def _raw(spec: Json, schema: Any) -> Form | None:
    """The form before it is known which references lead to unchecked schemas."""
    if not isinstance(schema, dict):
        return None
    name = ref_name(schema)
    if name is not None:
        resolve(spec, schema)  # a dangling reference must fail here, not in the wrapper
        return {"ref": name}
    if "$ref" in schema:
        return _raw(spec, resolve(spec, schema))
    nullable = is_nullable(schema)
    sole = _sole_reference(schema)
    if sole is not None:
        return _with_null(_raw(spec, sole), nullable)
    schema = _merged(spec, schema, ())
    branches = [*schema.get("anyOf", ()), *schema.get("oneOf", ())]
    if branches:
        forms = [_raw(spec, branch) for branch in branches if not is_null(branch)]
        return _with_null(_any(forms), nullable)
    return _with_null(_any([_of_type(spec, schema, kind) for kind in types(schema)]), nullable)


def _of_type(spec: Json, schema: Json, kind: str) -> Form | None:
    if kind == "array":
        return _filled({"type": "array", "items": _raw(spec, schema.get("items"))})
    if kind == "object":
        return _object(spec, schema)
    decoded = schema.get("enum") or "const" in schema or schema.get("format") in _DECODED_FORMATS
    return {"type": "value"} if decoded and kind != "boolean" else None


def _object(spec: Json, schema: Json) -> Form:
    properties = {name: _raw(spec, value) for name, value in (schema.get("properties") or {}).items()}
    additional = _raw(spec, schema.get("additionalProperties"))
    return _filled(
        {
            "type": "object",
            "required": sorted(set(schema.get("required") or ())),
            "properties": {name: form for name, form in properties.items() if form is not None},
            "additional": additional,
            # Unchecked properties too, for `additional` does not speak of them.
            "declared": sorted(properties) if additional is not None else [],
        }
    )


def _sole_reference(schema: Json) -> Json | None:
    """`allOf` (anyOf, oneOf) around one reference, the usual way to say something beside a reference."""
    own = any(schema.get(key) for key in ("properties", "required", "additionalProperties"))
    around = [*schema.get("allOf", ()), *schema.get("anyOf", ()), *schema.get("oneOf", ())]
    around = [branch for branch in around if not is_null(branch)]
    sole = around[0] if len(around) == 1 and not own else None
    return sole if ref_name(sole) is not None else None


def _merged(spec: Json, schema: Json, seen: tuple[str, ...]) -> Json:
    """The schema with its `allOf` parts taken in: properties and required united, else the first wins."""
    merged = {key: value for key, value in schema.items() if key != "allOf"}
    for part in schema.get("allOf", ()):
        name = ref_name(part)
        if name in seen:
            raise SpecError(f"the schema {name!r} is part of itself through allOf")
        inner = _merged(spec, resolve(spec, part), (*seen, name) if name else seen)
        merged["properties"] = {**(inner.get("properties") or {}), **(merged.get("properties") or {})}
        merged["required"] = [*(merged.get("required") or ()), *(inner.get("required") or ())]
        for key in inner.keys() - merged.keys():
            merged[key] = inner[key]
    return merged


def _any(forms: list[Form | None]) -> Form | None:
    checked = [form for form in forms if form is not None]
    if not checked or len(checked) < len(forms):
        return None
    return checked[0] if len(checked) == 1 else {"any": checked}


def _with_null(form: Form | None, nullable: bool) -> Form | None:
    if form is None or not nullable:
        return form
    return None if form.get("type") == "value" else {**form, "nullable": True}


def _filled(form: Form) -> Form:
    return {key: value for key, value in form.items() if value not in (None, {}, [])}


def _without_unchecked(raw: dict[str, Form | None]) -> dict[str, Form | None]:
    # A reference to an unchecked schema is unchecked too, which can make the next one unchecked.
    forms = raw
    while True:
        smaller = {name: _simplified(form, forms) for name, form in forms.items()}
        if smaller == forms:
            return forms
        forms = smaller


def _simplified(form: Form | None, components: dict[str, Form | None]) -> Form | None:
    if form is None or ("ref" in form and components.get(form["ref"]) is None):
        return None
    if "any" in form:
        inner = _any([_simplified(branch, components) for branch in form["any"]])
        return _with_null(inner, form.get("nullable", False))
    simple = dict(form)
    for key in ("items", "additional"):
        if key in form:
            simple[key] = _simplified(form[key], components)
    if "properties" in form:
        inner_forms = {name: _simplified(value, components) for name, value in form["properties"].items()}
        simple["properties"] = {name: value for name, value in inner_forms.items() if value is not None}
    if simple.get("additional") is None:
        simple["declared"] = []
    return _filled(simple)


def _references(form: Form | None) -> list[str]:
    if form is None:
        return []
    own = [form["ref"]] if "ref" in form else []
    inner = [form.get("items"), form.get("additional"), *form.get("any", ())]
    inner += form.get("properties", {}).values()
    return own + [name for part in inner for name in _references(part)]
