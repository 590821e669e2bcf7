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
