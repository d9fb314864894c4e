from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNREADABLE as _UNREADABLE
from ..types import UNSET, Unset
from ..types import copy_of as _copy_of
from ..types import model_repr as _model_repr
from ..types import models_of as _models_of
from ..types import warn_unread as _warn_unread

T = TypeVar("T", bound="NewPlaylist")


_REQUIRED = frozenset(
    (
        "title",
        "type",
    )
)


@_attrs_define(repr=False)
class NewPlaylist:
    """A new playlist.

    Examples:
        {'title': 'Most read', 'type': 'manual', 'content': [{'id': '6f1c1f0e-3f6f-4d53-9a53-0d7c9f1a2b3c'}]}

    """

    title: str
    type_: str
    """ `manual` for chosen `content`, `auto` for content that fits `rules`. """
    enabled: bool | Unset = UNSET
    content_limit: int | Unset = UNSET
    """ How many items it holds at most. """
    content: list[ContentReference] | Unset = UNSET
    """ The items of a `manual` playlist, in order. """
    rules: list[PlaylistRule] | Unset = UNSET
    """ Which content an `auto` playlist takes. """
    additional_properties: dict[str, Any] = _attrs_field(factory=dict, kw_only=True)

    def __repr__(self) -> str:
        return _model_repr(self)

    def to_dict(self) -> dict[str, Any]:
        _values: dict[str, Any] = {}
        _values.update(self.additional_properties)
        _values["title"] = self.title
        _values["type"] = self.type_
        if self.enabled is not UNSET:
            _values["enabled"] = self.enabled
        if self.content_limit is not UNSET:
            _values["content_limit"] = self.content_limit
        content: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.content, Unset):
            content = []
            for _content_item_data in self.content:
                _content_item = _content_item_data.to_dict()
                content.append(_content_item)

        if content is not UNSET:
            _values["content"] = content
        rules: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.rules, Unset):
            rules = []
            for _rules_item_data in self.rules:
                _rules_item = _rules_item_data.to_dict()
                rules.append(_rules_item)

        if rules is not UNSET:
            _values["rules"] = rules

        return _values

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        self = cls.__new__(cls)
        _values = _copy_of(src_dict, _REQUIRED)
        title = _values.pop("title")
        self.title = title

        type_ = _values.pop("type")
        self.type_ = type_

        if (enabled := _values.pop("enabled", UNSET)) is None:
            enabled = UNSET
        self.enabled = enabled

        if (content_limit := _values.pop("content_limit", UNSET)) is None:
            content_limit = UNSET
        self.content_limit = content_limit

        try:
            _raw_content = _values.pop("content", UNSET)
            content: list[ContentReference] | Unset = UNSET
            if _raw_content is not UNSET and _raw_content is not None:
                content = _models_of(ContentReference, _raw_content)

        except _UNREADABLE as _error:
            content = UNSET
            _values["content"] = src_dict["content"]
            _warn_unread("NewPlaylist", "content", _error)
        self.content = content

        try:
            _raw_rules = _values.pop("rules", UNSET)
            rules: list[PlaylistRule] | Unset = UNSET
            if _raw_rules is not UNSET and _raw_rules is not None:
                rules = _models_of(PlaylistRule, _raw_rules)

        except _UNREADABLE as _error:
            rules = UNSET
            _values["rules"] = src_dict["rules"]
            _warn_unread("NewPlaylist", "rules", _error)
        self.rules = rules

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
from ..models.content_reference import ContentReference
from ..models.playlist_rule import PlaylistRule
