"""Courses of the own university that close a gap: the best set within a limit of credits."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from employment.guidance.pathways.enums import CourseKind
from employment.guidance.pathways.models import Course
from employment.guidance.pathways.rules.cover import PER_MILLE, CourseOption, Cover, best_cover
from employment.guidance.pathways.rules.distance import missing
from employment.guidance.pathways.selectors.facts import present_facts
from employment.guidance.pathways.selectors.people import Person
from employment.taxonomy.models import Occupation, Skill

FEWEST_MICRO, MOST_MICRO = 3, 10
DEFAULT_CREDITS = 12
MOST_PROGRAMMES = 3


@dataclass(frozen=True, slots=True)
class ChosenCourse:
    course: Course
    adds: tuple[Skill, ...]
    share_of_gap: float
    is_needed: bool


@dataclass(frozen=True, slots=True)
class CoverPlan:
    """``covered`` of the weighted gap, 0 to 1; ``left``: skills that no chosen course teaches."""

    programme: str
    kind: CourseKind
    courses: tuple[ChosenCourse, ...]
    covered: float
    credits: float
    left: tuple[Skill, ...]


@dataclass(frozen=True, slots=True)
class CoverResult:
    """``catalogue``: how many courses the university offers; ``gap``: weight to be covered."""

    single: CoverPlan | None
    programmes: tuple[CoverPlan, ...]
    catalogue: int
    gap: int


def course_cover(
    person: Person, occupation: Occupation, *, limit: float = DEFAULT_CREDITS
) -> CoverResult:
    """The best set of courses, and of each minor or micro-credential the best 3 to 10 courses."""
    weights = gap_weights(person, occupation)
    courses = list(
        Course.objects.offered()
        .filter(university=person.student.university_id)
        .prefetch_related("skills", "prerequisites")
    )
    by_code = {course.code: course for course in courses}
    skills = Skill.objects.in_bulk(list(weights))
    options = [option_of(course) for course in courses]
    best = best_cover(options, weights, limit=limit, done=person.done)
    single = _plan("", CourseKind.COURSE, best, weights, by_code, skills)
    return CoverResult(
        single=single if single.courses else None,
        programmes=tuple(_programmes(courses, weights, limit, person, by_code, skills)),
        catalogue=len(courses),
        gap=sum(weights.values()),
    )


def gap_weights(person: Person, occupation: Occupation) -> dict[str, int]:
    facts = present_facts()
    demand = facts.occupations.get(occupation.pk)
    if demand is None:
        return {}
    rows = missing(person.levels, facts.shares(demand))
    return {row.skill: round(row.weight * PER_MILLE) for row in rows}


def option_of(course: Course) -> CourseOption:
    return CourseOption(
        course.code,
        float(course.credits),
        frozenset(skill.pk for skill in course.skills.all()),
        frozenset(row.code for row in course.prerequisites.all()),
    )


def _programmes(
    courses: Sequence[Course],
    weights: Mapping[str, int],
    limit: float,
    person: Person,
    by_code: Mapping[str, Course],
    skills: Mapping[str, Skill],
) -> list[CoverPlan]:
    groups: dict[tuple[str, str], list[Course]] = defaultdict(list)
    for course in courses:
        if course.programme:
            groups[course.programme, course.kind].append(course)
    plans = []
    for (programme, kind), own in sorted(groups.items()):
        found = best_cover(
            [option_of(course) for course in own],
            weights,
            limit=limit,
            done=person.done,
            fewest=FEWEST_MICRO,
            most=MOST_MICRO,
        )
        if found.weight:
            plans.append(_plan(programme, CourseKind(kind), found, weights, by_code, skills))
    ordered = sorted(plans, key=lambda plan: (-plan.covered, plan.credits, plan.programme))
    return ordered[:MOST_PROGRAMMES]


def _plan(
    programme: str,
    kind: CourseKind,
    cover: Cover,
    weights: Mapping[str, int],
    by_code: Mapping[str, Course],
    skills: Mapping[str, Skill],
) -> CoverPlan:
    total = sum(weights.values()) or 1
    needed = {row.code for code in cover.courses for row in by_code[code].prerequisites.all()}
    got = {skill for added in cover.adds.values() for skill in added}
    return CoverPlan(
        programme=programme,
        kind=kind,
        courses=tuple(
            ChosenCourse(
                by_code[code],
                tuple(skills[skill] for skill in added),
                sum(weights[skill] for skill in added) / total,
                code in needed,
            )
            for code, added in cover.adds.items()
        ),
        covered=cover.weight / total,
        credits=cover.credits,
        left=tuple(skills[skill] for skill in weights if skill not in got and skill in skills),
    )
