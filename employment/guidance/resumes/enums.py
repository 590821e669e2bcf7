from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Language(models.TextChoices):
    CHINESE = "zh", pgettext_lazy("language of a resume", "Chinese")
    ENGLISH = "en", pgettext_lazy("language of a resume", "English")


class Kind(models.TextChoices):
    MASTER = "master", _("Master resume")
    VARIANT = "variant", _("Variant for a posting")


class Template(models.TextChoices):
    """Names are those of the files ``templates/resumes/<name>.typ``."""

    CLASSIC = "classic", pgettext_lazy("resume template", "Classic")
    MODERN = "modern", pgettext_lazy("resume template", "Modern, two tones")
    COMPACT = "compact", pgettext_lazy("resume template", "Compact, one page")


class Operation(models.TextChoices):
    """What a button of the editor does beside saving."""

    ADD = "add", _("Add")
    REMOVE = "remove", _("Remove")
    UP = "up", _("Move up")
    DOWN = "down", _("Move down")
    SECTION_UP = "section_up", _("Move the section up")
    SECTION_DOWN = "section_down", _("Move the section down")
