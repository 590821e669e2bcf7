"""A posting's title, text and fields → everything that can be read from them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from matching.extraction.audience import (
    FreshCondition,
    cohort_requirement,
    read_cohorts,
    read_fresh,
    read_seats,
)
from matching.extraction.certificates import with_higher_certificates
from matching.extraction.degrees import notes_full_time, read_degrees
from matching.extraction.headings import Section
from matching.extraction.major_conditions import read_majors
from matching.extraction.majors import MajorIndex
from matching.extraction.protected import ProtectedSpan, find_protected
from matching.extraction.sections import SentenceIndex, split_sentences
from matching.extraction.skills import read_skills
from matching.extraction.work_experience import read_experience_years
from matching.lexicon import Lexicon, SkillSpan
from matching.normalise.degree import read_degree
from matching.normalise.experience import ExperienceReading, read_experience
from matching.normalise.reading import fold
from matching.types import Requirement, RequirementKind, Strength


@dataclass(frozen=True, slots=True)
class Extraction:
    """What a posting says. Offsets are those of the description that was given.

    ``full_time_degree``: 统招/全日制 is asked. ``days_per_week`` and ``months``: attendance of an
    internship. ``duties`` and ``demands`` are the sentences of either kind, one a line.
    """

    requirements: tuple[Requirement, ...] = ()
    seats: int | None = None
    fresh: FreshCondition | None = None
    cohorts: tuple[int, ...] = ()
    full_time_degree: bool = False
    days_per_week: float | None = None
    months: float | None = None
    duties: str = ""
    demands: str = ""
    protected: tuple[ProtectedSpan, ...] = ()


def extract_requirements(
    title: str,
    description: str,
    *,
    lexicon: Lexicon,
    majors: MajorIndex,
    degree_field: str = "",
    experience_field: str = "",
) -> Extraction:
    """Read a posting; ``description`` should have gone through ``normalise.text`` before.

    Requirements come in the order degree, majors, experience, cohort, then skills, certificates
    and languages as the text names them. A requirement read from a field has no sentence.
    """
    index = split_sentences(description)
    sentences = index.sentences
    degree, experience = read_degree(degree_field), read_experience(experience_field)
    cohorts = read_cohorts(title, sentences)
    fresh = read_fresh(title, sentences, field_says_fresh=experience.fresh, cohorts=cohorts)
    fields = read_majors(sentences, majors)
    protected = find_protected(description, fold(description), index)
    taken = [*fields.spans, *((span.start, span.end) for span in protected)]
    spans = [span for span in lexicon.find(description) if not _overlaps(span, taken)]
    requirements = [
        *read_degrees(sentences, degree),
        *fields.requirements,
        *_read_experience(index, experience, fresh),
        *cohort_requirement(cohorts),
        *_merge([*read_skills(spans, index), *_skills_of_title(title, lexicon)], index),
    ]
    return Extraction(
        requirements=tuple(requirements),
        seats=read_seats(degree_field, title, description),
        fresh=fresh,
        cohorts=cohorts.years,
        full_time_degree=notes_full_time(sentences, degree),
        days_per_week=experience.days_per_week,
        months=experience.months,
        duties=index.text_of(Section.DUTIES),
        demands=index.text_of(Section.REQUIREMENTS, Section.PREFERRED),
        protected=protected,
    )


def _read_experience(
    index: SentenceIndex, stated: ExperienceReading, fresh: FreshCondition | None
) -> list[Requirement]:
    if fresh is FreshCondition.ONLY:
        return []
    is_welcome = fresh is FreshCondition.WELCOME
    return read_experience_years(index.sentences, stated, graduates_welcome=is_welcome)


def _overlaps(span: SkillSpan, ranges: Iterable[tuple[int, int]]) -> bool:
    return any(start < span.end and span.start < end for start, end in ranges)


def _skills_of_title(title: str, lexicon: Lexicon) -> list[Requirement]:
    """A tool in the title is what the job is about; other skills there are wished for."""
    return [
        Requirement(
            kind=RequirementKind.SKILL,
            strength=Strength.MUST if span.skill.kind == "tool" else Strength.PREFERRED,
            label=span.skill.name,
            codes=(span.skill.id,),
            sentence=title,
        )
        for span in lexicon.find(title)
        if span.skill.kind in {"tool", "skill"}
    ]


def _merge(found: Iterable[Requirement], index: SentenceIndex) -> list[Requirement]:
    """One requirement per set of alternatives: must before preferred, then the one that a
    sentence of the conditions states, then the higher level.

    A single skill that is asked for on its own is not repeated for being one of a group.
    """
    best: dict[tuple[RequirementKind, frozenset[str]], Requirement] = {}
    for item in found:
        key = item.kind, frozenset(item.codes)
        best[key] = _stronger(best[key], item, index) if key in best else item
    return [with_higher_certificates(item) for item in _drop_wished_twice(list(best.values()))]


def _stronger(one: Requirement, other: Requirement, index: SentenceIndex) -> Requirement:
    if one.strength is not other.strength:
        return one if one.strength is Strength.MUST else other
    if _is_asked(other, index) and not _is_asked(one, index):
        one, other = other, one
    levels = [item.minimum for item in (one, other) if item.minimum]
    return replace(one, minimum=max(levels)) if levels else one


def _is_asked(item: Requirement, index: SentenceIndex) -> bool:
    sentence = index.at(item.start) if item.end else None
    return sentence is not None and sentence.asks


def _drop_wished_twice(items: Sequence[Requirement]) -> list[Requirement]:
    musts = {code for item in items if item.strength is Strength.MUST for code in item.codes}
    return [
        item for item in items if item.strength is Strength.MUST or not musts.issuperset(item.codes)
    ]
