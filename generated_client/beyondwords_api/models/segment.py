from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

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
    additional_properties: dict[str, Any] = _attrs_field(factory=dict, kw_only=True)

    def __repr__(self) -> str:
        return _model_repr(self)

    def to_dict(self) -> dict[str, Any]:
        _values: dict[str, Any] = {}
        _values.update(self.additional_properties)
        if self.id is not UNSET:
            _values["id"] = self.id
        section: str | Unset = UNSET
        if not isinstance(self.section, Unset):
            section = self.section.value

        if section is not UNSET:
            _values["section"] = section
        if self.marker is not UNSET:
            _values["marker"] = self.marker
        if self.xpath is not UNSET:
            _values["xpath"] = self.xpath
        if self.md5 is not UNSET:
            _values["md5"] = self.md5
        content_type: str | Unset = UNSET
        if not isinstance(self.content_type, Unset):
            content_type = self.content_type.value

        if content_type is not UNSET:
            _values["content_type"] = content_type
        text: None | str | Unset
        if isinstance(self.text, Unset):
            text = UNSET
        else:
            text = self.text
        if text is not UNSET:
            _values["text"] = text
        audio_url: None | str | Unset
        if isinstance(self.audio_url, Unset):
            audio_url = UNSET
        else:
            audio_url = self.audio_url
        if audio_url is not UNSET:
            _values["audio_url"] = audio_url
        image_url: None | str | Unset
        if isinstance(self.image_url, Unset):
            image_url = UNSET
        else:
            image_url = self.image_url
        if image_url is not UNSET:
            _values["image_url"] = image_url
        language: dict[str, Any] | Unset = UNSET
        if not isinstance(self.language, Unset):
            language = self.language.to_dict()
        if language is not UNSET:
            _values["language"] = language
        voice: dict[str, Any] | Unset = UNSET
        if not isinstance(self.voice, Unset):
            voice = self.voice.to_dict()
        if voice is not UNSET:
            _values["voice"] = voice
        preprocessing_settings: dict[str, Any] | None | Unset
        if isinstance(self.preprocessing_settings, Unset):
            preprocessing_settings = UNSET
        elif isinstance(self.preprocessing_settings, PreprocessingSettings):
            preprocessing_settings = self.preprocessing_settings.to_dict()
        else:
            preprocessing_settings = self.preprocessing_settings
        if preprocessing_settings is not UNSET:
            _values["preprocessing_settings"] = preprocessing_settings
        start_time: int | None | Unset
        if isinstance(self.start_time, Unset):
            start_time = UNSET
        else:
            start_time = self.start_time
        if start_time is not UNSET:
            _values["start_time"] = start_time
        duration: int | None | Unset
        if isinstance(self.duration, Unset):
            duration = UNSET
        else:
            duration = self.duration
        if duration is not UNSET:
            _values["duration"] = duration
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
            _raw_section = _values.pop("section", UNSET)
            section: SegmentSection | Unset = UNSET
            if _raw_section is not UNSET and _raw_section is not None:
                section = SegmentSection(_raw_section)

        except _UNREADABLE as _error:
            section = UNSET
            _values["section"] = src_dict["section"]
            _warn_unread("Segment", "section", _error)
        self.section = section

        if (marker := _values.pop("marker", UNSET)) is None:
            marker = UNSET
        self.marker = marker

        if (xpath := _values.pop("xpath", UNSET)) is None:
            xpath = UNSET
        self.xpath = xpath

        if (md5 := _values.pop("md5", UNSET)) is None:
            md5 = UNSET
        self.md5 = md5

        try:
            _raw_content_type = _values.pop("content_type", UNSET)
            content_type: SegmentContentType | Unset = UNSET
            if _raw_content_type is not UNSET and _raw_content_type is not None:
                content_type = SegmentContentType(_raw_content_type)

        except _UNREADABLE as _error:
            content_type = UNSET
            _values["content_type"] = src_dict["content_type"]
            _warn_unread("Segment", "content_type", _error)
        self.content_type = content_type

        text = _values.pop("text", UNSET)
        self.text = text

        audio_url = _values.pop("audio_url", UNSET)
        self.audio_url = audio_url

        image_url = _values.pop("image_url", UNSET)
        self.image_url = image_url

        try:
            _raw_language = _values.pop("language", UNSET)
            language: LanguageReference | Unset = UNSET
            if _raw_language is not UNSET and _raw_language is not None:
                language = LanguageReference.from_dict(_raw_language)

        except _UNREADABLE as _error:
            language = UNSET
            _values["language"] = src_dict["language"]
            _warn_unread("Segment", "language", _error)
        self.language = language

        try:
            _raw_voice = _values.pop("voice", UNSET)
            voice: VoiceReference | Unset = UNSET
            if _raw_voice is not UNSET and _raw_voice is not None:
                voice = VoiceReference.from_dict(_raw_voice)

        except _UNREADABLE as _error:
            voice = UNSET
            _values["voice"] = src_dict["voice"]
            _warn_unread("Segment", "voice", _error)
        self.voice = voice

        try:
            _raw_preprocessing_settings = _values.pop("preprocessing_settings", UNSET)
            preprocessing_settings: None | PreprocessingSettings | Unset
            if (
                _raw_preprocessing_settings is None
                or _raw_preprocessing_settings is UNSET
            ):
                preprocessing_settings = _raw_preprocessing_settings
            else:
                preprocessing_settings_type_1 = PreprocessingSettings.from_dict(
                    _raw_preprocessing_settings
                )

                preprocessing_settings = preprocessing_settings_type_1

        except _UNREADABLE as _error:
            preprocessing_settings = UNSET
            _values["preprocessing_settings"] = src_dict["preprocessing_settings"]
            _warn_unread("Segment", "preprocessing_settings", _error)
        self.preprocessing_settings = preprocessing_settings

        start_time = _values.pop("start_time", UNSET)
        self.start_time = start_time

        duration = _values.pop("duration", UNSET)
        self.duration = duration

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
from ..models.language_reference import LanguageReference
from ..models.preprocessing_settings import PreprocessingSettings
from ..models.voice_reference import VoiceReference
