from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.content_type import ContentType
from ..types import UNREADABLE as _UNREADABLE
from ..types import UNSET, Unset
from ..types import copy_of as _copy_of
from ..types import list_of as _list_of
from ..types import model_repr as _model_repr
from ..types import models_of as _models_of
from ..types import warn_unread as _warn_unread

T = TypeVar("T", bound="ContentUpdate")


@_attrs_define(repr=False)
class ContentUpdate:
    """Changes of a content item; what is left out stays as it is.

    Examples:
        {'title': 'Ferry returns on Monday', 'published': True}

    """

    source_id: str | Unset = UNSET
    """ Your own id of the article. The API refuses a second item with the same id in a project (422). """
    source_url: str | Unset = UNSET
    """ Address of the article. """
    author: str | Unset = UNSET
    image_url: str | Unset = UNSET
    """ Address of the article's image. """
    metadata: Metadata | Unset = UNSET
    """ Any data of your own. """
    tags: list[str] | Unset = UNSET
    """ Sent by the vendor's WordPress plugin since July 2026; not documented. """
    published: bool | Unset = UNSET
    """ Whether players and feeds show it. """
    publish_date: None | str | Unset = UNSET
    """ ISO 8601; a time in the future schedules the item. """
    ads_enabled: bool | Unset = UNSET
    """ Whether ads are played with it. """
    auto_segment_updates_enabled: bool | Unset = UNSET
    """ Whether a change of the text makes new audio. Set it to false to keep audio of your own. """
    title_enabled: bool | Unset = UNSET
    """ Whether the title is read. """
    body_enabled: bool | Unset = UNSET
    """ Whether the body is read. """
    summary_enabled: bool | Unset = UNSET
    """ Whether the summary is read. """
    summary_title_enabled: bool | Unset = UNSET
    ai_summary_updates_enabled: bool | Unset = UNSET
    title_voice_id: int | Unset = UNSET
    """ Id of the voice for the title. """
    summary_voice_id: int | Unset = UNSET
    """ Id of the voice for the summary. """
    body_voice_id: int | Unset = UNSET
    """ Id of the voice for the body. """
    language: str | Unset = UNSET
    """ Language code with an underscore, such as `en_GB`. """
    background_track: AnyObject | None | Unset = UNSET
    """ Music under the voice. """
    summarization_settings: ContentSummarizationSettings | Unset = UNSET
    """ Whether and how a content item is summarized. """
    video_settings: ContentVideoSettings | Unset = UNSET
    """ Whether and how videos are made. The API makes none, and reports no error, unless `enabled` is true and
    `variants` and `sizes` are not empty. """
    type_: ContentType | Unset = UNSET
    """ `auto_segment`: text that is read out; `manual_segment`: your own segments; `audio_upload`: your own audio.
    """
    title: str | Unset = UNSET
    """ Text or HTML. """
    body: str | Unset = UNSET
    """ HTML of the article. """
    summary: str | Unset = UNSET
    """ Text or HTML. """
    segments: list[NewSegment] | Unset = UNSET
    """ With `type` `audio_upload`: your own audio, which replaces the audio made by the API. """
    additional_properties: dict[str, Any] = _attrs_field(factory=dict, kw_only=True)

    def __repr__(self) -> str:
        return _model_repr(self)

    def to_dict(self) -> dict[str, Any]:
        _values: dict[str, Any] = {}
        _values.update(self.additional_properties)
        if self.source_id is not UNSET:
            _values["source_id"] = self.source_id
        if self.source_url is not UNSET:
            _values["source_url"] = self.source_url
        if self.author is not UNSET:
            _values["author"] = self.author
        if self.image_url is not UNSET:
            _values["image_url"] = self.image_url
        metadata: dict[str, Any] | Unset = UNSET
        if not isinstance(self.metadata, Unset):
            metadata = self.metadata.to_dict()
        if metadata is not UNSET:
            _values["metadata"] = metadata
        tags: list[str] | Unset = UNSET
        if not isinstance(self.tags, Unset):
            tags = self.tags

        if tags is not UNSET:
            _values["tags"] = tags
        if self.published is not UNSET:
            _values["published"] = self.published
        publish_date: None | str | Unset
        if isinstance(self.publish_date, Unset):
            publish_date = UNSET
        else:
            publish_date = self.publish_date
        if publish_date is not UNSET:
            _values["publish_date"] = publish_date
        if self.ads_enabled is not UNSET:
            _values["ads_enabled"] = self.ads_enabled
        if self.auto_segment_updates_enabled is not UNSET:
            _values["auto_segment_updates_enabled"] = self.auto_segment_updates_enabled
        if self.title_enabled is not UNSET:
            _values["title_enabled"] = self.title_enabled
        if self.body_enabled is not UNSET:
            _values["body_enabled"] = self.body_enabled
        if self.summary_enabled is not UNSET:
            _values["summary_enabled"] = self.summary_enabled
        if self.summary_title_enabled is not UNSET:
            _values["summary_title_enabled"] = self.summary_title_enabled
        if self.ai_summary_updates_enabled is not UNSET:
            _values["ai_summary_updates_enabled"] = self.ai_summary_updates_enabled
        if self.title_voice_id is not UNSET:
            _values["title_voice_id"] = self.title_voice_id
        if self.summary_voice_id is not UNSET:
            _values["summary_voice_id"] = self.summary_voice_id
        if self.body_voice_id is not UNSET:
            _values["body_voice_id"] = self.body_voice_id
        if self.language is not UNSET:
            _values["language"] = self.language
        background_track: dict[str, Any] | None | Unset
        if isinstance(self.background_track, Unset):
            background_track = UNSET
        elif isinstance(self.background_track, AnyObject):
            background_track = self.background_track.to_dict()
        else:
            background_track = self.background_track
        if background_track is not UNSET:
            _values["background_track"] = background_track
        summarization_settings: dict[str, Any] | Unset = UNSET
        if not isinstance(self.summarization_settings, Unset):
            summarization_settings = self.summarization_settings.to_dict()
        if summarization_settings is not UNSET:
            _values["summarization_settings"] = summarization_settings
        video_settings: dict[str, Any] | Unset = UNSET
        if not isinstance(self.video_settings, Unset):
            video_settings = self.video_settings.to_dict()
        if video_settings is not UNSET:
            _values["video_settings"] = video_settings
        type_: str | Unset = UNSET
        if not isinstance(self.type_, Unset):
            type_ = self.type_.value

        if type_ is not UNSET:
            _values["type"] = type_
        if self.title is not UNSET:
            _values["title"] = self.title
        if self.body is not UNSET:
            _values["body"] = self.body
        if self.summary is not UNSET:
            _values["summary"] = self.summary
        segments: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.segments, Unset):
            segments = []
            for _segments_item_data in self.segments:
                _segments_item = _segments_item_data.to_dict()
                segments.append(_segments_item)

        if segments is not UNSET:
            _values["segments"] = segments

        return _values

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        self = cls.__new__(cls)
        _values = {**src_dict} if type(src_dict) is dict else _copy_of(src_dict)
        if (source_id := _values.pop("source_id", UNSET)) is None:
            source_id = UNSET
        self.source_id = source_id

        if (source_url := _values.pop("source_url", UNSET)) is None:
            source_url = UNSET
        self.source_url = source_url

        if (author := _values.pop("author", UNSET)) is None:
            author = UNSET
        self.author = author

        if (image_url := _values.pop("image_url", UNSET)) is None:
            image_url = UNSET
        self.image_url = image_url

        try:
            _raw_metadata = _values.pop("metadata", UNSET)
            metadata: Metadata | Unset = UNSET
            if _raw_metadata is not UNSET and _raw_metadata is not None:
                metadata = Metadata.from_dict(_raw_metadata)

        except _UNREADABLE as _error:
            metadata = UNSET
            _values["metadata"] = src_dict["metadata"]
            _warn_unread("ContentUpdate", "metadata", _error)
        self.metadata = metadata

        try:
            _raw_tags = _values.pop("tags", UNSET)
            tags: list[str] | Unset = UNSET
            if _raw_tags is not UNSET and _raw_tags is not None:
                tags = _list_of(_raw_tags)

        except _UNREADABLE as _error:
            tags = UNSET
            _values["tags"] = src_dict["tags"]
            _warn_unread("ContentUpdate", "tags", _error)
        self.tags = tags

        if (published := _values.pop("published", UNSET)) is None:
            published = UNSET
        self.published = published

        publish_date = _values.pop("publish_date", UNSET)
        self.publish_date = publish_date

        if (ads_enabled := _values.pop("ads_enabled", UNSET)) is None:
            ads_enabled = UNSET
        self.ads_enabled = ads_enabled

        if (
            auto_segment_updates_enabled := _values.pop(
                "auto_segment_updates_enabled", UNSET
            )
        ) is None:
            auto_segment_updates_enabled = UNSET
        self.auto_segment_updates_enabled = auto_segment_updates_enabled

        if (title_enabled := _values.pop("title_enabled", UNSET)) is None:
            title_enabled = UNSET
        self.title_enabled = title_enabled

        if (body_enabled := _values.pop("body_enabled", UNSET)) is None:
            body_enabled = UNSET
        self.body_enabled = body_enabled

        if (summary_enabled := _values.pop("summary_enabled", UNSET)) is None:
            summary_enabled = UNSET
        self.summary_enabled = summary_enabled

        if (
            summary_title_enabled := _values.pop("summary_title_enabled", UNSET)
        ) is None:
            summary_title_enabled = UNSET
        self.summary_title_enabled = summary_title_enabled

        if (
            ai_summary_updates_enabled := _values.pop(
                "ai_summary_updates_enabled", UNSET
            )
        ) is None:
            ai_summary_updates_enabled = UNSET
        self.ai_summary_updates_enabled = ai_summary_updates_enabled

        if (title_voice_id := _values.pop("title_voice_id", UNSET)) is None:
            title_voice_id = UNSET
        self.title_voice_id = title_voice_id

        if (summary_voice_id := _values.pop("summary_voice_id", UNSET)) is None:
            summary_voice_id = UNSET
        self.summary_voice_id = summary_voice_id

        if (body_voice_id := _values.pop("body_voice_id", UNSET)) is None:
            body_voice_id = UNSET
        self.body_voice_id = body_voice_id

        if (language := _values.pop("language", UNSET)) is None:
            language = UNSET
        self.language = language

        try:
            _raw_background_track = _values.pop("background_track", UNSET)
            background_track: AnyObject | None | Unset
            if _raw_background_track is None or _raw_background_track is UNSET:
                background_track = _raw_background_track
            else:
                background_track_type_1 = AnyObject.from_dict(_raw_background_track)

                background_track = background_track_type_1

        except _UNREADABLE as _error:
            background_track = UNSET
            _values["background_track"] = src_dict["background_track"]
            _warn_unread("ContentUpdate", "background_track", _error)
        self.background_track = background_track

        try:
            _raw_summarization_settings = _values.pop("summarization_settings", UNSET)
            summarization_settings: ContentSummarizationSettings | Unset = UNSET
            if (
                _raw_summarization_settings is not UNSET
                and _raw_summarization_settings is not None
            ):
                summarization_settings = ContentSummarizationSettings.from_dict(
                    _raw_summarization_settings
                )

        except _UNREADABLE as _error:
            summarization_settings = UNSET
            _values["summarization_settings"] = src_dict["summarization_settings"]
            _warn_unread("ContentUpdate", "summarization_settings", _error)
        self.summarization_settings = summarization_settings

        try:
            _raw_video_settings = _values.pop("video_settings", UNSET)
            video_settings: ContentVideoSettings | Unset = UNSET
            if _raw_video_settings is not UNSET and _raw_video_settings is not None:
                video_settings = ContentVideoSettings.from_dict(_raw_video_settings)

        except _UNREADABLE as _error:
            video_settings = UNSET
            _values["video_settings"] = src_dict["video_settings"]
            _warn_unread("ContentUpdate", "video_settings", _error)
        self.video_settings = video_settings

        try:
            _raw_type_ = _values.pop("type", UNSET)
            type_: ContentType | Unset = UNSET
            if _raw_type_ is not UNSET and _raw_type_ is not None:
                type_ = ContentType(_raw_type_)

        except _UNREADABLE as _error:
            type_ = UNSET
            _values["type"] = src_dict["type"]
            _warn_unread("ContentUpdate", "type", _error)
        self.type_ = type_

        if (title := _values.pop("title", UNSET)) is None:
            title = UNSET
        self.title = title

        if (body := _values.pop("body", UNSET)) is None:
            body = UNSET
        self.body = body

        if (summary := _values.pop("summary", UNSET)) is None:
            summary = UNSET
        self.summary = summary

        try:
            _raw_segments = _values.pop("segments", UNSET)
            segments: list[NewSegment] | Unset = UNSET
            if _raw_segments is not UNSET and _raw_segments is not None:
                segments = _models_of(NewSegment, _raw_segments)

        except _UNREADABLE as _error:
            segments = UNSET
            _values["segments"] = src_dict["segments"]
            _warn_unread("ContentUpdate", "segments", _error)
        self.segments = segments

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
from ..models.any_object import AnyObject
from ..models.content_summarization_settings import ContentSummarizationSettings
from ..models.content_video_settings import ContentVideoSettings
from ..models.metadata import Metadata
from ..models.new_segment import NewSegment
