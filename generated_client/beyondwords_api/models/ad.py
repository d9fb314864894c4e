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
from ..types import list_of as _list_of
from ..types import model_repr as _model_repr
from ..types import unreadable as _unreadable
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
        id = self.id

        type_: str | Unset = UNSET
        if not isinstance(self.type_, Unset):
            type_ = self.type_.value

        enabled = self.enabled

        placement: str | Unset = UNSET
        if not isinstance(self.placement, Unset):
            placement = self.placement.value

        vast_url: None | str | Unset
        if isinstance(self.vast_url, Unset):
            vast_url = UNSET
        else:
            vast_url = self.vast_url

        title: None | str | Unset
        if isinstance(self.title, Unset):
            title = UNSET
        else:
            title = self.title

        click_through_url: None | str | Unset
        if isinstance(self.click_through_url, Unset):
            click_through_url = UNSET
        else:
            click_through_url = self.click_through_url

        image_url: None | str | Unset
        if isinstance(self.image_url, Unset):
            image_url = UNSET
        else:
            image_url = self.image_url

        media_url: None | str | Unset
        if isinstance(self.media_url, Unset):
            media_url = UNSET
        else:
            media_url = self.media_url

        media: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.media, Unset):
            media = []
            for media_item_data in self.media:
                media_item = media_item_data.to_dict()
                media.append(media_item)

        theme: None | str | Unset
        if isinstance(self.theme, Unset):
            theme = UNSET
        elif isinstance(self.theme, Theme):
            theme = self.theme.value
        else:
            theme = self.theme

        dark_theme: dict[str, Any] | None | Unset
        if isinstance(self.dark_theme, Unset):
            dark_theme = UNSET
        elif isinstance(self.dark_theme, AdTheme):
            dark_theme = self.dark_theme.to_dict()
        else:
            dark_theme = self.dark_theme

        light_theme: dict[str, Any] | None | Unset
        if isinstance(self.light_theme, Unset):
            light_theme = UNSET
        elif isinstance(self.light_theme, AdTheme):
            light_theme = self.light_theme.to_dict()
        else:
            light_theme = self.light_theme

        video_theme: dict[str, Any] | None | Unset
        if isinstance(self.video_theme, Unset):
            video_theme = UNSET
        elif isinstance(self.video_theme, AdTheme):
            video_theme = self.video_theme.to_dict()
        else:
            video_theme = self.video_theme

        time_range: dict[str, Any] | None | Unset
        if isinstance(self.time_range, Unset):
            time_range = UNSET
        elif isinstance(self.time_range, AdTimeRange):
            time_range = self.time_range.to_dict()
        else:
            time_range = self.time_range

        created = self.created

        updated = self.updated

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if id is not UNSET:
            field_dict["id"] = id
        if type_ is not UNSET:
            field_dict["type"] = type_
        if enabled is not UNSET:
            field_dict["enabled"] = enabled
        if placement is not UNSET:
            field_dict["placement"] = placement
        if vast_url is not UNSET:
            field_dict["vast_url"] = vast_url
        if title is not UNSET:
            field_dict["title"] = title
        if click_through_url is not UNSET:
            field_dict["click_through_url"] = click_through_url
        if image_url is not UNSET:
            field_dict["image_url"] = image_url
        if media_url is not UNSET:
            field_dict["media_url"] = media_url
        if media is not UNSET:
            field_dict["media"] = media
        if theme is not UNSET:
            field_dict["theme"] = theme
        if dark_theme is not UNSET:
            field_dict["dark_theme"] = dark_theme
        if light_theme is not UNSET:
            field_dict["light_theme"] = light_theme
        if video_theme is not UNSET:
            field_dict["video_theme"] = video_theme
        if time_range is not UNSET:
            field_dict["time_range"] = time_range
        if created is not UNSET:
            field_dict["created"] = created
        if updated is not UNSET:
            field_dict["updated"] = updated

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        self = cls.__new__(cls)
        d = {**src_dict} if type(src_dict) is dict else _copy_of(src_dict)
        if (id := d.pop("id", UNSET)) is None:
            id = UNSET
        self.id = id

        try:
            _type_ = d.pop("type", UNSET)
            type_: AdType | Unset = UNSET
            if _type_ is not UNSET and _type_ is not None:
                type_ = AdType(_type_)

        except _UNREADABLE as _error:
            type_ = UNSET
            d["type"] = src_dict["type"]
            _warn_unread("Ad", "type", _error)
        self.type_ = type_

        if (enabled := d.pop("enabled", UNSET)) is None:
            enabled = UNSET
        self.enabled = enabled

        try:
            _placement = d.pop("placement", UNSET)
            placement: AdPlacement | Unset = UNSET
            if _placement is not UNSET and _placement is not None:
                placement = AdPlacement(_placement)

        except _UNREADABLE as _error:
            placement = UNSET
            d["placement"] = src_dict["placement"]
            _warn_unread("Ad", "placement", _error)
        self.placement = placement

        vast_url = d.pop("vast_url", UNSET)
        self.vast_url = vast_url

        title = d.pop("title", UNSET)
        self.title = title

        click_through_url = d.pop("click_through_url", UNSET)
        self.click_through_url = click_through_url

        image_url = d.pop("image_url", UNSET)
        self.image_url = image_url

        media_url = d.pop("media_url", UNSET)
        self.media_url = media_url

        try:
            _media = d.pop("media", UNSET)
            media: list[MediaFile] | Unset = UNSET
            if _media is not UNSET and _media is not None:
                media = []
                for media_item_data in _list_of(_media):
                    try:
                        media_item = MediaFile.from_dict(media_item_data)

                    except _UNREADABLE as _media_item_error:
                        raise _unreadable(
                            f"[{len(media)}]",
                            media_item_data,
                            "MediaFile",
                            _media_item_error,
                        ) from None
                    media.append(media_item)

        except _UNREADABLE as _error:
            media = UNSET
            d["media"] = src_dict["media"]
            _warn_unread("Ad", "media", _error)
        self.media = media

        try:
            _theme = d.pop("theme", UNSET)
            theme: None | Theme | Unset
            if _theme is None or _theme is UNSET:
                theme = _theme
            else:
                theme_type_1 = Theme(_theme)

                theme = theme_type_1

        except _UNREADABLE as _error:
            theme = UNSET
            d["theme"] = src_dict["theme"]
            _warn_unread("Ad", "theme", _error)
        self.theme = theme

        try:
            _dark_theme = d.pop("dark_theme", UNSET)
            dark_theme: AdTheme | None | Unset
            if _dark_theme is None or _dark_theme is UNSET:
                dark_theme = _dark_theme
            else:
                dark_theme_type_1 = AdTheme.from_dict(_dark_theme)

                dark_theme = dark_theme_type_1

        except _UNREADABLE as _error:
            dark_theme = UNSET
            d["dark_theme"] = src_dict["dark_theme"]
            _warn_unread("Ad", "dark_theme", _error)
        self.dark_theme = dark_theme

        try:
            _light_theme = d.pop("light_theme", UNSET)
            light_theme: AdTheme | None | Unset
            if _light_theme is None or _light_theme is UNSET:
                light_theme = _light_theme
            else:
                light_theme_type_1 = AdTheme.from_dict(_light_theme)

                light_theme = light_theme_type_1

        except _UNREADABLE as _error:
            light_theme = UNSET
            d["light_theme"] = src_dict["light_theme"]
            _warn_unread("Ad", "light_theme", _error)
        self.light_theme = light_theme

        try:
            _video_theme = d.pop("video_theme", UNSET)
            video_theme: AdTheme | None | Unset
            if _video_theme is None or _video_theme is UNSET:
                video_theme = _video_theme
            else:
                video_theme_type_1 = AdTheme.from_dict(_video_theme)

                video_theme = video_theme_type_1

        except _UNREADABLE as _error:
            video_theme = UNSET
            d["video_theme"] = src_dict["video_theme"]
            _warn_unread("Ad", "video_theme", _error)
        self.video_theme = video_theme

        try:
            _time_range = d.pop("time_range", UNSET)
            time_range: AdTimeRange | None | Unset
            if _time_range is None or _time_range is UNSET:
                time_range = _time_range
            else:
                time_range_type_1 = AdTimeRange.from_dict(_time_range)

                time_range = time_range_type_1

        except _UNREADABLE as _error:
            time_range = UNSET
            d["time_range"] = src_dict["time_range"]
            _warn_unread("Ad", "time_range", _error)
        self.time_range = time_range

        if (created := d.pop("created", UNSET)) is None:
            created = UNSET
        self.created = created

        if (updated := d.pop("updated", UNSET)) is None:
            updated = UNSET
        self.updated = updated

        self.additional_properties = d
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
