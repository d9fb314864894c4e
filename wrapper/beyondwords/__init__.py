"""Python client of the BeyondWords REST API.

    from beyondwords import BeyondWords

    with BeyondWords() as bw:  # the key comes from BEYONDWORDS_API_KEY
        for track in bw.background_tracks.list():
            print(track.id, track.name)

`AsyncBeyondWords` is the same for asyncio. The low-level generated client is the package `beyondwords_api`.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from . import errors
from ._pages import Page
from ._sync.client import BeyondWords
from ._sync.pager import ItemIterator, PageIterator, Pager
from ._version import __version__
from .errors import *  # noqa: F403

if TYPE_CHECKING:
    from beyondwords_api.models import BackgroundTrack, BackgroundTrackMedia, BackgroundTrackProject
    from beyondwords_api.types import UNSET, Unset, or_none, parse_timestamp

    from . import testing as testing
    from . import webhooks as webhooks
    from ._async.client import AsyncBeyondWords
    from ._async.pager import AsyncItemIterator, AsyncPageIterator, AsyncPager

__all__ = [
    "UNSET",
    "AsyncBeyondWords",
    "AsyncItemIterator",
    "AsyncPageIterator",
    "AsyncPager",
    "BackgroundTrack",
    "BackgroundTrackMedia",
    "BackgroundTrackProject",
    "BeyondWords",
    "ItemIterator",
    "Page",
    "PageIterator",
    "Pager",
    "Unset",
    "__version__",
    "or_none",
    "parse_timestamp",
]
__all__ += errors.__all__

# Loaded when first asked for, because importing asyncio and attrs takes time, and many need only one of them.
_LAZY = {
    "._async.client": ("AsyncBeyondWords",),
    "._async.pager": ("AsyncItemIterator", "AsyncPageIterator", "AsyncPager"),
    "beyondwords_api.models": ("BackgroundTrack", "BackgroundTrackMedia", "BackgroundTrackProject"),
    "beyondwords_api.types": ("UNSET", "Unset", "or_none", "parse_timestamp"),
}


def __getattr__(name: str) -> Any:
    if name in ("testing", "webhooks"):
        return import_module(f".{name}", __name__)
    for module, names in _LAZY.items():
        if name in names:
            value = globals()[name] = getattr(import_module(module, __name__), name)
            return value
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted(__all__)
