from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNREADABLE as _UNREADABLE
from ..types import UNSET, Unset
from ..types import copy_of as _copy_of
from ..types import model_repr as _model_repr
from ..types import parse_timestamp as _parse_timestamp
from ..types import warn_unread as _warn_unread

T = TypeVar("T", bound="AnalyticsPeriod")


@_attrs_define(repr=False)
class AnalyticsPeriod:
    """Figures of one period, for all devices and for each kind of device.

    Examples:
        {'start': '2026-03-02T00:00:00Z', 'player_impressions': {'total': 900, 'desktop': 500, 'mobile_web': 400},
            'listens': {'total': 120, 'desktop': 70, 'mobile_web': 50}}

    """

    start: datetime.datetime | Unset = UNSET
    """ When the period starts. """
    player_impressions: DeviceFigures | Unset = UNSET
    """ A figure for all devices and for each kind of device. """
    listens: DeviceFigures | Unset = UNSET
    """ A figure for all devices and for each kind of device. """
    listen_rate: DeviceFigures | Unset = UNSET
    """ A figure for all devices and for each kind of device. """
    unique_listeners: DeviceFigures | Unset = UNSET
    """ A figure for all devices and for each kind of device. """
    avg_listen_time: DeviceFigures | Unset = UNSET
    """ A figure for all devices and for each kind of device. """
    avg_listen_duration: DeviceFigures | Unset = UNSET
    """ A figure for all devices and for each kind of device. """
    listen_time: DeviceFigures | Unset = UNSET
    """ A figure for all devices and for each kind of device. """
    listener_retention: DeviceRetention | Unset = UNSET
    """ A series of figures for all devices and for each kind of device. """
    additional_properties: dict[str, Any] = _attrs_field(factory=dict, kw_only=True)

    def __repr__(self) -> str:
        return _model_repr(self)

    def to_dict(self) -> dict[str, Any]:
        start: str | Unset = UNSET
        if not isinstance(self.start, Unset):
            start = self.start.isoformat()

        player_impressions: dict[str, Any] | Unset = UNSET
        if not isinstance(self.player_impressions, Unset):
            player_impressions = self.player_impressions.to_dict()

        listens: dict[str, Any] | Unset = UNSET
        if not isinstance(self.listens, Unset):
            listens = self.listens.to_dict()

        listen_rate: dict[str, Any] | Unset = UNSET
        if not isinstance(self.listen_rate, Unset):
            listen_rate = self.listen_rate.to_dict()

        unique_listeners: dict[str, Any] | Unset = UNSET
        if not isinstance(self.unique_listeners, Unset):
            unique_listeners = self.unique_listeners.to_dict()

        avg_listen_time: dict[str, Any] | Unset = UNSET
        if not isinstance(self.avg_listen_time, Unset):
            avg_listen_time = self.avg_listen_time.to_dict()

        avg_listen_duration: dict[str, Any] | Unset = UNSET
        if not isinstance(self.avg_listen_duration, Unset):
            avg_listen_duration = self.avg_listen_duration.to_dict()

        listen_time: dict[str, Any] | Unset = UNSET
        if not isinstance(self.listen_time, Unset):
            listen_time = self.listen_time.to_dict()

        listener_retention: dict[str, Any] | Unset = UNSET
        if not isinstance(self.listener_retention, Unset):
            listener_retention = self.listener_retention.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if start is not UNSET:
            field_dict["start"] = start
        if player_impressions is not UNSET:
            field_dict["player_impressions"] = player_impressions
        if listens is not UNSET:
            field_dict["listens"] = listens
        if listen_rate is not UNSET:
            field_dict["listen_rate"] = listen_rate
        if unique_listeners is not UNSET:
            field_dict["unique_listeners"] = unique_listeners
        if avg_listen_time is not UNSET:
            field_dict["avg_listen_time"] = avg_listen_time
        if avg_listen_duration is not UNSET:
            field_dict["avg_listen_duration"] = avg_listen_duration
        if listen_time is not UNSET:
            field_dict["listen_time"] = listen_time
        if listener_retention is not UNSET:
            field_dict["listener_retention"] = listener_retention

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        self = cls.__new__(cls)
        d = {**src_dict} if type(src_dict) is dict else _copy_of(src_dict)
        try:
            _start = d.pop("start", UNSET)
            start: datetime.datetime | Unset = UNSET
            if _start is not UNSET and _start is not None:
                start = _parse_timestamp(_start)

        except _UNREADABLE as _error:
            start = UNSET
            d["start"] = src_dict["start"]
            _warn_unread("AnalyticsPeriod", "start", _error)
        self.start = start

        try:
            _player_impressions = d.pop("player_impressions", UNSET)
            player_impressions: DeviceFigures | Unset = UNSET
            if _player_impressions is not UNSET and _player_impressions is not None:
                player_impressions = DeviceFigures.from_dict(_player_impressions)

        except _UNREADABLE as _error:
            player_impressions = UNSET
            d["player_impressions"] = src_dict["player_impressions"]
            _warn_unread("AnalyticsPeriod", "player_impressions", _error)
        self.player_impressions = player_impressions

        try:
            _listens = d.pop("listens", UNSET)
            listens: DeviceFigures | Unset = UNSET
            if _listens is not UNSET and _listens is not None:
                listens = DeviceFigures.from_dict(_listens)

        except _UNREADABLE as _error:
            listens = UNSET
            d["listens"] = src_dict["listens"]
            _warn_unread("AnalyticsPeriod", "listens", _error)
        self.listens = listens

        try:
            _listen_rate = d.pop("listen_rate", UNSET)
            listen_rate: DeviceFigures | Unset = UNSET
            if _listen_rate is not UNSET and _listen_rate is not None:
                listen_rate = DeviceFigures.from_dict(_listen_rate)

        except _UNREADABLE as _error:
            listen_rate = UNSET
            d["listen_rate"] = src_dict["listen_rate"]
            _warn_unread("AnalyticsPeriod", "listen_rate", _error)
        self.listen_rate = listen_rate

        try:
            _unique_listeners = d.pop("unique_listeners", UNSET)
            unique_listeners: DeviceFigures | Unset = UNSET
            if _unique_listeners is not UNSET and _unique_listeners is not None:
                unique_listeners = DeviceFigures.from_dict(_unique_listeners)

        except _UNREADABLE as _error:
            unique_listeners = UNSET
            d["unique_listeners"] = src_dict["unique_listeners"]
            _warn_unread("AnalyticsPeriod", "unique_listeners", _error)
        self.unique_listeners = unique_listeners

        try:
            _avg_listen_time = d.pop("avg_listen_time", UNSET)
            avg_listen_time: DeviceFigures | Unset = UNSET
            if _avg_listen_time is not UNSET and _avg_listen_time is not None:
                avg_listen_time = DeviceFigures.from_dict(_avg_listen_time)

        except _UNREADABLE as _error:
            avg_listen_time = UNSET
            d["avg_listen_time"] = src_dict["avg_listen_time"]
            _warn_unread("AnalyticsPeriod", "avg_listen_time", _error)
        self.avg_listen_time = avg_listen_time

        try:
            _avg_listen_duration = d.pop("avg_listen_duration", UNSET)
            avg_listen_duration: DeviceFigures | Unset = UNSET
            if _avg_listen_duration is not UNSET and _avg_listen_duration is not None:
                avg_listen_duration = DeviceFigures.from_dict(_avg_listen_duration)

        except _UNREADABLE as _error:
            avg_listen_duration = UNSET
            d["avg_listen_duration"] = src_dict["avg_listen_duration"]
            _warn_unread("AnalyticsPeriod", "avg_listen_duration", _error)
        self.avg_listen_duration = avg_listen_duration

        try:
            _listen_time = d.pop("listen_time", UNSET)
            listen_time: DeviceFigures | Unset = UNSET
            if _listen_time is not UNSET and _listen_time is not None:
                listen_time = DeviceFigures.from_dict(_listen_time)

        except _UNREADABLE as _error:
            listen_time = UNSET
            d["listen_time"] = src_dict["listen_time"]
            _warn_unread("AnalyticsPeriod", "listen_time", _error)
        self.listen_time = listen_time

        try:
            _listener_retention = d.pop("listener_retention", UNSET)
            listener_retention: DeviceRetention | Unset = UNSET
            if _listener_retention is not UNSET and _listener_retention is not None:
                listener_retention = DeviceRetention.from_dict(_listener_retention)

        except _UNREADABLE as _error:
            listener_retention = UNSET
            d["listener_retention"] = src_dict["listener_retention"]
            _warn_unread("AnalyticsPeriod", "listener_retention", _error)
        self.listener_retention = listener_retention

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
from ..models.device_figures import DeviceFigures
from ..models.device_retention import DeviceRetention
