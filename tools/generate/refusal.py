"""What cannot be generated, with the places under which it can be accepted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tools.failure import Failure
from tools.spec import Json, Keys
from tools.spec.pointers import describe, schemas

KEY = "unsupported"
"""Under it generator-config.yml names what is accepted."""
AS_A_CLASS = " as a class"
"""Ends the place of a schema that the generator makes no class of; its values are given as they are."""
PLACE = "x-place"
"""On each schema, for the generator's errors: where it stands in the document."""

Places = tuple[str, ...]
"""The names under which one problem can be accepted, the one that costs least first."""


@dataclass(frozen=True)
class Unsupported:
    """What the generator would drop or write wrongly, and where."""

    place: str
    """As `pointers.describe` says it; the name under which it can be accepted."""
    problem: str
    """What would happen, in words that follow the place."""
    cuts: tuple[Keys, ...]
    """What is left out of the document when it is accepted."""


def unsupported_at(spec: Json, keys: Keys, problem: str, *cuts: Keys) -> Unsupported:
    """The place itself is left out, unless other cuts are named."""
    return Unsupported(describe(spec, keys), problem, cuts or (keys,))


class NotGenerated(Failure):
    """Parts of the document cannot be made; `places` are what can be accepted, perhaps at the `cost` of others."""

    def __init__(self, problem: str, places: Sequence[Places], cost: str = "") -> None:
        self.problem = problem
        self.places = places
        way = ""
        if places:
            name = f"{places[0][0]!r}{' and the others' if len(places) > 1 else ''}"
            where = f"under {KEY} in generator-config.yml"
            start = "\n" if "\n" in problem else "; "
            way = (
                f"{start}to do without, name {name}, with the reason, {where}, or run `make generate ACCEPT=all`{cost}"
            )
        super().__init__(f"{problem}{way}".replace("\n", "\nerror: "))


def mark_places(document: Json) -> None:
    """Write into each schema where it stands."""
    for keys, schema in schemas(document):
        # What says that properties are needed, and nothing else, is read as such.
        if schema.keys() != {"required"}:
            schema[PLACE] = describe(document, keys)
