from typing import Any

import httpx

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

    params: dict[str, Any] = {}

    params["pagination[limit]"] = pagination_limit

    params["pagination[offset]"] = pagination_offset

    json_order_by: str | Unset = UNSET
    if not isinstance(order_by, Unset):
        json_order_by = order_by.value

    params["order[by]"] = json_order_by

    json_order_dir: str | Unset = UNSET
    if not isinstance(order_dir, Unset):
        json_order_dir = order_dir.value

    params["order[dir]"] = json_order_dir

    params["filter[label]"] = filter_label

    params["filter[status]"] = filter_status

    params["filter[description]"] = filter_description

    json_filter_scopes: dict[str, Any] | Unset = UNSET
    if not isinstance(filter_scopes, Unset):
        json_filter_scopes = filter_scopes.to_dict()
    if not isinstance(json_filter_scopes, Unset):
        params.update(_deep_object("filter[scopes]", json_filter_scopes))

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/voice_issues",
        "params": params,
    }

    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
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
    *, client: AuthenticatedClient | Client, response: httpx.Response
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

    kwargs = _get_kwargs(
        pagination_limit=pagination_limit,
        pagination_offset=pagination_offset,
        order_by=order_by,
        order_dir=order_dir,
        filter_label=filter_label,
        filter_status=filter_status,
        filter_description=filter_description,
        filter_scopes=filter_scopes,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


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

    kwargs = _get_kwargs(
        pagination_limit=pagination_limit,
        pagination_offset=pagination_offset,
        order_by=order_by,
        order_dir=order_dir,
        filter_label=filter_label,
        filter_status=filter_status,
        filter_description=filter_description,
        filter_scopes=filter_scopes,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


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
