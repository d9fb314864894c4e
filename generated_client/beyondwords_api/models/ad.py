from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.ad_placement import AdPlacement
from ..models.ad_type import AdType
from ..models.theme import Theme
from ..types import UNREADABLE as _UNREADABLE
from ..types import UNSET, Unset
from ..types import copy_of as _copy_of
from ..types import model_repr as _model_repr
from ..types import models_of as _models_of
from ..types import warn_unread as _warn_unread

T = TypeVar("T", bound="Ad")


@_attrs_define(repr=False)
class Ad:
    """An ad in players.

    Examples:
        {'id': 9, 'type': 'custom', 'enabled': True, 'placement': 'pre-roll', 'title': 'Spring sale', 'media_url':
            'https://media.example.org/sale.mp3'}

    """

    id: int | Unset = UNSET
    type_: AdType | Unset = UNSET
    """ An ad of your own, or from a VAST ad server. """
    enabled: bool | Unset = UNSET
    placement: AdPlacement | Unset = UNSET
    """ Before, during or after the audio. Default for a new ad: `pre-roll`. """
    vast_url: None | str | Unset = UNSET
    """ Address of the VAST tag, if `type` is `vast`. """
    title: None | str | Unset = UNSET
    click_through_url: None | str | Unset = UNSET
    """ Where a click leads. """
    image_url: None | str | Unset = UNSET
    media_url: None | str | Unset = UNSET
    """ Address of the file, if `type` is `custom`. """
    media: list[MediaFile] | Unset = UNSET
    """ The files that the API made from it. """
    theme: None | Theme | Unset = UNSET
    """ `theme` in the API's description. """
    dark_theme: AdTheme | None | Unset = UNSET
    """ `dark_theme` in the API's description. """
    light_theme: AdTheme | None | Unset = UNSET
    """ `light_theme` in the API's description. """
    video_theme: AdTheme | None | Unset = UNSET
    """ `video_theme` in the API's description. """
    time_range: AdTimeRange | None | Unset = UNSET
    """ `time_range` in the API's description. """
    created: str | Unset = UNSET
    """ When it was created, ISO 8601 or `2023-01-01 00:00:00 UTC`. """
    updated: str | Unset = UNSET
    """ When it was last changed, in the same form. """
    additional_properties: dict[str, Any] = _attrs_field(factory=dict, kw_only=True)

    def __repr__(self) -> str:
        return _model_repr(self)

    def to_dict(self) -> dict[str, Any]:
        _values: dict[str, Any] = {}
        _values.update(self.additional_properties)
        if self.id is not UNSET:
            _values["id"] = self.id
        type_: str | Unset = UNSET
        if not isinstance(self.type_, Unset):
            type_ = self.type_.value

        if type_ is not UNSET:
            _values["type"] = type_
        if self.enabled is not UNSET:
            _values["enabled"] = self.enabled
        placement: str | Unset = UNSET
        if not isinstance(self.placement, Unset):
            placement = self.placement.value

        if placement is not UNSET:
            _values["placement"] = placement
        vast_url: None | str | Unset
        if isinstance(self.vast_url, Unset):
            vast_url = UNSET
        else:
            vast_url = self.vast_url
        if vast_url is not UNSET:
            _values["vast_url"] = vast_url
        title: None | str | Unset
        if isinstance(self.title, Unset):
            title = UNSET
        else:
            title = self.title
        if title is not UNSET:
            _values["title"] = title
        click_through_url: None | str | Unset
        if isinstance(self.click_through_url, Unset):
            click_through_url = UNSET
        else:
            click_through_url = self.click_through_url
        if click_through_url is not UNSET:
            _values["click_through_url"] = click_through_url
        image_url: None | str | Unset
        if isinstance(self.image_url, Unset):
            image_url = UNSET
        else:
            image_url = self.image_url
        if image_url is not UNSET:
            _values["image_url"] = image_url
        media_url: None | str | Unset
        if isinstance(self.media_url, Unset):
            media_url = UNSET
        else:
            media_url = self.media_url
        if media_url is not UNSET:
            _values["media_url"] = media_url
        media: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.media, Unset):
            media = []
            for _media_item_data in self.media:
                _media_item = _media_item_data.to_dict()
                media.append(_media_item)

        if media is not UNSET:
            _values["media"] = media
        theme: None | str | Unset
        if isinstance(self.theme, Unset):
            theme = UNSET
        elif isinstance(self.theme, Theme):
            theme = self.theme.value
        else:
            theme = self.theme
        if theme is not UNSET:
            _values["theme"] = theme
        dark_theme: dict[str, Any] | None | Unset
        if isinstance(self.dark_theme, Unset):
            dark_theme = UNSET
        elif isinstance(self.dark_theme, AdTheme):
            dark_theme = self.dark_theme.to_dict()
        else:
            dark_theme = self.dark_theme
        if dark_theme is not UNSET:
            _values["dark_theme"] = dark_theme
        light_theme: dict[str, Any] | None | Unset
        if isinstance(self.light_theme, Unset):
            light_theme = UNSET
        elif isinstance(self.light_theme, AdTheme):
            light_theme = self.light_theme.to_dict()
        else:
            light_theme = self.light_theme
        if light_theme is not UNSET:
            _values["light_theme"] = light_theme
        video_theme: dict[str, Any] | None | Unset
        if isinstance(self.video_theme, Unset):
            video_theme = UNSET
        elif isinstance(self.video_theme, AdTheme):
            video_theme = self.video_theme.to_dict()
        else:
            video_theme = self.video_theme
        if video_theme is not UNSET:
            _values["video_theme"] = video_theme
        time_range: dict[str, Any] | None | Unset
        if isinstance(self.time_range, Unset):
            time_range = UNSET
        elif isinstance(self.time_range, AdTimeRange):
            time_range = self.time_range.to_dict()
        else:
            time_range = self.time_range
        if time_range is not UNSET:
            _values["time_range"] = time_range
        if self.created is not UNSET:
            _values["created"] = self.created
        if self.updated is not UNSET:
            _values["updated"] = self.updated

        return _values

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        self = cls.__new__(cls)
        _values = {**src_dict} if type(src_dict) is dict else _copy_of(src_dict)
        if (id := _values.pop("id", UNSET)) is None:
            id = UNSET
        self.id = id

        try:
            _raw_type_ = _values.pop("type", UNSET)
            type_: AdType | Unset = UNSET
            if _raw_type_ is not UNSET and _raw_type_ is not None:
                type_ = AdType(_raw_type_)

        except _UNREADABLE as _error:
            type_ = UNSET
            _values["type"] = src_dict["type"]
            _warn_unread("Ad", "type", _error)
        self.type_ = type_

        if (enabled := _values.pop("enabled", UNSET)) is None:
            enabled = UNSET
        self.enabled = enabled

        try:
            _raw_placement = _values.pop("placement", UNSET)
            placement: AdPlacement | Unset = UNSET
            if _raw_placement is not UNSET and _raw_placement is not None:
                placement = AdPlacement(_raw_placement)

        except _UNREADABLE as _error:
            placement = UNSET
            _values["placement"] = src_dict["placement"]
            _warn_unread("Ad", "placement", _error)
        self.placement = placement

        vast_url = _values.pop("vast_url", UNSET)
        self.vast_url = vast_url

        title = _values.pop("title", UNSET)
        self.title = title

        click_through_url = _values.pop("click_through_url", UNSET)
        self.click_through_url = click_through_url

        image_url = _values.pop("image_url", UNSET)
        self.image_url = image_url

        media_url = _values.pop("media_url", UNSET)
        self.media_url = media_url

        try:
            _raw_media = _values.pop("media", UNSET)
            media: list[MediaFile] | Unset = UNSET
            if _raw_media is not UNSET and _raw_media is not None:
                media = _models_of(MediaFile, _raw_media)

        except _UNREADABLE as _error:
            media = UNSET
            _values["media"] = src_dict["media"]
            _warn_unread("Ad", "media", _error)
        self.media = media

        try:
            _raw_theme = _values.pop("theme", UNSET)
            theme: None | Theme | Unset
            if _raw_theme is None or _raw_theme is UNSET:
                theme = _raw_theme
            else:
                theme_type_1 = Theme(_raw_theme)

                theme = theme_type_1

        except _UNREADABLE as _error:
            theme = UNSET
            _values["theme"] = src_dict["theme"]
            _warn_unread("Ad", "theme", _error)
        self.theme = theme

        try:
            _raw_dark_theme = _values.pop("dark_theme", UNSET)
            dark_theme: AdTheme | None | Unset
            if _raw_dark_theme is None or _raw_dark_theme is UNSET:
                dark_theme = _raw_dark_theme
            else:
                dark_theme_type_1 = AdTheme.from_dict(_raw_dark_theme)

                dark_theme = dark_theme_type_1

        except _UNREADABLE as _error:
            dark_theme = UNSET
            _values["dark_theme"] = src_dict["dark_theme"]
            _warn_unread("Ad", "dark_theme", _error)
        self.dark_theme = dark_theme

        try:
            _raw_light_theme = _values.pop("light_theme", UNSET)
            light_theme: AdTheme | None | Unset
            if _raw_light_theme is None or _raw_light_theme is UNSET:
                light_theme = _raw_light_theme
            else:
                light_theme_type_1 = AdTheme.from_dict(_raw_light_theme)

                light_theme = light_theme_type_1

        except _UNREADABLE as _error:
            light_theme = UNSET
            _values["light_theme"] = src_dict["light_theme"]
            _warn_unread("Ad", "light_theme", _error)
        self.light_theme = light_theme

        try:
            _raw_video_theme = _values.pop("video_theme", UNSET)
            video_theme: AdTheme | None | Unset
            if _raw_video_theme is None or _raw_video_theme is UNSET:
                video_theme = _raw_video_theme
            else:
                video_theme_type_1 = AdTheme.from_dict(_raw_video_theme)

                video_theme = video_theme_type_1

        except _UNREADABLE as _error:
            video_theme = UNSET
            _values["video_theme"] = src_dict["video_theme"]
            _warn_unread("Ad", "video_theme", _error)
        self.video_theme = video_theme

        try:
            _raw_time_range = _values.pop("time_range", UNSET)
            time_range: AdTimeRange | None | Unset
            if _raw_time_range is None or _raw_time_range is UNSET:
                time_range = _raw_time_range
            else:
                time_range_type_1 = AdTimeRange.from_dict(_raw_time_range)

                time_range = time_range_type_1

        except _UNREADABLE as _error:
            time_range = UNSET
            _values["time_range"] = src_dict["time_range"]
            _warn_unread("Ad", "time_range", _error)
        self.time_range = time_range

        if (created := _values.pop("created", UNSET)) is None:
            created = UNSET
        self.created = created

        if (updated := _values.pop("updated", UNSET)) is None:
            updated = UNSET
        self.updated = updated

        self.additional_properties = _values
        return self

    @property
    def additional_keys(self) -> list[str]:
        return list(self.additional_properties.keys())

    def __getitem__(self, key: str) -> Any:
        return self.additional_properties[key]

    def __setitem__(self, key: str, value: Any) -> None:
        self.additional_properties[key] = value

    def __delitem__(self, key: str) -> None:
        del self.additional_properties[key]

    def __contains__(self, key: str) -> bool:
        return key in self.additional_properties


# At the end, because models may hold one another.
from ..models.ad_theme import AdTheme
from ..models.ad_time_range import AdTimeRange
from ..models.media_file import MediaFile
