"""The rows of one list of the sandbox, for tests to look at and to change."""

from __future__ import annotations

import copy
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from ._checks import check_count, nearest
from ._state import Collection

if TYPE_CHECKING:
    from ._world import World


class Rows:
    """The rows of one list, as `sandbox.background_tracks` gives them.

    ```python
    sandbox.background_tracks.add(name="Piano", volume=80)
    sandbox.content.add(source_id="cms-1", title="Ferry returns", status="processed")
    sandbox.background_tracks.fill(10_000)
    assert len(sandbox.background_tracks) == 10_000
    ```

    Iterating gives copies; what is changed in them changes nothing in the sandbox.
    """

    def __init__(self, world: World, path: str, parameters: Mapping[str, str]) -> None:
        self._world, self._path, self._parameters = world, path, parameters

    @property
    def _collection(self) -> Collection:
        # Looked up anew, because `reset()` makes new ones.
        return self._world.collection(self._path, self._parameters)

    def add(self, values: Any = None, /, **fields: Any) -> dict[str, Any]:
        """Add a row, and give it as the API would show it.

        Args:
            values: A generated model, or a mapping.
            **fields: More of its properties, by their names in the API.

        Raises:
            ValueError: The API's description has no such property, or does not allow the value, or the row is refused
                (a `source_id` that is taken).
            TypeError: No model and no mapping.
        """
        given = values.to_dict() if hasattr(values, "to_dict") else {} if values is None else values
        if not isinstance(given, Mapping):
            raise TypeError(f"add() takes a model, a mapping or keywords, not {given!r}")
        row = {**given, **fields}
        declared = self._collection.kind.fields
        for name in row:
            if name not in declared:
                raise ValueError(f"a row of {self._path} has no {name!r}{nearest(name, declared)}")
        return copy.deepcopy(self._world.add(self._collection, row))

    def fill(self, count: int) -> None:
        """Have just so many rows: the first ones as documented, more with ids and names counted up."""
        check_count("count", count, 0)
        self._world.fill(self._collection, count)

    def __len__(self) -> int:
        return len(self._collection.rows)

    def __iter__(self) -> Iterator[dict[str, Any]]:
        return iter(self._world.rows(self._collection))

    def __getitem__(self, index: int) -> dict[str, Any]:
        found: dict[str, Any] = self._world.rows(self._collection)[index]
        return found

    def __repr__(self) -> str:
        return f"<{len(self)} rows of {self._path}>"
