from typing import Any

from django.contrib import admin
from django.db.models import QuerySet

from employment.accounts.actors import Actor
from employment.accounts.admin_scope import ActorScopedAdmin
from employment.support.models import Workshop


@admin.register(Workshop)
class WorkshopAdmin(ActorScopedAdmin):
    """Workshops to look at; what people talked about is not for the administration."""

    list_display = ("title", "host", "starts_at", "capacity", "is_cancelled")
    list_filter = ("is_cancelled", "topic")
    list_select_related = ("host",)
    search_fields = ("title",)
    exclude = ("check_in_code",)

    def scoped(self, rows: "QuerySet[Any]", actor: Actor) -> "QuerySet[Any]":
        return rows.filter(university_id=actor.university_id) if actor.university_id else rows
