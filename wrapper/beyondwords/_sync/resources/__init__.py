# Derived from _async/resources/__init__.py by `make sync-twins`: change that file, not this one.
"""The API's resources under good names, one module each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any, TypeVar, cast

from ..._text import short_repr

if TYPE_CHECKING:
    from ..client import BeyondWords
    from .background_tracks import BackgroundTracks


T = TypeVar("T")
Scopes = Mapping[str, str | int | bool] | Sequence[str]


def scopes_filter(model: type[T], scopes: Scopes | None) -> T | None:
    """The generated model of a `filter[scopes]`.

    `{"kind": "primary"}` is sent as `filter[scopes][kind]=primary`; `["primary", "secondary"]` as
    `filter[scopes][]=primary&filter[scopes][]=secondary`, the form that the vendor's own client sends.
    """
    if scopes is None:
        return None
    if isinstance(scopes, Mapping):
        query: dict[str, Any] = dict(scopes)
        fits = all(isinstance(name, str) and isinstance(value, str | int) for name, value in query.items())
    else:
        fits = isinstance(scopes, Sequence) and not isinstance(scopes, str | bytes | bytearray)
        fits = fits and all(isinstance(scope, str) for scope in scopes)
        query = {"": [*scopes]} if fits and scopes else {}
    if not fits:
        given = short_repr(scopes)
        raise TypeError(f"scopes must be a list of strings, such as ['primary'], or a mapping of them, not {given}")
    made: T = model.from_dict(query)  # type: ignore[attr-defined]
    return made


class Resource:
    """A part of the API, reached through its client."""

    def __init__(self, client: Resources) -> None:
        self._client = cast("BeyondWords", client)

    def __repr__(self) -> str:
        return f"<{type(self).__name__} of {self._client!r}>"


class Resources:
    """The part of a client that has its resources; each module is imported when it is first asked for."""

    @cached_property
    def background_tracks(self) -> BackgroundTracks:
        """Background tracks: music under the speech."""
        from .background_tracks import BackgroundTracks

        return BackgroundTracks(self)
