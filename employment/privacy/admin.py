from typing import Any

from django.contrib import admin
from django.db.models import QuerySet

from employment.accounts.actors import Actor
from employment.accounts.admin_scope import ActorScopedAdmin
from employment.accounts.selectors import members_of
from employment.privacy.models import Consent


@admin.register(Consent)
class ConsentAdmin(ActorScopedAdmin):
    list_display = ("user", "purpose", "text_version", "granted_at", "withdrawn_at")
    list_filter = ("purpose", ("withdrawn_at", admin.EmptyFieldListFilter))
    list_select_related = ("user",)
    search_fields = ("user__username", "user__name")
    date_hierarchy = "granted_at"

    def scoped(self, rows: "QuerySet[Any]", actor: Actor) -> "QuerySet[Any]":
        return rows.filter(user__in=members_of(actor).values("pk"))
