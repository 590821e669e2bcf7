from django.db import models
from django.utils.translation import gettext_lazy as _


class RegionLevel(models.TextChoices):
    PROVINCE = "province", _("province")
    CITY = "city", _("prefecture-level city")
    COUNTY = "county", _("county or district")


class MajorLevel(models.TextChoices):
    UNDERGRADUATE = "undergraduate", _("undergraduate")
    VOCATIONAL = "vocational", _("vocational college")
    VOCATIONAL_BACHELOR = "vocational_bachelor", _("vocational bachelor")
    POSTGRADUATE = "postgraduate", _("postgraduate")


class OccupationLevel(models.TextChoices):
    MAJOR = "major", _("major group")
    MEDIUM = "medium", _("medium group")
    MINOR = "minor", _("minor group")
    DETAIL = "detail", _("detailed occupation")


class IndustryLevel(models.TextChoices):
    SECTION = "section", _("section")
    DIVISION = "division", _("division")


class SkillKind(models.TextChoices):
    SKILL = "skill", _("skill")
    TOOL = "tool", _("tool")
    SOFT = "soft", _("soft skill")
    CERTIFICATE = "certificate", _("certificate")
    LANGUAGE = "language", _("language")


class SkillFamily(models.TextChoices):
    """One data file each under `data/skills/`."""

    ACCOUNTING = "accounting", _("accounting")
    EDUCATION = "education", _("education")
    FINANCE = "finance", _("finance")
    LANGUAGES = "languages", _("languages")
    LAW = "law", _("law")
    MEDICINE = "medicine", _("medicine")
    NURSING = "nursing", _("nursing")
    PHARMACY = "pharmacy", _("pharmacy")
