from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from employment.accounts.actors import SESSION_KEY
from employment.accounts.forms import RoleForm
from employment.accounts.http import ActorRequest


@require_POST
def switch_role(request: ActorRequest) -> HttpResponse:
    """Go on in another of one's roles, from its home page."""
    form = RoleForm(request.POST, user=request.user)
    if not form.is_valid():
        raise Http404
    request.session[SESSION_KEY] = form.cleaned_data["membership"].pk
    return redirect("/")
