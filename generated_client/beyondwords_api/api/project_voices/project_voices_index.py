from typing import Any

import httpx as _httpx

from ... import errors as _errors
from ...client import AuthenticatedClient, Client
from ...models.error import Error
from ...models.voice_permission import VoicePermission
from ...types import UNSET, Response, Unset
from ...types import decoding as _decoding
from ...types import models_of as _models_of
from ...types import status as _status


def _get_kwargs(
    *,
    pagination_limit: int | Unset = UNSET,
    pagination_offset: int | Unset = UNSET,
    filter_project_id: str | Unset = UNSET,
    filter_voice_id: str | Unset = UNSET,
) -> dict[str, Any]:

    _params: dict[str, Any] = {}

    _params["pagination[limit]"] = pagination_limit

    _params["pagination[offset]"] = pagination_offset

    _params["filter[project.id]"] = filter_project_id

    _params["filter[voice.id]"] = filter_voice_id

    _params = {k: v for k, v in _params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/organization/voices/permissions",
        "params": _params,
    }

    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: _httpx.Response
) -> Error | list[VoicePermission] | None:
    if response.status_code == 200:
        response_200: list[VoicePermission] = _models_of(
            VoicePermission, response.json()
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
) -> Response[Error | list[VoicePermission]]:
    with _decoding("GET /organization/voices/permissions", response):
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
    filter_project_id: str | Unset = UNSET,
    filter_voice_id: str | Unset = UNSET,
) -> Response[Error | list[VoicePermission]]:
    """List which projects may use which voices

    Args:
        pagination_limit (int | Unset): How many rows to return at most. Default and maximum are
            not documented.
        pagination_offset (int | Unset): How many rows to skip first.
        filter_project_id (str | Unset): Id of a project.
        filter_voice_id (str | Unset): Id of a voice.

    Raises:
        beyondwords.BeyondWordsError: The call failed; `client` is `bw.api`.

    Returns:
        Response[Error | list[VoicePermission]]
    """

    _kwargs = _get_kwargs(
        pagination_limit=pagination_limit,
        pagination_offset=pagination_offset,
        filter_project_id=filter_project_id,
        filter_voice_id=filter_voice_id,
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
    filter_project_id: str | Unset = UNSET,
    filter_voice_id: str | Unset = UNSET,
) -> Error | list[VoicePermission] | None:
    """List which projects may use which voices

    Args:
        pagination_limit (int | Unset): How many rows to return at most. Default and maximum are
            not documented.
        pagination_offset (int | Unset): How many rows to skip first.
        filter_project_id (str | Unset): Id of a project.
        filter_voice_id (str | Unset): Id of a voice.

    Raises:
        beyondwords.BeyondWordsError: The call failed; `client` is `bw.api`.

    Returns:
        Error | list[VoicePermission]
    """

    return sync_detailed(
        client=client,
        pagination_limit=pagination_limit,
        pagination_offset=pagination_offset,
        filter_project_id=filter_project_id,
        filter_voice_id=filter_voice_id,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    pagination_limit: int | Unset = UNSET,
    pagination_offset: int | Unset = UNSET,
    filter_project_id: str | Unset = UNSET,
    filter_voice_id: str | Unset = UNSET,
) -> Response[Error | list[VoicePermission]]:
    """List which projects may use which voices

    Args:
        pagination_limit (int | Unset): How many rows to return at most. Default and maximum are
            not documented.
        pagination_offset (int | Unset): How many rows to skip first.
        filter_project_id (str | Unset): Id of a project.
        filter_voice_id (str | Unset): Id of a voice.

    Raises:
        beyondwords.BeyondWordsError: The call failed; `client` is `bw.api`.

    Returns:
        Response[Error | list[VoicePermission]]
    """

    _kwargs = _get_kwargs(
        pagination_limit=pagination_limit,
        pagination_offset=pagination_offset,
        filter_project_id=filter_project_id,
        filter_voice_id=filter_voice_id,
    )

    _response = await client.get_async_httpx_client().request(**_kwargs)

    return _build_response(client=client, response=_response)


async def asyncio(
    *,
    client: AuthenticatedClient,
    pagination_limit: int | Unset = UNSET,
    pagination_offset: int | Unset = UNSET,
    filter_project_id: str | Unset = UNSET,
    filter_voice_id: str | Unset = UNSET,
) -> Error | list[VoicePermission] | None:
    """List which projects may use which voices

    Args:
        pagination_limit (int | Unset): How many rows to return at most. Default and maximum are
            not documented.
        pagination_offset (int | Unset): How many rows to skip first.
        filter_project_id (str | Unset): Id of a project.
        filter_voice_id (str | Unset): Id of a voice.

    Raises:
        beyondwords.BeyondWordsError: The call failed; `client` is `bw.api`.

    Returns:
        Error | list[VoicePermission]
    """

    return (
        await asyncio_detailed(
            client=client,
            pagination_limit=pagination_limit,
            pagination_offset=pagination_offset,
            filter_project_id=filter_project_id,
            filter_voice_id=filter_voice_id,
        )
    ).parsed
