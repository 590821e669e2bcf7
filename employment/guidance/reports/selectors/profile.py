"""The profile of one student as facts: what is claimed, and which row proves it."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from django.utils import timezone

from employment.guidance.reports.rules.content import Evidence
from employment.guidance.reports.rules.facts import (
    NeedFact,
    PaperFact,
    ProfileFact,
    RecordFact,
    SkillFact,
)
from employment.guidance.reports.selectors.names import named, plain
from employment.matches.adapters.lexicon import skill_mentions
from employment.students.models import (
    Certificate,
    Experience,
    LanguageScore,
    SkillClaim,
    StudentProfile,
)
from employment.students.strength import strength_of
from employment.taxonomy.models import Skill

DAYS_A_MONTH = 30.4
LONGEST_TEXT = 160
Shown = Mapping[str, Sequence[Evidence]]


def profile_fact(student: StudentProfile, needs: Sequence[NeedFact]) -> ProfileFact:
    """``student`` comes from ``with_profile``; ``needs`` say how often a skill is asked for."""
    asked = {need.code: need.asked for need in needs}
    records = [record_fact(row) for row in student.experiences.all()]
    mentions = {row.pk: mentioned(row) for row in student.experiences.all()}
    names = Skill.objects.in_bulk({code for codes in mentions.values() for code in codes})
    shown = shown_in(student.experiences.all(), mentions)
    strength = strength_of(student)
    gaps = [part for part in strength.parts if not part.is_done]
    gaps.sort(key=lambda part: -part.points * (1 - part.share))
    intention = getattr(student, "intention", None)
    return ProfileFact(
        id=student.pk,
        updated_on=timezone.localdate(student.updated_at),
        university=student.university.name,
        college=student.college.name if student.college else "",
        degree=student.degree,
        major=major_name(student),
        cohort=student.cohort,
        titles=tuple(intention.titles) if intention else (),
        regions=tuple(named(row) for row in intention.regions.all()) if intention else (),
        pay_floor=intention.pay_floor if intention else None,
        further_study=intention.further_study if intention else "",
        skills=tuple(skill_fact(row, shown, asked) for row in student.skills.all()),
        records=tuple(with_skills(record, mentions[record.id], names) for record in records),
        papers=papers(student, asked),
        percent=strength.percent,
        missing=tuple(part.name for part in gaps),
    )


def major_name(student: StudentProfile) -> Mapping[str, str] | None:
    if student.major:
        return named(student.major)
    return plain(student.major_text) if student.major_text else None


def mentioned(row: Experience) -> tuple[str, ...]:
    return tuple(code for code, _sentence in skill_mentions(f"{row.title}。{row.description}"))


def shown_in(rows: Iterable[Experience], mentions: Mapping[int, Sequence[str]]) -> Shown:
    """Skill → the experiences whose text names it."""
    found: dict[str, list[Evidence]] = defaultdict(list)
    for row in rows:
        for code in mentions[row.pk]:
            found[code].append(Evidence("experience", row.pk, row.title))
    return found


def skill_fact(row: SkillClaim, shown: Shown, asked: Mapping[str, int]) -> SkillFact:
    code = row.skill_id or ""
    proof = [Evidence("skills", row.pk, row.evidence)] if row.evidence else []
    proof += shown.get(code, ())
    return SkillFact(
        id=row.pk,
        code=code,
        name=plain(row.name),
        level=row.level,
        shown=tuple(proof),
        asked=asked.get(code or row.name.casefold(), 0),
    )


def record_fact(row: Experience) -> RecordFact:
    return RecordFact(
        id=row.pk,
        kind=row.kind,
        title=row.title,
        organisation=row.organisation,
        months=months_between(row.start, row.end),
        text=row.description[:LONGEST_TEXT],
    )


def with_skills(record: RecordFact, codes: Sequence[str], names: Mapping[str, Skill]) -> RecordFact:
    found = tuple(named(names[code]) for code in codes if code in names)
    return RecordFact(
        record.id,
        record.kind,
        record.title,
        record.organisation,
        record.months,
        found,
        record.text,
    )


def months_between(start: dt.date | None, end: dt.date | None) -> int | None:
    if start is None or end is None:
        return None
    return max(1, round((end - start).days / DAYS_A_MONTH))


def papers(student: StudentProfile, asked: Mapping[str, int]) -> tuple[PaperFact, ...]:
    certificates: Sequence[Certificate] = list(student.certificates.all())
    languages: Sequence[LanguageScore] = list(student.languages.all())
    return (
        *(
            PaperFact(
                "certificates", row.pk, row.name, asked=asked.get(row.skill_id or row.name, 0)
            )
            for row in certificates
        ),
        *(
            PaperFact(
                "languages", row.pk, row.name, row.score, asked.get(row.skill_id or row.name, 0)
            )
            for row in languages
        ),
    )
