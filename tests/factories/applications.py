"""Applications in any state."""

from typing import Any

from employment.applications.enums import ApplicationState
from employment.applications.models import Application
from employment.postings.models import Posting
from employment.students.models import StudentProfile
from tests.factories.postings import make_posting
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
