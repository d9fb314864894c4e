from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset
from ..types import copy_of as _copy_of
from ..types import model_repr as _model_repr

T = TypeVar("T", bound="ProjectVoice")


@_attrs_define(repr=False)
class ProjectVoice:
    """A voice with its settings in a project."""

    id: int | Unset = UNSET
    name: str | Unset = UNSET
    speaking_rate: int | Unset = UNSET
    """ Percent. """
    multilingual_mode: bool | Unset = UNSET
    expressiveness: float | Unset = UNSET
    use_speaker_boost: bool | Unset = UNSET
    similarity_boost: float | Unset = UNSET
    style: float | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(factory=dict, kw_only=True)

    def __repr__(self) -> str:
        return _model_repr(self)

    def to_dict(self) -> dict[str, Any]:
        id = self.id

        name = self.name

        speaking_rate = self.speaking_rate

        multilingual_mode = self.multilingual_mode

        expressiveness = self.expressiveness

        use_speaker_boost = self.use_speaker_boost

        similarity_boost = self.similarity_boost

        style = self.style

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if id is not UNSET:
            field_dict["id"] = id
        if name is not UNSET:
            field_dict["name"] = name
        if speaking_rate is not UNSET:
            field_dict["speaking_rate"] = speaking_rate
        if multilingual_mode is not UNSET:
            field_dict["multilingual_mode"] = multilingual_mode
        if expressiveness is not UNSET:
            field_dict["expressiveness"] = expressiveness
        if use_speaker_boost is not UNSET:
            field_dict["use_speaker_boost"] = use_speaker_boost
        if similarity_boost is not UNSET:
            field_dict["similarity_boost"] = similarity_boost
        if style is not UNSET:
            field_dict["style"] = style

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        self = cls.__new__(cls)
        d = {**src_dict} if type(src_dict) is dict else _copy_of(src_dict)
        if (id := d.pop("id", UNSET)) is None:
            id = UNSET
        self.id = id

        if (name := d.pop("name", UNSET)) is None:
            name = UNSET
        self.name = name

        if (speaking_rate := d.pop("speaking_rate", UNSET)) is None:
            speaking_rate = UNSET
        self.speaking_rate = speaking_rate

        if (multilingual_mode := d.pop("multilingual_mode", UNSET)) is None:
            multilingual_mode = UNSET
        self.multilingual_mode = multilingual_mode

        if (expressiveness := d.pop("expressiveness", UNSET)) is None:
            expressiveness = UNSET
        self.expressiveness = expressiveness

        if (use_speaker_boost := d.pop("use_speaker_boost", UNSET)) is None:
            use_speaker_boost = UNSET
        self.use_speaker_boost = use_speaker_boost

        if (similarity_boost := d.pop("similarity_boost", UNSET)) is None:
            similarity_boost = UNSET
        self.similarity_boost = similarity_boost

        if (style := d.pop("style", UNSET)) is None:
            style = UNSET
        self.style = style

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
