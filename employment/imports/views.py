from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from employment.accounts.enums import Role
from employment.accounts.http import ActorRequest, roles_required
from employment.common.errors import DomainError
from employment.common.jobs import request_cancel
from employment.common.spreadsheets import xlsx_response
from employment.imports import presenters, selectors
from employment.imports.enums import ImportTarget
from employment.imports.forms import MappingForm, UploadForm
from employment.imports.importers import importer_for
from employment.imports.models import ImportFile
from employment.imports.services import begin_import, create_import, repeat_import

IMPORT_ROLES = (Role.CAREER_OFFICE, Role.UNIVERSITY_ADMIN, Role.PLATFORM_ADMIN)
PAGE_SIZE = 50


def visible_upload(request: ActorRequest, upload_id: int) -> ImportFile:
    rows = ImportFile.objects.visible_to(request.actor).select_related("job")
    return get_object_or_404(rows, pk=upload_id)


@require_GET
@roles_required(*IMPORT_ROLES)
def import_list(request: ActorRequest) -> HttpResponse:
    rows = ImportFile.objects.visible_to(request.actor).select_related("job__created_by")
    page = Paginator(rows, 20).get_page(request.GET.get("page"))
    return render(request, "imports/list.html", {"page": page, "form": UploadForm()})


@require_http_methods(["GET", "POST"])
@roles_required(*IMPORT_ROLES)
def upload_file(request: ActorRequest) -> HttpResponse:
    form = UploadForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        try:
            upload = create_import(
                target=ImportTarget(data["target"]),
                file=data["file"],
                name=data["file"].name,
                actor=request.user,
                organisation_id=request.actor.university_id,
                options={"source": data["source"] or data["file"].name, "draft": data["draft"]},
            )
            return redirect("imports:columns", upload.pk)
        except DomainError as error:
            form.add_error("file", str(error))
    return render(request, "imports/upload.html", {"form": form})


@require_http_methods(["GET", "POST"])
@roles_required(*IMPORT_ROLES)
def columns(request: ActorRequest, upload_id: int) -> HttpResponse:
    """Which column is which field, with the first rows as a reminder."""
    upload = visible_upload(request, upload_id)
    if upload.begun_at:
        return redirect("imports:result", upload.pk)
    table = selectors.read_upload(upload)
    importer = importer_for(ImportTarget(upload.target))
    form = MappingForm(
        request.POST or None,
        fields=importer.fields,
        columns=table.columns,
        initial=upload.mapping,
    )
    if request.method == "POST" and form.is_valid():
        dry_run = "dry_run" in request.POST
        try:
            begin_import(upload=upload, mapping=form.cleaned_data, dry_run=dry_run)
        except DomainError as error:
            messages.error(request, str(error))
        return redirect("imports:result", upload.pk)
    context = {
        "upload": upload,
        "form": form,
        "columns": table.columns,
        "rows": selectors.preview(table),
    }
    return render(request, "imports/columns.html", context)


@require_GET
@roles_required(*IMPORT_ROLES)
def result(request: ActorRequest, upload_id: int) -> HttpResponse:
    """Progress while it runs, then the counts and every cell that was not taken."""
    upload = visible_upload(request, upload_id)
    if upload.begun_at is None:
        return redirect("imports:columns", upload.pk)
    severity = request.GET.get("severity", "")
    issues = upload.issues.filter(severity=severity) if severity else upload.issues.all()
    page = Paginator(issues, PAGE_SIZE).get_page(request.GET.get("page"))
    page.object_list = selectors.explained(upload, page.object_list)  # type: ignore[arg-type]
    counts = selectors.severity_counts(upload)
    context = {
        "upload": upload,
        "job": upload.job,
        "page": page,
        "findings": sum(counts.values()),
        "tabs": presenters.finding_tabs(counts, current=severity),
    }
    return render(request, "imports/result.html", context)


@require_GET
@roles_required(*IMPORT_ROLES)
def progress(request: ActorRequest, upload_id: int) -> HttpResponse:
    upload = visible_upload(request, upload_id)
    context = {"upload": upload, "job": upload.job}
    response = render(request, "imports/result.html#progress", context)
    if upload.job.finished_at:
        response["HX-Refresh"] = "true"
    return response


@require_GET
@roles_required(*IMPORT_ROLES)
def issues_file(request: ActorRequest, upload_id: int) -> HttpResponse:
    upload = visible_upload(request, upload_id)
    name = upload.original_name.rsplit(".", 1)[0]
    return xlsx_response(selectors.issue_table(upload), name=_("%s - to mend") % name)


@require_POST
@roles_required(*IMPORT_ROLES)
def cancel(request: ActorRequest, upload_id: int) -> HttpResponse:
    upload = visible_upload(request, upload_id)
    request_cancel(job=upload.job)
    return redirect("imports:result", upload.pk)


@require_POST
@roles_required(*IMPORT_ROLES)
def repeat(request: ActorRequest, upload_id: int) -> HttpResponse:
    """The same file for real after a dry run."""
    upload = visible_upload(request, upload_id)
    again = repeat_import(upload=upload, actor=request.user)
    begin_import(upload=again, mapping=upload.mapping, dry_run=False)
    return redirect("imports:result", again.pk)
