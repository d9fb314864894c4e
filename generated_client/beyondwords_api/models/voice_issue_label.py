from enum import StrEnum


class VoiceIssueLabel(StrEnum):
    INCORRECT_PRONUNCIATION = "incorrect_pronunciation"
    INCORRECT_LEXICAL_STRESS = "incorrect_lexical_stress"
    INCORRECT_HETERONYM = "incorrect_heteronym"
    INCORRECT_LANGUAGE = "incorrect_language"
    INCORRECT_INTONATION = "incorrect_intonation"
    INCORRECT_SPOKEN_FORMAT = "incorrect_spoken_format"
    INCORRECT_PAUSING = "incorrect_pausing"
    INCORRECT_SPEED = "incorrect_speed"
    TEXT_MISSING_OR_ADDED = "text_missing_or_added"
    AUDIO_ISSUE = "audio_issue"

    @classmethod
    def _missing_(cls, value: object) -> "VoiceIssueLabel | None":
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
