from typing import Any

import httpx as _httpx

from ... import errors as _errors
from ...client import AuthenticatedClient, Client
from ...models.error import Error
from ...models.playlist import Playlist
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
    filter_title: str | Unset = UNSET,
    filter_settings_title: str | Unset = UNSET,
    filter_enabled: bool | Unset = UNSET,
    filter_types: list[str] | Unset = UNSET,
    order_by: str | Unset = UNSET,
) -> dict[str, Any]:

    _params: dict[str, Any] = {}

    _params["pagination[limit]"] = pagination_limit

    _params["pagination[offset]"] = pagination_offset

    _params["filter[title]"] = filter_title

    _params["filter[settings.title]"] = filter_settings_title

    _params["filter[enabled]"] = filter_enabled

    _json_filter_types: list[str] | Unset = UNSET
    if not isinstance(filter_types, Unset):
        _json_filter_types = filter_types

    _params["filter[types][]"] = _json_filter_types

    _params["order[by]"] = order_by

    _params = {k: v for k, v in _params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/projects/{project_id}/playlists".format(
            project_id=_path_value("project_id", project_id),
        ),
        "params": _params,
    }

    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: _httpx.Response
) -> Error | list[Playlist] | None:
    if response.status_code == 200:
        response_200: list[Playlist] = _models_of(Playlist, response.json())

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
) -> Response[Error | list[Playlist]]:
    with _decoding("GET /projects/{project_id}/playlists", response):
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
    filter_title: str | Unset = UNSET,
    filter_settings_title: str | Unset = UNSET,
    filter_enabled: bool | Unset = UNSET,
    filter_types: list[str] | Unset = UNSET,
    order_by: str | Unset = UNSET,
) -> Response[Error | list[Playlist]]:
    """List playlists

    Args:
        project_id (str): Id of the project.
        pagination_limit (int | Unset): How many rows to return at most. Default and maximum are
            not documented.
        pagination_offset (int | Unset): How many rows to skip first.
        filter_title (str | Unset): Part of the title.
        filter_settings_title (str | Unset): Part of the title in the settings of the playlist.
        filter_enabled (bool | Unset): Whether the playlist is enabled.
        filter_types (list[str] | Unset): Only these types, such as `manual` and `auto`.
        order_by (str | Unset): What to sort by. Its values are not documented.

    Raises:
        beyondwords.BeyondWordsError: The call failed; `client` is `bw.api`.

    Returns:
        Response[Error | list[Playlist]]
    """

    _kwargs = _get_kwargs(
        project_id=project_id,
        pagination_limit=pagination_limit,
        pagination_offset=pagination_offset,
        filter_title=filter_title,
        filter_settings_title=filter_settings_title,
        filter_enabled=filter_enabled,
        filter_types=filter_types,
        order_by=order_by,
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
    filter_title: str | Unset = UNSET,
    filter_settings_title: str | Unset = UNSET,
    filter_enabled: bool | Unset = UNSET,
    filter_types: list[str] | Unset = UNSET,
    order_by: str | Unset = UNSET,
) -> Error | list[Playlist] | None:
    """List playlists

    Args:
        project_id (str): Id of the project.
        pagination_limit (int | Unset): How many rows to return at most. Default and maximum are
            not documented.
        pagination_offset (int | Unset): How many rows to skip first.
        filter_title (str | Unset): Part of the title.
        filter_settings_title (str | Unset): Part of the title in the settings of the playlist.
        filter_enabled (bool | Unset): Whether the playlist is enabled.
        filter_types (list[str] | Unset): Only these types, such as `manual` and `auto`.
        order_by (str | Unset): What to sort by. Its values are not documented.

    Raises:
        beyondwords.BeyondWordsError: The call failed; `client` is `bw.api`.

    Returns:
        Error | list[Playlist]
    """

    return sync_detailed(
        project_id=project_id,
        client=client,
        pagination_limit=pagination_limit,
        pagination_offset=pagination_offset,
        filter_title=filter_title,
        filter_settings_title=filter_settings_title,
        filter_enabled=filter_enabled,
        filter_types=filter_types,
        order_by=order_by,
    ).parsed


async def asyncio_detailed(
    project_id: str,
    *,
    client: AuthenticatedClient,
    pagination_limit: int | Unset = UNSET,
    pagination_offset: int | Unset = UNSET,
    filter_title: str | Unset = UNSET,
    filter_settings_title: str | Unset = UNSET,
    filter_enabled: bool | Unset = UNSET,
    filter_types: list[str] | Unset = UNSET,
    order_by: str | Unset = UNSET,
) -> Response[Error | list[Playlist]]:
    """List playlists

    Args:
        project_id (str): Id of the project.
        pagination_limit (int | Unset): How many rows to return at most. Default and maximum are
            not documented.
        pagination_offset (int | Unset): How many rows to skip first.
        filter_title (str | Unset): Part of the title.
        filter_settings_title (str | Unset): Part of the title in the settings of the playlist.
        filter_enabled (bool | Unset): Whether the playlist is enabled.
        filter_types (list[str] | Unset): Only these types, such as `manual` and `auto`.
        order_by (str | Unset): What to sort by. Its values are not documented.

    Raises:
        beyondwords.BeyondWordsError: The call failed; `client` is `bw.api`.

    Returns:
        Response[Error | list[Playlist]]
    """

    _kwargs = _get_kwargs(
        project_id=project_id,
        pagination_limit=pagination_limit,
        pagination_offset=pagination_offset,
        filter_title=filter_title,
        filter_settings_title=filter_settings_title,
        filter_enabled=filter_enabled,
        filter_types=filter_types,
        order_by=order_by,
    )

    _response = await client.get_async_httpx_client().request(**_kwargs)

    return _build_response(client=client, response=_response)


async def asyncio(
    project_id: str,
    *,
    client: AuthenticatedClient,
    pagination_limit: int | Unset = UNSET,
    pagination_offset: int | Unset = UNSET,
    filter_title: str | Unset = UNSET,
    filter_settings_title: str | Unset = UNSET,
    filter_enabled: bool | Unset = UNSET,
    filter_types: list[str] | Unset = UNSET,
    order_by: str | Unset = UNSET,
) -> Error | list[Playlist] | None:
    """List playlists

    Args:
        project_id (str): Id of the project.
        pagination_limit (int | Unset): How many rows to return at most. Default and maximum are
            not documented.
        pagination_offset (int | Unset): How many rows to skip first.
        filter_title (str | Unset): Part of the title.
        filter_settings_title (str | Unset): Part of the title in the settings of the playlist.
        filter_enabled (bool | Unset): Whether the playlist is enabled.
        filter_types (list[str] | Unset): Only these types, such as `manual` and `auto`.
        order_by (str | Unset): What to sort by. Its values are not documented.

    Raises:
        beyondwords.BeyondWordsError: The call failed; `client` is `bw.api`.

    Returns:
        Error | list[Playlist]
    """

    return (
        await asyncio_detailed(
            project_id=project_id,
            client=client,
            pagination_limit=pagination_limit,
            pagination_offset=pagination_offset,
            filter_title=filter_title,
            filter_settings_title=filter_settings_title,
            filter_enabled=filter_enabled,
            filter_types=filter_types,
            order_by=order_by,
        )
    ).parsed
