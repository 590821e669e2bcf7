from employment.support.models.appointments import (
    Appointment,
    AppointmentStateChange,
    WaitingEntry,
)
from employment.support.models.feeds import CalendarFeed
from employment.support.models.notes import FollowUp, Note
from employment.support.models.slots import CounsellingRules, Slot
from employment.support.models.times import TakenTime
from employment.support.models.workshops import Registration, Workshop

__all__ = [
    "Appointment",
    "AppointmentStateChange",
    "CalendarFeed",
    "CounsellingRules",
    "FollowUp",
    "Note",
    "Registration",
    "Slot",
    "TakenTime",
    "WaitingEntry",
    "Workshop",
]
