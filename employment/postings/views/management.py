from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_POST

from employment.accounts.enums import Role
from employment.accounts.http import ActorRequest, roles_required
from employment.postings import exports, rules, selectors, services
from employment.postings.bait import suspicions
from employment.postings.enums import PostingAction
from employment.postings.filters import PostingFilter
from employment.postings.forms.states import BulkForm
from employment.postings.models import Employer, Posting
from employment.postings.selectors import Queue

PER_PAGE = 25
MANAGERS = tuple(rules.MANAGER_ROLES)
# The steps that make sense for many rows at once, by queue.
BULK_STEPS = {
    Queue.REVIEW: (PostingAction.PUBLISH, PostingAction.REJECT),
    Queue.DRAFT: (PostingAction.PUBLISH,),
    Queue.PUBLISHED: (PostingAction.CLOSE, PostingAction.REJECT),
    Queue.EXPIRING: (PostingAction.CLOSE,),
    Queue.CLOSED: (PostingAction.REOPEN,),
    Queue.REJECTED: (PostingAction.REVISE,),
}


@roles_required(*MANAGERS)
@require_GET
def manage(request: ActorRequest) -> HttpResponse:
    """The managing side's postings by queue; staff see what waits longest first."""
    queue = _queue_of(request.GET)
    filters = _filtered(request, queue)
    page = Paginator(_in_order(request, filters), PER_PAGE).get_page(request.GET.get("page"))
    applicants = selectors.count_applicants(posting.pk for posting in page)
    template = "postings/manage.html" + ("#results" if request.htmx else "")
    context = {
        "queue": queue,
        "tabs": _tabs(request, queue),
        "filters": filters,
        "page": page,
        "rows": [(p, applicants[p.pk], suspicions(p)) for p in page],
        "steps": BULK_STEPS[queue],
    }
    return render(request, template, context)


@roles_required(*MANAGERS)
@require_POST
def manage_bulk(request: ActorRequest) -> HttpResponse:
    """One step for the chosen rows; what was refused is named with its reason."""
    form = BulkForm(request.POST, actor=request.actor)
    back = redirect(f"{request.path.removesuffix('bulk/')}?{request.POST.get('query', '')}")
    if not form.is_valid():
        messages.error(request, _("Choose at least one posting and a step."))
        return back
    outcome = services.change_posting_states(
        postings=form.cleaned_data["posting"],
        action=PostingAction(form.cleaned_data["action"]),
        actor=request.actor,
        reason=form.cleaned_data["reason"],
        now=timezone.now(),
    )
    _report(request, outcome)
    return back


@roles_required(*MANAGERS)
@require_GET
def manage_export(request: ActorRequest) -> HttpResponse:
    """The filtered list as it stands on the page, all its rows."""
    queue = _queue_of(request.GET)
    postings = _in_order(request, _filtered(request, queue))
    return exports.posting_table(postings, format=request.GET.get("format", ""), name=queue.value)


@roles_required(Role.RECRUITER)
@require_GET
def own_list(request: ActorRequest) -> HttpResponse:
    """An employer's postings with what waits for them."""
    employer = Employer.objects.editable_by(request.actor).select_related("organisation").first()
    postings = Posting.objects.editable_by(request.actor).with_list_data()
    page = Paginator(postings.order_by("-updated_at", "-pk"), PER_PAGE).get_page(
        request.GET.get("page")
    )
    ids = [posting.pk for posting in page]
    applicants, candidates = selectors.count_applicants(ids), selectors.count_candidates(ids)
    reasons = selectors.rejection_reasons(ids)
    rows = [(p, applicants[p.pk], candidates[p.pk], reasons.get(p.pk, "")) for p in page]
    context = {"employer": employer, "page": page, "rows": rows}
    return render(request, "postings/own.html", context)


def _queue_of(query: QueryDict) -> Queue:
    name = query.get("queue", "")
    return Queue(name) if name in set(Queue) else Queue.REVIEW


def _filtered(request: ActorRequest, queue: Queue) -> PostingFilter:
    postings = selectors.managed_postings(
        actor=request.actor, queue=queue, today=timezone.localdate()
    )
    return PostingFilter(request.GET, queryset=postings, request=request)


def _in_order(request: ActorRequest, filters: PostingFilter) -> Any:
    """The queue's own order unless the reader chose another or searched for a text."""
    sort = request.GET.get("sort", "")
    postings = filters.qs.with_list_data()
    if filters.found or sort.removeprefix("-") in selectors.SORTS:
        return filters.sorted(sort)
    return postings


def _tabs(request: ActorRequest, current: Queue) -> list[dict[str, Any]]:
    counts = selectors.count_queues(actor=request.actor, today=timezone.localdate())
    return [
        {
            "label": selectors.QUEUE_LABELS[queue],
            "url": f"{request.path}?queue={queue}",
            "active": queue == current,
            "count": counts[queue],
        }
        for queue in Queue
    ]


def _report(request: ActorRequest, outcome: services.BulkOutcome) -> None:
    done = len(outcome.done)
    if done:
        text = ngettext("%(n)d posting changed.", "%(n)d postings changed.", done)
        messages.success(request, text % {"n": done})
    for posting, error in outcome.refused:
        messages.warning(request, f"{posting.title}: {error}")
