"""Python client of the BeyondWords REST API.

    from beyondwords import BeyondWords

    with BeyondWords() as bw:  # the key comes from BEYONDWORDS_API_KEY
        for track in bw.background_tracks.list():
            print(track.id, track.name)

`AsyncBeyondWords` is the same for asyncio. The low-level generated client is the package `beyondwords_api`.
"""

from typing import TYPE_CHECKING, Any

from ._async.client import AsyncBeyondWords
from ._async.pager import AsyncItemIterator, AsyncPageIterator, AsyncPager
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


def __getattr__(name: str) -> Any:
    # The models come from the generated package, which is loaded when first needed.
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from beyondwords_api import models, types

    value = getattr(types, name) if name in ("UNSET", "Unset") else getattr(models, name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
