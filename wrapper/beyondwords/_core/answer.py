"""A success answer, complete in memory, whose JSON is checked where the generated code reads it."""

from __future__ import annotations

from typing import Any

from .._http import Request, Response
from ..errors import ResponseDecodeError
from .forms import Form, check
from .secret import redact_keys_in_use
from .text import clip, one_line

_SHOWN = 80
# They speak of the body on the wire; the body here is decoded and whole.
_WIRE_HEADERS = frozenset({b"content-encoding", b"content-length", b"transfer-encoding"})


class Answer(Response):
    """What the generated code gets to decode."""

    operation = ""
    """How messages name the operation, for example `GET /background_tracks (background_tracks#index)`."""
    form: Form | None = None
    """What the body must be; None where nothing is declared or nobody asked for the check."""

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
            problem = str(error) or type(error).__name__
        else:
            if mismatch is None:
                return data
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
        return ResponseDecodeError(
            redact_keys_in_use(f"{self.operation}: the {self.status_code} answer is not as declared: {message}"),
            method=self.request.method,
            path=self.request.url.path,
            status_code=self.status_code,
            body=redact_keys_in_use(self.content.decode("utf-8", "replace")),
            **{name: redact_keys_in_use(text) for name, text in details.items()},
        )

    def _shown(self) -> str:
        if not self.content:
            return "an empty body"
        kind = self.headers.get("content-type", "no content type").partition(";")[0]
        return f"{kind} {clip(one_line(self.content[:1000].decode('utf-8', 'replace')), _SHOWN)!r}"


def complete(response: Response, content: bytes, request: Request) -> Answer:
    """The answer with its body in memory, free of the connection it came from."""
    extensions = response.extensions
    return Answer(
        response.status_code,
        headers=[(name, value) for name, value in response.headers.raw if name.lower() not in _WIRE_HEADERS],
        content=content,
        request=request,
        extensions={name: extensions[name] for name in ("http_version", "reason_phrase") if name in extensions},
    )
