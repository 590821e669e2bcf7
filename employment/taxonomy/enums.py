from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


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

    ACCOUNTING = "accounting", pgettext_lazy("skill family", "accounting")
    ADMINISTRATION_OFFICE = (
        "administration-office",
        pgettext_lazy("skill family", "office administration"),
    )
    AGRICULTURE = "agriculture", pgettext_lazy("skill family", "agriculture and forestry")
    ARTS_DESIGN = "arts-design", pgettext_lazy("skill family", "arts and design")
    AUTOMOTIVE = "automotive", pgettext_lazy("skill family", "automotive")
    CERTIFICATE_GENERAL = (
        "certificate-general",
        pgettext_lazy("skill family", "general certificates"),
    )
    CERTIFICATE_TECHNICAL = (
        "certificate-technical",
        pgettext_lazy("skill family", "technical certificates"),
    )
    CHEMISTRY_MATERIALS = (
        "chemistry-materials",
        pgettext_lazy("skill family", "chemistry and materials"),
    )
    CIVIL = "civil", pgettext_lazy("skill family", "civil engineering")
    EDUCATION = "education", pgettext_lazy("skill family", "education")
    ELECTRICAL = "electrical", pgettext_lazy("skill family", "electrical engineering")
    ELECTRONICS = "electronics", pgettext_lazy("skill family", "electronics")
    ENERGY_ENVIRONMENT = (
        "energy-environment",
        pgettext_lazy("skill family", "energy and environment"),
    )
    FINANCE = "finance", pgettext_lazy("skill family", "finance")
    HOSPITALITY_TOURISM = (
        "hospitality-tourism",
        pgettext_lazy("skill family", "hospitality and tourism"),
    )
    HUMAN_RESOURCES = "human-resources", pgettext_lazy("skill family", "human resources")
    IT_AI = "it-ai", pgettext_lazy("skill family", "artificial intelligence")
    IT_DATA = "it-data", pgettext_lazy("skill family", "data")
    IT_INFRASTRUCTURE = "it-infrastructure", pgettext_lazy("skill family", "IT infrastructure")
    IT_PROGRAMMING = "it-programming", pgettext_lazy("skill family", "programming")
    IT_TESTING_PRODUCT = (
        "it-testing-product",
        pgettext_lazy("skill family", "software testing and product"),
    )
    LANGUAGES = "languages", pgettext_lazy("skill family", "languages")
    LAW = "law", pgettext_lazy("skill family", "law")
    LOGISTICS_SUPPLY = (
        "logistics-supply",
        pgettext_lazy("skill family", "logistics and supply chain"),
    )
    MANUFACTURING_QUALITY = (
        "manufacturing-quality",
        pgettext_lazy("skill family", "manufacturing and quality"),
    )
    MARKETING_SALES = "marketing-sales", pgettext_lazy("skill family", "marketing and sales")
    MECHANICAL = "mechanical", pgettext_lazy("skill family", "mechanical engineering")
    MEDIA = "media", pgettext_lazy("skill family", "media")
    MEDICINE = "medicine", pgettext_lazy("skill family", "medicine")
    NURSING = "nursing", pgettext_lazy("skill family", "nursing")
    PHARMACY = "pharmacy", pgettext_lazy("skill family", "pharmacy")
    PUBLIC_SERVICE = "public-service", pgettext_lazy("skill family", "public service")
    SCIENCE_LAB = "science-lab", pgettext_lazy("skill family", "science and laboratory")
    SOFT = "soft", pgettext_lazy("skill family", "soft skills")
    TRADES = "trades", pgettext_lazy("skill family", "skilled trades")
