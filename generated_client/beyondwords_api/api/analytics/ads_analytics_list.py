from typing import Any

import httpx as _httpx

from ... import errors as _errors
from ...client import AuthenticatedClient, Client
from ...models.analytics_order import AnalyticsOrder
from ...models.analytics_totals import AnalyticsTotals
from ...models.error import Error
from ...models.order_direction import OrderDirection
from ...types import UNSET, Response, Unset
from ...types import decoding as _decoding
from ...types import models_of as _models_of
from ...types import path_value as _path_value
from ...types import status as _status


def _get_kwargs(
    project_id: str,
    *,
    time_range_start: str | Unset = UNSET,
    time_range_end: str | Unset = UNSET,
    pagination_limit: int | Unset = UNSET,
    pagination_offset: int | Unset = UNSET,
    order_by: AnalyticsOrder | Unset = UNSET,
    order_dir: OrderDirection | Unset = UNSET,
    filter_title: str | Unset = UNSET,
    filter_ids: list[str] | Unset = UNSET,
) -> dict[str, Any]:

    _params: dict[str, Any] = {}

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

    _json_filter_ids: list[str] | Unset = UNSET
    if not isinstance(filter_ids, Unset):
        _json_filter_ids = filter_ids

    _params["filter[ids][]"] = _json_filter_ids

    _params = {k: v for k, v in _params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/projects/{project_id}/ads/analytics".format(
            project_id=_path_value("project_id", project_id),
        ),
        "params": _params,
    }

    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: _httpx.Response
) -> Error | list[AnalyticsTotals] | None:
    if response.status_code == 200:
        response_200: list[AnalyticsTotals] = _models_of(
            AnalyticsTotals, response.json()
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
) -> Response[Error | list[AnalyticsTotals]]:
    with _decoding("GET /projects/{project_id}/ads/analytics", response):
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
    time_range_start: str | Unset = UNSET,
    time_range_end: str | Unset = UNSET,
    pagination_limit: int | Unset = UNSET,
    pagination_offset: int | Unset = UNSET,
    order_by: AnalyticsOrder | Unset = UNSET,
    order_dir: OrderDirection | Unset = UNSET,
    filter_title: str | Unset = UNSET,
    filter_ids: list[str] | Unset = UNSET,
) -> Response[Error | list[AnalyticsTotals]]:
    """List analytics of all ads

    Args:
        project_id (str): Id of the project.
        time_range_start (str | Unset): First day, as `yyyy-mm-dd`.
        time_range_end (str | Unset): Last day, as `yyyy-mm-dd`.
        pagination_limit (int | Unset): How many rows to return at most. Default and maximum are
            not documented.
        pagination_offset (int | Unset): How many rows to skip first.
        order_by (AnalyticsOrder | Unset): What analytics of projects and ads are sorted by.
        order_dir (OrderDirection | Unset): Ascending or descending.
        filter_title (str | Unset): The title.
        filter_ids (list[str] | Unset): Ids of ads.

    Raises:
        beyondwords.BeyondWordsError: The call failed; `client` is `bw.api`.

    Returns:
        Response[Error | list[AnalyticsTotals]]
    """

    _kwargs = _get_kwargs(
        project_id=project_id,
        time_range_start=time_range_start,
        time_range_end=time_range_end,
        pagination_limit=pagination_limit,
        pagination_offset=pagination_offset,
        order_by=order_by,
        order_dir=order_dir,
        filter_title=filter_title,
        filter_ids=filter_ids,
    )

    _response = client.get_httpx_client().request(
        **_kwargs,
    )

    return _build_response(client=client, response=_response)


def sync(
    project_id: str,
    *,
    client: AuthenticatedClient,
    time_range_start: str | Unset = UNSET,
    time_range_end: str | Unset = UNSET,
    pagination_limit: int | Unset = UNSET,
    pagination_offset: int | Unset = UNSET,
    order_by: AnalyticsOrder | Unset = UNSET,
    order_dir: OrderDirection | Unset = UNSET,
    filter_title: str | Unset = UNSET,
    filter_ids: list[str] | Unset = UNSET,
) -> Error | list[AnalyticsTotals] | None:
    """List analytics of all ads

    Args:
        project_id (str): Id of the project.
        time_range_start (str | Unset): First day, as `yyyy-mm-dd`.
        time_range_end (str | Unset): Last day, as `yyyy-mm-dd`.
        pagination_limit (int | Unset): How many rows to return at most. Default and maximum are
            not documented.
        pagination_offset (int | Unset): How many rows to skip first.
        order_by (AnalyticsOrder | Unset): What analytics of projects and ads are sorted by.
        order_dir (OrderDirection | Unset): Ascending or descending.
        filter_title (str | Unset): The title.
        filter_ids (list[str] | Unset): Ids of ads.

    Raises:
        beyondwords.BeyondWordsError: The call failed; `client` is `bw.api`.

    Returns:
        Error | list[AnalyticsTotals]
    """

    return sync_detailed(
        project_id=project_id,
        client=client,
        time_range_start=time_range_start,
        time_range_end=time_range_end,
        pagination_limit=pagination_limit,
        pagination_offset=pagination_offset,
        order_by=order_by,
        order_dir=order_dir,
        filter_title=filter_title,
        filter_ids=filter_ids,
    ).parsed


async def asyncio_detailed(
    project_id: str,
    *,
    client: AuthenticatedClient,
    time_range_start: str | Unset = UNSET,
    time_range_end: str | Unset = UNSET,
    pagination_limit: int | Unset = UNSET,
    pagination_offset: int | Unset = UNSET,
    order_by: AnalyticsOrder | Unset = UNSET,
    order_dir: OrderDirection | Unset = UNSET,
    filter_title: str | Unset = UNSET,
    filter_ids: list[str] | Unset = UNSET,
) -> Response[Error | list[AnalyticsTotals]]:
    """List analytics of all ads

    Args:
        project_id (str): Id of the project.
        time_range_start (str | Unset): First day, as `yyyy-mm-dd`.
        time_range_end (str | Unset): Last day, as `yyyy-mm-dd`.
        pagination_limit (int | Unset): How many rows to return at most. Default and maximum are
            not documented.
        pagination_offset (int | Unset): How many rows to skip first.
        order_by (AnalyticsOrder | Unset): What analytics of projects and ads are sorted by.
        order_dir (OrderDirection | Unset): Ascending or descending.
        filter_title (str | Unset): The title.
        filter_ids (list[str] | Unset): Ids of ads.

    Raises:
        beyondwords.BeyondWordsError: The call failed; `client` is `bw.api`.

    Returns:
        Response[Error | list[AnalyticsTotals]]
    """

    _kwargs = _get_kwargs(
        project_id=project_id,
        time_range_start=time_range_start,
        time_range_end=time_range_end,
        pagination_limit=pagination_limit,
        pagination_offset=pagination_offset,
        order_by=order_by,
        order_dir=order_dir,
        filter_title=filter_title,
        filter_ids=filter_ids,
    )

    _response = await client.get_async_httpx_client().request(**_kwargs)

    return _build_response(client=client, response=_response)


async def asyncio(
    project_id: str,
    *,
    client: AuthenticatedClient,
    time_range_start: str | Unset = UNSET,
    time_range_end: str | Unset = UNSET,
    pagination_limit: int | Unset = UNSET,
    pagination_offset: int | Unset = UNSET,
    order_by: AnalyticsOrder | Unset = UNSET,
    order_dir: OrderDirection | Unset = UNSET,
    filter_title: str | Unset = UNSET,
    filter_ids: list[str] | Unset = UNSET,
) -> Error | list[AnalyticsTotals] | None:
    """List analytics of all ads

    Args:
        project_id (str): Id of the project.
        time_range_start (str | Unset): First day, as `yyyy-mm-dd`.
        time_range_end (str | Unset): Last day, as `yyyy-mm-dd`.
        pagination_limit (int | Unset): How many rows to return at most. Default and maximum are
            not documented.
        pagination_offset (int | Unset): How many rows to skip first.
        order_by (AnalyticsOrder | Unset): What analytics of projects and ads are sorted by.
        order_dir (OrderDirection | Unset): Ascending or descending.
        filter_title (str | Unset): The title.
        filter_ids (list[str] | Unset): Ids of ads.

    Raises:
        beyondwords.BeyondWordsError: The call failed; `client` is `bw.api`.

    Returns:
        Error | list[AnalyticsTotals]
    """

    return (
        await asyncio_detailed(
            project_id=project_id,
            client=client,
            time_range_start=time_range_start,
            time_range_end=time_range_end,
            pagination_limit=pagination_limit,
            pagination_offset=pagination_offset,
            order_by=order_by,
            order_dir=order_dir,
            filter_title=filter_title,
            filter_ids=filter_ids,
        )
    ).parsed
