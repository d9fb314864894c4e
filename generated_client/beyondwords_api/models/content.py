from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.content_status import ContentStatus
from ..models.content_type import ContentType
from ..types import UNREADABLE as _UNREADABLE
from ..types import UNSET, Unset
from ..types import copy_of as _copy_of
from ..types import model_repr as _model_repr
from ..types import models_of as _models_of
from ..types import warn_unread as _warn_unread

T = TypeVar("T", bound="Content")


@_attrs_define(repr=False)
class Content:
    """An article with the audio and video made from it.

    Examples:
        {'id': '6f1c1f0e-3f6f-4d53-9a53-0d7c9f1a2b3c', 'status': 'processed', 'type': 'auto_segment', 'title': 'Ferry
            returns', 'source_id': 'cms-6f1c', 'audio': [{'id': 7002, 'variant': 'article', 'content_type': 'audio/mpeg',
            'url': 'https://cdn.example.org/a/7002.mp3', 'duration': 185460}], 'segments': [], 'published': True, 'created':
            '2026-03-02T08:15:00Z', 'updated': '2026-03-02T08:15:42Z'}

    """

    id: str | Unset = UNSET
    """ UUID; for items of the first years a number written as text. """
    project_id: int | Unset = UNSET
    """ Only seen in the vendor's mock of the API. """
    status: ContentStatus | Unset = UNSET
    """ `draft`, `queued` and `processing` are unfinished; `skipped`: not processed, for example for want of
    credits. """
    type_: ContentType | Unset = UNSET
    """ `auto_segment`: text that is read out; `manual_segment`: your own segments; `audio_upload`: your own audio.
    """
    title: None | str | Unset = UNSET
    summary: None | str | Unset = UNSET
    body: None | str | Unset = UNSET
    """ HTML of the article. """
    title_enabled: bool | Unset = UNSET
    """ Whether the title is read. """
    body_enabled: bool | Unset = UNSET
    """ Whether the body is read. """
    summary_enabled: bool | Unset = UNSET
    """ Whether the summary is read. """
    summary_title_enabled: bool | Unset = UNSET
    source_id: None | str | Unset = UNSET
    """ Your own id of the article, unique in a project. """
    source_url: None | str | Unset = UNSET
    """ Address of the article. """
    author: None | str | Unset = UNSET
    image_url: None | str | Unset = UNSET
    metadata: Metadata | Unset = UNSET
    """ Any data of your own. """
    audio: list[MediaFile] | Unset = UNSET
    """ Audio of the article; empty until `status` is `processed`. """
    video: list[MediaFile] | Unset = UNSET
    """ Video of the article. """
    audio_with_intro_outro: list[MediaFile] | Unset = UNSET
    """ The audio with intro and outro. """
    summarization: ContentSummaryMedia | Unset = UNSET
    """ Audio and video of a content item's summary. """
    segments: list[Segment] | Unset = UNSET
    """ Empty unless asked for with `segments`, and until `status` is `processed`. """
    published: bool | Unset = UNSET
    """ Whether players and feeds show it. """
    publish_date: str | Unset = UNSET
    """ When it was or will be published, ISO 8601. """
    ads_enabled: bool | Unset = UNSET
    auto_segment_updates_enabled: bool | Unset = UNSET
    """ Whether a change of the text makes new audio. """
    ai_summary_updates_enabled: bool | Unset = UNSET
    is_copy: bool | Unset = UNSET
    """ Whether its audio comes from another project (syndication). """
    title_voice_id: int | None | Unset = UNSET
    summary_voice_id: int | None | Unset = UNSET
    body_voice_id: int | None | Unset = UNSET
    language: str | Unset = UNSET
    """ Language code with an underscore, such as `en_GB`. """
    background_track: AnyObject | None | Unset = UNSET
    """ `background_track` in the API's description. """
    preview_token: str | Unset = UNSET
    """ Lets a player play the item before it is published. """
    summarization_settings: AnyObject | None | Unset = UNSET
    """ `summarization_settings` in the API's description. """
    video_settings: AnyObject | None | Unset = UNSET
    """ `video_settings` in the API's description. """
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
        if self.project_id is not UNSET:
            _values["project_id"] = self.project_id
        status: str | Unset = UNSET
        if not isinstance(self.status, Unset):
            status = self.status.value

        if status is not UNSET:
            _values["status"] = status
        type_: str | Unset = UNSET
        if not isinstance(self.type_, Unset):
            type_ = self.type_.value

        if type_ is not UNSET:
            _values["type"] = type_
        title: None | str | Unset
        if isinstance(self.title, Unset):
            title = UNSET
        else:
            title = self.title
        if title is not UNSET:
            _values["title"] = title
        summary: None | str | Unset
        if isinstance(self.summary, Unset):
            summary = UNSET
        else:
            summary = self.summary
        if summary is not UNSET:
            _values["summary"] = summary
        body: None | str | Unset
        if isinstance(self.body, Unset):
            body = UNSET
        else:
            body = self.body
        if body is not UNSET:
            _values["body"] = body
        if self.title_enabled is not UNSET:
            _values["title_enabled"] = self.title_enabled
        if self.body_enabled is not UNSET:
            _values["body_enabled"] = self.body_enabled
        if self.summary_enabled is not UNSET:
            _values["summary_enabled"] = self.summary_enabled
        if self.summary_title_enabled is not UNSET:
            _values["summary_title_enabled"] = self.summary_title_enabled
        source_id: None | str | Unset
        if isinstance(self.source_id, Unset):
            source_id = UNSET
        else:
            source_id = self.source_id
        if source_id is not UNSET:
            _values["source_id"] = source_id
        source_url: None | str | Unset
        if isinstance(self.source_url, Unset):
            source_url = UNSET
        else:
            source_url = self.source_url
        if source_url is not UNSET:
            _values["source_url"] = source_url
        author: None | str | Unset
        if isinstance(self.author, Unset):
            author = UNSET
        else:
            author = self.author
        if author is not UNSET:
            _values["author"] = author
        image_url: None | str | Unset
        if isinstance(self.image_url, Unset):
            image_url = UNSET
        else:
            image_url = self.image_url
        if image_url is not UNSET:
            _values["image_url"] = image_url
        metadata: dict[str, Any] | Unset = UNSET
        if not isinstance(self.metadata, Unset):
            metadata = self.metadata.to_dict()
        if metadata is not UNSET:
            _values["metadata"] = metadata
        audio: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.audio, Unset):
            audio = []
            for _audio_item_data in self.audio:
                _audio_item = _audio_item_data.to_dict()
                audio.append(_audio_item)

        if audio is not UNSET:
            _values["audio"] = audio
        video: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.video, Unset):
            video = []
            for _video_item_data in self.video:
                _video_item = _video_item_data.to_dict()
                video.append(_video_item)

        if video is not UNSET:
            _values["video"] = video
        audio_with_intro_outro: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.audio_with_intro_outro, Unset):
            audio_with_intro_outro = []
            for _audio_with_intro_outro_item_data in self.audio_with_intro_outro:
                _audio_with_intro_outro_item = (
                    _audio_with_intro_outro_item_data.to_dict()
                )
                audio_with_intro_outro.append(_audio_with_intro_outro_item)

        if audio_with_intro_outro is not UNSET:
            _values["audio_with_intro_outro"] = audio_with_intro_outro
        summarization: dict[str, Any] | Unset = UNSET
        if not isinstance(self.summarization, Unset):
            summarization = self.summarization.to_dict()
        if summarization is not UNSET:
            _values["summarization"] = summarization
        segments: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.segments, Unset):
            segments = []
            for _segments_item_data in self.segments:
                _segments_item = _segments_item_data.to_dict()
                segments.append(_segments_item)

        if segments is not UNSET:
            _values["segments"] = segments
        if self.published is not UNSET:
            _values["published"] = self.published
        if self.publish_date is not UNSET:
            _values["publish_date"] = self.publish_date
        if self.ads_enabled is not UNSET:
            _values["ads_enabled"] = self.ads_enabled
        if self.auto_segment_updates_enabled is not UNSET:
            _values["auto_segment_updates_enabled"] = self.auto_segment_updates_enabled
        if self.ai_summary_updates_enabled is not UNSET:
            _values["ai_summary_updates_enabled"] = self.ai_summary_updates_enabled
        if self.is_copy is not UNSET:
            _values["is_copy"] = self.is_copy
        title_voice_id: int | None | Unset
        if isinstance(self.title_voice_id, Unset):
            title_voice_id = UNSET
        else:
            title_voice_id = self.title_voice_id
        if title_voice_id is not UNSET:
            _values["title_voice_id"] = title_voice_id
        summary_voice_id: int | None | Unset
        if isinstance(self.summary_voice_id, Unset):
            summary_voice_id = UNSET
        else:
            summary_voice_id = self.summary_voice_id
        if summary_voice_id is not UNSET:
            _values["summary_voice_id"] = summary_voice_id
        body_voice_id: int | None | Unset
        if isinstance(self.body_voice_id, Unset):
            body_voice_id = UNSET
        else:
            body_voice_id = self.body_voice_id
        if body_voice_id is not UNSET:
            _values["body_voice_id"] = body_voice_id
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
        if self.preview_token is not UNSET:
            _values["preview_token"] = self.preview_token
        summarization_settings: dict[str, Any] | None | Unset
        if isinstance(self.summarization_settings, Unset):
            summarization_settings = UNSET
        elif isinstance(self.summarization_settings, AnyObject):
            summarization_settings = self.summarization_settings.to_dict()
        else:
            summarization_settings = self.summarization_settings
        if summarization_settings is not UNSET:
            _values["summarization_settings"] = summarization_settings
        video_settings: dict[str, Any] | None | Unset
        if isinstance(self.video_settings, Unset):
            video_settings = UNSET
        elif isinstance(self.video_settings, AnyObject):
            video_settings = self.video_settings.to_dict()
        else:
            video_settings = self.video_settings
        if video_settings is not UNSET:
            _values["video_settings"] = video_settings
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

        if (project_id := _values.pop("project_id", UNSET)) is None:
            project_id = UNSET
        self.project_id = project_id

        try:
            _raw_status = _values.pop("status", UNSET)
            status: ContentStatus | Unset = UNSET
            if _raw_status is not UNSET and _raw_status is not None:
                status = ContentStatus(_raw_status)

        except _UNREADABLE as _error:
            status = UNSET
            _values["status"] = src_dict["status"]
            _warn_unread("Content", "status", _error)
        self.status = status

        try:
            _raw_type_ = _values.pop("type", UNSET)
            type_: ContentType | Unset = UNSET
            if _raw_type_ is not UNSET and _raw_type_ is not None:
                type_ = ContentType(_raw_type_)

        except _UNREADABLE as _error:
            type_ = UNSET
            _values["type"] = src_dict["type"]
            _warn_unread("Content", "type", _error)
        self.type_ = type_

        title = _values.pop("title", UNSET)
        self.title = title

        summary = _values.pop("summary", UNSET)
        self.summary = summary

        body = _values.pop("body", UNSET)
        self.body = body

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

        source_id = _values.pop("source_id", UNSET)
        self.source_id = source_id

        source_url = _values.pop("source_url", UNSET)
        self.source_url = source_url

        author = _values.pop("author", UNSET)
        self.author = author

        image_url = _values.pop("image_url", UNSET)
        self.image_url = image_url

        try:
            _raw_metadata = _values.pop("metadata", UNSET)
            metadata: Metadata | Unset = UNSET
            if _raw_metadata is not UNSET and _raw_metadata is not None:
                metadata = Metadata.from_dict(_raw_metadata)

        except _UNREADABLE as _error:
            metadata = UNSET
            _values["metadata"] = src_dict["metadata"]
            _warn_unread("Content", "metadata", _error)
        self.metadata = metadata

        try:
            _raw_audio = _values.pop("audio", UNSET)
            audio: list[MediaFile] | Unset = UNSET
            if _raw_audio is not UNSET and _raw_audio is not None:
                audio = _models_of(MediaFile, _raw_audio)

        except _UNREADABLE as _error:
            audio = UNSET
            _values["audio"] = src_dict["audio"]
            _warn_unread("Content", "audio", _error)
        self.audio = audio

        try:
            _raw_video = _values.pop("video", UNSET)
            video: list[MediaFile] | Unset = UNSET
            if _raw_video is not UNSET and _raw_video is not None:
                video = _models_of(MediaFile, _raw_video)

        except _UNREADABLE as _error:
            video = UNSET
            _values["video"] = src_dict["video"]
            _warn_unread("Content", "video", _error)
        self.video = video

        try:
            _raw_audio_with_intro_outro = _values.pop("audio_with_intro_outro", UNSET)
            audio_with_intro_outro: list[MediaFile] | Unset = UNSET
            if (
                _raw_audio_with_intro_outro is not UNSET
                and _raw_audio_with_intro_outro is not None
            ):
                audio_with_intro_outro = _models_of(
                    MediaFile, _raw_audio_with_intro_outro
                )

        except _UNREADABLE as _error:
            audio_with_intro_outro = UNSET
            _values["audio_with_intro_outro"] = src_dict["audio_with_intro_outro"]
            _warn_unread("Content", "audio_with_intro_outro", _error)
        self.audio_with_intro_outro = audio_with_intro_outro

        try:
            _raw_summarization = _values.pop("summarization", UNSET)
            summarization: ContentSummaryMedia | Unset = UNSET
            if _raw_summarization is not UNSET and _raw_summarization is not None:
                summarization = ContentSummaryMedia.from_dict(_raw_summarization)

        except _UNREADABLE as _error:
            summarization = UNSET
            _values["summarization"] = src_dict["summarization"]
            _warn_unread("Content", "summarization", _error)
        self.summarization = summarization

        try:
            _raw_segments = _values.pop("segments", UNSET)
            segments: list[Segment] | Unset = UNSET
            if _raw_segments is not UNSET and _raw_segments is not None:
                segments = _models_of(Segment, _raw_segments)

        except _UNREADABLE as _error:
            segments = UNSET
            _values["segments"] = src_dict["segments"]
            _warn_unread("Content", "segments", _error)
        self.segments = segments

        if (published := _values.pop("published", UNSET)) is None:
            published = UNSET
        self.published = published

        if (publish_date := _values.pop("publish_date", UNSET)) is None:
            publish_date = UNSET
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

        if (
            ai_summary_updates_enabled := _values.pop(
                "ai_summary_updates_enabled", UNSET
            )
        ) is None:
            ai_summary_updates_enabled = UNSET
        self.ai_summary_updates_enabled = ai_summary_updates_enabled

        if (is_copy := _values.pop("is_copy", UNSET)) is None:
            is_copy = UNSET
        self.is_copy = is_copy

        title_voice_id = _values.pop("title_voice_id", UNSET)
        self.title_voice_id = title_voice_id

        summary_voice_id = _values.pop("summary_voice_id", UNSET)
        self.summary_voice_id = summary_voice_id

        body_voice_id = _values.pop("body_voice_id", UNSET)
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
            _warn_unread("Content", "background_track", _error)
        self.background_track = background_track

        if (preview_token := _values.pop("preview_token", UNSET)) is None:
            preview_token = UNSET
        self.preview_token = preview_token

        try:
            _raw_summarization_settings = _values.pop("summarization_settings", UNSET)
            summarization_settings: AnyObject | None | Unset
            if (
                _raw_summarization_settings is None
                or _raw_summarization_settings is UNSET
            ):
                summarization_settings = _raw_summarization_settings
            else:
                summarization_settings_type_1 = AnyObject.from_dict(
                    _raw_summarization_settings
                )

                summarization_settings = summarization_settings_type_1

        except _UNREADABLE as _error:
            summarization_settings = UNSET
            _values["summarization_settings"] = src_dict["summarization_settings"]
            _warn_unread("Content", "summarization_settings", _error)
        self.summarization_settings = summarization_settings

        try:
            _raw_video_settings = _values.pop("video_settings", UNSET)
            video_settings: AnyObject | None | Unset
            if _raw_video_settings is None or _raw_video_settings is UNSET:
                video_settings = _raw_video_settings
            else:
                video_settings_type_1 = AnyObject.from_dict(_raw_video_settings)

                video_settings = video_settings_type_1

        except _UNREADABLE as _error:
            video_settings = UNSET
            _values["video_settings"] = src_dict["video_settings"]
            _warn_unread("Content", "video_settings", _error)
        self.video_settings = video_settings

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
from ..models.any_object import AnyObject
from ..models.content_summary_media import ContentSummaryMedia
from ..models.media_file import MediaFile
from ..models.metadata import Metadata
from ..models.segment import Segment
