"""The engine's vocabulary: frozen values with opaque integer ids.

No field here may carry gender, ethnicity, birthplace, hardship, disability, photo or name:
what is absent from these types cannot influence a match.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum, StrEnum
from typing import Literal, Protocol

import numpy as np
from numpy.typing import NDArray

Vectors = NDArray[np.float32]
TextKind = Literal["query", "document"]


class Degree(IntEnum):
    """Rank of a degree; a higher rank satisfies a lower floor."""

    HIGH_SCHOOL = 10
    SECONDARY_VOCATIONAL = 15
    JUNIOR_COLLEGE = 30
    BACHELOR = 40
    MASTER = 50
    DOCTOR = 60


class RequirementKind(StrEnum):
    DEGREE = "degree"
    MAJOR = "major"
    SKILL = "skill"
    EXPERIENCE = "experience"
    CERTIFICATE = "certificate"
    LANGUAGE = "language"
    COHORT = "cohort"


class Strength(StrEnum):
    MUST = "must"
    PREFERRED = "preferred"


@dataclass(frozen=True, slots=True)
class Requirement:
    """One condition of a posting with the sentence it was read from.

    ``codes`` are alternatives, any one of them satisfies: skill or certificate ids, language ids,
    major codes (2 digits a discipline, 4 a class, 6 a major), graduation years. ``minimum`` is a
    degree rank, a number of years or a skill level (1–4), by kind. ``hard`` conditions exclude a
    candidate who is known to lack them. ``start``/``end`` locate ``sentence`` in the posting's
    text (0, 0 when a person wrote it).
    """

    kind: RequirementKind
    strength: Strength
    label: str
    codes: tuple[str, ...] = ()
    minimum: float | None = None
    related: bool = False
    hard: bool = False
    sentence: str = ""
    start: int = 0
    end: int = 0


class Outcome(StrEnum):
    SATISFIED = "satisfied"
    MISSING = "missing"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Evidence:
    """Where a statement about a candidate comes from: a source slug and the text itself."""

    source: str
    text: str


@dataclass(frozen=True, slots=True)
class Check:
    """A requirement held against a candidate. ``reachable``: missing, yet can be had in time."""

    requirement: Requirement
    outcome: Outcome
    evidence: tuple[Evidence, ...] = ()
    reachable: bool = False


@dataclass(frozen=True, slots=True)
class SkillRecord:
    """A skill a candidate shows. ``level`` 1–4, 0 when not stated; ``year`` of the latest use."""

    skill: str
    level: int = 0
    source: str = "claim"
    text: str = ""
    year: int | None = None


@dataclass(frozen=True, slots=True)
class ExperienceRecord:
    """A project, internship or job in the candidate's words; ``months`` is its length."""

    title: str
    text: str
    source: str
    months: float = 0.0
    year: int | None = None


@dataclass(frozen=True, slots=True)
class Candidate:
    """What the engine may know about a student. ``audience`` is only held against a vacancy's.

    ``trade``: skills of a trade, no traits, that stand for the wish of who states none.
    """

    id: int
    audience: int | None = None
    degree: int | None = None
    majors: tuple[str, ...] = ()
    major_name: str = ""
    cohort: int | None = None
    experience_years: float | None = None
    skills: tuple[SkillRecord, ...] = ()
    certificates: tuple[SkillRecord, ...] = ()
    languages: tuple[SkillRecord, ...] = ()
    courses: tuple[str, ...] = ()
    experiences: tuple[ExperienceRecord, ...] = ()
    summary: str = ""
    target_titles: tuple[str, ...] = ()
    target_occupations: tuple[str, ...] = ()
    trade: tuple[str, ...] = ()
    regions: tuple[str, ...] = ()
    regions_hard: bool = False
    industries: tuple[str, ...] = ()
    pay_floor: int | None = None
    pay_hard: bool = False
    kinds: tuple[str, ...] = ()
    kinds_hard: bool = False


@dataclass(frozen=True, slots=True)
class Vacancy:
    """What the engine may know about a posting. ``regions`` are six-digit codes; pay is monthly."""

    id: int
    title: str
    description: str = ""
    duties: str = ""
    requirements: tuple[Requirement, ...] = ()
    occupations: tuple[str, ...] = ()
    regions: tuple[str, ...] = ()
    industries: tuple[str, ...] = ()
    pay_min: int | None = None
    pay_max: int | None = None
    kind: str = ""
    seats: int | None = None
    audience: int | None = None


@dataclass(frozen=True, slots=True)
class CriterionScore:
    """One part of a score: ``value`` in 0–1, ``points`` its share of the total (0–100).

    ``known`` is False when one side says nothing about it: the part then widens the band instead
    of lowering the score.
    """

    name: str
    value: float
    weight: float
    points: float
    known: bool = True
    evidence: tuple[tuple[Evidence, Evidence], ...] = ()


@dataclass(frozen=True, slots=True)
class MatchScore:
    """The whole judgement of an eligible pair; ``total`` is the sum of the parts' points."""

    candidate: int
    vacancy: int
    total: float
    coverage: float
    criteria: tuple[CriterionScore, ...]
    checks: tuple[Check, ...]
    one_step_short: bool = False
    informative: bool = True


class Encoder(Protocol):
    """Turn texts into unit vectors, one float32 row per text, in order.

    ``name`` identifies package version and weights: vectors of different names are never compared.
    """

    @property
    def name(self) -> str: ...

    @property
    def dim(self) -> int: ...

    def encode(self, texts: Sequence[str], kind: TextKind) -> Vectors: ...
