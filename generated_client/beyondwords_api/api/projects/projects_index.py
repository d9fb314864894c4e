from typing import Any

import httpx as _httpx

from ... import errors as _errors
from ...client import AuthenticatedClient, Client
from ...models.environment import Environment
from ...models.error import Error
from ...models.order_direction import OrderDirection
from ...models.project import Project
from ...models.project_order import ProjectOrder
from ...types import UNSET, Response, Unset
from ...types import decoding as _decoding
from ...types import models_of as _models_of
from ...types import status as _status


def _get_kwargs(
    *,
    pagination_limit: int | Unset = UNSET,
    pagination_offset: int | Unset = UNSET,
    order_by: ProjectOrder | Unset = UNSET,
    order_dir: OrderDirection | Unset = UNSET,
    filter_environment: Environment | Unset = UNSET,
    filter_name: str | Unset = UNSET,
    filter_language_code: str | Unset = UNSET,
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

    _json_filter_environment: str | Unset = UNSET
    if not isinstance(filter_environment, Unset):
        _json_filter_environment = filter_environment.value

    _params["filter[environment]"] = _json_filter_environment

    _params["filter[name]"] = filter_name

    _params["filter[language.code]"] = filter_language_code

    _params = {k: v for k, v in _params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/projects",
        "params": _params,
    }

    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: _httpx.Response
) -> Error | list[Project] | None:
    if response.status_code == 200:
        response_200: list[Project] = _models_of(Project, response.json())

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
) -> Response[Error | list[Project]]:
    with _decoding("GET /projects", response):
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
    order_by: ProjectOrder | Unset = UNSET,
    order_dir: OrderDirection | Unset = UNSET,
    filter_environment: Environment | Unset = UNSET,
    filter_name: str | Unset = UNSET,
    filter_language_code: str | Unset = UNSET,
) -> Response[Error | list[Project]]:
    """List projects

    Args:
        pagination_limit (int | Unset): How many rows to return at most. Default and maximum are
            not documented.
        pagination_offset (int | Unset): How many rows to skip first.
        order_by (ProjectOrder | Unset): What projects are sorted by.
        order_dir (OrderDirection | Unset): Ascending or descending.
        filter_environment (Environment | Unset): What a project is for.
        filter_name (str | Unset): The name.
        filter_language_code (str | Unset): Language code, such as `en_GB`.

    Raises:
        beyondwords.BeyondWordsError: The call failed; `client` is `bw.api`.

    Returns:
        Response[Error | list[Project]]
    """

    _kwargs = _get_kwargs(
        pagination_limit=pagination_limit,
        pagination_offset=pagination_offset,
        order_by=order_by,
        order_dir=order_dir,
        filter_environment=filter_environment,
        filter_name=filter_name,
        filter_language_code=filter_language_code,
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
    order_by: ProjectOrder | Unset = UNSET,
    order_dir: OrderDirection | Unset = UNSET,
    filter_environment: Environment | Unset = UNSET,
    filter_name: str | Unset = UNSET,
    filter_language_code: str | Unset = UNSET,
) -> Error | list[Project] | None:
    """List projects

    Args:
        pagination_limit (int | Unset): How many rows to return at most. Default and maximum are
            not documented.
        pagination_offset (int | Unset): How many rows to skip first.
        order_by (ProjectOrder | Unset): What projects are sorted by.
        order_dir (OrderDirection | Unset): Ascending or descending.
        filter_environment (Environment | Unset): What a project is for.
        filter_name (str | Unset): The name.
        filter_language_code (str | Unset): Language code, such as `en_GB`.

    Raises:
        beyondwords.BeyondWordsError: The call failed; `client` is `bw.api`.

    Returns:
        Error | list[Project]
    """

    return sync_detailed(
        client=client,
        pagination_limit=pagination_limit,
        pagination_offset=pagination_offset,
        order_by=order_by,
        order_dir=order_dir,
        filter_environment=filter_environment,
        filter_name=filter_name,
        filter_language_code=filter_language_code,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    pagination_limit: int | Unset = UNSET,
    pagination_offset: int | Unset = UNSET,
    order_by: ProjectOrder | Unset = UNSET,
    order_dir: OrderDirection | Unset = UNSET,
    filter_environment: Environment | Unset = UNSET,
    filter_name: str | Unset = UNSET,
    filter_language_code: str | Unset = UNSET,
) -> Response[Error | list[Project]]:
    """List projects

    Args:
        pagination_limit (int | Unset): How many rows to return at most. Default and maximum are
            not documented.
        pagination_offset (int | Unset): How many rows to skip first.
        order_by (ProjectOrder | Unset): What projects are sorted by.
        order_dir (OrderDirection | Unset): Ascending or descending.
        filter_environment (Environment | Unset): What a project is for.
        filter_name (str | Unset): The name.
        filter_language_code (str | Unset): Language code, such as `en_GB`.

    Raises:
        beyondwords.BeyondWordsError: The call failed; `client` is `bw.api`.

    Returns:
        Response[Error | list[Project]]
    """

    _kwargs = _get_kwargs(
        pagination_limit=pagination_limit,
        pagination_offset=pagination_offset,
        order_by=order_by,
        order_dir=order_dir,
        filter_environment=filter_environment,
        filter_name=filter_name,
        filter_language_code=filter_language_code,
    )

    _response = await client.get_async_httpx_client().request(**_kwargs)

    return _build_response(client=client, response=_response)


async def asyncio(
    *,
    client: AuthenticatedClient,
    pagination_limit: int | Unset = UNSET,
    pagination_offset: int | Unset = UNSET,
    order_by: ProjectOrder | Unset = UNSET,
    order_dir: OrderDirection | Unset = UNSET,
    filter_environment: Environment | Unset = UNSET,
    filter_name: str | Unset = UNSET,
    filter_language_code: str | Unset = UNSET,
) -> Error | list[Project] | None:
    """List projects

    Args:
        pagination_limit (int | Unset): How many rows to return at most. Default and maximum are
            not documented.
        pagination_offset (int | Unset): How many rows to skip first.
        order_by (ProjectOrder | Unset): What projects are sorted by.
        order_dir (OrderDirection | Unset): Ascending or descending.
        filter_environment (Environment | Unset): What a project is for.
        filter_name (str | Unset): The name.
        filter_language_code (str | Unset): Language code, such as `en_GB`.

    Raises:
        beyondwords.BeyondWordsError: The call failed; `client` is `bw.api`.

    Returns:
        Error | list[Project]
    """

    return (
        await asyncio_detailed(
            client=client,
            pagination_limit=pagination_limit,
            pagination_offset=pagination_offset,
            order_by=order_by,
            order_dir=order_dir,
            filter_environment=filter_environment,
            filter_name=filter_name,
            filter_language_code=filter_language_code,
        )
    ).parsed
