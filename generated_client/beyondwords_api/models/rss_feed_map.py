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
        _values: dict[str, Any] = {}
        _values.update(self.additional_properties)
        title: list[str] | Unset = UNSET
        if not isinstance(self.title, Unset):
            title = self.title

        if title is not UNSET:
            _values["title"] = title
        body: list[str] | Unset = UNSET
        if not isinstance(self.body, Unset):
            body = self.body

        if body is not UNSET:
            _values["body"] = body
        summary: list[str] | Unset = UNSET
        if not isinstance(self.summary, Unset):
            summary = self.summary

        if summary is not UNSET:
            _values["summary"] = summary
        if self.source_id is not UNSET:
            _values["source_id"] = self.source_id
        if self.source_url is not UNSET:
            _values["source_url"] = self.source_url
        if self.author is not UNSET:
            _values["author"] = self.author
        if self.metadata is not UNSET:
            _values["metadata"] = self.metadata
        if self.image_url is not UNSET:
            _values["image_url"] = self.image_url
        if self.publish_date is not UNSET:
            _values["publish_date"] = self.publish_date

        return _values

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        self = cls.__new__(cls)
        _values = {**src_dict} if type(src_dict) is dict else _copy_of(src_dict)
        try:
            _raw_title = _values.pop("title", UNSET)
            title: list[str] | Unset = UNSET
            if _raw_title is not UNSET and _raw_title is not None:
                title = _list_of(_raw_title)

        except _UNREADABLE as _error:
            title = UNSET
            _values["title"] = src_dict["title"]
            _warn_unread("RssFeedMap", "title", _error)
        self.title = title

        try:
            _raw_body = _values.pop("body", UNSET)
            body: list[str] | Unset = UNSET
            if _raw_body is not UNSET and _raw_body is not None:
                body = _list_of(_raw_body)

        except _UNREADABLE as _error:
            body = UNSET
            _values["body"] = src_dict["body"]
            _warn_unread("RssFeedMap", "body", _error)
        self.body = body

        try:
            _raw_summary = _values.pop("summary", UNSET)
            summary: list[str] | Unset = UNSET
            if _raw_summary is not UNSET and _raw_summary is not None:
                summary = _list_of(_raw_summary)

        except _UNREADABLE as _error:
            summary = UNSET
            _values["summary"] = src_dict["summary"]
            _warn_unread("RssFeedMap", "summary", _error)
        self.summary = summary

        if (source_id := _values.pop("source_id", UNSET)) is None:
            source_id = UNSET
        self.source_id = source_id

        if (source_url := _values.pop("source_url", UNSET)) is None:
            source_url = UNSET
        self.source_url = source_url

        if (author := _values.pop("author", UNSET)) is None:
            author = UNSET
        self.author = author

        if (metadata := _values.pop("metadata", UNSET)) is None:
            metadata = UNSET
        self.metadata = metadata

        if (image_url := _values.pop("image_url", UNSET)) is None:
            image_url = UNSET
        self.image_url = image_url

        if (publish_date := _values.pop("publish_date", UNSET)) is None:
            publish_date = UNSET
        self.publish_date = publish_date

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
