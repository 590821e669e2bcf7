"""The rows of the person who asks."""

from django.shortcuts import get_object_or_404

from employment.accounts.http import ActorRequest
from employment.guidance.resumes.models import Resume
from employment.students.models import StudentProfile


def own_student(request: ActorRequest) -> StudentProfile:
    return get_object_or_404(StudentProfile.objects.visible_to(request.actor))


def own_resume(request: ActorRequest, resume_id: int) -> Resume:
    """For a student the own resume; for staff one that is shared."""
    rows = Resume.objects.visible_to(request.actor)
    return get_object_or_404(rows.select_related("student__user", "posting"), pk=resume_id)
