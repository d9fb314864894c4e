"""What the generator would drop or garble without a word, found in the document before it runs.

Every kind was tried with the pinned generator. What is known and accepted stands by its place, with the reason,
under `accepted_losses` in generator-config.yml; it is left out of the document that the client is made from.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from tools import spec
from tools.failure import Failure, one_line
from tools.generate.unsupported import content as content_losses
from tools.generate.unsupported import examples as example_losses
from tools.generate.unsupported import operations as operation_losses
from tools.generate.unsupported import parameters as parameter_losses
from tools.generate.unsupported import schemas as schema_losses
from tools.generate.unsupported.found import Loss
from tools.spec import Json
from tools.spec.pointers import without

KEY = "accepted_losses"
_SHOWN = 20

Accepted = Mapping[str, str]
"""The place of a loss, and why it is all right."""


def find(document: Json, media_types: Mapping[str, str]) -> list[Loss]:
    """Everything that would be lost; `media_types` are the generator's `content_type_overrides`."""
    found = [
        *operation_losses.find(document),
        *parameter_losses.find(document),
        *content_losses.find(document, media_types),
        *schema_losses.find(document),
        *example_losses.find(document),
    ]
    return list(dict.fromkeys(found))


def kept(document: Json, accepted: Accepted, media_types: Mapping[str, str]) -> Json:
    """The document without its accepted losses, each of them told on stderr; fails on any other."""
    losses = find(document, media_types)
    places = {loss.place for loss in losses}
    for place, reason in accepted.items():
        if place in places:
            print(f"left out: {place} ({reason})", file=sys.stderr)
        else:
            print(f"{KEY} names {place}, where nothing is lost any more: take it out", file=sys.stderr)
    others = [loss for loss in losses if loss.place not in accepted]
    if others:
        lines = [_line(loss) for loss in others[:_SHOWN]]
        more = [f"{len(others) - _SHOWN} more like these"] if len(others) > _SHOWN else []
        raise Failure("\nerror: ".join([*lines, *more]))
    return without(document, [cut for loss in losses for cut in loss.cuts])


def _line(loss: Loss) -> str:
    accept = f"leave it out by naming {loss.place!r}, with the reason, under {KEY} in generator-config.yml"
    return one_line(f"{loss}: {f'{loss.advice}, or ' if loss.advice else ''}{accept}")


def read_accepted(config_file: Path) -> dict[str, str]:
    """The accepted losses in generator-config.yml."""
    options: Any = spec.read_yaml(config_file)
    accepted = (options or {}).get(KEY) or {}
    if not isinstance(accepted, dict) or not all(isinstance(why, str) and why.strip() for why in accepted.values()):
        raise Failure(f"{config_file}: {KEY} must give each place its reason, as in `GET /things response 200: why`")
    return accepted


def accepted_removed(document: Json, config_file: Path) -> Json:
    """The document without what is accepted as lost, silently: what the client was made from."""
    accepted = read_accepted(config_file)
    if not accepted:
        return document
    media_types = spec.read_yaml(config_file).get("content_type_overrides") or {}
    lost = [loss for loss in find(document, media_types) if loss.place in accepted]
    return without(document, [cut for loss in lost for cut in loss.cuts])
