from http import HTTPStatus
from typing import Any

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.background_track import BackgroundTrack
from ...models.background_tracks_index_filterscopes import (
    BackgroundTracksIndexFilterscopes,
)
from ...models.error import Error
from ...types import UNSET, Response, Unset


def _get_kwargs(
    *,
    paginationlimit: int | Unset = UNSET,
    paginationoffset: int | Unset = UNSET,
    filterscopes: BackgroundTracksIndexFilterscopes | Unset = UNSET,
    filtername: str | Unset = UNSET,
    filtercustom: bool | Unset = UNSET,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    params["pagination[limit]"] = paginationlimit

    params["pagination[offset]"] = paginationoffset

    json_filterscopes: dict[str, Any] | Unset = UNSET
    if not isinstance(filterscopes, Unset):
        json_filterscopes = filterscopes.to_dict()
    if not isinstance(json_filterscopes, Unset):
        params.update(json_filterscopes)

    params["filter[name]"] = filtername

    params["filter[custom]"] = filtercustom

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/background_tracks",
        "params": params,
    }

    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Error | list[BackgroundTrack] | None:
    if response.status_code == 200:
        response_200 = []
        _response_200 = response.json()
        for componentsschemasbackground_tracks_model_item_data in _response_200:
            componentsschemasbackground_tracks_model_item = BackgroundTrack.from_dict(
                componentsschemasbackground_tracks_model_item_data
            )

            response_200.append(componentsschemasbackground_tracks_model_item)

        return response_200

    if response.status_code == 401:
        response_401 = Error.from_dict(response.json())

        return response_401

    if client.raise_on_unexpected_status:
        raise errors.UnexpectedStatus(response.status_code, response.content)
    else:
        return None


def _build_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Response[Error | list[BackgroundTrack]]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient,
    paginationlimit: int | Unset = UNSET,
    paginationoffset: int | Unset = UNSET,
    filterscopes: BackgroundTracksIndexFilterscopes | Unset = UNSET,
    filtername: str | Unset = UNSET,
    filtercustom: bool | Unset = UNSET,
) -> Response[Error | list[BackgroundTrack]]:
    """List background tracks

     Lists background tracks available to your organization.

    Args:
        paginationlimit (int | Unset): 'limit' sets the number of results to return in each page.
        paginationoffset (int | Unset): 'offset' sets the first position to return from the
            results of the query. The default is 0, which starts the page at the first result.
        filterscopes (BackgroundTracksIndexFilterscopes | Unset): filter items by scopes
        filtername (str | Unset):
        filtercustom (bool | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Error | list[BackgroundTrack]]
    """

    kwargs = _get_kwargs(
        paginationlimit=paginationlimit,
        paginationoffset=paginationoffset,
        filterscopes=filterscopes,
        filtername=filtername,
        filtercustom=filtercustom,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    *,
    client: AuthenticatedClient,
    paginationlimit: int | Unset = UNSET,
    paginationoffset: int | Unset = UNSET,
    filterscopes: BackgroundTracksIndexFilterscopes | Unset = UNSET,
    filtername: str | Unset = UNSET,
    filtercustom: bool | Unset = UNSET,
) -> Error | list[BackgroundTrack] | None:
    """List background tracks

     Lists background tracks available to your organization.

    Args:
        paginationlimit (int | Unset): 'limit' sets the number of results to return in each page.
        paginationoffset (int | Unset): 'offset' sets the first position to return from the
            results of the query. The default is 0, which starts the page at the first result.
        filterscopes (BackgroundTracksIndexFilterscopes | Unset): filter items by scopes
        filtername (str | Unset):
        filtercustom (bool | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Error | list[BackgroundTrack]
    """

    return sync_detailed(
        client=client,
        paginationlimit=paginationlimit,
        paginationoffset=paginationoffset,
        filterscopes=filterscopes,
        filtername=filtername,
        filtercustom=filtercustom,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    paginationlimit: int | Unset = UNSET,
    paginationoffset: int | Unset = UNSET,
    filterscopes: BackgroundTracksIndexFilterscopes | Unset = UNSET,
    filtername: str | Unset = UNSET,
    filtercustom: bool | Unset = UNSET,
) -> Response[Error | list[BackgroundTrack]]:
    """List background tracks

     Lists background tracks available to your organization.

    Args:
        paginationlimit (int | Unset): 'limit' sets the number of results to return in each page.
        paginationoffset (int | Unset): 'offset' sets the first position to return from the
            results of the query. The default is 0, which starts the page at the first result.
        filterscopes (BackgroundTracksIndexFilterscopes | Unset): filter items by scopes
        filtername (str | Unset):
        filtercustom (bool | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Error | list[BackgroundTrack]]
    """

    kwargs = _get_kwargs(
        paginationlimit=paginationlimit,
        paginationoffset=paginationoffset,
        filterscopes=filterscopes,
        filtername=filtername,
        filtercustom=filtercustom,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    *,
    client: AuthenticatedClient,
    paginationlimit: int | Unset = UNSET,
    paginationoffset: int | Unset = UNSET,
    filterscopes: BackgroundTracksIndexFilterscopes | Unset = UNSET,
    filtername: str | Unset = UNSET,
    filtercustom: bool | Unset = UNSET,
) -> Error | list[BackgroundTrack] | None:
    """List background tracks

     Lists background tracks available to your organization.

    Args:
        paginationlimit (int | Unset): 'limit' sets the number of results to return in each page.
        paginationoffset (int | Unset): 'offset' sets the first position to return from the
            results of the query. The default is 0, which starts the page at the first result.
        filterscopes (BackgroundTracksIndexFilterscopes | Unset): filter items by scopes
        filtername (str | Unset):
        filtercustom (bool | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Error | list[BackgroundTrack]
    """

    return (
        await asyncio_detailed(
            client=client,
            paginationlimit=paginationlimit,
            paginationoffset=paginationoffset,
            filterscopes=filterscopes,
            filtername=filtername,
            filtercustom=filtercustom,
        )
    ).parsed
