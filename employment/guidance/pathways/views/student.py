"""A student's directions: what is near, what is missing, and ways to get there."""

from collections.abc import Sequence

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_GET, require_POST

from employment.accounts.enums import Role
from employment.accounts.http import ActorRequest, roles_required
from employment.common.errors import DomainError
from employment.guidance.pathways import presenters, selectors
from employment.guidance.pathways.forms import CompareForm, OccupationForm, RegionForm
from employment.guidance.pathways.selectors.facts import present_facts
from employment.guidance.pathways.selectors.people import Person, person_of
from employment.guidance.pathways.selectors.reach import directions as majors_near
from employment.guidance.pathways.selectors.reach import neighbours, reachable
from employment.guidance.pathways.services.fit import occupation_fit
from employment.guidance.pathways.services.targets import choose_target, drop_target
from employment.students.models import StudentProfile
from employment.taxonomy.models import Occupation, Region

FEW_NEIGHBOURS = 5


def own_student(request: ActorRequest) -> StudentProfile:
    return get_object_or_404(StudentProfile.objects.visible_to(request.actor))


def occupation_or_404(code: str) -> Occupation:
    return get_object_or_404(Occupation.objects.details(), pk=code)


@require_GET
@roles_required(Role.STUDENT)
def overview(request: ActorRequest) -> HttpResponse:
    person = person_of(own_student(request))
    search = OccupationForm(request.GET or None)
    if search.is_bound and search.is_valid():
        return redirect("pathways:occupation", search.cleaned_data["occupation"].pk)
    chosen = selectors.targets(person.student)
    cards = [
        (one, occupation_fit(person.student, one.occupation, one.region, person=person))
        for one in chosen
    ]
    context = {
        "search": search,
        "cards": cards,
        "found": reachable(person),
        "facts": present_facts(),
        "has_skills": bool(person.levels),
        "pinned": {one.occupation.pk for one in chosen},
    }
    return render(request, "pathways/overview.html", context)


@require_GET
@roles_required(Role.STUDENT)
def occupation(request: ActorRequest, code: str) -> HttpResponse:
    person, row = person_of(own_student(request)), occupation_or_404(code)
    form = RegionForm(request.GET or None)
    region = wanted_region(person, row, form)
    fit = occupation_fit(person.student, row, region, person=person)
    gaps = selectors.gaps(person.student, row, person=person)
    facts = present_facts()
    demand = facts.occupations.get(row.pk)
    context = {
        "occupation": row,
        "region": region,
        "form": form if form.is_bound else RegionForm(initial={"region": region}),
        "fit": fit,
        "parts": presenters.part_views(fit),
        "stack": presenters.stack(fit),
        "gaps": gaps,
        "gap_chart": presenters.gap_chart(gaps) if gaps else None,
        "demand": demand,
        "month_chart": presenters.month_chart(demand) if demand else None,
        "pay": presenters.pay_words(demand.pay) if demand else "",
        "facts": facts,
        "near": neighbours(row, person, limit=FEW_NEIGHBOURS),
        "target": pinned(person, row),
    }
    return render(request, "pathways/occupation.html", context)


def pinned(person: Person, occupation: Occupation) -> "selectors.Target | None":
    rows = selectors.targets(person.student)
    return next((one for one in rows if one.occupation == occupation), None)


def wanted_region(person: Person, occupation: Occupation, form: RegionForm) -> Region | None:
    """The one asked for, else that of the target, else the first of the intention."""
    if form.is_bound:
        return form.chosen()
    target = pinned(person, occupation)
    if target and target.region:
        return target.region
    return Region.objects.filter(pk__in=person.regions[:1]).first()


@require_GET
@roles_required(Role.STUDENT)
def compare(request: ActorRequest) -> HttpResponse:
    person = person_of(own_student(request))
    chosen = selectors.targets(person.student)
    form = CompareForm(request.GET or None, initial=compare_start(chosen))
    sides = []
    if form.is_bound and form.is_valid():
        region = form.cleaned_data["region"]
        for row in (form.cleaned_data["first"], form.cleaned_data["second"]):
            fit = occupation_fit(person.student, row, region, person=person)
            market = selectors.market(row, [region] if region else [])
            gaps = selectors.gaps(person.student, row, person=person)
            sides.append(
                {
                    "occupation": row,
                    "fit": fit,
                    "stack": presenters.stack(fit),
                    "parts": presenters.part_views(fit),
                    "market": market,
                    "pay": presenters.pay_words(market.pay),
                    "trend": presenters.trend_words(market.trend),
                    "gaps": gaps,
                }
            )
    return render(request, "pathways/compare.html", {"form": form, "sides": sides})


def compare_start(chosen: "Sequence[selectors.Target]") -> dict[str, Occupation]:
    """The first two targets are there already."""
    return dict(zip(("first", "second"), (one.occupation for one in chosen), strict=False))


@require_GET
@roles_required(Role.STUDENT)
def transfer(request: ActorRequest, code: str) -> HttpResponse:
    """Like skills in other industries."""
    person, row = person_of(own_student(request)), occupation_or_404(code)
    found = neighbours(row, person, other_industries=True)
    context = {"occupation": row, "found": found, "facts": present_facts()}
    return render(request, "pathways/transfer.html", context)


@require_GET
@roles_required(Role.STUDENT)
def directions(request: ActorRequest) -> HttpResponse:
    person = person_of(own_student(request))
    context = {
        "found": majors_near(person),
        "facts": present_facts(),
        "has_major": person.student.major_id is not None,
        "has_skills": bool(person.levels),
    }
    return render(request, "pathways/directions.html", context)


@require_POST
@roles_required(Role.STUDENT)
def choose(request: ActorRequest, code: str) -> HttpResponse:
    student, row = own_student(request), occupation_or_404(code)
    form = RegionForm(request.POST)
    try:
        choose_target(student=student, occupation=row, region=form.chosen(), user=request.user)
    except DomainError as error:
        messages.error(request, str(error))
    return redirect("pathways:occupation", row.pk)


@require_POST
@roles_required(Role.STUDENT)
def drop(request: ActorRequest, code: str) -> HttpResponse:
    drop_target(student=own_student(request), occupation=occupation_or_404(code))
    return redirect("pathways:overview")
