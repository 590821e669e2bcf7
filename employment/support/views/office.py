"""The load of the counsellors, in counts, and the university's rules."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from employment.accounts.enums import OFFICE_ROLES
from employment.accounts.http import ActorRequest, roles_required
from employment.accounts.models import Organisation
from employment.support.forms.booking import RulesForm
from employment.support.selectors.caseload import load_of_counsellors
from employment.support.selectors.policy import rules_of
from employment.support.services.rules import set_rules


@require_http_methods(["GET", "POST"])
@roles_required(*OFFICE_ROLES)
def load(request: ActorRequest) -> HttpResponse:
    university = get_object_or_404(Organisation, pk=request.actor.university_id)
    form = RulesForm(request.POST or None, instance=rules_of(university.pk))
    if request.method == "POST" and form.is_valid():
        set_rules(actor=request.actor, **form.cleaned_data)
        messages.success(request, _("Saved."))
        return redirect("support:load")
    people = load_of_counsellors(university.pk, now=timezone.now())
    return render(request, "support/load.html", {"people": people, "form": form})
