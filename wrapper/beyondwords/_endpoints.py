"""The generated endpoint modules, as types: what `call` and `paginate` take."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

if TYPE_CHECKING:
    from beyondwords_api.models import Error
    from beyondwords_api.types import Response

T = TypeVar("T")


class Endpoint(Protocol[T]):
    """A generated module whose operation declares error answers; `T` is what it answers on success."""

    @property
    def sync_detailed(self) -> Callable[..., Response[Error | T]]:
        """Call it."""
        ...

    @property
    def asyncio_detailed(self) -> Callable[..., Coroutine[Any, Any, Response[Error | T]]]:
        """Call it in asyncio."""
        ...


class SuccessEndpoint(Protocol[T]):
    """A generated module whose operation declares no error answer."""

    @property
    def sync_detailed(self) -> Callable[..., Response[T]]:
        """Call it."""
        ...

    @property
    def asyncio_detailed(self) -> Callable[..., Coroutine[Any, Any, Response[T]]]:
        """Call it in asyncio."""
        ...
