from typing import Any

import httpx as _httpx

from ... import errors as _errors
from ...client import AuthenticatedClient, Client
from ...models.ad import Ad
from ...models.error import Error
from ...models.new_custom_ad import NewCustomAd
from ...models.new_vast_ad import NewVastAd
from ...types import Response
from ...types import decoding as _decoding
from ...types import path_value as _path_value
from ...types import status as _status


def _get_kwargs(
    project_id: str,
    *,
    body: NewCustomAd | NewVastAd,
) -> dict[str, Any]:
    _headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/projects/{project_id}/ads".format(
            project_id=_path_value("project_id", project_id),
        ),
    }

    if isinstance(body, NewCustomAd):
        _kwargs["json"] = body.to_dict()
    elif isinstance(body, NewVastAd):
        _kwargs["json"] = body.to_dict()
    else:
        _kwargs["json"] = body

    _headers["Content-Type"] = "application/json"

    _kwargs["headers"] = _headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: _httpx.Response
) -> Ad | Error | None:
    if response.status_code == 201:
        response_201 = Ad.from_dict(response.json())

        return response_201

    if response.status_code == 401:
        response_401 = Error.from_dict(response.json())

        return response_401

    if client.raise_on_unexpected_status:
        raise _errors.UnexpectedStatus(response.status_code, response.content)
    else:
        return None


def _build_response(
    *, client: AuthenticatedClient | Client, response: _httpx.Response
) -> Response[Ad | Error]:
    with _decoding("POST /projects/{project_id}/ads", response):
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
    body: NewCustomAd | NewVastAd,
) -> Response[Ad | Error]:
    """Add an ad

    Args:
        project_id (str): Id of the project.
        body (NewCustomAd | NewVastAd):

    Raises:
        beyondwords.BeyondWordsError: The call failed; `client` is `bw.api`.

    Returns:
        Response[Ad | Error]
    """

    _kwargs = _get_kwargs(
        project_id=project_id,
        body=body,
    )

    _response = client.get_httpx_client().request(
        **_kwargs,
    )

    return _build_response(client=client, response=_response)


def sync(
    project_id: str,
    *,
    client: AuthenticatedClient,
    body: NewCustomAd | NewVastAd,
) -> Ad | Error | None:
    """Add an ad

    Args:
        project_id (str): Id of the project.
        body (NewCustomAd | NewVastAd):

    Raises:
        beyondwords.BeyondWordsError: The call failed; `client` is `bw.api`.

    Returns:
        Ad | Error
    """

    return sync_detailed(
        project_id=project_id,
        client=client,
        body=body,
    ).parsed


async def asyncio_detailed(
    project_id: str,
    *,
    client: AuthenticatedClient,
    body: NewCustomAd | NewVastAd,
) -> Response[Ad | Error]:
    """Add an ad

    Args:
        project_id (str): Id of the project.
        body (NewCustomAd | NewVastAd):

    Raises:
        beyondwords.BeyondWordsError: The call failed; `client` is `bw.api`.

    Returns:
        Response[Ad | Error]
    """

    _kwargs = _get_kwargs(
        project_id=project_id,
        body=body,
    )

    _response = await client.get_async_httpx_client().request(**_kwargs)

    return _build_response(client=client, response=_response)


async def asyncio(
    project_id: str,
    *,
    client: AuthenticatedClient,
    body: NewCustomAd | NewVastAd,
) -> Ad | Error | None:
    """Add an ad

    Args:
        project_id (str): Id of the project.
        body (NewCustomAd | NewVastAd):

    Raises:
        beyondwords.BeyondWordsError: The call failed; `client` is `bw.api`.

    Returns:
        Ad | Error
    """

    return (
        await asyncio_detailed(
            project_id=project_id,
            client=client,
            body=body,
        )
    ).parsed
