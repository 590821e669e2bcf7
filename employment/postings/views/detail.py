"""What the pages of one posting and one employer put together."""

from typing import Any

from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from employment.accounts.actors import Actor
from employment.accounts.enums import UNIVERSITY_STAFF, Role
from employment.postings import rules, selectors
from employment.postings.bait import suspicions
from employment.postings.enums import PostingState
from employment.postings.forms.states import StateForm
from employment.postings.highlights import marked_paragraphs
from employment.postings.models import Employer, Posting

Rows = list[tuple[Any, ...]]
EMPLOYER_PAGE_ROLES = UNIVERSITY_STAFF | {Role.PLATFORM_ADMIN, Role.RECRUITER}


def detail_context(posting: Posting, actor: Actor) -> dict[str, Any]:
    today = timezone.localdate()
    requirements = list(posting.requirements.all())
    context = {
        "posting": posting,
        "requirements": requirements,
        "paragraphs": marked_paragraphs(posting.description, requirements),
        "similar": selectors.similar_postings(posting, actor=actor, today=today),
        "is_open": posting.is_open(today),
        "is_student": actor.role == Role.STUDENT,
        "facts": posting_facts(posting),
        "employer_facts": employer_facts(posting.employer),
        "back": _back(actor),
    }
    if actor.role in EMPLOYER_PAGE_ROLES:
        context["employer_url"] = reverse("postings:employer", args=[posting.employer_id])
    if actor.role == Role.STUDENT:
        context["applied"] = selectors.own_application(posting, actor=actor)
        context["has_match"] = selectors.has_own_match(posting, actor=actor)
    if rules.is_manager(actor, posting) or rules.is_owner(actor, posting):
        context |= _running_context(posting, actor)
    return context


def posting_facts(posting: Posting) -> Rows:
    rows: Rows = [
        (_("Occupation"), posting.occupation.label if posting.occupation else ""),
        (_("Industry"), posting.industry.label if posting.industry else ""),
        (_("Years of experience"), posting.experience_min or ""),
        (_("Fresh graduates"), _fresh(posting.fresh_only)),
        (_("Pay as written"), posting.pay_text),
        (_("Place as written"), posting.region_text),
        (_("First posted"), date_format(posting.posted_on) if posting.posted_on else ""),
        (_("Source"), posting.source),
    ]
    return [row for row in rows if row[1]]


def employer_facts(employer: Employer) -> Rows:
    rows: Rows = [
        (_("Credit code"), _code_note(employer)),
        (_("Industry"), employer.industry.label if employer.industry else ""),
        (_("Head office"), employer.region.label if employer.region else ""),
        (_("Size"), employer.get_size_display() if employer.size else ""),
        (_("Ownership"), employer.get_ownership_display() if employer.ownership else ""),
        (_("Website"), employer.website, employer.website),
    ]
    return [row for row in rows if row[1]]


def employer_back(actor: Actor) -> tuple[str, str]:
    if actor.role in rules.MANAGER_ROLES:
        return reverse("postings:employers"), _("Employers")
    return _back(actor)


def step_events(steps: list[Any]) -> list[dict[str, Any]]:
    """State changes as the timeline shows them."""
    return [
        {
            "title": step.get_to_state_display(),
            "at": step.at,
            "text": " · ".join(part for part in (_who(step), step.reason) if part),
        }
        for step in steps
    ]


def _running_context(posting: Posting, actor: Actor) -> dict[str, Any]:
    """What those see who run the posting: its steps, its history, its resonance."""
    history = selectors.posting_history(posting)
    is_rejected = posting.state == PostingState.REJECTED
    return {
        "runs_it": True,
        "can_edit": rules.can_edit(actor, posting),
        "can_edit_requirements": rules.can_edit_requirements(actor, posting),
        "state_form": StateForm.for_posting(actor, posting),
        "history": step_events(history),
        "rejection": history[0].reason if is_rejected and history else "",
        "applicants": selectors.count_applicants([posting.pk])[posting.pk],
        "candidates": selectors.count_candidates([posting.pk])[posting.pk],
        "suspicions": suspicions(posting) if rules.is_manager(actor, posting) else [],
    }


def _back(actor: Actor) -> tuple[str, str]:
    if actor.role == Role.RECRUITER:
        return reverse("postings:own"), _("Our postings")
    if actor.role in rules.MANAGER_ROLES:
        return reverse("postings:manage"), _("Manage postings")
    return reverse("postings:list"), _("Find postings")


def _fresh(fresh_only: bool | None) -> str:
    return {True: _("Only fresh graduates"), False: _("Not for fresh graduates"), None: ""}[
        fresh_only
    ]


def _code_note(employer: Employer) -> str:
    if not employer.organisation.credit_code:
        return _("not stated")
    return _("check digit is right")


def _who(step: Any) -> str:
    return str(step.actor) if step.actor else _("by the system")
