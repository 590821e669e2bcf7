from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Programme(models.TextChoices):
    """Kinds of programmes that have a roadmap of their own."""

    VOCATIONAL = "vocational", _("Junior college")
    UNDERGRADUATE = "undergraduate", _("Bachelor programme")
    LONG = "long", _("Five years and longer (medicine, architecture)")
    POSTGRADUATE = "postgraduate", _("Master programme")
    DOCTOR = "doctor", _("Doctoral programme")


class MilestoneState(models.TextChoices):
    DONE = "done", pgettext_lazy("milestone", "Done")
    NOT_APPLICABLE = "not_applicable", pgettext_lazy("milestone", "Not for me")
    OVERDUE = "overdue", pgettext_lazy("milestone", "Overdue")
    SOON = "soon", pgettext_lazy("milestone", "Now")
    LATER = "later", pgettext_lazy("milestone", "Later")
    PAST = "past", pgettext_lazy("milestone", "Time has passed")


class Mark(models.TextChoices):
    """What the student says of a milestone."""

    DONE = "done", pgettext_lazy("milestone", "Done")
    NOT_APPLICABLE = "not_applicable", pgettext_lazy("milestone", "Not for me")


class TaskState(models.TextChoices):
    SUGGESTED = "suggested", pgettext_lazy("task", "Suggested")
    OPEN = "open", pgettext_lazy("task", "To do")
    DONE = "done", pgettext_lazy("task", "Done")
    DECLINED = "declined", pgettext_lazy("task", "Declined")


class TaskSource(models.TextChoices):
    OWN = "own", pgettext_lazy("source of a task", "My own")
    MILESTONE = "milestone", pgettext_lazy("source of a task", "Roadmap")
    ADVICE = "advice", pgettext_lazy("source of a task", "Advice")
    GAP = "gap", pgettext_lazy("source of a task", "Skill gap")
    COUNSELLOR = "counsellor", pgettext_lazy("source of a task", "Counsellor")


class Outcome(models.TextChoices):
    ACTIVE = "active", pgettext_lazy("advice", "Worth doing")
    FINE = "fine", pgettext_lazy("advice", "Looks fine")
    UNKNOWN = "unknown", pgettext_lazy("advice", "Not enough data")


class Urgency(models.IntegerChoices):
    """Why an advice stands where it stands; lower comes first."""

    ENDS = 1, _("It has a date that passes")
    BLOCKS = 2, _("Other things cannot work before it")
    CHANCES = 3, _("It changes your chances most")
    WORTH = 4, _("Worth doing when there is time")


class DismissReason(models.TextChoices):
    LATER = "later", pgettext_lazy("dismissal", "Not now")
    DONE = "done", pgettext_lazy("dismissal", "I have done it")
    WRONG = "wrong", pgettext_lazy("dismissal", "It does not apply to me")


class GraduationMonth(models.IntegerChoices):
    SUMMER = 6, _("Summer")
    WINTER = 1, _("Winter")
