"""What a report is composed from: plain values, read from the rows by the selectors."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from employment.guidance.reports.rules.content import Evidence, Named

SPARSE = 40  # per cent of the profile below which a report says little


@dataclass(frozen=True, slots=True)
class SkillFact:
    """A claimed skill. ``shown``: rows that prove it; ``asked``: matched postings that name it."""

    id: int
    code: str
    name: Named
    level: int
    shown: tuple[Evidence, ...] = ()
    asked: int = 0


@dataclass(frozen=True, slots=True)
class RecordFact:
    """An experience. ``skills``: names of skills its text shows; ``months`` None when undated."""

    id: int
    kind: str
    title: str
    organisation: str = ""
    months: int | None = None
    skills: tuple[Named, ...] = ()
    text: str = ""


@dataclass(frozen=True, slots=True)
class PaperFact:
    """A certificate or a language with its score. ``asked``: matched postings that name it."""

    kind: str
    id: int
    name: str
    score: str = ""
    asked: int = 0


@dataclass(frozen=True, slots=True)
class GradeFact:
    id: int
    course: str
    score: float
    term: str


@dataclass(frozen=True, slots=True)
class ProfileFact:
    """``missing``: parts of the profile that are not filled in, most worth first."""

    id: int
    updated_on: dt.date
    university: str
    college: str = ""
    degree: int | None = None
    major: Named | None = None
    cohort: int | None = None
    titles: tuple[str, ...] = ()
    regions: tuple[Named, ...] = ()
    pay_floor: int | None = None
    further_study: str = ""
    skills: tuple[SkillFact, ...] = ()
    records: tuple[RecordFact, ...] = ()
    papers: tuple[PaperFact, ...] = ()
    percent: int = 0
    missing: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ScaleFact:
    """A scale's score, 0 to 1, of a finished assessment."""

    code: str
    name: Named
    score: float


@dataclass(frozen=True, slots=True)
class ResultFact:
    id: int
    instrument: str
    name: Named
    on: dt.date
    scales: tuple[ScaleFact, ...]
    flagged: bool = False


@dataclass(frozen=True, slots=True)
class NeedFact:
    """A requirement over all matched postings; ``posting`` is the best of those that name it."""

    kind: str
    code: str
    label: Named
    asked: int
    met: int
    missing: int
    unknown: int
    posting: Evidence


@dataclass(frozen=True, slots=True)
class OpeningFact:
    """A matched posting near the top of the list."""

    id: int
    title: str
    employer: str
    band: str
    deadline: dt.date | None = None
    applied: bool = False


@dataclass(frozen=True, slots=True)
class MatchFact:
    n: int
    bands: Mapping[str, int]
    coverage: float
    computed_on: dt.date
    engine: str
    needs: tuple[NeedFact, ...] = ()
    openings: tuple[OpeningFact, ...] = ()


@dataclass(frozen=True, slots=True)
class PartFact:
    """A part of a fit in whole points; ``guidance``: rests on assessments or grades."""

    kind: str
    points: int
    maximum: int
    known: bool
    n: int
    guidance: bool = False


@dataclass(frozen=True, slots=True)
class WayFact:
    """A way to close a gap; ``title`` names a course, ``skill`` what an internship asks for."""

    kind: str
    title: str = ""
    occupation: str = ""
    skill: str = ""


@dataclass(frozen=True, slots=True)
class GapFact:
    """``size``: the missing part, 0 to 1. ``share`` of ``n`` postings of the occupation ask."""

    code: str
    name: Named
    size: float
    share: float
    n: int
    ways: tuple[WayFact, ...] = ()


@dataclass(frozen=True, slots=True)
class TargetFact:
    code: str
    name: Named
    region: Named | None
    chosen_by: str
    parts: tuple[PartFact, ...]
    gaps: tuple[GapFact, ...] = ()

    @property
    def total(self) -> int:
        return sum(part.points for part in self.parts)


@dataclass(frozen=True, slots=True)
class PlaceFact:
    """``n`` None: too few to be counted."""

    code: str
    name: Named
    n: int | None
    p50: float | None = None
    pay_n: int = 0


@dataclass(frozen=True, slots=True)
class MarketFact:
    """Postings that name the major within the period. ``change`` a month as a share."""

    code: str
    name: Named
    n: int | None
    start: dt.date | None = None
    end: dt.date | None = None
    p25: float | None = None
    p50: float | None = None
    p75: float | None = None
    pay_n: int = 0
    change: float | None = None
    months: int = 0
    internships: int = 0
    places: tuple[PlaceFact, ...] = ()


@dataclass(frozen=True, slots=True)
class PlanFact:
    """What the student still has to do: an open task in the student's own words, or a milestone
    of the roadmap, with its day where it has one. ``key``: the task's id, the milestone's code."""

    kind: str
    key: str
    title: str | Named
    due: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Facts:
    """All that one report may say. ``agreed``: to guidance; without it there are no results and
    no grades here. ``matching``: agreed to be matched."""

    on: dt.date
    profile: ProfileFact
    agreed: bool = False
    matching: bool = False
    results: tuple[ResultFact, ...] = ()
    grades: tuple[GradeFact, ...] = ()
    matches: MatchFact | None = None
    targets: tuple[TargetFact, ...] = ()
    market: MarketFact | None = None
    plan: tuple[PlanFact, ...] = ()


def is_sparse(facts: Facts) -> bool:
    return facts.profile.percent < SPARSE
