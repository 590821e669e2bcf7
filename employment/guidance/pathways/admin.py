"""Reference data of pathways, for staff to check and correct."""

from typing import Any

from django.contrib import admin
from django.db.models import Model
from django.http import HttpRequest

from employment.accounts.admin_scope import ActorScopedAdmin, actor_in
from employment.accounts.enums import Role
from employment.guidance.pathways.models import AdmissionRecord, LivingCost, PathDate


@admin.register(LivingCost)
class LivingCostAdmin(ActorScopedAdmin):
    roles = frozenset({Role.PLATFORM_ADMIN})
    list_display = ("region", "rent", "price_level", "source", "checked_on")
    list_select_related = ("region",)
    search_fields = ("region__name",)
    editable_fields = ("region", "rent", "price_level", "source", "checked_on")
    can_add = can_delete = True

    def scoped(self, rows: Any, actor: Any) -> Any:
        return rows


class OwnUniversityAdmin(ActorScopedAdmin):
    """A university's admin writes rows of the own university; the platform any."""

    can_add = can_delete = True
    own_fields: tuple[str, ...] = ()

    def get_readonly_fields(self, request: HttpRequest, obj: Model | None = None) -> list[str]:
        is_platform = actor_in(request).role == Role.PLATFORM_ADMIN
        names = super().get_readonly_fields(request, obj)
        return [name for name in names if not (is_platform and name in self.own_fields)]

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        actor = actor_in(request)
        if actor.role != Role.PLATFORM_ADMIN:
            obj.university_id = actor.university_id
        super().save_model(request, obj, form, change)


@admin.register(PathDate)
class PathDateAdmin(OwnUniversityAdmin):
    list_display = ("path", "step", "cohort", "starts", "ends", "university", "checked_on")
    list_filter = ("path", "cohort")
    list_select_related = ("university",)
    editable_fields = ("path", "step", "cohort", "starts", "ends", "source", "checked_on")
    own_fields = ("university", "region")


@admin.register(AdmissionRecord)
class AdmissionRecordAdmin(OwnUniversityAdmin):
    list_display = ("path", "major", "degree", "cohort", "tried", "admitted", "university")
    list_filter = ("path", "cohort")
    list_select_related = ("university", "major")
    autocomplete_fields = ()
    editable_fields = ("path", "major", "degree", "cohort", "tried", "admitted", "source")
    own_fields = ("university",)
    raw_id_fields = ("major",)
