"""Which scenarios a university offers to its students."""

from django.db import transaction

from employment.accounts.models import Organisation, User
from employment.common.audit import record
from employment.guidance.scenarios.models import Withdrawn


@transaction.atomic
def offer_scenario(*, university: Organisation, code: str, offered: bool, user: User) -> None:
    """Put a scenario into the university's catalogue or take it out; open runs go on."""
    if offered:
        Withdrawn.objects.filter(university=university, scenario=code).delete()
    else:
        Withdrawn.objects.get_or_create(university=university, scenario=code, defaults={"by": user})
    record(
        action="scenario.offered" if offered else "scenario.withdrawn",
        obj=university,
        actor_id=user.pk,
        organisation_id=university.pk,
        scenario=code,
    )
