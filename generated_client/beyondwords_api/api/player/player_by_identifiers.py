from typing import Any

import httpx as _httpx

from ... import errors as _errors
from ...client import AuthenticatedClient, Client
from ...models.error import Error
from ...models.media_format import MediaFormat
from ...models.player import Player
from ...types import UNSET, Response, Unset
from ...types import decoding as _decoding
from ...types import path_value as _path_value
from ...types import status as _status


def _get_kwargs(
    project_id: str,
    array: str,
    *,
    preview_token: str | Unset = UNSET,
    media_format: MediaFormat | Unset = UNSET,
    words: bool | Unset = UNSET,
    summary: bool | Unset = UNSET,
    access_tier: str | Unset = UNSET,
) -> dict[str, Any]:

    _params: dict[str, Any] = {}

    _params["preview_token"] = preview_token

    _json_media_format: str | Unset = UNSET
    if not isinstance(media_format, Unset):
        _json_media_format = media_format.value

    _params["media_format"] = _json_media_format

    _params["words"] = words

    _params["summary"] = summary

    _params["access_tier"] = access_tier

    _params = {k: v for k, v in _params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/projects/{project_id}/player/by_identifiers/{array}".format(
            project_id=_path_value("project_id", project_id),
            array=_path_value("array", array),
        ),
        "params": _params,
    }

    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: _httpx.Response
) -> Error | Player | None:
    if response.status_code == 200:
        response_200 = Player.from_dict(response.json())

        return response_200

    if response.status_code == 404:
        response_404 = Error.from_dict(response.json())

        return response_404

    if client.raise_on_unexpected_status:
        raise _errors.UnexpectedStatus(response.status_code, response.content)
    else:
        return None


def _build_response(
    *, client: AuthenticatedClient | Client, response: _httpx.Response
) -> Response[Error | Player]:
    with _decoding(
        "GET /projects/{project_id}/player/by_identifiers/{array}", response
    ):
        return Response(
            status_code=_status(response.status_code),
            content=response.content,
            headers=response.headers,
            parsed=_parse_response(client=client, response=response),
        )


def sync_detailed(
    project_id: str,
    array: str,
    *,
    client: AuthenticatedClient | Client,
    preview_token: str | Unset = UNSET,
    media_format: MediaFormat | Unset = UNSET,
    words: bool | Unset = UNSET,
    summary: bool | Unset = UNSET,
    access_tier: str | Unset = UNSET,
) -> Response[Error | Player]:
    """Get player data of several content items

     404 until there is audio. Responses are cached for 5 minutes, the 404 too.

    Args:
        project_id (str): Id of the project.
        array (str): JSON array of identifiers, as text.
        preview_token (str | Unset): The `preview_token` of a content item, to play it before it
            is published.
        media_format (MediaFormat | Unset): Audio or video.
        words (bool | Unset): Whether to include the times of single words.
        summary (bool | Unset): Whether to play the summary instead of the article.
        access_tier (str | Unset): Slug of the visitor's access tier.

    Raises:
        beyondwords.BeyondWordsError: The call failed; `client` is `bw.api`.

    Returns:
        Response[Error | Player]
    """

    _kwargs = _get_kwargs(
        project_id=project_id,
        array=array,
        preview_token=preview_token,
        media_format=media_format,
        words=words,
        summary=summary,
        access_tier=access_tier,
    )

    _response = client.get_httpx_client().request(
        **_kwargs,
    )

    return _build_response(client=client, response=_response)


def sync(
    project_id: str,
    array: str,
    *,
    client: AuthenticatedClient | Client,
    preview_token: str | Unset = UNSET,
    media_format: MediaFormat | Unset = UNSET,
    words: bool | Unset = UNSET,
    summary: bool | Unset = UNSET,
    access_tier: str | Unset = UNSET,
) -> Error | Player | None:
    """Get player data of several content items

     404 until there is audio. Responses are cached for 5 minutes, the 404 too.

    Args:
        project_id (str): Id of the project.
        array (str): JSON array of identifiers, as text.
        preview_token (str | Unset): The `preview_token` of a content item, to play it before it
            is published.
        media_format (MediaFormat | Unset): Audio or video.
        words (bool | Unset): Whether to include the times of single words.
        summary (bool | Unset): Whether to play the summary instead of the article.
        access_tier (str | Unset): Slug of the visitor's access tier.

    Raises:
        beyondwords.BeyondWordsError: The call failed; `client` is `bw.api`.

    Returns:
        Error | Player
    """

    return sync_detailed(
        project_id=project_id,
        array=array,
        client=client,
        preview_token=preview_token,
        media_format=media_format,
        words=words,
        summary=summary,
        access_tier=access_tier,
    ).parsed


async def asyncio_detailed(
    project_id: str,
    array: str,
    *,
    client: AuthenticatedClient | Client,
    preview_token: str | Unset = UNSET,
    media_format: MediaFormat | Unset = UNSET,
    words: bool | Unset = UNSET,
    summary: bool | Unset = UNSET,
    access_tier: str | Unset = UNSET,
) -> Response[Error | Player]:
    """Get player data of several content items

     404 until there is audio. Responses are cached for 5 minutes, the 404 too.

    Args:
        project_id (str): Id of the project.
        array (str): JSON array of identifiers, as text.
        preview_token (str | Unset): The `preview_token` of a content item, to play it before it
            is published.
        media_format (MediaFormat | Unset): Audio or video.
        words (bool | Unset): Whether to include the times of single words.
        summary (bool | Unset): Whether to play the summary instead of the article.
        access_tier (str | Unset): Slug of the visitor's access tier.

    Raises:
        beyondwords.BeyondWordsError: The call failed; `client` is `bw.api`.

    Returns:
        Response[Error | Player]
    """

    _kwargs = _get_kwargs(
        project_id=project_id,
        array=array,
        preview_token=preview_token,
        media_format=media_format,
        words=words,
        summary=summary,
        access_tier=access_tier,
    )

    _response = await client.get_async_httpx_client().request(**_kwargs)

    return _build_response(client=client, response=_response)


async def asyncio(
    project_id: str,
    array: str,
    *,
    client: AuthenticatedClient | Client,
    preview_token: str | Unset = UNSET,
    media_format: MediaFormat | Unset = UNSET,
    words: bool | Unset = UNSET,
    summary: bool | Unset = UNSET,
    access_tier: str | Unset = UNSET,
) -> Error | Player | None:
    """Get player data of several content items

     404 until there is audio. Responses are cached for 5 minutes, the 404 too.

    Args:
        project_id (str): Id of the project.
        array (str): JSON array of identifiers, as text.
        preview_token (str | Unset): The `preview_token` of a content item, to play it before it
            is published.
        media_format (MediaFormat | Unset): Audio or video.
        words (bool | Unset): Whether to include the times of single words.
        summary (bool | Unset): Whether to play the summary instead of the article.
        access_tier (str | Unset): Slug of the visitor's access tier.

    Raises:
        beyondwords.BeyondWordsError: The call failed; `client` is `bw.api`.

    Returns:
        Error | Player
    """

    return (
        await asyncio_detailed(
            project_id=project_id,
            array=array,
            client=client,
            preview_token=preview_token,
            media_format=media_format,
            words=words,
            summary=summary,
            access_tier=access_tier,
        )
    ).parsed
