from typing import cast

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET

from employment.accounts.enums import Role
from employment.accounts.http import ActorRequest
from employment.feed import selectors
from employment.students.models import StudentProfile


@login_not_required
@require_GET
def home(request: HttpRequest) -> HttpResponse:
    """The first screen of each role; visitors learn what this is."""
    if not request.user.is_authenticated:
        return render(request, "feed/welcome.html")
    return role_home(cast("ActorRequest", request))


def role_home(request: ActorRequest) -> HttpResponse:
    actor = request.actor
    match actor.role:
        case None:
            return redirect("students:start")
        case Role.STUDENT:
            return student_home(request)
        case Role.RECRUITER:
            return render(request, "feed/employer.html", selectors.employer_home(actor))
        case Role.PLATFORM_ADMIN:
            return render(request, "feed/platform.html", selectors.platform_home())
        case Role.CAREER_OFFICE | Role.COUNSELLOR:
            return render(request, "feed/office.html", selectors.office_home(actor))
        case _:
            return redirect("insights:dashboard")


def student_home(request: ActorRequest) -> HttpResponse:
    rows = StudentProfile.objects.visible_to(request.actor).with_profile()
    student = get_object_or_404(rows)
    context = selectors.student_home(student, today=timezone.localdate())
    return render(request, "feed/student.html", context)
