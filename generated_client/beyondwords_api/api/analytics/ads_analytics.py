from typing import Any

import httpx as _httpx

from ... import errors as _errors
from ...client import AuthenticatedClient, Client
from ...models.analytics_period import AnalyticsPeriod
from ...models.error import Error
from ...models.media_variant import MediaVariant
from ...types import UNSET, Response, Unset
from ...types import decoding as _decoding
from ...types import models_of as _models_of
from ...types import path_value as _path_value
from ...types import status as _status


def _get_kwargs(
    project_id: str,
    id: str,
    *,
    time_range_start: str | Unset = UNSET,
    time_range_end: str | Unset = UNSET,
    media_variants: list[MediaVariant] | Unset = UNSET,
) -> dict[str, Any]:

    _params: dict[str, Any] = {}

    _params["time_range[start]"] = time_range_start

    _params["time_range[end]"] = time_range_end

    _json_media_variants: list[str] | Unset = UNSET
    if not isinstance(media_variants, Unset):
        _json_media_variants = []
        for _media_variants_item_data in media_variants:
            _media_variants_item = _media_variants_item_data.value
            _json_media_variants.append(_media_variants_item)

    _params["media_variants[]"] = _json_media_variants

    _params = {k: v for k, v in _params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/projects/{project_id}/ads/{id}/analytics".format(
            project_id=_path_value("project_id", project_id),
            id=_path_value("id", id),
        ),
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
    with _decoding("GET /projects/{project_id}/ads/{id}/analytics", response):
        return Response(
            status_code=_status(response.status_code),
            content=response.content,
            headers=response.headers,
            parsed=_parse_response(client=client, response=response),
        )


def sync_detailed(
    project_id: str,
    id: str,
    *,
    client: AuthenticatedClient,
    time_range_start: str | Unset = UNSET,
    time_range_end: str | Unset = UNSET,
    media_variants: list[MediaVariant] | Unset = UNSET,
) -> Response[Error | list[AnalyticsPeriod]]:
    """Get analytics of an ad

    Args:
        project_id (str): Id of the project.
        id (str): Id of the object.
        time_range_start (str | Unset): First day, as `yyyy-mm-dd`.
        time_range_end (str | Unset): Last day, as `yyyy-mm-dd`.
        media_variants (list[MediaVariant] | Unset): Only these variants.

    Raises:
        beyondwords.BeyondWordsError: The call failed; `client` is `bw.api`.

    Returns:
        Response[Error | list[AnalyticsPeriod]]
    """

    _kwargs = _get_kwargs(
        project_id=project_id,
        id=id,
        time_range_start=time_range_start,
        time_range_end=time_range_end,
        media_variants=media_variants,
    )

    _response = client.get_httpx_client().request(
        **_kwargs,
    )

    return _build_response(client=client, response=_response)


def sync(
    project_id: str,
    id: str,
    *,
    client: AuthenticatedClient,
    time_range_start: str | Unset = UNSET,
    time_range_end: str | Unset = UNSET,
    media_variants: list[MediaVariant] | Unset = UNSET,
) -> Error | list[AnalyticsPeriod] | None:
    """Get analytics of an ad

    Args:
        project_id (str): Id of the project.
        id (str): Id of the object.
        time_range_start (str | Unset): First day, as `yyyy-mm-dd`.
        time_range_end (str | Unset): Last day, as `yyyy-mm-dd`.
        media_variants (list[MediaVariant] | Unset): Only these variants.

    Raises:
        beyondwords.BeyondWordsError: The call failed; `client` is `bw.api`.

    Returns:
        Error | list[AnalyticsPeriod]
    """

    return sync_detailed(
        project_id=project_id,
        id=id,
        client=client,
        time_range_start=time_range_start,
        time_range_end=time_range_end,
        media_variants=media_variants,
    ).parsed


async def asyncio_detailed(
    project_id: str,
    id: str,
    *,
    client: AuthenticatedClient,
    time_range_start: str | Unset = UNSET,
    time_range_end: str | Unset = UNSET,
    media_variants: list[MediaVariant] | Unset = UNSET,
) -> Response[Error | list[AnalyticsPeriod]]:
    """Get analytics of an ad

    Args:
        project_id (str): Id of the project.
        id (str): Id of the object.
        time_range_start (str | Unset): First day, as `yyyy-mm-dd`.
        time_range_end (str | Unset): Last day, as `yyyy-mm-dd`.
        media_variants (list[MediaVariant] | Unset): Only these variants.

    Raises:
        beyondwords.BeyondWordsError: The call failed; `client` is `bw.api`.

    Returns:
        Response[Error | list[AnalyticsPeriod]]
    """

    _kwargs = _get_kwargs(
        project_id=project_id,
        id=id,
        time_range_start=time_range_start,
        time_range_end=time_range_end,
        media_variants=media_variants,
    )

    _response = await client.get_async_httpx_client().request(**_kwargs)

    return _build_response(client=client, response=_response)


async def asyncio(
    project_id: str,
    id: str,
    *,
    client: AuthenticatedClient,
    time_range_start: str | Unset = UNSET,
    time_range_end: str | Unset = UNSET,
    media_variants: list[MediaVariant] | Unset = UNSET,
) -> Error | list[AnalyticsPeriod] | None:
    """Get analytics of an ad

    Args:
        project_id (str): Id of the project.
        id (str): Id of the object.
        time_range_start (str | Unset): First day, as `yyyy-mm-dd`.
        time_range_end (str | Unset): Last day, as `yyyy-mm-dd`.
        media_variants (list[MediaVariant] | Unset): Only these variants.

    Raises:
        beyondwords.BeyondWordsError: The call failed; `client` is `bw.api`.

    Returns:
        Error | list[AnalyticsPeriod]
    """

    return (
        await asyncio_detailed(
            project_id=project_id,
            id=id,
            client=client,
            time_range_start=time_range_start,
            time_range_end=time_range_end,
            media_variants=media_variants,
        )
    ).parsed
