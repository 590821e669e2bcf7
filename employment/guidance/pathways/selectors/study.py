"""Ways to go on studying: when, how well it fits, and how graduates of the own university fared."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Q
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from employment.common.numbers import percent
from employment.guidance.pathways.enums import StudyPath
from employment.guidance.pathways.library import steps
from employment.guidance.pathways.models import AdmissionRecord, PathDate
from employment.guidance.pathways.rules.demand import Demand
from employment.guidance.pathways.rules.study import (
    Openness,
    Rate,
    Step,
    offered_paths,
    openness,
    rate_of,
)
from employment.guidance.pathways.selectors.facts import present_facts
from employment.guidance.pathways.selectors.people import Person
from employment.guidance.pathways.selectors.targets import targets
from employment.students.enums import Degree, ExperienceKind
from employment.students.models import Intention


@dataclass(frozen=True, slots=True)
class Milestone:
    """``checked_on`` None: the pattern of recent years, to be checked."""

    code: str
    title: str
    starts: dt.date
    ends: dt.date | None
    checked_on: dt.date | None
    source: str

    def is_past(self, today: dt.date) -> bool:
        return (self.ends or self.starts) < today


@dataclass(frozen=True, slots=True)
class Reason:
    """``speaks``: for, against or unknown."""

    speaks: str
    text: str


@dataclass(frozen=True, slots=True)
class PathView:
    path: StudyPath
    openness: Openness
    milestones: tuple[Milestone, ...]
    reasons: tuple[Reason, ...]
    own_rate: Rate
    all_rate: Rate
    cohorts: tuple[int, ...]


def study_paths(person: Person) -> list[PathView]:
    """The paths open to the student's degree; none while the degree is not known."""
    return [path_view(person, path) for path in offered_paths(person.student.degree)]


def path_view(person: Person, path: StudyPath) -> PathView:
    student = person.student
    records = AdmissionRecord.objects.filter(
        university=student.university_id, path=path, degree=student.degree or 0
    )
    rows = list(records.values_list("major", "cohort", "tried", "admitted"))
    return PathView(
        path=path,
        openness=openness(path, student.degree),
        milestones=tuple(milestones(person, path)),
        reasons=tuple(reasons(person, path)),
        own_rate=rate_of((row[2], row[3]) for row in rows if row[0] == student.major_id),
        all_rate=rate_of((row[2], row[3]) for row in rows),
        cohorts=tuple(sorted({row[1] for row in rows})),
    )


def milestones(person: Person, path: StudyPath) -> list[Milestone]:
    """In the order of time; the university's date beats the province's, that the shipped one."""
    cohort = person.student.cohort
    if cohort is None:
        return []
    university = person.student.university
    province = f"{university.region_code[:2]}0000" if university.region_code else ""
    rows = PathDate.objects.filter(
        Q(university=university)
        | Q(university=None, region=province or None)
        | Q(university=None, region=None),
        path=path,
        cohort=cohort,
    )
    own = {row.step: row for row in sorted(rows, key=_nearness)}
    found = [_milestone(step, cohort, own.get(step.code)) for step in steps()[path]]
    return sorted(found, key=lambda one: one.starts)


def _nearness(row: PathDate) -> int:
    return 2 if row.university_id else 1 if row.region_id else 0


def _milestone(step: Step, cohort: int, own: PathDate | None) -> Milestone:
    title = step.en if (get_language() or "").startswith("en") else step.zh
    if own is not None:
        return Milestone(step.code, title, own.starts, own.ends, own.checked_on, own.source)
    starts, ends = step.dates(cohort)
    return Milestone(step.code, title, starts, ends, None, "")


def reasons(person: Person, path: StudyPath) -> list[Reason]:
    """What the profile and the postings of the first target say about the path."""
    found = [*_wish(person, path)]
    chosen = targets(person.student)
    demand = present_facts().occupations.get(chosen[0].occupation.pk) if chosen else None
    if demand is not None:
        found += _from_demand(person, path, demand)
    if path == StudyPath.POSTGRADUATE:
        found += _research(person)
    if path == StudyPath.ABROAD:
        found += _languages(person)
    return found


def _wish(person: Person, path: StudyPath) -> list[Reason]:
    wanted = Intention.objects.filter(student=person.student.pk, further_study=path)
    return [Reason("for", _("You named it in your intention."))] if wanted.exists() else []


def _from_demand(person: Person, path: StudyPath, demand: Demand) -> list[Reason]:
    if path in (StudyPath.POSTGRADUATE, StudyPath.UPGRADE):
        wanted = Degree.MASTER if path == StudyPath.POSTGRADUATE else Degree.BACHELOR
        share = _asking_for(demand, wanted)
        text = _("%(share)s of %(n)s postings of your target ask for %(degree)s or higher.")
        values = {"share": percent(share, 0), "n": demand.n, "degree": wanted.label}
        return [Reason("for" if share >= 0.3 else "against", text % values)]
    if path == StudyPath.SECOND_DEGREE and person.majors:
        taken = demand.any_major + max(demand.majors.get(code, 0) for code in person.majors)
        share = min(1.0, taken / demand.n)
        text = _("%(share)s of %(n)s postings of your target take your present major.")
        values = {"share": percent(share, 0), "n": demand.n}
        return [Reason("against" if share >= 0.5 else "for", text % values)]
    return []


def _asking_for(demand: Demand, degree: Degree) -> float:
    asked = sum(n for rank, n in demand.degrees.items() if rank and int(rank) >= degree)
    return asked / demand.n


def _research(person: Person) -> list[Reason]:
    kinds = person.student.experiences.all()
    if any(row.kind == ExperienceKind.RESEARCH for row in kinds):
        return [Reason("for", _("Your profile shows research experience."))]
    return [Reason("unknown", _("Your profile shows no research experience yet."))]


def _languages(person: Person) -> list[Reason]:
    rows: Sequence[object] = list(person.student.languages.all())
    if rows:
        return [Reason("for", _("Your profile has a language score."))]
    return [Reason("unknown", _("Your profile has no language score yet."))]
