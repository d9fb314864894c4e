"""The operations of a document by name: which one a test means, and which one a request asks for."""

from __future__ import annotations

import re
from difflib import get_close_matches

from ._document import Json, base_path, operations, resolve
from ._listing import is_paged


class Names:
    """An operation goes by its operationId, and by method and path, such as `GET /projects`."""

    def __init__(self, document: Json) -> None:
        self._base = base_path(document)
        self._known: dict[str, str] = {}
        self._patterns: list[tuple[str, re.Pattern[str], str]] = []
        self.paged: set[str] = set()
        """Those that are lists in pages."""
        # In a path, a word comes before a parameter: `/content/analytics` is not the content of that id.
        for each in sorted(operations(document), key=lambda each: each.path.count("{")):
            call = f"{each.method.upper()} {each.path}"
            name = resolve(document, document["paths"][each.path])[each.method].get("operationId", call)
            name = call if name in self._known else name
            self._known |= {call: name, name: name}
            self.paged |= {name} if is_paged(each) else set()
            parts = ("[^/]+" if "{" in part else re.escape(part) for part in each.path.split("/"))
            self._patterns.append((each.method.upper(), re.compile("/".join(parts)), name))

    def find(self, operation: str) -> str:
        """The name that `requested` gives.

        Raises:
            ValueError: There is no such operation.
        """
        if operation not in self._known:
            near = get_close_matches(operation, self._known, n=1)
            hint = f"did you mean {near[0]!r}?" if near else "give its operationId or, for example, 'GET /projects'"
            raise ValueError(f"no operation {operation!r}; {hint}")
        return self._known[operation]

    def requested(self, method: str, raw_path: str) -> str | None:
        """The name of the operation that a request asks for, if there is one."""
        path = raw_path.removeprefix(self._base)
        found = (name for verb, pattern, name in self._patterns if verb == method and pattern.fullmatch(path))
        return next(found, None)
