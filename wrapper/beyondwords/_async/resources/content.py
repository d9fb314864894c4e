"""Content: articles and their audio."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Unpack

from beyondwords_api.api.content import (
    content_create,
    content_delete,
    content_index,
    content_regenerate,
    content_show,
    content_update,
)

from ..._pages import Paging
from ..._settings import check_seconds
from ...errors import APITimeoutError, ContentFailedError, ContentTimeoutError, NotFoundError
from .. import runtime
from ..pager import AsyncPager
from . import Id, check_progress, filter_list, time_text
from .download import AsyncDownload
from .publishing import AsyncPublishing, check_source_id

if TYPE_CHECKING:
    from beyondwords_api.models import (
        Content,
        ContentOrder,
        ContentStatus,
        ContentUpdate,
        NewAudioContent,
        NewContent,
        NewManualContent,
        OrderDirection,
        SegmentDetail,
    )

_UNFINISHED = frozenset({"draft", "queued", "processing"})
# Right after it was created, an item may not be there yet for those who ask.
_GRACE = 30.0
_LONGEST_POLL = 30.0
# What the last request has at least, so that a wait ends with what the API says then.
_LAST_REQUEST = 0.5
# A call that has no time left may end a moment before it.
_END_MARGIN = 0.05


class AsyncContentItems(AsyncPublishing, AsyncDownload):
    """`bw.content`. Each method is about the client's project, or that of `project_id`.

    An item's id is the API's own, a number of older times, or your `source_id`.
    """

    def list(
        self,
        *,
        title: str | None = None,
        source_id: str | None = None,
        statuses: Sequence[ContentStatus | str] | None = None,
        created_from: datetime | str | None = None,
        created_to: datetime | str | None = None,
        updated_from: datetime | str | None = None,
        updated_to: datetime | str | None = None,
        order_by: ContentOrder | str | None = None,
        order: OrderDirection | str | None = None,
        project_id: Id | None = None,
        **paging: Unpack[Paging],
    ) -> AsyncPager[Content]:
        """The content of a project (`GET /projects/{project_id}/content`). Its parameters were never tried live.

        Args:
            title: Only items whose title contains this.
            source_id: Only the item with this id of yours.
            statuses: Only items of these: `draft`, `queued`, `processing`, `processed`, `skipped`, `error`.
            created_from: Only items created at this time or later: a `datetime` with a time zone, or text.
            created_to: Only items created at this time or earlier.
            updated_from: Only items changed at this time or later.
            updated_to: Only items changed at this time or earlier.
            order_by: `published_at`, `duration` or `published`.
            order: `asc` or `desc`.
            project_id: Another project than the client's.
            **paging: `limit`, `offset` and `max_items`, all in rows, and `prefetch`, in pages.

        Examples:
            >>> async for item in bw.content.list(statuses=["error"]):
            ...     print(item.source_id, item.title)
        """
        return self._client.paginate(
            content_index,
            project_id=self._project(project_id),
            filter_title=title,
            filter_source_id=source_id,
            filter_statuses=filter_list("statuses", statuses),
            filter_created_from=time_text("created_from", created_from),
            filter_created_to=time_text("created_to", created_to),
            filter_updated_from=time_text("updated_from", updated_from),
            filter_updated_to=time_text("updated_to", updated_to),
            order_by=order_by,
            order_dir=order,
            **self._checked(self.list, paging),
        )

    async def get(
        self, content_id: Id, *, segments: SegmentDetail | str | None = None, project_id: Id | None = None
    ) -> Content:
        """One item (`GET .../content/{id}`); `segments` is `partial` or `full`.

        Raises:
            NotFoundError: There is no such item, or it was created a moment ago.
        """
        project = self._project(project_id)
        return await self._client.call(content_show, project_id=project, id=content_id, segments=segments)

    async def find(self, source_id: Id, *, project_id: Id | None = None) -> Content | None:
        """The item with this id of yours, or None. An error other than "not found" is raised.

        Examples:
            >>> if found := await bw.content.find("cms-1"):
            ...     print(found.status)
        """
        try:
            found = await self.get(source_id, project_id=project_id)
        except NotFoundError:
            return None
        # Ids of the API are looked for too.
        return found if str(found.source_id or source_id) == str(source_id) else None

    async def create(
        self, item: NewContent | NewManualContent | NewAudioContent, *, project_id: Id | None = None
    ) -> Content:
        """Send an article (`POST .../content`): it is queued, and its audio comes later, see `wait()`.

        A second one with the same `source_id` is an `UnprocessableEntityError`; `publish()` updates it instead.

        Raises:
            ValueError: Its `source_id` is empty, `.` or `..`, by which nothing could find it again.

        Examples:
            >>> item = await bw.content.create(NewContent(title="Ferry returns", body="<p>...</p>", source_id="cms-1"))
        """
        check_source_id(item)
        return await self._client.call(content_create, project_id=self._project(project_id), body=item)

    async def update(self, content_id: Id, changes: ContentUpdate, *, project_id: Id | None = None) -> Content:
        """Change what is given of an item (`PUT .../content/{id}`), and leave the rest.

        Raises:
            NotFoundError: There is no such item.
            UnprocessableEntityError: A field is refused; see `error.errors`.

        Examples:
            >>> await bw.content.update("cms-1", ContentUpdate(title="Ferry returns on Monday"))
        """
        project = self._project(project_id)
        return await self._client.call(content_update, project_id=project, id=content_id, body=changes)

    async def regenerate(self, content_id: Id, *, project_id: Id | None = None) -> Content:
        """Have the audio made anew, which costs again (`POST .../content/{id}/regenerate`).

        It is not sent again where the server may have acted on it.

        Raises:
            NotFoundError: There is no such item.
        """
        project = self._project(project_id)
        return await self._client.call(content_regenerate, project_id=project, id=content_id)

    async def delete(self, content_id: Id, *, project_id: Id | None = None) -> None:
        """Delete an item and its audio (`DELETE .../content/{id}`).

        Raises:
            NotFoundError: There is no such item, or a first attempt whose response was lost deleted it.
        """
        await self._client.call(content_delete, project_id=self._project(project_id), id=content_id)

    async def wait(
        self,
        content_id: Id,
        *,
        timeout: float = 300,
        poll: float = 3,
        progress: Callable[[Content], object] | None = None,
        project_id: Id | None = None,
    ) -> Content:
        """Ask for an item until it is `processed`, and give it.

        Args:
            content_id: Its id, or your `source_id`.
            timeout: Seconds to wait at most; half a second more where the last request stalls.
            poll: Seconds between two requests at first; each wait is half as long again, up to 30 s.
            progress: Called with the item after every request.
            project_id: Another project than the client's.

        Raises:
            ContentFailedError: It ended otherwise: `error`, `skipped` (no credits, for example), or a status that this
                package does not know.
            ContentTimeoutError: It did not end in time; the error tells the last status.
            NotFoundError: There is no such item; in the first 30 s this may only mean that it is not there yet.

        Examples:
            >>> item = await bw.content.wait(item.id, progress=lambda item: print(item.status))
        """
        limit = check_seconds("timeout", timeout)
        pause = check_seconds("poll", poll)
        check_progress(progress)
        wait_ends_at = time.monotonic() + limit
        status = "not found"
        while True:
            missing: NotFoundError | None = None
            try:
                item = await self._get_until(wait_ends_at, content_id, project_id)
            except NotFoundError as error:
                missing = error
            except APITimeoutError:
                if time.monotonic() < wait_ends_at - _END_MARGIN:
                    raise
                # The time that it had was what was left.
                wait_ends_at = time.monotonic()
            else:
                status = str(item.status or "unknown")
                if progress is not None:
                    progress(item)
                if status == "processed":
                    return item
                if status not in _UNFINISHED:
                    raise _failed(content_id, item, status, self._redacted)
            remaining = wait_ends_at - time.monotonic()
            if missing is not None and (remaining <= 0 or limit - remaining > _GRACE):
                raise missing
            if remaining <= 0:
                line = f"content {content_id} is not processed after {limit:g} s: its status is {status!r}"
                raise ContentTimeoutError(line, content_id=str(content_id), status=status)
            await runtime.sleep(min(pause, remaining))
            pause = min(pause * 1.5, max(poll, _LONGEST_POLL))

    async def _get_until(self, wait_ends_at: float, content_id: Id, project_id: Id | None) -> Content:
        remaining = max(wait_ends_at - time.monotonic(), _LAST_REQUEST)
        deadline = min(remaining, self._client._settings.deadline)
        return await self._client.with_options(deadline=deadline).content.get(content_id, project_id=project_id)


def _failed(content_id: Id, item: Content, status: str, redacted: Callable[[str], str]) -> ContentFailedError:
    known = status in ("error", "skipped")
    # The API's description has no field for a reason; what came beside it may tell one.
    reasons = (item.additional_properties.get(name) for name in ("error", "error_message", "message", "reason"))
    reason = next((f": {reason}" for reason in reasons if reason), "")
    what = f"ended with the status {status!r}" if known else f"has the status {status!r}, which is not known"
    return ContentFailedError(
        redacted(f"content {content_id} {what}{reason}"), content_id=str(content_id), status=status
    )
