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
from ..types import list_of as _list_of
from ..types import model_repr as _model_repr
from ..types import unreadable as _unreadable
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
        id = self.id

        project_id = self.project_id

        status: str | Unset = UNSET
        if not isinstance(self.status, Unset):
            status = self.status.value

        type_: str | Unset = UNSET
        if not isinstance(self.type_, Unset):
            type_ = self.type_.value

        title: None | str | Unset
        if isinstance(self.title, Unset):
            title = UNSET
        else:
            title = self.title

        summary: None | str | Unset
        if isinstance(self.summary, Unset):
            summary = UNSET
        else:
            summary = self.summary

        body: None | str | Unset
        if isinstance(self.body, Unset):
            body = UNSET
        else:
            body = self.body

        title_enabled = self.title_enabled

        body_enabled = self.body_enabled

        summary_enabled = self.summary_enabled

        summary_title_enabled = self.summary_title_enabled

        source_id: None | str | Unset
        if isinstance(self.source_id, Unset):
            source_id = UNSET
        else:
            source_id = self.source_id

        source_url: None | str | Unset
        if isinstance(self.source_url, Unset):
            source_url = UNSET
        else:
            source_url = self.source_url

        author: None | str | Unset
        if isinstance(self.author, Unset):
            author = UNSET
        else:
            author = self.author

        image_url: None | str | Unset
        if isinstance(self.image_url, Unset):
            image_url = UNSET
        else:
            image_url = self.image_url

        metadata: dict[str, Any] | Unset = UNSET
        if not isinstance(self.metadata, Unset):
            metadata = self.metadata.to_dict()

        audio: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.audio, Unset):
            audio = []
            for audio_item_data in self.audio:
                audio_item = audio_item_data.to_dict()
                audio.append(audio_item)

        video: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.video, Unset):
            video = []
            for video_item_data in self.video:
                video_item = video_item_data.to_dict()
                video.append(video_item)

        audio_with_intro_outro: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.audio_with_intro_outro, Unset):
            audio_with_intro_outro = []
            for audio_with_intro_outro_item_data in self.audio_with_intro_outro:
                audio_with_intro_outro_item = audio_with_intro_outro_item_data.to_dict()
                audio_with_intro_outro.append(audio_with_intro_outro_item)

        summarization: dict[str, Any] | Unset = UNSET
        if not isinstance(self.summarization, Unset):
            summarization = self.summarization.to_dict()

        segments: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.segments, Unset):
            segments = []
            for segments_item_data in self.segments:
                segments_item = segments_item_data.to_dict()
                segments.append(segments_item)

        published = self.published

        publish_date = self.publish_date

        ads_enabled = self.ads_enabled

        auto_segment_updates_enabled = self.auto_segment_updates_enabled

        ai_summary_updates_enabled = self.ai_summary_updates_enabled

        is_copy = self.is_copy

        title_voice_id: int | None | Unset
        if isinstance(self.title_voice_id, Unset):
            title_voice_id = UNSET
        else:
            title_voice_id = self.title_voice_id

        summary_voice_id: int | None | Unset
        if isinstance(self.summary_voice_id, Unset):
            summary_voice_id = UNSET
        else:
            summary_voice_id = self.summary_voice_id

        body_voice_id: int | None | Unset
        if isinstance(self.body_voice_id, Unset):
            body_voice_id = UNSET
        else:
            body_voice_id = self.body_voice_id

        language = self.language

        background_track: dict[str, Any] | None | Unset
        if isinstance(self.background_track, Unset):
            background_track = UNSET
        elif isinstance(self.background_track, AnyObject):
            background_track = self.background_track.to_dict()
        else:
            background_track = self.background_track

        preview_token = self.preview_token

        summarization_settings: dict[str, Any] | None | Unset
        if isinstance(self.summarization_settings, Unset):
            summarization_settings = UNSET
        elif isinstance(self.summarization_settings, AnyObject):
            summarization_settings = self.summarization_settings.to_dict()
        else:
            summarization_settings = self.summarization_settings

        video_settings: dict[str, Any] | None | Unset
        if isinstance(self.video_settings, Unset):
            video_settings = UNSET
        elif isinstance(self.video_settings, AnyObject):
            video_settings = self.video_settings.to_dict()
        else:
            video_settings = self.video_settings

        created = self.created

        updated = self.updated

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if id is not UNSET:
            field_dict["id"] = id
        if project_id is not UNSET:
            field_dict["project_id"] = project_id
        if status is not UNSET:
            field_dict["status"] = status
        if type_ is not UNSET:
            field_dict["type"] = type_
        if title is not UNSET:
            field_dict["title"] = title
        if summary is not UNSET:
            field_dict["summary"] = summary
        if body is not UNSET:
            field_dict["body"] = body
        if title_enabled is not UNSET:
            field_dict["title_enabled"] = title_enabled
        if body_enabled is not UNSET:
            field_dict["body_enabled"] = body_enabled
        if summary_enabled is not UNSET:
            field_dict["summary_enabled"] = summary_enabled
        if summary_title_enabled is not UNSET:
            field_dict["summary_title_enabled"] = summary_title_enabled
        if source_id is not UNSET:
            field_dict["source_id"] = source_id
        if source_url is not UNSET:
            field_dict["source_url"] = source_url
        if author is not UNSET:
            field_dict["author"] = author
        if image_url is not UNSET:
            field_dict["image_url"] = image_url
        if metadata is not UNSET:
            field_dict["metadata"] = metadata
        if audio is not UNSET:
            field_dict["audio"] = audio
        if video is not UNSET:
            field_dict["video"] = video
        if audio_with_intro_outro is not UNSET:
            field_dict["audio_with_intro_outro"] = audio_with_intro_outro
        if summarization is not UNSET:
            field_dict["summarization"] = summarization
        if segments is not UNSET:
            field_dict["segments"] = segments
        if published is not UNSET:
            field_dict["published"] = published
        if publish_date is not UNSET:
            field_dict["publish_date"] = publish_date
        if ads_enabled is not UNSET:
            field_dict["ads_enabled"] = ads_enabled
        if auto_segment_updates_enabled is not UNSET:
            field_dict["auto_segment_updates_enabled"] = auto_segment_updates_enabled
        if ai_summary_updates_enabled is not UNSET:
            field_dict["ai_summary_updates_enabled"] = ai_summary_updates_enabled
        if is_copy is not UNSET:
            field_dict["is_copy"] = is_copy
        if title_voice_id is not UNSET:
            field_dict["title_voice_id"] = title_voice_id
        if summary_voice_id is not UNSET:
            field_dict["summary_voice_id"] = summary_voice_id
        if body_voice_id is not UNSET:
            field_dict["body_voice_id"] = body_voice_id
        if language is not UNSET:
            field_dict["language"] = language
        if background_track is not UNSET:
            field_dict["background_track"] = background_track
        if preview_token is not UNSET:
            field_dict["preview_token"] = preview_token
        if summarization_settings is not UNSET:
            field_dict["summarization_settings"] = summarization_settings
        if video_settings is not UNSET:
            field_dict["video_settings"] = video_settings
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

        if (project_id := d.pop("project_id", UNSET)) is None:
            project_id = UNSET
        self.project_id = project_id

        try:
            _status = d.pop("status", UNSET)
            status: ContentStatus | Unset = UNSET
            if _status is not UNSET and _status is not None:
                status = ContentStatus(_status)

        except _UNREADABLE as _error:
            status = UNSET
            d["status"] = src_dict["status"]
            _warn_unread("Content", "status", _error)
        self.status = status

        try:
            _type_ = d.pop("type", UNSET)
            type_: ContentType | Unset = UNSET
            if _type_ is not UNSET and _type_ is not None:
                type_ = ContentType(_type_)

        except _UNREADABLE as _error:
            type_ = UNSET
            d["type"] = src_dict["type"]
            _warn_unread("Content", "type", _error)
        self.type_ = type_

        title = d.pop("title", UNSET)
        self.title = title

        summary = d.pop("summary", UNSET)
        self.summary = summary

        body = d.pop("body", UNSET)
        self.body = body

        if (title_enabled := d.pop("title_enabled", UNSET)) is None:
            title_enabled = UNSET
        self.title_enabled = title_enabled

        if (body_enabled := d.pop("body_enabled", UNSET)) is None:
            body_enabled = UNSET
        self.body_enabled = body_enabled

        if (summary_enabled := d.pop("summary_enabled", UNSET)) is None:
            summary_enabled = UNSET
        self.summary_enabled = summary_enabled

        if (summary_title_enabled := d.pop("summary_title_enabled", UNSET)) is None:
            summary_title_enabled = UNSET
        self.summary_title_enabled = summary_title_enabled

        source_id = d.pop("source_id", UNSET)
        self.source_id = source_id

        source_url = d.pop("source_url", UNSET)
        self.source_url = source_url

        author = d.pop("author", UNSET)
        self.author = author

        image_url = d.pop("image_url", UNSET)
        self.image_url = image_url

        try:
            _metadata = d.pop("metadata", UNSET)
            metadata: Metadata | Unset = UNSET
            if _metadata is not UNSET and _metadata is not None:
                metadata = Metadata.from_dict(_metadata)

        except _UNREADABLE as _error:
            metadata = UNSET
            d["metadata"] = src_dict["metadata"]
            _warn_unread("Content", "metadata", _error)
        self.metadata = metadata

        try:
            _audio = d.pop("audio", UNSET)
            audio: list[MediaFile] | Unset = UNSET
            if _audio is not UNSET and _audio is not None:
                audio = []
                for audio_item_data in _list_of(_audio):
                    try:
                        audio_item = MediaFile.from_dict(audio_item_data)

                    except _UNREADABLE as _audio_item_error:
                        raise _unreadable(
                            f"[{len(audio)}]",
                            audio_item_data,
                            "MediaFile",
                            _audio_item_error,
                        ) from None
                    audio.append(audio_item)

        except _UNREADABLE as _error:
            audio = UNSET
            d["audio"] = src_dict["audio"]
            _warn_unread("Content", "audio", _error)
        self.audio = audio

        try:
            _video = d.pop("video", UNSET)
            video: list[MediaFile] | Unset = UNSET
            if _video is not UNSET and _video is not None:
                video = []
                for video_item_data in _list_of(_video):
                    try:
                        video_item = MediaFile.from_dict(video_item_data)

                    except _UNREADABLE as _video_item_error:
                        raise _unreadable(
                            f"[{len(video)}]",
                            video_item_data,
                            "MediaFile",
                            _video_item_error,
                        ) from None
                    video.append(video_item)

        except _UNREADABLE as _error:
            video = UNSET
            d["video"] = src_dict["video"]
            _warn_unread("Content", "video", _error)
        self.video = video

        try:
            _audio_with_intro_outro = d.pop("audio_with_intro_outro", UNSET)
            audio_with_intro_outro: list[MediaFile] | Unset = UNSET
            if (
                _audio_with_intro_outro is not UNSET
                and _audio_with_intro_outro is not None
            ):
                audio_with_intro_outro = []
                for audio_with_intro_outro_item_data in _list_of(
                    _audio_with_intro_outro
                ):
                    try:
                        audio_with_intro_outro_item = MediaFile.from_dict(
                            audio_with_intro_outro_item_data
                        )

                    except _UNREADABLE as _audio_with_intro_outro_item_error:
                        raise _unreadable(
                            f"[{len(audio_with_intro_outro)}]",
                            audio_with_intro_outro_item_data,
                            "MediaFile",
                            _audio_with_intro_outro_item_error,
                        ) from None
                    audio_with_intro_outro.append(audio_with_intro_outro_item)

        except _UNREADABLE as _error:
            audio_with_intro_outro = UNSET
            d["audio_with_intro_outro"] = src_dict["audio_with_intro_outro"]
            _warn_unread("Content", "audio_with_intro_outro", _error)
        self.audio_with_intro_outro = audio_with_intro_outro

        try:
            _summarization = d.pop("summarization", UNSET)
            summarization: ContentSummaryMedia | Unset = UNSET
            if _summarization is not UNSET and _summarization is not None:
                summarization = ContentSummaryMedia.from_dict(_summarization)

        except _UNREADABLE as _error:
            summarization = UNSET
            d["summarization"] = src_dict["summarization"]
            _warn_unread("Content", "summarization", _error)
        self.summarization = summarization

        try:
            _segments = d.pop("segments", UNSET)
            segments: list[Segment] | Unset = UNSET
            if _segments is not UNSET and _segments is not None:
                segments = []
                for segments_item_data in _list_of(_segments):
                    try:
                        segments_item = Segment.from_dict(segments_item_data)

                    except _UNREADABLE as _segments_item_error:
                        raise _unreadable(
                            f"[{len(segments)}]",
                            segments_item_data,
                            "Segment",
                            _segments_item_error,
                        ) from None
                    segments.append(segments_item)

        except _UNREADABLE as _error:
            segments = UNSET
            d["segments"] = src_dict["segments"]
            _warn_unread("Content", "segments", _error)
        self.segments = segments

        if (published := d.pop("published", UNSET)) is None:
            published = UNSET
        self.published = published

        if (publish_date := d.pop("publish_date", UNSET)) is None:
            publish_date = UNSET
        self.publish_date = publish_date

        if (ads_enabled := d.pop("ads_enabled", UNSET)) is None:
            ads_enabled = UNSET
        self.ads_enabled = ads_enabled

        if (
            auto_segment_updates_enabled := d.pop("auto_segment_updates_enabled", UNSET)
        ) is None:
            auto_segment_updates_enabled = UNSET
        self.auto_segment_updates_enabled = auto_segment_updates_enabled

        if (
            ai_summary_updates_enabled := d.pop("ai_summary_updates_enabled", UNSET)
        ) is None:
            ai_summary_updates_enabled = UNSET
        self.ai_summary_updates_enabled = ai_summary_updates_enabled

        if (is_copy := d.pop("is_copy", UNSET)) is None:
            is_copy = UNSET
        self.is_copy = is_copy

        title_voice_id = d.pop("title_voice_id", UNSET)
        self.title_voice_id = title_voice_id

        summary_voice_id = d.pop("summary_voice_id", UNSET)
        self.summary_voice_id = summary_voice_id

        body_voice_id = d.pop("body_voice_id", UNSET)
        self.body_voice_id = body_voice_id

        if (language := d.pop("language", UNSET)) is None:
            language = UNSET
        self.language = language

        try:
            _background_track = d.pop("background_track", UNSET)
            background_track: AnyObject | None | Unset
            if _background_track is None or _background_track is UNSET:
                background_track = _background_track
            else:
                background_track_type_1 = AnyObject.from_dict(_background_track)

                background_track = background_track_type_1

        except _UNREADABLE as _error:
            background_track = UNSET
            d["background_track"] = src_dict["background_track"]
            _warn_unread("Content", "background_track", _error)
        self.background_track = background_track

        if (preview_token := d.pop("preview_token", UNSET)) is None:
            preview_token = UNSET
        self.preview_token = preview_token

        try:
            _summarization_settings = d.pop("summarization_settings", UNSET)
            summarization_settings: AnyObject | None | Unset
            if _summarization_settings is None or _summarization_settings is UNSET:
                summarization_settings = _summarization_settings
            else:
                summarization_settings_type_1 = AnyObject.from_dict(
                    _summarization_settings
                )

                summarization_settings = summarization_settings_type_1

        except _UNREADABLE as _error:
            summarization_settings = UNSET
            d["summarization_settings"] = src_dict["summarization_settings"]
            _warn_unread("Content", "summarization_settings", _error)
        self.summarization_settings = summarization_settings

        try:
            _video_settings = d.pop("video_settings", UNSET)
            video_settings: AnyObject | None | Unset
            if _video_settings is None or _video_settings is UNSET:
                video_settings = _video_settings
            else:
                video_settings_type_1 = AnyObject.from_dict(_video_settings)

                video_settings = video_settings_type_1

        except _UNREADABLE as _error:
            video_settings = UNSET
            d["video_settings"] = src_dict["video_settings"]
            _warn_unread("Content", "video_settings", _error)
        self.video_settings = video_settings

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
from ..models.any_object import AnyObject
from ..models.content_summary_media import ContentSummaryMedia
from ..models.media_file import MediaFile
from ..models.metadata import Metadata
from ..models.segment import Segment
