"""Publishing: sending articles again and again until each is there once."""

from __future__ import annotations

import random
from collections import deque
from collections.abc import Callable, Iterable
from contextlib import suppress
from typing import TYPE_CHECKING, Any, Literal, NamedTuple, TypeVar

from beyondwords_api.api.content import content_create, content_delete, content_index

from ... import _retries
from ..._endpoints import request_parts
from ..._logs import logger
from ..._settings import MAX_CONCURRENT_REQUESTS, check_count
from ..._text import short_repr
from ...errors import (
    APIConnectionError,
    BeyondWordsError,
    ConfigurationError,
    InternalServerError,
    NotFoundError,
    UnprocessableEntityError,
)
from .. import runtime
from . import AsyncResource, Id, check_progress, list_of

if TYPE_CHECKING:
    from beyondwords_api.models import Content, ContentUpdate, NewAudioContent, NewContent, NewManualContent

    Item = NewContent | NewManualContent | NewAudioContent

# Somebody else may create and delete the same item meanwhile, but not for ever.
_ROUNDS = 4


class Published(NamedTuple):
    """What came of publishing one item."""

    content: Content
    """The item as the API has it now."""
    action: Literal["created", "updated"]
    """Whether it was new."""


class PublishResult(NamedTuple):
    """What came of one item of many."""

    item: Item
    """What was given."""
    action: Literal["created", "updated", "failed", "not tried"] = "not tried"
    """`not tried` only where it was interrupted: it was not sent, or was on its way."""
    content: Content | None = None
    """The item as the API has it now, unless it failed."""
    error: Exception | None = None
    """Why it failed."""


class DeleteResult(NamedTuple):
    """What came of deleting one item of many."""

    content_id: str
    """What was given."""
    action: Literal["deleted", "missing", "failed", "not tried"] = "not tried"
    """`missing`: there was no such item; `not tried` only where it was interrupted: not sent, or on its way."""
    error: Exception | None = None
    """Why it failed."""


R = TypeVar("R", PublishResult, DeleteResult)


class AsyncPublishing(AsyncResource):
    """The part of `bw.content` that publishes."""

    if TYPE_CHECKING:

        async def create(self, item: Item, *, project_id: Id | None = None) -> Content: ...

        async def update(self, content_id: Id, changes: ContentUpdate, *, project_id: Id | None = None) -> Content: ...

        async def find(self, source_id: Id, *, project_id: Id | None = None) -> Content | None: ...

        async def delete(self, content_id: Id, *, project_id: Id | None = None) -> None: ...

    async def publish(self, item: Item, *, project_id: Id | None = None) -> Published:
        """Create an item, or update it where its `source_id` is taken: the same call again does no harm.

        A create whose connection is lost is not repeated blindly: after a wait, as between the attempts of a call, the
        item is looked for by its `source_id` first.

        Args:
            item: What to send; it needs a `source_id`.
            project_id: Another project than the client's.

        Raises:
            ValueError: It has no `source_id`, or one by which nothing can be found (`.`, `..`).
            BeyondWordsError: It could not be published.

        Examples:
            >>> content, action = await bw.content.publish(NewContent(title="...", body="...", source_id="cms-1"))
        """
        _check_item(item)
        deadline = self._client._settings.deadline
        attempts = 0
        for number in range(1, _ROUNDS + 1):
            try:
                return await self._publish_once(item, project_id, is_again=number > 1)
            except BeyondWordsError as error:
                attempts += error.attempts
                delay = _retries.wait_after(error, number, remaining=deadline, jitter=random.random())
                if delay is None or number == _ROUNDS or not _may_go_on(error):
                    if number > 1:
                        # It knows the attempts of its own request only.
                        note = f"round {number} of {_ROUNDS} of publishing, {attempts} attempts in all"
                        error.args, error.attempts = (f"{error} ({note})",), attempts
                    raise
                logger.warning("%s; publishing again in %.2f s", error, delay)
            await runtime.sleep(delay)
        raise AssertionError("the last round returns or raises")

    async def _publish_once(self, item: Item, project_id: Id | None, *, is_again: bool) -> Published:
        from beyondwords_api.models import ContentUpdate

        source_id = str(item.source_id)
        # A create that failed may have arrived.
        if not is_again or await self.find(source_id, project_id=project_id) is None:
            try:
                return Published(await self.create(item, project_id=project_id), "created")
            except UnprocessableEntityError as error:
                if not any(each.location == "source_id" for each in error.errors):
                    raise
        sent = item.to_dict()
        changes = ContentUpdate.from_dict({key: sent[key] for key in sent if key not in ("type", "source_id")})
        return Published(await self.update(source_id, changes, project_id=project_id), "updated")

    async def publish_many(
        self,
        items: Iterable[Item],
        *,
        concurrency: int = 4,
        progress: Callable[[PublishResult], object] | None = None,
        project_id: Id | None = None,
    ) -> list[PublishResult]:
        """Publish many items, some at a time: one result for each, in the order given.

        An item that fails does not stop the others. After Ctrl-C the results so far are given (under asyncio, Ctrl-C
        cancels the task instead). Running it again goes on, because what is there already is updated.

        Args:
            items: What to send; each needs a `source_id`.
            concurrency: How many are sent at once, at most 100.
            progress: Called with each result as it comes; what it raises ends the rest.
            project_id: Another project than the client's.

        Raises:
            TypeError: A string, in place of a list; a progress that is no function.
            ValueError: A concurrency below 1.
            ConfigurationError: The client cannot work: no project, or it is closed. What an `api_key` function raises
                comes out, too.

        Examples:
            >>> results = await bw.content.publish_many(articles)
            >>> [result.error for result in results if result.action == "failed"]
            []
        """
        results = [PublishResult(item) for item in list_of("items", items)]
        project = self._checked_project(project_id)

        def check(number: int) -> None:
            _check_item(results[number].item)
            self._client._request(content_create, {"project_id": project, "body": results[number].item})

        async def work(number: int) -> PublishResult:
            content, action = await self.publish(results[number].item, project_id=project)
            return results[number]._replace(content=content, action=action)

        return await _each(results, check, work, concurrency, progress)

    async def delete_many(
        self,
        content_ids: Iterable[Id],
        *,
        concurrency: int = 4,
        progress: Callable[[DeleteResult], object] | None = None,
        project_id: Id | None = None,
    ) -> list[DeleteResult]:
        """Delete many items, some at a time: one result for each, in the order given.

        An item that fails does not stop the others, and one that is not there is `missing`. After Ctrl-C the results so
        far are given (under asyncio, Ctrl-C cancels the task instead).

        Args:
            content_ids: Ids of the API, or yours.
            concurrency: How many are deleted at once, at most 100.
            progress: Called with each result as it comes; what it raises ends the rest.
            project_id: Another project than the client's.

        Raises:
            TypeError: A string, in place of a list; a progress that is no function.
            ValueError: A concurrency below 1.
            ConfigurationError: The client cannot work: no project, or it is closed. What an `api_key` function raises
                comes out, too.
        """
        given = list_of("content_ids", content_ids)
        results = [DeleteResult(str(content_id)) for content_id in given]
        project = self._checked_project(project_id)

        def check(number: int) -> None:
            self._client._request(content_delete, {"project_id": project, "id": given[number]})

        async def work(number: int) -> DeleteResult:
            try:
                await self.delete(given[number], project_id=project)
            except NotFoundError:
                return results[number]._replace(action="missing")
            return results[number]._replace(action="deleted")

        return await _each(results, check, work, concurrency, progress)

    def _checked_project(self, project_id: Id | None) -> Id:
        project = self._project(project_id)
        request_parts(content_index, {"project_id": project})
        return project


def check_source_id(item: Item) -> None:
    """Refuse a source_id by which the API could not be asked for the item."""
    if getattr(item, "source_id", None) in ("", ".", ".."):
        raise ValueError(f"source_id must not be {item.source_id!r}: nothing could find the item by it again")


def _check_item(item: Item) -> None:
    if not hasattr(item, "source_id"):
        names = "NewContent, NewManualContent or NewAudioContent"
        raise TypeError(f"what is published must be a {names}, not {short_repr(item)}")
    if not item.source_id:
        raise ValueError("publish() needs a source_id, by which it finds what was sent before; create() needs none")
    check_source_id(item)


def _may_go_on(error: BeyondWordsError) -> bool:
    """Whether publishing may begin anew: the create failed, or what was updated had been deleted meanwhile."""
    if error.method == "POST":
        return isinstance(error, InternalServerError) or (isinstance(error, APIConnectionError) and error.is_transient)
    return error.method == "PUT" and isinstance(error, NotFoundError)


async def _each(
    results: list[R],
    check: Callable[[int], None],
    work: Callable[[int], Any],
    concurrency: int,
    progress: Callable[[R], object] | None,
) -> list[R]:
    """Check and work on each of many, some at a time; what one fails with is in its result."""
    check_progress(progress)

    async def one(number: int) -> None:
        try:
            check(number)
        except (TypeError, ValueError) as error:
            results[number] = results[number]._replace(action="failed", error=error)
        else:
            # What is no BeyondWordsError is no fault of the item's: it may be the api_key function's.
            try:
                results[number] = await work(number)
            except ConfigurationError:
                raise
            except BeyondWordsError as error:
                results[number] = results[number]._replace(action="failed", error=error)
        if progress is not None:
            progress(results[number])

    await _side_by_side(len(results), concurrency, one)
    # A copy: after Ctrl-C, what is on its way may still end.
    return results.copy()


async def _side_by_side(count: int, concurrency: int, work: Callable[[int], Any]) -> None:
    """Do the work for each number, so many at a time; Ctrl-C, or work that fails, ends it after what is on its way."""
    check_count("concurrency", concurrency)
    numbers = deque(range(count))
    failures: list[Exception] = []

    async def worker() -> None:
        # Another one may be quicker than the test for more.
        with suppress(IndexError):
            while not failures:
                number = numbers.popleft()
                try:
                    await work(number)
                except Exception as error:
                    failures.append(error)

    workers = [runtime.start(worker) for _ in range(min(concurrency, count, MAX_CONCURRENT_REQUESTS))]
    try:
        for running in workers:
            if running is not None:
                await runtime.result_of(running)
        # What is left where no thread could be started.
        await worker()
    except KeyboardInterrupt:
        pass
    finally:
        numbers.clear()
    if failures:
        raise failures[0]
