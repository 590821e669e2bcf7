"""What the pages about employers show."""

from django.db.models import Count, F, Q

from employment.accounts.actors import Actor
from employment.accounts.models import Membership
from employment.postings.enums import PostingState, VerificationState
from employment.postings.models import Employer, EmployerStateChange, Posting
from employment.postings.models.querysets import EmployerQuerySet

SHOWN_POSTINGS = 10


def listed_employers(*, actor: Actor, state: str, text: str) -> EmployerQuerySet:
    """Employers in a state, by name or credit code, with their number of postings.

    What waits for verification comes in the order of waiting, those with an account first.
    """
    employers = Employer.objects.verifiable_by(actor).filter(state=state)
    if text.strip():
        employers = employers.filter(
            Q(organisation__name__icontains=text.strip())
            | Q(organisation__credit_code__iexact=text.strip())
        )
    employers = employers.select_related("organisation", "industry", "region").annotate(
        posting_count=Count("postings", distinct=True),
        contact_count=Count("organisation__memberships", distinct=True),
    )
    if state == VerificationState.PENDING:
        return employers.order_by(F("contact_count").desc(), "state_since", "pk")
    return employers.order_by("organisation__name", "pk")


def count_employer_states(*, actor: Actor) -> dict[VerificationState, int]:
    counts = Employer.objects.verifiable_by(actor).aggregate(
        **{state.value: Count("pk", filter=Q(state=state)) for state in VerificationState}
    )
    return {state: counts[state.value] for state in VerificationState}


def count_pending_employers(*, actor: Actor) -> int:
    return Employer.objects.verifiable_by(actor).registered().pending().count()


def search_employers(*, text: str, limit: int) -> list[Employer]:
    named = Employer.objects.filter(organisation__name__icontains=text.strip())
    return list(named.select_related("organisation").order_by("organisation__name")[:limit])


def employer_contacts(employer: Employer) -> list[Membership]:
    memberships = employer.organisation.memberships.filter(is_active=True)
    return list(memberships.select_related("user"))


def employer_history(employer: Employer) -> list[EmployerStateChange]:
    return list(employer.state_changes.select_related("actor"))


def count_employer_postings(employer: Employer) -> dict[str, int]:
    """How many postings in each state."""
    rows = employer.postings.order_by().values_list("state").annotate(n=Count("pk"))
    found = dict(rows)
    return {state.value: found.get(state.value, 0) for state in PostingState}


def employer_postings(employer: Employer, *, actor: Actor) -> list[Posting]:
    postings = Posting.objects.visible_to(actor).filter(employer=employer)
    return list(postings.with_list_data().order_by("-state_since")[:SHOWN_POSTINGS])
