# Derived from _async/resources/uploads.py by `make sync-twins`: change that file, not this one.
"""Uploads: files that the API keeps."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, BinaryIO

from beyondwords_api.api.upload import upload_create

from . import Resource

if TYPE_CHECKING:
    from beyondwords_api.types import Response


class Uploads(Resource):
    """`bw.uploads`."""

    def create(self, payload: BinaryIO, *, name: str | None = None, mime_type: str | None = None) -> Response[Any]:
        """Upload a file of at most 50 MB (`POST /upload`). What the response holds is not documented: see `parsed`.

        Args:
            payload: A file opened in binary mode, or `io.BytesIO(content)`.
            name: The name that is sent. Default: that of the file.
            mime_type: For example `image/png`. Default: guessed from the name.

        Examples:
            >>> with open("cover.png", "rb") as payload:
            ...     print(bw.uploads.create(payload).parsed)
        """
        from beyondwords_api.models import FileUpload
        from beyondwords_api.types import File

        body = FileUpload(file=File(payload=payload, file_name=name, mime_type=mime_type))
        return self._client.call_detailed(upload_create, body=body)
