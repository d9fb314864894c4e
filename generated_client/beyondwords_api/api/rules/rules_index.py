from typing import Any

import httpx as _httpx

from ... import errors as _errors
from ...client import AuthenticatedClient, Client
from ...models.error import Error
from ...models.order_direction import OrderDirection
from ...models.rule import Rule
from ...models.rule_order import RuleOrder
from ...models.rules_index_filter_scopes import RulesIndexFilterScopes
from ...types import UNSET, Response, Unset
from ...types import decoding as _decoding
from ...types import deep_object as _deep_object
from ...types import models_of as _models_of
from ...types import status as _status


def _get_kwargs(
    *,
    pagination_limit: int | Unset = UNSET,
    pagination_offset: int | Unset = UNSET,
    order_by: RuleOrder | Unset = UNSET,
    order_dir: OrderDirection | Unset = UNSET,
    filter_type: str | Unset = UNSET,
    filter_preview_status: str | Unset = UNSET,
    filter_key: str | Unset = UNSET,
    filter_scopes: RulesIndexFilterScopes | Unset = UNSET,
    filter_languages: list[str] | Unset = UNSET,
    filter_voices: list[int] | Unset = UNSET,
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

    _params["filter[type]"] = filter_type

    _params["filter[preview_status]"] = filter_preview_status

    _params["filter[key]"] = filter_key

    _json_filter_scopes: dict[str, Any] | Unset = UNSET
    if not isinstance(filter_scopes, Unset):
        _json_filter_scopes = filter_scopes.to_dict()
    if not isinstance(_json_filter_scopes, Unset):
        _params.update(_deep_object("filter[scopes]", _json_filter_scopes))

    _json_filter_languages: list[str] | Unset = UNSET
    if not isinstance(filter_languages, Unset):
        _json_filter_languages = filter_languages

    _params["filter[languages][]"] = _json_filter_languages

    _json_filter_voices: list[int] | Unset = UNSET
    if not isinstance(filter_voices, Unset):
        _json_filter_voices = filter_voices

    _params["filter[voices][]"] = _json_filter_voices

    _params = {k: v for k, v in _params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/rules",
        "params": _params,
    }

    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: _httpx.Response
) -> Error | list[Rule] | None:
    if response.status_code == 200:
        response_200: list[Rule] = _models_of(Rule, response.json())

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
) -> Response[Error | list[Rule]]:
    with _decoding("GET /rules", response):
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
    order_by: RuleOrder | Unset = UNSET,
    order_dir: OrderDirection | Unset = UNSET,
    filter_type: str | Unset = UNSET,
    filter_preview_status: str | Unset = UNSET,
    filter_key: str | Unset = UNSET,
    filter_scopes: RulesIndexFilterScopes | Unset = UNSET,
    filter_languages: list[str] | Unset = UNSET,
    filter_voices: list[int] | Unset = UNSET,
) -> Response[Error | list[Rule]]:
    """List pronunciation rules

    Args:
        pagination_limit (int | Unset): How many rows to return at most. Default and maximum are
            not documented.
        pagination_offset (int | Unset): How many rows to skip first.
        order_by (RuleOrder | Unset): What rules are sorted by.
        order_dir (OrderDirection | Unset): Ascending or descending.
        filter_type (str | Unset): The type of the rule.
        filter_preview_status (str | Unset): The status of the preview.
        filter_key (str | Unset): The text that is replaced.
        filter_scopes (RulesIndexFilterScopes | Unset): Only these scopes; which there are is not
            documented.
        filter_languages (list[str] | Unset): Only rules for these languages.
        filter_voices (list[int] | Unset): Only rules with these preview voices.

    Raises:
        beyondwords.BeyondWordsError: The call failed; `client` is `bw.api`.

    Returns:
        Response[Error | list[Rule]]
    """

    _kwargs = _get_kwargs(
        pagination_limit=pagination_limit,
        pagination_offset=pagination_offset,
        order_by=order_by,
        order_dir=order_dir,
        filter_type=filter_type,
        filter_preview_status=filter_preview_status,
        filter_key=filter_key,
        filter_scopes=filter_scopes,
        filter_languages=filter_languages,
        filter_voices=filter_voices,
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
    order_by: RuleOrder | Unset = UNSET,
    order_dir: OrderDirection | Unset = UNSET,
    filter_type: str | Unset = UNSET,
    filter_preview_status: str | Unset = UNSET,
    filter_key: str | Unset = UNSET,
    filter_scopes: RulesIndexFilterScopes | Unset = UNSET,
    filter_languages: list[str] | Unset = UNSET,
    filter_voices: list[int] | Unset = UNSET,
) -> Error | list[Rule] | None:
    """List pronunciation rules

    Args:
        pagination_limit (int | Unset): How many rows to return at most. Default and maximum are
            not documented.
        pagination_offset (int | Unset): How many rows to skip first.
        order_by (RuleOrder | Unset): What rules are sorted by.
        order_dir (OrderDirection | Unset): Ascending or descending.
        filter_type (str | Unset): The type of the rule.
        filter_preview_status (str | Unset): The status of the preview.
        filter_key (str | Unset): The text that is replaced.
        filter_scopes (RulesIndexFilterScopes | Unset): Only these scopes; which there are is not
            documented.
        filter_languages (list[str] | Unset): Only rules for these languages.
        filter_voices (list[int] | Unset): Only rules with these preview voices.

    Raises:
        beyondwords.BeyondWordsError: The call failed; `client` is `bw.api`.

    Returns:
        Error | list[Rule]
    """

    return sync_detailed(
        client=client,
        pagination_limit=pagination_limit,
        pagination_offset=pagination_offset,
        order_by=order_by,
        order_dir=order_dir,
        filter_type=filter_type,
        filter_preview_status=filter_preview_status,
        filter_key=filter_key,
        filter_scopes=filter_scopes,
        filter_languages=filter_languages,
        filter_voices=filter_voices,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    pagination_limit: int | Unset = UNSET,
    pagination_offset: int | Unset = UNSET,
    order_by: RuleOrder | Unset = UNSET,
    order_dir: OrderDirection | Unset = UNSET,
    filter_type: str | Unset = UNSET,
    filter_preview_status: str | Unset = UNSET,
    filter_key: str | Unset = UNSET,
    filter_scopes: RulesIndexFilterScopes | Unset = UNSET,
    filter_languages: list[str] | Unset = UNSET,
    filter_voices: list[int] | Unset = UNSET,
) -> Response[Error | list[Rule]]:
    """List pronunciation rules

    Args:
        pagination_limit (int | Unset): How many rows to return at most. Default and maximum are
            not documented.
        pagination_offset (int | Unset): How many rows to skip first.
        order_by (RuleOrder | Unset): What rules are sorted by.
        order_dir (OrderDirection | Unset): Ascending or descending.
        filter_type (str | Unset): The type of the rule.
        filter_preview_status (str | Unset): The status of the preview.
        filter_key (str | Unset): The text that is replaced.
        filter_scopes (RulesIndexFilterScopes | Unset): Only these scopes; which there are is not
            documented.
        filter_languages (list[str] | Unset): Only rules for these languages.
        filter_voices (list[int] | Unset): Only rules with these preview voices.

    Raises:
        beyondwords.BeyondWordsError: The call failed; `client` is `bw.api`.

    Returns:
        Response[Error | list[Rule]]
    """

    _kwargs = _get_kwargs(
        pagination_limit=pagination_limit,
        pagination_offset=pagination_offset,
        order_by=order_by,
        order_dir=order_dir,
        filter_type=filter_type,
        filter_preview_status=filter_preview_status,
        filter_key=filter_key,
        filter_scopes=filter_scopes,
        filter_languages=filter_languages,
        filter_voices=filter_voices,
    )

    _response = await client.get_async_httpx_client().request(**_kwargs)

    return _build_response(client=client, response=_response)


async def asyncio(
    *,
    client: AuthenticatedClient,
    pagination_limit: int | Unset = UNSET,
    pagination_offset: int | Unset = UNSET,
    order_by: RuleOrder | Unset = UNSET,
    order_dir: OrderDirection | Unset = UNSET,
    filter_type: str | Unset = UNSET,
    filter_preview_status: str | Unset = UNSET,
    filter_key: str | Unset = UNSET,
    filter_scopes: RulesIndexFilterScopes | Unset = UNSET,
    filter_languages: list[str] | Unset = UNSET,
    filter_voices: list[int] | Unset = UNSET,
) -> Error | list[Rule] | None:
    """List pronunciation rules

    Args:
        pagination_limit (int | Unset): How many rows to return at most. Default and maximum are
            not documented.
        pagination_offset (int | Unset): How many rows to skip first.
        order_by (RuleOrder | Unset): What rules are sorted by.
        order_dir (OrderDirection | Unset): Ascending or descending.
        filter_type (str | Unset): The type of the rule.
        filter_preview_status (str | Unset): The status of the preview.
        filter_key (str | Unset): The text that is replaced.
        filter_scopes (RulesIndexFilterScopes | Unset): Only these scopes; which there are is not
            documented.
        filter_languages (list[str] | Unset): Only rules for these languages.
        filter_voices (list[int] | Unset): Only rules with these preview voices.

    Raises:
        beyondwords.BeyondWordsError: The call failed; `client` is `bw.api`.

    Returns:
        Error | list[Rule]
    """

    return (
        await asyncio_detailed(
            client=client,
            pagination_limit=pagination_limit,
            pagination_offset=pagination_offset,
            order_by=order_by,
            order_dir=order_dir,
            filter_type=filter_type,
            filter_preview_status=filter_preview_status,
            filter_key=filter_key,
            filter_scopes=filter_scopes,
            filter_languages=filter_languages,
            filter_voices=filter_voices,
        )
    ).parsed
