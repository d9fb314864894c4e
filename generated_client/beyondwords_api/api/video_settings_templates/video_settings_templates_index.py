from typing import Any

import httpx as _httpx

from ... import errors as _errors
from ...client import AuthenticatedClient, Client
from ...models.error import Error
from ...models.video_settings_template import VideoSettingsTemplate
from ...types import Response
from ...types import decoding as _decoding
from ...types import models_of as _models_of
from ...types import status as _status


def _get_kwargs() -> dict[str, Any]:

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/video_settings_templates",
    }

    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: _httpx.Response
) -> Error | list[VideoSettingsTemplate] | None:
    if response.status_code == 200:
        response_200: list[VideoSettingsTemplate] = _models_of(
            VideoSettingsTemplate, response.json()
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
) -> Response[Error | list[VideoSettingsTemplate]]:
    with _decoding("GET /video_settings_templates", response):
        return Response(
            status_code=_status(response.status_code),
            content=response.content,
            headers=response.headers,
            parsed=_parse_response(client=client, response=response),
        )


def sync_detailed(
    *,
    client: AuthenticatedClient,
) -> Response[Error | list[VideoSettingsTemplate]]:
    """List video settings templates

    Raises:
        beyondwords.BeyondWordsError: The call failed; `client` is `bw.api`.

    Returns:
        Response[Error | list[VideoSettingsTemplate]]
    """

    _kwargs = _get_kwargs()

    _response = client.get_httpx_client().request(
        **_kwargs,
    )

    return _build_response(client=client, response=_response)


def sync(
    *,
    client: AuthenticatedClient,
) -> Error | list[VideoSettingsTemplate] | None:
    """List video settings templates

    Raises:
        beyondwords.BeyondWordsError: The call failed; `client` is `bw.api`.

    Returns:
        Error | list[VideoSettingsTemplate]
    """

    return sync_detailed(
        client=client,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
) -> Response[Error | list[VideoSettingsTemplate]]:
    """List video settings templates

    Raises:
        beyondwords.BeyondWordsError: The call failed; `client` is `bw.api`.

    Returns:
        Response[Error | list[VideoSettingsTemplate]]
    """

    _kwargs = _get_kwargs()

    _response = await client.get_async_httpx_client().request(**_kwargs)

    return _build_response(client=client, response=_response)


async def asyncio(
    *,
    client: AuthenticatedClient,
) -> Error | list[VideoSettingsTemplate] | None:
    """List video settings templates

    Raises:
        beyondwords.BeyondWordsError: The call failed; `client` is `bw.api`.

    Returns:
        Error | list[VideoSettingsTemplate]
    """

    return (
        await asyncio_detailed(
            client=client,
        )
    ).parsed
