from typing import Any

import httpx as _httpx

from ... import errors as _errors
from ...client import AuthenticatedClient, Client
from ...models.error import Error
from ...models.new_speaker_verification import NewSpeakerVerification
from ...models.speaker_verification import SpeakerVerification
from ...types import Response
from ...types import decoding as _decoding
from ...types import path_value as _path_value
from ...types import status as _status


def _get_kwargs(
    voice_id: str,
    *,
    body: NewSpeakerVerification,
) -> dict[str, Any]:
    _headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/organization/voices/{voice_id}/speaker_verification".format(
            voice_id=_path_value("voice_id", voice_id),
        ),
    }

    _kwargs["json"] = body.to_dict()

    _headers["Content-Type"] = "application/json"

    _kwargs["headers"] = _headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: _httpx.Response
) -> Error | SpeakerVerification | None:
    if response.status_code == 201:
        response_201 = SpeakerVerification.from_dict(response.json())

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
) -> Response[Error | SpeakerVerification]:
    with _decoding(
        "POST /organization/voices/{voice_id}/speaker_verification", response
    ):
        return Response(
            status_code=_status(response.status_code),
            content=response.content,
            headers=response.headers,
            parsed=_parse_response(client=client, response=response),
        )


def sync_detailed(
    voice_id: str,
    *,
    client: AuthenticatedClient,
    body: NewSpeakerVerification,
) -> Response[Error | SpeakerVerification]:
    """Send a speaker's consent

    Args:
        voice_id (str): Id of the voice.
        body (NewSpeakerVerification): A speaker's consent to send. Example: {'consent_statement':
            {'url': 'https://media.example.org/consent.mp3'}}.

    Raises:
        beyondwords.BeyondWordsError: The call failed; `client` is `bw.api`.

    Returns:
        Response[Error | SpeakerVerification]
    """

    _kwargs = _get_kwargs(
        voice_id=voice_id,
        body=body,
    )

    _response = client.get_httpx_client().request(
        **_kwargs,
    )

    return _build_response(client=client, response=_response)


def sync(
    voice_id: str,
    *,
    client: AuthenticatedClient,
    body: NewSpeakerVerification,
) -> Error | SpeakerVerification | None:
    """Send a speaker's consent

    Args:
        voice_id (str): Id of the voice.
        body (NewSpeakerVerification): A speaker's consent to send. Example: {'consent_statement':
            {'url': 'https://media.example.org/consent.mp3'}}.

    Raises:
        beyondwords.BeyondWordsError: The call failed; `client` is `bw.api`.

    Returns:
        Error | SpeakerVerification
    """

    return sync_detailed(
        voice_id=voice_id,
        client=client,
        body=body,
    ).parsed


async def asyncio_detailed(
    voice_id: str,
    *,
    client: AuthenticatedClient,
    body: NewSpeakerVerification,
) -> Response[Error | SpeakerVerification]:
    """Send a speaker's consent

    Args:
        voice_id (str): Id of the voice.
        body (NewSpeakerVerification): A speaker's consent to send. Example: {'consent_statement':
            {'url': 'https://media.example.org/consent.mp3'}}.

    Raises:
        beyondwords.BeyondWordsError: The call failed; `client` is `bw.api`.

    Returns:
        Response[Error | SpeakerVerification]
    """

    _kwargs = _get_kwargs(
        voice_id=voice_id,
        body=body,
    )

    _response = await client.get_async_httpx_client().request(**_kwargs)

    return _build_response(client=client, response=_response)


async def asyncio(
    voice_id: str,
    *,
    client: AuthenticatedClient,
    body: NewSpeakerVerification,
) -> Error | SpeakerVerification | None:
    """Send a speaker's consent

    Args:
        voice_id (str): Id of the voice.
        body (NewSpeakerVerification): A speaker's consent to send. Example: {'consent_statement':
            {'url': 'https://media.example.org/consent.mp3'}}.

    Raises:
        beyondwords.BeyondWordsError: The call failed; `client` is `bw.api`.

    Returns:
        Error | SpeakerVerification
    """

    return (
        await asyncio_detailed(
            voice_id=voice_id,
            client=client,
            body=body,
        )
    ).parsed
