"""The three columns of an attempt, the counsellor's rubric, and two attempts side by side."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_GET, require_http_methods

from employment.accounts.enums import Role
from employment.accounts.http import ActorRequest, roles_required
from employment.common.errors import DomainError
from employment.guidance.interviews import selectors
from employment.guidance.interviews.enums import Rater, Stage
from employment.guidance.interviews.forms import RatingForm
from employment.guidance.interviews.models import Attempt
from employment.guidance.interviews.services.ratings import rate_as_counsellor
from employment.guidance.interviews.views.student import to_stage
from employment.guidance.rewording.services import may_reword


def readable(request: ActorRequest, attempt_id: str | int) -> Attempt:
    rows = Attempt.objects.visible_to(request.actor).select_related("student")
    wanted = rows.prefetch_related("answers", "ratings__by")
    return get_object_or_404(wanted, pk=int(attempt_id))


@require_GET
def feedback(request: ActorRequest, attempt_id: int) -> HttpResponse:
    """For the student, and for staff to whom the student shows it."""
    attempt = readable(request, attempt_id)
    if not attempt.is_finished:
        return to_stage(attempt)
    is_own = request.actor.role == Role.STUDENT
    others = Attempt.objects.filter(student=attempt.student, stage=Stage.FINISHED)
    context = {
        "result": selectors.result_of(attempt),
        "attempt": attempt,
        "is_own": is_own,
        "others": others.exclude(pk=attempt.pk)[:10] if is_own else [],
        "may_reword": is_own and may_reword(request.user),
    }
    return render(request, "interviews/feedback.html", context)


@require_http_methods(["GET", "POST"])
@roles_required(Role.COUNSELLOR)
def rubric(request: ActorRequest, attempt_id: int) -> HttpResponse:
    attempt = readable(request, attempt_id)
    given = {r.criterion: r for r in attempt.ratings.all() if r.rater == Rater.COUNSELLOR}
    initial: dict[str, object] = {key: one.value for key, one in given.items()}
    initial |= {f"{key}_comment": one.comment for key, one in given.items()}
    form = RatingForm(
        request.POST or None, criteria=attempt.criteria, comments=True, initial=initial
    )
    if request.method == "POST" and form.is_valid():
        try:
            rate_as_counsellor(attempt=attempt, user=request.user, rated=form.rated())
            return redirect("interviews:feedback", attempt.pk)
        except DomainError as error:
            form.add_error(None, str(error))
    context = {"attempt": attempt, "form": form, "result": selectors.result_of(attempt)}
    return render(request, "interviews/rubric.html", context)


@require_GET
@roles_required(Role.STUDENT)
def compare(request: ActorRequest) -> HttpResponse:
    finished = Attempt.objects.visible_to(request.actor).filter(stage=Stage.FINISHED)
    asked = [value for value in request.GET.getlist("attempt") if value.isdecimal()][:2]
    rows = finished.filter(pk__in=asked).prefetch_related("answers", "ratings__by")
    if len(rows) != 2:
        return render(request, "interviews/compare.html", {"choices": finished})
    earlier, later = sorted(map(selectors.result_of, rows), key=lambda one: one.attempt.started_at)
    deltas, pairs = selectors.compare(earlier, later)
    context = {"earlier": earlier, "later": later, "deltas": deltas, "pairs": pairs}
    return render(request, "interviews/compare.html", context | {"choices": finished})
