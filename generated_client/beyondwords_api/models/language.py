from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNREADABLE as _UNREADABLE
from ..types import UNSET, Unset
from ..types import copy_of as _copy_of
from ..types import model_repr as _model_repr
from ..types import warn_unread as _warn_unread

T = TypeVar("T", bound="Language")


@_attrs_define(repr=False)
class Language:
    """A language with its default voices.

    Examples:
        {'id': 58, 'code': 'en_US', 'name': 'English', 'accent': 'American', 'default_voices': {'body': {'id': 2517,
            'name': 'Ava', 'speaking_rate': 100}}}

    """

    id: int | Unset = UNSET
    code: str | Unset = UNSET
    """ Such as `en_US`, `zh_CN_henan`, `sr_Latn_RS`. """
    name: str | Unset = UNSET
    accent: str | Unset = UNSET
    created: str | Unset = UNSET
    """ When it was created, ISO 8601. """
    default_voices: LanguageDefaultVoices | Unset = UNSET
    """ `default_voices` in the API's description. """
    additional_properties: dict[str, Any] = _attrs_field(factory=dict, kw_only=True)

    def __repr__(self) -> str:
        return _model_repr(self)

    def to_dict(self) -> dict[str, Any]:
        _values: dict[str, Any] = {}
        _values.update(self.additional_properties)
        if self.id is not UNSET:
            _values["id"] = self.id
        if self.code is not UNSET:
            _values["code"] = self.code
        if self.name is not UNSET:
            _values["name"] = self.name
        if self.accent is not UNSET:
            _values["accent"] = self.accent
        if self.created is not UNSET:
            _values["created"] = self.created
        default_voices: dict[str, Any] | Unset = UNSET
        if not isinstance(self.default_voices, Unset):
            default_voices = self.default_voices.to_dict()
        if default_voices is not UNSET:
            _values["default_voices"] = default_voices

        return _values

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        self = cls.__new__(cls)
        _values = {**src_dict} if type(src_dict) is dict else _copy_of(src_dict)
        if (id := _values.pop("id", UNSET)) is None:
            id = UNSET
        self.id = id

        if (code := _values.pop("code", UNSET)) is None:
            code = UNSET
        self.code = code

        if (name := _values.pop("name", UNSET)) is None:
            name = UNSET
        self.name = name

        if (accent := _values.pop("accent", UNSET)) is None:
            accent = UNSET
        self.accent = accent

        if (created := _values.pop("created", UNSET)) is None:
            created = UNSET
        self.created = created

        try:
            _raw_default_voices = _values.pop("default_voices", UNSET)
            default_voices: LanguageDefaultVoices | Unset = UNSET
            if _raw_default_voices is not UNSET and _raw_default_voices is not None:
                default_voices = LanguageDefaultVoices.from_dict(_raw_default_voices)

        except _UNREADABLE as _error:
            default_voices = UNSET
            _values["default_voices"] = src_dict["default_voices"]
            _warn_unread("Language", "default_voices", _error)
        self.default_voices = default_voices

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
from ..models.language_default_voices import LanguageDefaultVoices
