"""Accounts, and the tables of ``common``, which knows no roles."""

from typing import Any

from axes.models import AccessAttempt
from django.contrib import admin, messages
from django.db.models import Q, QuerySet
from django.http import HttpRequest

from employment.accounts.actors import Actor
from employment.accounts.admin_scope import ActorScopedAdmin, ReadOnlyInline, actor_in
from employment.accounts.enums import Role
from employment.accounts.models import Membership, Organisation, User
from employment.accounts.selectors import members_of, memberships_of, organisations_of
from employment.accounts.services import set_membership_active
from employment.common.errors import DomainError
from employment.common.models import AuditEntry, Job


@admin.register(AccessAttempt)
class FailedSignInAdmin(ActorScopedAdmin):
    """Deleting a row lets the account try again before its quarter of an hour is over."""

    roles = frozenset({Role.PLATFORM_ADMIN})
    list_display = ("attempt_time", "username", "ip_address", "failures_since_start")
    search_fields = ("username", "ip_address")
    date_hierarchy = "attempt_time"
    fields = ("attempt_time", "username", "ip_address", "user_agent", "failures_since_start")
    can_delete = True

    def scoped(self, rows: "QuerySet[Any]", actor: Actor) -> "QuerySet[Any]":
        return rows


class MembershipInline(ReadOnlyInline):
    model = Membership
    fields = ("organisation", "role", "is_active", "created_at")


@admin.register(User)
class UserAdmin(ActorScopedAdmin):
    list_display = ("username", "name", "email", "is_active", "last_login")
    list_filter = ("is_active", "memberships__role")
    search_fields = ("username", "name", "email")
    ordering = ("username",)
    fields = ("username", "name", "email", "language", "is_active", "last_login", "date_joined")
    inlines = (MembershipInline,)

    def scoped(self, rows: "QuerySet[Any]", actor: Actor) -> "QuerySet[Any]":
        return rows.filter(pk__in=members_of(actor).values("pk"))


@admin.register(Membership)
class MembershipAdmin(ActorScopedAdmin):
    """Whether somebody may act in a role is all that is changed here."""

    list_display = ("user", "role", "organisation", "is_active", "created_at")
    list_filter = ("role", "is_active")
    list_select_related = ("user", "organisation")
    search_fields = ("user__username", "user__name", "organisation__name")
    editable_fields = ("is_active",)

    def scoped(self, rows: "QuerySet[Any]", actor: Actor) -> "QuerySet[Any]":
        return rows.filter(pk__in=memberships_of(actor).values("pk"))

    def save_model(self, request: HttpRequest, obj: Membership, form: Any, change: bool) -> None:
        try:
            set_membership_active(membership=obj, active=obj.is_active, actor=actor_in(request))
        except DomainError as error:
            self.message_user(request, str(error), messages.ERROR)


@admin.register(Organisation)
class OrganisationAdmin(ActorScopedAdmin):
    list_display = ("name", "kind", "parent", "credit_code", "is_active")
    list_filter = ("kind", "is_active", "is_vocational")
    list_select_related = ("parent",)
    search_fields = ("name", "name_en", "=credit_code")

    def scoped(self, rows: "QuerySet[Any]", actor: Actor) -> "QuerySet[Any]":
        return rows.filter(pk__in=organisations_of(actor).values("pk"))


@admin.register(Job)
class JobAdmin(ActorScopedAdmin):
    list_display = ("kind", "state", "created_by", "done", "total", "failed", "created_at")
    list_filter = ("kind", "state")
    list_select_related = ("created_by",)
    date_hierarchy = "created_at"

    def scoped(self, rows: "QuerySet[Any]", actor: Actor) -> "QuerySet[Any]":
        return of_organisation(rows, actor)


@admin.register(AuditEntry)
class AuditEntryAdmin(ActorScopedAdmin):
    list_display = ("at", "action", "actor", "object_type", "object_id")
    list_filter = ("action",)
    list_select_related = ("actor",)
    search_fields = ("action", "=object_id")
    date_hierarchy = "at"
    show_full_result_count = False

    def scoped(self, rows: "QuerySet[Any]", actor: Actor) -> "QuerySet[Any]":
        """Entries of the own organisation, and what its members did."""
        if actor.role == Role.PLATFORM_ADMIN:
            return rows
        mine = Q(organisation_id=actor.university_id)
        return rows.filter(mine | Q(organisation=None, actor__in=members_of(actor).values("pk")))


def of_organisation(rows: "QuerySet[Any]", actor: Actor) -> "QuerySet[Any]":
    if actor.role == Role.PLATFORM_ADMIN:
        return rows
    return rows.filter(organisation__in=organisations_of(actor).values("pk"))
