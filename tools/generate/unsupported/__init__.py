"""What the generator would drop or write wrongly without a word, found in the document before it runs.

Every kind was tried with the pinned generator. What is accepted stands by its place, with the reason, under
`unsupported` in generator-config.yml; it is left out of the document that the client is made from.
"""

from __future__ import annotations

import copy
import re
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from tools import spec
from tools.failure import Failure, one_line
from tools.generate.unsupported import content, examples, operations, parameters, schemas
from tools.generate.unsupported.finding import Unsupported
from tools.spec import METHODS, Json
from tools.spec.layout import rewritten
from tools.spec.pointers import Keys, at, describe, follow, without
from tools.spec.pointers import schemas as schemas_of
from tools.spec.users import users

KEY = "unsupported"
TO_FILL_IN = "(say here why the client can do without it)"
AS_A_CLASS = " as a class"
"""Ends the place of a schema that the generator makes no class of; its values are given as they are."""
_SHOWN = 8
_PLACES = 10
# Leaving something out can leave something else empty.
_ROUNDS = 5

Accepted = Mapping[str, str]
"""The place of each accepted part, and why the client can do without it."""


def find(document: Json, media_types: Mapping[str, str]) -> list[Unsupported]:
    """Everything unsupported; `media_types` are the generator's `content_type_overrides`."""
    found = [
        *operations.find(document),
        *parameters.find(document),
        *content.find(document, media_types),
        *schemas.find(document),
        *examples.find(document),
    ]
    return list(dict.fromkeys(found))


def incoming(document: Json) -> list[Keys]:
    """What the API would call: webhooks and callbacks, which are no part of a client."""
    paths = document.get("paths") or {}
    callbacks = [("paths", path, method, "callbacks") for path in paths for method in METHODS]
    return [keys for keys in [("webhooks",), *callbacks] if _stands(document, keys)]


def _stands(document: Json, keys: Keys) -> bool:
    node: Any = document
    for key in keys:
        node = (node or {}).get(key)
    return bool(node)


def supported(document: Json, accepted: Accepted, media_types: Mapping[str, str]) -> Json:
    """The document without its accepted parts, each of them told on stderr.

    Raises:
        Failure: Something is unsupported and not accepted.
    """
    no_classes, left_out = _no_classes(document, accepted), _left_out(document, accepted)
    whole = _given_up(document, accepted)
    smaller, found, others = _rounds(whole, media_types, accepted)
    if others:
        raise _refusal(smaller, others)
    for each in found:
        print(f"left out: {each.place}{_cost(whole, each)}: {accepted[each.place]}", file=sys.stderr)
    for place in no_classes:
        print(f"given as it is: {place.removesuffix(AS_A_CLASS)}: {accepted[place]}", file=sys.stderr)
    for place in sorted(accepted.keys() - {each.place for each in found} - no_classes.keys() - left_out.keys()):
        print(f"{KEY} names {place}, which is supported now: take it out", file=sys.stderr)
    causes = {keys: accepted[place] for place, keys in left_out.items()}
    causes |= {cut: one_line(str(each), 200) for each in found for cut in each.cuts}
    rest = {str(each) for each in spec.operations(smaller)}
    for operation, keys in _operations(document).items():
        if operation not in rest:
            cause = next((why for cut, why in causes.items() if cut in (keys, keys[:-1], ("paths", keys[1]))), "")
            why = f": {cause}" if cause else ""
            print(f"no longer in the client: {operation}{why}", file=sys.stderr)
    return smaller


def _no_classes(document: Json, accepted: Accepted) -> dict[str, Keys]:
    """The accepted places that are schemas without a class, and where each stands."""
    if not any(place.endswith(AS_A_CLASS) for place in accepted):
        return {}
    places = {f"{describe(document, keys)}{AS_A_CLASS}": keys for keys, _ in schemas_of(document)}
    return {place: keys for place, keys in places.items() if place in accepted}


def _left_out(document: Json, accepted: Accepted) -> dict[str, Keys]:
    """The accepted places that are whole operations, and where each stands."""
    return {place: keys for place, keys in _operations(document).items() if place in accepted}


def _operations(document: Json) -> dict[str, Keys]:
    """Each operation, and where it stands."""
    found: dict[str, Keys] = {}
    for path, item in (document.get("paths") or {}).items():
        node, keys = follow(document, item, ("paths", path))
        found |= {f"{method.upper()} {path}": (*keys, method) for method in METHODS if method in node}
    return found


def _rounds(
    document: Json, media_types: Mapping[str, str], accepted: Accepted | None = None
) -> tuple[Json, list[Unsupported], list[Unsupported]]:
    """The document without what is unsupported, what that is, and the first that is not accepted, where that counts."""
    every: list[Unsupported] = []
    for _ in range(_ROUNDS):
        found = find(document, media_types)
        others = [each for each in found if accepted is not None and each.place not in accepted]
        if others or not found:
            return document, every, others
        every += found
        document = without(document, [cut for each in found for cut in each.cuts])
    return document, every, []


def _given_up(document: Json, accepted: Accepted) -> Json:
    """The document without these operations, and in which these schemas allow anything."""
    left_out, places = _left_out(document, accepted), _no_classes(document, accepted)
    if not left_out and not places:
        return document
    smaller = copy.deepcopy(document)
    for *above, last in sorted(places.values(), key=len, reverse=True):
        at(smaller, tuple(above))[last] = {"description": "Given as it is."}
    return without(smaller, list(left_out.values()))


def _refusal(document: Json, found: list[Unsupported]) -> Failure:
    """Each by itself where there are a few, else by kind, with what it would cost to leave all of them out."""
    lines = [_line(each) for each in found] if len(found) <= _SHOWN else _by_kind(document, found)
    rest = spec.operations(without(document, [cut for each in found for cut in each.cuts]))
    lost = {str(each) for each in spec.operations(document)} - {str(each) for each in rest}
    more = f" and {len(lost) - _SHOWN} more operations" if len(lost) > _SHOWN else ""
    cost = f"lacks {', '.join(sorted(lost)[:_SHOWN])}{more}" if lost else "has every operation"
    if len(found) == 1:
        return Failure(f"{lines[0]}; the client then {cost}" if lost else lines[0])
    way = f"leave all {len(found)} out with `make generate ACCEPT=all`; the client then {cost}"
    return Failure("\nerror: ".join([*lines, way]))


def _by_kind(document: Json, found: list[Unsupported]) -> list[str]:
    kinds: dict[str, list[Unsupported]] = {}
    for each in found:
        # Of one kind is what differs in names and values alone.
        kinds.setdefault(re.sub(r"'[^']*'|\"[^\"]*\"|(?<!\S)/\S*|\d+", "...", each.problem), []).append(each)
    lines = []
    for group in sorted(kinds.values(), key=len, reverse=True):
        affected = len(users(document, [cut for each in group for cut in each.cuts]))
        places = "; ".join(each.place for each in group[:_PLACES])
        more = f"; and {len(group) - _PLACES} more" if len(group) > _PLACES else ""
        count = f"{len(group)} {'place' if len(group) == 1 else 'places'}"
        operations = f"{affected} {'operation' if affected == 1 else 'operations'}"
        lines.append(f"{places}{more}: {count} in {operations}: {one_line(group[0].problem, 200)}")
    return lines


def _line(each: Unsupported) -> str:
    accept = f"leave it out by naming {each.place!r}, with the reason, under {KEY} in generator-config.yml"
    # Only the problem is clipped: the place is needed to accept it.
    return f"{each.place} {one_line(each.problem, 200)}: {f'{each.advice}, or ' if each.advice else ''}{accept}"


def _cost(document: Json, each: Unsupported) -> str:
    """The operations that do without it, where the place does not name them itself."""
    names = [name for name in users(document, each.cuts) if not each.place.startswith(f"{name} ")]
    more = f" and {len(names) - _SHOWN} more" if len(names) > _SHOWN else ""
    return f" (in {', '.join(names[:_SHOWN])}{more})" if names else ""


def read_accepted(config_file: Path) -> dict[str, str]:
    """What generator-config.yml accepts."""
    accepted = (_options(config_file) or {}).get(KEY) or {}
    if not isinstance(accepted, dict) or not all(isinstance(why, str) and why.strip() for why in accepted.values()):
        raise Failure(f"{config_file}: {KEY} must give each place its reason, as in `GET /things response 200: why`")
    return accepted


def accept_all(document: Json, config_file: Path, more: Iterable[tuple[str, ...]] = ()) -> bool:
    """Write every unsupported place that is not accepted yet into the configuration; whether there was any.

    And of each of `more` the first name that is not accepted yet.
    """
    options = _options(config_file) or {}
    accepted = read_accepted(config_file)
    before = dict(accepted)
    for places in more:
        accepted |= dict.fromkeys([place for place in places if place not in accepted][:1], TO_FILL_IN)
    media_types = options.get("content_type_overrides") or {}
    _, every, _ = _rounds(_given_up(document, accepted), media_types)
    found = (
        {each.place for each in every} | _no_classes(document, accepted).keys() | _left_out(document, accepted).keys()
    )
    # What a step before wrote goes with the operation or the schema that goes now.
    accepted = {place: why for place, why in accepted.items() if why != TO_FILL_IN or place in found}
    accepted |= {each.place: TO_FILL_IN for each in every if each.place not in accepted}
    if accepted.keys() - before.keys():
        text = spec.read_text(config_file)
        wanted = {**options, KEY: accepted}
        text = rewritten(text, spec.parse(text, str(config_file)), wanted, str(config_file))
        config_file.write_text(text, "utf-8")
    return bool(accepted.keys() - before.keys())


def supported_silently(document: Json, config_file: Path) -> Json:
    """The document without what is accepted: what the client was made from."""
    accepted = read_accepted(config_file)
    if not accepted:
        return document
    media_types = _options(config_file).get("content_type_overrides") or {}
    return _rounds(_given_up(document, accepted), media_types, accepted)[0]


def _options(config_file: Path) -> Any:
    return spec.read_yaml(config_file)
