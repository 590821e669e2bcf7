from typing import Any

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_GET

from employment.accounts.actors import Actor
from employment.accounts.http import ActorRequest
from employment.postings import rules, selectors
from employment.postings.filters import PostingFilter
from employment.postings.forms.states import StateForm
from employment.postings.highlights import marked_paragraphs
from employment.postings.models import Posting

PER_PAGE = 20


@require_GET
def posting_list(request: ActorRequest) -> HttpResponse:
    """Everything open to the reader, by full text and filters."""
    today = timezone.localdate()
    filters = PostingFilter(
        request.GET,
        queryset=selectors.searchable_postings(actor=request.actor, today=today),
        request=request,
    )
    postings = selectors.sort_postings(
        filters.qs, request.GET.get("sort", ""), ranked=filters.is_ranked
    )
    page = Paginator(postings.with_list_data(), PER_PAGE).get_page(request.GET.get("page"))
    template = "postings/list.html#results" if request.htmx else "postings/list.html"
    context = {"page": page, "filters": filters, "sorts": _sort_links(request, filters)}
    return render(request, template, context)


@require_GET
def posting_detail(request: ActorRequest, pk: int) -> HttpResponse:
    postings = Posting.objects.readable_by(request.actor).select_related(
        "employer__organisation",
        "employer__industry",
        "employer__region",
        "occupation",
        "industry",
        "audience",
    )
    posting = get_object_or_404(postings.prefetch_related("regions", "requirements"), pk=pk)
    context = _detail_context(posting, request.actor)
    return render(request, "postings/detail.html", context)


def _detail_context(posting: Posting, actor: Actor) -> dict[str, Any]:
    today = timezone.localdate()
    requirements = list(posting.requirements.all())
    runs_it = rules.is_manager(actor, posting) or rules.is_owner(actor, posting)
    return {
        "posting": posting,
        "requirements": requirements,
        "paragraphs": marked_paragraphs(posting.description, requirements),
        "similar": selectors.similar_postings(posting, actor=actor, today=today),
        "is_open": posting.is_open(today),
        "runs_it": runs_it,
        "can_edit": rules.can_edit(actor, posting),
        "state_form": StateForm.for_posting(actor, posting) if runs_it else None,
        "history": selectors.posting_history(posting) if runs_it else [],
        "applicants": selectors.count_applicants([posting.pk])[posting.pk] if runs_it else None,
        "candidates": selectors.count_candidates([posting.pk])[posting.pk] if runs_it else None,
    }


def _sort_links(request: ActorRequest, filters: PostingFilter) -> list[dict[str, Any]]:
    """The orders on offer; relevance only where a text was searched for."""
    names = [name for name in selectors.SORTS if name != "relevance" or filters.is_ranked]
    now = request.GET.get("sort", "")
    now = now if now in names else names[0]
    return [
        {"value": name, "label": selectors.SORTS[name], "active": name == now} for name in names
    ]
