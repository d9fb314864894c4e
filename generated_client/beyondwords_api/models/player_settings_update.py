from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.player_style import PlayerStyle
from ..models.theme import Theme
from ..models.widget_position import WidgetPosition
from ..models.widget_style import WidgetStyle
from ..types import UNREADABLE as _UNREADABLE
from ..types import UNSET, Unset
from ..types import copy_of as _copy_of
from ..types import model_repr as _model_repr
from ..types import warn_unread as _warn_unread

T = TypeVar("T", bound="PlayerSettingsUpdate")


@_attrs_define(repr=False)
class PlayerSettingsUpdate:
    """Changes of the player settings; what is left out stays as it is.

    Examples:
        {'theme': 'dark', 'player_style': 'large'}

    """

    enabled: bool | Unset = UNSET
    player_version: str | Unset = UNSET
    player_style: PlayerStyle | Unset = UNSET
    """ The form of a player. """
    player_title: str | Unset = UNSET
    call_to_action: str | Unset = UNSET
    image_url: str | Unset = UNSET
    theme: Theme | Unset = UNSET
    """ Colors of a player. """
    dark_theme: PlayerTheme | Unset = UNSET
    """ Colors of a player. """
    light_theme: PlayerTheme | Unset = UNSET
    """ Colors of a player. """
    video_theme: AdTheme | Unset = UNSET
    """ Colors of an ad or a video player. """
    title_enabled: bool | Unset = UNSET
    image_enabled: bool | Unset = UNSET
    persistent_ad_image: bool | Unset = UNSET
    widget_style: WidgetStyle | Unset = UNSET
    """ The form of the floating player. """
    widget_position: WidgetPosition | Unset = UNSET
    """ Where the floating player is. """
    segment_playback_enabled: bool | Unset = UNSET
    segment_highlights_enabled: bool | Unset = UNSET
    skip_button_style: str | Unset = UNSET
    """ Such as `auto`, `segments`, `seconds`, `audios`, `seconds-15-30`. """
    intro_url: None | str | Unset = UNSET
    outro_url: None | str | Unset = UNSET
    intro_outro_enabled: bool | Unset = UNSET
    paywall_type: str | Unset = UNSET
    """ Such as `none`, `show`, `hide`, `lock`. """
    paywall_url: None | str | Unset = UNSET
    download_button_enabled: bool | Unset = UNSET
    share_button_enabled: bool | Unset = UNSET
    voice_icon_enabled: bool | Unset = UNSET
    logo_icon_enabled: bool | Unset = UNSET
    analytics_custom_url: None | str | Unset = UNSET
    analytics_tag_enabled: bool | Unset = UNSET
    analytics_tag: None | str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(factory=dict, kw_only=True)

    def __repr__(self) -> str:
        return _model_repr(self)

    def to_dict(self) -> dict[str, Any]:
        _values: dict[str, Any] = {}
        _values.update(self.additional_properties)
        if self.enabled is not UNSET:
            _values["enabled"] = self.enabled
        if self.player_version is not UNSET:
            _values["player_version"] = self.player_version
        player_style: str | Unset = UNSET
        if not isinstance(self.player_style, Unset):
            player_style = self.player_style.value

        if player_style is not UNSET:
            _values["player_style"] = player_style
        if self.player_title is not UNSET:
            _values["player_title"] = self.player_title
        if self.call_to_action is not UNSET:
            _values["call_to_action"] = self.call_to_action
        if self.image_url is not UNSET:
            _values["image_url"] = self.image_url
        theme: str | Unset = UNSET
        if not isinstance(self.theme, Unset):
            theme = self.theme.value

        if theme is not UNSET:
            _values["theme"] = theme
        dark_theme: dict[str, Any] | Unset = UNSET
        if not isinstance(self.dark_theme, Unset):
            dark_theme = self.dark_theme.to_dict()
        if dark_theme is not UNSET:
            _values["dark_theme"] = dark_theme
        light_theme: dict[str, Any] | Unset = UNSET
        if not isinstance(self.light_theme, Unset):
            light_theme = self.light_theme.to_dict()
        if light_theme is not UNSET:
            _values["light_theme"] = light_theme
        video_theme: dict[str, Any] | Unset = UNSET
        if not isinstance(self.video_theme, Unset):
            video_theme = self.video_theme.to_dict()
        if video_theme is not UNSET:
            _values["video_theme"] = video_theme
        if self.title_enabled is not UNSET:
            _values["title_enabled"] = self.title_enabled
        if self.image_enabled is not UNSET:
            _values["image_enabled"] = self.image_enabled
        if self.persistent_ad_image is not UNSET:
            _values["persistent_ad_image"] = self.persistent_ad_image
        widget_style: str | Unset = UNSET
        if not isinstance(self.widget_style, Unset):
            widget_style = self.widget_style.value

        if widget_style is not UNSET:
            _values["widget_style"] = widget_style
        widget_position: str | Unset = UNSET
        if not isinstance(self.widget_position, Unset):
            widget_position = self.widget_position.value

        if widget_position is not UNSET:
            _values["widget_position"] = widget_position
        if self.segment_playback_enabled is not UNSET:
            _values["segment_playback_enabled"] = self.segment_playback_enabled
        if self.segment_highlights_enabled is not UNSET:
            _values["segment_highlights_enabled"] = self.segment_highlights_enabled
        if self.skip_button_style is not UNSET:
            _values["skip_button_style"] = self.skip_button_style
        intro_url: None | str | Unset
        if isinstance(self.intro_url, Unset):
            intro_url = UNSET
        else:
            intro_url = self.intro_url
        if intro_url is not UNSET:
            _values["intro_url"] = intro_url
        outro_url: None | str | Unset
        if isinstance(self.outro_url, Unset):
            outro_url = UNSET
        else:
            outro_url = self.outro_url
        if outro_url is not UNSET:
            _values["outro_url"] = outro_url
        if self.intro_outro_enabled is not UNSET:
            _values["intro_outro_enabled"] = self.intro_outro_enabled
        if self.paywall_type is not UNSET:
            _values["paywall_type"] = self.paywall_type
        paywall_url: None | str | Unset
        if isinstance(self.paywall_url, Unset):
            paywall_url = UNSET
        else:
            paywall_url = self.paywall_url
        if paywall_url is not UNSET:
            _values["paywall_url"] = paywall_url
        if self.download_button_enabled is not UNSET:
            _values["download_button_enabled"] = self.download_button_enabled
        if self.share_button_enabled is not UNSET:
            _values["share_button_enabled"] = self.share_button_enabled
        if self.voice_icon_enabled is not UNSET:
            _values["voice_icon_enabled"] = self.voice_icon_enabled
        if self.logo_icon_enabled is not UNSET:
            _values["logo_icon_enabled"] = self.logo_icon_enabled
        analytics_custom_url: None | str | Unset
        if isinstance(self.analytics_custom_url, Unset):
            analytics_custom_url = UNSET
        else:
            analytics_custom_url = self.analytics_custom_url
        if analytics_custom_url is not UNSET:
            _values["analytics_custom_url"] = analytics_custom_url
        if self.analytics_tag_enabled is not UNSET:
            _values["analytics_tag_enabled"] = self.analytics_tag_enabled
        analytics_tag: None | str | Unset
        if isinstance(self.analytics_tag, Unset):
            analytics_tag = UNSET
        else:
            analytics_tag = self.analytics_tag
        if analytics_tag is not UNSET:
            _values["analytics_tag"] = analytics_tag

        return _values

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        self = cls.__new__(cls)
        _values = {**src_dict} if type(src_dict) is dict else _copy_of(src_dict)
        if (enabled := _values.pop("enabled", UNSET)) is None:
            enabled = UNSET
        self.enabled = enabled

        if (player_version := _values.pop("player_version", UNSET)) is None:
            player_version = UNSET
        self.player_version = player_version

        try:
            _raw_player_style = _values.pop("player_style", UNSET)
            player_style: PlayerStyle | Unset = UNSET
            if _raw_player_style is not UNSET and _raw_player_style is not None:
                player_style = PlayerStyle(_raw_player_style)

        except _UNREADABLE as _error:
            player_style = UNSET
            _values["player_style"] = src_dict["player_style"]
            _warn_unread("PlayerSettingsUpdate", "player_style", _error)
        self.player_style = player_style

        if (player_title := _values.pop("player_title", UNSET)) is None:
            player_title = UNSET
        self.player_title = player_title

        if (call_to_action := _values.pop("call_to_action", UNSET)) is None:
            call_to_action = UNSET
        self.call_to_action = call_to_action

        if (image_url := _values.pop("image_url", UNSET)) is None:
            image_url = UNSET
        self.image_url = image_url

        try:
            _raw_theme = _values.pop("theme", UNSET)
            theme: Theme | Unset = UNSET
            if _raw_theme is not UNSET and _raw_theme is not None:
                theme = Theme(_raw_theme)

        except _UNREADABLE as _error:
            theme = UNSET
            _values["theme"] = src_dict["theme"]
            _warn_unread("PlayerSettingsUpdate", "theme", _error)
        self.theme = theme

        try:
            _raw_dark_theme = _values.pop("dark_theme", UNSET)
            dark_theme: PlayerTheme | Unset = UNSET
            if _raw_dark_theme is not UNSET and _raw_dark_theme is not None:
                dark_theme = PlayerTheme.from_dict(_raw_dark_theme)

        except _UNREADABLE as _error:
            dark_theme = UNSET
            _values["dark_theme"] = src_dict["dark_theme"]
            _warn_unread("PlayerSettingsUpdate", "dark_theme", _error)
        self.dark_theme = dark_theme

        try:
            _raw_light_theme = _values.pop("light_theme", UNSET)
            light_theme: PlayerTheme | Unset = UNSET
            if _raw_light_theme is not UNSET and _raw_light_theme is not None:
                light_theme = PlayerTheme.from_dict(_raw_light_theme)

        except _UNREADABLE as _error:
            light_theme = UNSET
            _values["light_theme"] = src_dict["light_theme"]
            _warn_unread("PlayerSettingsUpdate", "light_theme", _error)
        self.light_theme = light_theme

        try:
            _raw_video_theme = _values.pop("video_theme", UNSET)
            video_theme: AdTheme | Unset = UNSET
            if _raw_video_theme is not UNSET and _raw_video_theme is not None:
                video_theme = AdTheme.from_dict(_raw_video_theme)

        except _UNREADABLE as _error:
            video_theme = UNSET
            _values["video_theme"] = src_dict["video_theme"]
            _warn_unread("PlayerSettingsUpdate", "video_theme", _error)
        self.video_theme = video_theme

        if (title_enabled := _values.pop("title_enabled", UNSET)) is None:
            title_enabled = UNSET
        self.title_enabled = title_enabled

        if (image_enabled := _values.pop("image_enabled", UNSET)) is None:
            image_enabled = UNSET
        self.image_enabled = image_enabled

        if (persistent_ad_image := _values.pop("persistent_ad_image", UNSET)) is None:
            persistent_ad_image = UNSET
        self.persistent_ad_image = persistent_ad_image

        try:
            _raw_widget_style = _values.pop("widget_style", UNSET)
            widget_style: WidgetStyle | Unset = UNSET
            if _raw_widget_style is not UNSET and _raw_widget_style is not None:
                widget_style = WidgetStyle(_raw_widget_style)

        except _UNREADABLE as _error:
            widget_style = UNSET
            _values["widget_style"] = src_dict["widget_style"]
            _warn_unread("PlayerSettingsUpdate", "widget_style", _error)
        self.widget_style = widget_style

        try:
            _raw_widget_position = _values.pop("widget_position", UNSET)
            widget_position: WidgetPosition | Unset = UNSET
            if _raw_widget_position is not UNSET and _raw_widget_position is not None:
                widget_position = WidgetPosition(_raw_widget_position)

        except _UNREADABLE as _error:
            widget_position = UNSET
            _values["widget_position"] = src_dict["widget_position"]
            _warn_unread("PlayerSettingsUpdate", "widget_position", _error)
        self.widget_position = widget_position

        if (
            segment_playback_enabled := _values.pop("segment_playback_enabled", UNSET)
        ) is None:
            segment_playback_enabled = UNSET
        self.segment_playback_enabled = segment_playback_enabled

        if (
            segment_highlights_enabled := _values.pop(
                "segment_highlights_enabled", UNSET
            )
        ) is None:
            segment_highlights_enabled = UNSET
        self.segment_highlights_enabled = segment_highlights_enabled

        if (skip_button_style := _values.pop("skip_button_style", UNSET)) is None:
            skip_button_style = UNSET
        self.skip_button_style = skip_button_style

        intro_url = _values.pop("intro_url", UNSET)
        self.intro_url = intro_url

        outro_url = _values.pop("outro_url", UNSET)
        self.outro_url = outro_url

        if (intro_outro_enabled := _values.pop("intro_outro_enabled", UNSET)) is None:
            intro_outro_enabled = UNSET
        self.intro_outro_enabled = intro_outro_enabled

        if (paywall_type := _values.pop("paywall_type", UNSET)) is None:
            paywall_type = UNSET
        self.paywall_type = paywall_type

        paywall_url = _values.pop("paywall_url", UNSET)
        self.paywall_url = paywall_url

        if (
            download_button_enabled := _values.pop("download_button_enabled", UNSET)
        ) is None:
            download_button_enabled = UNSET
        self.download_button_enabled = download_button_enabled

        if (share_button_enabled := _values.pop("share_button_enabled", UNSET)) is None:
            share_button_enabled = UNSET
        self.share_button_enabled = share_button_enabled

        if (voice_icon_enabled := _values.pop("voice_icon_enabled", UNSET)) is None:
            voice_icon_enabled = UNSET
        self.voice_icon_enabled = voice_icon_enabled

        if (logo_icon_enabled := _values.pop("logo_icon_enabled", UNSET)) is None:
            logo_icon_enabled = UNSET
        self.logo_icon_enabled = logo_icon_enabled

        analytics_custom_url = _values.pop("analytics_custom_url", UNSET)
        self.analytics_custom_url = analytics_custom_url

        if (
            analytics_tag_enabled := _values.pop("analytics_tag_enabled", UNSET)
        ) is None:
            analytics_tag_enabled = UNSET
        self.analytics_tag_enabled = analytics_tag_enabled

        analytics_tag = _values.pop("analytics_tag", UNSET)
        self.analytics_tag = analytics_tag

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
from ..models.player_theme import PlayerTheme
