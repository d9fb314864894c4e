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
        _values: dict[str, Any] = {}
        _values.update(self.additional_properties)
        start: str | Unset = UNSET
        if not isinstance(self.start, Unset):
            start = self.start.isoformat()
        if start is not UNSET:
            _values["start"] = start
        player_impressions: dict[str, Any] | Unset = UNSET
        if not isinstance(self.player_impressions, Unset):
            player_impressions = self.player_impressions.to_dict()
        if player_impressions is not UNSET:
            _values["player_impressions"] = player_impressions
        listens: dict[str, Any] | Unset = UNSET
        if not isinstance(self.listens, Unset):
            listens = self.listens.to_dict()
        if listens is not UNSET:
            _values["listens"] = listens
        listen_rate: dict[str, Any] | Unset = UNSET
        if not isinstance(self.listen_rate, Unset):
            listen_rate = self.listen_rate.to_dict()
        if listen_rate is not UNSET:
            _values["listen_rate"] = listen_rate
        unique_listeners: dict[str, Any] | Unset = UNSET
        if not isinstance(self.unique_listeners, Unset):
            unique_listeners = self.unique_listeners.to_dict()
        if unique_listeners is not UNSET:
            _values["unique_listeners"] = unique_listeners
        avg_listen_time: dict[str, Any] | Unset = UNSET
        if not isinstance(self.avg_listen_time, Unset):
            avg_listen_time = self.avg_listen_time.to_dict()
        if avg_listen_time is not UNSET:
            _values["avg_listen_time"] = avg_listen_time
        avg_listen_duration: dict[str, Any] | Unset = UNSET
        if not isinstance(self.avg_listen_duration, Unset):
            avg_listen_duration = self.avg_listen_duration.to_dict()
        if avg_listen_duration is not UNSET:
            _values["avg_listen_duration"] = avg_listen_duration
        listen_time: dict[str, Any] | Unset = UNSET
        if not isinstance(self.listen_time, Unset):
            listen_time = self.listen_time.to_dict()
        if listen_time is not UNSET:
            _values["listen_time"] = listen_time
        listener_retention: dict[str, Any] | Unset = UNSET
        if not isinstance(self.listener_retention, Unset):
            listener_retention = self.listener_retention.to_dict()
        if listener_retention is not UNSET:
            _values["listener_retention"] = listener_retention

        return _values

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        self = cls.__new__(cls)
        _values = {**src_dict} if type(src_dict) is dict else _copy_of(src_dict)
        try:
            _raw_start = _values.pop("start", UNSET)
            start: datetime.datetime | Unset = UNSET
            if _raw_start is not UNSET and _raw_start is not None:
                start = _parse_timestamp(_raw_start)

        except _UNREADABLE as _error:
            start = UNSET
            _values["start"] = src_dict["start"]
            _warn_unread("AnalyticsPeriod", "start", _error)
        self.start = start

        try:
            _raw_player_impressions = _values.pop("player_impressions", UNSET)
            player_impressions: DeviceFigures | Unset = UNSET
            if (
                _raw_player_impressions is not UNSET
                and _raw_player_impressions is not None
            ):
                player_impressions = DeviceFigures.from_dict(_raw_player_impressions)

        except _UNREADABLE as _error:
            player_impressions = UNSET
            _values["player_impressions"] = src_dict["player_impressions"]
            _warn_unread("AnalyticsPeriod", "player_impressions", _error)
        self.player_impressions = player_impressions

        try:
            _raw_listens = _values.pop("listens", UNSET)
            listens: DeviceFigures | Unset = UNSET
            if _raw_listens is not UNSET and _raw_listens is not None:
                listens = DeviceFigures.from_dict(_raw_listens)

        except _UNREADABLE as _error:
            listens = UNSET
            _values["listens"] = src_dict["listens"]
            _warn_unread("AnalyticsPeriod", "listens", _error)
        self.listens = listens

        try:
            _raw_listen_rate = _values.pop("listen_rate", UNSET)
            listen_rate: DeviceFigures | Unset = UNSET
            if _raw_listen_rate is not UNSET and _raw_listen_rate is not None:
                listen_rate = DeviceFigures.from_dict(_raw_listen_rate)

        except _UNREADABLE as _error:
            listen_rate = UNSET
            _values["listen_rate"] = src_dict["listen_rate"]
            _warn_unread("AnalyticsPeriod", "listen_rate", _error)
        self.listen_rate = listen_rate

        try:
            _raw_unique_listeners = _values.pop("unique_listeners", UNSET)
            unique_listeners: DeviceFigures | Unset = UNSET
            if _raw_unique_listeners is not UNSET and _raw_unique_listeners is not None:
                unique_listeners = DeviceFigures.from_dict(_raw_unique_listeners)

        except _UNREADABLE as _error:
            unique_listeners = UNSET
            _values["unique_listeners"] = src_dict["unique_listeners"]
            _warn_unread("AnalyticsPeriod", "unique_listeners", _error)
        self.unique_listeners = unique_listeners

        try:
            _raw_avg_listen_time = _values.pop("avg_listen_time", UNSET)
            avg_listen_time: DeviceFigures | Unset = UNSET
            if _raw_avg_listen_time is not UNSET and _raw_avg_listen_time is not None:
                avg_listen_time = DeviceFigures.from_dict(_raw_avg_listen_time)

        except _UNREADABLE as _error:
            avg_listen_time = UNSET
            _values["avg_listen_time"] = src_dict["avg_listen_time"]
            _warn_unread("AnalyticsPeriod", "avg_listen_time", _error)
        self.avg_listen_time = avg_listen_time

        try:
            _raw_avg_listen_duration = _values.pop("avg_listen_duration", UNSET)
            avg_listen_duration: DeviceFigures | Unset = UNSET
            if (
                _raw_avg_listen_duration is not UNSET
                and _raw_avg_listen_duration is not None
            ):
                avg_listen_duration = DeviceFigures.from_dict(_raw_avg_listen_duration)

        except _UNREADABLE as _error:
            avg_listen_duration = UNSET
            _values["avg_listen_duration"] = src_dict["avg_listen_duration"]
            _warn_unread("AnalyticsPeriod", "avg_listen_duration", _error)
        self.avg_listen_duration = avg_listen_duration

        try:
            _raw_listen_time = _values.pop("listen_time", UNSET)
            listen_time: DeviceFigures | Unset = UNSET
            if _raw_listen_time is not UNSET and _raw_listen_time is not None:
                listen_time = DeviceFigures.from_dict(_raw_listen_time)

        except _UNREADABLE as _error:
            listen_time = UNSET
            _values["listen_time"] = src_dict["listen_time"]
            _warn_unread("AnalyticsPeriod", "listen_time", _error)
        self.listen_time = listen_time

        try:
            _raw_listener_retention = _values.pop("listener_retention", UNSET)
            listener_retention: DeviceRetention | Unset = UNSET
            if (
                _raw_listener_retention is not UNSET
                and _raw_listener_retention is not None
            ):
                listener_retention = DeviceRetention.from_dict(_raw_listener_retention)

        except _UNREADABLE as _error:
            listener_retention = UNSET
            _values["listener_retention"] = src_dict["listener_retention"]
            _warn_unread("AnalyticsPeriod", "listener_retention", _error)
        self.listener_retention = listener_retention

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
from ..models.device_figures import DeviceFigures
from ..models.device_retention import DeviceRetention
