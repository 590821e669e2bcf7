"""The admin shows its user the rows of the own organisation, and writes only what it names."""

from typing import Any, TypeVar, cast

from django.contrib import admin
from django.db.models import Model, QuerySet
from django.http import HttpRequest
from unfold.admin import ModelAdmin, TabularInline

from employment.accounts.actors import Actor
from employment.accounts.enums import Role

ADMIN_ROLES = frozenset({Role.UNIVERSITY_ADMIN, Role.PLATFORM_ADMIN})
# What the machine keeps for itself; nobody reads it.
TECHNICAL = frozenset(
    {
        "checks",
        "criteria",
        "cancel_requested",
        "dismissed",
        "extraction_version",
        "fingerprint",
        "heartbeat_at",
        "informative",
        "password",
        "pick_text",
        "pick_text_en",
        "position",
        "ranking",
        "read_fields",
        "revision",
        "search",
        "search_text",
        "sha256",
    }
)
Row = TypeVar("Row", bound=Model)


def may_enter(request: HttpRequest) -> bool:
    """Staff in an admin role; the admin's own check of ``is_staff`` would let in any role."""
    user = request.user
    return user.is_active and user.is_staff and actor_in(request).has_role(*ADMIN_ROLES)


def drop_foreign_tables() -> None:
    """Packages bring pages of their own, which know no roles: they would show keys and secrets,
    and change what has rules here."""
    for model, options in list(admin.site._registry.items()):
        if not isinstance(options, ActorScopedAdmin):
            admin.site.unregister(model)


def actor_in(request: HttpRequest) -> Actor:
    return cast("Actor", request.actor)  # type: ignore[attr-defined]


class ActorScopedAdmin(ModelAdmin):  # type: ignore[misc]  # unfold ships no types
    """Rows the signed-in actor may see. Fields not named in ``editable_fields`` are read-only.

    Rows whose life has rules (states, logs) name no editable field: actions that call services
    change them. ``scoped`` may be overridden where a row has no ``visible_to``.
    """

    roles = ADMIN_ROLES
    editable_fields: tuple[str, ...] = ()
    can_add = False
    can_delete = False
    list_per_page = 50

    def scoped(self, rows: "QuerySet[Any]", actor: Actor) -> "QuerySet[Any]":
        return rows.visible_to(actor)  # type: ignore[attr-defined, no-any-return]

    def get_queryset(self, request: HttpRequest) -> "QuerySet[Any]":
        return self.scoped(super().get_queryset(request), actor_in(request))

    def get_readonly_fields(self, request: HttpRequest, obj: Model | None = None) -> list[str]:
        fields = (*self.opts.fields, *self.opts.many_to_many)
        names = [field.name for field in fields if field.editable]
        hidden = {*self.editable_fields, *self.get_exclude(request, obj)}
        return [name for name in names if name not in hidden]

    def get_exclude(self, request: HttpRequest, obj: Model | None = None) -> list[str]:
        return [*(self.exclude or ()), *TECHNICAL]

    def formfield_for_foreignkey(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        """Offer only related rows that the actor may see."""
        related = db_field.related_model._default_manager.all()
        if hasattr(related, "visible_to"):
            kwargs.setdefault("queryset", related.visible_to(actor_in(request)))
        return super().formfield_for_foreignkey(db_field, request, **kwargs)

    def has_module_permission(self, request: HttpRequest) -> bool:
        return may_enter(request) and actor_in(request).role in self.roles

    def has_view_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return self.has_module_permission(request)

    def has_change_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return bool(self.editable_fields) and self.has_module_permission(request)

    def has_add_permission(self, request: HttpRequest, *args: Any) -> bool:
        return self.can_add and self.has_module_permission(request)

    def has_delete_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return self.can_delete and self.has_module_permission(request)


class ReadOnlyInline(TabularInline):  # type: ignore[misc]  # unfold ships no types
    """Rows that belong to the one shown; they are written elsewhere."""

    extra = 0
    can_delete = False
    show_change_link = False

    def get_readonly_fields(self, request: HttpRequest, obj: Model | None = None) -> list[str]:
        return [str(name) for name in self.fields or ()]

    def has_view_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return may_enter(request)

    def has_add_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return False
