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

T = TypeVar("T", bound="VoiceDesignPreviews")


@_attrs_define(repr=False)
class VoiceDesignPreviews:
    """Voices to choose from.

    Examples:
        {'text': 'Good evening.', 'previews': [{'generated_voice_id': 'gen_7', 'audio_base_64': 'SUQzBAAAAAA=',
            'duration_secs': 8.4, 'language': 'en'}]}

    """

    text: str | Unset = UNSET
    previews: list[VoiceDesignPreview] | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(factory=dict, kw_only=True)

    def __repr__(self) -> str:
        return _model_repr(self)

    def to_dict(self) -> dict[str, Any]:
        _values: dict[str, Any] = {}
        _values.update(self.additional_properties)
        if self.text is not UNSET:
            _values["text"] = self.text
        previews: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.previews, Unset):
            previews = []
            for _previews_item_data in self.previews:
                _previews_item = _previews_item_data.to_dict()
                previews.append(_previews_item)

        if previews is not UNSET:
            _values["previews"] = previews

        return _values

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        self = cls.__new__(cls)
        _values = {**src_dict} if type(src_dict) is dict else _copy_of(src_dict)
        if (text := _values.pop("text", UNSET)) is None:
            text = UNSET
        self.text = text

        try:
            _raw_previews = _values.pop("previews", UNSET)
            previews: list[VoiceDesignPreview] | Unset = UNSET
            if _raw_previews is not UNSET and _raw_previews is not None:
                previews = _models_of(VoiceDesignPreview, _raw_previews)

        except _UNREADABLE as _error:
            previews = UNSET
            _values["previews"] = src_dict["previews"]
            _warn_unread("VoiceDesignPreviews", "previews", _error)
        self.previews = previews

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
from ..models.voice_design_preview import VoiceDesignPreview
