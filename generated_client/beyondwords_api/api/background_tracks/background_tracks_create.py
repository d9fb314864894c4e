from typing import Any

import httpx as _httpx

from ... import errors as _errors
from ...client import AuthenticatedClient, Client
from ...models.background_track import BackgroundTrack
from ...models.background_track_input import BackgroundTrackInput
from ...models.error import Error
from ...types import Response
from ...types import decoding as _decoding
from ...types import status as _status


def _get_kwargs(
    *,
    body: BackgroundTrackInput,
) -> dict[str, Any]:
    _headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/background_tracks",
    }

    _kwargs["json"] = body.to_dict()

    _headers["Content-Type"] = "application/json"

    _kwargs["headers"] = _headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: _httpx.Response
) -> BackgroundTrack | Error | None:
    if response.status_code == 201:
        response_201 = BackgroundTrack.from_dict(response.json())

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
) -> Response[BackgroundTrack | Error]:
    with _decoding("POST /background_tracks", response):
        return Response(
            status_code=_status(response.status_code),
            content=response.content,
            headers=response.headers,
            parsed=_parse_response(client=client, response=response),
        )


def sync_detailed(
    *,
    client: AuthenticatedClient,
    body: BackgroundTrackInput,
) -> Response[BackgroundTrack | Error]:
    """Add a background track

    Args:
        body (BackgroundTrackInput): A background track. Example: {'name': 'Slow piano', 'volume':
            40, 'media': {'url': 'https://media.example.org/piano.mp3'}}.

    Raises:
        beyondwords.BeyondWordsError: The call failed; `client` is `bw.api`.

    Returns:
        Response[BackgroundTrack | Error]
    """

    _kwargs = _get_kwargs(
        body=body,
    )

    _response = client.get_httpx_client().request(
        **_kwargs,
    )

    return _build_response(client=client, response=_response)


def sync(
    *,
    client: AuthenticatedClient,
    body: BackgroundTrackInput,
) -> BackgroundTrack | Error | None:
    """Add a background track

    Args:
        body (BackgroundTrackInput): A background track. Example: {'name': 'Slow piano', 'volume':
            40, 'media': {'url': 'https://media.example.org/piano.mp3'}}.

    Raises:
        beyondwords.BeyondWordsError: The call failed; `client` is `bw.api`.

    Returns:
        BackgroundTrack | Error
    """

    return sync_detailed(
        client=client,
        body=body,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    body: BackgroundTrackInput,
) -> Response[BackgroundTrack | Error]:
    """Add a background track

    Args:
        body (BackgroundTrackInput): A background track. Example: {'name': 'Slow piano', 'volume':
            40, 'media': {'url': 'https://media.example.org/piano.mp3'}}.

    Raises:
        beyondwords.BeyondWordsError: The call failed; `client` is `bw.api`.

    Returns:
        Response[BackgroundTrack | Error]
    """

    _kwargs = _get_kwargs(
        body=body,
    )

    _response = await client.get_async_httpx_client().request(**_kwargs)

    return _build_response(client=client, response=_response)


async def asyncio(
    *,
    client: AuthenticatedClient,
    body: BackgroundTrackInput,
) -> BackgroundTrack | Error | None:
    """Add a background track

    Args:
        body (BackgroundTrackInput): A background track. Example: {'name': 'Slow piano', 'volume':
            40, 'media': {'url': 'https://media.example.org/piano.mp3'}}.

    Raises:
        beyondwords.BeyondWordsError: The call failed; `client` is `bw.api`.

    Returns:
        BackgroundTrack | Error
    """

    return (
        await asyncio_detailed(
            client=client,
            body=body,
        )
    ).parsed
