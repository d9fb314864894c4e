"""One call of a generated endpoint function, with its answer checked and its failures told apart."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from .._core.answer import Answer
from .._core.operations import Operation, operation_of
from .._core.secret import redact_keys_in_use
from .._core.text import clip
from .._http import InvalidURL
from .session import AsyncSession

if TYPE_CHECKING:
    from beyondwords_api.types import Response

# What the generated code raises on arguments and on bodies that it does not expect.
_UNEXPECTED = (AttributeError, KeyError, TypeError, ValueError, IndexError, RecursionError)


class _Call:
    """Stands in for the generated client during one call, and keeps the answer."""

    __slots__ = ("_operation", "_session", "answer")

    raise_on_unexpected_status = False

    def __init__(self, session: AsyncSession, operation: Operation) -> None:
        self._session = session
        self._operation = operation
        self.answer: Answer | None = None

    def get_async_httpx_client(self) -> _Call:
        return self

    async def request(self, **arguments: Any) -> Answer:
        self._operation.check_query(arguments.get("params", ()))
        answer = cast(Answer, await self._session.request(**arguments))
        answer.operation = str(self._operation)
        self.answer = answer
        declared = self._operation.declares(answer.status_code)
        if declared is None:
            raise answer.decode_error(f"the spec declares {self._operation.declared_text}")
        answer.form = self._operation.forms[declared]
        return answer


async def call_detailed(session: AsyncSession, endpoint: Any, arguments: dict[str, Any]) -> Response[Any]:
    """Call a generated module's function and give its `Response`.

    Raises:
        TypeError: Not a generated module, or arguments that its function does not take.
        ValueError: An argument that cannot be sent.
        BeyondWordsError: Everything that fails after that.
    """
    operation = operation_of(endpoint)
    operation.check_required(arguments, endpoint)
    call = _Call(session, operation)
    failure: Exception
    try:
        response: Response[Any] = await endpoint.asyncio_detailed(client=call, **arguments)
        return response
    except InvalidURL as error:
        failure = ValueError(f"{operation}: the arguments make no valid URL: {error}")
    except _UNEXPECTED as error:
        if call.answer is not None:
            failure = call.answer.decode_error(clip(redact_keys_in_use(f"{type(error).__name__}: {error}"), 300))
        elif isinstance(error, TypeError | ValueError):
            raise
        else:
            failure = TypeError(f"{operation}: an argument is of the wrong type: {error}")
    # Out here: in the handler it would hold on to the frames of the generated code.
    raise failure
