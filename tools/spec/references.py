"""References followed from anywhere, as a validator of one schema needs them."""

from __future__ import annotations

from typing import Any

from referencing import Registry
from referencing.jsonschema import DRAFT202012

from tools.spec import SCHEMAS, Json

_ROOT = "urn:document"


def registry_of(document: Json) -> Registry[Any]:
    """Where a validator finds what the references of `absolute()` lead to."""
    empty: Registry[Any] = Registry()
    found: Registry[Any] = empty.with_resource(_ROOT, DRAFT202012.create_resource(absolute(document)))
    return found


def absolute(node: Any) -> Any:
    """A copy whose references lead into the document from anywhere."""
    if isinstance(node, list):
        return [absolute(item) for item in node]
    if not isinstance(node, dict):
        return node
    copied = {key: absolute(value) for key, value in node.items()}
    if isinstance(node.get("$ref"), str):
        copied["$ref"] = _ROOT + node["$ref"]
    if is_discriminator(node.get("discriminator")):
        mapping = {value: _ROOT + ref for value, ref in discriminator_mapping(node).items()}
        copied["discriminator"] = {**node["discriminator"], **({"mapping": mapping} if mapping else {})}
    return copied


def is_discriminator(node: Any) -> bool:
    """Whether it is one, and not a property of that name."""
    return isinstance(node, dict) and isinstance(node.get("propertyName"), str)


def discriminator_mapping(schema: Json) -> dict[str, str]:
    """The reference that each value of the discriminator stands for.

    A component's own name stands for it, also beside another one in the mapping, unless the mapping uses it otherwise.
    """
    written = schema["discriminator"].get("mapping") or {}
    mapping = {value: ref if "/" in ref else f"{SCHEMAS}{ref}" for value, ref in written.items()}
    branches = (branch for key in ("oneOf", "anyOf") for branch in schema.get(key) or ())
    references = {branch["$ref"] for branch in branches if isinstance(branch, dict) and "$ref" in branch}
    return {ref.removeprefix(SCHEMAS): ref for ref in sorted(references)} | mapping
