"""A student's plan as staff see it, tasks they suggest, and what became of the advice."""

import datetime as dt

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from employment.accounts.enums import OFFICE_ROLES, UNIVERSITY_STAFF
from employment.accounts.http import ActorRequest, roles_required
from employment.common.errors import DomainError
from employment.guidance.plans import presenters
from employment.guidance.plans.forms import SuggestionForm
from employment.guidance.plans.selectors.worked import what_worked
from employment.guidance.plans.services.tasks import suggest_task
from employment.students.models import StudentProfile

WEEKS = 8


@require_http_methods(["GET", "POST"])
@roles_required(*UNIVERSITY_STAFF)
def student(request: ActorRequest, student_id: int) -> HttpResponse:
    rows = StudentProfile.objects.visible_to(request.actor).with_profile()
    found = get_object_or_404(rows, pk=student_id)
    form = SuggestionForm(request.POST or None)
    if form.is_valid():
        try:
            suggest_task(student=found, by=request.user, **form.cleaned_data)
            messages.success(request, _("Suggested. The student decides."))
        except DomainError as error:
            messages.error(request, str(error))
        return redirect("plans:student", found.pk)
    context = presenters.plan_context(found, today=timezone.localdate()) | {"form": form}
    return render(request, "plans/student.html", context)


@require_GET
@roles_required(*OFFICE_ROLES)
def worked(request: ActorRequest) -> HttpResponse:
    today = timezone.localdate()
    monday = today - dt.timedelta(today.weekday())
    weeks = [monday - dt.timedelta(7 * n) for n in range(WEEKS)]
    wanted = request.GET.get("week", "")
    since = next((week for week in weeks if week.isoformat() == wanted), weeks[0])
    university = request.actor.university_id or 0
    rows = what_worked(university, since=since, until=since + dt.timedelta(7))
    return render(request, "plans/worked.html", {"rows": rows, "weeks": weeks, "since": since})
