"""A file is read; its fields stand beside the lines they came from until they are confirmed."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from employment.accounts.enums import Role
from employment.accounts.http import ActorRequest, roles_required
from employment.common.errors import DomainError
from employment.guidance.resumes import presenters
from employment.guidance.resumes.forms import UploadForm
from employment.guidance.resumes.models import UploadedResume
from employment.guidance.resumes.reading import RefusedFileError
from employment.guidance.resumes.services.uploads import (
    confirm_upload,
    discard_upload,
    propose_resume,
)
from employment.guidance.resumes.views.scope import own_student

READ_AT_MOST = 6 * 2**20  # bytes; what is larger is refused by its first ones


@require_http_methods(["GET", "POST"])
@roles_required(Role.STUDENT)
def upload(request: ActorRequest) -> HttpResponse:
    student = own_student(request)
    form = UploadForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        file = form.cleaned_data["file"]
        try:
            proposal = propose_resume(student=student, name=file.name, data=file.read(READ_AT_MOST))
            return redirect("resumes:confirm", proposal.pk)
        except RefusedFileError as error:
            form.add_error("file", f"{error} {error.fix}")
    waiting = student.uploaded_resumes.all()
    status = 422 if form.errors else 200
    return render(request, "resumes/upload.html", {"form": form, "waiting": waiting}, status=status)


@require_http_methods(["GET", "POST"])
@roles_required(Role.STUDENT)
def confirm(request: ActorRequest, upload_id: int) -> HttpResponse:
    proposal = _own_upload(request, upload_id)
    problem = ""
    if request.method == "POST":
        ticked = [name for name in request.POST if f"take.{name}" in request.POST]
        taken = {name: str(request.POST[name]) for name in ticked}
        try:
            return redirect("resumes:edit", confirm_upload(upload=proposal, taken=taken).pk)
        except DomainError as error:
            problem = str(error)
    context = presenters.proposal(proposal.reading) | {"upload": proposal, "problem": problem}
    return render(request, "resumes/confirm.html", context)


@require_POST
@roles_required(Role.STUDENT)
def discard(request: ActorRequest, upload_id: int) -> HttpResponse:
    discard_upload(upload=_own_upload(request, upload_id))
    return redirect("resumes:list")


def _own_upload(request: ActorRequest, upload_id: int) -> UploadedResume:
    rows = UploadedResume.objects.filter(student=own_student(request))
    return get_object_or_404(rows, pk=upload_id)
