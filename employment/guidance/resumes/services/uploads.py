"""Files read into proposals: nothing becomes a resume before the student confirms it."""

import datetime as dt
from collections.abc import Mapping

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from employment.common.audit import record
from employment.guidance.resumes.content import ResumeContent
from employment.guidance.resumes.editing import fields_of, parse_fields
from employment.guidance.resumes.enums import Language
from employment.guidance.resumes.models import Resume, UploadedResume
from employment.guidance.resumes.reading import Reading, read_resume
from employment.guidance.resumes.services.resumes import create_resume
from employment.students.models import StudentProfile

KEPT_FOR = dt.timedelta(hours=24)
MAX_OPEN = 3


def propose_resume(*, student: StudentProfile, name: str, data: bytes) -> UploadedResume:
    """What the file seems to say, for the student to confirm; the file is not kept. Raises
    ``RefusedFileError`` with its reason and a way out."""
    reading = read_resume(name, data)
    upload = UploadedResume.objects.create(
        student=student, name=name[:200], reading=_as_json(reading)
    )
    newest = student.uploaded_resumes.values_list("pk", flat=True)[:MAX_OPEN]
    student.uploaded_resumes.exclude(pk__in=list(newest)).delete()
    return upload


@transaction.atomic
def confirm_upload(*, upload: UploadedResume, taken: Mapping[str, str]) -> Resume:
    """A master resume of the fields that the student took, as they stand now. The proposal goes."""
    language = Language(upload.reading["language"])
    resume = create_resume(
        student=upload.student,
        language=language,
        title=_("My resume (%(language)s)") % {"language": language.label},
        content=parse_fields(taken, ResumeContent()).content,
    )
    upload.delete()
    return resume


def discard_upload(*, upload: UploadedResume) -> None:
    upload.delete()


def delete_old_uploads(*, now: dt.datetime | None = None) -> int:
    """Proposals that nobody confirmed within a day."""
    old = UploadedResume.objects.filter(at__lt=(now or timezone.now()) - KEPT_FOR)
    count = old.count()
    if count:
        old.delete()
        record(action="resume.uploads_deleted", count=count)
    return count


def _as_json(reading: Reading) -> dict[str, object]:
    """Each field of the editor with its value, confidence and source line."""
    return {
        "language": reading.language,
        "fields": [
            {"name": name, "value": value, **_source(reading, name)}
            for name, value in fields_of(reading.content).items()
            if value
        ],
        "doubts": [
            {"code": one.code, "detail": one.detail, "lines": list(one.lines)}
            for one in reading.doubts
        ],
        "left_out": list(reading.left_out),
    }


def _source(reading: Reading, name: str) -> dict[str, object]:
    """Of the field itself, else of the item it belongs to."""
    path = name
    while path:
        if found := reading.source(path):
            return {"confidence": round(found.confidence, 2), "line": found.line}
        path = path.rpartition(".")[0]
    return {"confidence": 0.5, "line": ""}
