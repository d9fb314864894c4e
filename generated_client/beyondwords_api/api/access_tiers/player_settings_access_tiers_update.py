from typing import Any

import httpx as _httpx

from ... import errors as _errors
from ...client import AuthenticatedClient, Client
from ...models.access_tier import AccessTier
from ...models.access_tier_update import AccessTierUpdate
from ...models.error import Error
from ...types import Response
from ...types import decoding as _decoding
from ...types import path_value as _path_value
from ...types import status as _status


def _get_kwargs(
    project_id: str,
    id: str,
    *,
    body: AccessTierUpdate,
) -> dict[str, Any]:
    _headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "put",
        "url": "/projects/{project_id}/player_settings/access_tiers/{id}".format(
            project_id=_path_value("project_id", project_id),
            id=_path_value("id", id),
        ),
    }

    _kwargs["json"] = body.to_dict()

    _headers["Content-Type"] = "application/json"

    _kwargs["headers"] = _headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: _httpx.Response
) -> AccessTier | Error | None:
    if response.status_code == 200:
        response_200 = AccessTier.from_dict(response.json())

        return response_200

    if response.status_code == 401:
        response_401 = Error.from_dict(response.json())

        return response_401

    if response.status_code == 404:
        response_404 = Error.from_dict(response.json())

        return response_404

    if client.raise_on_unexpected_status:
        raise _errors.UnexpectedStatus(response.status_code, response.content)
    else:
        return None


def _build_response(
    *, client: AuthenticatedClient | Client, response: _httpx.Response
) -> Response[AccessTier | Error]:
    with _decoding(
        "PUT /projects/{project_id}/player_settings/access_tiers/{id}", response
    ):
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
    body: AccessTierUpdate,
) -> Response[AccessTier | Error]:
    """Change an access tier

    Args:
        project_id (str): Id of the project.
        id (str): Id of the object.
        body (AccessTierUpdate): Changes of an access tier. Example: {'ads_enabled': False}.

    Raises:
        beyondwords.BeyondWordsError: The call failed; `client` is `bw.api`.

    Returns:
        Response[AccessTier | Error]
    """

    _kwargs = _get_kwargs(
        project_id=project_id,
        id=id,
        body=body,
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
    body: AccessTierUpdate,
) -> AccessTier | Error | None:
    """Change an access tier

    Args:
        project_id (str): Id of the project.
        id (str): Id of the object.
        body (AccessTierUpdate): Changes of an access tier. Example: {'ads_enabled': False}.

    Raises:
        beyondwords.BeyondWordsError: The call failed; `client` is `bw.api`.

    Returns:
        AccessTier | Error
    """

    return sync_detailed(
        project_id=project_id,
        id=id,
        client=client,
        body=body,
    ).parsed


async def asyncio_detailed(
    project_id: str,
    id: str,
    *,
    client: AuthenticatedClient,
    body: AccessTierUpdate,
) -> Response[AccessTier | Error]:
    """Change an access tier

    Args:
        project_id (str): Id of the project.
        id (str): Id of the object.
        body (AccessTierUpdate): Changes of an access tier. Example: {'ads_enabled': False}.

    Raises:
        beyondwords.BeyondWordsError: The call failed; `client` is `bw.api`.

    Returns:
        Response[AccessTier | Error]
    """

    _kwargs = _get_kwargs(
        project_id=project_id,
        id=id,
        body=body,
    )

    _response = await client.get_async_httpx_client().request(**_kwargs)

    return _build_response(client=client, response=_response)


async def asyncio(
    project_id: str,
    id: str,
    *,
    client: AuthenticatedClient,
    body: AccessTierUpdate,
) -> AccessTier | Error | None:
    """Change an access tier

    Args:
        project_id (str): Id of the project.
        id (str): Id of the object.
        body (AccessTierUpdate): Changes of an access tier. Example: {'ads_enabled': False}.

    Raises:
        beyondwords.BeyondWordsError: The call failed; `client` is `bw.api`.

    Returns:
        AccessTier | Error
    """

    return (
        await asyncio_detailed(
            project_id=project_id,
            id=id,
            client=client,
            body=body,
        )
    ).parsed
