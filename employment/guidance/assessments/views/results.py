"""The result of an assessment, for the student and for those it is shown to."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_GET, require_POST

from employment.accounts.enums import OFFICE_ROLES, Role
from employment.accounts.http import ActorRequest, roles_required
from employment.guidance.assessments.models import Result
from employment.guidance.assessments.presenters import result_page
from employment.guidance.assessments.selectors.occupations import intended, suggestions
from employment.guidance.assessments.selectors.quality import qualities
from employment.guidance.assessments.selectors.results import profile_of
from employment.guidance.assessments.services.sittings import share_result
from employment.privacy.enums import Purpose
from employment.privacy.services.consents import has_consent


@require_GET
def result(request: ActorRequest, result_id: int) -> HttpResponse:
    rows = Result.objects.visible_to(request.actor)
    found = get_object_or_404(
        rows.select_related("student__university", "student__user", "sitting"), pk=result_id
    )
    is_own = request.actor.role == Role.STUDENT
    person = profile_of(found) if found.instrument == "interests" else None
    usable = person is not None and found.is_valid
    context = {
        "result": found,
        "page": result_page(found, request.GET.get("norm", ""), is_own=is_own),
        "is_own": is_own,
        "agreed": has_consent(user_id=found.student.user_id, purpose=Purpose.GUIDANCE),
        "suggestions": suggestions(person) if person and usable else [],
        "intended": intended(found.student, person) if person and usable else [],
    }
    return render(request, "assessments/result.html", context)


@require_POST
@roles_required(Role.STUDENT)
def share(request: ActorRequest, result_id: int) -> HttpResponse:
    found = get_object_or_404(Result.objects.visible_to(request.actor), pk=result_id)
    share_result(result=found, shared="share" in request.POST)
    return redirect("assessments:result", found.pk)


@require_GET
@roles_required(*OFFICE_ROLES, Role.PLATFORM_ADMIN)
def quality(request: ActorRequest) -> HttpResponse:
    """Reliability and use of the instruments; no person is shown."""
    return render(request, "assessments/quality.html", {"qualities": qualities()})
