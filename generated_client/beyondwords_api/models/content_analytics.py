from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset
from ..types import copy_of as _copy_of
from ..types import model_repr as _model_repr

T = TypeVar("T", bound="ContentAnalytics")


@_attrs_define(repr=False)
class ContentAnalytics:
    """Figures of one content item.

    Examples:
        {'id': '6f1c1f0e-3f6f-4d53-9a53-0d7c9f1a2b3c', 'source_id': 'cms-6f1c', 'title': 'Ferry returns', 'listens':
            120}

    """

    id: str | Unset = UNSET
    source_id: int | str | Unset = UNSET
    """ A number in the vendor's example, text elsewhere. """
    title: None | str | Unset = UNSET
    player_impressions: int | Unset = UNSET
    listens: int | Unset = UNSET
    listen_rate: float | Unset = UNSET
    avg_listen_time: int | Unset = UNSET
    avg_listen_duration: float | Unset = UNSET
    published: str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(factory=dict, kw_only=True)

    def __repr__(self) -> str:
        return _model_repr(self)

    def to_dict(self) -> dict[str, Any]:
        _values: dict[str, Any] = {}
        _values.update(self.additional_properties)
        if self.id is not UNSET:
            _values["id"] = self.id
        source_id: int | str | Unset
        if isinstance(self.source_id, Unset):
            source_id = UNSET
        else:
            source_id = self.source_id
        if source_id is not UNSET:
            _values["source_id"] = source_id
        title: None | str | Unset
        if isinstance(self.title, Unset):
            title = UNSET
        else:
            title = self.title
        if title is not UNSET:
            _values["title"] = title
        if self.player_impressions is not UNSET:
            _values["player_impressions"] = self.player_impressions
        if self.listens is not UNSET:
            _values["listens"] = self.listens
        if self.listen_rate is not UNSET:
            _values["listen_rate"] = self.listen_rate
        if self.avg_listen_time is not UNSET:
            _values["avg_listen_time"] = self.avg_listen_time
        if self.avg_listen_duration is not UNSET:
            _values["avg_listen_duration"] = self.avg_listen_duration
        if self.published is not UNSET:
            _values["published"] = self.published

        return _values

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        self = cls.__new__(cls)
        _values = {**src_dict} if type(src_dict) is dict else _copy_of(src_dict)
        if (id := _values.pop("id", UNSET)) is None:
            id = UNSET
        self.id = id

        if (source_id := _values.pop("source_id", UNSET)) is None:
            source_id = UNSET
        self.source_id = source_id

        title = _values.pop("title", UNSET)
        self.title = title

        if (player_impressions := _values.pop("player_impressions", UNSET)) is None:
            player_impressions = UNSET
        self.player_impressions = player_impressions

        if (listens := _values.pop("listens", UNSET)) is None:
            listens = UNSET
        self.listens = listens

        if (listen_rate := _values.pop("listen_rate", UNSET)) is None:
            listen_rate = UNSET
        self.listen_rate = listen_rate

        if (avg_listen_time := _values.pop("avg_listen_time", UNSET)) is None:
            avg_listen_time = UNSET
        self.avg_listen_time = avg_listen_time

        if (avg_listen_duration := _values.pop("avg_listen_duration", UNSET)) is None:
            avg_listen_duration = UNSET
        self.avg_listen_duration = avg_listen_duration

        if (published := _values.pop("published", UNSET)) is None:
            published = UNSET
        self.published = published

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
