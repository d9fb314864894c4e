from typing import Any

import httpx as _httpx

from ... import errors as _errors
from ...client import AuthenticatedClient, Client
from ...models.error import Error
from ...models.summary_request import SummaryRequest
from ...models.summary_segment import SummarySegment
from ...types import Response
from ...types import decoding as _decoding
from ...types import models_of as _models_of
from ...types import path_value as _path_value
from ...types import status as _status


def _get_kwargs(
    project_id: str,
    id: str,
    *,
    body: SummaryRequest,
) -> dict[str, Any]:
    _headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/projects/{project_id}/content/{id}/summarize".format(
            project_id=_path_value("project_id", project_id),
            id=_path_value("id", id),
        ),
    }

    _kwargs["json"] = body.to_dict()

    _headers["Content-Type"] = "application/json"

    _kwargs["headers"] = _headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: _httpx.Response
) -> Error | list[SummarySegment] | None:
    if response.status_code == 200:
        response_200: list[SummarySegment] = _models_of(SummarySegment, response.json())

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
) -> Response[Error | list[SummarySegment]]:
    with _decoding("POST /projects/{project_id}/content/{id}/summarize", response):
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
    body: SummaryRequest,
) -> Response[Error | list[SummarySegment]]:
    """Write a summary of a content item

    Args:
        project_id (str): Id of the project.
        id (str): Id of the content item: UUID, your own source id, or the number of an old item.
        body (SummaryRequest): How a summary is written. Example: {'prompt': 'Say it in two
            sentences.'}.

    Raises:
        beyondwords.BeyondWordsError: The call failed; `client` is `bw.api`.

    Returns:
        Response[Error | list[SummarySegment]]
    """

    _kwargs = _get_kwargs(
        project_id=project_id,
        id=id,
        body=body,
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
    body: SummaryRequest,
) -> Error | list[SummarySegment] | None:
    """Write a summary of a content item

    Args:
        project_id (str): Id of the project.
        id (str): Id of the content item: UUID, your own source id, or the number of an old item.
        body (SummaryRequest): How a summary is written. Example: {'prompt': 'Say it in two
            sentences.'}.

    Raises:
        beyondwords.BeyondWordsError: The call failed; `client` is `bw.api`.

    Returns:
        Error | list[SummarySegment]
    """

    return sync_detailed(
        project_id=project_id,
        id=id,
        client=client,
        body=body,
    ).parsed


async def asyncio_detailed(
    project_id: str,
    id: str,
    *,
    client: AuthenticatedClient,
    body: SummaryRequest,
) -> Response[Error | list[SummarySegment]]:
    """Write a summary of a content item

    Args:
        project_id (str): Id of the project.
        id (str): Id of the content item: UUID, your own source id, or the number of an old item.
        body (SummaryRequest): How a summary is written. Example: {'prompt': 'Say it in two
            sentences.'}.

    Raises:
        beyondwords.BeyondWordsError: The call failed; `client` is `bw.api`.

    Returns:
        Response[Error | list[SummarySegment]]
    """

    _kwargs = _get_kwargs(
        project_id=project_id,
        id=id,
        body=body,
    )

    _response = await client.get_async_httpx_client().request(**_kwargs)

    return _build_response(client=client, response=_response)


async def asyncio(
    project_id: str,
    id: str,
    *,
    client: AuthenticatedClient,
    body: SummaryRequest,
) -> Error | list[SummarySegment] | None:
    """Write a summary of a content item

    Args:
        project_id (str): Id of the project.
        id (str): Id of the content item: UUID, your own source id, or the number of an old item.
        body (SummaryRequest): How a summary is written. Example: {'prompt': 'Say it in two
            sentences.'}.

    Raises:
        beyondwords.BeyondWordsError: The call failed; `client` is `bw.api`.

    Returns:
        Error | list[SummarySegment]
    """

    return (
        await asyncio_detailed(
            project_id=project_id,
            id=id,
            client=client,
            body=body,
        )
    ).parsed
