"""Rows of a locked resume, written in the caller's transaction."""

from employment.guidance.resumes.content import ResumeContent
from employment.guidance.resumes.judging import snapshot
from employment.guidance.resumes.models import DraftStep, Resume, ResumeVersion

KEPT_STEPS = 20


def write_draft(locked: Resume, content: ResumeContent) -> None:
    """The draft before becomes a step back."""
    DraftStep.objects.create(resume=locked, data=locked.draft)
    kept = locked.steps.values_list("pk", flat=True)[:KEPT_STEPS]
    locked.steps.exclude(pk__in=list(kept)).delete()
    locked.draft = content.to_json()
    locked.revision += 1
    locked.save(update_fields=["draft", "revision", "updated_at"])


def add_version(locked: Resume, *, content: ResumeContent, note: str) -> ResumeVersion:
    newest = locked.versions.first()
    judged = snapshot(content, language=locked.language, kind=locked.kind)
    return ResumeVersion.objects.create(
        resume=locked,
        number=newest.number + 1 if newest else 1,
        data=content.to_json(),
        score=judged["score"],
        judgement=judged,
        author_id=locked.student.user_id,
        note=note[:120],
    )
