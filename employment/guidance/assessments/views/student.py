"""Choose an assessment, take it question by question, read, share and delete its result."""

from collections.abc import Sequence
from time import time

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from employment.accounts.enums import Role
from employment.accounts.http import ActorRequest, roles_required
from employment.common.errors import DomainError
from employment.guidance.assessments.enums import Kind
from employment.guidance.assessments.forms import AnswerForm, TargetForm
from employment.guidance.assessments.library import instruments
from employment.guidance.assessments.models import Answer, Sitting
from employment.guidance.assessments.rules.instruments import Item
from employment.guidance.assessments.selectors.own_data import own_data
from employment.guidance.assessments.selectors.sittings import catalogue as offers_of
from employment.guidance.assessments.selectors.sittings import (
    claimed_evidence,
    intended_occupation,
    items_of,
)
from employment.guidance.assessments.services.sittings import (
    delete_sitting,
    finish_sitting,
    save_answer,
    start_sitting,
)
from employment.privacy.enums import Purpose
from employment.privacy.models import Consent
from employment.privacy.services.consents import grant_consent, has_consent
from employment.students.models import StudentProfile


def own_student(request: ActorRequest) -> StudentProfile:
    return get_object_or_404(StudentProfile.objects.visible_to(request.actor))


def own_sitting(request: ActorRequest, sitting_id: int) -> Sitting:
    return get_object_or_404(Sitting, pk=sitting_id, student=own_student(request))


@require_GET
@roles_required(Role.STUDENT)
def catalogue(request: ActorRequest) -> HttpResponse:
    agreed = has_consent(user_id=request.user.pk, purpose=Purpose.GUIDANCE)
    context = {"offers": offers_of(own_student(request)), "agreed": agreed}
    return render(request, "assessments/catalogue.html", context)


@require_GET
@roles_required(Role.STUDENT)
def intro(request: ActorRequest, code: str) -> HttpResponse:
    instrument = instruments().get(code)
    if instrument is None:
        raise Http404
    is_skills = instrument.kind is Kind.SKILLS
    target = {"occupation": intended_occupation(own_student(request))} if is_skills else {}
    context = {
        "instrument": instrument,
        "agreed": has_consent(user_id=request.user.pk, purpose=Purpose.GUIDANCE),
        "form": TargetForm(initial=target) if is_skills else None,
    }
    return render(request, "assessments/intro.html", context)


@require_POST
@roles_required(Role.STUDENT)
def start(request: ActorRequest, code: str) -> HttpResponse:
    student = own_student(request)
    if code not in instruments():
        raise Http404
    if "agree" in request.POST:
        grant_consent(user=request.user, purpose=Purpose.GUIDANCE)
    form = TargetForm(request.POST)
    occupation = form.code() if form.is_valid() else ""
    try:
        sitting = start_sitting(student=student, code=code, occupation=occupation)
    except DomainError as error:
        messages.error(request, str(error))
        return redirect("assessments:intro", code)
    return redirect("assessments:take", sitting.pk)


@require_GET
@roles_required(Role.STUDENT)
def take(request: ActorRequest, sitting_id: int) -> HttpResponse:
    sitting = own_sitting(request, sitting_id)
    if sitting.finished_at:
        return redirect("assessments:result", sitting.result.pk)
    return show_item(request, sitting, request.GET.get("item", ""))


@require_POST
@roles_required(Role.STUDENT)
def answer(request: ActorRequest, sitting_id: int) -> HttpResponse:
    """Save and show the next question; ``htmx`` gets the part of the page, others a redirect."""
    sitting = own_sitting(request, sitting_id)
    form = AnswerForm(request.POST)
    if not form.is_valid():
        messages.error(request, _("Choose one of the answers."))
        return redirect("assessments:take", sitting.pk)
    given = form.cleaned_data
    try:
        save_answer(
            sitting=sitting,
            item=given["item"],
            value=given["value"],
            milliseconds=time_taken(given["ms"], given["shown"]),
            evidence=given["evidence"],
        )
    except DomainError as error:
        messages.error(request, str(error))
        return redirect("assessments:take", sitting.pk)
    if request.htmx and not sitting.finished_at:
        return show_item(request, sitting, after=given["item"])
    response = redirect("assessments:take", sitting.pk)
    if not sitting.finished_at:
        response["Location"] += f"?after={given['item']}"
    return response


@require_POST
@roles_required(Role.STUDENT)
def finish(request: ActorRequest, sitting_id: int) -> HttpResponse:
    sitting = own_sitting(request, sitting_id)
    try:
        result = finish_sitting(sitting=sitting)
    except DomainError as error:
        messages.error(request, str(error))
        return redirect("assessments:take", sitting.pk)
    return redirect("assessments:result", result.pk)


@require_POST
@roles_required(Role.STUDENT)
def delete(request: ActorRequest, sitting_id: int) -> HttpResponse:
    delete_sitting(sitting=own_sitting(request, sitting_id))
    messages.success(request, _("The answers and their result have been deleted."))
    return redirect("assessments:catalogue")


@require_GET
@roles_required(Role.STUDENT)
def data(request: ActorRequest) -> HttpResponse:
    consents = Consent.objects.in_force().filter(user=request.user)
    context = {
        "sources": own_data(own_student(request)),
        "agreed": set(consents.values_list("purpose", flat=True)),
    }
    return render(request, "assessments/data.html", context)


def time_taken(measured: int | None, shown: int | None) -> int | None:
    """The browser's milliseconds, else the time since the server sent the question."""
    if measured is not None:
        return measured
    return None if shown is None else int(time() * 1000) - shown


def show_item(
    request: ActorRequest, sitting: Sitting, item: str = "", after: str = ""
) -> HttpResponse:
    items = items_of(sitting)
    given = {one.item: one for one in sitting.answers.all()}
    after = after or request.GET.get("after", "")
    at = position(items, set(given), item, after)
    instrument = instruments()[sitting.instrument]
    context = {
        "sitting": sitting,
        "instrument": instrument,
        "is_skills": instrument.kind is Kind.SKILLS,
        "item": items[at] if at is not None else None,
        "number": None if at is None else at + 1,
        "total": len(items),
        "answered": len(given),
        "missing": [(n, one) for n, one in enumerate(items, 1) if one.code not in given],
        "before": items[at - 1] if at else items[-1] if at is None else None,
        "following": items[at + 1] if at is not None and at + 1 < len(items) else None,
        "given": given.get(items[at].code) if at is not None else None,
        "shown": int(time() * 1000),
    }
    if at is not None:
        context["choices"] = choices(instrument.labels, items[at])
        context["evidence"] = evidence_of(sitting, items[at], given.get(items[at].code))
    name = "assessments/take.html"
    return render(request, f"{name}#question" if request.htmx else name, context)


def evidence_of(sitting: Sitting, item: Item, given: Answer | None) -> str:
    """What was entered, else what the profile says about the skill."""
    if instruments()[sitting.instrument].kind is not Kind.SKILLS:
        return ""
    return given.evidence if given else claimed_evidence(sitting.student, item.code)


def choices(labels: Sequence[object], item: Item) -> list[tuple[int, object]]:
    texts = [option.text for option in item.options] or labels
    return list(enumerate(texts, 1))


def position(items: Sequence[Item], given: set[str], item: str, after: str) -> int | None:
    """Where to go: the asked item, the one after, else the first open one; None at the end."""
    codes = [one.code for one in items]
    if item in codes:
        return codes.index(item)
    if after in codes:
        at = codes.index(after) + 1
        return at if at < len(codes) else None
    return next((n for n, code in enumerate(codes) if code not in given), None)
