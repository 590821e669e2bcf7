from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Kind(models.TextChoices):
    """How answers become scores."""

    RATING = "rating", _("Rating scale")
    SKILLS = "skills", _("Skills self-check")
    JUDGEMENT = "judgement", _("Situational judgement")


class Flag(models.TextChoices):
    """Why a result should be read with care."""

    SAME = "same", _("The same answer nearly everywhere")
    FAST = "fast", _("Answered too fast to have been read")
    MISSING = "missing", _("Many questions without an answer")
    INCONSISTENT = "inconsistent", _("Similar questions answered in opposite ways")


class Band(models.TextChoices):
    """Where a score lies on the answer scale, without a comparison with others."""

    LOW = "low", pgettext_lazy("score", "lower part of the scale")
    MIDDLE = "middle", pgettext_lazy("score", "middle of the scale")
    HIGH = "high", pgettext_lazy("score", "upper part of the scale")


class Change(models.TextChoices):
    """A retest compared with the result before."""

    UP = "up", _("higher than last time")
    DOWN = "down", _("lower than last time")
    SAME = "same", _("no change beyond measurement error")
    UNKNOWN = "unknown", _("the reliability needed to judge the change is not known yet")


class Confidence(models.TextChoices):
    """How sure the interest profile of an occupation is."""

    HIGH = "high", pgettext_lazy("confidence", "high")
    MEDIUM = "medium", pgettext_lazy("confidence", "medium")
    GROUP = "group", _("low: mean of its group")


class Freshness(models.TextChoices):
    FRESH = "fresh", _("up to date")
    AGEING = "ageing", _("older than six months")
    OLD = "old", _("older than a year")
    UNKNOWN = "unknown", _("no date known")
