from typing import Any

import httpx as _httpx

from ... import errors as _errors
from ...client import AuthenticatedClient, Client
from ...models.error import Error
from ...models.order_direction import OrderDirection
from ...models.voice_issue import VoiceIssue
from ...models.voice_issue_order import VoiceIssueOrder
from ...models.voice_issues_index_filter_scopes import VoiceIssuesIndexFilterScopes
from ...types import UNSET, Response, Unset
from ...types import decoding as _decoding
from ...types import deep_object as _deep_object
from ...types import models_of as _models_of
from ...types import status as _status


def _get_kwargs(
    *,
    pagination_limit: int | Unset = UNSET,
    pagination_offset: int | Unset = UNSET,
    order_by: VoiceIssueOrder | Unset = UNSET,
    order_dir: OrderDirection | Unset = UNSET,
    filter_label: str | Unset = UNSET,
    filter_status: str | Unset = UNSET,
    filter_description: str | Unset = UNSET,
    filter_scopes: VoiceIssuesIndexFilterScopes | Unset = UNSET,
) -> dict[str, Any]:

    _params: dict[str, Any] = {}

    _params["pagination[limit]"] = pagination_limit

    _params["pagination[offset]"] = pagination_offset

    _json_order_by: str | Unset = UNSET
    if not isinstance(order_by, Unset):
        _json_order_by = order_by.value

    _params["order[by]"] = _json_order_by

    _json_order_dir: str | Unset = UNSET
    if not isinstance(order_dir, Unset):
        _json_order_dir = order_dir.value

    _params["order[dir]"] = _json_order_dir

    _params["filter[label]"] = filter_label

    _params["filter[status]"] = filter_status

    _params["filter[description]"] = filter_description

    _json_filter_scopes: dict[str, Any] | Unset = UNSET
    if not isinstance(filter_scopes, Unset):
        _json_filter_scopes = filter_scopes.to_dict()
    if not isinstance(_json_filter_scopes, Unset):
        _params.update(_deep_object("filter[scopes]", _json_filter_scopes))

    _params = {k: v for k, v in _params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/voice_issues",
        "params": _params,
    }

    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: _httpx.Response
) -> Error | list[VoiceIssue] | None:
    if response.status_code == 200:
        response_200: list[VoiceIssue] = _models_of(VoiceIssue, response.json())

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
) -> Response[Error | list[VoiceIssue]]:
    with _decoding("GET /voice_issues", response):
        return Response(
            status_code=_status(response.status_code),
            content=response.content,
            headers=response.headers,
            parsed=_parse_response(client=client, response=response),
        )


def sync_detailed(
    *,
    client: AuthenticatedClient,
    pagination_limit: int | Unset = UNSET,
    pagination_offset: int | Unset = UNSET,
    order_by: VoiceIssueOrder | Unset = UNSET,
    order_dir: OrderDirection | Unset = UNSET,
    filter_label: str | Unset = UNSET,
    filter_status: str | Unset = UNSET,
    filter_description: str | Unset = UNSET,
    filter_scopes: VoiceIssuesIndexFilterScopes | Unset = UNSET,
) -> Response[Error | list[VoiceIssue]]:
    """List voice issues

    Args:
        pagination_limit (int | Unset): How many rows to return at most. Default and maximum are
            not documented.
        pagination_offset (int | Unset): How many rows to skip first.
        order_by (VoiceIssueOrder | Unset): What voice issues are sorted by.
        order_dir (OrderDirection | Unset): Ascending or descending.
        filter_label (str | Unset): The kind of the issue.
        filter_status (str | Unset): The status of the issue.
        filter_description (str | Unset): The description of the issue.
        filter_scopes (VoiceIssuesIndexFilterScopes | Unset): Only these scopes; which there are
            is not documented.

    Raises:
        beyondwords.BeyondWordsError: The call failed; `client` is `bw.api`.

    Returns:
        Response[Error | list[VoiceIssue]]
    """

    _kwargs = _get_kwargs(
        pagination_limit=pagination_limit,
        pagination_offset=pagination_offset,
        order_by=order_by,
        order_dir=order_dir,
        filter_label=filter_label,
        filter_status=filter_status,
        filter_description=filter_description,
        filter_scopes=filter_scopes,
    )

    _response = client.get_httpx_client().request(
        **_kwargs,
    )

    return _build_response(client=client, response=_response)


def sync(
    *,
    client: AuthenticatedClient,
    pagination_limit: int | Unset = UNSET,
    pagination_offset: int | Unset = UNSET,
    order_by: VoiceIssueOrder | Unset = UNSET,
    order_dir: OrderDirection | Unset = UNSET,
    filter_label: str | Unset = UNSET,
    filter_status: str | Unset = UNSET,
    filter_description: str | Unset = UNSET,
    filter_scopes: VoiceIssuesIndexFilterScopes | Unset = UNSET,
) -> Error | list[VoiceIssue] | None:
    """List voice issues

    Args:
        pagination_limit (int | Unset): How many rows to return at most. Default and maximum are
            not documented.
        pagination_offset (int | Unset): How many rows to skip first.
        order_by (VoiceIssueOrder | Unset): What voice issues are sorted by.
        order_dir (OrderDirection | Unset): Ascending or descending.
        filter_label (str | Unset): The kind of the issue.
        filter_status (str | Unset): The status of the issue.
        filter_description (str | Unset): The description of the issue.
        filter_scopes (VoiceIssuesIndexFilterScopes | Unset): Only these scopes; which there are
            is not documented.

    Raises:
        beyondwords.BeyondWordsError: The call failed; `client` is `bw.api`.

    Returns:
        Error | list[VoiceIssue]
    """

    return sync_detailed(
        client=client,
        pagination_limit=pagination_limit,
        pagination_offset=pagination_offset,
        order_by=order_by,
        order_dir=order_dir,
        filter_label=filter_label,
        filter_status=filter_status,
        filter_description=filter_description,
        filter_scopes=filter_scopes,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    pagination_limit: int | Unset = UNSET,
    pagination_offset: int | Unset = UNSET,
    order_by: VoiceIssueOrder | Unset = UNSET,
    order_dir: OrderDirection | Unset = UNSET,
    filter_label: str | Unset = UNSET,
    filter_status: str | Unset = UNSET,
    filter_description: str | Unset = UNSET,
    filter_scopes: VoiceIssuesIndexFilterScopes | Unset = UNSET,
) -> Response[Error | list[VoiceIssue]]:
    """List voice issues

    Args:
        pagination_limit (int | Unset): How many rows to return at most. Default and maximum are
            not documented.
        pagination_offset (int | Unset): How many rows to skip first.
        order_by (VoiceIssueOrder | Unset): What voice issues are sorted by.
        order_dir (OrderDirection | Unset): Ascending or descending.
        filter_label (str | Unset): The kind of the issue.
        filter_status (str | Unset): The status of the issue.
        filter_description (str | Unset): The description of the issue.
        filter_scopes (VoiceIssuesIndexFilterScopes | Unset): Only these scopes; which there are
            is not documented.

    Raises:
        beyondwords.BeyondWordsError: The call failed; `client` is `bw.api`.

    Returns:
        Response[Error | list[VoiceIssue]]
    """

    _kwargs = _get_kwargs(
        pagination_limit=pagination_limit,
        pagination_offset=pagination_offset,
        order_by=order_by,
        order_dir=order_dir,
        filter_label=filter_label,
        filter_status=filter_status,
        filter_description=filter_description,
        filter_scopes=filter_scopes,
    )

    _response = await client.get_async_httpx_client().request(**_kwargs)

    return _build_response(client=client, response=_response)


async def asyncio(
    *,
    client: AuthenticatedClient,
    pagination_limit: int | Unset = UNSET,
    pagination_offset: int | Unset = UNSET,
    order_by: VoiceIssueOrder | Unset = UNSET,
    order_dir: OrderDirection | Unset = UNSET,
    filter_label: str | Unset = UNSET,
    filter_status: str | Unset = UNSET,
    filter_description: str | Unset = UNSET,
    filter_scopes: VoiceIssuesIndexFilterScopes | Unset = UNSET,
) -> Error | list[VoiceIssue] | None:
    """List voice issues

    Args:
        pagination_limit (int | Unset): How many rows to return at most. Default and maximum are
            not documented.
        pagination_offset (int | Unset): How many rows to skip first.
        order_by (VoiceIssueOrder | Unset): What voice issues are sorted by.
        order_dir (OrderDirection | Unset): Ascending or descending.
        filter_label (str | Unset): The kind of the issue.
        filter_status (str | Unset): The status of the issue.
        filter_description (str | Unset): The description of the issue.
        filter_scopes (VoiceIssuesIndexFilterScopes | Unset): Only these scopes; which there are
            is not documented.

    Raises:
        beyondwords.BeyondWordsError: The call failed; `client` is `bw.api`.

    Returns:
        Error | list[VoiceIssue]
    """

    return (
        await asyncio_detailed(
            client=client,
            pagination_limit=pagination_limit,
            pagination_offset=pagination_offset,
            order_by=order_by,
            order_dir=order_dir,
            filter_label=filter_label,
            filter_status=filter_status,
            filter_description=filter_description,
            filter_scopes=filter_scopes,
        )
    ).parsed
