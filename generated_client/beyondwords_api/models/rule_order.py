from enum import StrEnum


class RuleOrder(StrEnum):
    TYPE = "type"
    KEY = "key"
    VALUE = "value"
    CREATED = "created"

    @classmethod
    def _missing_(cls, value: object) -> "RuleOrder | None":
        # A value that the API has learnt since is kept as it is; it is no member and has no name of its own.
        if not isinstance(value, str):
            return None
        unknown = str.__new__(cls, value)
        unknown._name_ = "UNKNOWN"
        unknown._value_ = value
        return unknown

    def __reduce_ex__(self, protocol: object) -> tuple[object, ...]:
        # By value: Python before 3.11.4 looks members up by name, which a kept value does not have.
        return type(self), (self.value,)

    def __str__(self) -> str:
        return str(self.value)
