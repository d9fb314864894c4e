from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.logo_position import LogoPosition
from ..models.media_variant import MediaVariant
from ..types import UNREADABLE as _UNREADABLE
from ..types import UNSET, Unset
from ..types import copy_of as _copy_of
from ..types import list_of as _list_of
from ..types import model_repr as _model_repr
from ..types import models_of as _models_of
from ..types import unreadable as _unreadable
from ..types import warn_unread as _warn_unread

T = TypeVar("T", bound="VideoSettings")


@_attrs_define(repr=False)
class VideoSettings:
    """How the videos of a project are made.

    Examples:
        {'enabled': True, 'text_color': 'black', 'variants': ['article'], 'sizes': [{'name': 'landscape', 'width': 1920,
            'height': 1080, 'enabled': True}]}

    """

    logo_image_url: None | str | Unset = UNSET
    logo_image_position: LogoPosition | Unset = UNSET
    """ Where the logo is in a video. """
    background_color: str | Unset = UNSET
    text_background_color: str | Unset = UNSET
    text_color: str | Unset = UNSET
    text_highlight_color: str | Unset = UNSET
    text_shadow: str | Unset = UNSET
    text_highlight_shadow: str | Unset = UNSET
    text_stroke: str | Unset = UNSET
    text_highlight_stroke: str | Unset = UNSET
    text_horizontal_align: str | Unset = UNSET
    text_vertical_align: str | Unset = UNSET
    waveform_color: str | Unset = UNSET
    playback_mode: str | Unset = UNSET
    """ Known: `cycle`. """
    text_fonts: list[str] | Unset = UNSET
    text_font_size: int | str | Unset = UNSET
    """ Text in the vendor's documentation, such as `64`. """
    text_lines: int | None | Unset = UNSET
    cycle_time: int | Unset = UNSET
    """ Milliseconds. """
    content_image_enabled: bool | Unset = UNSET
    image_extraction_enabled: bool | Unset = UNSET
    pan_and_zoom_enabled: bool | Unset = UNSET
    audio_and_waveform_enabled: bool | Unset = UNSET
    text_captions_enabled: bool | Unset = UNSET
    enabled: bool | Unset = UNSET
    text_align: str | Unset = UNSET
    variants: list[MediaVariant] | Unset = UNSET
    sizes: list[VideoSize] | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(factory=dict, kw_only=True)

    def __repr__(self) -> str:
        return _model_repr(self)

    def to_dict(self) -> dict[str, Any]:
        _values: dict[str, Any] = {}
        _values.update(self.additional_properties)
        logo_image_url: None | str | Unset
        if isinstance(self.logo_image_url, Unset):
            logo_image_url = UNSET
        else:
            logo_image_url = self.logo_image_url
        if logo_image_url is not UNSET:
            _values["logo_image_url"] = logo_image_url
        logo_image_position: str | Unset = UNSET
        if not isinstance(self.logo_image_position, Unset):
            logo_image_position = self.logo_image_position.value

        if logo_image_position is not UNSET:
            _values["logo_image_position"] = logo_image_position
        if self.background_color is not UNSET:
            _values["background_color"] = self.background_color
        if self.text_background_color is not UNSET:
            _values["text_background_color"] = self.text_background_color
        if self.text_color is not UNSET:
            _values["text_color"] = self.text_color
        if self.text_highlight_color is not UNSET:
            _values["text_highlight_color"] = self.text_highlight_color
        if self.text_shadow is not UNSET:
            _values["text_shadow"] = self.text_shadow
        if self.text_highlight_shadow is not UNSET:
            _values["text_highlight_shadow"] = self.text_highlight_shadow
        if self.text_stroke is not UNSET:
            _values["text_stroke"] = self.text_stroke
        if self.text_highlight_stroke is not UNSET:
            _values["text_highlight_stroke"] = self.text_highlight_stroke
        if self.text_horizontal_align is not UNSET:
            _values["text_horizontal_align"] = self.text_horizontal_align
        if self.text_vertical_align is not UNSET:
            _values["text_vertical_align"] = self.text_vertical_align
        if self.waveform_color is not UNSET:
            _values["waveform_color"] = self.waveform_color
        if self.playback_mode is not UNSET:
            _values["playback_mode"] = self.playback_mode
        text_fonts: list[str] | Unset = UNSET
        if not isinstance(self.text_fonts, Unset):
            text_fonts = self.text_fonts

        if text_fonts is not UNSET:
            _values["text_fonts"] = text_fonts
        text_font_size: int | str | Unset
        if isinstance(self.text_font_size, Unset):
            text_font_size = UNSET
        else:
            text_font_size = self.text_font_size
        if text_font_size is not UNSET:
            _values["text_font_size"] = text_font_size
        text_lines: int | None | Unset
        if isinstance(self.text_lines, Unset):
            text_lines = UNSET
        else:
            text_lines = self.text_lines
        if text_lines is not UNSET:
            _values["text_lines"] = text_lines
        if self.cycle_time is not UNSET:
            _values["cycle_time"] = self.cycle_time
        if self.content_image_enabled is not UNSET:
            _values["content_image_enabled"] = self.content_image_enabled
        if self.image_extraction_enabled is not UNSET:
            _values["image_extraction_enabled"] = self.image_extraction_enabled
        if self.pan_and_zoom_enabled is not UNSET:
            _values["pan_and_zoom_enabled"] = self.pan_and_zoom_enabled
        if self.audio_and_waveform_enabled is not UNSET:
            _values["audio_and_waveform_enabled"] = self.audio_and_waveform_enabled
        if self.text_captions_enabled is not UNSET:
            _values["text_captions_enabled"] = self.text_captions_enabled
        if self.enabled is not UNSET:
            _values["enabled"] = self.enabled
        if self.text_align is not UNSET:
            _values["text_align"] = self.text_align
        variants: list[str] | Unset = UNSET
        if not isinstance(self.variants, Unset):
            variants = []
            for _variants_item_data in self.variants:
                _variants_item = _variants_item_data.value
                variants.append(_variants_item)

        if variants is not UNSET:
            _values["variants"] = variants
        sizes: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.sizes, Unset):
            sizes = []
            for _sizes_item_data in self.sizes:
                _sizes_item = _sizes_item_data.to_dict()
                sizes.append(_sizes_item)

        if sizes is not UNSET:
            _values["sizes"] = sizes

        return _values

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        self = cls.__new__(cls)
        _values = {**src_dict} if type(src_dict) is dict else _copy_of(src_dict)
        logo_image_url = _values.pop("logo_image_url", UNSET)
        self.logo_image_url = logo_image_url

        try:
            _raw_logo_image_position = _values.pop("logo_image_position", UNSET)
            logo_image_position: LogoPosition | Unset = UNSET
            if (
                _raw_logo_image_position is not UNSET
                and _raw_logo_image_position is not None
            ):
                logo_image_position = LogoPosition(_raw_logo_image_position)

        except _UNREADABLE as _error:
            logo_image_position = UNSET
            _values["logo_image_position"] = src_dict["logo_image_position"]
            _warn_unread("VideoSettings", "logo_image_position", _error)
        self.logo_image_position = logo_image_position

        if (background_color := _values.pop("background_color", UNSET)) is None:
            background_color = UNSET
        self.background_color = background_color

        if (
            text_background_color := _values.pop("text_background_color", UNSET)
        ) is None:
            text_background_color = UNSET
        self.text_background_color = text_background_color

        if (text_color := _values.pop("text_color", UNSET)) is None:
            text_color = UNSET
        self.text_color = text_color

        if (text_highlight_color := _values.pop("text_highlight_color", UNSET)) is None:
            text_highlight_color = UNSET
        self.text_highlight_color = text_highlight_color

        if (text_shadow := _values.pop("text_shadow", UNSET)) is None:
            text_shadow = UNSET
        self.text_shadow = text_shadow

        if (
            text_highlight_shadow := _values.pop("text_highlight_shadow", UNSET)
        ) is None:
            text_highlight_shadow = UNSET
        self.text_highlight_shadow = text_highlight_shadow

        if (text_stroke := _values.pop("text_stroke", UNSET)) is None:
            text_stroke = UNSET
        self.text_stroke = text_stroke

        if (
            text_highlight_stroke := _values.pop("text_highlight_stroke", UNSET)
        ) is None:
            text_highlight_stroke = UNSET
        self.text_highlight_stroke = text_highlight_stroke

        if (
            text_horizontal_align := _values.pop("text_horizontal_align", UNSET)
        ) is None:
            text_horizontal_align = UNSET
        self.text_horizontal_align = text_horizontal_align

        if (text_vertical_align := _values.pop("text_vertical_align", UNSET)) is None:
            text_vertical_align = UNSET
        self.text_vertical_align = text_vertical_align

        if (waveform_color := _values.pop("waveform_color", UNSET)) is None:
            waveform_color = UNSET
        self.waveform_color = waveform_color

        if (playback_mode := _values.pop("playback_mode", UNSET)) is None:
            playback_mode = UNSET
        self.playback_mode = playback_mode

        try:
            _raw_text_fonts = _values.pop("text_fonts", UNSET)
            text_fonts: list[str] | Unset = UNSET
            if _raw_text_fonts is not UNSET and _raw_text_fonts is not None:
                text_fonts = _list_of(_raw_text_fonts)

        except _UNREADABLE as _error:
            text_fonts = UNSET
            _values["text_fonts"] = src_dict["text_fonts"]
            _warn_unread("VideoSettings", "text_fonts", _error)
        self.text_fonts = text_fonts

        if (text_font_size := _values.pop("text_font_size", UNSET)) is None:
            text_font_size = UNSET
        self.text_font_size = text_font_size

        text_lines = _values.pop("text_lines", UNSET)
        self.text_lines = text_lines

        if (cycle_time := _values.pop("cycle_time", UNSET)) is None:
            cycle_time = UNSET
        self.cycle_time = cycle_time

        if (
            content_image_enabled := _values.pop("content_image_enabled", UNSET)
        ) is None:
            content_image_enabled = UNSET
        self.content_image_enabled = content_image_enabled

        if (
            image_extraction_enabled := _values.pop("image_extraction_enabled", UNSET)
        ) is None:
            image_extraction_enabled = UNSET
        self.image_extraction_enabled = image_extraction_enabled

        if (pan_and_zoom_enabled := _values.pop("pan_and_zoom_enabled", UNSET)) is None:
            pan_and_zoom_enabled = UNSET
        self.pan_and_zoom_enabled = pan_and_zoom_enabled

        if (
            audio_and_waveform_enabled := _values.pop(
                "audio_and_waveform_enabled", UNSET
            )
        ) is None:
            audio_and_waveform_enabled = UNSET
        self.audio_and_waveform_enabled = audio_and_waveform_enabled

        if (
            text_captions_enabled := _values.pop("text_captions_enabled", UNSET)
        ) is None:
            text_captions_enabled = UNSET
        self.text_captions_enabled = text_captions_enabled

        if (enabled := _values.pop("enabled", UNSET)) is None:
            enabled = UNSET
        self.enabled = enabled

        if (text_align := _values.pop("text_align", UNSET)) is None:
            text_align = UNSET
        self.text_align = text_align

        try:
            _raw_variants = _values.pop("variants", UNSET)
            variants: list[MediaVariant] | Unset = UNSET
            if _raw_variants is not UNSET and _raw_variants is not None:
                variants = []
                for variants_item_data in _list_of(_raw_variants):
                    try:
                        variants_item = MediaVariant(variants_item_data)

                    except _UNREADABLE as _variants_item_error:
                        raise _unreadable(
                            f"[{len(variants)}]",
                            variants_item_data,
                            "MediaVariant",
                            _variants_item_error,
                        ) from None
                    variants.append(variants_item)

        except _UNREADABLE as _error:
            variants = UNSET
            _values["variants"] = src_dict["variants"]
            _warn_unread("VideoSettings", "variants", _error)
        self.variants = variants

        try:
            _raw_sizes = _values.pop("sizes", UNSET)
            sizes: list[VideoSize] | Unset = UNSET
            if _raw_sizes is not UNSET and _raw_sizes is not None:
                sizes = _models_of(VideoSize, _raw_sizes)

        except _UNREADABLE as _error:
            sizes = UNSET
            _values["sizes"] = src_dict["sizes"]
            _warn_unread("VideoSettings", "sizes", _error)
        self.sizes = sizes

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
from ..models.video_size import VideoSize
