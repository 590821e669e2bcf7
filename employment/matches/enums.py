from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Band(models.TextChoices):
    """How a match compares with random eligible pairs; never a chance of success."""

    STRONG = "strong", pgettext_lazy("match band", "Strong fit")
    GOOD = "good", pgettext_lazy("match band", "Good fit")
    TRY = "try", pgettext_lazy("match band", "Worth a try")
    ONE_STEP = "one_step", pgettext_lazy("match band", "One step short")


class FeedbackKind(models.TextChoices):
    SAVED = "saved", _("Saved")
    NOT_INTERESTED = "not_interested", _("Not interested")


class DislikeReason(models.TextChoices):
    PLACE = "place", _("Wrong place")
    PAY = "pay", _("Pay too low")
    WORK = "work", _("Not this kind of work")
    EMPLOYER = "employer", _("Not this employer")
    LEVEL = "level", _("Asks too much or too little")
    OTHER = "other", pgettext_lazy("reason", "Other")


class EventKind(models.TextChoices):
    """What a student or an employer did with a shown match; graded in this order."""

    SKIPPED = "skipped", pgettext_lazy("feedback event", "Passed over")
    DISMISSED = "dismissed", pgettext_lazy("feedback event", "Not interested")
    VIEWED = "viewed", pgettext_lazy("feedback event", "Opened")
    SAVED = "saved", pgettext_lazy("feedback event", "Saved")
    APPLIED = "applied", pgettext_lazy("feedback event", "Applied")
    INTERVIEW = "interview", pgettext_lazy("feedback event", "Interview")
    OFFER = "offer", pgettext_lazy("feedback event", "Offer")
    HIRED = "hired", pgettext_lazy("feedback event", "Hired")


# Grades of ``matching.weights_fit.Labelled``.
GRADES: dict[EventKind, int] = {
    EventKind.SKIPPED: 0,
    EventKind.DISMISSED: 0,
    EventKind.VIEWED: 1,
    EventKind.SAVED: 2,
    EventKind.APPLIED: 3,
    EventKind.INTERVIEW: 4,
    EventKind.OFFER: 5,
    EventKind.HIRED: 6,
}


class WeightOrigin(models.TextChoices):
    HAND = "hand", pgettext_lazy("origin of weights", "Set by hand")
    REFIT = "refit", pgettext_lazy("origin of weights", "Fitted to feedback")


class CodedBy(models.TextChoices):
    """Who set an occupation code; a machine never replaces a person's."""

    MACHINE = "machine", pgettext_lazy("set by", "Machine")
    PERSON = "person", pgettext_lazy("set by", "Person")
