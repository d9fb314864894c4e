from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.feed_format import FeedFormat
from ..types import UNREADABLE as _UNREADABLE
from ..types import UNSET, Unset
from ..types import copy_of as _copy_of
from ..types import model_repr as _model_repr
from ..types import warn_unread as _warn_unread

T = TypeVar("T", bound="RssFeed")


@_attrs_define(repr=False)
class RssFeed:
    """A feed that articles are imported from. Its fields are inferred from the request.

    Examples:
        {'id': 21, 'enabled': True, 'feed_url': 'https://news.example.org/rss.xml', 'feed_content_type': 'xml',
            'import_interval': 10}

    """

    enabled: bool | Unset = UNSET
    feed_url: str | Unset = UNSET
    feed_content_type: FeedFormat | Unset = UNSET
    """ The format of a feed. """
    feed_headers: HttpHeaders | Unset = UNSET
    """ HTTP headers by their names. """
    import_interval: int | Unset = UNSET
    """ Minutes between two imports. """
    extractor_enabled: bool | Unset = UNSET
    """ Whether the articles are fetched from their pages. """
    extractor_headers: HttpHeaders | Unset = UNSET
    """ HTTP headers by their names. """
    map_: RssFeedMap | Unset = UNSET
    """ Which element of the feed each field comes from. `source_id` and `publish_date` are required for a new feed.
    """
    id: int | Unset = UNSET
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
        if self.enabled is not UNSET:
            _values["enabled"] = self.enabled
        if self.feed_url is not UNSET:
            _values["feed_url"] = self.feed_url
        feed_content_type: str | Unset = UNSET
        if not isinstance(self.feed_content_type, Unset):
            feed_content_type = self.feed_content_type.value

        if feed_content_type is not UNSET:
            _values["feed_content_type"] = feed_content_type
        feed_headers: dict[str, Any] | Unset = UNSET
        if not isinstance(self.feed_headers, Unset):
            feed_headers = self.feed_headers.to_dict()
        if feed_headers is not UNSET:
            _values["feed_headers"] = feed_headers
        if self.import_interval is not UNSET:
            _values["import_interval"] = self.import_interval
        if self.extractor_enabled is not UNSET:
            _values["extractor_enabled"] = self.extractor_enabled
        extractor_headers: dict[str, Any] | Unset = UNSET
        if not isinstance(self.extractor_headers, Unset):
            extractor_headers = self.extractor_headers.to_dict()
        if extractor_headers is not UNSET:
            _values["extractor_headers"] = extractor_headers
        map_: dict[str, Any] | Unset = UNSET
        if not isinstance(self.map_, Unset):
            map_ = self.map_.to_dict()
        if map_ is not UNSET:
            _values["map"] = map_
        if self.id is not UNSET:
            _values["id"] = self.id
        if self.created is not UNSET:
            _values["created"] = self.created
        if self.updated is not UNSET:
            _values["updated"] = self.updated

        return _values

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        self = cls.__new__(cls)
        _values = {**src_dict} if type(src_dict) is dict else _copy_of(src_dict)
        if (enabled := _values.pop("enabled", UNSET)) is None:
            enabled = UNSET
        self.enabled = enabled

        if (feed_url := _values.pop("feed_url", UNSET)) is None:
            feed_url = UNSET
        self.feed_url = feed_url

        try:
            _raw_feed_content_type = _values.pop("feed_content_type", UNSET)
            feed_content_type: FeedFormat | Unset = UNSET
            if (
                _raw_feed_content_type is not UNSET
                and _raw_feed_content_type is not None
            ):
                feed_content_type = FeedFormat(_raw_feed_content_type)

        except _UNREADABLE as _error:
            feed_content_type = UNSET
            _values["feed_content_type"] = src_dict["feed_content_type"]
            _warn_unread("RssFeed", "feed_content_type", _error)
        self.feed_content_type = feed_content_type

        try:
            _raw_feed_headers = _values.pop("feed_headers", UNSET)
            feed_headers: HttpHeaders | Unset = UNSET
            if _raw_feed_headers is not UNSET and _raw_feed_headers is not None:
                feed_headers = HttpHeaders.from_dict(_raw_feed_headers)

        except _UNREADABLE as _error:
            feed_headers = UNSET
            _values["feed_headers"] = src_dict["feed_headers"]
            _warn_unread("RssFeed", "feed_headers", _error)
        self.feed_headers = feed_headers

        if (import_interval := _values.pop("import_interval", UNSET)) is None:
            import_interval = UNSET
        self.import_interval = import_interval

        if (extractor_enabled := _values.pop("extractor_enabled", UNSET)) is None:
            extractor_enabled = UNSET
        self.extractor_enabled = extractor_enabled

        try:
            _raw_extractor_headers = _values.pop("extractor_headers", UNSET)
            extractor_headers: HttpHeaders | Unset = UNSET
            if (
                _raw_extractor_headers is not UNSET
                and _raw_extractor_headers is not None
            ):
                extractor_headers = HttpHeaders.from_dict(_raw_extractor_headers)

        except _UNREADABLE as _error:
            extractor_headers = UNSET
            _values["extractor_headers"] = src_dict["extractor_headers"]
            _warn_unread("RssFeed", "extractor_headers", _error)
        self.extractor_headers = extractor_headers

        try:
            _raw_map_ = _values.pop("map", UNSET)
            map_: RssFeedMap | Unset = UNSET
            if _raw_map_ is not UNSET and _raw_map_ is not None:
                map_ = RssFeedMap.from_dict(_raw_map_)

        except _UNREADABLE as _error:
            map_ = UNSET
            _values["map"] = src_dict["map"]
            _warn_unread("RssFeed", "map", _error)
        self.map_ = map_

        if (id := _values.pop("id", UNSET)) is None:
            id = UNSET
        self.id = id

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
from ..models.http_headers import HttpHeaders
from ..models.rss_feed_map import RssFeedMap
