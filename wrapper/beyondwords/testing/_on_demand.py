"""What a test calls so that the next requests fail."""

from __future__ import annotations

from collections.abc import Iterable

import httpx

from . import _failing
from ._checks import check_seconds
from ._failing import Failures
from ._made import error_response


class FailuresOnDemand:
    """The part of `Sandbox` that fails on demand.

    Each method takes `times` (how many requests; default: 1), `operation` (only requests of this operation, by its
    operationId such as `content#create` or as `POST /projects/{project_id}/content`; default: all) and `page` (only
    the request for this page of a list, from 1 on; default: all). Those that were asked for first come first;
    `reset()` forgets them.

    ```python
    sandbox.fail_next(429, retry_after=2)
    sandbox.fail_next(503, times=3, operation="background_tracks#index", page=2)
    sandbox.disconnect_next(operation="content#create")
    ```
    """

    _failures: Failures

    def fail_next(
        self,
        status: int,
        *,
        retry_after: float | None = None,
        message: str | None = None,
        errors: Iterable[tuple[str, str]] = (),
        times: int = 1,
        operation: str | None = None,
        page: int | None = None,
    ) -> None:
        """Answer with an error status, in the form that the API documents.

        Args:
            status: For example 429.
            retry_after: Seconds for the header `Retry-After`.
            message: The error's message. Default: the name of the status.
            errors: Field errors, as pairs of location and message.
            times: How many requests.
            operation: Only requests of this operation.
            page: Only this page of a list, from 1 on.

        Raises:
            ValueError: A number is out of range, or there is no such operation.
            TypeError: A number is none.
        """
        failure = error_response(status, message, errors=errors, retry_after=retry_after)
        self._failures.add(_failing.instead(failure), times=times, operation=operation, page=page)

    def disconnect_next(self, *, times: int = 1, operation: str | None = None, page: int | None = None) -> None:
        """Close the connection without a response; the request was received, but not acted on."""
        self._failures.add(_failing.disconnect, times=times, operation=operation, page=page)

    def stall_next(
        self, seconds: float, *, times: int = 1, operation: str | None = None, page: int | None = None
    ) -> None:
        """Answer after so many seconds."""
        check_seconds("seconds", seconds)
        self._failures.add(_failing.stall(seconds), times=times, operation=operation, page=page)

    def truncate_next(self, *, times: int = 1, operation: str | None = None, page: int | None = None) -> None:
        """Close the connection in the middle of the response's body; the request was acted on."""
        self._failures.add(_failing.truncate, times=times, operation=operation, page=page)

    def garbage_next(self, *, times: int = 1, operation: str | None = None, page: int | None = None) -> None:
        """Answer with status 200 and a body that is not JSON."""
        garbage = httpx.Response(
            200, headers={"Content-Type": "application/json"}, content=b'[{"id": 1, "name": <html>'
        )
        self._failures.add(_failing.instead(garbage), times=times, operation=operation, page=page)

    def repeat_page_next(self, *, times: int = 1, operation: str | None = None, page: int | None = None) -> None:
        """Answer with the first page of a list, whichever is asked for."""
        self._failures.add(_failing.repeat_page, times=times, operation=operation, page=page)

    def change_total_next(
        self, *, by: int = 1, times: int = 1, operation: str | None = None, page: int | None = None
    ) -> None:
        """Tell another total than there is, as if rows had come (or gone: `by=-1`) since the page before."""
        if isinstance(by, bool) or not isinstance(by, int) or by == 0:
            raise ValueError(f"by must be a whole number other than 0, not {by!r}")
        self._failures.add(_failing.change_total(by), times=times, operation=operation, page=page)
