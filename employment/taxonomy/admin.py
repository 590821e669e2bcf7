"""Reference data to look up. Rows come from `load_reference` alone, so nobody edits them here."""

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.utils.translation import pgettext_lazy

from employment.accounts.actors import Actor
from employment.accounts.admin_scope import ActorScopedAdmin
from employment.taxonomy.models import (
    DegreeLevel,
    Industry,
    Major,
    Occupation,
    ReferenceStamp,
    Region,
    Skill,
    StrategicIndustry,
)


class ReferenceAdmin(ActorScopedAdmin):
    """Reference rows belong to no organisation: every admin reads them all."""

    def scoped(self, rows: "QuerySet[Any]", actor: Actor) -> "QuerySet[Any]":
        return rows


@admin.register(Region)
class RegionAdmin(ReferenceAdmin):
    list_display = ("code", "name", "short_name", "name_en", "level", "parent")
    list_filter = ("level",)
    list_select_related = ("parent",)
    search_fields = ("=code", "search_text")


@admin.register(Major)
class MajorAdmin(ReferenceAdmin):
    list_display = ("code", "name", "name_en", "level", "class_name", "discipline")
    list_filter = ("level", "discipline")
    search_fields = ("=code", "search_text")


@admin.register(Occupation)
class OccupationAdmin(ReferenceAdmin):
    list_display = ("code", "name", "level", "parent", "is_digital", "is_green")
    list_filter = ("level", "is_digital", "is_green")
    list_select_related = ("parent",)
    search_fields = ("=code", "search_text")


@admin.register(Industry)
class IndustryAdmin(ReferenceAdmin):
    list_display = ("code", "name", "name_en", "level", "parent")
    list_filter = ("level",)
    list_select_related = ("parent",)
    search_fields = ("=code", "search_text")


@admin.register(StrategicIndustry)
class StrategicIndustryAdmin(ReferenceAdmin):
    list_display = ("code", "name", "name_en", "parent")
    list_select_related = ("parent",)
    search_fields = ("=code", "name", "name_en")


@admin.register(DegreeLevel)
class DegreeLevelAdmin(ReferenceAdmin):
    list_display = ("rank", "code", "name", "name_en")


@admin.register(Skill)
class SkillAdmin(ReferenceAdmin):
    list_display = ("id", "name", "name_en", "family_name", "kind")
    list_filter = ("kind",)
    search_fields = ("=id", "search_text")

    @admin.display(description=pgettext_lazy("field", "Family"))
    def family_name(self, skill: Skill) -> str:
        return skill.family_label


@admin.register(ReferenceStamp)
class ReferenceStampAdmin(ReferenceAdmin):
    list_display = ("dataset", "source_text", "row_count", "loaded_at")

    @admin.display(description=pgettext_lazy("field", "Source"))
    def source_text(self, stamp: ReferenceStamp) -> str:
        return str(stamp.source)
