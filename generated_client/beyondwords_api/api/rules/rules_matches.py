from typing import Any

import httpx as _httpx

from ... import errors as _errors
from ...client import AuthenticatedClient, Client
from ...models.error import Error
from ...models.rule_match import RuleMatch
from ...models.rule_match_request import RuleMatchRequest
from ...types import Response
from ...types import decoding as _decoding
from ...types import models_of as _models_of
from ...types import status as _status


def _get_kwargs(
    *,
    body: RuleMatchRequest,
) -> dict[str, Any]:
    _headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/rules/matches",
    }

    _kwargs["json"] = body.to_dict()

    _headers["Content-Type"] = "application/json"

    _kwargs["headers"] = _headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: _httpx.Response
) -> Error | list[RuleMatch] | None:
    if response.status_code == 200:
        response_200: list[RuleMatch] = _models_of(RuleMatch, response.json())

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
) -> Response[Error | list[RuleMatch]]:
    with _decoding("POST /rules/matches", response):
        return Response(
            status_code=_status(response.status_code),
            content=response.content,
            headers=response.headers,
            parsed=_parse_response(client=client, response=response),
        )


def sync_detailed(
    *,
    client: AuthenticatedClient,
    body: RuleMatchRequest,
) -> Response[Error | list[RuleMatch]]:
    """Find the pronunciation rules that apply to a text

    Args:
        body (RuleMatchRequest): A text to look for rules in. Example: {'project': {'id': 4021},
            'segments': {'text': 'The NHS says'}}.

    Raises:
        beyondwords.BeyondWordsError: The call failed; `client` is `bw.api`.

    Returns:
        Response[Error | list[RuleMatch]]
    """

    _kwargs = _get_kwargs(
        body=body,
    )

    _response = client.get_httpx_client().request(
        **_kwargs,
    )

    return _build_response(client=client, response=_response)


def sync(
    *,
    client: AuthenticatedClient,
    body: RuleMatchRequest,
) -> Error | list[RuleMatch] | None:
    """Find the pronunciation rules that apply to a text

    Args:
        body (RuleMatchRequest): A text to look for rules in. Example: {'project': {'id': 4021},
            'segments': {'text': 'The NHS says'}}.

    Raises:
        beyondwords.BeyondWordsError: The call failed; `client` is `bw.api`.

    Returns:
        Error | list[RuleMatch]
    """

    return sync_detailed(
        client=client,
        body=body,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    body: RuleMatchRequest,
) -> Response[Error | list[RuleMatch]]:
    """Find the pronunciation rules that apply to a text

    Args:
        body (RuleMatchRequest): A text to look for rules in. Example: {'project': {'id': 4021},
            'segments': {'text': 'The NHS says'}}.

    Raises:
        beyondwords.BeyondWordsError: The call failed; `client` is `bw.api`.

    Returns:
        Response[Error | list[RuleMatch]]
    """

    _kwargs = _get_kwargs(
        body=body,
    )

    _response = await client.get_async_httpx_client().request(**_kwargs)

    return _build_response(client=client, response=_response)


async def asyncio(
    *,
    client: AuthenticatedClient,
    body: RuleMatchRequest,
) -> Error | list[RuleMatch] | None:
    """Find the pronunciation rules that apply to a text

    Args:
        body (RuleMatchRequest): A text to look for rules in. Example: {'project': {'id': 4021},
            'segments': {'text': 'The NHS says'}}.

    Raises:
        beyondwords.BeyondWordsError: The call failed; `client` is `bw.api`.

    Returns:
        Error | list[RuleMatch]
    """

    return (
        await asyncio_detailed(
            client=client,
            body=body,
        )
    ).parsed
