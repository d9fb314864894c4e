"""What the generator would drop or write wrongly without a word, found in the document before it runs.

Every kind was tried with the pinned generator. What is accepted stands by its place, with the reason, under
`unsupported` in generator-config.yml; it is left out of the document that the client is made from.
"""

from __future__ import annotations

import copy
import re
import sys
from collections.abc import Mapping
from pathlib import Path

from tools import spec
from tools.failure import Failure, one_line, some
from tools.generate.refusal import AS_A_CLASS, KEY, NotGenerated, Unsupported
from tools.generate.unsupported import examples, operations, schemas
from tools.spec import METHODS, Json, Keys, at, follow
from tools.spec.layout import rewritten
from tools.spec.pointers import describe, users, without
from tools.spec.pointers import schemas as schemas_of

TO_FILL_IN = "(say here why the client can do without it)"
_SHOWN = 10
# Leaving something out can leave something else empty.
_ROUNDS = 5

Accepted = Mapping[str, str]
"""The place of each accepted part, and why the client can do without it."""


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
        NotGenerated: Something is unsupported and not accepted.
    """
    smaller, left_out, others = without_accepted(document, accepted, media_types)
    if others:
        raise _refusal(smaller, others)
    for place, cuts in left_out.items():
        # The operations that do without it, where the place does not name them itself.
        names = [name for name in users(document, cuts) if not f"{place} ".startswith(f"{name} ")]
        how = "given as it is" if place.endswith(AS_A_CLASS) else "left out"
        where = f" (in {some(names, _SHOWN)})" if names else ""
        print(f"{how}: {place.removesuffix(AS_A_CLASS)}{where}: {accepted[place]}", file=sys.stderr)
    for place in sorted(accepted.keys() - left_out.keys()):
        print(f"{KEY} names {place}, which is supported now: take it out", file=sys.stderr)
    if gone := sorted(_operations(document).keys() - _operations(smaller).keys()):
        print(f"no longer in the client: {', '.join(gone)}", file=sys.stderr)
    return smaller


def supported_silently(document: Json, config_file: Path) -> Json:
    """The document without what is accepted: what the client was made from."""
    media_types = (spec.read_yaml(config_file) or {}).get("content_type_overrides") or {}
    return without_accepted(document, read_accepted(config_file), media_types)[0]


def _operations(document: Json) -> dict[str, Keys]:
    """Each operation, and where it stands."""
    found: dict[str, Keys] = {}
    for path, item in (document.get("paths") or {}).items():
        node, keys = follow(document, item, ("paths", path))
        found |= {f"{method.upper()} {path}": (*keys, method) for method in METHODS if method in node}
    return found


def without_accepted(
    document: Json, accepted: Accepted, media_types: Mapping[str, str]
) -> tuple[Json, dict[str, tuple[Keys, ...]], list[Unsupported]]:
    """A copy without what is accepted; what that is, with where it stood; and the first that is not accepted.

    An operation may be accepted whole, and a schema as a class: it allows anything then.
    """
    smaller = copy.deepcopy(document)
    schemas.say_odd_values(smaller)
    places = {f"{describe(document, keys)}{AS_A_CLASS}": keys for keys, _ in schemas_of(document)} if accepted else {}
    places = {place: keys for place, keys in (places | _operations(document)).items() if place in accepted}
    # The inner ones first, so that the ways to them stay right.
    for place, (*above, last) in sorted(places.items(), key=lambda each: len(each[1]), reverse=True):
        if place.endswith(AS_A_CLASS):
            at(smaller, tuple(above))[last] = {"description": "Given as it is."}
    smaller = without(smaller, [keys for place, keys in places.items() if not place.endswith(AS_A_CLASS)])
    left_out: dict[str, tuple[Keys, ...]] = {place: (keys,) for place, keys in places.items()}
    for _ in range(_ROUNDS):
        found = find(smaller, media_types)
        others = [each for each in found if each.place not in accepted]
        if others or not found:
            return smaller, left_out, others
        left_out |= {each.place: each.cuts for each in found}
        smaller = without(smaller, [cut for each in found for cut in each.cuts])
    return smaller, left_out, []


def _refusal(document: Json, found: list[Unsupported]) -> NotGenerated:
    """By kind, with what it would cost to leave all of them out."""
    rest = without(document, [cut for each in found for cut in each.cuts])
    lost = sorted(_operations(document).keys() - _operations(rest).keys())
    kinds: dict[str, list[Unsupported]] = {}
    for each in found:
        # Of one kind is what differs in names and values alone.
        kinds.setdefault(re.sub(r"'[^']*'|\"[^\"]*\"|(?<!\S)/\S*|\d+", "...", each.problem), []).append(each)
    lines = []
    for group in sorted(kinds.values(), key=len, reverse=True):
        places = some([each.place for each in group], _SHOWN, "; ")
        count = f" ({len(group)} places)" if len(group) > _SHOWN else ""
        # Only the problem is clipped: the place is needed to accept it.
        lines.append(f"{places}{count} {one_line(group[0].problem, 250)}")
    cost = f"; the client then lacks {some(lost, _SHOWN)}" if lost else ""
    return NotGenerated("\n".join(lines), [(each.place,) for each in found], cost)


def read_accepted(config_file: Path) -> dict[str, str]:
    """What generator-config.yml accepts."""
    accepted = (spec.read_yaml(config_file) or {}).get(KEY) or {}
    if not isinstance(accepted, dict) or not all(isinstance(why, str) and why.strip() for why in accepted.values()):
        raise Failure(f"{config_file}: {KEY} must give each place its reason, as in `GET /things response 200: why`")
    return accepted


def with_accepted(config_file: Path, accepted: Accepted) -> str:
    """The text of the configuration with these in the place of what it accepts."""
    wanted = {**(spec.read_yaml(config_file) or {}), KEY: accepted}
    return rewritten(spec.read_text(config_file), wanted, str(config_file))
