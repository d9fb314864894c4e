from typing import Any

import httpx as _httpx

from ... import errors as _errors
from ...client import AuthenticatedClient, Client
from ...models.background_track import BackgroundTrack
from ...models.background_tracks_index_filter_scopes import (
    BackgroundTracksIndexFilterScopes,
)
from ...models.error import Error
from ...types import UNSET, Response, Unset
from ...types import decoding as _decoding
from ...types import deep_object as _deep_object
from ...types import models_of as _models_of
from ...types import status as _status


def _get_kwargs(
    *,
    pagination_limit: int | Unset = UNSET,
    pagination_offset: int | Unset = UNSET,
    filter_scopes: BackgroundTracksIndexFilterScopes | Unset = UNSET,
    filter_name: str | Unset = UNSET,
    filter_custom: bool | Unset = UNSET,
) -> dict[str, Any]:

    _params: dict[str, Any] = {}

    _params["pagination[limit]"] = pagination_limit

    _params["pagination[offset]"] = pagination_offset

    _json_filter_scopes: dict[str, Any] | Unset = UNSET
    if not isinstance(filter_scopes, Unset):
        _json_filter_scopes = filter_scopes.to_dict()
    if not isinstance(_json_filter_scopes, Unset):
        _params.update(_deep_object("filter[scopes]", _json_filter_scopes))

    _params["filter[name]"] = filter_name

    _params["filter[custom]"] = filter_custom

    _params = {k: v for k, v in _params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/background_tracks",
        "params": _params,
    }

    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: _httpx.Response
) -> Error | list[BackgroundTrack] | None:
    if response.status_code == 200:
        response_200: list[BackgroundTrack] = _models_of(
            BackgroundTrack, response.json()
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
) -> Response[Error | list[BackgroundTrack]]:
    with _decoding("GET /background_tracks", response):
        return Response(
            status_code=_status(response.status_code),
            content=response.content,
            headers=response.headers,
            parsed=_parse_response(client=client, response=response),
        )


def sync_detailed(
    *,
    client: AuthenticatedClient,
    pagination_limit: int | Unset = UNSET,
    pagination_offset: int | Unset = UNSET,
    filter_scopes: BackgroundTracksIndexFilterScopes | Unset = UNSET,
    filter_name: str | Unset = UNSET,
    filter_custom: bool | Unset = UNSET,
) -> Response[Error | list[BackgroundTrack]]:
    """List background tracks

     Lists background tracks available to your organization.

    Args:
        pagination_limit (int | Unset): 'limit' sets the number of results to return in each page.
        pagination_offset (int | Unset): 'offset' sets the first position to return from the
            results of the query. The default is 0, which starts the page at the first result.
        filter_scopes (BackgroundTracksIndexFilterScopes | Unset): filter items by scopes
        filter_name (str | Unset):
        filter_custom (bool | Unset):

    Raises:
        beyondwords.BeyondWordsError: The call failed; `client` is `bw.api`.

    Returns:
        Response[Error | list[BackgroundTrack]]
    """

    _kwargs = _get_kwargs(
        pagination_limit=pagination_limit,
        pagination_offset=pagination_offset,
        filter_scopes=filter_scopes,
        filter_name=filter_name,
        filter_custom=filter_custom,
    )

    _response = client.get_httpx_client().request(
        **_kwargs,
    )

    return _build_response(client=client, response=_response)


def sync(
    *,
    client: AuthenticatedClient,
    pagination_limit: int | Unset = UNSET,
    pagination_offset: int | Unset = UNSET,
    filter_scopes: BackgroundTracksIndexFilterScopes | Unset = UNSET,
    filter_name: str | Unset = UNSET,
    filter_custom: bool | Unset = UNSET,
) -> Error | list[BackgroundTrack] | None:
    """List background tracks

     Lists background tracks available to your organization.

    Args:
        pagination_limit (int | Unset): 'limit' sets the number of results to return in each page.
        pagination_offset (int | Unset): 'offset' sets the first position to return from the
            results of the query. The default is 0, which starts the page at the first result.
        filter_scopes (BackgroundTracksIndexFilterScopes | Unset): filter items by scopes
        filter_name (str | Unset):
        filter_custom (bool | Unset):

    Raises:
        beyondwords.BeyondWordsError: The call failed; `client` is `bw.api`.

    Returns:
        Error | list[BackgroundTrack]
    """

    return sync_detailed(
        client=client,
        pagination_limit=pagination_limit,
        pagination_offset=pagination_offset,
        filter_scopes=filter_scopes,
        filter_name=filter_name,
        filter_custom=filter_custom,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    pagination_limit: int | Unset = UNSET,
    pagination_offset: int | Unset = UNSET,
    filter_scopes: BackgroundTracksIndexFilterScopes | Unset = UNSET,
    filter_name: str | Unset = UNSET,
    filter_custom: bool | Unset = UNSET,
) -> Response[Error | list[BackgroundTrack]]:
    """List background tracks

     Lists background tracks available to your organization.

    Args:
        pagination_limit (int | Unset): 'limit' sets the number of results to return in each page.
        pagination_offset (int | Unset): 'offset' sets the first position to return from the
            results of the query. The default is 0, which starts the page at the first result.
        filter_scopes (BackgroundTracksIndexFilterScopes | Unset): filter items by scopes
        filter_name (str | Unset):
        filter_custom (bool | Unset):

    Raises:
        beyondwords.BeyondWordsError: The call failed; `client` is `bw.api`.

    Returns:
        Response[Error | list[BackgroundTrack]]
    """

    _kwargs = _get_kwargs(
        pagination_limit=pagination_limit,
        pagination_offset=pagination_offset,
        filter_scopes=filter_scopes,
        filter_name=filter_name,
        filter_custom=filter_custom,
    )

    _response = await client.get_async_httpx_client().request(**_kwargs)

    return _build_response(client=client, response=_response)


async def asyncio(
    *,
    client: AuthenticatedClient,
    pagination_limit: int | Unset = UNSET,
    pagination_offset: int | Unset = UNSET,
    filter_scopes: BackgroundTracksIndexFilterScopes | Unset = UNSET,
    filter_name: str | Unset = UNSET,
    filter_custom: bool | Unset = UNSET,
) -> Error | list[BackgroundTrack] | None:
    """List background tracks

     Lists background tracks available to your organization.

    Args:
        pagination_limit (int | Unset): 'limit' sets the number of results to return in each page.
        pagination_offset (int | Unset): 'offset' sets the first position to return from the
            results of the query. The default is 0, which starts the page at the first result.
        filter_scopes (BackgroundTracksIndexFilterScopes | Unset): filter items by scopes
        filter_name (str | Unset):
        filter_custom (bool | Unset):

    Raises:
        beyondwords.BeyondWordsError: The call failed; `client` is `bw.api`.

    Returns:
        Error | list[BackgroundTrack]
    """

    return (
        await asyncio_detailed(
            client=client,
            pagination_limit=pagination_limit,
            pagination_offset=pagination_offset,
            filter_scopes=filter_scopes,
            filter_name=filter_name,
            filter_custom=filter_custom,
        )
    ).parsed
