"""Uploads: files that the API keeps."""

from __future__ import annotations

import os
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

from beyondwords_api.api.upload import upload_create

from ..._text import short_repr
from . import AsyncResource

if TYPE_CHECKING:
    from beyondwords_api.types import Response


class AsyncUploads(AsyncResource):
    """`bw.uploads`."""

    async def create(
        self, payload: BinaryIO | str | os.PathLike[str], *, name: str | None = None, mime_type: str | None = None
    ) -> Response[Any]:
        """Upload a file of at most 50 MB (`POST /upload`). What the response holds is not documented: see `parsed`.

        Args:
            payload: The path of a file, a file opened in binary mode, or `io.BytesIO(content)`.
            name: The name that is sent. Default: that of the file.
            mime_type: For example `image/png`. Default: guessed from the name.

        Raises:
            TypeError: Neither a path nor a file in binary mode.
            OSError: The file cannot be read.

        Examples:
            >>> print((await bw.uploads.create("cover.png")).parsed)
        """
        from beyondwords_api.models import FileUpload
        from beyondwords_api.types import File

        if isinstance(payload, str | os.PathLike):
            name = name or Path(payload).name
            payload = BytesIO(Path(payload).read_bytes())
        elif not hasattr(payload, "read") or not isinstance(payload.read(0), bytes):
            raise TypeError(f"payload must be a path or a file opened in binary mode, not {short_repr(payload)}")
        body = FileUpload(file=File(payload=payload, file_name=name, mime_type=mime_type))
        return await self._client.call_detailed(upload_create, body=body)
