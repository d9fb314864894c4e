"""All models. Each is imported when it is first asked for, so their number costs no time"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .background_track import BackgroundTrack
    from .background_track_media import BackgroundTrackMedia
    from .background_track_project import BackgroundTrackProject
    from .background_tracks_index_filter_scopes import BackgroundTracksIndexFilterScopes
    from .error import Error
    from .error_errors_item import ErrorErrorsItem
else:
    _MODULES = {
        "BackgroundTrack": ".background_track",
        "BackgroundTrackMedia": ".background_track_media",
        "BackgroundTrackProject": ".background_track_project",
        "BackgroundTracksIndexFilterScopes": ".background_tracks_index_filter_scopes",
        "Error": ".error",
        "ErrorErrorsItem": ".error_errors_item",
    }

    def __getattr__(name: str) -> Any:
        if name not in _MODULES:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        value = getattr(import_module(_MODULES[name], __name__), name)
        globals()[name] = value
        return value

    def __dir__() -> list[str]:
        return sorted({*globals(), *__all__})


__all__ = (
    "BackgroundTrack",
    "BackgroundTrackMedia",
    "BackgroundTrackProject",
    "BackgroundTracksIndexFilterScopes",
    "Error",
    "ErrorErrorsItem",
)
