from django.contrib import admin, messages
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from employment.accounts.admin_scope import ActorScopedAdmin, ReadOnlyInline, actor_in
from employment.common.errors import DomainError
from employment.postings.enums import PostingAction, VerificationAction
from employment.postings.models import (
    Employer,
    EmployerStateChange,
    Posting,
    PostingRequirement,
    PostingStateChange,
)
from employment.postings.services import change_posting_states, change_verification


class RequirementInline(ReadOnlyInline):
    model = PostingRequirement
    fields = ("kind", "strength", "label", "hard", "sentence", "origin")


class PostingStepInline(ReadOnlyInline):
    model = PostingStateChange
    fields = ("at", "from_state", "to_state", "actor", "reason")


class EmployerStepInline(ReadOnlyInline):
    model = EmployerStateChange
    fields = ("at", "from_state", "to_state", "actor", "reason")


@admin.register(Posting)
class PostingAdmin(ActorScopedAdmin):
    list_display = ("title", "employer", "audience", "state", "kind", "seats", "deadline")
    list_filter = ("state", "kind", "source")
    list_select_related = ("employer__organisation", "audience")
    search_fields = ("title", "employer__organisation__name")
    date_hierarchy = "published_at"
    inlines = (RequirementInline, PostingStepInline)
    actions = ("publish", "close")

    @admin.action(description=_("Publish the chosen postings"))
    def publish(self, request: HttpRequest, postings: "QuerySet[Posting]") -> None:
        self._take(request, postings, PostingAction.PUBLISH)

    @admin.action(description=_("Close the chosen postings"))
    def close(self, request: HttpRequest, postings: "QuerySet[Posting]") -> None:
        self._take(request, postings, PostingAction.CLOSE)

    def _take(
        self, request: HttpRequest, postings: "QuerySet[Posting]", action: PostingAction
    ) -> None:
        outcome = change_posting_states(
            postings=postings, action=action, actor=actor_in(request), now=timezone.now()
        )
        done = len(outcome.done)
        text = ngettext("%(n)d posting changed.", "%(n)d postings changed.", done)
        self.message_user(request, text % {"n": done})
        for posting, error in outcome.refused:
            self.message_user(request, f"{posting.title}: {error}", messages.WARNING)


@admin.register(Employer)
class EmployerAdmin(ActorScopedAdmin):
    list_display = ("organisation", "credit_code", "state", "industry", "size", "state_since")
    list_filter = ("state", "size", "ownership")
    list_select_related = ("organisation", "industry")
    search_fields = ("organisation__name", "=organisation__credit_code")
    inlines = (EmployerStepInline,)
    actions = ("verify",)

    @admin.display(description=_("Credit code"))
    def credit_code(self, employer: Employer) -> str:
        return employer.organisation.credit_code

    @admin.action(description=_("Verify the chosen employers"))
    def verify(self, request: HttpRequest, employers: "QuerySet[Employer]") -> None:
        for employer in employers:
            try:
                change_verification(
                    employer=employer,
                    action=VerificationAction.VERIFY,
                    actor=actor_in(request),
                    now=timezone.now(),
                )
            except DomainError as error:
                self.message_user(request, f"{employer}: {error}", messages.WARNING)
