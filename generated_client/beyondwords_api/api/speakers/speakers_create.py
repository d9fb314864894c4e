from typing import Any

import httpx as _httpx

from ... import errors as _errors
from ...client import AuthenticatedClient, Client
from ...models.custom_voice_detail import CustomVoiceDetail
from ...models.error import Error
from ...models.new_speaker import NewSpeaker
from ...models.speaker import Speaker
from ...types import UNSET, Response, Unset
from ...types import decoding as _decoding
from ...types import status as _status


def _get_kwargs(
    *,
    body: NewSpeaker,
    custom_voices: CustomVoiceDetail | Unset = UNSET,
) -> dict[str, Any]:
    _headers: dict[str, Any] = {}

    _params: dict[str, Any] = {}

    _json_custom_voices: str | Unset = UNSET
    if not isinstance(custom_voices, Unset):
        _json_custom_voices = custom_voices.value

    _params["custom_voices"] = _json_custom_voices

    _params = {k: v for k, v in _params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/speakers",
        "params": _params,
    }

    _kwargs["json"] = body.to_dict()

    _headers["Content-Type"] = "application/json"

    _kwargs["headers"] = _headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: _httpx.Response
) -> Error | Speaker | None:
    if response.status_code == 201:
        response_201 = Speaker.from_dict(response.json())

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
) -> Response[Error | Speaker]:
    with _decoding("POST /speakers", response):
        return Response(
            status_code=_status(response.status_code),
            content=response.content,
            headers=response.headers,
            parsed=_parse_response(client=client, response=response),
        )


def sync_detailed(
    *,
    client: AuthenticatedClient,
    body: NewSpeaker,
    custom_voices: CustomVoiceDetail | Unset = UNSET,
) -> Response[Error | Speaker]:
    """Add a speaker

    Args:
        custom_voices (CustomVoiceDetail | Unset): How much is said of the voices of a speaker.
        body (NewSpeaker): A new speaker. Its fields are not documented; these are the ones of a
            voice's `speaker`. Example: {'first_name': 'Ada', 'last_name': 'Byrne'}.

    Raises:
        beyondwords.BeyondWordsError: The call failed; `client` is `bw.api`.

    Returns:
        Response[Error | Speaker]
    """

    _kwargs = _get_kwargs(
        body=body,
        custom_voices=custom_voices,
    )

    _response = client.get_httpx_client().request(
        **_kwargs,
    )

    return _build_response(client=client, response=_response)


def sync(
    *,
    client: AuthenticatedClient,
    body: NewSpeaker,
    custom_voices: CustomVoiceDetail | Unset = UNSET,
) -> Error | Speaker | None:
    """Add a speaker

    Args:
        custom_voices (CustomVoiceDetail | Unset): How much is said of the voices of a speaker.
        body (NewSpeaker): A new speaker. Its fields are not documented; these are the ones of a
            voice's `speaker`. Example: {'first_name': 'Ada', 'last_name': 'Byrne'}.

    Raises:
        beyondwords.BeyondWordsError: The call failed; `client` is `bw.api`.

    Returns:
        Error | Speaker
    """

    return sync_detailed(
        client=client,
        body=body,
        custom_voices=custom_voices,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    body: NewSpeaker,
    custom_voices: CustomVoiceDetail | Unset = UNSET,
) -> Response[Error | Speaker]:
    """Add a speaker

    Args:
        custom_voices (CustomVoiceDetail | Unset): How much is said of the voices of a speaker.
        body (NewSpeaker): A new speaker. Its fields are not documented; these are the ones of a
            voice's `speaker`. Example: {'first_name': 'Ada', 'last_name': 'Byrne'}.

    Raises:
        beyondwords.BeyondWordsError: The call failed; `client` is `bw.api`.

    Returns:
        Response[Error | Speaker]
    """

    _kwargs = _get_kwargs(
        body=body,
        custom_voices=custom_voices,
    )

    _response = await client.get_async_httpx_client().request(**_kwargs)

    return _build_response(client=client, response=_response)


async def asyncio(
    *,
    client: AuthenticatedClient,
    body: NewSpeaker,
    custom_voices: CustomVoiceDetail | Unset = UNSET,
) -> Error | Speaker | None:
    """Add a speaker

    Args:
        custom_voices (CustomVoiceDetail | Unset): How much is said of the voices of a speaker.
        body (NewSpeaker): A new speaker. Its fields are not documented; these are the ones of a
            voice's `speaker`. Example: {'first_name': 'Ada', 'last_name': 'Byrne'}.

    Raises:
        beyondwords.BeyondWordsError: The call failed; `client` is `bw.api`.

    Returns:
        Error | Speaker
    """

    return (
        await asyncio_detailed(
            client=client,
            body=body,
            custom_voices=custom_voices,
        )
    ).parsed
