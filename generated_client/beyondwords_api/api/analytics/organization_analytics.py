from typing import Any

import httpx as _httpx

from ... import errors as _errors
from ...client import AuthenticatedClient, Client
from ...models.aggregation import Aggregation
from ...models.analytics_period import AnalyticsPeriod
from ...models.error import Error
from ...models.media_format import MediaFormat
from ...models.media_variant import MediaVariant
from ...types import UNSET, Response, Unset
from ...types import decoding as _decoding
from ...types import models_of as _models_of
from ...types import status as _status


def _get_kwargs(
    *,
    aggregation: Aggregation | Unset = UNSET,
    time_range_start: str | Unset = UNSET,
    time_range_end: str | Unset = UNSET,
    media_variants: list[MediaVariant] | Unset = UNSET,
    media_formats: list[MediaFormat] | Unset = UNSET,
) -> dict[str, Any]:

    _params: dict[str, Any] = {}

    _json_aggregation: str | Unset = UNSET
    if not isinstance(aggregation, Unset):
        _json_aggregation = aggregation.value

    _params["aggregation"] = _json_aggregation

    _params["time_range[start]"] = time_range_start

    _params["time_range[end]"] = time_range_end

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

    _params = {k: v for k, v in _params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/organization/analytics",
        "params": _params,
    }

    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: _httpx.Response
) -> Error | list[AnalyticsPeriod] | None:
    if response.status_code == 200:
        response_200: list[AnalyticsPeriod] = _models_of(
            AnalyticsPeriod, response.json()
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
) -> Response[Error | list[AnalyticsPeriod]]:
    with _decoding("GET /organization/analytics", response):
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
    media_variants: list[MediaVariant] | Unset = UNSET,
    media_formats: list[MediaFormat] | Unset = UNSET,
) -> Response[Error | list[AnalyticsPeriod]]:
    """Get analytics of the organization

    Args:
        aggregation (Aggregation | Unset): The length of a period. `hour` only for a time range of
            at most seven days.
        time_range_start (str | Unset): First day, as `yyyy-mm-dd`.
        time_range_end (str | Unset): Last day, as `yyyy-mm-dd`.
        media_variants (list[MediaVariant] | Unset): Only these variants.
        media_formats (list[MediaFormat] | Unset): Only these formats.

    Raises:
        beyondwords.BeyondWordsError: The call failed; `client` is `bw.api`.

    Returns:
        Response[Error | list[AnalyticsPeriod]]
    """

    _kwargs = _get_kwargs(
        aggregation=aggregation,
        time_range_start=time_range_start,
        time_range_end=time_range_end,
        media_variants=media_variants,
        media_formats=media_formats,
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
    media_variants: list[MediaVariant] | Unset = UNSET,
    media_formats: list[MediaFormat] | Unset = UNSET,
) -> Error | list[AnalyticsPeriod] | None:
    """Get analytics of the organization

    Args:
        aggregation (Aggregation | Unset): The length of a period. `hour` only for a time range of
            at most seven days.
        time_range_start (str | Unset): First day, as `yyyy-mm-dd`.
        time_range_end (str | Unset): Last day, as `yyyy-mm-dd`.
        media_variants (list[MediaVariant] | Unset): Only these variants.
        media_formats (list[MediaFormat] | Unset): Only these formats.

    Raises:
        beyondwords.BeyondWordsError: The call failed; `client` is `bw.api`.

    Returns:
        Error | list[AnalyticsPeriod]
    """

    return sync_detailed(
        client=client,
        aggregation=aggregation,
        time_range_start=time_range_start,
        time_range_end=time_range_end,
        media_variants=media_variants,
        media_formats=media_formats,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    aggregation: Aggregation | Unset = UNSET,
    time_range_start: str | Unset = UNSET,
    time_range_end: str | Unset = UNSET,
    media_variants: list[MediaVariant] | Unset = UNSET,
    media_formats: list[MediaFormat] | Unset = UNSET,
) -> Response[Error | list[AnalyticsPeriod]]:
    """Get analytics of the organization

    Args:
        aggregation (Aggregation | Unset): The length of a period. `hour` only for a time range of
            at most seven days.
        time_range_start (str | Unset): First day, as `yyyy-mm-dd`.
        time_range_end (str | Unset): Last day, as `yyyy-mm-dd`.
        media_variants (list[MediaVariant] | Unset): Only these variants.
        media_formats (list[MediaFormat] | Unset): Only these formats.

    Raises:
        beyondwords.BeyondWordsError: The call failed; `client` is `bw.api`.

    Returns:
        Response[Error | list[AnalyticsPeriod]]
    """

    _kwargs = _get_kwargs(
        aggregation=aggregation,
        time_range_start=time_range_start,
        time_range_end=time_range_end,
        media_variants=media_variants,
        media_formats=media_formats,
    )

    _response = await client.get_async_httpx_client().request(**_kwargs)

    return _build_response(client=client, response=_response)


async def asyncio(
    *,
    client: AuthenticatedClient,
    aggregation: Aggregation | Unset = UNSET,
    time_range_start: str | Unset = UNSET,
    time_range_end: str | Unset = UNSET,
    media_variants: list[MediaVariant] | Unset = UNSET,
    media_formats: list[MediaFormat] | Unset = UNSET,
) -> Error | list[AnalyticsPeriod] | None:
    """Get analytics of the organization

    Args:
        aggregation (Aggregation | Unset): The length of a period. `hour` only for a time range of
            at most seven days.
        time_range_start (str | Unset): First day, as `yyyy-mm-dd`.
        time_range_end (str | Unset): Last day, as `yyyy-mm-dd`.
        media_variants (list[MediaVariant] | Unset): Only these variants.
        media_formats (list[MediaFormat] | Unset): Only these formats.

    Raises:
        beyondwords.BeyondWordsError: The call failed; `client` is `bw.api`.

    Returns:
        Error | list[AnalyticsPeriod]
    """

    return (
        await asyncio_detailed(
            client=client,
            aggregation=aggregation,
            time_range_start=time_range_start,
            time_range_end=time_range_end,
            media_variants=media_variants,
            media_formats=media_formats,
        )
    ).parsed
