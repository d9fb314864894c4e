from typing import Any

import httpx as _httpx

from ... import errors as _errors
from ...client import AuthenticatedClient, Client
from ...models.content import Content
from ...models.error import Error
from ...models.new_audio_content import NewAudioContent
from ...models.new_content import NewContent
from ...models.new_manual_content import NewManualContent
from ...models.segment_detail import SegmentDetail
from ...types import UNSET, Response, Unset
from ...types import decoding as _decoding
from ...types import path_value as _path_value
from ...types import status as _status


def _get_kwargs(
    project_id: str,
    *,
    body: NewAudioContent | NewContent | NewManualContent,
    segments: SegmentDetail | Unset = UNSET,
) -> dict[str, Any]:
    _headers: dict[str, Any] = {}

    _params: dict[str, Any] = {}

    _json_segments: str | Unset = UNSET
    if not isinstance(segments, Unset):
        _json_segments = segments.value

    _params["segments"] = _json_segments

    _params = {k: v for k, v in _params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/projects/{project_id}/content".format(
            project_id=_path_value("project_id", project_id),
        ),
        "params": _params,
    }

    if isinstance(body, NewContent):
        _kwargs["json"] = body.to_dict()
    elif isinstance(body, NewManualContent):
        _kwargs["json"] = body.to_dict()
    elif isinstance(body, NewAudioContent):
        _kwargs["json"] = body.to_dict()
    else:
        _kwargs["json"] = body

    _headers["Content-Type"] = "application/json"

    _kwargs["headers"] = _headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: _httpx.Response
) -> Content | Error | None:
    if response.status_code == 200:
        response_200 = Content.from_dict(response.json())

        return response_200

    if response.status_code == 201:
        response_201 = Content.from_dict(response.json())

        return response_201

    if response.status_code == 401:
        response_401 = Error.from_dict(response.json())

        return response_401

    if response.status_code == 422:
        response_422 = Error.from_dict(response.json())

        return response_422

    if client.raise_on_unexpected_status:
        raise _errors.UnexpectedStatus(response.status_code, response.content)
    else:
        return None


def _build_response(
    *, client: AuthenticatedClient | Client, response: _httpx.Response
) -> Response[Content | Error]:
    with _decoding("POST /projects/{project_id}/content", response):
        return Response(
            status_code=_status(response.status_code),
            content=response.content,
            headers=response.headers,
            parsed=_parse_response(client=client, response=response),
        )


def sync_detailed(
    project_id: str,
    *,
    client: AuthenticatedClient,
    body: NewAudioContent | NewContent | NewManualContent,
    segments: SegmentDetail | Unset = UNSET,
) -> Response[Content | Error]:
    """Create content

     The response comes at once, with `status` `queued` (`draft` for a draft) and without audio. Audio is
    made afterwards: ask for the item again until its `status` is `processed`, `skipped` or `error`.

    Args:
        project_id (str): Id of the project.
        segments (SegmentDetail | Unset): How much is said of each segment.
        body (NewAudioContent | NewContent | NewManualContent):

    Raises:
        beyondwords.BeyondWordsError: The call failed; `client` is `bw.api`.

    Returns:
        Response[Content | Error]
    """

    _kwargs = _get_kwargs(
        project_id=project_id,
        body=body,
        segments=segments,
    )

    _response = client.get_httpx_client().request(
        **_kwargs,
    )

    return _build_response(client=client, response=_response)


def sync(
    project_id: str,
    *,
    client: AuthenticatedClient,
    body: NewAudioContent | NewContent | NewManualContent,
    segments: SegmentDetail | Unset = UNSET,
) -> Content | Error | None:
    """Create content

     The response comes at once, with `status` `queued` (`draft` for a draft) and without audio. Audio is
    made afterwards: ask for the item again until its `status` is `processed`, `skipped` or `error`.

    Args:
        project_id (str): Id of the project.
        segments (SegmentDetail | Unset): How much is said of each segment.
        body (NewAudioContent | NewContent | NewManualContent):

    Raises:
        beyondwords.BeyondWordsError: The call failed; `client` is `bw.api`.

    Returns:
        Content | Error
    """

    return sync_detailed(
        project_id=project_id,
        client=client,
        body=body,
        segments=segments,
    ).parsed


async def asyncio_detailed(
    project_id: str,
    *,
    client: AuthenticatedClient,
    body: NewAudioContent | NewContent | NewManualContent,
    segments: SegmentDetail | Unset = UNSET,
) -> Response[Content | Error]:
    """Create content

     The response comes at once, with `status` `queued` (`draft` for a draft) and without audio. Audio is
    made afterwards: ask for the item again until its `status` is `processed`, `skipped` or `error`.

    Args:
        project_id (str): Id of the project.
        segments (SegmentDetail | Unset): How much is said of each segment.
        body (NewAudioContent | NewContent | NewManualContent):

    Raises:
        beyondwords.BeyondWordsError: The call failed; `client` is `bw.api`.

    Returns:
        Response[Content | Error]
    """

    _kwargs = _get_kwargs(
        project_id=project_id,
        body=body,
        segments=segments,
    )

    _response = await client.get_async_httpx_client().request(**_kwargs)

    return _build_response(client=client, response=_response)


async def asyncio(
    project_id: str,
    *,
    client: AuthenticatedClient,
    body: NewAudioContent | NewContent | NewManualContent,
    segments: SegmentDetail | Unset = UNSET,
) -> Content | Error | None:
    """Create content

     The response comes at once, with `status` `queued` (`draft` for a draft) and without audio. Audio is
    made afterwards: ask for the item again until its `status` is `processed`, `skipped` or `error`.

    Args:
        project_id (str): Id of the project.
        segments (SegmentDetail | Unset): How much is said of each segment.
        body (NewAudioContent | NewContent | NewManualContent):

    Raises:
        beyondwords.BeyondWordsError: The call failed; `client` is `bw.api`.

    Returns:
        Content | Error
    """

    return (
        await asyncio_detailed(
            project_id=project_id,
            client=client,
            body=body,
            segments=segments,
        )
    ).parsed
