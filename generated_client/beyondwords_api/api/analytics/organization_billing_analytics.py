from typing import Any

import httpx as _httpx

from ... import errors as _errors
from ...client import AuthenticatedClient, Client
from ...models.aggregation import Aggregation
from ...models.billing_analytics import BillingAnalytics
from ...models.billing_entity import BillingEntity
from ...models.billing_event import BillingEvent
from ...models.billing_group import BillingGroup
from ...models.error import Error
from ...types import UNSET, Response, Unset
from ...types import decoding as _decoding
from ...types import status as _status


def _get_kwargs(
    *,
    aggregation: Aggregation | Unset = UNSET,
    time_range_start: str | Unset = UNSET,
    time_range_end: str | Unset = UNSET,
    event_type: BillingEvent | Unset = UNSET,
    entity_type: BillingEntity | Unset = UNSET,
    group_by: list[BillingGroup] | Unset = UNSET,
    filter_project_ids: list[int] | Unset = UNSET,
    filter_voice_ids: list[int] | Unset = UNSET,
    filter_content_ids: list[str] | Unset = UNSET,
    filter_source_ids: list[str] | Unset = UNSET,
) -> dict[str, Any]:

    _params: dict[str, Any] = {}

    _json_aggregation: str | Unset = UNSET
    if not isinstance(aggregation, Unset):
        _json_aggregation = aggregation.value

    _params["aggregation"] = _json_aggregation

    _params["time_range[start]"] = time_range_start

    _params["time_range[end]"] = time_range_end

    _json_event_type: str | Unset = UNSET
    if not isinstance(event_type, Unset):
        _json_event_type = event_type.value

    _params["event_type"] = _json_event_type

    _json_entity_type: str | Unset = UNSET
    if not isinstance(entity_type, Unset):
        _json_entity_type = entity_type.value

    _params["entity_type"] = _json_entity_type

    _json_group_by: list[str] | Unset = UNSET
    if not isinstance(group_by, Unset):
        _json_group_by = []
        for _group_by_item_data in group_by:
            _group_by_item = _group_by_item_data.value
            _json_group_by.append(_group_by_item)

    _params["group_by[]"] = _json_group_by

    _json_filter_project_ids: list[int] | Unset = UNSET
    if not isinstance(filter_project_ids, Unset):
        _json_filter_project_ids = filter_project_ids

    _params["filter[project_ids][]"] = _json_filter_project_ids

    _json_filter_voice_ids: list[int] | Unset = UNSET
    if not isinstance(filter_voice_ids, Unset):
        _json_filter_voice_ids = filter_voice_ids

    _params["filter[voice_ids][]"] = _json_filter_voice_ids

    _json_filter_content_ids: list[str] | Unset = UNSET
    if not isinstance(filter_content_ids, Unset):
        _json_filter_content_ids = filter_content_ids

    _params["filter[content_ids][]"] = _json_filter_content_ids

    _json_filter_source_ids: list[str] | Unset = UNSET
    if not isinstance(filter_source_ids, Unset):
        _json_filter_source_ids = filter_source_ids

    _params["filter[source_ids][]"] = _json_filter_source_ids

    _params = {k: v for k, v in _params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/organization/billing_analytics",
        "params": _params,
    }

    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: _httpx.Response
) -> BillingAnalytics | Error | None:
    if response.status_code == 200:
        response_200 = BillingAnalytics.from_dict(response.json())

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
) -> Response[BillingAnalytics | Error]:
    with _decoding("GET /organization/billing_analytics", response):
        return Response(
            status_code=_status(response.status_code),
            content=response.content,
            headers=response.headers,
            parsed=_parse_response(client=client, response=response),
        )


def sync_detailed(
    *,
    client: AuthenticatedClient,
    aggregation: Aggregation | Unset = UNSET,
    time_range_start: str | Unset = UNSET,
    time_range_end: str | Unset = UNSET,
    event_type: BillingEvent | Unset = UNSET,
    entity_type: BillingEntity | Unset = UNSET,
    group_by: list[BillingGroup] | Unset = UNSET,
    filter_project_ids: list[int] | Unset = UNSET,
    filter_voice_ids: list[int] | Unset = UNSET,
    filter_content_ids: list[str] | Unset = UNSET,
    filter_source_ids: list[str] | Unset = UNSET,
) -> Response[BillingAnalytics | Error]:
    """Get the usage that is billed

    Args:
        aggregation (Aggregation | Unset): The length of a period. `hour` only for a time range of
            at most seven days.
        time_range_start (str | Unset): First day, as `yyyy-mm-dd`.
        time_range_end (str | Unset): Last day, as `yyyy-mm-dd`.
        event_type (BillingEvent | Unset): What is counted.
        entity_type (BillingEntity | Unset): What kind of media is counted.
        group_by (list[BillingGroup] | Unset): How the figures are grouped.
        filter_project_ids (list[int] | Unset): Only these projects.
        filter_voice_ids (list[int] | Unset): Only these voices.
        filter_content_ids (list[str] | Unset): Only these content items.
        filter_source_ids (list[str] | Unset): Only content items with these source ids.

    Raises:
        beyondwords.BeyondWordsError: The call failed; `client` is `bw.api`.

    Returns:
        Response[BillingAnalytics | Error]
    """

    _kwargs = _get_kwargs(
        aggregation=aggregation,
        time_range_start=time_range_start,
        time_range_end=time_range_end,
        event_type=event_type,
        entity_type=entity_type,
        group_by=group_by,
        filter_project_ids=filter_project_ids,
        filter_voice_ids=filter_voice_ids,
        filter_content_ids=filter_content_ids,
        filter_source_ids=filter_source_ids,
    )

    _response = client.get_httpx_client().request(
        **_kwargs,
    )

    return _build_response(client=client, response=_response)


def sync(
    *,
    client: AuthenticatedClient,
    aggregation: Aggregation | Unset = UNSET,
    time_range_start: str | Unset = UNSET,
    time_range_end: str | Unset = UNSET,
    event_type: BillingEvent | Unset = UNSET,
    entity_type: BillingEntity | Unset = UNSET,
    group_by: list[BillingGroup] | Unset = UNSET,
    filter_project_ids: list[int] | Unset = UNSET,
    filter_voice_ids: list[int] | Unset = UNSET,
    filter_content_ids: list[str] | Unset = UNSET,
    filter_source_ids: list[str] | Unset = UNSET,
) -> BillingAnalytics | Error | None:
    """Get the usage that is billed

    Args:
        aggregation (Aggregation | Unset): The length of a period. `hour` only for a time range of
            at most seven days.
        time_range_start (str | Unset): First day, as `yyyy-mm-dd`.
        time_range_end (str | Unset): Last day, as `yyyy-mm-dd`.
        event_type (BillingEvent | Unset): What is counted.
        entity_type (BillingEntity | Unset): What kind of media is counted.
        group_by (list[BillingGroup] | Unset): How the figures are grouped.
        filter_project_ids (list[int] | Unset): Only these projects.
        filter_voice_ids (list[int] | Unset): Only these voices.
        filter_content_ids (list[str] | Unset): Only these content items.
        filter_source_ids (list[str] | Unset): Only content items with these source ids.

    Raises:
        beyondwords.BeyondWordsError: The call failed; `client` is `bw.api`.

    Returns:
        BillingAnalytics | Error
    """

    return sync_detailed(
        client=client,
        aggregation=aggregation,
        time_range_start=time_range_start,
        time_range_end=time_range_end,
        event_type=event_type,
        entity_type=entity_type,
        group_by=group_by,
        filter_project_ids=filter_project_ids,
        filter_voice_ids=filter_voice_ids,
        filter_content_ids=filter_content_ids,
        filter_source_ids=filter_source_ids,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    aggregation: Aggregation | Unset = UNSET,
    time_range_start: str | Unset = UNSET,
    time_range_end: str | Unset = UNSET,
    event_type: BillingEvent | Unset = UNSET,
    entity_type: BillingEntity | Unset = UNSET,
    group_by: list[BillingGroup] | Unset = UNSET,
    filter_project_ids: list[int] | Unset = UNSET,
    filter_voice_ids: list[int] | Unset = UNSET,
    filter_content_ids: list[str] | Unset = UNSET,
    filter_source_ids: list[str] | Unset = UNSET,
) -> Response[BillingAnalytics | Error]:
    """Get the usage that is billed

    Args:
        aggregation (Aggregation | Unset): The length of a period. `hour` only for a time range of
            at most seven days.
        time_range_start (str | Unset): First day, as `yyyy-mm-dd`.
        time_range_end (str | Unset): Last day, as `yyyy-mm-dd`.
        event_type (BillingEvent | Unset): What is counted.
        entity_type (BillingEntity | Unset): What kind of media is counted.
        group_by (list[BillingGroup] | Unset): How the figures are grouped.
        filter_project_ids (list[int] | Unset): Only these projects.
        filter_voice_ids (list[int] | Unset): Only these voices.
        filter_content_ids (list[str] | Unset): Only these content items.
        filter_source_ids (list[str] | Unset): Only content items with these source ids.

    Raises:
        beyondwords.BeyondWordsError: The call failed; `client` is `bw.api`.

    Returns:
        Response[BillingAnalytics | Error]
    """

    _kwargs = _get_kwargs(
        aggregation=aggregation,
        time_range_start=time_range_start,
        time_range_end=time_range_end,
        event_type=event_type,
        entity_type=entity_type,
        group_by=group_by,
        filter_project_ids=filter_project_ids,
        filter_voice_ids=filter_voice_ids,
        filter_content_ids=filter_content_ids,
        filter_source_ids=filter_source_ids,
    )

    _response = await client.get_async_httpx_client().request(**_kwargs)

    return _build_response(client=client, response=_response)


async def asyncio(
    *,
    client: AuthenticatedClient,
    aggregation: Aggregation | Unset = UNSET,
    time_range_start: str | Unset = UNSET,
    time_range_end: str | Unset = UNSET,
    event_type: BillingEvent | Unset = UNSET,
    entity_type: BillingEntity | Unset = UNSET,
    group_by: list[BillingGroup] | Unset = UNSET,
    filter_project_ids: list[int] | Unset = UNSET,
    filter_voice_ids: list[int] | Unset = UNSET,
    filter_content_ids: list[str] | Unset = UNSET,
    filter_source_ids: list[str] | Unset = UNSET,
) -> BillingAnalytics | Error | None:
    """Get the usage that is billed

    Args:
        aggregation (Aggregation | Unset): The length of a period. `hour` only for a time range of
            at most seven days.
        time_range_start (str | Unset): First day, as `yyyy-mm-dd`.
        time_range_end (str | Unset): Last day, as `yyyy-mm-dd`.
        event_type (BillingEvent | Unset): What is counted.
        entity_type (BillingEntity | Unset): What kind of media is counted.
        group_by (list[BillingGroup] | Unset): How the figures are grouped.
        filter_project_ids (list[int] | Unset): Only these projects.
        filter_voice_ids (list[int] | Unset): Only these voices.
        filter_content_ids (list[str] | Unset): Only these content items.
        filter_source_ids (list[str] | Unset): Only content items with these source ids.

    Raises:
        beyondwords.BeyondWordsError: The call failed; `client` is `bw.api`.

    Returns:
        BillingAnalytics | Error
    """

    return (
        await asyncio_detailed(
            client=client,
            aggregation=aggregation,
            time_range_start=time_range_start,
            time_range_end=time_range_end,
            event_type=event_type,
            entity_type=entity_type,
            group_by=group_by,
            filter_project_ids=filter_project_ids,
            filter_voice_ids=filter_voice_ids,
            filter_content_ids=filter_content_ids,
            filter_source_ids=filter_source_ids,
        )
    ).parsed
