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

T = TypeVar("T", bound="Playlist")


@_attrs_define(repr=False)
class Playlist:
    """Content items played one after another.

    Examples:
        {'id': 77, 'title': 'Most read', 'enabled': True, 'type': 'manual', 'content_limit': 25, 'content': [{'id':
            '6f1c1f0e-3f6f-4d53-9a53-0d7c9f1a2b3c'}]}

    """

    id: int | Unset = UNSET
    title: str | Unset = UNSET
    enabled: bool | Unset = UNSET
    type_: str | Unset = UNSET
    """ Known: `project` (made by the API), `manual`, `auto`. """
    rules_version: int | str | Unset = UNSET
    """ `1.0` in one page of the vendor's documentation, 1 in another. """
    rules: list[PlaylistRule] | Unset = UNSET
    """ Which content an `auto` playlist takes. """
    content_limit: int | Unset = UNSET
    """ How many items it holds at most. """
    content: list[PlaylistContent] | Unset = UNSET
    """ Only ids in a list of playlists. """
    settings: AnyObject | None | Unset = UNSET
    """ `settings` in the API's description. """
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
        if self.title is not UNSET:
            _values["title"] = self.title
        if self.enabled is not UNSET:
            _values["enabled"] = self.enabled
        if self.type_ is not UNSET:
            _values["type"] = self.type_
        rules_version: int | str | Unset
        if isinstance(self.rules_version, Unset):
            rules_version = UNSET
        else:
            rules_version = self.rules_version
        if rules_version is not UNSET:
            _values["rules_version"] = rules_version
        rules: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.rules, Unset):
            rules = []
            for _rules_item_data in self.rules:
                _rules_item = _rules_item_data.to_dict()
                rules.append(_rules_item)

        if rules is not UNSET:
            _values["rules"] = rules
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
        settings: dict[str, Any] | None | Unset
        if isinstance(self.settings, Unset):
            settings = UNSET
        elif isinstance(self.settings, AnyObject):
            settings = self.settings.to_dict()
        else:
            settings = self.settings
        if settings is not UNSET:
            _values["settings"] = settings
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

        if (title := _values.pop("title", UNSET)) is None:
            title = UNSET
        self.title = title

        if (enabled := _values.pop("enabled", UNSET)) is None:
            enabled = UNSET
        self.enabled = enabled

        if (type_ := _values.pop("type", UNSET)) is None:
            type_ = UNSET
        self.type_ = type_

        if (rules_version := _values.pop("rules_version", UNSET)) is None:
            rules_version = UNSET
        self.rules_version = rules_version

        try:
            _raw_rules = _values.pop("rules", UNSET)
            rules: list[PlaylistRule] | Unset = UNSET
            if _raw_rules is not UNSET and _raw_rules is not None:
                rules = _models_of(PlaylistRule, _raw_rules)

        except _UNREADABLE as _error:
            rules = UNSET
            _values["rules"] = src_dict["rules"]
            _warn_unread("Playlist", "rules", _error)
        self.rules = rules

        if (content_limit := _values.pop("content_limit", UNSET)) is None:
            content_limit = UNSET
        self.content_limit = content_limit

        try:
            _raw_content = _values.pop("content", UNSET)
            content: list[PlaylistContent] | Unset = UNSET
            if _raw_content is not UNSET and _raw_content is not None:
                content = _models_of(PlaylistContent, _raw_content)

        except _UNREADABLE as _error:
            content = UNSET
            _values["content"] = src_dict["content"]
            _warn_unread("Playlist", "content", _error)
        self.content = content

        try:
            _raw_settings = _values.pop("settings", UNSET)
            settings: AnyObject | None | Unset
            if _raw_settings is None or _raw_settings is UNSET:
                settings = _raw_settings
            else:
                settings_type_1 = AnyObject.from_dict(_raw_settings)

                settings = settings_type_1

        except _UNREADABLE as _error:
            settings = UNSET
            _values["settings"] = src_dict["settings"]
            _warn_unread("Playlist", "settings", _error)
        self.settings = settings

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
from ..models.playlist_content import PlaylistContent
from ..models.playlist_rule import PlaylistRule
