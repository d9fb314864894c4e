"""Contains all the data models used in inputs/outputs"""

from .background_track import BackgroundTrack
from .background_track_media import BackgroundTrackMedia
from .background_track_project_type_0 import BackgroundTrackProjectType0
from .background_tracks_index_filterscopes import BackgroundTracksIndexFilterscopes
from .error import Error
from .error_errors_type_0_item import ErrorErrorsType0Item

__all__ = (
    "BackgroundTrack",
    "BackgroundTrackMedia",
    "BackgroundTrackProjectType0",
    "BackgroundTracksIndexFilterscopes",
    "Error",
    "ErrorErrorsType0Item",
)
