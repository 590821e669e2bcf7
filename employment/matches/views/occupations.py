"""The queue of occupation codes and, for the platform, the coder itself."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_POST

from employment.accounts.enums import OFFICE_ROLES, Role
from employment.accounts.http import ActorRequest, roles_required
from employment.common.errors import DomainError
from employment.matches import occupation_queue
from employment.matches.models import CoderVersion, OccupationCoding
from employment.matches.occupation_forms import AcceptForm, CodeForm, QueueForm
from employment.matches.services import coder_versions, corrections
from employment.matches.tasks import recode_occupations, refit_occupation_coder
from matching.occupations.learned import packaged_figures

EDITORS = (*sorted(OFFICE_ROLES), Role.PLATFORM_ADMIN)
PAGE_SIZE = 20


@require_GET
@roles_required(*EDITORS)
def occupation_queue_page(request: ActorRequest) -> HttpResponse:
    form = QueueForm(request.GET)
    rows = occupation_queue.queue(request.actor, form.wanted())
    page = Paginator(rows, PAGE_SIZE).get_page(request.GET.get("page"))
    context = {"form": form, "page": page, "rows": occupation_queue.queue_rows(page)}
    if request.htmx:
        return render(request, "matches/occupations.html#results", context)
    is_platform = request.actor.role == Role.PLATFORM_ADMIN
    return render(
        request, "matches/occupations.html", context | {"coder": is_platform and coder_context()}
    )


def coder_context() -> dict[str, object]:
    return {
        "active": coder_versions.active_version(),
        "versions": CoderVersion.objects.all()[:5],
        "waiting": coder_versions.new_corrections(),
        "packaged": packaged_figures(),
    }


@require_POST
@roles_required(*EDITORS)
def correct(request: ActorRequest, coding_id: int) -> HttpResponse:
    coding = own_coding(request, coding_id)
    form = CodeForm(request.POST)
    if not form.is_valid():
        return answer(request, coding_id, _("Choose an occupation from the list."))
    try:
        corrections.correct_code(
            actor=request.actor, coding=coding, code=form.cleaned_data["code"].pk
        )
    except DomainError as error:
        return answer(request, coding_id, str(error))
    return answer(request, coding_id)


@require_POST
@roles_required(*EDITORS)
def take_back(request: ActorRequest, coding_id: int) -> HttpResponse:
    coding = own_coding(request, coding_id)
    try:
        corrections.take_back(actor=request.actor, coding=coding)
    except DomainError as error:
        return answer(request, coding_id, str(error))
    return answer(request, coding_id)


@require_POST
@roles_required(*EDITORS)
def accept(request: ActorRequest) -> HttpResponse:
    """The first proposals of the ticked rows."""
    form = AcceptForm(request.POST, rows=OccupationCoding.objects.visible_to(request.actor))
    if not form.is_valid():
        messages.error(request, _("Tick the rows whose first proposal is right."))
        return back(request)
    done = corrections.accept_proposals(
        actor=request.actor, codings=list(form.cleaned_data["codings"])
    )
    text = ngettext("%(n)d code accepted.", "%(n)d codes accepted.", done) % {"n": done}
    messages.success(request, text)
    return back(request)


@require_POST
@roles_required(Role.PLATFORM_ADMIN)
def refit_coder(request: ActorRequest) -> HttpResponse:
    refit_occupation_coder.delay(actor_id=request.actor.user_id, least=1)
    messages.success(request, _("The coder learns the new corrections in the background."))
    return redirect("matches:occupations")


@require_POST
@roles_required(Role.PLATFORM_ADMIN)
def switch_coder_back(request: ActorRequest) -> HttpResponse:
    if coder_versions.switch_back(actor_id=request.actor.user_id):
        recode_occupations.delay()
        messages.success(request, _("The earlier version is in use."))
    return redirect("matches:occupations")


def own_coding(request: ActorRequest, coding_id: int) -> OccupationCoding:
    return get_object_or_404(OccupationCoding.objects.visible_to(request.actor), pk=coding_id)


def answer(request: ActorRequest, coding_id: int, error: str = "") -> HttpResponse:
    """The row as it is now, or the page it came from."""
    if not request.htmx:
        if error:
            messages.error(request, error)
        return back(request)
    coding = own_coding(request, coding_id)
    (row,) = occupation_queue.queue_rows([coding])
    context = {"row": row, "error": error}
    return render(request, "matches/_occupation_row.html", context)


def back(request: ActorRequest) -> HttpResponse:
    url = request.headers.get("referer", "")
    if url_has_allowed_host_and_scheme(url, {request.get_host()}, request.is_secure()):
        return redirect(url)
    return redirect("matches:occupations")
