from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.logo_position import LogoPosition
from ..types import UNREADABLE as _UNREADABLE
from ..types import UNSET, Unset
from ..types import copy_of as _copy_of
from ..types import list_of as _list_of
from ..types import model_repr as _model_repr
from ..types import warn_unread as _warn_unread

T = TypeVar("T", bound="VideoSettingsTemplate")


_OPTIONAL: frozenset[str] = frozenset(
    (
        "logo_image_position",
        "background_color",
        "text_background_color",
        "text_color",
        "text_highlight_color",
        "text_shadow",
        "text_highlight_shadow",
        "text_stroke",
        "text_highlight_stroke",
        "text_horizontal_align",
        "text_vertical_align",
        "waveform_color",
        "playback_mode",
        "text_fonts",
        "text_font_size",
        "cycle_time",
        "content_image_enabled",
        "image_extraction_enabled",
        "pan_and_zoom_enabled",
        "audio_and_waveform_enabled",
        "text_captions_enabled",
        "id",
        "name",
        "slug",
        "text_transform",
        "text_secondary_color",
        "text_highlight_secondary_color",
        "text_highlight_background_color",
        "text_highlight_secondary_background_color",
        "text_animation",
        "entrance_animation",
        "exit_animation",
        "text_background_radius",
        "text_highlight_background_radius",
        "text_width",
        "text_words",
        "text_horizontal_offset",
        "text_vertical_offset",
        "created",
        "updated",
    )
)
_REQUIRED: frozenset[str] = frozenset()


@_attrs_define(repr=False)
class VideoSettingsTemplate:
    """A style for videos.

    Example:
        {'id': 1, 'name': 'Plain', 'slug': 'plain', 'cycle_time': 15000}

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
    id: int | Unset = UNSET
    name: str | Unset = UNSET
    slug: str | Unset = UNSET
    text_transform: str | Unset = UNSET
    text_secondary_color: str | Unset = UNSET
    text_highlight_secondary_color: str | Unset = UNSET
    text_highlight_background_color: str | Unset = UNSET
    text_highlight_secondary_background_color: str | Unset = UNSET
    text_animation: str | Unset = UNSET
    entrance_animation: str | Unset = UNSET
    exit_animation: str | Unset = UNSET
    text_background_radius: float | Unset = UNSET
    text_highlight_background_radius: float | Unset = UNSET
    text_width: float | Unset = UNSET
    text_words: float | Unset = UNSET
    text_horizontal_offset: float | Unset = UNSET
    text_vertical_offset: float | Unset = UNSET
    created: str | Unset = UNSET
    """ When it was created, ISO 8601 or `2023-01-01 00:00:00 UTC`. """
    updated: str | Unset = UNSET
    """ When it was last changed, in the same form. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def __repr__(self) -> str:
        return _model_repr(self)

    def to_dict(self) -> dict[str, Any]:
        logo_image_url: None | str | Unset
        if isinstance(self.logo_image_url, Unset):
            logo_image_url = UNSET
        else:
            logo_image_url = self.logo_image_url

        logo_image_position: str | Unset = UNSET
        if not isinstance(self.logo_image_position, Unset):
            logo_image_position = self.logo_image_position.value

        background_color = self.background_color

        text_background_color = self.text_background_color

        text_color = self.text_color

        text_highlight_color = self.text_highlight_color

        text_shadow = self.text_shadow

        text_highlight_shadow = self.text_highlight_shadow

        text_stroke = self.text_stroke

        text_highlight_stroke = self.text_highlight_stroke

        text_horizontal_align = self.text_horizontal_align

        text_vertical_align = self.text_vertical_align

        waveform_color = self.waveform_color

        playback_mode = self.playback_mode

        text_fonts: list[str] | Unset = UNSET
        if not isinstance(self.text_fonts, Unset):
            text_fonts = self.text_fonts

        text_font_size: int | str | Unset
        if isinstance(self.text_font_size, Unset):
            text_font_size = UNSET
        else:
            text_font_size = self.text_font_size

        text_lines: int | None | Unset
        if isinstance(self.text_lines, Unset):
            text_lines = UNSET
        else:
            text_lines = self.text_lines

        cycle_time = self.cycle_time

        content_image_enabled = self.content_image_enabled

        image_extraction_enabled = self.image_extraction_enabled

        pan_and_zoom_enabled = self.pan_and_zoom_enabled

        audio_and_waveform_enabled = self.audio_and_waveform_enabled

        text_captions_enabled = self.text_captions_enabled

        id = self.id

        name = self.name

        slug = self.slug

        text_transform = self.text_transform

        text_secondary_color = self.text_secondary_color

        text_highlight_secondary_color = self.text_highlight_secondary_color

        text_highlight_background_color = self.text_highlight_background_color

        text_highlight_secondary_background_color = (
            self.text_highlight_secondary_background_color
        )

        text_animation = self.text_animation

        entrance_animation = self.entrance_animation

        exit_animation = self.exit_animation

        text_background_radius = self.text_background_radius

        text_highlight_background_radius = self.text_highlight_background_radius

        text_width = self.text_width

        text_words = self.text_words

        text_horizontal_offset = self.text_horizontal_offset

        text_vertical_offset = self.text_vertical_offset

        created = self.created

        updated = self.updated

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if logo_image_url is not UNSET:
            field_dict["logo_image_url"] = logo_image_url
        if logo_image_position is not UNSET:
            field_dict["logo_image_position"] = logo_image_position
        if background_color is not UNSET:
            field_dict["background_color"] = background_color
        if text_background_color is not UNSET:
            field_dict["text_background_color"] = text_background_color
        if text_color is not UNSET:
            field_dict["text_color"] = text_color
        if text_highlight_color is not UNSET:
            field_dict["text_highlight_color"] = text_highlight_color
        if text_shadow is not UNSET:
            field_dict["text_shadow"] = text_shadow
        if text_highlight_shadow is not UNSET:
            field_dict["text_highlight_shadow"] = text_highlight_shadow
        if text_stroke is not UNSET:
            field_dict["text_stroke"] = text_stroke
        if text_highlight_stroke is not UNSET:
            field_dict["text_highlight_stroke"] = text_highlight_stroke
        if text_horizontal_align is not UNSET:
            field_dict["text_horizontal_align"] = text_horizontal_align
        if text_vertical_align is not UNSET:
            field_dict["text_vertical_align"] = text_vertical_align
        if waveform_color is not UNSET:
            field_dict["waveform_color"] = waveform_color
        if playback_mode is not UNSET:
            field_dict["playback_mode"] = playback_mode
        if text_fonts is not UNSET:
            field_dict["text_fonts"] = text_fonts
        if text_font_size is not UNSET:
            field_dict["text_font_size"] = text_font_size
        if text_lines is not UNSET:
            field_dict["text_lines"] = text_lines
        if cycle_time is not UNSET:
            field_dict["cycle_time"] = cycle_time
        if content_image_enabled is not UNSET:
            field_dict["content_image_enabled"] = content_image_enabled
        if image_extraction_enabled is not UNSET:
            field_dict["image_extraction_enabled"] = image_extraction_enabled
        if pan_and_zoom_enabled is not UNSET:
            field_dict["pan_and_zoom_enabled"] = pan_and_zoom_enabled
        if audio_and_waveform_enabled is not UNSET:
            field_dict["audio_and_waveform_enabled"] = audio_and_waveform_enabled
        if text_captions_enabled is not UNSET:
            field_dict["text_captions_enabled"] = text_captions_enabled
        if id is not UNSET:
            field_dict["id"] = id
        if name is not UNSET:
            field_dict["name"] = name
        if slug is not UNSET:
            field_dict["slug"] = slug
        if text_transform is not UNSET:
            field_dict["text_transform"] = text_transform
        if text_secondary_color is not UNSET:
            field_dict["text_secondary_color"] = text_secondary_color
        if text_highlight_secondary_color is not UNSET:
            field_dict["text_highlight_secondary_color"] = (
                text_highlight_secondary_color
            )
        if text_highlight_background_color is not UNSET:
            field_dict["text_highlight_background_color"] = (
                text_highlight_background_color
            )
        if text_highlight_secondary_background_color is not UNSET:
            field_dict["text_highlight_secondary_background_color"] = (
                text_highlight_secondary_background_color
            )
        if text_animation is not UNSET:
            field_dict["text_animation"] = text_animation
        if entrance_animation is not UNSET:
            field_dict["entrance_animation"] = entrance_animation
        if exit_animation is not UNSET:
            field_dict["exit_animation"] = exit_animation
        if text_background_radius is not UNSET:
            field_dict["text_background_radius"] = text_background_radius
        if text_highlight_background_radius is not UNSET:
            field_dict["text_highlight_background_radius"] = (
                text_highlight_background_radius
            )
        if text_width is not UNSET:
            field_dict["text_width"] = text_width
        if text_words is not UNSET:
            field_dict["text_words"] = text_words
        if text_horizontal_offset is not UNSET:
            field_dict["text_horizontal_offset"] = text_horizontal_offset
        if text_vertical_offset is not UNSET:
            field_dict["text_vertical_offset"] = text_vertical_offset
        if created is not UNSET:
            field_dict["created"] = created
        if updated is not UNSET:
            field_dict["updated"] = updated

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = _copy_of(src_dict, _OPTIONAL, _REQUIRED)
        try:

            def _parse_logo_image_url(data: object) -> None | str | Unset:
                if data is None:
                    return data
                if isinstance(data, Unset):
                    return data
                return cast(None | str | Unset, data)

            logo_image_url = _parse_logo_image_url(d.pop("logo_image_url", UNSET))

        except _UNREADABLE as _error:
            logo_image_url = UNSET
            d["logo_image_url"] = src_dict["logo_image_url"]
            _warn_unread("VideoSettingsTemplate", "logo_image_url", _error)

        try:
            _logo_image_position = d.pop("logo_image_position", UNSET)
            logo_image_position: LogoPosition | Unset
            if isinstance(_logo_image_position, Unset):
                logo_image_position = UNSET
            else:
                logo_image_position = LogoPosition(_logo_image_position)

        except _UNREADABLE as _error:
            logo_image_position = UNSET
            d["logo_image_position"] = src_dict["logo_image_position"]
            _warn_unread("VideoSettingsTemplate", "logo_image_position", _error)

        background_color = d.pop("background_color", UNSET)

        text_background_color = d.pop("text_background_color", UNSET)

        text_color = d.pop("text_color", UNSET)

        text_highlight_color = d.pop("text_highlight_color", UNSET)

        text_shadow = d.pop("text_shadow", UNSET)

        text_highlight_shadow = d.pop("text_highlight_shadow", UNSET)

        text_stroke = d.pop("text_stroke", UNSET)

        text_highlight_stroke = d.pop("text_highlight_stroke", UNSET)

        text_horizontal_align = d.pop("text_horizontal_align", UNSET)

        text_vertical_align = d.pop("text_vertical_align", UNSET)

        waveform_color = d.pop("waveform_color", UNSET)

        playback_mode = d.pop("playback_mode", UNSET)

        try:
            _text_fonts = d.pop("text_fonts", UNSET)
            text_fonts: list[str] | Unset = UNSET
            if _text_fonts is not UNSET:
                text_fonts = _list_of(_text_fonts)

        except _UNREADABLE as _error:
            text_fonts = UNSET
            d["text_fonts"] = src_dict["text_fonts"]
            _warn_unread("VideoSettingsTemplate", "text_fonts", _error)

        try:

            def _parse_text_font_size(data: object) -> int | str | Unset:
                if isinstance(data, Unset):
                    return data
                return cast(int | str | Unset, data)

            text_font_size = _parse_text_font_size(d.pop("text_font_size", UNSET))

        except _UNREADABLE as _error:
            text_font_size = UNSET
            d["text_font_size"] = src_dict["text_font_size"]
            _warn_unread("VideoSettingsTemplate", "text_font_size", _error)

        try:

            def _parse_text_lines(data: object) -> int | None | Unset:
                if data is None:
                    return data
                if isinstance(data, Unset):
                    return data
                return cast(int | None | Unset, data)

            text_lines = _parse_text_lines(d.pop("text_lines", UNSET))

        except _UNREADABLE as _error:
            text_lines = UNSET
            d["text_lines"] = src_dict["text_lines"]
            _warn_unread("VideoSettingsTemplate", "text_lines", _error)

        cycle_time = d.pop("cycle_time", UNSET)

        content_image_enabled = d.pop("content_image_enabled", UNSET)

        image_extraction_enabled = d.pop("image_extraction_enabled", UNSET)

        pan_and_zoom_enabled = d.pop("pan_and_zoom_enabled", UNSET)

        audio_and_waveform_enabled = d.pop("audio_and_waveform_enabled", UNSET)

        text_captions_enabled = d.pop("text_captions_enabled", UNSET)

        id = d.pop("id", UNSET)

        name = d.pop("name", UNSET)

        slug = d.pop("slug", UNSET)

        text_transform = d.pop("text_transform", UNSET)

        text_secondary_color = d.pop("text_secondary_color", UNSET)

        text_highlight_secondary_color = d.pop("text_highlight_secondary_color", UNSET)

        text_highlight_background_color = d.pop(
            "text_highlight_background_color", UNSET
        )

        text_highlight_secondary_background_color = d.pop(
            "text_highlight_secondary_background_color", UNSET
        )

        text_animation = d.pop("text_animation", UNSET)

        entrance_animation = d.pop("entrance_animation", UNSET)

        exit_animation = d.pop("exit_animation", UNSET)

        text_background_radius = d.pop("text_background_radius", UNSET)

        text_highlight_background_radius = d.pop(
            "text_highlight_background_radius", UNSET
        )

        text_width = d.pop("text_width", UNSET)

        text_words = d.pop("text_words", UNSET)

        text_horizontal_offset = d.pop("text_horizontal_offset", UNSET)

        text_vertical_offset = d.pop("text_vertical_offset", UNSET)

        created = d.pop("created", UNSET)

        updated = d.pop("updated", UNSET)

        video_settings_template = cls(
            logo_image_url=logo_image_url,
            logo_image_position=logo_image_position,
            background_color=background_color,
            text_background_color=text_background_color,
            text_color=text_color,
            text_highlight_color=text_highlight_color,
            text_shadow=text_shadow,
            text_highlight_shadow=text_highlight_shadow,
            text_stroke=text_stroke,
            text_highlight_stroke=text_highlight_stroke,
            text_horizontal_align=text_horizontal_align,
            text_vertical_align=text_vertical_align,
            waveform_color=waveform_color,
            playback_mode=playback_mode,
            text_fonts=text_fonts,
            text_font_size=text_font_size,
            text_lines=text_lines,
            cycle_time=cycle_time,
            content_image_enabled=content_image_enabled,
            image_extraction_enabled=image_extraction_enabled,
            pan_and_zoom_enabled=pan_and_zoom_enabled,
            audio_and_waveform_enabled=audio_and_waveform_enabled,
            text_captions_enabled=text_captions_enabled,
            id=id,
            name=name,
            slug=slug,
            text_transform=text_transform,
            text_secondary_color=text_secondary_color,
            text_highlight_secondary_color=text_highlight_secondary_color,
            text_highlight_background_color=text_highlight_background_color,
            text_highlight_secondary_background_color=text_highlight_secondary_background_color,
            text_animation=text_animation,
            entrance_animation=entrance_animation,
            exit_animation=exit_animation,
            text_background_radius=text_background_radius,
            text_highlight_background_radius=text_highlight_background_radius,
            text_width=text_width,
            text_words=text_words,
            text_horizontal_offset=text_horizontal_offset,
            text_vertical_offset=text_vertical_offset,
            created=created,
            updated=updated,
        )

        video_settings_template.additional_properties = d
        return video_settings_template

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
