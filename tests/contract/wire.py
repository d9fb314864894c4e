"""Calls of generated functions over an httpx MockTransport, and openapi-core as the judge of what was sent."""

from __future__ import annotations

import asyncio
import json
import re
from collections.abc import Callable
from functools import cache
from typing import Any
from urllib.parse import parse_qsl, quote

import httpx
from openapi_core import Config, OpenAPI
from openapi_core.testing.requests import MockRequest
from openapi_core.testing.responses import MockResponse
from werkzeug.datastructures import MultiDict

from beyondwords_api.client import AuthenticatedClient
from tests.contract.agreement import argument
from tests.contract.generated import Endpoint, argument_name
from tests.contract.generated import endpoint as endpoint_of
from tests.contract.schemas import as_sent, plain
from tests.contract.subject import SPEC
from tools.generate.normalize_operations import name_placeholders
from tools.spec import Json, Operation, operations
from tools.spec.references import discriminator_mapping, is_discriminator

DETAILED = ("sync_detailed", "asyncio_detailed")
SHORT = ("sync", "asyncio")
_NOT_PLAIN = re.compile(r"[^!-~]+")
_SERVER = str((SPEC.get("servers") or [{}])[0].get("url", ""))
BASE_URL = _SERVER if _SERVER.startswith("http") else f"https://api.example.com{_SERVER}".rstrip("/")


def _credentials() -> dict[str, str]:
    schemes = (SPEC.get("components") or {}).get("securitySchemes") or {}
    in_header = [scheme["name"] for scheme in schemes.values() if scheme.get("in") == "header"]
    bearer = {"Authorization": "Bearer the-key"} if any("scheme" in each for each in schemes.values()) else {}
    return dict.fromkeys(in_header, "the-key") | bearer


def call(endpoint: Endpoint, arguments: Json, response: httpx.Response, name: str) -> tuple[httpx.Request, Any]:
    """Call one of the endpoint's functions; the request it sent and what it returned."""
    sent: list[httpx.Request] = []

    def answer(request: httpx.Request) -> httpx.Response:
        sent.append(request)
        return response

    options: Json = {
        "base_url": BASE_URL,
        "headers": _credentials(),
        "transport": httpx.MockTransport(answer),
        "trust_env": False,
    }
    client = AuthenticatedClient(base_url=BASE_URL, token="the-key", prefix="", auth_header_name="X-Api-Key")
    function = getattr(endpoint.module, name)
    if name.startswith("asyncio"):
        returned = asyncio.run(_call_async(function, client, options, arguments))
    else:
        with httpx.Client(**options) as inner:
            returned = function(client=client.set_httpx_client(inner), **arguments)
    assert len(sent) == 1, f"{endpoint.key} sent {len(sent)} requests"
    return sent[0], returned


async def _call_async(function: Any, client: AuthenticatedClient, options: Json, arguments: Json) -> Any:
    async with httpx.AsyncClient(**options) as inner:
        return await function(client=client.set_async_httpx_client(inner), **arguments)


def query_of(request: httpx.Request) -> list[tuple[str, str]]:
    """The decoded query, in the order sent."""
    return parse_qsl(request.url.query.decode("ascii"), keep_blank_values=True, strict_parsing=bool(request.url.query))


def expected_query(parameter: Json, data: Any) -> list[tuple[str, str]]:
    """The query pairs that OpenAPI prescribes for a value of the parameter."""
    name, style = parameter["name"], parameter.get("style", "form")
    explode = parameter.get("explode", style == "form")
    data = as_sent(parameter.get("schema"), data)
    if isinstance(data, dict):
        if style == "deepObject":
            return [pair for key, value in data.items() for pair in _deep(f"{name}[{key}]", value)]
        flat = [(str(key), text(value)) for key, value in data.items()]
        return flat if explode else [(name, ",".join(part for pair in flat for part in pair))]
    if isinstance(data, list):
        if explode:
            return [(name, text(item)) for item in data]
        separator = {"spaceDelimited": " ", "pipeDelimited": "|"}.get(style, ",")
        return [(name, separator.join(map(text, data)))]
    return [(name, text(data))]


def _deep(name: str, value: Any) -> list[tuple[str, str]]:
    return [(name, text(item)) for item in value] if isinstance(value, list) else [(name, text(value))]


def undeclared(operation: Operation, request: httpx.Request) -> list[str]:
    """The query keys sent that the spec does not declare."""
    return [key for key, _ in query_of(request) if not any(_declares(each, key) for each in operation.parameters)]


def _declares(parameter: Json, key: str) -> bool:
    if parameter["in"] != "query":
        return False
    if parameter.get("style") == "deepObject":
        return key.startswith(f"{parameter['name']}[") and key.endswith("]")
    node = plain(parameter.get("schema"))
    if node.get("type") == "object" and parameter.get("explode", True):
        return key in node.get("properties", {}) or bool(node.get("additionalProperties", not node.get("properties")))
    return bool(key == parameter["name"])


def text(value: Any) -> str:
    """A scalar in a URL or header."""
    return json.dumps(value) if isinstance(value, bool) else str(value)


def judge_request(request: httpx.Request) -> None:
    """Raise what openapi-core has against the request."""
    _judge().validate_request(_readable(request))


def judge_response(request: httpx.Request, response: httpx.Response) -> None:
    """Raise what openapi-core has against the answer to the request."""
    media_type = response.headers.get("content-type", "")
    answer = MockResponse(response.content, response.status_code, dict(response.headers), media_type)
    _judge().validate_response(_readable(request), answer)


def _readable(request: httpx.Request) -> MockRequest:
    """An httpx request as openapi-core reads requests."""
    cookies = [part.strip().partition("=") for part in request.headers.get("cookie", "").split(";")]
    return MockRequest(
        f"{request.url.scheme}://{request.url.netloc.decode()}",
        request.method,
        request.url.raw_path.decode("ascii").partition("?")[0],
        args=MultiDict(query_of(request)),
        headers=dict(request.headers),
        cookies={name: value for name, _, value in cookies if name},
        data=request.content,
        content_type=request.headers.get("content-type", ""),
    )


@cache
def _judge() -> OpenAPI:
    judgeable = _judgeable(SPEC)
    name_placeholders(judgeable)
    # It compares paths as they are on the wire.
    paths = {_quoted(path): item for path, item in (judgeable.get("paths") or {}).items()}
    # Whether the whole document is valid is a question of its own.
    config = Config(spec_validator_cls=None, extra_media_type_deserializers=_deserializers())
    return OpenAPI.from_dict({**judgeable, "paths": paths}, config=config)


def _deserializers() -> dict[str, Callable[[bytes], Any]]:
    """How the declared media types are read that openapi-core does not know."""
    nodes = [node for each in operations(SPEC) for node in (each.request_body or {}, *each.responses.values())]
    names = {name for node in nodes for name in node.get("content") or {}}
    texts = {name: bytes.decode for name in names if name.startswith("text/")}
    return texts | {name: json.loads for name in names if name.endswith("+json")}


def _quoted(path: str) -> str:
    # The client escapes what is no plain sign; an escape that is written stays.
    return _NOT_PLAIN.sub(lambda found: quote(found[0]), path)


def _judgeable(node: Any) -> Any:
    """The spec without what openapi-core cannot read; `expected_query` judges that."""
    if isinstance(node, list):
        return [_judgeable(item) for item in node]
    if not isinstance(node, dict):
        return node
    copied = {key: _judgeable(value) for key, value in node.items()}
    if node.get("type") == "string" and node.get("format") == "binary":
        # By the rules of 3.1 bytes are no text.
        del copied["type"], copied["format"]
    values = plain(node.get("schema"))
    if node.get("in") == "query" and "" in (values.get("default"), *values.get("enum", ())):
        # An empty text is a text, though openapi-core says otherwise, and warns of the way to tell it.
        copied["allowEmptyValue"] = True
    if is_discriminator(node.get("discriminator")):
        # It takes a bare name for a file's.
        copied["discriminator"] = {**node["discriminator"], "mapping": discriminator_mapping(node)}
    if copied.get("content") == {}:
        # All of it is accepted as unsupported; to openapi-core this is a body that must come.
        del copied["content"]
    if isinstance(node.get("multipart/form-data"), dict):
        # It takes parts for text only; test_operations reads them as a server does, and compares each.
        copied["multipart/form-data"] = {"schema": {}}
    if isinstance(node.get("parameters"), list):
        copied["parameters"] = [each for each in copied["parameters"] if _can_be_judged(plain(each))]
    return copied


def _can_be_judged(parameter: Json) -> bool:
    # It never finds a deepObject with brackets in its name, fails on a list of types, and takes all else for text.
    bracketed = parameter.get("style") == "deepObject" and "[" in parameter.get("name", "")
    # It looks for a space as %20, which is + in a query as well.
    spaced = parameter.get("style") == "spaceDelimited"
    node = plain(parameter.get("schema"))
    return (
        not bracketed
        and not spaced
        and not isinstance(node.get("type"), list)
        and ("type" in node or "const" not in node)
    )


def arguments_by_name(operation: Operation, by_parameter: list[tuple[Json, Any]]) -> Json:
    """Keyword arguments of the generated function for values of the operation's parameters."""
    annotations = endpoint_of(operation).annotations
    found: Json = {}
    for parameter, data in by_parameter:
        name = argument_name(operation, parameter)
        found[name] = argument(annotations[name], data)
    return found
