from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from employment.accounts.enums import Role

# Who counsels; administrators see the load only.
COUNSELLING_ROLES = frozenset({Role.COUNSELLOR, Role.CAREER_OFFICE})


class Topic(models.TextChoices):
    DIRECTION = "direction", _("Choosing a direction")
    RESUME = "resume", _("Resume and application")
    INTERVIEW = "interview", _("Interview")
    OFFER = "offer", _("Offers and contracts")
    STUDY = "study", _("Further study")
    CIVIL = "civil", _("Civil service exams")
    WORRIES = "worries", _("Worries and pressure")
    OTHER = "other", pgettext_lazy("topic", "Something else")


class AppointmentState(models.TextChoices):
    REQUESTED = "requested", pgettext_lazy("appointment state", "Waits for confirmation")
    BOOKED = "booked", pgettext_lazy("appointment state", "Booked")
    ATTENDED = "attended", pgettext_lazy("appointment state", "Took place")
    NO_SHOW = "no_show", pgettext_lazy("appointment state", "Missed")
    CANCELLED = "cancelled", pgettext_lazy("appointment state", "Cancelled")
    DECLINED = "declined", pgettext_lazy("appointment state", "Not confirmed")


class AppointmentAction(models.TextChoices):
    CONFIRM = "confirm", pgettext_lazy("appointment action", "Confirm")
    DECLINE = "decline", pgettext_lazy("appointment action", "Do not confirm")
    CANCEL = "cancel", pgettext_lazy("appointment action", "Cancel the appointment")
    ATTEND = "attend", pgettext_lazy("appointment action", "Took place")
    MISS = "miss", pgettext_lazy("appointment action", "Student did not come")


class Notice(models.TextChoices):
    """What a message is about."""

    BOOKED = "booked"
    REQUESTED = "requested"
    CONFIRMED = "confirmed"
    DECLINED = "declined"
    CANCELLED = "cancelled"
    MOVED = "moved"
    PROMOTED = "promoted"
    REMINDER = "reminder"


class Visibility(models.TextChoices):
    PRIVATE = "private", pgettext_lazy("visibility", "Only me")
    STAFF = "staff", pgettext_lazy("visibility", "Counsellors of the student")
    SHARED = "shared", pgettext_lazy("visibility", "Shared with the student")


class TaskOwner(models.TextChoices):
    STUDENT = "student", pgettext_lazy("task of", "The student")
    STAFF = "staff", pgettext_lazy("task of", "Myself")


class RegistrationState(models.TextChoices):
    REGISTERED = "registered", pgettext_lazy("registration state", "Registered")
    WAITING = "waiting", pgettext_lazy("registration state", "On the waiting list")
    ATTENDED = "attended", pgettext_lazy("registration state", "Attended")
    ABSENT = "absent", pgettext_lazy("registration state", "Did not come")
    CANCELLED = "cancelled", pgettext_lazy("registration state", "Cancelled")


S = AppointmentState
A = AppointmentAction
ACTIVE_STATES = frozenset({S.REQUESTED, S.BOOKED})
HOLDING_STATES = frozenset({S.REQUESTED, S.BOOKED, S.ATTENDED, S.NO_SHOW})  # the slot is used
# action -> (states it may start from, state it leads to)
TRANSITIONS: dict[A, tuple[frozenset[S], S]] = {
    A.CONFIRM: (frozenset({S.REQUESTED}), S.BOOKED),
    A.DECLINE: (frozenset({S.REQUESTED}), S.DECLINED),
    A.CANCEL: (ACTIVE_STATES, S.CANCELLED),
    A.ATTEND: (frozenset({S.BOOKED, S.REQUESTED, S.NO_SHOW}), S.ATTENDED),
    A.MISS: (frozenset({S.BOOKED, S.ATTENDED}), S.NO_SHOW),
}
STUDENT_ACTIONS = frozenset({A.CANCEL})
AFTERWARDS = frozenset({A.ATTEND, A.MISS})  # known when the appointment has begun
SEATED = frozenset({RegistrationState.REGISTERED, RegistrationState.ATTENDED})
