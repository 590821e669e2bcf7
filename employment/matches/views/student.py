"""The student's own list and the reasons behind each entry."""

from dataclasses import replace

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from employment.accounts.enums import Role
from employment.accounts.http import ActorRequest, roles_required
from employment.matches import presenters, selectors
from employment.matches.enums import DislikeReason, FeedbackKind
from employment.matches.forms import DislikeForm, MatchFilterForm
from employment.matches.models import Match, StudentSync
from employment.matches.repeats import overview
from employment.matches.services.feedback import give_feedback, note_view, take_feedback_back
from employment.postings.models import Posting
from employment.privacy.enums import Purpose
from employment.privacy.services.consents import has_consent
from employment.students.models import StudentProfile

PAGE_SIZE = 20


def own_profile(request: ActorRequest) -> StudentProfile:
    return get_object_or_404(StudentProfile.objects.visible_to(request.actor))


@require_GET
@roles_required(Role.STUDENT)
def match_list(request: ActorRequest) -> HttpResponse:
    student = own_profile(request)
    today = timezone.localdate()
    form = MatchFilterForm(request.GET or None)
    wanted, everything = form.wanted(), selectors.MatchFilter()
    rows = selectors.student_matches(student, wanted, today=today)
    found = overview(rows)
    page = Paginator(rows.exclude(pk__in=found.hidden), PAGE_SIZE).get_page(request.GET.get("page"))
    whole = found
    if replace(wanted, sort="") != everything:
        whole = overview(selectors.student_matches(student, everything, today=today))
    sync = StudentSync.objects.filter(student=student).first()
    context = {
        "form": form,
        "page": page,
        "cards": [presenters.match_card(match, found.copies.get(match.pk, ())) for match in page],
        "bands": presenters.band_tabs(whole.bands, request.GET, current=wanted.band),
        "sorts": presenters.sort_links(wanted.sort),
        "agreed": has_consent(user_id=student.user_id, purpose=Purpose.MATCHING),
        "sync": sync,
        "waiting": sync is None or sync.revision < student.revision,
    }
    template = "matches/list.html#results" if request.htmx else "matches/list.html"
    return render(request, template, context)


@require_GET
@roles_required(Role.STUDENT)
def match_detail(request: ActorRequest, posting_id: int) -> HttpResponse:
    student, today = own_profile(request), timezone.localdate()
    rows = selectors.with_posting(Match.objects.filter(student=student))
    match = get_object_or_404(rows, posting_id=posting_id)
    place, length = selectors.place_in_list(match)
    note_view(match=match, place=place)
    context = {
        "match": match,
        "posting": match.posting,
        "place": place,
        "length": length,
        "why": presenters.explanation(match),
        "rows": presenters.requirement_rows(match, own=True),
        "steps": presenters.next_steps(match),
        "heat": selectors.heat_of(match, today=today),
        "employer_facts": presenters.employer_facts(
            match.posting.employer, selectors.employer_record(match.posting.employer, today=today)
        ),
        "feedback": selectors.saved_state(student, match.posting),
        "dislike_reasons": DislikeReason.choices,
        "application": student.applications.filter(posting_id=posting_id).first(),
        "similar": selectors.similar_postings(
            match.posting, university_id=student.university_id, today=today
        ),
    }
    return render(request, "matches/detail.html", context)


@require_POST
@roles_required(Role.STUDENT)
def feedback(request: ActorRequest, posting_id: int, kind: str) -> HttpResponse:
    """Save, or not interested with a reason; ``undo`` takes either back."""
    student = own_profile(request)
    posting = get_object_or_404(Posting.objects.visible_to(request.actor), pk=posting_id)
    if kind == "undo":
        take_feedback_back(student=student, posting=posting)
    else:
        form = DislikeForm(request.POST)
        reason = form.cleaned_data["reason"] if form.is_valid() else ""
        give_feedback(
            student=student,
            posting=posting,
            kind=FeedbackKind(kind),
            reason=DislikeReason(reason) if reason else None,
        )
    if request.htmx:
        said = "" if kind == "undo" else kind
        context = {"posting_id": posting.pk, "said": said, "reason": request.POST.get("reason")}
        context["dislike_reasons"] = DislikeReason.choices
        return render(request, "matches/_feedback.html", context)
    return redirect("matches:list")
