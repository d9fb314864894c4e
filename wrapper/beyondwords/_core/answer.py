"""A success answer, complete in memory, whose JSON is checked where the generated code reads it."""

from __future__ import annotations

from typing import Any

from .._http import Request, Response
from ..errors import ResponseDecodeError
from .forms import Form, check
from .secret import Secret, redact_keys_in_use
from .text import clip, one_line

_SHOWN = 80
_SEARCHED = 64 * 1024
# They speak of the body on the wire; the body here is decoded and whole.
_WIRE_HEADERS = frozenset({b"content-encoding", b"content-length", b"transfer-encoding"})


class Answer(Response):
    """What the generated code gets to decode."""

    operation = ""
    """How messages name the operation, for example `GET /background_tracks (background_tracks#index)`."""
    path = ""
    """Below the base URL, without the query."""
    form: Form | None = None
    """What the body must be; None where nothing is declared or nobody asked for the check."""
    attempt: int | None = None
    """The number of the try that brought it."""
    secret: Secret | None = None
    """The key it was asked for with, kept so that it can be taken out of an echo."""

    def __getstate__(self) -> dict[str, Any]:
        return {name: value for name, value in super().__getstate__().items() if name != "secret"}

    def json(self, **kwargs: Any) -> Any:
        """The body as JSON.

        Raises:
            ResponseDecodeError: A form is declared, and the body is not JSON or not of that form.
        """
        if self.form is None:
            return super().json(**kwargs)
        try:
            data = super().json(**kwargs)
            mismatch = check(self.form, data)
        except (ValueError, RecursionError) as error:
            problem = redact_keys_in_use(str(error) or type(error).__name__)
        else:
            if mismatch is None:
                return data
            # A traceback shows the variables of its frames, and a server may echo the key.
            del data
            raise self.decode_error(
                f"at {mismatch.location} expected {mismatch.expected}, got {mismatch.received}",
                location=mismatch.location,
                expected=mismatch.expected,
                received=mismatch.received,
            )
        shown = self._shown()
        raise self.decode_error(f"expected JSON, got {shown} ({problem})", expected="JSON", received=shown)

    def decode_error(self, message: str, **details: str) -> ResponseDecodeError:
        """The error for this answer, with its body."""
        request_id = self.headers.get("x-request-id")
        return ResponseDecodeError(
            redact_keys_in_use(f"{self.operation}: the {self.status_code} answer is not as declared: {message}"),
            method=self.request.method,
            path=self.path,
            status_code=self.status_code,
            attempts=self.attempt or 1,
            request_id=None if request_id is None else redact_keys_in_use(request_id),
            body=self._readable(),
            **{name: redact_keys_in_use(text) for name, text in details.items()},
        )

    def _shown(self) -> str:
        if not self.content:
            return "an empty body"
        kind = redact_keys_in_use(self.headers.get("content-type", "no content type").partition(";")[0])
        # Before it is cut, or a part of the key could remain.
        return f"{kind} {clip(one_line(self._readable()[:1000]), _SHOWN)!r}"

    def _readable(self) -> str:
        text = self.content.decode("utf-8", "replace")
        # Far more than is ever shown; searching all of a large body would take seconds.
        return redact_keys_in_use(text[:_SEARCHED]) + text[_SEARCHED:]


def complete(
    response: Response, content: bytes, request: Request, *, path: str, attempt: int, secret: Secret
) -> Answer:
    """The answer with its body in memory, free of the connection it came from."""
    extensions = response.extensions
    answer = Answer(
        response.status_code,
        headers=[(name, value) for name, value in response.headers.raw if name.lower() not in _WIRE_HEADERS],
        content=content,
        request=request,
        # Not the reason phrase: it is the server's, and part of every repr.
        extensions={name: extensions[name] for name in ("http_version",) if name in extensions},
    )
    answer.path, answer.attempt, answer.secret = path, attempt, secret
    return answer
