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
from ..types import unreadable as _unreadable
from ..types import warn_unread as _warn_unread

T = TypeVar("T", bound="NewRssFeed")


_REQUIRED = frozenset(
    (
        "feed_url",
        "feed_content_type",
    )
)


@_attrs_define(repr=False)
class NewRssFeed:
    """A new feed.

    Examples:
        {'feed_url': 'https://news.example.org/rss.xml', 'feed_content_type': 'xml', 'map': {'title': ['title'],
            'source_id': 'guid', 'publish_date': 'pubDate'}}

    """

    feed_url: str
    feed_content_type: FeedFormat
    """ The format of a feed. """
    enabled: bool | Unset = UNSET
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
    additional_properties: dict[str, Any] = _attrs_field(factory=dict, kw_only=True)

    def __repr__(self) -> str:
        return _model_repr(self)

    def to_dict(self) -> dict[str, Any]:
        feed_url = self.feed_url

        feed_content_type = self.feed_content_type.value

        enabled = self.enabled

        feed_headers: dict[str, Any] | Unset = UNSET
        if not isinstance(self.feed_headers, Unset):
            feed_headers = self.feed_headers.to_dict()

        import_interval = self.import_interval

        extractor_enabled = self.extractor_enabled

        extractor_headers: dict[str, Any] | Unset = UNSET
        if not isinstance(self.extractor_headers, Unset):
            extractor_headers = self.extractor_headers.to_dict()

        map_: dict[str, Any] | Unset = UNSET
        if not isinstance(self.map_, Unset):
            map_ = self.map_.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "feed_url": feed_url,
                "feed_content_type": feed_content_type,
            }
        )
        if enabled is not UNSET:
            field_dict["enabled"] = enabled
        if feed_headers is not UNSET:
            field_dict["feed_headers"] = feed_headers
        if import_interval is not UNSET:
            field_dict["import_interval"] = import_interval
        if extractor_enabled is not UNSET:
            field_dict["extractor_enabled"] = extractor_enabled
        if extractor_headers is not UNSET:
            field_dict["extractor_headers"] = extractor_headers
        if map_ is not UNSET:
            field_dict["map"] = map_

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        self = cls.__new__(cls)
        d = _copy_of(src_dict, _REQUIRED)
        feed_url = d.pop("feed_url")
        self.feed_url = feed_url

        try:
            feed_content_type = FeedFormat(d.pop("feed_content_type"))

        except _UNREADABLE as _error:
            raise _unreadable(
                ".feed_content_type",
                src_dict["feed_content_type"],
                "FeedFormat",
                _error,
            ) from None
        self.feed_content_type = feed_content_type

        if (enabled := d.pop("enabled", UNSET)) is None:
            enabled = UNSET
        self.enabled = enabled

        try:
            _feed_headers = d.pop("feed_headers", UNSET)
            feed_headers: HttpHeaders | Unset = UNSET
            if _feed_headers is not UNSET and _feed_headers is not None:
                feed_headers = HttpHeaders.from_dict(_feed_headers)

        except _UNREADABLE as _error:
            feed_headers = UNSET
            d["feed_headers"] = src_dict["feed_headers"]
            _warn_unread("NewRssFeed", "feed_headers", _error)
        self.feed_headers = feed_headers

        if (import_interval := d.pop("import_interval", UNSET)) is None:
            import_interval = UNSET
        self.import_interval = import_interval

        if (extractor_enabled := d.pop("extractor_enabled", UNSET)) is None:
            extractor_enabled = UNSET
        self.extractor_enabled = extractor_enabled

        try:
            _extractor_headers = d.pop("extractor_headers", UNSET)
            extractor_headers: HttpHeaders | Unset = UNSET
            if _extractor_headers is not UNSET and _extractor_headers is not None:
                extractor_headers = HttpHeaders.from_dict(_extractor_headers)

        except _UNREADABLE as _error:
            extractor_headers = UNSET
            d["extractor_headers"] = src_dict["extractor_headers"]
            _warn_unread("NewRssFeed", "extractor_headers", _error)
        self.extractor_headers = extractor_headers

        try:
            _map_ = d.pop("map", UNSET)
            map_: RssFeedMap | Unset = UNSET
            if _map_ is not UNSET and _map_ is not None:
                map_ = RssFeedMap.from_dict(_map_)

        except _UNREADABLE as _error:
            map_ = UNSET
            d["map"] = src_dict["map"]
            _warn_unread("NewRssFeed", "map", _error)
        self.map_ = map_

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
from ..models.http_headers import HttpHeaders
from ..models.rss_feed_map import RssFeedMap
