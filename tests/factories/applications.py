"""Applications in any state."""

from typing import Any

from employment.applications.enums import ApplicationState
from employment.applications.models import Application, ApplicationAttachment
from employment.guidance.resumes.printing import resume_pdf
from employment.postings.models import Posting
from employment.students.models import StudentProfile
from tests.factories.postings import make_posting
from tests.factories.resumes import FULL
from tests.factories.students import make_student


def make_application(
    *,
    student: StudentProfile | None = None,
    posting: Posting | None = None,
    state: ApplicationState = ApplicationState.SUBMITTED,
    **fields: Any,
) -> Application:
    return Application.objects.create(
        student=student or make_student(), posting=posting or make_posting(), state=state, **fields
    )


def make_attachment(application: Application) -> ApplicationAttachment:
    content = resume_pdf(FULL, language="zh", template="classic")
    return ApplicationAttachment.objects.create(
        application=application, kind="resume", name="林晓雨.pdf", number=1, content=content
    )
