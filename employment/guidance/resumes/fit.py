"""How a resume meets one posting, skill by skill. Nothing is ever advised to be claimed that the
profile does not prove: what is neither shown nor proven comes back as something to learn.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from employment.guidance.resumes.content import ResumeContent
from employment.guidance.resumes.rules.findings import Place, texts
from matching.lexicon import Lexicon
from matching.types import Requirement, RequirementKind, Strength

FOUND_BY_NAME = frozenset(
    {RequirementKind.SKILL, RequirementKind.CERTIFICATE, RequirementKind.LANGUAGE}
)


class State(StrEnum):
    SHOWN = "shown"
    PROVEN = "proven"  # by the profile, but not in the resume
    TO_LEARN = "to_learn"


@dataclass(frozen=True, slots=True)
class Shown:
    """Where the resume names the skill, and the line that does."""

    place: Place
    quote: str


@dataclass(frozen=True, slots=True)
class SkillFit:
    """``codes`` are alternatives. ``evidence`` is the profile's, ``add`` the code it proves: only
    a proven one has them, and only what is in them may be added to the resume."""

    requirement: Requirement
    state: State
    shown: Shown | None = None
    add: str = ""
    evidence: str = ""

    @property
    def is_must(self) -> bool:
        return self.requirement.strength is Strength.MUST


@dataclass(frozen=True, slots=True)
class Fit:
    """``rows`` as the posting names them, musts first."""

    rows: tuple[SkillFit, ...]

    def of(self, state: State) -> tuple[SkillFit, ...]:
        return tuple(row for row in self.rows if row.state is state)

    @property
    def shown(self) -> tuple[SkillFit, ...]:
        return self.of(State.SHOWN)

    @property
    def proven(self) -> tuple[SkillFit, ...]:
        return self.of(State.PROVEN)

    @property
    def to_learn(self) -> tuple[SkillFit, ...]:
        return self.of(State.TO_LEARN)

    @property
    def score(self) -> int | None:
        """Shown of all in percent, a must counting twice; ``None`` where nothing is asked for."""
        weights = [2 if row.is_must else 1 for row in self.rows]
        earned = sum(w for w, r in zip(weights, self.rows, strict=True) if r.state is State.SHOWN)
        return round(100 * earned / sum(weights)) if weights else None


def fit_to_posting(
    content: ResumeContent,
    requirements: Sequence[Requirement],
    profile_evidence: Mapping[str, str],
    *,
    lexicon: Lexicon,
) -> Fit:
    """``profile_evidence`` maps a skill id of the lexicon to what proves it in the student's
    profile, not in the resume (an empty text proves nothing)."""
    shown = skills_shown(content, lexicon)
    rows = [
        _fit_one(requirement, shown, profile_evidence)
        for requirement in requirements
        if requirement.kind in FOUND_BY_NAME and requirement.codes
    ]
    return Fit(tuple(sorted(rows, key=lambda row: not row.is_must)))


def skills_shown(content: ResumeContent, lexicon: Lexicon) -> dict[str, Shown]:
    """Skill id → the best place that names it: a line about something done before a bare list."""
    found: dict[str, Shown] = {}
    for place, text in sorted(_told(content), key=lambda one: one[0].line < 0):
        for span in lexicon.find(text):
            found.setdefault(span.skill.id, Shown(place, text))
    return found


def _told(content: ResumeContent) -> Iterator[tuple[Place, str]]:
    """Not the aim: a wished position shows no skill."""
    return ((p, t) for p, t in texts(content) if p.section not in {"contact", "target"})


def _fit_one(
    requirement: Requirement, shown: Mapping[str, Shown], evidence: Mapping[str, str]
) -> SkillFit:
    named = next((shown[code] for code in requirement.codes if code in shown), None)
    if named:
        return SkillFit(requirement, State.SHOWN, named)
    for code in requirement.codes:
        if proof := evidence.get(code, "").strip():
            return SkillFit(requirement, State.PROVEN, add=code, evidence=proof)
    return SkillFit(requirement, State.TO_LEARN)
