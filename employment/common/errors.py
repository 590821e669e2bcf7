"""Errors that a person can act on."""

from django.utils.functional import Promise


class DomainError(Exception):
    """A rule refused the request. ``code`` is stable for API clients, ``status`` is HTTP's."""

    code = "refused"
    status = 409

    def __init__(self, message: str | Promise) -> None:
        super().__init__(message)
        self.message = message

    def __str__(self) -> str:
        return str(self.message)


class StateError(DomainError):
    """The row is not in a state from which this step is allowed."""

    code = "wrong_state"


class NotAllowedError(DomainError):
    """The actor sees the row but may not do this to it."""

    code = "not_allowed"
    status = 403


class InvalidError(DomainError):
    """The input contradicts itself or what is known."""

    code = "invalid"
    status = 422
