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

T = TypeVar("T", bound="OrganizationSettings")


@_attrs_define(repr=False)
class OrganizationSettings:
    """Plan, quota and features of the organization.

    Examples:
        {'plan': {'name': 'Pro', 'interval': 'month'}, 'quota': {'limit': 500, 'used': 80, 'remaining': 420,
            'content_overage_enabled': False}}

    """

    stripe: AnyObject | Unset = UNSET
    """ An object whose fields are not documented. """
    plan: OrganizationPlan | Unset = UNSET
    """ A plan. It has more fields than these. """
    pending_plan: None | OrganizationPlan | Unset = UNSET
    """ `pending_plan` in the API's description. """
    subscription: OrganizationSettingsSubscription | Unset = UNSET
    """ `subscription` in the API's description. """
    quota: OrganizationQuota | Unset = UNSET
    """ How much may be used, and what was. """
    features: AnyObject | Unset = UNSET
    """ An object whose fields are not documented. """
    additional_properties: dict[str, Any] = _attrs_field(factory=dict, kw_only=True)

    def __repr__(self) -> str:
        return _model_repr(self)

    def to_dict(self) -> dict[str, Any]:
        _values: dict[str, Any] = {}
        _values.update(self.additional_properties)
        stripe: dict[str, Any] | Unset = UNSET
        if not isinstance(self.stripe, Unset):
            stripe = self.stripe.to_dict()
        if stripe is not UNSET:
            _values["stripe"] = stripe
        plan: dict[str, Any] | Unset = UNSET
        if not isinstance(self.plan, Unset):
            plan = self.plan.to_dict()
        if plan is not UNSET:
            _values["plan"] = plan
        pending_plan: dict[str, Any] | None | Unset
        if isinstance(self.pending_plan, Unset):
            pending_plan = UNSET
        elif isinstance(self.pending_plan, OrganizationPlan):
            pending_plan = self.pending_plan.to_dict()
        else:
            pending_plan = self.pending_plan
        if pending_plan is not UNSET:
            _values["pending_plan"] = pending_plan
        subscription: dict[str, Any] | Unset = UNSET
        if not isinstance(self.subscription, Unset):
            subscription = self.subscription.to_dict()
        if subscription is not UNSET:
            _values["subscription"] = subscription
        quota: dict[str, Any] | Unset = UNSET
        if not isinstance(self.quota, Unset):
            quota = self.quota.to_dict()
        if quota is not UNSET:
            _values["quota"] = quota
        features: dict[str, Any] | Unset = UNSET
        if not isinstance(self.features, Unset):
            features = self.features.to_dict()
        if features is not UNSET:
            _values["features"] = features

        return _values

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        self = cls.__new__(cls)
        _values = {**src_dict} if type(src_dict) is dict else _copy_of(src_dict)
        try:
            _raw_stripe = _values.pop("stripe", UNSET)
            stripe: AnyObject | Unset = UNSET
            if _raw_stripe is not UNSET and _raw_stripe is not None:
                stripe = AnyObject.from_dict(_raw_stripe)

        except _UNREADABLE as _error:
            stripe = UNSET
            _values["stripe"] = src_dict["stripe"]
            _warn_unread("OrganizationSettings", "stripe", _error)
        self.stripe = stripe

        try:
            _raw_plan = _values.pop("plan", UNSET)
            plan: OrganizationPlan | Unset = UNSET
            if _raw_plan is not UNSET and _raw_plan is not None:
                plan = OrganizationPlan.from_dict(_raw_plan)

        except _UNREADABLE as _error:
            plan = UNSET
            _values["plan"] = src_dict["plan"]
            _warn_unread("OrganizationSettings", "plan", _error)
        self.plan = plan

        try:
            _raw_pending_plan = _values.pop("pending_plan", UNSET)
            pending_plan: None | OrganizationPlan | Unset
            if _raw_pending_plan is None or _raw_pending_plan is UNSET:
                pending_plan = _raw_pending_plan
            else:
                pending_plan_type_1 = OrganizationPlan.from_dict(_raw_pending_plan)

                pending_plan = pending_plan_type_1

        except _UNREADABLE as _error:
            pending_plan = UNSET
            _values["pending_plan"] = src_dict["pending_plan"]
            _warn_unread("OrganizationSettings", "pending_plan", _error)
        self.pending_plan = pending_plan

        try:
            _raw_subscription = _values.pop("subscription", UNSET)
            subscription: OrganizationSettingsSubscription | Unset = UNSET
            if _raw_subscription is not UNSET and _raw_subscription is not None:
                subscription = OrganizationSettingsSubscription.from_dict(
                    _raw_subscription
                )

        except _UNREADABLE as _error:
            subscription = UNSET
            _values["subscription"] = src_dict["subscription"]
            _warn_unread("OrganizationSettings", "subscription", _error)
        self.subscription = subscription

        try:
            _raw_quota = _values.pop("quota", UNSET)
            quota: OrganizationQuota | Unset = UNSET
            if _raw_quota is not UNSET and _raw_quota is not None:
                quota = OrganizationQuota.from_dict(_raw_quota)

        except _UNREADABLE as _error:
            quota = UNSET
            _values["quota"] = src_dict["quota"]
            _warn_unread("OrganizationSettings", "quota", _error)
        self.quota = quota

        try:
            _raw_features = _values.pop("features", UNSET)
            features: AnyObject | Unset = UNSET
            if _raw_features is not UNSET and _raw_features is not None:
                features = AnyObject.from_dict(_raw_features)

        except _UNREADABLE as _error:
            features = UNSET
            _values["features"] = src_dict["features"]
            _warn_unread("OrganizationSettings", "features", _error)
        self.features = features

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
from ..models.organization_plan import OrganizationPlan
from ..models.organization_quota import OrganizationQuota
from ..models.organization_settings_subscription import OrganizationSettingsSubscription
