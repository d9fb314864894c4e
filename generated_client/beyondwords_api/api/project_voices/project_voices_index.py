from typing import Any

import httpx

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

    params: dict[str, Any] = {}

    params["pagination[limit]"] = pagination_limit

    params["pagination[offset]"] = pagination_offset

    params["filter[project.id]"] = filter_project_id

    params["filter[voice.id]"] = filter_voice_id

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/organization/voices/permissions",
        "params": params,
    }

    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
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
    *, client: AuthenticatedClient | Client, response: httpx.Response
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

    kwargs = _get_kwargs(
        pagination_limit=pagination_limit,
        pagination_offset=pagination_offset,
        filter_project_id=filter_project_id,
        filter_voice_id=filter_voice_id,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


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

    kwargs = _get_kwargs(
        pagination_limit=pagination_limit,
        pagination_offset=pagination_offset,
        filter_project_id=filter_project_id,
        filter_voice_id=filter_voice_id,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


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
