"""Bodies and answers that the generated functions do not send or decode as the document says."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from tools.generate.unsupported.finding import Unsupported
from tools.generate.unsupported.schemas import JSON, essence
from tools.spec import Json
from tools.spec.pointers import Keys, describe, follow
from tools.spec.schemas import items, kinds, properties

_FORM = "application/x-www-form-urlencoded"
_MULTIPART = "multipart/form-data"
_BYTES = "application/octet-stream"
_TEXT_KINDS = frozenset({"string", "enum", "const", "date", "date-time", "uuid"})
SIGNS = {"form": ",", "spaceDelimited": " ", "pipeDelimited": "|"}
"""What stands between the items of a list that is sent in one piece, by the style."""
_OVERRIDE = "name a media type that the generator knows for it under content_type_overrides in generator-config.yml"


def is_joined(encoding: Json) -> bool:
    """Whether a list is sent in one piece."""
    style = encoding.get("style", "form")
    return style in SIGNS and not encoding.get("explode", style == "form")


# --- request bodies


def of_body(spec: Json, operation: Json, keys: Keys, media_types: Mapping[str, str]) -> Iterator[Unsupported]:
    """What is unsupported of an operation's request body."""
    if "requestBody" not in operation:
        return
    label = describe(spec, (*keys, "requestBody"))
    body, body_keys = follow(spec, operation["requestBody"], (*keys, "requestBody"))
    content: Json = body.get("content") or {}
    chosen = next((name for name in content if essence(name, media_types) == JSON), next(iter(content), None))
    for name, media in content.items():
        media_keys, read_as = (*body_keys, "content", name), essence(name, media_types)
        cut = media_keys if len(content) > 1 else (*keys, "requestBody")
        found = kinds(spec, (media or {}).get("schema") or {})
        problem, advice = "", ""
        if name != chosen:
            problem = f"cannot be sent beside {chosen}: the generated function confuses several forms of a body"
        elif read_as not in (JSON, _FORM, _MULTIPART, _BYTES):
            problem = "is a form of body that the generator leaves out"
            advice = f"{_OVERRIDE} ({_BYTES} sends a file)"
        elif read_as == _BYTES and found != {"binary"}:
            problem = "is not of format binary, and the generated code sends nothing but files as bytes"
        elif read_as in (_FORM, _MULTIPART) and found != {"object"}:
            problem = "is no object, and the generated code sends nothing else as a form"
        elif read_as != JSON:
            yield from _of_fields(spec, media or {}, media_keys, read_as)
        if problem:
            yield Unsupported(f"{label} {name}", problem, (cut,), advice)


def _of_fields(spec: Json, media: Json, keys: Keys, read_as: str) -> Iterator[Unsupported]:
    """Lists in one piece are sent right, and the caller names the type of a file."""
    for name, (schema, field_keys) in properties(spec, media.get("schema"), (*keys, "schema")).items():
        in_lists = items(spec, schema)
        found = kinds(spec, schema) | in_lists
        wrong = sorted(found & {"object", "binary"} or in_lists & {"array"})
        if wrong and read_as == _FORM:
            problem = f"may be {' or '.join(wrong)}, which the generated code writes into a form as Python does"
            yield Unsupported(describe(spec, field_keys), problem, (field_keys,))
        encoding, place = (media.get("encoding") or {}).get(name) or {}, (*keys, "encoding", name)
        usual, wanted = "application/json" if "object" in found else "text/plain", encoding.get("contentType")
        is_list = "array" in kinds(spec, schema) and not spec["openapi"].startswith("3.0")
        problems = {}
        if read_as == _MULTIPART and "headers" in encoding:
            problems["headers"] = "are not sent with a part"
        if wanted not in (None, usual) and "binary" not in found:
            problems["contentType"] = f"wants {wanted}, but the generated code sends {usual}"
        if read_as == _MULTIPART and is_list and is_joined(encoding):
            problems["explode"] = "wants a list in one part, but the generated code sends a part for each item"
        for key, problem in problems.items():
            label = f"{describe(spec, (*keys, 'encoding'))} of {name} {key}"
            yield Unsupported(label, problem, (place if key == "explode" else (*place, key),))


# --- responses


def of_responses(spec: Json, operation: Json, keys: Keys, media_types: Mapping[str, str]) -> Iterator[Unsupported]:
    """What is unsupported of an operation's responses."""
    for status, reference in (operation.get("responses") or {}).items():
        place = (*keys, "responses", status)
        response, response_keys = follow(spec, reference, place)
        content: Json = response.get("content") or {}
        readings = {name: essence(name, media_types) for name in content}
        known = [name for name, each in readings.items() if each in (JSON, _BYTES) or each.startswith("text/")]
        chosen = next((name for name in known if readings[name] == JSON), known[0] if known else None)
        # The wrapper itself reads error answers, whatever they are.
        is_success = str(status).upper().startswith(("2", "DEFAULT"))
        for name, media in content.items():
            # What no schema tells of is given as it is.
            found = kinds(spec, (media or {}).get("schema") or {}) - {"any", "null"}
            problem, read_as = "", readings[name]
            if chosen is None:
                problem = "is a media type that the generator does not decode"
            elif not is_success:
                continue
            elif name != chosen:
                problem = f"is never decoded: of several media types only {chosen} is"
            elif read_as.startswith("text/") and (strange := sorted(found - _TEXT_KINDS)):
                problem = f"may be {' or '.join(strange)}, but the generated code reads it as plain text"
            elif read_as == _BYTES and found and found != {"binary"}:
                problem = "is not of format binary, so the generated code gives something else than it says"
            if problem:
                label = f"{describe(spec, place)} {name}"
                cut = (*response_keys, "content", name)
                yield Unsupported(label, problem, (cut,), _OVERRIDE if chosen is None else "")
