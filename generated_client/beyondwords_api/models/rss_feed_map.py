from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNREADABLE as _UNREADABLE
from ..types import UNSET, Unset
from ..types import copy_of as _copy_of
from ..types import list_of as _list_of
from ..types import model_repr as _model_repr
from ..types import warn_unread as _warn_unread

T = TypeVar("T", bound="RssFeedMap")


@_attrs_define(repr=False)
class RssFeedMap:
    """Which element of the feed each field comes from. `source_id` and `publish_date` are required for a new feed."""

    title: list[str] | Unset = UNSET
    body: list[str] | Unset = UNSET
    summary: list[str] | Unset = UNSET
    source_id: str | Unset = UNSET
    source_url: str | Unset = UNSET
    author: str | Unset = UNSET
    metadata: str | Unset = UNSET
    image_url: str | Unset = UNSET
    publish_date: str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(factory=dict, kw_only=True)

    def __repr__(self) -> str:
        return _model_repr(self)

    def to_dict(self) -> dict[str, Any]:
        title: list[str] | Unset = UNSET
        if not isinstance(self.title, Unset):
            title = self.title

        body: list[str] | Unset = UNSET
        if not isinstance(self.body, Unset):
            body = self.body

        summary: list[str] | Unset = UNSET
        if not isinstance(self.summary, Unset):
            summary = self.summary

        source_id = self.source_id

        source_url = self.source_url

        author = self.author

        metadata = self.metadata

        image_url = self.image_url

        publish_date = self.publish_date

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if title is not UNSET:
            field_dict["title"] = title
        if body is not UNSET:
            field_dict["body"] = body
        if summary is not UNSET:
            field_dict["summary"] = summary
        if source_id is not UNSET:
            field_dict["source_id"] = source_id
        if source_url is not UNSET:
            field_dict["source_url"] = source_url
        if author is not UNSET:
            field_dict["author"] = author
        if metadata is not UNSET:
            field_dict["metadata"] = metadata
        if image_url is not UNSET:
            field_dict["image_url"] = image_url
        if publish_date is not UNSET:
            field_dict["publish_date"] = publish_date

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        self = cls.__new__(cls)
        d = {**src_dict} if type(src_dict) is dict else _copy_of(src_dict)
        try:
            _title = d.pop("title", UNSET)
            title: list[str] | Unset = UNSET
            if _title is not UNSET and _title is not None:
                title = _list_of(_title)

        except _UNREADABLE as _error:
            title = UNSET
            d["title"] = src_dict["title"]
            _warn_unread("RssFeedMap", "title", _error)
        self.title = title

        try:
            _body = d.pop("body", UNSET)
            body: list[str] | Unset = UNSET
            if _body is not UNSET and _body is not None:
                body = _list_of(_body)

        except _UNREADABLE as _error:
            body = UNSET
            d["body"] = src_dict["body"]
            _warn_unread("RssFeedMap", "body", _error)
        self.body = body

        try:
            _summary = d.pop("summary", UNSET)
            summary: list[str] | Unset = UNSET
            if _summary is not UNSET and _summary is not None:
                summary = _list_of(_summary)

        except _UNREADABLE as _error:
            summary = UNSET
            d["summary"] = src_dict["summary"]
            _warn_unread("RssFeedMap", "summary", _error)
        self.summary = summary

        if (source_id := d.pop("source_id", UNSET)) is None:
            source_id = UNSET
        self.source_id = source_id

        if (source_url := d.pop("source_url", UNSET)) is None:
            source_url = UNSET
        self.source_url = source_url

        if (author := d.pop("author", UNSET)) is None:
            author = UNSET
        self.author = author

        if (metadata := d.pop("metadata", UNSET)) is None:
            metadata = UNSET
        self.metadata = metadata

        if (image_url := d.pop("image_url", UNSET)) is None:
            image_url = UNSET
        self.image_url = image_url

        if (publish_date := d.pop("publish_date", UNSET)) is None:
            publish_date = UNSET
        self.publish_date = publish_date

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
