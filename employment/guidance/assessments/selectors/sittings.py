"""The assessments a student finds, the items of a sitting and how far it is."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Count, Q

from employment.guidance.assessments.enums import Kind
from employment.guidance.assessments.library import instruments
from employment.guidance.assessments.models import Result, Sitting
from employment.guidance.assessments.rules.instruments import Instrument, Item, Text
from employment.postings.models import PostingRequirement
from employment.postings.models.requirements import RequirementKind
from employment.students.models import StudentProfile
from employment.taxonomy.models import Occupation, Skill

OWN, TARGET = "own", "target"
MOST_SKILLS = 15


@dataclass(frozen=True, slots=True)
class Offer:
    """``answered`` of the open sitting; ``results`` newest first."""

    instrument: Instrument
    open_sitting: Sitting | None
    answered: int
    results: Sequence[Result]

    @property
    def total(self) -> int:
        return len(self.open_sitting.items) if self.open_sitting else len(self.instrument.items)


def catalogue(student: StudentProfile) -> list[Offer]:
    sittings = Sitting.objects.filter(student=student, finished_at=None)
    opened = {one.instrument: one for one in sittings.annotate(answered=Count("answers"))}
    results = list(Result.objects.filter(student=student))
    return [
        Offer(
            instrument,
            opened.get(code),
            getattr(opened.get(code), "answered", 0),
            [one for one in results if one.instrument == code],
        )
        for code, instrument in instruments().items()
    ]


def home_card(student: StudentProfile) -> Offer | None:
    """The assessment the student left last, for the first screen."""
    opened = Sitting.objects.filter(student=student, finished_at=None)
    sitting = opened.annotate(answered=Count("answers")).order_by("-started_at").first()
    if sitting is None or sitting.instrument not in instruments():
        return None
    return Offer(instruments()[sitting.instrument], sitting, sitting.answered, ())


def items_of(sitting: Sitting) -> list[Item]:
    """In the order shown. Items that left the instrument since are left out."""
    instrument = instruments()[sitting.instrument]
    if instrument.kind is not Kind.SKILLS:
        return [instrument.items[code] for code in sitting.items if code in instrument.items]
    keys = {code: code.partition("/")[2] for code in sitting.items}
    known = Skill.objects.in_bulk(set(keys.values()))
    return [
        Item(code, code.partition("/")[0], _skill_text(known.get(key), key))
        for code, key in keys.items()
    ]


def skill_codes(student: StudentProfile, occupation: str) -> list[str]:
    """Items of the skills self-check: claimed skills, then what the occupation asks for most."""
    claims = student.skills.order_by("-level", "id")[:MOST_SKILLS]
    own = [claim.skill_id or claim.name for claim in claims]
    asked = [skill for skill in asked_skills(occupation) if skill not in own]
    return [f"{OWN}/{one}" for one in own] + [f"{TARGET}/{one}" for one in asked]


def claimed_evidence(student: StudentProfile, item: str) -> str:
    """What the profile names as proof of the skill of an item."""
    key = item.partition("/")[2]
    claims = student.skills.filter(Q(skill=key) | Q(name=key)).exclude(evidence="")
    return claims.values_list("evidence", flat=True).first() or ""


def intended_occupation(student: StudentProfile) -> Occupation | None:
    intention = getattr(student, "intention", None)
    return intention.occupations.order_by("code").first() if intention else None


def asked_skills(occupation: str) -> list[str]:
    """Ids of skills named most by postings of the occupation, else those of the lexicon."""
    if not occupation:
        return []
    rows = PostingRequirement.objects.filter(
        kind=RequirementKind.SKILL, posting__occupation_id=occupation
    )
    counts: dict[str, int] = {}
    for codes in rows.values_list("codes", flat=True):
        for code in codes:
            counts[code] = counts.get(code, 0) + 1
    ranked = sorted(counts, key=lambda code: (-counts[code], code))
    lexicon = Skill.objects.filter(occupations=occupation).order_by("id")
    wanted = [*ranked, *(pk for pk in lexicon.values_list("pk", flat=True) if pk not in counts)]
    return [pk for pk in wanted if len(pk) <= 70][:MOST_SKILLS]


def _skill_text(skill: Skill | None, key: str) -> Text:
    return Text(skill.name, skill.name_en or skill.name) if skill else Text(key, key)
