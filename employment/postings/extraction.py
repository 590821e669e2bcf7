"""Posting rows through the engine's text rules: what a title and a description say."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from employment.postings.models import Posting
from employment.students.enums import JobType
from employment.taxonomy import selectors
from employment.taxonomy.selectors.rows import kept_per_process
from matching.extraction.audience import FreshCondition
from matching.extraction.degrees import LABELS
from matching.extraction.majors import MajorIndex
from matching.extraction.requirements import Extraction, extract_requirements
from matching.extraction.work_experience import HARD_FROM_YEARS
from matching.lexicon import Lexicon
from matching.normalise.kind import EmploymentKind, read_kind
from matching.types import Degree, Requirement, RequirementKind, Strength

EXTRACTION_VERSION = 3
KINDS = {
    EmploymentKind.FULL_TIME: JobType.FULL_TIME,
    EmploymentKind.CAMPUS: JobType.FULL_TIME,
    EmploymentKind.INTERNSHIP: JobType.INTERNSHIP,
    EmploymentKind.PART_TIME: JobType.PART_TIME,
}
FRESH = {FreshCondition.ONLY: True, FreshCondition.EXCLUDED: False}
MOST_YEARS = 99


@dataclass(frozen=True, slots=True)
class FieldHints:
    """What a source's own columns say about degree and experience, as written there."""

    degree: str = ""
    experience: str = ""


@dataclass(frozen=True, slots=True)
class PostingReading:
    """Values of the readable columns, None where the text says nothing, and the requirements."""

    requirements: tuple[Requirement, ...]
    duties: str
    kind: str
    seats: int | None
    degree_floor: int | None
    experience_min: Decimal | None
    fresh_only: bool | None


@dataclass(frozen=True)
class PostingReader:
    """The reference data of this process; make one for a batch."""

    lexicon: Lexicon
    majors: MajorIndex

    def read(self, posting: Posting, hints: FieldHints) -> PostingReading:
        found = extract_requirements(
            posting.title,
            posting.description,
            lexicon=self.lexicon,
            majors=self.majors,
            degree_field=hints.degree,
            experience_field=hints.experience,
        )
        return _reading_of(posting, found)


def posting_reader() -> PostingReader:
    return PostingReader(posting_lexicon(), posting_major_index())


@kept_per_process
def posting_lexicon() -> Lexicon:
    return Lexicon.from_rows(selectors.skill_rows())


@kept_per_process
def posting_major_index() -> MajorIndex:
    return MajorIndex.from_rows(selectors.major_rows())


def column_requirements(posting: Posting) -> list[Requirement]:
    """The conditions that the columns state by themselves, without a sentence.

    A degree excludes; experience does from the years on from which it does in a text.
    """
    found = []
    if posting.degree_floor is not None:
        found.append(_stated(RequirementKind.DEGREE, float(posting.degree_floor)))
    if posting.experience_min:
        found.append(_stated(RequirementKind.EXPERIENCE, float(posting.experience_min)))
    return found


def label_of_minimum(kind: RequirementKind, minimum: float) -> str:
    """The wording that the text rules use for the same condition."""
    if kind is RequirementKind.DEGREE:
        return LABELS[Degree(int(minimum))]
    return f"{minimum:g}年"


def hints_of(rows: Sequence[tuple[str, float | None]]) -> FieldHints:
    """Hints that say the same as conditions (kind, minimum) that came from a source's columns."""
    written = {
        kind: label_of_minimum(RequirementKind(kind), minimum)
        for kind, minimum in rows
        if minimum is not None
    }
    return FieldHints(
        degree=written.get(RequirementKind.DEGREE, ""),
        experience=written.get(RequirementKind.EXPERIENCE, ""),
    )


def _stated(kind: RequirementKind, minimum: float) -> Requirement:
    return Requirement(
        kind=kind,
        strength=Strength.MUST,
        label=label_of_minimum(kind, minimum),
        minimum=minimum,
        hard=kind is RequirementKind.DEGREE or minimum >= HARD_FROM_YEARS,
    )


def _reading_of(posting: Posting, found: Extraction) -> PostingReading:
    degree = _must(found.requirements, RequirementKind.DEGREE)
    years = _must(found.requirements, RequirementKind.EXPERIENCE)
    return PostingReading(
        requirements=found.requirements,
        duties=found.duties,
        kind=KINDS[read_kind(title=posting.title, text=posting.description).value],
        seats=found.seats,
        degree_floor=None if degree is None else int(degree),
        experience_min=None if years is None else Decimal(str(min(years, MOST_YEARS))),
        fresh_only=FRESH.get(found.fresh) if found.fresh else None,
    )


def _must(requirements: Sequence[Requirement], kind: RequirementKind) -> float | None:
    minimums = [
        item.minimum
        for item in requirements
        if item.kind is kind and item.strength is Strength.MUST and item.minimum is not None
    ]
    return min(minimums, default=None)
