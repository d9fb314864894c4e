from typing import Any

import httpx as _httpx

from ... import errors as _errors
from ...client import AuthenticatedClient, Client
from ...models.error import Error
from ...models.member_project import MemberProject
from ...models.member_project_update import MemberProjectUpdate
from ...types import Response
from ...types import decoding as _decoding
from ...types import path_value as _path_value
from ...types import status as _status


def _get_kwargs(
    member_id: str,
    id: str,
    *,
    body: MemberProjectUpdate,
) -> dict[str, Any]:
    _headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "put",
        "url": "/members/{member_id}/projects/{id}".format(
            member_id=_path_value("member_id", member_id),
            id=_path_value("id", id),
        ),
    }

    _kwargs["json"] = body.to_dict()

    _headers["Content-Type"] = "application/json"

    _kwargs["headers"] = _headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: _httpx.Response
) -> Error | MemberProject | None:
    if response.status_code == 200:
        response_200 = MemberProject.from_dict(response.json())

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
) -> Response[Error | MemberProject]:
    with _decoding("PUT /members/{member_id}/projects/{id}", response):
        return Response(
            status_code=_status(response.status_code),
            content=response.content,
            headers=response.headers,
            parsed=_parse_response(client=client, response=response),
        )


def sync_detailed(
    member_id: str,
    id: str,
    *,
    client: AuthenticatedClient,
    body: MemberProjectUpdate,
) -> Response[Error | MemberProject]:
    """Mark a project as a favourite of a member

    Args:
        member_id (str): Id of the member.
        id (str): Id of the object.
        body (MemberProjectUpdate): Whether a project is one of the member's favourites. Example:
            {'favourite': True}.

    Raises:
        beyondwords.BeyondWordsError: The call failed; `client` is `bw.api`.

    Returns:
        Response[Error | MemberProject]
    """

    _kwargs = _get_kwargs(
        member_id=member_id,
        id=id,
        body=body,
    )

    _response = client.get_httpx_client().request(
        **_kwargs,
    )

    return _build_response(client=client, response=_response)


def sync(
    member_id: str,
    id: str,
    *,
    client: AuthenticatedClient,
    body: MemberProjectUpdate,
) -> Error | MemberProject | None:
    """Mark a project as a favourite of a member

    Args:
        member_id (str): Id of the member.
        id (str): Id of the object.
        body (MemberProjectUpdate): Whether a project is one of the member's favourites. Example:
            {'favourite': True}.

    Raises:
        beyondwords.BeyondWordsError: The call failed; `client` is `bw.api`.

    Returns:
        Error | MemberProject
    """

    return sync_detailed(
        member_id=member_id,
        id=id,
        client=client,
        body=body,
    ).parsed


async def asyncio_detailed(
    member_id: str,
    id: str,
    *,
    client: AuthenticatedClient,
    body: MemberProjectUpdate,
) -> Response[Error | MemberProject]:
    """Mark a project as a favourite of a member

    Args:
        member_id (str): Id of the member.
        id (str): Id of the object.
        body (MemberProjectUpdate): Whether a project is one of the member's favourites. Example:
            {'favourite': True}.

    Raises:
        beyondwords.BeyondWordsError: The call failed; `client` is `bw.api`.

    Returns:
        Response[Error | MemberProject]
    """

    _kwargs = _get_kwargs(
        member_id=member_id,
        id=id,
        body=body,
    )

    _response = await client.get_async_httpx_client().request(**_kwargs)

    return _build_response(client=client, response=_response)


async def asyncio(
    member_id: str,
    id: str,
    *,
    client: AuthenticatedClient,
    body: MemberProjectUpdate,
) -> Error | MemberProject | None:
    """Mark a project as a favourite of a member

    Args:
        member_id (str): Id of the member.
        id (str): Id of the object.
        body (MemberProjectUpdate): Whether a project is one of the member's favourites. Example:
            {'favourite': True}.

    Raises:
        beyondwords.BeyondWordsError: The call failed; `client` is `bw.api`.

    Returns:
        Error | MemberProject
    """

    return (
        await asyncio_detailed(
            member_id=member_id,
            id=id,
            client=client,
            body=body,
        )
    ).parsed
