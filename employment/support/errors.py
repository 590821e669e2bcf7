from employment.common.errors import DomainError


class SlotTakenError(DomainError):
    """Somebody else has the slot or is before in its waiting list."""

    code = "slot_taken"


class TimeTakenError(DomainError):
    """The person has something else at this time."""

    code = "time_taken"


class TooLateError(DomainError):
    code = "too_late"
