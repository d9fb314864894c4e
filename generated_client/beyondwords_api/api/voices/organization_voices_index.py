from typing import Any

import httpx as _httpx

from ... import errors as _errors
from ...client import AuthenticatedClient, Client
from ...models.error import Error
from ...models.voice import Voice
from ...types import UNSET, Response, Unset
from ...types import decoding as _decoding
from ...types import models_of as _models_of
from ...types import status as _status


def _get_kwargs(
    *,
    filter_language_code: str | Unset = UNSET,
    filter_language_id: str | Unset = UNSET,
    filter_scopes: list[str] | Unset = UNSET,
) -> dict[str, Any]:

    _params: dict[str, Any] = {}

    _params["filter[language.code]"] = filter_language_code

    _params["filter[language.id]"] = filter_language_id

    _json_filter_scopes: list[str] | Unset = UNSET
    if not isinstance(filter_scopes, Unset):
        _json_filter_scopes = filter_scopes

    _params["filter[scopes][]"] = _json_filter_scopes

    _params = {k: v for k, v in _params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/organization/voices",
        "params": _params,
    }

    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: _httpx.Response
) -> Error | list[Voice] | None:
    if response.status_code == 200:
        response_200: list[Voice] = _models_of(Voice, response.json())

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
) -> Response[Error | list[Voice]]:
    with _decoding("GET /organization/voices", response):
        return Response(
            status_code=_status(response.status_code),
            content=response.content,
            headers=response.headers,
            parsed=_parse_response(client=client, response=response),
        )


def sync_detailed(
    *,
    client: AuthenticatedClient,
    filter_language_code: str | Unset = UNSET,
    filter_language_id: str | Unset = UNSET,
    filter_scopes: list[str] | Unset = UNSET,
) -> Response[Error | list[Voice]]:
    """List voices

     All voices in one response, without pages.

    Args:
        filter_language_code (str | Unset): Language code, such as `en_GB`.
        filter_language_id (str | Unset): Id of a language.
        filter_scopes (list[str] | Unset): `primary` and `secondary` together include multilingual
            voices; left out: `primary` only.

    Raises:
        beyondwords.BeyondWordsError: The call failed; `client` is `bw.api`.

    Returns:
        Response[Error | list[Voice]]
    """

    _kwargs = _get_kwargs(
        filter_language_code=filter_language_code,
        filter_language_id=filter_language_id,
        filter_scopes=filter_scopes,
    )

    _response = client.get_httpx_client().request(
        **_kwargs,
    )

    return _build_response(client=client, response=_response)


def sync(
    *,
    client: AuthenticatedClient,
    filter_language_code: str | Unset = UNSET,
    filter_language_id: str | Unset = UNSET,
    filter_scopes: list[str] | Unset = UNSET,
) -> Error | list[Voice] | None:
    """List voices

     All voices in one response, without pages.

    Args:
        filter_language_code (str | Unset): Language code, such as `en_GB`.
        filter_language_id (str | Unset): Id of a language.
        filter_scopes (list[str] | Unset): `primary` and `secondary` together include multilingual
            voices; left out: `primary` only.

    Raises:
        beyondwords.BeyondWordsError: The call failed; `client` is `bw.api`.

    Returns:
        Error | list[Voice]
    """

    return sync_detailed(
        client=client,
        filter_language_code=filter_language_code,
        filter_language_id=filter_language_id,
        filter_scopes=filter_scopes,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    filter_language_code: str | Unset = UNSET,
    filter_language_id: str | Unset = UNSET,
    filter_scopes: list[str] | Unset = UNSET,
) -> Response[Error | list[Voice]]:
    """List voices

     All voices in one response, without pages.

    Args:
        filter_language_code (str | Unset): Language code, such as `en_GB`.
        filter_language_id (str | Unset): Id of a language.
        filter_scopes (list[str] | Unset): `primary` and `secondary` together include multilingual
            voices; left out: `primary` only.

    Raises:
        beyondwords.BeyondWordsError: The call failed; `client` is `bw.api`.

    Returns:
        Response[Error | list[Voice]]
    """

    _kwargs = _get_kwargs(
        filter_language_code=filter_language_code,
        filter_language_id=filter_language_id,
        filter_scopes=filter_scopes,
    )

    _response = await client.get_async_httpx_client().request(**_kwargs)

    return _build_response(client=client, response=_response)


async def asyncio(
    *,
    client: AuthenticatedClient,
    filter_language_code: str | Unset = UNSET,
    filter_language_id: str | Unset = UNSET,
    filter_scopes: list[str] | Unset = UNSET,
) -> Error | list[Voice] | None:
    """List voices

     All voices in one response, without pages.

    Args:
        filter_language_code (str | Unset): Language code, such as `en_GB`.
        filter_language_id (str | Unset): Id of a language.
        filter_scopes (list[str] | Unset): `primary` and `secondary` together include multilingual
            voices; left out: `primary` only.

    Raises:
        beyondwords.BeyondWordsError: The call failed; `client` is `bw.api`.

    Returns:
        Error | list[Voice]
    """

    return (
        await asyncio_detailed(
            client=client,
            filter_language_code=filter_language_code,
            filter_language_id=filter_language_id,
            filter_scopes=filter_scopes,
        )
    ).parsed
