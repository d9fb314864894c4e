from typing import Any
from typing import cast as _cast

import httpx as _httpx

from ... import errors as _errors
from ...client import AuthenticatedClient, Client
from ...models.custom_voice_detail import CustomVoiceDetail
from ...models.speaker import Speaker
from ...types import UNSET, Response, Unset
from ...types import decoding as _decoding
from ...types import path_value as _path_value
from ...types import status as _status


def _get_kwargs(
    id: str,
    *,
    custom_voices: CustomVoiceDetail | Unset = UNSET,
) -> dict[str, Any]:

    _params: dict[str, Any] = {}

    _json_custom_voices: str | Unset = UNSET
    if not isinstance(custom_voices, Unset):
        _json_custom_voices = custom_voices.value

    _params["custom_voices"] = _json_custom_voices

    _params = {k: v for k, v in _params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/speakers/{id}".format(
            id=_path_value("id", id),
        ),
        "params": _params,
    }

    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: _httpx.Response
) -> Any | Speaker | None:
    if response.status_code == 200:
        response_200 = Speaker.from_dict(response.json())

        return response_200

    if response.status_code == 401:
        response_401 = _cast(Any, None)
        return response_401

    if response.status_code == 403:
        response_403 = _cast(Any, None)
        return response_403

    if response.status_code == 404:
        response_404 = _cast(Any, None)
        return response_404

    if client.raise_on_unexpected_status:
        raise _errors.UnexpectedStatus(response.status_code, response.content)
    else:
        return None


def _build_response(
    *, client: AuthenticatedClient | Client, response: _httpx.Response
) -> Response[Any | Speaker]:
    with _decoding("GET /speakers/{id}", response):
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
    custom_voices: CustomVoiceDetail | Unset = UNSET,
) -> Response[Any | Speaker]:
    """Get a speaker

    Args:
        id (str): Id of the object.
        custom_voices (CustomVoiceDetail | Unset): How much is said of the voices of a speaker.

    Raises:
        beyondwords.BeyondWordsError: The call failed; `client` is `bw.api`.

    Returns:
        Response[Any | Speaker]
    """

    _kwargs = _get_kwargs(
        id=id,
        custom_voices=custom_voices,
    )

    _response = client.get_httpx_client().request(
        **_kwargs,
    )

    return _build_response(client=client, response=_response)


def sync(
    id: str,
    *,
    client: AuthenticatedClient,
    custom_voices: CustomVoiceDetail | Unset = UNSET,
) -> Any | Speaker | None:
    """Get a speaker

    Args:
        id (str): Id of the object.
        custom_voices (CustomVoiceDetail | Unset): How much is said of the voices of a speaker.

    Raises:
        beyondwords.BeyondWordsError: The call failed; `client` is `bw.api`.

    Returns:
        Any | Speaker
    """

    return sync_detailed(
        id=id,
        client=client,
        custom_voices=custom_voices,
    ).parsed


async def asyncio_detailed(
    id: str,
    *,
    client: AuthenticatedClient,
    custom_voices: CustomVoiceDetail | Unset = UNSET,
) -> Response[Any | Speaker]:
    """Get a speaker

    Args:
        id (str): Id of the object.
        custom_voices (CustomVoiceDetail | Unset): How much is said of the voices of a speaker.

    Raises:
        beyondwords.BeyondWordsError: The call failed; `client` is `bw.api`.

    Returns:
        Response[Any | Speaker]
    """

    _kwargs = _get_kwargs(
        id=id,
        custom_voices=custom_voices,
    )

    _response = await client.get_async_httpx_client().request(**_kwargs)

    return _build_response(client=client, response=_response)


async def asyncio(
    id: str,
    *,
    client: AuthenticatedClient,
    custom_voices: CustomVoiceDetail | Unset = UNSET,
) -> Any | Speaker | None:
    """Get a speaker

    Args:
        id (str): Id of the object.
        custom_voices (CustomVoiceDetail | Unset): How much is said of the voices of a speaker.

    Raises:
        beyondwords.BeyondWordsError: The call failed; `client` is `bw.api`.

    Returns:
        Any | Speaker
    """

    return (
        await asyncio_detailed(
            id=id,
            client=client,
            custom_voices=custom_voices,
        )
    ).parsed
