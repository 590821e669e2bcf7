"""What the pages of resumes read."""

from dataclasses import dataclass

from django.db.models import Count, QuerySet

from employment.guidance.resumes.comparison import Row, compare
from employment.guidance.resumes.content import ResumeContent
from employment.guidance.resumes.fit import Fit, fit_to_posting
from employment.guidance.resumes.judging import Verdict, judge_resume
from employment.guidance.resumes.models import Resume, ResumeVersion
from employment.guidance.resumes.proofs import profile_evidence
from employment.matches.adapters.lexicon import skill_lexicon
from employment.matches.adapters.postings import requirement_of
from employment.students.models import StudentProfile


@dataclass(frozen=True, slots=True)
class Listed:
    resume: Resume
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class Comparison:
    """``old`` and ``new`` are versions; None stands for the draft."""

    old: ResumeVersion | None
    new: ResumeVersion | None
    rows: list[Row]
    old_score: int | None
    new_score: int | None


def own_resumes(student: StudentProfile) -> list[Listed]:
    """Masters first, each with what the rules say about its draft."""
    rows = Resume.objects.filter(student=student)
    rows = rows.select_related("posting__employer__organisation", "parent")
    rows = rows.annotate(kept=Count("versions"))
    return [Listed(row, verdict_of(row)) for row in rows]


def verdict_of(resume: Resume, content: ResumeContent | None = None) -> Verdict:
    return judge_resume(content or resume.content, language=resume.language, kind=resume.kind)


def versions_of(resume: Resume) -> "QuerySet[ResumeVersion]":
    return resume.versions.select_related("author")


def compare_versions(
    resume: Resume, *, old: int | None = None, new: int | None = None
) -> Comparison | None:
    """By default the newest version against the draft; None where a number does not exist or
    there is nothing to compare with."""
    rows = {row.number: row for row in versions_of(resume)}
    if not rows or (old and old not in rows) or (new and new not in rows):
        return None
    left = rows[old or max(rows)]
    right = rows[new] if new else None
    content = right.content if right else resume.content
    score = right.score if right else verdict_of(resume).score
    return Comparison(left, right, compare(left.content, content), left.score, score)


def fit_of(resume: Resume) -> Fit | None:
    """The draft against the posting it is for; None for a master or where the posting asks for
    nothing that has a name."""
    if resume.posting is None:
        return None
    requirements = [requirement_of(row) for row in resume.posting.requirements.all()]
    evidence = profile_evidence(resume.student)
    fit = fit_to_posting(resume.content, requirements, evidence, lexicon=skill_lexicon())
    return fit if fit.rows else None
