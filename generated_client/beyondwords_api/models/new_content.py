from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.new_content_type import NewContentType
from ..types import UNREADABLE as _UNREADABLE
from ..types import UNSET, Unset
from ..types import copy_of as _copy_of
from ..types import list_of as _list_of
from ..types import model_repr as _model_repr
from ..types import warn_unread as _warn_unread

T = TypeVar("T", bound="NewContent")


_REQUIRED = frozenset(("body",))


@_attrs_define(repr=False)
class NewContent:
    """Text that is read out: the API splits the HTML of the article into segments.

    Examples:
        {'title': 'Ferry returns', 'body': '<p>The ferry sails again from Monday.</p>', 'source_id': 'cms-6f1c'}

    """

    body: str
    """ HTML of the article. """
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
    type_: NewContentType | Unset = NewContentType.AUTO_SEGMENT
    """ Always `auto_segment`. """
    title: str | Unset = UNSET
    """ Text or HTML. """
    summary: str | Unset = UNSET
    """ Text or HTML. """
    additional_properties: dict[str, Any] = _attrs_field(factory=dict, kw_only=True)

    def __repr__(self) -> str:
        return _model_repr(self)

    def to_dict(self) -> dict[str, Any]:
        body = self.body

        source_id = self.source_id

        source_url = self.source_url

        author = self.author

        image_url = self.image_url

        metadata: dict[str, Any] | Unset = UNSET
        if not isinstance(self.metadata, Unset):
            metadata = self.metadata.to_dict()

        tags: list[str] | Unset = UNSET
        if not isinstance(self.tags, Unset):
            tags = self.tags

        published = self.published

        publish_date: None | str | Unset
        if isinstance(self.publish_date, Unset):
            publish_date = UNSET
        else:
            publish_date = self.publish_date

        ads_enabled = self.ads_enabled

        auto_segment_updates_enabled = self.auto_segment_updates_enabled

        title_enabled = self.title_enabled

        body_enabled = self.body_enabled

        summary_enabled = self.summary_enabled

        summary_title_enabled = self.summary_title_enabled

        ai_summary_updates_enabled = self.ai_summary_updates_enabled

        title_voice_id = self.title_voice_id

        summary_voice_id = self.summary_voice_id

        body_voice_id = self.body_voice_id

        language = self.language

        background_track: dict[str, Any] | None | Unset
        if isinstance(self.background_track, Unset):
            background_track = UNSET
        elif isinstance(self.background_track, AnyObject):
            background_track = self.background_track.to_dict()
        else:
            background_track = self.background_track

        summarization_settings: dict[str, Any] | Unset = UNSET
        if not isinstance(self.summarization_settings, Unset):
            summarization_settings = self.summarization_settings.to_dict()

        video_settings: dict[str, Any] | Unset = UNSET
        if not isinstance(self.video_settings, Unset):
            video_settings = self.video_settings.to_dict()

        type_: str | Unset = UNSET
        if not isinstance(self.type_, Unset):
            type_ = self.type_.value

        title = self.title

        summary = self.summary

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "body": body,
            }
        )
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
        if tags is not UNSET:
            field_dict["tags"] = tags
        if published is not UNSET:
            field_dict["published"] = published
        if publish_date is not UNSET:
            field_dict["publish_date"] = publish_date
        if ads_enabled is not UNSET:
            field_dict["ads_enabled"] = ads_enabled
        if auto_segment_updates_enabled is not UNSET:
            field_dict["auto_segment_updates_enabled"] = auto_segment_updates_enabled
        if title_enabled is not UNSET:
            field_dict["title_enabled"] = title_enabled
        if body_enabled is not UNSET:
            field_dict["body_enabled"] = body_enabled
        if summary_enabled is not UNSET:
            field_dict["summary_enabled"] = summary_enabled
        if summary_title_enabled is not UNSET:
            field_dict["summary_title_enabled"] = summary_title_enabled
        if ai_summary_updates_enabled is not UNSET:
            field_dict["ai_summary_updates_enabled"] = ai_summary_updates_enabled
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
        if summarization_settings is not UNSET:
            field_dict["summarization_settings"] = summarization_settings
        if video_settings is not UNSET:
            field_dict["video_settings"] = video_settings
        if type_ is not UNSET:
            field_dict["type"] = type_
        if title is not UNSET:
            field_dict["title"] = title
        if summary is not UNSET:
            field_dict["summary"] = summary

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        self = cls.__new__(cls)
        d = _copy_of(src_dict, _REQUIRED)
        body = d.pop("body")
        self.body = body

        if (source_id := d.pop("source_id", UNSET)) is None:
            source_id = UNSET
        self.source_id = source_id

        if (source_url := d.pop("source_url", UNSET)) is None:
            source_url = UNSET
        self.source_url = source_url

        if (author := d.pop("author", UNSET)) is None:
            author = UNSET
        self.author = author

        if (image_url := d.pop("image_url", UNSET)) is None:
            image_url = UNSET
        self.image_url = image_url

        try:
            _metadata = d.pop("metadata", UNSET)
            metadata: Metadata | Unset = UNSET
            if _metadata is not UNSET and _metadata is not None:
                metadata = Metadata.from_dict(_metadata)

        except _UNREADABLE as _error:
            metadata = UNSET
            d["metadata"] = src_dict["metadata"]
            _warn_unread("NewContent", "metadata", _error)
        self.metadata = metadata

        try:
            _tags = d.pop("tags", UNSET)
            tags: list[str] | Unset = UNSET
            if _tags is not UNSET and _tags is not None:
                tags = _list_of(_tags)

        except _UNREADABLE as _error:
            tags = UNSET
            d["tags"] = src_dict["tags"]
            _warn_unread("NewContent", "tags", _error)
        self.tags = tags

        if (published := d.pop("published", UNSET)) is None:
            published = UNSET
        self.published = published

        publish_date = d.pop("publish_date", UNSET)
        self.publish_date = publish_date

        if (ads_enabled := d.pop("ads_enabled", UNSET)) is None:
            ads_enabled = UNSET
        self.ads_enabled = ads_enabled

        if (
            auto_segment_updates_enabled := d.pop("auto_segment_updates_enabled", UNSET)
        ) is None:
            auto_segment_updates_enabled = UNSET
        self.auto_segment_updates_enabled = auto_segment_updates_enabled

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

        if (
            ai_summary_updates_enabled := d.pop("ai_summary_updates_enabled", UNSET)
        ) is None:
            ai_summary_updates_enabled = UNSET
        self.ai_summary_updates_enabled = ai_summary_updates_enabled

        if (title_voice_id := d.pop("title_voice_id", UNSET)) is None:
            title_voice_id = UNSET
        self.title_voice_id = title_voice_id

        if (summary_voice_id := d.pop("summary_voice_id", UNSET)) is None:
            summary_voice_id = UNSET
        self.summary_voice_id = summary_voice_id

        if (body_voice_id := d.pop("body_voice_id", UNSET)) is None:
            body_voice_id = UNSET
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
            _warn_unread("NewContent", "background_track", _error)
        self.background_track = background_track

        try:
            _summarization_settings = d.pop("summarization_settings", UNSET)
            summarization_settings: ContentSummarizationSettings | Unset = UNSET
            if (
                _summarization_settings is not UNSET
                and _summarization_settings is not None
            ):
                summarization_settings = ContentSummarizationSettings.from_dict(
                    _summarization_settings
                )

        except _UNREADABLE as _error:
            summarization_settings = UNSET
            d["summarization_settings"] = src_dict["summarization_settings"]
            _warn_unread("NewContent", "summarization_settings", _error)
        self.summarization_settings = summarization_settings

        try:
            _video_settings = d.pop("video_settings", UNSET)
            video_settings: ContentVideoSettings | Unset = UNSET
            if _video_settings is not UNSET and _video_settings is not None:
                video_settings = ContentVideoSettings.from_dict(_video_settings)

        except _UNREADABLE as _error:
            video_settings = UNSET
            d["video_settings"] = src_dict["video_settings"]
            _warn_unread("NewContent", "video_settings", _error)
        self.video_settings = video_settings

        try:
            _type_ = d.pop("type", UNSET)
            type_: NewContentType | Unset = UNSET
            if _type_ is not UNSET and _type_ is not None:
                type_ = NewContentType(_type_)

        except _UNREADABLE as _error:
            type_ = UNSET
            d["type"] = src_dict["type"]
            _warn_unread("NewContent", "type", _error)
        self.type_ = type_

        if (title := d.pop("title", UNSET)) is None:
            title = UNSET
        self.title = title

        if (summary := d.pop("summary", UNSET)) is None:
            summary = UNSET
        self.summary = summary

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
from ..models.content_summarization_settings import ContentSummarizationSettings
from ..models.content_video_settings import ContentVideoSettings
from ..models.metadata import Metadata
