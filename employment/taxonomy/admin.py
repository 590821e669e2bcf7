"""Reference data to look up. Rows come from `load_reference` alone, so nobody edits them here."""

from typing import Any

from django.contrib import admin
from django.db.models import Model
from django.http import HttpRequest
from unfold.admin import ModelAdmin

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


class ReferenceAdmin(ModelAdmin):  # type: ignore[misc]  # unfold ships no types
    """Every member of staff may read; nobody may write."""

    list_per_page = 50
    search_help_text = ""

    def has_module_permission(self, request: HttpRequest) -> bool:
        return request.user.is_active and request.user.is_staff

    def has_view_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return self.has_module_permission(request)

    def has_add_permission(self, request: HttpRequest, *args: Any) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return False


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
    list_display = ("id", "name", "name_en", "family_label", "kind")
    list_filter = ("kind", "family")
    search_fields = ("=id", "search_text")


@admin.register(ReferenceStamp)
class ReferenceStampAdmin(ReferenceAdmin):
    list_display = ("dataset", "source", "row_count", "loaded_at")
