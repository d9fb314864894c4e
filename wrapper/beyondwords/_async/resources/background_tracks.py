"""Background tracks: music under the speech."""

from __future__ import annotations

from typing import TYPE_CHECKING

from beyondwords_api.api.background_tracks import background_tracks_index
from beyondwords_api.models.background_tracks_index_filter_scopes import BackgroundTracksIndexFilterScopes
from beyondwords_api.types import UNSET

from ..._core.arguments import Scopes, check_text, scopes_query
from ..._core.options import check_flag
from ..pager import AsyncPager
from ..resource import AsyncResource

if TYPE_CHECKING:
    from beyondwords_api.models import BackgroundTrack


class AsyncBackgroundTracks(AsyncResource):
    """`bw.background_tracks`."""

    def list(
        self,
        *,
        limit: int | None = None,
        offset: int | None = None,
        name: str | None = None,
        custom: bool | None = None,
        scopes: Scopes | None = None,
        max_items: int | None = None,
        prefetch: int = 1,
    ) -> AsyncPager[BackgroundTrack]:
        """The background tracks available to your organization (`GET /background_tracks`).

        Nothing is requested yet: iterate for the tracks of every page, or call `pages()` or `page()`.

        Args:
            limit: Rows a page; the server may send fewer. Default: the server's, which is not documented.
            offset: Position of the first row in the whole list, in rows. Default: 0.
            name: Only tracks whose name contains this.
            custom: Only custom tracks (True), or only the vendor's (False).
            scopes: Only tracks in these scopes: a list of strings, or a mapping. The allowed values are
                not documented.
            max_items: Stop after this many rows. Default: all.
            prefetch: Pages fetched side by side, once the first has told the total. At most so many are held
                in memory. Default: 1, one after another.

        Raises:
            TypeError: An argument of the wrong type, before any request.
            ValueError: An argument out of range, before any request.

        Example:
            >>> async for track in bw.background_tracks.list(name="piano"):
            ...     print(track.id, track.name)
        """
        return self._client.paginate(
            background_tracks_index,
            limit=limit,
            offset=offset,
            max_items=max_items,
            prefetch=prefetch,
            filter_name=UNSET if name is None else check_text("name", name),
            filter_custom=UNSET if custom is None else check_flag("custom", custom),
            filter_scopes=UNSET
            if scopes is None
            else BackgroundTracksIndexFilterScopes.from_dict(scopes_query(scopes)),
        )
