"""Requests on the wire: calls over an httpx MockTransport, and what the spec prescribes for each."""

from __future__ import annotations

import asyncio
import inspect
import io
import json
from collections import defaultdict
from collections.abc import Iterable
from typing import Any
from urllib.parse import parse_qsl, unquote

import httpx
from werkzeug.formparser import MultiPartParser
from werkzeug.http import parse_options_header

from beyondwords_api.client import AuthenticatedClient
from tests.contract.agreement import same
from tests.contract.exchanges import Body, Values, delimiter, kind_of, listed, text
from tests.contract.generated import Endpoint
from tests.contract.subject import SPEC
from tools.spec import Json, Operation, servers

_SERVER = (*servers(SPEC), "")[0]
_BASE_URL = _SERVER if _SERVER.startswith("http") else f"https://api.example.com{_SERVER}"
_BASE_PATH = httpx.URL(_BASE_URL).raw_path.decode("ascii").rstrip("/")


def call(endpoint: Endpoint, arguments: Json, response: httpx.Response, name: str) -> tuple[httpx.Request, Any]:
    """Call one of the endpoint's functions; the request it sent and what it returned."""
    sent: list[httpx.Request] = []

    def answer(request: httpx.Request) -> httpx.Response:
        sent.append(request)
        return response

    options: Json = {"transport": httpx.MockTransport(answer), "trust_env": False}
    client = AuthenticatedClient(
        _BASE_URL, token="the-key", prefix="", auth_header_name="X-Api-Key", httpx_args=options
    )
    returned = getattr(endpoint.module, name)(client=client, **arguments)
    if inspect.iscoroutine(returned):
        returned = asyncio.run(returned)
    assert len(sent) == 1, f"{endpoint.source.key} sent {len(sent)} requests"
    assert sent[0].headers["X-Api-Key"] == "the-key"
    return sent[0], returned


def judge_request(operation: Operation, request: httpx.Request, values: Values, body: Body | None) -> None:
    """Fail where the request is not the one that OpenAPI prescribes for these values and this body."""
    assert request.method == operation.method
    path, _, query = request.url.raw_path.decode("ascii").partition("?")
    assert path.startswith(_BASE_PATH)
    # Split before decoding: an encoded slash belongs to a value.
    segments = [unquote(segment) for segment in path.removeprefix(_BASE_PATH).split("/")]
    assert segments == [_filled(unquote(segment), values) for segment in operation.path.split("/")]
    pairs = [pair for parameter, value in values if parameter["in"] == "query" for pair in _pairs(parameter, value)]
    assert same(_by_name(parse_qsl(query, keep_blank_values=True, strict_parsing=bool(query))), _by_name(pairs))
    cookies = request.headers.get("cookie", "").split("; ")
    for parameter, value in values:
        name, place = parameter["name"], parameter["in"]
        assert place != "header" or request.headers[name] == text(value)
        assert place != "cookie" or f"{name}={text(value)}" in cookies
    if body is None:
        assert request.content == b""
    else:
        _judge_body(operation, request, body)


def _filled(segment: str, values: Values) -> str:
    for parameter, value in values:
        if parameter["in"] == "path":
            segment = segment.replace(f"{{{parameter['name']}}}", text(value))
    return segment


def _pairs(parameter: Json, data: Any) -> list[tuple[str, Any]]:
    """The query that OpenAPI prescribes for a value of the parameter."""
    name, style = parameter["name"], parameter.get("style", "form")
    if isinstance(data, dict) and style == "deepObject":
        return [(f"{name}[{key}]", each) for key, value in data.items() for each in listed(value)]
    if isinstance(data, dict):
        together = ",".join(text(part) for pair in data.items() for part in pair)
        return list(data.items()) if parameter.get("explode", style == "form") else [(name, together)]
    return [(name, each) for each in listed(_joined(data, parameter))]


def _joined(value: Any, parameter: Json) -> Any:
    sign = delimiter(parameter)
    return sign.join(map(text, value)) if isinstance(value, list) and sign else value


def _judge_body(operation: Operation, request: httpx.Request, body: Body) -> None:
    media_type, options = parse_options_header(request.headers["content-type"])
    assert media_type == body.media_type.partition(";")[0]
    if kind_of(body.media_type) == "json":
        sent = json.loads(request.content)
        assert same(sent, body.value)
        return
    if not isinstance(body.value, dict):
        assert request.content == str(body.value).encode()
        return
    fields = body.value
    if media_type == "multipart/form-data":
        # Read as a server reads it.
        stream = io.BytesIO(request.content)
        texts, files = MultiPartParser().parse(stream, options["boundary"].encode(), len(request.content))
        arrived = [*texts.items(multi=True), *((name, file.read()) for name, file in files.items(multi=True))]
    else:
        encodings = (operation.request_body or {})["content"][body.media_type].get("encoding") or {}
        fields = {name: _joined(value, encodings.get(name) or {}) for name, value in fields.items()}
        arrived = parse_qsl(request.content.decode(), keep_blank_values=True)
    assert same(_by_name(arrived), _by_name((name, each) for name, value in fields.items() for each in listed(value)))


def _by_name(pairs: Iterable[tuple[str, Any]]) -> dict[str, list[Any]]:
    """The values of each name, in their order and as text; a JSON object as what it says."""
    found = defaultdict(list)
    for name, value in pairs:
        written = value.decode(errors="surrogateescape") if isinstance(value, bytes) else value
        if isinstance(written, str) and written.startswith("{"):
            written = json.loads(written)
        found[name].append(written if isinstance(written, dict) else text(written))
    return found
