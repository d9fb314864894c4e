"""The only module that knows connexion: it judges requests and responses by the document."""

from __future__ import annotations

import json
import logging
import warnings
from collections.abc import Callable, Iterable
from http import HTTPStatus
from typing import Any

with warnings.catch_warnings():
    # connexion imports Starlette's test client, which warns about the HTTP library it finds.
    warnings.simplefilter("ignore")
    import connexion  # type: ignore[import-untyped]
    from connexion.context import scope as current_scope  # type: ignore[import-untyped]

from connexion.datastructures import MediaTypeDict  # type: ignore[import-untyped]
from connexion.exceptions import ProblemException  # type: ignore[import-untyped]
from connexion.json_schema import Draft4ResponseValidator  # type: ignore[import-untyped]
from connexion.lifecycle import ConnexionResponse  # type: ignore[import-untyped]
from connexion.options import SwaggerUIOptions  # type: ignore[import-untyped]
from connexion.security import ApiKeySecurityHandler  # type: ignore[import-untyped]
from connexion.validators import VALIDATOR_MAP, JSONRequestBodyValidator  # type: ignore[import-untyped]
from connexion.validators.parameter import ParameterValidator  # type: ignore[import-untyped]
from jsonschema import Draft4Validator, ValidationError  # type: ignore[import-untyped]
from starlette.exceptions import HTTPException
from starlette.responses import Response

from ._bodies import error_body
from ._document import Json, servable
from ._failing import App, Receive, Scope, Send
from ._gate import BODY
from ._listing import Answer
from ._state import Fits
from ._world import World

logger = logging.getLogger("beyondwords.testing")

_LONGEST = 200
_REDIRECT = HTTPStatus.TEMPORARY_REDIRECT
_PLAIN_TEXT = {401: "Unauthorized", 403: "Forbidden"}


class Refused(ProblemException):  # type: ignore[misc]
    """A request the document does not allow, with the places where."""

    def __init__(self, status: int, message: str, errors: Iterable[tuple[str, str]]) -> None:
        super().__init__(status=status, detail=message)
        self.errors = list(errors)


class _Parameters(ParameterValidator):  # type: ignore[misc]
    """Names the parameter in the error, which the plain one does not."""

    @staticmethod
    def validate_parameter(parameter_type: str, value: Any, param: Json, param_name: str | None = None) -> None:
        problem = ParameterValidator.validate_parameter(parameter_type, value, param, param_name)
        if problem:
            raise Refused(400, f"Invalid {parameter_type} parameters", [(param["name"], _one_line(problem))])

    @staticmethod
    def validate_parameter_list(request_params: Iterable[str], spec_params: Iterable[str]) -> set[str]:
        unknown = sorted(set(request_params) - set(spec_params))
        if unknown:
            raise Refused(400, "Invalid query parameters", [(name, "is not a known parameter") for name in unknown])
        return set()


class _JsonBody(JSONRequestBodyValidator):  # type: ignore[misc]
    """Answers 422 with every field at fault, as the API documents it."""

    def _validate(self, body: Any) -> None:
        errors = sorted(self._validator.iter_errors(body), key=lambda error: [str(step) for step in error.path])
        if errors:
            raise Refused(
                422,
                "Invalid request body",
                [(_location(error), _one_line(error.message)) for error in errors],
            )


def _location(error: ValidationError) -> str:
    return ".".join(str(step) for step in error.absolute_path) or "body"


def _one_line(text: Any) -> str:
    lines = str(text).strip().splitlines() or [""]
    return lines[0] if len(lines[0]) <= _LONGEST else lines[0][: _LONGEST - 1] + "…"


class _Resolver(connexion.Resolver):  # type: ignore[misc]
    """Finds a function by method and path: operationIds are missing, shared or not importable."""

    def __init__(self, world: World) -> None:
        super().__init__()
        self._handlers = {key: _handler(world, *key) for key in world.operations}

    def resolve(self, operation: Any) -> Any:
        key = (operation.method, operation.path)
        return connexion.Resolution(self._handlers[key], " ".join(key))


def _handler(world: World, method: str, path: str) -> Callable[[], Any]:
    async def handle(**_path_parameters: Any) -> Response:
        raw_path, query = (current_scope[name].decode("latin-1") for name in ("raw_path", "query_string"))
        answer: Answer = world.answer(method, path, raw_path, query, current_scope[BODY])
        return Response(
            content=_encoded(answer.body, answer.media_type),
            status_code=answer.status,
            headers=dict(answer.headers),
            media_type=answer.media_type,
        )

    # connexion converts whatever arguments the unwrapped function takes, and stumbles over rare kinds
    # of parameter; it validated them all before, so none is wanted here.
    vars(handle)["__wrapped__"] = _takes_nothing
    return handle


def _takes_nothing() -> None:
    pass


def _encoded(body: Any, media_type: str | None) -> str | bytes:
    if media_type is None:
        return b""
    if "json" in media_type:
        return json.dumps(body, ensure_ascii=False)
    return body if isinstance(body, bytes) else str(body or "")


def _key_handler(current_key: Callable[[], str]) -> type:
    class KeyHandler(ApiKeySecurityHandler):  # type: ignore[misc]
        def _resolve_func(self, security_scheme: Json) -> Callable[[str], Json | None]:
            return lambda api_key: {} if api_key == current_key() else None

    return KeyHandler


def _error_response(status: int, message: str, errors: Iterable[tuple[str, str]] = (), headers: Any = None) -> Any:
    body = json.dumps(error_body(status, message, errors), ensure_ascii=False)
    return ConnexionResponse(status, "application/json", "application/json", body, dict(headers or {}))


# Coroutines, because connexion would run plain functions in threads of its own.
async def _on_problem(_request: Any, problem: Any) -> Any:
    message = _PLAIN_TEXT.get(problem.status) or _one_line(problem.detail or problem.title)
    return _error_response(problem.status, message, getattr(problem, "errors", ()), problem.headers)


async def _on_http_exception(_request: Any, error: Any) -> Any:
    return _error_response(error.status_code, HTTPStatus(error.status_code).phrase, (), error.headers)


async def _on_exception(_request: Any, error: Exception) -> Any:
    logger.error("the sandbox failed", exc_info=error)
    return _error_response(500, f"The sandbox failed: {type(error).__name__}: {_one_line(error)}")


def judge(document: Json) -> Fits:
    """What tells whether a value fits a schema of the document.

    Raises:
        ValueError: the document cannot be served, in one line that says why.
    """
    version = str(document["openapi"])
    if not version.startswith("3.0"):
        raise ValueError(f"the sandbox cannot serve this spec: it is OpenAPI {version}, and connexion reads 3.0 only")
    components = document.get("components") or {}

    def fits(schema: Any, value: Any) -> bool:
        rooted = {"allOf": [schema], "components": components}
        return bool(Draft4ResponseValidator(rooted, format_checker=Draft4Validator.FORMAT_CHECKER).is_valid(value))

    return fits


def build(document: Json, world: World, current_key: Callable[[], str]) -> App:
    """The ASGI application that serves the document, strict in both directions.

    Raises:
        ValueError: the document cannot be served, in one line that says why.
    """
    app = connexion.AsyncApp("beyondwords.testing")
    for kind, handle in (
        (ProblemException, _on_problem),
        (HTTPException, _on_http_exception),
        (Exception, _on_exception),
    ):
        app.add_error_handler(kind, handle)
    try:
        app.add_api(
            servable(document),
            resolver=_Resolver(world),
            strict_validation=True,
            validate_responses=True,
            validator_map={
                "parameter": _Parameters,
                "body": MediaTypeDict({**VALIDATOR_MAP["body"], "*/*json": _JsonBody}),
            },
            security_map={"apiKey": _key_handler(current_key)},
            swagger_ui_options=SwaggerUIOptions(serve_spec=False, swagger_ui=False),
        )
    except connexion.exceptions.InvalidSpecification as error:
        raise ValueError(f"the sandbox cannot serve this spec: {_one_line(error.message)}") from None
    return _without_slash_redirects(app)


def _without_slash_redirects(app: App) -> App:
    """The server would redirect `/tracks/` to `/tracks`; to a client under test that is an unknown path."""

    async def serve(scope: Scope, receive: Receive, send: Send) -> None:
        replaced = False

        async def send_(message: Any) -> None:
            nonlocal replaced
            if message["type"] == "http.response.start" and message["status"] == _REDIRECT:
                replaced = True
                content = json.dumps(error_body(404, HTTPStatus.NOT_FOUND.phrase))
                await Response(content, 404, media_type="application/json")(scope, receive, send)
            elif not replaced:
                await send(message)

        await app(scope, receive, send_)

    return serve


async def prepare(app: App) -> None:
    """Make connexion build its routes now, so that a spec it cannot route fails here, not in a request."""

    async def receive() -> Any:
        return {"type": "lifespan.shutdown"}

    async def send(_message: Any) -> None:
        return None

    try:
        await app({"type": "lifespan"}, receive, send)
    except Exception as error:
        reason = f"{type(error).__name__}: {_one_line(error)}"
        raise ValueError(f"the sandbox cannot serve this spec: {reason}") from error
