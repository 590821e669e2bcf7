from typing import Any

from django.core.paginator import Paginator
from django.http import HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_GET

from employment.accounts.http import ActorRequest
from employment.postings import selectors
from employment.postings.filters import PostingFilter
from employment.postings.found import found_cards
from employment.postings.models import Posting
from employment.postings.selectors.suggestions import suggest_terms
from employment.postings.views.detail import detail_context

PER_PAGE = 20
MAX_TYPED = 60


@require_GET
def posting_list(request: ActorRequest) -> HttpResponse:
    """Everything open to the reader, by full text and filters."""
    filters = PostingFilter(
        request.GET,
        queryset=selectors.searchable_postings(actor=request.actor, today=timezone.localdate()),
        request=request,
    )
    sort = request.GET.get("sort", "")
    page = Paginator(filters.sorted(sort), PER_PAGE).get_page(request.GET.get("page"))
    context = {
        "page": page,
        "cards": found_cards(selectors.with_skills(list(page)), filters.found),
        "filters": filters,
        "found": filters.found,
        "sorts": _sort_links(sort, is_ranked=filters.found is not None),
    }
    template = "postings/list.html" + ("#results" if request.htmx else "")
    return render(request, template, context)


@require_GET
def suggest(request: ActorRequest) -> JsonResponse:
    """What a half typed text may become: words of open postings and of the reference tables."""
    text = request.GET.get("q", "")[:MAX_TYPED]
    terms = suggest_terms(text) if text.strip() else []
    rows = [{"text": term.text, "kind": term.get_kind_display()} for term in terms]
    return JsonResponse({"results": rows})


@require_GET
def posting_detail(request: ActorRequest, pk: int) -> HttpResponse:
    postings = Posting.objects.readable_by(request.actor).with_detail_data()
    posting = get_object_or_404(postings, pk=pk)
    return render(request, "postings/detail.html", detail_context(posting, request.actor))


def _sort_links(now: str, *, is_ranked: bool) -> list[dict[str, Any]]:
    """The orders on offer; relevance only where a text was searched for."""
    names = [name for name in selectors.SORTS if name != "relevance" or is_ranked]
    now = now if now in names else names[0]
    return [
        {"value": name, "label": selectors.SORTS[name], "active": name == now} for name in names
    ]
