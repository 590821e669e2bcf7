"""Ways to a target: courses, internships, places, further study."""

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from employment.accounts.enums import Role
from employment.accounts.http import ActorRequest, roles_required
from employment.guidance.pathways.enums import StudyPath
from employment.guidance.pathways.forms import CreditsForm, InternshipForm
from employment.guidance.pathways.rules.study import offered_paths
from employment.guidance.pathways.selectors.covers import DEFAULT_CREDITS, course_cover
from employment.guidance.pathways.selectors.facts import present_facts
from employment.guidance.pathways.selectors.people import person_of
from employment.guidance.pathways.selectors.practice import internships as practice
from employment.guidance.pathways.selectors.regions import compare_regions
from employment.guidance.pathways.selectors.study import milestones, study_paths
from employment.guidance.pathways.services.calendars import path_calendar
from employment.guidance.pathways.views.student import occupation_or_404, own_student


@require_GET
@roles_required(Role.STUDENT)
def courses(request: ActorRequest, code: str) -> HttpResponse:
    person, row = person_of(own_student(request)), occupation_or_404(code)
    form = CreditsForm(request.GET or None)
    limit = form.limit(DEFAULT_CREDITS)
    context = {
        "occupation": row,
        "form": form if form.is_bound else CreditsForm(initial={"credits": DEFAULT_CREDITS}),
        "limit": limit,
        "result": course_cover(person, row, limit=limit),
        "done": sorted(person.done),
        "may_use_grades": person.may_use_grades,
        "has_facts": row.pk in present_facts().occupations,
    }
    return render(request, "pathways/courses.html", context)


@require_GET
@roles_required(Role.STUDENT)
def internships(request: ActorRequest, code: str) -> HttpResponse:
    person, row = person_of(own_student(request)), occupation_or_404(code)
    form = InternshipForm(request.GET or None)
    wanted = form.wanted() if form.is_bound else {}
    found = practice(person, row, **wanted)
    template = "pathways/internships.html"
    context = {"occupation": row, "form": form, "found": found}
    return render(request, f"{template}#results" if request.htmx else template, context)


@require_GET
@roles_required(Role.STUDENT)
def regions(request: ActorRequest, code: str) -> HttpResponse:
    person, row = person_of(own_student(request)), occupation_or_404(code)
    everywhere = "all" in request.GET
    context = {
        "occupation": row,
        "comparison": compare_regions(person, row, everywhere=everywhere),
        "facts": present_facts(),
        "everywhere": everywhere,
    }
    return render(request, "pathways/regions.html", context)


@require_GET
@roles_required(Role.STUDENT)
def study(request: ActorRequest) -> HttpResponse:
    person = person_of(own_student(request))
    context = {
        "paths": study_paths(person),
        "student": person.student,
        "today": timezone.localdate(),
    }
    return render(request, "pathways/study.html", context)


@require_GET
@roles_required(Role.STUDENT)
def study_calendar(request: ActorRequest, path: str) -> HttpResponse:
    """The steps of one path as a calendar file; paths that are not offered do not exist."""
    person = person_of(own_student(request))
    cohort = person.student.cohort
    if cohort is None or path not in offered_paths(person.student.degree):
        raise Http404
    chosen = StudyPath(path)
    content = path_calendar(chosen, cohort, milestones(person, chosen))
    headers = {"Content-Disposition": f'attachment; filename="{path}.ics"'}
    return HttpResponse(content, content_type="text/calendar; charset=utf-8", headers=headers)
