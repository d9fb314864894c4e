# Derived from _async/resources/__init__.py by `make sync-twins`: change that file, not this one.
"""The methods of the wrapper, a module for each resource of the API."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import UTC, date, datetime
from functools import cached_property
from inspect import signature
from typing import TYPE_CHECKING, Any, TypeVar, cast

from ..._endpoints import suggestion
from ..._pages import Paging
from ..._settings import PROJECT_ID_VARIABLE
from ..._text import short_repr
from ...errors import ConfigurationError

if TYPE_CHECKING:
    from ..client import BeyondWords
    from .analytics import Analytics
    from .background_tracks import BackgroundTracks
    from .content import ContentItems
    from .languages import Languages
    from .players import Players
    from .playlists import Playlists
    from .projects import Projects
    from .rules import Rules
    from .speakers import Speakers
    from .uploads import Uploads
    from .voices import Voices
    from .webhooks import Webhooks


T = TypeVar("T")
Id = str | int
Scopes = Mapping[str, str | int | bool] | Sequence[str]


def check_progress(function: object) -> None:
    """A function, or None."""
    if function is not None and not callable(function):
        raise TypeError(f"progress must be a function, not {short_repr(function)}")


def list_of(name: str, values: Iterable[T]) -> list[T]:
    """Several values; a string would be taken for as many as it has characters."""
    if isinstance(values, str | bytes | Mapping) or not isinstance(values, Iterable):
        raise TypeError(f"{name} must be a list, not {short_repr(values)}")
    return [*values]


def filter_list(name: str, values: Iterable[T] | None) -> list[T] | None:
    """The values of a filter, if there is one."""
    return None if values is None else list_of(name, values)


def time_text(name: str, time: datetime | str | None) -> str | None:
    """A time as it is sent: in UTC, to the second."""
    if time is None or isinstance(time, str):
        return time
    if not isinstance(time, datetime):
        raise TypeError(f"{name} must be a datetime with a time zone, or text, not {short_repr(time)}")
    if time.utcoffset() is None:
        raise ValueError(f"{name} has no time zone: {time!r}; for example datetime.now(timezone.utc) has one")
    try:
        in_utc = time.astimezone(UTC)
    except OverflowError:
        raise ValueError(f"{name} is before the year 1 or after 9999 in UTC: {time!r}") from None
    return in_utc.replace(tzinfo=None).isoformat(timespec="seconds") + "Z"


def day_text(name: str, day: date | str | None) -> str | None:
    """A day as it is sent, `2026-01-31`."""
    if day is None or isinstance(day, str):
        return day
    if isinstance(day, datetime) or not isinstance(day, date):
        raise TypeError(f"{name} must be a datetime.date, or text, not {short_repr(day)}")
    return day.isoformat()


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
        query = {"": [*scopes]} if fits else {}
    if not fits:
        given = short_repr(scopes)
        raise TypeError(f"scopes must be a list of strings, such as ['primary'], or a mapping of them, not {given}")
    if not scopes:
        raise ValueError("scopes must not be empty; leave it out where it does not matter")
    made: T = model.from_dict(query)  # type: ignore[attr-defined]
    return made


class Resource:
    """A part of the API, reached through its client."""

    def __init__(self, client: Resources) -> None:
        self._client = cast("BeyondWords", client)

    def _project(self, project_id: Id | None) -> Id:
        chosen = self._client.project_id if project_id is None else project_id
        if chosen is None:
            raise ConfigurationError(
                f"no project: pass project_id=, to the method or to the client, or set {PROJECT_ID_VARIABLE}"
            )
        return chosen

    def _redacted(self, text: str) -> str:
        """The text without the API key, should the server have echoed it."""
        return self._client._transport.api_key.redacted(text)

    def _is_closed(self) -> bool:
        return self._client._transport.is_closed

    def _checked(self, method: Callable[..., Any], paging: Paging) -> Paging:
        """What a list method was given beside its own arguments; paginate() would tell a wrong name by the API's."""
        for name in paging.keys() - Paging.__annotations__.keys():
            names = [*signature(method).parameters, *Paging.__annotations__]
            names.remove("paging")
            raise TypeError(f"{method.__name__}() takes no argument {name!r}{suggestion(name, names)}")
        return paging

    def __repr__(self) -> str:
        return f"<{type(self).__name__} of {self._client!r}>"


class Resources:
    """The part of a client that has its resources; each module is imported when it is first asked for."""

    @cached_property
    def analytics(self) -> Analytics:
        """Analytics: how often and how long people listen."""
        from .analytics import Analytics

        return Analytics(self)

    @cached_property
    def background_tracks(self) -> BackgroundTracks:
        """Background tracks: music under the speech."""
        from .background_tracks import BackgroundTracks

        return BackgroundTracks(self)

    @cached_property
    def content(self) -> ContentItems:
        """Content: articles and their audio."""
        from .content import ContentItems

        return ContentItems(self)

    @cached_property
    def languages(self) -> Languages:
        """Languages: what can be read."""
        from .languages import Languages

        return Languages(self)

    @cached_property
    def players(self) -> Players:
        """Players: what plays the audio on a page, and its settings."""
        from .players import Players

        return Players(self)

    @cached_property
    def playlists(self) -> Playlists:
        """Playlists: several content items in one player."""
        from .playlists import Playlists

        return Playlists(self)

    @cached_property
    def projects(self) -> Projects:
        """Projects: where content, voices and settings belong."""
        from .projects import Projects

        return Projects(self)

    @cached_property
    def rules(self) -> Rules:
        """Rules: how words are pronounced."""
        from .rules import Rules

        return Rules(self)

    @cached_property
    def speakers(self) -> Speakers:
        """Speakers: the people behind custom voices."""
        from .speakers import Speakers

        return Speakers(self)

    @cached_property
    def uploads(self) -> Uploads:
        """Uploads: files that the API keeps."""
        from .uploads import Uploads

        return Uploads(self)

    @cached_property
    def voices(self) -> Voices:
        """Voices: who reads."""
        from .voices import Voices

        return Voices(self)

    @cached_property
    def webhooks(self) -> Webhooks:
        """Webhooks: what is called when audio is ready."""
        from .webhooks import Webhooks

        return Webhooks(self)
