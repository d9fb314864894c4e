from typing import Any

import httpx as _httpx

from ... import errors as _errors
from ...client import AuthenticatedClient, Client
from ...models.content import Content
from ...models.error import Error
from ...models.segment_detail import SegmentDetail
from ...types import UNSET, Response, Unset
from ...types import decoding as _decoding
from ...types import path_value as _path_value
from ...types import status as _status


def _get_kwargs(
    project_id: str,
    id: str,
    *,
    segments: SegmentDetail | Unset = UNSET,
    words: str | Unset = UNSET,
) -> dict[str, Any]:

    _params: dict[str, Any] = {}

    _json_segments: str | Unset = UNSET
    if not isinstance(segments, Unset):
        _json_segments = segments.value

    _params["segments"] = _json_segments

    _params["words"] = words

    _params = {k: v for k, v in _params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/projects/{project_id}/content/{id}".format(
            project_id=_path_value("project_id", project_id),
            id=_path_value("id", id),
        ),
        "params": _params,
    }

    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: _httpx.Response
) -> Content | Error | None:
    if response.status_code == 200:
        response_200 = Content.from_dict(response.json())

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
) -> Response[Content | Error]:
    with _decoding("GET /projects/{project_id}/content/{id}", response):
        return Response(
            status_code=_status(response.status_code),
            content=response.content,
            headers=response.headers,
            parsed=_parse_response(client=client, response=response),
        )


def sync_detailed(
    project_id: str,
    id: str,
    *,
    client: AuthenticatedClient,
    segments: SegmentDetail | Unset = UNSET,
    words: str | Unset = UNSET,
) -> Response[Content | Error]:
    """Get a content item

    Args:
        project_id (str): Id of the project.
        id (str): Id of the content item: UUID, your own source id, or the number of an old item.
        segments (SegmentDetail | Unset): How much is said of each segment.
        words (str | Unset): Not documented.

    Raises:
        beyondwords.BeyondWordsError: The call failed; `client` is `bw.api`.

    Returns:
        Response[Content | Error]
    """

    _kwargs = _get_kwargs(
        project_id=project_id,
        id=id,
        segments=segments,
        words=words,
    )

    _response = client.get_httpx_client().request(
        **_kwargs,
    )

    return _build_response(client=client, response=_response)


def sync(
    project_id: str,
    id: str,
    *,
    client: AuthenticatedClient,
    segments: SegmentDetail | Unset = UNSET,
    words: str | Unset = UNSET,
) -> Content | Error | None:
    """Get a content item

    Args:
        project_id (str): Id of the project.
        id (str): Id of the content item: UUID, your own source id, or the number of an old item.
        segments (SegmentDetail | Unset): How much is said of each segment.
        words (str | Unset): Not documented.

    Raises:
        beyondwords.BeyondWordsError: The call failed; `client` is `bw.api`.

    Returns:
        Content | Error
    """

    return sync_detailed(
        project_id=project_id,
        id=id,
        client=client,
        segments=segments,
        words=words,
    ).parsed


async def asyncio_detailed(
    project_id: str,
    id: str,
    *,
    client: AuthenticatedClient,
    segments: SegmentDetail | Unset = UNSET,
    words: str | Unset = UNSET,
) -> Response[Content | Error]:
    """Get a content item

    Args:
        project_id (str): Id of the project.
        id (str): Id of the content item: UUID, your own source id, or the number of an old item.
        segments (SegmentDetail | Unset): How much is said of each segment.
        words (str | Unset): Not documented.

    Raises:
        beyondwords.BeyondWordsError: The call failed; `client` is `bw.api`.

    Returns:
        Response[Content | Error]
    """

    _kwargs = _get_kwargs(
        project_id=project_id,
        id=id,
        segments=segments,
        words=words,
    )

    _response = await client.get_async_httpx_client().request(**_kwargs)

    return _build_response(client=client, response=_response)


async def asyncio(
    project_id: str,
    id: str,
    *,
    client: AuthenticatedClient,
    segments: SegmentDetail | Unset = UNSET,
    words: str | Unset = UNSET,
) -> Content | Error | None:
    """Get a content item

    Args:
        project_id (str): Id of the project.
        id (str): Id of the content item: UUID, your own source id, or the number of an old item.
        segments (SegmentDetail | Unset): How much is said of each segment.
        words (str | Unset): Not documented.

    Raises:
        beyondwords.BeyondWordsError: The call failed; `client` is `bw.api`.

    Returns:
        Content | Error
    """

    return (
        await asyncio_detailed(
            project_id=project_id,
            id=id,
            client=client,
            segments=segments,
            words=words,
        )
    ).parsed
