from typing import Any

import httpx as _httpx

from ... import errors as _errors
from ...client import AuthenticatedClient, Client
from ...models.error import Error
from ...models.summarization_settings_template import SummarizationSettingsTemplate
from ...types import Response
from ...types import decoding as _decoding
from ...types import path_value as _path_value
from ...types import status as _status


def _get_kwargs(
    slug: str,
) -> dict[str, Any]:

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/summarization_settings_templates/{slug}".format(
            slug=_path_value("slug", slug),
        ),
    }

    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: _httpx.Response
) -> Error | SummarizationSettingsTemplate | None:
    if response.status_code == 200:
        response_200 = SummarizationSettingsTemplate.from_dict(response.json())

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
) -> Response[Error | SummarizationSettingsTemplate]:
    with _decoding("GET /summarization_settings_templates/{slug}", response):
        return Response(
            status_code=_status(response.status_code),
            content=response.content,
            headers=response.headers,
            parsed=_parse_response(client=client, response=response),
        )


def sync_detailed(
    slug: str,
    *,
    client: AuthenticatedClient,
) -> Response[Error | SummarizationSettingsTemplate]:
    """Get a script template

    Args:
        slug (str): Slug of the template.

    Raises:
        beyondwords.BeyondWordsError: The call failed; `client` is `bw.api`.

    Returns:
        Response[Error | SummarizationSettingsTemplate]
    """

    _kwargs = _get_kwargs(
        slug=slug,
    )

    _response = client.get_httpx_client().request(
        **_kwargs,
    )

    return _build_response(client=client, response=_response)


def sync(
    slug: str,
    *,
    client: AuthenticatedClient,
) -> Error | SummarizationSettingsTemplate | None:
    """Get a script template

    Args:
        slug (str): Slug of the template.

    Raises:
        beyondwords.BeyondWordsError: The call failed; `client` is `bw.api`.

    Returns:
        Error | SummarizationSettingsTemplate
    """

    return sync_detailed(
        slug=slug,
        client=client,
    ).parsed


async def asyncio_detailed(
    slug: str,
    *,
    client: AuthenticatedClient,
) -> Response[Error | SummarizationSettingsTemplate]:
    """Get a script template

    Args:
        slug (str): Slug of the template.

    Raises:
        beyondwords.BeyondWordsError: The call failed; `client` is `bw.api`.

    Returns:
        Response[Error | SummarizationSettingsTemplate]
    """

    _kwargs = _get_kwargs(
        slug=slug,
    )

    _response = await client.get_async_httpx_client().request(**_kwargs)

    return _build_response(client=client, response=_response)


async def asyncio(
    slug: str,
    *,
    client: AuthenticatedClient,
) -> Error | SummarizationSettingsTemplate | None:
    """Get a script template

    Args:
        slug (str): Slug of the template.

    Raises:
        beyondwords.BeyondWordsError: The call failed; `client` is `bw.api`.

    Returns:
        Error | SummarizationSettingsTemplate
    """

    return (
        await asyncio_detailed(
            slug=slug,
            client=client,
        )
    ).parsed
