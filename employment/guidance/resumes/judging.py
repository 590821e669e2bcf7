"""What the rules say about a resume, as pages, versions and the API show it."""

from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import pgettext_lazy

from employment.guidance.resumes.content import ResumeContent
from employment.guidance.resumes.rules import Issue, Part, judge

PART_LABELS: dict[Part, Promise] = {
    Part.CONTENT: pgettext_lazy("part of a resume's score", "Content"),
    Part.STRUCTURE: pgettext_lazy("part of a resume's score", "Structure"),
    Part.FORMAT: pgettext_lazy("part of a resume's score", "Format"),
}


@dataclass(frozen=True, slots=True)
class Verdict:
    """The parts add up to the score."""

    score: int
    parts: tuple[dict[str, Any], ...]
    remarks: tuple[Issue, ...]


def judge_resume(content: ResumeContent, *, language: str, kind: str) -> Verdict:
    judgement = judge(content, language=language, kind=kind)
    parts = tuple(
        {
            "name": part.part.value,
            "label": PART_LABELS[part.part],
            "points": part.points,
            "most": part.most,
            "shown": f"{part.points} / {part.most}",
        }
        for part in judgement.parts
    )
    return Verdict(judgement.score, parts, judgement.issues)


def snapshot(content: ResumeContent, *, language: str, kind: str) -> dict[str, Any]:
    """What a version keeps: score, points by part and the issues without their words."""
    return judge(content, language=language, kind=kind).to_json()
