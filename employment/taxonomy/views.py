"""Suggestions for the pickers. Public, because signing up asks for a major."""

from collections.abc import Callable
from typing import TypeVar

from django.contrib.auth.decorators import login_not_required
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_GET
from django.views.decorators.vary import vary_on_headers

from employment.taxonomy import selectors
from employment.taxonomy.forms import SearchForm
from employment.taxonomy.models import ReferenceEntry

Entry = TypeVar("Entry", bound=ReferenceEntry)
View = Callable[[HttpRequest], HttpResponse]
FRESH_SECONDS = 600


def suggestions(view: View) -> View:
    """Public, read-only, kept by the browser; the texts differ by language."""
    kept = cache_control(public=True, max_age=FRESH_SECONDS)(view)
    return login_not_required(require_GET(vary_on_headers("Accept-Language", "Cookie")(kept)))


@suggestions
def regions(request: HttpRequest) -> HttpResponse:
    return _answer(request, selectors.pickable_regions())


@suggestions
def majors(request: HttpRequest) -> HttpResponse:
    return _answer(request, selectors.pickable_majors())


@suggestions
def occupations(request: HttpRequest) -> HttpResponse:
    return _answer(request, selectors.pickable_occupations())


@suggestions
def industries(request: HttpRequest) -> HttpResponse:
    return _answer(request, selectors.pickable_industries())


@suggestions
def skills(request: HttpRequest) -> HttpResponse:
    return _answer(request, selectors.pickable_skills(), has_levels=False)


def _answer(
    request: HttpRequest, entries: "QuerySet[Entry]", *, has_levels: bool = True
) -> HttpResponse:
    form = SearchForm(request.GET)
    if not form.is_valid():
        return JsonResponse({"errors": form.errors.get_json_data()}, status=400)
    asked = form.cleaned_data
    if asked["level"] and has_levels:
        entries = entries.filter(level=asked["level"])
    limit = asked["limit"] or selectors.SEARCH_LIMIT
    found = selectors.search_entries(entries, asked["q"], limit=limit)
    return JsonResponse({"results": [{"id": row.pk, "text": row.pick_label} for row in found]})
