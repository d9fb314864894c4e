from typing import Any

import httpx as _httpx

from ... import errors as _errors
from ...client import AuthenticatedClient, Client
from ...models.error import Error
from ...models.voice_design import VoiceDesign
from ...models.voice_design_previews import VoiceDesignPreviews
from ...types import Response
from ...types import decoding as _decoding
from ...types import status as _status


def _get_kwargs(
    *,
    body: VoiceDesign,
) -> dict[str, Any]:
    _headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/organization/voices/design_previews",
    }

    _kwargs["json"] = body.to_dict()

    _headers["Content-Type"] = "application/json"

    _kwargs["headers"] = _headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: _httpx.Response
) -> Error | VoiceDesignPreviews | None:
    if response.status_code == 200:
        response_200 = VoiceDesignPreviews.from_dict(response.json())

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
) -> Response[Error | VoiceDesignPreviews]:
    with _decoding("POST /organization/voices/design_previews", response):
        return Response(
            status_code=_status(response.status_code),
            content=response.content,
            headers=response.headers,
            parsed=_parse_response(client=client, response=response),
        )


def sync_detailed(
    *,
    client: AuthenticatedClient,
    body: VoiceDesign,
) -> Response[Error | VoiceDesignPreviews]:
    """Preview voices from a description

    Args:
        body (VoiceDesign): A voice in words. Example: {'voice_description': 'A calm and warm
            reader of evening news'}.

    Raises:
        beyondwords.BeyondWordsError: The call failed; `client` is `bw.api`.

    Returns:
        Response[Error | VoiceDesignPreviews]
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
    body: VoiceDesign,
) -> Error | VoiceDesignPreviews | None:
    """Preview voices from a description

    Args:
        body (VoiceDesign): A voice in words. Example: {'voice_description': 'A calm and warm
            reader of evening news'}.

    Raises:
        beyondwords.BeyondWordsError: The call failed; `client` is `bw.api`.

    Returns:
        Error | VoiceDesignPreviews
    """

    return sync_detailed(
        client=client,
        body=body,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    body: VoiceDesign,
) -> Response[Error | VoiceDesignPreviews]:
    """Preview voices from a description

    Args:
        body (VoiceDesign): A voice in words. Example: {'voice_description': 'A calm and warm
            reader of evening news'}.

    Raises:
        beyondwords.BeyondWordsError: The call failed; `client` is `bw.api`.

    Returns:
        Response[Error | VoiceDesignPreviews]
    """

    _kwargs = _get_kwargs(
        body=body,
    )

    _response = await client.get_async_httpx_client().request(**_kwargs)

    return _build_response(client=client, response=_response)


async def asyncio(
    *,
    client: AuthenticatedClient,
    body: VoiceDesign,
) -> Error | VoiceDesignPreviews | None:
    """Preview voices from a description

    Args:
        body (VoiceDesign): A voice in words. Example: {'voice_description': 'A calm and warm
            reader of evening news'}.

    Raises:
        beyondwords.BeyondWordsError: The call failed; `client` is `bw.api`.

    Returns:
        Error | VoiceDesignPreviews
    """

    return (
        await asyncio_detailed(
            client=client,
            body=body,
        )
    ).parsed
