from typing import Any

import httpx as _httpx

from ... import errors as _errors
from ...client import AuthenticatedClient, Client
from ...models.content_analytics import ContentAnalytics
from ...models.content_analytics_order import ContentAnalyticsOrder
from ...models.error import Error
from ...models.media_format import MediaFormat
from ...models.media_variant import MediaVariant
from ...models.order_direction import OrderDirection
from ...types import UNSET, Response, Unset
from ...types import decoding as _decoding
from ...types import models_of as _models_of
from ...types import path_value as _path_value
from ...types import status as _status


def _get_kwargs(
    project_id: str,
    *,
    media_variants: list[MediaVariant] | Unset = UNSET,
    media_formats: list[MediaFormat] | Unset = UNSET,
    time_range_start: str | Unset = UNSET,
    time_range_end: str | Unset = UNSET,
    pagination_limit: int | Unset = UNSET,
    pagination_offset: int | Unset = UNSET,
    order_by: ContentAnalyticsOrder | Unset = UNSET,
    order_dir: OrderDirection | Unset = UNSET,
    filter_title: str | Unset = UNSET,
    filter_player_impressions_from: int | Unset = UNSET,
    filter_player_impressions_to: int | Unset = UNSET,
    filter_listens_from: int | Unset = UNSET,
    filter_listens_to: int | Unset = UNSET,
    filter_listen_rate_from: int | Unset = UNSET,
    filter_listen_rate_to: int | Unset = UNSET,
    filter_avg_listen_time_from: int | Unset = UNSET,
    filter_avg_listen_time_to: int | Unset = UNSET,
) -> dict[str, Any]:

    _params: dict[str, Any] = {}

    _json_media_variants: list[str] | Unset = UNSET
    if not isinstance(media_variants, Unset):
        _json_media_variants = []
        for _media_variants_item_data in media_variants:
            _media_variants_item = _media_variants_item_data.value
            _json_media_variants.append(_media_variants_item)

    _params["media_variants[]"] = _json_media_variants

    _json_media_formats: list[str] | Unset = UNSET
    if not isinstance(media_formats, Unset):
        _json_media_formats = []
        for _media_formats_item_data in media_formats:
            _media_formats_item = _media_formats_item_data.value
            _json_media_formats.append(_media_formats_item)

    _params["media_formats[]"] = _json_media_formats

    _params["time_range[start]"] = time_range_start

    _params["time_range[end]"] = time_range_end

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

    _params["filter[player_impressions][from]"] = filter_player_impressions_from

    _params["filter[player_impressions][to]"] = filter_player_impressions_to

    _params["filter[listens][from]"] = filter_listens_from

    _params["filter[listens][to]"] = filter_listens_to

    _params["filter[listen_rate][from]"] = filter_listen_rate_from

    _params["filter[listen_rate][to]"] = filter_listen_rate_to

    _params["filter[avg_listen_time][from]"] = filter_avg_listen_time_from

    _params["filter[avg_listen_time][to]"] = filter_avg_listen_time_to

    _params = {k: v for k, v in _params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/projects/{project_id}/content/analytics".format(
            project_id=_path_value("project_id", project_id),
        ),
        "params": _params,
    }

    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: _httpx.Response
) -> Error | list[ContentAnalytics] | None:
    if response.status_code == 200:
        response_200: list[ContentAnalytics] = _models_of(
            ContentAnalytics, response.json()
        )

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
) -> Response[Error | list[ContentAnalytics]]:
    with _decoding("GET /projects/{project_id}/content/analytics", response):
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
    media_variants: list[MediaVariant] | Unset = UNSET,
    media_formats: list[MediaFormat] | Unset = UNSET,
    time_range_start: str | Unset = UNSET,
    time_range_end: str | Unset = UNSET,
    pagination_limit: int | Unset = UNSET,
    pagination_offset: int | Unset = UNSET,
    order_by: ContentAnalyticsOrder | Unset = UNSET,
    order_dir: OrderDirection | Unset = UNSET,
    filter_title: str | Unset = UNSET,
    filter_player_impressions_from: int | Unset = UNSET,
    filter_player_impressions_to: int | Unset = UNSET,
    filter_listens_from: int | Unset = UNSET,
    filter_listens_to: int | Unset = UNSET,
    filter_listen_rate_from: int | Unset = UNSET,
    filter_listen_rate_to: int | Unset = UNSET,
    filter_avg_listen_time_from: int | Unset = UNSET,
    filter_avg_listen_time_to: int | Unset = UNSET,
) -> Response[Error | list[ContentAnalytics]]:
    """List analytics of all content items

    Args:
        project_id (str): Id of the project.
        media_variants (list[MediaVariant] | Unset): Only these variants.
        media_formats (list[MediaFormat] | Unset): Only these formats.
        time_range_start (str | Unset): First day, as `yyyy-mm-dd`.
        time_range_end (str | Unset): Last day, as `yyyy-mm-dd`.
        pagination_limit (int | Unset): How many rows to return at most. Default and maximum are
            not documented.
        pagination_offset (int | Unset): How many rows to skip first.
        order_by (ContentAnalyticsOrder | Unset): What analytics of content are sorted by.
        order_dir (OrderDirection | Unset): Ascending or descending.
        filter_title (str | Unset): Part of the title. Does not work together with `order[by]`.
        filter_player_impressions_from (int | Unset): At least so many.
        filter_player_impressions_to (int | Unset): At most so many.
        filter_listens_from (int | Unset): At least so many.
        filter_listens_to (int | Unset): At most so many.
        filter_listen_rate_from (int | Unset): At least so much.
        filter_listen_rate_to (int | Unset): At most so much.
        filter_avg_listen_time_from (int | Unset): At least so much.
        filter_avg_listen_time_to (int | Unset): At most so much.

    Raises:
        beyondwords.BeyondWordsError: The call failed; `client` is `bw.api`.

    Returns:
        Response[Error | list[ContentAnalytics]]
    """

    _kwargs = _get_kwargs(
        project_id=project_id,
        media_variants=media_variants,
        media_formats=media_formats,
        time_range_start=time_range_start,
        time_range_end=time_range_end,
        pagination_limit=pagination_limit,
        pagination_offset=pagination_offset,
        order_by=order_by,
        order_dir=order_dir,
        filter_title=filter_title,
        filter_player_impressions_from=filter_player_impressions_from,
        filter_player_impressions_to=filter_player_impressions_to,
        filter_listens_from=filter_listens_from,
        filter_listens_to=filter_listens_to,
        filter_listen_rate_from=filter_listen_rate_from,
        filter_listen_rate_to=filter_listen_rate_to,
        filter_avg_listen_time_from=filter_avg_listen_time_from,
        filter_avg_listen_time_to=filter_avg_listen_time_to,
    )

    _response = client.get_httpx_client().request(
        **_kwargs,
    )

    return _build_response(client=client, response=_response)


def sync(
    project_id: str,
    *,
    client: AuthenticatedClient,
    media_variants: list[MediaVariant] | Unset = UNSET,
    media_formats: list[MediaFormat] | Unset = UNSET,
    time_range_start: str | Unset = UNSET,
    time_range_end: str | Unset = UNSET,
    pagination_limit: int | Unset = UNSET,
    pagination_offset: int | Unset = UNSET,
    order_by: ContentAnalyticsOrder | Unset = UNSET,
    order_dir: OrderDirection | Unset = UNSET,
    filter_title: str | Unset = UNSET,
    filter_player_impressions_from: int | Unset = UNSET,
    filter_player_impressions_to: int | Unset = UNSET,
    filter_listens_from: int | Unset = UNSET,
    filter_listens_to: int | Unset = UNSET,
    filter_listen_rate_from: int | Unset = UNSET,
    filter_listen_rate_to: int | Unset = UNSET,
    filter_avg_listen_time_from: int | Unset = UNSET,
    filter_avg_listen_time_to: int | Unset = UNSET,
) -> Error | list[ContentAnalytics] | None:
    """List analytics of all content items

    Args:
        project_id (str): Id of the project.
        media_variants (list[MediaVariant] | Unset): Only these variants.
        media_formats (list[MediaFormat] | Unset): Only these formats.
        time_range_start (str | Unset): First day, as `yyyy-mm-dd`.
        time_range_end (str | Unset): Last day, as `yyyy-mm-dd`.
        pagination_limit (int | Unset): How many rows to return at most. Default and maximum are
            not documented.
        pagination_offset (int | Unset): How many rows to skip first.
        order_by (ContentAnalyticsOrder | Unset): What analytics of content are sorted by.
        order_dir (OrderDirection | Unset): Ascending or descending.
        filter_title (str | Unset): Part of the title. Does not work together with `order[by]`.
        filter_player_impressions_from (int | Unset): At least so many.
        filter_player_impressions_to (int | Unset): At most so many.
        filter_listens_from (int | Unset): At least so many.
        filter_listens_to (int | Unset): At most so many.
        filter_listen_rate_from (int | Unset): At least so much.
        filter_listen_rate_to (int | Unset): At most so much.
        filter_avg_listen_time_from (int | Unset): At least so much.
        filter_avg_listen_time_to (int | Unset): At most so much.

    Raises:
        beyondwords.BeyondWordsError: The call failed; `client` is `bw.api`.

    Returns:
        Error | list[ContentAnalytics]
    """

    return sync_detailed(
        project_id=project_id,
        client=client,
        media_variants=media_variants,
        media_formats=media_formats,
        time_range_start=time_range_start,
        time_range_end=time_range_end,
        pagination_limit=pagination_limit,
        pagination_offset=pagination_offset,
        order_by=order_by,
        order_dir=order_dir,
        filter_title=filter_title,
        filter_player_impressions_from=filter_player_impressions_from,
        filter_player_impressions_to=filter_player_impressions_to,
        filter_listens_from=filter_listens_from,
        filter_listens_to=filter_listens_to,
        filter_listen_rate_from=filter_listen_rate_from,
        filter_listen_rate_to=filter_listen_rate_to,
        filter_avg_listen_time_from=filter_avg_listen_time_from,
        filter_avg_listen_time_to=filter_avg_listen_time_to,
    ).parsed


async def asyncio_detailed(
    project_id: str,
    *,
    client: AuthenticatedClient,
    media_variants: list[MediaVariant] | Unset = UNSET,
    media_formats: list[MediaFormat] | Unset = UNSET,
    time_range_start: str | Unset = UNSET,
    time_range_end: str | Unset = UNSET,
    pagination_limit: int | Unset = UNSET,
    pagination_offset: int | Unset = UNSET,
    order_by: ContentAnalyticsOrder | Unset = UNSET,
    order_dir: OrderDirection | Unset = UNSET,
    filter_title: str | Unset = UNSET,
    filter_player_impressions_from: int | Unset = UNSET,
    filter_player_impressions_to: int | Unset = UNSET,
    filter_listens_from: int | Unset = UNSET,
    filter_listens_to: int | Unset = UNSET,
    filter_listen_rate_from: int | Unset = UNSET,
    filter_listen_rate_to: int | Unset = UNSET,
    filter_avg_listen_time_from: int | Unset = UNSET,
    filter_avg_listen_time_to: int | Unset = UNSET,
) -> Response[Error | list[ContentAnalytics]]:
    """List analytics of all content items

    Args:
        project_id (str): Id of the project.
        media_variants (list[MediaVariant] | Unset): Only these variants.
        media_formats (list[MediaFormat] | Unset): Only these formats.
        time_range_start (str | Unset): First day, as `yyyy-mm-dd`.
        time_range_end (str | Unset): Last day, as `yyyy-mm-dd`.
        pagination_limit (int | Unset): How many rows to return at most. Default and maximum are
            not documented.
        pagination_offset (int | Unset): How many rows to skip first.
        order_by (ContentAnalyticsOrder | Unset): What analytics of content are sorted by.
        order_dir (OrderDirection | Unset): Ascending or descending.
        filter_title (str | Unset): Part of the title. Does not work together with `order[by]`.
        filter_player_impressions_from (int | Unset): At least so many.
        filter_player_impressions_to (int | Unset): At most so many.
        filter_listens_from (int | Unset): At least so many.
        filter_listens_to (int | Unset): At most so many.
        filter_listen_rate_from (int | Unset): At least so much.
        filter_listen_rate_to (int | Unset): At most so much.
        filter_avg_listen_time_from (int | Unset): At least so much.
        filter_avg_listen_time_to (int | Unset): At most so much.

    Raises:
        beyondwords.BeyondWordsError: The call failed; `client` is `bw.api`.

    Returns:
        Response[Error | list[ContentAnalytics]]
    """

    _kwargs = _get_kwargs(
        project_id=project_id,
        media_variants=media_variants,
        media_formats=media_formats,
        time_range_start=time_range_start,
        time_range_end=time_range_end,
        pagination_limit=pagination_limit,
        pagination_offset=pagination_offset,
        order_by=order_by,
        order_dir=order_dir,
        filter_title=filter_title,
        filter_player_impressions_from=filter_player_impressions_from,
        filter_player_impressions_to=filter_player_impressions_to,
        filter_listens_from=filter_listens_from,
        filter_listens_to=filter_listens_to,
        filter_listen_rate_from=filter_listen_rate_from,
        filter_listen_rate_to=filter_listen_rate_to,
        filter_avg_listen_time_from=filter_avg_listen_time_from,
        filter_avg_listen_time_to=filter_avg_listen_time_to,
    )

    _response = await client.get_async_httpx_client().request(**_kwargs)

    return _build_response(client=client, response=_response)


async def asyncio(
    project_id: str,
    *,
    client: AuthenticatedClient,
    media_variants: list[MediaVariant] | Unset = UNSET,
    media_formats: list[MediaFormat] | Unset = UNSET,
    time_range_start: str | Unset = UNSET,
    time_range_end: str | Unset = UNSET,
    pagination_limit: int | Unset = UNSET,
    pagination_offset: int | Unset = UNSET,
    order_by: ContentAnalyticsOrder | Unset = UNSET,
    order_dir: OrderDirection | Unset = UNSET,
    filter_title: str | Unset = UNSET,
    filter_player_impressions_from: int | Unset = UNSET,
    filter_player_impressions_to: int | Unset = UNSET,
    filter_listens_from: int | Unset = UNSET,
    filter_listens_to: int | Unset = UNSET,
    filter_listen_rate_from: int | Unset = UNSET,
    filter_listen_rate_to: int | Unset = UNSET,
    filter_avg_listen_time_from: int | Unset = UNSET,
    filter_avg_listen_time_to: int | Unset = UNSET,
) -> Error | list[ContentAnalytics] | None:
    """List analytics of all content items

    Args:
        project_id (str): Id of the project.
        media_variants (list[MediaVariant] | Unset): Only these variants.
        media_formats (list[MediaFormat] | Unset): Only these formats.
        time_range_start (str | Unset): First day, as `yyyy-mm-dd`.
        time_range_end (str | Unset): Last day, as `yyyy-mm-dd`.
        pagination_limit (int | Unset): How many rows to return at most. Default and maximum are
            not documented.
        pagination_offset (int | Unset): How many rows to skip first.
        order_by (ContentAnalyticsOrder | Unset): What analytics of content are sorted by.
        order_dir (OrderDirection | Unset): Ascending or descending.
        filter_title (str | Unset): Part of the title. Does not work together with `order[by]`.
        filter_player_impressions_from (int | Unset): At least so many.
        filter_player_impressions_to (int | Unset): At most so many.
        filter_listens_from (int | Unset): At least so many.
        filter_listens_to (int | Unset): At most so many.
        filter_listen_rate_from (int | Unset): At least so much.
        filter_listen_rate_to (int | Unset): At most so much.
        filter_avg_listen_time_from (int | Unset): At least so much.
        filter_avg_listen_time_to (int | Unset): At most so much.

    Raises:
        beyondwords.BeyondWordsError: The call failed; `client` is `bw.api`.

    Returns:
        Error | list[ContentAnalytics]
    """

    return (
        await asyncio_detailed(
            project_id=project_id,
            client=client,
            media_variants=media_variants,
            media_formats=media_formats,
            time_range_start=time_range_start,
            time_range_end=time_range_end,
            pagination_limit=pagination_limit,
            pagination_offset=pagination_offset,
            order_by=order_by,
            order_dir=order_dir,
            filter_title=filter_title,
            filter_player_impressions_from=filter_player_impressions_from,
            filter_player_impressions_to=filter_player_impressions_to,
            filter_listens_from=filter_listens_from,
            filter_listens_to=filter_listens_to,
            filter_listen_rate_from=filter_listen_rate_from,
            filter_listen_rate_to=filter_listen_rate_to,
            filter_avg_listen_time_from=filter_avg_listen_time_from,
            filter_avg_listen_time_to=filter_avg_listen_time_to,
        )
    ).parsed
