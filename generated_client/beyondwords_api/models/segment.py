from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.segment_content_type import SegmentContentType
from ..models.segment_section import SegmentSection
from ..types import UNREADABLE as _UNREADABLE
from ..types import UNSET, Unset
from ..types import copy_of as _copy_of
from ..types import model_repr as _model_repr
from ..types import warn_unread as _warn_unread

T = TypeVar("T", bound="Segment")


_OPTIONAL: frozenset[str] = frozenset(
    (
        "id",
        "section",
        "marker",
        "xpath",
        "md5",
        "content_type",
        "language",
        "voice",
        "created",
        "updated",
    )
)
_REQUIRED: frozenset[str] = frozenset()


@_attrs_define(repr=False)
class Segment:
    """One piece of a content item: a paragraph, an audio file or an image."""

    id: int | Unset = UNSET
    section: SegmentSection | Unset = UNSET
    """ The part of the article. """
    marker: str | Unset = UNSET
    """ Ties the segment to an element of the page (`data-beyondwords-marker`). """
    xpath: str | Unset = UNSET
    """ Where the element is in the HTML. """
    md5: str | Unset = UNSET
    content_type: SegmentContentType | Unset = UNSET
    """ What a segment consists of. """
    text: None | str | Unset = UNSET
    audio_url: None | str | Unset = UNSET
    image_url: None | str | Unset = UNSET
    language: LanguageReference | Unset = UNSET
    """ A language that an object names. """
    voice: VoiceReference | Unset = UNSET
    """ A voice that an object names. """
    preprocessing_settings: None | PreprocessingSettings | Unset = UNSET
    """ `preprocessing_settings` in the API's description. """
    start_time: int | None | Unset = UNSET
    """ Milliseconds from the start of the audio. """
    duration: int | None | Unset = UNSET
    """ Length in milliseconds. """
    created: str | Unset = UNSET
    """ When it was created, ISO 8601 or `2023-01-01 00:00:00 UTC`. """
    updated: str | Unset = UNSET
    """ When it was last changed, in the same form. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def __repr__(self) -> str:
        return _model_repr(self)

    def to_dict(self) -> dict[str, Any]:
        id = self.id

        section: str | Unset = UNSET
        if not isinstance(self.section, Unset):
            section = self.section.value

        marker = self.marker

        xpath = self.xpath

        md5 = self.md5

        content_type: str | Unset = UNSET
        if not isinstance(self.content_type, Unset):
            content_type = self.content_type.value

        text: None | str | Unset
        if isinstance(self.text, Unset):
            text = UNSET
        else:
            text = self.text

        audio_url: None | str | Unset
        if isinstance(self.audio_url, Unset):
            audio_url = UNSET
        else:
            audio_url = self.audio_url

        image_url: None | str | Unset
        if isinstance(self.image_url, Unset):
            image_url = UNSET
        else:
            image_url = self.image_url

        language: dict[str, Any] | Unset = UNSET
        if not isinstance(self.language, Unset):
            language = self.language.to_dict()

        voice: dict[str, Any] | Unset = UNSET
        if not isinstance(self.voice, Unset):
            voice = self.voice.to_dict()

        preprocessing_settings: dict[str, Any] | None | Unset
        if isinstance(self.preprocessing_settings, Unset):
            preprocessing_settings = UNSET
        elif isinstance(self.preprocessing_settings, PreprocessingSettings):
            preprocessing_settings = self.preprocessing_settings.to_dict()
        else:
            preprocessing_settings = self.preprocessing_settings

        start_time: int | None | Unset
        if isinstance(self.start_time, Unset):
            start_time = UNSET
        else:
            start_time = self.start_time

        duration: int | None | Unset
        if isinstance(self.duration, Unset):
            duration = UNSET
        else:
            duration = self.duration

        created = self.created

        updated = self.updated

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if id is not UNSET:
            field_dict["id"] = id
        if section is not UNSET:
            field_dict["section"] = section
        if marker is not UNSET:
            field_dict["marker"] = marker
        if xpath is not UNSET:
            field_dict["xpath"] = xpath
        if md5 is not UNSET:
            field_dict["md5"] = md5
        if content_type is not UNSET:
            field_dict["content_type"] = content_type
        if text is not UNSET:
            field_dict["text"] = text
        if audio_url is not UNSET:
            field_dict["audio_url"] = audio_url
        if image_url is not UNSET:
            field_dict["image_url"] = image_url
        if language is not UNSET:
            field_dict["language"] = language
        if voice is not UNSET:
            field_dict["voice"] = voice
        if preprocessing_settings is not UNSET:
            field_dict["preprocessing_settings"] = preprocessing_settings
        if start_time is not UNSET:
            field_dict["start_time"] = start_time
        if duration is not UNSET:
            field_dict["duration"] = duration
        if created is not UNSET:
            field_dict["created"] = created
        if updated is not UNSET:
            field_dict["updated"] = updated

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = _copy_of(src_dict, _OPTIONAL, _REQUIRED)
        id = d.pop("id", UNSET)

        try:
            _section = d.pop("section", UNSET)
            section: SegmentSection | Unset
            if isinstance(_section, Unset):
                section = UNSET
            else:
                section = SegmentSection(_section)

        except _UNREADABLE as _error:
            section = UNSET
            d["section"] = src_dict["section"]
            _warn_unread("Segment", "section", _error)

        marker = d.pop("marker", UNSET)

        xpath = d.pop("xpath", UNSET)

        md5 = d.pop("md5", UNSET)

        try:
            _content_type = d.pop("content_type", UNSET)
            content_type: SegmentContentType | Unset
            if isinstance(_content_type, Unset):
                content_type = UNSET
            else:
                content_type = SegmentContentType(_content_type)

        except _UNREADABLE as _error:
            content_type = UNSET
            d["content_type"] = src_dict["content_type"]
            _warn_unread("Segment", "content_type", _error)

        try:

            def _parse_text(data: object) -> None | str | Unset:
                if data is None:
                    return data
                if isinstance(data, Unset):
                    return data
                return cast(None | str | Unset, data)

            text = _parse_text(d.pop("text", UNSET))

        except _UNREADABLE as _error:
            text = UNSET
            d["text"] = src_dict["text"]
            _warn_unread("Segment", "text", _error)

        try:

            def _parse_audio_url(data: object) -> None | str | Unset:
                if data is None:
                    return data
                if isinstance(data, Unset):
                    return data
                return cast(None | str | Unset, data)

            audio_url = _parse_audio_url(d.pop("audio_url", UNSET))

        except _UNREADABLE as _error:
            audio_url = UNSET
            d["audio_url"] = src_dict["audio_url"]
            _warn_unread("Segment", "audio_url", _error)

        try:

            def _parse_image_url(data: object) -> None | str | Unset:
                if data is None:
                    return data
                if isinstance(data, Unset):
                    return data
                return cast(None | str | Unset, data)

            image_url = _parse_image_url(d.pop("image_url", UNSET))

        except _UNREADABLE as _error:
            image_url = UNSET
            d["image_url"] = src_dict["image_url"]
            _warn_unread("Segment", "image_url", _error)

        try:
            _language = d.pop("language", UNSET)
            language: LanguageReference | Unset
            if isinstance(_language, Unset):
                language = UNSET
            else:
                language = LanguageReference.from_dict(_language)

        except _UNREADABLE as _error:
            language = UNSET
            d["language"] = src_dict["language"]
            _warn_unread("Segment", "language", _error)

        try:
            _voice = d.pop("voice", UNSET)
            voice: VoiceReference | Unset
            if isinstance(_voice, Unset):
                voice = UNSET
            else:
                voice = VoiceReference.from_dict(_voice)

        except _UNREADABLE as _error:
            voice = UNSET
            d["voice"] = src_dict["voice"]
            _warn_unread("Segment", "voice", _error)

        try:
            _preprocessing_settings = d.pop("preprocessing_settings", UNSET)
            preprocessing_settings: None | PreprocessingSettings | Unset
            if _preprocessing_settings is None or _preprocessing_settings is UNSET:
                preprocessing_settings = _preprocessing_settings
            else:
                preprocessing_settings_type_1 = PreprocessingSettings.from_dict(
                    _preprocessing_settings
                )

                preprocessing_settings = preprocessing_settings_type_1

        except _UNREADABLE as _error:
            preprocessing_settings = UNSET
            d["preprocessing_settings"] = src_dict["preprocessing_settings"]
            _warn_unread("Segment", "preprocessing_settings", _error)

        try:

            def _parse_start_time(data: object) -> int | None | Unset:
                if data is None:
                    return data
                if isinstance(data, Unset):
                    return data
                return cast(int | None | Unset, data)

            start_time = _parse_start_time(d.pop("start_time", UNSET))

        except _UNREADABLE as _error:
            start_time = UNSET
            d["start_time"] = src_dict["start_time"]
            _warn_unread("Segment", "start_time", _error)

        try:

            def _parse_duration(data: object) -> int | None | Unset:
                if data is None:
                    return data
                if isinstance(data, Unset):
                    return data
                return cast(int | None | Unset, data)

            duration = _parse_duration(d.pop("duration", UNSET))

        except _UNREADABLE as _error:
            duration = UNSET
            d["duration"] = src_dict["duration"]
            _warn_unread("Segment", "duration", _error)

        created = d.pop("created", UNSET)

        updated = d.pop("updated", UNSET)

        segment = cls(
            id=id,
            section=section,
            marker=marker,
            xpath=xpath,
            md5=md5,
            content_type=content_type,
            text=text,
            audio_url=audio_url,
            image_url=image_url,
            language=language,
            voice=voice,
            preprocessing_settings=preprocessing_settings,
            start_time=start_time,
            duration=duration,
            created=created,
            updated=updated,
        )

        segment.additional_properties = d
        return segment

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
from ..models.language_reference import LanguageReference
from ..models.preprocessing_settings import PreprocessingSettings
from ..models.voice_reference import VoiceReference
