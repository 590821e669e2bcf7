"""What a student misses for an occupation, each with its weight and ways to get it."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.db.models import QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from employment.guidance.pathways.models import Course
from employment.guidance.pathways.rules.distance import missing
from employment.guidance.pathways.selectors.facts import present_facts
from employment.guidance.pathways.selectors.people import Person, person_of
from employment.postings.models import Posting, PostingRequirement
from employment.students.enums import JobType
from employment.students.models import StudentProfile
from employment.taxonomy.enums import SkillKind
from employment.taxonomy.models import Occupation, Skill

MOST_COURSES = 2


@dataclass(frozen=True, slots=True)
class GapAction:
    """``kind``: course, certificate, internship or project."""

    kind: str
    title: str
    url: str


@dataclass(frozen=True, slots=True)
class Gap:
    """``size``: the missing part, 0.5 or 1. ``share`` of the ``n`` postings name the skill."""

    skill: Skill
    size: float
    share: float
    n: int
    actions: tuple[GapAction, ...] = ()

    @property
    def weight(self) -> float:
        return self.size * self.share


def gaps(
    student: StudentProfile, occupation: Occupation, *, person: Person | None = None
) -> list[Gap]:
    """Heaviest first; empty where the occupation has too few postings to say."""
    facts = present_facts()
    demand = facts.occupations.get(occupation.pk)
    if demand is None:
        return []
    rows = missing((person or person_of(student)).levels, facts.shares(demand))
    skills = Skill.objects.in_bulk([row.skill for row in rows])
    courses = courses_by_skill(student, skills)
    internships = internships_by_skill(student, skills)
    return [
        Gap(
            skill=skills[row.skill],
            size=row.size,
            share=row.share,
            n=demand.n,
            actions=ways(skills[row.skill], occupation, courses[row.skill], internships[row.skill]),
        )
        for row in rows
        if row.skill in skills
    ]


def ways(
    skill: Skill, occupation: Occupation, courses: Sequence[Course], internships: int
) -> tuple[GapAction, ...]:
    here = reverse("pathways:courses", args=[occupation.pk])
    found = [GapAction("course", course.name, here) for course in courses[:MOST_COURSES]]
    if skill.kind in (SkillKind.CERTIFICATE, SkillKind.LANGUAGE):
        url = reverse("students:profile")
        found.append(GapAction("certificate", _("Take the examination"), url))
    if internships:
        text = ngettext("%(n)s internship asks for it", "%(n)s internships ask for it", internships)
        url = reverse("pathways:internships", args=[occupation.pk])
        found.append(GapAction("internship", text % {"n": internships}, f"{url}?skill={skill.pk}"))
    if not found:
        url = reverse("students:profile")
        found.append(GapAction("project", _("A project of your own that shows it"), url))
    return tuple(found)


def courses_by_skill(
    student: StudentProfile, skills: Iterable[str]
) -> Mapping[str, Sequence[Course]]:
    wanted = set(skills)
    rows = Course.objects.offered().filter(university=student.university_id, skills__in=wanted)
    found: dict[str, list[Course]] = defaultdict(list)
    for course in rows.distinct().prefetch_related("skills"):
        for skill in course.skills.all():
            if skill.pk in wanted:
                found[skill.pk].append(course)
    return found


def internships_by_skill(student: StudentProfile, skills: Iterable[str]) -> Mapping[str, int]:
    """Open internships the student sees, by each skill they name."""
    found: dict[str, int] = defaultdict(int)
    open_rows = open_internships(student).values("pk")
    rows = PostingRequirement.objects.filter(posting__in=open_rows, codes__overlap=list(skills))
    pairs = {(pk, code) for pk, codes in rows.values_list("posting_id", "codes") for code in codes}
    for _pk, code in pairs:
        found[code] += 1
    return found


def open_internships(student: StudentProfile) -> QuerySet[Posting]:
    rows = Posting.objects.open(timezone.localdate()).for_audience(student.university_id)
    return rows.filter(kind=JobType.INTERNSHIP)
