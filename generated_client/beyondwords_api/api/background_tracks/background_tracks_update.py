from typing import Any

import httpx as _httpx

from ... import errors as _errors
from ...client import AuthenticatedClient, Client
from ...models.background_track import BackgroundTrack
from ...models.background_track_input import BackgroundTrackInput
from ...models.error import Error
from ...types import Response
from ...types import decoding as _decoding
from ...types import path_value as _path_value
from ...types import status as _status


def _get_kwargs(
    id: str,
    *,
    body: BackgroundTrackInput,
) -> dict[str, Any]:
    _headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "put",
        "url": "/background_tracks/{id}".format(
            id=_path_value("id", id),
        ),
    }

    _kwargs["json"] = body.to_dict()

    _headers["Content-Type"] = "application/json"

    _kwargs["headers"] = _headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: _httpx.Response
) -> BackgroundTrack | Error | None:
    if response.status_code == 200:
        response_200 = BackgroundTrack.from_dict(response.json())

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
) -> Response[BackgroundTrack | Error]:
    with _decoding("PUT /background_tracks/{id}", response):
        return Response(
            status_code=_status(response.status_code),
            content=response.content,
            headers=response.headers,
            parsed=_parse_response(client=client, response=response),
        )


def sync_detailed(
    id: str,
    *,
    client: AuthenticatedClient,
    body: BackgroundTrackInput,
) -> Response[BackgroundTrack | Error]:
    """Change a background track

    Args:
        id (str): Id of the object.
        body (BackgroundTrackInput): A background track. Example: {'name': 'Slow piano', 'volume':
            40, 'media': {'url': 'https://media.example.org/piano.mp3'}}.

    Raises:
        beyondwords.BeyondWordsError: The call failed; `client` is `bw.api`.

    Returns:
        Response[BackgroundTrack | Error]
    """

    _kwargs = _get_kwargs(
        id=id,
        body=body,
    )

    _response = client.get_httpx_client().request(
        **_kwargs,
    )

    return _build_response(client=client, response=_response)


def sync(
    id: str,
    *,
    client: AuthenticatedClient,
    body: BackgroundTrackInput,
) -> BackgroundTrack | Error | None:
    """Change a background track

    Args:
        id (str): Id of the object.
        body (BackgroundTrackInput): A background track. Example: {'name': 'Slow piano', 'volume':
            40, 'media': {'url': 'https://media.example.org/piano.mp3'}}.

    Raises:
        beyondwords.BeyondWordsError: The call failed; `client` is `bw.api`.

    Returns:
        BackgroundTrack | Error
    """

    return sync_detailed(
        id=id,
        client=client,
        body=body,
    ).parsed


async def asyncio_detailed(
    id: str,
    *,
    client: AuthenticatedClient,
    body: BackgroundTrackInput,
) -> Response[BackgroundTrack | Error]:
    """Change a background track

    Args:
        id (str): Id of the object.
        body (BackgroundTrackInput): A background track. Example: {'name': 'Slow piano', 'volume':
            40, 'media': {'url': 'https://media.example.org/piano.mp3'}}.

    Raises:
        beyondwords.BeyondWordsError: The call failed; `client` is `bw.api`.

    Returns:
        Response[BackgroundTrack | Error]
    """

    _kwargs = _get_kwargs(
        id=id,
        body=body,
    )

    _response = await client.get_async_httpx_client().request(**_kwargs)

    return _build_response(client=client, response=_response)


async def asyncio(
    id: str,
    *,
    client: AuthenticatedClient,
    body: BackgroundTrackInput,
) -> BackgroundTrack | Error | None:
    """Change a background track

    Args:
        id (str): Id of the object.
        body (BackgroundTrackInput): A background track. Example: {'name': 'Slow piano', 'volume':
            40, 'media': {'url': 'https://media.example.org/piano.mp3'}}.

    Raises:
        beyondwords.BeyondWordsError: The call failed; `client` is `bw.api`.

    Returns:
        BackgroundTrack | Error
    """

    return (
        await asyncio_detailed(
            id=id,
            client=client,
            body=body,
        )
    ).parsed
