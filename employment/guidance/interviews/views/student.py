"""Choose an interview, answer its questions one by one, and rate the own answers first."""

from django.contrib import messages
from django.http import HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from employment.accounts.enums import Role
from employment.accounts.http import ActorRequest, roles_required
from employment.common.errors import DomainError
from employment.guidance.interviews import selectors
from employment.guidance.interviews.enums import Stage
from employment.guidance.interviews.forms import (
    AnswerForm,
    PostingStartForm,
    RatingForm,
    StartForm,
)
from employment.guidance.interviews.library import questions
from employment.guidance.interviews.models import Attempt
from employment.guidance.interviews.services import attempts as services
from employment.guidance.interviews.services.follow_ups import ask_follow_up
from employment.guidance.interviews.services.ratings import rate_self
from employment.postings.models import Posting
from employment.students.models import StudentProfile

PAGES = {
    Stage.ANSWERING: "interviews:practise",
    Stage.RATING: "interviews:rate",
    Stage.FINISHED: "interviews:feedback",
}


def own_student(request: ActorRequest) -> StudentProfile:
    return get_object_or_404(StudentProfile.objects.visible_to(request.actor))


def own_attempt(request: ActorRequest, attempt_id: int) -> Attempt:
    return get_object_or_404(Attempt.objects.visible_to(request.actor), pk=attempt_id)


def to_stage(attempt: Attempt) -> HttpResponse:
    return redirect(PAGES[Stage(attempt.stage)], attempt.pk)


@require_GET
@roles_required(Role.STUDENT)
def attempts(request: ActorRequest) -> HttpResponse:
    rows = selectors.own_attempts(own_student(request))
    finished = [one for one in rows if one.is_finished]
    context = {"form": StartForm(), "attempts": rows, "finished": finished}
    return render(request, "interviews/list.html", context | {"bank": len(questions())})


@require_POST
@roles_required(Role.STUDENT)
def start(request: ActorRequest) -> HttpResponse:
    form = StartForm(request.POST)
    student = own_student(request)
    if not form.is_valid():
        messages.error(request, str(next(iter(form.errors.values()))[0]))
        return redirect("interviews:list")
    return to_stage(services.start_attempt(student=student, **form.cleaned_data))


@require_http_methods(["GET", "POST"])
@roles_required(Role.STUDENT)
def prepare(request: ActorRequest, posting_id: int) -> HttpResponse:
    """Questions from what one posting asks for."""
    posting = get_object_or_404(Posting.objects.visible_to(request.actor), pk=posting_id)
    student = own_student(request)
    form = PostingStartForm(request.POST or None, initial={"count": 5})
    if request.method == "POST" and form.is_valid():
        return to_stage(
            services.start_attempt(student=student, posting=posting, **form.cleaned_data)
        )
    context = {"form": form, "posting": posting, "skills": services.required_skills(posting)}
    return render(request, "interviews/prepare.html", context)


@require_GET
@roles_required(Role.STUDENT)
def practise(request: ActorRequest, attempt_id: int) -> HttpResponse:
    attempt = own_attempt(request, attempt_id)
    if attempt.stage != Stage.ANSWERING:
        return to_stage(attempt)
    row = attempt.answers.filter(closed_at=None).first()
    assert row is not None  # noqa: S101 -- an attempt without open questions has moved on
    context = {
        "attempt": attempt,
        "answer": row,
        "question": questions()[row.question],
        "text": selectors.text_of(row),
        "total": attempt.answers.count(),
    }
    return render(request, "interviews/practise.html", context)


@require_POST
@roles_required(Role.STUDENT)
def save(request: ActorRequest, attempt_id: int) -> HttpResponse:
    """Called while the student writes."""
    attempt, form = own_attempt(request, attempt_id), AnswerForm(request.POST)
    if not form.is_valid():
        return JsonResponse({"errors": form.errors}, status=422)
    try:
        kept = services.save_words(attempt=attempt, **form.cleaned_data)
    except DomainError as error:
        return JsonResponse({"error": str(error)}, status=error.status)
    return JsonResponse({"saved_at": kept.saved_at})


@require_POST
@roles_required(Role.STUDENT)
def answer(request: ActorRequest, attempt_id: int) -> HttpResponse:
    attempt, form = own_attempt(request, attempt_id), AnswerForm(request.POST)
    if not form.is_valid():
        messages.error(request, str(next(iter(form.errors.values()))[0]))
        return to_stage(attempt)
    try:
        skipped = "skip" in request.POST
        attempt = services.close_answer(attempt=attempt, skipped=skipped, **form.cleaned_data)
    except DomainError as error:
        messages.error(request, str(error))
    return to_stage(attempt)


@require_POST
@roles_required(Role.STUDENT)
def finish(request: ActorRequest, attempt_id: int) -> HttpResponse:
    return to_stage(services.finish_early(attempt=own_attempt(request, attempt_id)))


@require_http_methods(["GET", "POST"])
@roles_required(Role.STUDENT)
def rate(request: ActorRequest, attempt_id: int) -> HttpResponse:
    attempt = own_attempt(request, attempt_id)
    if attempt.stage != Stage.RATING:
        return to_stage(attempt)
    form = RatingForm(request.POST or None, criteria=attempt.criteria)
    if request.method == "POST" and form.is_valid():
        return to_stage(rate_self(attempt=attempt, user=request.user, rated=form.rated()))
    told = [(selectors.text_of(one), one) for one in attempt.answers.all()]
    return render(
        request, "interviews/rate.html", {"attempt": attempt, "form": form, "answers": told}
    )


@require_POST
@roles_required(Role.STUDENT)
def share(request: ActorRequest, attempt_id: int) -> HttpResponse:
    attempt = own_attempt(request, attempt_id)
    services.share_attempt(attempt=attempt, shared="share" in request.POST)
    return to_stage(attempt)


@require_POST
@roles_required(Role.STUDENT)
def delete(request: ActorRequest, attempt_id: int) -> HttpResponse:
    services.delete_attempt(attempt=own_attempt(request, attempt_id))
    return redirect("interviews:list")


@require_POST
@roles_required(Role.STUDENT)
def follow_up(request: ActorRequest, attempt_id: int, number: int) -> HttpResponse:
    attempt = own_attempt(request, attempt_id)
    row = get_object_or_404(attempt.answers.exclude(words=""), number=number)
    try:
        ask_follow_up(answer=row, user=request.user)
    except DomainError as error:
        messages.error(request, str(error))
    return to_stage(attempt)
