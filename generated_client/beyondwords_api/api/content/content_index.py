from typing import Any

import httpx as _httpx

from ... import errors as _errors
from ...client import AuthenticatedClient, Client
from ...models.content import Content
from ...models.content_order import ContentOrder
from ...models.error import Error
from ...models.order_direction import OrderDirection
from ...models.segment_detail import SegmentDetail
from ...types import UNSET, Response, Unset
from ...types import decoding as _decoding
from ...types import models_of as _models_of
from ...types import path_value as _path_value
from ...types import status as _status


def _get_kwargs(
    project_id: str,
    *,
    pagination_limit: int | Unset = UNSET,
    pagination_offset: int | Unset = UNSET,
    order_by: ContentOrder | Unset = UNSET,
    order_dir: OrderDirection | Unset = UNSET,
    filter_title: str | Unset = UNSET,
    filter_source_id: str | Unset = UNSET,
    filter_published: str | Unset = UNSET,
    filter_statuses: list[str] | Unset = UNSET,
    filter_created_from: str | Unset = UNSET,
    filter_created_to: str | Unset = UNSET,
    filter_updated_from: str | Unset = UNSET,
    filter_updated_to: str | Unset = UNSET,
    segments: SegmentDetail | Unset = UNSET,
) -> dict[str, Any]:

    _params: dict[str, Any] = {}

    _params["pagination[limit]"] = pagination_limit

    _params["pagination[offset]"] = pagination_offset

    _json_order_by: str | Unset = UNSET
    if not isinstance(order_by, Unset):
        _json_order_by = order_by.value

    _params["order[by]"] = _json_order_by

    _json_order_dir: str | Unset = UNSET
    if not isinstance(order_dir, Unset):
        _json_order_dir = order_dir.value

    _params["order[dir]"] = _json_order_dir

    _params["filter[title]"] = filter_title

    _params["filter[source_id]"] = filter_source_id

    _params["filter[published]"] = filter_published

    _json_filter_statuses: list[str] | Unset = UNSET
    if not isinstance(filter_statuses, Unset):
        _json_filter_statuses = filter_statuses

    _params["filter[statuses][]"] = _json_filter_statuses

    _params["filter[created][from]"] = filter_created_from

    _params["filter[created][to]"] = filter_created_to

    _params["filter[updated][from]"] = filter_updated_from

    _params["filter[updated][to]"] = filter_updated_to

    _json_segments: str | Unset = UNSET
    if not isinstance(segments, Unset):
        _json_segments = segments.value

    _params["segments"] = _json_segments

    _params = {k: v for k, v in _params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/projects/{project_id}/content".format(
            project_id=_path_value("project_id", project_id),
        ),
        "params": _params,
    }

    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: _httpx.Response
) -> Error | list[Content] | None:
    if response.status_code == 200:
        response_200: list[Content] = _models_of(Content, response.json())

        return response_200

    if response.status_code == 401:
        response_401 = Error.from_dict(response.json())

        return response_401

    if client.raise_on_unexpected_status:
        raise _errors.UnexpectedStatus(response.status_code, response.content)
    else:
        return None


def _build_response(
    *, client: AuthenticatedClient | Client, response: _httpx.Response
) -> Response[Error | list[Content]]:
    with _decoding("GET /projects/{project_id}/content", response):
        return Response(
            status_code=_status(response.status_code),
            content=response.content,
            headers=response.headers,
            parsed=_parse_response(client=client, response=response),
        )


def sync_detailed(
    project_id: str,
    *,
    client: AuthenticatedClient,
    pagination_limit: int | Unset = UNSET,
    pagination_offset: int | Unset = UNSET,
    order_by: ContentOrder | Unset = UNSET,
    order_dir: OrderDirection | Unset = UNSET,
    filter_title: str | Unset = UNSET,
    filter_source_id: str | Unset = UNSET,
    filter_published: str | Unset = UNSET,
    filter_statuses: list[str] | Unset = UNSET,
    filter_created_from: str | Unset = UNSET,
    filter_created_to: str | Unset = UNSET,
    filter_updated_from: str | Unset = UNSET,
    filter_updated_to: str | Unset = UNSET,
    segments: SegmentDetail | Unset = UNSET,
) -> Response[Error | list[Content]]:
    """List content

    Args:
        project_id (str): Id of the project.
        pagination_limit (int | Unset): How many rows to return at most. Default and maximum are
            not documented.
        pagination_offset (int | Unset): How many rows to skip first.
        order_by (ContentOrder | Unset): What content is sorted by.
        order_dir (OrderDirection | Unset): Ascending or descending.
        filter_title (str | Unset): Part of the title.
        filter_source_id (str | Unset): Your own id of the article. Only seen in a third party's
            client.
        filter_published (str | Unset): Whether the item is published. Its values are not
            documented.
        filter_statuses (list[str] | Unset): Only these statuses.
        filter_created_from (str | Unset): Created at this time or later, ISO 8601.
        filter_created_to (str | Unset): Created at this time or earlier, ISO 8601.
        filter_updated_from (str | Unset): Changed at this time or later, ISO 8601.
        filter_updated_to (str | Unset): Changed at this time or earlier, ISO 8601.
        segments (SegmentDetail | Unset): How much is said of each segment.

    Raises:
        beyondwords.BeyondWordsError: The call failed; `client` is `bw.api`.

    Returns:
        Response[Error | list[Content]]
    """

    _kwargs = _get_kwargs(
        project_id=project_id,
        pagination_limit=pagination_limit,
        pagination_offset=pagination_offset,
        order_by=order_by,
        order_dir=order_dir,
        filter_title=filter_title,
        filter_source_id=filter_source_id,
        filter_published=filter_published,
        filter_statuses=filter_statuses,
        filter_created_from=filter_created_from,
        filter_created_to=filter_created_to,
        filter_updated_from=filter_updated_from,
        filter_updated_to=filter_updated_to,
        segments=segments,
    )

    _response = client.get_httpx_client().request(
        **_kwargs,
    )

    return _build_response(client=client, response=_response)


def sync(
    project_id: str,
    *,
    client: AuthenticatedClient,
    pagination_limit: int | Unset = UNSET,
    pagination_offset: int | Unset = UNSET,
    order_by: ContentOrder | Unset = UNSET,
    order_dir: OrderDirection | Unset = UNSET,
    filter_title: str | Unset = UNSET,
    filter_source_id: str | Unset = UNSET,
    filter_published: str | Unset = UNSET,
    filter_statuses: list[str] | Unset = UNSET,
    filter_created_from: str | Unset = UNSET,
    filter_created_to: str | Unset = UNSET,
    filter_updated_from: str | Unset = UNSET,
    filter_updated_to: str | Unset = UNSET,
    segments: SegmentDetail | Unset = UNSET,
) -> Error | list[Content] | None:
    """List content

    Args:
        project_id (str): Id of the project.
        pagination_limit (int | Unset): How many rows to return at most. Default and maximum are
            not documented.
        pagination_offset (int | Unset): How many rows to skip first.
        order_by (ContentOrder | Unset): What content is sorted by.
        order_dir (OrderDirection | Unset): Ascending or descending.
        filter_title (str | Unset): Part of the title.
        filter_source_id (str | Unset): Your own id of the article. Only seen in a third party's
            client.
        filter_published (str | Unset): Whether the item is published. Its values are not
            documented.
        filter_statuses (list[str] | Unset): Only these statuses.
        filter_created_from (str | Unset): Created at this time or later, ISO 8601.
        filter_created_to (str | Unset): Created at this time or earlier, ISO 8601.
        filter_updated_from (str | Unset): Changed at this time or later, ISO 8601.
        filter_updated_to (str | Unset): Changed at this time or earlier, ISO 8601.
        segments (SegmentDetail | Unset): How much is said of each segment.

    Raises:
        beyondwords.BeyondWordsError: The call failed; `client` is `bw.api`.

    Returns:
        Error | list[Content]
    """

    return sync_detailed(
        project_id=project_id,
        client=client,
        pagination_limit=pagination_limit,
        pagination_offset=pagination_offset,
        order_by=order_by,
        order_dir=order_dir,
        filter_title=filter_title,
        filter_source_id=filter_source_id,
        filter_published=filter_published,
        filter_statuses=filter_statuses,
        filter_created_from=filter_created_from,
        filter_created_to=filter_created_to,
        filter_updated_from=filter_updated_from,
        filter_updated_to=filter_updated_to,
        segments=segments,
    ).parsed


async def asyncio_detailed(
    project_id: str,
    *,
    client: AuthenticatedClient,
    pagination_limit: int | Unset = UNSET,
    pagination_offset: int | Unset = UNSET,
    order_by: ContentOrder | Unset = UNSET,
    order_dir: OrderDirection | Unset = UNSET,
    filter_title: str | Unset = UNSET,
    filter_source_id: str | Unset = UNSET,
    filter_published: str | Unset = UNSET,
    filter_statuses: list[str] | Unset = UNSET,
    filter_created_from: str | Unset = UNSET,
    filter_created_to: str | Unset = UNSET,
    filter_updated_from: str | Unset = UNSET,
    filter_updated_to: str | Unset = UNSET,
    segments: SegmentDetail | Unset = UNSET,
) -> Response[Error | list[Content]]:
    """List content

    Args:
        project_id (str): Id of the project.
        pagination_limit (int | Unset): How many rows to return at most. Default and maximum are
            not documented.
        pagination_offset (int | Unset): How many rows to skip first.
        order_by (ContentOrder | Unset): What content is sorted by.
        order_dir (OrderDirection | Unset): Ascending or descending.
        filter_title (str | Unset): Part of the title.
        filter_source_id (str | Unset): Your own id of the article. Only seen in a third party's
            client.
        filter_published (str | Unset): Whether the item is published. Its values are not
            documented.
        filter_statuses (list[str] | Unset): Only these statuses.
        filter_created_from (str | Unset): Created at this time or later, ISO 8601.
        filter_created_to (str | Unset): Created at this time or earlier, ISO 8601.
        filter_updated_from (str | Unset): Changed at this time or later, ISO 8601.
        filter_updated_to (str | Unset): Changed at this time or earlier, ISO 8601.
        segments (SegmentDetail | Unset): How much is said of each segment.

    Raises:
        beyondwords.BeyondWordsError: The call failed; `client` is `bw.api`.

    Returns:
        Response[Error | list[Content]]
    """

    _kwargs = _get_kwargs(
        project_id=project_id,
        pagination_limit=pagination_limit,
        pagination_offset=pagination_offset,
        order_by=order_by,
        order_dir=order_dir,
        filter_title=filter_title,
        filter_source_id=filter_source_id,
        filter_published=filter_published,
        filter_statuses=filter_statuses,
        filter_created_from=filter_created_from,
        filter_created_to=filter_created_to,
        filter_updated_from=filter_updated_from,
        filter_updated_to=filter_updated_to,
        segments=segments,
    )

    _response = await client.get_async_httpx_client().request(**_kwargs)

    return _build_response(client=client, response=_response)


async def asyncio(
    project_id: str,
    *,
    client: AuthenticatedClient,
    pagination_limit: int | Unset = UNSET,
    pagination_offset: int | Unset = UNSET,
    order_by: ContentOrder | Unset = UNSET,
    order_dir: OrderDirection | Unset = UNSET,
    filter_title: str | Unset = UNSET,
    filter_source_id: str | Unset = UNSET,
    filter_published: str | Unset = UNSET,
    filter_statuses: list[str] | Unset = UNSET,
    filter_created_from: str | Unset = UNSET,
    filter_created_to: str | Unset = UNSET,
    filter_updated_from: str | Unset = UNSET,
    filter_updated_to: str | Unset = UNSET,
    segments: SegmentDetail | Unset = UNSET,
) -> Error | list[Content] | None:
    """List content

    Args:
        project_id (str): Id of the project.
        pagination_limit (int | Unset): How many rows to return at most. Default and maximum are
            not documented.
        pagination_offset (int | Unset): How many rows to skip first.
        order_by (ContentOrder | Unset): What content is sorted by.
        order_dir (OrderDirection | Unset): Ascending or descending.
        filter_title (str | Unset): Part of the title.
        filter_source_id (str | Unset): Your own id of the article. Only seen in a third party's
            client.
        filter_published (str | Unset): Whether the item is published. Its values are not
            documented.
        filter_statuses (list[str] | Unset): Only these statuses.
        filter_created_from (str | Unset): Created at this time or later, ISO 8601.
        filter_created_to (str | Unset): Created at this time or earlier, ISO 8601.
        filter_updated_from (str | Unset): Changed at this time or later, ISO 8601.
        filter_updated_to (str | Unset): Changed at this time or earlier, ISO 8601.
        segments (SegmentDetail | Unset): How much is said of each segment.

    Raises:
        beyondwords.BeyondWordsError: The call failed; `client` is `bw.api`.

    Returns:
        Error | list[Content]
    """

    return (
        await asyncio_detailed(
            project_id=project_id,
            client=client,
            pagination_limit=pagination_limit,
            pagination_offset=pagination_offset,
            order_by=order_by,
            order_dir=order_dir,
            filter_title=filter_title,
            filter_source_id=filter_source_id,
            filter_published=filter_published,
            filter_statuses=filter_statuses,
            filter_created_from=filter_created_from,
            filter_created_to=filter_created_to,
            filter_updated_from=filter_updated_from,
            filter_updated_to=filter_updated_to,
            segments=segments,
        )
    ).parsed
