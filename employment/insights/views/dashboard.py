"""The dashboard of a university and of those who look at all universities."""

from django.http import Http404, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from employment.accounts.enums import Role
from employment.accounts.http import ActorRequest, roles_required
from employment.common.charts import Chart
from employment.common.spreadsheets import xlsx_response
from employment.insights.charts import CHARTS
from employment.insights.dashboard import dashboard_context
from employment.insights.exports import chart_sheet
from employment.insights.forms import InsightFilterForm
from employment.insights.selectors.figures import Figures
from employment.insights.selectors.scope import Scope, Wanted

READERS = (
    Role.UNIVERSITY_ADMIN,
    Role.CAREER_OFFICE,
    Role.GOVERNMENT,
    Role.SOCIAL,
    Role.PLATFORM_ADMIN,
)


def filtered(request: ActorRequest) -> tuple[InsightFilterForm, Scope]:
    """The filter form and the scope it asks for."""
    today = timezone.localdate()
    form = InsightFilterForm(
        request.GET or None, scope=Scope(actor=request.actor, wanted=Wanted(), today=today)
    )
    return form, Scope(actor=request.actor, wanted=form.wanted(), today=today)


@require_GET
@roles_required(*READERS)
def dashboard(request: ActorRequest) -> HttpResponse:
    form, scope = filtered(request)
    context = {"form": form, "scope": scope, "safe": scope.is_safe()}
    if context["safe"]:
        context |= dashboard_context(scope, query=request.GET.urlencode())
    template = "insights/dashboard.html#results" if request.htmx else "insights/dashboard.html"
    return render(request, template, context)


@require_GET
@roles_required(*READERS)
def chart_data(request: ActorRequest, name: str) -> HttpResponse:
    return JsonResponse(built_chart(request, name).as_dict())


@require_GET
@roles_required(*READERS)
def chart_export(request: ActorRequest, name: str) -> HttpResponse:
    chart = built_chart(request, name)
    return xlsx_response(chart_sheet(chart), name=str(chart.title))


def built_chart(request: ActorRequest, name: str) -> Chart:
    """A chart by its name in the URL; a slice of too few people does not exist."""
    _form, scope = filtered(request)
    if name not in CHARTS or not scope.is_safe():
        raise Http404
    return CHARTS[name](Figures(scope))
