from typing import Any

import httpx as _httpx

from ... import errors as _errors
from ...client import AuthenticatedClient, Client
from ...models.error import Error
from ...models.member import Member
from ...types import UNSET, Response, Unset
from ...types import decoding as _decoding
from ...types import models_of as _models_of
from ...types import path_value as _path_value
from ...types import status as _status


def _get_kwargs(
    project_id: str,
    *,
    pagination_limit: int | Unset = UNSET,
    pagination_offset: int | Unset = UNSET,
    filter_name: str | Unset = UNSET,
) -> dict[str, Any]:

    _params: dict[str, Any] = {}

    _params["pagination[limit]"] = pagination_limit

    _params["pagination[offset]"] = pagination_offset

    _params["filter[name]"] = filter_name

    _params = {k: v for k, v in _params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/projects/{project_id}/members".format(
            project_id=_path_value("project_id", project_id),
        ),
        "params": _params,
    }

    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: _httpx.Response
) -> Error | list[Member] | None:
    if response.status_code == 200:
        response_200: list[Member] = _models_of(Member, response.json())

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
) -> Response[Error | list[Member]]:
    with _decoding("GET /projects/{project_id}/members", response):
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
    pagination_limit: int | Unset = UNSET,
    pagination_offset: int | Unset = UNSET,
    filter_name: str | Unset = UNSET,
) -> Response[Error | list[Member]]:
    """List the members of a project

    Args:
        project_id (str): Id of the project.
        pagination_limit (int | Unset): How many rows to return at most. Default and maximum are
            not documented.
        pagination_offset (int | Unset): How many rows to skip first.
        filter_name (str | Unset): The name.

    Raises:
        beyondwords.BeyondWordsError: The call failed; `client` is `bw.api`.

    Returns:
        Response[Error | list[Member]]
    """

    _kwargs = _get_kwargs(
        project_id=project_id,
        pagination_limit=pagination_limit,
        pagination_offset=pagination_offset,
        filter_name=filter_name,
    )

    _response = client.get_httpx_client().request(
        **_kwargs,
    )

    return _build_response(client=client, response=_response)


def sync(
    project_id: str,
    *,
    client: AuthenticatedClient,
    pagination_limit: int | Unset = UNSET,
    pagination_offset: int | Unset = UNSET,
    filter_name: str | Unset = UNSET,
) -> Error | list[Member] | None:
    """List the members of a project

    Args:
        project_id (str): Id of the project.
        pagination_limit (int | Unset): How many rows to return at most. Default and maximum are
            not documented.
        pagination_offset (int | Unset): How many rows to skip first.
        filter_name (str | Unset): The name.

    Raises:
        beyondwords.BeyondWordsError: The call failed; `client` is `bw.api`.

    Returns:
        Error | list[Member]
    """

    return sync_detailed(
        project_id=project_id,
        client=client,
        pagination_limit=pagination_limit,
        pagination_offset=pagination_offset,
        filter_name=filter_name,
    ).parsed


async def asyncio_detailed(
    project_id: str,
    *,
    client: AuthenticatedClient,
    pagination_limit: int | Unset = UNSET,
    pagination_offset: int | Unset = UNSET,
    filter_name: str | Unset = UNSET,
) -> Response[Error | list[Member]]:
    """List the members of a project

    Args:
        project_id (str): Id of the project.
        pagination_limit (int | Unset): How many rows to return at most. Default and maximum are
            not documented.
        pagination_offset (int | Unset): How many rows to skip first.
        filter_name (str | Unset): The name.

    Raises:
        beyondwords.BeyondWordsError: The call failed; `client` is `bw.api`.

    Returns:
        Response[Error | list[Member]]
    """

    _kwargs = _get_kwargs(
        project_id=project_id,
        pagination_limit=pagination_limit,
        pagination_offset=pagination_offset,
        filter_name=filter_name,
    )

    _response = await client.get_async_httpx_client().request(**_kwargs)

    return _build_response(client=client, response=_response)


async def asyncio(
    project_id: str,
    *,
    client: AuthenticatedClient,
    pagination_limit: int | Unset = UNSET,
    pagination_offset: int | Unset = UNSET,
    filter_name: str | Unset = UNSET,
) -> Error | list[Member] | None:
    """List the members of a project

    Args:
        project_id (str): Id of the project.
        pagination_limit (int | Unset): How many rows to return at most. Default and maximum are
            not documented.
        pagination_offset (int | Unset): How many rows to skip first.
        filter_name (str | Unset): The name.

    Raises:
        beyondwords.BeyondWordsError: The call failed; `client` is `bw.api`.

    Returns:
        Error | list[Member]
    """

    return (
        await asyncio_detailed(
            project_id=project_id,
            client=client,
            pagination_limit=pagination_limit,
            pagination_offset=pagination_offset,
            filter_name=filter_name,
        )
    ).parsed
