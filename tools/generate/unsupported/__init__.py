"""What the generator would drop or write wrongly without a word, found in the document before it runs.

Every kind was tried with the pinned generator. What is accepted stands by its place, with the reason, under
`unsupported` in generator-config.yml; it is left out of the document that the client is made from.
"""

from __future__ import annotations

import copy
import re
import sys
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from tools import spec
from tools.failure import Failure, one_line
from tools.generate.unsupported import examples, operations, schemas
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
Places = dict[str, Keys]


def find(document: Json, media_types: Mapping[str, str]) -> list[Unsupported]:
    """Everything unsupported; `media_types` are the generator's `content_type_overrides`."""
    found = [*operations.find(document, media_types), *schemas.find(document, media_types), *examples.find(document)]
    return list(dict.fromkeys(found))


def incoming(document: Json) -> list[Keys]:
    """What the API would call: webhooks and callbacks, which are no part of a client."""
    called = _operations(document).values()
    found = [(*keys, "callbacks") for keys in called if (at(document, keys) or {}).get("callbacks")]
    return [*([("webhooks",)] if document.get("webhooks") else []), *found]


def supported(document: Json, accepted: Accepted, media_types: Mapping[str, str]) -> Json:
    """The document without its accepted parts, each of them told on stderr.

    Raises:
        Failure: Something is unsupported and not accepted.
    """
    whole, no_classes, left_out = _given_up(document, accepted)
    smaller, found, others = _rounds(whole, media_types, accepted)
    if others:
        raise _refusal(smaller, others)
    for each in found:
        # The operations that do without it, where the place does not name them itself.
        names = [name for name in users(whole, each.cuts) if not each.place.startswith(f"{name} ")]
        where = f" (in {_some(names)})" if names else ""
        print(f"left out: {each.place}{where}: {accepted[each.place]}", file=sys.stderr)
    for place in no_classes:
        print(f"given as it is: {place.removesuffix(AS_A_CLASS)}: {accepted[place]}", file=sys.stderr)
    for place in sorted(accepted.keys() - {each.place for each in found} - no_classes.keys() - left_out.keys()):
        print(f"{KEY} names {place}, which is supported now: take it out", file=sys.stderr)
    causes = {keys: accepted[place] for place, keys in left_out.items()}
    causes |= {cut: one_line(str(each), 200) for each in found for cut in each.cuts}
    rest = {str(each) for each in spec.operations(smaller)}
    for operation, keys in _operations(document).items():
        if operation not in rest:
            cuts = (keys, keys[:-1], ("paths", keys[1]))
            cause = next((f": {why}" for cut, why in causes.items() if cut in cuts), "")
            print(f"no longer in the client: {operation}{cause}", file=sys.stderr)
    return smaller


def _operations(document: Json) -> Places:
    """Each operation, and where it stands."""
    found: Places = {}
    for path, item in (document.get("paths") or {}).items():
        node, keys = follow(document, item, ("paths", path))
        found |= {f"{method.upper()} {path}": (*keys, method) for method in METHODS if method in node}
    return found


def _given_up(document: Json, accepted: Accepted) -> tuple[Json, Places, Places]:
    """A copy without the accepted operations, in which the accepted schemas allow anything; and where both stand."""
    whole = copy.deepcopy(document)
    schemas.say_odd_values(whole)
    no_classes: Places = {}
    if any(place.endswith(AS_A_CLASS) for place in accepted):
        no_classes = {f"{describe(document, keys)}{AS_A_CLASS}": keys for keys, _ in schemas_of(document)}
    no_classes = {place: keys for place, keys in no_classes.items() if place in accepted}
    left_out = {place: keys for place, keys in _operations(document).items() if place in accepted}
    for *above, last in sorted(no_classes.values(), key=len, reverse=True):
        at(whole, tuple(above))[last] = {"description": "Given as it is."}
    return without(whole, list(left_out.values())), no_classes, left_out


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


def _some(names: Sequence[str], shown: int = _SHOWN, between: str = ", ", more: str = " and {} more") -> str:
    return between.join(names[:shown]) + (more.format(len(names) - shown) if len(names) > shown else "")


def _refusal(document: Json, found: list[Unsupported]) -> Failure:
    """Each by itself where there are a few, else by kind, with what it would cost to leave all of them out."""
    rest = without(document, [cut for each in found for cut in each.cuts])
    lost = sorted(_operations(document).keys() - _operations(rest).keys())
    cost = f"lacks {_some(lost, more=' and {} more operations')}" if lost else "has every operation"
    lines = [_line(each) for each in found] if len(found) <= _SHOWN else _by_kind(document, found)
    if len(found) == 1:
        return Failure(f"{lines[0]}; the client then {cost}" if lost else lines[0])
    way = f"leave all {len(found)} out with `make generate ACCEPT=all`; the client then {cost}"
    return Failure("\nerror: ".join([*lines, way]))


def _line(each: Unsupported) -> str:
    accept = f"leave it out by naming {each.place!r}, with the reason, under {KEY} in generator-config.yml"
    # Only the problem is clipped: the place is needed to accept it.
    return f"{each.place} {one_line(each.problem, 200)}: {f'{each.advice}, or ' if each.advice else ''}{accept}"


def _by_kind(document: Json, found: list[Unsupported]) -> list[str]:
    kinds: dict[str, list[Unsupported]] = {}
    for each in found:
        # Of one kind is what differs in names and values alone.
        kinds.setdefault(re.sub(r"'[^']*'|\"[^\"]*\"|(?<!\S)/\S*|\d+", "...", each.problem), []).append(each)
    lines = []
    for group in sorted(kinds.values(), key=len, reverse=True):
        affected = len(users(document, [cut for each in group for cut in each.cuts]))
        places = _some([each.place for each in group], _PLACES, "; ", "; and {} more")
        count = f"{len(group)} place{'s' * (len(group) > 1)} in {affected} operation{'s' * (affected != 1)}"
        lines.append(f"{places}: {count}: {one_line(group[0].problem, 200)}")
    return lines


def read_accepted(config_file: Path) -> dict[str, str]:
    """What generator-config.yml accepts."""
    accepted = (spec.read_yaml(config_file) or {}).get(KEY) or {}
    if not isinstance(accepted, dict) or not all(isinstance(why, str) and why.strip() for why in accepted.values()):
        raise Failure(f"{config_file}: {KEY} must give each place its reason, as in `GET /things response 200: why`")
    return accepted


def accept_all(document: Json, config_file: Path, more: Iterable[tuple[str, ...]] = ()) -> bool:
    """Write every unsupported place that is not accepted yet into the configuration; whether there was any.

    And of each of `more` the first name that is not accepted yet.
    """
    before = read_accepted(config_file)
    accepted = dict(before)
    for places in more:
        accepted |= dict.fromkeys([place for place in places if place not in accepted][:1], TO_FILL_IN)
    whole, no_classes, left_out = _given_up(document, accepted)
    found = dict.fromkeys((each.place for each in _rounds(whole, _media_types(config_file))[1]), TO_FILL_IN)
    # What a step before wrote goes with the operation or the schema that goes now.
    kept = found.keys() | no_classes.keys() | left_out.keys()
    accepted = {place: why for place, why in accepted.items() if why != TO_FILL_IN or place in kept}
    accepted |= {place: why for place, why in found.items() if place not in accepted}
    is_more = bool(accepted.keys() - before.keys())
    if is_more:
        wanted = {**(spec.read_yaml(config_file) or {}), KEY: accepted}
        config_file.write_text(rewritten(spec.read_text(config_file), wanted, str(config_file)), "utf-8")
    return is_more


def supported_silently(document: Json, config_file: Path) -> Json:
    """The document without what is accepted: what the client was made from."""
    accepted = read_accepted(config_file)
    whole = _given_up(document, accepted)[0]
    return _rounds(whole, _media_types(config_file), accepted)[0] if accepted else whole


def _media_types(config_file: Path) -> Mapping[str, str]:
    return (spec.read_yaml(config_file) or {}).get("content_type_overrides") or {}
