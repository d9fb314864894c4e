"""What generated functions raise for responses that are not as the API's description declares them"""

from typing import Any


class UnexpectedStatus(Exception):
    """The status is not declared, and the client's raise_on_unexpected_status is set"""

    def __init__(self, status_code: int, content: bytes):
        self.status_code = status_code
        self.content = content
        super().__init__(
            f"Unexpected status code: {status_code}\n\nResponse content:\n{content.decode(errors='ignore')}"
        )


class DecodeError(ValueError):
    """A body that cannot be read: not JSON, no list or no object where one is declared, a required property missing"""

    location: str
    """Where in the body: `$` is all of it, `$[3].id` the property `id` of its fourth element"""
    expected: str
    """What is declared there, for example `an object`"""
    received: str
    """What came, for example `a string`"""

    def __init__(self, expected: str, received: str, path: str = ""):
        self.expected, self.received, self._path = expected, received, path
        self.location = f"${path}"
        super().__init__(f"at {self.location} expected {expected}, got {received}")

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), (self.expected, self.received, self._path)

    def below(self, step: str) -> "DecodeError":
        """The same error, seen from one step further out"""
        return DecodeError(self.expected, self.received, step + self._path)


__all__ = ["DecodeError", "UnexpectedStatus"]
