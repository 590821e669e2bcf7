"""A resume's score and issues. Pure: the same content gives the same judgement.

The score is 100 less what the issues cost, each code up to its most and each part up to its
points (``enums.POINTS``). An issue that is gone can so never lower the score, whatever else
remains: the cost grows with the set of issues and depends on nothing else.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from employment.guidance.resumes.content import ResumeContent
from employment.guidance.resumes.rules import remarks_content, remarks_format, remarks_structure
from employment.guidance.resumes.rules.enums import POINTS, Part, Severity
from employment.guidance.resumes.rules.findings import Finding, Place
from employment.guidance.resumes.rules.periods import find_date_faults
from employment.guidance.resumes.rules.privacy import find_leaks
from employment.guidance.resumes.rules.remarks import Remark
from employment.guidance.resumes.rules.structure import find_structure
from employment.guidance.resumes.rules.typography import find_typography
from employment.guidance.resumes.rules.wording import find_wording

REMARKS = {
    remark.code: remark
    for remark in (
        *remarks_content.REMARKS,
        *remarks_structure.REMARKS,
        *remarks_format.REMARKS,
    )
}
_WORST_FIRST = list(Severity)


@dataclass(frozen=True, slots=True)
class Issue:
    """A finding with its words, which come in the language that is active when they are read."""

    code: str
    place: Place
    quote: str = ""
    detail: str = ""

    @property
    def remark(self) -> Remark:
        return REMARKS[self.code]

    @property
    def part(self) -> Part:
        return self.remark.part

    @property
    def severity(self) -> Severity:
        return self.remark.severity

    @property
    def title(self) -> str:
        return str(self.remark.title)

    @property
    def why(self) -> str:
        return str(self.remark.why).replace("{detail}", self.detail)

    @property
    def fix(self) -> str:
        return str(self.remark.fix).replace("{detail}", self.detail)

    def to_json(self) -> dict[str, Any]:
        return {
            "code": self.code,
            "severity": self.severity.value,
            "place": self.place.to_json(),
            "quote": self.quote,
            "detail": self.detail,
        }


@dataclass(frozen=True, slots=True)
class PartScore:
    part: Part
    points: int
    most: int


@dataclass(frozen=True, slots=True)
class Judgement:
    """``issues`` stand in the order of severity, then of the content."""

    score: int
    parts: tuple[PartScore, ...]
    issues: tuple[Issue, ...]

    def to_json(self) -> dict[str, Any]:
        return {
            "score": self.score,
            "parts": {part.part.value: part.points for part in self.parts},
            "issues": [issue.to_json() for issue in self.issues],
        }


def judge(
    content: ResumeContent, *, language: str, kind: str, asked: frozenset[str] = frozenset()
) -> Judgement:
    """``language`` is zh or en and ``kind`` master or variant, as the resume's; ``asked`` are codes
    of personal data the posting asks for (``political_status``), which are then no issue."""
    found = [
        *find_structure(content, language, kind),
        *find_wording(content, language),
        *find_date_faults(content),
        *find_leaks(content, asked),
        *find_typography(content, language),
    ]
    issues = tuple(sorted(map(_issue, dict.fromkeys(found)), key=_order))
    parts = part_scores(issues)
    return Judgement(sum(part.points for part in parts), parts, issues)


def part_scores(issues: Iterable[Issue]) -> tuple[PartScore, ...]:
    cost = dict.fromkeys(Part, 0)
    for code, times in Counter(issue.code for issue in issues).items():
        remark = REMARKS[code]
        cost[remark.part] += min(remark.most, remark.points * times)
    return tuple(PartScore(part, max(0, POINTS[part] - cost[part]), POINTS[part]) for part in Part)


def _issue(finding: Finding) -> Issue:
    return Issue(finding.code, finding.place, finding.quote, finding.detail)


_SECTION_ORDER = (
    *("contact", "target", "summary", "education", "experience", "projects", "campus"),
    *("awards", "skills", "certificates", "languages"),
)


def _order(issue: Issue) -> tuple[int, int, int, int, str, str]:
    place = issue.place
    severity, section = _WORST_FIRST.index(issue.severity), _SECTION_ORDER.index(place.section)
    return severity, section, place.index, place.line, place.field, issue.code + issue.detail
