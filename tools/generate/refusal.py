"""What cannot be generated and only shows when it is tried, with the places under which it can be accepted."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from tools.failure import Failure
from tools.generate.naming import classes
from tools.generate.unsupported import AS_A_CLASS, KEY
from tools.spec import Json
from tools.spec.pointers import describe, schemas

Places = tuple[str, ...]
"""The names under which one problem can be accepted, the one that costs least first."""


Classes = Mapping[str, Sequence[str]]
"""The module of each class, and the places under which it can be accepted that there is none."""


PLACE = "x-place"
"""On each schema, for the generator's errors: where it stands in the document."""


def mark_places(document: Json) -> None:
    """Write into each schema where it stands."""
    for keys, schema in schemas(document):
        # What says that properties are needed, and nothing else, is read as such.
        if schema.keys() != {"required"}:
            schema[PLACE] = describe(document, keys)


def class_places(document: Json, overrides: Json) -> Classes:
    """Of a document that is marked."""
    found: dict[str, dict[str, None]] = {}
    for module, schema in classes(document, overrides):
        if PLACE in schema:
            found.setdefault(module, {})[f"{schema[PLACE]}{AS_A_CLASS}"] = None
    return {module: list(places) for module, places in found.items()}


class NotGenerated(Failure):
    """The generator cannot make some parts of the document."""

    def __init__(self, problem: str, places: Sequence[Places]) -> None:
        self.problem = problem
        self.places = places
        super().__init__(f"{problem}{_way(places[0][0])}" if places else problem)


def _way(place: str) -> str:
    what = "gives its values as they are" if place.endswith(AS_A_CLASS) else "leaves it out"
    return f"; {place!r} under {KEY} in generator-config.yml, with the reason, {what}; ACCEPT=all does so for every one"
