"""Python client of the BeyondWords REST API.

    from beyondwords import BeyondWords

    with BeyondWords() as bw:  # the key comes from BEYONDWORDS_API_KEY
        for track in bw.background_tracks.list():
            print(track.id, track.name)

`AsyncBeyondWords` is the same for asyncio. The low-level generated client is the package `beyondwords_api`.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from ._core.paging import Page
from ._core.timestamps import parse_timestamp
from ._sync.client import BeyondWords
from ._sync.pager import ItemIterator, PageIterator, Pager
from ._version import __version__
from .errors import (
    APIConnectionError,
    APIStatusError,
    APITimeoutError,
    AuthenticationError,
    BadRequestError,
    BeyondWordsError,
    ConfigurationError,
    ConflictError,
    FieldError,
    InternalServerError,
    NotFoundError,
    PaginationError,
    PermissionDeniedError,
    RateLimitError,
    ResponseDecodeError,
    UnprocessableEntityError,
)

if TYPE_CHECKING:
    from beyondwords_api.models import BackgroundTrack, BackgroundTrackMedia, BackgroundTrackProject
    from beyondwords_api.types import UNSET, Unset

    from ._async.client import AsyncBeyondWords
    from ._async.pager import AsyncItemIterator, AsyncPageIterator, AsyncPager

__all__ = [
    "UNSET",
    "APIConnectionError",
    "APIStatusError",
    "APITimeoutError",
    "AsyncBeyondWords",
    "AsyncItemIterator",
    "AsyncPageIterator",
    "AsyncPager",
    "AuthenticationError",
    "BackgroundTrack",
    "BackgroundTrackMedia",
    "BackgroundTrackProject",
    "BadRequestError",
    "BeyondWords",
    "BeyondWordsError",
    "ConfigurationError",
    "ConflictError",
    "FieldError",
    "InternalServerError",
    "ItemIterator",
    "NotFoundError",
    "Page",
    "PageIterator",
    "Pager",
    "PaginationError",
    "PermissionDeniedError",
    "RateLimitError",
    "ResponseDecodeError",
    "UnprocessableEntityError",
    "Unset",
    "__version__",
    "parse_timestamp",
]


# Loaded when first asked for: one half of the users needs no asyncio, and the models need attrs.
_LAZY = {
    "AsyncBeyondWords": "beyondwords._async.client",
    "AsyncItemIterator": "beyondwords._async.pager",
    "AsyncPageIterator": "beyondwords._async.pager",
    "AsyncPager": "beyondwords._async.pager",
    "BackgroundTrack": "beyondwords_api.models",
    "BackgroundTrackMedia": "beyondwords_api.models",
    "BackgroundTrackProject": "beyondwords_api.models",
    "UNSET": "beyondwords_api.types",
    "Unset": "beyondwords_api.types",
}


def __getattr__(name: str) -> Any:
    if name not in _LAZY:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = globals()[name] = getattr(import_module(_LAZY[name]), name)
    return value


def __dir__() -> list[str]:
    return sorted(__all__)
